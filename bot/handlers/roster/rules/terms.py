"""A term nears its end (Yam 6(5), 7(5), 8(3); Aki 7(4), 10): who names is reminded, renews or lets it end (P3)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.roster.rules.moves import FLOW
from bot.handlers.roster.rules.naming import announced, renewable
from bot.handlers.roster.rules.offices import REMINDED_BY, appointing, appointment, is_over
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass
from bot.rules.deadlines import stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Appointment, Role, term_end

TERM = "term"
# Where each of them decides, or sees what to bring back with the roster's file.
SCREENS = {Role.UNIT_HEAD: "unit", Role.WELFARE_HEAD: "overview", Role.AFFAIRS_HEAD: "gaps"}


def plan(ledger: Ledger, now: datetime) -> list[Deadline]:
    """The reminders of every term that has an end: also of one that a roster file has brought."""
    today, rule, office = ledger.office.day(now), ledger.policy.clocks["term_end"], ledger.office
    return [
        Deadline(held.id, TERM, stage.at, stage.number, held.ends_on.isoformat(), stage.not_after)
        for held in ledger.all_appointments()
        if held.role in REMINDED_BY and held.ends_on and not held.released_on and not is_over(held, today)
        for stage in stages(rule, held.starts_on, office, ends_on=held.ends_on)
    ]


def on_term(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """One reminder for each screen on which somebody decides, however many terms end on that day; none once decided."""
    held, today = appointment(deadline.subject, ledger), ledger.office.day(now)
    if held is None or not is_undecided(held, ledger, today):
        return None
    last = held.ends_on
    if last is None or last.isoformat() != deadline.period:
        return None
    screens = {person: _screen(held, person, ledger, today) for person in appointing(held, ledger, today)}
    notices = tuple(
        Notice(
            person, NoticeClass.DUTY, "", once=f"{FLOW}:{TERM}:{person}:{screen}:{last.isoformat()}:{deadline.stage}",
            topic=screen, due_on=last, not_after=deadline.not_after or ledger.office.start_of(last + DAY),
        )
        for person, screen in screens.items()
    )  # fmt: skip
    return Decision(act="remind", notices=notices)


def is_undecided(held: Appointment, ledger: Ledger, today: date) -> bool:
    """Whether somebody still has to say what comes after this term."""
    return not is_over(held, today) and not held.let_end and renewable(held, ledger)


def is_near(held: Appointment, ledger: Ledger, now: datetime) -> bool:
    """Whether its first reminder has come."""
    rule = ledger.policy.clocks["term_end"]
    planned = stages(rule, held.starts_on, ledger.office, ends_on=held.ends_on) if held.ends_on else ()
    return bool(planned) and planned[0].at <= now


def renew(
    by: str, case: Case, ledger: Ledger, now: datetime, *, document: str = "", document_on: date | None = None
) -> Decision | Refused:
    """The same person goes on in the same office from the day after, without a gap (P3)."""
    held = appointment(case.id, ledger)
    if held is None or held.ends_on is None or is_over(held, ledger.office.day(now)):
        return Refused("roster-over-already")
    if not renewable(held, ledger):
        return Refused("roster-renewed-already")
    starts_on = held.ends_on + DAY
    following = replace(
        held, id="", starts_on=starts_on, ends_on=term_end(held.role, starts_on), entered_by=by,
        document=document, document_on=document_on, let_end=False, away_until=None,
    )  # fmt: skip
    return announced(Decision(act="renew", appointments=(following,)), following, by, ledger, now)


def let_end(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """It is not renewed: nobody is reminded any more, and it ends on its last day by itself."""
    held = appointment(case.id, ledger)
    if held is None or is_over(held, ledger.office.day(now)):
        return Refused("roster-over-already")
    return Decision(act="let_end", appointments=(replace(held, let_end=True),))


def ending(held: Sequence[Appointment], ledger: Ledger, now: datetime) -> tuple[Appointment, ...]:
    """Those whose first reminder has come and of which nobody has said what comes after."""
    today = ledger.office.day(now)
    return tuple(a for a in held if is_undecided(a, ledger, today) and is_near(a, ledger, now))


def _screen(held: Appointment, person: str, ledger: Ledger, today: date) -> str:
    hat = REMINDED_BY[held.role]
    own = hat is not Role.UNIT_HEAD or any(
        a.role is hat and a.unit == held.unit and a.in_force(today) for a in ledger.appointments_of(person)
    )
    return SCREENS[hat if own else Role.WELFARE_HEAD]


PASSED = {TERM: Passed(Act.NOTIFY, "appointment", on_term)}
