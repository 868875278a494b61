"""Messages that were decided with a case and wait for the courier; nothing in the clear says for whom or about what."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

from sqlalchemy import Connection, Row, bindparam, case, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.errors import SealBroken
from bot.rules.cases import NoticeClass
from bot.store.keys import KeyRing
from bot.store.models import UNSETTLED, OutboxRow, table
from bot.store.seal import Place, open_json, seal_json

OUTBOX = table(OutboxRow)
SCHEMA = 1
OPEN = ("pending", "sending", "unknown")
ADD = {
    dialect.dialect.name: dialect.insert(OUTBOX).on_conflict_do_nothing(index_elements=["once"])
    for dialect in (sqlite, postgresql)
}
SETTLE = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("letter"), OUTBOX.c.attempt == bindparam("claimed"), UNSETTLED)
    .values(state=bindparam("ended"), lease_until=None, settled_on=bindparam("today"))
)
URGENT_FIRST = case((OUTBOX.c.klass == NoticeClass.DANGER, 0), else_=1)


@dataclass(frozen=True)
class Letter:
    """One message as the courier holds it. `id` is also the token that a look into the history finds again."""

    id: str
    klass: str
    recipient: str
    flow: str
    about: str
    topic: str
    due_on: date | None
    not_before: datetime
    not_after: datetime | None
    attempt: int
    state: str
    while_in: tuple[str, ...] = ()


class Outbox:
    """Adds, claims and settles messages within one transaction."""

    def __init__(self, connection: Connection, ring: KeyRing) -> None:
        self._connection = connection
        self._ring = ring

    def add(self, letter: Letter, once: str) -> None:
        """Put a message in the queue; a second one with the same `once` is the same message.

        Its id follows from `once` by a key, so that after a restore the same message is found in the DM by it.
        """
        row_id = self._ring.blind_index("system", "letter", once).hex()
        payload = {
            "recipient": letter.recipient, "flow": letter.flow, "about": letter.about, "topic": letter.topic,
            "due_on": letter.due_on.isoformat() if letter.due_on else "", "while_in": list(letter.while_in),
        }  # fmt: skip
        self._connection.execute(
            ADD[self._connection.dialect.name],
            {
                "id": row_id, "once": self._ring.blind_index("system", "once", once),
                "klass": letter.klass, "state": "pending", "attempt": 0,
                "payload": seal_json(self._ring.row_key("outbox"), payload, _place(row_id), SCHEMA),
                "not_before": letter.not_before, "not_after": letter.not_after,
            },
        )  # fmt: skip

    def claim(self, now: datetime, lease: timedelta, limit: int) -> list[Letter]:
        """Take what may leave now, danger first; each is ours until the lease ends or it is settled.

        Leases run on the database's clock, which no clock control moves. One that has run out, or lies further
        ahead than a lease can, is taken over: that message's outcome is then unknown.
        """
        machine = self._machine_now()
        lease_until = OUTBOX.c.lease_until
        free = or_(lease_until.is_(None), lease_until <= machine, lease_until > machine + 2 * lease)
        wanted = (
            select(OUTBOX)
            .where(UNSETTLED, OUTBOX.c.not_before <= now, free)
            .order_by(URGENT_FIRST, OUTBOX.c.not_before, OUTBOX.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        rows = self._connection.execute(wanted).all()
        if rows:
            self._connection.execute(
                update(OUTBOX)
                .where(OUTBOX.c.id.in_([row.id for row in rows]))
                .values(
                    attempt=OUTBOX.c.attempt + 1, lease_until=machine + lease,
                    state=case((OUTBOX.c.state == "pending", "sending"), else_="unknown"),
                )
            )  # fmt: skip
        return [letter for row in rows if (letter := self._readable(row, now)) is not None]

    def settle(self, letter: Letter, state: str, today: date) -> bool:
        """Note how it ended: sent, dropped or dead. False when another process has it by now (fencing)."""
        done = self._connection.execute(
            SETTLE, {"letter": letter.id, "claimed": letter.attempt, "ended": state, "today": today}
        )
        return done.rowcount == 1

    def put_off(self, letter: Letter, state: str, until: datetime, *, tried: bool = True) -> None:
        """Try again from `until` on, as `pending` (it was surely not sent) or `unknown` (look first).

        With `tried=False` the claim is given back unused and does not count among the letter's attempts.
        """
        self._connection.execute(
            update(OUTBOX)
            .where(OUTBOX.c.id == letter.id, OUTBOX.c.attempt == letter.attempt, OUTBOX.c.state.in_(OPEN))
            .values(state=state, lease_until=None, not_before=until, attempt=letter.attempt - (not tried))
        )

    def doubt_all(self) -> int:
        """After a restore nobody knows what has left since the copy was made: look first. Gives how many."""
        doubted = update(OUTBOX).where(UNSETTLED).values(state="unknown", lease_until=None)
        return self._connection.execute(doubted).rowcount

    def waiting(self) -> list[datetime]:
        """When each open message may leave, the next first; says nothing about whose it is."""
        messages = select(OUTBOX.c.not_before).where(UNSETTLED, OUTBOX.c.klass != NoticeClass.ERASE)
        return list(self._connection.execute(messages.order_by(OUTBOX.c.not_before)).scalars())

    def next_at(self) -> datetime | None:
        """When the next message may leave, or the next file is to go."""
        return self._connection.execute(select(func.min(OUTBOX.c.not_before)).where(UNSETTLED)).scalar()

    def forget_settled(self, before: date) -> int:
        """Remove what was settled before that day (G9); gives the number."""
        return self._connection.execute(delete(OUTBOX).where(OUTBOX.c.settled_on < before)).rowcount

    def _machine_now(self) -> datetime:
        if self._connection.dialect.name == "sqlite":
            return datetime.fromtimestamp(self._connection.execute(select(func.unixepoch())).scalar_one(), UTC)
        return cast(datetime, self._connection.execute(select(func.clock_timestamp())).scalar_one())

    def _readable(self, row: Row[Any], now: datetime) -> Letter | None:
        """The claimed letter; one that cannot be opened is given up, so that it does not hold back the others."""
        try:
            return self._letter(row, claimed=True)
        except (SealBroken, KeyError, ValueError):
            # The day by UTC, which is the office's or the one before it: no day of its own is needed to forget it by.
            dead = {"state": "dead", "lease_until": None, "settled_on": now.astimezone(UTC).date()}
            self._connection.execute(update(OUTBOX).where(OUTBOX.c.id == row.id).values(dead))
            return None

    def _letter(self, row: Row[Any], *, claimed: bool) -> Letter:
        _, payload = open_json(self._ring.row_key("outbox"), row.payload, _place(row.id))
        return Letter(
            id=row.id, klass=row.klass, recipient=payload["recipient"], flow=payload["flow"], about=payload["about"],
            topic=payload["topic"], due_on=date.fromisoformat(payload["due_on"]) if payload["due_on"] else None,
            not_before=row.not_before, not_after=row.not_after, attempt=row.attempt + claimed, state=row.state,
            while_in=tuple(payload["while_in"]),
        )  # fmt: skip


def _place(row_id: str) -> Place:
    return Place("system", "outbox", "payload", row_id, "outbox", 1)
