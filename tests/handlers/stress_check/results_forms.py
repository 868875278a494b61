"""The forms after a result, each open and filled in, for the tests of hostile hands."""

from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.stress_check.cases import EXAMINEE, JOINT_CLERK, in_office, put_check, put_round, put_wish
from tests.journeys import people as p


async def delivered(town: Town) -> Driver:
    await in_office(town, JOINT_CLERK)
    check = await put_check(town, "taken", body={"to_paper_on": "2026-09-07"})
    await put_round(town, "told")
    return await p.press_forged(town, JOINT_CLERK, "stress_check.deliver", check.id)


async def application(town: Town) -> Driver:
    check = await put_check(town, "read", high=True)
    return await p.press_forged(town, EXAMINEE, "stress_check.apply_form", check.id)


async def signed(town: Town) -> Driver:
    await in_office(town, JOINT_CLERK)
    await put_check(town, "read", high=True)
    who = await p.press_forged(town, JOINT_CLERK, "stress_check.paper_application")
    await who.fill({"person": p.option(who.modal or {}, "person", "石川 葵")})
    return who


async def wish(town: Town) -> Driver:
    await in_office(town, JOINT_CLERK)
    check = await put_check(town, "read", high=True)
    return await p.press_forged(town, EXAMINEE, "stress_check.wish_form", f"{check.id}.clinic")


async def answer(town: Town) -> Driver:
    await in_office(town, JOINT_CLERK)
    case = await put_wish(town)
    return await p.press_forged(town, JOINT_CLERK, "stress_check.answer_wish", case.id, case.rev)


# name -> how it comes to be open, what is entered, and which fields are typed, chosen or days
FORMS: dict[str, dict[str, Any]] = {
    "delivered": {"opened": delivered, "entered": {"day": "2026-09-07"}, "days": ("day",)},
    "application": {"opened": application},
    "signed form": {
        "opened": signed, "entered": {"day": "2026-09-07"}, "chosen": ("person",), "days": ("day",),
    },
    "health wish": {"opened": wish, "entered": {"text": "木曜"}, "typed": ("text",)},
    "health answer": {"opened": answer, "entered": {"reply": "木曜の14時"}, "typed": ("reply",)},
}  # fmt: skip
BOUND = tuple(name for name in FORMS if name != "application")  # which has no field to refuse at
