"""Thirty people of the town hall who live by a seeded agenda: hands that tap, ears that note every message."""

import random
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from heapq import heappop, heappush
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Connection, or_, select

from bot.handlers.tokens import Token
from bot.sandbox.acts import Tap
from bot.sandbox.persons import Driver
from bot.sandbox.strictness import elements
from bot.sandbox.town import Town
from bot.sandbox.townhall import PEOPLE
from bot.sandbox.workspace import Message
from bot.store.models import CaseKeyRow, CaseRow, PartyRow, table
from tests.year import office_days as office

QUIET_SECONDS = 0.006
A_SECOND = timedelta(seconds=1)
ENGLISH = frozenset(one.id for one in PEOPLE if one.locale.startswith("en"))

Act = Callable[[], Awaitable[None]]


class Told(NamedTuple):
    """One message that reached somebody, or that they are owed: when, which of the sentences, about which case."""

    at: datetime
    person: str
    sentence: str
    screen: str
    about: str


def news(person: str) -> str:
    return "There is news for you" if person in ENGLISH else "お知らせがあります"


def duty(person: str, due_on: date) -> str:
    if person in ENGLISH:
        return f"There is a request for you (by {due_on.day} {due_on:%B})"
    return f"お願いがあります（{due_on.month}月{due_on.day}日まで）"


