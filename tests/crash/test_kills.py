"""The bot is killed at random moments while people submit: what was confirmed is there, once, and was told once."""

import asyncio
import json
import random
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot.app import open_store
from bot.clock import MovableClock
from bot.handlers.tokens import TokenBox
from bot.sandbox.server import START, Sandbox, Setup
from bot.sandbox.town import furnish
from bot.sandbox.townhall import STAFF
from bot.settings import Settings
from bot.store import audit
from bot.store.models import UNSETTLED, OutboxRow, table
from bot.store.unit import Unit
from tests.crash.askers import Askers, until
from tests.crash.bot_process import RacingClock

ROOT = Path(__file__).parents[2]
LONGEST_SECONDS = 240
SPEED = 120.0  # the five minutes of a notice's slot take two and a half seconds
OUTBOX = table(OutboxRow)
TROUBLES = ("timeout_after", "reset_after", "reset_before", "server_error", "rate_limited")
PEOPLE = [one.id for one in STAFF if one.locale == "ja-JP"]


@dataclass
class Bot:
    """The process, started and ended as an operator or a power cut would."""

    settings: Settings
    clock: RacingClock
    process: asyncio.subprocess.Process | None = None
    ended: list[int] = field(default_factory=list)
    _is_up: bool = False

    async def start(self, *, wait: bool = True) -> None:
        told = {"start": self.clock.now().isoformat(), "speed": SPEED, "settings": _plain(self.settings)}
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.crash.bot_process", json.dumps(told), cwd=ROOT,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        self._is_up = False
        if wait:
            await self.up()

    async def up(self) -> None:
        """Wait until it is connected."""
        if not self._is_up:
            assert await self._out().readline() == b"ready\n"
            self._is_up = True

    async def end(self, how: signal.Signals) -> None:
        assert self.process is not None
        with suppress(ProcessLookupError):
            self.process.send_signal(how)
        await self._out().read()
        self.ended.append(await self.process.wait())

    def _out(self) -> asyncio.StreamReader:
        assert self.process is not None
        assert self.process.stdout is not None
        return self.process.stdout


def _plain(settings: Settings) -> dict[str, str]:
    told = settings.model_dump()
    return {name: str(value) for name, value in told.items() if isinstance(value, str | Path)}


@asynccontextmanager
async def workplace(folder: Path, database_url: str) -> AsyncIterator[tuple[Sandbox, Bot]]:
    """A workspace in this process and a furnished bot that is not running yet."""
    clock = MovableClock(START)
    sandbox = Sandbox(clock, setup=Setup(ack_seconds=2.0, retry_seconds=(0.1, 0.1, 0.1)))
    await sandbox.start()
    settings = Settings(
        slack_bot_token=sandbox.bot_token, slack_app_token=sandbox.app_token, slack_team_id=sandbox.team,
        slack_api_url=sandbox.api_url, database_url=database_url, key_directory=folder / "keys",
        witness_directory=folder / "witness",
        policy_file=ROOT / "policy.toml",
    )  # fmt: skip
    await asyncio.to_thread(furnish, settings, clock)
    bot = Bot(settings, RacingClock(START + timedelta(minutes=12), SPEED))
    try:
        yield sandbox, bot
    finally:
        if bot.process is not None and bot.process.returncode is None:
            await bot.end(signal.SIGKILL)
        await sandbox.stop()


async def kill_again_and_again(sandbox: Sandbox, bot: Bot, askers: Askers, *, moments: list[int], seed: int) -> None:
    """Each time that so many are confirmed, let Slack stumble sometimes, kill the bot, start it again."""
    dice = random.Random(seed)  # noqa: S311 - for moments
    for confirmed in moments:
        await until(lambda number=confirmed: len(askers.confirmed) >= number, patience_seconds=120)
        sandbox.faults.lost_acks = dice.randrange(2, 8)  # the form stays open though it was saved, and is sent again
        if dice.random() < 0.5:
            sandbox.faults.add("chat.postMessage", dice.choice(TROUBLES), times=dice.randrange(1, 4), retry_after=1)
        await asyncio.sleep(dice.choice((dice.uniform(0.0, 0.1), dice.uniform(0.0, 2.5))))  # 2.5: any point of a slot
        await bot.end(signal.SIGKILL)
        sandbox.faults.clear()
        await asyncio.to_thread(a_minute_goes_by, bot.settings)
        await bot.start(wait=dice.random() < 0.8)  # sometimes killed before it is up


def a_minute_goes_by(settings: Settings) -> None:
    """The leases that the dead process held run out."""
    with_store(settings, lambda unit: unit.connection.execute(update(OUTBOX).values(lease_until=START)))


