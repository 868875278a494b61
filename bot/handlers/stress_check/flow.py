"""The stress check as the rest of the house knows it: the tables of its acts, joined."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.handlers.blocks import Block
from bot.handlers.flow import Action, Click, Field, Holding, Waiting, joined
from bot.handlers.stress_check import home as homes
from bot.handlers.stress_check import home_interview
from bot.handlers.stress_check.listeners import actions as improvements
from bot.handlers.stress_check.listeners import analysis as analyses
from bot.handlers.stress_check.listeners import arranging as arranged
from bot.handlers.stress_check.listeners import doors as opened
from bot.handlers.stress_check.listeners import entering as entered
from bot.handlers.stress_check.listeners import figures as numbers
from bot.handlers.stress_check.listeners import interview as interviews
from bot.handlers.stress_check.listeners import measures as measured
from bot.handlers.stress_check.listeners import opinion as opinions
from bot.handlers.stress_check.listeners import picture as drawn
from bot.handlers.stress_check.listeners import results as delivered
from bot.handlers.stress_check.listeners import review as reviewed
from bot.handlers.stress_check.listeners import round as planned
from bot.handlers.stress_check.listeners import slip as slips
from bot.handlers.stress_check.listeners import taking as taken
from bot.handlers.stress_check.listeners import wishes as wished
from bot.handlers.stress_check.rules import (
    actions,
    analysis,
    board,
    calling,
    gathering,
    interview,
    measures,
    opinion,
    picture,
    planning,
    results,
    review,
    taking,
    wishes,
)
from bot.handlers.stress_check.rules.moves import FLOW, INTERVIEW, MOVES
from bot.handlers.stress_check.views import held as holdings
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Moves
from bot.rules.duties import Dated, Duty
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.people import Role

# Each with its ACTIONS, FORMS and FIELDS.
LISTENERS = (
    planned,
    taken,
    entered,
    analyses,
    improvements,
    numbers,
    reviewed,
    delivered,
    opened,
    wished,
    interviews,
    arranged,
    opinions,
    measured,
    slips,
    drawn,
)
# Each with its PASSED: kind of deadline -> what it means.
RULES: tuple[object, ...] = (
    planning,
    calling,
    gathering,
    taking,
    analysis,
    actions,
    review,
    results,
    wishes,
    interview,
    opinion,
    measures,
)
TOLD: tuple[object, ...] = (
    planning,
    gathering,
    taking,
    analysis,
    actions,
    review,
    results,
    wishes,
    interview,
    measures,
    picture,
)  # each with its TOLD: topic of a notice -> who may have it

PASSED: Mapping[str, Passed] = joined(RULES, "PASSED")


class StressCheck:
    """The flow of the regulation Aku."""

    name: str = FLOW
    domain: str = "stress"
    moves: Mapping[str, Moves] = MOVES
    screens: Mapping[str, str] = {
        "round": "stress_check.round",
        "check": "stress_check.case",
        "interview": "stress_check.interview",
        "wish": "stress_check.wish_case",
        "analysis": "stress_check.analysis",
    }
    kept: Mapping[str, str] = {  # Aku 17: what the joint clerk keeps, and what the city was given
        **dict.fromkeys(("round", "check", "wish"), "stress_joint_clerk"),
        **dict.fromkeys(("interview", "analysis"), "stress_affairs"),
    }
    actions: Mapping[str, Action] = joined(LISTENERS, "ACTIONS")
    forms: Mapping[str, Action] = joined(LISTENERS, "FORMS")
    fields: Sequence[Field] = tuple(field for module in LISTENERS for field in module.FIELDS)
    scheduled: Mapping[str, tuple[Act, str]] = {kind: (passed.act, passed.obj) for kind, passed in PASSED.items()}
    told: Mapping[str, tuple[Sequence[Role], str]] = joined(TOLD, "TOLD")

    def facts(self, case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
        """What only an interview or a group analysis can tell of somebody (Aku 11(2)(4), 16(1))."""
        if case.kind == INTERVIEW.kind:
            return interview.facts(case, person, hat, ledger, now)
        return analysis.facts(case, ledger, now)

    def plan(self, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return planning.plan(ledger, now)

    def on_deadline(self, case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
        return PASSED[deadline.kind].decide(case, deadline, ledger, now)

    def on_roster(self, case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return interview.on_roster(case, ledger, now) if case.kind == INTERVIEW.kind else ()

    def home(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
        return homes.home(click, ledger, hats)

    def waiting(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
        days = home_interview.waiting(click, ledger, hats)
        return Waiting(
            [*homes.duties(click, ledger, hats).duties, *days.duties], [*homes.own(click, ledger), *days.own]
        )

    def duties(self, ledger: Ledger, now: datetime) -> Sequence[Duty]:
        return board.duties(ledger, now, self.kept)

    def dates(self, ledger: Ledger, first: date, last: date) -> Sequence[Dated]:
        return board.dates(ledger, first, last)

    def held(self, click: Click, ledger: Ledger) -> Sequence[Holding]:
        return holdings.everything(click, ledger, self.screens)
