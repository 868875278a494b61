"""The doctor says for each thing that is wrong what to do, and finds nothing where nothing is."""

import asyncio
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web

from bot.clock import MovableClock
from bot.commands import manifest
from bot.commands.backup import make_key
from bot.commands.doctor import Finding, examine
from bot.rules.people import Appointment, Role
from bot.store import key_checks, keys
from bot.store.engine import connect
from bot.store.roster import Roster, RosterCache
from bot.store.timetable import Timetable
from bot.store.witness import Anchor, Witness
from tests.installation import TOKEN, install, program

NOW = datetime(2026, 9, 2, 1, tzinfo=UTC)


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    return install(tmp_path)


@contextmanager
def slack(answer: dict[str, object], scopes: str, at: datetime) -> Iterator[str]:
    """A Slack on this machine that answers auth.test."""

    async def auth_test(request: web.Request) -> web.Response:
        assert request.headers["Authorization"] == f"Bearer {TOKEN}"
        return web.json_response(answer, headers={"x-oauth-scopes": scopes, "Date": format_datetime(at, usegmt=True)})

    async def start() -> int:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        return int(runner.addresses[0][1])

    server = web.Application()
    server.router.add_post("/api/auth.test", auth_test)
    runner = web.AppRunner(server)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    port = asyncio.run_coroutine_threadsafe(start(), loop).result(10)
    yield f"http://127.0.0.1:{port}/api/"
    asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def examined(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    answer: dict[str, object] | None = None,
    scopes: str | None = None,
    ahead: timedelta = timedelta(),
) -> list[Finding]:
    monkeypatch.chdir(folder)
    granted = ",".join(sorted(manifest.scopes())) if scopes is None else scopes
    with slack(answer or {"ok": True, "team_id": "T0HOME"}, granted, NOW) as url:
        env = folder / ".env"
        lines = [line for line in env.read_text().splitlines() if "SLACK_API_URL" not in line]
        env.write_text("\n".join([*lines, f"SLACK_API_URL={url}", ""]))
        return examine(env, MovableClock(NOW + ahead))


def states(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(f.subject, f.state) for f in findings if f.state != "ok"]


