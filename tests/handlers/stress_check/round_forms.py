"""The forms of planner and clerk around a round, each open and filled in, for the tests of hostile hands."""

from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.stress_check.cases import CLERK, OTHER, PLANNER, in_office, put_round
from tests.journeys import people as p

WHOLE = {"opens_on": "2026-09-14", "closes_on": "2026-10-09", "method": "sum"}


async def plan(town: Town) -> Driver:
    await in_office(town, PLANNER)
    await p.go_home(town, PLANNER)
    await p.press(town, PLANNER, "stress_check.round")
    return await p.press(town, PLANNER, "stress_check.plan")


async def on_the_list(town: Town, action: str) -> Driver:
    await in_office(town, CLERK)
    await put_round(town, "prepared")
    await p.go_home(town, CLERK)
    await p.press(town, CLERK, "stress_check.people")
    return await p.press(town, CLERK, action)


async def add(town: Town) -> Driver:
    return await on_the_list(town, "stress_check.add_person")


async def leave(town: Town) -> Driver:
    return await on_the_list(town, "stress_check.add_leave")


# name -> how it comes to be open, what is entered, and which fields are typed, chosen one of, days
FORMS: dict[str, dict[str, Any]] = {
    "round": {"opened": plan, "entered": WHOLE, "chosen": ("method",), "days": ("opens_on", "closes_on")},
    "examinee added": {
        "opened": add, "entered": {"name": "外山 実", "unit": "建設課", "reason": "長く働いているため"},
        "typed": ("name", "unit", "reason"), "chosen": ("person",),
    },
    "leave": {
        "opened": leave, "entered": {"person": OTHER, "first": "2026-09-14", "last": "2026-09-18"},
        "chosen": ("person",), "days": ("first", "last"),
    },
}  # fmt: skip
BOUND = ("examinee added", "leave")
