"""What the house does in the middle of a year: backup, a lost database put back, keys changed, records disposed of."""

import asyncio
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import update

from bot.commands import backup, keys
from bot.sandbox.town import Town, connect_bot
from bot.store.models import CaseRow, table
from bot.store.unit import Unit
from bot.store.witness import Witness

DAYS_OF_BACKUPS = timedelta(days=36)


def quietly(done: int, total: int) -> None:
    """Nobody watches."""


class Keeper:
    """The operator of a town's host, with the offline key on a stick."""

    def __init__(self, town: Town, stick: Path) -> None:
        self.town = town
        stick.mkdir(mode=0o700)
        self._stick = stick
        backup.make_key(town.settings.key_directory, stick / "backup.key")

    async def back_up_and_put_back(self) -> None:
        """The database is copied while it serves, lost, and put back; nobody but the operator notices."""
        town, copy = self.town, self._stick / "copy"
        await town.settle()
        await asyncio.to_thread(backup.make, town.settings, town.clock, copy, quietly)
        await town.disconnect()
        file = town.program.store.database.file
        assert file is not None
        for one in file.parent.glob(f"{file.name}*"):
            one.unlink()
        done = await asyncio.to_thread(backup.restore, town.settings, town.clock, copy, self._offline, quietly)
        assert (done.broken_at, done.astray) == (None, False)
        await self._back()

    async def change_keys(self) -> None:
        """A new version of every key, a rehearsed restore; the old ones stay as long as backups do (R3)."""
        town = self.town
        await town.disconnect()
        await asyncio.to_thread(keys.rotate, town.settings, town.clock)
        await self._back()

    async def destroy_old_keys(self) -> None:
        """Once the backups from before are gone and a restore was rehearsed."""
        town = self.town
        await town.disconnect()
        drilled = await asyncio.to_thread(backup.drill, town.settings, town.clock, self._offline, quietly)
        assert drilled.passed
        for domain in ("peer", "harassment", "stress", "system"):
            await asyncio.to_thread(keys.destroy, town.settings, town.clock, domain, 1)
        await self._back()

    async def dispose_of(self, name: str, kind: str, state: str, period: str = "") -> int:
        """As if the years of keeping were over for everything of a kind; gives how many records went."""
        row, over = table(CaseRow), date(2026, 1, 1)
        of_it = (row.c.kind == kind) & (row.c.state == state) & (row.c.period == period)

        def work(unit: Unit) -> int:
            kept = update(row).where(of_it, row.c.retention_until.is_not(None))
            kept = kept.values(retention_until=over, ended_year=over.year - 20)
            return unit.connection.execute(kept).rowcount

        number = await self.town.program.store.run(work)
        await self.town.disconnect()
        await self._back()  # the timetable disposes once a day, and at its start
        await self.town.settle()
        certified = Witness(self.town.settings.witness_directory).certificates()
        assert sum(one.number for one in certified if one.name == name) == number
        return number

    async def _back(self) -> None:
        """The program again, in the same town."""
        again = await connect_bot(self.town.sandbox, self.town.clock, self.town.settings)
        moving = self.town.moving
        vars(self.town).update(vars(again), moving=moving)

    @property
    def _offline(self) -> Path:
        return self._stick / "backup.key"
