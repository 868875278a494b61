"""Counts days, months and years as the Civil Code does."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date

from bot.rules.office import DAY, OfficeCalendar, first_of, next_month
from bot.rules.policy import ClockRule


def add_months(day: date, months: int) -> date:
    """The last day of a period of months after `day`, which is itself not counted (Civil Code 140, 143)."""
    return last_of_period(day + DAY, months)


def last_of_period(first: date, months: int) -> date:
    """The last day of a period of months whose first day counts (Civil Code 143(2)).

    It is the day before the corresponding day, or the end of the month that has no such day.
    """
    year, month0 = divmod(first.year * 12 + first.month - 1 + months, 12)
    length = monthrange(year, month0 + 1)[1]
    if first.day > length:
        return date(year, month0 + 1, length)
    return date(year, month0 + 1, first.day) - DAY


def fiscal_years_after(day: date, years: int, office: OfficeCalendar) -> date:
    """The last day of a number of whole fiscal years after the one in which `day` lies."""
    year_end = office.end_of_fiscal_year(day)
    return year_end.replace(year=year_end.year + years)


def last_day(rule: ClockRule, day: date, ends_on: date | None = None) -> date | None:
    """The last counted day of a clock that began on `day`, before any move; None where it has no limit.

    For a report of a month `day` lies in that month; `ends_on` is the limit that the case itself gives.
    """
    if rule.limit == "given":
        return ends_on
    return LAST_DAYS[rule.limit](day, rule.length or 0) if rule.limit in LAST_DAYS else None


def _days(day: date, length: int) -> date:
    return day + length * DAY


def _years(day: date, length: int) -> date:
    return add_months(day, 12 * length)


def _day_of_next_month(day: date, length: int) -> date:
    return first_of(next_month(f"{day:%Y-%m}")).replace(day=length)


LAST_DAYS: Mapping[str, Callable[[date, int], date]] = {
    "days": _days,
    "months": add_months,
    "years": _years,
    "day_of_next_month": _day_of_next_month,
}
