"""Run by test_logs.py: libraries and threads fail with a canary in hand, at DEBUG, without the filter."""

import asyncio
import gc
import logging
import sys
import threading
import time
import warnings
from collections.abc import Callable
from typing import Any

from aiohttp import web
from pydantic import BaseModel, ValidationError
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import Block
from slack_sdk.web.async_client import AsyncWebClient
from sqlmodel import Field, Session, SQLModel, create_engine

from bot import logs

CANARY = "CANARY-7f3a"
log = logs.logger("crashes")


class Note(SQLModel, table=True):
    id: int = Field(primary_key=True)
    text: str


class Form(BaseModel):
    amount: int


async def authorize(**_: Any) -> AuthorizeResult:
    token = "xoxb-" + CANARY
    return AuthorizeResult(enterprise_id=None, team_id="T0", bot_token=token, bot_id="B0", bot_user_id="U0")


async def bolt() -> None:
    """A request nobody handles, one with a bad signature, a middleware that swallows, a listener that fails."""
    pressed = {"type": "button", "action_id": CANARY, "block_id": CANARY, "value": CANARY}
    body = {"type": "block_actions", "user": {"id": "U1"}, "team": {"id": "T0"}, "actions": [pressed]}
    app = AsyncApp(authorize=authorize, signing_secret="s", process_before_response=True)
    await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
    stamp = str(int(time.time()))
    headers = {"x-slack-signature": "v0=" + CANARY, "x-slack-request-timestamp": stamp,
               "content-type": "application/json"}  # fmt: skip
    await app.async_dispatch(AsyncBoltRequest(body=f'{{"text": "{CANARY}"}}', headers=headers))

    async def fails(ack: Any) -> None:
        raise ValueError(CANARY)

    app.action(CANARY)(fails)
    await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))

    async def swallows() -> None:
        return None

    app.use(swallows)
    await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))


async def sdk() -> None:
    """Calls that succeed, fail and get a page instead of JSON, all logged in full by the SDK at DEBUG."""

    async def answer(request: web.Request) -> web.Response:
        if "auth" in request.path:
            return web.json_response({"ok": True, "user": CANARY})
        if "open" in request.path:
            return web.Response(status=500, text=f"<html>{CANARY}</html>")
        return web.json_response({"ok": False, "error": CANARY})

    server = web.Application()
    server.router.add_route("*", "/api/{method}", answer)
    runner = web.AppRunner(server)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    client = AsyncWebClient(token="xoxb-" + CANARY, base_url=f"http://127.0.0.1:{runner.addresses[0][1]}/api/")
    await client.auth_test()
    for call in (
        client.chat_postMessage(channel="D0", text=CANARY),
        client.conversations_open(users=[CANARY]),
    ):
        try:
            await call
        except SlackApiError as error:
            log.event("call-failed", error=error)
            logging.getLogger("elsewhere").exception("%s", error)
    Block.parse({"type": CANARY, "text": CANARY})
    await runner.cleanup()


def database() -> None:
    """A row that stands already, on an engine that echoes, with parameters shown."""
    engine = create_engine("sqlite://", echo="debug")
    SQLModel.metadata.create_all(engine)
    for _ in range(2):
        with Session(engine) as session:
            session.add(Note(id=1, text=CANARY))
            try:
                session.commit()
            except Exception as error:
                log.event("commit-failed", error=error)
                logging.getLogger("sqlalchemy.orm").exception("failed %s", CANARY)


def checked() -> None:
    try:
        Form.model_validate({"amount": CANARY})
    except ValidationError as error:
        log.event("form-failed", error=error)
        logging.getLogger("pydantic").warning("%s", error)


def careless() -> None:
    """Our own logger used past its guard, values that look like content, broken format strings, warnings."""
    logging.getLogger("madoguchi.flow").error("typed: %s", CANARY)
    logging.getLogger(f"x {CANARY} y").error("by name")
    logging.getLogger("elsewhere").error("too few %s %s", CANARY)  # noqa: PLE1206 - the case
    log.event("odd-values", ref=CANARY, flow=f"a {CANARY}", reason=[CANARY], name="U0CANARY7F3A")
    type(CANARY.replace("-", " "), (ValueError,), {})
    warnings.warn(CANARY, stacklevel=1)


class Dies:
    def __del__(self) -> None:
        raise ValueError(CANARY)


async def tasks() -> None:
    async def fails() -> None:
        raise ValueError(CANARY)

    task = asyncio.create_task(fails())
    await asyncio.wait([task])
    del task
    gc.collect()


def falls() -> None:
    raise ValueError(CANARY)


def main() -> None:
    logs.configure("DEBUG")
    for handler in logging.getLogger().handlers:
        handler.filters.clear()
    for name in ("slack_bolt", "slack_sdk", "slack_sdk.web.async_client", "sqlalchemy"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    steps: list[Callable[[], object]] = [
        lambda: asyncio.run(bolt(), debug=True),
        lambda: asyncio.run(sdk(), debug=True),
        database,
        checked,
        careless,
        lambda: asyncio.run(tasks()),
        Dies,
    ]
    for step in steps:
        step()
    thread = threading.Thread(target=falls, name=CANARY)
    thread.start()
    thread.join()
    sys.stderr.write("all steps done\n")
    falls()


if __name__ == "__main__":
    main()
