"""The ticks ask every flow and may come at any time, also twice; one failing deadline stops no other."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.casework import Casework
from bot.handlers.peer_support import flow as peer
from bot.handlers.peer_support.rules import month
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.ledger import Ledger
from bot.store.health import health
from scheduler.ticks import AT_A_TIME, FAILING_WAITS, Ticks
from tests.desk import FLOW, ask
from tests.fakes import NOW


class NothingToCarry:
    """A courier for an outbox that is somebody else's matter."""

    async def deliver(self, now: datetime) -> int:
        return 0

    def earliest(self, not_before: datetime) -> datetime:
        return not_before


class Refreshed:
    """Counts how often the list of members was taken anew."""

    def __init__(self) -> None:
        self.times = 0

    async def __call__(self) -> None:
        self.times += 1


@pytest.fixture
def members() -> Refreshed:
    return Refreshed()


@pytest.fixture
def ticks(casework: Casework, members: Refreshed) -> Ticks:
    return Ticks(casework, NothingToCarry(), members)  # type: ignore[arg-type]


def pending(casework: Casework, subject: str) -> list[str]:
    return [d.kind for d in casework.store.run_now(lambda unit: unit.timetable.pending(subject))]


def set_deadlines(casework: Casework, deadlines: Sequence[Deadline]) -> None:
    casework.store.run_now(lambda unit: unit.timetable.set(FLOW, deadlines))


@contextmanager
def passed(other: Mapping[str, Any]) -> Iterator[None]:
    """Let the flow answer some kinds of deadline differently for a while."""
    before = dict(peer.PASSED)
    peer.PASSED.update(other)  # type: ignore[attr-defined]
    try:
        yield
    finally:
        peer.PASSED.update(before)  # type: ignore[attr-defined]


async def test_planning_twice_plans_once(casework: Casework, ticks: Ticks) -> None:
    for _ in range(2):
        await ticks.plan(NOW)

    assert pending(casework, FLOW) == [month.MONTH] * month.MONTHS_AHEAD
    assert casework.store.run_now(lambda unit: health(unit.connection).beats["plan"]) == NOW


async def test_chasing_settles_what_is_due_and_only_that(casework: Casework, ticks: Ticks) -> None:
    case = (await ask(casework)).case
    before = pending(casework, case.id)

    assert await ticks.chase(NOW) == 0
    assert await ticks.chase(NOW + timedelta(days=1)) == 1
    assert await ticks.chase(NOW + timedelta(days=1)) == 0
    assert pending(casework, case.id) == before[1:]


async def test_more_than_a_handful_is_settled_in_one_tick(casework: Casework, ticks: Ticks) -> None:
    many = [Deadline(f"{n:032x}", month.CLOSE, NOW) for n in range(AT_A_TIME + 5)]
    set_deadlines(casework, many)

    assert await ticks.chase(NOW) == len(many)


async def test_a_deadline_that_fails_waits_and_the_others_are_done(casework: Casework, ticks: Ticks) -> None:
    set_deadlines(casework, [Deadline("a" * 32, month.CLOSE, NOW), Deadline("b" * 32, month.REPORT, NOW)])

    def fails(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
        raise RuntimeError

    with passed({month.REPORT: fails}):
        assert await ticks.chase(NOW) == 1
        assert await ticks.chase(NOW) == 0  # it is not tried again at once
    assert pending(casework, "b" * 32) == [month.REPORT]
    assert await ticks.chase(NOW + FAILING_WAITS) == 1


async def test_the_next_due_moment_is_the_next_message_or_deadline(casework: Casework, ticks: Ticks) -> None:
    assert await ticks.next_due() is None
    set_deadlines(casework, [Deadline("a" * 32, month.CLOSE, NOW + timedelta(hours=1))])
    assert await ticks.next_due() == NOW + timedelta(hours=1)

    await ask(casework)

    assert await ticks.next_due() == NOW + timedelta(minutes=5)  # the notice in the next shared slot


async def test_members_are_taken_anew_once_a_day(ticks: Ticks, members: Refreshed) -> None:
    for hours in (0, 1, 24, 25):
        await ticks.purge(NOW + timedelta(hours=hours))

    assert members.times == 1


async def test_all_of_them_say_when_nothing_is_left_to_do(casework: Casework, ticks: Ticks) -> None:
    await ask(casework)

    assert await ticks.all(NOW + timedelta(days=1)) == 1
    assert await ticks.all(NOW + timedelta(days=1)) == 0
