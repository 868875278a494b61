"""Socket Mode as the real client meets it: hello, retries, duplicates, late events, refreshes, dead tickets."""

import asyncio
from collections.abc import Callable

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.server import Sandbox
from bot.sandbox.socket_mode import Unanswered
from tests.sandbox.echo import Echo

ASKER = "U0ISHIKAWA"


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(3):
        while not condition():  # noqa: ASYNC110 - what is waited for happens inside the SDK
            await asyncio.sleep(0.01)


async def test_a_ticket_opens_one_connection_that_says_hello(sandbox: Sandbox, client: AsyncWebClient) -> None:
    url = (await client.apps_connections_open(app_token=sandbox.app_token))["url"]
    async with aiohttp.ClientSession() as session:
        connection = await session.ws_connect(url)
        hello = await connection.receive_json()
        assert (hello["type"], hello["connection_info"]["app_id"]) == ("hello", sandbox.app_id)
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)
        await connection.close()
    await until(lambda: sandbox.socket.connections == 0)


async def test_an_event_without_ack_is_sent_again_with_its_number(sandbox: Sandbox, echo: Echo) -> None:
    sandbox.faults.lost_acks = 2
    await sandbox.person(ASKER).open_home()
    await sandbox.quiet()
    bodies = echo.of("event_callback")
    assert [body["event_id"] for body in bodies] == [bodies[0]["event_id"]] * 3
    assert echo.retries == ["0", "1", "2"]


async def test_an_event_is_given_up_after_three_retries(sandbox: Sandbox, echo: Echo) -> None:
    echo.silent = True
    await sandbox.person(ASKER).open_home()
    await sandbox.quiet()
    assert echo.retries == ["0", "1", "2", "3"]


async def test_a_duplicate_event_has_the_same_id(sandbox: Sandbox, echo: Echo) -> None:
    sandbox.faults.duplicate_events = 1
    await sandbox.person(ASKER).open_home()
    await sandbox.quiet()
    assert len({body["event_id"] for body in echo.of("event_callback")}) == 1
    assert len(echo.of("event_callback")) == 2


async def test_a_late_event_comes_when_it_is_let_go(sandbox: Sandbox, echo: Echo) -> None:
    sandbox.faults.late_events = 1
    asker = sandbox.person(ASKER)
    await asker.open_home()
    await asker.type_message("second")
    await sandbox.quiet()
    assert [body["event"]["type"] for body in echo.of("event_callback")] == ["message"]
    sandbox.socket.release_late_events()
    await sandbox.quiet()
    assert [body["event"]["type"] for body in echo.of("event_callback")] == ["message", "app_home_opened"]


async def test_a_refresh_makes_the_client_reconnect(sandbox: Sandbox, echo: Echo) -> None:
    await sandbox.socket.disconnect()
    await until(lambda: sandbox.web_api.calls.count("apps.connections.open") == 2)
    await until(lambda: sandbox.socket.connections == 1)
    await sandbox.person(ASKER).open_home()
    await sandbox.quiet()
    assert sandbox.person(ASKER).home is not None


async def test_a_dropped_connection_is_taken_up_again(sandbox: Sandbox, echo: Echo) -> None:
    await sandbox.socket.disconnect(abrupt=True)
    await until(lambda: sandbox.socket.connections == 1)
    await sandbox.person(ASKER).command("/madoguchi")
    assert sandbox.person(ASKER).trouble is None


async def test_a_dead_ticket_leaves_the_client_outside(sandbox: Sandbox, echo: Echo) -> None:
    sandbox.faults.dead_tickets = 1
    await sandbox.socket.disconnect()
    await until(lambda: sandbox.web_api.calls.count("apps.connections.open") == 2)
    await until(lambda: sandbox.socket.connections == 0)
    await sandbox.person(ASKER).command("/madoguchi")
    assert sandbox.person(ASKER).trouble == "the app is not connected"


async def test_payloads_go_to_every_connection_in_turn(sandbox: Sandbox, client: AsyncWebClient) -> None:
    async with aiohttp.ClientSession() as session:
        connections = []
        for _one in range(2):
            url = (await client.apps_connections_open(app_token=sandbox.app_token))["url"]
            connections.append(await session.ws_connect(url))
            await connections[-1].receive_json()
        for number in range(2):
            sandbox.send_event({"type": "app_uninstalled", "number": number})
        received = []
        for connection in connections:
            envelope = await connection.receive_json()
            assert envelope["type"] == "events_api"
            assert not envelope["accepts_response_payload"]
            received.append(envelope["payload"]["event"]["number"])
            await connection.send_json({"envelope_id": envelope["envelope_id"]})
        assert sorted(received) == [0, 1]
        for connection in connections:
            await connection.close()


async def test_a_payload_of_any_kind_can_be_sent_by_hand(sandbox: Sandbox, echo: Echo) -> None:
    forged = sandbox.payloads.shortcut("U0NEIGHBOUR", "help")
    assert await sandbox.socket.ask("interactive", forged) is None
    assert echo.of("shortcut")[0]["user"]["team_id"] != sandbox.team
    with pytest.raises(Unanswered):
        await sandbox.socket.ask("interactive", {**forged, "callback_id": "unknown"})
