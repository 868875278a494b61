"""The part of the story in which somebody comes to the harassment desk: at once, page by page, by telephone."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.harassment.cases import DESK, ONE, TWO
from tests.journeys import people as p

CHOSEN = ("kinds", "places", "wanted", "sexes")
# Ticks and answers in words of the program's own; by `told` the form knows that it happens to somebody else.
UNSPECIFIC = {
    f"harassment.{form}/{field}"
    for form in ("send", "send_draft", "through", "write", "enter", "keep_out")
    for field in ("kept_out", "door", "entry", "named", "nurse")
}
PAGES = ("who", "about", "story", "wishes", "name")

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def come_in(town: Town, person: str, other: str, send: Send) -> None:
    """One sends at once, keeps somebody out, goes to another door and takes it back; another writes page by page."""
    await p.go_home(town, person)
    who = await p.press(town, person, "harassment.start")
    await send(who, {"door": ONE})
    await p.slot(town)
    await _open(town, person, "harassment.more", "harassment.exclude")
    await send(who, {})
    await _open(town, person, "harassment.choose_door")
    await send(who, {"door": TWO})
    await _open(town, person, "harassment.withdraw", "harassment.withdraw_now")

    await p.go_home(town, other)
    who = await p.press(town, other, "harassment.start")
    await p.press(town, other, "harassment.begin")
    await p.press(town, other, "harassment.page")
    for page in PAGES:
        await send(who, {"entry": "told"} if page == "about" else {})
    await p.press(town, other, "harassment.finish")
    await send(who, {"door": ONE})
    await p.slot(town)
    await p.open_notice(town, ONE)

    await p.go_home(town, DESK)
    desk = await p.press(town, DESK, "harassment.entering")
    await desk.submit({"caller": "x"})
    await town.sandbox.quiet()
    await p.press(town, DESK, "home.swear")
    await desk.close()
    await send(desk, {"kept_out": []})


async def _open(town: Town, person: str, *taps: str) -> None:
    """Home, one's own matter, and what can be done there."""
    await p.go_home(town, person)
    for tap in ("harassment.case", *taps):
        await p.press(town, person, tap)
