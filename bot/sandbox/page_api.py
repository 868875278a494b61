"""The page's door: people, what they have in front of them and do, clock, faults, what is kept."""

import asyncio
import json
from base64 import b64decode
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from aiohttp import web

from bot.clock import MovableClock
from bot.sandbox.acts import Acts, Impossible, Tap
from bot.sandbox.forms import state_values
from bot.sandbox.kept import kept
from bot.sandbox.methods import shown
from bot.sandbox.workspace import Json, Workspace

if TYPE_CHECKING:
    from bot.sandbox.server import Sandbox

PAGE = Path(__file__).parent / "page"
TAP_KEYS = ("value", "selected_option", "selected_options", "selected_date", "selected_time",
            "selected_date_time", "selected_user", "selected_users")  # fmt: skip
STATIC = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class Controls(Protocol):
    """How the page's clock steps through what the bot has waiting."""

    async def clock(self) -> Json:
        """{"now": iso, "waiting": [iso of each waiting notice], "next": iso of the next due moment or None}."""
        ...

    async def step(self, to: datetime) -> None:
        """Go to this moment through every due moment before it, in order."""
        ...


class ClockAlone:
    """Controls of a workspace whose bot has no waiting list to show: the clock is simply moved."""

    def __init__(self, clock: MovableClock) -> None:
        self._clock = clock

    async def clock(self) -> Json:
        """The present moment; nothing is known to wait."""
        return {"now": self._clock.now().isoformat(), "waiting": [], "next": None}

    async def step(self, to: datetime) -> None:
        """Go there."""
        self._clock.move_to(to)


