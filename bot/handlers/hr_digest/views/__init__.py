"""The digest as text, and the board of duties."""
