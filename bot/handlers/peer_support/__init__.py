"""Peer support (Yam): a person asks one supporter directly (9), who accepts or steps aside (10(1)); the supporter
records what was done without saying for whom (11(3)) and reports each month by the 10th (11(1)).
"""
