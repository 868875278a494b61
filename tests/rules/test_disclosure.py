"""What the digest and the group analysis show; whether that can be seen through is asked in test_disclosure_oracles."""

import pytest

from bot.rules.disclosure import HIDDEN, Shown, disclose, disclose_entries, enough_contributors, threshold
from bot.rules.disclosure_groups import (
    Atom,
    Groups,
    Hidden,
    change_may_be_shown,
    counted_answers,
    figure_may_be_shown,
    groups,
    size_band,
)


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ({"a": 0, "b": 0, "c": 0}, HIDDEN),
        ({"a": 2, "b": 2, "c": 1}, HIDDEN),
        ({"a": 6, "b": 0, "c": 0}, Shown(6, {})),
        ({"a": 6, "b": 7, "c": 8}, Shown(21, {"a": 6, "b": 7, "c": 8})),
        ({"a": 9, "b": 3, "c": 2}, Shown(14, {})),  # 14 - 9 would be a number below k
        ({"a": 9, "b": 3, "c": 2, "d": 1}, Shown(15, {"a": 9, "b": None, "c": None, "d": None})),
        ({"a": 9, "b": 5, "c": 5, "d": 0}, Shown(19, {"a": 9, "b": None, "c": None, "d": None})),
        ({"a": 9, "b": 5, "c": 5, "d": 1}, Shown(20, {})),  # nobody in b could not be any more
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


def test_peer_figures_without_enough_supporters_look_like_small_ones() -> None:
    cells = {"a": 7, "b": 8}

    assert disclose_entries(cells, [5, 5, 5], 6, 3) == Shown(15, cells)
    assert disclose_entries(cells, [8, 4, 3], 6, 3) == disclose_entries({"a": 0, "b": 0}, [], 6, 3) == HIDDEN


@pytest.mark.parametrize(
    ("division", "atoms"),
    [
        ({"a": 5, "b": 12}, [(("a",), 5), (("b",), 12)]),
        ({"a": 5, "b": 2, "c": 3}, [(("a",), 5), (("b", "c"), 5)]),
        ({"a": 9, "b": 4}, [(("a", "b"), 13)]),
        ({"a": 9, "b": 3, "c": 3, "d": 2}, [(("a",), 9), (("b", "c", "d"), 8)]),  # the leftover joins the smallest
        ({"a": 6, "b": 4, "c": 4, "d": 2}, [(("a", "c"), 10), (("b", "d"), 6)]),
        ({"a": 5, "b": 0}, [(("a", "b"), 5)]),
        ({"a": 2, "b": 2}, []),
        ({}, []),
    ],
)
def test_small_units_are_pooled_inside_their_division_or_hidden(
    division: dict[str, int], atoms: list[tuple[tuple[str, ...], int]]
) -> None:
    found = groups({"D": division}, 5)

    assert [(atom.units, atom.takers) for atom in found.atoms] == atoms
    assert found.hidden.units == (() if atoms else tuple(("D", unit) for unit in sorted(division)))


def test_hidden_units_count_in_the_organisation_once_they_are_enough_together() -> None:
    town = {"A": {"a": 8}, "B": {"b": 3}, "C": {"c": 1, "d": 1}}

    assert groups(town, 5) == Groups(
        (Atom("A", ("a",), 8),), Hidden((("B", "b"), ("C", "c"), ("C", "d")), 5, counted=True)
    )
    assert groups(town, 6).hidden.counted is False


@pytest.mark.parametrize(
    ("takers", "band"),
    [
        (4, (1, 4)),
        (5, (5, 9)),
        (9, (5, 9)),
        (10, (10, 19)),
        (19, (10, 19)),
        (20, (20, 49)),
        (49, (20, 49)),
        (50, (50, None)),
        (700, (50, None)),
    ],
)
def test_a_group_tells_the_band_of_its_size(takers: int, band: tuple[int, int | None]) -> None:
    assert size_band(takers) == band


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ([], False),
        ([3, 3, 3, 3, 3], False),
        ([0] * 6, False),
        ([1] * 6, False),
        ([1, 0, 0, 0, 0], True),
        ([3, 4], True),
    ],
)
def test_a_figure_is_hidden_where_everybody_answered_alike(answers: list[int], shown: bool) -> None:
    assert figure_may_be_shown(answers) is shown


def test_a_group_whose_figure_is_hidden_counts_in_no_other() -> None:
    assert counted_answers([[0, 1, 1], [1, 1], [0, 0]]) == (0, 1, 1)
    assert counted_answers([[1, 1], [0, 0]]) == ()


@pytest.mark.parametrize(
    ("joined", "left", "shown"),
    [(0, 0, True), (5, 0, True), (0, 9, True), (6, 5, True), (4, 0, False), (0, 1, False), (9, 4, False)],
)
def test_a_change_is_shown_unless_a_few_joined_or_left(joined: int, left: int, shown: bool) -> None:
    assert change_may_be_shown(joined, left, 5) is shown
