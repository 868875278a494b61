"""The roster's part of the story: somebody is named, entered, renewed and released, and a room needs nobody."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.sandbox.acts import Tap
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.journeys import people as p

UNIT_HEAD, OTHER_HEAD = "U0MIURA", "U0NAKAMURA"
CHOSEN = ("release_reasons", "exemption_reasons")
DAYS = {
    "roster.named/starts_on", "roster.entered/starts_on", "roster.entered/document_on", "roster.renewed/document_on",
    "roster.released/released_on",
}  # fmt: skip

Send = Callable[[Driver, Mapping[str, str]], Awaitable[Any]]


async def appoint(town: Town, send: Send) -> None:
    """Every form of the roster's naming once; `send` fills in what is not given."""
    await _open(town, OTHER_HEAD, "roster.unit")
    await send(await p.press(town, OTHER_HEAD, "roster.exempt"), {})
    await _open(town, UNIT_HEAD, "roster.unit")
    await send(await p.press(town, UNIT_HEAD, "roster.name"), {})
    await _release(town, UNIT_HEAD, send)

    await _open(town, p.WELFARE_HEAD, "roster.overview")
    who = await p.press(town, p.WELFARE_HEAD, "部外相談員を登録")
    await who.submit({"code": await who.code()})
    await town.sandbox.quiet()
    await send(who, {})
    await _open(town, p.WELFARE_HEAD, "roster.overview")
    who = await p.press(town, p.WELFARE_HEAD, "コーディネーターを登録")
    await send(who, {"person": p.option(who.modal or {}, "person", "岡田 千春")})
    (held,) = [a for a in await _held(town, p.COORDINATOR) if a.role == "coordinator"]
    await send(await p.press_forged(town, p.WELFARE_HEAD, "roster.renew_form", held.id), {})
    await town.step_by(minutes=6)


async def _release(town: Town, head: str, send: Send) -> None:
    """The first of the unit, from today: the unit hears of it in the next slot."""
    who = await _open(town, head, "roster.unit")
    block = next(
        b for b in (who.modal or {})["blocks"] if b.get("accessory", {}).get("action_id") == "roster.appointment"
    )
    await town.sandbox.acts.click(head, Tap("modal", block["block_id"], "roster.appointment"))
    await town.sandbox.quiet()
    today = town.clock.now().astimezone(p.TOKYO).date()
    await send(await p.press(town, head, "roster.release"), {"released_on": today.isoformat()})


async def _open(town: Town, person: str, action: str) -> Driver:
    await p.go_home(town, person)
    who = await p.press(town, person, action)
    if "home.swear" in str(who.modal):
        await p.press(town, person, "home.swear")
    return who


async def _held(town: Town, person: str) -> list[Any]:
    return await town.program.store.read(lambda unit: list(unit.roster.held_by(person)))
