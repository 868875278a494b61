"""The Web API's door: reads what the SDK sends, checks the token, misbehaves when told to."""

import asyncio
import json
import struct
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from socket import SO_LINGER, SOL_SOCKET
from typing import Any

from aiohttp import web

from bot.sandbox.faults import Fault, Faults
from bot.sandbox.methods import Methods
from bot.sandbox.strictness import Refusal
from bot.sandbox.workspace import Json, Workspace

Method = Callable[[Json], Json]

# method -> the scope it needs, as in Slack's reference
SCOPES: Mapping[str, str] = {
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "conversations.open": "im:write",
    "conversations.history": "im:history",
    "users.info": "users:read",
    "users.list": "users:read",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "files.delete": "files:write",
    "files.info": "files:read",
}
UPLOAD = "upload"  # no method: a POST to the address that files.getUploadURLExternal gave
_JSON_ARGUMENTS = ("blocks", "view", "files", "metadata")


@dataclass(frozen=True)
class Credentials:
    """What the app was given at its installation."""

    bot_token: str = "xoxb-sandbox-town-hall"  # noqa: S105 - it opens nothing but the sandbox
    app_token: str = "xapp-sandbox-town-hall"  # noqa: S105 - it opens nothing but the sandbox
    scopes: tuple[str, ...] = (*dict.fromkeys(SCOPES.values()), "commands")


class WebApi:
    """Answers POST and GET /api/<method>."""

    def __init__(
        self,
        workspace: Workspace,
        methods: Methods,
        faults: Faults,
        *,
        credentials: Credentials,
        new_ticket: Callable[[], str],
    ) -> None:
        self._workspace = workspace
        self._faults = faults
        self._tokens = {credentials.bot_token: "bot", credentials.app_token: "app"}
        self._scopes = credentials.scopes
        self.date_skew = timedelta()  # how far Slack's Date header is off, for the doctor's test
        self.calls: list[str] = []  # the methods called so far, in order
        self.in_flight = 0
        self._methods: dict[str, Method] = {
            "auth.test": methods.auth_test,
            "apps.connections.open": lambda _given: {"url": new_ticket()},
            "chat.postMessage": methods.post_message,
            "chat.update": methods.update_message,
            "chat.delete": methods.delete_message,
            "conversations.open": methods.open_conversation,
            "conversations.history": methods.history,
            "users.info": methods.user_info,
            "users.list": methods.user_list,
            "views.open": methods.open_view,
            "views.update": methods.update_view,
            "views.push": methods.push_view,
            "views.publish": methods.publish_view,
            "files.getUploadURLExternal": methods.upload_address,
            "files.completeUploadExternal": methods.complete_upload,
            "files.info": methods.file_info,
            "files.delete": methods.delete_file,
        }

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One call of a method, with its fault if one is waiting."""
        self.in_flight += 1
        try:
            method = request.match_info["method"]
            self.calls.append(method)
            given = await arguments(request)
            fault = self._faults.take(method)
            if fault is None:
                return self._answered(self._call(request, method, given))
            return await self._misbehave(fault, request, lambda: self._call(request, method, given))
        finally:
            self.in_flight -= 1

    async def upload(self, request: web.Request) -> web.StreamResponse:
        """The bytes of a file at the address that was given for it; its faults go by the name UPLOAD."""
        self.in_flight += 1
        try:
            self.calls.append(UPLOAD)
            content = await request.read()
            file = self._workspace.files.get(request.match_info["file"])
            if file is None or file["uploaded"]:
                return web.Response(status=404)

            def put() -> Json:
                file.update(uploaded=len(content), content=b64encode(content).decode())
                return {}

            fault = self._faults.take(UPLOAD)
            if fault is not None:
                return await self._misbehave(fault, request, put)
            put()
            return web.Response(text=f"OK - {len(content)}")
        finally:
            self.in_flight -= 1

    def _call(self, request: web.Request, method: str, given: Json | None) -> Json:
        try:
            if given is None:
                raise Refusal("invalid_json")
            self._check_token(request, method, given)
            if method not in self._methods:
                raise Refusal("unknown_method")
            return {"ok": True, **self._methods[method](given)}
        except Refusal as refusal:
            told: Json = {"ok": False, "error": refusal.error, **refusal.extra}
            if refusal.messages:
                told["response_metadata"] = {"messages": list(refusal.messages)}
            return told

    def _check_token(self, request: web.Request, method: str, given: Json) -> None:
        kind, _, written = request.headers.get("Authorization", "").partition(" ")
        token = written if kind == "Bearer" and written else given.get("token")
        if not token:
            raise Refusal("not_authed")
        holder = self._tokens.get(token)
        if holder is None:
            raise Refusal("invalid_auth")
        if (holder == "app") != (method == "apps.connections.open"):
            raise Refusal("not_allowed_token_type")
        scope = SCOPES.get(method)
        if scope is not None and scope not in self._scopes:
            raise Refusal("missing_scope", (), {"needed": scope, "provided": ",".join(self._scopes)})

    def _answered(self, told: Json) -> web.Response:
        headers = {"Date": self._date(), "x-oauth-scopes": ",".join(self._scopes)}
        return web.json_response(told, headers=headers)

    def _date(self) -> str:
        moment: datetime = self._workspace.clock.now() + self.date_skew
        return format_datetime(moment, usegmt=True)

    async def _misbehave(self, fault: Fault, request: web.Request, call: Callable[[], Json]) -> web.StreamResponse:
        if fault.kind.endswith("_after"):
            call()
        if fault.kind.startswith("timeout"):
            await asyncio.sleep(fault.seconds)  # cancelled when the caller hangs up
            return web.Response(status=504)
        if fault.kind.startswith("reset"):
            return reset(request)
        if fault.kind == "rate_limited":
            told = {"ok": False, "error": "ratelimited"}
            return web.json_response(told, status=429, headers={"Retry-After": str(fault.retry_after)})
        if fault.kind == "server_error":
            return web.Response(status=fault.status, text="upstream error")
        if fault.kind == "html":
            return web.Response(text="<html><body>Maintenance</body></html>", content_type="text/html")
        return self._answered({"ok": False, "error": fault.name})


async def arguments(request: web.Request) -> Json | None:
    """The arguments of a call from query, form or JSON body, as slack_sdk sends them; None if unreadable."""
    given: Json = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError:
            return None
        if not isinstance(body, dict):
            return None
        return given | body
    given |= dict(await request.post())
    for name in _JSON_ARGUMENTS:
        if isinstance(given.get(name), str):
            try:
                given[name] = json.loads(given[name])
            except ValueError:
                return None
    return given


def reset(request: web.Request) -> web.StreamResponse:
    """Break the connection as a failing network does, without an answer."""
    transport: Any = request.transport
    if transport is not None:
        transport.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    return web.Response(status=502)
