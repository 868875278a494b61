"""Somebody is named: by the unit head, or for the chief by the head of welfare (Yam 5(2), 6(3), 7(2)(3), 8(1))."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.roster.rules.moves import FLOW
from bot.handlers.roster.rules.offices import APPOINTED_BY, appointing, staff_of, units_headed, welfare_heads
from bot.rules.cases import Case, Decision, Notice, NoticeClass
from bot.rules.ledger import Ledger
from bot.rules.office import next_slot
from bot.rules.people import (
    BY_OFFICE,
    Appointment,
    Person,
    Role,
    Scope,
    barred_with,
    end_of_fiscal_year,
    renewed,
    term_end,
)

MINE, SUPPORTERS, OVERVIEW = "mine", "supporters", "overview"  # the screens to which the notices lead


@dataclass(frozen=True)
class Naming:
    """What was chosen: who, for which office, from which day; the chief's paper and what the office asks for."""

    person: str
    role: Role
    starts_on: date
    room: str = ""
    field: str = ""
    basis: str = ""
    document: str = ""
    document_on: date | None = None


def name(naming: Naming, by: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Write the appointment: valid from its day, checked or not (P2), until the term ends (Yam 6(5), 7(5), 8(3))."""
    today = ledger.office.day(now)
    named = ledger.person(naming.person)
    if named is None or named.left:
        return Refused("roster-not-available", "person")
    made = Appointment(
        id=case.id, person=naming.person, role=naming.role, starts_on=naming.starts_on,
        ends_on=term_end(naming.role, naming.starts_on), unit=named.unit, room=naming.room or named.room,
        field=naming.field, basis=naming.basis, document=naming.document, document_on=naming.document_on,
        entered_by=by,
    )  # fmt: skip
    refusal = next(_refusals(made, named, by, ledger, today), None)
    return refusal or announced(Decision(act="name", appointments=(made,)), made, by, ledger, now)


def announced(decision: Decision, changed: Appointment, by: str, ledger: Ledger, now: datetime) -> Decision:
    """The same act tells whom it is about, reports upward and is made known in the unit (Yam 6(7)).

    The unit hears on the day on which it takes effect: who is named in March for April is no supporter before.
    """
    today, office = ledger.office.day(now), ledger.office
    on = max(changed.released_on or changed.starts_on, today)
    once = f"{FLOW}:{decision.act}:{changed.person}:{changed.role}:{on.isoformat()}"
    # what leaves together is one announcement; what is decided after that is another
    slot = next_slot(office.next_working(max(now, office.start_of(on))), ledger.policy.notice_slot_minutes)
    told = [Notice(changed.person, NoticeClass.NEWS, "", f"{once}:mine", MINE)]
    if APPOINTED_BY[changed.role] is Role.UNIT_HEAD:
        heads = set(welfare_heads(ledger, today)) - {by, changed.person}
        told += [Notice(head, NoticeClass.NEWS, "", f"{once}:{head}", OVERVIEW) for head in sorted(heads)]
        told += [
            Notice(
                person.id, NoticeClass.ANNOUNCEMENT, "", f"{FLOW}:unit:{changed.unit}:{slot.isoformat()}:{person.id}",
                SUPPORTERS, not_before=office.start_of(on),
            )
            for person in staff_of((changed.unit,), ledger)
            if person.id not in {by, changed.person}
        ]  # fmt: skip
    return replace(decision, notices=tuple(told), answer={"appointment": changed, "also": also_held(changed, ledger)})


def candidates(role: Role, by: str, ledger: Ledger, today: date) -> tuple[Person, ...]:
    """Who can be chosen: of the own units (Yam 6(2)), or anybody with an account (Yam 5, 7, 8)."""
    if APPOINTED_BY[role] is Role.UNIT_HEAD:
        return staff_of(units_headed(by, ledger, today), ledger)
    return tuple(person for person in ledger.people().values() if not person.left)


def also_held(named: Appointment, ledger: Ledger) -> tuple[Role, ...]:
    """Offices of the same person at the same time of which the policy does not say that they go together (R2)."""
    allowed = {frozenset(doubling.roles) for doubling in ledger.policy.doublings}
    others = (a.role for a in _at_the_same_time(named, ledger) if a.id != named.id)
    return tuple(sorted({role for role in others if frozenset((role.value, named.role.value)) not in allowed}))


def renewable(held: Appointment, ledger: Ledger) -> bool:
    """Whether a next term can be stored: this one has an end, was not cut short and is not renewed yet (P3)."""
    return held.ends_on is not None and not held.released_on and not renewed(held, ledger.all_appointments())


def _refusals(made: Appointment, named: Person, by: str, ledger: Ledger, today: date) -> Iterator[Refused]:
    """Why this naming cannot be, the nearest reason first."""
    if not _year_start(today) <= made.starts_on <= _next_year_end(today):
        yield Refused("roster-day-too-far", "starts_on")
    if made.room and made.room not in {person.room for person in staff_of((named.unit,), ledger)}:
        yield Refused("roster-room-elsewhere", "room")
    if by not in appointing(made, ledger, today):
        yield Refused("roster-not-available", "person")  # Yam 6(2): somebody of the own unit
    others = _at_the_same_time(made, ledger)
    if any(made.role in {other.role, BY_OFFICE.get(other.role)} for other in others):
        yield Refused("roster-term-overlaps", "person")
    if barred_with(made.role, {other.role for other in others}, Scope.ALWAYS):
        yield Refused("roster-barred", "person")
    if made.role is Role.COORDINATOR and not made.basis and named.unit not in _welfare_units(ledger, today):
        yield Refused("roster-basis-needed", "basis")  # Yam 7(2)(3)


def _at_the_same_time(made: Appointment, ledger: Ledger) -> Sequence[Appointment]:
    """The person's appointments that share a day with this one."""
    return [a for a in ledger.appointments_of(made.person) if _overlap(a, made)]


def _overlap(one: Appointment, other: Appointment) -> bool:
    return one.in_force(other.starts_on) or other.in_force(one.starts_on)


def _welfare_units(ledger: Ledger, today: date) -> set[str]:
    people = ledger.people()
    return {people[head].unit for head in welfare_heads(ledger, today) if head in people}


def _year_start(today: date) -> date:
    end = end_of_fiscal_year(today)
    return date(end.year - 1, 4, 1)


def _next_year_end(today: date) -> date:
    """P3: next year's naming can be stored in advance."""
    end = end_of_fiscal_year(today)
    return end.replace(year=end.year + 1)
