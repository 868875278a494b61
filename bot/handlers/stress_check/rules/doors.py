"""The first door after a result: the interview is applied for, taken back, or there is nothing to ask (Aku 11)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.errors import Refused
from bot.handlers.stress_check.rules import interview
from bot.handlers.stress_check.rules.moves import (
    APPLIED,
    ASKED,
    CALLED_OFF,
    CHECK,
    FLOW,
    INTERVIEW,
    KEPT,
    READ,
    WISH,
    WITHDRAWN,
)
from bot.handlers.stress_check.rules.results import WINDOW, is_advised
from bot.handlers.stress_check.rules.rounds import counted, interview_id, name_of, office, round_of
from bot.rules.cases import Case, Decision, Opening, Party, Purpose, Spawn
from bot.rules.consent import deemed_consent
from bot.rules.ledger import Ledger
from bot.rules.people import Role

READERS = (Role.AFFAIRS_STAFF,)
"""Whom an application hands the result to (Aku 11(2))."""


@dataclass(frozen=True)
class Way:
    """What somebody finds behind the button: the days, the application and the wish that there are."""

    advised: bool
    last_day: date | None
    in_time: bool
    application: Case | None
    wish: Case | None
    declined: bool


def way(check: Case, ledger: Ledger, now: datetime) -> Way:
    """What is open to the person of a check that has been received."""
    last = date.fromisoformat(check.body["apply_by"]) if "apply_by" in check.body else None
    today = ledger.office.day(now)
    return Way(
        advised=is_advised(check, round_of(check.period, ledger)),
        last_day=last,
        in_time=check.state == READ and last is not None and today <= last,
        application=application_of(check, ledger),
        wish=wish_of(check, ledger),
        declined=check.body.get("declined") is True,
    )


def application_of(check: Case, ledger: Ledger) -> Case | None:
    """The application after a check, unless it was taken back or called off: then another one may follow."""
    found = ledger.case(check.body.get("application") or interview_id(check, ledger))
    return found if found is not None and found.state not in (WITHDRAWN, CALLED_OFF) else None


def wish_of(check: Case, ledger: Ledger) -> Case | None:
    """What the person of a check has asked for and has not been answered yet."""
    if not check.requester:
        return None
    mine = ledger.open_cases(check.requester, Purpose.REQUESTER, FLOW)
    return next((one for one in mine if (one.kind, one.state) == (WISH.kind, ASKED)), None)


def includes_personnel(ledger: Ledger, now: datetime) -> bool:
    """Whether those in charge of personnel are among the readers, or in the same section as one (S7)."""
    readers, rows = office(READERS, ledger, now), ledger.people()
    units = {rows[one].unit for one in readers if one in rows}
    return any(row.personnel_authority and (row.id in readers or row.unit in units) for row in rows.values())


def next_id(check: Case, ledger: Ledger) -> str:
    """The id of the next application; after one that was taken back it is another."""
    tries = int(check.body.get("applications", 0))
    if not tries:
        return interview_id(check, ledger)
    return ledger.case_id_for(FLOW, INTERVIEW.kind, check.id, f"{check.period}.{tries}")


def apply(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person applies; doing so is the consent that the button has told in full (Aku 11(1)(2), S7)."""
    return _applied(case, ledger.office.day(now), "", ledger, now)


def apply_on_paper(day: date, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The joint clerk enters a signed form: it counts from the day on which it was handed in, and so do the days."""
    if day > ledger.office.day(now):
        return Refused("stress-day-future", "day")
    if "received_on" not in case.body or day < date.fromisoformat(case.body["received_on"]):
        return Refused("stress-apply-early", "day")
    return _applied(case, day, "day", ledger, now)


def apply_late(day: date, check_id: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The same for a form that was handed in in time and is entered when the days are over: the check stays as it is.

    `case` is the empty one under the application's id.
    """
    check = ledger.case(check_id)
    if check is None or check.state != KEPT:
        return Refused("not-shown")
    found = apply_on_paper(day, check, ledger, now)
    if isinstance(found, Refused):
        return found
    (spawn,) = found.spawns
    return Decision(
        act=spawn.act, opens=spawn.opening, body=spawn.body, identity=spawn.identity, parties=spawn.parties,
        deadlines=spawn.deadlines, consents=spawn.consents, notices=found.notices,
    )  # fmt: skip


def withdraw(person: str, case: Case) -> Decision | Refused:
    """Taken back before anybody at the section has opened it: nothing of the application is left (S7)."""
    if case.requester != person:
        return Refused("not-shown")
    if "opened_on" in case.body:
        return Refused("consent-already-opened")
    if case.state != APPLIED:
        return Refused("stress-withdraw-arranged")
    return Decision(act="withdraw", ends_route=True)


def decline(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """No, thank you: no reminder any more, no reason asked, and every door stays open (Aku 19(3))."""
    return Decision(act="decline", body={**case.body, "declined": True}, cancels=(WINDOW,))


def advised_checks(period: str, ledger: Ledger) -> tuple[Case, ...]:
    """Those of a year whose signed form the joint clerk could be handed: advised, received, not applied yet."""
    found = (one for state in (READ, KEPT) for one in ledger.listed(FLOW, CHECK.kind, period, state))
    return tuple(one for one in found if one.body.get("advised") and application_of(one, ledger) is None)


def _applied(case: Case, day: date, field: str, ledger: Ledger, now: datetime) -> Decision | Refused:
    if not is_advised(case, round_of(case.period, ledger)) or case.state not in (READ, KEPT):
        return Refused("not-shown")
    if application_of(case, ledger) is not None:
        return Refused("stress-apply-twice")
    if day > date.fromisoformat(case.body["apply_by"]):
        return Refused("stress-apply-late", field)
    opened = _interview(case, day, ledger, now)
    spawn = Spawn(
        Opening(INTERVIEW.kind, case.period), "apply", id=opened.id, body=opened.body, identity=opened.identity,
        parties=_parties(opened), deadlines=interview.clock(opened.id, day, ledger, now),
        consents=deemed_consent(READERS, now, None),
    )  # fmt: skip
    tries = int(case.body.get("applications", 0)) + 1
    return Decision(
        act="apply",
        body={**case.body, "application": opened.id, "applications": tries},
        cancels=(WINDOW,),
        spawns=(spawn,),
        notices=interview.announce(opened, ledger, now),
        counts=counted("interview", case, ledger, now),
    )


def _interview(check: Case, day: date, ledger: Ledger, now: datetime) -> Case:
    """The case that general affairs will see; of the check only what Aku 11(2) hands over, never an answer."""
    body = {
        "result": result_of(check), "applied_on": day.isoformat(), "readers": [reader.value for reader in READERS],
        "hold_by": interview.hold_by(day, ledger).isoformat(),
    }  # fmt: skip
    doctor = interview.physicians(check, ledger, now)[:1]
    identity = {"requester": check.requester, "handlers": list(doctor), "name": name_of(check, ledger)}
    return replace(check, id=next_id(check, ledger), kind=INTERVIEW.kind, state=APPLIED, body=body, identity=identity)


def result_of(check: Case) -> Mapping[str, Any]:
    """What of a check is the result: scales, points and sums; from another vendor's check there is none (S8)."""
    score = check.body.get("score", {})
    return {key: score.get(key, {}) for key in ("scales", "points", "sums")}


def _parties(opened: Case) -> tuple[Party, ...]:
    asker = (Party(opened.requester, Purpose.REQUESTER),) if opened.requester else ()
    return (*asker, *(Party(one, Purpose.HANDLER) for one in opened.handlers))