def told_by(town: Town, person: str, message: Message) -> Told:
    """A message as it was received: the minute (several to one person leave a second apart), the words, what about."""
    moment = datetime.fromtimestamp(int(float(message.ts)) // 60 * 60, UTC)
    token = token_of(town, person, message.blocks[-1]["elements"][0]["value"])
    return Told(moment, person, message.text, token.kind, token.row)


def token_of(town: Town, person: str, text: str) -> Token:
    """What a button on this person's screen is about."""
    return town.program.tokens.read(text, today=office.day_of(town.clock.now()), person=person)


class Behaviour(Protocol):
    """How people live with one flow, and what its regulation promises them for what they did.

    A flow widens the year with one of these: it puts acts on the agenda and keeps its own ledger.
    """

    def begin(self, folk: "Townsfolk", until: datetime) -> None:
        """Put the first acts on the agenda."""
        ...

    def hears(self, folk: "Townsfolk", told: Told) -> None:
        """Somebody has received a message of this flow; they may act on it, now or later or never."""
        ...

    def promised(self, until: datetime) -> Iterator[Told]:
        """Every message that the ledger owes up to `until`, each once."""
        ...

    async def check(self, folk: "Townsfolk") -> None:
        """Compare what the database holds with the ledger."""
        ...


@dataclass
class Townsfolk:
    """The people, their agenda and everything they have heard; `behaviours` by the name of their flow's screens."""

    town: Town
    seed: int
    behaviours: Mapping[str, Behaviour]
    people: Sequence[str]
    heard: list[Told] = field(default_factory=list)
    gone: dict[str, datetime] = field(default_factory=dict)
    acts_done: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)  # noqa: S311 - for acts, not for keys
        self._agenda: list[tuple[datetime, int, Act]] = []
        self._appointments = 0
        self._read: Counter[str] = Counter()

    @property
    def now(self) -> datetime:
        return self.town.clock.now()

    # ---- time ----

    def later(self, at: datetime, act: Act) -> None:
        """Somebody means to do this then; a moment that has passed comes next."""
        self._appointments += 1
        heappush(self._agenda, (max(at, self.now), self._appointments, act))

    def some_time(self, first: date, last: date) -> datetime:
        """A moment between two days: mostly at work, sometimes at night or on a Sunday."""
        day = first + timedelta(days=self.random.randrange((last - first).days + 1))
        if self.random.random() < 0.85:
            day = office.on_or_before(day) if office.on_or_before(day) >= first else office.on_or_after(day)
            return office.opening(day) + timedelta(seconds=self.random.randrange(8 * 3600))
        return office.midnight(day) + timedelta(seconds=self.random.randrange(86400))

    def soon(self) -> datetime:
        """When somebody gets round to it: within the slot, within hours, or in the very slot of a morning's nudge."""
        kind = self.random.random()
        if kind < 0.25:
            return self.now + timedelta(seconds=self.random.randrange(30, 280))
        if kind < 0.6:
            return self.now + timedelta(minutes=self.random.randrange(6, 400))
        day = office.nth_after(office.day_of(self.now), self.random.randrange(1, 5))
        if kind < 0.8:
            return office.opening(day) + timedelta(seconds=self.random.randrange(1, 299))
        return office.opening(day) + timedelta(minutes=self.random.randrange(10, 400))

    async def live(self, until: datetime) -> None:
        """Go through every act and every due moment in order, as if running, up to `until`."""
        while self.now < until:
            due = await self.town.ticks.next_due()
            coming = [moment for moment in (self._agenda[0][0] if self._agenda else None, due) if moment]
            moment = self.now + A_SECOND if due and due <= self.now else max(min([*coming, until]), self.now)
            self.town.clock.move_to(moment)
            await self.town.settle()
            self._listen()
            while self._agenda and self._agenda[0][0] <= self.now:
                await heappop(self._agenda)[2]()
                await self.town.settle()
                self._listen()

    # ---- ears ----

    def _listen(self) -> None:
        for person, state in list(self.town.sandbox.workspace.states.items()):
            for message in state.messages[self._read[person] :]:
                told = told_by(self.town, person, message)
                self.heard.append(told)
                self.behaviours[told.screen].hears(self, told)
            self._read[person] = len(state.messages)

    # ---- hands ----

    async def at_home(self, person: str) -> Driver:
        """Close everything and look at the Home tab."""
        who = self.town.sandbox.person(person)
        while who.modal:
            await who.close(everything=True)
        await who.open_home()
        await self.quiet()
        return who

    async def open(self, person: str, screen: str, row: str) -> Driver | None:
        """Open a case from Home, else from the message about it; None when it is nowhere to be seen any more."""
        who = await self.at_home(person)
        tap = next(self._doors(who, screen, row), None)
        if tap is None:
            return None
        await self.tap(person, tap)
        if "home.swear" in str(who.modal):
            await self.press(who, "home.swear")  # once for an office, and straight on
        assert "home.swear" not in str(who.modal), "the oath was asked twice"
        return who

    async def tap(self, person: str, tap: Tap) -> None:
        await self.town.sandbox.acts.click(person, tap)
        await self.quiet()

    async def press(self, who: Driver, what: str) -> None:
        await who.click(what)
        await self.quiet()

    async def submit(self, who: Driver, values: Mapping[str, Any]) -> None:
        await who.submit({key: value for key, value in values.items() if f'"{key}"' in _quoted(who)})
        await self.quiet()
        assert not who.errors, who.errors
        assert not who.trouble, who.trouble

    async def quiet(self) -> None:
        await self.town.sandbox.quiet(QUIET_SECONDS)

    def _doors(self, who: Driver, screen: str, row: str) -> Iterator[Tap]:
        for block in (who.home or {"blocks": []})["blocks"]:
            for element in elements(block):
                if element["action_id"] == screen and token_of(self.town, who.id, element["value"]).row == row:
                    yield Tap("home", block["block_id"], screen)
        for message, told in zip(reversed(who.messages), reversed(self._heard_by(who.id)), strict=True):
            if (told.screen, told.about) == (screen, row) and self.now - told.at < timedelta(days=31):
                yield Tap("message", message.blocks[-1]["block_id"], "open", ts=message.ts)

    def _heard_by(self, person: str) -> list[Told]:
        return [told for told in self.heard if told.person == person]

    def rows_at_home(self, who: Driver, screen: str) -> list[str]:
        """The cases that the Home tab shows behind buttons of this screen."""
        found = [e for block in (who.home or {"blocks": []})["blocks"] for e in elements(block)]
        return [token_of(self.town, who.id, e["value"]).row for e in found if e["action_id"] == screen]

    async def state_of(self, case_id: str) -> str:
        """What the database says of a case, for the ledger's comparison."""
        case = await self.town.program.store.read(lambda unit: unit.casebook.load(case_id))
        return case.state if case else ""

    async def handlers_of(self, case_id: str) -> Sequence[str]:
        """Whose act a case awaits."""
        case = await self.town.program.store.read(lambda unit: unit.casebook.load(case_id))
        return case.handlers if case else ()

    async def traces_of(self, case_id: str) -> bool:
        """Whether anything is left by which somebody could know whose case this was, or what was said."""
        return bool(await self.town.program.store.read(lambda unit: _traces(unit.connection, case_id)))

    async def topics_of(self, case_id: str) -> list[str]:
        """The topics of the entries that a month holds."""
        records = await self.town.program.store.read(lambda unit: unit.casebook.records(case_id))
        return [record.body["topic"] for record in records]

    async def figures_of(self, flow: str, month: str) -> dict[str, int]:
        """The counters of records that the digest will read; those of promises are made as they are kept or missed."""
        found = await self.town.program.store.read(lambda unit: unit.figures.of_month(flow, month))
        return {key: n for key, n in found.items() if not key.startswith("promise.")}

    def leaves_us(self, person: str) -> None:
        """Somebody's account is deactivated."""
        members = self.town.sandbox.workspace.members
        self.town.sandbox.change_member(replace(members[person], deleted=True))
        self.gone[person] = self.now


def _quoted(who: Driver) -> str:
    return str(who.modal).replace("'", '"')


def _traces(connection: Connection, case_id: str) -> int:
    """Rows of keys and parties, and sealed bodies."""
    keys, parties, case = table(CaseKeyRow), table(PartyRow), table(CaseRow)
    bodies = select(case.c.id).where(case.c.id == case_id, or_(case.c.body.is_not(None), case.c.identity.is_not(None)))
    return sum(
        len(connection.execute(rows).all())
        for rows in (
            select(keys.c.id).where(keys.c.case_id == case_id),
            select(parties.c.case_id).where(parties.c.case_id == case_id),
            bodies,
        )
    )
