"""A house with keys on a migrated database, and units of work in it at any moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from sqlalchemy import Connection

from bot.store.engine import Database
from bot.store.keys import KeyRing
from bot.store.unit import House, Unit
from tests import fakes


@pytest.fixture
def house(house_keys: KeyRing) -> House:
    return House(house_keys, fakes.POLICY, fakes.OFFICE, {"peer_support": "peer"}, fakes.TEAM)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    """A transaction of the writer's that is rolled back at the end, on each kind of database."""
    with database.write.connect() as connection:
        yield connection


@pytest.fixture
def unit(connection: Connection, house: House) -> Unit:
    """A unit of work within that transaction."""
    return Unit(connection, house, fakes.NOW)


class Begin:
    """Units of work in transactions of their own: committed when all went well, else rolled back."""

    def __init__(self, database: Database, house: House) -> None:
        self._database = database
        self._house = house

    @contextmanager
    def __call__(self, now: datetime = fakes.NOW) -> Iterator[Unit]:
        with self._database.write.begin() as connection:
            yield Unit(connection, self._house, now)


@pytest.fixture
def begin(database: Database, house: House) -> Begin:
    return Begin(database, house)
