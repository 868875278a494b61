"""The command line as the host's operator meets it: whole programs, against a Slack on this machine."""

import asyncio
import json
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox, Setup
from bot.sandbox.web_api import Credentials
from bot.store import keys, migrate
from tests.installation import ANSWERS, ROOT, install

PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Done:
    """How a program ended and what it said."""

    code: int
    out: str
    err: str


@pytest.fixture
async def slack() -> AsyncIterator[Sandbox]:
    """A workspace that knows the real time."""
    sandbox = Sandbox(SystemClock())
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
def house(tmp_path: Path, slack: Sandbox) -> Path:
    """A sound installation whose Slack is the sandbox."""
    return point_at(install(tmp_path), slack)


def point_at(folder: Path, slack: Sandbox, **other: str) -> Path:
    """Write the sandbox's address and tokens into .env, or others."""
    env = folder / ".env"
    ours = {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_TEAM_ID": slack.team,
        "SLACK_API_URL": slack.api_url,
        **other,
    }
    kept = [line for line in env.read_text().splitlines() if line.partition("=")[0] not in ours]
    env.write_text("\n".join([*kept, *(f"{key}={value}" for key, value in ours.items()), ""]))
    return folder


def database(folder: Path) -> str:
    return f"sqlite:///{folder / 'madoguchi.db'}"


ADVICE = (
    "minimum_cell",
    "peer.v1.key is missing: bring it back from its offline copy",
    "stop the bot and run `python -m bot migrate`",
    "bring back the last good backup",
    "is held by another program",
    "install the app again and copy the token",
    "the scope users:read is missing",
    "switch time synchronisation on",
)


def wrong(done: Done) -> dict[str, str]:
    """What the doctor calls wrong, with the advice that it gives; its exit status must agree."""
    lines = [line.removeprefix("wrong").split(":", 1) for line in done.out.splitlines() if line.startswith("wrong")]
    found = {subject.strip(): next((a for a in ADVICE if a in said), said) for subject, said in lines}
    assert (done.code, len(found)) == (int(bool(lines)), len(lines)), done.out
    return found


async def start(module: str, *arguments: str, cwd: Path) -> asyncio.subprocess.Process:
    environment = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *arguments, cwd=cwd, env=environment | {"PYTHONPATH": str(ROOT)},
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


