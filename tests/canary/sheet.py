"""The part of the story in which two who listened write form 1, and its person reads it back and lets it go."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.handlers.harassment.rules.moves import MET
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.harassment.cases import ONE, put
from tests.journeys import people as p

CHOSEN = ("intake_sheet",)

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def report(town: Town, person: str, send: Send) -> None:
    """Every page, put right once, some of it taken out, reported."""
    case = await put(town, MET, body={"sheet": {}}, identity={"requester": person}, case_id="c0ffee" * 5 + "03")
    await _write(town, case.id, send)
    who = await _open(town, person, case.id, "harassment.read_sheet", "harassment.correct")
    await send(who, {})
    await _write(town, case.id, send)
    await _open(town, person, case.id, "harassment.read_sheet", "harassment.take_out")
    await send(who, {})
    for tap in ("harassment.preview", "harassment.report"):
        await p.press(town, person, tap)


async def _write(town: Town, case_id: str, send: Send) -> None:
    one = await _open(town, ONE, case_id, "harassment.sheet")
    while (one.modal or {}).get("callback_id") == "harassment.save_sheet":
        await send(one, {})
    await p.press(town, ONE, "harassment.give_sheet")
    await p.slot(town)


async def _open(town: Town, person: str, case_id: str, *taps: str) -> Driver:
    """The case from wherever one is, the oath where it is asked, and what can be done there."""
    who = await p.press_forged(town, person, "harassment.case", case_id)
    if "home.swear" in str(who.modal):
        await p.press(town, person, "home.swear")
    for tap in taps:
        await p.press(town, person, tap)
    return who
