"""Reminders: every stage of a clock on its day, and properties of all dates."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Misconfigured
from bot.policy import load, office_calendar
from bot.rules.counting import last_day
from bot.rules.deadlines import PLANS, RULES, due, stages
from bot.rules.policy import Counting

HERE = Path(__file__).parent
POLICY = load(HERE.parents[1] / "policy.toml")
COMPANY = load(HERE.parent / "policies" / "company.toml")
OFFICE = office_calendar(POLICY)
BOTH = [(policy, office_calendar(policy)) for policy in (POLICY, COMPANY)]
DAYS = st.dates(date(2020, 1, 1), date(2090, 1, 1))
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1), timezones=st.just(OFFICE.zone))  # noqa: DTZ001
DATED_RULES = sorted(set(RULES) - {"monthly_report"})


def at(text: str) -> datetime:
    """A moment of Tokyo's clock."""
    return datetime.fromisoformat(f"{text}+09:00")


def planned(clock: str, start: datetime | date | str, ends_on: date | None = None) -> list[tuple[int, str]]:
    """The stages of a town hall clock as (number, what the office's clock shows)."""
    found = stages(POLICY.clocks[clock], start, OFFICE, ends_on=ends_on)
    return [(stage.number, f"{OFFICE.local(stage.at):%Y-%m-%d %H:%M}") for stage in found]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-11-16T10:00:00", ["2026-11-17 08:30", "2026-11-18 08:30", "2026-11-19 08:30"]),
        ("2026-11-19T16:00:00", ["2026-11-20 08:30", "2026-11-24 08:30", "2026-11-25 08:30"]),
        ("2026-11-21T12:00:00", ["2026-11-25 08:30", "2026-11-26 08:30", "2026-11-27 08:30"]),  # a Saturday
        ("2026-11-16T20:00:00", ["2026-11-18 08:30", "2026-11-19 08:30", "2026-11-20 08:30"]),  # an evening
        ("2026-12-28T09:00:00", ["2027-01-04 08:30", "2027-01-05 08:30", "2027-01-06 08:30"]),
    ],
)
def test_an_unanswered_request_is_nudged_on_office_days(start: str, expected: list[str]) -> None:  # Yam 10(1)
    assert planned("request_answer", at(start)) == list(enumerate(expected, start=1))


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        ("2026-09", [(1, "2026-10-01"), (2, "2026-10-07"), (4, "2026-10-09")]),  # the 10th is a Saturday
        ("2026-11", [(1, "2026-12-01"), (2, "2026-12-07"), (3, "2026-12-09"), (4, "2026-12-10")]),
        ("2026-12", [(1, "2027-01-01"), (2, "2027-01-07"), (4, "2027-01-08")]),  # 1 January is closed
        ("2026-07", [(1, "2026-08-01"), (3, "2026-08-07"), (4, "2026-08-10")]),  # the 1st is closed, the 9th too
    ],
)
def test_the_monthly_report_is_nudged_before_the_10th(month: str, expected: list[tuple[int, str]]) -> None:
    assert planned("monthly_report", month) == [(n, f"{day} 08:30") for n, day in expected]  # Yam 11(1)


def test_the_committee_is_reminded_before_its_last_day_on_office_days() -> None:  # Aki 9(3)
    assert planned("committee", at("2026-03-04T10:00:00")) == [
        (1, "2026-04-03 08:30"),
        (2, "2026-04-17 08:30"),  # the 19th is a Sunday
        (3, "2026-04-24 08:30"),  # the 26th is a Sunday
        (4, "2026-05-01 08:30"),  # the day before is a Saturday
    ]


def test_the_interview_door_reminds_once() -> None:  # Aku 11(1), S6
    assert planned("interview_request", at("2026-10-05T09:00:00")) == [(1, "2026-10-23 08:30")]  # the 25th is a Sunday


def test_a_term_is_reminded_before_its_own_last_day() -> None:  # Yam 6(5)
    assert planned("term_end", date(2026, 4, 1), ends_on=date(2027, 3, 31)) == [
        (1, "2027-02-12 08:30"),  # the 14th is a Sunday
        (2, "2027-03-17 08:30"),
        (3, "2027-03-26 08:30"),  # the 28th is a Sunday
    ]


def test_a_term_of_eleven_days_keeps_only_the_reminder_that_is_still_to_come() -> None:  # P3
    assert planned("term_end", date(2027, 3, 20), ends_on=date(2027, 3, 31)) == [(3, "2027-03-26 08:30")]


