"""How the running program does, in numbers that say nothing about anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from bot.store.models import HeartbeatRow, OutboxRow, table

OUTBOX, HEARTBEAT = table(OutboxRow), table(HeartbeatRow)


@dataclass(frozen=True)
class Health:
    """`dead` messages were given up; `beats` says when each tick of the timetable last ran."""

    dead: int
    beats: Mapping[str, datetime]


def health(connection: Connection) -> Health:
    """Read both from an open database."""
    dead = connection.execute(select(func.count()).where(OUTBOX.c.state == "dead")).scalar_one()
    return Health(dead, {row.name: row.at for row in connection.execute(select(HEARTBEAT))})
