"""Harassment as the rest of the house knows it: the tables of its acts, joined."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.handlers.blocks import Block
from bot.handlers.flow import Action, Click, Field, Holding, Waiting, joined
from bot.handlers.harassment import home as homes
from bot.handlers.harassment.listeners import affected as affected_people
from bot.handlers.harassment.listeners import agreement as agreements
from bot.handlers.harassment.listeners import arranging as arrangements
from bot.handlers.harassment.listeners import aside as asides
from bot.handlers.harassment.listeners import case as cases
from bot.handlers.harassment.listeners import committee as committees
from bot.handlers.harassment.listeners import contact as contacts
from bot.handlers.harassment.listeners import ending as endings
from bot.handlers.harassment.listeners import entry as entries
from bot.handlers.harassment.listeners import guideline as guidelines
from bot.handlers.harassment.listeners import head as heads
from bot.handlers.harassment.listeners import hearing as hearings
from bot.handlers.harassment.listeners import keeping_out as exclusions
from bot.handlers.harassment.listeners import measures as measures_taken
from bot.handlers.harassment.listeners import report as reports
from bot.handlers.harassment.listeners import sheet as sheets
from bot.handlers.harassment.listeners import stopping as stops
from bot.handlers.harassment.rules import (
    affected,
    asking,
    board,
    chair,
    circle,
    confirming,
    contact,
    ending,
    entry,
    guideline,
    head,
    hearing,
    idle,
    measures,
    meeting,
    notices,
    promise,
    sittings,
    terms,
)
from bot.handlers.harassment.rules.moves import FLOW, MOVES
from bot.handlers.harassment.views import held as holdings
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Moves
from bot.rules.duties import Dated, Duty
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.people import Role

# Each with its ACTIONS, FORMS and FIELDS.
LISTENERS = (
    cases, entries, exclusions, stops, endings, contacts, guidelines, sheets, reports, agreements, heads, hearings,
    affected_people, committees, measures_taken, arrangements, asides,
)  # fmt: skip
# Each with its PASSED: kind of deadline -> what it means.
RULES: tuple[object, ...] = (
    entry, ending, contact, guideline, confirming, asking, head, hearing, affected, chair, sittings, measures,
    idle, meeting, promise, terms,
)  # fmt: skip
TOLD = (notices, contact, guideline, head, affected, idle)  # each with its TOLD: topic of a notice -> who may have it

PASSED: Mapping[str, Passed] = joined(RULES, "PASSED")


class Harassment:
    """The flow of the regulation Aki."""

    name: str = FLOW
    domain: str = "harassment"
    moves: Mapping[str, Moves] = MOVES
    screens: Mapping[str, str] = {
        "consultation": "harassment.case",
        "contact": "harassment.contact",
        "affected": "harassment.affected",
        **dict.fromkeys(("guideline", "reading", "making_known"), "harassment.guideline"),
    }
    kept: Mapping[str, str] = {"consultation": "harassment"}  # K8
    actions: Mapping[str, Action] = joined(LISTENERS, "ACTIONS")
    forms: Mapping[str, Action] = joined(LISTENERS, "FORMS")
    fields: Sequence[Field] = tuple(field for module in LISTENERS for field in module.FIELDS)
    scheduled: Mapping[str, tuple[Act, str]] = {kind: (passed.act, passed.obj) for kind, passed in PASSED.items()}
    told: Mapping[str, tuple[Sequence[Role], str]] = joined(TOLD, "TOLD")

    def facts(self, case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
        """Who has the case in hand in its state, and who is kept out of it (Aki 11); of other kinds nothing."""
        return circle.facts(case, person, hat, ledger, now) if case.kind == "consultation" else {}

    def plan(self, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return guideline.plan(ledger, now)

    def on_deadline(self, case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
        return PASSED[deadline.kind].decide(case, deadline, ledger, now)

    def on_roster(self, case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return terms.on_roster(case, ledger, now)

    def home(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
        return homes.home(click, ledger, hats)

    def waiting(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
        return homes.waiting(click, ledger, hats)

    def duties(self, ledger: Ledger, now: datetime) -> Sequence[Duty]:
        return board.duties(ledger, now)

    def dates(self, ledger: Ledger, first: date, last: date) -> Sequence[Dated]:
        return board.dates(ledger, first, last)

    def held(self, click: Click, ledger: Ledger) -> Sequence[Holding]:
        return holdings.everything(click, ledger, self.screens)
