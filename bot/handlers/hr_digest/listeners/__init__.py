"""The clicks of whoever reads the digest and the board."""
