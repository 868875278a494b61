"""Who may have a part in a consultation: nobody named in it, and never somebody the person wants kept out (Aki 11)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.handlers.harassment.rules.ahead import TERM_END, looked_ahead
from bot.handlers.harassment.rules.clocks import awaiting_head
from bot.handlers.harassment.rules.moves import (
    AFTER_FORM_1,
    AFTER_MEETING,
    ARRANGED,
    ARRANGING,
    CLOSING,
    CONSULTATION,
    FOUND,
    HANDLED,
    MEASURES,
    PROPOSED,
    RECEIVED,
    REFERRED,
    REPORTED,
)
from bot.handlers.harassment.rules.notices import news
from bot.rules.cases import Case, Deadline, Decision, Party, Purpose
from bot.rules.conflicts import Involved, conflicted, kept_from, superiors_of
from bot.rules.ledger import Ledger
from bot.rules.people import FOR_ONE_CASE, Appointment, Role, holders

DESK, COUNSELLORS, HEAD, COMMITTEE = "desk", "counsellors", "head", "committee"
OFFICES: Mapping[str, tuple[Role, ...]] = {
    DESK: (Role.DESK_OFFICER,),
    COUNSELLORS: (Role.COUNSELLOR,),
    HEAD: (Role.AFFAIRS_HEAD,),
    COMMITTEE: (Role.COMMITTEE_MEMBER, Role.CHAIR),
}
"""What the quick ticks of "who must not see this?" stand for: somebody of that office, without a name."""

BY_OFFICE = frozenset({Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY, Role.COMMITTEE_MEMBER, Role.CHAIR})
"""Who acts by office also for somebody who works under them; they are kept out when named (K6)."""

REFERRED_STATES = frozenset({REFERRED, PROPOSED, MEASURES})
PROPOSED_STATES = frozenset({PROPOSED, MEASURES})


# ---- who is out ----


def involved(case: Case, hat: Role, ledger: Ledger, day: date) -> Involved:
    """The people around a case for somebody under `hat`, for `conflicts.conflicted`."""
    identity, people = case.identity, ledger.people()
    in_force = ledger.appointments(day)
    affected = str(identity.get("affected", ""))
    return Involved(
        requester=case.requester,
        affected=affected,
        excluded=kept_out(case, ledger, day),
        superiors=frozenset((*superiors_of(case.requester, people), *superiors_of(affected, people))),
        chosen=frozenset((*identity.get("wished", ()), *(holders(in_force, (hat,), day) if hat in BY_OFFICE else ()))),
        stepped_aside=frozenset(identity.get("stepped_aside", ())),
        section=frozenset((*_section(in_force, day), *identity.get("section_then", ()))),
        named_clerks=frozenset({identity["clerk"]} if identity.get("clerk") else ()),
        acted_as={who: frozenset({Role.COUNSELLOR}) for who in (*_listening(identity), *identity.get("listened", ()))},
    )


def kept_out(case: Case, ledger: Ledger, day: date) -> frozenset[str]:
    """Whom the person has named, and who holds an office that is ticked, today or when it was ticked (Aki 11)."""
    ticked = [role for office in case.identity.get("kept_out", ()) for role in OFFICES[office]]
    return kept_from(case) | frozenset(holders(ledger.appointments(day), ticked, day))


def _held_then(identity: Mapping[str, Any], ledger: Ledger, day: date) -> dict[str, list[str]]:
    """For each ticked office who has held it since the tick: a new post does not let its holder in."""
    then, in_force = identity.get("kept_out_people", {}), ledger.appointments(day)
    return {
        office: list(dict.fromkeys((*then.get(office, ()), *holders(in_force, OFFICES[office], day))))
        for office in identity.get("kept_out", ())
    }


def _section_then(identity: Mapping[str, Any], after: Case, ledger: Ledger, day: date) -> list[str]:
    """Who is kept out and was of the staff section at some time since: another post does not let its desk in (K6)."""
    section = _section(ledger.appointments(day), day)
    of_it = (who for who in section if who in kept_out(after, ledger, day))
    return list(dict.fromkeys((*identity.get("section_then", ()), *of_it)))


def _listening(identity: Mapping[str, Any]) -> tuple[str, ...]:
    return (*identity.get("responders", ()), *identity.get("asked", ()))


def _listened(identity: Mapping[str, Any], case: Case) -> dict[str, list[str]]:
    """Who was to listen and does no more: whatever office they come to hold, they judge nothing here (Aki 9(2))."""
    gone = [who for who in _listening(case.identity) if who not in _listening(identity)]
    return {"listened": list(dict.fromkeys((*identity.get("listened", ()), *gone)))} if gone else {}


def _section(in_force: Sequence[Appointment], day: date) -> tuple[str, ...]:
    """The staff section that keeps desk and secretariat, with its head and the director (Aki 7(2), 9(6)(11)).

    Its members are the desk (Aki 7(2)): whoever is of it holds that office in the roster.
    """
    regular = [a for a in in_force if a.basis != FOR_ONE_CASE]
    return holders(regular, (Role.DESK_OFFICER, Role.SECRETARIAT, Role.AFFAIRS_HEAD, Role.CHAIR), day)


def may_take_part(person: str, hat: Role, case: Case, ledger: Ledger, day: date) -> bool:
    """Whether somebody holds that office today and nothing keeps them out of this case (Aki 11)."""
    return person in eligible(hat, case, ledger, day)


def eligible(hat: Role, case: Case, ledger: Ledger, day: date) -> tuple[str, ...]:
    """Who may deal with this case under `hat` today, in the roster's order; nobody who has left."""
    around, people = involved(case, hat, ledger, day), ledger.people()
    gone = {row.id for row in people.values() if row.left}
    found = holders(ledger.appointments(day), (hat,), day)
    return tuple(who for who in found if who not in gone and not conflicted(who, hat, around))


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
    regular = {a.person for a in ledger.appointments(day) if a.role is Role.SECRETARIAT and a.basis != FOR_ONE_CASE}
    may = {*regular, case.identity.get("clerk", "")}
    return tuple(who for who in eligible(Role.SECRETARIAT, case, ledger, day) if who in may)


