"""P1, P3, P4: a person's whole request, from the submitted form to the durable, sealed rows and the screen after it."""

import os
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from statistics import median
from time import perf_counter

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bench.house import House
from bench.measure import Figure, Target, interleaved
from bench.peer import Slack
from bot.store import seal

OUTSTANDING = 100

ONE_AT_A_TIME = Target("P1", "peer-support request, one at a time, p50", "stock Bolt echo", 0.35, at_most=True)
AT_ONCE = Target("P3", f"the same, {OUTSTANDING} outstanding", "bare Bolt echo (process_before_response)", 0.9)
SEALED = Target("P4", f"the same, {OUTSTANDING} outstanding", "the same without encryption", 0.9)


async def one_at_a_time(house: House, *, requests: int, runs: int) -> Figure:
    """The middle of the seconds from Slack's envelope to our ack."""

    async def ours() -> float:
        return 1000 * median(await house.submitted(await house.submissions(requests), outstanding=1))

    async with echo("stock", house.slack, process_before_response=False):

        async def stock() -> float:
            payloads = await house.submissions(requests)
            return 1000 * median(await house.slack.drive("stock", payloads, outstanding=1))

        return await interleaved(ONE_AT_A_TIME, ours, stock, runs=runs, unit="ms")


async def at_once(house: House, *, requests: int, runs: int) -> Figure:
    """Requests a second, until the Home tab after the last one is published too."""
    async with echo("bare", house.slack, process_before_response=True):

        async def bare() -> float:
            payloads = await house.submissions(requests)
            begun = perf_counter()
            await house.slack.drive("bare", payloads, outstanding=OUTSTANDING)
            return requests / (perf_counter() - begun)

        return await interleaved(AT_ONCE, lambda: per_second(house, requests), bare, runs=runs, unit="/s")


async def sealed(house: House, unsealed: House, *, requests: int, runs: int) -> Figure:
    """Both sides are our own flow; `unsealed` was furnished and is only used without encryption."""

    async def plain() -> float:
        with sealing_off():
            return await per_second(unsealed, requests)

    return await interleaved(SEALED, lambda: per_second(house, requests), plain, runs=runs, unit="/s")


async def per_second(house: House, requests: int) -> float:
    payloads = await house.submissions(requests)
    begun = perf_counter()
    await house.submitted(payloads, outstanding=OUTSTANDING)
    return requests / (perf_counter() - begun)


@contextmanager
def sealing_off() -> Iterator[None]:
    """What is sealed meanwhile has the same length and form, but is not encrypted. For the bench only."""
    encrypt, decrypt = seal._encrypt, seal._decrypt
    seal._encrypt = lambda key, plaintext, bound: os.urandom(12) + plaintext + bytes(16)
    seal._decrypt = lambda key, blob, bound: blob[12:-16]
    try:
        yield
    finally:
        seal._encrypt, seal._decrypt = encrypt, decrypt


@asynccontextmanager
async def echo(name: str, slack: Slack, *, process_before_response: bool) -> AsyncIterator[None]:
    """A Bolt app that acknowledges every form and does nothing else."""
    client = AsyncWebClient(token="xoxb-bench-token", base_url=slack.api_url)
    app = AsyncApp(client=client, process_before_response=process_before_response)

    @app.view_submission(re.compile(""))
    async def submitted(ack: AsyncAck) -> None:
        await ack()

    token = f"xapp-bench-token-{name}"
    connected = AsyncWebClient(token=token, base_url=slack.api_url)
    handler = AsyncSocketModeHandler(app, token, web_client=connected)
    await handler.connect_async()
    yield
    await handler.close_async()
