"""How it stands with the reports of peer support, and the days on which they are due (Yam 11, 15)."""

from collections.abc import Iterator
from datetime import date, datetime

from bot.handlers.peer_support.rules.adviser_report import ADVISER_REPORT, due_on
from bot.handlers.peer_support.rules.month import MONTH, MONTHS_BACK, last_day_of
from bot.handlers.peer_support.rules.moves import FLOW
from bot.rules.cases import Case
from bot.rules.duties import Dated, Duty, State, each_month
from bot.rules.ledger import Ledger
from bot.rules.office import DAY, previous_month
from bot.rules.people import SUPPORTERS, Role
from bot.rules.retention import disposal_days

RECEIVING = (Role.WELFARE_HEAD, Role.COORDINATOR)
"""Who may know whether reports are missing: that one is owed tells that somebody asked (Yam 11(1))."""

CLASS = "peer"
UNSENT = ("collecting", "drafted")  # a month that has entries


def duties(ledger: Ledger, now: datetime) -> tuple[Duty, ...]:
    """How it stands today; whether reports are missing is for those alone who receive them."""
    today = ledger.office.day(now)
    return _monthly(ledger, today), _of_advisers(ledger, today), _keeping(ledger)


def dates(ledger: Ledger, first: date, last: date) -> tuple[Dated, ...]:
    """The last days for the reports, and from when on one more year's records are destroyed."""
    roles = (*sorted(SUPPORTERS), Role.WELFARE_HEAD)
    gone = disposal_days(ledger.policy.retention[CLASS], first, last)
    return (
        *(Dated(day, "peer_support-date-report", "Yam 11(1)", roles) for day in _last_days(ledger, first, last)),
        *(Dated(day, "peer_support-date-disposal", "Yam 15", (Role.WELFARE_HEAD,)) for day in gone),
    )


def _monthly(ledger: Ledger, today: date) -> Duty:
    """How many months with entries have not been sent, of the last year; late is what is past its day."""
    late = 0
    month = previous_month(f"{today:%Y-%m}")
    last = last_day_of(month, ledger.office, ledger.policy)
    latest = _unsent(month, ledger)
    for _ in range(MONTHS_BACK - 1):
        month = previous_month(month)
        late += _unsent(month, ledger)
    if today > last:
        late, latest = late + latest, 0
    state = State.LATE if late else State.OPEN if today <= last else State.MET
    due = last if today <= last else None
    return Duty("Yam 11(1)", "peer_support-board-reports", state, RECEIVING, {"n": late + latest}, due, reserved=True)


def _of_advisers(ledger: Ledger, today: date) -> Duty:
    """Only whether one is late; how many are owed would tell of single matters (Yam 11(2))."""
    late = any(due_on(case) < today for case in _owed(ledger, today))
    key = "peer_support-board-adviser-late" if late else "peer_support-board-adviser"
    return Duty("Yam 11(2)", key, State.LATE if late else State.MET, RECEIVING, reserved=True)


def _keeping(ledger: Ledger) -> Duty:
    """Whether it has been decided how long the records are kept (Yam 15)."""
    decided = ledger.policy.retention[CLASS].years is not None
    key = "peer_support-board-kept" if decided else "peer_support-board-undecided"
    return Duty("Yam 15", key, State.MET if decided else State.OPEN, (Role.WELFARE_HEAD,))


def _unsent(month: str, ledger: Ledger) -> int:
    found = ledger.tally(FLOW, MONTH, month)
    return sum(found.get(state, 0) for state in UNSENT)


def _owed(ledger: Ledger, today: date) -> Iterator[Case]:
    month = f"{today:%Y-%m}"
    for _ in range(MONTHS_BACK):
        yield from ledger.listed(FLOW, ADVISER_REPORT, month, "owed")
        month = previous_month(month)


def _last_days(ledger: Ledger, first: date, last: date) -> list[date]:
    """The days by which a month is reported: the last one before these days may be reported within them."""
    months = each_month(first.replace(day=1) - DAY, last)
    days = (last_day_of(month, ledger.office, ledger.policy) for month in months)
    return [day for day in days if first <= day <= last]
