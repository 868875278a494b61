"""A second person looks whether the account is the right one; an outsider is asked only after that (P2, G6)."""

from dataclasses import replace
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.roster.rules.offices import APPOINTED_BY, appointment, is_over
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import GUEST_HATS, Appointment


def unchecked(viewer: str, ledger: Ledger, today: date) -> tuple[Appointment, ...]:
    """What waits for the look of `viewer`: never what they have entered themselves; outsiders first."""
    found = [
        a
        for a in ledger.all_appointments()
        if a.role in APPOINTED_BY and not a.checked_on and not is_over(a, today) and a.entered_by != viewer
    ]
    return tuple(sorted(found, key=lambda a: (a.role not in GUEST_HATS, a.unit, a.person, a.starts_on)))


def check(by: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The account is right. Refused for whoever entered it: two people are two (P2)."""
    held, today = appointment(case.id, ledger), ledger.office.day(now)
    if held is None or held.role not in APPOINTED_BY or is_over(held, today):
        return Refused("roster-over-already")
    if held.entered_by == by:
        return Refused("roster-check-by-another")
    return Decision(act="check", appointments=() if held.checked_on else (replace(held, checked_on=today),))
