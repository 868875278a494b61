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


class As(StrEnum):
    """How a value is told to the person whom it is about."""

    TEXT = "text"
    DAY = "day"
    PEOPLE = "people"
    TOPIC = "topic"
    MEANS = "means"
    YES_NO = "yes_no"
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
    """One thing that is held about somebody: a matter of theirs, a month of an office; `case_id` leads to it."""

    kind: str
    lines: tuple[Line, ...]
    case_id: str
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
    "body.promise_counted": "a mark of the program's own",
}


def everything(person: str, ledger: Ledger, now: datetime) -> tuple[Held, ...]:
    """All that is held here about somebody; not a word about those whom they support."""
    own = [case for case in ledger.open_cases(person, Purpose.REQUESTER, FLOW) if case.kind in SHOWN]
    own += [case for case in ledger.open_cases(person, Purpose.HANDLER, FLOW) if case.kind in OFFICIAL]
    matters = (Held(case.kind, (*_values(case), *_more(case, ledger, now)), case.id) for case in own)
    return (*matters, *_months(person, ledger, now))


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


def _months(person: str, ledger: Ledger, now: datetime) -> Iterator[Held]:
    """What was written down of each month in which the person held an office, the first one first (Yam 11(1))."""
    first = min((f"{a.starts_on:%Y-%m}" for a in ledger.appointments_of(person)), default="")
    last = ledger.office.month(now)
    while first and first <= last:
        case = ledger.case(ledger.case_id_for(FLOW, MONTH, person, first))
        if case is not None and person in case.handlers:
            entries = (Line("entry", As.ENTRY, record) for record in ledger.records(case.id))
            yield Held(MONTH, tuple(entries), case.id, period=first)
        first = next_month(first)
