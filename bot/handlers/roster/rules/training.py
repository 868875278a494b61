"""Sessions for supporters or for the staff, who came, and what was learned elsewhere (Yam 7(4), 14; Aki 6(2))."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.errors import Refused
from bot.handlers.roster.rules.moves import FLOW
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Opening, Record
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import GUEST_HATS, SUPPORTERS, Role, fiscal_year, holders, roles_of

REMINDER, ATTENDANCE, QUALIFICATION = "training_reminder", "attendance", "qualification"
INVITED = SUPPORTERS | {Role.COORDINATOR}
COORDINATING = frozenset({Role.COORDINATOR, Role.HQ_SUPPORTER})  # Yam 5(5), 7(4)
PLANNING = frozenset({Role.AFFAIRS_HEAD, Role.DESK_OFFICER})  # Aki 6(2): for everybody, or for one unit
SUPPORT, EVERYBODY = "support", "everybody"  # for whom a session is; anything else is the name of a unit
YEAR_SHOWN = 2  # fiscal years whose sessions are listed: this one and the last


@dataclass(frozen=True)
class Session:
    """What is announced of a session; the day is the office's, `audience` is SUPPORT, EVERYBODY or a unit's name."""

    title: str
    on: date
    place: str
    audience: str = SUPPORT


@dataclass(frozen=True)
class Learned:
    """A qualification or a session elsewhere; `until` is its last valid day, None without an end."""

    title: str
    on: date
    until: date | None = None


def invited(ledger: Ledger, on: date, audience: str = SUPPORT) -> tuple[str, ...]:
    """Everybody who is supporter or coordinator on the day of a session (Yam 14); of the staff all, or one unit's."""
    if audience == SUPPORT:
        return holders(ledger.appointments(on), INVITED, on)
    outside = set(holders(ledger.appointments(on), GUEST_HATS, on))
    here = [row for row in ledger.people().values() if not row.left and row.id not in outside]
    return tuple(row.id for row in here if audience in {EVERYBODY, row.unit})


def audiences(person: str, ledger: Ledger, today: date) -> tuple[str, ...]:
    """For whom this person may hold a session: coordinators for supporters, the section of Aki 7(2) for the staff."""
    mine = roles_of(ledger.appointments_of(person), person, today)
    units = dict.fromkeys(row.unit for row in ledger.people().values() if not row.left and row.unit)
    return (
        *((SUPPORT,) if mine & COORDINATING else ()),
        *((EVERYBODY, *units) if mine & PLANNING else ()),
    )


