"""The board's rows of the guideline; a consultation leaves no trace on the board, late or not."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.handlers.harassment.rules import board
from bot.handlers.harassment.rules import guideline as rules
from bot.rules.cases import Case
from bot.rules.duties import Duty, State
from bot.rules.people import Role
from tests.fakes import FakeLedger
from tests.handlers.harassment.roster import TODAY, town_ledger
from tests.handlers.harassment.test_guideline_rules import UNIT_HEADS, guideline, said, with_guideline


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 1, 0, tzinfo=UTC)


def row(ledger: FakeLedger, article: str, day: date = TODAY) -> Duty:
    [found] = [duty for duty in board.duties(ledger, at(day)) if duty.article == article]
    return found


@pytest.mark.parametrize(("day", "state"), [(date(2026, 5, 15), State.OPEN), (date(2026, 5, 19), State.LATE)])
def test_this_years_guideline_leads_until_it_is_there(day: date, state: State) -> None:  # Aki 3(1)
    duty = row(town_ledger(), "Aki 3(1)", day)
    assert (duty.state, duty.holders, duty.leads) == (state, (Role.AFFAIRS_HEAD,), True)
    there = row(with_guideline(), "Aki 3(1)")
    assert (there.state, there.leads) == (State.MET, False)


def test_made_known_by_so_many_heads() -> None:  # Aki 3(3)
    one = row(with_guideline(("making_known", "U0FUKUDA")), "Aki 3(3)")
    assert (one.state, one.values, one.leads) == (State.OPEN, {"n": 1, "of": len(UNIT_HEADS)}, True)
    late = row(with_guideline(), "Aki 3(3)", date(2026, 10, 30))
    assert late.state is State.LATE
    every = row(with_guideline(*(("making_known", who) for who in UNIT_HEADS)), "Aki 3(3)")
    assert (every.state, every.due_on, every.leads) == (State.MET, None, False)


def test_before_this_years_guideline_nothing_is_to_be_made_known() -> None:
    ledger = town_ledger()
    last = replace(ledger, cases=[guideline(ledger, "2025", on=date(2025, 4, 10))])
    assert row(last, "Aki 3(3)").state is State.NOTHING_DUE
    assert row(town_ledger(), "Aki 3(2)").state is State.NOTHING_DUE


def test_the_reading_rate_is_the_figure_that_is_disclosed_already() -> None:  # Aki 3(2)
    ledger = with_guideline()
    staff = rules.staff(ledger, TODAY)
    cases = list(ledger.cases)
    for n in range(len(staff) + 1):
        read = replace(ledger, cases=[*cases, *(said("reading", who, "2026-1", ledger) for who in staff[:n])])
        duty, shown = row(read, "Aki 3(2)"), rules.rate(guideline(read), read, TODAY).cells
        told = duty.values.get("read") if duty.values else None
        assert told == shown.get("read")
        assert duty.state is State.OPEN
        assert (told is None) is (n < 6 or len(staff) - n < 6)


def test_nothing_on_the_board_changes_with_a_consultation() -> None:
    """Who is kept out of one would learn of it (Aki 11, K6)."""
    ledger = with_guideline()
    states = ("received", "arranged", "heard", "reported", "fact_finding", "committee")
    matters = [Case(f"c{n}", "harassment", "consultation", state, 1, "2026-01", "v1") for n, state in enumerate(states)]
    with_matters = replace(ledger, cases=[*ledger.cases, *matters])
    assert board.duties(with_matters, at(TODAY)) == board.duties(ledger, at(TODAY))


def test_its_days_are_the_renewal_and_the_last_one_to_make_it_known() -> None:
    found = board.dates(with_guideline(), TODAY, date(2027, 8, 31))
    assert [(one.article, one.roles) for one in found] == [
        ("Aki 3(1)", (Role.AFFAIRS_HEAD,)),
        ("Aki 3(3)", (Role.UNIT_HEAD,)),
    ]
    assert found[0].day == date(2027, 4, 1)


def test_how_long_records_are_kept_is_still_to_be_decided() -> None:  # K8
    assert row(town_ledger(), "Aki 13").state is State.OPEN
