"""The town hall for what arrives at the door: the sandbox and the real bot on a file of their own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.server import Setup
from bot.sandbox.town import Town, open_town


@pytest.fixture
async def town(tmp_path: Path, sqlite_town_url: str) -> AsyncIterator[Town]:
    opened = await open_town(tmp_path, database_url=sqlite_town_url, setup=Setup(retry_seconds=(0.0, 0.05, 0.1)))
    yield opened
    await opened.stop()
