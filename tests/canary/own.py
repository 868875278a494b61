"""The part of the story in which somebody asks for a correction of their records, on paper too, and is answered."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.journeys import people as p

CHOSEN = ("subjects",)
UNSPECIFIC = {  # words of the program's own, and a day
    "own_records.send/what", "own_records.save_answer/outcome",
    *(f"own_records.enter/{field}" for field in ("what", "way", "received")),
}  # fmt: skip

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def ask(town: Town, person: str, send: Send) -> None:
    """From one's own records to the answer of the administrator."""
    await p.go_home(town, person)
    await p.press(town, person, "own_records.show")
    await send(await p.press(town, person, "own_records.ask"), {})
    await p.go_home(town, p.ADMINISTRATOR)
    desk = await p.press(town, p.ADMINISTRATOR, "own_records.case")
    if "home.swear" in str(desk.modal):
        await p.press(town, p.ADMINISTRATOR, "home.swear")
    await send(await p.press(town, p.ADMINISTRATOR, "own_records.answer"), {})
    await p.slot(town)
    await p.go_home(town, p.ADMINISTRATOR)
    await p.press(town, p.ADMINISTRATOR, "own_records.log")
    await send(await p.press(town, p.ADMINISTRATOR, "own_records.entering"), {"received": "2026-09-01"})
