"""General affairs after the opinion: the result opened if it is needed, measures decided and followed up (Aku 13)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.errors import Refused
from bot.handlers.stress_check.rules.interview import OWN, overdue
from bot.handlers.stress_check.rules.moves import HELD, MEASURED, REPORTED, TO_BE_HELD
from bot.handlers.stress_check.rules.rounds import Asked, duties, news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice
from bot.rules.consent import DEEMED_ARTICLE, opened
from bot.rules.deadlines import stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

CLOCK = "stress_measures"
MEASURES, FOLLOW = "measures", "measures_follow"
SCREEN = "measures"
DUE = (REPORTED, MEASURED)
OPENABLE = (*TO_BE_HELD, HELD, REPORTED, MEASURED)
"""While the application is under way its result may be opened for the first time."""

WITHIN_DAYS = 7
"""Within so many days general affairs is asked to see to it (*)."""

Taken = Mapping[str, Any]


@dataclass(frozen=True)
class Measure:
    """One measure: its kind in the policy, what exactly, and on which day it is looked at again."""

    key: str
    text: str
    follow_on: date


def clock(interview_id: str, period: str, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """When general affairs is reminded that something is to be decided; `period` tells the runs apart."""
    planned = stages(ledger.policy.clocks[CLOCK], now, ledger.office)
    return tuple(Deadline(interview_id, MEASURES, one.at, one.number, period, one.not_after) for one in planned)


def asked(what: str, case: Case, ledger: Ledger, now: datetime) -> tuple[Notice, ...]:
    """The duty to see to it, to everybody at general affairs but the person."""
    until = ledger.office.on_or_after(ledger.office.day(now) + WITHIN_DAYS * DAY)
    found = duties(Asked(SCREEN, what, until, DUE), (Role.AFFAIRS_STAFF,), case, ledger, now)
    return tuple(one for one in found if one.recipient != case.requester)


def open_result(hat: Role, case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """The first opening by a reader that the consent names ends the right to take it back (Aku 11(2), S7)."""
    if "opened_on" in case.body or case.state not in OPENABLE:
        return None
    mine = [one for one in ledger.consents(case.id) if (one.article, one.recipient) == (DEEMED_ARTICLE, hat)]
    return Decision(
        act="open_result",
        body={**case.body, "opened_on": ledger.office.day(now).isoformat()},
        consents=tuple(opened(one, now) for one in mine),
    )


def measures_of(case: Case) -> Sequence[Taken]:
    """The measures in the order in which they were decided; `done_on` is "" while one is open."""
    return tuple(case.body.get("measures", ()))


def open_ones(case: Case) -> tuple[int, ...]:
    """The places of the measures that are not carried out yet."""
    return tuple(place for place, one in enumerate(measures_of(case)) if not one["done_on"])


def decide(measure: Measure, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """One measure more; the person may read it from now on."""
    today = ledger.office.day(now)
    if measure.follow_on <= today:
        return Refused("stress-measures-later", "follow_on")
    if not measure.text:
        return Refused("stress-measures-what", "text")
    new = {
        "key": measure.key, "text": measure.text, "on": today.isoformat(),
        "follow_on": measure.follow_on.isoformat(), "done_on": "",
    }  # fmt: skip
    body = {**case.body, "measures": [*measures_of(case), new]}
    decision = Decision(
        act="measure" if case.state == REPORTED else "follow",
        body=body,
        cancels=(MEASURES, FOLLOW),
        notices=news(case, f"measure-{case.rev}", OWN),
    )
    return _looked_after(decision, case, ledger, now)


def follow(
    done: Collection[int], again_on: date | None, case: Case, ledger: Ledger, now: datetime
) -> Decision | Refused:
    """What has been carried out is ticked; what is left is looked at again on another day."""
    today, before = ledger.office.day(now), set(open_ones(case))
    left = before - set(done)
    if not set(done) <= before:
        return Refused("not-shown")
    if left and (again_on is None or again_on <= today):
        return Refused("stress-measures-later", "follow_on")
    changed = [
        {**one, "done_on": today.isoformat()} if place in done
        else {**one, "follow_on": again_on.isoformat()} if place in left and again_on
        else dict(one)
        for place, one in enumerate(measures_of(case))
    ]  # fmt: skip
    decision = Decision(act="follow", body={**case.body, "measures": changed}, cancels=(MEASURES, FOLLOW))
    return _looked_after(decision, case, ledger, now)


def finish(why: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """All of it is carried out, or none was needed; against the opinion only with a reason that the person reads."""
    if open_ones(case):
        return Refused("stress-measures-open")
    against = not measures_of(case) and case.body["opinion"]["needed"]
    if against and not why:
        return Refused("stress-measures-why", "why")
    body = {**case.body, "finished_on": ledger.office.day(now).isoformat()}
    return Decision(act="finish", body={**body, "why_none": why} if why else body, notices=news(case, "finished", OWN))


def on_measures(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Nothing was decided yet, or all is carried out and not closed: general affairs is reminded until it is."""
    if case.state not in DUE or open_ones(case):
        return None
    numbered = sum(len(numbers) for numbers in ledger.policy.clocks[CLOCK].stages.values())
    again = (overdue(CLOCK, deadline, ledger, now),) if deadline.stage >= numbered else ()
    return Decision(
        act="nudge_measures", deadlines=again,
        notices=asked(f"measures-{deadline.period}-{deadline.stage}", case, ledger, now),
    )  # fmt: skip


def on_follow(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The day on which a measure is looked at again; until somebody has, it is asked for once more and again."""
    if case.state != MEASURED or not open_ones(case):
        return None
    return Decision(
        act="nudge_measures",
        deadlines=(overdue(CLOCK, deadline, ledger, now),),
        notices=asked(f"follow-{deadline.period}-{deadline.stage}", case, ledger, now),
    )


def _looked_after(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """With the first day on which an open measure is looked at again; without one, the clock until it is closed."""
    after, period = replace(case, body=decision.body or {}), str(case.rev)
    days = [date.fromisoformat(measures_of(after)[place]["follow_on"]) for place in open_ones(after)]
    if not days:
        return replace(decision, deadlines=clock(case.id, period, ledger, now))
    at = ledger.office.opening(ledger.office.on_or_before(min(days)))
    return replace(decision, deadlines=(Deadline(case.id, FOLLOW, max(at, now), period=period),))


PASSED = {
    MEASURES: Passed(Act.NOTIFY, "work_measures", on_measures),
    FOLLOW: Passed(Act.NOTIFY, "work_measures", on_follow),
}
TOLD = {SCREEN: ((Role.AFFAIRS_STAFF,), "work_measures")}
