"""A supporter is away for some days: told by the supporter, over by itself; what waits goes to nobody silently."""

from dataclasses import replace
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.peer_support.rules import idle
from bot.handlers.peer_support.rules.choice import absent_until, appointment_of
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.rules.request import ANSWER, news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.people import Appointment

AWAY = "away"
TOLD_OF = frozenset({"requested", "accepted"})  # where an absence is news; an unanswered person chooses already


def be_away(until: date, supporter: str, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The supporter tells an absence from now to the end of `until`, for every office held."""
    if until < ledger.office.day(now):
        return Refused("peer_support-away-past", "until")
    return Decision(act="be_away", appointments=_marked(supporter, until, ledger, now))


def be_back(supporter: str, ledger: Ledger, now: datetime) -> Decision:
    """The supporter is back before the day that was told."""
    return Decision(act="be_back", appointments=_marked(supporter, None, ledger, now))


def _marked(supporter: str, until: date | None, ledger: Ledger, now: datetime) -> tuple[Appointment, ...]:
    """Every appointment that is not over, next year's as well (P3); the same day told twice changes nothing."""
    today = ledger.office.day(now)
    held = [a for a in ledger.appointments_of(supporter) if a.last_day is None or a.last_day >= today]
    return tuple(replace(a, away_until=until) for a in held if a.away_until != until)


def handler_away_until(case: Case, ledger: Ledger, now: datetime) -> date | None:
    """The last day of an absence of the one who deals with the case, None for who is there."""
    today = ledger.office.day(now)
    return absent_until(appointment_of(case.handlers[0], ledger, today), today) if case.handlers else None


def on_roster(case: Case, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """The supporter has told an absence: the case is looked at at once, once for each day told."""
    until = _news_of(case, ledger, now)
    today = ledger.office.start_of(ledger.office.day(now))
    return (Deadline(case.id, AWAY, today, period=_mark(case, until, ledger)),) if until else ()


def on_away(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Nobody takes it over: who waits for an answer is told first and chooses, who is being helped reads until when."""
    if _news_of(case, ledger, now) is None:
        return None
    what = f"away-{deadline.period}"
    if case.state == "accepted":
        return Decision(act="tell_away", notices=(news(case, what, "accepted"),))
    told = Decision(act="away", cancels=(ANSWER,), notices=(news(case, what, "unanswered"),))
    return idle.begun_anew(told, case, ledger, now)


def _mark(case: Case, until: date, ledger: Ledger) -> str:
    """Tells one absence from another; a keyed hash, because its last day in the clear would tell whose case it is."""
    return ledger.case_id_for(FLOW, AWAY, case.id, f"{case.body['round']}:{until.isoformat()}")


def _news_of(case: Case, ledger: Ledger, now: datetime) -> date | None:
    """The absence that the person does not know of yet; who asks somebody marked as away has read of it."""
    if case.kind != "request" or case.state not in TOLD_OF:
        return None
    until = handler_away_until(case, ledger, now)
    return until if until and until.isoformat() != case.body.get("waits_for") else None


PASSED = {AWAY: Passed(Act.CHANGE, "request", on_away)}