class PageApi:
    """Routes under /sandbox/ and the files of the page."""

    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox
        self._watching: set[asyncio.Event] = set()
        self._acting: set[asyncio.Future[web.StreamResponse]] = set()
        self._stopped = False
        sandbox.workspace.on_change.append(self._wake)

    @property
    def _workspace(self) -> Workspace:
        return self._sandbox.workspace

    @property
    def _acts(self) -> Acts:
        return self._sandbox.acts

    @web.middleware
    async def guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Only our own page may drive the workspace: no foreign Host, no post without our header."""
        port = self._sandbox.address.rpartition(":")[2]
        if request.host not in (f"127.0.0.1:{port}", f"localhost:{port}"):
            return web.json_response({"error": "wrong host"}, status=403)
        ours = request.headers.get("X-Sandbox") == "1"
        if request.path.startswith("/sandbox/") and request.method != "GET" and not ours:
            return web.json_response({"error": "the header X-Sandbox is missing"}, status=403)
        try:
            if request.method == "GET" or not request.path.startswith("/sandbox/"):
                return await handler(request)
            # An act once begun is finished, even when the page that asked for it is closed meanwhile.
            acting = asyncio.ensure_future(handler(request))
            self._acting.add(acting)
            acting.add_done_callback(self._acting.discard)
            return await asyncio.shield(acting)
        except (Impossible, KeyError, ValueError, TypeError) as mistake:
            if not request.path.startswith("/sandbox/"):
                raise
            return web.json_response({"error": str(mistake)}, status=400)

    def add_routes(self, application: web.Application) -> None:
        """Hang everything into the server."""
        person = "/sandbox/person/{person}"
        route = application.router
        route.add_get("/sandbox/people", self._people)
        route.add_get(person, self._person)
        route.add_post(person + "/{act}", self._act)
        route.add_get("/sandbox/clock", self._clock)
        route.add_post("/sandbox/clock", self._move)
        route.add_get("/sandbox/kept", self._kept)
        route.add_get("/sandbox/files/{id}", self._picture)
        route.add_get("/sandbox/faults", self._faults)
        route.add_post("/sandbox/faults", self._misbehave)
        route.add_get("/sandbox/changes", self._changes)
        route.add_get("/{file:[a-z0-9.-]*}", self._file)

    async def _people(self, _request: web.Request) -> web.Response:
        names = ("id", "name", "title", "unit", "locale", "guest", "deleted", "is_bot", "roles_note")
        waiting = {person: len(state.notifications) for person, state in self._workspace.states.items()}
        people = [
            {name: getattr(member, name) for name in names} | {"unread": waiting.get(member.id, 0)}
            for member in self._workspace.members.values()
        ]
        told = {"team": {"name": self._workspace.name}, "app": {"name": self._workspace.app_name}}
        return web.json_response({**told, "people": people})

    async def _person(self, request: web.Request) -> web.Response:
        person = self._known(request)
        state = self._workspace.state(person)
        messages = [
            {
                "ts": one.ts,
                "from": one.author,
                "text": one.text,
                "blocks": one.blocks,
                "edited": one.edited,
                "files": [shown(self._workspace.files[file]) for file in one.files],
            }
            for one in state.messages
            if not one.deleted
        ]
        modals = [
            {
                "view": one.view,
                "errors": one.errors,
                "values": state_values(one.view["blocks"], one.values),
                "trouble": one.trouble,
            }
            for one in state.modals
        ]
        told = {"id": person, "home": state.home, "messages": messages, "modals": modals}
        told |= {"notifications": state.notifications, "trouble": state.trouble}
        told |= {"code": await self._sandbox.codes(person)}
        return web.json_response({**told, "composer": self._acts.composer})

    def _known(self, request: web.Request) -> str:
        return self._workspace.members[request.match_info["person"]].id

    async def _act(self, request: web.Request) -> web.Response:
        person = self._known(request)
        if self._workspace.members[person].deleted or self._workspace.members[person].is_bot:
            raise Impossible("nobody can be this member")
        given = await _given(request)
        acts: dict[str, Callable[[], Awaitable[str | None]]] = {
            "home": lambda: self._acts.open_home(person),
            "messages_tab": lambda: self._acts.open_messages(person),
            "click": lambda: self._acts.click(person, _tap(given)),
            "submit": lambda: self._acts.submit(person, given.get("values") or {}),
            "close": lambda: self._acts.close(person, everything=bool(given.get("all"))),
            "type": lambda: self._acts.type(person, given["text"]),
            "command": lambda: self._acts.command(person, given["command"], given.get("text") or ""),
            "shortcut": lambda: self._acts.shortcut(person, given["callback_id"]),
            "dismiss": lambda: self._dismiss(person),
        }
        trouble = await acts[request.match_info["act"]]()
        return web.json_response({"trouble": trouble} if trouble else {"ok": True})

    async def _dismiss(self, person: str) -> None:
        self._acts.dismiss(person)

    def _controls(self) -> Controls:
        if self._sandbox.controls is not None:
            return self._sandbox.controls
        if isinstance(self._sandbox.clock, MovableClock):
            return ClockAlone(self._sandbox.clock)
        raise Impossible("this workspace's clock cannot be moved")

    async def _clock(self, _request: web.Request) -> web.Response:
        return web.json_response(await self._controls().clock())

    async def _move(self, request: web.Request) -> web.Response:
        given = await _given(request)
        if "to" in given:
            to = datetime.fromisoformat(given["to"])
            if to.tzinfo is None:
                raise ValueError("a moment needs its time zone")
        else:
            by = timedelta(minutes=float(given.get("minutes", 0)), days=float(given.get("days", 0)))
            to = self._sandbox.clock.now() + by
        await self._controls().step(to)
        self._workspace.changed()
        return await self._clock(request)

    async def _kept(self, _request: web.Request) -> web.Response:
        return web.json_response(kept(self._workspace))

    async def _picture(self, request: web.Request) -> web.Response:
        """The bytes of a file, as long as it is there."""
        file = self._workspace.files.get(request.match_info["id"]) or {}
        if "content" not in file:
            raise web.HTTPNotFound
        headers = {"Cache-Control": "no-store"}
        return web.Response(body=b64decode(file["content"]), content_type="image/png", headers=headers)

    async def _faults(self, _request: web.Request) -> web.Response:
        return web.json_response(self._sandbox.faults.told())

    async def _misbehave(self, request: web.Request) -> web.Response:
        """Takes {"clear"}, {"method", "kind", "times", …}, {"duplicate_events": n, …} or {"disconnect"}."""
        given = await _given(request)
        faults = self._sandbox.faults
        if given.pop("clear", False):
            faults.clear()
        if "disconnect" in given:
            await self._sandbox.socket.disconnect(given.pop("disconnect") or "refresh_requested")
        if given.pop("release_late_events", False):
            self._sandbox.socket.release_late_events()
        if "kind" in given:
            faults.add(given.pop("method", "*"), given.pop("kind"), **given)
        else:
            faults.set_counters(given)
        self._workspace.changed()
        return web.json_response(faults.told())

    async def _changes(self, request: web.Request) -> web.StreamResponse:
        """Server-Sent Events: the counter of changes, whenever it has moved."""
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await stream.prepare(request)
        moved = asyncio.Event()
        self._watching.add(moved)
        try:
            while not self._stopped:
                await stream.write(f"data: {self._workspace.changes}\n\n".encode())
                await moved.wait()
                moved.clear()
        except ConnectionError:
            pass  # the page was closed
        finally:
            self._watching.discard(moved)
        return stream

    async def _file(self, request: web.Request) -> web.StreamResponse:
        path = PAGE / (request.match_info["file"] or "index.html")
        if path.suffix not in STATIC or not path.is_file():
            raise web.HTTPNotFound
        text = path.read_text(encoding="utf-8")
        headers = {"Cache-Control": "no-store"}
        return web.Response(text=text, content_type=STATIC[path.suffix], headers=headers)

    def _wake(self) -> None:
        for moved in self._watching:
            moved.set()

    def stop(self) -> None:
        """End the streams of changes."""
        self._stopped = True
        self._wake()


async def _given(request: web.Request) -> Json:
    given: Any = json.loads(await request.text() or "{}")
    if not isinstance(given, dict):
        raise TypeError("an object is expected")
    return given


def _tap(given: Json) -> Tap:
    if given["where"] not in ("message", "home", "modal"):
        raise ValueError("where is message, home or modal")
    chosen = {name: given[name] for name in TAP_KEYS if name in given}
    ts = given.get("ts") or ""
    return Tap(given["where"], given["block_id"], given["action_id"], ts, chosen, given.get("values"))
