"""How it stands with the offices, their terms, the monthly notice, training and thanks, and what the year brings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.handlers.roster.rules.announcement import announced_in, announced_on
from bot.handlers.roster.rules.gaps import HEAD, ROOM, UNIT, gaps
from bot.handlers.roster.rules.moves import FLOW
from bot.handlers.roster.rules.offices import REMINDED_BY
from bot.handlers.roster.rules.terms import ending
from bot.handlers.roster.rules.thanks import thanked_in
from bot.handlers.roster.rules.training import COORDINATING, EVERYBODY, INVITED, PLANNING, SUPPORT, audience_of, day_of
from bot.rules.cases import Case
from bot.rules.duties import Dated, Duty, State, each_month, each_year
from bot.rules.ledger import Ledger
from bot.rules.people import (
    FOR_ONE_CASE,
    TERMS,
    Appointment,
    Role,
    end_of_fiscal_year,
    fiscal_year,
    holders,
    may_be_clerk,
)

WELFARE, AFFAIRS, PLANS = (Role.WELFARE_HEAD,), (Role.AFFAIRS_HEAD,), (Role.PLANNER,)
ANNOUNCING, THANKING, KEYS = "Yam 4(3)(1)", "Yam 4(3)(2)", "Aku 20(2)"
TERM_ARTICLES = {role: TERMS[role].article for role in REMINDED_BY}


@dataclass(frozen=True)
class Office:
    """An office that an article sets up, and who sees to it that somebody holds it."""

    role: Role
    article: str
    by: tuple[Role, ...]


OFFICES = (
    Office(Role.WELFARE_HEAD, "Yam 4(2)", WELFARE),
    Office(Role.HQ_SUPPORTER, "Yam 5(1)", WELFARE),
    Office(Role.COORDINATOR, "Yam 7(1)", WELFARE),
    Office(Role.EXTERNAL_ADVISER, "Yam 8(1)", WELFARE),
    Office(Role.DESK_OFFICER, "Aki 7(2)", AFFAIRS),
    Office(Role.COUNSELLOR, "Aki 7(3)", AFFAIRS),
    Office(Role.RESPONSE_NURSE, "Aki 7(10)", AFFAIRS),
    Office(Role.COMMITTEE_MEMBER, "Aki 9(4)", AFFAIRS),
    Office(Role.CHAIR, "Aki 9(6)", AFFAIRS),
    Office(Role.SECRETARIAT, "Aki 9(11)", AFFAIRS),
    Office(Role.PLANNER, "Aku 3", AFFAIRS),
    Office(Role.IMPLEMENTER, "Aku 4", PLANS),
    Office(Role.CLERK, "Aku 5", PLANS),
    Office(Role.JOINT_CLERK, "Aku 5", PLANS),
    Office(Role.PHYSICIAN, "Aku 12(1)", PLANS),
)
MISSING = (  # what can be missing, the sentence of it, its article, who sees to it
    (UNIT, "roster-board-units", "Yam 6(1)", (Role.UNIT_HEAD, Role.WELFARE_HEAD)),
    (ROOM, "roster-board-rooms", "Yam 6(2)", (Role.UNIT_HEAD,)),
    (HEAD, "roster-board-heads", "Yam 6(3)", WELFARE),
)
TRAINING = (  # for whom, the sentence, its article, who holds it
    (True, "roster-board-training-support", "Yam 7(4)", tuple(sorted(COORDINATING))),
    (False, "roster-board-training-staff", "Aki 6(2)", tuple(sorted(PLANNING))),
)


def duties(ledger: Ledger, now: datetime) -> tuple[Duty, ...]:
    """How it stands today, office by office; nothing here says who asked for anything."""
    today = ledger.office.day(now)
    return (
        *_missing(ledger, today),
        *_offices(ledger, today),
        *_terms(ledger, now),
        _announced(ledger, today),
        _thanked(ledger, today),
        *_training(ledger, today),
    )


def dates(ledger: Ledger, first: date, last: date) -> tuple[Dated, ...]:
    """The monthly notice, sessions, last days of terms, the day of the keys and the one to thank on."""
    notices = (announced_on(month, ledger) for month in each_month(first, last))
    rule = ledger.policy.roster
    return (
        *(Dated(day, "roster-date-announcement", ANNOUNCING) for day in notices if first <= day <= last),
        *(_session(case) for case in _sessions(ledger, first, last) if first <= day_of(case) <= last),
        *_last_days(ledger, first, last),
        *(Dated(day, "roster-date-keys", KEYS, (Role.ADMINISTRATOR,)) for day in each_year(rule.keys_on, first, last)),
        *(Dated(day, "roster-date-thanks", THANKING, WELFARE) for day in each_year(rule.thanks_on, first, last)),
    )


def _missing(ledger: Ledger, today: date) -> Iterator[Duty]:
    found = [gap.kind for gap in gaps(ledger, today)]
    for kind, key, article, by in MISSING:
        n = found.count(kind)
        yield Duty(article, key, State.LATE if n else State.MET, by, {"n": n}, leads=n > 0)


def _offices(ledger: Ledger, today: date) -> Iterator[Duty]:
    """An office with too few to work is late; one that works with fewer than its seats has time still."""
    people = ledger.people()
    held = [
        a
        for a in ledger.appointments(today)
        if a.basis != FOR_ONE_CASE
        and not (a.person in people and people[a.person].left)
        and (a.role is not Role.CLERK or (a.person in people and may_be_clerk(people[a.person])))
    ]
    for office in OFFICES:
        rule = ledger.policy.roles[office.role]
        there, seats = len(holders(held, {office.role}, today)), rule.seats or max(rule.smallest, 1)
        state = State.MET if there >= seats else State.OPEN if there >= rule.smallest else State.LATE
        values: Mapping[str, object] = {"office": office.role.value, "there": there, "seats": seats}
        yield Duty(office.article, "roster-board-office", state, office.by, values, leads=state is not State.MET)


def _terms(ledger: Ledger, now: datetime) -> Iterator[Duty]:
    """Whose last day is near and of whom nobody has said what comes after; one row for each office."""
    held = [a for a in ledger.all_appointments() if a.role in REMINDED_BY]
    near = ending(held, ledger, now)
    for role, article in TERM_ARTICLES.items():
        mine = [a for a in near if a.role is role]
        values = {"office": role.value, "n": len(mine)}
        state = State.OPEN if mine else State.MET
        due_on = min((a.last_day for a in mine if a.last_day), default=None)
        yield Duty(article, "roster-board-terms", state, (REMINDED_BY[role],), values, due_on, leads=bool(mine))


def _announced(ledger: Ledger, today: date) -> Duty:
    """The month's notice; how many of this fiscal year's have gone out."""
    month = f"{today:%Y-%m}"
    sent, day = announced_in(month, ledger), announced_on(month, ledger)
    values = {"n": sum(announced_in(one, ledger) for one in each_month(_first_of_year(today), today))}
    state = State.MET if sent else State.OPEN if today <= day else State.LATE
    return Duty(ANNOUNCING, "roster-board-announcement", state, WELFARE, values, None if sent else day)


def _thanked(ledger: Ledger, today: date) -> Duty:
    last = end_of_fiscal_year(today)
    done = any(thanked_in(month, ledger) for month in each_month(_first_of_year(today), today))
    key = "roster-board-thanked" if done else "roster-board-thanks"
    return Duty(THANKING, key, State.MET if done else State.OPEN, WELFARE, due_on=None if done else last)


def _training(ledger: Ledger, today: date) -> Iterator[Duty]:
    """Sessions of this fiscal year: for supporters, and for the staff or one unit of it."""
    year = _sessions(ledger, today, today)
    for support, key, article, by in TRAINING:
        mine = [case for case in year if (audience_of(case) == SUPPORT) is support]
        held, ahead = (sum(case.state == state for case in mine) for state in ("held", "announced"))
        state, last = State.MET if held else State.OPEN, end_of_fiscal_year(today)
        yield Duty(article, key, state, by, {"held": held, "ahead": ahead}, None if held else last)


def _sessions(ledger: Ledger, first: date, last: date) -> Sequence[Case]:
    """The sessions of the fiscal years of these days, called off ones left out."""
    years = range(int(fiscal_year(first)), int(fiscal_year(last)) + 1)
    states = ("announced", "held")
    return [case for year in years for state in states for case in ledger.listed(FLOW, "training", str(year), state)]


def _session(case: Case) -> Dated:
    """Who is invited: supporters, everybody, or one unit, whose head and whose section for it then act."""
    audience = audience_of(case)
    if audience == SUPPORT:
        return Dated(day_of(case), "roster-date-training-support", "Yam 7(4)", tuple(sorted(INVITED)))
    if audience == EVERYBODY:
        return Dated(day_of(case), "roster-date-training-staff", "Aki 6(2)")
    return Dated(day_of(case), "roster-date-training-unit", "Aki 6(2)", (Role.UNIT_HEAD, *sorted(PLANNING)))


def _last_days(ledger: Ledger, first: date, last: date) -> Iterator[Dated]:
    """How many terms of an office end on a day, those that go on after it too."""
    found: dict[tuple[date, Role], int] = {}
    for held in ledger.all_appointments():
        day = _last_day(held)
        if day and first <= day <= last:
            found[day, held.role] = found.get((day, held.role), 0) + 1
    for (day, role), n in found.items():
        values = {"office": role.value, "n": n}
        yield Dated(day, "roster-date-terms", TERM_ARTICLES[role], (REMINDED_BY[role],), values)


def _last_day(held: Appointment) -> date | None:
    """The last day of a term that somebody decides on; None for one that was cut short."""
    return held.ends_on if held.role in REMINDED_BY and not held.released_on else None


def _first_of_year(today: date) -> date:
    return date(int(fiscal_year(today)), 4, 1)
