"""Keys in life: changed while everything stays readable, destroyed only when nothing living needs them (R3)."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import open_store
from bot.clock import MovableClock, SystemClock
from bot.commands import backup, keys
from bot.errors import KeyMissing, Misconfigured
from bot.settings import Settings
from bot.store.engine import connect
from bot.store.key_checks import needed
from bot.store.keys import DOMAINS, add_versions
from bot.store.unit import Unit
from bot.store.witness import Anchor, Witness
from bot.store.writer import role_lock
from tests.commands.test_backup import ASKED, CANARY, quietly
from tests.commands.test_backup import settings as settings_of
from tests.installation import install

BACKUP_DAYS = 35


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    folder = tmp_path / "house"
    monkeypatch.chdir(install(folder))
    return settings_of(folder)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(SystemClock().now())


@pytest.fixture
def offline(house: Settings, tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir(mode=0o700)
    backup.make_key(house.key_directory, tmp_path / "stick" / "backup.key")
    return tmp_path / "stick" / "backup.key"


def cases(house: Settings, clock: MovableClock, number: int) -> list[str]:
    with open_store(house, clock) as store:
        return store.run_now(lambda unit: [unit.casebook.open(ASKED, ()).id for _ in range(number)])


def messages(house: Settings, clock: MovableClock, ids: list[str]) -> set[str]:
    def work(unit: Unit) -> set[str]:
        return {case.body["message"] for one in ids if (case := unit.casebook.load(one)) is not None}

    with open_store(house, clock) as store:
        return store.run_now(work)


def why_not(house: Settings, clock: MovableClock, domain: str = "peer", version: int = 1) -> str:
    with pytest.raises(Misconfigured) as refused:
        keys.destroy(house, clock, domain, version)
    return str(refused.value)


def test_after_a_rotation_everything_opens_and_nothing_is_wrapped_by_the_old_keys(
    house: Settings, clock: MovableClock
) -> None:
    ids = cases(house, clock, 450)
    assert keys.rotate(house, clock) == tuple(f"{domain}.v2.key" for domain in DOMAINS)
    assert keys.rewrap(house, clock) == 0
    assert messages(house, clock, ids) == {CANARY}
    with open_store(house, clock) as store:
        assert store.run_now(lambda unit: needed(unit.connection)) == {("peer", 2)}


def test_a_rotation_that_was_killed_halfway_is_gone_on_with(house: Settings, clock: MovableClock) -> None:
    ids = cases(house, clock, 3)
    add_versions(house.key_directory, ["peer"])  # killed right after it
    later = cases(house, clock, 1)
    assert keys.rewrap(house, clock) == 2 * 3  # what was told, and who told it
    assert messages(house, clock, [*ids, *later]) == {CANARY}


def test_it_is_refused_while_the_program_runs(house: Settings, clock: MovableClock) -> None:
    with (
        closing(connect(house.database_url)) as database,
        role_lock(database, "run"),
        pytest.raises(Misconfigured, match="already the `run`"),
    ):
        keys.rotate(house, clock)
    assert not (house.key_directory / "peer.v2.key").exists()


def test_an_old_key_goes_only_after_the_days_of_backups_and_a_passed_drill(
    house: Settings, clock: MovableClock, offline: Path
) -> None:
    ids = cases(house, clock, 2)
    assert "keys rotate" in why_not(house, clock)
    backup.drill(house, clock, offline, quietly)  # before the rotation it counts for nothing
    clock.move_to(clock.now() + timedelta(hours=2))
    keys.rotate(house, clock)
    assert "are kept until" in why_not(house, clock)
    assert "keys rotate" in why_not(house, clock, version=2)
    clock.move_to(clock.now() + timedelta(days=BACKUP_DAYS + 1))
    assert "no restore has been rehearsed" in why_not(house, clock)
    assert "are kept until" not in why_not(house, clock)
    assert backup.drill(house, clock, offline, quietly).passed

    assert keys.destroy(house, clock, "peer", 1) == "peer.v1.key"

    assert not (house.key_directory / "peer.v1.key").exists()
    assert messages(house, clock, ids) == {CANARY}
    assert "not a key that can be destroyed" in why_not(house, clock)
    assert "not a key that can be destroyed" in why_not(house, clock, version=0)


def test_a_drill_in_the_hour_before_the_rotation_counts_for_nothing(
    house: Settings, clock: MovableClock, offline: Path
) -> None:
    cases(house, clock, 1)
    assert backup.drill(house, clock, offline, quietly).passed
    keys.rotate(house, clock)
    clock.move_to(clock.now() + timedelta(days=BACKUP_DAYS + 1))
    assert "no restore has been rehearsed" in why_not(house, clock)


def test_a_backup_from_before_opens_with_no_key_that_is_left(
    house: Settings, clock: MovableClock, offline: Path, tmp_path: Path
) -> None:
    cases(house, clock, 1)
    backup.make(house, clock, tmp_path / "old", quietly)
    keys.rotate(house, clock)
    clock.move_to(clock.now() + timedelta(days=BACKUP_DAYS + 1))
    backup.drill(house, clock, offline, quietly)
    keys.destroy(house, clock, "peer", 1)
    for file in Path.cwd().glob("madoguchi.db*"):
        file.unlink()

    with pytest.raises(KeyMissing, match=r"peer\.v1\.key"):
        backup.restore(house, clock, tmp_path / "old", offline, quietly, without_witness=True)


def test_what_a_living_matter_needs_is_never_destroyed(house: Settings, clock: MovableClock) -> None:
    cases(house, clock, 1)
    add_versions(house.key_directory, ["peer"])
    assert "living matters need it" in why_not(house, clock)


def test_a_backup_from_before_the_destruction_still_comes_back(
    house: Settings, clock: MovableClock, offline: Path, tmp_path: Path
) -> None:
    ids = cases(house, clock, 1)
    keys.rotate(house, clock)
    clock.move_to(clock.now() + timedelta(days=BACKUP_DAYS + 1))
    backup.drill(house, clock, offline, quietly)
    backup.make(house, clock, tmp_path / "last-night", quietly)
    keys.destroy(house, clock, "peer", 1)
    for file in Path.cwd().glob("madoguchi.db*"):
        file.unlink()
    Witness(house.witness_directory).drop_anchor(Anchor(clock.now().date(), 1, bytes(32)))

    backup.restore(house, clock, tmp_path / "last-night", offline, quietly)
    assert messages(house, clock, ids) == {CANARY}
