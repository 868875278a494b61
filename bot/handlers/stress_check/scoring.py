"""How a filled-in questionnaire is scored and who is under high stress: pure (Aku 8).

The manual has two methods, and they disagree about some people. Both are computed; the verdict is the one of the
method that was fixed for the round. Nothing is ever filled in for an answer that is not there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.handlers.stress_check.questionnaire import (
    HIGHEST,
    LOWEST,
    AreaKey,
    ConversionLimits,
    Item,
    Questionnaire,
    Scale,
    Sex,
    SumLimits,
)


class Method(StrEnum):
    """By what a round selects (Aku 8(2)): the manual's first example or its second."""

    SUM = "sum"
    CONVERSION = "conversion"


@dataclass(frozen=True)
class Sheet:
    """What one person answered, by the keys of the items; `sex` is None for who would rather not say it."""

    sex: Sex | None
    answers: Mapping[str, int]


@dataclass(frozen=True)
class Totals:
    """Points of the three areas that count; D, satisfaction, counts in no verdict."""

    a: int
    b: int
    c: int


@dataclass(frozen=True)
class ScaleScore:
    """One scale of the profile; without a sex there is neither a level nor points."""

    raw: int
    level: int | None
    points: int | None


@dataclass(frozen=True)
class Score:
    """All that is known of one sheet; None wherever it would need a sex."""

    sums: Totals
    scales: Mapping[str, ScaleScore]
    points: Totals | None
    by_sum: bool
    by_conversion: bool | None
    verdict: bool | None


def score(sheet: Sheet, form: Questionnaire, method: Method) -> Score:
    """Everything about a whole sheet (Aku 8).

    Raises ValueError, with the keys of items only, when the sheet is not whole.
    """
    faulty = (*unanswered(sheet.answers, form), *unusable(sheet.answers, form))
    if faulty or len(sheet.answers) != len(form.items):
        raise ValueError(f"not a whole sheet: {', '.join(faulty) or 'answers to what is not asked'}")
    sums = sums_of(sheet.answers, form)
    scales = {scale.key: scale_score(scale, sheet) for scale in form.scales}
    points = points_of(scales, form)
    by_sum = high_by_sum(sums, form.high_stress.sum)
    by_conversion = high_by_conversion(points, form.high_stress.conversion) if points else None
    verdict = by_sum if method is Method.SUM else by_conversion
    return Score(sums, scales, points, by_sum, by_conversion, verdict)


def unanswered(answers: Mapping[str, object], form: Questionnaire) -> tuple[str, ...]:
    """The items without an answer: with a single one there is no score."""
    return tuple(item.key for item in form.items if answers.get(item.key) is None)


def unusable(answers: Mapping[str, object], form: Questionnaire) -> tuple[str, ...]:
    """The items whose answer is not one of the four numbers, as a whole number."""
    given = ((item.key, answers.get(item.key)) for item in form.items)
    return tuple(key for key, one in given if one is not None and not _is_answer(one))


def _is_answer(given: object) -> bool:
    return type(given) is int and LOWEST <= given <= HIGHEST


def stressed_side(item: Item, answer: int) -> int:
    """The first example's points of one answer: 4 at the side of stress, so the reversed items are turned round."""
    return LOWEST + HIGHEST - answer if item.reversed else answer


def sums_of(answers: Mapping[str, int], form: Questionnaire) -> Totals:
    """The first example's sums (合計点数) of the areas."""

    def total(area: AreaKey) -> int:
        return sum(stressed_side(item, answers[item.key]) for item in form.areas[area].items)

    return Totals(total("A"), total("B"), total("C"))


def high_by_sum(sums: Totals, limits: SumLimits) -> bool:
    """The first example of the manual, 評価基準の例（その1） (Aku 8(2))."""
    reacts = sums.b >= limits.b_from
    burdened = sums.a + sums.c >= limits.a_and_c_from and sums.b >= limits.with_b_from
    return reacts or burdened


def scale_score(scale: Scale, sheet: Sheet) -> ScaleScore:
    """One row of the conversion table, 素点換算表 (Aku 8(1))."""
    raw = raw_of(scale, sheet.answers)
    if sheet.sex is None:
        return ScaleScore(raw, None, None)
    level = level_of(scale, raw, sheet.sex)
    return ScaleScore(raw, level, points_at(scale, level))


def raw_of(scale: Scale, answers: Mapping[str, int]) -> int:
    """The table's raw score (素点), from the answers as they were given: here nothing is turned round first."""
    return scale.base + sum(answers[key] for key in scale.plus) - sum(answers[key] for key in scale.minus)


def level_of(scale: Scale, raw: int, sex: Sex) -> int:
    """The table's column, 1 (low, few) to 5 (high, many), in which a raw score stands for this sex."""
    columns = enumerate(scale.bands(sex), start=1)
    return next(level for level, band in columns if band and band[0] <= raw <= band[1])


def points_at(scale: Scale, level: int) -> int:
    """The table's evaluation points (評価点): 1 where stress is highest, 5 where it is lowest."""
    return 6 - level if scale.high == "stressful" else level


def points_of(scales: Mapping[str, ScaleScore], form: Questionnaire) -> Totals | None:
    """The second example's sums of evaluation points: nine scales of A, six of B, three of C; None without a sex."""
    totals = dict.fromkeys(form.areas, 0)
    for scale in form.scales:
        points = scales[scale.key].points
        if points is None:
            return None
        totals[scale.area] += points
    return Totals(totals["A"], totals["B"], totals["C"])


def high_by_conversion(points: Totals, limits: ConversionLimits) -> bool:
    """The second example of the manual, 評価基準の例（その2）: few points are much stress (Aku 8(2))."""
    reacts = points.b <= limits.b_to
    burdened = points.a + points.c <= limits.a_and_c_to and points.b <= limits.with_b_to
    return reacts or burdened
