"""When a notice leaves: in a slot of working hours that it shares with others (G2)."""

from datetime import datetime

from bot.rules.ledger import Ledger
from bot.rules.office import next_slot


def told_at(ledger: Ledger, now: datetime) -> str:
    """When a notice decided now leaves, as ISO 8601 text."""
    office, minutes = ledger.office, ledger.policy.notice_slot_minutes
    slot = next_slot(office.next_working(now), minutes)
    if not office.is_working(slot):
        slot = next_slot(office.next_working(slot), minutes)
    return slot.isoformat()
