"""Whether a request about one's own records is late: for the office alone that answers it (Aku 18)."""

from collections.abc import Iterator
from datetime import date, datetime

from bot.handlers.own_records.rules.moves import FLOW, RECEIVED, REQUEST
from bot.rules.duties import Duty, State
from bot.rules.ledger import Ledger
from bot.rules.people import Role

ARTICLE = "Aku 18"


def duties(ledger: Ledger, now: datetime) -> Iterator[Duty]:
    """Late or not, one row for each office that the policy names; how many requests there are, is told to nobody."""
    today = ledger.office.day(now)
    late = {
        case.body["answered_by"]
        for case in ledger.listed(FLOW, REQUEST.kind, "", RECEIVED)
        if date.fromisoformat(case.body["due_on"]) < today
    }
    for desk in dict.fromkeys(subject.answered_by for subject in ledger.policy.own_records.subjects):
        state = State.LATE if desk in late else State.MET
        yield Duty(ARTICLE, f"own_records-board-{state.value}", state, (Role(desk),), reserved=True)
