"""A town hall in which anybody tries anything, in any order: real flow, real store, real tokens, seeded chance.

People press what stands on their screens, also on old ones; they press what stands on other people's screens, and
what stands nowhere. Time moves, deadlines pass, messages leave, offices begin and end.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from bot import departures
from bot.casework import Casework
from bot.clock import MovableClock
from bot.effects import change_offices
from bot.errors import Conflict, Refused
from bot.handlers import home
from bot.handlers.arrivals import Arrivals, admitted
from bot.handlers.flow import Answer, Show
from bot.handlers.peer_support.flow import PeerSupport
from bot.handlers.tokens import Token, TokenBox, new_nonce
from bot.members import Members
from bot.store.unit import Unit
from tests import fakes
from tests.handlers.peer_support.cast import (
    ASKER,
    BOSS,
    CHECKED,
    COORDINATOR,
    GONE,
    LAPSED,
    NAMES,
    OTHER,
    RELEASED,
    SECOND,
    SECRET_NAMES,
    STORY,
    STRANGER,
    UNCHECKED,
    UNSWORN,
    accounts,
    roster,
)
from tests.handlers.peer_support.watcher import Watcher

TIMES = {
    timedelta(hours=1): 5,
    timedelta(hours=7): 5,
    timedelta(days=1): 5,
    timedelta(days=4): 2,
    timedelta(days=31): 1,
}
KEPT_SCREENS = 5
TELLING = {"peer_support.ask_advice", "peer_support.advice_add"}  # where a supporter may name somebody
VERBS = sorted(verb.removeprefix("peer_support.") for verb in (*PeerSupport.actions, *PeerSupport.forms))
AT_ONCE = 5  # so many forgeries of one person about one matter
CHECKS = ("check_same", "check_better", "check_worse")
MONTHLY = {"peer_support.month", "peer_support.send"}
TOKEN = re.compile(r"[A-Za-z0-9_-]{200}")


@dataclass(frozen=True)
class Press:
    """A button or a form that somebody may use: the verb, what its token remembers, what a form has typed."""

    verb: str
    row: str
    rev: int
    form: bool = False
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def case(self) -> str:
        return self.row.partition(":")[0]


@dataclass(frozen=True)
class Met:
    """What came of a press: a screen or a refusal. `plain` is all of it but the tokens."""

    plain: str
    shown: Answer | None = None
    moved_on: bool = False


class Walk:
    """One walk through the town, watched at every step."""

    def __init__(self, casework: Casework, clock: MovableClock, seed: int, counted: Mapping[str, Counter[str]]) -> None:
        self.casework, self.clock, self.chance = casework, clock, Random(seed)  # noqa: S311
        self.seed = seed
        self.flow = next(flow for flow in casework.flows.values() if isinstance(flow, PeerSupport))
        self.members = Members(fakes.TEAM)
        self.members.fill(accounts())
        self.tokens = TokenBox(casework.store.house.ring)
        self.door = Arrivals(casework, fakes.WORDS, self.tokens, self.members, clock)
        self.screens: dict[str, list[dict[str, Any]]] = {person: [] for person in NAMES}
        self.letters: dict[str, list[Press]] = {person: [] for person in NAMES}
        self.templates: dict[str, dict[str, Any]] = {}  # callback id -> the last such form that anybody saw
        self.before_the_screen = ASKER  # somebody stays there for a while
        self.pressed: set[tuple[str, str, str, int]] = set()
        self.counted = counted
        self.watcher = Watcher(casework, self.members, NAMES, SECRET_NAMES)

    async def begin(self) -> None:
        """The roster and the deadlines of the first day."""
        people, appointments = roster()

        def work(unit: Unit) -> None:
            unit.roster.save_people(people)
            unit.roster.save_appointments(appointments)

        self.casework.store.run_now(work)
        await self.watcher.look()

    async def step(self) -> None:
        """One thing happens."""
        kind = self.chance.choices(
            (self._natural, self._borrowed, self._forged, self._later, self._in_the_roster), (75, 9, 9, 3, 1)
        )[0]
        await kind()

    # ---- people

    async def _natural(self) -> None:
        """Somebody presses what stands on a screen of theirs, old or new, or follows a message."""
        busy, who = self.watcher.busy(), self.before_the_screen
        if self.chance.random() < 0.25:
            who = self.chance.choice(busy if busy and self.chance.random() < 0.8 else (*NAMES, ASKER, ASKER, SECOND))
            await self.at_home(who)
        self.before_the_screen = who
        found = self._own_presses(who)
        if found:
            await self.press(who, self._rare(found))

    async def story_of_a_request(self) -> None:
        """The long way of one request, so that the deep states are met too; at every turn others try their luck."""
        for who, verb, fields in STORY:
            if verb == "later":
                await self._later(timedelta(days=31))
                continue
            if verb == "oversteps":
                await self._oversteps(who)
                continue
            await self._forged()
            await self.at_home(who)
            wanted = f"peer_support.{CHECKS[self.seed % 3] if verb in CHECKS else verb}"
            found = [press for press in self._own_presses(who) if press.verb == wanted]
            if found:
                newest = max(found, key=lambda p: (self.watcher.numbers.get(p.case, 0), p.rev, len(p.fields)))
                await self.press(who, replace(newest, fields={**newest.fields, **fields}))

    async def _oversteps(self, who: str) -> None:
        """Somebody tries all that is not theirs to do about the newest request, as it is shown now."""
        asked = [(case, rev) for case, rev in self.watcher.revisions() if self.watcher.fits("case", case)]
        for case, rev in asked[-1:]:
            for verb in VERBS:
                if self.watcher.fits(verb, case) and not self.watcher.may(verb, who, case):
                    await self.press(who, replace(self._forgery(who, f"peer_support.{verb}", case, rev), rev=rev))

    async def knock(self) -> None:
        """Who has no account here, or none any more, tries everything."""
        for who in (GONE, STRANGER):
            for verb in VERBS:
                case, rev = self.chance.choice(self.watcher.revisions())
                await self.press(who, self._forgery(who, f"peer_support.{verb}", case, rev))

    async def _borrowed(self) -> None:
        """Somebody sends exactly what stands on somebody else's screen."""
        who, whose = self.chance.choice(tuple(NAMES)), self.chance.choice(tuple(NAMES))
        found = self._own_presses(whose, typing=who)
        if found:
            await self.press(who, self._rare(found))

    async def _forged(self) -> None:
        """Somebody sends what stands on no screen of theirs, about any matter that exists or has existed."""
        matters = self.watcher.revisions()
        case, rev = self.chance.choice((*matters, *matters[-4:]) if matters else (("", 0),))
        parties = self.watcher.parties(case)
        who = self.chance.choice(parties if parties and self.chance.random() < 0.5 else tuple(NAMES))
        everything = sorted(VERBS)
        fitting = [
            verb for verb in everything if self.watcher.fits(verb, case) and not self.watcher.may(verb, who, case)
        ]
        verbs = fitting if fitting and self.chance.random() < 0.8 else everything
        for verb in self.chance.sample(verbs, min(AT_ONCE, len(verbs))):
            await self.press(who, self._forgery(who, f"peer_support.{verb}", case, rev))

    def _forgery(self, who: str, verb: str, case: str, rev: int) -> Press:
        if verb == "peer_support.reports_of":
            case = f"{self.clock.now():%Y-%m}"  # it knows no case, only months
        row = case if not case or self.chance.random() < 0.7 else f"{case}:{self.chance.choice((1, 2))}"
        fields = self._filled(self.templates[verb], who, mine=False) if verb in self.templates else {}
        return Press(verb, row, self.chance.choice((0, rev, rev, max(rev - 1, 0))), verb in self.flow.forms, fields)

    async def at_home(self, who: str) -> None:
        """Somebody opens Home: doors and duties, and nothing of any content."""
        click = self.door.click({"user": {"id": who, "team_id": self._team(who)}})
        if click is None or click.who.deleted or click.who.external:
            return
        view = await home.home_view(click, self.casework)
        self.watcher.check_screen(who, view, set(), "home")
        self.screens[who] = [view, *(v for v in self.screens[who] if v["type"] != "home")]

    async def press(self, who: str, press: Press) -> None:
        """One press, and everything that must hold of it."""
        before = self.watcher.trail(who, press, self.clock.now())
        again = (who, press.verb, press.row, press.rev) in self.pressed
        met = await self._sent(who, press)
        changed = await self.watcher.look()
        self.watcher.check_change(who, press, changed, opens=again or met.moved_on)
        if met.shown is not None:
            self.pressed.add((who, press.verb, press.row, press.rev))
            self._keep(who, met.shown)
            self.watcher.check_screen(who, met.shown, self.watcher.words_in(press.fields), press.verb)
        may_swear = press.verb in MONTHLY and met.plain.startswith("oath-needed")  # of a month that is still owed
        if not before.related and not again and press.case and not may_swear:
            missing = replace(press, row=press.row.replace(press.case, UUID(int=self.chance.getrandbits(128)).hex))
            nothing = await self._sent(who, missing)
            self.watcher.ensure(met.plain == nothing.plain, f"denied is not missing\n{met.plain}\n{nothing.plain}")
            self.watcher.ensure(not await self.watcher.look(), "what is missing was changed")
        done = met.shown is not None and before.related and not met.moved_on
        self.counted["succeeded" if done else "refused"][press.verb] += 1

    async def _sent(self, who: str, press: Press) -> Met:
        table = self.flow.forms if press.form else self.flow.actions
        day = self.casework.office.day(self.clock.now()).toordinal()
        token = self.tokens.write(Token(press.verb, press.row, who, press.rev, new_nonce(), day))
        click = self.door.click({"user": {"id": who, "team_id": self._team(who)}})
        try:
            assert click is not None
            opened = self.door.opened(admitted(click), token, press.verb, form=press.form)
            answer = await table[press.verb](replace(opened, fields=press.fields), self.casework)
        except Refused as refused:
            return Met(f"{refused.reason} {refused.field} {refused.values}")
        except Conflict as conflict:
            return await self._as_it_is_now(who, press, conflict)
        return Met(TOKEN.sub("", json.dumps(answer.view if isinstance(answer, Show) else str(answer))), answer)

    async def _as_it_is_now(self, who: str, press: Press, conflict: Conflict) -> Met:
        """The router shows a case that has moved on as it is now."""
        if conflict.screen == press.verb or conflict.screen not in self.flow.actions:
            return Met("conflict")
        return replace(await self._sent(who, Press(conflict.screen, conflict.case_id, 0)), moved_on=True)

    def _team(self, who: str) -> str:
        return "T0ELSEWHERE" if who == STRANGER else fakes.TEAM

    def _keep(self, who: str, answer: Answer) -> None:
        if isinstance(answer, Show):
            self.screens[who] = [answer.view, *self.screens[who]][:KEPT_SCREENS]
            if "callback_id" in answer.view:
                self.templates[answer.view["callback_id"]] = answer.view

    def _rare(self, found: list[Press]) -> Press:
        """One of them, rather what has succeeded seldom."""
        weights = [1 / (1 + self.counted["succeeded"][press.verb]) ** 3 for press in found]
        return self.chance.choices(found, weights)[0]

    def _own_presses(self, whose: str, *, typing: str = "") -> list[Press]:
        """What stands on somebody's screens, in an order that owes nothing to the ids of cases."""
        found, typist = list(self.letters[whose]), typing or whose
        for view in self.screens[whose]:
            found += [self._press(button["action_id"], button["value"], whose) for button in _buttons(view)]
            if view.get("callback_id", "").startswith("peer_support."):
                form = self._press(view["callback_id"], view["private_metadata"], whose)
                fields = self._filled(view, typist, mine=typist == whose)
                found.append(replace(form, form=True, fields=fields))
        numbers = self.watcher.numbers
        return sorted(found, key=lambda p: (p.verb, numbers.get(p.case, 0), p.rev, p.row.partition(":")[2], p.form))

    def _press(self, verb: str, token: str, who: str) -> Press:
        opened = self.tokens.read(token, today=date.min, person=who)  # also one that is too old by now
        return Press(verb, opened.row, opened.rev)

    def _filled(self, view: dict[str, Any], who: str, *, mine: bool) -> dict[str, Any]:
        """Something plausible for every input; on a form of one's own rather what stands there already."""
        inputs = [block for block in view["blocks"] if block["type"] == "input"]
        telling = view["callback_id"] in TELLING
        return {b["block_id"]: self._value(b["element"], who, telling=telling, mine=mine) for b in inputs}

    def _value(self, element: dict[str, Any], who: str, *, telling: bool, mine: bool) -> str | list[str]:
        keeps = mine and self.chance.random() < 0.8
        groups = element.get("option_groups", ())
        options = [o["value"] for o in (*element.get("options", ()), *(o for g in groups for o in g["options"]))]
        if element["type"] in {"multi_static_select", "checkboxes"}:
            few = 1 if element["type"] == "multi_static_select" else len(options)
            return sorted(self.chance.sample(options, self.chance.randint(0 if few == 1 else 1, few)))
        if options:
            initial = element.get("initial_option", {}).get("value", "")
            return initial if initial and keeps else self.chance.choice(options)
        if element["type"] == "datepicker":
            ahead = timedelta(days=self.chance.randint(0, 9))
            return (self.casework.office.day(self.clock.now()) + ahead).isoformat()
        initial = element.get("initial_value", "")
        return initial if initial and keeps else self.watcher.new_words(who, self.chance, telling=telling)

    # ---- the world

    async def _later(self, by: timedelta | None = None) -> None:
        """Time moves, deadlines are chased, messages leave."""
        self.clock.move_by(by or self.chance.choices(tuple(TIMES), tuple(TIMES.values()))[0])
        self.watcher.trail("the scheduler", None, self.clock.now())
        for told, topic, about in await self.watcher.time_has_passed():
            verb = f"peer_support.{topic}"
            if verb in self.flow.actions:
                self.letters[told] = [Press(verb, about, 0), *self.letters[told]][:KEPT_SCREENS]

    async def _in_the_roster(self) -> None:
        """Somebody is released, named again, sworn in, checked; an account is closed or opened."""
        changes = (self._release, self._name, self._swear_in, self._check, self._account)
        await self.chance.choice(changes)()
        self.watcher.trail("the roster", None, self.clock.now())
        await self.watcher.look()

    async def _release(self) -> None:
        today = self.casework.office.day(self.clock.now())
        who = self.chance.choice((RELEASED, RELEASED, CHECKED, OTHER, COORDINATOR))
        await self._change(who, lambda held: replace(held, released_on=today) if held.in_force(today) else None)

    async def _name(self) -> None:
        today = self.casework.office.day(self.clock.now())
        who = self.chance.choice((RELEASED, CHECKED, OTHER, COORDINATOR, LAPSED))
        await self._change(who, lambda held: replace(held, released_on=None, ends_on=today + timedelta(days=200)))

    async def _swear_in(self) -> None:
        today = self.casework.office.day(self.clock.now())
        flipped = self.chance.choice((today, None))
        await self._change(UNSWORN, lambda held: replace(held, sworn_on=flipped))

    async def _check(self) -> None:
        flipped = self.chance.choice((date(2026, 4, 1), None))
        await self._change(UNCHECKED, lambda held: replace(held, checked_on=flipped))

    async def _change(self, who: str, change: Any) -> None:
        def work(unit: Unit) -> None:
            changed = [after for held in unit.roster.held_by(who) if (after := change(held)) is not None]
            change_offices(unit, self.casework.flows, changed)

        self.casework.store.run_now(work)

    async def _account(self) -> None:
        who = self.chance.choice((OTHER, BOSS, SECOND))
        member = self.members.get(who)
        assert member is not None
        self.members.update({"id": who, "team_id": fakes.TEAM, "deleted": not member.deleted})
        await departures.keep_up(self.casework, self.members)


def _buttons(told: Any) -> Iterator[dict[str, Any]]:
    """Every button of this flow on a view."""
    if isinstance(told, list):
        for one in told:
            yield from _buttons(one)
    elif isinstance(told, dict):
        if told.get("type") == "button" and told["action_id"].startswith("peer_support."):
            yield told
        for value in told.values():
            yield from _buttons(value) if isinstance(value, dict | list) else ()
