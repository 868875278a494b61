"""Forgets what has had its time: used keys of idempotency, settled messages; notes outside what was destroyed."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import delete, select

from bot.store import audit
from bot.store.models import TombstoneRow, table
from bot.store.unit import Unit
from bot.store.witness import Anchor

TOMBSTONE = table(TombstoneRow)
AT_A_TIME = 500  # keeps a unit short (E1)


def purge(unit: Unit) -> None:
    """Remove what no copy can come for any more and what was sent long enough ago (G9)."""
    today = unit.house.office.day(unit.now)
    unit.deliveries.forget_expired(today)
    unit.outbox.forget_settled(today - timedelta(days=unit.house.policy.sent_message_days))


def unburied(unit: Unit) -> Sequence[str]:
    """Destroyed keys that are not yet noted outside the database."""
    return unit.connection.execute(select(TOMBSTONE.c.key_id).limit(AT_A_TIME)).scalars().all()


def noted(unit: Unit, key_ids: Sequence[str]) -> None:
    """These are noted now, and the database need not remember them."""
    unit.connection.execute(delete(TOMBSTONE).where(TOMBSTONE.c.key_id.in_(key_ids)))


def anchor(unit: Unit, day: date) -> Anchor:
    """The end of the audit chain, as it is on this day."""
    return Anchor(day, *audit.head(unit.connection))
