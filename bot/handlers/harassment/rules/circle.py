"""Who may have a part in a consultation: nobody named in it, and never somebody the person wants kept out (Aki 11)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.handlers.harassment.rules.moves import (
    AFTER_FORM_1,
    ARRANGED,
    ARRANGING,
    CLOSING,
    HANDLED,
    MEASURES,
    PROPOSED,
    RECEIVED,
    REFERRED,
)
from bot.rules.cases import Case, Decision, Party, Purpose
from bot.rules.conflicts import Involved, conflicted
from bot.rules.ledger import Ledger
from bot.rules.people import Appointment, Role, holders

DESK, COUNSELLORS, HEAD, COMMITTEE = "desk", "counsellors", "head", "committee"
OFFICES: Mapping[str, tuple[Role, ...]] = {
    DESK: (Role.DESK_OFFICER,),
    COUNSELLORS: (Role.COUNSELLOR,),
    HEAD: (Role.AFFAIRS_HEAD,),
    COMMITTEE: (Role.COMMITTEE_MEMBER, Role.CHAIR),
}
"""What the quick ticks of "who must not see this?" stand for: somebody of that office, without a name."""

NAMED_CLERK = "named_clerk"
"""The basis of an appointment to the secretariat by the (acting) chair, for one case only (K6)."""

REFERRED_STATES = frozenset({REFERRED, PROPOSED, MEASURES})
PROPOSED_STATES = frozenset({PROPOSED, MEASURES})


# ---- who is out ----


def involved(case: Case, ledger: Ledger, day: date) -> Involved:
    """The people around a case, for `conflicts.conflicted`."""
    identity = case.identity
    in_force = ledger.appointments(day)
    ticked = (role for office in identity.get("kept_out", ()) for role in OFFICES[office])
    out = {*identity.get("excluded", ()), *holders(in_force, tuple(ticked), day)}
    acted = {who: frozenset({Role.COUNSELLOR}) for who in (*responders(case), *identity.get("asked", ()))}
    return Involved(
        requester=case.requester or str(identity.get("affected", "")),
        excluded=frozenset(out),
        superiors=frozenset(_chain(case.requester, ledger)),
        chosen=frozenset({*identity.get("wished", ()), *_heads(ledger, day)}),
        stepped_aside=frozenset(identity.get("stepped_aside", ())),
        section=frozenset(_section(in_force, day)),
        named_clerks=frozenset({identity["clerk"]} if identity.get("clerk") else ()),
        acted_as=acted,
    )


def _chain(person: str, ledger: Ledger) -> Sequence[str]:
    """The chain of superiors of somebody, nearest first; a ring in the roster ends where it closes."""
    chain: dict[str, None] = {}
    row = ledger.person(person) if person else None
    while row and row.superior and row.superior not in chain and row.superior != person:
        chain[row.superior] = None
        row = ledger.person(row.superior)
    return tuple(chain)


def _heads(ledger: Ledger, day: date) -> tuple[str, ...]:
    """The head, the deputy and the committee act by office, also for who works under them; kept out when named."""
    by_office = (Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY, Role.COMMITTEE_MEMBER, Role.CHAIR)
    return holders(ledger.appointments(day), by_office, day)


def _section(in_force: Sequence[Appointment], day: date) -> tuple[str, ...]:
    """The staff section that keeps desk and secretariat, with its head and the director (Aki 7(2), 9(6)(11))."""
    regular = [a for a in in_force if a.basis != NAMED_CLERK]
    return holders(regular, (Role.DESK_OFFICER, Role.SECRETARIAT, Role.AFFAIRS_HEAD, Role.CHAIR), day)


def may_take_part(person: str, hat: Role, case: Case, ledger: Ledger, day: date) -> bool:
    """Whether somebody holds that office today and nothing keeps them out of this case (Aki 11)."""
    held = person in holders(ledger.appointments(day), (hat,), day)
    return held and not conflicted(person, hat, involved(case, ledger, day))


def eligible(hat: Role, case: Case, ledger: Ledger, day: date) -> tuple[str, ...]:
    """Who may deal with this case under `hat` today, in the roster's order; nobody who has left."""
    around = involved(case, ledger, day)
    found = holders(ledger.appointments(day), (hat,), day)
    rows = {who: ledger.person(who) for who in found}
    return tuple(
        who for who in found if not conflicted(who, hat, around) and not ((row := rows[who]) is not None and row.left)
    )


# ---- who is in ----


def responders(case: Case) -> tuple[str, ...]:
    """The two who deal with it, once settled (Aki 7(6))."""
    return tuple(case.identity.get("responders", ()))


def receivers(case: Case, ledger: Ledger, day: date) -> tuple[str, ...]:
    """Who was told of a consultation: the whole desk, or the one counsellor whom the person chose (K2)."""
    if case.identity.get("door") == DESK:
        return eligible(Role.DESK_OFFICER, case, ledger, day)
    chosen = str(case.identity.get("receiver", ""))
    return (chosen,) if chosen in eligible(Role.COUNSELLOR, case, ledger, day) else ()


