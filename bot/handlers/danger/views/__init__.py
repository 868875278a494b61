"""The screens around a call: of who calls, of who is on duty, of who looks at it afterwards."""
