"""What the database knows of the keys: which ones its rows need, and how to tell them from others."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, inspect, select, update

from bot.errors import KeyMissing
from bot.store.engine import DESTROYED, connect
from bot.store.keyfiles import LASTING, KeyName
from bot.store.keys import KeyRing
from bot.store.models import CaseKeyRow, KeyCheckRow, table

CHECK, CASE_KEY = table(KeyCheckRow), table(CaseKeyRow)


def in_use(url: str) -> tuple[dict[KeyName, bytes], frozenset[KeyName]]:
    """What `remembered` and `needed` say of the database at `url`; nothing while it has no tables."""
    with closing(connect(url)) as database:
        if not database.read_now(lambda connection: inspect(connection).has_table(CHECK.name)):
            return {}, frozenset()
        return database.read_now(lambda connection: (remembered(connection), needed(connection)))


def remembered(connection: Connection) -> dict[KeyName, bytes]:
    """The check value of every key that has ever been used with this database."""
    rows = connection.execute(select(CHECK.c.domain, CHECK.c.version, CHECK.c.kcv))
    return {(row.domain, row.version): row.kcv for row in rows}


def needed(connection: Connection) -> frozenset[KeyName]:
    """The keys under which data keys of living cases are wrapped."""
    rows = connection.execute(select(CASE_KEY.c.domain, CASE_KEY.c.kek_version).distinct())
    return frozenset((row.domain, row.kek_version) for row in rows)


def wrapped_before(connection: Connection, domain: str, version: int, limit: int) -> Sequence[Row[Any]]:
    """Rows of data keys that a version older than this one has wrapped, at most so many."""
    older = (CASE_KEY.c.domain == domain) & (CASE_KEY.c.kek_version < version)
    return connection.execute(select(CASE_KEY).where(older).order_by(CASE_KEY.c.id).limit(limit)).all()


def wrap_anew(connection: Connection, ring: KeyRing, rows: Iterable[Row[Any]]) -> None:
    """Wrap these data keys by the newest version of their domain; what they seal stays as it is."""
    for row in rows:
        wrapped, version = ring.rewrap(row.domain, row.id, row.kek_version, row.wrapped)
        connection.execute(update(CASE_KEY).where(CASE_KEY.c.id == row.id).values(wrapped=wrapped, kek_version=version))
    connection.info[DESTROYED] = True  # the older wrapping must not be left in the WAL


def forget(connection: Connection, domain: str, version: int) -> None:
    """A destroyed key is looked for no more."""
    connection.execute(delete(CHECK).where(CHECK.c.domain == domain, CHECK.c.version == version))


def forget_destroyed(connection: Connection, ring: KeyRing) -> None:
    """In a copy: versions that are not there any more and that none of its rows needs were destroyed since (R3)."""
    there, wanted = ring.check_values(), needed(connection)
    for domain, version in remembered(connection):
        if version != LASTING and (domain, version) not in there and (domain, version) not in wanted:
            forget(connection, domain, version)


def confirm(connection: Connection, ring: KeyRing) -> None:
    """Remember the ring's keys at their first use. Raises KeyMissing when one is missing or another key.

    Belongs into the first transaction of a process, before anything is sealed.
    """
    known = remembered(connection)
    mistakes = ring.mistakes(stored=known, needed=needed(connection))
    if mistakes:
        raise KeyMissing(mistakes)
    new = {name: kcv for name, kcv in ring.check_values().items() if name not in known}
    if new:
        rows = [{"domain": domain, "version": version, "kcv": kcv} for (domain, version), kcv in new.items()]
        connection.execute(insert(CHECK), rows)
