"""Where somebody is missing, who hears of it and when, and which rooms need nobody (Yam 4(2), 6(1)(2), P1)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.errors import Refused
from bot.handlers.roster.rules import gaps as rules
from bot.handlers.roster.rules.gaps import Gap
from bot.handlers.roster.rules.moves import EXEMPTION
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.people import Appointment, Person, Role
from tests import fakes
from tests.fakes import FakeLedger, appointment
from tests.handlers.roster.test_naming_rules import CASE, CLERK, NOW, PEOPLE, ROSTER, TAX_HEAD, TODAY, UNIT_HEAD, held

UPSTAIRS = held("U0UPSTAIRS")
TAX = held("U0TAX", unit="Tax")
WELFARE = held("U0WELFARE", unit="Welfare")
OUTSIDER = appointment("U0OUTSIDE", Role.EXTERNAL_ADVISER, unit="Outside")
WELFARE_UNIT_HEAD = appointment(fakes.HEAD, Role.UNIT_HEAD, ends_on=None, unit="Welfare")
WHOLE = (held(), UPSTAIRS, TAX, WELFARE, OUTSIDER, WELFARE_UNIT_HEAD)  # nobody is missing


def town(*held_by: Appointment, people: Sequence[Person] = PEOPLE, cases: Sequence[Case] = ()) -> FakeLedger:
    return FakeLedger(roster=(*ROSTER, *held_by), rows=people, cases=cases)


def of_units(ledger: FakeLedger, today: date = TODAY) -> list[tuple[str, str, str]]:
    return [(gap.kind, gap.unit, gap.room) for gap in rules.gaps(ledger, today) if gap.unit]


def without(person: str) -> list[Appointment]:
    return [one for one in WHOLE if one.person != person]


LEFT_OUT = [
    # who is taken away, what is missing then
    ("", []),
    ("U0UPSTAIRS", [("room", "Citizens", "2F")]),
    (CLERK, [("room", "Citizens", "1F")]),
    ("U0TAX", [("unit", "Tax", "")]),  # P1: a unit without any
    ("U0WELFARE", [("unit", "Welfare", "")]),
    ("U0OUTSIDE", [("head", "Outside", ""), ("unit", "Outside", "")]),  # no outsider any more: a unit like others
    (fakes.HEAD, [("head", "Welfare", "")]),
]


@pytest.mark.parametrize(("person", "missing"), LEFT_OUT)
def test_where_somebody_is_missing(person: str, missing: list[tuple[str, str, str]]) -> None:
    assert of_units(town(*without(person))) == missing


def test_a_supporter_whose_account_is_gone_is_missing() -> None:
    people = [replace(person, left=person.id == "U0TAX") for person in PEOPLE]

    assert of_units(town(*WHOLE, people=people)) == [("unit", "Tax", "")]


def test_a_supporter_named_for_another_room_is_there_and_not_at_home() -> None:
    elsewhere = [one if one.person != CLERK else replace(one, room="2F") for one in WHOLE]

    assert of_units(town(*elsewhere)) == [("room", "Citizens", "1F")]


def test_a_term_that_lies_ahead_or_is_over_fills_no_gap() -> None:
    for change in ({"starts_on": date(2026, 10, 1)}, {"released_on": TODAY}):
        other = [one if one.person != "U0TAX" else replace(one, **change) for one in WHOLE]  # type: ignore[arg-type]
        assert of_units(town(*other)) == [("unit", "Tax", "")]


def test_offices_below_their_smallest_number_are_gaps_and_others_are_not() -> None:  # R2, K10
    found = {gap.role for gap in rules.gaps(town(*WHOLE), TODAY) if gap.kind == rules.OFFICE}

    assert {"hq_supporter", "coordinator", "desk_officer", "response_nurse"} <= found
    assert not {"unit_supporter", "external_adviser", "welfare_head", "responder"} & found
    hq = appointment("U0WELFARE", Role.HQ_SUPPORTER)
    filled = {gap.role for gap in rules.gaps(town(*WHOLE, hq), TODAY) if gap.kind == rules.OFFICE}
    assert found - filled == {"hq_supporter", "coordinator"}  # Yam 5(5): one person is both


COUNSELLORS = tuple(appointment(f"U0C{number}", Role.COUNSELLOR) for number in range(6))
SEATED = tuple(appointment(f"U0M{number}", Role.COMMITTEE_MEMBER, seat=number) for number in range(1, 7))


@pytest.mark.parametrize(
    ("there", "found"),
    [
        (1, [(rules.OFFICE, 0, 0)]),  # two deal with each matter (Aki 7(6))
        (2, [(rules.SHORT, 2, 6)]),
        (5, [(rules.SHORT, 5, 6)]),
        (6, []),
    ],
)
def test_counsellors_below_six_are_shown_and_below_two_too_few(there: int, found: list[tuple[str, int, int]]) -> None:
    here = town(*WHOLE, *COUNSELLORS[:there])  # Aki 7(3), K10
    gaps = [gap for gap in rules.gaps(here, TODAY) if gap.role == Role.COUNSELLOR]
    assert [(gap.kind, gap.there, gap.seats) for gap in gaps] == found


@pytest.mark.parametrize("number", range(1, 7))
def test_each_empty_seat_of_the_committee_is_named(number: int) -> None:  # Aki 9(4)
    def empty(*held_by: Appointment) -> list[int]:
        return [gap.seat for gap in rules.gaps(town(*WHOLE, *held_by), TODAY) if gap.kind == rules.SEAT]

    assert empty(*SEATED) == []
    assert empty(*(one for one in SEATED if one.seat != number)) == [number]
    over = replace(SEATED[number - 1], ends_on=date(2026, 8, 31))
    assert empty(over, *(one for one in SEATED if one.seat != number)) == [number]


def test_a_deputy_is_advised_and_one_is_enough() -> None:  # K6
    def short(*held_by: Appointment) -> list[str]:
        return [gap.role for gap in rules.gaps(town(*WHOLE, *held_by), TODAY) if gap.kind == rules.SHORT]

    assert short() == ["affairs_deputy"]
    assert short(appointment("U0TAX", Role.AFFAIRS_DEPUTY, ends_on=None)) == []


def test_the_head_of_general_affairs_hears_in_april_where_somebody_is_missing_for_the_regulation() -> None:  # K10
    head = appointment("U0AFFAIRS", Role.AFFAIRS_HEAD, ends_on=None)
    heard = rules.on_year(CASE, Deadline("roster", rules.YEAR, NOW, 1, "2026"), town(*WHOLE, head), NOW)
    assert heard is not None
    assert {(n.recipient, n.topic) for n in heard.notices} == {(fakes.HEAD, "gaps"), ("U0AFFAIRS", "gaps")}


# ---- exemptions (Yam 6(2)) ----


def exemption(ledger: FakeLedger, room: str = "2F", *, unit: str = "Citizens", state: str = "") -> Case:
    case_id = rules.exemption_id(unit, room, ledger, TODAY)
    body = {"unit": unit, "room": room, "reason": "few_people"} if state else {}
    return Case(case_id, "roster", EXEMPTION.kind, state, int(bool(state)), "2026-09", "v", "2026" * bool(state), body)


def test_a_room_is_exempt_with_a_reason_until_the_fiscal_year_ends() -> None:
    here = town(*without("U0UPSTAIRS"))

    decision = rules.exempt("few_people", UNIT_HEAD, exemption(here), here, NOW)
    assert isinstance(decision, Decision)
    assert (decision.opens and decision.opens.period, dict(decision.body or {})["reason"]) == ("2026", "few_people")
    assert (decision.identity, UNIT_HEAD in str(decision.body)) == ({"by": UNIT_HEAD}, False)
    exempted = town(*without("U0UPSTAIRS"), cases=[exemption(here, state="exempt")])
    assert of_units(exempted) == []
    assert [one.room for one in rules.exempted(exempted, TODAY)] == ["2F"]
    assert rules.exempted(exempted, date(2027, 4, 1)) == ()
    lifted = town(*without("U0UPSTAIRS"), cases=[exemption(here, state="lifted")])
    assert of_units(lifted) == [("room", "Citizens", "2F")]


def test_a_unit_cannot_be_exempt_and_exempt_rooms_leave_it_a_gap() -> None:  # P1
    here = town(*without("U0TAX"))
    of_unit, of_room = exemption(here, "", unit="Tax"), exemption(here, "2F", unit="Tax")

    assert isinstance(rules.exempt("few_people", TAX_HEAD, of_unit, here, NOW), Refused)
    assert isinstance(rules.exempt("few_people", TAX_HEAD, of_room, here, NOW), Refused)
    exempted = town(*without("U0TAX"), cases=[exemption(here, "2F", unit="Tax", state="exempt")])
    assert of_units(exempted) == [("unit", "Tax", "")]


@pytest.mark.parametrize("by", [TAX_HEAD, CLERK, fakes.HEAD])
def test_nobody_exempts_a_room_of_another_unit(by: str) -> None:
    here = town(*without("U0UPSTAIRS"))

    assert isinstance(rules.exempt("few_people", by, exemption(here), here, NOW), Refused)


def test_a_room_with_a_supporter_needs_no_exemption() -> None:
    here = town(*WHOLE)

    assert isinstance(rules.exempt("few_people", UNIT_HEAD, exemption(here), here, NOW), Refused)


# ---- who hears of it ----


def due(deadlines: list[Deadline], kind: str) -> list[str]:
    return [fakes.OFFICE.local(one.due_at).strftime("%Y-%m-%d") for one in deadlines if one.kind == kind]


def test_after_each_first_of_april_there_are_three_stages_on_office_days() -> None:
    found = rules.plan(town(*WHOLE), NOW)

    assert due(found, rules.YEAR)[:3] == ["2027-04-02", "2027-04-15", "2027-05-14"]
    assert due(found, rules.GAP) == []


def test_a_gap_that_appears_within_the_year_has_stages_of_its_own() -> None:
    released = held("U0TAX", unit="Tax", released_on=TODAY)
    found = rules.plan(town(*without("U0TAX"), released), NOW)

    assert due(found, rules.GAP) == ["2026-09-04", "2026-09-16", "2026-10-16"]  # 5 September is a Saturday
    lapsed = held("U0TAX", unit="Tax", starts_on=date(2025, 4, 1), ends_on=date(2026, 3, 31))
    assert due(rules.plan(town(*without("U0TAX"), lapsed), NOW), rules.GAP) == []  # the 1st of April has its own


def gap_deadline(ledger: FakeLedger, stage: int = 1) -> Deadline:
    return next(one for one in rules.plan(ledger, NOW) if one.kind == rules.GAP and one.stage == stage)


@pytest.mark.parametrize(("stage", "heard"), [(1, {TAX_HEAD: "unit"}), (3, {TAX_HEAD: "unit", fakes.HEAD: "gaps"})])
def test_the_unit_head_hears_of_it_and_at_the_end_the_head_of_welfare(stage: int, heard: dict[str, str]) -> None:
    here = town(*without("U0TAX"), held("U0TAX", unit="Tax", released_on=TODAY))

    decision = rules.on_gap(CASE, gap_deadline(here, stage), here, NOW)
    assert decision is not None
    assert {notice.recipient: notice.topic for notice in decision.notices} == heard
    assert {notice.due_on for notice in decision.notices} == {None}  # "must place" names no day


def test_a_supporter_whose_account_is_closed_leaves_a_gap_that_is_told() -> None:
    people = [replace(person, left=person.id == "U0TAX") for person in PEOPLE]
    here = town(*WHOLE, people=people)

    deadline = gap_deadline(here)
    assert due(rules.plan(here, NOW), rules.GAP)[0] == "2026-09-04"
    later = datetime(2026, 9, 4, tzinfo=UTC)
    assert {one.period for one in rules.plan(here, later) if one.kind == rules.GAP} == {deadline.period}  # the same one
    decision = rules.on_gap(CASE, deadline, here, later)
    assert decision is not None
    assert [notice.recipient for notice in decision.notices] == [TAX_HEAD]
    assert rules.on_gap(CASE, deadline, town(*WHOLE), later) is None  # the account is there again


def test_nobody_hears_of_a_gap_that_is_closed() -> None:
    here = town(*without("U0TAX"), held("U0TAX", unit="Tax", released_on=TODAY))
    deadline = gap_deadline(here)

    closed = town(*without("U0TAX"), held("U0TAX", unit="Tax", released_on=TODAY), held(TAX_HEAD, unit="Tax"))
    assert rules.on_gap(CASE, deadline, closed, NOW) is None


def test_after_the_first_of_april_each_head_with_a_gap_hears_once_and_the_others_do_not() -> None:
    april = datetime(2027, 4, 2, tzinfo=UTC)
    deadline = Deadline("roster", rules.YEAR, april, 1, "2027")
    here = town(*WHOLE)  # every term but the heads' has ended

    decision = rules.on_year(CASE, deadline, here, april)
    assert decision is not None
    assert {(n.recipient, n.topic) for n in decision.notices} == {
        (UNIT_HEAD, "unit"), (TAX_HEAD, "unit"), (fakes.HEAD, "unit"), (fakes.HEAD, "gaps"),
    }  # fmt: skip
    assert rules.on_year(CASE, replace(deadline, period="2026"), here, april) is None  # a year that is over


def test_since_when_is_told_where_the_roster_tells_it() -> None:
    here = town(*without("U0TAX"), held("U0TAX", unit="Tax", released_on=date(2026, 8, 20)))

    (gap,) = [one for one in rules.gaps(here, TODAY) if one.unit == "Tax"]
    assert gap == Gap(rules.UNIT, "Tax", since=date(2026, 8, 20))
