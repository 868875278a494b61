"""What stands outside the database, so that an older copy of it cannot bring back what was destroyed, unnoticed.

Three files in a folder of the program's own, lines that name nobody:

    tombstones   the id of each data key that was destroyed; a restore destroys these keys again
    disposals    day, class, number of records and by which order: the certificate of what was destroyed
    anchors      day, number and MAC of the audit chain's last line, once a day; a restore is compared with them

Without the folder the program goes on: what could not be noted waits in the database, and `doctor` says so.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.errors import Misconfigured

TOMBSTONES, ANCHORS, DISPOSALS = "tombstones", "anchors", "disposals"


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


class Witness:
    """Appends to the files and reads them; nothing in them is ever changed or taken out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def bury(self, key_ids: Iterable[str]) -> None:
        """Note destroyed keys, safely on the disk. Noting one twice is harmless. Raises Misconfigured."""
        self._append(TOMBSTONES, (f"{key_id}\n" for key_id in key_ids))

    def buried(self) -> frozenset[str]:
        """Every data key that was ever destroyed. Raises Misconfigured where the file cannot be read."""
        return frozenset(self._lines(TOMBSTONES))

    def drop_anchor(self, anchor: Anchor) -> None:
        """Note the end of the chain. Raises Misconfigured."""
        self._append(ANCHORS, (f"{anchor.day.isoformat()} {anchor.seq} {anchor.mac.hex()}\n",))

    def anchors(self) -> list[Anchor]:
        """Every anchor, the oldest first. Raises Misconfigured where the file cannot be read."""
        found = (line.split(" ") for line in self._lines(ANCHORS))
        try:
            return [Anchor(date.fromisoformat(day), int(seq), bytes.fromhex(mac)) for day, seq, mac in found]
        except ValueError:
            raise Misconfigured([f"{self.folder / ANCHORS} has a line that is none of the program's."]) from None

    def certify(self, certificate: Certificate) -> None:
        """Note what was destroyed. Raises Misconfigured."""
        one = certificate
        self._append(DISPOSALS, (f"{one.day.isoformat()} {one.name} {one.number} {one.order.replace(chr(10), ' ')}\n",))

    def certificates(self) -> list[Certificate]:
        """Every certificate, the oldest first. Raises Misconfigured where the file cannot be read."""
        found = (line.split(" ", 3) for line in self._lines(DISPOSALS))
        try:
            return [Certificate(date.fromisoformat(day), name, int(n), order) for day, name, n, order in found]
        except ValueError:
            raise Misconfigured([f"{self.folder / DISPOSALS} has a line that is none of the program's."]) from None

    def _append(self, name: str, lines: Iterable[str]) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self.folder / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
            with os.fdopen(handle, "a", encoding="utf-8") as file:
                file.writelines(lines)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise Misconfigured([f"{self.folder} cannot be written: {os.strerror(error.errno or 0)}."]) from None

    def _lines(self, name: str) -> list[str]:
        try:
            return (self.folder / name).read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError):
            raise Misconfigured([f"{self.folder / name} cannot be read."]) from None
