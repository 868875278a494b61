"""What the section head decides in writing (Aki 8): who is heard, or that it ends after it; and the nudges."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.errors import Refused
from bot.handlers.harassment.rules.affected import agreed_first
from bot.handlers.harassment.rules.affected import refused as affected_refused
from bot.handlers.harassment.rules.agreement import AGREED, CONSENT_ASK, REQUESTED
from bot.handlers.harassment.rules.circle import DESK, eligible, joined, responders
from bot.handlers.harassment.rules.clocks import FORM_2, HEAD_DECISION, again, is_last, last_day, with_clock
from bot.handlers.harassment.rules.ending import OUTCOME_LATE, closing
from bot.handlers.harassment.rules.moves import CLOSING, CONSENT_HELD, FOUND, HEARING, REPORTED
from bot.handlers.harassment.rules.notices import duty, news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

DECIDING = (REPORTED, FOUND, CONSENT_HELD)
"""The states in which the head's word is awaited."""

LATE_SCREEN = "head_late"  # the topic of what the desk is told: that a decision is late, not of what


@dataclass(frozen=True)
class Order:
    """What the head orders (Aki 8(1)): who is heard, and what the responders should know.

    `known`: the person's name becomes, or may become, known by it. `danger`: there is danger to somebody, so that it
    does not wait for the affected person's answer (K5).
    """

    heard: tuple[str, ...]
    known: bool
    note: str = ""
    danger: bool = False


def obstacle(wanted: Order, case: Case) -> Refused | None:
    """Why nobody may be heard now: consent is asked first, and held without it (K1, K5)."""
    if not wanted.heard:
        return Refused("field-choose", "heard")
    if not (wanted.danger or agreed_first(case)):
        return Refused("harassment-order-affected", "danger")
    agreed = case.body.get(AGREED)
    if agreed is False:
        return Refused("harassment-order-refused", "known")
    if wanted.known and not agreed:
        return Refused("harassment-order-unanswered", "known")
    return None


