"""The forms of the questionnaire, each open and filled in, for the tests of hostile hands."""

from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.stress_check.cases import EXAMINEE, JOINT_CLERK, answers, in_office, put_check
from tests.journeys import people as p
from tests.journeys import sheets as s

WHOLE = {"answers": answers(high=False), "extra": {}, "sex": "male"}
FIRST_PAGE = tuple(f"A{number}" for number in range(1, 10))


async def page(town: Town) -> Driver:
    await s.open_round(town, EXAMINEE)
    await s.start(town, EXAMINEE)
    return await p.press(town, EXAMINEE, s.OPEN_PAGE)


async def last_page(town: Town) -> Driver:
    """The page with the sex."""
    who = await page(town)
    await s.answer_pages(town, who, 6)
    return who


async def sheet(town: Town) -> Driver:
    """A page of an envelope."""
    await s.open_round(town)
    await in_office(town, JOINT_CLERK)
    await put_check(town, "handed_in", person=EXAMINEE)
    await p.go_home(town, JOINT_CLERK)
    await p.press(town, JOINT_CLERK, "stress_check.enter_list")
    return await p.press(town, JOINT_CLERK, "stress_check.enter")


# name -> how it comes to be open, what is entered, and which fields are chosen
FORMS: dict[str, dict[str, Any]] = {
    "page": {"opened": page, "entered": dict.fromkeys(FIRST_PAGE, "2"), "chosen": FIRST_PAGE},
    "last page": {"opened": last_page, "entered": {"D1": "1", "sex": "unsaid"}, "chosen": ("D1", "D2", "sex")},
    "sheet of paper": {"opened": sheet, "entered": {"A1": "4"}, "chosen": FIRST_PAGE},
}
BOUND = tuple(FORMS)
