"""How it stands with the guideline and with what was decided; of consultations nothing, so that nobody is found out.

Whether anything is late in a consultation would tell somebody who is kept out that there is one (Aki 11, K6).
"""

from collections.abc import Iterator
from datetime import date, datetime

from bot.handlers.harassment.rules.guideline import (
    READ,
    UNREAD,
    called_for,
    current,
    is_due,
    made_known,
    make_known_by,
    rate,
)
from bot.rules.cases import Case
from bot.rules.duties import Dated, Duty, State, each_year
from bot.rules.ledger import Ledger
from bot.rules.people import Role, fiscal_year
from bot.rules.retention import disposal_days

HEAD = (Role.AFFAIRS_HEAD,)
UNIT_HEADS = (Role.UNIT_HEAD,)
CLASS = "harassment"
RENEWED_ON = "04-01"
PUBLISHING, READING, MAKING_KNOWN, DECIDING = "Aki 3(1)", "Aki 3(2)", "Aki 3(3)", "Aki 13"


def duties(ledger: Ledger, now: datetime) -> tuple[Duty, ...]:
    """How it stands today with the guideline (Aki 3) and with the years for which records are kept (K8)."""
    today = ledger.office.day(now)
    return (_published(ledger, today), *_spread(ledger, today), _keeping(ledger))


def dates(ledger: Ledger, first: date, last: date) -> tuple[Dated, ...]:
    """When the guideline is renewed and made known, and from when on records need not be kept."""
    known = current(ledger, last)
    by = _known_by(known, ledger) if known else None
    gone = disposal_days(ledger.policy.retention[CLASS], first, last)
    return (
        *(Dated(day, "harassment-date-guideline", PUBLISHING, HEAD) for day in each_year(RENEWED_ON, first, last)),
        *((Dated(by, "harassment-date-known", MAKING_KNOWN, UNIT_HEADS),) if by and first <= by <= last else ()),
        *(Dated(day, "harassment-date-disposal", DECIDING, HEAD) for day in gone),
    )


def _published(ledger: Ledger, today: date) -> Duty:
    if not is_due(ledger, today):
        return Duty(PUBLISHING, "harassment-board-published", State.MET, HEAD)
    last = max(called_for(fiscal_year(today), ledger))
    state = State.OPEN if today <= last else State.LATE
    return Duty(PUBLISHING, "harassment-board-unpublished", state, HEAD, due_on=last, leads=True)


def _spread(ledger: Ledger, today: date) -> Iterator[Duty]:
    """Read by how many, if that may be told, and made known by how many heads: an office's duty, nobody's matter."""
    case = current(ledger, today)
    if case is None:
        yield Duty(READING, "harassment-board-no-guideline", State.NOTHING_DUE, (Role.EMPLOYEE,))
    else:
        yield _read(case, ledger, today)
    if case is None or is_due(ledger, today):
        yield Duty(MAKING_KNOWN, "harassment-board-no-guideline", State.NOTHING_DUE, UNIT_HEADS)
        return
    done, of = made_known(case, ledger, today)
    by = _known_by(case, ledger)
    state = State.MET if done >= of else State.OPEN if today <= by else State.LATE
    due_on = None if state is State.MET else by
    values = {"n": done, "of": of}
    yield Duty(MAKING_KNOWN, "harassment-board-known", state, UNIT_HEADS, values, due_on, leads=state is not State.MET)


def _read(case: Case, ledger: Ledger, today: date) -> Duty:
    """The same figure as on the guideline's own screen; the state never changes with it."""
    cells = rate(case, ledger, today).cells
    if cells.get(READ) is None or cells.get(UNREAD) is None:
        return Duty(READING, "harassment-board-read-hidden", State.OPEN, (Role.EMPLOYEE,), leads=True)
    values = {"read": cells[READ], "unread": cells[UNREAD]}
    return Duty(READING, "harassment-board-read", State.OPEN, (Role.EMPLOYEE,), values, leads=True)


def _keeping(ledger: Ledger) -> Duty:
    """Whether it has been decided how long the records are kept (Aki 13, K8)."""
    decided = ledger.policy.retention[CLASS].years is not None
    key = "harassment-board-kept" if decided else "harassment-board-undecided"
    return Duty(DECIDING, key, State.MET if decided else State.OPEN, HEAD)


def _known_by(case: Case, ledger: Ledger) -> date:
    return make_known_by(date.fromisoformat(case.body["on"]), ledger)
