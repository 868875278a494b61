"""What the roster holds about somebody, for their own eyes: the row, offices with their terms, what was learned."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.handlers import held
from bot.handlers.flow import Click, Holding
from bot.handlers.roster.rules.moves import FLOW, LEARNING, TRAINING
from bot.rules.ledger import Ledger
from bot.rules.people import Appointment, fiscal_year

# What of row and office is not shown, and why.
WITHHELD: Mapping[str, str] = {
    "roster.id": "the person themself",
    "roster.left": "nobody reads this from a closed account",
    "office.id": "a mark of the program's own",
    "office.person": "the person themself",
    **dict.fromkeys(("office.ends_on", "office.released_on"), "shown as the last day"),
}


def everything(click: Click, ledger: Ledger) -> list[Holding]:
    """Row, offices, learning; each with its heading, also where there is none."""
    say, mine = click.say, ledger.appointments_of(click.who.person)
    offices = [_holding(click, "office", _office(click, one, ledger)) for one in mine]
    return [
        _holding(click, "roster", _row(click, ledger)),
        *(offices or [Holding(say("roster-held-office"))]),
        Holding(say("roster-held-learning"), _learned(click, ledger)),
    ]


def _holding(click: Click, kind: str, values: Mapping[str, str]) -> Holding:
    lines = [(click.say(f"roster-held-{name}"), value) for name, value in values.items() if value]
    return Holding(click.say(f"roster-held-{kind}"), lines)


def _row(click: Click, ledger: Ledger) -> dict[str, str]:
    row = ledger.person(click.who.person)
    if row is None:
        return {}
    return {
        "name": row.name,
        "unit": row.unit,
        "division": row.division,
        "room": row.room,
        "phone": row.phone,
        "superior": held.people(click, row.superior, ledger) if row.superior else "",
        "employment": _employment(click, row.employment, ledger),
        "personnel_authority": held.yes_no(click, row.personnel_authority),
    }


def _employment(click: Click, key: str, ledger: Ledger) -> str:
    """What the organisation calls a class of employment, in the reader's language where it has such a word."""
    called = [one.words for one in ledger.policy.identifying.employment if one.key == key]
    return next((word for words in called for word in words if word.isascii() == (click.language == "en")), key)


def _office(click: Click, one: Appointment, ledger: Ledger) -> dict[str, str]:
    """An office. Why it was ended early is a listed reason of the unit head's, so it is told where to ask for it."""
    days = ("starts_on", "last_day", "sworn_on", "document_on", "checked_on", "away_until")
    told = {name: held.day(click, on) if (on := getattr(one, name)) else "" for name in days}
    by = one.appointed_by
    return {
        "role": held.role(click, one.role, ledger),
        "unit": one.unit,
        "room": one.room,
        "field": one.field,
        **told,
        "document": one.document,
        "appointed_by": held.people(click, by, ledger) if by in ledger.people() else by,
        "entered_by": held.people(click, one.entered_by, ledger) if one.entered_by else "",
        "basis": one.basis,
        "seat": str(one.seat or ""),
        "let_end": held.yes_no(click, True) if one.let_end else "",
        "release_reason": click.say("roster-held-why") if one.release_reason else "",
    }


def _learned(click: Click, ledger: Ledger) -> list[tuple[str, str]]:
    """What somebody has written down, and the sessions they came to, by day (Yam 14)."""
    person = click.who.person
    written = ledger.records(ledger.case_id_for(FLOW, LEARNING.kind, person, LEARNING.kind))
    found = [("learned", record.body) for record in written] + [("came", body) for body in _sessions(click, ledger)]
    found.sort(key=lambda one: str(one[1]["on"]))
    return [(click.say(f"roster-held-{name}"), _told(click, body)) for name, body in found]


def _sessions(click: Click, ledger: Ledger) -> Iterator[Mapping[str, Any]]:
    """The sessions that were held in the years of one's offices and to which one came."""
    person, today = click.who.person, ledger.office.day(click.now)
    first = min((int(fiscal_year(a.starts_on)) for a in ledger.appointments_of(person)), default=None)
    for year in range(first, int(fiscal_year(today)) + 1) if first else ():
        for case in ledger.listed(FLOW, TRAINING.kind, str(year), "held"):
            if person in case.identity.get("came", ()):
                yield case.body


def _told(click: Click, body: Mapping[str, Any]) -> str:
    until = body.get("until", "")
    return held.joined(click, (body["title"], held.day(click, body["on"]), held.ends(click, until) if until else ""))
