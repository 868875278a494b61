"""One spelling for what is the same to a reader: width, case, spaces and the variants of a name's characters."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from bot.rules.policy import Identifying, IdentifyingKind


class Folding(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __init__(self, alike: Iterable[str], *, closes_gaps: bool) -> None:
        super().__init__({ord(character): group[0] for group in alike for character in group})
        self.closes_gaps = closes_gaps

    def __missing__(self, code: int) -> str:
        character = chr(code)
        normal = unicodedata.normalize("NFKC", character).lower()
        plain = normal if len(normal) == 1 else character
        self[code] = "" if self.closes_gaps and _is_gap(character) else self.get(ord(plain), plain)
        return self[code]


class Spelling(NamedTuple):
    """The policy's part, ready for use: tables to fold with, titles, patterns, the words of each employment class."""

    folding: Folding
    closing: Folding
    titles: re.Pattern[str]
    patterns: tuple[tuple[IdentifyingKind, re.Pattern[str]], ...]
    classes: Mapping[str, tuple[str, ...]]

    def plain(self, text: str) -> str:
        """The text in one width, case and spelling, character for character, so that places stay the same."""
        return text.translate(self.folding)

    def word(self, text: str) -> str:
        """The same without spaces and invisible characters."""
        return text.translate(self.closing)


@lru_cache(maxsize=4)
def spelling_of(rules: Identifying) -> Spelling:
    """The spelling of a policy, made once."""
    closing = Folding(rules.alike, closes_gaps=True)
    titles = sorted((title.translate(closing) for title in rules.titles), key=len, reverse=True)
    return Spelling(
        folding=Folding(rules.alike, closes_gaps=False),
        closing=closing,
        titles=re.compile("|".join(map(re.escape, titles)) or "(?!)"),
        patterns=tuple((row.kind, re.compile(row.pattern)) for row in rules.patterns),
        classes={row.key: tuple(word.translate(closing) for word in row.words) for row in rules.employment},
    )


def squeezed(plain: str) -> tuple[str, list[int]]:
    """The text without spaces and invisible characters, and where each character of it stood."""
    places = [place for place, character in enumerate(plain) if not _is_gap(character)]
    return "".join(plain[place] for place in places), places


def _is_gap(character: str) -> bool:
    return character.isspace() or (not character.isascii() and unicodedata.category(character) == "Cf")