def announce(session: Session, coordinator: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Somebody holds a session (Yam 7(4), Aki 6(2)): everybody invited hears of it, and is reminded before."""
    today = ledger.office.day(now)
    if session.audience not in audiences(coordinator, ledger, today):
        return Refused("roster-training-audience", "audience")
    if session.on < today:
        return Refused("roster-training-past", "on")
    return Decision(
        act="announce",
        opens=Opening("training", fiscal_year(session.on)),
        body={
            "title": session.title,
            "on": session.on.isoformat(),
            "place": session.place,
            "audience": session.audience,
        },
        identity={"handlers": [coordinator]},
        notices=_to(invited(ledger, session.on, session.audience), case, "announced"),
        deadlines=(
            *_before(case.id, REMINDER, session.on, ledger.policy.roster.training_days_before, ledger, now),
            Deadline(case.id, ATTENDANCE, ledger.office.opening(ledger.office.on_or_after(session.on + DAY))),
        ),
    )


def attend(came: Sequence[str], case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The coordinator notes who came; only those who were invited can have come."""
    on = day_of(case)
    if on > ledger.office.day(now):
        return Refused("roster-training-not-yet", "came")
    allowed = set(invited_to(case, ledger))
    return Decision(
        act="attend", cancels=(REMINDER, ATTENDANCE),
        identity={**case.identity, "came": sorted(person for person in came if person in allowed)},
    )  # fmt: skip


def call_off(case: Case, ledger: Ledger) -> Decision:
    """The session does not take place; whoever was invited hears it."""
    return Decision(
        act="call_off", cancels=(REMINDER, ATTENDANCE), notices=_to(invited_to(case, ledger), case, "called_off")
    )


def note(learned: Learned, person: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """A supporter writes down what was learned elsewhere; before it runs out there is a reminder (Yam 14)."""
    if learned.until is not None and learned.until < learned.on:
        return Refused("roster-learned-until", "until")
    until = learned.until
    return Decision(
        act="note",
        opens=None if case.exists else Opening("learning", case.period),
        identity=None if case.exists else {"handlers": [person]},
        records=(Record("learned", {
            "title": learned.title, "on": learned.on.isoformat(), "until": until.isoformat() if until else "",
        }),),
        deadlines=_runs_out(until, case, ledger, now) if until else (),
    )  # fmt: skip


def on_reminder(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """A session comes nearer; after it has been, nobody is reminded any more."""
    on = day_of(case)
    if case.state != "announced" or ledger.office.day(now) > on:
        return None
    return Decision(act="remind", notices=_to(invited_to(case, ledger), case, f"reminder-{deadline.stage}", due_on=on))


def on_attendance(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The day after a session its coordinator is asked who came."""
    if case.state != "announced":
        return None
    return Decision(act="remind", notices=_to(case.handlers, case, "attendance"))


def on_qualification(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """A qualification runs out: a word to whoever holds it, while it still runs."""
    written = {date.fromisoformat(record.body["until"]) for record in ledger.records(case.id) if record.body["until"]}
    until = next((day for day in written if _mark(day, case, ledger) == deadline.period), None)
    if until is None or ledger.office.day(now) > until:
        return None
    once = f"{case.id}:{QUALIFICATION}:{deadline.period}:{deadline.stage}"
    duty = (Notice(person, NoticeClass.DUTY, case.id, once, "learning", due_on=until) for person in case.handlers)
    return Decision(act="remind", notices=tuple(duty))


def sessions(ledger: Ledger, today: date) -> list[Case]:
    """The sessions of this fiscal year and the last, the newest first."""
    years = [str(int(fiscal_year(today)) - back) for back in range(-1, YEAR_SHOWN)]
    states = ("announced", "held")
    found = [case for year in years for state in states for case in ledger.listed(FLOW, "training", year, state)]
    return sorted(found, key=day_of, reverse=True)


def seen_by(person: str, ledger: Ledger, today: date) -> list[Case]:
    """Those of the sessions to which this person is invited, or which they hold."""
    return [case for case in sessions(ledger, today) if person in case.handlers or person in invited_to(case, ledger)]


def holds(person: str, case: Case, ledger: Ledger, today: date) -> bool:
    """Whether this person closes a session: any coordinator one for supporters, otherwise who announced it."""
    mine = audiences(person, ledger, today)
    return audience_of(case) in mine and (audience_of(case) == SUPPORT or person in case.handlers)


def invited_to(case: Case, ledger: Ledger) -> tuple[str, ...]:
    """Everybody for whom a session is, on its day."""
    return invited(ledger, day_of(case), audience_of(case))


def audience_of(case: Case) -> str:
    """For whom a session is."""
    return str(case.body.get("audience", SUPPORT))


def attended(person: str, held: Iterable[Case]) -> list[Case]:
    """Those of the sessions to which this person came."""
    return [case for case in held if person in case.identity.get("came", ())]


def day_of(case: Case) -> date:
    """The day of a session."""
    return date.fromisoformat(case.body["on"])


def _to(people: Iterable[str], case: Case, what: str, *, due_on: date | None = None) -> tuple[Notice, ...]:
    klass = NoticeClass.DUTY if due_on else NoticeClass.NEWS
    return tuple(
        Notice(person, klass, case.id, once=f"{case.id}:{what}:{person}", topic="training", due_on=due_on)
        for person in people
    )


def _runs_out(until: date, case: Case, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """The words before a qualification's last day."""
    days = ledger.policy.roster.qualification_days_before
    return _before(case.id, QUALIFICATION, until, days, ledger, now, period=_mark(until, case, ledger))


def _mark(until: date, case: Case, ledger: Ledger) -> str:
    """What tells one qualification's reminders from another's; a keyed hash, because deadlines stand in the clear."""
    return ledger.case_id_for(FLOW, QUALIFICATION, case.id, until.isoformat())


def _before(
    subject: str, kind: str, day: date, days: Sequence[int], ledger: Ledger, now: datetime, *, period: str = ""
) -> tuple[Deadline, ...]:
    """Reminders so many days before a day, on office days at or before; those that are past already are left out."""
    planned = []
    for stage, count in enumerate(days, start=1):
        at = ledger.office.opening(ledger.office.on_or_before(day - timedelta(days=count)))
        if at > now:
            planned.append(Deadline(subject, kind, at, stage, period))
    return tuple(planned)


def plan(ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """Nothing: sessions and qualifications bring their own deadlines when they are written down."""
    return ()


PASSED = {
    REMINDER: Passed(Act.NOTIFY, "training", on_reminder),
    ATTENDANCE: Passed(Act.NOTIFY, "training", on_attendance),
    QUALIFICATION: Passed(Act.NOTIFY, "learning", on_qualification),
}
LEARNERS = (*sorted(SUPPORTERS), Role.COORDINATOR)
TOLD = {"training": ((*LEARNERS, Role.EMPLOYEE), "training"), "learning": (LEARNERS, "learning")}
