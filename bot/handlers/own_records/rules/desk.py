"""Who answers a request: whoever holds the office that the policy names for its subject, never the person themself."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import get_args

from bot.handlers.own_records.rules.moves import FLOW, RECEIVED, REQUEST
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role, holders
from bot.rules.policy_own import Desk

DESKS = tuple(Role(name) for name in get_args(Desk))


def answering(desk: str, person: str, ledger: Ledger, day: date) -> tuple[str, ...]:
    """Who may answer a request of `person` on that day, in the roster's order."""
    found = holders(ledger.appointments(day), {Role(desk)}, day)
    return tuple(one for one in found if one != person)


def facts(case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
    """A request is in the hands of its office; one's own is never answered by oneself."""
    if not case.identity:
        return {}
    return {"assigned": hat == case.body["answered_by"] and person != case.requester}


def in_hand(person: str, hats: frozenset[Role], ledger: Ledger) -> Sequence[Case]:
    """The requests that wait for somebody's answer under today's hats, the nearest day first."""
    if not hats & set(DESKS):
        return ()
    found = (case for case in ledger.listed(FLOW, REQUEST.kind, "", RECEIVED) if case.requester != person)
    return sorted(
        (case for case in found if case.body["answered_by"] in hats), key=lambda case: str(case.body["due_on"])
    )
