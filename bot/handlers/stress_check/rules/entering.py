"""On paper: the clerk notes the sealed envelope, and only the joint clerk opens it and enters the sheet (S3)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.errors import Refused
from bot.handlers.stress_check.rules.moves import CLOSING, HANDED_IN, INVITED, OPEN
from bot.handlers.stress_check.rules.rounds import round_of
from bot.handlers.stress_check.rules.sheets import ANSWERS, EXTRA, SEX, Part, open_items, scored, with_part
from bot.handlers.stress_check.rules.taking import PAPER, QUIET, TAKING
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger

ENTRY, HANDED_IN_ON = "entry", "handed_in_on"
"""A sheet that is being entered is kept apart: what its person had begun on the screen never mixes with it."""


def hand_in(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The sealed envelope is here; what is in it the clerk does not learn (Aku 7(3))."""
    if case.state != INVITED or not _in(case, ledger, OPEN):
        return Refused("stress-taken-moved")
    return Decision(act="hand_in", body={**case.body, HANDED_IN_ON: ledger.office.day(now).isoformat()})


def not_handed_in(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """It was somebody else's, or goes back unopened; only while its person can still answer."""
    if case.state != HANDED_IN or not _in(case, ledger, OPEN):
        return Refused("stress-taken-moved")
    return Decision(act="not_handed_in", body=_without(case.body, HANDED_IN_ON, ENTRY))


def entry_of(case: Case) -> Mapping[str, Any]:
    """What of the sheet is entered so far."""
    found: Mapping[str, Any] = case.body.get(ENTRY, {})
    return found


def save_entry(part: Part, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """A page of the sheet is kept."""
    found = _to_enter(case, ledger)
    if isinstance(found, Refused):
        return found
    entry = with_part(entry_of(case), part, found.body["added"])
    return Decision(act="save_entry", body={**case.body, ENTRY: entry})


def enter(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The whole sheet, scored like every other; it was answered when it was handed in (S3, Aku 8)."""
    found = _to_enter(case, ledger)
    if isinstance(found, Refused):
        return found
    sheet = entry_of(case)
    if open_items(sheet, found.body["added"]):
        return Refused("stress-taking-open-items")
    kept = _without(case.body, ENTRY, QUIET, ANSWERS, EXTRA, SEX)
    taken = {**kept, **sheet, **scored(sheet, found.body["method"]), PAPER: True, "taken_on": case.body[HANDED_IN_ON]}
    return Decision(act="enter", body=taken, cancels=(TAKING,))


def set_aside(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """After the last day a sheet is not whole: nothing is made up for it, so it counts as not taken (Aku 8, S3)."""
    if case.state != HANDED_IN or not _in(case, ledger, CLOSING):
        return Refused("stress-enter-moved")
    return Decision(act="set_aside", ends_route=True)


def _to_enter(case: Case, ledger: Ledger) -> Case | Refused:
    """The round of an envelope that waits to be entered."""
    found = round_of(case.period, ledger)
    if case.state != HANDED_IN or found is None or found.state not in (OPEN, CLOSING):
        return Refused("stress-enter-moved")
    return found


def _in(case: Case, ledger: Ledger, state: str) -> bool:
    found = round_of(case.period, ledger)
    return found is not None and found.state == state


def _without(body: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key not in keys}
