"""Counters add up, stay apart and cannot be edited by hand."""

import pytest
from sqlalchemy import select, update

from bot.errors import SealBroken
from bot.rules.cases import Count
from bot.store.figures import COUNT
from bot.store.unit import Unit

FLOW = "peer_support"


def test_counts_add_up_by_month_and_category(unit: Unit) -> None:
    unit.figures.add(
        FLOW, [Count("topic.work", "2026-09"), Count("topic.work", "2026-09"), Count("share.2", "2026-09")]
    )
    unit.figures.add(FLOW, [Count("topic.work", "2026-09", 3), Count("topic.work", "2026-10")])
    unit.figures.add(FLOW, [])

    assert unit.figures.of_month(FLOW, "2026-09") == {"topic.work": 5, "share.2": 1}
    assert unit.figures.of_month(FLOW, "2026-10") == {"topic.work": 1}
    assert unit.figures.of_month("another", "2026-09") == {}


def test_a_counter_of_an_earlier_revision_put_back_is_noticed(unit: Unit) -> None:
    unit.figures.add(FLOW, [Count("topic.work", "2026-09")])
    before = unit.connection.execute(select(COUNT.c.body)).scalar_one()
    unit.figures.add(FLOW, [Count("topic.work", "2026-09")])
    unit.connection.execute(update(COUNT).values(body=before))

    with pytest.raises(SealBroken):
        unit.figures.of_month(FLOW, "2026-09")


def test_a_counter_moved_to_another_month_is_noticed(unit: Unit) -> None:
    unit.figures.add(FLOW, [Count("topic.work", "2026-09")])
    unit.connection.execute(update(COUNT).values(month="2026-10"))

    with pytest.raises(SealBroken):
        unit.figures.of_month(FLOW, "2026-10")
