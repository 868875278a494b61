"""Peer support as the rest of the house knows it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.handlers.blocks import Block
from bot.handlers.flow import Action, Click, Field, Waiting
from bot.handlers.peer_support.home import home, waiting
from bot.handlers.peer_support.listeners import month as months
from bot.handlers.peer_support.listeners import request as requests
from bot.handlers.peer_support.rules import month, request
from bot.handlers.peer_support.rules.moves import FLOW, MOVES
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Moves
from bot.rules.ledger import Ledger
from bot.rules.people import HANDLERS, SUPPORTERS, Role

Passed = Callable[[Case, Deadline, Ledger, datetime], Decision | None]

PASSED: Mapping[str, Passed] = {
    request.ANSWER: request.on_answer,
    request.TERM_END: lambda case, deadline, ledger, now: request.on_term_end(case, ledger, now),
    request.FORGET: lambda case, deadline, ledger, now: request.forget(case),
    month.MONTH: lambda case, deadline, ledger, now: month.on_month(deadline, ledger, now),
    month.DRAFT: month.on_draft,
    month.REPORT: month.on_report,
    month.CLOSE: lambda case, deadline, ledger, now: month.on_close(case),
}


class PeerSupport:
    """The flow of the regulation Yam."""

    name: str = FLOW
    domain: str = "peer"
    moves: Mapping[str, Moves] = MOVES
    screens: Mapping[str, str] = {"request": "peer_support.case", "month": "peer_support.month"}
    actions: Mapping[str, Action] = {
        "peer_support.start": requests.start,
        "peer_support.case": requests.open_case,
        "peer_support.accept": requests.accept,
        "peer_support.aside": requests.aside,
        "peer_support.wait": requests.wait,
        "peer_support.choose": requests.choose,
        "peer_support.withdraw": requests.withdraw,
        "peer_support.withdrawn": requests.withdrawn,
        "peer_support.end": requests.end,
        "peer_support.forget": requests.forget,
        "peer_support.write_down": months.write_down,
        "peer_support.month": months.open_month,
        "peer_support.reports": months.reports,
        "peer_support.reports_of": months.reports_of,
    }
    forms: Mapping[str, Action] = {
        "peer_support.request": requests.submit,
        "peer_support.step_aside": requests.step_aside,
        "peer_support.choose_again": requests.choose_again,
        "peer_support.record": months.record,
        "peer_support.send": months.send,
    }
    fields: Sequence[Field] = (
        Field("peer_support.request", "topic", "body"),
        Field("peer_support.request", "supporter", "identity"),
        Field("peer_support.request", "means", "body"),
        Field("peer_support.request", "message", "body"),
        Field("peer_support.step_aside", "reason", "body"),
        Field("peer_support.choose_again", "supporter", "identity"),
        Field("peer_support.record", "month", "nothing"),
        Field("peer_support.record", "activity", "record"),
        Field("peer_support.record", "topic", "record"),
        Field("peer_support.record", "means", "record"),
        Field("peer_support.record", "duration", "record"),
        Field("peer_support.record", "requester", "record"),
    )
    scheduled: Mapping[str, tuple[Act, str]] = {
        request.ANSWER: (Act.NOTIFY, "request"),
        request.TERM_END: (Act.CHANGE, "request"),
        request.FORGET: (Act.CHANGE, "request"),
        month.MONTH: (Act.CREATE, "monthly_report"),
        month.DRAFT: (Act.CREATE, "monthly_report"),
        month.REPORT: (Act.NOTIFY, "monthly_report"),
        month.CLOSE: (Act.CLOSE, "monthly_report"),
    }
    told: Mapping[str, tuple[Sequence[Role], str]] = {
        "case": ((Role.EMPLOYEE, *sorted(HANDLERS)), "request"),
        "month": (tuple(sorted(SUPPORTERS)), "monthly_report"),
        "reports": ((Role.WELFARE_HEAD,), "monthly_report"),
    }

    def facts(self, case: Case, person: str) -> Mapping[str, bool]:
        """A sent month was handed in and names nobody; who was chosen by name has the person's consent (Yam 9)."""
        handed_in = case.kind == month.MONTH and case.state == "sent"
        return {"submitted": handed_in, "identity_free": handed_in, "consented": person in case.handlers}

    def plan(self, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return month.plan(ledger, now)

    def on_deadline(self, case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
        return PASSED[deadline.kind](case, deadline, ledger, now)

    def on_roster(self, case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return request.on_roster(case, ledger, now)

    def home(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
        return home(click, ledger, hats)

    def waiting(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
        return waiting(click, ledger, hats)
