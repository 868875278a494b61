"""Disclosure control against a reader who knows the algorithm and every published number."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import product

import pytest

from bot.rules.disclosure import HIDDEN, Shown, disclose, enough_contributors, threshold

Rule = Callable[[Mapping[str, int], int], Shown]
Table = tuple[int, ...]


def published(shown: Shown) -> tuple[object, ...]:
    return shown.total, tuple(sorted(shown.cells.items()))


def violations(rule: Rule, k: int, categories: int, most: int) -> int:
    """How many small cells the rule gives away: their value cannot be 0 any more, or cannot be k - 1."""
    names = "abcdefgh"[:categories]
    posterior: dict[tuple[object, ...], list[Table]] = defaultdict(list)
    for table in product(range(most + 1), repeat=categories):
        if sum(table) > most:  # the reader's tables of one total must all be there, so totals bound the search
            continue
        posterior[published(rule(dict(zip(names, table, strict=True)), k))].append(table)
    found = 0
    for tables in posterior.values():
        for cell in range(categories):
            possible = {table[cell] for table in tables}
            small = sum(0 < table[cell] < k for table in tables)
            found += small * (not {0, k - 1} <= possible)
    return found


def shows_zeros(cells: Mapping[str, int], k: int) -> Shown:
    return Shown(sum(cells.values()), {name: n if n == 0 or n >= k else None for name, n in cells.items()})


def hides_small_only(cells: Mapping[str, int], k: int) -> Shown:
    return Shown(sum(cells.values()), {name: n if n >= k else None for name, n in cells.items()})


def textbook(cells: Mapping[str, int], k: int) -> Shown:
    small = [n for n in cells.values() if n < k]
    if sum(cells.values()) < k:
        return HIDDEN
    if small and (len(small) < 2 or sum(small) < k):
        return Shown(sum(cells.values()), {})
    return hides_small_only(cells, k)


def ignores_the_total(cells: Mapping[str, int], k: int) -> Shown:
    return disclose(cells, k) if sum(cells.values()) >= k else Shown(sum(cells.values()), {})


def tells_all_hidden_from_no_breakdown(cells: Mapping[str, int], k: int) -> Shown:
    if sum(cells.values()) >= k and all(n < k for n in cells.values()):
        remainder = sum(cells.values())
        if k - 1 <= remainder <= (len(cells) - 1) * (k - 1):
            return Shown(remainder, dict.fromkeys(cells))
    return disclose(cells, k)


@pytest.mark.parametrize(("k", "categories", "most"), [(2, 3, 12), (3, 3, 16), (5, 3, 24), (3, 4, 14), (3, 2, 20)])
def test_no_small_number_is_given_away(k: int, categories: int, most: int) -> None:
    assert violations(disclose, k, categories, most) == 0


@pytest.mark.parametrize(
    "naive", [shows_zeros, hides_small_only, textbook, ignores_the_total, tells_all_hidden_from_no_breakdown]
)
def test_the_oracle_catches_every_simpler_rule(naive: Rule) -> None:
    assert violations(naive, 3, 3, 16) > 0


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ({"a": 0, "b": 0, "c": 0}, HIDDEN),
        ({"a": 2, "b": 2, "c": 1}, HIDDEN),
        ({"a": 6, "b": 0, "c": 0}, Shown(6, {})),
        ({"a": 6, "b": 7, "c": 8}, Shown(21, {"a": 6, "b": 7, "c": 8})),
        ({"a": 9, "b": 3, "c": 2}, Shown(14, {"a": 9, "b": None, "c": None})),
        ({"a": 9, "b": 8, "c": 5}, Shown(22, {})),
        ({"a": 9, "b": 5, "c": 1}, Shown(15, {})),
        ({"a": 4, "b": 3, "c": 1}, Shown(8, {})),
    ],
)
def test_the_digest_shows_total_breakdown_or_nothing(cells: dict[str, int], shown: Shown) -> None:
    assert disclose(cells, threshold(5, 1)) == shown


def test_what_a_reader_may_know_is_added_for_totals_and_cells_alike() -> None:
    assert threshold(5, 1) == 6
    assert disclose({"a": 5}, threshold(5, 0)) == Shown(5, {"a": 5})
    assert disclose({"a": 5}, threshold(5, 1)) == HIDDEN


@pytest.mark.parametrize(
    ("entries", "enough"),
    [
        ([], False),
        ([0, 0, 0], False),
        ([4, 4], False),
        ([4, 4, 0], False),
        ([4, 2, 2], True),  # exactly half is not more than half
        ([5, 2, 2], False),
        ([1, 1, 1], True),
        ([9, 5, 4, 0], True),
    ],
)
def test_peer_figures_need_three_supporters_and_none_with_more_than_half(entries: list[int], enough: bool) -> None:
    assert enough_contributors(entries, 3) is enough
