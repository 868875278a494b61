"""Counts deadlines by the Civil Code and plans the reminders before them.

The first day is not counted (140), a period ends with its last day (141), months and years go by the calendar
(143). Only what an employee files moves from a closed last day to the next office day (142 and fairness);
the organisation's own duties, fixed dates, retention and terms stay where they are.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from bot.errors import Misconfigured
from bot.rules.counting import fiscal_years_after, last_day, last_of_period
from bot.rules.office import DAY, OfficeCalendar, first_of, next_month
from bot.rules.policy import ClockRule, Counting, Policy

Start = datetime | date | str  # a moment, a day, or a month such as "2026-09"
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Due:
    """A counted deadline; `expires_at` is the first moment that is too late, in the office's zone."""

    counted_day: date
    due_day: date
    expires_at: datetime
    last_office_day: date
    article: str
    reason: str


@dataclass(frozen=True)
class Stage:
    """One reminder, due at `at` (UTC); it is stale once the next one has begun (`not_after`)."""

    number: int
    at: datetime
    not_after: datetime | None


class Count(NamedTuple):
    """How one deadline is counted: its article, its last day, whether that day moves, and why."""

    article: str
    day: date
    reason: str
    moves: bool = False


Rule = Callable[[date, OfficeCalendar, Policy], Count]


def due(rule_name: str, start: Start, office: OfficeCalendar, policy: Policy) -> Due:
    """The deadline of one of RULES for what happened at `start`.

    `start` is an aware datetime or a date; a month such as "2026-09" for monthly_report only.
    Raises Misconfigured for an unknown rule or a start that cannot be counted from.
    """
    if rule_name not in RULES:
        raise Misconfigured([f"rule: is not known; choose one of {', '.join(RULES)}"])
    try:
        count = RULES[rule_name](_first_day(rule_name, start, office), office, policy)
        due_day = office.on_or_after(count.day) if count.moves else count.day
        return Due(
            counted_day=count.day,
            due_day=due_day,
            expires_at=office.local(office.start_of(due_day + DAY)),
            last_office_day=office.on_or_before(due_day),
            article=count.article,
            reason=_with_move(count, due_day),
        )
    except OverflowError as error:
        raise Misconfigured(["start: is too far away to count from; give a nearer day"]) from error


def stages(rule: ClockRule, start: Start, office: OfficeCalendar, *, ends_on: date | None = None) -> tuple[Stage, ...]:
    """The reminders of a clock that began at `start`, in order of time.

    Minutes and working hours are exact; working days and hours count from the first working moment, so that a
    request of a Saturday begins on Monday. Every other stage is planned at the opening of the office day
    on or before its nominal day; where that would be before the clock began (for a month: before its 1st), it
    stands on its nominal day and its notice waits for the next office day. Of two stages on one day the later
    stays. Numbers are places in the policy's list, so they do not change when a stage is left out.
    `ends_on` is the last day where the case gives it (`limit` "given").
    """
    began = _moment(start, office)
    day = office.day(began)
    limit = last_day(rule, day, ends_on)
    planned: list[tuple[int, datetime]] = []
    numbered = enumerate(((counting, n) for counting, ns in rule.stages.items() for n in ns), start=1)
    for number, (counting, n) in numbered:
        at = PLANS[counting](n, Clock(began, day, limit, office))
        if at < began:  # the clock began too late for this one
            continue
        if planned:
            at = max(at, planned[-1][1])
            if office.day(at) == office.day(planned[-1][1]):
                planned.pop()
        planned.append((number, at))
    ends = [at for _, at in planned[1:]]
    return tuple(Stage(n, at, end) for (n, at), end in zip(planned, [*ends, None], strict=False))


# ---- the rules of `due` ----


def _period(clock: str, after: str) -> Rule:
    """The rule of a clock that runs for a number of days, months or years."""

    def count(day: date, office: OfficeCalendar, policy: Policy) -> Count:
        rule = policy.clocks[clock]
        unit = rule.limit.removesuffix("s") if rule.length == 1 else rule.limit
        reason = f"The end of {rule.length} {unit} after {after}; that day itself is not counted."
        return Count(rule.article, last_day(rule, day) or day, reason, moves=rule.last_day == "moves")

    return count


def _monthly_report(day: date, office: OfficeCalendar, policy: Policy) -> Count:
    rule = policy.clocks["monthly_report"]
    reason = f"The report of a month is due by day {rule.length} of the next month; a fixed day does not move."
    return Count(rule.article, last_day(rule, day) or day, reason)


def _retention_fiscal(day: date, office: OfficeCalendar, policy: Policy) -> Count:
    rule = policy.clocks["retention"]
    begins = office.end_of_fiscal_year(day) + DAY
    reason = f"Kept for {rule.length} years from {begins}, the 1 April after its fiscal year; the last day kept."
    return Count(rule.article, fiscal_years_after(day, rule.length or 0, office), reason)


