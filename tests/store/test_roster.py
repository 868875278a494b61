"""The roster is sealed, cannot be edited by hand, and is opened again only when it has changed."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection, event, func, select, update

from bot.errors import SealBroken
from bot.store.engine import Database
from bot.store.roster import APPOINTMENT, PERSON
from bot.store.unit import House, Unit
from tests import fakes
from tests.fakes import ASKER, OTHER, SUPPORTER
from tests.store.conftest import Begin


@pytest.fixture
def filled(unit: Unit) -> Unit:
    unit.roster.save_people(fakes.PEOPLE)
    unit.roster.save_appointments(fakes.APPOINTMENTS)
    return unit


def test_people_and_appointments_come_back_whole(filled: Unit) -> None:
    assert set(filled.roster.people().values()) == set(fakes.PEOPLE)
    assert set(filled.roster.appointments()) == set(fakes.APPOINTMENTS)
    assert filled.roster.held_by(SUPPORTER) == (fakes.APPOINTMENTS[0],)
    assert filled.roster.person("U0NOBODY") is None
    assert filled.roster.held_by("U0NOBODY") == ()


def test_only_who_is_in_force_is_in_force(filled: Unit) -> None:
    assert len(filled.roster.in_force(date(2026, 9, 1))) == len(fakes.APPOINTMENTS)
    assert [a.person for a in filled.roster.in_force(date(2027, 4, 1))] == [fakes.HEAD]
    assert filled.roster.in_force(date(2026, 3, 31)) == []


def test_a_person_is_changed_not_doubled(filled: Unit) -> None:
    filled.roster.save_people([replace(fakes.PEOPLE[0], unit="Works")])
    filled.roster.save_appointments([replace(fakes.APPOINTMENTS[0], released_on=date(2026, 9, 2))])

    assert filled.roster.people()[ASKER].unit == "Works"
    assert len(filled.roster.people()) == len(fakes.PEOPLE)
    assert not filled.roster.held_by(SUPPORTER)[0].in_force(date(2026, 9, 2))


def test_an_appointment_without_an_id_gets_one(unit: Unit) -> None:
    unit.roster.save_appointments([replace(fakes.APPOINTMENTS[0], id="")])

    assert len(unit.roster.held_by(SUPPORTER)[0].id) == 32


@pytest.mark.parametrize("name", ["mac", "rev", "person_bidx", "body"])
def test_an_appointment_edited_by_hand_is_noticed(filled: Unit, connection: Connection, name: str) -> None:
    ids = connection.execute(select(APPOINTMENT.c.id).order_by(APPOINTMENT.c.id)).scalars().all()
    other = connection.execute(select(APPOINTMENT).where(APPOINTMENT.c.id == ids[1])).mappings().one()
    value = 7 if name == "rev" else other[name]
    connection.execute(update(APPOINTMENT).where(APPOINTMENT.c.id == ids[0]).values(**{name: value}))

    with pytest.raises(SealBroken):
        filled.roster.appointments()


def test_a_row_cannot_be_given_to_somebody_else(filled: Unit, connection: Connection) -> None:
    """Whose appointment it is stands in the sealed body too: swapping the index alone moves nothing."""
    one = connection.execute(select(PERSON).order_by(PERSON.c.id)).mappings().first()
    assert one is not None
    connection.execute(update(PERSON).where(PERSON.c.id == one["id"]).values(id="moved"))

    with pytest.raises(SealBroken):
        filled.roster.people()


def opened(database: Database, begin: Begin) -> int:
    """How many rows of appointments one look at the roster takes from the database."""
    statements: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        statements.append(statement)

    event.listen(database.write, "before_cursor_execute", note)
    with begin() as unit:
        unit.roster.people()
    event.remove(database.write, "before_cursor_execute", note)
    return sum("FROM appointment" in statement for statement in statements)


def test_the_roster_is_opened_once_for_each_revision(begin: Begin, database: Database) -> None:
    with begin() as unit:
        unit.roster.save_appointments(fakes.APPOINTMENTS)

    assert [opened(database, begin) for _ in range(3)] == [1, 0, 0]
    with begin() as unit:
        unit.roster.save_people(fakes.PEOPLE)
    assert [opened(database, begin) for _ in range(2)] == [1, 0]


def test_a_unit_sees_its_own_change_and_nobody_else_does_after_a_rollback(begin: Begin, house: House) -> None:
    with begin() as unit:
        unit.roster.save_people(fakes.PEOPLE)
    with begin() as unit:
        assert unit.roster.person(OTHER) is not None  # cached from here on

    def changes_and_fails() -> None:
        with begin() as unit:
            unit.roster.save_people([replace(fakes.PEOPLE[2], name="Rolled Back")])
            assert unit.roster.people()[OTHER].name == "Rolled Back"
            raise RuntimeError

    with pytest.raises(RuntimeError):
        changes_and_fails()
    with begin() as unit:
        assert unit.roster.people()[OTHER].name == "Other"


def test_another_process_sees_the_change(begin: Begin, database: Database, house: House) -> None:
    with begin() as unit:
        unit.roster.save_people(fakes.PEOPLE)
    elsewhere = Begin(database, replace(house, roster_cache=type(house.roster_cache)()))
    with elsewhere() as unit:
        assert unit.roster.person(ASKER) is not None
    with begin() as unit:
        unit.roster.save_people([replace(fakes.PEOPLE[0], room="9F")])

    with elsewhere() as unit:
        assert unit.roster.people()[ASKER].room == "9F"
        assert unit.connection.execute(select(func.count()).select_from(PERSON)).scalar_one() == len(fakes.PEOPLE)
