"""The timetable runs each tick at once and by its interval, one of each at a time, and stops without cutting one."""

import asyncio
from datetime import datetime

from bot.clock import MovableClock, SystemClock
from scheduler.timetable import SECONDS, Timetable


class Noted:
    """Ticks that note what they were given; `chase` takes as long as it is held."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, datetime]] = []
        self.held = asyncio.Event()
        self.chasing = asyncio.Event()
        self.finished = False

    async def plan(self, now: datetime) -> None:
        self.seen.append(("plan", now))

    async def deliver(self, now: datetime) -> None:
        self.seen.append(("deliver", now))

    async def purge(self, now: datetime) -> None:
        self.seen.append(("purge", now))
        raise RuntimeError  # a failing tick is noted in the log and harms nobody

    async def chase(self, now: datetime) -> None:
        self.seen.append(("chase", now))
        self.chasing.set()
        await self.held.wait()
        self.finished = True


async def test_every_tick_comes_at_once_with_our_clocks_moment_and_stopping_waits_for_it() -> None:
    ticks, now = Noted(), SystemClock().now()  # APScheduler's own clock cannot be moved
    timetable = Timetable(ticks, MovableClock(now))  # type: ignore[arg-type]
    timetable.start()
    await ticks.chasing.wait()
    stopping = asyncio.create_task(timetable.stop())
    for _ in range(5):
        await asyncio.sleep(0)
    assert not stopping.done()

    ticks.held.set()
    await stopping

    assert ticks.finished
    assert sorted(ticks.seen) == sorted((name, now) for name in SECONDS)
