"""A log that cannot carry content: our own fixed event names and listed keys, of all others only the place.

Lines have no time of their own; the journal that collects them adds it.
"""

import faulthandler
import logging
import resource
import sys
import threading
from enum import Enum
from pathlib import Path
from re import compile as pattern
from traceback import walk_tb
from types import TracebackType
from typing import Any

OURS = "madoguchi"
PACKAGES = Path(__file__).resolve().parent.parent
FOLDERS = (PACKAGES / "bot", PACKAGES / "scheduler")
QUIET = ("slack_bolt", "slack_sdk")  # they log whole payloads below WARNING

# A value is a number, a member of an enum, a fixed lower-case word of the code, or an opaque reference of
# 8 capitals or digits. Slack's ids are longer, and nobody's typed text fits.
FIXED_WORD = pattern(r"(?!xox|xapp)[a-z][a-z0-9_.-]{0,47}")
OPAQUE = pattern(r"[0-9A-Z]{8}")
ALLOWED = frozenset(
    {"act", "attempt", "command", "count", "domain", "error", "flow", "kind", "mode", "name", "outcome",
     "payload", "reason", "ref", "seconds", "stage", "state", "status", "surface", "table", "tick", "version",
     "waiting"}
)  # fmt: skip


class Log:
    """What a module writes its events to."""

    def __init__(self, module: str) -> None:
        self._logger = logging.getLogger(f"{OURS}.{module}")

    def event(
        self, event: str, *, level: int = logging.INFO, error: BaseException | None = None, **values: object
    ) -> None:
        """Write the fixed name of something that happened with listed keys; of `error` only type and place.

        Raises ValueError for a name that is no fixed word or a key that is not listed: both stand in the
        code, so a test finds them. A value that does not look safe is written as `?`.
        """
        if not FIXED_WORD.fullmatch(event) or not values.keys() <= ALLOWED:
            raise ValueError("an event has a fixed name and listed keys")
        fields = "".join(f" {key}={_safe(value)}" for key, value in values.items())
        self._logger.log(level, event, extra={"line": f"{event}{fields}{_error(error)}"}, stacklevel=2)


def logger(module: str) -> Log:
    """The log of one of our modules, for example `logger("router")`."""
    return Log(module)


class SafeFormatter(logging.Formatter):
    """Prints our own events in full; of every other record its level, logger, place and type of error."""

    def format(self, record: logging.LogRecord) -> str:
        line = record.__dict__.get("line")
        if record.name.startswith(f"{OURS}.") and isinstance(line, str):
            return f"{record.levelname} {record.name} {line}"
        error = record.exc_info[1] if record.exc_info else None
        return f"{record.levelname} {_name(record.name)} {record.module}:{record.lineno}{_error(error)}"


class _NotTheirChatter(logging.Filter):
    """Bolt copies the root's level into each of its loggers, so its level is held at the handler."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING or not record.name.startswith(QUIET)


def configure(level: str) -> None:
    """Send all that this process logs through SafeFormatter to stderr; call before an app or engine is built.

    `level` is DEBUG, INFO, WARNING or ERROR. Crashes print types and places only, core dumps are forbidden.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(SafeFormatter())
    handler.addFilter(_NotTheirChatter())
    logging.raiseExceptions = False  # else a broken log call prints its arguments
    logging.basicConfig(level=logging.DEBUG if level == "DEBUG" else logging.WARNING, handlers=[handler], force=True)
    logging.getLogger(OURS).setLevel(level)
    logging.captureWarnings(True)
    for name in [*QUIET, *(name for name in logging.root.manager.loggerDict if name.startswith(QUIET))]:
        logging.getLogger(name).setLevel(logging.WARNING)
    # SQLAlchemy's echo hangs a handler of its own on this one, unless there is one
    logging.getLogger("sqlalchemy.engine.Engine").addHandler(logging.NullHandler())
    faulthandler.disable()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.excepthook = _crash
    threading.excepthook = lambda fallen: _crash(fallen.exc_type, fallen.exc_value, fallen.exc_traceback)
    sys.unraisablehook = lambda fallen: _crash(fallen.exc_type, fallen.exc_value, fallen.exc_traceback)


def _crash(kind: type[BaseException], error: BaseException | None, _: TracebackType | None) -> None:
    """Print what ended a program or a thread: its type and where in our code, nothing it carried."""
    sys.stderr.write(f"CRITICAL {OURS} crash{_error(error) or f' exc={_name(kind.__name__)}'}\n")


def _error(error: BaseException | None) -> str:
    """The error's type and our own frames, innermost last."""
    if error is None:
        return ""
    places = (_place(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    at = ">".join(place for place in places if place)
    return f" exc={_name(type(error).__name__)}" + (f" at={at}" if at else "")


def _place(file: str, line: int) -> str:
    """`bot/casework.py:12` for a frame of ours, "" for anybody else's."""
    path = Path(file)
    return f"{path.relative_to(PACKAGES)}:{line}" if any(path.is_relative_to(f) for f in FOLDERS) else ""


def _name(name: str) -> str:
    """A logger's or a type's name, which a library could have made from something it was given."""
    return name if len(name) <= 80 and name.isascii() and name.replace(".", "").replace("_", "").isalnum() else "?"


def _safe(value: Any) -> str:
    if isinstance(value, bool | int | float):
        return str(value)
    text = value.value if isinstance(value, Enum) else value
    return text if isinstance(text, str) and (FIXED_WORD.fullmatch(text) or OPAQUE.fullmatch(text)) else "?"
