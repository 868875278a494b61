"""What a person is told when something did not work: one table of failures and places, and the only catch-all."""

import asyncio
import logging
from collections.abc import Awaitable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from bot import logs
from bot.errors import Busy, Conflict, Disconnected, Misconfigured, Refused, StillSaving, StoreFailed

T = TypeVar("T")
log = logs.logger("failures")


class Kind(StrEnum):
    """How it failed."""

    REFUSED = "refused"
    BUSY = "busy"
    SAVING = "saving"
    CONFLICT = "conflict"
    EXPIRED = "expired"
    STORE = "store"  # the database: full, damaged
    SETUP = "setup"  # settings, policy, keys or roster; only before anything is served
    BUG = "bug"


class Place(StrEnum):
    """Where it failed."""

    FORM = "form"
    BUTTON = "button"
    HOME = "home"
    EVENT = "event"
    COURIER = "courier"
    COMMAND_LINE = "command_line"


@dataclass(frozen=True)
class Surface:
    """What a failure looks like in a place.

    `sentence` is the key of what the person reads ("" where nobody waits, "reason" for the refusal's own sentence);
    `keeps_typed` says whether the form stays open with its text; `exit_code` is the command line's.
    """

    sentence: str
    keeps_typed: bool = False
    level: int = logging.INFO
    exit_code: int = 0


REASON = "reason"

# An event is answered 500 by the router when it fails, so that Slack sends it again; the courier puts the message off.
SURFACES: dict[tuple[Kind, Place], Surface] = {
    (Kind.REFUSED, Place.FORM): Surface(REASON, keeps_typed=True),
    (Kind.REFUSED, Place.BUTTON): Surface(REASON),
    (Kind.REFUSED, Place.HOME): Surface(REASON),
    (Kind.REFUSED, Place.EVENT): Surface(""),
    (Kind.REFUSED, Place.COURIER): Surface(""),
    (Kind.REFUSED, Place.COMMAND_LINE): Surface(REASON, exit_code=2),
    (Kind.BUSY, Place.FORM): Surface("busy-form", keeps_typed=True, level=logging.WARNING),
    (Kind.BUSY, Place.BUTTON): Surface("busy-button", level=logging.WARNING),
    (Kind.BUSY, Place.HOME): Surface("busy-home", level=logging.WARNING),
    (Kind.BUSY, Place.EVENT): Surface("", level=logging.WARNING),
    (Kind.BUSY, Place.COURIER): Surface("", level=logging.WARNING),
    (Kind.BUSY, Place.COMMAND_LINE): Surface("busy-button", level=logging.WARNING, exit_code=3),
    (Kind.SAVING, Place.FORM): Surface("still-saving", level=logging.WARNING),
    (Kind.SAVING, Place.BUTTON): Surface("still-saving", level=logging.WARNING),
    (Kind.SAVING, Place.HOME): Surface("busy-home", level=logging.WARNING),
    (Kind.SAVING, Place.EVENT): Surface("", level=logging.WARNING),
    (Kind.SAVING, Place.COURIER): Surface("", level=logging.WARNING),
    (Kind.SAVING, Place.COMMAND_LINE): Surface("still-saving", level=logging.WARNING, exit_code=3),
    (Kind.CONFLICT, Place.FORM): Surface("conflict"),
    (Kind.CONFLICT, Place.BUTTON): Surface("conflict"),
    (Kind.CONFLICT, Place.HOME): Surface("busy-home"),
    (Kind.CONFLICT, Place.EVENT): Surface(""),
    (Kind.CONFLICT, Place.COURIER): Surface(""),
    (Kind.CONFLICT, Place.COMMAND_LINE): Surface("conflict", exit_code=3),
    (Kind.EXPIRED, Place.FORM): Surface("token-expired"),
    (Kind.EXPIRED, Place.BUTTON): Surface("token-expired"),
    (Kind.EXPIRED, Place.HOME): Surface("token-expired"),
    (Kind.EXPIRED, Place.EVENT): Surface(""),
    (Kind.EXPIRED, Place.COURIER): Surface(""),
    (Kind.EXPIRED, Place.COMMAND_LINE): Surface("token-expired", exit_code=2),
    (Kind.STORE, Place.FORM): Surface("bug-form", keeps_typed=True, level=logging.ERROR),
    (Kind.STORE, Place.BUTTON): Surface("bug-button", level=logging.ERROR),
    (Kind.STORE, Place.HOME): Surface("bug-home", level=logging.ERROR),
    (Kind.STORE, Place.EVENT): Surface("", level=logging.ERROR),
    (Kind.STORE, Place.COURIER): Surface("", level=logging.ERROR),
    (Kind.STORE, Place.COMMAND_LINE): Surface("", level=logging.ERROR, exit_code=4),
    (Kind.SETUP, Place.FORM): Surface("bug-form", keeps_typed=True, level=logging.ERROR),
    (Kind.SETUP, Place.BUTTON): Surface("bug-button", level=logging.ERROR),
    (Kind.SETUP, Place.HOME): Surface("bug-home", level=logging.ERROR),
    (Kind.SETUP, Place.EVENT): Surface("", level=logging.ERROR),
    (Kind.SETUP, Place.COURIER): Surface("", level=logging.ERROR),
    (Kind.SETUP, Place.COMMAND_LINE): Surface("", level=logging.ERROR, exit_code=2),
    (Kind.BUG, Place.FORM): Surface("bug-form", keeps_typed=True, level=logging.ERROR),
    (Kind.BUG, Place.BUTTON): Surface("bug-button", level=logging.ERROR),
    (Kind.BUG, Place.HOME): Surface("bug-home", level=logging.ERROR),
    (Kind.BUG, Place.EVENT): Surface("", level=logging.ERROR),
    (Kind.BUG, Place.COURIER): Surface("", level=logging.ERROR),
    (Kind.BUG, Place.COMMAND_LINE): Surface("bug-button", level=logging.ERROR, exit_code=1),
}


