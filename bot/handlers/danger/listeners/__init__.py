"""The clicks and forms around a call."""
