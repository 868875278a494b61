"""The page's API over HTTP, as the browser uses it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from tests.sandbox.echo import Echo

ASKER = "U0ISHIKAWA"


@pytest.fixture
async def browser(sandbox: Sandbox) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(sandbox.address, headers={"X-Sandbox": "1"}) as session:
        yield session


async def get(browser: aiohttp.ClientSession, path: str) -> Any:
    async with browser.get(f"/sandbox/{path}") as answer:
        assert answer.status == 200
        return await answer.json()


async def post(browser: aiohttp.ClientSession, path: str, **body: Any) -> Any:
    async with browser.post(f"/sandbox/{path}", json=body) as answer:
        return await answer.json()


async def test_the_people_are_listed_with_what_the_page_shows(browser: aiohttp.ClientSession) -> None:
    told = await get(browser, "people")
    assert told["team"]["name"] == "見本町役場"
    by_id = {one["id"]: one for one in told["people"]}
    assert by_id["U0HAYASHI"]["roles_note"] == "所属ピアサポーター"
    assert by_id["U0NISHIMURA"]["deleted"]
    assert by_id["U0KIMURA"]["guest"]


async def test_a_person_works_through_home_form_and_error(
    sandbox: Sandbox, browser: aiohttp.ClientSession, echo: Echo
) -> None:
    me = f"person/{ASKER}"
    assert await post(browser, f"{me}/home") == {"ok": True}
    await sandbox.quiet()
    told = await get(browser, me)
    assert told["composer"]
    assert told["home"]["blocks"][0]["elements"][0]["text"]["text"] == "Ask"
    press = {"where": "home", "block_id": "buttons", "action_id": "ask", "value": "v"}
    assert await post(browser, f"{me}/click", **press) == {"ok": True}
    await sandbox.quiet()
    typed = {"words": {"say": {"type": "plain_text_input", "value": "half"}}}
    renew = {"where": "modal", "block_id": "buttons", "action_id": "renew", "values": typed}
    await post(browser, f"{me}/click", **renew)
    await sandbox.quiet()
    (modal,) = (await get(browser, me))["modals"]
    assert modal["view"]["title"]["text"] == "Renewed"
    assert modal["values"]["words"]["say"]["value"] == "half"
    echo.answer = {"response_action": "errors", "errors": {"words": "No"}}
    assert await post(browser, f"{me}/submit", values=typed) == {"ok": True}
    assert (await get(browser, me))["modals"][0]["errors"] == {"words": "No"}
    await post(browser, f"{me}/close", all=True)
    assert (await get(browser, me))["modals"] == []


async def test_messages_and_notifications_are_shown_and_wiped(
    sandbox: Sandbox, browser: aiohttp.ClientSession, echo: Echo
) -> None:
    me = f"person/{ASKER}"
    await post(browser, f"{me}/type", text="hello")
    await sandbox.quiet()
    told = await get(browser, me)
    assert [(one["from"], one["text"]) for one in told["messages"]] == [
        ("person", "hello"),
        ("app", "There is news"),
    ]
    assert told["notifications"][0]["title"] == "連絡ボックス"
    await post(browser, f"{me}/dismiss")
    assert (await get(browser, me))["notifications"] == []


async def test_trouble_is_told_to_the_page(browser: aiohttp.ClientSession) -> None:
    told = await post(browser, f"person/{ASKER}/command", command="/madoguchi", text="")
    assert told == {"trouble": "the app is not connected"}
    assert (await get(browser, f"person/{ASKER}"))["trouble"] == "the app is not connected"


async def test_impossible_acts_are_refused(browser: aiohttp.ClientSession) -> None:
    for path in ("person/U0NOBODY/home", "person/U0NISHIMURA/home", f"person/{ASKER}/submit"):
        assert "error" in await post(browser, path)
    assert "error" in await post(browser, f"person/{ASKER}/dance")


async def test_only_the_own_page_may_drive_the_workspace(sandbox: Sandbox, browser: aiohttp.ClientSession) -> None:
    async with aiohttp.ClientSession(sandbox.address) as foreign:
        assert (await foreign.post(f"/sandbox/person/{ASKER}/home")).status == 403
        assert (await foreign.get("/sandbox/people", headers={"Host": "evil.example"})).status == 403
        assert (await foreign.get("/sandbox/people")).status == 200


async def test_the_clock_moves_by_minutes_days_and_to_a_moment(browser: aiohttp.ClientSession) -> None:
    start = datetime(2026, 9, 7, 0, 50, tzinfo=UTC)
    assert (await get(browser, "clock")) == {"now": start.isoformat(), "waiting": [], "next": None}
    assert (await post(browser, "clock", minutes=10))["now"] == (start + timedelta(minutes=10)).isoformat()
    assert (await post(browser, "clock", days=1))["now"] == (start + timedelta(days=1, minutes=10)).isoformat()
    told = await post(browser, "clock", to="2026-09-10T09:00:00+09:00")
    assert told["now"] == "2026-09-10T00:00:00+00:00"
    assert "error" in await post(browser, "clock", to="2026-09-10T09:00:00")


async def test_the_clock_is_the_bot_s_when_it_gives_controls() -> None:
    class Stepping:
        stepped: datetime | None = None

        async def clock(self) -> dict[str, Any]:
            return {"now": "n", "waiting": ["w"], "next": "x"}

        async def step(self, to: datetime) -> None:
            self.stepped = to

    controls = Stepping()
    sandbox = Sandbox(controls=controls)
    await sandbox.start()
    async with aiohttp.ClientSession(sandbox.address, headers={"X-Sandbox": "1"}) as browser:
        assert (await post(browser, "clock", minutes=5))["waiting"] == ["w"]
    assert controls.stepped == sandbox.clock.now() + timedelta(minutes=5)
    await sandbox.stop()


async def test_the_machine_s_own_clock_cannot_be_moved() -> None:
    sandbox = Sandbox(SystemClock())
    await sandbox.start()
    async with aiohttp.ClientSession(sandbox.address, headers={"X-Sandbox": "1"}) as browser:
        assert "error" in await post(browser, "clock", days=1)
    await sandbox.stop()


async def test_faults_can_be_caused_from_the_page(
    sandbox: Sandbox, browser: aiohttp.ClientSession, client: AsyncWebClient
) -> None:
    told = await post(browser, "faults", method="chat.*", kind="rate_limited", times=2)
    assert [(one["method"], one["times"]) for one in told["faults"]] == [("chat.*", 2)]
    told = await post(browser, "faults", duplicate_events=1)
    assert told["duplicate_events"] == 1
    assert "error" in await post(browser, "faults", kind="earthquake")
    assert (await post(browser, "faults", clear=True))["faults"] == []
    assert (await get(browser, "faults"))["duplicate_events"] == 0
    assert await post(browser, "faults", disconnect="warning", release_late_events=True)


async def test_what_slack_keeps_holds_edits_and_deletions(
    browser: aiohttp.ClientSession, client: AsyncWebClient
) -> None:
    told = await client.chat_postMessage(channel=ASKER, text="one", blocks=[
        {"type": "section", "text": {"type": "plain_text", "text": "seen"}}])  # fmt: skip
    where = {"channel": told["channel"], "ts": told["ts"]}
    await client.chat_update(**where, text="two")
    await client.chat_delete(**where)
    kept = (await get(browser, "kept"))["messages"]
    assert [(one["what"], one["text"], one["blocks_text"]) for one in kept] == [
        ("edited", "one", "seen"),
        ("deleted", "two", ""),
    ]


async def test_changes_stream_whenever_something_changed(
    sandbox: Sandbox, browser: aiohttp.ClientSession, client: AsyncWebClient
) -> None:
    async with browser.get("/sandbox/changes") as stream, asyncio.timeout(3):
        first = await stream.content.readline()
        assert first.startswith(b"data: ")
        await stream.content.readline()
        await client.chat_postMessage(channel=ASKER, text="x")
        assert int((await stream.content.readline()).split()[1]) > int(first.split()[1])


async def test_the_page_and_nothing_else_is_served(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/") as page:
        assert (page.status, page.content_type) == (200, "text/html")
    for path in ("/server.py", "/..%2Fserver.py", "/nothing.js"):
        async with browser.get(path) as page:
            assert page.status == 404