async def finish(process: asyncio.subprocess.Process) -> Done:
    try:
        out, err = await asyncio.wait_for(process.communicate(), PATIENCE_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()
        raise
    return Done(process.returncode or 0, out.decode(), err.decode())


async def command(*arguments: str, cwd: Path) -> Done:
    """Run `python -m bot ...` to its end."""
    return await finish(await start("bot", *arguments, cwd=cwd))


@asynccontextmanager
async def serving(module: str, *arguments: str, cwd: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """A program from its first `serving` to the end of the block."""
    process = await start(module, *arguments, cwd=cwd)
    try:
        assert process.stderr is not None
        said = await asyncio.wait_for(process.stderr.readuntil(b" serving\n"), PATIENCE_SECONDS)
        assert b"CRITICAL" not in said
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def test_from_nothing_to_a_connected_bot_that_stops_cleanly(tmp_path: Path, slack: Sandbox) -> None:
    answers = tmp_path / "answers.json"
    ours = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token, "SLACK_TEAM_ID": slack.team}
    answers.write_text(json.dumps(ANSWERS | ours))
    for line in ("init --answers answers.json", "migrate"):
        assert (await command(*line.split(), cwd=tmp_path)).code == 0
    with (tmp_path / ".env").open("a") as env:
        env.write(f"SLACK_API_URL={slack.api_url}\n")

    async with serving("bot", "run", cwd=tmp_path) as process:
        assert slack.socket.connections == 1
        asker = slack.person("U0ISHIKAWA")
        await asker.open_home()
        await slack.quiet(0.2)
        assert "みどり市役所" in asker.text()

        process.send_signal(signal.SIGTERM)
        done = await finish(process)

    assert (done.code, done.out) == (0, "")
    assert "CRITICAL" not in done.err
    assert slack.socket.connections == 0


async def test_a_second_run_of_the_same_database_is_refused(house: Path) -> None:
    async with serving("bot", "run", "--no-scheduler", cwd=house):
        second = await command("run", cwd=house)

    assert second.code == 2
    assert "another process is already the `run` of this database" in second.err


async def test_a_second_timetable_is_refused_wherever_the_first_one_runs(house: Path) -> None:
    async with serving("bot", "run", cwd=house):
        second = await finish(await start("scheduler", cwd=house))

    assert second.code == 2
    assert "another process is already the `scheduler` of this database" in second.err


@pytest.mark.parametrize("program", [("bot", "run"), ("scheduler",)], ids=" ".join)
async def test_a_wrong_or_missing_key_stops_the_start_and_is_named_by_file(
    house: Path, program: tuple[str, ...]
) -> None:
    async with serving("bot", "run", cwd=house):
        pass  # the keys are remembered at their first use
    keys.create(house / "others")
    (house / "keys" / "peer.v1.key").unlink()
    (house / "others" / "peer.v1.key").rename(house / "keys" / "peer.v1.key")
    (house / "keys" / "stress.v1.key").unlink()

    done = await finish(await start(*program, cwd=house))

    assert done.code == 2
    assert "peer.v1.key" in done.err
    assert "stress.v1.key" in done.err
    assert "harassment" not in done.err


@pytest.mark.parametrize(
    ("program", "setting", "code", "said"),
    [
        ("bot run", "SLACK_BOT_TOKEN=xoxb-1111111111-CANARY", 2, "SLACK_BOT_TOKEN: Slack refuses it"),
        ("bot run", "SLACK_APP_TOKEN=xapp-1111111111-CANARY", 2, "SLACK_APP_TOKEN: Slack refuses it"),
        ("bot run", "SLACK_TEAM_ID=T0OTHER", 2, "SLACK_TEAM_ID: is not the workspace"),
        ("bot run", "SLACK_API_URL=http://127.0.0.1:9/api/", 3, "Disconnected: Slack cannot be reached"),
        ("scheduler", "SLACK_API_URL=http://127.0.0.1:9/api/", 3, "Disconnected: Slack cannot be reached"),
    ],
)
async def test_what_slack_does_not_take_stops_the_start_in_words(
    house: Path, slack: Sandbox, program: str, setting: str, code: int, said: str
) -> None:
    point_at(house, slack, **dict([setting.split("=")]))

    done = await finish(await start(*program.split(), cwd=house))

    assert done.code == code
    assert [line.startswith(said) for line in done.err.splitlines()] == [True], done.err
    assert "CANARY" not in done.err


async def test_a_missing_scope_stops_the_start_and_doctor_names_it_and_the_clock(tmp_path: Path) -> None:
    slack = Sandbox(
        SystemClock(), setup=Setup(credentials=Credentials(scopes=("chat:write", "files:write", "im:write")))
    )
    await slack.start()
    slack.web_api.date_skew = timedelta(minutes=5)
    house = point_at(install(tmp_path), slack)

    run, doctor = await command("run", cwd=house), await command("doctor", cwd=house)
    await slack.stop()

    assert run.code == 2
    assert "`python -m bot doctor` says what to do" in run.err
    assert wrong(doctor) == {"slack": "the scope users:read is missing", "clock": "switch time synchronisation on"}


async def test_keys_init_never_overwrites(house: Path) -> None:
    before = {file.name: file.read_bytes() for file in (house / "keys").iterdir()}

    again = await command("keys", "init", cwd=house)

    assert again.code == 2
    assert {file.name: file.read_bytes() for file in (house / "keys").iterdir()} == before


async def test_doctor_finds_a_good_house_in_order(house: Path) -> None:
    done = await command("doctor", cwd=house)

    assert done.code == 0, done.out
    assert [line.split()[1] for line in done.out.splitlines() if line.startswith("ok ")] == [
        "settings:", "policy:", "keys:", "database:", "witness:", "danger:", "offices:", "slack:",
    ]  # fmt: skip


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Another program holds the whole database."""
    with closing(sqlite3.connect(folder / "madoguchi.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield


async def test_doctor_names_all_that_is_wrong_and_what_to_do(house: Path, slack: Sandbox) -> None:
    policy = (house / "policy.local.toml").read_text()
    (house / "policy.local.toml").write_text(policy.replace("minimum_cell = 5", "minimum_cell = 'five'"))
    (house / "keys" / "peer.v1.key").unlink()
    migrate.downgrade(database(house), "base")
    point_at(house, slack, SLACK_BOT_TOKEN="xoxb-1111111111")

    assert wrong(await command("doctor", cwd=house)) == {
        "policy": "minimum_cell",
        "keys": "peer.v1.key is missing: bring it back from its offline copy",
        "database": "stop the bot and run `python -m bot migrate`",
        "slack": "install the app again and copy the token",
    }


async def test_doctor_sends_for_the_backup_of_a_damaged_database(house: Path) -> None:
    (house / "madoguchi.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 8192)

    assert wrong(await command("doctor", cwd=house)) == {"database": "bring back the last good backup"}


async def test_doctor_finds_the_database_held_by_another_program(house: Path) -> None:
    with held(house):
        done = await command("doctor", cwd=house)

    assert wrong(done) == {"database": "is held by another program"}
