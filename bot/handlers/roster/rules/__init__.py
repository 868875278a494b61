"""Who may be named to what, when a term ends, where somebody is missing: pure functions that return one Decision."""
