"""The part of the story in which an interview is arranged, held and reported, measures are taken, a slip is made."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.handlers.stress_check.rules.moves import APPLIED, HELD, PROPOSED, READ, REPORTED
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.stress_check.cases import (
    AFFAIRS,
    CLERK,
    EXAMINEE,
    ON_PAPER,
    PHYSICIAN,
    in_office,
    put_check,
    put_interview,
)
from tests.handlers.stress_check.interview_forms import OPINION
from tests.journeys import appointments as a
from tests.journeys import people as p

EARLIER = ("2020", "2021", "2022")  # other parts of the story have their own rounds
SLOT, OTHER_DAY, SAID = "stress_check.save_slot", "stress_check.save_other_day", "stress_check.save_said"
HELD_ON, REPORT, MEASURE = "stress_check.save_held", "stress_check.save_report", "stress_check.save_measure"
FOLLOWED, SLIP = "stress_check.save_followed_measures", "stress_check.make_slip"
UNSPECIFIC = {
    f"{SLOT}/day", f"{SLOT}/time", f"{SAID}/answer", f"{SAID}/way", f"{SAID}/on", f"{HELD_ON}/held_on",
    f"{REPORT}/kind", f"{REPORT}/needed", f"{REPORT}/until", f"{MEASURE}/follow_on", f"{FOLLOWED}/done",
    f"{FOLLOWED}/follow_on", f"{SLIP}/day", f"{SLIP}/begins", f"{SLIP}/ends",
}  # fmt: skip

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def interview(town: Town, send: Send) -> None:
    """Every form once: of the person, the clerk, the physician and general affairs."""
    await in_office(town, CLERK, PHYSICIAN, AFFAIRS)
    today = town.clock.now().astimezone(p.TOKYO).date().isoformat()
    check = await put_check(town, READ, person=EXAMINEE, high=True, period=EARLIER[0])
    case = await put_interview(town, check, APPLIED)
    await send(await press(town, CLERK, "stress_check.propose", case.id), {"time": "14:00"})
    await send(await press(town, EXAMINEE, "stress_check.other_day", case.id), {})
    await send(await press(town, CLERK, "stress_check.propose", case.id), {"time": "15:00"})
    await send(await press(town, PHYSICIAN, "stress_check.note_held", case.id), {"held_on": today})
    await send(await press(town, PHYSICIAN, "stress_check.write_report", case.id), {})
    await send(await press(town, AFFAIRS, "stress_check.decide_measure", case.id), {})
    await send(await press(town, AFFAIRS, "stress_check.follow_measures", case.id), {})
    await send(await press(town, EXAMINEE, "stress_check.slip"), {"begins": "09:00", "ends": "10:00"})

    await by_hand(town, send, today)


async def by_hand(town: Town, send: Send, today: str) -> None:
    """Somebody without an account; a physician who left; a reason why nothing is done."""
    unnamed = await put_check(town, READ, person=ON_PAPER, high=True, period=EARLIER[1])
    told = await put_interview(town, unnamed, PROPOSED)
    await send(await press(town, CLERK, "stress_check.note_said", told.id), {"on": today})
    held = await put_check(town, READ, person=EXAMINEE, high=True, period=EARLIER[1])
    await send(await press(town, CLERK, "stress_check.assign", (await put_interview(town, held, HELD)).id), {})
    without = await put_check(town, READ, person=EXAMINEE, high=True, period=EARLIER[2])
    closed = await put_interview(town, without, REPORTED, body=OPINION)
    await send(await press(town, AFFAIRS, "stress_check.finish_measures", closed.id), {})
    await p.slot(town)


async def press(town: Town, person: str, action: str, row: str = "") -> Driver:
    """A button of theirs; the code is given where it is asked for."""
    who = await p.press_forged(town, person, action, row)
    if (who.modal or {}).get("callback_id") == "step_up.enter":
        await a.send(town, who, {"code": await who.code()})
    return who