def recipient(case: Case, ledger: Ledger, day: date) -> str:
    """Who receives form 1: the section head, else the deputy of the policy (K6); "" where neither may."""
    found = (*eligible(Role.AFFAIRS_HEAD, case, ledger, day), *eligible(Role.AFFAIRS_DEPUTY, case, ledger, day))
    return next(iter(found), "")


def committee(case: Case, ledger: Ledger, day: date) -> tuple[str, ...]:
    """The members who may sit on this case (Aki 9(4)), in the order of their seats."""
    seats = sorted((a for a in ledger.appointments(day) if a.role is Role.COMMITTEE_MEMBER), key=lambda a: a.seat)
    may = set(eligible(Role.COMMITTEE_MEMBER, case, ledger, day))
    return tuple(dict.fromkeys(a.person for a in seats if a.person in may))


def chair(case: Case, ledger: Ledger, day: date) -> str:
    """Who presides: the chair, or the acting one whom the members have elected (Aki 9(6)(8)); "" for nobody."""
    regular = next(iter(eligible(Role.CHAIR, case, ledger, day)), "")
    acting = str(case.identity.get("acting_chair", ""))
    return regular or (acting if acting in committee(case, ledger, day) else "")


def secretariat(case: Case, ledger: Ledger, day: date) -> tuple[str, ...]:
    """Who keeps the committee's file (Aki 9(11)): the section, or the clerk named in its place (K6)."""
    named = str(case.identity.get("clerk", ""))
    others = {a.person for a in ledger.appointments(day) if a.role is Role.SECRETARIAT and a.basis == NAMED_CLERK}
    found = eligible(Role.SECRETARIAT, case, ledger, day)
    return tuple(who for who in found if who == named or who not in others)


# ---- what follows from it ----


def takes_part(case: Case, ledger: Ledger, day: date) -> Mapping[Role, tuple[str, ...]]:
    """For each hat who has the case in hand now, in the state that it is in."""
    state = case.state
    if state not in HANDLED:
        return {}
    arranging = receivers(case, ledger, day) if state in {RECEIVED, ARRANGING, ARRANGED} else ()
    by_desk = arranging if case.identity.get("door") == DESK else ()
    asked = tuple(case.identity.get("asked", ()))
    listening = {*(arranging if not by_desk else ()), *asked, *responders(case)}
    found: dict[Role, tuple[str, ...]] = {
        Role.DESK_OFFICER: by_desk,
        Role.COUNSELLOR: tuple(who for who in eligible(Role.COUNSELLOR, case, ledger, day) if who in listening),
    }
    if case.identity.get("nurse"):
        found[Role.RESPONSE_NURSE] = (str(case.identity["nurse"]),)
    if state in (*AFTER_FORM_1, CLOSING) and case.identity.get("recipient"):
        head = str(case.identity["recipient"])
        for hat in (Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY):
            found[hat] = tuple(who for who in eligible(hat, case, ledger, day) if who == head)
    if state in REFERRED_STATES:
        found[Role.COMMITTEE_MEMBER] = committee(case, ledger, day)
        found[Role.CHAIR] = eligible(Role.CHAIR, case, ledger, day)
        found[Role.SECRETARIAT] = secretariat(case, ledger, day)
    return found


def joined(decision: Decision, case: Case, ledger: Ledger, now: datetime, *, state: str) -> Decision:
    """The decision with the parties that follow from it: who has the case in hand in `state`, and nobody else.

    Every rule that changes who takes part, or the state, ends with it. `state` is where the act leads.
    """
    identity: dict[str, Any] = {**(case.identity if decision.identity is None else decision.identity)}
    day = ledger.office.day(now)
    after = replace(case, state=state, identity=identity)
    hands = dict.fromkeys(who for people in takes_part(after, ledger, day).values() for who in people)
    identity["handlers"] = list(hands)
    return replace(
        decision,
        identity=identity,
        parties=(
            *decision.parties,
            *(Party(who, Purpose.HANDLER) for who in hands if who not in case.handlers),
        ),
        drops_parties=(
            *decision.drops_parties,
            *(Party(who, Purpose.HANDLER) for who in case.handlers if who not in hands),
        ),
    )


def facts(case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
    """What `may()` asks of a consultation about one person under one hat."""
    day = ledger.office.day(now)
    if not case.exists:
        return {"assigned": True}  # who enters what came by phone deals with it (G6)
    named = bool(case.body.get("name_agreed"))
    return {
        "own": bool(person) and person == case.requester,
        "conflicted": conflicted(person, hat, involved(case, ledger, day)),
        "assigned": person in takes_part(case, ledger, day).get(hat, ()),
        "consented": bool(case.body.get("nurse_agreed")) if hat is Role.RESPONSE_NURSE else named,
        "identity_free": not named,
        "submitted": bool(case.body.get("reported_on")),
        "ordered": bool(case.body.get("ordered_on")),
        "referred": case.state in REFERRED_STATES,
        "proposed": case.state in PROPOSED_STATES,
        "presiding": person == chair(case, ledger, day),
    }
