"""The implementer looks at everybody whose verdict is not no, and orders the results to be opened (Aku 9, 10)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.errors import Refused
from bot.handlers.stress_check.rules.moves import REVIEWING
from bot.handlers.stress_check.rules.results import TELLING
from bot.handlers.stress_check.rules.rounds import Asked, duties
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.deadlines import stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

CLOCK, REVIEW = "stress_review", "review"


def review_clock(round_: Case, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """When the implementer is asked again, counted from now, when everything is gathered."""
    planned = stages(ledger.policy.clocks[CLOCK], now, ledger.office)
    return tuple(Deadline(round_.id, REVIEW, one.at, one.number, not_after=one.not_after) for one in planned)


def entries(round_: Case) -> Mapping[str, bool | None]:
    """Who is to be looked at: the check's id, and whether the interview is advised; None: not yet decided."""
    found: Mapping[str, bool | None] = round_.body.get("review", {})
    return found


def undecided(round_: Case) -> tuple[str, ...]:
    """The checks that nobody has looked at yet, in an order that tells nothing."""
    return tuple(sorted(one for one, advised in entries(round_).items() if advised is None))


def decide(check: str, advised: bool, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Whether somebody should see the physician (Aku 10); it can be decided otherwise until the results are open."""
    if case.state != REVIEWING:
        return Refused("stress-review-over")
    if check not in entries(case):
        return Refused("not-shown")
    return Decision(act="review", body={**case.body, "review": {**entries(case), check: advised}})


def open_results(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The order (Aku 9): from this instant every taker's result is theirs to see, whatever it says."""
    if case.state != REVIEWING:
        return Refused("stress-review-over")
    left = undecided(case)
    if left:
        return Refused("stress-review-left", count=len(left))
    return Decision(
        act="open_results",
        body={**case.body, "told_at": ledger.office.local(now).isoformat(timespec="seconds"), "told_after": ""},
        cancels=(REVIEW,),
        deadlines=(Deadline(case.id, TELLING, ledger.office.next_working(now)),),
    )


def on_review(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Everybody who has taken it waits: the implementer is reminded until the results are open (Aku 9, 10)."""
    if case.state != REVIEWING:
        return None
    rule, office, today = ledger.policy.clocks[CLOCK], ledger.office, ledger.office.day(now)
    days = rule.stages["working_days"]
    left = days[-1] - days[deadline.stage - 1] if deadline.stage <= len(days) else 0
    asked = Asked("review", f"review-{deadline.stage}", office.add_open_days(today, left), (REVIEWING,))
    again: tuple[Deadline, ...] = ()
    if rule.overdue_days and deadline.stage >= len(days):
        at = office.opening(office.on_or_after(today + rule.overdue_days * DAY))
        again = (replace(deadline, due_at=at, stage=deadline.stage + 1, not_after=None),)
    return Decision(act="nudge_review", deadlines=again, notices=duties(asked, (Role.IMPLEMENTER,), case, ledger, now))


PASSED = {REVIEW: Passed(Act.NOTIFY, "interview_eligible", on_review)}
TOLD = {"review": ((Role.IMPLEMENTER,), "interview_eligible")}
