"""Brings the tables of a database to the form that this version of the program expects."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.errors import Misconfigured
from bot.store.engine import connect, guarded
from bot.store.writer import role_lock

if TYPE_CHECKING:
    from alembic.config import Config

STEPS = Path(__file__).parent / "migrations"


def known() -> list[str]:
    """The steps that this version of the program has, oldest first."""
    return sorted(step.name.partition("_")[0] for step in (STEPS / "versions").glob("[0-9]*.py"))


def current(url: str) -> str | None:
    """The last step that the database has taken, or None for an empty one. Raises StoreFailed."""
    with closing(connect(url)) as database:
        return database.read_now(_step)


def needs_upgrade(url: str) -> bool:
    """Whether steps are missing. Raises Misconfigured when the database is newer than the program."""
    step = current(url)
    if step is not None and step not in known():
        raise Misconfigured(["the database was made by a newer version of this program; install that version"])
    return step != known()[-1]


def require_current(url: str) -> None:
    """Raises Misconfigured unless the tables are the ones that this program expects."""
    if needs_upgrade(url):
        raise Misconfigured(["the database has an older form; stop the bot and run `python -m bot migrate`"])


def upgrade(url: str) -> None:
    """Take every missing step, each in one transaction: what was stopped halfway has not happened.

    Raises Misconfigured when the database is newer or another process is migrating it, StoreFailed.
    """
    if needs_upgrade(url):
        from alembic import command

        with _steps(url) as config:
            guarded(lambda: command.upgrade(config, "head"))


def downgrade(url: str, step: str) -> None:
    """Go back to `step`, or to nothing with `base`. Only the tests of the steps do this: it loses data."""
    from alembic import command

    with _steps(url) as config:
        guarded(lambda: command.downgrade(config, step))


@contextmanager
def _steps(url: str) -> "Iterator[Config]":
    """Alembic with a connection of ours: its own would end a transaction of SQLite's in the middle."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    with (
        closing(connect(url)) as database,
        role_lock(database, "migrate"),
        guarded(database.write.connect) as connection,
    ):
        config.attributes["connection"] = connection
        yield config


def _step(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
