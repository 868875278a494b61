"""The clicks and forms of the stress check, split by act."""
