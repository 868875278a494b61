"""The vocabulary of the access matrix: acts, the conditions they hang on, and a grant that joins them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.people import Role


class Act(StrEnum):
    """What may be done to an object."""

    CREATE = "create"
    READ = "read"
    APPEND = "append"
    CHANGE = "change"
    REFER = "refer"
    CLOSE = "close"
    DISPOSE = "dispose"
    NOTIFY = "notify"  # a notice without content about it
    STATISTICS = "statistics"  # figures that passed disclosure control


class Condition(StrEnum):
    """A fact that must hold; each is the field of `Standing` of the same name."""

    OWN = "own"
    ASSIGNED = "assigned"
    ON_CALL = "on_call"
    CONSENTED = "consented"
    IDENTITY_FREE = "identity_free"
    DATE_ONLY = "date_only"
    EPHEMERAL = "ephemeral"
    SUBMITTED = "submitted"
    ORDERED = "ordered"
    REFERRED = "referred"
    PRESIDING = "presiding"
    PROPOSED = "proposed"
    APPLIED = "applied"
    UNOPENED = "unopened"
    PUBLISHED = "published"
    STEPPED_UP = "stepped_up"


@dataclass(frozen=True)
class Grant:
    """These acts, where all these conditions hold."""

    acts: frozenset[Act]
    conditions: frozenset[Condition]


Row = Mapping[Role, tuple[Grant, ...]]
Matrix = Mapping[str, Row]


def can(*acts: Act, only: tuple[Condition, ...] = ()) -> Grant:
    """A grant of `acts` under every condition in `only`."""
    return Grant(frozenset(acts), frozenset(only))
