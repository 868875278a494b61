"""The steps lead to the tables of the models, keep what is in them, and happen whole or not at all."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, insert, select, text
from sqlmodel import SQLModel

from bot.errors import Misconfigured
from bot.store import migrate
from bot.store.engine import connect
from bot.store.models import AuditHeadRow, CaseRow, DeadlineRow, RosterHeadRow, TombstoneRow, table
from bot.store.writer import role_lock

ROOT = Path(__file__).parent.parent.parent


def tables(connection: Connection) -> set[str]:
    listing = (
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        if connection.dialect.name == "sqlite"
        else "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    )
    return set(connection.execute(text(listing)).scalars())


def definitions(connection: Connection) -> list[Any]:
    """Everything the database knows about the form of our tables."""
    if connection.dialect.name == "sqlite":
        found = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> 'alembic_version'"
        return sorted(" ".join(sql.split()) for sql in connection.execute(text(found)).scalars())
    columns = (
        "SELECT table_name, column_name, data_type, is_nullable, column_default"
        " FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'"
    )
    indexes = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
    return sorted(map(str, [*connection.execute(text(columns)), *connection.execute(text(indexes))]))


def create_directly(engine: Engine) -> None:
    with engine.begin() as connection:
        SQLModel.metadata.create_all(connection)


def test_migrated_tables_are_the_tables_of_the_models(empty_url: str, database_url: str) -> None:
    with closing(connect(empty_url)) as fresh, closing(connect(database_url)) as migrated:
        create_directly(fresh.write)
        compared = migrated.read_now(
            lambda connection: compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)
        )

        assert migrated.read_now(definitions) == fresh.read_now(definitions)

    assert compared == []


def test_the_heads_are_there_to_be_locked(database_url: str) -> None:
    with closing(connect(database_url)) as database:
        audit = database.read_now(lambda c: c.execute(select(table(AuditHeadRow))).all())
        roster = database.read_now(lambda c: c.execute(select(table(RosterHeadRow))).all())

    assert [(head.id, head.seq) for head in audit] == [(1, 0)]
    assert [(head.id, head.rev) for head in roster] == [(1, 0)]


def test_an_empty_database_says_so_and_is_brought_up_to_date_once(empty_url: str) -> None:
    assert migrate.current(empty_url) is None
    with pytest.raises(Misconfigured, match="python -m bot migrate"):
        migrate.require_current(empty_url)

    migrate.upgrade(empty_url)
    migrate.upgrade(empty_url)

    assert migrate.current(empty_url) == migrate.known()[-1]
    migrate.require_current(empty_url)


def test_the_steps_known_by_their_file_names_are_the_ones_that_alembic_takes() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.STEPS))
    steps = ScriptDirectory.from_config(config).walk_revisions()

    assert [step.revision for step in steps] == migrate.known()[::-1]


def test_a_database_of_a_newer_program_is_refused(database_url: str) -> None:
    with closing(connect(database_url)) as database, database.write.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    for act in (migrate.needs_upgrade, migrate.require_current, migrate.upgrade):
        with pytest.raises(Misconfigured, match="newer version"):
            act(database_url)


def test_another_migration_at_the_same_time_is_refused(empty_url: str) -> None:
    with (
        closing(connect(empty_url)) as database,
        role_lock(database, "migrate"),
        pytest.raises(Misconfigured, match="`migrate`"),
    ):
        migrate.upgrade(empty_url)

    assert migrate.current(empty_url) is None


# Steps with data. A step after 0001 gets its own test here: rows before, what became of them after.


def test_0001_takes_rows_and_can_be_undone(empty_url: str, moment: datetime) -> None:
    migrate.upgrade(empty_url)
    row = {"id": "d", "flow": "f", "subject": "s", "kind": "k", "stage": 0, "due_at": moment}
    with closing(connect(empty_url)) as database:
        with database.write.begin() as connection:
            connection.execute(insert(table(DeadlineRow)), row)

        migrate.downgrade(empty_url, "base")

        assert database.read_now(tables) == {"alembic_version"}


def test_0002_leaves_the_rows_that_are_there_and_takes_tombstones(empty_url: str, moment: datetime) -> None:
    migrate.upgrade(empty_url)
    migrate.downgrade(empty_url, "0001")
    row = {"id": "d", "flow": "f", "subject": "s", "kind": "k", "stage": 0, "due_at": moment}
    with closing(connect(empty_url)) as database:
        with database.write.begin() as connection:
            connection.execute(insert(table(DeadlineRow)), row)
        assert "tombstone" not in database.read_now(tables)
        migrate.upgrade(empty_url)
        with database.write.begin() as connection:
            connection.execute(insert(table(TombstoneRow)), {"line": "k" * 32})
        assert database.read_now(lambda c: c.execute(select(table(DeadlineRow).c.id)).scalars().all()) == ["d"]


def test_0003_keeps_last_days_and_tombstones_and_knows_of_no_year(empty_url: str) -> None:
    migrate.upgrade(empty_url)
    migrate.downgrade(empty_url, "0002")
    case = "('c', 'f', 'k', 's', 1, 'v', '2026-09', '', '2032-03-31')"
    columns = "id, flow, kind, state, rev, policy_version, opened_month, period, retention_until"
    with closing(connect(empty_url)) as database:
        with database.write.begin() as connection:
            connection.execute(text(f"INSERT INTO case_file ({columns}) VALUES {case}"))  # noqa: S608 - no one's input
            connection.execute(text("INSERT INTO tombstone (key_id) VALUES ('buried')"))
        migrate.upgrade(empty_url)
        kept = select(table(CaseRow).c.retention_until, table(CaseRow).c.ended_year)
        assert database.read_now(lambda c: c.execute(kept).all()) == [(date(2032, 3, 31), None)]
        assert database.read_now(lambda c: c.execute(select(table(TombstoneRow).c.line)).scalars().all()) == ["buried"]
        assert "disposal" in database.read_now(tables)


KILLED_IN_THE_MIDDLE = """
import os, signal, sys
import alembic.op
from bot.store import migrate

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

alembic.op.bulk_insert = die  # 0001 calls it after most of its tables
migrate.upgrade(sys.argv[1])
"""


def test_a_step_that_is_killed_in_the_middle_has_not_happened(empty_url: str) -> None:
    program = [sys.executable, "-c", KILLED_IN_THE_MIDDLE, empty_url]
    killed = subprocess.run(program, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)

    assert killed.returncode == -signal.SIGKILL
    with closing(connect(empty_url)) as database:
        assert database.read_now(tables) == set()
    migrate.upgrade(empty_url)
    migrate.require_current(empty_url)
