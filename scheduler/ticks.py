"""The four ticks: plan, chase, deliver, purge. They ask every flow and decide nothing."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import date, datetime, timedelta
from functools import partial

from bot import disposal, logs
from bot.casework import Casework
from bot.errors import Misconfigured
from bot.handlers.failures import Failure, Place, guarded
from bot.store.ledger import UnitLedger
from bot.store.purge import PURGE, anchor, believes_clock, certified, noted, purge, unburied, uncertified
from bot.store.timetable import DueDeadline
from bot.store.unit import Unit
from bot.store.witness import Certificate, Witness
from scheduler.courier import Courier

AT_A_TIME = 200
FAILING_WAITS = timedelta(minutes=10)
BEAT_EVERY = timedelta(minutes=1)  # a durable write of its own, and nobody asks more closely
PATIENCE_SECONDS = 60.0  # nobody waits for a tick, so it need not give up like a tap

log = logs.logger("ticks")


class Ticks:
    """Each tick takes the present moment and may be called at any time, also twice."""

    def __init__(
        self,
        casework: Casework,
        courier: Courier,
        refresh_members: Callable[[], Awaitable[None]],
        witness: Witness,
    ) -> None:
        self._casework = casework
        self._store = casework.store
        self._courier = courier
        self._refresh_members = refresh_members
        self._witness = witness
        self._refreshed_on: date | None = None
        self._anchored_on: date | None = None
        self._disposed_on: date | None = None
        self._beaten: dict[str, datetime] = {}  # when each tick last noted that it had run
        self._failing: dict[str, datetime] = {}  # deadlines that failed, and when they are tried again

    async def plan(self, now: datetime) -> None:
        """Every flow names the deadlines that must exist; those that exist already stay."""
        for flow in self._casework.flows.values():

            def work(unit: Unit, flow=flow) -> None:  # type: ignore[no-untyped-def]
                unit.timetable.set(flow.name, flow.plan(UnitLedger(unit), now))

            await self._store.run(work, PATIENCE_SECONDS)
        await self._beat("plan", now)

    async def chase(self, now: datetime) -> int:
        """Ask the flows about every deadline that is due; gives how many were settled."""
        settled = 0
        self._failing = {key: again for key, again in self._failing.items() if again > now}
        while due := await self._due(now):
            results = await asyncio.gather(*(self._chase_one(each) for each in due))
            failed = [each.id for each, result in zip(due, results, strict=True) if isinstance(result, Failure)]
            self._failing |= dict.fromkeys(failed, now + FAILING_WAITS)
            settled += len(due) - len(failed)
        await self._beat("chase", now)
        return settled

    async def _due(self, now: datetime) -> list[DueDeadline]:
        """What is due and did not fail a moment ago: one that always fails must not hold back the others."""
        limit = AT_A_TIME + len(self._failing)
        found = await self._store.read(lambda unit: unit.timetable.due(now, limit))
        return [each for each in found if each.id not in self._failing]

    async def deliver(self, now: datetime) -> int:
        """Let the courier carry out what may leave; gives how many messages were sent."""
        return await self._courier.deliver(now)

    async def purge(self, now: datetime) -> None:
        """Forget what has had its time, note outside what was destroyed; daily the list of members and an anchor."""
        await self._store.run(purge, PATIENCE_SECONDS)
        today = self._casework.office.day(now)
        if self._disposed_on != today:
            await self._dispose(now)
        await self._bear_witness(today)
        if self._refreshed_on not in {None, today}:
            await self._refresh_members()
        self._refreshed_on = today
        await self._beat(PURGE, now)

    async def _dispose(self, now: datetime) -> None:
        """Destroy what the policy lets go by itself (Aku 17, Yam 11), unless the clock has leapt to where that is."""
        if not await self._store.run(partial(believes_clock, now=now), PATIENCE_SECONDS):
            log.event("clock-leapt", level=logging.ERROR)  # a wrong clock must not end the years of keeping
            return
        courses = self._casework.flows
        await self._store.run(partial(disposal.decide, courses=courses), PATIENCE_SECONDS)
        while await self._store.run(partial(disposal.by_itself, courses=courses), PATIENCE_SECONDS):
            pass
        self._disposed_on = self._casework.office.day(now)

    async def _bear_witness(self, today: date) -> None:
        """Outside first, then in the database: what is killed in between is noted again, and that is harmless."""
        try:
            while lines := await self._store.read(unburied):
                await asyncio.to_thread(self._witness.bury, lines)
                await self._store.run(partial(noted, lines=lines), PATIENCE_SECONDS)
            if certificates := await self._store.read(uncertified):
                await asyncio.to_thread(self._certify, certificates)
                await self._store.run(partial(certified, certificates=certificates), PATIENCE_SECONDS)
            if self._anchored_on != today:
                await asyncio.to_thread(self._witness.drop_anchor, await self._store.read(partial(anchor, day=today)))
                self._anchored_on = today
        except Misconfigured:
            log.event("no-witness", level=logging.ERROR)  # it waits in the database; `doctor` says what to do

    def _certify(self, certificates: Iterable[Certificate]) -> None:
        """Note what was destroyed and how much of it, each only once: a second line would be a second disposal."""
        there = self._witness.certificates()
        for one in certificates:
            if one not in there:
                self._witness.certify(one)

    async def all(self, now: datetime) -> int:
        """All four, in the order in which one feeds the next; gives how much was done, so that 0 means quiet."""
        await self.plan(now)
        settled = await self.chase(now)
        sent = await self.deliver(now)
        await self.purge(now)
        return settled + sent

    async def next_due(self) -> datetime | None:
        """The next moment at which a deadline or a message is due."""

        def both(unit: Unit) -> list[datetime]:
            letter = unit.outbox.next_at()
            leaves_at = self._courier.earliest(letter) if letter else None
            again = min(self._failing.values(), default=None)
            return [moment for moment in (unit.timetable.next_due(self._failing.keys()), again, leaves_at) if moment]

        return min(await self._store.read(both), default=None)

    async def _chase_one(self, due: DueDeadline) -> str | Failure:
        work = partial(self._casework.chase, due=due)
        return await guarded(self._store.run(work, PATIENCE_SECONDS), Place.EVENT)

    async def _beat(self, tick: str, now: datetime) -> None:
        """Note that a tick has run, once in a while."""
        if tick in self._beaten and self._beaten[tick] <= now < self._beaten[tick] + BEAT_EVERY:
            return
        await self._store.run(lambda unit: unit.timetable.beat(tick, now), PATIENCE_SECONDS)
        self._beaten[tick] = now
