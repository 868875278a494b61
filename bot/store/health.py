"""How the running program does, in numbers that say nothing about anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from bot.store.models import HeartbeatRow, OutboxRow, TombstoneRow, table

OUTBOX, HEARTBEAT, TOMBSTONE = table(OutboxRow), table(HeartbeatRow), table(TombstoneRow)


@dataclass(frozen=True)
class Health:
    """`dead` messages were given up, `unburied` lines of what was destroyed are not yet noted outside the database.

    `beats` says when each tick of the timetable last ran.
    """

    dead: int
    unburied: int
    beats: Mapping[str, datetime]


def health(connection: Connection) -> Health:
    """Read all of it from an open database."""
    dead = connection.execute(select(func.count()).where(OUTBOX.c.state == "dead")).scalar_one()
    unburied = connection.execute(select(func.count()).select_from(TOMBSTONE)).scalar_one()
    return Health(dead, unburied, {row.name: row.at for row in connection.execute(select(HEARTBEAT))})
