"""Brings in whom another vendor's check advised to have the interview, whole or not at all (S8)."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from io import StringIO

from bot.effects import apply
from bot.errors import Misconfigured
from bot.handlers.registry import FLOWS
from bot.handlers.stress_check.rules.imported import Notified, bring_in, names_nobody, period_of
from bot.handlers.stress_check.rules.moves import CHECK, FLOW
from bot.handlers.stress_check.rules.rounds import check_id
from bot.rules.cases import Case
from bot.rules.people import Role
from bot.store.ledger import UnitLedger
from bot.store.unit import Store, Unit

NEEDED, OPTIONAL = ("person", "notified_on"), ("advised",)
ADVISED = {"yes": True, "no": False}

Lines = Mapping[int, Notified]


def bring_in_file(store: Store, raw: bytes) -> int:
    """How many people were entered; the audit log has each. `advised` is yes where the file has no such column.

    Raises Misconfigured with a sentence for every mistake, by its line and naming nobody; then nobody is entered.
    """
    lines = read(raw)
    mistakes = store.run_now(lambda unit: _all_or_nothing(unit, lines))
    if mistakes:
        raise Misconfigured(mistakes)
    return len(lines)


def read(raw: bytes) -> Lines:
    """The lines of a CSV file in UTF-8 (Excel's mark is allowed), by their numbers. Raises Misconfigured."""
    try:
        rows = csv.DictReader(StringIO(raw.decode("utf-8-sig"), newline=""), strict=True)
        cells = [(rows.line_num, row) for row in rows]
    except UnicodeDecodeError:
        raise Misconfigured(["line 1: the file is not UTF-8; save it as `CSV UTF-8`"]) from None
    except csv.Error:
        raise Misconfigured(["the file cannot be read as CSV; is a quotation mark not closed?"]) from None
    header = [str(name).strip() for name in rows.fieldnames or ()]
    if sorted(header) not in (sorted(NEEDED), sorted((*NEEDED, *OPTIONAL))):
        raise Misconfigured([f"line 1: the columns must be {', '.join(NEEDED)}, and {OPTIONAL[0]} if you like"])
    mistakes: list[str] = []
    lines: dict[int, Notified] = {}
    for number, row in cells:
        found = _line({str(key).strip(): value for key, value in row.items()})
        if isinstance(found, str):
            mistakes.append(f"line {number}: {found}")
        else:
            lines[number] = found
    if mistakes or not lines:
        raise Misconfigured(mistakes or ["line 2: there is nobody in the file"])
    return lines


def _line(row: Mapping[str, object]) -> Notified | str:
    """What a line says, or what is wrong with it."""
    cells = [row.get(name, "yes" if name in OPTIONAL else None) for name in (*NEEDED, *OPTIONAL)]
    if "None" in row or not all(isinstance(cell, str) for cell in cells):
        return "has too many or too few cells"
    person, notified_on, advised = (str(cell).strip() for cell in cells)
    if advised not in ADVISED:
        return "advised must be yes or no"
    try:
        return Notified(person, date.fromisoformat(notified_on), ADVISED[advised])
    except ValueError:
        return "notified_on is not a date like 2026-11-02"


def _all_or_nothing(unit: Unit, lines: Lines) -> list[str]:
    mistakes = list(_mistakes(unit, lines))
    if not mistakes:
        reminds = names_nobody(list(lines.values()))
        for found in lines.values():
            _bring_in(unit, found, reminds)
    return mistakes


def _mistakes(unit: Unit, lines: Lines) -> Iterator[str]:
    people, ledger, today = unit.roster.people(), UnitLedger(unit), unit.house.office.day(unit.now)
    seen: set[str] = set()
    for number, found in lines.items():
        row = people.get(found.person)
        if row is None or row.left:
            yield f"line {number}: is nobody on the roster"
        elif found.person in seen:
            yield f"line {number}: stands in the file twice"
        elif found.on > today:
            yield f"line {number}: notified_on is still to come"
        elif ledger.case(check_id(found.person, period_of(found.on), ledger)) is not None:
            yield f"line {number}: has a check of that year already"
        seen.add(found.person)


def _bring_in(unit: Unit, found: Notified, reminds: bool) -> None:
    """One act of the host's operator (E4)."""
    ledger, row, flows = UnitLedger(unit), unit.roster.people()[found.person], {flow.name: flow for flow in FLOWS}
    period = period_of(found.on)
    case = Case(
        id=check_id(found.person, period, ledger), flow=FLOW, kind=CHECK.kind, state="", rev=0, period=period,
        opened_month=unit.house.office.month(unit.now), policy_version=unit.house.policy.version,
    )  # fmt: skip
    after = apply(unit, flows, flows[FLOW], case, bring_in(found, row, reminds, case, ledger, unit.now))
    unit.audit.append(
        actor="operator", hat=Role.OPERATOR, act="import", obj=after.id, outcome="done", rev=after.rev, digest=b""
    )
