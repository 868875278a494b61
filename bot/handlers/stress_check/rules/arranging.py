"""Day, place and physician of the interview: proposed, confirmed, moved, called off, and noted as held (Aku 12)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from bot.errors import Refused
from bot.handlers.stress_check.rules import interview, opinion
from bot.handlers.stress_check.rules.interview import ARRANGING, EVE, OWN, SLOT_DEADLINES, called, slot_day
from bot.handlers.stress_check.rules.moves import APPLIED, ARRANGED, CALLED_OFF, HELD, PROPOSED
from bot.handlers.stress_check.rules.rounds import news
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Party, Purpose
from bot.rules.consent import withdraw
from bot.rules.ledger import Ledger
from bot.rules.office import DAY

CONFIRMED, ANOTHER, OFF = "confirmed", "another", "off"
ANSWERS = (CONFIRMED, ANOTHER, OFF)
"""What somebody says to a day that was proposed."""

PHONE, LETTER, IN_PERSON = "phone", "letter", "in_person"
WAYS = (PHONE, LETTER, IN_PERSON)
"""How somebody without an account was told and has answered (Aku 12(2))."""


@dataclass(frozen=True)
class Slot:
    """What the person is told: when, where, with which physician."""

    day: date
    at: time
    place: str
    physician: str


@dataclass(frozen=True)
class Said:
    """What somebody without an account has answered, how, and on which day; `text` is what they would like."""

    answer: str
    way: str
    on: date
    text: str = ""


def propose(slot: Slot, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """A day for the person to confirm, or another one than was arranged; none that is over already."""
    if refused := _unfit(slot, case, ledger, now):
        return refused
    told = {"day": slot.day.isoformat(), "time": f"{slot.at:%H:%M}", "place": slot.place}
    body = {key: value for key, value in case.body.items() if key != "said"}
    changed = _with_physician(case, slot.physician)
    moved = interview.to_physicians(f"moved-{case.rev}", case) if case.state == ARRANGED else ()
    return replace(
        changed,
        act="propose",
        body={**body, "slot": told},
        cancels=SLOT_DEADLINES,
        notices=(*news(case, f"proposed-{case.rev}", OWN, while_in=(PROPOSED,)), *moved),
    )


def confirm(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """It suits: the day stands, and its physician hears of it."""
    day = slot_day(case)
    if day is None or day < ledger.office.day(now):
        return Refused("stress-appointment-over")
    told = replace(case, state=ARRANGED)
    return Decision(
        act="confirm",
        cancels=SLOT_DEADLINES,
        deadlines=_around(case, day, ledger, now),
        notices=(
            *interview.to_physicians(f"arranged-{case.rev}", told, while_in=(ARRANGED,)),
            *_heard("arranged", case, ledger, now, while_in=(ARRANGED,)),
        ),
    )


def ask_other(text: str, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Another day, with or without a word about it: no reason is needed (Aku 19(3))."""
    body = {key: value for key, value in case.body.items() if key != "slot"}
    off = interview.to_physicians(f"free-{case.rev}", case) if case.state == ARRANGED else ()
    return Decision(
        act="ask_other",
        body={**body, "said": {"on": ledger.office.day(now).isoformat(), "text": text}},
        cancels=SLOT_DEADLINES,
        notices=(*called(f"other-{case.rev}", ARRANGING, case, ledger, now), *off),
    )


