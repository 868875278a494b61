"""The forms of the way in, each as its person has it open and filled in, for the tests of hostile hands."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.harassment.cases import ASKER, DESK, ONE
from tests.journeys import people as p

WISHES = {"wished": [ONE], "days": "夕方", "place": "別の階", "means": "phone", "sex": "women", "wanted": ["listen"]}
STORY = {"affected": "U0HAYASHI", "story": "話", "when": "春", "places": ["workplace"]}


async def start(town: Town) -> Driver:
    await p.go_home(town, ASKER)
    return await p.press(town, ASKER, "harassment.start")


async def draft(town: Town) -> Driver:
    await start(town)
    return await p.press(town, ASKER, "harassment.begin")


def page(words: str, **before: Any) -> Callable[[Town], Awaitable[Driver]]:
    """A page of a draft; `before` has been said on the page about what it is."""

    async def opened(town: Town) -> Driver:
        who = await draft(town)
        if before:
            await p.press(town, ASKER, "2　どんなこと")
            await who.submit(before)
            await town.sandbox.quiet()
            await p.go_home(town, ASKER)
            await p.press(town, ASKER, "harassment.case")
        return await p.press(town, ASKER, words)

    return opened


async def finish(town: Town) -> Driver:
    await draft(town)
    return await p.press(town, ASKER, "harassment.finish")


async def sent(town: Town) -> None:
    """To the desk, which has read it and given its oath."""
    who = await start(town)
    await who.submit({"door": "desk"})
    await p.slot(town)
    await p.open_notice(town, DESK)


async def own(town: Town, *taps: str) -> Driver:
    await sent(town)
    await p.go_home(town, ASKER)
    for tap in ("harassment.case", *taps[:-1]):
        await p.press(town, ASKER, tap)
    return await p.press(town, ASKER, taps[-1])


async def exclude(town: Town) -> Driver:
    return await own(town, "harassment.more", "harassment.exclude")


async def another_door(town: Town) -> Driver:
    return await own(town, "harassment.choose_door")


async def enter(town: Town) -> Driver:
    await sent(town)
    await p.go_home(town, DESK)
    return await p.press(town, DESK, "harassment.entering")


# name -> how it comes to be open, what is entered, and which fields are typed, chosen one of, chosen several of
FORMS: dict[str, dict[str, Any]] = {
    "come in": {"opened": start, "entered": {"door": ONE, "story": "話"}, "typed": ("story",), "chosen": ("door",),
                "several": ("kept_out",)},
    "whom to keep out": {"opened": page("1　知られたくない人"), "entered": {"excluded": ["U0FUKUDA"]},
                         "several": ("excluded", "kept_out")},
    "what it is about": {"opened": page("2　どんなこと"), "entered": {"entry": "saw", "kinds": ["mental"]},
                         "chosen": ("entry",), "several": ("kinds",)},
    "what happened": {"opened": page("3　あったこと", entry="told"), "entered": STORY, "typed": ("story", "when"),
                      "chosen": ("affected",), "several": ("places",)},
    "wishes": {"opened": page("4　ご希望"), "entered": WISHES, "typed": ("days", "place"), "chosen": ("means", "sex"),
               "several": ("wished", "nurse", "wanted")},
    "name or not": {"opened": page("5　名前の扱い"), "entered": {"named": "shown"}, "chosen": ("named",)},
    "send the draft": {"opened": finish, "entered": {"door": "desk"}, "chosen": ("door",)},
    "keep out later": {"opened": exclude, "entered": {"excluded": [ONE]}, "several": ("excluded", "kept_out")},
    "another door": {"opened": another_door, "entered": {"door": ONE}, "chosen": ("door",)},
    "enter": {"opened": enter, "entered": {**STORY, **WISHES, "caller": "山田"},
              "typed": ("caller", "story", "when", "days", "place"),
              "chosen": ("affected", "entry", "means", "sex", "named"),
              "several": ("excluded", "kept_out", "kinds", "places", "wished", "nurse", "wanted")},
}  # fmt: skip
BOUND = ("whom to keep out", "what happened", "wishes", "send the draft", "keep out later", "another door")
