"""Socket Mode as Slack runs it: tickets, hello, envelopes and their acks, retries of events, refreshes."""

import asyncio
import json
from collections.abc import Coroutine, Sequence
from typing import Any

from aiohttp import WSMsgType, web

from bot.sandbox.faults import Faults
from bot.sandbox.workspace import APP, Json, Workspace

NO_ACK = "the app did not answer in time"
NOT_CONNECTED = "the app is not connected"


class Unanswered(Exception):
    """The app did not acknowledge; the person sees that something went wrong."""


class SocketMode:
    """The connections of the one app; payloads go to them in turn.

    `ack_seconds` is how long Slack waits for an ack (three), `retry_seconds` when it sends an event again.
    """

    def __init__(
        self, workspace: Workspace, faults: Faults, *, ack_seconds: float, retry_seconds: Sequence[float]
    ) -> None:
        self._workspace = workspace
        self._faults = faults
        self._ack_seconds = ack_seconds
        self._retry_seconds = tuple(retry_seconds)
        self._tickets: set[str] = set()
        self._dead: set[str] = set()
        self._connections: list[web.WebSocketResponse] = []
        self._turn = 0
        self._waiting: dict[str, asyncio.Future[Json | None]] = {}
        self._late: list[Json] = []
        self._tasks: set[asyncio.Task[Any]] = set()
        self.sleeping = 0  # events that wait for their next attempt
        self.address = ""

    @property
    def connections(self) -> int:
        """How many sockets the app has open."""
        return len(self._connections)

    @property
    def in_flight(self) -> int:
        """How many deliveries are under way now, without those that wait for a later attempt."""
        return max(len(self._waiting), len(self._tasks) - self.sleeping)

    def new_ticket(self) -> str:
        """The address for one more connection; it works once."""
        ticket = self._workspace.next_id("ticket")
        (self._dead if self._faults.spend("dead_tickets") else self._tickets).add(ticket)
        return f"{self.address.replace('http', 'ws', 1)}/link/?ticket={ticket}&app_id={APP}"

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """A connection of the app for as long as it lasts."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=403, text="this ticket does not work")
        self._tickets.remove(ticket)
        connection = web.WebSocketResponse()
        await connection.prepare(request)
        self._connections.append(connection)
        await connection.send_json(
            {
                "type": "hello",
                "num_connections": len(self._connections),
                "debug_info": {"host": "sandbox", "build_number": 1, "approximate_connection_time": 18060},
                "connection_info": {"app_id": APP},
            }
        )
        self._workspace.changed()
        try:
            async for frame in connection:
                if frame.type == WSMsgType.TEXT:
                    self._acked(frame.data)
        finally:
            self._forget(connection)
        return connection

    def _forget(self, connection: web.WebSocketResponse) -> None:
        if connection in self._connections:
            self._connections.remove(connection)
            self._workspace.changed()

    def _acked(self, text: str) -> None:
        told = json.loads(text)
        waiting = self._waiting.get(told.get("envelope_id", ""))
        if waiting is not None and not waiting.done() and not self._faults.spend("lost_acks"):
            waiting.set_result(told.get("payload"))

    async def ask(self, kind: str, payload: Json, **more: Any) -> Json | None:
        """Deliver one envelope and wait for its ack; returns the ack's payload.

        `kind` is interactive, slash_commands or events_api. Raises Unanswered.
        """
        if not self._connections:
            raise Unanswered(NOT_CONNECTED)
        self._turn += 1
        connection = self._connections[self._turn % len(self._connections)]
        envelope_id = self._workspace.next_id("envelope-")
        takes_payload = kind == "slash_commands" or payload.get("type") == "view_submission"
        envelope: Json = {"envelope_id": envelope_id, "payload": payload, "type": kind}
        envelope |= {"accepts_response_payload": takes_payload, **more}
        waiting: asyncio.Future[Json | None] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = waiting
        try:
            await connection.send_json(envelope)
            return await asyncio.wait_for(waiting, self._ack_seconds)
        except (TimeoutError, ConnectionError) as silence:
            raise Unanswered(NO_ACK) from silence
        finally:
            del self._waiting[envelope_id]

    def send_event(self, payload: Json) -> asyncio.Event:
        """Deliver an event as Slack does: in the background, again when it is not acknowledged.

        What it returns is set once the first attempt is over, acknowledged or not.
        """
        tried = asyncio.Event()
        if self._faults.spend("late_events"):
            self._late.append(payload)
            tried.set()
            return tried
        copies = 2 if self._faults.spend("duplicate_events") else 1
        for _copy in range(copies):
            self._in_background(self._deliver(payload, tried))
        return tried

    def release_late_events(self) -> None:
        """Let the events go that were held back."""
        late, self._late = self._late, []
        for payload in late:
            self._in_background(self._deliver(payload, asyncio.Event()))

    async def _deliver(self, payload: Json, tried: asyncio.Event) -> None:
        attempts: list[Json] = [{"retry_attempt": 0, "retry_reason": ""}]
        for number, _seconds in enumerate(self._retry_seconds, start=1):
            attempts.append({"retry_attempt": number, "retry_reason": "timeout"})
        for attempt, pause in zip(attempts, (0.0, *self._retry_seconds), strict=True):
            await self._sleep(pause)
            try:
                await self.ask("events_api", payload, **attempt)
                return
            except Unanswered:
                continue
            finally:
                tried.set()

    async def _sleep(self, seconds: float) -> None:
        if seconds > 0:
            self.sleeping += 1
            try:
                await asyncio.sleep(seconds)
            finally:
                self.sleeping -= 1

    def _in_background(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def disconnect(self, reason: str = "refresh_requested", *, abrupt: bool = False) -> None:
        """Ask every connection to reconnect, or (`abrupt`) just drop them."""
        for connection in tuple(self._connections):
            if abrupt:
                self._forget(connection)
                await connection.close(code=1011)
            else:
                told = {"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}}
                await connection.send_json(told)

    async def stop(self) -> None:
        """End all deliveries and connections."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for connection in tuple(self._connections):
            await connection.close()
