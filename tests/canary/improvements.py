"""The part of the story in which the group analysis is provided and an improvement written down and followed."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.stress_check.cases import AFFAIRS
from tests.journeys import people as p
from tests.journeys import test_stress_analysis as journey

SAVE, FOLLOWED = "stress_check.save_action", "stress_check.save_followed"
UNSPECIFIC = {f"{SAVE}/group", f"{SAVE}/follow_on", f"{FOLLOWED}/how", f"{FOLLOWED}/follow_on"}

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def improve(town: Town, send: Send) -> None:
    """From the order to what came of an improvement."""
    await journey.told_round(town, "2025")  # this year's round is another part's
    await journey.order(town)
    await journey.provide(town)
    await journey.go(town, AFFAIRS, journey.ANALYSIS)
    await p.press(town, AFFAIRS, journey.ACTIONS)
    await send(await p.press(town, AFFAIRS, "stress_check.add_action"), {})
    await send(await p.press(town, AFFAIRS, "stress_check.follow_action"), {})
    await p.slot(town)
