"""Payload to dataclass and back to screens, one module for each part of the regulation."""
