"""The program does not start on a wrong workspace, key or schema, and says which it is."""

from pathlib import Path

import pytest

from bot.app import build, open_store
from bot.clock import MovableClock
from bot.errors import KeyMissing, Misconfigured
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.store import keys
from tests.fakes import NOW, ROOT

CLOCK = MovableClock(NOW)


@pytest.fixture
def settings(tmp_path: Path, sqlite_url: str) -> Settings:
    """An installation with keys and a database of its own."""
    keys.create(tmp_path / "keys")
    return Settings(
        slack_bot_token="xoxb-11111111", slack_app_token="xapp-11111111", slack_team_id="T0HOME", slack_api_url="http://127.0.0.1:9/",
        database_url=sqlite_url, key_directory=tmp_path / "keys", policy_file=ROOT / "policy.toml",
        witness_directory=tmp_path / "witness",
    )  # fmt: skip


def changed(settings: Settings, **other: object) -> Settings:
    return settings.model_copy(update=other)


def opens(settings: Settings) -> bool:
    with open_store(settings, CLOCK) as store:
        return store.run_now(lambda unit: unit.now) == NOW


def test_a_whole_installation_opens_and_opens_again(settings: Settings) -> None:
    assert opens(settings)
    assert opens(settings)


def test_a_missing_key_is_named_by_its_file(settings: Settings) -> None:
    assert opens(settings)
    gone = settings.key_directory / "peer.v1.key"
    gone.unlink()

    with pytest.raises(KeyMissing, match=r"peer\.v1"):
        opens(settings)


def test_another_installations_key_is_named_by_its_file(settings: Settings, tmp_path: Path) -> None:
    assert opens(settings)
    keys.create(tmp_path / "others")

    with pytest.raises(KeyMissing, match=r"peer\.v1"):
        opens(changed(settings, key_directory=tmp_path / "others"))


def test_a_database_without_the_newest_schema_is_refused(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="migrate"):
        opens(changed(settings, database_url=f"sqlite:///{tmp_path / 'empty.db'}"))


def test_a_wrong_policy_is_refused_by_its_key_paths(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text("minimum_cell = 'x'\n")

    with pytest.raises(Misconfigured, match="minimum_cell"):
        opens(changed(settings, policy_file=tmp_path / "policy.toml"))


async def test_tokens_of_another_workspace_are_refused_and_nothing_stays_open(settings: Settings) -> None:
    sandbox = Sandbox(CLOCK)
    await sandbox.start()
    there = {"slack_bot_token": sandbox.bot_token, "slack_api_url": sandbox.api_url}

    with pytest.raises(Misconfigured, match="SLACK_TEAM_ID"):
        await build(changed(settings, slack_team_id="T0ELSEWHERE", **there), CLOCK)
    program = await build(changed(settings, slack_team_id=sandbox.team, **there), CLOCK)
    assert program.members.get("U0ISHIKAWA") is not None

    await program.stop()
    await sandbox.stop()
