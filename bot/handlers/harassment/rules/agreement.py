"""Whether people may be heard in a way that makes the person known: asked before, taken back at any time (K1)."""

from dataclasses import replace
from datetime import date, datetime

from bot.handlers.harassment.rules.circle import joined, responders
from bot.handlers.harassment.rules.clocks import FORM_2, HEAD_DECISION, last_day, with_clock
from bot.handlers.harassment.rules.moves import CONFIRMING, CONSENT_HELD, HEARING, HELD, REPORTED
from bot.handlers.harassment.rules.notices import duty, news
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger

AGREED = "hearing_agreed"  # in the body: True, False, or absent while no answer has come
AFFECTED_AGREED = "affected_agreed"  # the same of the affected person, where somebody else has reported (K5)
CONSENT_ASK = "consent_ask"  # the deadline of the answer
OPEN = (CONFIRMING, HELD, REPORTED, CONSENT_HELD, HEARING)
"""The states in which the person can agree and take it back."""

UNDER_WAY = (REPORTED, HEARING)
"""Where somebody is at it or about to be, so that a no stops it."""


def agree(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The person agrees, also later: the head's clock begins anew where the hearing was stopped."""
    agreed = Decision(act="consent_hearing", body={**case.body, AGREED: True})
    return resumed(agreed, case, ledger, now)


def stop(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The person does not agree, or takes it back: what is going on stops in the same instant."""
    stopped = Decision(act="stop_hearing", body={**case.body, AGREED: False})
    return held(stopped, case, ledger, now)


def held(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The decision, which also stops the hearing and the head's clock where either is under way (K1, K5).

    What has been written so far stays with the responders.
    """
    if case.state not in UNDER_WAY:
        return decision
    told = (str(case.identity.get("recipient", "")), *responders(case))
    stopped = replace(
        decision,
        act="hold_hearing",
        cancels=(*decision.cancels, HEAD_DECISION, FORM_2, CONSENT_ASK),
        notices=(*decision.notices, *news(case, told, "held", while_in=(CONSENT_HELD,))),
    )
    return joined(stopped, case, ledger, now, state=CONSENT_HELD)


def resumed(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The decision, after which the head has to decide again where the hearing had been stopped (Aki 8).

    Not while another one's no still stands against it.
    """
    body = case.body if decision.body is None else decision.body
    if case.state != CONSENT_HELD or False in (body.get(AGREED), body.get(AFFECTED_AGREED)):
        return decision
    due = last_day(HEAD_DECISION, ledger, now)
    head = str(case.identity.get("recipient", ""))
    going_on = replace(
        decision,
        body={**body, "head_due_on": due.isoformat()},
        notices=(*decision.notices, *duty(case, (head,), "agreed", due, while_in=(CONSENT_HELD,))),
    )
    return with_clock(going_on, case, HEAD_DECISION, ledger, now)


def is_open(case: Case) -> bool:
    """Whether the question waits for the person's answer."""
    return case.state in OPEN and AGREED not in case.body


def answer_by(case: Case) -> date | None:
    """The last day for an answer, None while form 1 has not been reported."""
    day = case.body.get("consent_due_on")
    return date.fromisoformat(day) if day else None