@dataclass(frozen=True)
class Failure:
    """A failed act, ready to be shown: `refusal` carries the sentence of a refusal and its field."""

    kind: Kind
    surface: Surface
    refusal: Refused | None = None


# The rows of the table by error, then by the reason of a refusal and by what the database said.
KINDS: tuple[tuple[type[BaseException], Kind], ...] = (
    (Refused, Kind.REFUSED),
    (Busy, Kind.BUSY),
    (Disconnected, Kind.BUSY),
    (StillSaving, Kind.SAVING),
    (TimeoutError, Kind.SAVING),  # it may have been saved by the time we stopped waiting
    (Conflict, Kind.CONFLICT),
    (Misconfigured, Kind.SETUP),
    (StoreFailed, Kind.STORE),
)
REASONS = {"token-expired": Kind.EXPIRED}
STORE_KINDS = {"locked": Kind.BUSY, "lost": Kind.BUSY, "unknown": Kind.SAVING}


def kind_of(error: BaseException) -> Kind:
    """Which row of the table an error belongs to; whatever was not raised on purpose is a bug."""
    kind = next((kind for raised, kind in KINDS if isinstance(error, raised)), Kind.BUG)
    if isinstance(error, Refused):
        return REASONS.get(error.reason, kind)
    return STORE_KINDS.get(error.kind, kind) if isinstance(error, StoreFailed) else kind


def exit_code(error: BaseException) -> int:
    """What the shell is told: 2 mend it, 3 try again later, 4 look after the database, 1 a defect."""
    return SURFACES[kind_of(error), Place.COMMAND_LINE].exit_code


def failure(error: BaseException, place: Place) -> Failure:
    """The failure that `error` is in `place`; writes its one log line (type and place in the code, never text)."""
    kind = kind_of(error)
    surface = SURFACES[kind, place]
    log.event("not-done", level=surface.level, error=error, kind=kind, surface=place)
    return Failure(kind, surface, error if isinstance(error, Refused) else None)


async def guarded(work: Awaitable[T], place: Place) -> T | Failure:
    """What `work` gives, or the Failure it ended in. The only place that catches everything."""
    try:
        return await work
    except asyncio.CancelledError:
        raise
    except Exception as error:  # the person must always get a sentence, whatever broke
        return failure(error, place)
