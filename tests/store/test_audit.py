"""The audit chain: every act leaves a line, and a line that was touched is found by its number."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, event, insert, select, text, update

from bot.store import audit, keys
from bot.store.audit import AUDIT, HEAD, AuditChain
from bot.store.engine import Database, connect
from bot.store.keys import KeyRing

NOW = datetime(2026, 9, 1, 1, 59, 59, tzinfo=UTC)
LINE: audit.Line = {
    "actor": "U012CANARY1", "hat": "unit_supporter", "act": "accept", "obj": "case-canary", "outcome": "done",
    "rev": 2, "digest": b"\x01" * 32,
}  # fmt: skip


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> KeyRing:
    directory = tmp_path_factory.mktemp("house") / "keys"
    keys.create(directory)
    return KeyRing.load(directory, domains=["system"])


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    """A transaction of the writer's, on each kind of database."""
    with database.write.connect() as connection:
        yield connection


@pytest.fixture
def five(connection: Connection, ring: KeyRing) -> Connection:
    """A store whose log has five lines."""
    for number in range(5):
        audit.append(connection, ring, now=NOW + timedelta(hours=number), **(LINE | {"rev": number}))
    return connection


def test_an_untouched_log_verifies(five: Connection, ring: KeyRing) -> None:
    assert audit.verify(five, ring) is None
    assert audit.head(five)[0] == 5


def test_an_empty_log_verifies_with_and_without_its_head(connection: Connection, ring: KeyRing) -> None:
    connection.execute(delete(HEAD))
    assert audit.verify(connection, ring) is None
    assert audit.head(connection) == (0, bytes(32))

    audit.lock_head(connection)

    assert audit.verify(connection, ring) is None
    assert audit.head(connection) == (0, bytes(32))


def test_a_head_made_by_the_migration_is_used(connection: Connection, ring: KeyRing) -> None:
    assert audit.head(connection) == (0, bytes(32))

    audit.append(connection, ring, now=NOW, **LINE)

    assert audit.verify(connection, ring) is None
    assert connection.execute(select(HEAD.c.id)).scalars().all() == [1]


def test_a_missing_head_is_made_with_the_first_line(connection: Connection, ring: KeyRing) -> None:
    connection.execute(delete(HEAD))

    audit.append(connection, ring, now=NOW, **LINE)

    assert audit.verify(connection, ring) is None
    assert audit.head(connection)[0] == 1


OTHERS = {
    "hour": NOW - timedelta(hours=9), "actor": b"\x02" * 12, "hat": "chair", "act": "read",
    "object": b"\x02" * 12, "outcome": "denied", "rev": 77, "digest": b"\x02" * 32,
    "previous": b"\x02" * 32, "mac": b"\x02" * 32,
}  # fmt: skip


@pytest.mark.parametrize("seq", [1, 3, 5])
def test_a_changed_line_is_found_at_its_number(five: Connection, ring: KeyRing, seq: int) -> None:
    for column, other in OTHERS.items():
        attempt = five.begin_nested()
        five.execute(update(AUDIT).where(AUDIT.c.seq == seq).values({column: other}))

        assert audit.verify(five, ring) == seq, column
        attempt.rollback()

    assert audit.verify(five, ring) is None


@pytest.mark.parametrize("column", OTHERS)
def test_a_line_of_nonsense_is_found_at_its_number(sqlite_url: str, ring: KeyRing, column: str) -> None:
    database = connect(sqlite_url)  # PostgreSQL does not take text in these columns
    with database.write.begin() as connection:
        for _ in range(3):
            audit.append(connection, ring, now=NOW, **LINE)
        connection.execute(text(f"UPDATE audit SET {column} = 'nonsense' WHERE seq = 2"))  # noqa: S608 (OTHERS)

    assert database.read_now(lambda connection: audit.verify(connection, ring)) == 2
    database.close()


@pytest.mark.parametrize("seq", [1, 3, 5])
def test_a_removed_line_is_found_at_its_number(five: Connection, ring: KeyRing, seq: int) -> None:
    five.execute(delete(AUDIT).where(AUDIT.c.seq == seq))

    assert audit.verify(five, ring) == seq


def test_all_lines_removed_are_missed(five: Connection, ring: KeyRing) -> None:
    five.execute(delete(AUDIT))

    assert audit.verify(five, ring) == 1


def swap(connection: Connection, one: int, two: int) -> None:
    for source, target in ((one, 99), (two, one), (99, two)):
        connection.execute(update(AUDIT).where(AUDIT.c.seq == source).values(seq=target))


@pytest.mark.parametrize(("one", "two"), [(1, 2), (2, 4), (4, 5), (1, 5)])
def test_reordered_lines_are_found_at_the_first(five: Connection, ring: KeyRing, one: int, two: int) -> None:
    swap(five, one, two)

    assert audit.verify(five, ring) == one


