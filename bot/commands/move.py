"""What `move` does: carries the whole database from SQLite into an empty PostgreSQL, and looks whether all arrived."""

from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass

from bot.clock import Clock
from bot.commands.stopped import while_stopped
from bot.errors import Misconfigured
from bot.rules.people import Role
from bot.settings import Settings
from bot.store import audit, migrate
from bot.store import backup as copies
from bot.store.engine import Database, connect, guarded
from bot.store.keys import KeyRing
from bot.store.models import CaseRow

HEADS = frozenset({"audit_head", "roster_head"})  # the one row in each is written by the migration
TABLES = "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"


@dataclass(frozen=True)
class Moved:
    """How many rows arrived, and the first line of the audit log that is not as it was written: here as there."""

    rows: int
    broken_at: int | None


def move(settings: Settings, clock: Clock, url: str) -> Moved:
    """Copy every row of the SQLite file of the settings into the empty PostgreSQL at `url`, and note it there.

    The program must be stopped; the target is migrated where it has no tables. Nothing is changed in the source.
    Raises Misconfigured where either database is another one, the target is not empty, a role of the program is played
    or not everything arrived; KeyMissing, StoreFailed.
    """
    if not settings.database_url.startswith("sqlite:") or not url.startswith("postgres"):
        raise Misconfigured(["it moves from SQLite (DATABASE_URL in .env) to postgresql://USER@HOST/NAME only"])
    ring = KeyRing.load(settings.key_directory)
    with ExitStack() as held:
        source = held.enter_context(closing(connect(settings.database_url)))
        held.enter_context(while_stopped(source))
        migrate.require_current(settings.database_url)
        target = held.enter_context(closing(connect(url)))
        _prepare(target)
        held.enter_context(while_stopped(target))
        _require_empty(target)
        copies.copy_rows(source, target, lambda done, total: None)
        moved = _compared(source, target, ring)
        guarded(lambda: _note(target, ring, clock))
    return moved


def _prepare(target: Database) -> None:
    """Make the tables where there are none at all; another program's are never mixed with ours."""
    if migrate.current(target.url) is not None:
        migrate.require_current(target.url)
        return
    if target.read_now(lambda connection: connection.exec_driver_sql(TABLES).scalar_one()):
        raise Misconfigured(["the new database holds tables of something else; make one of its own"])
    migrate.upgrade(target.url)


def _require_empty(target: Database) -> None:
    """`copy_rows` asks for cases only, and clears the rest: a roster or an audit log must not go that way."""
    filled = [name for name, rows in _counts(target).items() if rows and name not in HEADS]
    if filled:
        raise Misconfigured([f"the new database is not empty ({', '.join(filled)}); nothing was written"])


def _compared(source: Database, target: Database, ring: KeyRing) -> Moved:
    """Whether each table has as many rows there as here, and whether the audit log stands there as it does here."""
    here, there = _counts(source), _counts(target)
    wrong = [name for name, rows in here.items() if there[name] != rows]
    broken_here, broken_there = (one.read_now(lambda c: audit.verify(c, ring)) for one in (source, target))
    if broken_here != broken_there:
        wrong.append(f"the audit log from line {broken_there or broken_here} on")
    if wrong:
        raise Misconfigured([
            f"not everything arrived: {', '.join(wrong)}. Go on with the old database and drop the new one."
        ])  # fmt: skip
    return Moved(sum(there.values()), broken_there)


def _counts(database: Database) -> Mapping[str, int]:
    """How many rows each of our tables has."""
    questions = {one.name: f'SELECT count(*) FROM "{one.name}"' for one in CaseRow.metadata.sorted_tables}  # noqa: S608 - our own names
    return database.read_now(
        lambda connection: {name: connection.exec_driver_sql(asked).scalar_one() for name, asked in questions.items()}
    )


def _note(target: Database, ring: KeyRing, clock: Clock) -> None:
    with target.write.begin() as connection:
        audit.append(
            connection, ring, now=clock.now(), actor="operator", hat=Role.OPERATOR, act="move", obj="database",
            outcome="done", rev=0, digest=b"",
        )  # fmt: skip
