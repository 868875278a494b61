"""A request's way through time by the regulation and the policy alone: its states, and every message that it owes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from typing import Any

from tests.year import office_days as office
from tests.year.matters import Done, Matter, World
from tests.year.terms import ADVISER
from tests.year.townsfolk import Told, duty, news

CASE, TAKEN_BACK, TALK = "peer_support.case", "peer_support.withdrawn", "peer_support.talk"
OVER, IDLE_OVER, CONTACT = "peer_support.over", "peer_support.idle_over", "peer_support.contact"
FORGET_DAYS, IDLE_DAYS, IDLE_MORE_DAYS, REPLY_DAYS, CHECK_DAYS, CONTACT_DAYS = 7, 30, 30, 3, 30, 180
WAITING = ("requested", "unanswered")
HANDLED = (*WAITING, "accepted")
IDLE_STATES = ("unanswered", "stepped_aside", "accepted")
ENDED = ("withdrawn", "ended", "kept")

Timer = tuple[datetime, str, Any]


@dataclass(frozen=True)
class Owed:
    """A message, the states in which it is still true when it leaves (none: always), and its last moment."""

    told: Told
    states: tuple[str, ...] = ()
    stale_after: datetime | None = None


class Course:
    """What became of a matter up to `until`: people's acts and the regulation's days, in order."""

    def __init__(self, matter: Matter, world: World, until: datetime) -> None:
        self.matter = matter
        self._world = world
        self.state = ""
        self.supporter = ""
        self.stepped_aside: set[str] = set()
        self.is_free = False
        self.is_idle = False  # it has been asked whether this goes on
        self.contact = ""
        self.contact_state = ""
        self.has_check = False
        self.states: list[tuple[datetime, str, str]] = []
        self.reports: list[datetime] = []  # since when the adviser owes one (Yam 11(2))
        self._owed: list[Owed] = []
        self._told_at: datetime | None = None  # when the one who is asked now hears of it
        self._waits_for: date | None = None
        self._absences: set[tuple[int, date]] = set()
        self._written: set[tuple[datetime, str]] = set()
        self._round = self._touches = self._lines = 0
        self._contact_ended_at: datetime | None = None
        self._run(until)

    def owed(self) -> Iterator[Told]:
        """Every message, each once, that was still true at the moment when it left."""
        for one in self._owed:
            fresh = one.stale_after is None or one.told.at <= one.stale_after
            if fresh and self._is_true(one):
                yield one.told

    def _is_true(self, owed: Owed) -> bool:
        told = owed.told
        if told.screen == CONTACT:
            return self._contact_ended_at is None or told.at <= self._contact_ended_at
        if not owed.states:
            return True
        _, state, supporter = [one for one in self.states if one[0] < told.at][-1]
        return state in owed.states and told.person in {self.matter.asker, supporter}

    def _run(self, until: datetime) -> None:
        timers: list[tuple[datetime, int, str, Any]] = []
        number = count()
        for done in [*self.matter.done, Done(until, "now")]:
            while timers and timers[0][0] <= done.at:
                moment, _, what, detail = heappop(timers)
                for timer in getattr(self, f"_on_{what}")(moment, detail) or ():
                    heappush(timers, (timer[0], next(number), *timer[1:]))
            if done.act == "now":
                return
            for timer in DOES[done.act](self, done) or ():
                heappush(timers, (timer[0], next(number), *timer[1:]))

    def _turn(self, at: datetime, state: str) -> None:
        self.state = state
        self.states.append((at, state, self.supporter))

    def _tells(self, at: datetime, person: str, *states: str, screen: str = CASE, about: str | None = None) -> None:
        row = self.matter.id if about is None else about
        self._owed.append(Owed(Told(office.leaves(at), person, news(person), screen, row), states))

    # ---- what people do ----

    def _asks(self, done: Done) -> Iterator[Timer]:
        """Somebody is asked: three working days, a nudge on two mornings, on the third the person is told.

        For who is away the days begin when they are back.
        """
        if done.names:
            self.supporter, self._told_at = done.names, office.leaves(done.at)
            self.is_free = done.free
        self._round += 1
        self._turn(done.at, "requested")
        self._touches += 1  # while somebody is promised, nothing is idle
        self.is_idle = False
        away = self._world.away_until(self.supporter, done.at)
        self._waits_for = away
        begins = office.opening(office.on_or_after(away + office.DAY)) if away else done.at
        first = office.day_of(office.next_working(begins))
        one, promise, last = (office.nth_after(first, n) for n in (1, 2, 3))
        words = duty(self.supporter, promise)
        asked = Told(office.leaves(done.at), self.supporter, words, CASE, self.matter.id)
        self._owed.append(Owed(asked, ("requested",), office.opening(one)))
        for day, following in ((one, promise), (promise, last)):
            yield office.opening(day), "nudge", (self._round, words, office.opening(following))
        yield office.opening(last), "lapse", self._round
        ends = self._world.terms.end_after(self.supporter, office.day_of(done.at))
        if ends:
            yield office.midnight(ends + office.DAY), "release", self.supporter
        if self.supporter in self._world.gone:
            yield self._world.gone[self.supporter], "release", self.supporter

    def _accepts(self, done: Done) -> Iterator[Timer]:
        self._turn(done.at, "accepted")
        self._tells(done.at, self.matter.asker, "accepted")
        yield from self._touched(done.at)

    def _steps_aside(self, done: Done) -> Iterator[Timer]:
        self.stepped_aside.add(self.supporter)
        self.supporter = ""
        self._turn(done.at, "stepped_aside")
        self._tells(done.at, self.matter.asker, "stepped_aside")
        yield from self._touched(done.at)

    def _passes_on(self, done: Done) -> Iterator[Timer]:
        """It was left open who is asked: the next one is asked at once (P5), and the person hears of it."""
        self.stepped_aside.add(self.supporter)
        yield from self._asks(done)
        self._tells(done.at, self.matter.asker, "requested")

    def _withdraws(self, done: Done) -> None:
        was_told = self.state != "requested" or (self._told_at is not None and done.at >= self._told_at)
        if self.supporter and was_told:
            self._tells(done.at, self.supporter, screen=TAKEN_BACK, about="")
        self._reported(done.at)
        self._turn(done.at, "withdrawn")

    def _ends(self, done: Done) -> Iterator[Timer]:
        self._reported(done.at)
        self._turn(done.at, "closing")
        self._tells(done.at, self.matter.asker, "closing")
        yield self._forgotten_after(done.at)

    def _finishes(self, done: Done) -> Iterator[Timer]:
        """The person says that it is done, and the supporter hears that something is over."""
        self._reported(done.at)
        self._turn(done.at, "closing")
        self._tells(done.at, self.supporter, screen=OVER, about="")
        yield self._forgotten_after(done.at)

    def _forgets(self, done: Done) -> None:
        self._turn(done.at, "ended")

    def _keeps(self, done: Done) -> Iterator[Timer]:
        """A contact is kept to a stated day, with one later check (P13)."""
        self._turn(done.at, "kept")
        self.contact, self.contact_state = done.names, "kept"
        day = office.day_of(done.at)
        yield office.opening(office.on_or_before(day + timedelta(days=CHECK_DAYS))), "check", None
        yield office.midnight(day + timedelta(days=CONTACT_DAYS + 1)), "expire", None

    def _checks(self, done: Done) -> None:
        self.has_check = False

    def _forgets_contact(self, done: Done) -> None:
        self.contact_state, self._contact_ended_at = "ended", done.at

    def _writes(self, done: Done) -> Iterator[Timer]:
        """The other side hears of it; where nothing comes back for three working days, once more."""
        self._lines += 1
        other = self.supporter if done.by == self.matter.asker else self.matter.asker
        if (office.leaves(done.at), other) not in self._written:  # once in a shared slot, however much was written
            self._written.add((office.leaves(done.at), other))
            self._tells(done.at, other, *HANDLED, screen=TALK)
        first = office.day_of(office.next_working(done.at))
        turn = (self._lines, self.supporter, other)
        yield office.opening(office.nth_after(first, REPLY_DAYS)), "reply", turn
        yield from self._touched(done.at)

    def _goes_on(self, done: Done) -> Iterator[Timer]:
        yield from self._touched(done.at)

    def _is_away(self, done: Done) -> Iterator[Timer]:
        """Who waits is told first and chooses; who is being helped reads until when."""
        until = self._world.away_until(self.supporter, done.at)
        told = until is None or until == self._waits_for or (self._round, until) in self._absences
        if told or self.state not in {"requested", "accepted"}:
            return
        self._absences.add((self._round, until))  # type: ignore[arg-type]
        if self.state == "requested":
            self._turn(done.at, "unanswered")
            yield from self._touched(done.at)
        self._tells(done.at, self.matter.asker, self.state)

    # ---- what the days do by themselves ----

    def _on_nudge(self, moment: datetime, detail: tuple[int, str, datetime]) -> None:
        round_, words, stale_after = detail
        if self.state == "requested" and round_ == self._round:
            told = Told(office.leaves(moment), self.supporter, words, CASE, self.matter.id)
            self._owed.append(Owed(told, ("requested",), stale_after))

    def _on_lapse(self, moment: datetime, round_: int) -> Iterator[Timer]:
        if self.state == "requested" and round_ == self._round:
            self._turn(moment, "unanswered")
            self._tells(moment, self.matter.asker, "unanswered")
            yield from self._touched(moment)

    def _on_release(self, moment: datetime, supporter: str) -> Iterator[Timer]:
        if supporter == self.supporter and self.state in HANDLED:
            yield from self._steps_aside(Done(moment, "release"))

    def _on_forget(self, moment: datetime, detail: None) -> None:
        if self.state == "closing":
            self._turn(moment, "ended")

    def _on_idle(self, moment: datetime, touch: int) -> Iterator[Timer]:
        """Nothing has happened for thirty days: both sides are asked, or the person alone who is to choose."""
        if self.state in IDLE_STATES and touch == self._touches:
            self.is_idle = True
            for person in (self.matter.asker, *([self.supporter] if self.state == "accepted" else [])):
                self._tells(moment, person, self.state)
            yield office.midnight(office.day_of(moment) + timedelta(days=IDLE_MORE_DAYS)), "idle_end", touch

    def _on_idle_end(self, moment: datetime, touch: int) -> None:
        if self.state in IDLE_STATES and touch == self._touches:
            self._reported(moment)
            screen = OVER if self.state == "accepted" else TAKEN_BACK
            self._turn(moment, "ended")
            self._tells(moment, self.matter.asker, screen=IDLE_OVER, about="")
            if self.supporter:
                self._tells(moment, self.supporter, screen=screen, about="")

    def _on_reply(self, moment: datetime, turn: tuple[int, str, str]) -> None:
        line, supporter, other = turn
        if self.state == "accepted" and line == self._lines and supporter == self.supporter:
            self._tells(moment, other, "accepted", screen=TALK)

    def _on_check(self, moment: datetime, detail: None) -> None:
        if self.contact_state == "kept":
            self.has_check = True
            self._tells(moment, self.matter.asker, screen=CONTACT, about=self.contact)

    def _on_expire(self, moment: datetime, detail: None) -> None:
        if self.contact_state == "kept":
            self.contact_state, self._contact_ended_at = "ended", moment

    def _reported(self, at: datetime) -> None:
        """An adviser's support is over: it is reported, each time."""
        if self.supporter == ADVISER and self.state == "accepted":
            self.reports.append(at)

    def _touched(self, at: datetime) -> Iterator[Timer]:
        self._touches += 1
        self.is_idle = False
        yield office.midnight(office.day_of(at) + timedelta(days=IDLE_DAYS)), "idle", self._touches

    def _forgotten_after(self, at: datetime) -> Timer:
        return office.midnight(office.day_of(at) + timedelta(days=FORGET_DAYS + 1)), "forget", None


DOES: dict[str, Callable[[Course, Done], Iterator[Timer] | None]] = {
    "ask": Course._asks, "wait": Course._asks, "choose": Course._asks, "pass_on": Course._passes_on,
    "accept": Course._accepts, "aside": Course._steps_aside, "withdraw": Course._withdraws, "end": Course._ends,
    "finish": Course._finishes, "forget": Course._forgets, "keep": Course._keeps, "check": Course._checks,
    "forget_contact": Course._forgets_contact, "write": Course._writes, "carry_on": Course._goes_on,
    "away": Course._is_away,
}  # fmt: skip