def test_closing_the_gap_after_a_removed_line_does_not_hide_it(five: Connection, ring: KeyRing) -> None:
    five.execute(delete(AUDIT).where(AUDIT.c.seq == 2))
    for seq in (3, 4, 5):
        five.execute(update(AUDIT).where(AUDIT.c.seq == seq).values(seq=seq - 1))
    five.execute(update(HEAD).values(seq=4))

    assert audit.verify(five, ring) == 2


def test_a_line_written_without_the_key_is_found(five: Connection, ring: KeyRing) -> None:
    last = five.execute(select(AUDIT).where(AUDIT.c.seq == 5)).mappings().one()
    five.execute(insert(AUDIT).values(**{**last, "seq": 6, "previous": last["mac"]}))
    five.execute(update(HEAD).values(seq=6))

    assert audit.verify(five, ring) == 6


@pytest.mark.parametrize(
    ("touch", "seq"),
    [
        (lambda c: c.execute(update(HEAD).values(seq=3)), 4),
        (lambda c: c.execute(update(HEAD).values(seq=7)), 6),
        (lambda c: c.execute(update(HEAD).values(mac=b"\x02" * 32)), 5),
        (lambda c: c.execute(delete(HEAD)), 1),
    ],
    ids=["put back", "put ahead", "another mac", "removed"],
)
def test_a_touched_head_is_found(
    five: Connection, ring: KeyRing, touch: Callable[[Connection], object], seq: int
) -> None:
    touch(five)

    assert audit.verify(five, ring) == seq


def test_the_log_of_another_house_does_not_verify(five: Connection, tmp_path: Path) -> None:
    keys.create(tmp_path / "keys")

    assert audit.verify(five, KeyRing.load(tmp_path / "keys")) == 1


def test_the_chain_goes_on_over_the_end_of_a_fiscal_year(connection: Connection, ring: KeyRing) -> None:
    for now in (datetime(2027, 3, 31, 23, tzinfo=UTC), datetime(2027, 4, 1, 0, tzinfo=UTC)):
        audit.append(connection, ring, now=now, **LINE)

    assert audit.verify(connection, ring) is None
    actors = connection.execute(select(AUDIT.c.actor)).scalars().all()
    assert len(set(actors)) == 2  # two years cannot be joined by their pseudonyms


def test_a_line_keeps_the_hour_and_names_nobody(connection: Connection, ring: KeyRing) -> None:
    tokyo = timezone(timedelta(hours=9))
    audit.append(connection, ring, now=NOW.astimezone(tokyo), **LINE)

    row = connection.execute(select(AUDIT)).one()
    assert row.hour == datetime(2026, 9, 1, 1, tzinfo=UTC)
    assert (len(row.actor), len(row.object)) == (12, 12)
    assert "canary" not in repr(tuple(row)).lower()


def test_the_same_person_and_case_are_the_same_within_a_year(five: Connection) -> None:
    rows = five.execute(select(AUDIT.c.actor, AUDIT.c.object)).all()

    assert len({row.actor for row in rows}) == len({row.object for row in rows}) == 1
    assert rows[0].actor != rows[0].object


def test_the_askers_own_act_stands_under_the_pseudonym_of_the_identity_key(
    connection: Connection, ring: KeyRing
) -> None:
    audit.append(connection, ring, now=NOW, **LINE, actor_pseudonym=b"\x07" * 12)  # G9
    audit.append(connection, ring, now=NOW, **LINE, actor_pseudonym=None)

    actors = connection.execute(select(AUDIT.c.actor).order_by(AUDIT.c.seq)).scalars().all()
    assert actors[0] == b"\x07" * 12
    assert actors[1] != actors[0]
    assert audit.verify(connection, ring) is None


def test_a_line_of_a_rolled_back_act_is_gone_with_it(database: Database, ring: KeyRing) -> None:
    with database.write.begin() as connection:
        audit.append(connection, ring, now=NOW, **LINE)
    with database.write.connect() as connection:
        AuditChain(connection, ring, NOW).append(**LINE)
        connection.rollback()
    with database.write.begin() as connection:
        audit.append(connection, ring, now=NOW, **LINE)

    assert database.read_now(audit.head)[0] == 2
    assert database.read_now(lambda connection: audit.verify(connection, ring)) is None


def test_two_writers_at_once_make_one_chain(database: Database, ring: KeyRing) -> None:
    def ten_lines(_: int) -> None:
        for _ in range(10):
            with database.write.begin() as connection:
                audit.append(connection, ring, now=NOW, **LINE)

    with ThreadPoolExecutor(2) as writers:
        list(writers.map(ten_lines, range(2)))

    assert database.read_now(audit.head)[0] == 20
    assert database.read_now(lambda connection: audit.verify(connection, ring)) is None


def test_one_transaction_reads_the_head_once(connection: Connection, ring: KeyRing) -> None:
    audit.lock_head(connection)
    statements: list[str] = []
    event.listen(connection, "before_cursor_execute", lambda *args: statements.append(args[2].split()[0]))

    chain = AuditChain(connection, ring, NOW)
    for _ in range(3):
        chain.append(**LINE)

    assert statements == ["SELECT", *["INSERT", "UPDATE"] * 3]
    assert audit.verify(connection, ring) is None
