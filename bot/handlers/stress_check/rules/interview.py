"""The 30 days in which the interview is owed, who is called for it, and who may see what of it (Aku 11(2), 12)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.handlers.stress_check.rules.moves import ARRANGED, CALLED_OFF, HELD, TO_BE_HELD, WITHDRAWN
from bot.handlers.stress_check.rules.rounds import Asked, duties, news, office
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass
from bot.rules.consent import DEEMED_FIELDS, DEEMED_PURPOSE, Disclosure, covers
from bot.rules.deadlines import due, stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

CLOCK = "interview_delivery"
HOLD, HOLD_LATE, EVE, AFTER, GONE = "hold", "hold_late", "slot_eve", "slot_after", "physician_gone"
SLOT_DEADLINES = (EVE, AFTER)
ARRANGING = (Role.CLERK, Role.JOINT_CLERK)
"""Who tells the person day and place (Aku 12(2))."""

ANSWERABLE = (*ARRANGING, Role.IMPLEMENTER)
"""Who hears that the days run: at the implementer's order it is arranged (Aku 12)."""

OWN, ARRANGE, APPOINTMENT = "interview", "arrange", "appointment"
"""The screens behind a notice: the person's, the one of who arranges it, the physician's."""

OVERDUE_DAYS = 3
"""So often somebody is called on who owes something after its last day, where the policy does not say (*)."""

NOTE_DAYS = 3
"""So many office days the physician has to note that it was held (*)."""


@dataclass(frozen=True)
class Owed:
    """Until when something is asked for, and in which states it still is."""

    until: date
    while_in: tuple[str, ...]


def hold_by(applied_on: date, ledger: Ledger) -> date:
    """The last day on which the interview is in time; a closed one moves nothing (Aku 12(1))."""
    return due(CLOCK, applied_on, ledger.office, ledger.policy).due_day


