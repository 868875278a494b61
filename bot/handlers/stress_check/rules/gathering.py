"""After the last day what came in is looked through, some at a time, for the implementer and the groups (Aku 8)."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import date, datetime, timedelta
from typing import Any

from bot.handlers.stress_check.rules.moves import (
    AWAY,
    CHECK,
    CLOSING,
    FLOW,
    HANDED_IN,
    INVITED,
    OPEN,
    READ,
    REVIEWING,
    TAKEN,
)
from bot.handlers.stress_check.rules.moves import TOLD as RESULTS_TOLD
from bot.handlers.stress_check.rules.planning import CLOSE
from bot.handlers.stress_check.rules.review import review_clock
from bot.handlers.stress_check.rules.rounds import Asked, analysis_id, duties
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

GATHER, ENDING, GIVE_UP = "gather", "ending", "give_up"
AT_A_TIME = 40  # keeps a unit short (E1)
A_MINUTE = timedelta(minutes=1)
CHART_SCALES = ("quantity", "control", "supervisor", "coworker")
"""The four scales of the job-stress chart; their raw score is what its formulas ask for (Aku 15)."""

OVER_AFTER = 400 * DAY
"""A year for whatever is late, and the days of the application: then a round ends as it stands."""


def on_close(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The last day is over: whoever has not answered is not asked any more."""
    if case.state != OPEN:
        return None
    begins = {"review": {}, "tallies": {}, "takers": 0, "cursor": "", "closed_on": ledger.office.day(now).isoformat()}
    ends = Deadline(case.id, ENDING, now + OVER_AFTER / 4)
    return Decision(act="close", body={**case.body, **begins}, deadlines=(_next(case, deadline, now), ends))


def on_gather(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Some more of the results; after the last of them the implementer is asked to look (Aku 10)."""
    if case.state != CLOSING:
        return None
    numbers = ledger.tally(FLOW, CHECK.kind, case.period)
    if numbers.get(INVITED, 0) or numbers.get(AWAY, 0):  # each ends by a deadline of its own, at this moment
        return Decision(act="gather", deadlines=(_next(case, deadline, now + A_MINUTE),))
    if numbers.get(HANDED_IN, 0):
        return _await_entries(case, deadline, ledger, now)
    some = ledger.listed(FLOW, CHECK.kind, case.period, TAKEN, after=case.body["cursor"], limit=AT_A_TIME)
    body = _with(case.body, some)
    if len(some) == AT_A_TIME:
        return Decision(act="gather", body=body, deadlines=(_next(case, deadline, now),))
    done = {key: value for key, value in body.items() if key != "cursor"}
    days = ledger.policy.clocks["stress_review"].stages["working_days"][-1]
    until = ledger.office.add_open_days(ledger.office.day(now), days)
    return Decision(
        act="gathered",
        body=done,
        deadlines=review_clock(case, ledger, now),
        notices=duties(Asked("review", "gathered", until), (Role.IMPLEMENTER,), case, ledger, now),
    )


def on_ending(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Nobody's days run any more: of the round only its numbers stay; every result has its own case (Aku 17)."""
    if case.state != RESULTS_TOLD:
        return _later(case, deadline, now) if case.state in (CLOSING, OPEN, REVIEWING) else None
    left = [one for state in (TAKEN, READ) for one in _some(case, state, ledger)]
    provided = ledger.case(analysis_id(case.period, ledger)) is not None  # until then the groups are still needed
    if (left or not provided) and now < _last_moment(case, ledger):
        return _later(case, deadline, now)
    if left:
        given_up = tuple(Deadline(one.id, GIVE_UP, now) for one in left)
        return Decision(act="tell_some", deadlines=(*given_up, _next(case, deadline, now + A_MINUTE)))
    kept = ("opens_on", "closes_on", "method", "questionnaire", "takers", "told_at", "analysis_ordered_on")
    return Decision(act="end", body={key: case.body[key] for key in kept if key in case.body})


def on_give_up(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """A result that never reached anybody in a year stays as a record until its years are over."""
    return Decision(act="lapse") if case.state in (TAKEN, READ) else None


def _await_entries(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision:
    """Envelopes that came in time wait for the joint clerk: nobody's answer is left out (S3)."""
    tomorrow = ledger.office.on_or_after(ledger.office.day(now) + DAY)
    again = _next(case, deadline, ledger.office.opening(tomorrow))
    told = duties(Asked("enter_list", f"entries-{deadline.stage}", tomorrow), (Role.JOINT_CLERK,), case, ledger, now)
    return Decision(act="await_entries", deadlines=(again,), notices=told)


def _with(body: Mapping[str, Any], some: Iterable[Case]) -> dict[str, Any]:
    """The round's body with these checks in its groups, and in the implementer's list where the verdict is not no."""
    after = deepcopy(dict(body))
    for check in some:
        after["cursor"] = check.id
        after["takers"] += 1
        if check.body["verdict"] is not False:
            after["review"][check.id] = None
        unit = after["tallies"].setdefault(check.body["unit"], {"division": check.body["division"]})
        counted = unit.setdefault(check.body.get("sex", ""), {})
        for scale in CHART_SCALES:
            raw = str(check.body["score"]["scales"][scale]["raw"])
            histogram = counted.setdefault(scale, {})
            histogram[raw] = histogram.get(raw, 0) + 1
    return after


def _some(case: Case, state: str, ledger: Ledger) -> Iterable[Case]:
    return ledger.listed(FLOW, CHECK.kind, case.period, state, limit=AT_A_TIME)


def _last_moment(case: Case, ledger: Ledger) -> datetime:
    return ledger.office.start_of(date.fromisoformat(case.body["closed_on"])) + OVER_AFTER


def _later(case: Case, deadline: Deadline, now: datetime) -> Decision:
    """Asked again in a month."""
    act = {OPEN: "call", CLOSING: "gather", REVIEWING: "nudge_review"}.get(case.state, "tell_some")
    return Decision(act=act, deadlines=(_next(case, deadline, now + 30 * DAY),))


def _next(case: Case, deadline: Deadline, at: datetime) -> Deadline:
    kind = GATHER if deadline.kind == CLOSE else deadline.kind
    return Deadline(case.id, kind, at, deadline.stage + 1, deadline.period)


PASSED = {
    CLOSE: Passed(Act.CHANGE, "plan", on_close),
    GATHER: Passed(Act.CHANGE, "plan", on_gather),
    ENDING: Passed(Act.CHANGE, "plan", on_ending),
    GIVE_UP: Passed(Act.DISPOSE, "result", on_give_up),
}
TOLD = {"enter_list": ((Role.JOINT_CLERK,), "answers")}
