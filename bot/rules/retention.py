"""How long a record is kept, and from when on it may be returned or destroyed."""

from datetime import date

from bot.rules.counting import add_months, fiscal_years_after
from bot.rules.office import DAY, FISCAL_MONTH, OfficeCalendar
from bot.rules.policy import RetentionRule


def kept_until(rule: RetentionRule, made_on: date, office: OfficeCalendar) -> date | None:
    """The last day on which a record made on `made_on` must be there; None while nothing is decided (K8).

    It is the later of the civil count and of the count from the 1 April after the fiscal year (Aku 17).
    """
    if rule.years is None:
        return None
    return max(add_months(made_on, 12 * rule.years), fiscal_years_after(made_on, rule.years, office))


def last_of_year(rule: RetentionRule, year: int, office: OfficeCalendar) -> date | None:
    """`kept_until` for any day of a fiscal year: the fiscal count ends last, so they all have the same last day."""
    return kept_until(rule, date(year + 1, FISCAL_MONTH, 1) - DAY, office)


def ended_by(rule: RetentionRule, day: date, office: OfficeCalendar) -> int | None:
    """The latest fiscal year whose records have been kept long enough on the office's day `day` (K8)."""
    return None if rule.years is None else office.fiscal_year(day) - rule.years - 1


def is_held(rule: RetentionRule, today: date) -> bool:
    """Whether a legal hold keeps the whole class on the office's day `today`."""
    return rule.hold_until is not None and today <= rule.hold_until


def may_dispose(rule: RetentionRule, made_on: date, today: date, office: OfficeCalendar) -> bool:
    """Whether the record's time is over on the office's day `today`; never without a decision (K8)."""
    last = kept_until(rule, made_on, office)
    return last is not None and today > last


def disposal_days(rule: RetentionRule, first: date, last: date) -> tuple[date, ...]:
    """The days, within these, from which one more fiscal year's records need not be kept; none while undecided (K8)."""
    if rule.years is None:
        return ()
    days = (date(year, FISCAL_MONTH, 1) for year in range(first.year, last.year + 1))
    return tuple(day for day in days if first <= day <= last and not is_held(rule, day))
