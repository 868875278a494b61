"""What stands outside the database, so that an older copy of it cannot bring back what was destroyed, unnoticed.

Three files in a folder of the program's own, lines that name nobody:

    tombstones   what was destroyed, as the lines of `tombstones.py`; a restore destroys it again
    disposals    day, class, number of records and by which order: the certificate of what was destroyed
    anchors      day, number and MAC of the audit chain's last line, once a day; a restore is compared with them

Without the folder the program goes on: what could not be noted waits in the database, and `doctor` says so.
A line that a full disk or a kill has cut off is passed over, and counted for `doctor`: it must stop nothing for ever.
"""

import fcntl
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.errors import Misconfigured

TOMBSTONES, ANCHORS, DISPOSALS = "tombstones", "anchors", "disposals"
_DAY = r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
_FORMS = {
    TOMBSTONES: re.compile(r"(?:cut [^ ]+ [^ ]* )?[0-9a-f]{32}"),  # `tombstones.py` says what these are
    ANCHORS: re.compile(_DAY + r" ([0-9]{1,18}) ([0-9a-f]{64})"),
    DISPOSALS: re.compile(_DAY + r" ([^ ]+) ([0-9]{1,18}) (.+)"),
}
_IDEOGRAPHIC_SPACE = "\u3000"  # printed like any other, though Python does not count it as printable


@dataclass(frozen=True)
class Anchor:
    """The end of the audit chain as it was on a day."""

    day: date
    seq: int
    mac: bytes


@dataclass(frozen=True)
class Certificate:
    """So many records of a class were destroyed on a day, by an order or the policy."""

    day: date
    name: str
    number: int
    order: str


def is_one_line(told: str) -> bool:
    """Whether this can stand in a certificate: some printable text on one line."""
    return bool(told.strip()) and told.replace(_IDEOGRAPHIC_SPACE, " ").isprintable()


class Witness:
    """Appends to the files and reads them; nothing in them is ever changed or taken out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def bury(self, lines: Iterable[str]) -> None:
        """Note what was destroyed, safely on the disk. Noting one twice is harmless. Raises Misconfigured."""
        self._append(TOMBSTONES, lines)

    def buried(self) -> frozenset[str]:
        """Everything that was ever destroyed. Raises Misconfigured where the file cannot be read."""
        return frozenset(line[0] for line in self._read(TOMBSTONES)[0])

    def drop_anchor(self, anchor: Anchor) -> None:
        """Note the end of the chain. Raises Misconfigured."""
        self._append(ANCHORS, (f"{anchor.day.isoformat()} {anchor.seq} {anchor.mac.hex()}",))

    def anchors(self) -> list[Anchor]:
        """Every anchor, the oldest first. Raises Misconfigured where the file cannot be read."""
        found = (line.groups() for line in self._read(ANCHORS)[0])
        return [Anchor(date.fromisoformat(day), int(seq), bytes.fromhex(mac)) for day, seq, mac in found]

    def ready_to_certify(self) -> None:
        """Raises Misconfigured where no certificate could be written: to be asked before anything is destroyed."""
        self._append(DISPOSALS, ())

    def certify(self, certificate: Certificate) -> None:
        """Note what was destroyed. Raises Misconfigured, also for an order that is not one line of text."""
        one = certificate
        if not is_one_line(one.order):
            raise Misconfigured(["the order that a certificate names must be one line of printable text"])
        self._append(DISPOSALS, (f"{one.day.isoformat()} {one.name} {one.number} {one.order}",))

    def certificates(self) -> list[Certificate]:
        """Every certificate, the oldest first. Raises Misconfigured where the file cannot be read."""
        found = (line.groups() for line in self._read(DISPOSALS)[0])
        return [Certificate(date.fromisoformat(day), name, int(number), order) for day, name, number, order in found]

    def strange_lines(self) -> int:
        """How many lines were cut off or are none of the program's. Raises Misconfigured."""
        return sum(self._read(name)[1] for name in _FORMS)

    def _append(self, name: str, lines: Iterable[str]) -> None:
        added = "".join(f"{line}\n" for line in lines).encode()
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self.folder / name, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
            with os.fdopen(handle, "ab") as file:
                fcntl.flock(handle, fcntl.LOCK_EX)  # the timetable and a command may both be at it
                size = os.fstat(handle).st_size
                if size and os.pread(handle, 1, size - 1) != b"\n":  # a kill or a full disk has cut that line off
                    file.write(b"\n")
                file.write(added)
                file.flush()
                os.fsync(handle)
        except OSError as error:
            raise Misconfigured([f"{self.folder} cannot be written: {os.strerror(error.errno or 0)}."]) from None

    def _read(self, name: str) -> tuple[list[re.Match[str]], int]:
        """The lines that have the form of this file, and how many others there are."""
        try:
            lines = (self.folder / name).read_bytes().split(b"\n")
        except FileNotFoundError:
            return [], 0
        except OSError:
            raise Misconfigured([f"{self.folder / name} cannot be read."]) from None
        found = [_matched(name, line) for line in lines if line]
        good = [match for match in found if match]
        return good, len(found) - len(good)


def _matched(name: str, line: bytes) -> re.Match[str] | None:
    match = _FORMS[name].fullmatch(line.decode(errors="replace"))
    if match is not None and name != TOMBSTONES and not _is_day(match[1]):
        return None
    return match


def _is_day(told: str) -> bool:
    try:
        date.fromisoformat(told)
    except ValueError:
        return False
    return True