def call_off(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Rather not: without a reason and without any disadvantage (Aku 19(3)).

    What nobody at general affairs has opened is then not opened any more: the consent ends, the copy is destroyed.
    """
    is_unopened = "opened_on" not in case.body
    consents = ledger.consents(case.id) if is_unopened else ()
    gone = {"result", "slot", "said"} if is_unopened else {"slot", "said"}
    body = {key: value for key, value in case.body.items() if key not in gone}
    off = interview.to_physicians("called_off", case) if case.state == ARRANGED else ()
    return Decision(
        act="call_off",
        body={**body, "called_off_on": ledger.office.day(now).isoformat()},
        consents=tuple(withdraw(one, now) for one in consents),
        notices=(*_heard("called_off", case, ledger, now, while_in=(CALLED_OFF,)), *off),
    )


def note_said(said: Said, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Whoever arranges it notes what somebody without an account has answered; everybody else answers themselves."""
    if case.requester:
        return Refused("not-shown")
    if said.on > ledger.office.day(now):
        return Refused("stress-appointment-future", "on")
    if said.answer == CONFIRMED and case.state != PROPOSED:
        return Refused("stress-appointment-nothing", "answer")
    decided = SAID[said.answer](said, case, ledger, now)
    if isinstance(decided, Refused):
        return decided
    body = case.body if decided.body is None else decided.body
    return replace(decided, body={**body, "told": {"way": said.way, "on": said.on.isoformat()}})


def hold(held_on: date, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """It was held: the 30 days end, and the month of report and opinion begins (Aku 12(1), 13)."""
    if held_on > ledger.office.day(now):
        return Refused("stress-appointment-future", "held_on")
    if held_on < date.fromisoformat(case.body["applied_on"]):
        return Refused("stress-held-early", "held_on")
    missed = {"missed_on"} if held_on <= interview.last_day(case) else set()
    body = {key: value for key, value in case.body.items() if key not in {"said", *missed}}
    until = opinion.opinion_by(held_on, ledger)
    return Decision(
        act="hold",
        body={**body, "held_on": held_on.isoformat(), "opinion_by": until.isoformat()},
        cancels=(interview.HOLD, interview.HOLD_LATE, interview.GONE, *SLOT_DEADLINES),
        deadlines=opinion.clock(case.id, held_on, ledger, now),
    )


def assign(physician: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Whoever held it is no physician here any more: another one writes report and opinion (Aku 13)."""
    if physician not in interview.physicians(case, ledger, now):
        return Refused("stress-appointment-gone", "physician")
    changed = _with_physician(case, physician)
    asked = replace(case, identity=changed.identity or {})
    until = max(date.fromisoformat(case.body["opinion_by"]), ledger.office.day(now))
    told = interview.to_physicians(f"assigned-{case.rev}", asked, until, while_in=(HELD,))
    return replace(changed, act="assign", cancels=(interview.GONE,), notices=told)


def _unfit(slot: Slot, case: Case, ledger: Ledger, now: datetime) -> Refused | None:
    begins = datetime.combine(slot.day, slot.at, ledger.office.zone)
    if begins <= now:
        return Refused("stress-appointment-past", "day")
    if not slot.place:
        return Refused("stress-appointment-where", "place")
    if slot.physician not in interview.physicians(case, ledger, now):
        return Refused("stress-appointment-gone", "physician")
    return None


def _with_physician(case: Case, physician: str) -> Decision:
    """The case in this physician's hands and in nobody else's."""
    return Decision(
        act="",
        identity={**case.identity, "handlers": [physician]},
        drops_parties=tuple(Party(one, Purpose.HANDLER) for one in case.handlers if one != physician),
        parties=() if physician in case.handlers else (Party(physician, Purpose.HANDLER),),
    )


def _around(case: Case, day: date, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """The office day before, and the first one after; every arrangement has its own."""
    office, period = ledger.office, str(case.rev)
    eve, after = office.opening(office.on_or_before(day - DAY)), office.opening(office.on_or_after(day + DAY))
    found = (Deadline(case.id, EVE, eve, period=period), Deadline(case.id, interview.AFTER, after, period=period))
    return tuple(one for one in found if one.due_at > now)


def _heard(what: str, case: Case, ledger: Ledger, now: datetime, *, while_in: tuple[str, ...]) -> tuple[Notice, ...]:
    """News to those who arrange it: what the person has answered."""
    duties = called(f"{what}-{case.rev}", ARRANGING, case, ledger, now)
    return tuple(replace(one, klass=NoticeClass.NEWS, due_on=None, while_in=while_in) for one in duties)


def _another(said: Said, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    if case.state == APPLIED:
        return Refused("stress-appointment-nothing", "answer")
    return ask_other(said.text, case, ledger, now)


SAID: Mapping[str, Callable[[Said, Case, Ledger, datetime], Decision | Refused]] = {
    CONFIRMED: lambda said, case, ledger, now: confirm(case, ledger, now),
    ANOTHER: _another,
    OFF: lambda said, case, ledger, now: call_off(case, ledger, now),
}
