"""P6: finding the handler of a button costs the same however many there are."""

from itertools import islice
from time import perf_counter
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from bench.house import House
from bench.measure import Figure, Target, interleaved
from bot.casework import Casework
from bot.handlers.arrivals import Arrivals
from bot.handlers.flow import Answer, Click, Close
from bot.handlers.peer_support.flow import PeerSupport
from bot.handlers.router import Router
from bot.handlers.tasks import Tasks
from bot.sandbox.workspace import APP, TEAM

MANY, FEW = 200, 10
TAPPERS = 20
DISPATCH = Target("P6", f"a tap with {MANY} more handlers", f"with {FEW} more", 0.95)


async def dispatch(house: House, *, taps: int, runs: int) -> Figure:
    """Taps a second on the last handler, through Bolt and the router, without a network."""
    many, few = Doors(house, MANY), Doors(house, FEW)
    return await interleaved(
        DISPATCH, lambda: many.per_second(taps), lambda: few.per_second(taps), runs=runs, unit="/s"
    )


class Doors:
    """A Bolt app and a router with a number of handlers that do nothing."""

    def __init__(self, house: House, number: int) -> None:
        flow = PeerSupport()
        flow.actions = PeerSupport.actions | {f"bench.{n}": _nothing for n in range(number)}
        program, self._tasks = house.program, Tasks()
        client = AsyncWebClient(token="xoxb-bench-token", base_url=house.slack.api_url)
        self._app = AsyncApp(client=client, authorize=_authorize, process_before_response=True)
        casework = Casework(program.store, [flow])
        arrivals = Arrivals(casework, program.words, program.tokens, program.members, program.clock)
        Router(
            casework=casework, flows=[flow], arrivals=arrivals, words=program.words, members=program.members,
            client=client, tasks=self._tasks,
        ).register(self._app)  # fmt: skip
        action = f"bench.{number - 1}"
        self._taps = [
            _tap(person, action, house.click(person, "").token_for(action)) for person in islice(house.askers, TAPPERS)
        ]

    async def per_second(self, taps: int) -> float:
        begun = perf_counter()
        for number in range(taps):
            request = AsyncBoltRequest(mode="socket_mode", body=self._taps[number % len(self._taps)])
            assert (await self._app.async_dispatch(request)).status == 200
        await self._tasks.settled()
        return taps / (perf_counter() - begun)


async def _authorize() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id=TEAM, bot_token="xoxb-bench-token")


async def _nothing(click: Click, casework: Casework) -> Answer:
    return Close()


def _tap(person: str, action: str, token: str) -> dict[str, Any]:
    return {
        "type": "block_actions", "team": {"id": TEAM}, "api_app_id": APP, "trigger_id": "1.2.3",
        "user": {"id": person, "team_id": TEAM}, "container": {"type": "view"},
        "actions": [{"type": "button", "block_id": "b", "action_id": action, "value": token}],
    }  # fmt: skip
