"""Payloads as somebody with a doctored client could send them: real ones, changed by hand."""

from typing import Any

from bot.rules.cases import Case, Purpose
from bot.sandbox.town import Town
from bot.store.ledger import UnitLedger

Json = dict[str, Any]


def submission(town: Town, person: str, *, of: str = "") -> Json:
    """What `person` would send by submitting the form that `of` (or they themselves) has open."""
    form = town.sandbox.workspace.state(of or person).modals[-1]
    return town.sandbox.payloads.submission(person, town.sandbox.views.payload(form.view, form.values))


def press(town: Town, person: str, action_id: str, value: Any) -> Json:
    """A press of a button that need not exist, on the Home tab."""
    home = town.sandbox.workspace.state(person).home or {"id": "V0NONE", "type": "home", "hash": "", "blocks": []}
    action = {"type": "button", "block_id": "b", "action_id": action_id, "value": value}
    place = {"container": {"type": "view", "view_id": home["id"]}, "view": home}
    return town.sandbox.payloads.click(person, action, place)


async def send(town: Town, payload: Json) -> Json:
    """Deliver it and wait until everything has settled; gives what the app acknowledged with."""
    answer = await town.sandbox.socket.ask("interactive", payload)
    await town.sandbox.quiet()
    return answer or {}


async def event(town: Town, payload: Json) -> None:
    """Deliver an event and wait until everything has settled."""
    await town.sandbox.socket.ask("events_api", payload, retry_attempt=0, retry_reason="")
    await town.sandbox.quiet()


def value_of(view: Json, action_id: str) -> str:
    """The token in a button that is really there."""
    found = (e for block in view["blocks"] for e in block.get("elements", ()) if e.get("action_id") == action_id)
    return str(next(found)["value"])


async def cases_of(town: Town, person: str, purpose: Purpose = Purpose.REQUESTER) -> list[Case]:
    """The person's open requests, as stored."""

    def work(unit: Any) -> list[Case]:
        return list(UnitLedger(unit).open_cases(person, purpose, "peer_support"))

    return await town.program.store.read(work)


async def waiting(town: Town) -> int:
    """How many messages wait to be sent."""
    return len(await town.program.store.read(lambda unit: unit.outbox.waiting()))
