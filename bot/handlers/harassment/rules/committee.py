"""The way to the committee: asked for by the person alone, then referred by the head; who sits there, who leaves."""

from dataclasses import replace
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.harassment.rules.affected import agreed_first
from bot.handlers.harassment.rules.agreement import CONSENT_ASK, REQUESTED, is_stopped, quiet
from bot.handlers.harassment.rules.chair import ACTING, DUE, VOTES, chair_sought, filled_again, in_charge
from bot.handlers.harassment.rules.circle import committee, joined, responders
from bot.handlers.harassment.rules.clocks import COMMITTEE, FORM_2, HEAD_DECISION, awaiting_head, with_clock
from bot.handlers.harassment.rules.moves import CONSENT_HELD, FOUND, REFERRED, REPORTED
from bot.handlers.harassment.rules.notices import duty, news
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.deadlines import due
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.people import Role
from bot.rules.policy_rows import Row

OVERDUE = "committee_overdue"
REFERABLE = (REPORTED, CONSENT_HELD, FOUND)
"""Where the section head has the case and can pass it on; a hearing that runs is ended first."""


# ---- the person asks, the head must refer (Aki 8(2)) ----


def request(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person asks for the committee; whoever received form 1 then must refer, and has that as a duty.

    Refused where nobody may sit there: nothing is asked of anybody.
    """
    day = ledger.office.day(now)
    if not committee(case, ledger, day):
        return Refused("harassment-committee-nobody")
    asked = Decision(act="request_committee", body={**case.body, REQUESTED: day.isoformat()})
    if case.state in REFERABLE:
        head = str(case.identity.get("recipient", ""))
        asked = awaiting_head(asked, head, "committee", case, ledger, now, while_in=REFERABLE)
    return joined(asked, case, ledger, now, state=case.state)


def take_back(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The person would rather not; whoever was to refer hears it, and owes nothing while the hearing is stopped."""
    body = {key: value for key, value in case.body.items() if key != REQUESTED}
    told = news(case, (str(case.identity.get("recipient", "")),), "committee-back", while_in=REFERABLE)
    taken_back = Decision(act="take_back_request", body=body, notices=told)
    if case.state == CONSENT_HELD and is_stopped(body):
        taken_back = quiet(taken_back, case)
    return joined(taken_back, case, ledger, now, state=case.state)


def refer(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The head passes it on: 60 days begin (Aki 9(3)), and everybody on the committee knows by when.

    An affected person for whom somebody else has reported is asked first, danger excepted (K5).
    """
    day = ledger.office.day(now)
    if REQUESTED not in case.body:
        return Refused("harassment-refer-unasked")
    if not (agreed_first(case) or case.body.get("order", {}).get("danger")):
        return Refused("harassment-refer-affected")
    if not committee(case, ledger, day):
        return Refused("harassment-refer-nobody")
    until = due("committee", now, ledger.office, ledger.policy).due_day
    body = {key: value for key, value in case.body.items() if key not in {"head_late_on", "head_due_on"}}
    decision = Decision(
        act="refer",
        body={**body, "referred_on": day.isoformat(), DUE: until.isoformat()},
        identity={key: value for key, value in case.identity.items() if key not in {ACTING, VOTES}},
        cancels=(HEAD_DECISION, FORM_2, CONSENT_ASK),
        deadlines=(overdue_from(case, until, ledger),),
        notices=news(case, (case.requester, *responders(case)), "referred"),
    )
    referred = joined(with_clock(decision, case, COMMITTEE, ledger, now), case, ledger, now, state=REFERRED)
    after = replace(case, state=REFERRED, identity=referred.identity or {}, body=referred.body or {})
    there = duty(after, in_charge(after, ledger, day), "committee", until, while_in=(REFERRED,))
    return chair_sought(replace(referred, notices=(*referred.notices, *there)), after, ledger, now)


def overdue_from(case: Case, until: date, ledger: Ledger) -> Deadline:
    """The first office day after the limit: then the person is told (G13)."""
    at = ledger.office.opening(ledger.office.on_or_after(until + DAY))
    return Deadline(case.id, OVERDUE, at, 0, until.isoformat())


# ---- seats (Aki 9(4)(10)) ----


def seats(case: Case, ledger: Ledger, day: date) -> tuple[tuple[Row | None, tuple[str, ...]], ...]:
    """Each seat by its kind with who may sit there in this case; under None whom the roster gives no known seat."""
    may = committee(case, ledger, day)
    held = {a.person: a.seat for a in ledger.appointments(day) if a.role is Role.COMMITTEE_MEMBER}
    rows = tuple(enumerate(ledger.policy.harassment.seats, start=1))
    known = {number for number, _ in rows}
    named = tuple((row, tuple(who for who in may if held[who] == number)) for number, row in rows)
    others = tuple(who for who in may if held[who] not in known)
    return (*named, (None, others)) if others else named


# ---- a member is too close to it (Aki 11) ----


def recuse(person: str, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Somebody of the committee or the secretariat steps out of this case in one tap; a chair is replaced."""
    aside = list(dict.fromkeys((*case.identity.get("stepped_aside", ()), person)))
    identity = {**case.identity, "stepped_aside": aside}
    decision = joined(Decision(act="recuse", identity=identity), case, ledger, now, state=case.state)
    after = replace(case, identity=decision.identity or {})
    day = ledger.office.day(now)
    if case.state == REFERRED and not committee(after, ledger, day):
        return replace(decision, notices=(*decision.notices, *news(case, (case.requester,), "nobody")))
    return filled_again(decision, case, after, ledger, now)
