"""Units of work are saved together, fail alone, and their callers always learn the truth."""

import asyncio
import gc
from collections.abc import Iterator
from threading import Event

import pytest
from sqlalchemy import Connection, event, insert, text

from bot.errors import Busy, StillSaving, StoreFailed
from bot.store.engine import Database
from bot.store.writer import Writer
from tests.store.units import FIGURE, Work, both, outcome, saved, tally


@pytest.fixture
def writer(database: Database) -> Iterator[Writer]:
    """Not started yet, so that a test decides what stands in one batch."""
    writer = Writer(database)
    yield writer
    writer.stop()


def broken(connection: Connection) -> None:
    tally("broken")(connection)
    raise LookupError("a defect")


def breaking_the_database(connection: Connection) -> None:
    tally("broken")(connection)
    connection.execute(text("SELECT * FROM nowhere"))


def leaving(connection: Connection) -> None:
    raise SystemExit


def commits(database: Database) -> list[Connection]:
    """Grows by one with every commit."""
    seen: list[Connection] = []
    event.listen(database.write, "commit", seen.append)
    return seen


# Together


async def test_a_hundred_callers_share_one_commit(database: Database, writer: Writer) -> None:
    callers = [asyncio.create_task(writer.run(tally(f"row {n}"))) for n in range(100)]
    await asyncio.sleep(0)  # each has queued its unit

    seen = commits(database)
    writer.start()
    values = await asyncio.gather(*callers)

    assert values == [f"row {n}" for n in range(100)]
    assert saved(database) == dict.fromkeys(values, 1)
    assert len(seen) == 1


def test_a_batch_has_a_limit(database: Database) -> None:
    writer = Writer(database, batch_limit=4)
    futures = [writer.submit(tally("row")) for _ in range(10)]

    seen = commits(database)
    writer.start()
    writer.stop()

    assert [outcome(future) for future in futures] == ["row"] * 10
    assert saved(database) == {"row": 10}
    assert len(seen) == 3


def test_nobody_hears_of_success_before_the_commit(database: Database, writer: Writer) -> None:
    told: list[dict[str, int]] = []
    writer.submit(tally("row")).add_done_callback(lambda _: told.append(saved(database)))

    writer.start()
    writer.stop()

    assert told == [{"row": 1}]


# Alone


@pytest.mark.parametrize("failing", [broken, breaking_the_database, leaving])
def test_a_unit_that_fails_fails_alone_and_the_others_are_saved_once(
    database: Database, writer: Writer, failing: Work
) -> None:
    futures = [writer.submit(work) for work in (tally("a"), failing, tally("a"), failing, tally("b"))]

    writer.start()
    outcomes = [outcome(future) for future in futures]

    assert [type(each) for each in outcomes] == [str, type(outcomes[1]), str, type(outcomes[1]), str]
    assert isinstance(outcomes[1], LookupError | StoreFailed | SystemExit)
    assert saved(database) == {"a": 2, "b": 1}
    assert outcome(writer.submit(tally("after"))) == "after"


def test_two_units_that_want_the_same_row_are_both_told_the_truth(database: Database, writer: Writer) -> None:
    def open_once(connection: Connection) -> None:
        connection.execute(insert(FIGURE), {"flow": "f", "month": "m", "body": b""})

    first, second = writer.submit(both(open_once, tally("a"))), writer.submit(both(open_once, tally("b")))
    writer.start()

    assert outcome(first) == [None, "a"]
    assert outcome(second).kind == "integrity"
    assert saved(database) == {"a": 1}


# Patience


async def give_up_on(writer: Writer, work: Work) -> None:
    """Lose patience as soon as `work` has begun."""
    begun = Event()
    caller = asyncio.create_task(writer.run(both(lambda _: begun.set(), work), patience_seconds=0))
    await asyncio.sleep(0)
    begun.wait(timeout=20)  # the loop stands still so long, and with it the caller's patience

    with pytest.raises(StillSaving):
        await caller


async def test_a_caller_whose_unit_has_not_begun_may_try_again_and_nothing_is_saved(
    database: Database, writer: Writer
) -> None:
    with pytest.raises(Busy):
        await writer.run(tally("row"), patience_seconds=0.01)
    writer.start()
    writer.stop()

    assert saved(database) == {}


async def test_a_caller_whose_unit_has_begun_learns_that_it_is_being_saved(database: Database, writer: Writer) -> None:
    go_on = Event()
    writer.start()

    await give_up_on(writer, both(lambda _: go_on.wait(), tally("row")))
    with pytest.raises(Busy):
        await writer.run(tally("behind it"), patience_seconds=0.01)
    go_on.set()
    writer.stop()

    assert saved(database) == {"row": 1}


async def test_an_error_that_nobody_waits_for_any_more_makes_no_noise(writer: Writer) -> None:
    noise: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: noise.append(context))
    go_on = Event()
    writer.start()

    await give_up_on(writer, both(lambda _: go_on.wait(), broken))
    go_on.set()
    writer.stop()
    await asyncio.sleep(0)
    gc.collect()
    await asyncio.sleep(0)

    assert noise == []


async def test_a_caller_that_is_stopped_takes_its_unit_back(database: Database, writer: Writer) -> None:
    caller = asyncio.create_task(writer.run(tally("row")))
    await asyncio.sleep(0)
    caller.cancel()
    await asyncio.wait([caller])

    writer.start()
    writer.stop()

    assert isinstance(caller.exception(), Busy)  # so whoever waits can say truly that nothing was saved
    assert saved(database) == {}


# The end


def test_stopping_finishes_what_was_submitted_and_takes_nothing_more(database: Database, writer: Writer) -> None:
    futures = [writer.submit(tally("row")) for _ in range(300)]
    writer.start()
    writer.stop()

    with pytest.raises(Busy):
        writer.submit(tally("too late"))
    assert all(future.done() for future in futures)
    assert saved(database) == {"row": 300}
