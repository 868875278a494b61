"""The screens of the stress check, split by act."""
