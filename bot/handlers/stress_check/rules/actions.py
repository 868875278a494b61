"""What is done in the workplaces after the analysis: written down, looked at again on its day, done (Aku 16(2))."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.errors import Refused
from bot.handlers.stress_check.rules.moves import PROVIDED
from bot.handlers.stress_check.rules.rounds import Asked, duties
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.deadlines import stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

CLOCK = "stress_improvement"
KEEPING = (Role.AFFAIRS_STAFF,)
EVERYBODY = "organisation"
DONE, AGAIN = "done", "again"
MOST = 40
"""So many improvements are open at a time: more are no plan, and would not stand on one screen."""

Action = Mapping[str, Any]


@dataclass(frozen=True)
class Planned:
    """What is to be done where, and when to look at it again; `group` is a key of `places`."""

    group: str
    text: str
    follow_on: date | None


@dataclass(frozen=True)
class Followed:
    """What came of one: done, or another day to look at it; in what words ("" for none)."""

    how: str
    follow_on: date | None
    seen: str


def places(case: Case) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every place for which something can be done: the organisation, the divisions, the groups, in their order."""
    yield EVERYBODY, {}
    for number, row in enumerate(case.body["divisions"]):
        yield f"division_{number}", row
    for number, row in enumerate(case.body["groups"]):
        yield f"group_{number}", row


def actions_of(case: Case) -> Sequence[Action]:
    """All of them: the open ones first, the nearest day first; then the done ones, the latest first."""
    found = case.body["actions"]
    is_open = sorted((one for one in found if not one["done_on"]), key=lambda one: (one["follow_on"], int(one["id"])))
    done = sorted((one for one in found if one["done_on"]), key=lambda one: (one["done_on"], int(one["id"])))
    return [*is_open, *reversed(done)]


def action_of(case: Case, key: str) -> Action | None:
    """One of them by its key, None where there is none."""
    return next((one for one in case.body["actions"] if one["id"] == key), None)


def add(planned: Planned, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """General affairs writes down what is to be done; on its day it is asked what came of it."""
    if not planned.text:
        return Refused("stress-action-text-needed", "text")
    day = _later(planned.follow_on, ledger, now)
    if isinstance(day, Refused):
        return day
    if sum(not one["done_on"] for one in case.body["actions"]) >= MOST:
        return Refused("stress-action-many", "text")
    key = str(len(case.body["actions"]) + 1)
    row = {
        "id": key, "group": planned.group, "text": planned.text, "follow_on": day.isoformat(),
        "done_on": "", "seen": "", "turn": 1,
    }  # fmt: skip
    return Decision(
        act="add_action",
        body={**case.body, "actions": [*case.body["actions"], row]},
        deadlines=_clock(case, f"{key}/1", day, ledger, now),
    )


def follow(key: str, followed: Followed, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """It is done, or looked at again on another day."""
    found = action_of(case, key)
    if found is None or found["done_on"]:
        return Refused("stress-action-gone")
    changed = {**found, "seen": followed.seen or found["seen"]}
    if followed.how == DONE:
        changed["done_on"] = ledger.office.day(now).isoformat()
        return _with(changed, case)
    day = _later(followed.follow_on, ledger, now)
    if isinstance(day, Refused):
        return day
    changed["follow_on"], changed["turn"] = day.isoformat(), changed["turn"] + 1
    return replace(_with(changed, case), deadlines=_clock(case, f"{key}/{changed['turn']}", day, ledger, now))


def finish(case: Case) -> Decision | Refused:
    """Nothing is open: general affairs closes it, and its years of keeping begin (Aku 17(3))."""
    if any(not one["done_on"] for one in case.body["actions"]):
        return Refused("stress-analysis-open")
    return Decision(act="finish")


def on_day(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The day of one that is still open: whoever is in general affairs is asked, and again until it is followed."""
    key, _, turn = deadline.period.partition("/")
    found = action_of(case, key) if case.state == PROVIDED else None
    if found is None or found["done_on"] or str(found["turn"]) != turn:
        return None
    rule, office = ledger.policy.clocks[CLOCK], ledger.office
    again: tuple[Deadline, ...] = ()
    if rule.overdue_days and deadline.stage >= sum(len(numbers) for numbers in rule.stages.values()):
        at = office.opening(office.on_or_after(office.day(now) + rule.overdue_days * DAY))
        again = (replace(deadline, due_at=at, stage=deadline.stage + 1, not_after=None),)
    until = max(date.fromisoformat(found["follow_on"]), office.on_or_after(office.day(now)))
    asked = Asked("actions", f"action-{deadline.period}-{deadline.stage}", until, while_in=(PROVIDED,))
    return Decision(act="nudge_action", deadlines=again, notices=duties(asked, KEEPING, case, ledger, now))


def _with(changed: Action, case: Case) -> Decision:
    rows = [changed if one["id"] == changed["id"] else one for one in case.body["actions"]]
    return Decision(act="follow_action", body={**case.body, "actions": rows})


def _later(day: date | None, ledger: Ledger, now: datetime) -> date | Refused:
    return day if day and day > ledger.office.day(now) else Refused("stress-action-day", "follow_on")


def _clock(case: Case, period: str, day: date, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """The reminders of one; another day is another turn, and those of the turn before then ask nothing.

    `period` is its key and the turn: never the day, which somebody has typed.
    """
    planned = stages(ledger.policy.clocks[CLOCK], now, ledger.office, ends_on=day)
    return tuple(Deadline(case.id, CLOCK, stage.at, stage.number, period, stage.not_after) for stage in planned)


PASSED = {CLOCK: Passed(Act.NOTIFY, "group_analysis", on_day)}
TOLD = {"actions": (KEEPING, "group_analysis")}
