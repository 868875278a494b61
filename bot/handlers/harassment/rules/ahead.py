"""What every act leaves ahead of a consultation: when it falls idle (G8), and when a term of who deals with it ends."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.handlers.harassment.rules.moves import BEFORE_FORM_1, CONSENT_HELD
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.people import Role

IDLE_ASK, IDLE_END, TERM_END = "idle_ask", "idle_end", "term_end"
RESTING = (*BEFORE_FORM_1, CONSENT_HELD)
"""Where nothing else may be counted: somebody is asked whether it goes on (G8)."""

ASKED = "idle_until"  # in the body while it is asked if this goes on: the last day for an answer

Hands = Mapping[Role, tuple[str, ...]]


def looked_ahead(decision: Decision, case: Case, state: str, hands: Hands, ledger: Ledger, now: datetime) -> Decision:
    """The decision that leads to `state`, with the idle days begun anew and the terms of `hands` in sight.

    What changes nothing begins nothing anew: the revision, by which one count is told from the next, stays too.
    """
    terms = term_ends(case, hands, ledger, ledger.office.day(now))
    if not _is_news(decision, case, state):
        return replace(decision, deadlines=(*decision.deadlines, *terms))
    body = case.body if decision.body is None else decision.body
    return replace(
        decision,
        body={key: value for key, value in body.items() if key != ASKED} if ASKED in body else decision.body,
        cancels=(*decision.cancels, IDLE_ASK, IDLE_END),
        deadlines=(*decision.deadlines, *_idle(case, state, ledger, now), *terms),
    )


def term_ends(case: Case, hands: Hands, ledger: Ledger, day: date) -> tuple[Deadline, ...]:
    """The day after each term of those who deal with a case: then it is looked at again (Aki 7(4), 10)."""
    lasts = {_last_day(who, hat, ledger, day) for hat, people in hands.items() for who in people}
    return tuple(
        Deadline(case.id, TERM_END, ledger.office.start_of(last + DAY), period=f"{case.rev}:{last.isoformat()}")
        for last in sorted(lasts - {date.max})
    )


def _is_news(decision: Decision, case: Case, state: str) -> bool:
    return (
        state != case.state
        or bool(decision.records)
        or decision.body not in (None, case.body)
        or decision.identity not in (None, case.identity)
    )


def _idle(case: Case, state: str, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    if state not in RESTING:
        return ()
    idle_on = ledger.office.day(now) + timedelta(days=ledger.policy.harassment.idle_asks_days)
    act = f"{case.rev}.{len(ledger.records(case.id))}"
    return (Deadline(case.id, IDLE_ASK, ledger.office.start_of(idle_on), period=act),)


def _last_day(person: str, hat: Role, ledger: Ledger, day: date) -> date:
    """The last day of an office that somebody holds today, `date.max` while in post."""
    held = [a for a in ledger.appointments_of(person) if a.role is hat and a.in_force(day)]
    return max((a.last_day or date.max for a in held), default=date.max)
