"""The words a person reads on blocks, in order."""

from collections.abc import Iterator
from typing import Any

_WORDS = ("plain_text", "mrkdwn", "text", "markdown")


def words_in(told: Any) -> Iterator[str]:
    """Texts of text objects, options and rich text, and first values of inputs."""
    if isinstance(told, list):
        for one in told:
            yield from words_in(one)
    elif isinstance(told, dict):
        if told.get("type") in _WORDS and isinstance(told.get("text"), str):
            yield told["text"]
        for name, value in told.items():
            if name in ("initial_value", "alt_text"):
                yield str(value)
            elif isinstance(value, dict | list) and not name.startswith("initial_option"):
                yield from words_in(value)
