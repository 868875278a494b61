"""Every way in which the sandbox misbehaves, as the SDK's client sees it."""

import asyncio

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncConnectionErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.faults import Faults
from bot.sandbox.server import Sandbox

ASKER = "U0ISHIKAWA"


def said(sandbox: Sandbox) -> list[str]:
    return [one.text for one in sandbox.person(ASKER).messages]


async def test_rate_limits_carry_their_pause(sandbox: Sandbox, client: AsyncWebClient) -> None:
    sandbox.faults.add("chat.*", "rate_limited", retry_after=7)
    await client.auth_test()
    with pytest.raises(SlackApiError) as error:
        await client.chat_postMessage(channel=ASKER, text="x")
    assert (error.value.response.status_code, error.value.response.headers["Retry-After"]) == (429, "7")
    assert said(sandbox) == []
    await client.chat_postMessage(channel=ASKER, text="y")
    assert said(sandbox) == ["y"]


@pytest.mark.parametrize("status", [500, 503])
async def test_a_server_error_has_its_status(sandbox: Sandbox, client: AsyncWebClient, status: int) -> None:
    sandbox.faults.add("*", "server_error", status=status)
    with pytest.raises(SlackApiError) as error:
        await client.chat_postMessage(channel=ASKER, text="x")
    assert error.value.response.status_code == status


async def test_an_html_page_is_no_answer(sandbox: Sandbox, client: AsyncWebClient) -> None:
    sandbox.faults.add("*", "html")
    with pytest.raises(SlackApiError) as error:
        await client.chat_postMessage(channel=ASKER, text="x")
    assert error.value.response.status_code == 200
    assert said(sandbox) == []


@pytest.mark.parametrize(("kind", "stored"), [("timeout_before", []), ("timeout_after", ["x"])])
async def test_a_timeout_before_or_after_the_message_is_stored(sandbox: Sandbox, kind: str, stored: list[str]) -> None:
    sandbox.faults.add("chat.postMessage", kind)
    timeout = aiohttp.ClientTimeout(total=0.1)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        client = AsyncWebClient(token=sandbox.bot_token, base_url=sandbox.api_url, session=session, retry_handlers=[])
        with pytest.raises(asyncio.TimeoutError):
            await client.chat_postMessage(channel=ASKER, text="x")
    assert said(sandbox) == stored
    await sandbox.quiet()
    assert sandbox.web_api.in_flight == 0


@pytest.mark.parametrize(("kind", "stored"), [("reset_before", []), ("reset_after", ["x"])])
async def test_a_reset_before_or_after_the_message_is_stored(
    sandbox: Sandbox, client: AsyncWebClient, kind: str, stored: list[str]
) -> None:
    sandbox.faults.add("chat.postMessage", kind)
    with pytest.raises((aiohttp.ClientConnectionError, ConnectionResetError)):
        await client.chat_postMessage(channel=ASKER, text="x")
    assert said(sandbox) == stored


async def test_the_sdk_s_own_retry_posts_twice_after_a_reset(sandbox: Sandbox) -> None:
    sandbox.faults.add("chat.postMessage", "reset_after")
    handlers = [AsyncConnectionErrorRetryHandler()]
    client = AsyncWebClient(token=sandbox.bot_token, base_url=sandbox.api_url, retry_handlers=handlers)
    await client.chat_postMessage(channel=ASKER, text="x")
    assert said(sandbox) == ["x", "x"]


async def test_any_error_name_can_be_had_several_times(sandbox: Sandbox, client: AsyncWebClient) -> None:
    sandbox.faults.add("auth.test", "error", times=2, name="fatal_error")
    for _time in range(2):
        with pytest.raises(SlackApiError, match="fatal_error"):
            await client.auth_test()
    assert (await client.auth_test())["ok"]


def test_unknown_faults_are_refused_and_clearing_forgets_all() -> None:
    faults = Faults()
    with pytest.raises(ValueError, match="unknown fault"):
        faults.add("*", "earthquake")
    with pytest.raises(KeyError):
        faults.set_counters({"earthquakes": 1})
    faults.add("*", "html")
    faults.set_counters({"dead_tickets": 2})
    faults.clear()
    assert faults.take("auth.test") is None
    assert not faults.spend("dead_tickets")