def with_store(settings: Settings, work, at: datetime = START):  # type: ignore[no-untyped-def]
    """One unit of work beside the bot."""
    with open_store(settings, MovableClock(at)) as store:
        return store.run_now(work)


async def let_the_dust_settle(bot: Bot) -> None:
    """Wait until every message has found its end, then stop the bot cleanly."""
    await bot.up()
    for _ in range(40):
        if await asyncio.to_thread(with_store, bot.settings, unsettled) == 0:
            break
        await asyncio.sleep(0.5)
    await bot.end(signal.SIGTERM)


def unsettled(unit: Unit) -> int:
    return unit.connection.execute(select(func.count()).select_from(OUTBOX).where(UNSETTLED)).scalar_one()


def sending(unit: Unit) -> int:
    found = select(func.count()).select_from(OUTBOX).where(OUTBOX.c.state == "sending")
    return unit.connection.execute(found).scalar_one()


def nothing_lost_nothing_doubled(sandbox: Sandbox, bot: Bot, words: list[str]) -> None:
    """Every confirmed word stands in one request; every request was told to its supporter once, and to nobody else."""

    def look(unit: Unit) -> None:
        cases = unit.casebook.listed("peer_support", "request", "", "requested")
        assert Counter(case.body["message"] for case in cases) == Counter(words)
        assert unsettled(unit) == 0
        states = Counter(unit.connection.execute(select(OUTBOX.c.state)).scalars())
        assert states == Counter(sent=len(words))
        assert Counter(told) == Counter((case.handlers[0], case.id) for case in cases)
        assert audit.verify(unit.connection, unit.house.ring) is None

    messages = [(who, message) for who, state in sandbox.workspace.states.items() for message in state.messages]
    letters = [message.blocks[-1]["block_id"] for _, message in messages]
    assert len(letters) == len(set(letters))
    with open_store(bot.settings, MovableClock(START)) as store:
        box, today = TokenBox(store.house.ring), START.date()
        told = [
            (who, box.read(message.blocks[-1]["elements"][0]["value"], today=today, person=who).row)
            for who, message in messages
        ]
        store.run_now(look)


async def storm(folder: Path, database_url: str, *, requests: int, kills: int, seed: int) -> Counter[str]:
    """So many requests under so many kills, a quarter of them while the last messages leave; gives what happened."""
    dice = random.Random(seed)  # noqa: S311
    late = kills // 4
    moments = [*sorted(dice.sample(range(1, requests), kills - late)), *[requests] * late]
    async with workplace(folder, database_url) as (sandbox, bot):
        await bot.start()
        askers = Askers(sandbox, seed)
        asking = asyncio.create_task(askers.submit_all(PEOPLE, requests))
        async with asyncio.timeout(LONGEST_SECONDS):  # a request that is never confirmed fails here
            await kill_again_and_again(sandbox, bot, askers, moments=moments, seed=seed)
            await asking
        await let_the_dust_settle(bot)
        assert bot.ended.count(-signal.SIGKILL) == kills
        assert bot.ended[-1] == 0
        await asyncio.to_thread(nothing_lost_nothing_doubled, sandbox, bot, askers.confirmed)
        return Counter(confirmed=len(askers.confirmed), tries=askers.tries)


@pytest.mark.long
async def test_what_was_confirmed_survives_a_few_kills(tmp_path: Path, sqlite_url: str) -> None:
    seen = await storm(tmp_path, sqlite_url, requests=40, kills=4, seed=4)
    assert seen["confirmed"] == 40
    assert seen["tries"] > 40  # some were cut off and sent again


@pytest.mark.long
@pytest.mark.parametrize("seed", [11, 12])
async def test_what_was_confirmed_survives_many_kills(tmp_path: Path, database_url: str, seed: int) -> None:
    seen = await storm(tmp_path, database_url, requests=200, kills=25, seed=seed)
    assert seen["confirmed"] == 200
    assert seen["tries"] > 200  # some were cut off and sent again


async def test_a_clean_stop_leaves_no_message_half_sent(tmp_path: Path, sqlite_url: str) -> None:
    async with workplace(tmp_path, sqlite_url) as (sandbox, bot):
        await bot.start()
        askers = Askers(sandbox, 7)
        asking = asyncio.create_task(askers.submit_all(PEOPLE, 24))
        dice = random.Random(7)  # noqa: S311
        for _ in range(2):
            await asyncio.sleep(dice.uniform(0.5, 2.5))
            await bot.end(signal.SIGTERM)
            assert bot.ended[-1] == 0
            assert await asyncio.to_thread(with_store, bot.settings, sending) == 0
            await bot.start()
        await asking
        await let_the_dust_settle(bot)
        await asyncio.to_thread(nothing_lost_nothing_doubled, sandbox, bot, askers.confirmed)
