"""No path of moves lets somebody read or change what is not theirs: chance walks through the whole flow.

Each step is held against an oracle that was written from the decisions and the regulation, not from the program.
What people do is seeded; the ids and keys of the store, and with them a draw between two equals, are chance of its own.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.casework import Casework
from bot.clock import MovableClock
from bot.handlers.peer_support.flow import PeerSupport
from bot.handlers.registry import FLOWS
from bot.store.engine import connect
from bot.store.keys import KeyRing
from bot.store.unit import House, Store
from bot.store.writer import Writer
from tests import fakes
from tests.handlers.peer_support.oracle_peer import DOORS, RULES
from tests.handlers.peer_support.walkers import VERBS, Walk

STEPS = 60
LONG_WALKS, LONG_STEPS = 15, 400
Counted = dict[str, Counter[str]]


@contextmanager
def office(file: Path, keys: KeyRing, clock: MovableClock) -> Iterator[Casework]:
    """The flow over a real file whose clock moves."""
    database = connect(f"sqlite:///{file}")
    writer = Writer(database)
    writer.start()
    domains = {flow.name: flow.domain for flow in FLOWS}
    house = House(keys, fakes.POLICY, fakes.OFFICE, domains, fakes.TEAM)
    yield Casework(Store(database, writer, house, clock), [PeerSupport()])
    writer.stop()
    database.close()


async def walk(file: Path, keys: KeyRing, seed: int, steps: int, counted: Counted) -> None:
    """One walk; counts how often each verb succeeded and was refused."""
    clock = MovableClock(fakes.NOW)
    with office(file, keys, clock) as casework:
        walker = Walk(casework, clock, seed, counted)
        await walker.begin()
        await walker.story_of_a_request()
        for _ in range(steps):
            await walker.step()
        await walker.knock()


def test_the_oracle_knows_every_action_and_form_of_the_flow() -> None:
    assert RULES.keys() | DOORS.keys() == set(VERBS)
    assert RULES.keys().isdisjoint(DOORS)


@pytest.mark.parametrize("seed", [1, 2])
async def test_nobody_reads_or_changes_what_is_not_theirs_on_any_walk(
    migrated_sqlite: Path, tmp_path: Path, house_keys: KeyRing, seed: int
) -> None:
    counted: Counted = {"succeeded": Counter(), "refused": Counter()}
    file = Path(shutil.copy(migrated_sqlite, tmp_path / "walk.db"))

    await walk(file, house_keys, seed, STEPS, counted)

    assert counted["succeeded"].total() > STEPS / 5
    assert counted["refused"].total() > STEPS / 10


@pytest.mark.long
async def test_on_many_long_walks_every_act_succeeds_for_some_and_is_refused_to_others(
    migrated_sqlite: Path, tmp_path: Path, house_keys: KeyRing
) -> None:
    counted: Counted = {"succeeded": Counter(), "refused": Counter()}
    for seed in range(100, 100 + LONG_WALKS):
        file = Path(shutil.copy(migrated_sqlite, tmp_path / f"{seed}.db"))
        await walk(file, house_keys, seed, LONG_STEPS, counted)

    for outcome, counts in counted.items():
        done = {verb.removeprefix("peer_support.") for verb, times in counts.items() if times}
        assert done == set(VERBS), f"never {outcome}: {sorted(set(VERBS) - done)}"