def order(wanted: Order, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The head orders the two responders in writing to hear people and to report on form 2 (Aki 8(1), K1)."""
    if refused := obstacle(wanted, case):
        return refused
    today, due = ledger.office.day(now).isoformat(), last_day(FORM_2, ledger, now)
    written = {
        "heard": list(wanted.heard), "known": wanted.known, "note": wanted.note, "danger": wanted.danger, "on": today,
    }  # fmt: skip
    before = [case.body["order"]] if "order" in case.body else []
    ordered = Decision(
        act="order",
        body={
            **_on_time(case),
            "ordered_on": today,
            "order": written,
            "earlier_orders": [*case.body.get("earlier_orders", ()), *before],
            "facts_due_on": due.isoformat(),
        },
        cancels=(HEAD_DECISION, CONSENT_ASK),
        notices=(
            *duty(case, responders(case), "ordered", due, while_in=(HEARING,)),
            *news(case, (case.requester,), "ordered"),
        ),
    )
    return joined(with_clock(ordered, case, FORM_2, ledger, now), case, ledger, now, state=HEARING)


def orders(case: Case) -> tuple[Mapping[str, Any], ...]:
    """Every written order of this round, the first one first."""
    last = (case.body["order"],) if "order" in case.body else ()
    return (*case.body.get("earlier_orders", ()), *last)


def close(outcome: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """It ends after the fact-finding, or without one: what came of it in the head's words (K1, K7).

    Never where the person has asked for the committee: then the head must refer it (Aki 8(2), `owes_referral`).
    """
    if not outcome:
        return Refused("harassment-outcome-empty", "outcome")
    if owes_referral(case):
        return Refused("harassment-close-requested", "outcome")
    office = ledger.office
    due = office.add_open_days(office.day(now), ledger.policy.harassment.outcome_office_days)
    closed = Decision(
        act="close",
        body={**_on_time(case), "outcome": outcome, "outcome_due_on": due.isoformat()},
        cancels=(CONSENT_ASK,),
        deadlines=(Deadline(case.id, OUTCOME_LATE, office.opening(office.on_or_after(due + DAY)), 0, str(case.rev)),),
        notices=duty(case, responders(case), "outcome", due, while_in=(CLOSING,)),
    )
    return closing(closed, case, ledger, now)


def owes_referral(case: Case) -> bool:
    """Whether the person has asked for the committee, and no affected person has stopped that (Aki 8(2), K5)."""
    return REQUESTED in case.body and not affected_refused(case)


def tell_outcome(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """A responder has told the person what came of it (K7); now it can be read as well."""
    if not untold(case):
        return Refused("harassment-outcome-told")
    return Decision(
        act="tell_outcome",
        body={**case.body, "outcome_told_on": ledger.office.day(now).isoformat()},
        cancels=(OUTCOME_LATE,),
        notices=news(case, (case.requester,), "outcome", while_in=(CLOSING,)),
    )


def untold(case: Case) -> bool:
    """Whether a responder still has to tell the person what came of it."""
    body = case.body
    return case.state == CLOSING and "outcome_due_on" in body and "outcome_told_on" not in body


def may_read_outcome(case: Case, today: date) -> bool:
    """Whether the person can read it: once told, and also when nobody has told them in time."""
    if case.state != CLOSING or not case.body.get("outcome"):
        return False
    due = case.body.get("outcome_due_on")
    return "outcome_told_on" in case.body or not due or today > date.fromisoformat(due)


def on_outcome_late(case: Case) -> Decision | None:
    """Nobody has told the person in time: they can read it all the same."""
    if not untold(case):
        return None
    return Decision(act="miss_outcome", notices=news(case, (case.requester,), "outcome_late", while_in=(CLOSING,)))


def on_head_late(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The head is reminded, then others by the policy's list; on the last stage the person hears it first (G13)."""
    if case.state not in DECIDING:
        return None
    last = is_last(HEAD_DECISION, deadline.stage, ledger)
    notices = tuple(_reminders(case, deadline, ledger, now))
    if not last:
        return Decision(act="nudge_head", deadlines=again(HEAD_DECISION, deadline, ledger, now), notices=notices)
    told = news(case, (case.requester,), "head_late", while_in=DECIDING)
    body = {**case.body, "head_late_on": ledger.office.day(now).isoformat()}
    later = again(HEAD_DECISION, deadline, ledger, now)
    return Decision(act="nudge_head", body=body, deadlines=later, notices=(*told, *notices))


def _reminders(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Iterator[Notice]:
    """At each stage one more of those whom the policy names; the desk only of what was brought to it (K2, K6)."""
    today = ledger.office.day(now)
    due = max(date.fromisoformat(case.body["head_due_on"]), today) if "head_due_on" in case.body else today
    for nudged in ledger.policy.clocks[HEAD_DECISION].nudges[: deadline.stage]:
        if nudged == Role.AFFAIRS_HEAD:
            head = str(case.identity.get("recipient", ""))
            yield from duty(case, (head,), f"head:{deadline.stage}", due, while_in=DECIDING)
        elif nudged == Role.DESK_OFFICER and case.identity.get("door") == DESK:
            for who in eligible(Role.DESK_OFFICER, case, ledger, today):
                once = f"{case.id}:head_late:{case.rev}:{who}"
                yield Notice(who, NoticeClass.NEWS, case.id, once, topic=LATE_SCREEN, while_in=DECIDING)


def _on_time(case: Case) -> dict[str, Any]:
    """The body without what was late: the head has decided, and what is ordered begins anew."""
    late = {"head_late_on", "head_due_on", "facts_late_on"}
    return {key: value for key, value in case.body.items() if key not in late}


PASSED = {
    HEAD_DECISION: Passed(Act.NOTIFY, "fact_finding_order", on_head_late),
    OUTCOME_LATE: Passed(Act.NOTIFY, "consultation", lambda case, deadline, ledger, now: on_outcome_late(case)),
}
TOLD = {LATE_SCREEN: ((Role.DESK_OFFICER,), "committee_request")}
