"""How long a record must be there: by the rule of its time and by the rule in force, and the longer one stands."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import cast

import pytest
from sqlalchemy import Connection, select

from bot import disposal
from bot.course import Course
from bot.handlers.registry import FLOWS
from bot.rules.cases import Case, Record
from bot.rules.consent import Consent
from bot.rules.people import Role
from bot.store.casebook import CASE
from bot.store.keeping import LongEnough
from bot.store.purge import uncertified
from bot.store.unit import House, Unit
from tests.fakes import ASKER, NOW, POLICY, SUPPORTER

COURSES = cast(Mapping[str, Course], {flow.name: flow for flow in FLOWS})
MONTH = Case(
    "", "peer_support", "month", "sent", 0, "2026-09", "v1",
    body={"a": "canary"}, identity={"handlers": [SUPPORTER]}, period="2026-09",
)  # fmt: skip
LAST = date(2032, 3, 31)  # of what ended in the fiscal year 2026 and is kept for five years
AFTER, LATER = datetime(2032, 4, 1, tzinfo=UTC), datetime(2034, 4, 1, tzinfo=UTC)


@pytest.fixture
def month(unit: Unit) -> Case:
    """A month that was sent in the fiscal year 2026."""
    case = unit.casebook.open(MONTH, ())
    unit.keeping.until(case, LAST, 2026)
    return case


def by(connection: Connection, house: House, years: int | None, now: datetime) -> Unit:
    """A unit at `now` in the house whose policy keeps the supporters' records for so many years."""
    peer = replace(POLICY.retention["peer"], years=years)
    policy = replace(POLICY, retention={**POLICY.retention, "peer": peer})
    return Unit(connection, replace(house, policy=policy), now)


def is_there(unit: Unit, case: Case) -> bool:
    found = unit.casebook.load(case.id)
    return found is not None and bool(found.body)


@pytest.mark.parametrize(
    ("years", "now", "stays"),
    [(5, AFTER, False), (7, AFTER, True), (7, LATER, False), (3, datetime(2031, 4, 1, tzinfo=UTC), True),
     (None, LATER, True)],
)  # fmt: skip
def test_a_policy_that_lengthens_reaches_what_has_ended_and_one_that_shortens_does_not(
    connection: Connection, house: House, month: Case, years: int | None, now: datetime, stays: bool
) -> None:
    unit = by(connection, house, years, now)
    disposal.decide(unit, COURSES)
    (peer,) = [one for one in disposal.standings(unit, COURSES) if one.name == "peer"]
    assert (peer.kept, peer.over) == (1, 0 if stays else 1)

    disposal.by_itself(unit, COURSES)
    assert is_there(unit, month) is stays


def test_an_order_cannot_destroy_what_the_rule_in_force_keeps(
    connection: Connection, house: House, month: Case
) -> None:
    unit = by(connection, house, 7, AFTER)
    assert disposal.destroyed(unit, COURSES, "peer", date(2032, 4, 1), Role.OPERATOR) == []
    assert disposal.packed(unit, COURSES, "peer", date(2032, 4, 1), "") == ("", [])


@pytest.mark.parametrize(("ended_year", "last"), [(2026, LAST), (None, date(2034, 3, 31))])
def test_what_ended_before_its_class_was_decided_is_counted_from_its_end_where_that_is_known(
    connection: Connection, house: House, month: Case, ended_year: int | None, last: date
) -> None:
    unit = by(connection, house, 5, datetime(2028, 6, 1, tzinfo=UTC))
    unit.keeping.until(month, None, ended_year)

    disposal.decide(unit, COURSES)
    disposal.decide(by(connection, house, 5, datetime(2029, 6, 1, tzinfo=UTC)), COURSES)
    kept = connection.execute(select(CASE.c.retention_until).where(CASE.c.id == month.id)).scalar_one()
    assert kept == last


def test_its_last_day_is_the_last_day(unit: Unit, month: Case) -> None:
    def over(day: date) -> list[str]:
        found = unit.keeping.over("peer_support", "month", {"sent"}, LongEnough(day, 2026), "", 9)
        return [case.id for case in found]

    assert (over(LAST), over(date(2032, 4, 1))) == ([], [month.id])


def test_the_certificate_is_written_with_the_destroying(connection: Connection, house: House) -> None:
    unit = by(connection, house, 5, AFTER)
    for _ in range(disposal.AT_A_TIME + 1):
        unit.keeping.until(unit.casebook.open(MONTH, ()), LAST, 2026)

    assert disposal.by_itself(unit, COURSES) == {"peer": disposal.AT_A_TIME}
    (first,) = uncertified(unit)
    assert (first.day, first.name, first.number) == (date(2032, 4, 1), "peer", disposal.AT_A_TIME)
    assert disposal.by_itself(unit, COURSES) == {"peer": 1}
    (both,) = uncertified(unit)
    assert both.number == disposal.AT_A_TIME + 1
    assert both.order == f"policy {POLICY.version}, audit line {disposal.AT_A_TIME + 1}"
    assert disposal.by_itself(unit, COURSES) == {}


def test_a_package_holds_everything_also_what_was_agreed_to(connection: Connection, house: House, month: Case) -> None:
    unit = by(connection, house, 5, AFTER)
    unit.casebook.add_record(month, Record("entry", {"said": "said-canary"}))
    unit.casebook.save_consent(month, Consent(ASKER, "interview", frozenset({"result"}), NOW, article="Aku 11(2)"))

    _, (line,) = disposal.packed(unit, COURSES, "peer", date(2032, 4, 1), "")
    whole = json.loads(line)
    assert (whole["body"], whole["records"][0]["fields"]) == ({"a": "canary"}, {"said": "said-canary"})
    (consent,) = whole["consents"]
    assert (consent["recipient"], consent["fields"], consent["given_at"]) == (ASKER, ["result"], NOW.isoformat())
