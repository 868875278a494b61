"""What somebody does with the questionnaire of the stress check, in the words of the journeys."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.handlers.stress_check.rules.planning import CLOSE, days_of
from bot.handlers.stress_check.rules.taking import reminders
from bot.rules.cases import Case, Deadline
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.stress_check.cases import PERIOD, put_check, put_round
from tests.journeys import people as p

CASE, OPEN_PAGE, BACK, PAUSE = "stress_check.case", "stress_check.open_page", "stress_check.back", "stress_check.pause"


async def open_round(town: Town, *people: str, **body: Any) -> Case:
    """A round that is open until 27 September, with its own end; these people are called and have their reminders."""
    found = await put_round(town, deadlines=_ends, body={"invited": list(people), **body})

    def reminded(check: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        end = Deadline(check.id, "closing", ledger.office.start_of(days_of(found)[1] + DAY))
        return (end, *reminders(check.id, days_of(found)[1], ledger, now))

    for person in people:
        await put_check(town, person=person, deadlines=reminded)
    return found


def _ends(found: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
    return (Deadline(found.id, CLOSE, ledger.office.start_of(days_of(found)[1] + DAY), period=PERIOD),)


async def start(town: Town, person: str) -> Driver:
    """Home, then one's own check."""
    await p.go_home(town, person)
    return await p.press(town, person, CASE)


def asked(who: Driver) -> list[str]:
    """The questions on the page in front of somebody."""
    return [block["block_id"] for block in (who.modal or {})["blocks"] if block["type"] == "input"]


async def answer_page(town: Town, who: Driver, answer: str = "1", **other: str) -> None:
    """Choose the same everywhere on a page but where something else is said, and go on."""
    chosen = {key: "male" if key == "sex" else answer for key in asked(who)}
    await who.submit({**chosen, **other})
    await town.sandbox.quiet()
    assert who.trouble is None
    assert not who.errors


async def answer_pages(town: Town, who: Driver, count: int = 7, **other: str) -> None:
    """So many pages in a row."""
    for _ in range(count):
        await answer_page(town, who, **{key: value for key, value in other.items() if key in asked(who)})


async def send(town: Town, who: Driver) -> None:
    """The last tap."""
    await who.submit()
    await town.sandbox.quiet()
