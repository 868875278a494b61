"""The living roster: who is named, for how long, where somebody is missing (Yam 4-8)."""
