"""The part of the story in which a round is planned and its list kept: who is added, with the reason, who is away."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.handlers.stress_check.rules.rounds import round_id
from bot.handlers.stress_check.views.round import FIRST, LAST, PERSON, SAVE, SAVE_ADDED, SAVE_AWAY
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.ledger import UnitLedger
from tests.handlers.stress_check.cases import CLERK, PLANNER, in_office
from tests.journeys import people as p

PLANNED = {"opens_on": "2027-01-12", "closes_on": "2027-02-12"}  # a year of its own
AWAY = {FIRST: "2027-01-20", LAST: "2027-01-25"}
UNSPECIFIC = {
    *(f"{SAVE}/{field}" for field in (*PLANNED, "method")), *(f"{SAVE_AWAY}/{field}" for field in (FIRST, LAST)),
    f"{SAVE_ADDED}/{PERSON}",
}  # fmt: skip

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def plan(town: Town, send: Send) -> None:
    """The planner plans, the clerk adds somebody without an account and notes a leave."""
    await in_office(town, CLERK, PLANNER)
    await send(await p.press_forged(town, PLANNER, "stress_check.plan"), PLANNED)
    found = await town.program.store.read(lambda unit: round_id("2027", UnitLedger(unit)))
    await send(await p.press_forged(town, CLERK, "stress_check.add_person", found), {})
    await send(await p.press_forged(town, CLERK, "stress_check.add_leave", found), AWAY)
