"""What counts in which digest: a published one never changes, so what comes after it counts in none (D1)."""

from dataclasses import replace
from datetime import date, datetime

from bot.rules.cases import Case, Count, Decision
from bot.rules.ledger import Ledger
from bot.rules.office import DAY, OfficeCalendar, first_of, next_month
from bot.rules.policy import Policy

PROMISE = "promise_counted"
"""In a case's body: whether its promise has been counted, kept or missed; once in its life (D2)."""


def published_on(month: str, office: OfficeCalendar, policy: Policy) -> date:
    """The day of a month's digest: the first office day after the policy's day of the next month (D1)."""
    first = first_of(next_month(month))
    return office.on_or_after(first.replace(day=policy.digest_after_day) + DAY)


def still_counts(month: str, ledger: Ledger, now: datetime) -> bool:
    """Whether something of `month` can still stand in its digest."""
    return now < ledger.office.opening(published_on(month, ledger.office, ledger.policy))


def with_promise_counted(
    decision: Decision, case: Case, month: str, ledger: Ledger, now: datetime, *, kept: bool
) -> Decision:
    """The decision with the promise of `case` counted in the month in which it was made, the first time only."""
    body = case.body if decision.body is None else decision.body
    if body.get(PROMISE):
        return decision
    counts = (Count(f"promise.{'kept' if kept else 'missed'}", month),) if still_counts(month, ledger, now) else ()
    return replace(decision, body={**body, PROMISE: True}, counts=(*decision.counts, *counts))
