"""What each act asks to be written: pure, one module for each part of the regulation."""
