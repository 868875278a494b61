"""The composition root: settings and a clock in, the running program out; nothing else constructs."""

from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from functools import partial

import aiohttp
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import departures
from bot import policy as policies
from bot.casework import Casework
from bot.clock import Clock
from bot.errors import Disconnected, MadoguchiError, Misconfigured
from bot.handlers.arrivals import Arrivals
from bot.handlers.registry import FLOWS
from bot.handlers.router import Router
from bot.handlers.tasks import Tasks
from bot.handlers.tokens import TokenBox
from bot.members import Members
from bot.settings import Settings
from bot.store import key_checks, migrate
from bot.store.engine import connect, quick_check
from bot.store.keys import KeyRing
from bot.store.unit import House, Store
from bot.store.witness import Witness
from bot.store.writer import Writer
from bot.words import Words
from scheduler.courier import Courier
from scheduler.letters import LetterWriter
from scheduler.pictures import Pictures
from scheduler.ticks import Ticks

METHODS = ("auth.test", "users.list")
INTERACTIVE_SECONDS = 2.5  # a tap has three seconds in all
BACKGROUND_SECONDS = 15.0
REFUSES_TOKEN = frozenset(
    {"not_authed", "invalid_auth", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type",
     "missing_scope", "no_permission"}
)  # fmt: skip
PAGE_OF_MEMBERS = 200


@dataclass(frozen=True)
class Program:
    """The parts of a running bot. `background` is the client for what nobody waits for."""

    app: AsyncApp
    ticks: Ticks
    store: Store
    casework: Casework
    members: Members
    words: Words
    tokens: TokenBox
    tasks: Tasks
    clock: Clock
    background: AsyncWebClient
    sessions: tuple[aiohttp.ClientSession, ...]

    async def stop(self) -> None:
        """Finish what is under way, then close everything. The socket and the timetable must have stopped."""
        await self.tasks.settled()
        self.store.writer.stop()
        self.store.database.close()
        for session in self.sessions:
            await session.close()


async def build(settings: Settings, clock: Clock) -> Program:
    """Everything, ready to be connected. Checks database, keys and token first and fails with every mistake named.

    Raises Misconfigured, KeyMissing, StoreFailed or Disconnected; nothing is left open then.
    """
    async with AsyncExitStack() as undo:
        store = _store(settings, clock)
        undo.callback(store.database.close)
        undo.callback(store.writer.stop)
        clients = (_client(settings, INTERACTIVE_SECONDS), _client(settings, BACKGROUND_SECONDS))
        sessions = tuple(client.session for client in clients if client.session is not None)
        for session in sessions:
            undo.push_async_callback(session.close)
        program = await _built(settings, clock, store, clients, sessions)
        undo.pop_all()  # from here on it is the program's to close
    return program


async def _built(
    settings: Settings,
    clock: Clock,
    store: Store,
    clients: tuple[AsyncWebClient, AsyncWebClient],
    sessions: tuple[aiohttp.ClientSession, ...],
) -> Program:
    interactive, background = clients
    house = store.house
    words, tokens, tasks = Words.load(house.office.zone), TokenBox(house.ring), Tasks()
    members = Members(settings.slack_team_id)
    casework = Casework(store, FLOWS)
    arrivals = Arrivals(casework, words, tokens, members, clock)
    router = Router(
        casework=casework, flows=FLOWS, arrivals=arrivals, words=words, members=members, client=interactive, tasks=tasks
    )
    with slack_at_the_start("SLACK_BOT_TOKEN"):
        identity = await background.auth_test()
        await _fill(members, background)
    itself = members.get(identity["user_id"])
    members.app = itself.app if itself else ""
    if identity["team_id"] != settings.slack_team_id:
        raise Misconfigured(["SLACK_TEAM_ID: is not the workspace that SLACK_BOT_TOKEN belongs to"])
    await departures.keep_up(casework, members)
    authorized = AuthorizeResult(
        enterprise_id=None, team_id=settings.slack_team_id, bot_token=settings.slack_bot_token,
        bot_id=identity.get("bot_id"), bot_user_id=identity.get("user_id"),
    )  # fmt: skip

    async def authorize() -> AuthorizeResult:
        return authorized  # one workspace: nothing to look up while somebody waits

    app = AsyncApp(authorize=authorize, process_before_response=True)  # the router calls Slack with a client of its own
    router.register(app)
    letters = LetterWriter(words, tokens, house.policy, house.office, clock)
    pictures = Pictures(store, words, background, clock)
    courier = Courier(casework, members, letters, pictures, background, clock)
    witness = Witness(settings.witness_directory)
    ticks = Ticks(casework, courier, partial(_refresh, members, background, casework), witness)
    return Program(app, ticks, store, casework, members, words, tokens, tasks, clock, background, sessions)


@contextmanager
def slack_at_the_start(token: str) -> Iterator[None]:
    """Around the first calls with the token of this settings key, so that what stops them is said in our words.

    Raises Misconfigured when Slack refuses the token, Disconnected when it does not answer.
    """
    try:
        yield
    except SlackApiError as error:
        if error.response.get("error") in REFUSES_TOKEN:
            raise Misconfigured([f"{token}: Slack refuses it; `python -m bot doctor` says what to do"]) from None
        raise Disconnected from None
    except (aiohttp.ClientError, TimeoutError, OSError):
        raise Disconnected from None


@contextmanager
def open_store(settings: Settings, clock: Clock) -> Iterator[Store]:
    """The store alone, for the command line. Raises as `build`."""
    store = _store(settings, clock)
    try:
        yield store
    finally:
        store.writer.stop()
        store.database.close()


def _store(settings: Settings, clock: Clock) -> Store:
    policy = policies.load(settings.policy_file)
    ring = KeyRing.load(settings.key_directory)
    migrate.require_current(settings.database_url)
    database = connect(settings.database_url)
    quick_check(database)
    writer = Writer(database)
    writer.start()
    house = House(
        ring,
        policy,
        policies.office_calendar(policy),
        {flow.name: flow.domain for flow in FLOWS},
        settings.slack_team_id,
    )
    try:
        writer.submit(lambda connection: key_checks.confirm(connection, ring)).result()
    except MadoguchiError:
        writer.stop()
        database.close()
        raise
    return Store(database, writer, house, clock)


async def _fill(members: Members, client: AsyncWebClient) -> None:
    """Take the workspace's whole list of members into memory (Slack: users.list, Tier 2)."""
    users, cursor = [], ""
    while True:
        page = await client.users_list(limit=PAGE_OF_MEMBERS, cursor=cursor, include_locale=True)
        users += page["members"]
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            break
    members.fill(users)


async def _refresh(members: Members, client: AsyncWebClient, casework: Casework) -> None:
    """Once a day: the list of members anew, and in the roster who has left since."""
    await _fill(members, client)
    await departures.keep_up(casework, members)


def _client(settings: Settings, seconds: float) -> AsyncWebClient:
    """A client with its own session and no retry handlers: after a reset they would post twice."""
    session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=seconds))
    return AsyncWebClient(
        token=settings.slack_bot_token, base_url=settings.slack_api_url, session=session, retry_handlers=[]
    )
