"""What was destroyed, as lines that name nobody: written with the destroying, read when an older copy is put back.

A line is the id of a destroyed data key or of a dropped record; or `cut STATE FIELD,FIELD KEY`: the matter with this
data key was ended in this state, and of its body only these fields were kept. The key stands last: half a line
destroys nothing.

The case's own key is not destroyed for a cut. A backup holds its wrapped keys, so a new key would hide nothing that the
cut in the copy does not, and burying the old one would take with it the record that must stay (K8).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, insert

from bot.store.engine import DESTROYED
from bot.store.models import TombstoneRow, table

TOMBSTONE = table(TombstoneRow)
CUT = "cut"


@dataclass(frozen=True)
class Cut:
    """The matter whose data key is `key_id` was ended in `state`, and of its body the fields `stays` were kept."""

    state: str
    stays: tuple[str, ...]
    key_id: str


def bury(connection: Connection, ids: "Select[Any]") -> None:
    """What has these ids dies for good in this transaction, also for an older copy of the database."""
    connection.info[DESTROYED] = True  # the writer takes it out of the WAL as well
    connection.execute(insert(TOMBSTONE).from_select(["line"], ids))


def bury_words(connection: Connection, cut: Cut) -> None:
    """The same for the rest of a body."""
    connection.info[DESTROYED] = True
    connection.execute(insert(TOMBSTONE), {"line": f"{CUT} {cut.state} {','.join(cut.stays)} {cut.key_id}"})


def read(lines: Iterable[str]) -> tuple[list[str], list[Cut]]:
    """The ids and the cuts among these lines, each in an order of its own."""
    ids, cuts = [], []
    for line in sorted(lines):
        match line.split(" "):
            case [one]:
                ids.append(one)
            case [word, state, stays, key_id] if word == CUT:
                cuts.append(Cut(state, tuple(stays.split(",")), key_id))
    return ids, cuts
