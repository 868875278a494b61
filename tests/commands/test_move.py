"""A house moves from SQLite to PostgreSQL: all of it arrives readable, or the new database stays as it was."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Connection

from bot.app import open_store
from bot.clock import SystemClock
from bot.commands import move as command
from bot.errors import Misconfigured, StoreFailed
from bot.rules.cases import Record
from bot.settings import Settings
from bot.store import audit, migrate
from bot.store import backup as copies
from bot.store.engine import connect
from bot.store.keys import KeyRing
from bot.store.models import CaseRow
from bot.store.writer import role_lock
from tests import fakes, postgres
from tests.commands.test_backup import ASKED, CANARY
from tests.commands.test_backup import settings as settings_of
from tests.installation import install, program

Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation in which somebody has asked, and the roster is there."""
    folder = tmp_path / "house"
    monkeypatch.chdir(install(folder))
    with open_store(settings_of(folder), SystemClock()) as store:
        store.run_now(lambda unit: unit.roster.save_people(fakes.PEOPLE))
        store.run_now(lambda unit: unit.roster.save_appointments(fakes.APPOINTMENTS))
        case = store.run_now(lambda unit: unit.casebook.open(ASKED, ()))
        store.run_now(lambda unit: unit.casebook.add_record(case, Record(kind="entry", body={"text": CANARY})))
        store.run_now(lambda unit: unit.audit.append(
            actor="operator", hat="operator", act="drill", obj="database", outcome="passed", rev=0, digest=b""
        ))  # fmt: skip
    return folder


@pytest.fixture
def house(folder: Path) -> Settings:
    return settings_of(folder)


@pytest.fixture
def new_url(postgres_url: str) -> Iterator[str]:
    """The address of a database without tables."""
    name = f"moved_{uuid4().hex}"
    yield postgres.create_database(postgres_url, name)
    postgres.drop_database(postgres_url, name)


def rows(url: str) -> Rows:
    def read(connection: Connection) -> Rows:
        return {
            one.name: sorted(map(tuple, connection.execute(one.select())), key=repr)
            for one in CaseRow.metadata.sorted_tables
        }

    with closing(connect(url)) as database:
        return database.read_now(read)


def test_everything_arrives_opens_and_is_noted_and_the_old_database_is_as_it_was(
    folder: Path, house: Settings, new_url: str
) -> None:
    before = rows(house.database_url)

    done = program("move", new_url, cwd=folder)

    assert done.returncode == 0, done.stderr
    assert f"{sum(map(len, before.values()))} rows arrived." in done.stdout
    assert "change DATABASE_URL in .env" in done.stdout
    assert "destroy the old file" in done.stdout
    assert "the old file's backups too: destroy them" in done.stdout
    assert rows(house.database_url) == before
    after = rows(new_url)
    assert {name: found for name, found in after.items() if not name.startswith("audit")} == {
        name: found for name, found in before.items() if not name.startswith("audit")
    }
    assert set(before["audit"]) < set(after["audit"])

    there = house.model_copy(update={"database_url": new_url})
    with open_store(there, SystemClock()) as store:
        (case_id,) = store.run_now(lambda unit: list(unit.casebook.living()))
        case = store.run_now(lambda unit: unit.casebook.load(case_id))
        assert case is not None
        assert case.body["message"] == CANARY
        assert [one.body for one in store.run_now(lambda unit: unit.casebook.records(case_id))] == [{"text": CANARY}]
        ring = KeyRing.load(house.key_directory)
        assert store.run_now(lambda unit: audit.verify(unit.connection, ring)) is None
        assert store.run_now(lambda unit: audit.last_done(unit.connection, ring, "move", "database")) is not None


@pytest.mark.parametrize("there", ["roster", "case", "something else"])
def test_a_database_in_which_something_stands_is_refused_and_stays_as_it_is(
    house: Settings, new_url: str, there: str
) -> None:
    if there == "something else":
        with closing(connect(new_url)) as database, database.write.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE person (id integer)")
    else:
        migrate.upgrade(new_url)
        with open_store(house.model_copy(update={"database_url": new_url}), SystemClock()) as store:
            if there == "roster":
                store.run_now(lambda unit: unit.roster.save_people(fakes.PEOPLE))
            else:
                store.run_now(lambda unit: unit.casebook.open(ASKED, ()))
        before = rows(new_url)

    with pytest.raises(Misconfigured, match=r"not empty|something else"):
        command.move(house, SystemClock(), new_url)

    if there == "something else":
        assert migrate.current(new_url) is None
    else:
        assert rows(new_url) == before


@pytest.mark.parametrize("role", ["run", "scheduler", "migrate"])
def test_while_the_program_runs_nothing_is_moved(house: Settings, new_url: str, role: str) -> None:
    with (
        closing(connect(house.database_url)) as database,
        role_lock(database, role),
        pytest.raises(Misconfigured, match=f"`{role}` of this database; stop it first"),
    ):
        command.move(house, SystemClock(), new_url)
    assert migrate.current(new_url) is None


def test_an_empty_database_that_is_migrated_already_is_taken(house: Settings, postgres_database_url: str) -> None:
    before = rows(house.database_url)
    moved = command.move(house, SystemClock(), postgres_database_url)
    assert (moved.rows, moved.broken_at) == (sum(map(len, before.values())), None)


def test_an_audit_log_that_was_changed_before_is_told_of(house: Settings, folder: Path, new_url: str) -> None:
    with closing(connect(house.database_url)) as database, database.write.begin() as connection:
        connection.exec_driver_sql("UPDATE audit SET act = 'read' WHERE seq = 1")
    done = program("move", new_url, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "not as it was written from line 1 on" in done.stdout


def test_only_from_sqlite_to_postgresql(house: Settings, tmp_path: Path, new_url: str) -> None:
    for here, there in ((house.database_url, f"sqlite:///{tmp_path / 'other.db'}"), (new_url, new_url)):
        with pytest.raises(Misconfigured, match="from SQLite"):
            command.move(house.model_copy(update={"database_url": here}), SystemClock(), there)
    assert not (tmp_path / "other.db").exists()


def test_a_failure_in_the_middle_leaves_the_new_database_empty_and_it_can_be_tried_again(
    house: Settings, postgres_database_url: str
) -> None:
    empty = rows(postgres_database_url)
    names = list(empty)
    assert names.index("case_file") < names.index("record")  # so cases had been written when the record failed
    _spoil_record(house.database_url, "'entry' || char(0)")  # PostgreSQL takes no NUL in a text; SQLite does
    before = rows(house.database_url)

    with pytest.raises(StoreFailed):
        command.move(house, SystemClock(), postgres_database_url)

    assert rows(postgres_database_url) == empty
    assert rows(house.database_url) == before
    _spoil_record(house.database_url, "'entry'")
    assert command.move(house, SystemClock(), postgres_database_url).rows == sum(map(len, before.values()))


def _spoil_record(url: str, kind: str) -> None:
    with closing(connect(url)) as database, database.write.begin() as connection:
        connection.exec_driver_sql(f"UPDATE record SET kind = {kind}")  # noqa: S608 - our own words


def test_what_does_not_arrive_is_said_and_not_called_done(
    house: Settings, new_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = copies.copy_rows

    def losing(source: Any, target: Any, progress: Any) -> None:
        whole(source, target, progress)
        with target.write.begin() as connection:
            connection.exec_driver_sql("DELETE FROM record")

    monkeypatch.setattr(copies, "copy_rows", losing)
    with pytest.raises(Misconfigured, match=r"not everything arrived: record\. Go on with the old database"):
        command.move(house, SystemClock(), new_url)
