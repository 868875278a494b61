"""The deadline table: what is due, what is cancelled, what was overtaken."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.rules.cases import Deadline
from bot.store.models import PENDING, DeadlineRow, HeartbeatRow, table

DEADLINE = table(DeadlineRow)
HEARTBEAT = table(HeartbeatRow)
ADD = {dialect.dialect.name: dialect.insert(DEADLINE).on_conflict_do_nothing() for dialect in (sqlite, postgresql)}
RESTORED = "restored"  # the beat of the last restore
GRAIN = timedelta(minutes=5)  # clear times are rounded up to this (E4)


@dataclass(frozen=True)
class DueDeadline:
    """A pending deadline whose moment has come."""

    id: str
    flow: str
    deadline: Deadline


def rounded_up(moment: datetime) -> datetime:
    """The next full five minutes, in UTC, so that a clear column tells nothing finer."""
    moment = moment.astimezone(UTC)
    over = (moment - datetime.min.replace(tzinfo=UTC)) % GRAIN
    return moment if not over else moment + (GRAIN - over)


class Timetable:
    """Sets, cancels and settles deadlines; unique by (subject, kind, stage, period)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def set(self, flow: str, deadlines: Sequence[Deadline]) -> None:
        """Write deadlines; one that exists already stays as it is (E3: repeating is harmless)."""
        if not deadlines:
            return
        rows = [
            {
                "id": uuid4().hex, "flow": flow, "subject": d.subject, "kind": d.kind, "stage": d.stage,
                "period": d.period, "due_at": rounded_up(d.due_at),
                "not_after": rounded_up(d.not_after) if d.not_after else None, "state": "pending",
            }
            for d in deadlines
        ]  # fmt: skip
        self._connection.execute(ADD[self._connection.dialect.name], rows)

    def cancel(self, subject: str, kinds: Sequence[str] | None = None) -> None:
        """Cancel the pending deadlines of a subject: of these kinds, or all."""
        wanted = (DEADLINE.c.subject == subject) & (DEADLINE.c.state == "pending")
        if kinds is not None:
            wanted &= DEADLINE.c.kind.in_(kinds)
        self._connection.execute(update(DEADLINE).where(wanted).values(state="cancelled"))

    def forget(self, subject: str) -> None:
        """Remove every deadline of a subject that is gone: they would tell when it was opened."""
        self._connection.execute(delete(DEADLINE).where(DEADLINE.c.subject == subject))

    def due(self, now: datetime, limit: int) -> list[DueDeadline]:
        """Pending deadlines whose moment has come, the oldest first (partial index)."""
        rows = self._connection.execute(
            select(DEADLINE)
            .where(PENDING, DEADLINE.c.due_at <= now)
            .order_by(DEADLINE.c.due_at, DEADLINE.c.stage)
            .limit(limit)
        )
        return [DueDeadline(row.id, row.flow, _deadline(row)) for row in rows]

    def is_pending(self, deadline_id: str) -> bool:
        """Whether it still waits; it may have been cancelled since it was seen."""
        found = self._connection.execute(select(DEADLINE.c.state).where(DEADLINE.c.id == deadline_id)).first()
        return found is not None and found.state == "pending"

    def settle(self, deadline_id: str, state: str) -> None:
        """Close a deadline as `done` or `skipped`."""
        self._connection.execute(update(DEADLINE).where(DEADLINE.c.id == deadline_id).values(state=state))

    def later_stage_due(self, deadline: Deadline, now: datetime) -> bool:
        """Whether a later stage of the same thing is due too: then this one is stale (catch-up after downtime)."""
        return self._connection.execute(
            select(DEADLINE.c.id)
            .where(
                DEADLINE.c.subject == deadline.subject, DEADLINE.c.kind == deadline.kind,
                DEADLINE.c.period == deadline.period, DEADLINE.c.stage > deadline.stage,
                DEADLINE.c.state == "pending", DEADLINE.c.due_at <= now,
            )
            .limit(1)
        ).first() is not None  # fmt: skip

    def pending(self, subject: str) -> list[Deadline]:
        """What a subject still has before it, the next first."""
        rows = self._connection.execute(
            select(DEADLINE)
            .where(DEADLINE.c.subject == subject, DEADLINE.c.state == "pending")
            .order_by(DEADLINE.c.due_at)
        )
        return [_deadline(row) for row in rows]

    def next_due(self, without: Collection[str] = ()) -> datetime | None:
        """The next moment at which anything is due, leaving out the deadlines with these ids."""
        wanted = select(func.min(DEADLINE.c.due_at)).where(PENDING)
        return self._connection.execute(wanted.where(DEADLINE.c.id.not_in(without)) if without else wanted).scalar()

    def restored_since(self, moment: datetime) -> bool:
        """Whether the database was brought back from a copy after `moment`."""
        at = self._connection.execute(select(HEARTBEAT.c.at).where(HEARTBEAT.c.name == RESTORED)).scalar()
        return at is not None and at > moment

    def beat(self, name: str, now: datetime) -> None:
        """Note that a tick has run."""
        dialect = sqlite if self._connection.dialect.name == "sqlite" else postgresql
        statement = dialect.insert(HEARTBEAT).values(name=name, at=now)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_={"at": statement.excluded.at})
        )


def _deadline(row: Row[Any]) -> Deadline:
    return Deadline(
        subject=row.subject, kind=row.kind, due_at=row.due_at, stage=row.stage,
        period=row.period, not_after=row.not_after,
    )  # fmt: skip
