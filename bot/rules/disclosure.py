"""Which figures may be shown, so that no subtraction tells whether a small number is there at all.

A small figure (below k, zero included) must always remain possible as 0 and as k - 1 for a reader who knows
every published number and this algorithm. k in force is the policy's minimum plus what a reader may know.
All numbers are persons of one flow in one month; nothing is summed over months, flows or units (D4).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """What a reader gets: `total` is None when hidden; `cells` holds None for a hidden cell.

    `cells` is empty when there is no breakdown at all.
    """

    total: int | None
    cells: Mapping[str, int | None]


HIDDEN = Shown(total=None, cells={})


def disclose(cells: Mapping[str, int], k: int) -> Shown:
    """The publishable part of one flow's month: `cells` counts each person once, under one category (Aku 15).

    `k` is `threshold(...)`. Every category must be present, those with zero too: absence would tell.
    A breakdown with every cell hidden is shown as none at all: told apart, the two would narrow each other.
    """
    total = sum(cells.values())
    if total < k:
        return HIDDEN
    small = [n for n in cells.values() if n < k]
    if len(small) == len(cells) or (small and not _undetermined(len(small), sum(small), k)):
        return Shown(total, {})
    return Shown(total, {name: n if n >= k else None for name, n in cells.items()})


def disclose_entries(cells: Mapping[str, int], entries: Sequence[int], k: int, minimum_contributors: int) -> Shown:
    """The same for peer support, which counts entries, each as one person (D2): `entries` are those per supporter.

    What too few supporters contributed looks exactly like what is too small.
    """
    return disclose(cells, k) if enough_contributors(entries, minimum_contributors) else HIDDEN


def threshold(minimum_cell: int, known_to_reader: int) -> int:
    """k in force, in persons, for totals and cells alike (Aku 15)."""
    return minimum_cell + known_to_reader


def enough_contributors(entries: Sequence[int], minimum: int) -> bool:
    """Whether peer figures may be shown at all: entries per supporter, none with more than half of them (D2)."""
    contributing = [n for n in entries if n > 0]
    return len(contributing) >= minimum and 2 * max(contributing) <= sum(contributing)


def _undetermined(hidden: int, remainder: int, k: int) -> bool:
    """Whether each of the hidden cells can still be 0 and k - 1, given their sum, which is no small number itself.

    The sum can be had by subtraction. It cannot be in these bounds unless at least three cells are hidden.
    """
    return k <= remainder <= (hidden - 1) * (k - 1)
