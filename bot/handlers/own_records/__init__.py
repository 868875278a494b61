"""What is held about a person, for the person: to see, to copy, to have corrected (Aku 18, for every flow)."""
