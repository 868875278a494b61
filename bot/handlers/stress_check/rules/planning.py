"""The planner's part: a round is prepared, changed until it opens (Aku 3, 6)."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.stress_check.rules.moves import PREPARED, ROUND
from bot.handlers.stress_check.rules.rounds import Asked, duties, office, round_id, round_of
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Opening
from bot.rules.ledger import Ledger
from bot.rules.office import DAY, first_of, next_month
from bot.rules.passed import Passed
from bot.rules.people import Role, fiscal_year

OPENING, CLOSE, WANTED = "opening", "round_close", "round_wanted"
METHODS = ("conversion", "sum")
NEEDED = (Role.IMPLEMENTER, Role.JOINT_CLERK, Role.CLERK)
"""Without these a round cannot be held (Aku 4, 5)."""


@dataclass(frozen=True)
class Plan:
    """From when until when, both included, and by which method is selected (Aku 8(2))."""

    opens_on: date
    closes_on: date
    method: str


def prepare(plan: Plan, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """One round a year (Aku 6). What is asked and how it is judged is fixed now, before anybody answers."""
    if wrong := _wrong(plan, ledger, now):
        return wrong
    if case.exists and case.state != PREPARED:
        return Refused("stress-round-exists", "opens_on")
    stress = ledger.policy.stress_check
    opened = replace(case, id=round_id(str(plan.opens_on.year), ledger))
    body = {
        "opens_on": plan.opens_on.isoformat(), "closes_on": plan.closes_on.isoformat(), "method": plan.method,
        "questionnaire": stress.questionnaire, "employment": list(stress.employment),
        "added": [{"key": row.key, "ja": row.ja, "en": row.en} for row in stress.added],
        "group_size": stress.smallest_group, "invited": [], "added_people": [], "leave": {}, "leaves": 0,
        "turn": case.body.get("turn", 0) + 1,
    }  # fmt: skip
    kept = {key: case.body[key] for key in ("added_people", "leave", "leaves") if key in case.body}
    return Decision(
        act="change" if case.exists else "prepare",
        opens=None if case.exists else Opening(ROUND.kind, str(plan.opens_on.year)),
        body=body | kept,
        cancels=(OPENING, CLOSE) if case.exists else (),
        deadlines=_clock(opened.id, str(body["turn"]), plan, ledger),
    )


def plan(ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """On the first office day of the window the planner is reminded, this year and the next (Aku 6).

    A day that is past already is not made up for: Home says that the round is wanted.
    """
    office, (first, _) = ledger.office, ledger.policy.stress_check.window
    years = (office.day(now).year, office.day(now).year + 1)
    days = ((str(year), office.opening(office.on_or_after(date(year, first, 1)))) for year in years)
    return tuple(Deadline(round_id(year, ledger), WANTED, at, period=year) for year, at in days if at > now)


def on_wanted(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Nobody has planned this year's round: whoever plans is asked to, until the window ends (Aku 3, 6)."""
    if case.exists or not is_wanted(ledger, now):
        return None
    last = last_of(date(int(deadline.period), ledger.policy.stress_check.window[1], 1))
    asked = Asked("round", f"wanted-{deadline.period}", last)
    return Decision(act="ask_for_plan", notices=duties(asked, (Role.PLANNER,), replace(case, id=""), ledger, now))


def is_wanted(ledger: Ledger, now: datetime) -> bool:
    """Whether the months of the rule have come and this year's round has not been planned."""
    today, (first, last) = ledger.office.day(now), ledger.policy.stress_check.window
    return first <= today.month <= last and round_of(str(today.year), ledger) is None


def last_of(month: date) -> date:
    """The last day of a month, given by its first."""
    return first_of(next_month(f"{month:%Y-%m}")) - DAY


def days_of(case: Case) -> tuple[date, date]:
    """The first and the last day of a round."""
    return date.fromisoformat(case.body["opens_on"]), date.fromisoformat(case.body["closes_on"])


def outside_window(case: Case, ledger: Ledger) -> bool:
    """Whether a round lies outside the months that are the rule (Aku 6: in principle); a warning only."""
    first, last = ledger.policy.stress_check.window
    return not all(first <= day.month <= last for day in days_of(case))


def missing(ledger: Ledger, now: datetime) -> tuple[Role, ...]:
    """The offices without which no round can be held, of those that nobody holds today."""
    return tuple(role for role in NEEDED if not office((role,), ledger, now))


def _wrong(plan: Plan, ledger: Ledger, now: datetime) -> Refused | None:
    today = ledger.office.day(now)
    if plan.opens_on < today:
        return Refused("stress-round-past", "opens_on")
    if plan.closes_on <= plan.opens_on:
        return Refused("stress-round-order", "closes_on")
    if fiscal_year(plan.closes_on) != fiscal_year(plan.opens_on) and plan.closes_on.year != plan.opens_on.year:
        return Refused("stress-round-long", "closes_on")
    if missing(ledger, now):
        return Refused("stress-round-nobody", "opens_on")
    return None


def _clock(subject: str, period: str, plan: Plan, ledger: Ledger) -> tuple[Deadline, ...]:
    """The morning on which it opens and the midnight at which it closes; another plan has other deadlines."""
    return (
        Deadline(subject, OPENING, ledger.office.opening(plan.opens_on), period=period),
        Deadline(subject, CLOSE, ledger.office.start_of(plan.closes_on + DAY), period=period),
    )


PASSED = {WANTED: Passed(Act.NOTIFY, "plan", on_wanted)}
TOLD = {"round": ((Role.PLANNER,), "plan")}
