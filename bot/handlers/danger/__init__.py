"""Danger to life or body, and crime (Yam 10(4)(2)): a call for somebody on duty, and what is left of it."""
