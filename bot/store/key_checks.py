"""What the database knows of the keys: which ones its rows need, and how to tell them from others."""

from contextlib import closing

from sqlalchemy import Connection, insert, inspect, select

from bot.errors import KeyMissing
from bot.store.engine import connect
from bot.store.keyfiles import KeyName
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
