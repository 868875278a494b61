"""Prints what is held about one person for their own hands; the log of requests has it, and the person hears of it."""

from functools import partial
from pathlib import Path
from uuid import uuid4

from bot import prints
from bot.commands.prints import ONE_OF, file_name, make_private, noted, say_in, write
from bot.effects import apply
from bot.errors import Misconfigured
from bot.handlers.flow import Click, Holding
from bot.handlers.own_records.rules.moves import FLOW
from bot.handlers.own_records.rules.request import printed
from bot.handlers.own_records.views.records import afterwards
from bot.handlers.registry import FLOWS
from bot.rules.cases import Case
from bot.rules.people import Principal
from bot.store.ledger import UnitLedger
from bot.store.unit import Store, Unit
from bot.words import Words


def print_own(store: Store, folder: Path, person: str, language: str) -> Path:
    """Write all that the flows hold about `person` (Aku 18); gives the file's path, which does not name them.

    Raises Misconfigured when the folder can be read by others or for who is not on the roster, StoreFailed.
    """
    make_private(folder)
    house = store.house
    say = partial(say_in, Words.load(house.office.zone), language, house.policy)

    def work(unit: Unit) -> tuple[Click, str, list[Holding]] | None:
        row = unit.roster.person(person)
        if row is None:
            return None
        reader = Click(Principal(person, house.team), language, unit.now, "", say, _no_button)
        held = [one for flow in FLOWS for one in flow.held(reader, UnitLedger(unit))]
        _enter(unit, person)
        return reader, row.name, held

    found = store.run_now(work)
    if found is None:
        raise Misconfigured([f"{person}: is not on the roster"])
    reader, name, held = found
    day = house.office.day(reader.now)
    sheet = prints.render(
        "own", language, say, name=name, held=held, afterwards=afterwards(reader, house.policy), day=day
    )
    return write(folder, file_name("own", day, language, ONE_OF), sheet)


def _enter(unit: Unit, person: str) -> None:
    """Into the log of requests, with a message to the person and a line in the audit log; the host's operator acts."""
    house, flow = unit.house, next(flow for flow in FLOWS if flow.name == FLOW)
    case = Case(
        id=uuid4().hex, flow=FLOW, kind="", state="", rev=0,
        opened_month=house.office.month(unit.now), policy_version=house.policy.version,
    )  # fmt: skip
    after = apply(unit, {flow.name: flow}, flow, case, printed(person, case, UnitLedger(unit), unit.now))
    noted(unit, after.id)


def _no_button(kind: str, row: str = "", rev: int = 0) -> str:
    """On paper nothing can be pressed."""
    return ""
