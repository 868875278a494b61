"""What is taken back or forgotten is gone byte by byte: ciphertext, wrapped keys, the index of who asked whom."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from sqlalchemy import select, text

from bot.casework import Casework
from bot.handlers.peer_support.rules import request as rules
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.store.casebook import CASE, CASE_KEY, PARTY
from bot.store.models import CaseRow
from tests.desk import HANDLING, OTHER_OFFER, READING, accept, ask, by
from tests.fakes import ASKER, SUPPORTER

CLOSING = replace(READING, act=Act.CLOSE)


def secrets(casework: Casework, case_id: str) -> dict[str, set[bytes]]:
    """The sealed bytes, the wrapped keys and the index of one case as they lie in the database."""

    def read(connection: object) -> dict[str, set[bytes]]:
        rows = connection.execute  # type: ignore[attr-defined]
        body = rows(select(CASE.c.body, CASE.c.identity).where(CASE.c.id == case_id)).one()
        return {
            "sealed": {part for part in body if part},
            "keys": set(rows(select(CASE_KEY.c.wrapped).where(CASE_KEY.c.case_id == case_id)).scalars()),
            "index": set(rows(select(PARTY.c.bidx).where(PARTY.c.case_id == case_id)).scalars()),
        }

    return casework.store.database.read_now(read)


def everything(casework: Casework) -> bytes:
    """Every value of every table, and on SQLite the file and its log once they are written back."""

    def read(connection: object) -> bytes:
        found = b""
        for table in CaseRow.metadata.sorted_tables:
            for row in connection.execute(text(f'SELECT * FROM "{table.name}"')):  # type: ignore[attr-defined]  # noqa: S608
                found += b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in row)
        return found

    found = casework.store.database.read_now(read)
    file = casework.store.database.file
    return found + (file.read_bytes() if file else b"")


async def withdrawn(casework: Casework, case: Case) -> Case:
    door = replace(CLOSING, case_id=case.id, rev=case.rev)
    return (await casework.act(by(ASKER, "withdraw"), door, lambda case, ledger, now: rules.withdraw(case, now))).case


async def forgotten(casework: Casework, case: Case) -> Case:
    taken = (await accept(casework, case)).case
    ending = replace(HANDLING, case_id=case.id, rev=taken.rev)
    closing = (await casework.act(by(SUPPORTER, "end"), ending, rules.end)).case
    door = replace(CLOSING, case_id=case.id, rev=closing.rev)
    return (await casework.act(by(ASKER, "forget"), door, lambda case, ledger, now: rules.forget(case))).case


@pytest.mark.parametrize("ending", [withdrawn, forgotten])
async def test_nothing_is_left_of_it_but_a_shell(
    casework: Casework, ending: Callable[[Casework, Case], Awaitable[Case]]
) -> None:
    case = (await ask(casework)).case
    other = (await ask(casework, "form:2", offer=OTHER_OFFER)).case
    before, others = secrets(casework, case.id), secrets(casework, other.id)
    assert {name: len(parts) for name, parts in before.items()} == {"sealed": 2, "keys": 2, "index": 2}

    await ending(casework, case)
    if casework.store.database.is_sqlite:
        with casework.store.database.write.connect() as connection:
            connection.rollback()
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]

    left = everything(casework)
    assert [part for parts in (before["sealed"], before["keys"]) for part in parts if part in left] == []
    assert secrets(casework, case.id) == {"sealed": set(), "keys": set(), "index": set()}
    assert secrets(casework, other.id) == others  # the other request of the same person stands untouched
    assert all(part in left for part in others["keys"])
    shell = casework.store.run_now(lambda unit: unit.casebook.load(case.id))
    assert shell is not None
    assert (dict(shell.body), dict(shell.identity)) == ({}, {})
