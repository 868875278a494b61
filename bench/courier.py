"""P7: what the courier's care (lease, a last look at who may receive, settling) costs beside bare sending."""

import asyncio
from datetime import timedelta
from time import perf_counter

from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import text

from bench.house import House
from bench.measure import Figure, Target, interleaved
from bot.handlers import blocks
from bot.handlers.home import OPEN
from bot.handlers.peer_support.listeners import request as requests
from bot.handlers.peer_support.rules.moves import FLOW
from bot.rules.cases import Purpose
from bot.rules.ledger import Ledger
from scheduler.courier import IN_FLIGHT

COURIER = Target("P7", f"courier, {IN_FLIGHT} in flight", "raw AsyncWebClient with one session", 0.85)

EMPTY = text("DELETE FROM outbox")
AGAIN = text("UPDATE outbox SET state = 'pending', attempt = 0, lease_until = NULL, settled_on = NULL")


async def courier(house: House, *, letters: int, runs: int) -> Figure:
    """Messages a second: the news of accepted requests, each to somebody else, against bare posts."""
    await _accepted(house, letters)
    async with ClientSession() as session:
        client = AsyncWebClient(token="xoxb-bench-token", base_url=house.slack.api_url, session=session)
        return await interleaved(
            COURIER, lambda: _delivered(house, letters), lambda: _posted(client, house, letters), runs=runs, unit="/s"
        )


async def _accepted(house: House, letters: int) -> None:
    """As many requests, all accepted by the one who was asked, so that every asker has news."""
    casework = house.program.casework
    await house.submitted(await house.submissions(letters), outstanding=10)
    await house.changed(EMPTY)
    offers = await house.offers(house.asker())
    supporter = offers[0].candidate.person
    await casework.swear(house.click(supporter, ""))

    def asked(ledger: Ledger) -> list[tuple[str, int]]:
        return [(case.id, case.rev) for case in ledger.open_cases(supporter, Purpose.HANDLER, FLOW)]

    for case_id, rev in await casework.look(asked):
        await requests.accept(house.click(supporter, "peer_support.accept", case_id, rev), casework)
    house.clock.move_by(timedelta(minutes=10))


async def _delivered(house: House, letters: int) -> float:
    await house.changed(AGAIN)
    begun = perf_counter()
    sent = await house.program.ticks.deliver(house.clock.now())
    spent = perf_counter() - begun
    assert sent == letters, f"{sent} messages were sent instead of {letters}"
    return letters / spent


async def _posted(client: AsyncWebClient, house: House, letters: int) -> float:
    numbers, click = iter(range(letters)), house.click(house.asker(), "")
    news, open_it = click.say("notice-news"), click.say("notice-open")
    button = blocks.button(open_it, OPEN, click.token_for("peer_support.case"))
    shown = [blocks.section(news), blocks.actions(button, block_id="b" * 32)]

    async def post() -> None:
        for _ in numbers:
            await client.chat_postMessage(
                channel="D0BENCH", text=news, blocks=shown, unfurl_links=False, unfurl_media=False
            )

    begun = perf_counter()
    await asyncio.gather(*(post() for _ in range(IN_FLIGHT)))
    return letters / (perf_counter() - begun)
