"""The only place that reads the time: one movable wall clock and one monotonic clock.

Everything below the edge receives `now` as a value. Wall time is always aware and in UTC;
office time is a matter of `OfficeCalendar` (bot/rules/office.py).
"""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What the composition root needs to know about time."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that only ever grow; for leases and time-outs, never for dates."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


class MovableClock:
    """A clock for the sandbox and the tests: it stands where it is put.

    With `running=True` it also goes on by itself from there, at the machine's pace.
    """

    def __init__(self, start: datetime, *, running: bool = False) -> None:
        self._running = running
        self.move_to(start)

    def now(self) -> datetime:
        if not self._running:
            return self._start
        return self._start + timedelta(seconds=time.monotonic() - self._since)

    def monotonic(self) -> float:
        return time.monotonic()

    def move_to(self, moment: datetime) -> None:
        """Stand at `moment` (aware) from now on. Going back is allowed: real clocks are set back too."""
        if moment.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        self._start = moment.astimezone(UTC)
        self._since = time.monotonic()

    def move_by(self, step: timedelta) -> None:
        """Stand `step` later than now."""
        self.move_to(self.now() + step)
