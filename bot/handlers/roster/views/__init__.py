"""The screens of the roster: what people see and type."""
