"""The part of the story in which day, place and responders are settled, changed and refused, and a nurse comes."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.handlers.harassment.rules.moves import ARRANGED, ARRANGING, RECEIVED, REPORTED
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.harassment.cases import ASKER, DESK, ONE, THIRD, TWO, put
from tests.journeys import people as p

CHOSEN = ("refusals",)
# Days and hours are days and hours, people are traced by name, ticks and answers are words of the program's own.
UNSPECIFIC = {
    *(f"harassment.{form}/{field}" for form in ("arrange", "reschedule") for field in ("day", "time")),
    "harassment.ask_other/what",
    "harassment.answer_nurse/answer",
}

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def settle(town: Town, send: Send) -> None:
    """Every form around the meeting, each in a matter of its own."""
    wished = {"wished": [THIRD]}  # passed over, so that a reason is asked for
    case = await put(town, RECEIVED, identity=wished, case_id="c0ffee" * 5 + "61")
    desk = await _open(town, DESK, case.id, "harassment.arrange")
    pair = [p.option(desk.modal or {}, "responders", name) for name in ("齋藤 結衣", "後藤 翼")]
    await send(desk, {"time": "14:00", "responders": pair})
    await send(await _open(town, ONE, case.id, "harassment.arrangement", "harassment.refuse"), {})

    case = await put(town, ARRANGING, case_id="c0ffee" * 5 + "62")
    await send(await _open(town, ASKER, case.id, "harassment.ask_other"), {})

    case = await put(town, ARRANGED, case_id="c0ffee" * 5 + "63")
    await send(await _open(town, ASKER, case.id, "harassment.more", "harassment.answer_nurse"), {})
    await send(await _open(town, ASKER, case.id, "harassment.reschedule"), {"time": "15:00"})

    short = {"responders": [TWO], "stepped_aside": [ONE]}
    case = await put(town, REPORTED, identity=short, case_id="c0ffee" * 5 + "64")
    await send(await _open(town, TWO, case.id, "harassment.take_place"), {})


async def _open(town: Town, person: str, case_id: str, *taps: str) -> Driver:
    """The case from wherever one is, the oath where it is asked, and what can be done there."""
    who = await p.press_forged(town, person, "harassment.case", case_id)
    if "home.swear" in str(who.modal):
        await p.press(town, person, "home.swear")
    for tap in taps:
        await p.press(town, person, tap)
    return who
