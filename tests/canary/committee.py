"""The part of the story in which a matter is before the committee: one to its measures, one without the chair."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.handlers.harassment.rules.moves import REFERRED
from bot.rules.cases import Case
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.harassment.cases import CHAIR, MEMBERS, SECRETARY, put
from tests.journeys import people as p

CHOSEN = ("measures",)
UNSPECIFIC = {  # days are days, a seat's holder and a measure's line are traced by their names
    "harassment.sitting_written/held_on",
    "harassment.extended/until",
    "harassment.measures_decided/decided_on",
    "harassment.measures_decided/look_again_on",
    "harassment.followed_up/done",
    "harassment.followed_up/look_again_on",
}

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def sit_and_propose(town: Town, send: Send) -> None:
    """The committee sits, takes more time and proposes; what the mayor decided is entered and carried out."""
    today = f"{town.clock.now():%Y-%m-%d}"
    case = await put(town, REFERRED, case_id="c0ffee" * 5 + "51")
    for person, acts, given in (
        (CHAIR, ("sit",), {"held_on": today}),
        (CHAIR, ("committee_file", "extend"), {"until": "2026-12-23"}),
        (CHAIR, ("propose",), {}),
        (SECRETARY, ("decide",), {"decided_on": today, "look_again_on": "2026-11-02"}),
        (SECRETARY, ("follow_up",), {"look_again_on": "2026-11-02"}),
    ):
        await send(await open_form(town, person, case, *acts), given)
    without = await put(town, REFERRED, identity={"excluded": [CHAIR]}, case_id="c0ffee" * 5 + "52")
    for person in MEMBERS[2:5]:
        await send(await open_form(town, person, without, "elect"), {"candidate": MEMBERS[3]})
    await send(await open_form(town, MEMBERS[3], without, "name_clerk"), {})


async def open_form(town: Town, person: str, case: Case, *acts: str) -> Driver:
    """The case, the oath and the code where they are asked, then the form."""
    who = await p.press_forged(town, person, "harassment.case", case.id)
    if "home.swear" in str(who.modal):
        await p.press(town, person, "home.swear")
    for act in acts:
        await p.press(town, person, f"harassment.{act}")
        if (who.modal or {}).get("callback_id") == "step_up.enter":
            await who.submit({"code": await who.code()})
            await town.sandbox.quiet()
    return who
