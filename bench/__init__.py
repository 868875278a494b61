"""Measures the program against named baselines; prints ratios, since absolute figures drift from machine to machine."""
