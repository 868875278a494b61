"""Forgetting takes what has had its time, and nothing else."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import func, select

from bot.store.deliveries import DELIVERY
from bot.store.outbox import OUTBOX
from bot.store.purge import purge
from tests.fakes import NOW, OFFICE
from tests.store.conftest import Begin
from tests.store.test_outbox import LEASE, LETTER


def left(begin: Begin, *, days: int) -> tuple[int, int]:
    """Keys and messages that are left when it is purged so many days later."""
    with begin(NOW + timedelta(days=days)) as unit:
        purge(unit)
        tables = (DELIVERY, OUTBOX)
        return tuple(unit.connection.execute(select(func.count()).select_from(t)).scalar_one() for t in tables)  # type: ignore[return-value]


def test_sent_messages_go_after_a_week_keys_after_a_month_and_waiting_messages_stay(begin: Begin) -> None:
    today = OFFICE.day(NOW)
    with begin() as unit:
        unit.deliveries.add("form:1", "c1", today)
        unit.outbox.add(LETTER, "sent")
        unit.outbox.settle(unit.outbox.claim(NOW, LEASE, 1)[0], "sent", today)
        unit.outbox.add(replace(LETTER, not_after=None), "waiting")

    assert left(begin, days=0) == (1, 2)
    assert left(begin, days=7) == (1, 2)
    assert left(begin, days=8) == (1, 1)  # G9
    assert left(begin, days=31) == (1, 1)
    assert left(begin, days=32) == (0, 1)
    assert left(begin, days=400) == (0, 1)
