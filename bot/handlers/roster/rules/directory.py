"""Who can be asked, and how to reach them: the list that everybody may see (Yam 4(3)(1), 6(7))."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.rules.ledger import Ledger
from bot.rules.people import HANDLERS, Appointment, Person, Role

ORDER = (Role.HQ_SUPPORTER, Role.COORDINATOR, Role.EXTERNAL_ADVISER, Role.UNIT_SUPPORTER)


@dataclass(frozen=True)
class Entry:
    """One name in the list. `field` is an adviser's subject (Yam 8(1)), `askable` whether a person may ask them."""

    role: Role
    name: str
    unit: str
    room: str
    phone: str
    field: str
    askable: bool


def directory(ledger: Ledger, today: date) -> tuple[Entry, ...]:
    """Everybody in office on `today`: head office, coordinators and advisers first, then unit by unit."""
    people = ledger.people()
    held = [a for a in ledger.appointments(today) if a.role in ORDER and _reachable(people.get(a.person))]
    held.sort(key=lambda a: ORDER.index(a.role))  # stable: within a role the roster's own order
    return tuple(_entry(a, people[a.person]) for a in held)


def of_unit(entries: Sequence[Entry], unit: str) -> tuple[Entry, ...]:
    """The unit supporters of one unit (Yam 6(7))."""
    return tuple(entry for entry in entries if entry.role is Role.UNIT_SUPPORTER and entry.unit == unit)


def _reachable(person: Person | None) -> bool:
    return person is not None and not person.left


def _entry(appointment: Appointment, person: Person) -> Entry:
    return Entry(
        role=appointment.role,
        name=person.name,
        unit=appointment.unit or person.unit,
        room=appointment.room or person.room,
        phone=person.phone,
        field=appointment.field,
        askable=appointment.role in HANDLERS,
    )
