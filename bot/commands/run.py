"""Runs the bot until it is stopped: Socket Mode, the timetable, a watchdog over the connection."""

import asyncio
import signal
from contextlib import ExitStack

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot import logs
from bot.app import Program, build, slack_at_the_start
from bot.clock import Clock, SystemClock
from bot.errors import Disconnected
from bot.settings import Settings
from bot.store.writer import role_lock
from scheduler.timetable import Timetable

CONNECT_SECONDS = 60.0
WATCH_SECONDS = 10.0
DEAD_AFTER = 6  # so many looks without a connection: the SDK can retry a dead address for ever

log = logs.logger("run")


def run(settings: Settings, *, scheduler: bool) -> None:
    """Serve until SIGTERM or Ctrl-C. Raises Disconnected, Misconfigured, KeyMissing or StoreFailed."""
    logs.configure(settings.log_level)
    asyncio.run(_serve(settings, SystemClock(), scheduler=scheduler))


async def _serve(settings: Settings, clock: Clock, *, scheduler: bool) -> None:
    program = await build(settings, clock)
    with ExitStack() as locks:
        locks.enter_context(role_lock(program.store.database, "run"))
        if scheduler:
            locks.enter_context(role_lock(program.store.database, "scheduler"))
        timetable = None
        handler = connect(program, settings)
        try:
            with slack_at_the_start("SLACK_APP_TOKEN"):
                await first_connection(handler)
            if scheduler:
                timetable = Timetable(program.ticks, clock)
                timetable.start()
            log.event("serving")
            await until_stopped(handler)
        finally:
            if timetable:
                await timetable.stop()
            await handler.close_async()  # type: ignore[no-untyped-call]
            await program.stop()


def connect(program: Program, settings: Settings) -> AsyncSocketModeHandler:
    """The Socket Mode connection of a program, not yet opened."""
    client = AsyncWebClient(token=settings.slack_app_token, base_url=settings.slack_api_url, retry_handlers=[])
    return AsyncSocketModeHandler(program.app, settings.slack_app_token, web_client=client)


async def first_connection(handler: AsyncSocketModeHandler) -> None:
    """Connect. The SDK alone would try a refused token or a dead address for ever, without a word."""
    client = handler.client
    client.wss_uri = (await client.web_client.apps_connections_open(app_token=client.app_token))["url"]
    await asyncio.wait_for(handler.connect_async(), CONNECT_SECONDS)  # type: ignore[no-untyped-call]


async def until_stopped(handler: AsyncSocketModeHandler) -> None:
    """Wait for a signal to stop. Raises Disconnected when the socket stays dead."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    dead = 0
    while not stop.is_set():
        try:
            await asyncio.wait_for(stop.wait(), WATCH_SECONDS)
        except TimeoutError:
            dead = 0 if await handler.client.is_connected() else dead + 1
        if dead >= DEAD_AFTER:
            raise Disconnected
