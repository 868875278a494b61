"""The office calendar: open days, working hours, months and fiscal years."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.policy import load, office_calendar
from bot.rules.office import OfficeCalendar, next_month, previous_month

HERE = Path(__file__).parent
OFFICE = office_calendar(load(HERE.parents[1] / "policy.toml"))
SHOP = office_calendar(load(HERE.parent / "policies" / "company.toml"))
SYDNEY = OfficeCalendar(
    ZoneInfo("Australia/Sydney"),
    time(9),
    time(17),
    frozenset({5, 6}),
    frozenset(),
    frozenset(),
    frozenset(),
    lambda day: False,
)


def at(text: str) -> datetime:
    """A moment of Tokyo's clock."""
    return datetime.fromisoformat(f"{text}+09:00")


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        ("2026-11-20", True),  # Friday
        ("2026-11-21", False),  # Saturday
        ("2026-11-22", False),  # Sunday
        ("2026-11-23", False),  # Labour Thanksgiving Day
        ("2026-05-06", False),  # substitute holiday
        ("2026-09-22", False),  # a day between two holidays
        ("2026-12-28", True),
        ("2026-12-29", False),
        ("2027-01-03", False),
        ("2027-01-04", True),
    ],
)
def test_the_town_hall_is_open_except_weekends_holidays_and_the_years_end(day: str, open_: bool) -> None:
    assert OFFICE.is_open(date.fromisoformat(day)) is open_


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        ("2026-11-22", True),  # a Sunday
        ("2026-11-23", True),  # a public holiday, but a Monday of this shop
        ("2026-11-24", False),  # Tuesday
        ("2026-11-20", False),  # closed on that one day
        ("2026-12-29", True),  # a Tuesday that is worked
        ("2026-12-31", False),
    ],
)
def test_a_shop_keeps_its_own_days(day: str, open_: bool) -> None:
    assert SHOP.is_open(date.fromisoformat(day)) is open_


@pytest.mark.parametrize(
    ("moment", "working"),
    [
        ("2026-11-20T08:29:59", False),
        ("2026-11-20T08:30:00", True),
        ("2026-11-20T17:14:59", True),
        ("2026-11-20T17:15:00", False),
        ("2026-11-21T10:00:00", False),
    ],
)
def test_working_hours_run_from_opening_until_just_before_closing(moment: str, working: bool) -> None:
    assert OFFICE.is_working(at(moment)) is working


@pytest.mark.parametrize(
    ("moment", "next_"),
    [
        ("2026-11-20T10:00:00", "2026-11-20T10:00:00"),
        ("2026-11-20T07:00:00", "2026-11-20T08:30:00"),
        ("2026-11-20T17:15:00", "2026-11-24T08:30:00"),
        ("2026-11-21T10:00:00", "2026-11-24T08:30:00"),
        ("2026-12-28T23:59:59", "2027-01-04T08:30:00"),
    ],
)
def test_a_request_after_hours_waits_for_the_next_opening(moment: str, next_: str) -> None:  # Aki 7(5)
    found = OFFICE.next_working(at(moment))
    assert found == at(next_)
    assert found.tzinfo is UTC


def test_the_nearest_office_days_skip_whatever_is_closed() -> None:
    assert OFFICE.on_or_before(date(2026, 5, 6)) == date(2026, 5, 1)
    assert OFFICE.on_or_after(date(2026, 5, 2)) == date(2026, 5, 7)
    assert OFFICE.on_or_before(date(2026, 5, 1)) == OFFICE.on_or_after(date(2026, 5, 1)) == date(2026, 5, 1)
    assert OFFICE.add_open_days(date(2026, 5, 1), 1) == date(2026, 5, 7)
    assert OFFICE.add_open_days(date(2026, 5, 2), 3) == date(2026, 5, 11)
    assert OFFICE.add_open_days(date(2026, 5, 2), 0) == date(2026, 5, 2)


def test_days_begin_at_the_offices_midnight() -> None:
    assert OFFICE.start_of(date(2026, 10, 5)) == datetime(2026, 10, 4, 15, tzinfo=UTC)
    assert OFFICE.day(datetime(2026, 10, 4, 15, tzinfo=UTC)) == date(2026, 10, 5)
    assert OFFICE.day(datetime(2026, 10, 4, 14, 59, tzinfo=UTC)) == date(2026, 10, 4)


def test_opening_hours_follow_summer_time_where_there_is_any() -> None:
    assert SYDNEY.opening(date(2026, 7, 1)) == datetime(2026, 6, 30, 23, tzinfo=UTC)
    assert SYDNEY.opening(date(2026, 12, 1)) == datetime(2026, 11, 30, 22, tzinfo=UTC)
    assert SYDNEY.start_of(date(2026, 10, 5)) - SYDNEY.start_of(date(2026, 10, 4)) < SYDNEY.start_of(
        date(2026, 10, 4)
    ) - SYDNEY.start_of(date(2026, 10, 3))


def test_fiscal_years_run_from_april_to_march() -> None:
    assert OFFICE.fiscal_year(date(2027, 3, 31)) == 2026
    assert OFFICE.fiscal_year(date(2027, 4, 1)) == 2027
    assert OFFICE.end_of_fiscal_year(date(2027, 3, 20)) == date(2027, 3, 31)
    assert OFFICE.end_of_fiscal_year(date(2027, 4, 1)) == date(2028, 3, 31)


def test_months_are_the_offices_and_follow_each_other() -> None:
    assert OFFICE.month(datetime(2026, 9, 30, 15, tzinfo=UTC)) == "2026-10"
    assert OFFICE.month(datetime(2026, 9, 30, 14, tzinfo=UTC)) == "2026-09"
    assert next_month("2026-12") == "2027-01"
    assert next_month("2027-01") == "2027-02"
    assert previous_month("2027-01") == "2026-12"


def test_a_moment_without_a_zone_is_a_defect() -> None:
    with pytest.raises(ValueError, match="time zone"):
        OFFICE.day(datetime(2026, 10, 5))  # noqa: DTZ001


def test_a_calendar_that_never_opens_says_so() -> None:
    never = OfficeCalendar(
        ZoneInfo("Asia/Tokyo"),
        time(9),
        time(17),
        frozenset(range(7)),
        frozenset(),
        frozenset(),
        frozenset(),
        lambda day: False,
    )
    with pytest.raises(ValueError, match="no open day"):
        never.on_or_after(date(2026, 10, 5))
