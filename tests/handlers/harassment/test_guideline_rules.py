"""The guideline by the rules: versions, who hears of it, what is counted and shown, when it is called for (Aki 3)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.errors import Refused
from bot.handlers.harassment.rules import guideline as rules
from bot.rules.cases import Case, Deadline, Decision, NoticeClass
from bot.rules.people import Role
from tests.fakes import NOW, OFFICE, FakeLedger
from tests.handlers.harassment.cases import ASKER, HEAD
from tests.handlers.harassment.roster import TODAY, town_ledger

TEXT = rules.Text("title", ("one", "two"))
UNIT_HEADS = {"U0NAKAMURA", "U0YAMAMOTO", "U0FUKUDA", "U0OTA", "U0MIURA", "U0OKAMOTO", "U0MATSUDA"}
ADVISER = "U0KIMURA"


def guideline(ledger: FakeLedger, year: str = "2026", number: int = 1, on: date = TODAY) -> Case:
    """A published guideline."""
    body = {"title": "title", "parts": ["one"], "on": on.isoformat(), "version": number}
    case_id = rules.guideline_id(year, ledger)
    return Case(case_id, "harassment", "guideline", "published", number, "2026-09", "v1", year, body)


def said(kind: str, person: str, version: str, ledger: FakeLedger) -> Case:
    """That somebody has read a version, or made it known."""
    state = {"reading": "read", "making_known": "made_known"}[kind]
    return Case(
        ledger.case_id_for("harassment", kind, person, version), "harassment", kind, state, 1, "2026-09", "v1", version
    )


def with_guideline(*said_by: tuple[str, str]) -> FakeLedger:
    ledger = town_ledger()
    return replace(ledger, cases=[guideline(ledger), *(said(kind, who, "2026-1", ledger) for kind, who in said_by)])


def test_everybody_hears_of_it_and_the_unit_heads_with_a_day() -> None:  # Aki 3(1)(3)
    ledger = town_ledger()
    new = Case(rules.guideline_id("2026", ledger), "harassment", "", "", 0, "2026-09", "v1")
    decision = rules.publish(TEXT, new, ledger, NOW)
    told = {notice.recipient: notice for notice in decision.notices}
    assert {who for who, notice in told.items() if notice.klass is NoticeClass.DUTY} == UNIT_HEADS
    assert {told[who].due_on for who in UNIT_HEADS} == {OFFICE.on_or_after(TODAY + timedelta(days=21))}
    assert told.keys() == {person.id for person in ledger.rows} - {ADVISER, "U0SASAKI", "U0WADA"}
    assert decision.opens is not None
    assert decision.opens.period == "2026"
    assert decision.body == {"title": "title", "parts": ["one", "two"], "on": TODAY.isoformat(), "version": 1}


def test_published_again_it_is_another_version_and_heard_of_again() -> None:
    ledger = with_guideline()
    first, again = guideline(ledger), rules.publish(TEXT, guideline(ledger), ledger, NOW)
    assert again.opens is None
    assert again.body is not None
    assert rules.version_of(replace(first, body=again.body)) == "2026-2"
    new = Case(first.id, "harassment", "", "", 0, "2026-09", "v1")
    before = rules.publish(TEXT, new, ledger, NOW)
    assert not {n.once for n in again.notices} & {n.once for n in before.notices}
    assert again.cancels == (rules.MAKE_KNOWN,)


@pytest.mark.parametrize("rule", [rules.confirm, rules.make_known])
def test_only_the_version_that_is_valid_is_confirmed_or_made_known(rule) -> None:  # type: ignore[no-untyped-def]
    ledger = with_guideline()
    seen, new = guideline(ledger), Case("n", "harassment", "", "", 0, "2026-09", "v1")
    decision = rule(seen, new, ledger, NOW)
    assert isinstance(decision, Decision)
    assert decision.opens is not None
    assert decision.opens.period == "2026-1"
    assert (decision.identity, decision.parties, decision.notices) == (None, (), ())  # on no list
    assert isinstance(rule(replace(seen, rev=9), new, ledger, NOW), Refused)
    assert isinstance(rule(seen, new, town_ledger(), NOW), Refused)


def test_last_years_stays_valid_until_this_years_is_there_and_an_older_one_does_not() -> None:
    ledger = town_ledger()
    last, older = guideline(ledger, "2025"), guideline(ledger, "2024")
    assert rules.current(replace(ledger, cases=[older, last]), TODAY) == last
    assert rules.current(replace(ledger, cases=[older]), TODAY) is None
    this = guideline(ledger)
    assert rules.current(replace(ledger, cases=[last, this]), TODAY) == this
    assert rules.is_due(replace(ledger, cases=[last]), TODAY)
    assert not rules.is_due(replace(ledger, cases=[this]), TODAY)


@pytest.mark.parametrize(("readers", "shown"), [(0, None), (5, None), (6, 6), (27, 27), (28, None), (33, None)])
def test_how_many_have_read_it_is_shown_only_where_nobody_can_be_made_out(readers: int, shown: int | None) -> None:
    ledger = town_ledger()
    staff = rules.staff(ledger, TODAY)
    assert len(staff) == 33
    ledger = with_guideline(*(("reading", who) for who in staff[:readers]))
    assert rules.rate(guideline(ledger), ledger, TODAY).cells.get(rules.READ) == shown


def test_each_reader_counts_for_one_version() -> None:
    ledger = with_guideline(("reading", ASKER))
    case = guideline(ledger)
    assert rules.has_read(ASKER, case, ledger)
    assert not rules.has_read(HEAD, case, ledger)
    assert not rules.has_read(ASKER, replace(case, body={**case.body, "version": 2}), ledger)


def test_only_unit_heads_who_have_not_made_it_known_are_reminded_and_not_after_the_day() -> None:  # Aki 3(3)
    ledger = with_guideline(("making_known", "U0FUKUDA"))
    case = guideline(ledger)
    due = Deadline(case.id, rules.MAKE_KNOWN, NOW, 1, "2026-1")
    decision = rules.on_make_known(case, due, ledger, NOW)
    assert decision is not None
    assert {notice.recipient for notice in decision.notices} == UNIT_HEADS - {"U0FUKUDA"}
    assert rules.made_known(case, ledger, TODAY) == (1, 7)
    assert rules.on_make_known(case, replace(due, period="2026-0"), ledger, NOW) is None
    assert rules.on_make_known(case, due, ledger, NOW + timedelta(days=60)) is None
    everybody = with_guideline(*(("making_known", who) for who in UNIT_HEADS))
    assert rules.on_make_known(case, due, everybody, NOW) is None


APRIL = OFFICE.opening(date(2027, 4, 8))


@pytest.mark.parametrize(
    ("published", "at", "heard"),
    [
        ("2026", APRIL, True),  # only last year's is there
        ("2027", APRIL, False),
        ("2026", OFFICE.opening(date(2027, 6, 10)), False),  # past its last day: Home says it all the same
    ],
)
def test_a_guideline_that_was_not_renewed_is_called_for_in_spring(published: str, at: datetime, heard: bool) -> None:
    ledger = town_ledger()
    ledger = replace(ledger, cases=[guideline(ledger, published)])
    nothing = Case("harassment", "harassment", "", "", 0, "2027-04", "v1")
    decision = rules.on_year(nothing, Deadline("harassment", rules.YEAR, at, 1, "2027"), ledger, at)
    assert (decision is not None) is heard
    if decision:
        assert [n.recipient for n in decision.notices] == [HEAD]
        assert {n.about for n in decision.notices} == {""}
        assert all(a.role is not Role.AFFAIRS_HEAD for a in ledger.roster if a.person != HEAD)


def test_the_days_of_this_and_the_next_year_are_planned_on_office_days() -> None:
    planned = rules.plan(town_ledger(), NOW)
    assert [(d.period, d.stage) for d in planned] == [(y, n) for y in ("2026", "2027") for n in (1, 2, 3)]
    assert all(OFFICE.is_open(OFFICE.day(d.due_at)) for d in planned)
    assert OFFICE.day(planned[3].due_at) == date(2027, 4, 8)