def test_a_sound_installation_is_only_warned_of_what_the_law_leaves_open(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = examined(installed, monkeypatch)

    warned = ("policy", "timetable", "backups", "danger", "offices")  # nobody holds any office yet
    assert states(findings) == [(subject, "warning") for subject in warned]
    assert "electronic_form_decision" in next(f.sentence for f in findings if f.state == "warning")
    assert "has never run" in next(f.sentence for f in findings if f.subject == "timetable")


@pytest.mark.parametrize(
    ("role", "ends_on", "empty"),
    [
        (Role.COORDINATOR, None, False),
        (Role.WELFARE_HEAD, None, False),
        (Role.HQ_SUPPORTER, None, False),  # coordinator by office (Yam 5(5))
        (Role.COORDINATOR, date(2026, 9, 1), True),  # yesterday
        (Role.UNIT_HEAD, None, True),
    ],
)
def test_doctor_names_an_empty_list_of_people_on_duty(
    installed: Path, monkeypatch: pytest.MonkeyPatch, role: Role, ends_on: date | None, empty: bool
) -> None:
    ring, held = keys.KeyRing.load(installed / "keys"), Appointment("", "U0ONE", role, date(2026, 4, 1), ends_on)
    with closing(connect(f"sqlite:///{installed / 'madoguchi.db'}")) as database, database.write.begin() as connection:
        Roster(connection, ring, RosterCache()).save_appointments([held])

    findings = examined(installed, monkeypatch)

    assert (("danger", "warning") in states(findings)) is empty
    assert any("a call for help reaches nobody" in finding.sentence for finding in findings) is empty


@pytest.mark.parametrize(
    ("counsellors", "said"),
    [(1, "counsellor (too few)"), (4, "counsellor 4 of 6 (not all seats)"), (6, "")],
)
def test_doctor_names_offices_with_too_few_and_empty_seats(
    installed: Path, monkeypatch: pytest.MonkeyPatch, counsellors: int, said: str
) -> None:  # K10
    since = date(2026, 4, 1)
    held = [Appointment("", f"U0C{number}", Role.COUNSELLOR, since, None) for number in range(counsellors)]
    held += [Appointment("", f"U0M{n}", Role.COMMITTEE_MEMBER, since, None, seat=n) for n in range(1, 6)]
    ring = keys.KeyRing.load(installed / "keys")
    with closing(connect(f"sqlite:///{installed / 'madoguchi.db'}")) as database, database.write.begin() as connection:
        Roster(connection, ring, RosterCache()).save_appointments(held)

    findings = examined(installed, monkeypatch)

    (sentence,) = [f.sentence for f in findings if (f.subject, f.state) == ("offices", "warning")]
    assert said in sentence
    assert ("counsellor" in sentence) is bool(said)
    assert all(part in sentence for part in ("committee_member 6 (empty seat)", "desk_officer", "response_nurse"))


@pytest.mark.parametrize(
    ("answer", "scopes", "ahead", "found"),
    [
        ({"ok": False, "error": "CANARY"}, None, 0, ("slack", "wrong", "install the app again")),
        ({"ok": True, "team_id": "T0OTHER"}, None, 0, ("slack", "wrong", "another workspace")),
        (None, "chat:write,files:write,im:write,im:history", 0, ("slack", "wrong", "users:read is missing")),
        (None, "chat:write,files:write,im:write,users:read", 0, ("slack", "warning", "im:history")),
        (None, "chat:write,files:write,im:write,im:history,users:read,admin", 0, ("slack", "warning", "admin is not")),
        (None, None, 59, None),
        (None, None, 90, ("clock", "wrong", "90 seconds")),
        (None, None, -90, ("clock", "wrong", "-90 seconds")),
    ],
)
def test_doctor_compares_token_scopes_and_clock_with_slack(
    installed: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: dict[str, object] | None,
    scopes: str | None,
    ahead: int,
    found: tuple[str, str, str] | None,
) -> None:
    findings = examined(installed, monkeypatch, answer=answer, scopes=scopes, ahead=timedelta(seconds=ahead))

    about_slack = [f for f in findings if f.subject in {"slack", "clock"} and f.state != "ok"]
    assert [(f.subject, f.state) for f in about_slack] == ([found[:2]] if found else [])
    assert found is None or found[2] in about_slack[0].sentence
    assert "CANARY" not in "".join(f.sentence for f in findings)


def test_doctor_names_each_thing_that_is_wrong(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (installed / "policy.local.toml").write_text("nonsense")
    (installed / "keys" / "peer.v1.key").unlink()
    (installed / "madoguchi.db").unlink()

    assert {("policy", "wrong"), ("keys", "wrong"), ("database", "wrong")} <= set(
        states(examined(installed, monkeypatch))
    )


def test_doctor_finds_a_key_that_is_not_the_databases(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = keys.KeyRing.load(installed / "keys")
    with closing(connect(f"sqlite:///{installed / 'madoguchi.db'}")) as database, database.write.begin() as connection:
        key_checks.confirm(connection, ring)
    shutil.rmtree(installed / "keys")
    keys.create(installed / "keys")

    assert states(examined(installed, monkeypatch)).count(("keys", "wrong")) == 2 * len(keys.DOMAINS)


def test_doctor_without_a_slack_says_so_and_its_status_is_1(installed: Path) -> None:
    with (installed / ".env").open("a") as env:
        env.write("SLACK_API_URL=http://127.0.0.1:9/api/\n")

    done = program("doctor", cwd=installed)

    assert done.returncode == 1
    assert "wrong   slack: cannot be reached" in done.stdout


def test_doctor_names_a_witness_folder_that_cannot_be_written(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (installed / "witness").write_text("a file where the folder should be")

    assert ("witness", "wrong") in states(examined(installed, monkeypatch))


@pytest.mark.parametrize(
    ("beats", "anchored", "found"),
    [
        ({}, None, None),  # a fresh installation
        ({"plan": NOW}, None, None),  # its timetable has just begun
        ({"purge": NOW}, None, "there is no anchor, though the timetable has run"),
        ({"purge": NOW}, date(2026, 9, 2), None),
        ({"purge": NOW}, date(2026, 8, 31), None),
        ({"purge": NOW}, date(2026, 8, 30), "the newest anchor is of 2026-08-30; start `run`"),
    ],
)
def test_doctor_says_when_the_witness_has_not_been_told_for_days(
    installed: Path,
    monkeypatch: pytest.MonkeyPatch,
    beats: dict[str, datetime],
    anchored: date | None,
    found: str | None,
) -> None:
    with closing(connect(f"sqlite:///{installed / 'madoguchi.db'}")) as database, database.write.begin() as connection:
        for name, at in beats.items():
            Timetable(connection).beat(name, at)
    if anchored:
        Witness(installed / "witness").drop_anchor(Anchor(anchored, 3, bytes(32)))

    said = [f.sentence for f in examined(installed, monkeypatch) if (f.subject, f.state) == ("witness", "wrong")]
    assert len(said) == bool(found)
    assert found is None or said[0].startswith(found)


def test_doctor_counts_what_waits_to_be_noted_and_what_was_cut_off(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(installed / "madoguchi.db")) as raw, raw:
        raw.executemany("INSERT INTO tombstone VALUES (?)", [("a" * 32,), ("b" * 32,)])
    Witness(installed / "witness").bury(["c" * 32, "c" * 20])

    said = [f.sentence for f in examined(installed, monkeypatch) if (f.subject, f.state) == ("witness", "warning")]
    assert [sentence[:8] for sentence in said] == ["2 notes ", "1 lines "]


def test_with_a_key_for_backups_nothing_is_said_of_them(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("backups", "warning") in states(examined(installed, monkeypatch))
    make_key(installed / "keys", installed / "backup.key")

    assert "backups" not in dict(states(examined(installed, monkeypatch)))


def test_doctor_says_that_a_clock_far_ahead_holds_back_disposal(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(connect(f"sqlite:///{installed / 'madoguchi.db'}")) as database, database.write.begin() as connection:
        Timetable(connection).beat("purge", NOW - timedelta(days=50))

    said = [f.sentence for f in examined(installed, monkeypatch) if (f.subject, f.state) == ("clock", "warning")]
    assert len(said) == 1
    assert "nothing is disposed of until" in said[0]
