"""A naming ends before its term (Yam 6(6)): open requests go back to the persons, the unit hears of it (Yam 6(7))."""

from dataclasses import replace
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.roster.rules.naming import announced
from bot.handlers.roster.rules.offices import appointment, is_over
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger


def release(on: date, reason: str, by: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """From `on` the office is over, its access from that day's first minute. The reason is shown to nobody.

    What its holder has open goes back to whoever asked, by the house, when the day comes.
    """
    held, today = appointment(case.id, ledger), ledger.office.day(now)
    if held is None or is_over(held, today):
        return Refused("roster-over-already")
    if on < today or (held.last_day is not None and on > held.last_day):
        return Refused("roster-day-outside", "released_on")
    ended = replace(held, released_on=max(on, held.starts_on), release_reason=reason)
    return announced(Decision(act="release", appointments=(ended,)), ended, by, ledger, now)
