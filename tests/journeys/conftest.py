"""The town hall for journeys: the sandbox, the real bot, both databases, a clock that only the test moves."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.server import Setup
from bot.sandbox.town import Town, open_town
from tests.journeys.watch import Watch


@pytest.fixture
async def town(tmp_path: Path, town_url: str) -> AsyncIterator[Town]:
    opened = await open_town(tmp_path, database_url=town_url, setup=Setup(retry_seconds=(0.0, 0.05, 0.1)))
    yield opened
    await opened.stop()


@pytest.fixture
async def watch(town: Town) -> AsyncIterator[Watch]:
    """Whoever appears in a journey that is watched always has the help button, and reads their own language."""
    watching = Watch(town)
    yield watching
    assert watching.without_help() == []
    assert watching.in_another_language() == []
