"""The articles of the three regulations as data, read from articles.toml and checked as a whole."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bot.errors import Misconfigured
from bot.handlers.hr_digest.rules.board import REGULATIONS, Kept, Row
from bot.rules.people import Role

FILE = Path(__file__).with_name("articles.toml")


@cache
def articles() -> tuple[Row, ...]:
    """Every row, regulation by regulation. Raises Misconfigured where one cannot be read or stands twice."""
    try:
        found = tuple(_rows(tomllib.loads(FILE.read_text(encoding="utf-8"))))
    except (tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise Misconfigured([f"{FILE.name}: {error}"]) from None
    twice = {row.article for row in found if sum(other.article == row.article for other in found) > 1}
    if twice:
        raise Misconfigured([f"{FILE.name}: {article} stands twice" for article in sorted(twice)])
    return found


def _rows(data: Mapping[str, Any]) -> Iterator[Row]:
    for regulation in REGULATIONS:
        for row in data[regulation]:
            owes = tuple(Role(name) for name in row["owes"])
            yield Row(row["article"], row["at"], row["ja"], row["en"], owes, Kept(row["kept"]))
