"""How long the record of each ended case must be there; finds what has been kept long enough, without opening it."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select, update

from bot.rules.cases import Case
from bot.store.casebook import CASE, shell_of


class Keeping:
    """The last days of records, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def until(self, case: Case, last: date | None) -> None:
        """Note the last day on which the record of an ended case must be there; None while nothing is decided."""
        self._connection.execute(update(CASE).where(CASE.c.id == case.id).values(retention_until=last))

    def decide(self, flow: str, kind: str, states: Iterable[str], last: date) -> None:
        """Note it for every ended case of a kind whose record is there and has no last day yet."""
        of_it = _of(flow, kind, states) & CASE.c.retention_until.is_(None) & CASE.c.body.is_not(None)
        self._connection.execute(update(CASE).where(of_it).values(retention_until=last))

    def over(self, flow: str, kind: str, states: Iterable[str], before: date, after: str, limit: int) -> list[Case]:
        """Ended cases of a kind whose last day was before `before`, in the order of their ids from `after` on.

        At most `limit`, without their content.
        """
        of_it = _of(flow, kind, states) & (CASE.c.retention_until < before) & (CASE.c.id > after)
        rows = self._connection.execute(select(CASE).where(of_it).order_by(CASE.c.id).limit(limit)).all()
        return [shell_of(row) for row in rows]

    def numbers(self, flow: str, kind: str, states: Iterable[str], today: date) -> tuple[int, int]:
        """How many ended cases of a kind hold a record, and how many of those have been kept long enough."""
        there = select(func.count()).where(_of(flow, kind, states), CASE.c.body.is_not(None))
        over = there.where(CASE.c.retention_until < today)
        return self._connection.execute(there).scalar_one(), self._connection.execute(over).scalar_one()


def _of(flow: str, kind: str, states: Iterable[str]) -> ColumnElement[bool]:
    return (CASE.c.flow == flow) & (CASE.c.kind == kind) & CASE.c.state.in_(sorted(states))
