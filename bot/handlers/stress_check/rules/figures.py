"""The numbers of a round: the planner's totals (Aku 7(4)), and what the law's yearly report asks for, no more (66-10).

Nowhere is a number of results: the form does not ask for one, and nobody here may make it.
"""

from dataclasses import dataclass
from datetime import date

from bot.handlers.stress_check.rules.moves import (
    ANALYSIS,
    CHECK,
    FLOW,
    HANDED_IN,
    HELD,
    INTERVIEW,
    INVITED,
    KEPT,
    MEASURED,
    OVER,
    PREPARED,
    READ,
    REPORTED,
    TAKEN,
    TOLD,
    UNTAKEN,
)
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.policy_stress import YearlyReport

WERE_TAKEN = (TAKEN, READ, KEPT)
WERE_HELD = (HELD, REPORTED, MEASURED, OVER)


@dataclass(frozen=True)
class Totals:
    """Of a round that runs or ran: who is examined, who took it, whose envelope waits, who has not answered."""

    examinees: int
    taken: int
    on_paper: int
    not_yet: int


@dataclass(frozen=True)
class Yearly:
    """The fields of the report form that this program can fill in; None for what cannot be told yet.

    `month` is the last month of the check. `staff` counts the roster as it is today, by the round's classes of
    employment: the form asks for the end of that month, which whoever reports has to look at.
    """

    year: str
    month: date
    staff: int
    took: int | None
    interviews: int | None
    analysed: bool
    report: YearlyReport


def totals(case: Case, ledger: Ledger) -> Totals | None:
    """The totals of a round, which cost no opening of anybody's check; None before it has begun (Aku 7(4))."""
    if case.state in (PREPARED, "cancelled"):
        return None
    found = ledger.tally(FLOW, CHECK.kind, case.period)
    taken = sum(found.get(state, 0) for state in WERE_TAKEN)
    on_paper = found.get(HANDED_IN, 0)
    not_yet = found.get(INVITED, 0) + found.get(UNTAKEN, 0)
    return Totals(taken + on_paper + not_yet, taken, on_paper, not_yet)


def yearly(case: Case, ledger: Ledger, *, so_far: bool = False) -> Yearly:
    """What the law asks for of a round.

    The number of interviews stands there when the round is over: seen to grow from day to day it would tell when
    somebody had one. Whoever reports earlier gets it with `so_far` from the host, once the results are told.
    """
    counted = case.state == OVER or (so_far and case.state == TOLD)
    employment = case.body.get("employment", ledger.policy.stress_check.employment)
    return Yearly(
        year=case.period,
        month=date.fromisoformat(case.body["closes_on"]),
        staff=sum(row.employment in employment and not row.left for row in ledger.people().values()),
        took=int(case.body["takers"]) if case.state in (TOLD, OVER) else None,
        interviews=_interviews(case, ledger) if counted else None,
        analysed=ledger.tally(FLOW, ANALYSIS.kind, case.period) != {},
        report=ledger.policy.stress_check.report,
    )


def _interviews(case: Case, ledger: Ledger) -> int:
    found = ledger.tally(FLOW, INTERVIEW.kind, case.period)
    return sum(found.get(state, 0) for state in WERE_HELD)
