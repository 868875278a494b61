"""A click in, one call of the casework, an answer out."""
