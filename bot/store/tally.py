"""Counts cases by what of them is clear, so that a total costs no opening of what is sealed."""

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from bot.store.models import CaseRow, table

CASE = table(CaseRow)


def tally(connection: Connection, flow: str, kind: str, period: str) -> Mapping[str, int]:
    """How many cases of a kind and period there are in each state."""
    of_it = (CASE.c.flow == flow) & (CASE.c.kind == kind) & (CASE.c.period == period)
    rows = connection.execute(select(CASE.c.state, func.count()).where(of_it).group_by(CASE.c.state))
    return {state: number for state, number in rows}
