"""The forms around a health appointment, each open and filled in, for the tests of hostile hands."""

from typing import Any

from bot.handlers.stress_check.rules.moves import APPLIED, HELD, PROPOSED, REPORTED
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.stress_check.cases import AFFAIRS, CLERK, EXAMINEE, ON_PAPER, PHYSICIAN
from tests.journeys import appointments as a
from tests.journeys import people as p

OPINION = {"opinion": {"kind": "restricted", "needed": True, "measures": ["overtime"], "until": "", "text": ""}}
TAKEN = {"key": "overtime", "text": "定時退庁", "on": "2026-09-07", "follow_on": "2026-10-05", "done_on": ""}


async def opened(town: Town, state: str, who_opens: str, action: str, **other: Any) -> Driver:
    """A form that somebody opens of an appointment in this state."""
    case = await a.applied(town, state, **other)
    who = await p.press_forged(town, who_opens, action, case.id, case.rev)
    if (who.modal or {}).get("callback_id") == "step_up.enter":
        await a.send(town, who, {"code": await who.code()})
    return who


async def slot(town: Town) -> Driver:
    return await opened(town, APPLIED, CLERK, "stress_check.propose")


async def other_day(town: Town) -> Driver:
    return await opened(town, PROPOSED, EXAMINEE, "stress_check.other_day")


async def said(town: Town) -> Driver:
    return await opened(town, PROPOSED, CLERK, "stress_check.note_said", person=ON_PAPER, name="山田 花子")


async def assign(town: Town) -> Driver:
    return await opened(town, HELD, CLERK, "stress_check.assign")


async def held(town: Town) -> Driver:
    return await opened(town, PROPOSED, PHYSICIAN, "stress_check.note_held")


async def report(town: Town) -> Driver:
    return await opened(town, HELD, PHYSICIAN, "stress_check.write_report")


async def measure(town: Town) -> Driver:
    return await opened(town, REPORTED, AFFAIRS, "stress_check.decide_measure", body=OPINION)


async def followed(town: Town) -> Driver:
    taken = OPINION | {"measures": [TAKEN]}
    return await opened(town, "measured", AFFAIRS, "stress_check.follow_measures", body=taken)


async def finished(town: Town) -> Driver:
    return await opened(town, REPORTED, AFFAIRS, "stress_check.finish_measures", body=OPINION)


# name -> how it comes to be open, what is entered, and which fields are typed, chosen one of, chosen several of, days
FORMS: dict[str, dict[str, Any]] = {
    "appointment": {"opened": slot, "entered": a.SLOT, "typed": ("place",), "chosen": ("physician",), "days": ("day",)},
    "another day": {"opened": other_day, "entered": {"text": "午後がよい"}, "typed": ("text",)},
    "answer by hand": {
        "opened": said, "entered": {"answer": "confirmed", "way": "phone"}, "typed": ("text",),
        "chosen": ("answer", "way"), "days": ("on",),
    },
    "another physician": {"opened": assign, "entered": {"physician": PHYSICIAN}, "chosen": ("physician",)},
    "held": {"opened": held, "entered": {"held_on": "2026-09-07"}, "days": ("held_on",)},
    "report": {
        "opened": report, "entered": a.REPORT, "typed": ("working", "strain", "condition", "other", "opinion_text"),
        "chosen": ("kind", "needed"), "several": ("measures",), "days": ("until",),
    },
    "measure at work": {
        "opened": measure, "entered": a.MEASURE, "typed": ("text",), "chosen": ("key",), "days": ("follow_on",),
    },
    "measure followed": {"opened": followed, "entered": {"done": ["0"]}, "several": ("done",), "days": ("follow_on",)},
    "no measure": {"opened": finished, "entered": {"why": "本人が望まない"}, "typed": ("why",)},
}  # fmt: skip
BOUND = tuple(FORMS)
