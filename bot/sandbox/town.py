"""The sandbox's town hall with the real bot in it: one process, one movable clock, stepped through every due moment."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from bot import roster_file
from bot.app import Program, build, open_store
from bot.clock import MovableClock
from bot.commands import keys as key_commands
from bot.commands import roster as roster_commands
from bot.commands import totp as totp_commands
from bot.commands.run import connect
from bot.sandbox.server import START, Sandbox, Setup
from bot.sandbox.townhall import roster_csv
from bot.sandbox.workspace import Json, saved_moment
from bot.settings import Settings
from bot.store import codes, migrate
from bot.store.unit import Unit
from scheduler.ticks import Ticks

POLICY = Path(__file__).parents[2] / "policy.toml"  # the one that is shipped
ROUNDS = 100  # of chasing and delivering until nothing is left to do at one moment; more would be a loop
NEXT_MOMENT = timedelta(seconds=1)


@dataclass
class Town:
    """A running sandbox with a bot connected to it over Socket Mode."""

    sandbox: Sandbox
    clock: MovableClock
    settings: Settings
    program: Program
    ticks: Ticks
    handler: AsyncSocketModeHandler
    moving: asyncio.Lock = field(default_factory=asyncio.Lock)  # the page and the demo's own ticks take turns

    async def tick(self) -> None:
        """What the timetable does, at the sandbox's own time."""
        async with self.moving:
            await self.settle()

    async def step(self, to: datetime) -> None:
        """Go to `to` through every due moment before it, in order, as if running (E5)."""
        await self.settle()
        while (due := await self.ticks.next_due()) is not None and max(due, self.clock.now()) < to:
            self.clock.move_to(min(max(due, self.clock.now() + NEXT_MOMENT), to))
            await self.settle()
        self.clock.move_to(max(to, self.clock.now()))
        await self.settle()

    async def step_by(self, **span: float) -> None:
        """The same by a span, given as for timedelta."""
        await self.step(self.clock.now() + timedelta(**span))

    async def settle(self) -> None:
        """Let taps and ticks finish until nothing more happens at this moment."""
        await self.program.tasks.settled()
        now = self.clock.now()
        if await self.ticks.all(now):
            for _ in range(ROUNDS):
                if await self.ticks.chase(now) + await self.ticks.deliver(now) == 0:
                    break
        await self.program.tasks.settled()

    async def disconnect(self) -> None:
        """Take the bot away and leave the workspace standing, as when the program is switched off."""
        await self.handler.close_async()  # type: ignore[no-untyped-call]
        await self.program.stop()

    async def stop(self) -> None:
        """Stop the bot, then the workspace."""
        await self.disconnect()
        await self.sandbox.stop()


class Controls:
    """What the page's clock shows and does."""

    def __init__(self, town: Town) -> None:
        self._town = town

    async def clock(self) -> Json:
        """The present moment, when each waiting notice leaves, and the next due moment."""
        waiting = await self._town.program.store.read(lambda unit: unit.outbox.waiting())
        due = await self._town.ticks.next_due()
        return {
            "now": self._town.clock.now().isoformat(),
            "waiting": [moment.isoformat() for moment in waiting],
            "next": due.isoformat() if due else None,
        }

    async def step(self, to: datetime) -> None:
        """Go there, one call after the other."""
        async with self._town.moving:
            await self._town.step(to)


async def open_town(
    folder: Path,
    *,
    port: int = 0,
    database_url: str = "",
    policy_file: Path = POLICY,
    running: bool = False,
    setup: Setup | None = None,
) -> Town:
    """Start the workspace and the bot with their data in `folder`; a second start finds them again.

    With `running` the clock goes on by itself, otherwise it stands until it is moved.
    """
    saved_in = folder / "workspace.json"
    clock = MovableClock(await asyncio.to_thread(_start, saved_in), running=running)
    sandbox = Sandbox(clock, saved_in=saved_in, setup=setup)
    await sandbox.start(port)
    settings = Settings(
        slack_bot_token=sandbox.bot_token,
        slack_app_token=sandbox.app_token,
        slack_team_id=sandbox.team,
        slack_api_url=sandbox.api_url,
        database_url=database_url or f"sqlite:///{folder / 'madoguchi.db'}",
        key_directory=folder / "keys",
        witness_directory=folder / "witness",
        policy_file=policy_file,
    )
    await asyncio.to_thread(furnish, settings, clock)
    return await connect_bot(sandbox, clock, settings)


def _start(saved_in: Path) -> datetime:
    """The moment at which the workspace was left, or the sandbox's first one; makes the folder."""
    saved_in.parent.mkdir(parents=True, exist_ok=True)
    return (saved_moment(saved_in) if saved_in.exists() else None) or START


def furnish(settings: Settings, clock: MovableClock) -> None:
    """Keys, tables and the roster of the town hall, where they are not there yet."""
    if not settings.key_directory.exists():
        key_commands.init(settings.key_directory, database_has_rows=False)
    if migrate.needs_upgrade(settings.database_url):
        migrate.upgrade(settings.database_url)
    with open_store(settings, clock) as store:
        if not store.run_now(lambda unit: unit.roster.people()):
            roster_commands.import_rows(store, roster_file.read(roster_csv().encode()), apply=True)
        store.run_now(_give_codes)


def _give_codes(unit: Unit) -> None:
    """Everybody whose office needs codes has them on their phone from the start."""
    for person in totp_commands.needing(unit):
        if not totp_commands.secret_of(unit, person):
            totp_commands.give(unit, person, codes.new_secret())


async def connect_bot(sandbox: Sandbox, clock: MovableClock, settings: Settings) -> Town:
    """Build the bot and connect it to a workspace that is running."""
    program = await build(settings, clock)
    handler = connect(program, settings)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    town = Town(sandbox, clock, settings, program, program.ticks, handler)
    sandbox.controls = Controls(town)
    sandbox.codes = partial(_code, town)
    sandbox.busy[:] = [program.tasks.settled]
    return town


async def _code(town: Town, person: str) -> str:
    """What the authenticator app on this person's phone shows at this moment; "" for those who have none."""
    secret = await town.program.store.read(lambda unit: totp_commands.secret_of(unit, person))
    return codes.code_at(secret, town.clock.now()) if secret else ""
