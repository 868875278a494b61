"""Peer support as the rest of the house knows it: the tables of its acts, joined."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.handlers.blocks import Block
from bot.handlers.flow import Action, Click, Field, Holding, Waiting, joined
from bot.handlers.peer_support.home import home, waiting
from bot.handlers.peer_support.listeners import advice as advices
from bot.handlers.peer_support.listeners import adviser_report as reports
from bot.handlers.peer_support.listeners import away as aways
from bot.handlers.peer_support.listeners import case as cases
from bot.handlers.peer_support.listeners import choice as choices
from bot.handlers.peer_support.listeners import consent as agreements
from bot.handlers.peer_support.listeners import contact as contacts
from bot.handlers.peer_support.listeners import draft as drafts
from bot.handlers.peer_support.listeners import month as months
from bot.handlers.peer_support.listeners import note as notes
from bot.handlers.peer_support.listeners import own as owns
from bot.handlers.peer_support.listeners import practice as practices
from bot.handlers.peer_support.listeners import referral as referrals
from bot.handlers.peer_support.listeners import request as requests
from bot.handlers.peer_support.listeners import talk as talks
from bot.handlers.peer_support.rules import (
    advice,
    adviser_report,
    away,
    board,
    consents,
    contact,
    draft,
    held,
    idle,
    month,
    practice,
    referral,
    reminders,
    request,
    talk,
)
from bot.handlers.peer_support.rules.moves import FLOW, MOVES
from bot.handlers.peer_support.rules.sight import sight
from bot.handlers.peer_support.views import own
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Moves
from bot.rules.duties import Dated, Duty
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.people import Role

# Each with its ACTIONS, FORMS and FIELDS.
LISTENERS = (
    choices, requests, aways, cases, months, talks, notes, contacts, owns, agreements, referrals, drafts, advices,
    practices, reports,
)  # fmt: skip
# Each with its PASSED: kind of deadline -> what it means.
RULES = (
    request, reminders, away, month, talk, contact, idle, consents, referral, draft, advice, adviser_report, practice,
)  # fmt: skip
# Each with its TOLD: topic of a notice -> who may have it.
TOLD = (request, month, talk, contact, advice, adviser_report)


PASSED: Mapping[str, Passed] = joined(RULES, "PASSED")


class PeerSupport:
    """The flow of the regulation Yam."""

    name: str = FLOW
    domain: str = "peer"
    moves: Mapping[str, Moves] = MOVES
    screens: Mapping[str, str] = {
        "request": "peer_support.case",
        "month": "peer_support.month",
        "adviser_report": "peer_support.adviser_report",
        "draft": "peer_support.draft",
        "contact": "peer_support.contact",
        "advice": "peer_support.advice_case",
        "practice": "peer_support.practice",
    }
    kept: Mapping[str, str] = {"month": "peer", "adviser_report": "peer"}  # Yam 11
    actions: Mapping[str, Action] = joined(LISTENERS, "ACTIONS")
    forms: Mapping[str, Action] = joined(LISTENERS, "FORMS")
    fields: Sequence[Field] = tuple(field for module in LISTENERS for field in module.FIELDS)
    scheduled: Mapping[str, tuple[Act, str]] = {kind: (passed.act, passed.obj) for kind, passed in PASSED.items()}
    told: Mapping[str, tuple[Sequence[Role], str]] = joined(TOLD, "TOLD")

    def facts(self, case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
        """A sent month was handed in and names nobody; a request is open to whom it was given (Yam 9, 10(2)(3))."""
        if case.kind == "request":
            open_to = bool(sight(case, person, ledger, now))
            return {"assigned": open_to, "consented": open_to}
        if case.kind == advice.ADVICE:
            return advice.facts(case, person)
        handed_in = case.kind in {month.MONTH, adviser_report.ADVISER_REPORT} and case.state == "sent"
        return {"submitted": handed_in, "identity_free": handed_in}

    def plan(self, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return month.plan(ledger, now)

    def on_deadline(self, case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
        return PASSED[deadline.kind].decide(case, deadline, ledger, now)

    def on_roster(self, case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return (*request.on_roster(case, ledger, now), *away.on_roster(case, ledger, now))

    def home(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
        return home(click, ledger, hats)

    def waiting(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
        return waiting(click, ledger, hats)

    def duties(self, ledger: Ledger, now: datetime) -> Sequence[Duty]:
        return board.duties(ledger, now)

    def dates(self, ledger: Ledger, first: date, last: date) -> Sequence[Dated]:
        return board.dates(ledger, first, last)

    def held(self, click: Click, ledger: Ledger) -> Sequence[Holding]:
        return own.everything(click, held.everything(click.who.person, ledger, click.now), ledger, self.screens)
