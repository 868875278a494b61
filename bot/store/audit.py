"""The audit log: who did or read what, as a chain of keyed hashes in the transaction of the effect itself.

    mac = HMAC(key of the fiscal year,
               joined("aud1", seq, hour, actor, hat, act, object, outcome, rev, digest, mac of the last line))

Nobody who holds only the database can change, insert, remove or reorder a line. Cutting off the end together
with the head, or bringing back an older copy of everything, shows only against a head noted elsewhere.
"""

import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple, NotRequired, TypedDict, Unpack

from sqlalchemy import Connection, bindparam, func, insert, select, text, update
from sqlalchemy.exc import NoResultFound

from bot.store.keys import KeyRing
from bot.store.models import AuditHeadRow, AuditRow, table
from bot.store.seal import joined

AUDIT, HEAD = table(AuditRow), table(AuditHeadRow)
BEFORE_ALL = bytes(32)  # stands where the first line names the one before it
PSEUDONYM_BYTES = 12

_READ_HEAD = select(HEAD.c.seq, HEAD.c.mac).where(HEAD.c.id == 1)
_LOCK_HEAD = _READ_HEAD.with_for_update()
_MAKE_HEAD = text("INSERT INTO audit_head (id, seq, mac) VALUES (1, 0, :mac) ON CONFLICT DO NOTHING")
_MOVE_HEAD = update(HEAD).where(HEAD.c.id == 1).values(seq=bindparam("new_seq"), mac=bindparam("new_mac"))
_ADD_LINE = insert(AUDIT)
_READ_LINE = select(AUDIT).where(AUDIT.c.seq == bindparam("number"))


class Line(TypedDict):
    """One line: who (`actor`) under which hat did what (`act`) to what (`obj`), and how it came out.

    `rev` and `digest` (SHA-256) belong to the sealed value that was written or read; 0 and b"" without one.
    `actor_pseudonym` (12 bytes) stands in the place of `actor` for the asker's own acts: it comes from the
    identity key of the case, and nobody can link it once that key is destroyed (G9).
    """

    actor: str
    hat: str
    act: str
    obj: str
    outcome: str
    rev: int
    digest: bytes
    actor_pseudonym: NotRequired[bytes | None]


class AuditChain:
    """The end of the chain, held for one transaction: read and locked once, thrown away on rollback."""

    def __init__(self, connection: Connection, ring: KeyRing, now: datetime) -> None:
        self._connection = connection
        self._ring = ring
        self._hour = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
        self._head: tuple[int, bytes] | None = None

    def append(self, **line: Unpack[Line]) -> None:
        """Add one line after the last; it counts when the transaction does."""
        seq, previous = self._head or lock_head(self._connection)
        year = fiscal_year(self._hour)
        row = {
            "seq": seq + 1,
            "hour": self._hour,
            "actor": line.get("actor_pseudonym") or _pseudonym(self._ring, year, "actor", line["actor"]),
            "hat": line["hat"],
            "act": line["act"],
            "object": _pseudonym(self._ring, year, "object", line["obj"]),
            "outcome": line["outcome"],
            "rev": line["rev"],
            "digest": line["digest"],
            "previous": previous,
        }
        self._head = seq + 1, _mac(self._ring, row)
        self._connection.execute(_ADD_LINE, row | {"mac": self._head[1]})
        self._connection.execute(_MOVE_HEAD, {"new_seq": self._head[0], "new_mac": self._head[1]})


def append(connection: Connection, ring: KeyRing, *, now: datetime, **line: Unpack[Line]) -> None:
    """Add one line in this transaction; `now` is aware, and only its hour is kept."""
    AuditChain(connection, ring, now).append(**line)


def lock_head(connection: Connection) -> tuple[int, bytes]:
    """Number and MAC of the last line; other writers wait from here to the end of this transaction.

    SQLite's writer has begun IMMEDIATE and waits already; PostgreSQL locks the head's row.
    """
    found = connection.execute(_LOCK_HEAD).one_or_none()
    if found is None:
        connection.execute(_MAKE_HEAD, {"mac": BEFORE_ALL})
        found = connection.execute(_LOCK_HEAD).one()
    return found.seq, found.mac


def head(connection: Connection) -> tuple[int, bytes]:
    """Number and MAC of the last line, without a lock; (0, zeros) before the first."""
    found = connection.execute(_READ_HEAD).one_or_none()
    return (found.seq, found.mac) if found else (0, BEFORE_ALL)


def verify(connection: Connection, ring: KeyRing) -> int | None:
    """The number of the first line that is missing, changed or out of place; None when all is well.

    Reads line by line, so that a line no program could have written is named like any other.
    """
    noted, noted_mac = head(connection)
    last = connection.execute(select(func.max(AUDIT.c.seq))).scalar_one() or 0
    mac = BEFORE_ALL
    for seq in range(1, max(noted, last) + 1):
        try:
            row = connection.execute(_READ_LINE, {"number": seq}).mappings().one()
            if not _stands(ring, dict(row), mac):
                return seq
        except (NoResultFound, TypeError, ValueError):
            return seq
        mac = row["mac"]
    if noted != last:
        return noted + 1
    return None if hmac.compare_digest(noted_mac, mac) else last


class Done(NamedTuple):
    """Where a line stands in the chain, and its hour: two lines of one hour are told apart by `seq` only."""

    seq: int
    hour: datetime


def last_done(connection: Connection, ring: KeyRing, act: str, obj: str, outcome: str = "done") -> datetime | None:
    """The hour of the latest line that says so, None where there is none; reads only lines of that act."""
    found = last_line(connection, ring, act, obj, outcome)
    return found.hour if found else None


def last_line(connection: Connection, ring: KeyRing, act: str, obj: str, outcome: str = "done") -> Done | None:
    """The same with its place in the chain."""
    lines = select(AUDIT.c.seq, AUDIT.c.hour, AUDIT.c.object).where(AUDIT.c.act == act, AUDIT.c.outcome == outcome)
    for row in connection.execute(lines.order_by(AUDIT.c.seq.desc())):
        if hmac.compare_digest(row.object, _pseudonym(ring, fiscal_year(row.hour), "object", obj)):
            return Done(row.seq, row.hour)
    return None


def last_hour(connection: Connection) -> datetime | None:
    """When the last line of all was written; None before the first."""
    hour: datetime | None = connection.execute(
        select(AUDIT.c.hour).order_by(AUDIT.c.seq.desc()).limit(1)
    ).scalar_one_or_none()
    return hour


def fiscal_year(hour: datetime) -> int:
    """The fiscal year (from April) of an hour, counted in UTC because it only chooses a key."""
    return hour.year if hour.month >= 4 else hour.year - 1


def _stands(ring: KeyRing, row: Mapping[str, Any], previous: bytes) -> bool:
    links = hmac.compare_digest(row["previous"], previous)
    return links and hmac.compare_digest(row["mac"], _mac(ring, row))


def _mac(ring: KeyRing, row: Mapping[str, Any]) -> bytes:
    names = ("seq", "hour", "actor", "hat", "act", "object", "outcome", "rev", "digest", "previous")
    hour: datetime = row["hour"]
    values = [hour.isoformat() if name == "hour" else row[name] for name in names]
    return hmac.digest(ring.audit_key(fiscal_year(hour)), joined("aud1", *values), "sha256")


def _pseudonym(ring: KeyRing, year: int, kind: str, name: str) -> bytes:
    return ring.mac(f"audit/{year}/{kind}", joined(name))[:PSEUDONYM_BYTES]
