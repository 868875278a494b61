"""The part of the story in which a stress check is answered on the screen and another entered from paper.

An answer is one of the form's own words or numbers, so none of it can be traced as a canary; that every field is there
and sealed is what this part is for.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.handlers.stress_check.views.entering import ENTER_PAGE, UNIT, UNIT_FORM
from bot.handlers.stress_check.views.pages import BLOCK_IDS, END
from bot.handlers.stress_check.views.taking import PAGE
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.stress_check.cases import CLERK, EXAMINEE, JOINT_CLERK, OTHER, in_office, put_check, put_round
from tests.journeys import people as p

EARLIER = "2024"  # other parts of the story have their own rounds
ADDED = [{"key": "overtime", "ja": "残業が多い", "en": "I often work late"}]
UNSPECIFIC = {f"{UNIT_FORM}/{UNIT}", *(f"{form}/{field}" for form in (PAGE, ENTER_PAGE) for field in BLOCK_IDS)}

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def take(town: Town, send: Send) -> None:
    """All pages of both ways, each to the end; the clerk looks at a unit."""
    found = await put_round(town, period=EARLIER, body={"invited": [EXAMINEE, CLERK], "added": ADDED})
    own = await put_check(town, person=EXAMINEE, period=EARLIER)
    paper = await put_check(town, "handed_in", person=OTHER, period=EARLIER)
    await in_office(town, CLERK, JOINT_CLERK)
    await send(await p.press_forged(town, CLERK, "stress_check.taken_list", f"{found.id}.0"), {})
    for person, action, check in (
        (EXAMINEE, "stress_check.open_page", own), (JOINT_CLERK, "stress_check.enter", paper),
    ):  # fmt: skip
        who = await p.press_forged(town, person, action, f"{check.id}.0")
        for _ in range(END):
            await send(who, {})
        await who.submit()
        await town.sandbox.quiet()
        assert not who.trouble
