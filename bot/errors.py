"""Every error this program raises on purpose.

MadoguchiError
├── Refused          the only one whose meaning is shown to people; carries the key of a sentence
├── Busy             the writer did not start the unit in time: nothing was saved
├── StillSaving      the unit had started when the caller's patience ended: look again later
├── Conflict         the case moved on between showing and pressing
├── Misconfigured    settings, policy, keys or roster are wrong: every mistake at once
├── KeyMissing       a key file that stored rows need is not there, or is another key
├── SealBroken       a ciphertext does not belong where it stands, or was changed
├── Unsealable       a value is too large, not plain JSON or not valid Unicode: nothing was written
├── StoreFailed      the database failed; carries the kind of failure, never its text
├── Disconnected     no connection to Slack; the service manager starts the program again
└── Unpermitted      the code asked the store for what `may()` had not granted: a defect
"""

from collections.abc import Sequence


class MadoguchiError(Exception):
    """Something went wrong."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else (self.__doc__ or "").strip()


class Refused(MadoguchiError):
    """The act is not possible; `reason` is the key of the sentence that says why and what to do.

    `field` names the form field the sentence belongs to, or "" for the whole act; `values` fill the sentence
    (numbers and dates, never what was typed).
    In a unit of work it is returned, not raised, so that one refusal does not undo its batch.
    """

    def __init__(self, reason: str, field: str = "", **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field
        self.values = values


class Busy(MadoguchiError):
    """The store is busy and nothing was saved."""


class StillSaving(MadoguchiError):
    """The store is still saving."""


class Conflict(MadoguchiError):
    """The case has moved on since it was shown.

    `screen` is the key of the screen that shows the case `case_id` as it is now, "" where there is none. Like
    Refused it is returned from a unit of work, not raised.
    """

    def __init__(self, screen: str = "", case_id: str = "") -> None:
        super().__init__()
        self.screen = screen
        self.case_id = case_id

    def __str__(self) -> str:
        return "The case has moved on since it was shown."


class Misconfigured(MadoguchiError):
    """The configuration has mistakes; `mistakes` holds one sentence for each, with its place."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


class KeyMissing(Misconfigured):
    """A key file is missing or is not the key that sealed the stored rows."""


class SealBroken(MadoguchiError):
    """A sealed value does not open where it stands."""


class Unsealable(MadoguchiError, ValueError):
    """A value cannot be sealed."""


class StoreFailed(MadoguchiError):
    """The database failed; `kind` is locked, full, lost, unknown, integrity, corrupt or other.

    `unknown`: the connection was lost while committing, so the unit may have been saved or not.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Disconnected(MadoguchiError):
    """Slack cannot be reached, or the connection stayed dead."""


class Unpermitted(MadoguchiError):
    """The store was asked for something that was not granted first."""