def _fiscal_year_end(day: date, office: OfficeCalendar, policy: Policy) -> Count:
    reason = "The term lasts until the end of the fiscal year in which it began."
    return Count(policy.terms["fiscal_year"], office.end_of_fiscal_year(day), reason)


def _one_year_term(day: date, office: OfficeCalendar, policy: Policy) -> Count:
    reason = "The term is one year by the calendar and its first day counts."
    return Count(policy.terms["one_year"], last_of_period(day, 12), reason)


def _next_office_day(day: date, office: OfficeCalendar, policy: Policy) -> Count:
    return Count(policy.office.article, day, "The first office day on or after the start.", moves=True)


RULES: Mapping[str, Rule] = {
    "interview_request": _period("interview_request", "the result was received"),
    "interview_delivery": _period("interview_delivery", "the application"),
    "physician_opinion": _period("physician_opinion", "the interview"),
    "committee": _period("committee", "the committee received the referral"),
    "own_request": _period("own_request", "the request"),
    "monthly_report": _monthly_report,
    "retention_civil": _period("retention", "the record was made"),
    "retention_fiscal": _retention_fiscal,
    "fiscal_year_end": _fiscal_year_end,
    "one_year_term": _one_year_term,
    "next_office_day": _next_office_day,
}


def _with_move(count: Count, due_day: date) -> str:
    if due_day == count.day:
        return count.reason
    return f"{count.reason.removesuffix('.')}; {count.day} is closed, so it moves to the next office day."


def _first_day(rule_name: str, start: Start, office: OfficeCalendar) -> date:
    """The office's day of `start`, after checking that the rule can count from it."""
    if isinstance(start, datetime):
        if start.tzinfo is None:
            raise Misconfigured(["start: has a time without an offset; add one such as +09:00"])
        day = office.day(start)
    else:
        day = _day(start)
    if (rule_name == "monthly_report") != isinstance(start, str):
        wanted = "a month such as 2026-09" if rule_name == "monthly_report" else "a day such as 2026-10-05"
        raise Misconfigured([f"start: must be {wanted} for {rule_name}"])
    return day


def _moment(start: Start, office: OfficeCalendar) -> datetime:
    """A moment as it is; a day or a month from its first moment."""
    return start if isinstance(start, datetime) else office.start_of(_day(start))


def _day(start: date | str) -> date:
    if isinstance(start, date):
        return start
    if not MONTH.fullmatch(start):
        raise Misconfigured(["start: must be a month such as 2026-09"])
    return first_of(start)


# ---- the plans of `stages` ----


class Clock(NamedTuple):
    """A running clock: the moment and the day it began, its last day, and the office's calendar."""

    began: datetime
    day: date
    limit: date | None
    office: OfficeCalendar

    def opening_by(self, nominal: date, earliest: date) -> datetime:
        """The opening of the office day on or before `nominal`, or of `nominal` itself if there is none."""
        day = self.office.on_or_before(nominal)
        return self.office.opening(day if day >= earliest else nominal)


def _minutes(n: int, clock: Clock) -> datetime:
    return clock.began + timedelta(minutes=n)


def _working_hours(n: int, clock: Clock) -> datetime:
    at, left = clock.office.next_working(clock.began), timedelta(hours=n)
    while (rest := clock.office.closing(clock.office.day(at)) - at) < left:
        at, left = clock.office.next_working(at + rest), left - rest
    return at + left


def _working_days(n: int, clock: Clock) -> datetime:
    first = clock.office.day(clock.office.next_working(clock.began))
    return clock.office.opening(clock.office.add_open_days(first, n))


def _after_days(n: int, clock: Clock) -> datetime:
    return clock.opening_by(clock.day + n * DAY, clock.day + DAY)


def _days_left(n: int, clock: Clock) -> datetime:
    nominal = _limit_of(clock) - n * DAY
    return clock.opening_by(nominal, min(nominal, clock.day + DAY))


def _window_percent(n: int, clock: Clock) -> datetime:
    return clock.opening_by(clock.day + (_limit_of(clock) - clock.day) * n // 100, clock.day + DAY)


def _day_of_next_month(n: int, clock: Clock) -> datetime:
    first = first_of(next_month(f"{clock.day:%Y-%m}"))
    return clock.opening_by(first.replace(day=n), first)


def _limit_of(clock: Clock) -> date:
    if clock.limit is None:
        raise ValueError("this clock has no last day; give ends_on")
    return clock.limit


PLANS: Mapping[Counting, Callable[[int, Clock], datetime]] = {
    "minutes": _minutes,
    "working_hours": _working_hours,
    "working_days": _working_days,
    "days": _after_days,
    "days_left": _days_left,
    "window_percent": _window_percent,
    "day_of_next_month": _day_of_next_month,
}
