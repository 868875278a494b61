"""The tables: generic, none per flow; docs/data-model.md says what each column may hold.

Names, Slack ids, units, categories and texts exist only inside the sealed columns (`bytes`).
"""

from datetime import date, datetime
from typing import cast

from sqlalchemy import Index, Table, UniqueConstraint, text
from sqlmodel import Field, SQLModel

# Named, so that a later migration can speak of them on both databases.
SQLModel.metadata.naming_convention = {
    "pk": "%(table_name)s_pkey",
    "uq": "%(table_name)s_%(column_0_N_name)s_key",
    "ix": "%(table_name)s_%(column_0_N_name)s_idx",
}

# SQLite's hidden row number would keep the order of writing beside ids that are random on purpose.
UNORDERED = {"sqlite_with_rowid": False}

# Due work is found by these, however long the table is: a query must say the same words as literals.
PENDING = text("state = 'pending'")
KEPT = text("retention_until IS NOT NULL")
UNSETTLED = text("state IN ('pending', 'sending', 'unknown')")


def table(row: type[SQLModel]) -> Table:
    """The Core table of a row class: statements are written in Core, which is twice as fast as sessions."""
    return cast(Table, row.__table__)  # type: ignore[attr-defined]


class CaseRow(SQLModel, table=True):
    """One matter of one flow; after its route has ended only the clear shell is left."""

    __tablename__ = "case_file"
    __table_args__ = (
        Index("case_listed", "flow", "kind", "period", "state"),
        Index("case_kept", "retention_until", sqlite_where=KEPT, postgresql_where=KEPT),
        UNORDERED,
    )

    id: str = Field(primary_key=True)
    flow: str
    kind: str
    state: str
    rev: int
    policy_version: str
    opened_month: str
    period: str = ""
    body: bytes | None = None
    identity: bytes | None = None
    retention_until: date | None = None
    ended_year: int | None = None  # the fiscal year is all that the years of keeping need; a day would tell more


class RecordRow(SQLModel, table=True):
    """A sealed entry of a case, under the case's key: what was done, no identity unless consented (Yam 11(3))."""

    __tablename__ = "record"
    __table_args__ = UNORDERED

    id: str = Field(primary_key=True)
    case_id: str = Field(index=True)
    kind: str
    rev: int
    body: bytes


class PartyRow(SQLModel, table=True):
    """Finds the cases of a person by a keyed hash, for as long as E4 lets it live."""

    __tablename__ = "party"
    __table_args__ = UNORDERED

    case_id: str = Field(primary_key=True)
    purpose: str = Field(primary_key=True)
    bidx: bytes = Field(primary_key=True, index=True)


class ConsentRow(SQLModel, table=True):
    """One line of the consent ledger: who may be told what, what for, until when."""

    __tablename__ = "consent"
    __table_args__ = UNORDERED

    id: str = Field(primary_key=True)
    case_id: str = Field(index=True)
    state: str
    rev: int
    expires_on: date | None = None
    body: bytes


class DeadlineRow(SQLModel, table=True):
    """A moment at which a flow is asked what now."""

    __tablename__ = "deadline"
    __table_args__ = (
        UniqueConstraint("subject", "kind", "stage", "period"),
        Index("deadline_due", "due_at", sqlite_where=PENDING, postgresql_where=PENDING),
        UNORDERED,
    )

    id: str = Field(primary_key=True)
    flow: str
    subject: str
    kind: str
    stage: int
    period: str = ""
    due_at: datetime
    not_after: datetime | None = None
    state: str = "pending"  # pending · done · cancelled · skipped


