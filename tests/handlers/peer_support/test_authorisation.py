"""No path of moves lets somebody read or change what is not theirs: chance walks through the whole flow, each step
held against an oracle that was typed from RULINGS, features §2.5 and security §3.2, in this order."""

from collections import Counter
from collections.abc import Iterator

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
from tests.handlers.peer_support.walkers import Walk

STEPS = 350
Counted = dict[str, Counter[str]]


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(fakes.NOW)


@pytest.fixture
def office(sqlite_url: str, house_keys: KeyRing, clock: MovableClock) -> Iterator[Casework]:
    """The flow over a real file whose clock moves."""
    database = connect(sqlite_url)
    writer = Writer(database)
    writer.start()
    domains = {flow.name: flow.domain for flow in FLOWS}
    house = House(house_keys, fakes.POLICY, fakes.OFFICE, domains, fakes.TEAM)
    yield Casework(Store(database, writer, house, clock), [PeerSupport()])
    writer.stop()
    database.close()


async def walked(office: Casework, clock: MovableClock, seed: int, steps: int) -> Counted:
    """One walk; gives how often each verb succeeded and was refused."""
    counted: Counted = {"succeeded": Counter(), "refused": Counter()}
    walk = Walk(office, clock, seed, counted)
    await walk.begin()
    for _ in range(steps):
        await walk.step()
    return counted


def test_the_oracle_knows_every_action_and_form_of_the_flow() -> None:
    verbs = {verb.removeprefix("peer_support.") for verb in (*PeerSupport.actions, *PeerSupport.forms)}

    assert RULES.keys() | DOORS.keys() == verbs
    assert RULES.keys().isdisjoint(DOORS)


@pytest.mark.parametrize("seed", range(3))
async def test_nobody_reads_or_changes_what_is_not_theirs_on_any_walk(
    office: Casework, clock: MovableClock, seed: int
) -> None:
    counted = await walked(office, clock, seed, STEPS)

    assert counted["succeeded"].total() > STEPS / 5
    assert counted["refused"].total() > STEPS / 10
