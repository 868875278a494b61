"""The only database and cryptography code."""
