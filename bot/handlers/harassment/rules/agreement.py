"""Whether people may be heard in a way that makes the person known: asked before, taken back at any time (K1)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.handlers.harassment.rules.circle import joined, responders
from bot.handlers.harassment.rules.clocks import FORM_2, HEAD_DECISION, awaiting_head
from bot.handlers.harassment.rules.moves import CONFIRMING, CONSENT_HELD, HEARING, HELD, REPORTED
from bot.handlers.harassment.rules.notices import news
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger

AGREED = "hearing_agreed"  # in the body: True, False, or absent while no answer has come
AFFECTED_AGREED = "affected_agreed"  # the same of the affected person, where somebody else has reported (K5)
REQUESTED = "committee_requested_on"  # in the body since the person has asked for the committee (Aki 8(2))
CONSENT_ASK = "consent_ask"  # the deadline of the answer
OPEN = (CONFIRMING, HELD, REPORTED, CONSENT_HELD, HEARING)
"""The states in which the person can agree and take it back."""

UNDER_WAY = (REPORTED, HEARING)
"""Where somebody is at it or about to be, so that a no stops it."""


def agree(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The person agrees, also later: the head's clock begins anew where the hearing was stopped."""
    agreed = Decision(act="consent_hearing", body={**case.body, AGREED: True})
    return joined(resumed(agreed, case, ledger, now), case, ledger, now, state=case.state)


def stop(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The person does not agree, or takes it back: what is going on stops in the same instant."""
    stopped = Decision(act="stop_hearing", body={**case.body, AGREED: False})
    return held(stopped, case, ledger, now)


def held(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The decision, which also stops the hearing and the head's clock where either is under way (K1, K5).

    What has been written so far stays with the responders. Where the person has asked for the committee the head owes
    the referral all the same, by a new day (Aki 8(2)). Whoever has not stopped it hears that it is stopped.
    """
    if case.state == CONSENT_HELD:
        return joined(quiet(decision, case), case, ledger, now, state=case.state)
    if case.state not in UNDER_WAY:
        return joined(decision, case, ledger, now, state=case.state)
    head, referral = str(case.identity.get("recipient", "")), REQUESTED in case.body
    own = decision.act == "stop_hearing"
    told = (*(() if referral else (head,)), *responders(case), *(() if own else (case.requester,)))
    stopped = replace(
        quiet(decision, case),
        act="hold_hearing",
        cancels=(*decision.cancels, HEAD_DECISION, FORM_2, CONSENT_ASK),
        notices=(*decision.notices, *news(case, told, "held", while_in=(CONSENT_HELD,))),
    )
    if referral:
        stopped = awaiting_head(stopped, head, "committee", case, ledger, now, while_in=(CONSENT_HELD,))
    return joined(stopped, case, ledger, now, state=CONSENT_HELD)


def quiet(decision: Decision, case: Case) -> Decision:
    """The decision without the head's clock and without what was late by it, unless a referral is owed (K1)."""
    body = case.body if decision.body is None else decision.body
    if REQUESTED in body:
        return decision
    return replace(
        decision,
        body={key: value for key, value in body.items() if key not in {"head_due_on", "head_late_on"}},
        cancels=(*decision.cancels, HEAD_DECISION),
    )


def resumed(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The decision, after which the head has to decide again where the hearing had been stopped (Aki 8).

    Not while another one's no still stands against it.
    """
    body = case.body if decision.body is None else decision.body
    if case.state != CONSENT_HELD or is_stopped(body):
        return decision
    head = str(case.identity.get("recipient", ""))
    return awaiting_head(decision, head, "agreed", case, ledger, now, while_in=(CONSENT_HELD,))


def is_stopped(body: Mapping[str, Any]) -> bool:
    """Whether somebody's no stands against the hearing (K1, K5)."""
    return False in (body.get(AGREED), body.get(AFFECTED_AGREED))


def is_open(case: Case) -> bool:
    """Whether the question waits for the person's answer."""
    return case.state in OPEN and AGREED not in case.body


def answer_by(case: Case) -> date | None:
    """The last day for an answer, None while form 1 has not been reported."""
    day = case.body.get("consent_due_on")
    return date.fromisoformat(day) if day else None
