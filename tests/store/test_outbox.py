"""A message is one message, leaves once, in order, and nobody who lost its lease can settle it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, select, update

from bot.rules.cases import NoticeClass
from bot.store.health import health
from bot.store.outbox import OUTBOX, Letter, Outbox
from bot.store.unit import Unit
from tests.fakes import ASKER, NOW, OTHER, SUPPORTER

LEASE = timedelta(seconds=60)
TODAY = date(2026, 9, 2)
LETTER = Letter(
    "", NoticeClass.NEWS, ASKER, "peer_support", "c1", "case", TODAY, NOW, NOW + timedelta(days=1), 0, "pending",
    ("accepted",),
)  # fmt: skip


@pytest.fixture
def outbox(unit: Unit) -> Outbox:
    return unit.outbox


def claim(outbox: Outbox, now: datetime = NOW) -> list[Letter]:
    return outbox.claim(now, LEASE, 10)


def lease_ran_out(connection: Connection) -> None:
    connection.execute(update(OUTBOX).values(lease_until=datetime(2000, 1, 1, tzinfo=UTC)))


def test_a_message_comes_out_as_it_was_put_in(outbox: Outbox) -> None:
    outbox.add(LETTER, "once")

    (letter,) = claim(outbox)
    assert replace(letter, id="", attempt=0) == LETTER


def test_the_same_notice_twice_is_one_message(outbox: Outbox) -> None:
    for recipient in (ASKER, OTHER):
        outbox.add(replace(LETTER, recipient=recipient), "once")
    outbox.add(LETTER, "another")

    assert [letter.recipient for letter in claim(outbox)] == [ASKER, ASKER]


def test_nothing_leaves_before_its_time_and_danger_goes_first(outbox: Outbox) -> None:
    outbox.add(replace(LETTER, not_before=NOW + timedelta(minutes=1)), "later")
    outbox.add(replace(LETTER, recipient=SUPPORTER), "now")
    outbox.add(replace(LETTER, klass=NoticeClass.DANGER, recipient=OTHER), "danger")

    assert [letter.recipient for letter in claim(outbox)] == [OTHER, SUPPORTER]
    assert outbox.waiting() == [NOW, NOW, NOW + timedelta(minutes=1)]
    assert outbox.next_at() == NOW


def test_what_one_has_claimed_nobody_else_gets(outbox: Outbox) -> None:
    outbox.add(LETTER, "once")

    assert len(claim(outbox)) == 1
    assert claim(outbox) == []


def test_after_the_lease_it_is_taken_over_as_unknown_and_the_late_one_cannot_settle(
    outbox: Outbox, connection: Connection
) -> None:
    outbox.add(LETTER, "once")
    (late,) = claim(outbox)
    lease_ran_out(connection)
    (heir,) = claim(outbox)

    assert (late.state, heir.state) == ("pending", "sending")  # it was on its way: the history is looked at first
    assert not outbox.settle(late, "dead", TODAY)
    assert outbox.settle(heir, "sent", TODAY)
    assert claim(outbox) == []


def test_a_lease_from_a_clock_that_was_wrong_does_not_hold_for_ever(outbox: Outbox, connection: Connection) -> None:
    outbox.add(LETTER, "once")
    claim(outbox)
    connection.execute(update(OUTBOX).values(lease_until=datetime(2200, 1, 1, tzinfo=UTC)))

    assert len(claim(outbox)) == 1


@pytest.mark.parametrize("state", ["pending", "unknown"])
def test_what_is_put_off_comes_again_with_what_is_known_of_it(outbox: Outbox, state: str) -> None:
    outbox.add(LETTER, "once")
    (letter,) = claim(outbox)
    outbox.put_off(letter, state, NOW + timedelta(minutes=5))

    assert claim(outbox) == []
    (again,) = claim(outbox, NOW + timedelta(minutes=5))
    assert (again.state, again.attempt) == (state, 2)


@pytest.mark.parametrize("state", ["sent", "dropped", "dead"])
def test_what_is_settled_is_settled(outbox: Outbox, state: str) -> None:
    outbox.add(LETTER, "once")
    (letter,) = claim(outbox)

    assert outbox.settle(letter, state, TODAY)
    assert not outbox.settle(letter, "sent", TODAY)
    assert health(outbox._connection).dead == (state == "dead")
    assert outbox.next_at() is None


def test_settled_messages_are_forgotten_and_open_ones_are_not(outbox: Outbox) -> None:
    outbox.add(LETTER, "settled")
    outbox.settle(claim(outbox)[0], "sent", TODAY)
    outbox.add(LETTER, "open")

    assert outbox.forget_settled(TODAY) == 0
    assert outbox.forget_settled(TODAY + timedelta(days=1)) == 1
    assert len(claim(outbox)) == 1


def test_what_cannot_be_opened_is_given_up_and_forgotten_like_the_others(
    outbox: Outbox, connection: Connection
) -> None:
    outbox.add(LETTER, "once")
    connection.execute(update(OUTBOX).values(payload=b"changed by hand"))

    assert claim(outbox) == []
    assert health(connection).dead == 1
    assert outbox.forget_settled(TODAY) == 0
    assert outbox.forget_settled(TODAY + timedelta(days=1)) == 1


def test_a_row_in_the_clear_says_neither_who_nor_what(outbox: Outbox, connection: Connection) -> None:
    outbox.add(replace(LETTER, about="case-of-somebody"), "once:U0ASKER")
    row = connection.execute(select(OUTBOX)).mappings().one()

    told = " ".join(v.decode("latin-1") if isinstance(v, bytes) else str(v) for v in row.values())
    assert not any(word in told for word in (ASKER, "peer_support", "somebody", "accepted"))
