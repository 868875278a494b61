"""Sessions that coordinators hold, who came, and what a supporter has learned elsewhere (Yam 7(4), 14)."""

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
from bot.rules.people import SUPPORTERS, Role, fiscal_year, holders

REMINDER, ATTENDANCE, QUALIFICATION = "training_reminder", "attendance", "qualification"
INVITED = SUPPORTERS | {Role.COORDINATOR}
COORDINATING = frozenset({Role.COORDINATOR, Role.HQ_SUPPORTER})  # Yam 5(5), 7(4)
YEAR_SHOWN = 2  # fiscal years whose sessions are listed: this one and the last


@dataclass(frozen=True)
class Session:
    """What is announced of a session; the day is the office's."""

    title: str
    on: date
    place: str


@dataclass(frozen=True)
class Learned:
    """A qualification or a session elsewhere; `until` is its last valid day, None without an end."""

    title: str
    on: date
    until: date | None = None


def invited(ledger: Ledger, on: date) -> tuple[str, ...]:
    """Everybody who is supporter or coordinator on the day of a session (Yam 14)."""
    return holders(ledger.appointments(on), INVITED, on)


def announce(session: Session, coordinator: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """A coordinator holds a session (Yam 7(4)): everybody invited hears of it, and is reminded before."""
    today = ledger.office.day(now)
    if session.on < today:
        return Refused("roster-training-past", "on")
    return Decision(
        act="announce",
        opens=Opening("training", fiscal_year(session.on)),
        body={"title": session.title, "on": session.on.isoformat(), "place": session.place},
        identity={"handlers": [coordinator]},
        notices=_to(invited(ledger, session.on), case, "announced"),
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
    allowed = set(invited(ledger, on))
    return Decision(
        act="attend", cancels=(REMINDER, ATTENDANCE),
        identity={**case.identity, "came": sorted(person for person in came if person in allowed)},
    )  # fmt: skip


def call_off(case: Case, ledger: Ledger) -> Decision:
    """The session does not take place; whoever was invited hears it."""
    return Decision(
        act="call_off", cancels=(REMINDER, ATTENDANCE), notices=_to(invited(ledger, day_of(case)), case, "called_off")
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
    return Decision(act="remind", notices=_to(invited(ledger, on), case, f"reminder-{deadline.stage}", due_on=on))


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
TOLD = {"training": (LEARNERS, "training"), "learning": (LEARNERS, "learning")}
