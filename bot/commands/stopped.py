"""What may only be done while nothing else works on the database."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from bot.store.engine import Database
from bot.store.writer import role_lock


@contextmanager
def while_stopped(database: Database) -> Iterator[None]:
    """Hold every role of the program for as long as the block lasts. Raises Misconfigured while one is played."""
    with ExitStack() as locks:
        for name in ("run", "scheduler", "migrate"):
            locks.enter_context(role_lock(database, name))
        yield
