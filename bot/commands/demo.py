"""A whole Slack on this machine: the sandbox workspace, the real bot, a town hall to try it in."""

import asyncio
import signal
import webbrowser
from pathlib import Path

import typer

from bot import logs
from bot.sandbox.town import Town, open_town

TICK_SECONDS = 5.0


def demo(folder: Path, *, port: int, browser: bool) -> None:
    """Serve the page until Ctrl-C; the data stay in `folder`."""
    logs.configure("WARNING")
    asyncio.run(_serve(folder, port=port, browser=browser))


async def _serve(folder: Path, *, port: int, browser: bool) -> None:
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    town = await open_town(folder, port=port, running=True)
    try:
        typer.echo(f"Open {town.sandbox.address}/  (Ctrl-C stops it)")
        if browser:
            await asyncio.to_thread(webbrowser.open, f"{town.sandbox.address}/")
        await _tick_until(stop, town)
    finally:
        await town.stop()


async def _tick_until(stop: asyncio.Event, town: Town) -> None:
    """As the timetable does, at the sandbox's own time."""
    while not stop.is_set():
        await town.tick()
        try:
            await asyncio.wait_for(stop.wait(), TICK_SECONDS)
        except TimeoutError:
            continue
