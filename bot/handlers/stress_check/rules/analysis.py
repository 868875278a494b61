"""The group analysis: ordered by the implementer, provided by the joint clerk, read by the city (Aku 15, 16(1))."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.errors import Refused
from bot.handlers.stress_check.rules.frozen import freeze
from bot.handlers.stress_check.rules.moves import ANALYSIS, PROVIDED, ROUND
from bot.handlers.stress_check.rules.moves import TOLD as RESULTS_TOLD
from bot.handlers.stress_check.rules.rounds import Asked, analysis_id, duties, office
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Opening, Spawn
from bot.rules.deadlines import stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

ORDERED = "analysis_ordered_on"
CLOCK, CLOSE = "stress_groups", "analysis_close"
ORDERING, PROVIDING = (Role.IMPLEMENTER,), (Role.JOINT_CLERK,)
GIVEN_TO = (Role.AFFAIRS_STAFF, Role.DIGEST_READER)
"""The city's side (Aku 16): who reads it once it is provided."""

OPEN_FOR = timedelta(days=366)
"""Until the next round's: then it is closed and its years of keeping begin (Aku 17(3)), unless something is open."""


def order(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The implementer orders it to be given to the city; the joint clerk hears by when (Aku 16(1))."""
    if ORDERED in case.body:
        return Refused("stress-analysis-ordered-already")
    if not can_be_made(case):
        return Refused("stress-analysis-late")
    today = ledger.office.day(now)
    planned = stages(ledger.policy.clocks[CLOCK], now, ledger.office)
    until = ledger.office.day(planned[-1].at)
    return Decision(
        act="order_analysis",
        body={**case.body, ORDERED: today.isoformat()},
        deadlines=tuple(Deadline(case.id, CLOCK, stage.at, stage.number, "", stage.not_after) for stage in planned),
        notices=_asks("ordered", until, case, ledger, now),
    )


def provide(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The joint clerk gives it to the city as it is frozen now; `case` is the round. It is never made anew."""
    analysis = analysis_id(case.period, ledger)
    if ledger.case(analysis) is not None:
        return Refused("stress-analysis-there")
    if not can_be_made(case):
        return Refused("stress-analysis-late")
    today = ledger.office.day(now)
    body = {**freeze(case, ledger), "provided_on": today.isoformat(), "published": False, "actions": []}
    given = Spawn(
        Opening(ANALYSIS.kind, case.period),
        act="provide",
        id=analysis,
        body=body,
        deadlines=(Deadline(analysis, CLOSE, now + OPEN_FOR),),
    )
    return Decision(act="provide", spawns=(given,), cancels=(CLOCK,), notices=_news(analysis, ledger, now))


def can_be_made(case: Case) -> bool:
    """Whether a round has the numbers of its groups: from the results' day until it is over."""
    return case.state == RESULTS_TOLD and "tallies" in case.body


def publish(shown: bool, case: Case) -> Decision | Refused:
    """General affairs lets everybody read the figures, or nobody any more; never what is done about them."""
    if bool(case.body["published"]) is shown:
        return Refused("stress-analysis-as-it-is")
    return Decision(act="publish", body={**case.body, "published": shown})


def facts(case: Case, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
    """Of a round whether its analysis was ordered; of an analysis that the city has it, and whether everybody may."""
    if case.kind == ROUND.kind:
        return {"ordered": ORDERED in case.body}
    if case.kind == ANALYSIS.kind and case.exists:
        return {"ordered": True, "submitted": True, "published": bool(case.body.get("published"))}
    return {}


def newest(ledger: Ledger, now: datetime) -> Case | None:
    """The analysis that was provided last, this year's or last year's."""
    year = ledger.office.day(now).year
    found = (ledger.case(analysis_id(str(one), ledger)) for one in (year, year - 1))
    return next((case for case in found if case is not None), None)


def nothing_shown(body: Mapping[str, Any]) -> bool:
    """Whether there is not one figure that may be shown."""
    rows: Sequence[Mapping[str, Any]] = [*body["groups"], *([body["organisation"]] if body["organisation"] else [])]
    return not any(number is not None for row in rows for number in row["means"].values())


def on_stage(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Not provided yet: the joint clerk is asked again, after the last stage so often as the policy says."""
    if case.state != RESULTS_TOLD or ledger.case(analysis_id(case.period, ledger)) is not None:
        return None
    rule, calendar = ledger.policy.clocks[CLOCK], ledger.office
    last = sum(len(numbers) for numbers in rule.stages.values())
    again: tuple[Deadline, ...] = ()
    if rule.overdue_days and deadline.stage >= last:
        at = calendar.opening(calendar.on_or_after(calendar.day(now) + rule.overdue_days * DAY))
        again = (replace(deadline, due_at=at, stage=deadline.stage + 1, not_after=None),)
    until = calendar.on_or_after(calendar.day(now))
    return Decision(
        act="nudge_analysis",
        deadlines=again,
        notices=_asks(f"{CLOCK}-{deadline.stage}", until, case, ledger, now),
    )


def on_close(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """A year after it was provided it is closed; while an improvement is open, it is asked again in a month."""
    if case.state != PROVIDED:
        return None
    if any(not one["done_on"] for one in case.body["actions"]):
        later = replace(deadline, due_at=now + 30 * DAY, stage=deadline.stage + 1)
        return Decision(act="nudge_action", deadlines=(later,))
    return Decision(act="finish")


def _asks(what: str, until: date, case: Case, ledger: Ledger, now: datetime) -> tuple[Notice, ...]:
    asked = Asked("preview_analysis", f"analysis-{what}", until, while_in=(RESULTS_TOLD,))
    return duties(asked, PROVIDING, case, ledger, now)


def _news(analysis: str, ledger: Ledger, now: datetime) -> tuple[Notice, ...]:
    return tuple(
        Notice(person, NoticeClass.NEWS, analysis, once=f"{analysis}:provided:{person}", topic="analysis")
        for person in office(GIVEN_TO, ledger, now)
    )


PASSED = {
    CLOCK: Passed(Act.NOTIFY, "group_analysis", on_stage),
    CLOSE: Passed(Act.DISPOSE, "group_analysis", on_close),
}
TOLD = {
    "preview_analysis": (PROVIDING, "group_analysis"),
    "analysis": (GIVEN_TO, "group_analysis"),
}
