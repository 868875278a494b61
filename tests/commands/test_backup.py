"""Backups on the host: sealed to a key that lies offline, rehearsed, and put back without what was destroyed since."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from bot.app import open_store
from bot.clock import SystemClock
from bot.commands import backup as command
from bot.errors import KeyMissing, Misconfigured
from bot.rules.cases import Case, Record
from bot.settings import Settings, read
from bot.store.backup import Recovery
from bot.store.purge import anchor, noted, unburied
from bot.store.unit import Unit
from bot.store.witness import Anchor, Witness
from tests.fakes import ASKER, SUPPORTER
from tests.installation import ROOT, install, program

T = TypeVar("T")
CANARY = "CANARY-what-was-told"
ASKED = Case(
    "", "peer_support", "request", "requested", 0, "2026-09", "v1",
    body={"asked_on": "2026-09-07", "message": CANARY}, identity={"requester": ASKER, "handlers": [SUPPORTER]},
)  # fmt: skip


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "house"
    monkeypatch.chdir(install(folder))
    return folder


@pytest.fixture
def offline(installed: Path, tmp_path: Path) -> Path:
    """The private half, on a medium of its own."""
    (tmp_path / "stick").mkdir(mode=0o700)
    said = command.make_key(settings(installed).key_directory, tmp_path / "stick" / "backup.key")
    assert "off this machine" in said[1]
    return tmp_path / "stick" / "backup.key"


def settings(folder: Path) -> Settings:
    return read(folder / ".env", {})


def stored(folder: Path, work: Callable[[Unit], T]) -> T:
    with open_store(settings(folder), SystemClock()) as store:
        return store.run_now(work)


def asked(folder: Path) -> Case:
    def work(unit: Unit) -> Case:
        case = unit.casebook.open(ASKED, ())
        unit.casebook.add_record(case, Record(kind="entry", body={"text": CANARY}))
        return case

    return stored(folder, work)


def back_up(folder: Path, file: Path) -> None:
    command.make(settings(folder), SystemClock(), file, quietly)


def put_back(folder: Path, file: Path, offline: Path) -> Recovery:
    return command.restore(settings(folder), SystemClock(), file, offline, quietly)


def quietly(done: int, total: int) -> None:
    """Nobody watches."""


def anchored(folder: Path, day: date | None = None) -> None:
    """What the timetable does once a day."""
    here = stored(folder, lambda unit: anchor(unit, day or unit.house.office.day(unit.now)))
    Witness(settings(folder).witness_directory).drop_anchor(here)


def witnessed(folder: Path) -> None:
    """What the timetable does once an hour."""
    buried = stored(folder, unburied)
    Witness(settings(folder).witness_directory).bury(buried)
    stored(folder, lambda unit: noted(unit, buried))


def moved_away(folder: Path) -> None:
    for file in folder.glob("madoguchi.db*"):
        file.rename(folder.parent / f"before-{file.name}")


def test_a_backup_is_sealed_and_comes_back_as_it_was(installed: Path, offline: Path, tmp_path: Path) -> None:
    case = asked(installed)
    made = program("backup", str(tmp_path / "monday"), cwd=installed)
    assert made.returncode == 0, made.stderr
    raw = (tmp_path / "monday").read_bytes()
    assert (tmp_path / "monday").stat().st_mode & 0o777 == 0o600
    assert b"SQLite format" not in raw
    assert CANARY.encode() not in raw
    assert sorted(path.name for path in tmp_path.iterdir()) == ["house", "monday", "stick"]  # no copy is left over

    anchored(installed)
    moved_away(installed)
    done = program("restore", str(tmp_path / "monday"), "--private", str(offline), cwd=installed)

    assert done.returncode == 0, done.stderr
    found = stored(installed, lambda unit: unit.casebook.load(case.id))
    assert found is not None
    assert found.body["message"] == CANARY
    assert [record.body for record in stored(installed, lambda unit: unit.casebook.records(case.id))] == [
        {"text": CANARY}
    ]


def test_what_was_destroyed_after_the_backup_stays_destroyed(installed: Path, offline: Path, tmp_path: Path) -> None:
    gone, nameless, stays = asked(installed), asked(installed), asked(installed)
    back_up(installed, tmp_path / "monday")
    stored(installed, lambda unit: unit.casebook.end_route(gone))
    stored(installed, lambda unit: unit.casebook.end_identity(nameless))
    witnessed(installed)
    anchored(installed)
    moved_away(installed)

    assert put_back(installed, tmp_path / "monday", offline).destroyed == 3
    found = {
        one.id: stored(installed, lambda unit, one=one: unit.casebook.load(one.id)) for one in (gone, nameless, stays)
    }  # type: ignore[misc]
    assert (found[gone.id].body, found[gone.id].identity) == ({}, {})
    assert (found[nameless.id].body["message"], found[nameless.id].identity) == (CANARY, {})
    assert found[stays.id].identity["requester"] == ASKER
    assert stored(installed, lambda unit: unit.casebook.records(gone.id)) == []
    with sqlite3.connect(installed / "madoguchi.db") as raw:
        assert raw.execute("SELECT count(*) FROM case_key WHERE case_id = ?", (gone.id,)).fetchone() == (0,)


def test_how_much_of_the_audit_log_is_lost_is_said(installed: Path, offline: Path, tmp_path: Path) -> None:
    back_up(installed, tmp_path / "sunday")  # leaves a line
    back_up(installed, tmp_path / "monday")
    seq, mac = stored(installed, lambda unit: unit.connection.exec_driver_sql("SELECT seq, mac FROM audit_head").one())
    witness = Witness(settings(installed).witness_directory)
    witness.drop_anchor(Anchor(SystemClock().now().date(), seq + 7, mac))
    moved_away(installed)
    done = put_back(installed, tmp_path / "monday", offline)
    assert (done.lost > 0, done.astray, done.broken_at) == (True, False, None)

    witness.drop_anchor(Anchor(SystemClock().now().date(), 1, bytes(32)))
    moved_away(installed)
    assert put_back(installed, tmp_path / "monday", offline).astray


def test_a_restore_never_touches_a_database_that_is_there(installed: Path, offline: Path, tmp_path: Path) -> None:
    asked(installed)
    back_up(installed, tmp_path / "monday")
    anchored(installed)
    before = (installed / "madoguchi.db").read_bytes()
    with pytest.raises(Misconfigured, match="move it away"):
        put_back(installed, tmp_path / "monday", offline)
    assert (installed / "madoguchi.db").read_bytes() == before

    with pytest.raises(Misconfigured, match="exists already"):
        back_up(installed, tmp_path / "monday")


def test_another_key_opens_nothing_and_leaves_nothing(installed: Path, offline: Path, tmp_path: Path) -> None:
    back_up(installed, tmp_path / "monday")
    anchored(installed)
    moved_away(installed)
    offline.chmod(0o600)
    offline.write_bytes(bytes(range(32)))
    offline.chmod(0o400)
    with pytest.raises(Misconfigured, match=r"does not open with .*backup\.key"):
        put_back(installed, tmp_path / "monday", offline)
    assert not (installed / "madoguchi.db").exists() or (installed / "madoguchi.db").stat().st_size == 0
    assert list(installed.glob(".madoguchi-*")) == []


def test_without_the_programs_own_keys_nothing_is_put_back(installed: Path, offline: Path, tmp_path: Path) -> None:
    asked(installed)
    back_up(installed, tmp_path / "monday")
    anchored(installed)
    moved_away(installed)
    (installed / "keys" / "peer.v1.key").unlink()
    with pytest.raises(KeyMissing, match=r"peer\.v1\.key"):
        put_back(installed, tmp_path / "monday", offline)
    assert list(installed.glob(".madoguchi-*")) == []


def test_without_an_offline_key_there_is_no_backup(installed: Path, tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="keys backup"):
        back_up(installed, tmp_path / "monday")
    assert not (tmp_path / "monday").exists()


def test_a_drill_opens_everything_and_leaves_the_living_database_as_it_is(installed: Path, offline: Path) -> None:
    gone = asked(installed)
    asked(installed)
    stored(installed, lambda unit: unit.casebook.end_route(gone))
    witnessed(installed)
    rehearsed = program("drill", "--private", str(offline), cwd=installed)
    assert rehearsed.returncode == 0, rehearsed.stderr
    assert rehearsed.stdout.splitlines()[0] == "1 matters open, 0 do not."
    assert rehearsed.stdout.splitlines()[-1] == "passed"


def test_a_drill_that_finds_something_unreadable_fails(installed: Path, offline: Path) -> None:
    case = asked(installed)
    with sqlite3.connect(installed / "madoguchi.db") as raw:
        raw.execute("UPDATE case_file SET state = 'accepted' WHERE id = ?", (case.id,))
    raw.close()
    assert not command.drill(settings(installed), SystemClock(), offline, quietly).passed


def test_after_a_restore_that_lost_lines_a_drill_passes_again(installed: Path, offline: Path, tmp_path: Path) -> None:
    back_up(installed, tmp_path / "sunday")
    back_up(installed, tmp_path / "monday")
    for number in range(3):
        back_up(installed, tmp_path / f"later-{number}")
    at = stored(installed, lambda unit: unit.connection.exec_driver_sql("SELECT seq, mac FROM audit_head").one())
    Witness(settings(installed).witness_directory).drop_anchor(Anchor(SystemClock().now().date(), *at))
    moved_away(installed)
    assert put_back(installed, tmp_path / "monday", offline).lost > 0
    for number in range(5):
        back_up(installed, tmp_path / f"again-{number}")

    assert command.drill(settings(installed), SystemClock(), offline, quietly).passed


# ---- the witness ----


def test_without_its_witness_nothing_is_put_back_unless_it_is_said_so(
    installed: Path, offline: Path, tmp_path: Path
) -> None:
    gone = asked(installed)
    back_up(installed, tmp_path / "monday")
    stored(installed, lambda unit: unit.casebook.end_route(gone))
    moved_away(installed)
    (installed / "witness").mkdir()
    restore = ("restore", str(tmp_path / "monday"), "--private", str(offline))

    refused = program(*restore, cwd=installed)
    assert refused.returncode == 2
    assert "bring the newest copy of that folder" in refused.stderr
    assert "--without-witness" in refused.stderr
    assert not (installed / "madoguchi.db").exists()

    done = program(*restore, "--without-witness", cwd=installed)
    assert done.returncode == 0, done.stderr
    assert "what was destroyed after the backup is back" in done.stdout


def test_a_witness_older_than_the_backup_is_told(installed: Path, offline: Path, tmp_path: Path) -> None:
    yesterday = SystemClock().now().date() - timedelta(days=2)
    anchored(installed, yesterday)
    back_up(installed, tmp_path / "sunday")
    back_up(installed, tmp_path / "monday")
    moved_away(installed)

    done = program("restore", str(tmp_path / "monday"), "--private", str(offline), cwd=installed)
    assert done.returncode == 0, done.stderr
    assert f"The witness folder ends on {yesterday}" in done.stdout
    assert "If there is a newer one, restore again with it." in done.stdout


# ---- stopped and killed ----


HOLDS = """
import signal
from bot.store import envelope
def held(*_):
    print("inside", flush=True)
    signal.pause()
