"""The code from somebody's phone that is asked for before an identity is opened (G5)."""
