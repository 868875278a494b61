"""The office calendar: which days and hours the organisation is open, and what a moment is called there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
YEAR_IN_DAYS = 366
FISCAL_MONTH = 4  # Local Autonomy Act 208: 1 April to 31 March


@dataclass(frozen=True)
class OfficeCalendar:
    """Opening hours and closed days of one organisation.

    `closed_weekdays` counts Monday as 0; `closed_yearly` holds (month, day); `is_holiday` answers for
    public holidays; `open_on` wins over all of them.
    """

    zone: ZoneInfo
    opens: time
    closes: time
    closed_weekdays: frozenset[int]
    closed_yearly: frozenset[tuple[int, int]]
    closed_on: frozenset[date]
    open_on: frozenset[date]
    is_holiday: Callable[[date], bool]

    def is_open(self, day: date) -> bool:
        """Whether the office is open on that day."""
        if day in self.open_on:
            return True
        return not (
            day.weekday() in self.closed_weekdays
            or (day.month, day.day) in self.closed_yearly
            or day in self.closed_on
            or self.is_holiday(day)
        )

    def on_or_before(self, day: date) -> date:
        """The last office day that is not after `day`."""
        return self._nearest(day, -DAY)

    def on_or_after(self, day: date) -> date:
        """The first office day that is not before `day`."""
        return self._nearest(day, DAY)

    def add_open_days(self, day: date, n: int) -> date:
        """The n-th office day after `day`; `day` itself for 0."""
        for _ in range(n):
            day = self.on_or_after(day + DAY)
        return day

    def local(self, moment: datetime) -> datetime:
        """An aware moment as the office's clock shows it."""
        if moment.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return moment.astimezone(self.zone)

    def day(self, moment: datetime) -> date:
        """The office's date at an aware moment."""
        return self.local(moment).date()

    def start_of(self, day: date) -> datetime:
        """0:00 of that day at the office, in UTC."""
        return self._at(day, time.min)

    def opening(self, day: date) -> datetime:
        """The hour at which that day opens, in UTC; also for a closed day."""
        return self._at(day, self.opens)

    def closing(self, day: date) -> datetime:
        """The hour at which that day closes, in UTC; also for a closed day."""
        return self._at(day, self.closes)

    def is_working(self, moment: datetime) -> bool:
        """Whether somebody is expected at work: an office day, from opening until just before closing."""
        there = self.local(moment)
        return self.is_open(there.date()) and self.opens <= there.time() < self.closes

    def next_working(self, moment: datetime) -> datetime:
        """The moment itself if it is in working hours, otherwise the next opening; in UTC."""
        if self.is_working(moment):
            return moment.astimezone(UTC)
        day = self.day(moment)
        if moment >= self.opening(day):
            day += DAY
        return self.opening(self.on_or_after(day))

    def fiscal_year(self, day: date) -> int:
        """The fiscal year of a day, named by the calendar year in which it began."""
        return day.year if day.month >= FISCAL_MONTH else day.year - 1

    def end_of_fiscal_year(self, day: date) -> date:
        """31 March of the fiscal year in which the day lies."""
        return date(self.fiscal_year(day) + 1, FISCAL_MONTH, 1) - DAY

    def month(self, moment: datetime) -> str:
        """The office's month at an aware moment, as "2026-09"."""
        return f"{self.day(moment):%Y-%m}"

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, self.zone).astimezone(UTC)

    def _nearest(self, day: date, step: timedelta) -> date:
        for _ in range(YEAR_IN_DAYS):
            if self.is_open(day):
                return day
            day += step
        raise ValueError("the office calendar has no open day within a year")


def first_of(month: str) -> date:
    """The first day of a month written "2026-09"; ValueError for anything else."""
    return datetime.strptime(month, "%Y-%m").date()  # noqa: DTZ007 - a month has no time zone


def next_month(month: str) -> str:
    """The month after "2026-09" is "2026-10"."""
    return f"{first_of(month) + 31 * DAY:%Y-%m}"


def previous_month(month: str) -> str:
    """The month before "2026-09" is "2026-08"."""
    return f"{first_of(month) - DAY:%Y-%m}"


def next_slot(moment: datetime, minutes: int) -> datetime:
    """The end of the slot that `moment` lies in: what happened within one slot leaves together."""
    width = minutes * 60
    return datetime.fromtimestamp((int(moment.timestamp()) // width + 1) * width, moment.tzinfo)