def clock(interview_id: str, applied_on: date, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """When it is called for, counted from the day of the application, and the moment after its last day."""
    planned = stages(ledger.policy.clocks[CLOCK], applied_on, ledger.office)
    over = ledger.office.start_of(hold_by(applied_on, ledger) + DAY)
    return (
        *(
            Deadline(interview_id, HOLD, one.at, one.number, not_after=one.not_after)
            for one in planned
            if one.at >= now
        ),
        Deadline(interview_id, HOLD_LATE, over),
    )


def announce(case: Case, ledger: Ledger, now: datetime) -> tuple[Notice, ...]:
    """Whoever arranges the day learns that there is one to arrange (Aku 12(2))."""
    return called("applied", ARRANGING, case, ledger, now)


def called(
    what: str, roles: Iterable[Role], case: Case, ledger: Ledger, now: datetime, owed: Owed | None = None
) -> tuple[Notice, ...]:
    """The duty to see to it, to everybody in these offices but the person; what is late is due today."""
    found = owed or Owed(max(last_day(case), ledger.office.day(now)), TO_BE_HELD)
    asked = Asked(ARRANGE, what, found.until, found.while_in)
    notices = (one for role in roles for one in duties(asked, (role,), case, ledger, now))
    return tuple(one for one in notices if one.recipient != case.requester)


def last_day(case: Case) -> date:
    """Until when it is to be held."""
    return date.fromisoformat(case.body["hold_by"])


def slot_day(case: Case) -> date | None:
    """The day that was proposed or arranged, None before there is one."""
    return date.fromisoformat(case.body["slot"]["day"]) if "slot" in case.body else None


def physicians(case: Case, ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """Who could hold it: the interviewing physicians of today, never the person (Aku 12)."""
    return tuple(one for one in office((Role.PHYSICIAN,), ledger, now) if one != case.requester)


def to_physicians(
    what: str, case: Case, until: date | None = None, *, while_in: tuple[str, ...] = ()
) -> tuple[Notice, ...]:
    """To the physician: a duty by a day, or news."""
    klass = NoticeClass.DUTY if until else NoticeClass.NEWS
    return tuple(
        Notice(who, klass, case.id, f"{case.id}:{what}:{who}", APPOINTMENT, due_on=until, while_in=while_in)
        for who in case.handlers
    )


def overdue(clock_name: str, deadline: Deadline, ledger: Ledger, now: datetime) -> Deadline:
    """The same again after so many days, on an office day: what was missed is not forgotten."""
    every = ledger.policy.clocks[clock_name].overdue_days or OVERDUE_DAYS
    office_days, today = ledger.office, ledger.office.day(now)
    at = office_days.opening(office_days.on_or_after(today + every * DAY))
    return replace(deadline, due_at=at, stage=deadline.stage + 1, not_after=None)


def after_the_person(
    told: tuple[Notice, ...], others: tuple[Notice, ...], ledger: Ledger, now: datetime
) -> tuple[Notice, ...]:
    """What was missed is told to the person first, at the next opening; to the others one slot later (G13)."""
    later = ledger.office.next_working(now) + timedelta(minutes=ledger.policy.notice_slot_minutes)
    return (*told, *(replace(one, not_before=later) for one in others)) if told else others


def facts(case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
    """What only an application can tell of somebody: 11(2) opens it to general affairs and to nobody else.

    One without an account is nobody's own, not even the physician's whose act is awaited.
    """
    if not case.exists:
        return {}
    wanted = Disclosure(person, hat, DEEMED_PURPOSE, DEEMED_FIELDS)
    is_unopened = "opened_on" not in case.body
    return {
        "own": bool(case.requester) and case.requester == person,
        "applied": case.state != WITHDRAWN and not (case.state == CALLED_OFF and is_unopened),
        "consented": covers(ledger.consents(case.id), wanted, now, ledger.office),
        "unopened": is_unopened,
        "assigned": hat is Role.PHYSICIAN and person in case.handlers,
        "date_only": "slot" in case.body,
    }


def on_roster(case: Case, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """No physician is left who could hold it or write its report: whoever arranges it hears so."""
    if case.state not in (*TO_BE_HELD, HELD) or set(case.handlers) & set(physicians(case, ledger, now)):
        return ()
    return (Deadline(case.id, GONE, now, period=str(case.rev)),)


# ---- what passes ----


def on_hold(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The days run: nothing is asked of anybody while a day in time is arranged and still to come."""
    today, day = ledger.office.day(now), slot_day(case)
    if case.state not in TO_BE_HELD or today > last_day(case):
        return None
    if case.state == ARRANGED and day and today <= day <= last_day(case):
        return None
    return Decision(act="nudge_hold", notices=called(f"hold-{deadline.stage}", ANSWERABLE, case, ledger, now))


def on_late(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The last day is over: the person is told once and first (G13), whoever owes it every few days until it was held.

    Where a day in time was arranged it has most likely been held, and only nobody has noted it: the person is not told
    of a promise that was kept.
    """
    if case.state not in TO_BE_HELD:
        return None
    again, day, what = overdue(CLOCK, deadline, ledger, now), slot_day(case), f"late-{deadline.stage}"
    owed = called(what, ANSWERABLE, case, ledger, now)
    if case.state == ARRANGED and day and day <= last_day(case):
        until = ledger.office.on_or_after(ledger.office.day(now))
        noting = to_physicians(what, case, until, while_in=(ARRANGED,))
        return Decision(act="nudge_hold", deadlines=(again,), notices=(*noting, *owed))
    told = () if "missed_on" in case.body else news(case, "missed", OWN, while_in=TO_BE_HELD)
    missed = case.body.get("missed_on", ledger.office.day(now).isoformat())
    return Decision(
        act="miss_hold",
        body={**case.body, "missed_on": missed},
        deadlines=(again,),
        notices=after_the_person(told, owed, ledger, now),
    )


def on_eve(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The office day before: the person is reminded (Aku 12(2)), in the words of any other news."""
    day = slot_day(case)
    if case.state != ARRANGED or day is None or ledger.office.day(now) >= day:
        return None
    return Decision(act="nudge_hold", notices=news(case, f"eve-{deadline.period}", OWN, while_in=(ARRANGED,)))


def on_after(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The day is over: the physician is asked to note that it was held."""
    if case.state != ARRANGED:
        return None
    until = ledger.office.add_open_days(ledger.office.day(now), NOTE_DAYS)
    told = to_physicians(f"after-{deadline.period}", case, until, while_in=(ARRANGED,))
    return Decision(act="nudge_hold", notices=told)


def on_gone(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Unless somebody else has been named since."""
    if not on_roster(case, ledger, now):
        return None
    act = "nudge_opinion" if case.state == HELD else "nudge_hold"
    until = ledger.office.add_open_days(ledger.office.day(now), NOTE_DAYS)
    owed = Owed(until, (*TO_BE_HELD, HELD))
    return Decision(act=act, notices=called(f"gone-{deadline.period}", ARRANGING, case, ledger, now, owed))


PASSED = {
    HOLD: Passed(Act.NOTIFY, "schedule", on_hold),
    HOLD_LATE: Passed(Act.NOTIFY, "schedule", on_late),
    EVE: Passed(Act.NOTIFY, "schedule", on_eve),
    AFTER: Passed(Act.NOTIFY, "schedule", on_after),
    GONE: Passed(Act.NOTIFY, "schedule", on_gone),
}
TOLD = {
    OWN: ((Role.EMPLOYEE,), "schedule"),
    ARRANGE: (ANSWERABLE, "schedule"),
    APPOINTMENT: ((Role.PHYSICIAN,), "schedule"),
}
