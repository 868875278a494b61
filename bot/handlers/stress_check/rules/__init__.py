"""What the stress check does, decided without any input or output; split by act."""
