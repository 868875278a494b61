"""Who is examined, and when they are called: the list of Aku 2, kept as it is on each day of the round."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from bot.errors import Refused
from bot.handlers.stress_check.rules.moves import AWAY, CHECK, INVITED, OPEN, PREPARED
from bot.handlers.stress_check.rules.planning import OPENING, days_of
from bot.handlers.stress_check.rules.rounds import UNNAMED, check_id
from bot.handlers.stress_check.rules.taking import reminders
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Opening, Party, Purpose, Spawn
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Person

CALL, LEAVE, COME_BACK, CLOSING = "call", "leave", "come_back", "closing"
AT_A_TIME = 40  # keeps a unit short (E1)


@dataclass(frozen=True)
class Examinee:
    """Somebody on the list; `key` is a Slack id, or `UNNAMED` and a key for who has no account."""

    key: str
    name: str
    unit: str
    division: str


@dataclass(frozen=True)
class Added:
    """Somebody whom the mayor finds necessary beside the classes (Aku 2(1)(5)), with the reason."""

    key: str
    name: str
    unit: str
    division: str
    reason: str


@dataclass(frozen=True)
class Leave:
    """Somebody is no examinee from a day to a day; never why (S11)."""

    person: str
    first: date
    last: date


def add(added: Added, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """One more examinee; called today where the round is open."""
    if any(one.key == added.key for one in _all(case, ledger)):
        return Refused("stress-list-there", "person")
    if not added.reason:
        return Refused("stress-list-reason", "reason")
    row = {
        "key": added.key, "name": added.name, "unit": added.unit, "division": added.division, "reason": added.reason,
    }  # fmt: skip
    body = {**case.body, "added_people": [*case.body["added_people"], row]}
    return Decision(act="change_list", body=body, deadlines=_call_soon(case, ledger, now))


def note_leave(leave: Leave, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Not an examinee from a day to a day (Aku 2(2)); who has been called already drops out and comes back by date."""
    if leave.last < leave.first:
        return Refused("stress-list-order", "last")
    spans = [*case.body["leave"].get(leave.person, []), [leave.first.isoformat(), leave.last.isoformat()]]
    number = case.body["leaves"] + 1
    body = {**case.body, "leave": {**case.body["leave"], leave.person: spans}, "leaves": number}
    subject, period = check_id(leave.person, case.period, ledger), str(number)
    start = ledger.office.start_of
    return Decision(
        act="change_list",
        body=body,
        deadlines=(
            Deadline(subject, LEAVE, max(start(leave.first), now), period=period),
            Deadline(subject, COME_BACK, start(leave.last + DAY), period=period),
            *_call_soon(case, ledger, now),
        ),
    )


