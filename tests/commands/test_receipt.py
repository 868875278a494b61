"""`receipt` on the host: genuine with its day, or unknown, and nothing else; that somebody looked stands in the log."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import select

from bot.app import open_store
from bot.clock import SystemClock
from bot.handlers.peer_support.rules.receipt import receipt
from bot.rules.cases import Case
from bot.settings import read
from bot.store.ledger import UnitLedger
from bot.store.models import AuditRow, table
from bot.store.unit import Unit
from tests.fakes import ASKER, SUPPORTER
from tests.installation import install, program

T = TypeVar("T")
ASKED = Case(
    "", "peer_support", "request", "requested", 0, "2026-09", "v1",
    body={"asked_on": "2026-09-07", "message": "わたしのこと"},
    identity={"requester": ASKER, "handlers": [SUPPORTER]},
)  # fmt: skip


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(install(tmp_path))  # where its settings name their files from
    return tmp_path


def stored(folder: Path, work: Callable[[Unit], T]) -> T:
    with open_store(read(folder / ".env"), SystemClock()) as store:
        return store.run_now(work)


def test_a_genuine_number_tells_the_day_and_nothing_else_until_it_is_forgotten(installed: Path) -> None:
    case = stored(installed, lambda unit: unit.casebook.open(ASKED, ()))
    code = stored(installed, lambda unit: receipt(case, UnitLedger(unit)))
    genuine = program("receipt", code, cwd=installed)
    stored(installed, lambda unit: unit.casebook.end_route(case))
    forgotten = program("receipt", code, cwd=installed)

    assert (genuine.returncode, genuine.stdout) == (0, "genuine: somebody asked for support on 2026-09-07\n")
    assert (forgotten.returncode, forgotten.stdout[:8]) == (1, "unknown:")
    acts = select(table(AuditRow).c.act, table(AuditRow).c.outcome).order_by(table(AuditRow).c.seq)
    assert stored(installed, lambda unit: [tuple(row) for row in unit.connection.execute(acts)]) == [
        ("receipt.look_up", "genuine"), ("receipt.look_up", "unknown"),
    ]  # fmt: skip
