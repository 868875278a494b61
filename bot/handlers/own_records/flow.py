"""Own records as the rest of the house knows them: the other flows tell what they hold, this one shows it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.handlers.blocks import Block
from bot.handlers.flow import Action, Click, Field, Flow, Holding, Waiting
from bot.handlers.own_records import home as homes
from bot.handlers.own_records.listeners import entered as entries
from bot.handlers.own_records.listeners import request as requests
from bot.handlers.own_records.listeners.records import actions
from bot.handlers.own_records.rules import board, desk
from bot.handlers.own_records.rules.moves import FLOW, MOVES
from bot.handlers.own_records.rules.request import PASSED, TOLD
from bot.handlers.own_records.views.request import holdings
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Moves
from bot.rules.duties import Dated, Duty
from bot.rules.ledger import Ledger
from bot.rules.people import Role


class OwnRecords:
    """What is held about a person, and requests about it (Aku 18)."""

    name: str = FLOW
    domain: str = "system"
    moves: Mapping[str, Moves] = MOVES
    screens: Mapping[str, str] = {"request": "own_records.case"}
    kept: Mapping[str, str] = {}
    actions: Mapping[str, Action]
    forms: Mapping[str, Action] = {**requests.FORMS, **entries.FORMS}
    fields: Sequence[Field] = (*requests.FIELDS, *entries.FIELDS)
    scheduled: Mapping[str, tuple[Act, str]] = {kind: (passed.act, passed.obj) for kind, passed in PASSED.items()}
    told: Mapping[str, tuple[Sequence[Role], str]] = TOLD

    def __init__(self, others: Sequence[Flow]) -> None:
        """`others` are all flows beside this one, in the order in which they are listed."""
        self.actions = {**actions((*others, self)), **requests.ACTIONS, **entries.ACTIONS}

    def facts(self, case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
        return desk.facts(case, person, hat, ledger, now)

    def plan(self, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return ()

    def on_deadline(self, case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
        return PASSED[deadline.kind].decide(case, deadline, ledger, now)

    def on_roster(self, case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return ()

    def home(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
        return homes.home(click, hats)

    def waiting(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
        return homes.waiting(click, ledger, hats)

    def duties(self, ledger: Ledger, now: datetime) -> Sequence[Duty]:
        return tuple(board.duties(ledger, now))

    def dates(self, ledger: Ledger, first: date, last: date) -> Sequence[Dated]:
        return ()

    def held(self, click: Click, ledger: Ledger) -> Sequence[Holding]:
        return holdings(click, ledger)
