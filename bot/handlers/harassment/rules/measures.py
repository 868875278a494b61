"""What came of the proposal: the mayor's decision by date and kind, its follow-up, no detail of discipline (K7)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.errors import Refused
from bot.handlers.harassment.rules.circle import joined, keepers, responders
from bot.handlers.harassment.rules.clocks import MEASURES as CLOCK
from bot.handlers.harassment.rules.clocks import again, is_last, last_day, with_clock
from bot.handlers.harassment.rules.ending import closing
from bot.handlers.harassment.rules.moves import MEASURES, PROPOSED
from bot.handlers.harassment.rules.notices import duty, news
from bot.handlers.harassment.rules.sittings import MEASURES_LATE
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.policy_harassment import Measure

FOLLOW_UP = "follow_up"
TAKEN = "measures"
STATES = (PROPOSED, MEASURES)

Taken = Mapping[str, Any]


@dataclass(frozen=True)
class Decided:
    """The mayor's decision as the secretariat enters it: its day, its kinds, and when to look at them again."""

    decided_on: date
    kinds: tuple[str, ...]
    look_again_on: date


def measures_of(case: Case) -> Sequence[Taken]:
    """The measures as they were entered: kind, decided_on, look_again_on, done_on ("" while open)."""
    return tuple(case.body.get(TAKEN, ()))


def open_ones(case: Case) -> tuple[int, ...]:
    """The places of the measures that are not carried out yet."""
    return tuple(place for place, one in enumerate(measures_of(case)) if not one["done_on"])


def told_to_person(case: Case, ledger: Ledger) -> tuple[Measure, ...]:
    """The kinds of measures that concern the person (Aki 12(2)), in the policy's order; never discipline (K7)."""
    kinds = {one["kind"] for one in measures_of(case)}
    return tuple(row for row in ledger.policy.harassment.measures if row.told and row.key in kinds)


def decide(decided: Decided, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Enters what the mayor decided after the proposal (Aki 12); the person hears that measures are taken."""
    day = ledger.office.day(now)
    if not date.fromisoformat(case.body["proposed_on"]) <= decided.decided_on <= day:
        return Refused("harassment-decide-day", "decided_on")
    if not decided.kinds:
        return Refused("harassment-decide-kinds", "kinds")
    if decided.look_again_on <= day:
        return Refused("harassment-decide-look-again", "look_again_on")
    new = [
        {
            "kind": kind, "done_on": "",
            "decided_on": decided.decided_on.isoformat(), "look_again_on": decided.look_again_on.isoformat(),
        }
        for kind in decided.kinds
    ]  # fmt: skip
    told = (case.requester, *responders(case))
    decision = Decision(
        act="decide",
        body={key: value for key, value in case.body.items() if key != MEASURES_LATE}
        | {TAKEN: [*measures_of(case), *new]},
        cancels=(CLOCK, FOLLOW_UP),
        notices=news(case, told, "decided", while_in=STATES),
    )
    return joined(_looked_at_again(decision, case, ledger, now), case, ledger, now, state=MEASURES)


def follow_up(
    done: Collection[int], look_again_on: date | None, case: Case, ledger: Ledger, now: datetime
) -> Decision | Refused:
    """Ticks what has been carried out; what is left gets another day."""
    day, left = ledger.office.day(now), set(open_ones(case)) - set(done)
    if not set(done) <= set(open_ones(case)):
        return Refused("not-shown")
    if left and (look_again_on is None or look_again_on <= day):
        return Refused("harassment-decide-look-again", "look_again_on")
    changed = [
        {**one, "done_on": day.isoformat()} if place in done
        else {**one, "look_again_on": look_again_on.isoformat()} if place in left and look_again_on
        else dict(one)
        for place, one in enumerate(measures_of(case))
    ]  # fmt: skip
    decision = Decision(act="follow_up", body={**case.body, TAKEN: changed}, cancels=(CLOCK, FOLLOW_UP))
    return _looked_at_again(decision, case, ledger, now)


def close(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """It has been dealt with: everything is carried out, or the mayor saw no need of measures (Aki 12)."""
    if open_ones(case):
        return Refused("harassment-close-open")
    return closing(Decision(act="close", cancels=(FOLLOW_UP,)), case, ledger, now)


def on_clock(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Nothing was entered yet: who keeps the file hears it; with the last stage after a proposal the person (G13)."""
    if case.state not in STATES:
        return None
    decision = _nudged(f"{CLOCK}-{deadline.period}-{deadline.stage}", case, ledger, now)
    decision = replace(decision, deadlines=again(CLOCK, deadline, ledger, now))
    if case.state != PROPOSED or not is_last(CLOCK, deadline.stage, ledger):
        return decision
    told = news(case, (case.requester,), "measures-late", while_in=(PROPOSED,))
    late = {**case.body, MEASURES_LATE: ledger.office.day(now).isoformat()}
    return replace(decision, body=late, notices=(*told, *decision.notices))


def on_follow_up(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The day on which the measures were to be looked at again; from here the clock of Aki 12 reminds once more."""
    if case.state != MEASURES or not open_ones(case):
        return None
    decision = _nudged(f"{FOLLOW_UP}-{deadline.period}", case, ledger, now)
    return with_clock(decision, case, CLOCK, ledger, now, after=FOLLOW_UP)


def _nudged(what: str, case: Case, ledger: Ledger, now: datetime) -> Decision:
    people = keepers(case, ledger, ledger.office.day(now))
    return Decision(
        act="nudge_measures", notices=duty(case, people, what, last_day(CLOCK, ledger, now), while_in=STATES)
    )


def _looked_at_again(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The decision with the first day on which an open measure is to be looked at again.

    Once everything is carried out the clock of Aki 12 runs until it is closed.
    """
    days = [one["look_again_on"] for one in (decision.body or {})[TAKEN] if not one["done_on"]]
    if not days:
        return with_clock(decision, case, CLOCK, ledger, now)
    first = date.fromisoformat(min(days))
    at = ledger.office.opening(ledger.office.on_or_before(first))
    return replace(decision, deadlines=(*decision.deadlines, Deadline(case.id, FOLLOW_UP, at, 0, str(case.rev))))


PASSED = {
    CLOCK: Passed(Act.NOTIFY, "measures", on_clock),
    FOLLOW_UP: Passed(Act.NOTIFY, "measures", on_follow_up),
}
