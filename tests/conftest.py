"""What many tests stand on: a moment, and a migrated database of each kind."""

import gc
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from bot.casework import Casework
from bot.clock import MovableClock
from bot.handlers.peer_support.flow import PeerSupport
from bot.handlers.registry import FLOWS
from bot.sandbox.server import START
from bot.sandbox.town import POLICY, furnish
from bot.sandbox.web_api import Credentials
from bot.sandbox.workspace import TEAM
from bot.settings import Settings
from bot.store import keys, migrate
from bot.store.engine import Database, connect
from bot.store.keys import KeyRing
from bot.store.unit import House, Store
from bot.store.writer import Writer
from tests import fakes, postgres

OURS = Credentials()
ABOVE_THE_STORE = ("journeys", "canary")
ON_BOTH = "test_peer_support.py"  # one whole way from Slack to Slack, always


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What stands above the store is lived through on PostgreSQL in the long run; the store itself always is."""
    for item in items:
        params = (
            item.callspec.params.values() if isinstance(item, pytest.Function) and hasattr(item, "callspec") else ()
        )
        if "postgres" in params and item.path.parent.name in ABOVE_THE_STORE and item.path.name != ON_BOTH:
            item.add_marker(pytest.mark.long)


def pytest_collection_finish() -> None:
    """What was collected lives as long as the run: the garbage collector need not walk over it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def moment() -> datetime:
    """A Wednesday morning of the office: 10:00 in Japan on 2 September 2026."""
    return datetime(2026, 9, 2, 1, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a running PostgreSQL server's maintenance database."""
    with postgres.server() as url:
        yield url


@pytest.fixture(scope="session")
def migrated_postgres(postgres_url: str) -> str:
    """The name of a migrated database, to be copied."""
    migrate.upgrade(postgres.create_database(postgres_url, "migrated"))
    return "migrated"


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file, to be copied."""
    file = tmp_path_factory.mktemp("migrated") / "madoguchi.db"
    migrate.upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """The address of a migrated SQLite file of this test's own."""
    return f"sqlite:///{shutil.copy(migrated_sqlite, tmp_path / 'madoguchi.db')}"


@pytest.fixture
def postgres_database_url(postgres_url: str, migrated_postgres: str) -> Iterator[str]:
    """The address of a migrated PostgreSQL database of this test's own."""
    name = f"test_{uuid4().hex}"
    yield postgres.create_database(postgres_url, name, like=migrated_postgres)
    postgres.drop_database(postgres_url, name)


@pytest.fixture(params=["sqlite", "postgres"])
def database_kind(request: pytest.FixtureRequest) -> str:
    """Which database."""
    found: str = request.param
    return found


@pytest.fixture
def empty_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables; the test runs once on each kind."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        server, name = request.getfixturevalue("postgres_url"), f"empty_{uuid4().hex}"
        yield postgres.create_database(server, name)
        postgres.drop_database(server, name)


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest) -> str:
    """The address of a migrated database; the test runs once on each kind."""
    url: str = request.getfixturevalue("sqlite_url" if database_kind == "sqlite" else "postgres_database_url")
    return url


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the keys of the town hall and its file with the roster, to be copied: making it takes a while."""
    folder = tmp_path_factory.mktemp("furnished")
    furnish(_settings(folder, f"sqlite:///{folder / 'madoguchi.db'}"), MovableClock(START))
    return folder


@pytest.fixture(scope="session")
def furnished_postgres(furnished: Path, postgres_url: str, migrated_postgres: str) -> str:
    """The name of a database with the same roster under the same keys, to be copied."""
    url = postgres.create_database(postgres_url, "furnished", like=migrated_postgres)
    furnish(_settings(furnished, url), MovableClock(START))
    return "furnished"


@pytest.fixture
def sqlite_town_url(furnished: Path, tmp_path: Path) -> str:
    """The address of a file of this test's own with the town hall's roster in it; its keys lie beside it."""
    shutil.copytree(furnished / "keys", tmp_path / "keys")
    return f"sqlite:///{shutil.copy(furnished / 'madoguchi.db', tmp_path / 'madoguchi.db')}"


@pytest.fixture
def postgres_town_url(furnished: Path, furnished_postgres: str, postgres_url: str, tmp_path: Path) -> Iterator[str]:
    """The same on PostgreSQL."""
    shutil.copytree(furnished / "keys", tmp_path / "keys")
    name = f"test_{uuid4().hex}"
    yield postgres.create_database(postgres_url, name, like=furnished_postgres)
    postgres.drop_database(postgres_url, name)


@pytest.fixture
def town_url(database_kind: str, request: pytest.FixtureRequest) -> str:
    """The address of a database with the town hall in it; the test runs once on each kind."""
    url: str = request.getfixturevalue(f"{database_kind}_town_url")
    return url


def _settings(folder: Path, url: str) -> Settings:
    return Settings(
        slack_bot_token=OURS.bot_token, slack_app_token=OURS.app_token, slack_team_id=TEAM, database_url=url,
        key_directory=folder / "keys", witness_directory=folder / "witness", policy_file=POLICY,
    )  # fmt: skip


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A migrated, open database; the test runs once on each kind."""
    database = connect(database_url)
    yield database
    database.close()


@pytest.fixture(scope="session")
def house_keys(tmp_path_factory: pytest.TempPathFactory) -> KeyRing:
    directory: Path = tmp_path_factory.mktemp("house") / "keys"
    keys.create(directory)
    return KeyRing.load(directory)


@pytest.fixture
def casework(database: Database, house_keys: KeyRing) -> Iterator[Casework]:
    """The casework over a store whose roster is that of the fakes."""
    writer = Writer(database)
    writer.start()
    house = House(house_keys, fakes.POLICY, fakes.OFFICE, {flow.name: flow.domain for flow in FLOWS}, fakes.TEAM)
    store = Store(database, writer, house, MovableClock(fakes.NOW))
    store.run_now(lambda unit: unit.roster.save_people(fakes.PEOPLE))
    store.run_now(lambda unit: unit.roster.save_appointments(fakes.APPOINTMENTS))
    yield Casework(store, [PeerSupport()])
    writer.stop()
