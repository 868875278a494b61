"""The ticks ask every flow and may come at any time, also twice; one failing deadline stops no other."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import disposal
from bot.casework import Casework
from bot.handlers.peer_support import flow as peer
from bot.handlers.peer_support.rules import month
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.ledger import Ledger
from bot.store.health import health
from bot.store.purge import LEAP, unburied, waits_until
from bot.store.unit import Unit
from bot.store.witness import Witness
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
def ticks(casework: Casework, members: Refreshed, tmp_path: Path) -> Ticks:
    return Ticks(casework, NothingToCarry(), members, Witness(tmp_path / "witness"))  # type: ignore[arg-type]


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


async def test_what_was_destroyed_is_noted_outside_and_the_chain_is_anchored_once_a_day(
    ticks: Ticks, casework: Casework, tmp_path: Path
) -> None:
    case = await ended(casework)
    witness = Witness(tmp_path / "witness")
    await ticks.purge(NOW)
    await ticks.purge(NOW + timedelta(hours=1))
    assert len(witness.buried()) == 2  # what was told, and who told it
    assert case.id not in witness.buried(), "a case is not named, only its keys"
    assert await casework.store.read(unburied) == []
    assert [one.day for one in witness.anchors()] == [date(2026, 9, 2)]
    await ticks.purge(NOW + timedelta(days=1))
    assert [one.day for one in witness.anchors()] == [date(2026, 9, 2), date(2026, 9, 3)]


async def test_without_the_folder_it_waits_in_the_database(
    ticks: Ticks, casework: Casework, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await ended(casework)
    (tmp_path / "witness").touch()
    await ticks.purge(NOW)
    assert [record.msg for record in caplog.records if record.levelno == logging.ERROR] == ["no-witness"]
    assert len(await casework.store.read(unburied)) == 2
    (tmp_path / "witness").unlink()
    await ticks.purge(NOW + timedelta(hours=1))
    assert len(Witness(tmp_path / "witness").buried()) == 2


async def ended(casework: Casework) -> Case:
    """A matter whose route has ended."""

    def work(unit: Unit) -> Case:
        case = Case("", FLOW, "request", "requested", 0, "2026-09", "v1", body={"a": 1}, identity={"requester": "U1"})
        case = unit.casebook.open(case, ())
        unit.casebook.end_route(case)
        return case

    return await casework.store.run(work)


# ---- disposal ----

LAST, OVER = date(2026, 8, 31), 25  # more than are destroyed in one unit


async def kept_long_enough(casework: Casework) -> list[str]:
    """Months whose last day was in August."""

    def work(unit: Unit) -> list[str]:
        month = Case("", FLOW, "month", "sent", 0, "2020-09", "v1", body={"a": 1})
        made = [unit.casebook.open(month, ()) for _ in range(OVER)]
        for case in made:
            unit.keeping.until(case, LAST, 2020)
        return [case.id for case in made]

    return await casework.store.run(work)


async def living(casework: Casework) -> int:
    return len(await casework.store.read(lambda unit: unit.casebook.living()))


def another(casework: Casework, members: Refreshed, tmp_path: Path) -> Ticks:
    """The timetable of a process that was started again."""
    return Ticks(casework, NothingToCarry(), members, Witness(tmp_path / "witness"))  # type: ignore[arg-type]


def certified(tmp_path: Path) -> list[tuple[str, int]]:
    return [(one.name, one.number) for one in Witness(tmp_path / "witness").certificates()]


async def test_what_was_destroyed_before_a_crash_is_certified_after_it(
    ticks: Ticks, casework: Casework, members: Refreshed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await kept_long_enough(casework)
    once = disposal.by_itself

    def then_killed(unit: Unit, courses: Any) -> Mapping[str, int]:
        monkeypatch.setattr(disposal, "by_itself", killed)
        return once(unit, courses)

    def killed(unit: Unit, courses: Any) -> Mapping[str, int]:
        raise RuntimeError

    monkeypatch.setattr(disposal, "by_itself", then_killed)
    with pytest.raises(RuntimeError):
        await ticks.purge(NOW)
    assert (await living(casework), certified(tmp_path)) == (OVER - disposal.AT_A_TIME, [])
    monkeypatch.setattr(disposal, "by_itself", once)

    await another(casework, members, tmp_path).purge(NOW)
    assert (await living(casework), certified(tmp_path)) == (0, [("peer", OVER)])


async def test_a_certificate_waits_for_its_folder_and_stands_there_once(
    ticks: Ticks, casework: Casework, members: Refreshed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await kept_long_enough(casework)
    (tmp_path / "witness").touch()
    await ticks.purge(NOW)
    assert await living(casework) == 0
    (tmp_path / "witness").unlink()

    def killed(unit: Unit, certificates: Any) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr("scheduler.ticks.certified", killed)
        with pytest.raises(RuntimeError):
            await ticks.purge(NOW + timedelta(hours=1))
    assert certified(tmp_path) == [("peer", OVER)]
    for hours in (2, 3):
        await another(casework, members, tmp_path).purge(NOW + timedelta(hours=hours))
    assert certified(tmp_path) == [("peer", OVER)]


YEARS = timedelta(days=365 * 30)


@pytest.mark.parametrize(("standstill", "waits"), [(LEAP, False), (LEAP + timedelta(minutes=1), True), (YEARS, True)])
async def test_a_clock_far_ahead_of_the_last_sign_of_life_must_run_some_office_days(
    ticks: Ticks, casework: Casework, members: Refreshed, tmp_path: Path, caplog: pytest.LogCaptureFixture,
    *, standstill: timedelta, waits: bool,
) -> None:  # fmt: skip
    await ticks.purge(NOW)
    await kept_long_enough(casework)
    moment = NOW + standstill
    await another(casework, members, tmp_path).purge(moment)
    assert (await living(casework) > 0) is waits
    assert ("clock-leapt" in [record.msg for record in caplog.records]) is waits
    if not waits:
        return
    beats = await casework.store.read(lambda unit: health(unit.connection).beats)
    last = waits_until(beats, casework.office, moment)
    assert last == casework.office.add_open_days(casework.office.day(moment), 3)
    late = casework.office.start_of(last)
    again = another(casework, members, tmp_path)
    for hours in (0, 23):
        await again.purge(late + timedelta(hours=hours))
        assert await living(casework) == OVER
    await again.purge(late + timedelta(hours=24))
    assert await living(casework) == 0


async def test_a_clock_that_was_put_right_again_waits_as_well_and_then_goes_on(
    ticks: Ticks, casework: Casework, members: Refreshed, tmp_path: Path
) -> None:
    await ticks.purge(NOW)
    await kept_long_enough(casework)
    await another(casework, members, tmp_path).purge(NOW + YEARS)
    right = another(casework, members, tmp_path)
    await right.purge(NOW + timedelta(hours=2))
    assert await living(casework) == OVER
    await right.purge(NOW + timedelta(days=6))
    assert await living(casework) == 0
