"""What casework must be told: who does something, and the course that a flow's cases take."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Moves
from bot.rules.ledger import Ledger
from bot.rules.people import Principal, Role


class Doer(Protocol):
    """Somebody who does something once; `key` is the payload's idempotency key (E2)."""

    @property
    def who(self) -> Principal: ...

    @property
    def key(self) -> str: ...


class Course(Protocol):
    """The part of a flow that has nothing to do with Slack."""

    name: str
    domain: str  # which key file seals it: peer, harassment, stress, system
    moves: Mapping[str, Moves]  # kind of case -> its table of states
    screens: Mapping[str, str]  # kind of case -> the action that shows where it stands
    kept: Mapping[str, str]  # kind of case that stays when it is over -> its class of retention in the policy
    scheduled: Mapping[str, tuple[Act, str]]  # kind of deadline -> what the scheduler does then
    told: Mapping[str, tuple[Sequence[Role], str]]  # topic of a notice -> hats that may have it, object

    def facts(self, case: Case, person: str, hat: Role, ledger: Ledger, now: datetime) -> Mapping[str, bool]:
        """The fields of Standing that only this flow can tell of one of its cases for somebody under one hat.

        They stand above what the house finds by itself: `assigned: False` takes a handler's part away, as when the
        consent under which a case was handed on has ended.
        """
        ...

    def plan(self, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        """The deadlines that must exist for the current period; asking again is harmless."""
        ...

    def on_deadline(self, case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
        """What a passed deadline asks to be written; None when nothing is owed any more.

        For a deadline whose subject is no case yet, `case` is the empty one under that id.
        """
        ...

    def on_roster(self, case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        """The deadlines of an open case after the roster has changed its handler's appointments."""
        ...
