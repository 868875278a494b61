"""How a consultation comes in: written in several sittings, sent, or entered for who has called (Aki 5(2), 7(9))."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.errors import Refused
from bot.handlers.harassment.rules.circle import DESK, eligible
from bot.handlers.harassment.rules.doors import COUNSELLOR, doors, handed_over, through
from bot.handlers.harassment.rules.moves import DRAFT, FLOW
from bot.rules.access import Act
from bot.rules.cases import NOTHING, Case, Count, Deadline, Decision, Opening, Party, Purpose
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role
from bot.rules.policy import Policy

KIND, DRAFT_END = "consultation", "draft_end"
FOR_OTHERS = frozenset({"saw", "told"})
"""The entries of somebody to whom it did not happen (Aki 5(2)); then the affected person may be named."""

NO_WISHES: Mapping[str, Any] = {"days": "", "place": "", "means": "", "sex": "", "nurse": False, "wanted": []}
NOTHING_TOLD: Mapping[str, Any] = {
    "entry": "", "kinds": [], "places": [], "when": "", "story": "", "named": False, "wishes": NO_WISHES,
}  # fmt: skip
NOBODY_NAMED: Mapping[str, Any] = {
    "requester": "", "affected": "", "door": "", "receiver": "", "excluded": [], "kept_out": [], "wished": [],
}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """What one page holds: fields of the case, and whom it names. Everything may be left open (G5)."""

    body: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    identity: Mapping[str, Any] = field(default_factory=lambda: NOTHING)


def own_draft(person: str, ledger: Ledger) -> Case | None:
    """What this person has begun and not sent, the oldest first."""
    found = ledger.open_cases(person, Purpose.REQUESTER, FLOW)
    return next((case for case in found if case.kind == KIND and case.state == DRAFT), None)


def begin(part: Part, writer: str, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The first page is kept, for nobody but who writes it."""
    begun = Decision(
        act="begin",
        opens=Opening(KIND),
        body={**NOTHING_TOLD, **part.body},
        identity={**NOBODY_NAMED, **part.identity, "requester": writer},
        parties=(Party(writer, Purpose.REQUESTER),),
    )
    return _kept(begun, case, ledger, now)


def write(part: Part, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Another page; the days for which a draft is kept begin anew."""
    written = Decision(
        act="write", body={**case.body, **part.body}, identity={**case.identity, **part.identity}, cancels=(DRAFT_END,)
    )
    return _kept(written, case, ledger, now)


def throw_away(case: Case) -> Decision:
    """Not needed: nothing of it stays."""
    return Decision(act="throw_away", ends_route=True)


def send(part: Part, door: str, writer: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """To the door that the person has chosen, and to nobody else (K2); a draft or what has just been written."""
    day = ledger.office.day(now)
    told = {**NOTHING_TOLD, **case.body, **part.body, "sent_on": day.isoformat()}
    told.pop("kept_until", None)
    who = {**NOBODY_NAMED, **case.identity, **part.identity, "requester": writer}
    who["wished"] = _free(who, case, ledger, day)
    chosen = through(door, replace(case, identity=who), ledger, day)
    if isinstance(chosen, Refused):
        return chosen
    new = not case.exists
    sent = Decision(
        act="send",
        opens=Opening(KIND) if new else None,
        body=told,
        identity={**who, **chosen},
        parties=(Party(writer, Purpose.REQUESTER),) if new else (),
        cancels=(DRAFT_END,),
        counts=(_counted(told, ledger, now),),
    )
    return handed_over(sent, case, ledger, now)


def enter(part: Part, caller: str, by: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The desk or a counsellor writes down who phoned or came, and is the door themselves (G6)."""
    if not caller:
        return Refused("harassment-caller-needed", "caller")
    day = ledger.office.day(now)
    who = {**NOBODY_NAMED, **part.identity, "caller": caller}
    who["wished"] = _free(who, case, ledger, day)
    asked = replace(case, identity=who)
    if doors(asked, ledger, day).closed:
        return Refused("harassment-nobody-left", "kept_out")
    if by in eligible(Role.DESK_OFFICER, asked, ledger, day):
        door = {"door": DESK, "receiver": ""}
    elif by in eligible(Role.COUNSELLOR, asked, ledger, day):
        door = {"door": COUNSELLOR, "receiver": by}
    else:
        return Refused("harassment-enter-not-you", "kept_out")
    entered = Decision(
        act="enter",
        opens=Opening(KIND),
        body={**NOTHING_TOLD, **part.body, "sent_on": day.isoformat()},
        identity={**who, **door},
        counts=(_counted(part.body, ledger, now),),
    )
    return handed_over(entered, case, ledger, now, but=by)


def _counted(told: Mapping[str, Any], ledger: Ledger, now: datetime) -> Count:
    """One person of this month's digest, under one category: the group of what was ticked (D2)."""
    of = {kind.key: kind.group for kind in ledger.policy.harassment.kinds}
    groups = {of[key] for key in told.get("kinds", ()) if key in of}
    group = next(iter(groups), "other") if len(groups) < 2 else "several"
    return Count(f"group.{group}", ledger.office.month(now))


def on_draft_end(case: Case) -> Decision | None:
    """Nobody came back to it: it deletes itself."""
    return replace(throw_away(case), act="run_out") if case.state == DRAFT else None


def about_customers(case: Case, policy: Policy) -> bool:
    """Whether it is about customers: sexual conduct is inside the regulation, everything else is taken as well (K3)."""
    return any(kind.group == "customer" and kind.key in case.body["kinds"] for kind in policy.harassment.kinds)


def kept_until(case: Case) -> date:
    """The last day of a draft."""
    return date.fromisoformat(case.body["kept_until"])


def _kept(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The same decision on a draft, kept from now on for the policy's days."""
    last = ledger.office.day(now) + timedelta(days=ledger.policy.harassment.draft_days)
    return replace(
        decision,
        body={**(decision.body or {}), "kept_until": last.isoformat()},
        deadlines=(Deadline(case.id, DRAFT_END, ledger.office.start_of(last + DAY), period=str(case.rev)),),
    )


def _free(who: Mapping[str, Any], case: Case, ledger: Ledger, day: date) -> list[str]:
    """The wished counsellors who may deal with it, since whoever is kept out has no part in it."""
    free = eligible(Role.COUNSELLOR, replace(case, identity=who), ledger, day)
    return [wished for wished in who["wished"] if wished in free]


PASSED = {DRAFT_END: Passed(Act.DISPOSE, "consultation", lambda case, deadline, ledger, now: on_draft_end(case))}
