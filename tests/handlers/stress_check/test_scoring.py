"""Scoring by the manual: known sheets, both sides of every limit, nothing made up for what is not there (Aku 8)."""

import json
import subprocess
import sys
from dataclasses import FrozenInstanceError
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.stress_check.questionnaire import Sex, questionnaire
from bot.handlers.stress_check.scoring import (
    Method,
    Score,
    Sheet,
    Totals,
    high_by_conversion,
    high_by_sum,
    level_of,
    points_at,
    raw_of,
    score,
)
from tests.handlers.stress_check import oracle_stress as oracle

ROOT = Path(__file__).parents[3]
FORM = questionnaire()
SUM, CONVERSION = FORM.high_stress.sum, FORM.high_stress.conversion
SCALES = {scale.key: scale for scale in FORM.scales}
VECTORS = json.loads((ROOT / "tests/vectors/stress_scores.json").read_text())
KEYS = [item.key for item in FORM.items]
FIRST = dict.fromkeys(KEYS, 1)

whole_sheets = st.lists(st.integers(1, 4), min_size=57, max_size=57).map(
    lambda given: dict(zip(KEYS, given, strict=True))
)


def keyed(answers: dict[str, str]) -> dict[str, int]:
    return {f"{area}{n}": int(one) for area, given in answers.items() for n, one in enumerate(given, start=1)}


def scored(answers: dict[str, int], sex: Sex | None = Sex.MALE, method: Method = Method.CONVERSION) -> Score:
    return score(Sheet(sex, answers), FORM, method)


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: f"{row['sex']}: {row['why']}")
def test_a_known_sheet_has_its_known_score(row: dict[str, Any]) -> None:
    for method in Method:
        found = scored(keyed(row["answers"]), Sex(row["sex"]), method)

        assert found.sums == Totals(*row["sums"])
        assert found.points == Totals(*row["points"])
        assert (found.by_sum, found.by_conversion) == (row["sum"], row["conversion"])
        assert found.verdict is row[method]


def test_the_known_sheets_stand_on_both_sides_of_every_limit() -> None:
    sums = {(row["sums"][1], row["sums"][0] + row["sums"][2]) for row in VECTORS}
    points = {(row["points"][1], row["points"][0] + row["points"][2]) for row in VECTORS}

    assert {77, 76, 63, 62} <= {b for b, _ in sums}
    assert {76, 75} <= {others for _, others in sums}
    assert {12, 13, 17, 18} <= {b for b, _ in points}
    assert {26, 27} <= {others for _, others in points}
    assert {(row["sum"], row["conversion"]) for row in VECTORS} == set(product((True, False), repeat=2))


def test_the_manuals_own_example() -> None:
    quantity = SCALES["quantity"]
    raw = raw_of(quantity, FIRST | {"A3": 2})
    level = level_of(quantity, raw, Sex.MALE)

    assert (raw, level, points_at(quantity, level)) == (11, 4, 2)
    assert high_by_conversion(Totals(21, 7, 4), CONVERSION)


@pytest.mark.parametrize(
    ("b", "a_and_c", "high"),
    [
        (77, 26, True), (76, 26, False), (116, 26, True),
        (63, 76, True), (62, 76, False), (63, 75, False), (76, 75, False), (62, 104, False),
    ],
)  # fmt: skip
def test_the_limits_of_the_sums(b: int, a_and_c: int, high: bool) -> None:
    assert high_by_sum(Totals(a_and_c - 9, b, 9), SUM) is high


@pytest.mark.parametrize(
    ("b", "a_and_c", "high"),
    [
        (12, 58, True), (13, 58, False), (6, 58, True),
        (17, 26, True), (18, 26, False), (17, 27, False), (13, 27, False), (18, 12, False),
    ],
)  # fmt: skip
def test_the_limits_of_the_evaluation_points(b: int, a_and_c: int, high: bool) -> None:
    assert high_by_conversion(Totals(a_and_c - 3, b, 3), CONVERSION) is high


