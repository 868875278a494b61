"""Prints what is held about one person for their own hands; the log of requests has it, and who can hears of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from uuid import uuid4

from bot import prints
from bot.commands.prints import ONE_OF, file_name, make_private, noted, say_in, write
from bot.effects import apply
from bot.errors import Misconfigured
from bot.handlers.flow import Click, Holding
from bot.handlers.own_records.rules.entered import numbered
from bot.handlers.own_records.rules.moves import FLOW
from bot.handlers.own_records.rules.request import printed
from bot.handlers.own_records.views.entered import on_paper
from bot.handlers.own_records.views.records import afterwards
from bot.handlers.registry import FLOWS
from bot.rules.cases import Case
from bot.rules.people import Principal
from bot.store.ledger import UnitLedger
from bot.store.unit import Store, Unit
from bot.words import Words


@dataclass(frozen=True)
class Sheet:
    """Whose it is, what it is, what is held, what becomes of it, and the day on which it was printed."""

    name: str
    about: str
    held: Sequence[Holding]
    afterwards: Sequence[str]
    day: date


def print_own(store: Store, folder: Path, person: str, language: str) -> Path:
    """Write all that the flows hold about `person` (Aku 18); gives the file's path, which does not name them.

    `person` may also be the number of a request that was entered for somebody without an account: then it and its
    answer are written. Raises Misconfigured when the folder can be read by others or for who is not on the roster,
    StoreFailed.
    """
    make_private(folder)
    house = store.house
    say = partial(say_in, Words.load(house.office.zone), language, house.policy)

    def work(unit: Unit) -> Sheet | None:
        reader = Click(Principal(person, house.team), language, unit.now, "", say, _no_button)
        return _of_a_person(reader, unit) or _of_a_request(reader, unit)

    sheet = store.run_now(work)
    if sheet is None:
        raise Misconfigured([f"{person}: is not on the roster, and no request that was entered has this number"])
    text = prints.render("own", language, say, **vars(sheet))
    return write(folder, file_name("own", sheet.day, language, ONE_OF), text)


def _of_a_person(reader: Click, unit: Unit) -> Sheet | None:
    """All that is held about somebody on the roster."""
    person, ledger = reader.who.person, UnitLedger(unit)
    row = unit.roster.person(person)
    if row is None:
        return None
    held = [one for flow in FLOWS for one in flow.held(reader, ledger)]
    _enter(unit, person)
    return Sheet(row.name, reader.say("print-own-about"), held, afterwards(reader, unit.house.policy), _today(unit))


def _of_a_request(reader: Click, unit: Unit) -> Sheet | None:
    """An entered request and its answer; it is in the log of requests already, and nobody could be told."""
    ledger = UnitLedger(unit)
    case = numbered(reader.who.person, ledger)
    if case is None:
        return None
    noted(unit, case.id)
    last = reader.say("own_records-after-entered", kept=ledger.policy.own_records.kept_days)
    about = reader.say("print-own-request-about")
    return Sheet(case.identity["caller"], about, [on_paper(reader, case, ledger)], [last], _today(unit))


def _today(unit: Unit) -> date:
    return unit.house.office.day(unit.now)


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
