"""A sheet as a check keeps it: the answers, the added items beside them, and what they score (Aku 7(1), 8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.handlers.stress_check.questionnaire import Sex, questionnaire
from bot.handlers.stress_check.scoring import Method, Score, Sheet, Totals, score, unanswered

ANSWERS, EXTRA, SEX, UNSAID = "answers", "extra", "sex", ""
"""Where a check's body keeps them; `UNSAID` is the sex of who would rather not say it (S4)."""

Added = Sequence[Mapping[str, str]]
Body = Mapping[str, Any]


@dataclass(frozen=True)
class Part:
    """What was chosen on one page: answers by item and by place among the added items, the sex, None where it was not.

    The places count from 0.
    """

    answers: Mapping[str, int] = field(default_factory=dict)
    extra: Mapping[int, int] = field(default_factory=dict)
    sex: str | None = None


def with_part(body: Body, part: Part, added: Added) -> dict[str, Any]:
    """A body with what was chosen on a page; nothing that was there is lost."""
    extra = {row["key"]: part.extra[place] for place, row in enumerate(added) if place in part.extra}
    after = {**body, ANSWERS: {**body.get(ANSWERS, {}), **part.answers}, EXTRA: {**body.get(EXTRA, {}), **extra}}
    return after if part.sex is None else {**after, SEX: part.sex}


def open_items(body: Body, added: Added) -> tuple[str, ...]:
    """What is not yet answered, in the order of the form: items, added items, and the question of the sex."""
    extra = body.get(EXTRA, {})
    return (
        *unanswered(body.get(ANSWERS, {}), questionnaire()),
        *(row["key"] for row in added if row["key"] not in extra),
        *(() if SEX in body else (SEX,)),
    )


def scored(body: Body, method: str) -> dict[str, Any]:
    """What a check's body gains by its whole sheet: its score and its verdict by the round's method (Aku 8).

    Raises ValueError, with the keys of items only, when the sheet is not whole.
    """
    sex = Sex(body[SEX]) if body[SEX] else None
    found = score(Sheet(sex, body[ANSWERS]), questionnaire(), Method(method))
    return {"score": as_json(found), "verdict": found.verdict}


def as_json(found: Score) -> dict[str, Any]:
    """A score as plain values; the verdict is kept apart from it."""
    return {
        "sums": _by_area(found.sums),
        "scales": {
            key: {"raw": one.raw, "level": one.level, "points": one.points} for key, one in found.scales.items()
        },
        "points": _by_area(found.points),
        "high_stress": {"sum": found.by_sum, "conversion": found.by_conversion},
    }


def _by_area(totals: Totals | None) -> dict[str, int | None]:
    return {"A": totals.a, "B": totals.b, "C": totals.c} if totals else {"A": None, "B": None, "C": None}
