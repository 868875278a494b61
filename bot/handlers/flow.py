"""The contract of a flow: what it gives to the router, to the scheduler and to Home; it registers nothing itself."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from bot.casework import Casework
from bot.course import Course
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields
from bot.handlers.tokens import Token
from bot.rules.duties import Dated, Duty
from bot.rules.ledger import Ledger
from bot.rules.people import Principal, Role

LONGEST_WAY = 64  # of the characters that a token has room for, beside its own kind, revision and nonce


@dataclass(frozen=True)
class Click:
    """Something a person did, already checked for who they are: a button, a form, a screen they asked for.

    `say` renders a sentence in their language; `token_for(kind, row="", rev=0)` makes the token of a button or form
    that only they can use. `token` is the opened token of what they used; `fields` are the typed or chosen values
    by block id (a list where several may be chosen); `key` is the payload's idempotency key (E2).
    """

    who: Principal
    language: str
    now: datetime
    key: str
    say: Callable[..., str]
    token_for: Callable[..., str]
    token: Token | None = None
    fields: Fields = field(default_factory=dict)

    @property
    def rev(self) -> int:
        """The revision that was shown with the button or form, 0 for none."""
        return self.token.rev if self.token else 0

    @property
    def row(self) -> str:
        """The id of the case that the button or form is about, "" for none."""
        return self.token.row if self.token else ""


def way_of(click: Click) -> str:
    """The button that was pressed, to be remembered by the token of what comes first; "" where it is too long."""
    way = f"{click.token.kind} {click.row}" if click.token else ""
    return way if len(way) <= LONGEST_WAY else ""


@dataclass(frozen=True)
class Show:
    """Open this view, or put it in the place of the one that was clicked in; `on_top` leaves that one below."""

    view: View
    refreshes_home: bool = False
    on_top: bool = False


@dataclass(frozen=True)
class Wrong:
    """Keep the form open with what was typed and say at each field what is wrong."""

    errors: Mapping[str, str]


@dataclass(frozen=True)
class Close:
    """Close the whole stack of views."""

    refreshes_home: bool = False


@dataclass(frozen=True)
class Onward:
    """Go on to what was asked for before something else had to come first: the oath, a code.

    `way` and `rev` are those of the form or button that stood between (`way_of`). Without a way `done` is shown:
    what was sent is to be sent again, because no form is kept anywhere but on its screen.
    """

    way: str
    rev: int
    done: View


Answer = Show | Wrong | Close | Onward
Action = Callable[[Click, Casework], Awaitable[Answer]]


def joined(modules: Sequence[Any], name: str) -> dict[str, Any]:
    """The tables called `name` of these modules as one. Raises ValueError for a key that stands in two."""
    tables: list[Mapping[str, Any]] = [getattr(module, name) for module in modules]
    found = {key: value for table in tables for key, value in table.items()}
    if len(found) != sum(map(len, tables)):
        raise ValueError(f"a key of {name} stands in two tables: {sorted(found)}")
    return found


@dataclass(frozen=True)
class Field:
    """One input of a form, for the export of a person's own data and for the canary test.

    `kept_in` is body, identity, record or nothing.
    """

    form: str
    block_id: str
    kept_in: str


@dataclass(frozen=True)
class Waiting:
    """What waits for a person, as blocks without content: what is asked of them, and their own open matters."""

    duties: Sequence[Block] = ()
    own: Sequence[Block] = ()


@dataclass(frozen=True)
class Holding:
    """One thing that is held about a person, told in their language: a heading, labels with their values.

    `action` and `row` lead to where it is dealt with, taken back or corrected; "" where it can only be read.
    """

    title: str
    lines: Sequence[tuple[str, str]] = ()
    action: str = ""
    row: str = ""


class Flow(Course, Protocol):
    """Everything the rest of the house knows about a flow: its course, and what people meet in Slack."""

    actions: Mapping[str, Action]  # "<flow>.<verb>" -> button or screen
    forms: Mapping[str, Action]  # "<flow>.<verb>" -> submitted view
    fields: Sequence[Field]

    def home(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
        """The flow's doors on the Home tab for this person under today's hats."""
        ...

    def waiting(self, click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
        """What of this flow waits for this person under today's hats; Home shows it above all doors."""
        ...

    def duties(self, ledger: Ledger, now: datetime) -> Sequence[Duty]:
        """What this flow's regulation asks of the organisation, and how it stands with it today."""
        ...

    def dates(self, ledger: Ledger, first: date, last: date) -> Sequence[Dated]:
        """What the year brings in these days, both included."""
        ...

    def held(self, click: Click, ledger: Ledger) -> Sequence[Holding]:
        """All that this flow holds about the person themself (Aku 18); where it is nothing, a heading that says so."""
        ...
