"""A choice of a closed list of the policy, and what such a list must fulfil."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

LABEL_LIMIT = 75  # Slack: text of an option


@dataclass(frozen=True)
class Row:
    """One choice of a closed list."""

    key: str
    ja: str
    en: str
    article: str = ""


class Labelled(Protocol):
    """Anything with a key of its own and a label in both languages."""

    @property
    def key(self) -> str: ...

    @property
    def ja(self) -> str: ...

    @property
    def en(self) -> str: ...


def list_mistakes(where: str, rows: Sequence[Labelled]) -> Iterator[str]:
    """The mistakes of a list that must not be empty, each beginning with its key path."""
    if not rows:
        yield f"{where}: must hold at least one row"
    yield from row_mistakes(where, rows)


def row_mistakes(where: str, rows: Sequence[Labelled]) -> Iterator[str]:
    """Keys that are not unique, texts that Slack cannot show."""
    seen: set[str] = set()
    for place, row in enumerate(rows):
        if row.key in seen or not row.key.isidentifier():
            yield f"{where}.{place}.key: must be a word of its own, such as own_load"
        seen.add(row.key)
        for language in ("ja", "en"):
            if not 1 <= len(getattr(row, language).strip()) <= LABEL_LIMIT:
                yield f"{where}.{place}.{language}: must have 1 to {LABEL_LIMIT} characters"
