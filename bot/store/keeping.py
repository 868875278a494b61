"""How long the record of each ended case must be there; finds what has been kept long enough, without opening it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select, update

from bot.rules.cases import Case
from bot.store.casebook import CASE, shell_of


@dataclass(frozen=True)
class LongEnough:
    """What has been kept long enough: its last day was before `before`, and it ended in `ended_by` or earlier.

    The last day was counted by the rule of its time, the fiscal year by the rule in force: the longer one stands.
    """

    before: date
    ended_by: int


class Keeping:
    """The last days of records, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def until(self, case: Case, last: date | None, ended_year: int | None = None) -> None:
        """Note the last day on which the record of a case must be there, None while nothing is decided.

        With it the fiscal year in which the case ended, None where nobody knows it.
        """
        noted = update(CASE).where(CASE.c.id == case.id).values(retention_until=last, ended_year=ended_year)
        self._connection.execute(noted)

    def decide(
        self, flow: str, kind: str, states: Iterable[str], this_year: int, last: Callable[[int], date | None]
    ) -> None:
        """Note it for every ended case of a kind whose record is there and has no last day yet.

        `last` counts it from the fiscal year in which the case ended; where nobody noted that, from this one.
        """
        of_it = _of(flow, kind, states) & CASE.c.retention_until.is_(None) & CASE.c.body.is_not(None)
        ended = func.coalesce(CASE.c.ended_year, this_year)
        for year in self._connection.execute(select(ended).where(of_it).distinct()).scalars().all():
            values = {"retention_until": last(year), "ended_year": year}
            self._connection.execute(update(CASE).where(of_it, ended == year).values(values))

    def over(self, flow: str, kind: str, states: Iterable[str], kept: LongEnough, after: str, limit: int) -> list[Case]:
        """Ended cases of a kind that have been kept long enough, in the order of their ids from `after` on.

        At most `limit`, without their content.
        """
        of_it = _of(flow, kind, states) & _over(kept) & (CASE.c.id > after)
        rows = self._connection.execute(select(CASE).where(of_it).order_by(CASE.c.id).limit(limit)).all()
        return [shell_of(row) for row in rows]

    def numbers(self, flow: str, kind: str, states: Iterable[str], kept: LongEnough | None) -> tuple[int, int]:
        """How many ended cases of a kind hold a record, and how many of those have been kept long enough."""
        there = select(func.count()).where(_of(flow, kind, states), CASE.c.body.is_not(None))
        over = self._connection.execute(there.where(_over(kept))).scalar_one() if kept else 0
        return self._connection.execute(there).scalar_one(), over


def _over(kept: LongEnough) -> ColumnElement[bool]:
    return (CASE.c.retention_until < kept.before) & func.coalesce(CASE.c.ended_year <= kept.ended_by, True)


def _of(flow: str, kind: str, states: Iterable[str]) -> ColumnElement[bool]:
    return (CASE.c.flow == flow) & (CASE.c.kind == kind) & CASE.c.state.in_(sorted(states))
