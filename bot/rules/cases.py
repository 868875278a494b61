"""What a case is, what a rule may ask to be written about it, and the acts that move it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from bot.rules.consent import Consent
from bot.rules.people import Appointment

NOTHING: Mapping[str, Any] = MappingProxyType({})


class Purpose(StrEnum):
    """Why somebody is connected with a case (blind-indexed, E4)."""

    REQUESTER = "requester"
    HANDLER = "handler"  # the supporter, counsellor or clerk whose act is awaited
    EXCLUDED = "excluded"  # must never see it
    RAISER = "raiser"  # called for help in danger for somebody; counted by month (G5)


class NoticeClass(StrEnum):
    """What kind of message it is; the courier's order and quiet hours depend on it."""

    NEWS = "news"
    DUTY = "duty"
    DANGER = "danger"  # leaves at once, at any hour
    ANNOUNCEMENT = "announcement"  # to everybody or a whole unit, in words of its own
    ANSWER = "answer"  # to somebody who has just written to the bot: at once
    PICTURE = "picture"  # a file that shows what the case holds, to somebody who may read it
    ERASE = "erase"  # no message: the promise that a file goes from Slack again


@dataclass(frozen=True)
class Case:
    """One matter of one flow, opened for a unit of work.

    `body` holds the flow's own fields, `identity` what names a person; both are sealed in the store.
    `identity` is empty when it was destroyed or never asked for.
    """

    id: str
    flow: str
    kind: str
    state: str
    rev: int
    opened_month: str
    policy_version: str
    period: str = ""
    body: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    identity: Mapping[str, Any] = field(default_factory=lambda: NOTHING)

    @property
    def exists(self) -> bool:
        """False for the empty case that a rule is given when it may open one under this id."""
        return self.rev > 0

    @property
    def requester(self) -> str:
        """Who asked, "" where nobody did or it is forgotten."""
        return str(self.identity.get("requester", ""))

    @property
    def handlers(self) -> tuple[str, ...]:
        """Whose act is awaited."""
        return tuple(self.identity.get("handlers", ()))


@dataclass(frozen=True)
class Record:
    """A sealed entry of a case that outlives the route: what was done, never who asked (Yam 11(3))."""

    kind: str
    body: Mapping[str, Any]
    id: str = ""  # given by the store


@dataclass(frozen=True)
class Party:
    """Connects a person with a case under a purpose."""

    person: str
    purpose: Purpose


@dataclass(frozen=True)
class Deadline:
    """A moment at which a flow must be asked what now.

    Unique by (subject, kind, stage, period): setting it twice is harmless.
    `subject` is a case id, or the flow's name for the work of a period.
    After `not_after` the stage is stale: it is marked skipped and the next one counts.
    """

    subject: str
    kind: str
    due_at: datetime
    stage: int = 0
    period: str = ""
    not_after: datetime | None = None


@dataclass(frozen=True)
class Notice:
    """One message to one person: one of the two fixed sentences and a button (G1).

    `due_on` is the date that the duty sentence names. `topic` is the key of the screen behind the button.
    `about` is the case; "" for notices that belong to none. It is dropped when that case has left the states
    `while_in` before it could leave (empty: never), as when the act it asks for is done.
    Two notices with the same `once` are one.
    """

    recipient: str
    klass: NoticeClass
    about: str
    once: str
    topic: str = "case"
    due_on: date | None = None
    not_before: datetime | None = None
    not_after: datetime | None = None
    while_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Count:
    """One figure of the monthly digest: `n` more of `category` in `month`."""

    category: str
    month: str
    n: int = 1


@dataclass(frozen=True)
class Opening:
    """Asks for a case that does not exist yet; its id is the one the rule was given with the empty case."""

    kind: str
    period: str = ""


@dataclass(frozen=True)
class Spawn:
    """A second case of the same flow that one act brings into being, under keys of its own.

    Its state is the one to which `act` leads from the start; `id` is new where it is "".
    """

    opening: Opening
    act: str
    id: str = ""
    body: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    identity: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    parties: tuple[Party, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    consents: tuple[Consent, ...] = ()


@dataclass(frozen=True)
class Decision:
    """All that one act or one passed deadline asks the store to write, in one transaction.

    The new state is not said here: it follows from `act` by the flow's table of moves. None means unchanged.
    `ends_route` destroys who asked whom: identity, body, records, consents, parties, keys (Yam 11(3)).
    `ends_identity` destroys only what names somebody, with its key and the parties but whoever raised it, and every
    deadline before this decision's own. `stays` names the fields of the body that an older copy of the database keeps
    when it is put back; without any, the flow's own deadline in the copy does what is left to do.
    `keeps_rev`: what is written is no news to whoever has the case on a screen, so their buttons stay good;
    only records, deadlines and a consent's mark of opening may be written so.
    `appointments` are written to the roster, and every open case of their holders is looked at again.
    """

    act: str
    opens: Opening | None = None
    body: Mapping[str, Any] | None = None
    identity: Mapping[str, Any] | None = None
    parties: tuple[Party, ...] = ()
    drops_parties: tuple[Party, ...] = ()
    records: tuple[Record, ...] = ()
    drops_records: tuple[str, ...] = ()  # ids of this case's records that are destroyed
    consents: tuple[Consent, ...] = ()
    spawns: tuple[Spawn, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    cancels: tuple[str, ...] = ()  # kinds of this case's pending deadlines
    notices: tuple[Notice, ...] = ()
    counts: tuple[Count, ...] = ()
    ends_route: bool = False
    ends_identity: bool = False
    stays: tuple[str, ...] = ()
    keeps_rev: bool = False
    answer: Mapping[str, Any] = field(default_factory=dict)  # plain values back to the caller


@dataclass(frozen=True)
class Move:
    """One arrow of a state diagram: in `source` the act `act` leads to `target`, by `article`."""

    source: str
    act: str
    target: str
    article: str


@dataclass(frozen=True)
class Moves:
    """The state table of one kind of case. `start` is the state before it exists ("")."""

    flow: str
    kind: str
    table: tuple[Move, ...]

    def target(self, state: str, act: str) -> str | None:
        """The state that `act` leads to from `state`, or None where it is not possible."""
        return next((m.target for m in self.table if (m.source, m.act) == (state, act)), None)

    def moves(self, act: str) -> bool:
        """Whether `act` is one that changes the state at all."""
        return any(m.act == act for m in self.table)

    def states(self) -> tuple[str, ...]:
        """Every state, in the order of the table, without the start."""
        found = dict.fromkeys(s for m in self.table for s in (m.source, m.target) if s)
        return tuple(found)

    def final(self) -> frozenset[str]:
        """The states that nothing leaves."""
        return frozenset(self.states()) - {m.source for m in self.table}
