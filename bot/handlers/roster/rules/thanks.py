"""Supporters and coordinators are thanked, by years of service and training, never by how often (Yam 4(3)(2), P10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.handlers.roster.rules.moves import FLOW
from bot.handlers.roster.rules.training import INVITED, attended, sessions
from bot.rules.access import Act
from bot.rules.cases import Case, Count, Deadline, Decision, Notice, NoticeClass
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.people import Appointment, Role, end_of_fiscal_year, fiscal_year, holders

THANKS, THANKED = "thanks", "thanked"
YEARS_AHEAD = 2


@dataclass(frozen=True)
class Service:
    """What is known of somebody's service: so many fiscal years, so many sessions in the last two."""

    person: str
    years: int
    sessions: int


def plan(ledger: Ledger, now: datetime) -> list[Deadline]:
    """Once in each fiscal year, before it ends, the welfare head is reminded (Yam 4(3)(2))."""
    first_end = end_of_fiscal_year(ledger.office.day(now))
    planned = []
    for years in range(YEARS_AHEAD):
        end = first_end.replace(year=first_end.year + years)
        day = _in_fiscal_year(ledger.policy.roster.thanks_on, end)
        at = ledger.office.opening(ledger.office.on_or_before(day))
        if at > now:
            planned.append(Deadline(FLOW, THANKS, at, period=fiscal_year(end)))
    return planned


def on_thanks(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The reminder, with the fiscal year's last day; when that is past nobody is reminded of it any more."""
    last = date(int(deadline.period) + 1, 3, 31)
    today = ledger.office.day(now)
    if today > last:
        return None
    heads = holders(ledger.appointments(today), {Role.WELFARE_HEAD}, today)
    once = f"{FLOW}:{THANKS}:{deadline.period}"
    return Decision(
        act="remind",
        notices=tuple(Notice(h, NoticeClass.DUTY, "", f"{once}:{h}", THANKS, due_on=last) for h in heads),
    )


def service(ledger: Ledger, today: date) -> tuple[Service, ...]:
    """Everybody in office as supporter or coordinator, in the roster's order."""
    held = sessions(ledger, today)
    in_office = holders(ledger.appointments(today), INVITED, today)
    return tuple(
        Service(person, years_of_service(ledger.appointments_of(person), today), len(attended(person, held)))
        for person in in_office
    )


def years_of_service(appointments: Iterable[Appointment], today: date) -> int:
    """In how many fiscal years, this one included, somebody was supporter or coordinator."""
    years: set[int] = set()
    for appointment in appointments:
        if appointment.role in INVITED and appointment.starts_on <= today:
            last = min(appointment.last_day or today, today)
            years |= set(range(int(fiscal_year(appointment.starts_on)), int(fiscal_year(last)) + 1))
    return len(years)


def thank(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The welfare head thanks everybody in office: the same words to each, once in a fiscal year."""
    today = ledger.office.day(now)
    once = f"{FLOW}:thanked:{fiscal_year(today)}"
    people = holders(ledger.appointments(today), INVITED, today)
    return Decision(
        act="thank",
        notices=tuple(Notice(p, NoticeClass.NEWS, "", f"{once}:{p}", "thanked") for p in people),
        counts=(Count(THANKED, ledger.office.month(now)),),
    )


def thanked_in(month: str, ledger: Ledger) -> bool:
    """Whether they were thanked in this month."""
    return ledger.counts(FLOW, month).get(THANKED, 0) > 0


def _in_fiscal_year(month_and_day: str, end: date) -> date:
    """The day written 03-01 within the fiscal year that ends on `end`."""
    month, day = (int(part) for part in month_and_day.split("-"))
    return date(end.year - (month > 3), month, day)


PASSED = {THANKS: Passed(Act.NOTIFY, "thanks", on_thanks)}
