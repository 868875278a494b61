"""The sandbox itself: one workspace on 127.0.0.1 with its Web API, Socket Mode, page and people."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.clock import Clock, MovableClock
from bot.sandbox.acts import Acts
from bot.sandbox.faults import Faults
from bot.sandbox.methods import Methods
from bot.sandbox.page_api import Controls, PageApi
from bot.sandbox.payloads import Payloads
from bot.sandbox.persons import Codes, Driver
from bot.sandbox.socket_mode import SocketMode
from bot.sandbox.townhall import PEOPLE
from bot.sandbox.views import Views
from bot.sandbox.web_api import Credentials, WebApi
from bot.sandbox.workspace import APP, BOT_USER, TEAM, Json, Member, Workspace

START = datetime(2026, 9, 7, 9, 50, tzinfo=ZoneInfo("Asia/Tokyo"))
SAVE_SECONDS = 1.0
LOOK = 0.001  # seconds between two looks at whether anything is under way
SILENCE_BESIDE, SILENCE_AFAR = 0.004, 0.03  # how long nothing may be, with the bot in this process or another


@dataclass(frozen=True)
class Setup:
    """How the workspace and the app in it are set up; `ack_seconds` and `retry_seconds` are Slack's own waits.

    `composer` says whether people may type to the app: the strict profile switches it off.
    """

    name: str = "見本町役場"
    app_name: str = "連絡ボックス"
    credentials: Credentials = field(default_factory=Credentials)
    composer: bool = True
    ack_seconds: float = 3.0
    retry_seconds: tuple[float, ...] = (0.0, 60.0, 300.0)


class Sandbox:
    """A local Slack workspace with one app.

    `clock` moves with the bot's (default: a MovableClock standing at Monday 2026-09-07 09:50 in Tokyo);
    `controls` steps through what the bot has waiting, for the page's clock; `saved_in` is a file that keeps
    the workspace over a restart.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        people: Iterable[Member] = PEOPLE,
        controls: Controls | None = None,
        saved_in: Path | None = None,
        setup: Setup | None = None,
    ) -> None:
        self.clock: Clock = clock or MovableClock(START)
        self.setup = setup or Setup()
        app_itself = Member(BOT_USER, self.setup.app_name, is_bot=True)
        self.workspace = Workspace(
            self.clock, [*people, app_itself], name=self.setup.name, app_name=self.setup.app_name
        )
        self.faults = Faults()
        self.controls = controls
        self.codes: Codes = _no_codes  # the authenticator apps on people's phones
        self.views = Views(self.workspace)
        self.socket = SocketMode(
            self.workspace, self.faults, ack_seconds=self.setup.ack_seconds, retry_seconds=self.setup.retry_seconds
        )
        self.busy: list[Callable[[], Awaitable[None]]] = []  # what `quiet` also waits for: the bot's own tasks
        self.address = ""
        self._saved_in = saved_in
        self._saving: asyncio.TimerHandle | None = None
        self._runner: web.AppRunner | None = None

    @property
    def api_url(self) -> str:
        """What belongs into SLACK_API_URL."""
        return f"{self.address}/api/"

    @property
    def bot_token(self) -> str:
        """The token of the Web API."""
        return self.setup.credentials.bot_token

    @property
    def app_token(self) -> str:
        """The token of Socket Mode."""
        return self.setup.credentials.app_token

    @property
    def team(self) -> str:
        """The team's id."""
        return TEAM

    @property
    def app_id(self) -> str:
        """The app's id."""
        return APP

    async def start(self, port: int = 0) -> str:
        """Load what was saved, listen on 127.0.0.1 (port 0: any free one) and return the address."""
        if self._saved_in is not None and self._saved_in.exists():
            self.workspace.load(self._saved_in)
        application = web.Application(client_max_size=32 * 1024 * 1024)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2, handler_cancellation=True)
        listener = socket.create_server(("127.0.0.1", port))
        self.address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self._furnish(application)
        await self._runner.setup()
        await web.SockSite(self._runner, listener).start()
        self.workspace.on_change.append(self._save_soon)
        return self.address

    def _furnish(self, application: web.Application) -> None:
        self.socket.address = self.address
        payloads = Payloads(self.workspace, self.address)
        self.payloads = payloads
        self.acts = Acts(self.workspace, self.views, self.socket, payloads, composer=self.setup.composer)
        self.web_api = WebApi(
            self.workspace,
            Methods(self.workspace, self.views, self.address),
            self.faults,
            credentials=self.setup.credentials,
            new_ticket=self.socket.new_ticket,
        )
        self._page = PageApi(self)
        application.middlewares.append(self._page.guard)
        application.router.add_route("*", "/api/{method}", self.web_api.handle)
        application.router.add_get("/link/", self.socket.handle)
        application.router.add_post("/upload/{file}", self.web_api.upload)
        self._page.add_routes(application)

    def _save_soon(self) -> None:
        if self._saved_in is not None and self._saving is None:
            self._saving = asyncio.get_running_loop().call_later(SAVE_SECONDS, self._save)

    def _save(self) -> None:
        if self._saving is not None:
            self._saving.cancel()
            self._saving = None
        if self._saved_in is not None:
            self.workspace.save(self._saved_in)

    async def stop(self) -> None:
        """Save, drop the app's connections and listen no more."""
        self._page.stop()
        await self.socket.stop()
        if self._runner is not None:
            await self._runner.cleanup()
        self._save()

    def person(self, person: str) -> Driver:
        """This member's hands and eyes, for tests; KeyError for an unknown id."""
        return Driver(self.workspace, self.acts, self.workspace.members[person].id, self.codes)

    def send_event(self, event: Json) -> None:
        """Deliver any inner event (`user_change`, `app_uninstalled`, a hostile one) in a real envelope."""
        self.socket.send_event(self.payloads.event(event))

    def change_member(self, member: Member) -> None:
        """Add or change a member and tell the app so (`team_join` or `user_change`)."""
        kind = "user_change" if member.id in self.workspace.members else "team_join"
        self.workspace.change_member(member)
        self.socket.send_event(self.payloads.user_event(kind, member.id))

    async def quiet(self, silence_seconds: float | None = None) -> None:
        """Wait until no call, no envelope and nothing in `busy` is under way, and stays so for a moment.

        A bot in this process hides nothing, so the moment may be short; of another process only silence tells.
        """
        if silence_seconds is None:
            silence_seconds = SILENCE_BESIDE if self.busy else SILENCE_AFAR
        still_since, seen = 0.0, (-1, -1)
        while still_since < silence_seconds:
            for settled in self.busy:
                await settled()
            await asyncio.sleep(LOOK)
            now = (self.workspace.changes, len(self.web_api.calls))
            at_rest = not self.web_api.in_flight and not self.socket.in_flight and now == seen
            still_since, seen = (still_since + LOOK if at_rest else 0.0), now


async def _no_codes(_person: str) -> str:
    """Nobody has an authenticator app."""
    return ""
