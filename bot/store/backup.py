"""Copies the database while it is in use, and puts a copy back so that nothing destroyed and nothing sent returns."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, delete, func, insert, select
from sqlmodel import SQLModel

from bot.errors import Misconfigured
from bot.store import audit, migrate
from bot.store.engine import Database, connect, guarded
from bot.store.forgetting import bury_again
from bot.store.models import AuditRow, CaseRow, table
from bot.store.timetable import RESTORED
from bot.store.unit import Unit
from bot.store.witness import Anchor, Witness

PAGES_AT_A_TIME = 256  # 1 MiB: writers get their turn in between
ROWS_AT_A_TIME = 500
Progress = Callable[[int, int], None]  # done, all

CASE = table(CaseRow)


# ---- out ----


def snapshot(database: Database, target: Path, progress: Progress) -> None:
    """A copy of the whole database at one moment, as a new SQLite file that only its owner can read.

    Raises StoreFailed. Writers go on meanwhile: SQLite's own online backup; of PostgreSQL one repeatable reading.
    """
    target.touch(mode=0o600, exist_ok=False)
    if database.is_sqlite:
        guarded(lambda: _copied_pages(database, target, progress))
    else:
        migrate.upgrade(f"sqlite:///{target}")
        with closing(connect(f"sqlite:///{target}")) as copy:
            copy_rows(database, copy, progress)


def _copied_pages(database: Database, target: Path, progress: Progress) -> None:
    raw = database.read.raw_connection()
    try:
        with closing(sqlite3.connect(target)) as copy:
            source = cast(sqlite3.Connection, raw.driver_connection)
            source.backup(copy, pages=PAGES_AT_A_TIME, progress=lambda _, left, pages: progress(pages - left, pages))
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
    finally:
        raw.close()


def copy_rows(source: Database, target: Database, progress: Progress) -> None:
    """Every row of every table into an empty, migrated database of either kind, in one transaction on each side.

    Raises Misconfigured where the target holds cases already, StoreFailed.
    """
    tables = SQLModel.metadata.sorted_tables

    def work() -> None:
        with (
            source.read.connect().execution_options(**_repeatable(source)) as reading,
            target.write.begin() as writing,
        ):
            if writing.execute(select(func.count()).select_from(CASE)).scalar_one():
                raise Misconfigured(["the database that should receive the rows is not empty; nothing was written"])
            total, done = sum(reading.execute(select(func.count()).select_from(t)).scalar_one() for t in tables), 0
            for one in tables:
                writing.execute(delete(one))  # what the migration itself has put there
                for rows in reading.execute(select(one)).mappings().partitions(ROWS_AT_A_TIME):
                    writing.execute(insert(one), [dict(row) for row in rows])
                    done += len(rows)
                    progress(done, total)

    guarded(work)


def _repeatable(database: Database) -> dict[str, str]:
    return {} if database.is_sqlite else {"isolation_level": "REPEATABLE READ"}


# ---- back ----


@dataclass(frozen=True)
class Recovery:
    """What was done to a copy before it may serve again.

    `destroyed` keys, records and words came back and are gone again, `doubted` messages are looked for before they are
    sent. `broken_at` is the first line of the audit chain that is not as it was written; `lost` says how many lines the
    chain had more when it was last noted, `astray` that the copy does not belong to the chain that was noted.
    """

    destroyed: int
    doubted: int
    broken_at: int | None
    lost: int
    astray: bool


def recover(unit: Unit, witness: Witness) -> Recovery:
    """Make a copy of the database fit to serve, in one unit: to be done before anything else is done with it."""
    destroyed = bury_again(unit, witness.buried())
    doubted = unit.outbox.doubt_all()
    unit.timetable.beat(RESTORED, unit.now)
    lost, astray = _compared(unit.connection, witness.anchors())
    broken_at = audit.verify(unit.connection, unit.house.ring)
    return Recovery(destroyed, doubted, broken_at, lost, astray)


def _compared(connection: Connection, anchors: Sequence[Anchor]) -> tuple[int, bool]:
    """How many lines the chain had more when it was last noted, and whether a noted line is another one here."""
    lines, anchors = table(AuditRow), _standing(anchors)
    last = audit.head(connection)[0]
    here = [anchor for anchor in anchors if 0 < anchor.seq <= last]
    wanted = select(lines.c.seq, lines.c.mac).where(lines.c.seq.in_([anchor.seq for anchor in here]))
    noted = {row.seq: row.mac for row in connection.execute(wanted)}
    astray = any(noted.get(anchor.seq) != anchor.mac for anchor in here)
    return max((anchor.seq - last for anchor in anchors if anchor.seq > last), default=0), astray


def _standing(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The anchors that no later one has gone back behind: a restore begins the chain anew from an earlier line."""
    standing: list[Anchor] = []
    for anchor in reversed(anchors):
        if not standing or anchor.seq <= standing[-1].seq:
            standing.append(anchor)
    return standing
