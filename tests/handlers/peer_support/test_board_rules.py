"""The board's rows of the reports of peer support: for those alone who receive them, and never whose they are."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.handlers.peer_support.rules import board
from bot.rules.cases import Case
from bot.rules.duties import Duty, State
from bot.rules.people import Role
from tests.fakes import POLICY, SUPPORTER, FakeLedger


def month(period: str, state: str, who: str = SUPPORTER) -> Case:
    case_id = f"peer_support/month/{who}/{period}"
    return Case(case_id, "peer_support", "month", state, 1, period, "v1", period, identity={"handlers": [who]})


def owed(due_on: str, period: str = "2026-08") -> Case:
    body = {"due_on": due_on}
    return Case(f"r-{due_on}", "peer_support", "adviser_report", "owed", 1, period, "v1", period, body)


def row(article: str, day: date, *cases: Case) -> Duty:
    now = datetime(day.year, day.month, day.day, 1, 0, tzinfo=UTC)
    [found] = [duty for duty in board.duties(FakeLedger(cases=cases), now) if duty.article == article]
    return found


@pytest.mark.parametrize(
    ("day", "cases", "state", "n"),
    [
        (date(2026, 9, 10), [month("2026-08", "drafted")], State.OPEN, 1),
        (date(2026, 9, 10), [month("2026-08", "asked")], State.OPEN, 0),
        (date(2026, 9, 11), [month("2026-08", "drafted"), month("2026-08", "drafted", "U2")], State.LATE, 2),
        (date(2026, 9, 11), [month("2026-08", "sent"), month("2026-08", "closed_empty", "U2")], State.MET, 0),
        (date(2026, 9, 11), [month("2026-09", "collecting")], State.MET, 0),  # this month's are not due yet
        (date(2026, 9, 10), [month("2026-06", "drafted")], State.LATE, 1),
    ],
)
def test_the_reports_by_the_tenth(day: date, cases: list[Case], state: State, n: int) -> None:  # Yam 11(1)
    duty = row("Yam 11(1)", day, *cases)
    assert (duty.state, duty.values) == (state, {"n": n})
    assert duty.due_on == (date(2026, 9, 10) if day.day <= 10 else None)


def test_that_one_is_late_of_an_adviser_is_all_that_is_told() -> None:  # Yam 11(2)
    day = date(2026, 9, 11)
    assert row("Yam 11(2)", day) == row("Yam 11(2)", day, owed("2026-09-11"))
    late = row("Yam 11(2)", day, owed("2026-09-10"))
    assert late == row("Yam 11(2)", day, owed("2026-09-10"), owed("2026-09-09"))
    assert (late.state, late.values) == (State.LATE, {})


def test_reports_are_reserved_and_lead_nowhere() -> None:
    """Filing tells that somebody asked: HR never reads it (Yam 11(1))."""
    found = [duty for duty in board.duties(FakeLedger(), datetime(2026, 9, 11, tzinfo=UTC)) if "11" in duty.article]
    assert len(found) == 2
    for duty in found:
        assert duty.reserved
        assert not duty.leads
        assert set(duty.holders) == {Role.WELFARE_HEAD, Role.COORDINATOR}


def test_the_last_days_are_the_tenths_and_disposal_begins_each_april() -> None:
    ledger = FakeLedger()
    found = board.dates(ledger, date(2026, 9, 10), date(2027, 4, 10))
    assert [one.day for one in found if one.article == "Yam 11(1)"] == [
        *(date(2026, n, 10) for n in (9, 10, 11, 12)), *(date(2027, n, 10) for n in (1, 2, 3, 4)),
    ]  # fmt: skip
    assert [one.day for one in found if one.article == "Yam 15"] == [date(2027, 4, 1)]


def test_an_undecided_class_is_open_and_has_no_day_of_disposal() -> None:  # K8
    rule = replace(POLICY.retention["peer"], years=None)
    ledger = FakeLedger(policy=replace(POLICY, retention={**POLICY.retention, "peer": rule}))
    [duty] = [one for one in board.duties(ledger, datetime(2026, 9, 11, tzinfo=UTC)) if one.article == "Yam 15"]
    assert duty.state is State.OPEN
    assert [one for one in board.dates(ledger, date(2026, 9, 1), date(2027, 8, 31)) if one.article == "Yam 15"] == []
