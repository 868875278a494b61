"""The counters behind the monthly figures: numbers by flow, month and category, never rows about people."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection, insert, select, update

from bot.rules.cases import Count
from bot.store.keys import KeyRing
from bot.store.models import CountRow, table
from bot.store.seal import Place, open_json, seal_json

COUNT = table(CountRow)
SCHEMA = 1


class Figures:
    """Adds to and reads the sealed counters of a month."""

    def __init__(self, connection: Connection, ring: KeyRing) -> None:
        self._connection = connection
        self._ring = ring

    def add(self, flow: str, counts: Iterable[Count]) -> None:
        """Add each count to its counter, in the transaction of what is counted."""
        by_month: dict[str, Counter[str]] = {}
        for count in counts:
            by_month.setdefault(count.month, Counter())[count.category] += count.n
        for month, added in by_month.items():
            rev, counters = self._read(flow, month)
            place = self._place(flow, month, rev + 1)
            body = seal_json(self._ring.row_key("count"), {"n": dict(counters + added)}, place, SCHEMA)
            if rev:
                where = (COUNT.c.flow == flow) & (COUNT.c.month == month)
                self._connection.execute(update(COUNT).where(where).values(rev=rev + 1, body=body))
            else:
                self._connection.execute(insert(COUNT), {"flow": flow, "month": month, "rev": 1, "body": body})

    def of_month(self, flow: str, month: str) -> dict[str, int]:
        """The counters of a flow's month by category."""
        return dict(self._read(flow, month)[1])

    def _read(self, flow: str, month: str) -> tuple[int, Counter[str]]:
        row = self._connection.execute(select(COUNT).where(COUNT.c.flow == flow, COUNT.c.month == month)).first()
        if row is None:
            return 0, Counter()
        _, value = open_json(self._ring.row_key("count"), row.body, self._place(flow, month, row.rev))
        return row.rev, Counter(value["n"])

    def _place(self, flow: str, month: str, rev: int) -> Place:
        return Place("system", "count", "body", f"{flow}/{month}", "count", rev)
