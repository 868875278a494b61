"""The real program for the bench: the town hall's roster with more staff, on a database file that is synced to disk."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, TextClause

from bench.peer import Slack
from bot import roster_file
from bot.app import Program, build, open_store
from bot.clock import MovableClock
from bot.commands import keys, roster, run
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules import choice as rules
from bot.handlers.peer_support.views.choice import request_form
from bot.handlers.tokens import Token, new_nonce
from bot.rules.people import Person
from bot.sandbox.payloads import user
from bot.sandbox.server import START
from bot.sandbox.townhall import PEOPLE, roster_csv
from bot.sandbox.workspace import APP, BOT_USER, TEAM, Member
from bot.settings import Settings
from bot.store import migrate

MESSAGE = "相談したいことがあります。" * 160  # with the form around it about 16 KB, as measured before


def staff(number: int) -> list[str]:
    """The Slack ids of so many who ask; nobody may ask the same supporter twice, so everybody asks once."""
    return [f"U0S{each:04}" for each in range(number)]


def members(askers: Sequence[str]) -> list[dict[str, Any]]:
    """Everybody of the workspace as `users.list` tells them."""
    everybody = (*PEOPLE, Member(BOT_USER, "窓口", is_bot=True), *(Member(person, "職員") for person in askers))
    return [user(member, locale=True) for member in everybody]


@dataclass
class House:
    """A running program with its connection to the peer, under the name by which the peer knows it."""

    name: str
    slack: Slack
    program: Program
    clock: MovableClock
    askers: Iterator[str]

    def click(self, person: str, kind: str, row: str = "", rev: int = 0, **fields: str) -> Click:
        """What the router makes of a tap of this person."""
        program = self.program
        who = program.members.principal(person, TEAM)
        assert who is not None
        now = program.clock.now()

        def say(key: str, **values: object) -> str:
            return program.words.say(key, "ja", **({"organisation": "みどり町", "phone": "0000"} | values))

        def token_for(kind: str, row: str = "", rev: int = 0) -> str:
            day = program.casework.office.day(now).toordinal()
            return program.tokens.write(Token(kind, row, person, rev, new_nonce(), day))

        token = Token(kind, row, person, rev, new_nonce(), program.casework.office.day(now).toordinal())
        return Click(who, "ja", now, f"form:{token.nonce}", say, token_for, token, fields)

    def asker(self) -> str:
        """The next of the staff."""
        return next(self.askers)

    async def offers(self, asker: str) -> tuple[rules.Offer, ...]:
        """Whom this person may ask."""
        today = self.program.casework.office.day(self.clock.now())
        return await self.program.casework.look(lambda ledger: rules.offers(asker, ledger, today))

    async def submissions(self, number: int) -> list[str]:
        """As many filled-in forms, each from somebody else, as Slack sends them."""
        asker = self.asker()
        blank, offers = self.click(asker, ""), await self.offers(asker)
        policy = self.program.casework.policy
        form = await self.program.casework.look(lambda ledger: request_form(blank, policy, offers, ledger.people()))
        values = {
            "supporter": {"input": {"type": "static_select", "selected_option": {"value": offers[0].id}}},
            "topic": {"input": {"type": "static_select", "selected_option": {"value": "work"}}},
            "means": {"input": {"type": "radio_buttons", "selected_option": {"value": "phone"}}},
            "message": {"input": {"type": "plain_text_input", "value": MESSAGE}},
            "named": {"input": {"type": "radio_buttons", "selected_option": {"value": "shown"}}},
        }
        return [_submission(form, values, person, self._token(person)) for person in islice(self.askers, number)]

    def _token(self, person: str) -> str:
        return self.click(person, "").token_for("peer_support.request")

    async def submitted(self, payloads: list[str], *, outstanding: int) -> list[float]:
        """Send the forms and wait until nothing is left to do; gives the seconds to each ack."""
        waits = await self.slack.drive(self.name, payloads, outstanding=outstanding)
        await self.program.tasks.settled()
        return waits

    async def changed(self, statement: TextClause, **values: object) -> None:
        """Change stored rows for the next turn, past the program."""

        def work(connection: Connection) -> None:
            connection.execute(statement, values)

        await asyncio.wrap_future(self.program.store.writer.submit(work))


@asynccontextmanager
async def open_house(name: str, folder: Path, slack: Slack, askers: Sequence[str]) -> AsyncIterator[House]:
    """A program of its own in `folder`, connected to the peer."""
    await asyncio.to_thread(folder.mkdir)
    settings = Settings(
        slack_bot_token="xoxb-bench-token",
        slack_app_token=f"xapp-bench-token-{name}",
        slack_team_id=TEAM,
        slack_api_url=slack.api_url,
        database_url=f"sqlite:///{folder / 'madoguchi.db'}",
        key_directory=folder / "keys",
        witness_directory=folder / "witness",
        policy_file=Path("policy.toml"),
    )
    clock = MovableClock(START)
    await asyncio.to_thread(_furnish, settings, clock, askers)
    program = await build(settings, clock)
    handler = run.connect(program, settings)
    await handler.connect_async()
    yield House(name, slack, program, clock, cycle(askers))
    await handler.close_async()
    await program.stop()


def _furnish(settings: Settings, clock: MovableClock, askers: Sequence[str]) -> None:
    keys.init(settings.key_directory, database_has_rows=False)
    migrate.upgrade(settings.database_url)
    more = [Person(person, "職員", "市民課") for person in askers]
    with open_store(settings, clock) as store:
        roster.import_rows(store, roster_file.read(roster_csv().encode()), apply=True)
        store.run_now(lambda unit: unit.roster.save_people(more))


def _submission(form: dict[str, Any], values: dict[str, Any], person: str, token: str) -> str:
    view = form | {
        "id": "V0BENCH", "hash": "1788742200.abcdefgh", "team_id": TEAM, "root_view_id": "V0BENCH",
        "private_metadata": token, "state": {"values": values},
    }  # fmt: skip
    payload = {
        "type": "view_submission", "team": {"id": TEAM, "domain": "bench"}, "api_app_id": APP,
        "user": {"id": person, "username": person.lower(), "name": person.lower(), "team_id": TEAM},
        "token": "verification", "trigger_id": "1.2.3", "enterprise": None, "is_enterprise_install": False,
        "view": view, "response_urls": [],
    }  # fmt: skip
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
