"""Who holds which role: rows sealed under the system key, opened once and kept until the roster changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from hmac import compare_digest
from secrets import randbelow
from typing import Any
from uuid import uuid4

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, Table, insert, select, update

from bot.errors import SealBroken
from bot.rules.people import Appointment, Person
from bot.store.keys import KeyRing
from bot.store.models import AppointmentRow, PersonRow, RosterHeadRow, table
from bot.store.seal import Place, open_json, seal_json

PERSON, APPOINTMENT, HEAD = table(PersonRow), table(AppointmentRow), table(RosterHeadRow)
SCHEMA = 1
READ_HEAD = select(HEAD.c.rev).where(HEAD.c.id == 1)
READ_PERSON = TypeAdapter(Person)
READ_APPOINTMENT = TypeAdapter(Appointment)


@dataclass(frozen=True)
class Snapshot:
    """The opened roster at one of its revisions."""

    rev: int = -1
    people: Mapping[str, Person] = field(default_factory=dict)
    appointments: tuple[Appointment, ...] = ()
    held_by: Mapping[str, tuple[Appointment, ...]] = field(default_factory=dict)


@dataclass
class RosterCache:
    """The last snapshot of a process; replaced as a whole, so that threads may share it."""

    last: Snapshot = field(default_factory=Snapshot)


class Roster:
    """Reads the roster through the cache and writes changes to it."""

    def __init__(self, connection: Connection, ring: KeyRing, cache: RosterCache) -> None:
        self._connection = connection
        self._ring = ring
        self._cache = cache
        self._seen: Snapshot | None = None  # of this transaction

    def person(self, person: str) -> Person | None:
        """The row of somebody, or None when the roster does not know them."""
        return self._fresh().people.get(person)

    def people(self) -> Mapping[str, Person]:
        """Everybody on the roster by id."""
        return self._fresh().people

    def appointments(self) -> Sequence[Appointment]:
        """Every appointment ever stored, past and future ones too."""
        return self._fresh().appointments

    def held_by(self, person: str) -> Sequence[Appointment]:
        """Every appointment of one person, past and future ones too."""
        return self._fresh().held_by.get(person, ())

    def in_force(self, on: date) -> Sequence[Appointment]:
        """The appointments in force on a day of the office."""
        return [a for a in self._fresh().appointments if a.in_force(on)]

    def save_people(self, people: Iterable[Person]) -> None:
        """Write persons, new or changed; a person is known by the Slack id."""
        for person in people:
            index = self._ring.blind_index("system", "person", person.id)
            self._save(PERSON, {"bidx": index}, PERSON.c.bidx == index, asdict(person))
        self._grow()

    def save_appointments(self, appointments: Iterable[Appointment]) -> None:
        """Write appointments, new (without id) or changed."""
        for appointment in appointments:
            kept = replace(appointment, id=appointment.id or uuid4().hex)
            index = self._ring.blind_index("system", "person", kept.person)
            self._save(APPOINTMENT, {"person_bidx": index}, APPOINTMENT.c.id == kept.id, asdict(kept), row_id=kept.id)
        self._grow()

    def _save(
        self, rows: Table, clear: dict[str, bytes], same: Any, value: dict[str, Any], *, row_id: str = ""
    ) -> None:
        found = self._connection.execute(select(rows.c.id, rows.c.rev).where(same)).first()
        row_id, rev = (found.id, found.rev + 1) if found else (row_id or uuid4().hex, 1)
        plain = {key: item.isoformat() if isinstance(item, date) else item for key, item in value.items()}
        body = seal_json(self._ring.row_key(rows.name), plain, _place(rows, row_id, rev), SCHEMA)
        values = {**clear, "rev": rev, "body": body}
        values["mac"] = self._mac(rows, row_id, rev, *clear.values(), body)
        if found:
            self._connection.execute(update(rows).where(rows.c.id == row_id).values(values))
        else:
            self._connection.execute(insert(rows), {"id": row_id, **values})

    def _grow(self) -> None:
        """Mark the roster as another one. A mark is never given twice, so one that was rolled back is met no more."""
        self._seen = None
        self._connection.execute(update(HEAD).where(HEAD.c.id == 1).values(rev=1 + randbelow(2**31 - 1)))

    def _fresh(self) -> Snapshot:
        if self._seen is None:
            self._seen = self._read()
        return self._seen

    def _read(self) -> Snapshot:
        rev = self._connection.execute(READ_HEAD).scalar() or 0
        if rev == self._cache.last.rev:
            return self._cache.last
        people = (READ_PERSON.validate_python(value) for value in self._opened(PERSON, "bidx"))
        held = (READ_APPOINTMENT.validate_python(value) for value in self._opened(APPOINTMENT, "person_bidx"))
        appointments = tuple(sorted(held, key=lambda a: (a.unit, a.room, a.person, a.starts_on)))
        held_by: dict[str, tuple[Appointment, ...]] = {}
        for appointment in appointments:
            held_by[appointment.person] = (*held_by.get(appointment.person, ()), appointment)
        in_order = {person.id: person for person in sorted(people, key=lambda p: (p.unit, p.room, p.id))}
        snapshot = Snapshot(rev, in_order, appointments, held_by)
        self._cache.last = snapshot
        return snapshot

    def _opened(self, rows: Table, index: str) -> Iterable[dict[str, Any]]:
        for row in self._connection.execute(select(rows)).all():
            yield self._checked(rows, row, index)

    def _checked(self, rows: Table, row: Row[Any], index: str) -> dict[str, Any]:
        if not compare_digest(row.mac, self._mac(rows, row.id, row.rev, getattr(row, index), row.body)):
            raise SealBroken
        return open_json(self._ring.row_key(rows.name), row.body, _place(rows, row.id, row.rev))[1]

    def _mac(self, rows: Table, row_id: str, rev: int, *parts: bytes) -> bytes:
        return self._ring.mac(rows.name, row_id.encode(), str(rev).encode(), *parts)


def _place(rows: Table, row_id: str, rev: int) -> Place:
    return Place("system", rows.name, "body", row_id, rows.name, rev)
