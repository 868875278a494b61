"""The forms of what is done after the group analysis, each open and filled in, for the tests of hostile hands."""

from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.stress_check.cases import AFFAIRS
from tests.journeys import people as p
from tests.journeys import test_stress_analysis as journey


async def add(town: Town) -> Driver:
    """Provided by the joint clerk, the form of a first improvement."""
    await journey.told_round(town)
    await journey.order(town)
    await journey.provide(town)
    await journey.go(town, AFFAIRS, journey.ANALYSIS)
    await p.press(town, AFFAIRS, journey.ACTIONS)
    return await p.press(town, AFFAIRS, "stress_check.add_action")


async def follow(town: Town) -> Driver:
    """One that was written down, to be followed."""
    who = await add(town)
    await who.submit({"group": "organisation", "text": "会議を減らす", "follow_on": "2026-10-05"})
    await town.sandbox.quiet()
    return await p.press(town, AFFAIRS, "stress_check.follow_action")


# name -> how it comes to be open, what is entered, and which fields are typed, chosen one of, chosen several of, days
FORMS: dict[str, dict[str, Any]] = {
    "improvement": {"opened": add, "entered": {"group": "group_0", "text": "会議を減らす", "follow_on": "2026-10-05"},
                    "typed": ("text",), "chosen": ("group",), "days": ("follow_on",)},
    "what came of it": {"opened": follow, "entered": {"how": "done", "seen": "減った"}, "typed": ("seen",),
                        "chosen": ("how",), "days": ("follow_on",)},
}  # fmt: skip
BOUND = tuple(FORMS)
