"""A deadline exists once, is due once, and what was overtaken or cancelled stays quiet."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.cases import Deadline
from bot.store.health import health
from bot.store.timetable import Timetable, rounded_up
from bot.store.unit import Unit
from tests.fakes import NOW

DAY = timedelta(days=1)


@pytest.fixture
def timetable(unit: Unit) -> Timetable:
    return unit.timetable


def deadline(stage: int = 1, kind: str = "answer", subject: str = "c1", days: int = 0, period: str = "") -> Deadline:
    return Deadline(subject, kind, NOW + days * DAY, stage, period)


def due(timetable: Timetable, days: int = 0) -> list[tuple[str, int]]:
    return [(found.deadline.kind, found.deadline.stage) for found in timetable.due(NOW + days * DAY, 100)]


def test_setting_it_again_changes_nothing(timetable: Timetable) -> None:
    timetable.set("peer_support", [deadline()])
    timetable.set("peer_support", [deadline(days=5)])
    timetable.set("peer_support", [])

    assert due(timetable) == [("answer", 1)]
    (found,) = timetable.due(NOW, 100)
    assert (found.flow, found.deadline) == ("peer_support", deadline())


def test_an_extension_is_another_period(timetable: Timetable) -> None:
    timetable.set("peer_support", [deadline(), deadline(period="2", days=5)])

    assert [d.period for d in timetable.pending("c1")] == ["", "2"]


def test_what_is_due_comes_in_order_and_not_before(timetable: Timetable) -> None:
    timetable.set("peer_support", [deadline(2, days=1), deadline(1), deadline(3, days=2)])

    assert due(timetable, days=1) == [("answer", 1), ("answer", 2)]
    assert timetable.next_due() == NOW
    assert len(timetable.due(NOW + 9 * DAY, 2)) == 2


def test_what_is_settled_is_due_no_more(timetable: Timetable) -> None:
    timetable.set("peer_support", [deadline()])
    (found,) = timetable.due(NOW, 100)
    assert timetable.is_pending(found.id)

    timetable.settle(found.id, "done")

    assert not timetable.is_pending(found.id)
    assert (due(timetable), timetable.next_due()) == ([], None)
    assert not timetable.is_pending("nowhere")


def test_setting_a_settled_one_again_does_not_revive_it(timetable: Timetable) -> None:
    timetable.set("peer_support", [deadline()])
    timetable.settle(timetable.due(NOW, 100)[0].id, "done")
    timetable.set("peer_support", [deadline()])

    assert due(timetable) == []


def test_cancelling_takes_the_named_kinds_of_one_subject(timetable: Timetable) -> None:
    all_three = [deadline(), deadline(kind="term_end"), deadline(subject="c2")]
    timetable.set("peer_support", all_three)
    timetable.cancel("c1", ["answer"])
    assert timetable.pending("c1") == [all_three[1]]

    timetable.cancel("c1")

    assert timetable.pending("c1") == []
    assert timetable.pending("c2") == [all_three[2]]


def test_a_stage_is_stale_once_a_later_one_is_due(timetable: Timetable) -> None:
    timetable.set(
        "peer_support", [deadline(1), deadline(2, days=1), deadline(9, kind="other"), deadline(9, subject="c2")]
    )

    assert not timetable.later_stage_due(deadline(1), NOW)
    assert timetable.later_stage_due(deadline(1), NOW + DAY)
    assert not timetable.later_stage_due(deadline(2), NOW + DAY)


@pytest.mark.parametrize(
    ("minute", "second", "told"),
    [(0, 0, "01:00"), (0, 1, "01:05"), (4, 59, "01:05"), (5, 0, "01:05"), (59, 59, "02:00")],
)
def test_a_clear_moment_is_rounded_up_to_five_minutes(minute: int, second: int, told: str) -> None:
    moment = datetime(2026, 9, 2, 1, minute, second, tzinfo=UTC)

    assert f"{rounded_up(moment):%H:%M}" == told


def test_a_tick_leaves_its_last_beat(timetable: Timetable) -> None:
    assert "chase" not in health(timetable._connection).beats
    timetable.beat("chase", NOW)
    timetable.beat("chase", NOW + DAY)

    assert health(timetable._connection).beats == {"chase": NOW + DAY}
