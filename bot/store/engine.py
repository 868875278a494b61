"""Opens the database the one way this program uses it, and keeps its error texts from everybody."""

import asyncio
import sqlite3
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, SQLAlchemyError

from bot.errors import Misconfigured, StoreFailed

T = TypeVar("T")

DESTROYED = "destroyed"  # noted on a connection whose transaction has destroyed something for good

PATIENCE_MS = 1500  # less than the 2.3 s after which a caller gives up
READERS = 2

SQLITE_WRITE = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "trusted_schema=OFF")
SQLITE_READ = ("query_only=ON", "trusted_schema=OFF")

# A writer that was stopped in the middle of a batch must not hold the others back for ever.
POSTGRES_WRITE = f"-c timezone=UTC -c lock_timeout={PATIENCE_MS} -c idle_in_transaction_session_timeout=10000"
POSTGRES_READ = "-c timezone=UTC -c default_transaction_read_only=on"

SQLITE_KINDS = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_CORRUPT: "corrupt",
    sqlite3.SQLITE_NOTADB: "corrupt",
    sqlite3.SQLITE_CANTOPEN: "lost",
}
# By class or whole SQLSTATE; PostgreSQL manual, appendix A.
POSTGRES_KINDS = {
    "08": "lost", "57P": "lost", "25P03": "lost", "53300": "lost",
    "40": "locked", "55P03": "locked",
    "53100": "full",
    "XX001": "corrupt", "XX002": "corrupt",
}  # fmt: skip


@dataclass(frozen=True)
class Database:
    """An open database: one engine that may write, one that cannot."""

    write: Engine
    read: Engine
    url: str = field(repr=False)  # may hold a password
    is_sqlite: bool
    _readers: ThreadPoolExecutor = field(repr=False)

    @property
    def file(self) -> Path | None:
        """Where the rows of an SQLite database lie."""
        return Path(self.write.url.database or "") if self.is_sqlite else None

    def read_now(self, work: Callable[[Connection], T]) -> T:
        """Do `work` in a read-only transaction. Raises StoreFailed without the database's text."""

        def transaction() -> T:
            with self.read.connect() as connection:
                return work(connection)

        return guarded(transaction)

    async def read_async(self, work: Callable[[Connection], T]) -> T:
        """The same beside the event loop, in one of a few threads of its own."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self.read_now, work)

    def close(self) -> None:
        """Let go of every connection; reads that have begun are awaited."""
        self._readers.shutdown()
        self.read.dispose()
        self.write.dispose()


def connect(url: str) -> Database:
    """Open `url` (sqlite:///FILE or postgresql://…). Nothing is read or written, but the file exists then.

    Raises Misconfigured when the address cannot be used.
    """
    where = _parsed(url)
    if where.drivername == "sqlite":
        _private_file(where)
        write, read = _sqlite(where, "BEGIN IMMEDIATE", SQLITE_WRITE), _sqlite(where, "BEGIN", SQLITE_READ)
    else:
        write, read = _postgres(where, POSTGRES_WRITE), _postgres(where, POSTGRES_READ)
    readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
    return Database(write, read, url, where.drivername == "sqlite", readers)


def quick_check(database: Database) -> None:
    """Ask the database whether it is whole. Raises StoreFailed: `corrupt`, or why it could not be asked."""
    question = text("PRAGMA quick_check(1)" if database.is_sqlite else "SELECT 'ok'")
    if database.read_now(lambda connection: connection.execute(question).scalar()) != "ok":
        raise StoreFailed("corrupt")


def guarded(work: Callable[[], T]) -> T:
    """What `work` gives; a database error comes out as StoreFailed and leaves its text behind."""
    try:
        return work()
    except SQLAlchemyError as error:
        failure = failed(error)
    raise failure


def emptied_wal(database: Database) -> bool:
    """Move everything out of SQLite's WAL and cut it to nothing; False while a reader still needs it.

    A value that was overwritten stands in the WAL until then (SQLite: pragma wal_checkpoint). PostgreSQL keeps
    its log for as long as it is set up to: docs/data-model.md states that horizon.
    """
    if not database.is_sqlite:
        return True
    raw = database.write.raw_connection()  # a checkpoint must stand outside any transaction
    try:
        busy, _, _ = raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        busy = 1
    finally:
        raw.close()
    return not busy


def failed(error: SQLAlchemyError) -> StoreFailed:
    """The error without its text, which may quote what was being written; where it happened stays visible."""
    return StoreFailed(_kind(error)).with_traceback(error.__traceback__)


def _kind(error: SQLAlchemyError) -> str:
    if isinstance(error, IntegrityError):
        return "integrity"
    if not isinstance(error, DBAPIError):
        return "other"
    if isinstance(error.orig, sqlite3.Error):
        code = getattr(error.orig, "sqlite_errorcode", 0)
        return SQLITE_KINDS.get(code & 0xFF, "other")  # the low byte is the primary code
    state = getattr(error.orig, "sqlstate", None)
    if error.connection_invalidated or state is None:
        return "lost"
    return next((kind for start, kind in POSTGRES_KINDS.items() if state.startswith(start)), "other")


def _parsed(url: str) -> URL:
    """The address in SQLAlchemy's form. SQLite needs a file: one in memory is not shared between engines."""
    try:
        where = make_url(url)
    except (ArgumentError, ValueError):
        where = URL.create("unreadable")
    if where.drivername in ("postgres", "postgresql"):
        where = where.set(drivername="postgresql+psycopg")
    usable = where.database if where.drivername == "sqlite" else where.drivername == "postgresql+psycopg"
    if not usable or where.database == ":memory:":
        raise Misconfigured(["DATABASE_URL: write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"])
    return where


def _private_file(where: URL) -> None:
    """Make the file readable by its owner only; SQLite gives its WAL the same permissions."""
    file = Path(where.database or "")
    if not file.parent.is_dir():
        raise Misconfigured(["DATABASE_URL: the folder of the database file does not exist"])
    file.touch(mode=0o600)
    if stat.S_IMODE(file.stat().st_mode) & 0o077:
        file.chmod(0o600)


def _sqlite(where: URL, begin: str, pragmas: tuple[str, ...]) -> Engine:
    engine = create_engine(where, hide_parameters=True, connect_args={"timeout": PATIENCE_MS / 1000})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself; we do
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgres(where: URL, options: str) -> Engine:
    try:
        return create_engine(where, hide_parameters=True, connect_args={"options": options, "connect_timeout": 2})
    except ModuleNotFoundError:
        mistake = "DATABASE_URL: PostgreSQL needs its driver, install madoguchi[postgres]"
    raise Misconfigured([mistake])
