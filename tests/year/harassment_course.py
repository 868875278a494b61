"""A consultation's way by the regulation and the policy alone: its state, what its person is owed, who owes what."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from heapq import heappop, heappush

from tests.year import office_days as office
from tests.year.harassment_circle import Circle
from tests.year.harassment_owed import (
    AFTER_FORM_1,
    AFTER_MEETING,
    BEFORE_FORM_1,
    CASE,
    DECIDING,
    ENDED,
    IDLE_DAYS,
    IDLE_OVER,
    Owed,
)
from tests.year.townsfolk import Told, duty, news

MISSED = {  # a promise -> the states in which its end is told to the person (G13)
    "sheet": ("met",), "head": DECIDING, "facts": ("hearing",), "overdue": ("referred",), "measures": ("proposed",),
}  # fmt: skip


class Consultation:
    """What became of one up to the moment that it was last moved on to."""

    def __init__(self, case_id: str, circle: Circle, by_another: bool, at: datetime) -> None:
        self.id, self.circle, self.by_another = case_id, circle, by_another
        self.state = ""
        self.states: list[tuple[datetime, str]] = []
        self.receiver = ""  # the counsellor of the door; "desk"
        self.asked: list[str] = []
        self.confirmed: set[str] = set()
        self.responders: list[str] = []
        self.recipient = self.acting = self.clerk = self.contact = ""
        self.meets_on = date.min
        self.is_missed = self.is_idle = self.is_requested = self.least = self.is_told = False
        self.agreed: bool | None = None
        self.affected_agreed: bool | None = None
        self.answer = self.danger = False
        self.asks_since: datetime | None = None  # when the affected person was asked by the bot
        self.referred_on = self.due_on = date.min
        self.open_measures = 0
        self.votes: dict[str, str] = {}
        self.newcomer = ""  # who was asked to take a responder's place
        self.owed: list[Owed] = []
        self.ends: list[tuple[datetime, frozenset[str]]] = []  # when who had it in hand reads that one is over
        self._timers: list[tuple[datetime, int, str, int]] = []
        self._runs: Counter[str] = Counter()
        self._owing: list[tuple[datetime, str, set[str]]] = []
        self.now = at

    # ---- what it is made of ----

    @property
    def asker(self) -> str:
        return self.circle.asker

    @property
    def chair(self) -> str:
        return self.circle.chair or (self.acting if self.acting in self.circle.members else "")

    @property
    def secretary(self) -> str:
        return self.circle.secretary or (self.clerk if self.clerk not in self.circle.out else "")

    @property
    def agrees(self) -> bool:
        return self.agreed is True and (not self.by_another or self.affected_agreed is True)

    @property
    def receivers(self) -> list[str]:
        if self.receiver == "desk":
            return self.circle.desk
        return [who for who in (self.receiver,) if who in self.circle.counsellors]

    @property
    def unconfirmed(self) -> list[str]:
        return [who for who in self.asked if who not in self.confirmed]

    @property
    def hands(self) -> set[str]:
        """Who has it in hand, as far as anybody but who was put out may have."""
        hats: dict[str, set[str]] = {
            "received": {*self.receivers, *self.responders},
            "arranging": {*self.receivers, *self.asked, *self.responders},  # who listened stays until others said yes
            "arranged": {*self.receivers, *self.responders},
        }
        found = hats.get(self.state, set(self.responders))
        if self.state in AFTER_MEETING:
            found |= set(self.receivers) if not self.responders else set()
        if self.state in (*AFTER_FORM_1, "closing"):
            found |= {self.recipient}
        if self.state in ("referred", "proposed", "measures"):
            found |= {*self.circle.members, self.chair, self.secretary}
        return found - {""} - self.circle.out if self.state not in (*ENDED, "stopped") else set()

    def owes(self) -> set[str]:
        """Whose act is awaited now; a reminder may go to nobody else."""
        by_state: dict[str, Callable[[], set[str]]] = {
            "received": lambda: set(self.receivers),
            "arranging": lambda: set(self.unconfirmed),
            "arranged": lambda: set(self.responders),
            "met": lambda: set(self.responders),
            "confirming": lambda: {*([] if self.least else [self.asker]),
                                   *(self.responders if self.least or not self.asker else [])},
            "reported": lambda: {self.recipient}, "found": lambda: {self.recipient},
            "consent_held": lambda: {self.recipient}, "hearing": lambda: set(self.responders),
            "referred": lambda: {self.chair, self.secretary, *self.circle.members},
            "proposed": lambda: {self.secretary} if self.secretary else {self.recipient, self.chair},
            "measures": lambda: {self.secretary} if self.secretary else {self.recipient, self.chair},
            "closing": lambda: set() if self.is_told else set(self.responders),
        }  # fmt: skip
        found = by_state[self.state]() if self.state in by_state else set()
        others = set(self.circle.candidates) - set(self.responders)
        if self.state in AFTER_MEETING and len(self.responders) < 2 and others:
            found |= set(self.responders or self.receivers)
        return {*found, self.newcomer} - {""}

    def asked_for(self, at: datetime) -> set[str]:
        """Who may be asked for an act now, or has done it while the message waited for its slot."""
        slot = at - office.SLOT
        since = slot if office.is_working(slot - office.SLOT) else slot - timedelta(days=8)
        before = [who for moment, state, who in self._owing if moment >= since and state == self.state]
        return self.owes().union(*before)

    # ---- time ----

    def move_on(self, now: datetime) -> None:
        """What the days have done by themselves since the last act."""
        while self._timers and self._timers[0][0] <= now:
            at, _, what, run = heappop(self._timers)
            if run == self._runs[what]:
                if what in MISSED and self.state in MISSED[what]:
                    self.tell(at, *MISSED[what], missed=True)
                elif what not in MISSED:
                    getattr(self, f"on_{what}")(at)
        self.now = now
        self._owing.append((now, self.state, self.owes()))

    def timer(self, what: str, at: datetime) -> None:
        """Begin a count anew: what was left of the one before is void."""
        self._runs[what] += 1
        heappush(self._timers, (at, len(self._timers) + sum(self._runs.values()), what, self._runs[what]))

    def moment(self, what: str) -> datetime | None:
        """When a count that runs comes to its end, None where none does."""
        return next((at for at, _, name, run in self._timers if (name, run) == (what, self._runs[what])), None)

    def void(self, *names: str) -> None:
        for what in names:
            self._runs[what] += 1

    def turn(self, at: datetime, state: str) -> None:
        self.state = state
        self.states.append((at, state))

    def tell(self, at: datetime, *states: str, due: date | None = None, missed: bool = False) -> None:
        """The person is told of something that was decided then."""
        words = duty(self.asker, due) if due else news(self.asker)
        if self.asker:
            self.owed.append(Owed(Told(office.leaves(at), self.asker, words, CASE, self.id), states, missed))

    def promised(self, until: datetime) -> Iterator[Told]:
        """What the person was told, as far as it was still true when it left."""
        for one in self.owed:
            before = [state for at, state in self.states if at < one.told.at]
            state = before[-1] if before else ""
            holds = state in one.states if one.states else state not in ENDED
            if one.told.at <= until and holds:
                yield one.told

    def touched(self, at: datetime) -> None:
        """Somebody has done something: the idle days begin anew (G8)."""
        self.is_idle = False
        self.void("idle_end")
        if self.state in (*BEFORE_FORM_1, "consent_held"):
            self.timer("idle_ask", office.midnight(office.day_of(at) + timedelta(days=IDLE_DAYS)))
        else:
            self.void("idle_ask")

    def on_idle_ask(self, at: datetime) -> None:
        self.tell(at, self.state)
        self.is_idle = self.state != "consent_held"  # there the record stays (K8): it is asked about again and again
        next_ = "idle_end" if self.is_idle else "idle_ask"
        self.timer(next_, office.midnight(office.day_of(at) + timedelta(days=IDLE_DAYS)))

    def on_idle_end(self, at: datetime) -> None:
        told = Told(office.leaves(at), self.asker, news(self.asker), IDLE_OVER, "")
        if self.asker:
            self.owed.append(Owed(told, ENDED))
        self.ends.append((office.leaves(at), frozenset(self.hands)))
        self.turn(at, "ended")

    # ---- the promises and what is told when they are not kept ----

    def working_days(self, at: datetime, n: int) -> datetime:
        """The opening of the n-th working day after the first one on which somebody is at work."""
        return office.opening(office.nth_after(office.day_of(office.next_working(at)), n))

    def days(self, at: datetime, n: int) -> datetime:
        return office.opening(office.on_or_before(office.day_of(at) + timedelta(days=n)))

    def promise(self, at: datetime) -> None:
        """Aki 7(6): two working days, whatever the desk thinks of it."""
        self.is_missed = False
        self.timer("promise", self.working_days(at, 2))

    def on_promise(self, at: datetime) -> None:
        if self.state == "received" and len(self.circle.candidates) < 2:
            self.strand(at)
        elif self.state == "received" or (self.state == "arranging" and self.unconfirmed):
            self.is_missed = True
            self.tell(at, "received", "arranging", missed=True)

    def strand(self, at: datetime) -> None:
        self.void("promise", "reminder")
        self.turn(at, "stranded")
        self.tell(at, "stranded")
        self.touched(at)

    def on_reminder(self, at: datetime) -> None:
        if self.state == "arranged":
            self.tell(at, "arranged")

    def on_last_day(self, at: datetime) -> None:
        if self.state == "confirming":
            self.tell(at, "confirming", due=office.day_of(at))

    def on_least(self, at: datetime) -> None:
        self.least = self.state == "confirming"

    def on_consent(self, at: datetime) -> None:
        if self.state == "reported" and not self.agrees:
            self.agreed = bool(self.agreed)
            self.hold(at)

    def on_affected(self, at: datetime) -> None:
        """No answer of the affected person is no consent (K5)."""
        if self.affected_agreed is None:
            self.answer = False
            self.on_answer(at)

    def on_answer(self, at: datetime) -> None:
        """What the affected person said has reached it."""
        if self.state in (*ENDED, "stopped"):
            return
        self.affected_agreed = self.answer
        self.void("affected")
        if not self.answer and self.state in ("reported", "hearing") and not (self.state == "hearing" and self.danger):
            self.hold(at)
        elif self.state == "consent_held" and not self.is_stopped:
            self.head(at)
        elif self.state == "consent_held" and not self.answer and not self.is_requested:
            self.void("head")
        self.touched(at)

    def hold(self, at: datetime, *, told: bool = True) -> None:
        """The head's clock stands still (K1), unless a referral is owed (Aki 8(2)); the person hears it."""
        self.void("head", "facts", "consent")
        self.turn(at, "consent_held")
        if told:
            self.tell(at, "consent_held")
        if self.is_requested:
            self.head(at)

    @property
    def is_stopped(self) -> bool:
        """Whether a no stands against the hearing."""
        return self.agreed is False or self.affected_agreed is False

    def head(self, at: datetime) -> None:
        """Aki 8: promptly."""
        self.timer("head", self.working_days(at, 3))

    def on_outcome(self, at: datetime) -> None:
        if self.state == "closing" and not self.is_told:
            self.tell(at, "closing")

    def on_forget(self, at: datetime) -> None:
        if self.state in ("closing", "stopped"):
            self.turn(at, "ended")

    def on_election(self, at: datetime) -> None:
        counted = Counter(choice for who, choice in self.votes.items() if {who, choice} <= set(self.circle.members))
        if self.state != "referred" or self.chair:
            return
        if counted:
            self.acting = max(self.circle.members, key=lambda who: counted[who])
            self.votes = {}
        else:
            self.seek_chair(at)

    def seek_chair(self, at: datetime) -> None:
        if not self.chair and self.circle.members:
            last = office.nth_after(office.day_of(at), 3)
            self.timer("election", office.opening(office.nth_after(last, 1)))