def keepers(case: Case, ledger: Ledger, day: date) -> tuple[str, ...]:
    """Who enters what the mayor decided (K7): the secretariat, and only without one who received form 1."""
    head = str(case.identity.get("recipient", ""))
    return secretariat(case, ledger, day) or ((head,) if head else ())


# ---- what follows from it ----


def takes_part(case: Case, ledger: Ledger, day: date) -> Mapping[Role, tuple[str, ...]]:
    """For each hat who has the case in hand now, in the state that it is in."""
    state = case.state
    if state not in HANDLED:
        return {}
    able = eligible(Role.COUNSELLOR, case, ledger, day)
    alone = state in AFTER_MEETING and not set(responders(case)) & set(
        able
    )  # then who was told first finds somebody again
    arranging = receivers(case, ledger, day) if alone or state in {RECEIVED, ARRANGING, ARRANGED} else ()
    by_desk = arranging if case.identity.get("door") == DESK else ()
    asked = case.identity.get("asked", ()) if state == ARRANGING else ()
    listening = {*(arranging if not by_desk else ()), *asked, *responders(case)}
    found: dict[Role, tuple[str, ...]] = {
        Role.DESK_OFFICER: by_desk,
        Role.COUNSELLOR: tuple(who for who in able if who in listening),
    }
    by_name = {Role.RESPONSE_NURSE: case.identity.get("nurse", "")}
    if state in (*AFTER_FORM_1, CLOSING):
        by_name |= dict.fromkeys((Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY), case.identity.get("recipient", ""))
    for hat, one in by_name.items():
        found[hat] = tuple(who for who in eligible(hat, case, ledger, day) if who == one)
    if state in REFERRED_STATES:
        found[Role.COMMITTEE_MEMBER] = committee(case, ledger, day)
        found[Role.CHAIR] = eligible(Role.CHAIR, case, ledger, day)
        found[Role.SECRETARIAT] = secretariat(case, ledger, day)
    return found


def hats_in(person: str, case: Case, ledger: Ledger, now: datetime) -> tuple[Role, ...]:
    """The hats under which somebody deals with a case now, in the order of `takes_part`; none for who is kept out."""
    hands = takes_part(case, ledger, ledger.office.day(now)) if case.kind == CONSULTATION.kind else {}
    return tuple(hat for hat, people in hands.items() if person in people)


