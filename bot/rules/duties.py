"""What the regulations ask of the organisation, and how it stands with it today: rows of a board, never of a case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.rules.cases import NOTHING
from bot.rules.office import next_month
from bot.rules.people import Role


class State(StrEnum):
    """How it stands with a duty."""

    MET = "met"
    OPEN = "open"  # there is time still
    LATE = "late"
    NOTHING_DUE = "nothing_due"


@dataclass(frozen=True)
class Duty:
    """One duty of an article, as it stands on a day.

    `key` names the sentence that tells it, `values` what stands in it: numbers of offices, rooms and days, never of
    people who asked for something. `holders` are the offices that owe it; a duty that is `reserved` tells of single
    matters and is shown to them alone. One that `leads` stands above the figures of the monthly digest (D1).
    """

    article: str
    key: str
    state: State
    holders: tuple[Role, ...]
    values: Mapping[str, object] = field(default_factory=lambda: NOTHING)
    due_on: date | None = None
    reserved: bool = False
    leads: bool = False


@dataclass(frozen=True)
class Dated:
    """Something that the year brings on a day; `roles` are the offices that act then, none for everybody."""

    day: date
    key: str
    article: str
    roles: tuple[Role, ...] = ()
    values: Mapping[str, object] = field(default_factory=lambda: NOTHING)


def each_month(first: date, last: date) -> Iterator[str]:
    """Every month of which a day lies within these days, both included, as "2026-09"."""
    month, end = f"{first:%Y-%m}", f"{last:%Y-%m}"
    while month <= end:
        yield month
        month = next_month(month)


def each_year(month_and_day: str, first: date, last: date) -> Iterator[date]:
    """The day written 04-15 of each year, where it lies within these days, both included."""
    days = (date.fromisoformat(f"{year}-{month_and_day}") for year in range(first.year, last.year + 1))
    return (day for day in days if first <= day <= last)