envelope.seal_stream = held
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # also where the tests themselves run under nohup
from bot.__main__ import main
main()
"""


@contextmanager
def copying(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A command that has the copy before it and goes no further."""
    started = subprocess.Popen(
        [sys.executable, "-c", HOLDS, *arguments], cwd=folder, text=True, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    with started:
        try:
            assert started.stdout is not None
            assert started.stdout.readline() == "inside\n"
            assert len(list(folder.glob(".madoguchi-*/copy.db"))) == 1
            yield started
        finally:
            started.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("drill", [False, True])
def test_a_command_that_is_stopped_leaves_no_copy(
    installed: Path, offline: Path, tmp_path: Path, number: signal.Signals, drill: bool
) -> None:
    arguments = ("drill", "--private", str(offline)) if drill else ("backup", str(tmp_path / "monday"))
    with copying(installed, *arguments) as started:
        started.send_signal(number)
        assert started.wait(60) == 128 + number

    assert list(installed.glob(".madoguchi-*")) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["house", "stick"]


def test_what_a_killed_command_has_left_is_swept_and_what_another_works_on_is_not(
    installed: Path, offline: Path, tmp_path: Path
) -> None:
    with copying(installed, "backup", str(tmp_path / "killed")) as started:
        (working,) = installed.glob(".madoguchi-*")
        back_up(installed, tmp_path / "copy.db")
        assert list(installed.glob(".madoguchi-*")) == [working]
        assert (working / "copy.db").exists()
        started.kill()
        started.wait(60)
    assert (working / "copy.db").exists()

    back_up(installed, tmp_path / "monday")
    assert list(installed.glob(".madoguchi-*")) == []
