"""A payload that has had its effect is known by its key until no copy can come any more."""

from datetime import date, timedelta

from sqlalchemy import select

from bot.store.deliveries import DELIVERY
from bot.store.unit import Unit

TODAY = date(2026, 9, 2)


def test_a_key_is_new_once(unit: Unit) -> None:
    assert unit.deliveries.seen("form:1") == (False, "")
    unit.deliveries.add("form:1", "c1", TODAY)
    unit.deliveries.add("event:2", "", TODAY)

    assert unit.deliveries.seen("form:1") == (True, "c1")
    assert unit.deliveries.seen("event:2") == (True, "")
    assert unit.deliveries.seen("form:3") == (False, "")


def test_it_lives_as_long_as_a_form_page(unit: Unit) -> None:
    unit.deliveries.add("form:1", "c1", TODAY)

    assert unit.deliveries.forget_expired(TODAY + timedelta(days=31)) == 0
    assert unit.deliveries.forget_expired(TODAY + timedelta(days=32)) == 1
    assert unit.deliveries.seen("form:1") == (False, "")


def test_a_key_with_a_slack_id_in_it_is_not_readable(unit: Unit) -> None:
    unit.deliveries.add("button:accept:c1:3:U0SUPPORTER", "c1", TODAY)

    (key,) = unit.connection.execute(select(DELIVERY.c.key)).scalars()
    assert b"U0SUPPORTER" not in key
