"""The physician's report of the interview and opinion about work, asked for within a month (Aku 13)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.errors import Refused
from bot.handlers.stress_check.rules import measures
from bot.handlers.stress_check.rules.interview import (
    ARRANGING,
    OWN,
    Owed,
    after_the_person,
    called,
    overdue,
    to_physicians,
)
from bot.handlers.stress_check.rules.moves import HELD
from bot.handlers.stress_check.rules.rounds import news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice
from bot.rules.deadlines import due, stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed

CLOCK = "physician_opinion"
OPINION, OPINION_LATE = "opinion", "opinion_late"

ORDINARY, RESTRICTED, LEAVE = "ordinary", "restricted", "leave"
KINDS = (ORDINARY, RESTRICTED, LEAVE)
"""Ordinary work, work with restrictions, time off: the three of the law's guideline."""


@dataclass(frozen=True)
class Report:
    """What the interview found (Ordinance on Industrial Safety and Health 52-17, 52-18)."""

    working: str
    strain: str
    condition: str
    other: str = ""


@dataclass(frozen=True)
class Opinion:
    """What the physician advises: the kind of work, whether measures are needed, which, until when."""

    kind: str
    needed: bool
    measures: tuple[str, ...] = ()
    until: date | None = None
    text: str = ""


def opinion_by(held_on: date, ledger: Ledger) -> date:
    """The last day of the civil month after the interview."""
    return due(CLOCK, held_on, ledger.office, ledger.policy).due_day


def clock(interview_id: str, held_on: date, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """When report and opinion are called for, and the moment after their last day."""
    planned = stages(ledger.policy.clocks[CLOCK], held_on, ledger.office)
    over = ledger.office.start_of(opinion_by(held_on, ledger) + DAY)
    return (
        *(
            Deadline(interview_id, OPINION, one.at, one.number, not_after=one.not_after)
            for one in planned
            if one.at >= now
        ),
        Deadline(interview_id, OPINION_LATE, over),
    )


def last_day(case: Case) -> date:
    """Until when report and opinion are asked for."""
    return date.fromisoformat(case.body["opinion_by"])


def report(
    found: Report, advice: Opinion, doctor: str, case: Case, ledger: Ledger, now: datetime
) -> Decision | Refused:
    """Both at once; the person may read them, and general affairs hears that there is something to decide (Aku 13)."""
    if refused := _unfit(found, advice, ledger, now):
        return refused
    row, today = ledger.person(doctor), ledger.office.day(now)
    told: Mapping[str, Any] = {**asdict(found), "doctor": row.name if row else "", "on": today.isoformat()}
    until = advice.until.isoformat() if advice.until else ""
    body = {
        **case.body,
        "report": told,
        "opinion": {**asdict(advice), "measures": list(advice.measures), "until": until},
        "reported_on": today.isoformat(),
    }
    return Decision(
        act="report",
        body=body,
        cancels=(OPINION, OPINION_LATE),
        deadlines=measures.clock(case.id, str(case.rev), ledger, now),
        notices=(*news(case, "reported", OWN), *measures.asked("reported", replace(case, body=body), ledger, now)),
    )


def on_opinion(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Report and opinion are still to come: physician and clerks are reminded of their day."""
    if case.state != HELD or ledger.office.day(now) > last_day(case):
        return None
    return Decision(act="nudge_opinion", notices=_owed(f"opinion-{deadline.stage}", case, ledger, now))


def on_late(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The month is over: the person is told once and first (G13), physician and clerks every few days."""
    if case.state != HELD:
        return None
    told = () if "opinion_missed_on" in case.body else news(case, "opinion-missed", OWN, while_in=(HELD,))
    missed = case.body.get("opinion_missed_on", ledger.office.day(now).isoformat())
    owed = _owed(f"opinion-late-{deadline.stage}", case, ledger, now)
    return Decision(
        act="miss_opinion",
        body={**case.body, "opinion_missed_on": missed},
        deadlines=(overdue(CLOCK, deadline, ledger, now),),
        notices=after_the_person(told, owed, ledger, now),
    )


def _unfit(found: Report, advice: Opinion, ledger: Ledger, now: datetime) -> Refused | None:
    for field in ("working", "strain", "condition"):
        if not getattr(found, field):
            return Refused("stress-report-needed", field)
    if advice.until and advice.until < ledger.office.day(now):
        return Refused("stress-opinion-until-over", "until")
    if advice.needed and not (advice.measures or advice.text):
        return Refused("stress-opinion-which", "measures")
    if not advice.needed and (advice.measures or advice.kind != ORDINARY):
        return Refused("stress-opinion-needed-then", "needed")
    return None


def _owed(what: str, case: Case, ledger: Ledger, now: datetime) -> tuple[Notice, ...]:
    until = max(last_day(case), ledger.office.day(now))
    return (
        *to_physicians(what, case, until, while_in=(HELD,)),
        *called(what, ARRANGING, case, ledger, now, Owed(until, (HELD,))),
    )


PASSED = {
    OPINION: Passed(Act.NOTIFY, "opinion", on_opinion),
    OPINION_LATE: Passed(Act.NOTIFY, "opinion", on_late),
}
