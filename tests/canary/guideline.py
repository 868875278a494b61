"""The part of the story in which the guideline is published and a session for the staff is announced."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.journeys import people as p

HEAD = "U0NAKAMURA"
UNSPECIFIC = {"roster.announce_training/audience"}  # everybody, or the name of a unit

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def publish(town: Town, send: Send) -> None:
    """The head of general affairs fills in every field of both forms."""
    await p.go_home(town, HEAD)
    await p.press(town, HEAD, "harassment.guideline")
    who = await p.press(town, HEAD, "harassment.guideline_write")
    if "home.swear" in str(who.modal):
        who = await p.press(town, HEAD, "home.swear")
    await send(who, {})
    await p.go_home(town, HEAD)
    await p.press(town, HEAD, "roster.training")
    today = town.clock.now().astimezone(p.TOKYO).date().isoformat()
    await send(await p.press(town, HEAD, "roster.hold"), {"on": today})
