"""The roster as the rest of the house knows it: the tables of its acts, joined."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.handlers.blocks import Block
from bot.handlers.flow import Action, Click, Field, Holding, Waiting, joined
from bot.handlers.roster import doors, home
from bot.handlers.roster.listeners import appointment as appointments
from bot.handlers.roster.listeners import directory as directories
from bot.handlers.roster.listeners import key_change as key_changes
from bot.handlers.roster.listeners import naming as namings
from bot.handlers.roster.listeners import overview as overviews
from bot.handlers.roster.listeners import thanks as thankings
from bot.handlers.roster.listeners import training as trainings
from bot.handlers.roster.listeners import unit as units
from bot.handlers.roster.rules import announcement, board, gaps, key_change, offices, terms, thanks, training
from bot.handlers.roster.rules.moves import FLOW, MOVES
from bot.handlers.roster.views import held as holdings
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Moves
from bot.rules.duties import Dated, Duty
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.people import Role

# Each with its ACTIONS, FORMS and FIELDS.
LISTENERS: tuple[Any, ...] = (
    units, namings, appointments, overviews, directories, trainings, thankings, key_changes,
)  # fmt: skip
# Each with its PASSED: kind of deadline -> what it means, and its plan.
RULES: tuple[Any, ...] = (terms, gaps, announcement, training, thanks, key_change)
TOLD: tuple[Any, ...] = (training,)  # each with its TOLD: topic of a notice about a case -> who may have it
FACTS: tuple[Any, ...] = (offices,)  # each with its FACTS: kind of case -> what only this flow can tell of it
HOMES: tuple[Any, ...] = (home, doors)  # each with its home and its waiting, in the order in which they stand

PASSED: Mapping[str, Passed] = joined(RULES, "PASSED")
TELLS = joined(FACTS, "FACTS")


class Roster:
    """The flow of who is named to what (Yam 4-8)."""

    name: str = FLOW
    domain: str = "system"
    moves: Mapping[str, Moves] = MOVES
    screens: Mapping[str, str] = {}
    kept: Mapping[str, str] = {}
    actions: Mapping[str, Action] = joined(LISTENERS, "ACTIONS")
    forms: Mapping[str, Action] = joined(LISTENERS, "FORMS")
    fields: Sequence[Field] = tuple(field for module in LISTENERS for field in module.FIELDS)
    scheduled: Mapping[str, tuple[Act, str]] = {kind: (passed.act, passed.obj) for kind, passed in PASSED.items()}
    told: Mapping[str, tuple[Sequence[Role], str]] = joined(TOLD, "TOLD")

    def facts(self, case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
        """What is one's own: for a unit head the own unit, by the kind of case; an appointment is of kind ""."""
        tell = TELLS.get(case.kind)
        return tell(case, person, ledger, now) if tell else {}

    def plan(self, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return tuple(deadline for module in RULES for deadline in module.plan(ledger, now))

    def on_deadline(self, case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
        return PASSED[deadline.kind].decide(case, deadline, ledger, now)

    def on_roster(self, case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return ()

    def home(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
        return tuple(block for module in HOMES for block in module.home(click, ledger, hats))

    def waiting(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
        found = [module.waiting(click, ledger, hats) for module in HOMES]
        return Waiting(
            [block for waiting in found for block in waiting.duties],
            [block for waiting in found for block in waiting.own],
        )

    def duties(self, ledger: Ledger, now: datetime) -> Sequence[Duty]:
        return board.duties(ledger, now)

    def dates(self, ledger: Ledger, first: date, last: date) -> Sequence[Dated]:
        return board.dates(ledger, first, last)

    def held(self, click: Click, ledger: Ledger) -> Sequence[Holding]:
        return holdings.everything(click, ledger)
