"""What a call in danger brings: pure, from the call to the fact that is left of it."""
