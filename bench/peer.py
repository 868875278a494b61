"""The other end: a bare Slack in a process of its own, which answers everything at once and checks nothing.

The sandbox is strict and shares the bot's process, so it would be a part of what is measured; this is not.
It sends prepared envelopes over Socket Mode, a given number outstanding, and notes when each ack came.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from aiohttp import ClientSession, web

from bot.sandbox.workspace import BOT, BOT_USER, TEAM


class Peer:
    """Serves on 127.0.0.1; `drive` is the bench's own door, everything else Slack's."""

    def __init__(self) -> None:
        self._sockets: dict[str, web.WebSocketResponse] = {}
        self._waiting: dict[str, asyncio.Future[bool]] = {}
        self._members: list[dict[str, Any]] = []

    def application(self) -> web.Application:
        made = web.Application(client_max_size=1 << 30)
        made.router.add_post("/members", self._take_members)
        made.router.add_post("/drive/{app}", self._drive)
        made.router.add_get("/link/{app}", self._link)
        made.router.add_post("/api/apps.connections.open", self._ticket)
        made.router.add_get("/api/users.list", self._users)
        made.router.add_route("*", "/api/{method}", _say_yes)
        return made

    async def _take_members(self, request: web.Request) -> web.Response:
        self._members = await request.json()
        return web.Response()

    async def _users(self, request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "members": self._members})

    async def _ticket(self, request: web.Request) -> web.Response:
        app = request.headers["Authorization"].rpartition("-")[2]
        return web.json_response({"ok": True, "url": f"ws://{request.host}/link/{app}"})

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        self._sockets[request.match_info["app"]] = socket
        async for frame in socket:
            told = json.loads(frame.data)
            refused = (told.get("payload") or {}).get("response_action") == "errors"
            self._waiting.pop(told["envelope_id"]).set_result(not refused)
        return socket

    async def _drive(self, request: web.Request) -> web.Response:
        """Send one envelope for each line of the body; give the seconds to each ack, null where it was refused."""
        socket = self._sockets[request.match_info["app"]]
        lines = enumerate((await request.text()).splitlines())
        waits: list[float | None] = []

        async def send() -> None:
            for number, payload in lines:
                acked = self._waiting[str(number)] = asyncio.get_running_loop().create_future()
                head = f'{{"envelope_id":"{number}","type":"interactive","accepts_response_payload":true,"payload":'
                begun = perf_counter()
                await socket.send_str(f"{head}{payload}}}")
                taken = await acked
                waits.append(perf_counter() - begun if taken else None)

        await asyncio.gather(*(send() for _ in range(int(request.query["outstanding"]))))
        return web.json_response(waits)


async def _say_yes(request: web.Request) -> web.Response:
    """What every other method is answered with; the union of what their callers read."""
    await request.read()
    return web.json_response(
        {
            "ok": True, "team_id": TEAM, "user_id": BOT_USER, "bot_id": BOT, "ts": "1788742200.000100",
            "channel": {"id": "D0BENCH"}, "view": {"id": "V0BENCH"},
        }
    )  # fmt: skip


@dataclass(frozen=True)
class Slack:
    """The peer as the bench sees it."""

    address: str
    session: ClientSession

    @property
    def api_url(self) -> str:
        return f"{self.address}/api/"

    async def has_members(self, members: list[dict[str, Any]]) -> None:
        """Put these users into the workspace."""
        async with self.session.post(f"{self.address}/members", json=members):
            pass

    async def drive(self, app: str, payloads: list[str], *, outstanding: int) -> list[float]:
        """Let the peer send `payloads` to the app of that name; gives the seconds to each ack."""
        address = f"{self.address}/drive/{app}?outstanding={outstanding}"
        async with self.session.post(address, data="\n".join(payloads)) as response:
            waits: list[float] = await response.json()
        assert None not in waits, "a form was not taken: what was measured is not the whole work"
        return waits


@asynccontextmanager
async def peer() -> AsyncIterator[Slack]:
    """A peer for as long as the block lasts."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bench.peer", stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        address = await process.stdout.readline()
        async with ClientSession() as session:
            yield Slack(address.decode().strip(), session)
    finally:
        process.terminate()
        await process.wait()


async def _serve() -> None:
    runner = web.AppRunner(Peer().application(), access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    print(f"http://{host}:{port}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve())
