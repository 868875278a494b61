"""Danger as the rest of the house knows it: one kind of case, serving every flow (Yam 10(4)(2))."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.handlers.blocks import Block
from bot.handlers.danger import home
from bot.handlers.danger.listeners import call as call_listeners
from bot.handlers.danger.listeners import duty as duty_listeners
from bot.handlers.danger.rules import call, fact
from bot.handlers.danger.rules.duty import ON_DUTY, REVIEWERS, kept_out
from bot.handlers.danger.rules.moves import FLOW, KIND, MOVES
from bot.handlers.flow import Action, Click, Field, Holding, Waiting
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Moves
from bot.rules.duties import Dated, Duty
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.people import Role

PASSED: Mapping[str, Passed] = {**call.PASSED, **fact.PASSED}


class Danger:
    """A call for somebody on duty: from the person, or from a supporter of any flow."""

    name: str = FLOW
    domain: str = "system"
    moves: Mapping[str, Moves] = MOVES
    screens: Mapping[str, str] = {KIND: "danger.page"}
    kept: Mapping[str, str] = {}
    actions: Mapping[str, Action] = {**call_listeners.ACTIONS, **duty_listeners.ACTIONS}
    forms: Mapping[str, Action] = {**call_listeners.FORMS, **duty_listeners.FORMS}
    fields: Sequence[Field] = (*call_listeners.FIELDS, *duty_listeners.FIELDS)
    scheduled: Mapping[str, tuple[Act, str]] = {kind: (passed.act, passed.obj) for kind, passed in PASSED.items()}
    told: Mapping[str, tuple[Sequence[Role], str]] = {
        "page": ((Role.EMPLOYEE, *fact.RAISERS, *ON_DUTY), "danger"),
        "review": (REVIEWERS, "danger_fact"),
    }

    def facts(self, case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
        """Who called stays assigned; who has been paged is on call; a screen shows it once and keeps it nowhere."""
        if not case.exists:
            return {}
        paged = person in case.identity.get("paged", ()) and person not in call.raisers_of(case)
        return {
            "own": person == case.requester,
            "assigned": person in call.raisers_of(case),
            "on_call": paged and person not in kept_out(case.requester, ledger),
            "ephemeral": True,
        }

    def plan(self, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return ()

    def on_deadline(self, case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
        return PASSED[deadline.kind].decide(case, deadline, ledger, now)

    def on_roster(self, case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return ()

    def home(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
        return ()

    def waiting(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
        return home.waiting(click, ledger, hats)

    def duties(self, ledger: Ledger, now: datetime) -> Sequence[Duty]:
        return ()

    def dates(self, ledger: Ledger, first: date, last: date) -> Sequence[Dated]:
        return ()

    def held(self, click: Click, ledger: Ledger) -> Sequence[Holding]:
        return home.held(click, ledger)
