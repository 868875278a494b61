"""Pages of what grows at its end, counted from the newest, so that who opens it reads the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
SEPARATOR = ":"


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page in order of time; `earlier` and `later` are the numbers of the ones beside it, None at an end."""

    items: Sequence[T]
    earlier: int | None
    later: int | None


def page_of(items: Sequence[T], number: int, size: int) -> Page[T]:
    """Page `number` of `items`, 0 for the newest; a number past the end is the oldest page."""
    oldest = max(len(items) - 1, 0) // size
    number = min(number, oldest)
    until = len(items) - number * size
    return Page(
        items[max(until - size, 0) : until],
        earlier=number + 1 if number < oldest else None,
        later=number - 1 if number else None,
    )


def row_of(case_id: str, number: int) -> str:
    """What a button remembers that belongs to a numbered part of a case: a page, a proposal."""
    return f"{case_id}{SEPARATOR}{number}"


def number_in(row: str) -> int:
    """The number in such a row, 0 where it names none."""
    number = row.partition(SEPARATOR)[2]
    return int(number) if number.isdecimal() else 0
