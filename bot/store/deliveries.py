"""Remembers which of Slack's payloads have had their effect, so that a second copy has none."""

from datetime import date, timedelta

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.store.keys import KeyRing
from bot.store.models import DeliveryRow, table

DELIVERY = table(DeliveryRow)
SEEN = select(DELIVERY.c.case_id).where(DELIVERY.c.key == bindparam("hash"))
ADD = insert(DELIVERY)
KEEP_DAYS = 31  # the longest life of a key in E2: a form page


class Deliveries:
    """The idempotency keys; kept as keyed hashes, because a key may hold ids of Slack's."""

    def __init__(self, connection: Connection, ring: KeyRing) -> None:
        self._connection = connection
        self._ring = ring

    def seen(self, key: str) -> tuple[bool, str]:
        """Whether this payload has had its effect, and on which case ("" for none)."""
        row = self._connection.execute(SEEN, {"hash": self._hash(key)}).first()
        return (False, "") if row is None else (True, row.case_id or "")

    def add(self, key: str, case_id: str, today: date) -> None:
        """Note that this payload has now had its effect; goes in with the effect itself."""
        self._connection.execute(
            ADD,
            {
                "key": self._hash(key),
                "case_id": case_id or None,
                "expires_on": today + timedelta(days=KEEP_DAYS),
            },
        )

    def unlink(self, case_id: str) -> None:
        """Let the keys no longer say which case they were about: its route has ended."""
        self._connection.execute(update(DELIVERY).where(DELIVERY.c.case_id == case_id).values(case_id=None))

    def forget_expired(self, today: date) -> int:
        """Remove the keys that no copy can come for any more; gives their number."""
        return self._connection.execute(delete(DELIVERY).where(DELIVERY.c.expires_on < today)).rowcount

    def _hash(self, key: str) -> bytes:
        return self._ring.blind_index("system", "delivery", key)
