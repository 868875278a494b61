"""The database is opened safely, reads cannot write, and no error tells what was being written."""

import stat
import traceback
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select, text

from bot.errors import Misconfigured, StoreFailed
from bot.store.engine import Database, connect, guarded, quick_check
from bot.store.models import CaseRow, DeadlineRow, HeartbeatRow, table

CANARY = "canary-of-the-store"
CASE, DEADLINE, HEARTBEAT = table(CaseRow), table(DeadlineRow), table(HeartbeatRow)
TOKYO = timezone(timedelta(hours=9))


def deadline(name: str, due_at: datetime) -> dict[str, object]:
    return {"id": name, "flow": "f", "subject": name, "kind": "k", "stage": 0, "due_at": due_at}


def test_a_moment_comes_back_aware_and_in_utc(database: Database, moment: datetime) -> None:
    with database.write.begin() as connection:
        connection.execute(insert(HEARTBEAT), {"name": "plan", "at": moment.astimezone(TOKYO)})

    at = database.read_now(lambda connection: connection.execute(select(HEARTBEAT.c.at)).scalar_one())

    assert at == moment
    assert at.tzinfo is UTC


def test_what_is_due_is_found_by_the_moment_whatever_zone_it_was_given_in(database: Database, moment: datetime) -> None:
    second = timedelta(seconds=1)
    late, exact, early = moment - second, moment, moment + timedelta(microseconds=1)
    with database.write.begin() as connection:
        rows = [deadline("late", late.astimezone(TOKYO)), deadline("exact", exact), deadline("early", early)]
        connection.execute(insert(DEADLINE), rows)

    due = select(DEADLINE.c.id).where(DEADLINE.c.due_at <= moment.astimezone(TOKYO)).order_by(DEADLINE.c.due_at)

    assert database.read_now(lambda connection: connection.execute(due).scalars().all()) == ["late", "exact"]


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    naive = datetime(2026, 9, 2, 10)  # noqa: DTZ001

    with pytest.raises(StoreFailed), database.write.begin() as connection:
        guarded(lambda: connection.execute(insert(HEARTBEAT), {"name": "plan", "at": naive}))


async def test_the_engine_for_reading_cannot_write(database: Database) -> None:
    def write(connection: Connection) -> None:
        connection.execute(insert(HEARTBEAT), {"name": "plan", "at": datetime(2026, 9, 2, tzinfo=UTC)})
        connection.commit()

    with pytest.raises(StoreFailed):
        await database.read_async(write)
    with pytest.raises(StoreFailed):
        database.read_now(write)

    assert database.read_now(lambda connection: connection.execute(select(HEARTBEAT)).all()) == []


def test_a_read_sees_one_state_while_others_write(database: Database, moment: datetime) -> None:
    """And it does not wait for a writer that has begun."""
    with database.write.begin() as writing:
        writing.execute(insert(HEARTBEAT), {"name": "plan", "at": moment})

        assert database.read_now(lambda reading: reading.execute(select(HEARTBEAT)).all()) == []


def duplicate(connection: Connection) -> None:
    row = {"id": CANARY, "flow": CANARY, "kind": "k", "state": "s", "rev": 0, "opened_month": "m"}
    for _ in range(2):
        connection.execute(insert(CASE), row | {"policy_version": "p", "body": CANARY.encode()})


def wrong_type(connection: Connection) -> None:
    connection.execute(text("SELECT * FROM nowhere WHERE a = :a"), {"a": CANARY})


def wrong_parameter(connection: Connection) -> None:
    connection.execute(insert(HEARTBEAT), {"name": CANARY, "at": CANARY})


@pytest.mark.parametrize(
    ("work", "kind"), [(duplicate, "integrity"), (wrong_type, "other"), (wrong_parameter, "other")]
)
def test_no_error_tells_what_was_being_written(
    database: Database, work: Callable[[Connection], None], kind: str
) -> None:
    def transaction() -> None:
        with database.write.begin() as connection:
            work(connection)

    with pytest.raises(StoreFailed) as caught:
        guarded(transaction)

    assert caught.value.kind == kind
    assert CANARY not in "".join(traceback.format_exception(caught.value))
    assert caught.value.__context__ is None  # nor does anything that a log could follow
    assert caught.value.__cause__ is None


def test_sqlite_is_opened_with_every_safeguard(sqlite_url: str) -> None:
    database = connect(sqlite_url)

    def pragmas(connection: Connection) -> dict[str, object]:
        names = ("journal_mode", "synchronous", "busy_timeout", "secure_delete", "trusted_schema")
        return {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in names}

    with database.write.connect() as connection:
        found = pragmas(connection)
    database.close()

    full, off, on = 2, 0, 1
    assert found == {
        "journal_mode": "wal",
        "synchronous": full,
        "busy_timeout": 1500,
        "secure_delete": on,
        "trusted_schema": off,
    }


def test_only_the_owner_may_read_the_files_of_sqlite(tmp_path: Path, moment: datetime) -> None:
    file = tmp_path / "madoguchi.db"
    file.touch(mode=0o644)
    database = connect(f"sqlite:///{file}")
    with database.write.begin() as connection:
        connection.execute(text("CREATE TABLE t (a)"))

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    database.close()

    assert modes == dict.fromkeys(["madoguchi.db", "madoguchi.db-wal", "madoguchi.db-shm"], 0o600)


def test_a_whole_database_passes_the_check(database: Database) -> None:
    quick_check(database)


@pytest.mark.parametrize("offset", [0, 4096 + 8])
def test_a_damaged_file_is_noticed(sqlite_url: str, offset: int) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    damaged = bytearray(file.read_bytes())
    damaged[offset : offset + 64] = b"\xa5" * 64
    file.write_bytes(damaged)
    database = connect(sqlite_url)

    with pytest.raises(StoreFailed) as caught:
        quick_check(database)
    database.close()

    assert caught.value.kind == "corrupt"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "madoguchi.db",
        "sqlite://",
        "sqlite:///:memory:",
        "mysql://u:canary-password@h/d",
        "sqlite:////no/such/a.db",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        connect(url)

    assert "DATABASE_URL" in str(caught.value)
    assert "canary" not in "".join(traceback.format_exception(caught.value))


def test_the_password_of_the_address_is_not_shown() -> None:
    database = connect("postgresql://user:canary-password@127.0.0.1:1/name")

    assert "canary" not in repr(database)
    with pytest.raises(StoreFailed) as caught:
        quick_check(database)
    database.close()

    assert caught.value.kind == "lost"
    assert "canary" not in "".join(traceback.format_exception(caught.value))
