"""The screens of peer support: what people see and type."""
