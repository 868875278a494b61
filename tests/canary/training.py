"""The story's part about training: a session is announced and attended, something is learned elsewhere."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.journeys import people as p

DAYS = {"roster.announce_training/on", "roster.note_learned/on", "roster.note_learned/until"}

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def train(town: Town, send: Send) -> None:
    """A coordinator holds a session today and notes who came; a coordinator also learns."""
    today = town.clock.now().astimezone(p.TOKYO).date().isoformat()
    await _open(town)
    await send(await p.press(town, p.COORDINATOR, "roster.hold"), {"on": today})
    await _open(town)
    await send(await p.press(town, p.COORDINATOR, "roster.came"), {})
    await _open(town)
    await send(await p.press(town, p.COORDINATOR, "roster.learn"), {})
    await p.slot(town)


async def _open(town: Town) -> None:
    await p.go_home(town, p.COORDINATOR)
    who = await p.press(town, p.COORDINATOR, "roster.training")
    if "home.swear" in str(who.modal):
        await p.press(town, p.COORDINATOR, "home.swear")