def end_leave(person: str, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """A leave was entered by mistake, or is over sooner: examined again from today."""
    left = {one: spans for one, spans in case.body["leave"].items() if one != person}
    number = case.body["leaves"] + 1
    back = Deadline(check_id(person, case.period, ledger), COME_BACK, now, period=str(number))
    body = {**case.body, "leave": left, "leaves": number}
    return Decision(act="change_list", body=body, deadlines=(back, *_call_soon(case, ledger, now)))


def examinees(case: Case, ledger: Ledger, today: date) -> tuple[Examinee, ...]:
    """Everybody on the list today, by unit and name: those on leave are not (Aku 2)."""
    found = [one for one in _all(case, ledger) if not on_leave(one.key, case, today)]
    return tuple(sorted(found, key=lambda one: (one.unit, one.name, one.key)))


def on_leave(person: str, case: Case, today: date) -> bool:
    """Whether somebody is no examinee on that day."""
    spans = case.body["leave"].get(person, ())
    return any(date.fromisoformat(first) <= today <= date.fromisoformat(last) for first, last in spans)


# ---- what passes ----


def on_opening(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The round opens, as it was planned last."""
    if case.state != PREPARED or deadline.period != str(case.body["turn"]):
        return None
    today = ledger.office.day(now)
    return Decision(act="open", deadlines=(Deadline(case.id, CALL, now, period=today.isoformat()),))


def on_call(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Some of those who are not yet called are; what is left follows at once, newcomers on the next morning."""
    if case.state != OPEN:
        return None
    today, called = ledger.office.day(now), set(case.body["invited"])
    waiting = [one for one in examinees(case, ledger, today) if one.key not in called]
    some = list(islice(waiting, AT_A_TIME))
    more = len(waiting) > len(some)
    again = (
        Deadline(case.id, CALL, now, deadline.stage + 1, deadline.period) if more else _next_morning(case, ledger, now)
    )
    return Decision(
        act="call",
        body={**case.body, "invited": [*case.body["invited"], *(one.key for one in some)]},
        spawns=tuple(_invited(one, case, ledger, now) for one in some),
        deadlines=(again,) if again else (),
        notices=tuple(_invitation(one, case, ledger) for one in some if not one.key.startswith(UNNAMED)),
    )


def on_leaving(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The leave begins: no examinee, no reminder."""
    return Decision(act="leave") if case.state == INVITED else None


def on_coming_back(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The leave is over and the round is still open: an examinee again, told like everybody."""
    if case.state != AWAY:
        return None
    notices = (_news(case.requester, case.id, f"back-{deadline.period}"),) if case.requester else ()
    return Decision(act="come_back", notices=notices)


def on_closing(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The round is over for who has not answered; what was begun is destroyed, and nobody learns of it."""
    return Decision(act="close", ends_route=True) if case.state in (INVITED, AWAY) else None


def _all(case: Case, ledger: Ledger) -> Iterator[Examinee]:
    """By class of the roster and by hand; an outsider of the roster is nobody's employee."""
    for row in ledger.people().values():
        if row.employment in case.body["employment"] and not row.left:
            yield _of(row)
    for one in case.body["added_people"]:
        yield Examinee(one["key"], one["name"], one["unit"], one["division"])


def _of(row: Person) -> Examinee:
    return Examinee(row.id, row.name, row.unit, row.division or row.unit)


def _invited(one: Examinee, case: Case, ledger: Ledger, now: datetime) -> Spawn:
    unnamed = one.key.startswith(UNNAMED)
    identity = {"requester": "", "name": one.name, "key": one.key} if unnamed else {"requester": one.key}
    subject, closes_on = check_id(one.key, case.period, ledger), days_of(case)[1]
    ends = Deadline(subject, CLOSING, ledger.office.start_of(closes_on + DAY))
    return Spawn(
        Opening(CHECK.kind, case.period),
        "invite",
        id=subject,
        body={"unit": one.unit, "division": one.division},
        identity=identity,
        parties=() if unnamed else (Party(one.key, Purpose.REQUESTER),),
        deadlines=(ends,) if unnamed else (ends, *reminders(subject, closes_on, ledger, now)),
    )


def _invitation(one: Examinee, case: Case, ledger: Ledger) -> Notice:
    return _news(one.key, check_id(one.key, case.period, ledger), "invited")


def _news(person: str, subject: str, what: str) -> Notice:
    return Notice(person, NoticeClass.NEWS, subject, once=f"{subject}:{what}", while_in=(INVITED,))


def _call_soon(case: Case, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    if case.state != OPEN:
        return ()
    return (Deadline(case.id, CALL, now, period=f"{now.isoformat()}"),)


def _next_morning(case: Case, ledger: Ledger, now: datetime) -> Deadline | None:
    """Who joins, comes back or is late on the roster is called on the next morning, until the last day."""
    tomorrow = ledger.office.day(now) + DAY
    if tomorrow > days_of(case)[1]:
        return None
    return Deadline(case.id, CALL, ledger.office.opening(tomorrow), period=tomorrow.isoformat())


PASSED = {
    OPENING: Passed(Act.NOTIFY, "plan", on_opening),
    CALL: Passed(Act.CHANGE, "examinee_list", on_call),
    LEAVE: Passed(Act.CHANGE, "examinee_list", on_leaving),
    COME_BACK: Passed(Act.CHANGE, "examinee_list", on_coming_back),
    CLOSING: Passed(Act.CHANGE, "examinee_list", on_closing),
}
