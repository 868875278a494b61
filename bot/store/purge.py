"""Forgets what has had its time: used keys of idempotency, settled messages."""

from datetime import timedelta

from bot.store.unit import Unit


def purge(unit: Unit) -> None:
    """Remove what no copy can come for any more and what was sent long enough ago (G9)."""
    today = unit.house.office.day(unit.now)
    unit.deliveries.forget_expired(today)
    unit.outbox.forget_settled(today - timedelta(days=unit.house.policy.sent_message_days))
