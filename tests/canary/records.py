"""The records' part of the story: one with words that were agreed to, and an external adviser's report."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.unit import Unit
from tests.journeys import people as p

Send = Callable[[Driver, Mapping[str, Any]], Awaitable[Any]]


async def write_down(town: Town, supporter: str, send: Send) -> None:
    """The asker lets words into the record; then the matter ends, and so does one with an adviser."""
    await p.open_own(town, supporter)
    await p.press(town, supporter, "peer_support.more")
    asked = await p.press(town, supporter, "peer_support.record_consent")
    await send(asked, {"fields": ["subtopic", "text"]})
    await p.open_own(town, p.ASKER)
    question = await p.press(town, p.ASKER, "peer_support.question")
    await send(question, {"fields": ["subtopic", "text"]})
    await p.open_own(town, supporter)
    await send(await p.press(town, supporter, "peer_support.end"), {})

    await town.program.store.run(_checked)
    await p.go_home(town, "U0SAITO")
    asker = await p.press(town, "U0SAITO", "peer_support.start")
    await send(asker, {"supporter": p.option(asker.modal or {}, "supporter", "木村 奈緒")})
    await p.slot(town)
    await p.accept(town, p.ADVISER)
    await p.open_own(town, p.ADVISER)
    await send(await p.press(town, p.ADVISER, "peer_support.end"), {})
    await p.slot(town)
    await p.open_notice(town, p.WELFARE_HEAD)


def _checked(unit: Unit) -> None:
    """The second person has looked at the adviser's account (P2)."""
    held = unit.roster.held_by(p.ADVISER)
    unit.roster.save_appointments(replace(a, checked_on=date(2026, 9, 1)) for a in held)
