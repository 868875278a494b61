"""The programs as the host starts them: the timetable alone writes the records, and no role is played twice."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import roster_file, settings
from bot.app import open_store
from bot.clock import SystemClock
from bot.commands import keys
from bot.commands.roster import import_rows
from bot.rules.cases import Case, Deadline, Record
from bot.rules.office import first_of, previous_month
from bot.sandbox.server import Sandbox
from bot.store import models
from bot.store.health import health
from bot.store.unit import Store, Unit
from tests.installation import ROOT

BUSY_ONE, IDLE_ONE = "U0HAYASHI", "U0MORI"
PATIENCE_SECONDS = 30.0


@dataclass
class Host:
    """A machine with a workspace in reach and an installation whose roster began in `month`, two months ago."""

    folder: Path
    sandbox: Sandbox
    store: Store
    month: str

    async def start(self, *arguments: str) -> Process:
        """Start a program of the project with nothing of this process in its environment."""
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", *arguments, cwd=self.folder, stdout=PIPE, stderr=PIPE, env=environment
        )

    async def refused(self, *arguments: str) -> str:
        """What a program says that must not start; its exit code is 2."""
        process = await self.start(*arguments)
        _, said = await asyncio.wait_for(process.communicate(), PATIENCE_SECONDS)
        assert process.returncode == 2
        return said.decode()

    async def stored(self, work: Callable[[Unit], object]) -> object:
        """What a unit of work beside the running programs gives."""
        return await asyncio.to_thread(self.store.run_now, work)


@pytest.fixture
async def host(tmp_path: Path, sqlite_url: str) -> AsyncIterator[Host]:
    sandbox = Sandbox()
    await sandbox.start()
    keys.init(tmp_path / "keys", database_has_rows=False)
    lines = {
        "SLACK_BOT_TOKEN": sandbox.bot_token, "SLACK_APP_TOKEN": sandbox.app_token, "SLACK_TEAM_ID": sandbox.team,
        "SLACK_API_URL": sandbox.api_url, "DATABASE_URL": sqlite_url, "KEY_DIRECTORY": str(tmp_path / "keys"),
        "POLICY_FILE": str(ROOT / "policy.toml"),
    }  # fmt: skip
    env = tmp_path / ".env"
    env.touch(mode=0o600)
    env.write_text("".join(f"{key}={value}\n" for key, value in lines.items()))
    month = previous_month(previous_month(f"{SystemClock().now():%Y-%m}"))
    roster = "person,name,unit,role,starts_on\n" + "".join(
        f"{person},{person},市民課,unit_supporter,{first_of(month)}\n" for person in (BUSY_ONE, IDLE_ONE)
    )
    with open_store(settings.read(env, {}), SystemClock()) as store:
        await asyncio.to_thread(import_rows, store, roster_file.read(roster.encode()), apply=True)
        yield Host(tmp_path, sandbox, store, month)
    await sandbox.stop()


async def eventually(condition: Callable[[], Awaitable[bool]]) -> None:
    """Wait for another process: the only thing here that a test cannot step."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not await condition():  # noqa: ASYNC110 - no event of another process reaches us
            await asyncio.sleep(0.05)


async def stopped(process: Process) -> str:
    """Stop a program as a service manager does; gives what it wrote."""
    process.send_signal(signal.SIGTERM)
    out, said = await asyncio.wait_for(process.communicate(), PATIENCE_SECONDS)
    assert (process.returncode, out) == (0, b"")
    return said.decode()


async def test_the_timetable_alone_writes_the_records_of_a_month(host: Host) -> None:
    """G14: no bot is connected; what was due while nothing ran is drafted, and the empty month closes."""
    month = host.month

    def yesterday(unit: Unit) -> None:
        case_id = unit.casebook.case_id_for("peer_support", "month", BUSY_ONE, month)
        case = Case(case_id, "peer_support", "month", "collecting", 0, month, "", month, {}, {"handlers": [BUSY_ONE]})
        entry = {"activity": "listening", "topic": "work", "means": "chat", "duration": "up_to_15"}
        unit.casebook.add_record(unit.casebook.open(case, ()), Record("activity", entry))
        due_at = unit.now.astimezone(UTC) - timedelta(days=1)
        months = [unit.casebook.case_id_for("peer_support", "month", one, month) for one in (BUSY_ONE, IDLE_ONE)]
        drafts = [Deadline(subject, "draft", due_at, period=month) for subject in months]
        unit.timetable.set("peer_support", [Deadline("peer_support", "month", due_at, period=month), *drafts])

    await host.stored(yesterday)
    timetable = await host.start("scheduler", ".env")

    async def written() -> bool:
        return await host.stored(states) == ["closed_empty", "drafted"]

    def states(unit: Unit) -> list[str]:
        case = models.table(models.CaseRow)
        return sorted(unit.connection.execute(select(case.c.state).where(case.c.period == month)).scalars())

    await eventually(written)
    said = await stopped(timetable)
    assert [level for level in ("ERROR", "CRITICAL", "WARNING") if level in said] == []
    assert "apps.connections.open" not in host.sandbox.web_api.calls

    def by_whom(unit: Unit) -> tuple[set[str], set[str]]:
        audit, deadline = models.table(models.AuditRow), models.table(models.DeadlineRow)
        done = unit.connection.execute(select(audit.c.act).where(audit.c.hat == "scheduler")).scalars()
        ahead = unit.connection.execute(select(deadline.c.period).where(deadline.c.state == "pending")).scalars()
        return set(done), set(ahead)

    done, ahead = await host.stored(by_whom)  # type: ignore[misc]
    assert done >= {"plan_month", "ask", "close_empty"}
    assert f"{host.store.house.office.day(SystemClock().now()):%Y-%m}" in ahead  # the next month ends are planned


@pytest.mark.long
async def test_each_role_is_played_by_one_process(host: Host) -> None:
    bot, timetable = await asyncio.gather(host.start("bot", "run", "--no-scheduler"), host.start("scheduler", ".env"))

    async def home() -> bool:
        await host.sandbox.person("U0ISHIKAWA").open_home()
        await host.sandbox.quiet()
        return host.sandbox.person("U0ISHIKAWA").home is not None

    async def ticked() -> bool:
        return await host.stored(lambda unit: "purge" in health(unit.connection).beats)

    async def connected() -> bool:
        return "apps.connections.open" in host.sandbox.web_api.calls

    await eventually(connected)
    await eventually(home)
    await eventually(ticked)
    second, other = await asyncio.gather(
        host.refused("bot", "run", "--no-scheduler"), host.refused("scheduler", ".env")
    )
    assert "another process is already the `run` of this database" in second
    assert "another process is already the `scheduler` of this database" in other
    assert (bot.returncode, timetable.returncode) == (None, None)
    for process in (bot, timetable):
        assert "CRITICAL" not in await stopped(process)
