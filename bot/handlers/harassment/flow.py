"""Harassment as the rest of the house knows it: the tables of its acts, joined."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.handlers.blocks import Block
from bot.handlers.flow import Action, Click, Field, Waiting, joined
from bot.handlers.harassment import home as homes
from bot.handlers.harassment.listeners import case as cases
from bot.handlers.harassment.rules import circle, notices
from bot.handlers.harassment.rules.moves import FLOW, MOVES
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Moves
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.people import Role

LISTENERS = (cases,)  # each with its ACTIONS, FORMS and FIELDS
RULES: tuple[object, ...] = ()  # each with its PASSED: kind of deadline -> what it means
TOLD = (notices,)  # each with its TOLD: topic of a notice -> who may have it

PASSED: Mapping[str, Passed] = joined(RULES, "PASSED")


class Harassment:
    """The flow of the regulation Aki."""

    name: str = FLOW
    domain: str = "harassment"
    moves: Mapping[str, Moves] = MOVES
    screens: Mapping[str, str] = {"consultation": "harassment.case"}
    actions: Mapping[str, Action] = joined(LISTENERS, "ACTIONS")
    forms: Mapping[str, Action] = joined(LISTENERS, "FORMS")
    fields: Sequence[Field] = tuple(field for module in LISTENERS for field in module.FIELDS)
    scheduled: Mapping[str, tuple[Act, str]] = {kind: (passed.act, passed.obj) for kind, passed in PASSED.items()}
    told: Mapping[str, tuple[Sequence[Role], str]] = joined(TOLD, "TOLD")

    def facts(self, case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
        """Who has the case in hand in its state, and who is kept out of it (Aki 11)."""
        return circle.facts(case, person, hat, ledger, now)

    def plan(self, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return ()

    def on_deadline(self, case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
        return PASSED[deadline.kind].decide(case, deadline, ledger, now)

    def on_roster(self, case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return ()

    def home(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
        return homes.home(click, ledger, hats)

    def waiting(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
        return homes.waiting(click, ledger, hats)
