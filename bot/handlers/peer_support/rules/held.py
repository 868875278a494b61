"""Everything that peer support holds about somebody, for their own eyes (Yam 11(3), 13)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.handlers.peer_support.rules.advice import lines_of
from bot.handlers.peer_support.rules.month import MONTH
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.rules.own import openings
from bot.handlers.peer_support.rules.receipt import asked_on, receipt
from bot.handlers.peer_support.rules.talk import talk_of
from bot.rules.cases import Case, Purpose
from bot.rules.ledger import Ledger
from bot.rules.office import next_month
from bot.rules.people import Appointment


class As(StrEnum):
    """How a value is told to the person whom it is about."""

    TEXT = "text"
    DAY = "day"
    PEOPLE = "people"
    TOPIC = "topic"
    MEANS = "means"
    YES_NO = "yes_no"
    ROLE = "role"
    OPENED = "opened"
    SAID = "said"
    CONSENT = "consent"
    ENTRY = "entry"
    QUESTION = "question"
    CONTACTS = "contacts"
    PURPOSE = "purpose"
    ADVICE = "advice"


@dataclass(frozen=True)
class Line:
    """One value that is held: `name` is the key of its label."""

    name: str
    told_as: As
    value: Any


@dataclass(frozen=True)
class Held:
    """One thing that is held about somebody: the roster's row, a matter of theirs, an office, a month of it."""

    kind: str
    lines: tuple[Line, ...]
    period: str = ""  # of a month


# What of a case its person is shown, in this order: where it stands, its key, how it is told.
SHOWN: Mapping[str, tuple[tuple[str, str, As], ...]] = {
    "request": (
        ("body", "asked_on", As.DAY),
        ("identity", "handlers", As.PEOPLE),
        ("identity", "stepped_aside", As.PEOPLE),
        ("identity", "referred_from", As.PEOPLE),
        ("identity", "avoided", As.PEOPLE),
        ("body", "named", As.YES_NO),
        ("body", "topic", As.TOPIC),
        ("body", "means", As.MEANS),
        ("body", "message", As.TEXT),
        ("body", "promised_on", As.DAY),
        ("body", "forgotten_on", As.DAY),
        ("body", "asked", As.QUESTION),
        ("body", "introduced", As.CONTACTS),
    ),
    "contact": (
        ("identity", "supporter", As.PEOPLE),
        ("body", "asked_on", As.DAY),
        ("body", "until", As.DAY),
        ("body", "receipt", As.TEXT),
    ),
    "draft": (("body", "kept_until", As.DAY), ("body", "text", As.TEXT)),
    "advice": (
        ("identity", "handlers", As.PEOPLE),
        ("body", "purpose", As.PURPOSE),
        ("body", "answer_by", As.DAY),
        ("body", "ends_on", As.DAY),
    ),
    "practice": (("body", "promised_on", As.DAY), ("body", "vanishes_on", As.DAY)),
    "adviser_report": (("body", "due_on", As.DAY), ("body", "sent_on", As.DAY)),
}
OFFICIAL = frozenset({"practice", "adviser_report"})  # held about somebody because of an office
# What of it is not shown, and why.
WITHHELD: Mapping[str, str] = {
    "identity.requester": "the person themself",
    "identity.free": "a mark of the program's own",
    "body.stepped_aside": "a supporter's reason is the supporter's, and would read as a refusal (P4)",
    **dict.fromkeys(
        ("body.round", "body.told_at", "body.reminders", "body.waits_for", "body.asks", "body.stages"),
        "a number or moment of the program's own",
    ),
    "body.answered": "shown as a consent where it was a yes",
    "body.check_asked": "a mark of the program's own",
    "body.idle_until": "a mark of the program's own",
}


def everything(person: str, ledger: Ledger, now: datetime) -> tuple[Held, ...]:
    """All that this flow holds about somebody; not a word about those whom they support."""
    own = [case for case in ledger.open_cases(person, Purpose.REQUESTER, FLOW) if case.kind in SHOWN]
    own += [case for case in ledger.open_cases(person, Purpose.HANDLER, FLOW) if case.kind in OFFICIAL]
    return (
        *_row(person, ledger),
        *(Held(case.kind, (*_values(case), *_more(case, ledger, now))) for case in own),
        *(_office(appointment, ledger) for appointment in ledger.appointments_of(person)),
        *_months(person, ledger, now),
    )


def _row(person: str, ledger: Ledger) -> Iterator[Held]:
    row = ledger.person(person)
    if row is not None:
        values = (
            Line("name", As.TEXT, row.name),
            Line("unit", As.TEXT, row.unit),
            Line("room", As.TEXT, row.room),
            Line("phone", As.TEXT, row.phone),
            Line("superior", As.PEOPLE, row.superior),
        )
        yield Held("roster", tuple(line for line in values if line.value))


def _values(case: Case) -> Iterator[Line]:
    parts: Mapping[str, Mapping[str, Any]] = {"body": case.body, "identity": case.identity}
    for part, key, told_as in SHOWN[case.kind]:
        value = parts[part].get(key)
        if value not in (None, "", [], (), {}):
            yield Line(key, told_as, value)


def _more(case: Case, ledger: Ledger, now: datetime) -> Iterator[Line]:
    """What a matter holds beside its own fields: receipt, consents, what was said, who has opened it, entries."""
    if case.kind == "adviser_report":
        yield from (Line("entry", As.ENTRY, record) for record in ledger.records(case.id))
    if case.kind == "advice":
        yield from (Line("said", As.ADVICE, line) for line in lines_of(case.requester, case, ledger))
    if case.kind != "request":
        return
    if asked_on(case):
        yield Line("receipt", As.TEXT, receipt(case, ledger))
    yield from (Line("consent", As.CONSENT, consent) for consent in ledger.consents(case.id))
    yield from (Line("said", As.SAID, line) for line in talk_of(case.requester, case, ledger, now).lines)
    yield from (Line("opened", As.OPENED, opened) for opened in openings(case, ledger))


def _office(held: Appointment, ledger: Ledger) -> Held:
    named = held.appointed_by in ledger.people()
    values = (
        Line("role", As.ROLE, held.role),
        Line("unit", As.TEXT, held.unit),
        Line("room", As.TEXT, held.room),
        Line("field", As.TEXT, held.field),
        Line("starts_on", As.DAY, held.starts_on),
        Line("last_day", As.DAY, held.last_day),
        Line("sworn_on", As.DAY, held.sworn_on),
        Line("document", As.TEXT, held.document),
        Line("document_on", As.DAY, held.document_on),
        Line("appointed_by", As.PEOPLE if named else As.TEXT, held.appointed_by),
        Line("away_until", As.DAY, held.away_until),
    )
    return Held("office", tuple(line for line in values if line.value))


def _months(person: str, ledger: Ledger, now: datetime) -> Iterator[Held]:
    """What was written down of each month in which the person held an office, the first one first (Yam 11(1))."""
    first = min((f"{a.starts_on:%Y-%m}" for a in ledger.appointments_of(person)), default="")
    last = ledger.office.month(now)
    while first and first <= last:
        case = ledger.case(ledger.case_id_for(FLOW, MONTH, person, first))
        if case is not None and person in case.handlers:
            entries = (Line("entry", As.ENTRY, record) for record in ledger.records(case.id))
            yield Held(MONTH, tuple(entries), period=first)
        first = next_month(first)
