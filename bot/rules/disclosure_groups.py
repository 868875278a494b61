"""Which groups of a stress check have figures, so that none can be had by subtracting others (Aku 15).

An atom is the smallest group that is given; every figure is of one atom or of several whole ones. Which units are
pooled depends on the numbers of takers alone, never on an answer, and stays as it is for the round.
All sizes are numbers of persons who took the check, not of staff.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

Divisions = Mapping[str, Mapping[str, int]]
Unit = tuple[str, str]

BANDS = ((50, None), (20, 49), (10, 19), (5, 9), (1, 4))  # the last where an organisation's minimum is below Aku 15's


@dataclass(frozen=True)
class Atom:
    """Units of one division that are given as one group; of its takers a reader gets the `size_band` only."""

    division: str
    units: tuple[str, ...]
    takers: int


@dataclass(frozen=True)
class Hidden:
    """The units of divisions that are too small, as (division, unit); `takers` is their sum.

    `counted`: together they are enough, so the organisation's figures include them, as one atom that is not given.
    """

    units: tuple[Unit, ...]
    takers: int
    counted: bool


@dataclass(frozen=True)
class Groups:
    """Every unit once: in the atom in which it is given, or hidden."""

    atoms: tuple[Atom, ...]
    hidden: Hidden


def groups(divisions: Divisions, k: int) -> Groups:
    """How the units of each division are pooled until each group has `k` takers, or hidden (Aku 15).

    `divisions` holds the number of takers of each unit of each division; the order does not matter.
    """
    atoms = tuple(atom for division in sorted(divisions) for atom in _atoms(division, divisions[division], k))
    given = {atom.division for atom in atoms}
    suppressed = [(division, unit) for division in divisions if division not in given for unit in divisions[division]]
    takers = sum(divisions[division][unit] for division, unit in suppressed)
    return Groups(atoms, Hidden(tuple(sorted(suppressed)), takers, counted=takers >= k))


def size_band(takers: int) -> tuple[int, int | None]:
    """The band in which a group's size is told, in takers, from and to; the last has no end (Aku 15)."""
    return next(band for band in BANDS if takers >= band[0])


def figure_may_be_shown(answers: Collection[float]) -> bool:
    """Whether a group's mean or share may be shown: where all takers answered the same it tells each one's (Aku 15).

    `answers` are those of the group's takers to this one figure; for a share, 0 and 1: 0 % and 100 % are hidden.
    """
    return len(set(answers)) > 1


def counted_answers(groups_answers: Iterable[Collection[float]]) -> tuple[float, ...]:
    """The answers over which a division's or the organisation's figure is taken; none: no figure (Aku 15).

    `groups_answers` are those of each of its atoms, and of the hidden units where they are `counted`. A group whose
    own figure is not shown is left out, takers and all: otherwise subtracting the others would show it.
    """
    return tuple(answer for answers in groups_answers if figure_may_be_shown(answers) for answer in answers)


def change_may_be_shown(joined: int, left: int, k: int) -> bool:
    """Whether a group's change against last round may be shown (Aku 15): else it would be the answers of a few.

    `joined` and `left` count the takers of this round who were not in the group's last, and the reverse.
    """
    return all(n == 0 or n >= k for n in (joined, left))


def _atoms(division: str, units: Mapping[str, int], k: int) -> list[Atom]:
    pools = [[unit] for unit in sorted(units) if units[unit] >= k]
    pool: list[str] = []
    for unit in sorted((unit for unit in units if units[unit] < k), key=lambda unit: (units[unit], unit)):
        pool.append(unit)
        if _takers(pool, units) >= k:
            pools.append(pool)
            pool = []
    if not pools:
        return []
    min(pools, key=lambda pool: (_takers(pool, units), pool)).extend(pool)  # the leftover, which may be nothing
    return [Atom(division, tuple(sorted(pool)), _takers(pool, units)) for pool in sorted(pools, key=min)]


def _takers(pool: Iterable[str], units: Mapping[str, int]) -> int:
    return sum(units[unit] for unit in pool)
