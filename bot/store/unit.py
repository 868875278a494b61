"""The handle that a unit of work is given: everything it may touch, at one moment, in one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection

from bot.clock import Clock
from bot.rules.office import OfficeCalendar
from bot.rules.policy import Policy
from bot.store.audit import AuditChain
from bot.store.casebook import Casebook
from bot.store.deliveries import Deliveries
from bot.store.engine import Database
from bot.store.figures import Figures
from bot.store.keeping import Keeping
from bot.store.keys import KeyRing
from bot.store.outbox import Outbox
from bot.store.roster import Roster, RosterCache
from bot.store.timetable import Timetable
from bot.store.writer import Writer

T = TypeVar("T")
PATIENCE_SECONDS = 2.3  # Slack gives up after 3


@dataclass(frozen=True)
class House:
    """What stays the same for every unit of a process: keys, numbers, calendar, which key seals which flow."""

    ring: KeyRing
    policy: Policy
    office: OfficeCalendar
    domains: Mapping[str, str]
    team: str
    roster_cache: RosterCache = field(default_factory=RosterCache)


class Unit:
    """One unit of work. `now` is aware and in UTC, and the same for all that the unit does."""

    def __init__(self, connection: Connection, house: House, now: datetime) -> None:
        self.connection = connection
        self.house = house
        self.now = now

    @cached_property
    def casebook(self) -> Casebook:
        return Casebook(self.connection, self.house.ring, self.house.domains, self.house.team)

    @cached_property
    def keeping(self) -> Keeping:
        return Keeping(self.connection)

    @cached_property
    def timetable(self) -> Timetable:
        return Timetable(self.connection)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self.connection, self.house.ring)

    @cached_property
    def deliveries(self) -> Deliveries:
        return Deliveries(self.connection, self.house.ring)

    @cached_property
    def roster(self) -> Roster:
        return Roster(self.connection, self.house.ring, self.house.roster_cache)

    @cached_property
    def figures(self) -> Figures:
        return Figures(self.connection, self.house.ring)

    @cached_property
    def audit(self) -> AuditChain:
        """The chain of the audit log: a line goes in with its effect or its reading, or neither happens."""
        return AuditChain(self.connection, self.house.ring, self.now)


class Store:
    """The door to the database for the rest of the house: runs units of work, one after the other."""

    def __init__(self, database: Database, writer: Writer, house: House, clock: Clock) -> None:
        self.database = database
        self.writer = writer
        self.house = house
        self._clock = clock

    async def run(self, work: Callable[[Unit], T], patience_seconds: float = PATIENCE_SECONDS) -> T:
        """Do `work` in the writer's next batch and give what it returns after the commit.

        Raises Busy (nothing saved), StillSaving or StoreFailed. Whom nobody waits for has more patience.
        """
        return await self.writer.run(lambda connection: work(self._unit(connection)), patience_seconds)

    def run_now(self, work: Callable[[Unit], T]) -> T:
        """The same for the command line, which has time to wait."""
        return self.writer.submit(lambda connection: work(self._unit(connection))).result()

    async def read(self, work: Callable[[Unit], T]) -> T:
        """Do `work` on the read-only engine; for lists without content, which need no audit row."""
        return await self.database.read_async(lambda connection: work(self._unit(connection)))

    def _unit(self, connection: Connection) -> Unit:
        return Unit(connection, self.house, self._clock.now())
