"""What a request about own records does, decided without any input or output."""
