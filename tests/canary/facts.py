"""The part of the story in which the head orders, people are heard and the outcome is told; and a witness reports."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.handlers.harassment.rules.moves import REPORTED
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.canary.committee import open_form
from tests.handlers.harassment.cases import HEAD, ONE, put
from tests.journeys import people as p

CHOSEN = ("fact_sheet",)
UNSPECIFIC = {  # who is heard, that nobody learns a name, danger, and what an affected person said: the program's own
    "harassment.send_order/heard",
    "harassment.send_order/known",
    "harassment.send_order/danger",
    "harassment.begin_fact_sheet/heard",
    "harassment.note_affected/answer",
    "harassment.save_fact_page/fact_0",  # a day is a day
}

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def find_out(town: Town, send: Send) -> None:
    """Ordered in danger, one sheet page by page, reported, closed, told; the affected person was asked in person."""
    case = await put(town, REPORTED, body={"entry": "saw", "hearing_agreed": True}, case_id="c0ffee" * 5 + "41")
    await send(await open_form(town, HEAD, case, "order"), {"heard": ["respondent"], "danger": ["yes"]})
    await send(await open_form(town, ONE, case, "affected_said"), {"answer": "go_on"})
    one = await open_form(town, ONE, case, "fact_sheets", "new_fact_sheet")
    await send(one, {"heard": "respondent"})
    while (one.modal or {}).get("callback_id") == "harassment.save_fact_page":
        await send(one, {})
    await p.press(town, ONE, "harassment.report_facts")
    await send(await open_form(town, HEAD, case, "close_after_facts"), {})
    await open_form(town, ONE, case, "outcome", "tell_outcome")
