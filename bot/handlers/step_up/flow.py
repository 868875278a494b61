"""The second factor as the rest of the house knows it: a small matter of its own for each person who has one."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.handlers.blocks import Block
from bot.handlers.flow import Action, Click, Field, Holding, Waiting
from bot.handlers.step_up import listeners, views
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Move, Moves
from bot.rules.duties import Dated, Duty
from bot.rules.ledger import Ledger
from bot.rules.people import Role
from bot.rules.step_up import CODE, FLOW

MOVES = Moves(
    FLOW,
    CODE,
    (
        Move("", "enrol", "enrolled", "G5"),
        Move("enrolled", "enrol", "enrolled", "G5"),
        Move("enrolled", "enter", "enrolled", "G5"),
        Move("enrolled", "mistype", "enrolled", "G5"),
    ),
)


class StepUp:
    """It has no deadlines, sends nothing, and has no place on Home: it appears where it is needed."""

    name: str = FLOW
    domain: str = "system"
    moves: Mapping[str, Moves] = {CODE: MOVES}
    screens: Mapping[str, str] = {CODE: "step_up.ask"}
    kept: Mapping[str, str] = {}
    actions: Mapping[str, Action] = listeners.ACTIONS
    forms: Mapping[str, Action] = listeners.FORMS
    fields: Sequence[Field] = listeners.FIELDS
    scheduled: Mapping[str, tuple[Act, str]] = {}
    told: Mapping[str, tuple[Sequence[Role], str]] = {}

    def facts(self, case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
        return {}

    def plan(self, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return ()

    def on_deadline(self, case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
        return None

    def on_roster(self, case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return ()

    def home(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
        return ()

    def waiting(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
        return Waiting()

    def duties(self, ledger: Ledger, now: datetime) -> Sequence[Duty]:
        return ()

    def dates(self, ledger: Ledger, first: date, last: date) -> Sequence[Dated]:
        return ()

    def held(self, click: Click, ledger: Ledger) -> Sequence[Holding]:
        return views.held(click, ledger)
