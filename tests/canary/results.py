"""The part of the story after a result: handed over, applied for on paper, wished for and answered."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.stress_check.cases import EXAMINEE, JOINT_CLERK, OTHER, in_office, put_check, put_round
from tests.journeys import people as p

EARLIER, LAST = "2023", "2025"  # other parts of the story have their own rounds; signed forms are of this year or last
UNSPECIFIC = {  # days, and who is chosen by the id of their check
    "stress_check.save_delivered/day", "stress_check.save_paper_application/day",
    "stress_check.save_paper_application/person",
}  # fmt: skip

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def receive(town: Town, send: Send) -> None:
    """Every form once: of the joint clerk and of the person."""
    await in_office(town, JOINT_CLERK)
    today = {"day": town.clock.now().astimezone(p.TOKYO).date().isoformat()}
    await put_round(town, "told", period=EARLIER)
    sheet = await put_check(town, "taken", person=OTHER, period=EARLIER, body={"to_paper_on": today["day"]})
    await send(await p.press_forged(town, JOINT_CLERK, "stress_check.deliver", sheet.id), today)
    check = await put_check(town, "read", person=EXAMINEE, high=True, period=LAST)
    await send(await p.press_forged(town, JOINT_CLERK, "stress_check.paper_application"), today)
    await send(await p.press_forged(town, EXAMINEE, "stress_check.wish_form", f"{check.id}.counselling"), {})
    await p.slot(town)
    await p.go_home(town, JOINT_CLERK)
    await p.press(town, JOINT_CLERK, "stress_check.wishes")
    await p.press(town, JOINT_CLERK, "stress_check.wish_case")
    await send(await p.press(town, JOINT_CLERK, "stress_check.answer_wish"), {})
    await p.slot(town)