def test_working_hours_stop_at_closing_and_go_on_in_the_morning() -> None:  # Aki 7(6)
    assert planned("responders", at("2026-11-17T09:00:00"))[0] == (1, "2026-11-17 13:00")
    # four hours end on the next morning, when the first day is over as well: one nudge, not before the hours end
    assert planned("responders", at("2026-11-17T16:00:00")) == [(2, "2026-11-18 11:15"), (3, "2026-11-19 08:30")]


def test_danger_does_not_wait_for_office_hours() -> None:  # Yam 10(4)(2)
    assert planned("danger", at("2026-11-22T03:33:00")) == [(1, "2026-11-22 03:33")]


def test_who_has_not_answered_is_reminded_in_the_middle_of_the_round_and_before_its_end() -> None:  # Aku 7(4)
    assert planned("stress_taking", date(2026, 9, 1), ends_on=date(2026, 12, 25)) == [
        (1, "2026-10-28 08:30"),
        (2, "2026-12-18 08:30"),
        (3, "2026-12-23 08:30"),
    ]


def test_records_are_announced_before_their_last_day() -> None:  # Aku 17
    assert planned("retention", date(2026, 10, 5)) == [
        (1, "2031-07-07 08:30"),
        (2, "2031-09-05 08:30"),
        (3, "2031-10-03 08:30"),
    ]


def test_where_no_office_day_is_left_the_stage_stands_on_its_own_day() -> None:
    # applied on the eve of the closed days: the fifth day after is closed and no office day lies between
    assert planned("interview_delivery", at("2026-12-28T15:00:00"))[0] == (1, "2027-01-02 08:30")


def test_a_stage_is_stale_once_the_next_has_begun_and_the_last_one_never() -> None:
    found = stages(POLICY.clocks["committee"], at("2026-03-04T10:00:00"), OFFICE)
    assert [stage.not_after for stage in found] == [*(stage.at for stage in found[1:]), None]


def test_every_way_of_counting_has_its_plan() -> None:
    assert set(PLANS) == set(get_args(Counting))


def test_a_clock_that_needs_its_last_day_asks_for_it() -> None:
    with pytest.raises(ValueError, match="ends_on"):
        stages(POLICY.clocks["term_end"], date(2026, 4, 1), OFFICE)


@pytest.mark.parametrize(("policy", "office"), BOTH, ids=["town hall", "company"])
@given(rule=st.sampled_from(DATED_RULES), start=st.one_of(DAYS, MOMENTS))
def test_no_deadline_lies_before_its_start_or_off_the_calendar(policy, office, rule, start) -> None:  # type: ignore[no-untyped-def]
    day = office.day(start) if isinstance(start, datetime) else start
    found = due(rule, start, office, policy)
    assert day <= found.counted_day <= found.due_day
    assert office.is_open(found.last_office_day)
    assert found.last_office_day <= found.due_day
    assert found.expires_at == office.start_of(found.due_day + timedelta(days=1))
    moves = found.due_day != found.counted_day
    assert not moves or (rule in ("interview_request", "next_office_day") and not office.is_open(found.counted_day))


@pytest.mark.parametrize(("policy", "office"), BOTH, ids=["town hall", "company"])
@given(clock=st.sampled_from(sorted(POLICY.clocks)), start=MOMENTS, length=st.integers(1, 400))
def test_stages_grow_in_time_and_stay_within_the_clock(policy, office, clock, start, length) -> None:  # type: ignore[no-untyped-def]
    rule = policy.clocks[clock]
    ends_on = office.day(start) + timedelta(days=length)
    limit = last_day(rule, office.day(start), ends_on)
    found = stages(rule, start, office, ends_on=ends_on)
    for stage, following in pairwise(found):
        assert stage.number < following.number
        assert office.day(stage.at) < office.day(following.at)
        assert stage.not_after == following.at
    for stage in found:
        day = office.day(stage.at)
        assert stage.at >= start
        assert limit is None or day <= limit
        if "minutes" not in rule.stages and not office.is_open(day):  # then no office day lay before it
            span = office.on_or_before(day)
            assert span <= office.day(start) or (clock == "monthly_report" and span.month != day.month)


@given(start=DAYS)
def test_a_deadline_never_comes_earlier_because_something_happened_later(start: date) -> None:
    for rule in DATED_RULES:
        assert due(rule, start, OFFICE, POLICY).due_day <= due(rule, start + timedelta(days=1), OFFICE, POLICY).due_day


def test_an_unknown_rule_is_refused_with_the_list_of_rules() -> None:
    with pytest.raises(Misconfigured, match="one_year_term, next_office_day"):
        due("term", date(2026, 4, 1), OFFICE, POLICY)
