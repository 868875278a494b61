"""APScheduler with the four ticks and nothing else: intervals in UTC, explicit grace, one of each at a time."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.handlers.failures import Place
from bot.handlers.tasks import Tasks
from scheduler.ticks import Ticks

# Truth is the deadline table, so the jobs live in memory: a job store in the database would unpickle its rows.
SECONDS = {"plan": 3600, "chase": 10, "deliver": 10, "purge": 3600}
GRACE_SECONDS = 300


class Timetable:
    """Runs the ticks; stopping waits for the one that is under way."""

    def __init__(self, ticks: Ticks, clock: Clock) -> None:
        self._tasks = Tasks()
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        for name, seconds in SECONDS.items():
            self._scheduler.add_job(
                self._job(getattr(ticks, name), clock), "interval", seconds=seconds, id=name, name=name,
                max_instances=1, coalesce=True, misfire_grace_time=GRACE_SECONDS, next_run_time=clock.now(),
            )  # fmt: skip

    def start(self) -> None:
        """Start ticking; every tick comes once at once."""
        self._scheduler.start()

    async def stop(self) -> None:
        """Begin no more ticks, wait for those under way, then shut down (APScheduler itself waits for none)."""
        self._scheduler.pause()
        await self._tasks.settled()
        self._scheduler.shutdown(wait=False)

    def _job(self, tick: Callable[[datetime], Awaitable[Any]], clock: Clock) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            async def work() -> None:
                await tick(clock.now())

            await self._tasks.start(work(), Place.EVENT)

        return run
