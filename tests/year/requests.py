"""How people ask for support, answer, wait, choose again, withdraw, end and forget; and what they are promised."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from heapq import heappop, heappush
from itertools import count

from bot.sandbox.persons import Driver
from bot.sandbox.townhall import OUTSIDERS, STAFF
from tests.year import office_days as office
from tests.year.terms import Terms
from tests.year.townsfolk import Told, Townsfolk, duty, news

CASE, TAKEN_BACK = "peer_support.case", "peer_support.withdrawn"
FORGET_DAYS = 7
BY_NAME = {one.name: one for one in (*STAFF, *OUTSIDERS)}
FREE = "free"
TOPICS, MEANS = ("work", "work_relations", "private", "money", "other"), ("in_person", "phone", "mail", "chat", "other")
REASONS = ("away", "too_close", "conflict", "own_load", "not_my_field")
WAITING = ("requested", "unanswered")
ENDED = ("withdrawn", "ended")


@dataclass(frozen=True)
class Done:
    """One act of a person: when, what, and the supporter it names."""

    at: datetime
    act: str
    supporter: str = ""


@dataclass
class Matter:
    """A request as the ledger knows it: the id, whose it is, and what was done with it."""

    id: str
    asker: str
    done: list[Done] = field(default_factory=list)


@dataclass
class Course:
    """A matter's way through time by the regulation alone: states, and every notice with the state it is true in."""

    state: str = ""
    supporter: str = ""
    told_at: datetime | None = None  # when the one who is asked now hears of it
    states: list[tuple[datetime, str]] = field(default_factory=list)
    owed: list[tuple[Told, str, datetime | None]] = field(default_factory=list)
    rounds: Counter[str] = field(default_factory=Counter)  # how the promises of its rounds were kept

    def turn(self, at: datetime, state: str) -> None:
        self.state = state
        self.states.append((at, state))

    def state_before(self, moment: datetime) -> str:
        return [state for at, state in self.states if at < moment][-1]


