"""Madoguchi: the confidential door, as employees and supporters meet it in Slack."""
