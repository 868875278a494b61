"""The sandbox's town hall as the plain ledger of rule tests: its people and their offices, sworn in."""

from datetime import date
from typing import Any

from bot.rules.people import Appointment, Person, Role
from bot.sandbox.townhall import APPOINTMENTS, OUTSIDERS, STAFF, Named, Someone
from tests.fakes import NOW, OFFICE, FakeLedger

TODAY = OFFICE.day(NOW)


def _row(one: Someone) -> Person:
    return Person(
        one.id, one.name, one.unit, one.room, employment=one.employment, superior=one.superior, phone=one.phone
    )


def _office(place: int, one: Named) -> Appointment:
    starts_on = date.fromisoformat(one.starts_on)
    unit = next(row.unit for row in (*STAFF, *OUTSIDERS) if row.id == one.person)
    return Appointment(
        f"a{place}", one.person, Role(one.role), starts_on, date.fromisoformat(one.ends_on) if one.ends_on else None,
        unit=unit, basis=one.basis, seat=int(one.seat or 0), sworn_on=starts_on,
    )  # fmt: skip


def town_ledger(**other: Any) -> FakeLedger:
    """The whole town hall; `other` are fields of FakeLedger."""
    rows = tuple(_row(one) for one in (*STAFF, *OUTSIDERS))
    roster = tuple(_office(place, one) for place, one in enumerate(APPOINTMENTS))
    return FakeLedger(**{"rows": rows, "roster": roster, **other})
