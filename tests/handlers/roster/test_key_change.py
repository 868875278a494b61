"""Once a year the administrators are asked to change the keys, and nobody else hears of it (R3)."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.handlers.roster.rules.key_change import on_key_change, plan
from bot.rules.cases import Case, NoticeClass
from bot.rules.people import Role
from tests.fakes import APPOINTMENTS, HEAD, OTHER, FakeLedger, appointment

EMPTY = Case("roster", "roster", "", "", 0, "2027-04", "v1")


def ledger() -> FakeLedger:
    return replace(FakeLedger(), roster=(*APPOINTMENTS, appointment(OTHER, Role.ADMINISTRATOR, ends_on=None)))


def test_it_is_planned_on_an_office_day_of_this_year_and_the_next() -> None:
    before = datetime(2027, 4, 1, 1, 0, tzinfo=UTC)
    office = ledger().office
    assert [(one.period, office.day(one.due_at)) for one in plan(ledger(), before)] == [
        ("2027", date(2027, 4, 15)),
        ("2028", date(2028, 4, 14)),  # the 15th is a Saturday
    ]
    assert [one.period for one in plan(ledger(), datetime(2027, 4, 15, 9, 0, tzinfo=UTC))] == ["2028"]


def test_administrators_have_a_month_and_nobody_else_hears_of_it() -> None:
    (deadline, *_) = plan(ledger(), datetime(2027, 4, 1, 1, 0, tzinfo=UTC))
    told = on_key_change(EMPTY, deadline, ledger(), deadline.due_at).notices
    assert [(one.recipient, one.klass, one.due_on) for one in told] == [(OTHER, NoticeClass.DUTY, date(2027, 5, 15))]
    assert HEAD not in {one.recipient for one in told}
