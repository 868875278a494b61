"""What starts each act of peer support: one click, one call of the casework, one answer."""