class Requests:
    """The behaviour around requests, with its ledger."""

    def __init__(self, terms: Terms, askers: list[str], number: int) -> None:
        self._terms = terms
        self._askers = askers
        self._number = number
        self.matters: dict[str, Matter] = {}
        self._gone: dict[str, datetime] = {}

    def begin(self, folk: Townsfolk, until: datetime) -> None:
        self._gone = folk.gone
        last = office.day_of(until)
        for _ in range(self._number):
            asker = folk.random.choice(self._askers)
            moment = folk.some_time(office.day_of(folk.now), last)
            folk.later(moment, lambda asker=asker: self._ask(folk, asker))

    def hears(self, folk: Townsfolk, told: Told) -> None:
        if told.screen == TAKEN_BACK:  # there is nothing to be done about it
            return
        matter = self.matters[told.about]
        if folk.random.random() < 0.8:
            folk.later(folk.soon(), lambda: self._look(folk, matter, told.person))

    # ---- acts ----

    async def _ask(self, folk: Townsfolk, asker: str) -> None:
        if asker in folk.gone:
            return
        who = await folk.at_home(asker)
        await folk.press(who, "peer_support.start")
        chosen, supporter = self._chosen(folk, who)
        values = {
            "topic": folk.random.choice(TOPICS), "means": folk.random.choice(MEANS), "supporter": chosen,
            "message": f"CANARY{folk.random.getrandbits(64):x}",
        }  # fmt: skip
        await folk.submit(who, values)
        if _has_list(who):  # a superior: asked a second time
            await folk.submit(who, values)
        await folk.at_home(asker)
        (case_id,) = set(folk.rows_at_home(who, CASE)) - self.matters.keys()
        matter = self.matters[case_id] = Matter(case_id, asker)
        await self._note(folk, matter, "ask", supporter)
        if folk.random.random() < 0.1:  # thinks better of it at once
            folk.later(folk.soon(), lambda: self._press(folk, matter, asker, "withdraw"))
        if folk.random.random() < 0.1:  # the supporter happens to look at Home
            folk.later(
                folk.now + timedelta(seconds=folk.random.randrange(1, 200)), lambda: self._look(folk, matter, supporter)
            )

    def _chosen(self, folk: Townsfolk, who: Driver) -> tuple[str, str]:
        """An offer of the list on the screen, and whose it is."""
        element = next(b["element"] for b in (who.modal or {})["blocks"] if b.get("block_id") == "supporter")
        offers = [option for group in element["option_groups"] for option in group["options"]]
        offers = [offer for offer in offers if offer["value"] != FREE]  # here everybody has somebody in mind
        assert not {self._name(offer) for offer in offers} & folk.gone.keys(), "somebody who has left is offered"
        busy = self._asked_by(who.id, folk.now) | folk.gone.keys()
        offers = [offer for offer in offers if self._name(offer) not in busy]
        offer = folk.random.choice(offers)
        return offer["value"], self._name(offer)

    def _asked_by(self, asker: str, now: datetime) -> set[str]:
        """Who deals with a request of this person already: nobody is asked twice at a time."""
        courses = [self._course(matter, now) for matter in self.matters.values() if matter.asker == asker]
        return {course.supporter for course in courses if course.state in (*WAITING, "accepted")}

    def _name(self, offer: dict[str, dict[str, str]]) -> str:
        name, _, where = offer["text"]["text"].replace(" (", "（").partition("（")
        assert BY_NAME[name].unit in where
        return BY_NAME[name].id

    async def _look(self, folk: Townsfolk, matter: Matter, person: str) -> None:
        """Somebody opens a matter and does something, or nothing."""
        course = self._course(matter, folk.now)
        chances: dict[str, float] = {}
        if person == matter.asker:
            chances = {
                "unanswered": {"wait": 0.4, "choose": 0.3, "withdraw": 0.2},
                "stepped_aside": {"choose": 0.7, "withdraw": 0.2},
                "accepted": {"withdraw": 0.05},
                "closing": {"forget": 0.4},
            }.get(course.state, {})
        elif person == course.supporter and course.state in WAITING:
            chances = {"accept": 0.55, "aside": 0.15}
        roll = folk.random.random()
        for act, chance in chances.items():
            if roll < chance:
                await self._press(folk, matter, person, act)
                return
            roll -= chance

    async def _press(self, folk: Townsfolk, matter: Matter, person: str, act: str) -> None:
        """Open the matter and press what is there; nothing when it is no longer there."""
        if person in folk.gone:
            return
        who = await folk.open(person, CASE, matter.id)
        if who is None or f"peer_support.{act}" not in str(who.modal):
            return
        await folk.press(who, f"peer_support.{act}")
        supporter = ""
        if act == "aside":
            await folk.submit(who, {"reason": folk.random.choice(REASONS)})
        if act == "choose":
            chosen, supporter = self._chosen(folk, who)
            await folk.submit(who, {"supporter": chosen})
            if _has_list(who):  # a superior: asked a second time
                await folk.submit(who, {"supporter": chosen})
        await self._note(folk, matter, act, supporter)
        if act == "accept" and folk.random.random() < 0.8:
            first = office.day_of(folk.now) + timedelta(days=1)
            moment = folk.some_time(first, first + timedelta(days=30))
            folk.later(moment, lambda: self._press(folk, matter, person, "end"))

    async def _note(self, folk: Townsfolk, matter: Matter, act: str, supporter: str) -> None:
        matter.done.append(Done(folk.now, act, supporter))
        folk.acts_done[act] += 1
        assert await folk.state_of(matter.id) == self._course(matter, folk.now).state, act

    # ---- the ledger ----

    def promised(self, until: datetime) -> Iterator[Told]:
        for matter in self.matters.values():
            course = self._course(matter, until)
            for told, state, stale_after in course.owed:
                fresh = stale_after is None or told.at <= stale_after
                if told.at <= until and fresh and state in ("", course.state_before(told.at)):
                    yield told

    def kept(self, until: datetime) -> Counter[str]:
        """How the promise of every round of every request was kept."""
        found: Counter[str] = Counter()
        for matter in self.matters.values():
            found += self._course(matter, until).rounds
        return found

    def _course(self, matter: Matter, until: datetime) -> Course:
        """What became of a matter up to `until`: people's acts and the regulation's days, in order."""
        course, timers, number = Course(), [], count()
        for done in [*matter.done, Done(until, "now")]:
            while timers and timers[0][0] <= done.at:
                moment, _, what = heappop(timers)
                self._passes(course, matter, moment, what)
            if done.act == "now":
                break
            for moment, what in self._does(course, matter, done):
                heappush(timers, (moment, next(number), what))
        return course

    def _does(self, course: Course, matter: Matter, done: Done) -> Iterator[tuple[datetime, tuple[str, object]]]:
        """An act's effect; gives the days that it sets."""
        after = {
            "accept": "accepted",
            "aside": "stepped_aside",
            "end": "closing",
            "withdraw": "withdrawn",
            "forget": "ended",
        }
        if course.state == "requested":
            course.rounds[done.act] += 1
        if done.act in ("ask", "wait", "choose"):
            if done.supporter:
                course.supporter, course.told_at = done.supporter, office.leaves(done.at)
            course.turn(done.at, "requested")
            yield from self._round(course, matter, done.at)
            return
        if done.act == "withdraw" and course.supporter and (course.state != "requested" or done.at >= course.told_at):
            told = Told(office.leaves(done.at), course.supporter, news(course.supporter), TAKEN_BACK, "")
            course.owed.append((told, "", None))
        course.turn(done.at, after[done.act])
        if done.act in ("accept", "aside", "end"):
            self._owes(course, matter, done.at, matter.asker, after[done.act])
        if done.act == "aside":
            course.supporter = ""
        if done.act == "end":
            yield office.midnight(office.day_of(done.at) + timedelta(days=FORGET_DAYS + 1)), ("forget", None)

    def _round(
        self, course: Course, matter: Matter, asked_at: datetime
    ) -> Iterator[tuple[datetime, tuple[str, object]]]:
        """Somebody is asked: three working days, a nudge on two mornings, on the third the person is told."""
        first = office.day_of(office.next_working(asked_at))
        one, promise, last = (office.nth_after(first, n) for n in (1, 2, 3))
        supporter = course.supporter
        words = duty(supporter, promise)
        course.owed.append((self._told(asked_at, supporter, words, matter), "requested", office.opening(one)))
        round_ = len(course.states)
        for day, following in ((one, promise), (promise, last)):
            yield office.opening(day), ("nudge", (round_, words, office.opening(following)))
        yield office.opening(last), ("lapse", round_)
        ends = self._terms.end_after(supporter, office.day_of(asked_at))
        if ends:
            yield office.midnight(ends + timedelta(days=1)), ("release", supporter)
        if supporter in self._gone:
            yield self._gone[supporter], ("release", supporter)

    def _passes(self, course: Course, matter: Matter, moment: datetime, timer: tuple[str, object]) -> None:
        """A day has come: what the regulation does by itself."""
        what, detail = timer
        still_asked = course.state == "requested"
        if what == "nudge" and still_asked and detail[0] == len(course.states):  # type: ignore[index]
            told = self._told(moment, course.supporter, detail[1], matter)  # type: ignore[index]
            course.owed.append((told, "requested", detail[2]))  # type: ignore[index]
        elif what == "lapse" and still_asked and detail == len(course.states):
            course.rounds["told"] += 1
            course.turn(moment, "unanswered")
            self._owes(course, matter, moment, matter.asker, "unanswered")
        elif what == "release" and detail == course.supporter and course.state in (*WAITING, "accepted"):
            if course.state == "requested":
                course.rounds["released"] += 1
            course.supporter = ""
            course.turn(moment, "stepped_aside")
            self._owes(course, matter, moment, matter.asker, "stepped_aside")
        elif what == "forget" and course.state == "closing":
            course.turn(moment, "ended")

    def _owes(self, course: Course, matter: Matter, moment: datetime, person: str, state: str) -> None:
        course.owed.append((self._told(moment, person, news(person), matter), state, None))

    def _told(self, moment: datetime, person: str, words: str, matter: Matter) -> Told:
        return Told(office.leaves(moment), person, words, CASE, matter.id)

    async def check(self, folk: Townsfolk) -> None:
        """States agree; of what has ended neither keys nor parties nor words are left."""
        for matter in self.matters.values():
            state = self._course(matter, folk.now).state
            assert await folk.state_of(matter.id) == state
            assert await folk.traces_of(matter.id) == (state not in ENDED)

    def open_promises(self, until: datetime) -> list[date]:
        """The promised days of requests that still wait for an answer."""
        waiting = (self._course(matter, until) for matter in self.matters.values())
        return [office.day_of(c.states[-1][0]) for c in waiting if c.state == "requested"]


def _has_list(who: Driver) -> bool:
    """Whether the list of supporters is on the screen."""
    return any(block.get("block_id") == "supporter" for block in (who.modal or {"blocks": []})["blocks"])
