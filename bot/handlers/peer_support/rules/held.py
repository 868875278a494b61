"""Everything that is held about somebody here, for their own eyes (Yam 11(3), 13)."""

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
from bot.rules.people import Appointment, fiscal_year
from bot.rules.step_up import CODE
from bot.rules.step_up import FLOW as STEP_UP


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
    LEARNED = "learned"
    SEEN_AT = "seen_at"


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
    "roster.id": "the person themself",
    "roster.left": "nobody reads this from a closed account",
    "office.id": "a mark of the program's own",
    "office.person": "the person themself",
    **dict.fromkeys(("office.ends_on", "office.released_on"), "shown as the last day"),
    "office.release_reason": "a listed reason of the unit head's for the welfare head's eyes (Yam 6(6)(7))",
}
ROSTER, DANGER = "roster", "danger"  # other flows' names, whose matters the ledger lists


def everything(person: str, ledger: Ledger, now: datetime) -> tuple[Held, ...]:
    """All that is held about somebody, what lies elsewhere too; not a word about those whom they support."""
    own = [case for case in ledger.open_cases(person, Purpose.REQUESTER, FLOW) if case.kind in SHOWN]
    own += [case for case in ledger.open_cases(person, Purpose.HANDLER, FLOW) if case.kind in OFFICIAL]
    return (
        *_row(person, ledger),
        *(Held(case.kind, (*_values(case), *_more(case, ledger, now))) for case in own),
        *(_office(appointment, ledger) for appointment in ledger.appointments_of(person)),
        *_months(person, ledger, now),
        *_learned(person, ledger, now),
        *_elsewhere(person, ledger),
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
            Line("employment", As.TEXT, row.employment),
            Line("personnel_authority", As.YES_NO, row.personnel_authority),
        )
        yield Held("roster", tuple(line for line in values if line.value != ""))


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
    people = ledger.people()
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
        Line("appointed_by", As.PEOPLE if held.appointed_by in people else As.TEXT, held.appointed_by),
        Line("entered_by", As.PEOPLE, held.entered_by),
        Line("basis", As.TEXT, held.basis),
        Line("seat", As.TEXT, str(held.seat or "")),
        Line("checked_on", As.DAY, held.checked_on),
        Line("away_until", As.DAY, held.away_until),
        Line("let_end", As.YES_NO, held.let_end),
        Line("release_reason", As.SEEN_AT, "release_reason" if held.release_reason else ""),  # where, and why not here
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


def _learned(person: str, ledger: Ledger, now: datetime) -> Iterator[Held]:
    """What the roster keeps of one's learning: what one has written down, and the sessions one came to (Yam 14)."""
    written = ledger.records(ledger.case_id_for(ROSTER, "learning", person, "learning"))
    lines = [Line("learned", As.LEARNED, record.body) for record in written]
    first = min((int(fiscal_year(a.starts_on)) for a in ledger.appointments_of(person)), default=None)
    years = range(first, int(fiscal_year(ledger.office.day(now))) + 1) if first else ()
    held = [case for year in years for case in ledger.listed(ROSTER, "training", str(year), "held")]
    lines += [Line("came", As.LEARNED, case.body) for case in held if person in case.identity.get("came", ())]
    if lines:
        yield Held("learning", tuple(sorted(lines, key=lambda line: str(line.value["on"]))))


def _elsewhere(person: str, ledger: Ledger) -> Iterator[Held]:
    """That there is more, and where it is seen: one's own call in danger, and the secret of one's codes (G5).

    A call that somebody else has made for a person is theirs to speak of.
    """
    for case in ledger.open_cases(person, Purpose.REQUESTER, DANGER):
        if case.body.get("by_person"):
            yield Held(DANGER, (Line("seen_at", As.SEEN_AT, DANGER),))
    code = ledger.case(ledger.case_id_for(STEP_UP, CODE, person, CODE))
    if code is not None:
        enrolled = Line("enrolled_on", As.DAY, code.body["enrolled_on"])
        yield Held(STEP_UP, (enrolled, Line("seen_at", As.SEEN_AT, STEP_UP)))