def joined(decision: Decision, case: Case, ledger: Ledger, now: datetime, *, state: str) -> Decision:
    """The decision with the parties that follow from it: who has the case in hand in `state`, and nobody else.

    Every rule that changes who takes part, or the state, ends with it. `state` is where the act leads. What an act
    leaves ahead of the case is set here as well, so that no act forgets it.
    """
    identity: dict[str, Any] = {**(case.identity if decision.identity is None else decision.identity)}
    day = ledger.office.day(now)
    released = _clerk_released(identity, state, ledger, day)
    identity |= {"kept_out_people": _held_then(identity, ledger, day), **_listened(identity, case)}
    identity["section_then"] = _section_then(identity, replace(case, identity=identity), ledger, day)
    heir = _heir(identity, case, state, ledger, day)
    identity |= {"recipient": heir} if heir is not None else {}
    after = replace(case, state=state, identity=identity)
    by_hat = takes_part(after, ledger, day)
    hands = dict.fromkeys(who for people in by_hat.values() for who in people)
    identity["handlers"] = list(hands)
    ahead = looked_ahead(replace(decision, identity=identity), case, state, by_hat, ledger, now)
    return replace(
        ahead if heir is None else _inherited(ahead, heir, case, state, ledger, now),
        appointments=(*decision.appointments, *released),
        parties=(
            *decision.parties,
            *(Party(who, Purpose.HANDLER) for who in hands if who not in case.handlers),
        ),
        drops_parties=(
            *decision.drops_parties,
            *(Party(who, Purpose.HANDLER) for who in case.handlers if who not in hands),
        ),
    )


def _heir(identity: Mapping[str, Any], case: Case, state: str, ledger: Ledger, day: date) -> str | None:
    """Who takes what was reported from somebody who may not have it any more: head or deputy of today (K6), or "".

    None where whoever received it goes on, before anything was reported, and once there is nothing left to decide.
    """
    after, now_with = replace(case, identity=identity), str(identity.get("recipient", ""))
    goes_on = any(may_take_part(now_with, hat, after, ledger, day) for hat in (Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY))
    return None if goes_on or state not in AFTER_FORM_1 else recipient(after, ledger, day)


def _inherited(decision: Decision, heir: str, case: Case, state: str, ledger: Ledger, now: datetime) -> Decision:
    """Who takes it over hears of it. Where nobody may, the person does, and each office day it is looked at again (K6).

    Who comes in after nobody was there has the days of Aki 8 from then on.
    """
    before = bool(case.identity.get("recipient"))
    if heir and not before and state in (REPORTED, FOUND):
        return awaiting_head(decision, heir, "recipient", case, ledger, now, while_in=(state,))
    told = news(case, (heir or (case.requester if before else ""),), "recipient")
    tomorrow = ledger.office.add_open_days(ledger.office.day(now), 1)
    again = Deadline(case.id, TERM_END, ledger.office.opening(tomorrow), period=f"recipient:{tomorrow.isoformat()}")
    return replace(
        decision, notices=(*decision.notices, *told), deadlines=(*decision.deadlines, *(() if heir else (again,)))
    )


def _clerk_released(identity: dict[str, Any], state: str, ledger: Ledger, day: date) -> tuple[Appointment, ...]:
    """The clerk who was named for this case alone is none any more once it has left the committee (K6)."""
    if state in REFERRED_STATES:
        return ()
    identity.pop("clerk", None)
    term = identity.pop("clerk_term", "")
    return tuple(replace(held, released_on=day) for held in ledger.appointments(day) if held.id == term)


def facts(case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
    """What `may()` asks of a consultation about one person under one hat."""
    day = ledger.office.day(now)
    if not case.exists:
        return {"assigned": hat in (Role.DESK_OFFICER, Role.COUNSELLOR)}  # who enters what came by phone (G6)
    named = bool(case.body.get("name_agreed"))
    return {
        "own": bool(person) and person == case.requester,
        "conflicted": conflicted(person, hat, involved(case, hat, ledger, day)),
        "assigned": person in takes_part(case, ledger, day).get(hat, ()),
        "consented": bool(case.body.get("nurse_agreed")) if hat is Role.RESPONSE_NURSE else named,
        "identity_free": not named,
        "submitted": bool(case.body.get("reported_on")),
        "ordered": bool(case.body.get("ordered_on")),
        "referred": case.state in REFERRED_STATES,
        "proposed": case.state in PROPOSED_STATES,
        "presiding": person == chair(case, ledger, day),
    }
