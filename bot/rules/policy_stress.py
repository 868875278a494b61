"""What the stress-check regulation leaves to the organisation: its round, its groups and the yearly report."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.rules.policy_rows import Row, row_mistakes

Doctor = Literal["own_physician", "own_staff", "contractor"]  # the three answers of the report form
Addressee = Literal["labour_office", "mayor", "personnel_commission"]

FREE_GROUP = 10
"""So many takers may be given as a group without a decision of the health committee (the law's guideline)."""
LEAST_MINUTES = 5
"""So long a picture stays at least: it is asked for to be looked at."""


@dataclass(frozen=True)
class YearlyReport:
    """Who checks and interviews, and whom the law's yearly figures go to."""

    addressee: Addressee
    implementer: Doctor
    physician: Doctor


@dataclass(frozen=True)
class StressCheck:
    """The annual round (Aku 6-15); months are numbers, `window` is (first, last).

    `employment` are the classes of the roster that are examined (Aku 2(1)), `added` the items beside the form's own
    (Aku 7(1)); they are answered like its first part and count in no score. `group_decision` is the health
    committee's decision, with its date, that allows groups of fewer than ten; without it ten is the least.
    `picture_minutes`: so long a picture that somebody asked for stays in Slack. `measures` are the kinds of working
    measures (Aku 13).
    """

    electronic_form_decision: str
    questionnaire: str
    selection: Literal["conversion", "sum"]
    window: tuple[int, int]
    group_size: int
    group_decision: str
    unopened_paper_days: int
    result_notices_per_minute: int
    picture_minutes: int
    employment: tuple[str, ...]
    added: tuple[Row, ...]
    measures: tuple[Row, ...]
    report: YearlyReport

    @property
    def smallest_group(self) -> int:
        """So many takers a group must have: below ten only by the health committee's decision (Aku 15)."""
        return self.group_size if self.group_decision.strip() else max(self.group_size, FREE_GROUP)


def mistakes(stress: StressCheck) -> Iterator[str]:
    """Every mistake in this part of the policy, each beginning with its key path."""
    if not all(1 <= month <= 12 for month in stress.window):
        yield "stress_check.window: must hold two months from 1 to 12"
    if not stress.employment or len(set(stress.employment)) < len(stress.employment):
        yield "stress_check.employment: must name at least one class of the roster, and none twice"
    yield from row_mistakes("stress_check.added", stress.added)
    yield from row_mistakes("stress_check.measures", stress.measures)
    if stress.picture_minutes < LEAST_MINUTES:
        yield f"stress_check.picture_minutes: must be at least {LEAST_MINUTES}, so that the picture can be looked at"
    if len(stress.added) > 10:
        yield "stress_check.added: must hold at most ten rows"
