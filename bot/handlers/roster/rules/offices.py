"""Who names whom to which office, and which appointment somebody means (Yam 5-8; Aki 7, 9)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.handlers.roster.rules.moves import EXEMPTION
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Appointment, Person, Role, holders

APPOINTED_BY: Mapping[Role, Role] = {
    Role.UNIT_SUPPORTER: Role.UNIT_HEAD,  # Yam 6(3)
    Role.HQ_SUPPORTER: Role.WELFARE_HEAD,  # Yam 5(2): by the chief, whose paper the head of welfare enters (P2)
    Role.COORDINATOR: Role.WELFARE_HEAD,  # Yam 7(2)(3)
    Role.EXTERNAL_ADVISER: Role.WELFARE_HEAD,  # Yam 8(1)
}
"""The offices of peer support, and under which hat somebody names, renews and releases for each."""

REMINDED_BY: Mapping[Role, Role] = {
    **APPOINTED_BY,
    Role.COUNSELLOR: Role.AFFAIRS_HEAD,  # Aki 7(3)(4)
    Role.COMMITTEE_MEMBER: Role.AFFAIRS_HEAD,  # Aki 9(9), 10
}
"""Under which hat somebody hears that a term ends; the mayor's own appointments come back with the roster's file."""

AGAINST_HARASSMENT = frozenset({
    Role.DESK_OFFICER, Role.COUNSELLOR, Role.RESPONSE_NURSE, Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY,
    Role.COMMITTEE_MEMBER, Role.CHAIR, Role.SECRETARIAT,
})  # fmt: skip
"""The offices of Aki 7 and 9, of which the head of general affairs hears when somebody is missing (K10)."""

ENTERED = tuple(role for role, hat in APPOINTED_BY.items() if hat is Role.WELFARE_HEAD)


def units_headed(person: str, ledger: Ledger, today: date) -> tuple[str, ...]:
    """The units whose head this person is today."""
    held = (a for a in ledger.appointments_of(person) if a.role is Role.UNIT_HEAD and a.in_force(today))
    return tuple(dict.fromkeys(appointment.unit for appointment in held))


def heads_of(unit: str, ledger: Ledger, today: date) -> tuple[str, ...]:
    """Who heads this unit today."""
    return tuple(a.person for a in ledger.appointments(today) if a.role is Role.UNIT_HEAD and a.unit == unit)


def welfare_heads(ledger: Ledger, today: date) -> tuple[str, ...]:
    return holders(ledger.appointments(today), {Role.WELFARE_HEAD}, today)


def appointing(appointment: Appointment, ledger: Ledger, today: date) -> tuple[str, ...]:
    """Who decides on this office: of a unit without a head the head of welfare hears instead (Yam 4(2))."""
    hat = REMINDED_BY[appointment.role]
    if hat is Role.UNIT_HEAD:
        return heads_of(appointment.unit, ledger, today) or welfare_heads(ledger, today)
    return holders(ledger.appointments(today), {hat}, today)


def decided_by(person: str, hat: Role, ledger: Ledger, today: date) -> tuple[Appointment, ...]:
    """What `person` decides on under `hat`: appointments that are not over, the next to end first."""
    units = units_headed(person, ledger, today)
    found = [
        a
        for a in ledger.all_appointments()
        if REMINDED_BY.get(a.role) is hat and (hat is not Role.UNIT_HEAD or a.unit in units) and not is_over(a, today)
    ]
    return tuple(sorted(found, key=lambda a: (a.last_day or date.max, a.starts_on, a.unit, a.room, a.person)))


def reported_since(day: date, ledger: Ledger) -> tuple[Appointment, ...]:
    """What unit heads have named or released since `day`, the latest first (Yam 6(7)); also what begins later."""

    def since(held: Appointment) -> date:
        return held.released_on or held.starts_on

    found = [a for a in ledger.all_appointments() if a.role is Role.UNIT_SUPPORTER and since(a) >= day]
    return tuple(sorted(found, key=lambda a: (since(a), a.unit, a.person), reverse=True))


def is_over(appointment: Appointment, today: date) -> bool:
    """Whether its last day has passed, or it was released before it began."""
    last = appointment.last_day
    return last is not None and (last < today or last < appointment.starts_on)


def appointment(appointment_id: str, ledger: Ledger) -> Appointment | None:
    """The appointment with this id."""
    return next((a for a in ledger.all_appointments() if a.id == appointment_id), None)


def room_of(appointment: Appointment, people: Mapping[str, Person]) -> str:
    """The room for which somebody was named; their own where the naming says none (Yam 6(2))."""
    person = people.get(appointment.person)
    return appointment.room or (person.room if person else "")


def staff_of(units: Sequence[str], ledger: Ledger) -> tuple[Person, ...]:
    """Everybody of these units who still has an account, in the roster's order."""
    return tuple(person for person in ledger.people().values() if person.unit in units and not person.left)


def facts(case: Case, person: str, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
    """A unit head's own are the appointments of the own unit (Yam 6(3)(6)); it is the case's id that names one."""
    units = units_headed(person, ledger, ledger.office.day(now))
    found = appointment(case.id, ledger)
    return {"own": found.unit in units if found else bool(units)}


def facts_of_exemption(case: Case, person: str, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
    """The same for a room of the own unit (Yam 6(2)); which one a new exemption is for, its rule looks at."""
    units = units_headed(person, ledger, ledger.office.day(now))
    return {"own": case.body["unit"] in units if case.exists else bool(units)}


FACTS = {"": facts, EXEMPTION.kind: facts_of_exemption}
