"""Starts and stops the clocks of the regulation: "promptly" is a setting, and both sides are held to it."""

from dataclasses import replace
from datetime import date, datetime

from bot.handlers.harassment.rules.notices import duty
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.deadlines import Stage, stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY

RESPONDERS, FORM_1, HEAD_DECISION = "responders", "form1", "head_decision"
FORM_2, COMMITTEE, MEASURES = "form2", "committee", "measures"
"""The clocks of the policy; the deadlines of each have its name as their kind."""


def with_clock(
    decision: Decision,
    case: Case,
    clock: str,
    ledger: Ledger,
    now: datetime,
    *,
    until: date | None = None,
    after: str = "",
) -> Decision:
    """The decision, which also starts `clock` anew; what was left of its earlier run is cancelled.

    The revision is the period, so that every run of a clock in one case is another one. `until` is the last day
    where the case itself gives it; `after` names the deadline that starts it and changes nothing else, so that an act
    at the same revision can start it once more.
    """
    rule = ledger.policy.clocks[clock]
    planned = stages(replace(rule, limit="given") if until else rule, now, ledger.office, ends_on=until)
    return replace(
        decision,
        cancels=(*decision.cancels, clock),
        deadlines=(
            *decision.deadlines,
            *(Deadline(case.id, clock, s.at, s.number, f"{case.rev}{after}", s.not_after) for s in planned),
        ),
    )


def awaiting_head(
    decision: Decision, head: str, what: str, case: Case, ledger: Ledger, now: datetime, *, while_in: tuple[str, ...]
) -> Decision:
    """The decision, after which the head's word is awaited by a day that both sides are held to (Aki 8).

    `what` tells the occasions apart, as in a duty's key.
    """
    due = last_day(HEAD_DECISION, ledger, now)
    body = case.body if decision.body is None else decision.body
    awaited = replace(
        decision,
        body={**body, "head_due_on": due.isoformat()},
        notices=(*decision.notices, *duty(case, (head,), what, due, while_in=while_in)),
    )
    return with_clock(awaited, case, HEAD_DECISION, ledger, now)


def last_day(clock: str, ledger: Ledger, now: datetime) -> date:
    """The office day by which the act is promised: the one before the stage on which the person is told (G13)."""
    planned: tuple[Stage, ...] = stages(ledger.policy.clocks[clock], now, ledger.office)
    office = ledger.office
    return office.on_or_before(office.day(planned[-1].at) - DAY)


def again(clock: str, deadline: Deadline, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """After a clock's last stage the next reminder, so many days on as the policy says; none before it.

    So it goes on until the act is done: what was missed and told is not forgotten.
    """
    every, office = ledger.policy.clocks[clock].overdue_days, ledger.office
    if not every or deadline.stage < last_stage(clock, ledger):
        return ()
    at = office.opening(office.on_or_after(office.day(now) + every * DAY))
    return (replace(deadline, due_at=at, stage=deadline.stage + 1, not_after=None),)


def is_last(clock: str, stage: int, ledger: Ledger) -> bool:
    """Whether this stage is the clock's last one, on which the person hears that it was missed (G13)."""
    return stage == last_stage(clock, ledger)


def last_stage(clock: str, ledger: Ledger) -> int:
    """The number of a clock's last stage."""
    return sum(len(numbers) for numbers in ledger.policy.clocks[clock].stages.values())
