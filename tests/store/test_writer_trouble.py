"""A database that is held, full, cut off or shared: the writer fails what it must, and goes on."""

import subprocess
import sys

import pytest
from sqlalchemy import Connection, event, insert, text

from bot.errors import Misconfigured
from bot.store.engine import Database, connect
from bot.store.writer import Writer, role_lock
from tests.store.units import FIGURE, both, outcome, saved, tally

# Trouble on SQLite

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
print("let go", flush=True)
"""


def test_a_database_that_another_process_holds_fails_one_unit_and_then_works_again(
    sqlite_url: str,
) -> None:
    database = connect(sqlite_url)
    writer = Writer(database)
    writer.start()
    outcome(writer.submit(tally("before")))
    command = [sys.executable, "-c", HOLD, str(database.file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin
        assert other.stdout
        assert other.stdout.readline() == "held\n"

        refused = outcome(writer.submit(tally("meanwhile")))
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.stdout.readline() == "let go\n"

    outcome(writer.submit(tally("after")))

    writer.stop()
    assert refused.kind == "locked"
    assert saved(database) == {"before": 1, "after": 1}
    database.close()


def test_a_full_disk_fails_what_does_not_fit_and_leaves_nothing_half_written(sqlite_url: str) -> None:
    database = connect(sqlite_url)
    writer = Writer(database)
    room = [0]
    event.listen(  # SQLite reports a reached limit exactly as it reports a full disk
        database.write,
        "begin",
        lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count={room[0]}"),
    )

    def big(connection: Connection) -> None:
        connection.execute(insert(FIGURE), {"flow": "f", "month": "m", "body": bytes(1_000_000)})

    pages = database.read_now(lambda connection: connection.execute(text("PRAGMA page_count")).scalar_one())
    room[0] = pages + 8
    works = (tally("a"), both(tally("half"), big), tally("b"))
    futures = [writer.submit(work) for work in works]
    writer.start()
    outcomes = [outcome(future) for future in futures]
    before = saved(database)
    room[0] = pages + 1000
    again = outcome(writer.submit(both(tally("half"), big)))

    writer.stop()
    assert (outcomes[0], outcomes[1].kind, outcomes[2]) == ("a", "full", "b")
    assert before == {"a": 1, "b": 1}
    assert again == ["half", None]
    assert saved(database) == {"a": 1, "b": 1, "half": 1}
    database.close()


def test_a_polite_second_writer_and_a_busy_first_one_both_get_through(sqlite_url: str) -> None:
    databases = [connect(sqlite_url), connect(sqlite_url)]
    writers = [Writer(databases[0]), Writer(databases[1], batch_limit=20, pause_seconds=0.02)]
    for writer in writers:
        writer.start()

    futures = [writer.submit(tally("row")) for _ in range(100) for writer in writers]

    assert [outcome(future) for future in futures] == ["row"] * 200
    assert saved(databases[0]) == {"row": 200}
    for writer, database in zip(writers, databases, strict=True):
        writer.stop()
        database.close()


# Trouble on PostgreSQL


def test_two_writers_that_touch_the_same_rows_in_opposite_order_do_not_block_each_other(
    postgres_database_url: str,
) -> None:
    databases = [connect(postgres_database_url), connect(postgres_database_url)]
    writers = [Writer(database, batch_limit=5) for database in databases]
    orders = [both(tally("a"), tally("b")), both(tally("b"), tally("a"))]
    futures = [writer.submit(work) for _ in range(100) for writer, work in zip(writers, orders, strict=True)]
    for writer in writers:
        writer.start()

    outcomes = [outcome(future) for future in futures]

    assert outcomes == [["a", "b"], ["b", "a"]] * 100
    assert saved(databases[0]) == {"a": 200, "b": 200}
    for writer, database in zip(writers, databases, strict=True):
        writer.stop()
        database.close()


def kill_others(url: str) -> None:
    """End every other connection to this database, as a restart of the server would."""
    database = connect(url)
    database.read_now(
        lambda connection: connection.execute(
            text(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        ).all()
    )
    database.close()


def test_a_connection_that_is_cut_between_two_units_is_not_noticed(postgres_database_url: str) -> None:
    database = connect(postgres_database_url)
    writer = Writer(database)
    writer.start()
    outcome(writer.submit(tally("before")))

    kill_others(postgres_database_url)

    assert outcome(writer.submit(tally("after"))) == "after"
    writer.stop()
    assert saved(database) == {"before": 1, "after": 1}
    database.close()


def test_a_connection_that_is_cut_in_a_unit_runs_the_batch_again_and_saves_it_once(
    postgres_database_url: str,
) -> None:
    database = connect(postgres_database_url)
    writer = Writer(database)
    cuts = iter([kill_others])

    def cut_once(connection: Connection) -> None:
        for cut in cuts:
            cut(postgres_database_url)
        tally("cut")(connection)

    futures = [writer.submit(work) for work in (tally("a"), cut_once, tally("b"))]
    writer.start()

    assert [outcome(future) for future in futures] == ["a", None, "b"]
    writer.stop()
    assert saved(database) == {"a": 1, "cut": 1, "b": 1}
    database.close()


def test_a_connection_that_is_cut_at_the_commit_leaves_the_outcome_open_and_runs_nothing_twice(
    postgres_database_url: str,
) -> None:
    database = connect(postgres_database_url)
    writer = Writer(database)
    cuts = iter([kill_others])

    @event.listens_for(database.write, "commit")
    def cut_once(_: Connection) -> None:
        for cut in cuts:
            cut(postgres_database_url)

    futures = [writer.submit(tally("row")) for _ in range(2)]
    writer.start()

    assert [outcome(future).kind for future in futures] == ["unknown", "unknown"]
    assert outcome(writer.submit(tally("after"))) == "after"
    writer.stop()
    assert saved(database) == {"after": 1}
    database.close()


def test_a_server_that_is_away_fails_units_at_once_and_the_thread_lives_on() -> None:
    database = connect("postgresql://nobody@127.0.0.1:1/nothing")
    writer = Writer(database)
    futures = [writer.submit(tally("row")) for _ in range(3)]
    writer.start()

    assert [outcome(future).kind for future in futures] == ["lost"] * 3
    writer.stop()
    database.close()


# Roles


def test_a_role_is_held_by_one_process_at_a_time(database: Database) -> None:
    other = connect(database.url)

    with role_lock(database, "run"):
        with pytest.raises(Misconfigured, match="`run`"), role_lock(other, "run"):
            pass
        with role_lock(other, "scheduler"):
            pass
    with role_lock(other, "run"):
        pass

    other.close()


def test_a_role_is_let_go_when_its_holder_fails(database: Database) -> None:
    other = connect(database.url)

    with pytest.raises(LookupError), role_lock(database, "run"):
        raise LookupError
    with role_lock(other, "run"):
        pass

    other.close()
