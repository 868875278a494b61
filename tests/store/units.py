"""Units of work for the tests of the writer, and what became of them."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.store.engine import Database
from bot.store.models import CountRow, FigureRow, table

COUNT, FIGURE = table(CountRow), table(FigureRow)
Work = Callable[[Connection], Any]


def tally(name: str) -> Work:
    """Adds one to the row `name`; that it was done twice would show."""

    def work(connection: Connection) -> str:
        row = COUNT.c.flow == name
        if connection.execute(update(COUNT).where(row).values(rev=COUNT.c.rev + 1)).rowcount == 0:
            connection.execute(insert(COUNT), {"flow": name, "month": "m", "rev": 1, "body": b""})
        return name

    return work


def both(*works: Work) -> Work:
    return lambda connection: [work(connection) for work in works]


def saved(database: Database) -> dict[str, int]:
    rows = database.read_now(lambda connection: connection.execute(select(COUNT.c.flow, COUNT.c.rev)).all())
    return {row.flow: row.rev for row in rows}


def outcome(future: "Future[Any]") -> Any:
    """The value, or the error itself."""
    return future.exception(timeout=20) or future.result()
