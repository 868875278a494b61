"""A running sandbox, and an echoing app connected to it over Socket Mode."""

from collections.abc import AsyncIterator

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox, Setup
from tests.sandbox.echo import Echo, listen

QUICK = Setup(ack_seconds=0.3, retry_seconds=(0.0, 0.01, 0.02))


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    made = Sandbox(setup=QUICK)
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
def client(sandbox: Sandbox) -> AsyncWebClient:
    return AsyncWebClient(token=sandbox.bot_token, base_url=sandbox.api_url, timeout=1, retry_handlers=[])


@pytest.fixture
async def echo(sandbox: Sandbox, client: AsyncWebClient) -> AsyncIterator[Echo]:
    told = Echo()
    app = AsyncApp(client=client, process_before_response=True)
    listen(app, told)
    handler = AsyncSocketModeHandler(app, sandbox.app_token, ping_interval=0.05)
    await handler.connect_async()
    yield told
    await handler.close_async()