class OutboxRow(SQLModel, table=True):
    """A message that was decided and is not yet settled; recipient and contents are sealed."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("outbox_open", "not_before", sqlite_where=UNSETTLED, postgresql_where=UNSETTLED),
        UNORDERED,
    )

    id: str = Field(primary_key=True)
    once: bytes = Field(unique=True)  # keyed hash of Notice.once
    klass: str
    payload: bytes
    state: str = "pending"  # pending · sending · unknown · sent · dropped · dead
    attempt: int = 0
    lease_until: datetime | None = None
    not_before: datetime
    not_after: datetime | None = None
    settled_on: date | None = None


class DeliveryRow(SQLModel, table=True):
    """A payload of Slack's that has had its effect; a second copy finds it here."""

    __tablename__ = "delivery"
    __table_args__ = UNORDERED

    key: bytes = Field(primary_key=True)
    case_id: str | None = Field(default=None, index=True)
    expires_on: date = Field(index=True)


class PersonRow(SQLModel, table=True):
    """Somebody of the roster."""

    __tablename__ = "person"

    id: str = Field(primary_key=True)
    bidx: bytes = Field(unique=True)
    rev: int
    body: bytes
    mac: bytes


class UnitRow(SQLModel, table=True):
    """A unit or office room of the organisation."""

    __tablename__ = "unit"

    id: str = Field(primary_key=True)
    rev: int
    body: bytes
    mac: bytes


class AppointmentRow(SQLModel, table=True):
    """A role that somebody holds from a day to a day."""

    __tablename__ = "appointment"

    id: str = Field(primary_key=True)
    person_bidx: bytes = Field(index=True)
    rev: int
    body: bytes
    mac: bytes


class AuditRow(SQLModel, table=True):
    """Who did or read what, as a chain of keyed hashes; written with the effect, or there is no effect."""

    __tablename__ = "audit"

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    hour: datetime
    actor: bytes
    hat: str
    act: str
    object: bytes
    outcome: str
    rev: int
    digest: bytes
    previous: bytes
    mac: bytes


class AuditHeadRow(SQLModel, table=True):
    """The end of the chain; locking its one row first puts writers in one order (E1)."""

    __tablename__ = "audit_head"

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    seq: int
    mac: bytes


class CaseKeyRow(SQLModel, table=True):
    """A wrapped data key; deleting the row makes what it sealed unreadable for ever."""

    __tablename__ = "case_key"
    __table_args__ = UNORDERED

    id: str = Field(primary_key=True)
    case_id: str = Field(index=True)
    domain: str
    purpose: str  # case · identity
    kek_version: int
    wrapped: bytes


class TombstoneRow(SQLModel, table=True):
    """Something that was destroyed and is not yet noted outside the database (`tombstones.py`, `witness.py`)."""

    __tablename__ = "tombstone"
    __table_args__ = UNORDERED

    line: str = Field(primary_key=True)


class DisposalRow(SQLModel, table=True):
    """How much of a class the timetable destroyed on a day, until the certificate of it stands outside."""

    __tablename__ = "disposal"

    day: date = Field(primary_key=True)
    name: str = Field(primary_key=True)
    number: int
    policy_version: str
    audit_seq: int  # the line of the last one: no two certificates are the same


class KeyCheckRow(SQLModel, table=True):
    """Tells a wrong key file from changed data."""

    __tablename__ = "key_check"

    domain: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    kcv: bytes


class FigureRow(SQLModel, table=True):
    """A published set of figures, frozen."""

    __tablename__ = "figure"

    flow: str = Field(primary_key=True)
    month: str = Field(primary_key=True)
    body: bytes


class CountRow(SQLModel, table=True):
    """The counters from which a month's figures are made; sealed, because a small counter already tells something."""

    __tablename__ = "count"

    flow: str = Field(primary_key=True)
    month: str = Field(primary_key=True)
    rev: int
    body: bytes


class RosterHeadRow(SQLModel, table=True):
    """A mark that is another one after every change of the roster, so that a process knows when to read it again."""

    __tablename__ = "roster_head"

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    rev: int


class HeartbeatRow(SQLModel, table=True):
    """When each tick of the timetable last ran, and which process holds a role."""

    __tablename__ = "heartbeat"

    name: str = Field(primary_key=True)
    at: datetime
