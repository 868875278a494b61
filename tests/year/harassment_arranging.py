"""What each act does to a consultation until form 1 is with the person: its state, its promise, who is told."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from tests.year import office_days as office
from tests.year.harassment_course import Consultation
from tests.year.harassment_owed import AFTER_FORM_1, AFTER_MEETING

# ---- day, place and two responders ----


def _send(case: Consultation, at: datetime, door: str) -> None:
    case.receiver, case.asked, case.confirmed, case.responders = door, [], set(), []
    case.circle.refused = set()
    case.turn(at, "received")
    case.promise(at)


def _wait(case: Consultation, at: datetime) -> None:
    case.promise(at)


def _arrange(case: Consultation, at: datetime, by: str, pair: list[str], meets_on: date) -> None:
    case.asked, case.confirmed, case.meets_on = pair, {by} & set(pair), meets_on
    case.turn(at, "arranging")
    if case.is_missed:  # what is told once is promised anew
        case.promise(at)
    case.tell(at, "arranging")


def _confirm(case: Consultation, at: datetime, by: str) -> None:
    case.confirmed.add(by)
    if {*case.asked, case.asker} - {""} - case.confirmed:
        return
    case.responders, case.asked, case.confirmed, case.is_missed = case.asked, [], set(), False
    case.void("promise")
    case.turn(at, "arranged")
    if by != case.asker:
        case.tell(at, "arranged")
    eve = office.opening(office.on_or_before(case.meets_on - office.DAY))
    if eve > at:
        case.timer("reminder", eve)


def _refuse(case: Consultation, at: datetime, by: str) -> None:
    case.circle.refused.add(by)
    again(case, at)


def again(case: Consultation, at: datetime, *, told: bool = True, promised: bool = False) -> None:
    """Another pair must be found; where there are not two left, that is said."""
    case.asked, case.confirmed = [], set()
    case.void("reminder", "sheet")
    if len(case.circle.candidates) < 2:
        case.strand(at)
        return
    case.turn(at, "received")
    if promised or case.is_missed:
        case.promise(at)
    if told:
        case.tell(at, "received")


def _ask_other(case: Consultation, at: datetime) -> None:
    again(case, at, told=False, promised=True)


def _reschedule(case: Consultation, at: datetime, by: str, meets_on: date) -> None:
    case.asked, case.responders, case.confirmed, case.meets_on = case.responders, [], {by}, meets_on
    case.void("reminder")
    case.turn(at, "arranging")
    case.promise(at)
    if by != case.asker:
        case.tell(at, "arranging")


def _step_aside(case: Consultation, at: datetime, by: str) -> None:
    case.circle.aside.add(by)
    _without(case, at, {by})


def _exclude(case: Consultation, at: datetime, people: set[str], ticks: set[str]) -> None:
    before, presided = case.hands, case.chair
    case.circle.named |= people
    case.circle.ticks |= ticks
    owed = len(case.owed)
    if case.state in ("received", "arranging", "arranged", "met") and not case.circle.doors:
        case.asked, case.confirmed = [], set()
        case.strand(at)
    else:
        _without(case, at, before - case.hands)
    del case.owed[owed:]  # the person reads it on the screen
    presides(case, at, presided)


def _without(case: Consultation, at: datetime, gone: set[str]) -> None:
    pair = case.asked or case.responders
    inherits(case, at)
    case.responders = [who for who in case.responders if who not in gone]
    if case.receiver in gone:
        case.receiver = next((who for who in pair if who not in gone), "")
    if case.state in ("arranging", "arranged", "met") and set(pair) & gone:
        again(case, at, promised=True)
    elif case.state in AFTER_MEETING and set(pair) & gone:
        case.tell(at)
    elif case.state == "received" and len(case.circle.candidates) < 2:
        case.strand(at)
    elif case.state == "received" and gone and not case.receivers:
        case.void("promise")
        case.tell(at, "received")


def inherits(case: Consultation, at: datetime) -> None:
    """The deputy where the head has gone, and where nobody may have it the person hears it (K6)."""
    if case.state in AFTER_FORM_1 and case.recipient in case.circle.out:
        case.recipient = case.circle.recipient
        if not case.recipient:
            case.tell(at)


def _take_place(case: Consultation, at: datetime, chosen: str) -> None:
    case.responders, case.newcomer = [*case.responders, chosen], chosen
    case.tell(at)


def presides(case: Consultation, at: datetime, before: str) -> None:
    """Where who presided has left it another one is sought (Aki 9(8))."""
    if case.state == "referred" and case.chair != before:
        case.seek_chair(at)


# ---- form 1 ----


def _meet(case: Consultation, at: datetime) -> None:
    case.void("reminder")
    case.turn(at, "met")
    case.timer("sheet", case.working_days(at, 2))


def _write(case: Consultation, at: datetime) -> None:
    """A line of form 1, or of form 2."""


def _give(case: Consultation, at: datetime) -> None:
    case.turn(at, "confirming")
    if not case.asker:
        return
    case.void("sheet")
    due = office.nth_after(office.day_of(office.next_working(at)), 3)
    case.tell(at, "confirming", due=due)
    case.timer("last_day", office.opening(due))
    case.timer("least", office.opening(office.nth_after(due, 1)))


def _correct(case: Consultation, at: datetime) -> None:
    case.void("last_day", "least")
    case.least = False
    case.turn(at, "met")
    case.timer("sheet", case.working_days(at, 2))


ARRANGING: Mapping[str, Callable[..., None]] = {
    "send": _send, "choose_door": _send, "wait": _wait, "arrange": _arrange, "confirm": _confirm, "refuse": _refuse,
    "ask_other": _ask_other, "reschedule": _reschedule, "step_aside": _step_aside, "exclude": _exclude,
    "take_place": _take_place, "carry_on": _write, "meet": _meet, "write": _write, "sit": _write,
    "give_sheet": _give, "correct": _correct,
}  # fmt: skip
