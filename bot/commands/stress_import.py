"""Enters sheets of paper from a file into the round that is open or closing, whole or not at all (S3)."""

from collections.abc import Sequence
from dataclasses import replace

from bot.commands.score import Line, read_lines
from bot.effects import apply
from bot.errors import Misconfigured, Refused
from bot.handlers.registry import FLOWS
from bot.handlers.stress_check.questionnaire import questionnaire
from bot.handlers.stress_check.rules import entering
from bot.handlers.stress_check.rules.moves import CLOSING, FLOW, HANDED_IN, INVITED, OPEN
from bot.handlers.stress_check.rules.rounds import check_of, rounds
from bot.handlers.stress_check.rules.sheets import ANSWERS, EXTRA, SEX, UNSAID
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role
from bot.store.ledger import UnitLedger
from bot.store.unit import Store, Unit


def import_sheets(store: Store, raw: bytes) -> int:
    """How many sheets were entered, each as the joint clerk would have done it by hand; the audit log has each.

    Raises Misconfigured with a sentence for every mistake, by its line and naming nobody; then nothing is entered.
    """

    lines = read_lines(raw, questionnaire(), store.run_now(_added))
    done = store.run_now(lambda unit: _all_or_nothing(unit, lines))
    if isinstance(done, list):
        raise Misconfigured(done)
    return done


def _round(unit: Unit) -> Case | None:
    found = rounds(UnitLedger(unit), unit.now)
    return next((one for one in found if one.state in (OPEN, CLOSING)), None)


def _added(unit: Unit) -> list[str]:
    found = _round(unit)
    return [row["key"] for row in found.body["added"]] if found else []


def _all_or_nothing(unit: Unit, lines: Sequence[Line]) -> int | list[str]:
    found, ledger = _round(unit), UnitLedger(unit)
    if found is None:
        return ["there is no round that is open or closing"]
    awaited = (INVITED, HANDED_IN) if found.state == OPEN else (HANDED_IN,)
    checks = [check_of(line.id, found.period, ledger) for line in lines]
    known = [(line, check) for line, check in zip(lines, checks, strict=True) if check and check.state in awaited]
    strangers = {line.number for line in lines} - {line.number for line, _ in known}
    if strangers:
        return [f"line {number}: is nobody of this round whose sheet is awaited" for number in sorted(strangers)]
    for line, check in known:
        _enter(unit, line, check, ledger)
    return len(known)


def _enter(unit: Unit, line: Line, check: Case, ledger: Ledger) -> None:
    here = _do(unit, check, entering.hand_in(check, ledger, unit.now)) if check.state == INVITED else check
    entry = {ANSWERS: line.sheet.answers, EXTRA: line.extra, SEX: line.sheet.sex or UNSAID}
    whole = replace(here, body={**here.body, entering.ENTRY: entry})
    _do(unit, whole, entering.enter(whole, ledger, unit.now))


def _do(unit: Unit, check: Case, decision: Decision | Refused) -> Case:
    """One act of the host's operator (E4)."""
    if isinstance(decision, Refused):  # the line was looked at before, so this is no mistake of the file
        raise decision
    flows = {flow.name: flow for flow in FLOWS}
    after = apply(unit, flows, flows[FLOW], check, decision)
    unit.audit.append(
        actor="operator", hat=Role.OPERATOR, act=decision.act, obj=check.id, outcome="done", rev=after.rev, digest=b""
    )
    return after
