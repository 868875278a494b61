"""Peer support as the rest of the house knows it: the tables of its acts, joined."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from bot.handlers.blocks import Block
from bot.handlers.flow import Action, Click, Field, Waiting
from bot.handlers.peer_support.home import home, waiting
from bot.handlers.peer_support.listeners import case as cases
from bot.handlers.peer_support.listeners import month as months
from bot.handlers.peer_support.listeners import request as requests
from bot.handlers.peer_support.rules import month, request
from bot.handlers.peer_support.rules.moves import FLOW, MOVES
from bot.handlers.peer_support.rules.passed import Passed
from bot.handlers.peer_support.rules.sight import sight
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Moves
from bot.rules.ledger import Ledger
from bot.rules.people import Role

T = TypeVar("T")

LISTENERS = (requests, cases, months)  # each with its ACTIONS, FORMS and FIELDS
RULES = (request, month)  # each with its PASSED: kind of deadline -> what it means
TOLD = (request, month)  # each with its TOLD: topic of a notice -> who may have it


def _joined(tables: Sequence[Mapping[str, T]]) -> dict[str, T]:
    """The tables as one. Raises ValueError for a key that stands in two."""
    joined = {key: value for table in tables for key, value in table.items()}
    if len(joined) != sum(map(len, tables)):
        raise ValueError(f"a key stands in two tables: {sorted(joined)}")
    return joined


def _tables(modules: Sequence[Any], name: str) -> list[Any]:
    return [getattr(module, name) for module in modules]


PASSED: Mapping[str, Passed] = _joined(_tables(RULES, "PASSED"))


class PeerSupport:
    """The flow of the regulation Yam."""

    name: str = FLOW
    domain: str = "peer"
    moves: Mapping[str, Moves] = MOVES
    screens: Mapping[str, str] = {"request": "peer_support.case", "month": "peer_support.month"}
    actions: Mapping[str, Action] = _joined(_tables(LISTENERS, "ACTIONS"))
    forms: Mapping[str, Action] = _joined(_tables(LISTENERS, "FORMS"))
    fields: Sequence[Field] = tuple(field for module in LISTENERS for field in module.FIELDS)
    scheduled: Mapping[str, tuple[Act, str]] = {kind: (passed.act, passed.obj) for kind, passed in PASSED.items()}
    told: Mapping[str, tuple[Sequence[Role], str]] = _joined(_tables(TOLD, "TOLD"))

    def facts(self, case: Case, person: str, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
        """A sent month was handed in and names nobody; a request is open to whom it was given (Yam 9, 10(2)(3))."""
        if case.kind == "request":
            open_to = bool(sight(case, person, ledger, now))
            return {"assigned": open_to, "consented": open_to}
        handed_in = case.kind == month.MONTH and case.state == "sent"
        return {"submitted": handed_in, "identity_free": handed_in}

    def plan(self, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return month.plan(ledger, now)

    def on_deadline(self, case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
        return PASSED[deadline.kind].decide(case, deadline, ledger, now)

    def on_roster(self, case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return request.on_roster(case, ledger, now)

    def home(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
        return home(click, ledger, hats)

    def waiting(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
        return waiting(click, ledger, hats)
