"""The monthly digest to HR and the board of duties: counts that identify nobody, and how the organisation stands."""