def test_both_limits_everywhere() -> None:
    for b, others in product(range(29, 117), range(26, 105)):
        assert high_by_sum(Totals(others - 9, b, 9), SUM) is (b > 76 or (b > 62 and others > 75))
    for b, others in product(range(6, 31), range(12, 61)):
        assert high_by_conversion(Totals(others - 3, b, 3), CONVERSION) is (b < 13 or (b < 18 and others < 27))


@pytest.mark.parametrize("sex", Sex)
@pytest.mark.parametrize("scale", FORM.scales, ids=lambda scale: scale.key)
def test_one_point_is_always_the_side_of_stress(scale: Any, sex: Sex) -> None:
    reach = scale.reach()
    by_stress = reach if scale.high == "stressful" else reversed(reach)
    points = [points_at(scale, level_of(scale, raw, sex)) for raw in by_stress]

    assert points == sorted(points, reverse=True)
    assert points[-1] == 1


@given(whole_sheets, st.sampled_from(Sex))
def test_more_stress_never_ends_a_verdict(answers: dict[str, int], sex: Sex) -> None:
    before = scored(answers, sex)
    for item in FORM.items:
        worse = answers[item.key] + (-1 if item.reversed else 1)
        if worse in range(1, 5):
            after = scored(answers | {item.key: worse}, sex)
            assert after.by_sum >= before.by_sum
            assert bool(after.by_conversion) >= bool(before.by_conversion)


@given(whole_sheets, st.integers(1, 4), st.integers(1, 4), st.sampled_from(Sex))
def test_satisfaction_counts_in_no_verdict(answers: dict[str, int], work: int, home: int, sex: Sex) -> None:
    one, other = scored(answers, sex), scored(answers | {"D1": work, "D2": home}, sex)

    assert (one.sums, one.points, one.by_sum, one.by_conversion) == (
        other.sums, other.points, other.by_sum, other.by_conversion,
    )  # fmt: skip


@given(whole_sheets)
def test_without_a_sex_only_the_sums_can_decide(answers: dict[str, int]) -> None:
    """S4: neither men's nor women's table is taken instead."""
    by_sum = scored(answers, None, Method.SUM)
    by_conversion = scored(answers, None, Method.CONVERSION)

    assert (by_sum.verdict, by_conversion.verdict) == (by_sum.by_sum, None)
    assert (by_sum.by_conversion, by_sum.points) == (None, None)
    assert {(one.level, one.points) for one in by_sum.scales.values()} == {(None, None)}
    assert {key: one.raw for key, one in by_sum.scales.items()} == {
        key: one.raw for key, one in scored(answers).scales.items()
    }


@pytest.mark.parametrize(
    ("answers", "named"),
    [
        ({key: 1 for key in KEYS if key != "B12"}, "B12"),
        (FIRST | {"C3": None}, "C3"),
        (FIRST | {"A9": 0}, "A9"),
        (FIRST | {"A9": 5}, "A9"),
        (FIRST | {"A9": True}, "A9"),
        (FIRST | {"A9": 2.0}, "A9"),
        (FIRST | {"A9": "2"}, "A9"),
        (FIRST | {"E1": 1}, "answers to what is not asked"),
    ],
)
def test_a_sheet_that_is_not_whole_has_no_score(answers: Any, named: str) -> None:
    with pytest.raises(ValueError, match=f"^not a whole sheet: {named}$"):
        scored(answers)


def test_a_score_stays_as_it_is() -> None:
    with pytest.raises(FrozenInstanceError):
        scored(FIRST).verdict = True  # type: ignore[misc]


def test_the_vectors_are_what_the_manual_says_of_them() -> None:
    for row in VECTORS:
        sheet = {area: [int(one) for one in given] for area, given in row["answers"].items()}
        said = oracle.expected(sheet, row["sex"], "sum")
        assert said["sums"] == dict(zip("ABC", row["sums"], strict=True))
        assert said["points"] == dict(zip("ABC", row["points"], strict=True))


def test_scoring_needs_the_standard_library_alone() -> None:
    program = (
        "import sys; from importlib.metadata import packages_distributions as installed;"
        "before = set(sys.modules); import bot.handlers.stress_check.scoring;"
        "loaded = {name.partition('.')[0] for name in set(sys.modules) - before};"
        "print(*sorted(loaded & installed().keys() - {'bot'}))"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    assert run.stdout.split() == []
