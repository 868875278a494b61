"""The digest as the rest of the house knows it: the other flows tell what they count and owe, this one joins it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Action, Click, Field, Flow, Holding, Waiting
from bot.handlers.hr_digest.listeners import board as boards
from bot.handlers.hr_digest.listeners import digest as digests
from bot.handlers.hr_digest.rules import board
from bot.handlers.hr_digest.rules import digest as rules
from bot.handlers.hr_digest.rules.moves import FLOW, MOVES
from bot.handlers.hr_digest.views.board import BOARD, CALENDAR
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Moves
from bot.rules.duties import Dated, Duty
from bot.rules.ledger import Ledger
from bot.rules.people import Role


class HrDigest:
    """The monthly digest (D1) and the board of duties."""

    name: str = FLOW
    domain: str = "system"
    moves: Mapping[str, Moves] = MOVES
    screens: Mapping[str, str] = {"digest": digests.SHOW}
    kept: Mapping[str, str] = {}
    actions: Mapping[str, Action]
    forms: Mapping[str, Action] = {**digests.FORMS, **boards.FORMS}
    fields: Sequence[Field] = (*digests.FIELDS, *boards.FIELDS)
    scheduled: Mapping[str, tuple[Act, str]] = {rules.PUBLISH: (Act.CREATE, "digest")}
    told: Mapping[str, tuple[Sequence[Role], str]] = {"digest": ((Role.DIGEST_READER,), "digest")}

    def __init__(self, others: Sequence[Flow]) -> None:
        """`others` are the flows whose duties and dates are told."""
        self._others = others
        self.actions = {**digests.ACTIONS, **boards.actions((*others, self))}

    def facts(self, case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
        return {}

    def plan(self, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return rules.plan(ledger, now)

    def on_deadline(self, case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
        if case.exists:
            return None  # what was published stays as it is
        first, last = rules.days_ahead(deadline.period, ledger)
        duties = [duty for flow in self._others for duty in flow.duties(ledger, now)]
        dates = [one for flow in self._others for one in flow.dates(ledger, first, last)]
        return rules.publish(deadline.period, duties, dates, ledger, now)

    def on_roster(self, case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return ()

    def home(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
        doors = [
            (digests.LATEST, "hr_digest-button", digests.READERS),
            (BOARD, "hr_digest-board-button", boards.READERS),
            (CALENDAR, "hr_digest-calendar-button", boards.HATS),
        ]
        mine = [(action, words) for action, words, readers in doors if hats & set(readers)]
        return [blocks.actions(*(blocks.button(click.say(w), a, click.token_for(a)) for a, w in mine))] if mine else ()

    def waiting(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
        return Waiting()

    def duties(self, ledger: Ledger, now: datetime) -> Sequence[Duty]:
        return ()

    def dates(self, ledger: Ledger, first: date, last: date) -> Sequence[Dated]:
        return board.dates(ledger, first, last)

    def held(self, click: Click, ledger: Ledger) -> Sequence[Holding]:
        return (Holding(click.say("hr_digest-held")),)  # counts are about nobody
