"""The forms around the meeting, each as its person has it open and filled in, for the tests of hostile hands."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.handlers.harassment.rules.moves import ARRANGED, ARRANGING, RECEIVED, REPORTED
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.harassment.cases import ASKER, DESK, ONE, TWO, put
from tests.journeys import people as p

Opened = Callable[[Town], Awaitable[Driver]]

MEETING = {"day": "2026-09-14", "time": "14:00", "place": "別の階", "means": "phone"}


def form(person: str, state: str, *taps: str, **identity: Any) -> Opened:
    """A form that somebody opens from a matter in this state."""

    async def opened(town: Town) -> Driver:
        await put(town, state, identity=identity)
        who = await p.go_home(town, person)
        await p.press(town, person, "harassment.case")
        if "home.swear" in str(who.modal):
            await p.press(town, person, "home.swear")
        for tap in taps:
            await p.press(town, person, tap)
        return who

    return opened


async def arrange(town: Town) -> Driver:
    """The form of day, place and people, with the two chosen: their values are known on the screen only."""
    who = await form(DESK, RECEIVED, "harassment.arrange", wished=[ONE])(town)
    pair = [p.option(who.modal or {}, "responders", name) for name in ("齋藤 結衣", "後藤 翼")]
    await who.fill({"responders": pair})
    return who


async def take_place(town: Town) -> Driver:
    who = await form(TWO, REPORTED, "harassment.take_place", responders=[TWO], stepped_aside=[ONE])(town)
    await who.fill({"responders": p.option(who.modal or {}, "responders", "前田 薫")})
    return who


# name -> how it comes to be open, what is entered, and which fields are typed, chosen one of, chosen several of, days
FORMS: dict[str, dict[str, Any]] = {
    "arrange": {"opened": arrange, "entered": MEETING, "typed": ("place",), "chosen": ("means", "reason"),
                "several": ("responders",), "days": ("day",)},
    "refuse": {"opened": form(ONE, ARRANGING, "harassment.arrangement", "harassment.refuse"),
               "entered": {"reason": "away"}, "chosen": ("reason",)},
    "ask for other": {"opened": form(ASKER, ARRANGING, "harassment.ask_other"),
                      "entered": {"what": ["day"], "text": "夕方"}, "typed": ("text",), "several": ("what",)},
    "reschedule": {"opened": form(ASKER, ARRANGED, "harassment.reschedule"), "entered": MEETING, "typed": ("place",),
                   "chosen": ("means",), "days": ("day",)},
    "nurse": {"opened": form(ASKER, ARRANGED, "harassment.more", "harassment.answer_nurse"),
              "entered": {"answer": "sheet"}, "chosen": ("answer",)},
    "take the place": {"opened": take_place, "chosen": ("responders",)},
}  # fmt: skip
BOUND = tuple(FORMS)
