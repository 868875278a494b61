"""What the store holds at one moment: every row but the log's, and what the sealed ones say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlmodel import SQLModel

from bot.rules.cases import Case
from bot.rules.consent import Consent
from bot.rules.people import Appointment, Person
from bot.store import models  # noqa: F401 - its tables are registered
from bot.store.ledger import UnitLedger
from bot.store.unit import Unit

UNWATCHED = {"audit", "audit_head", "heartbeat", "roster_head", "key_check", "alembic_version"}
CASE_OF = {"case_file": "id", "deadline": "subject"}  # the column that names the case, elsewhere `case_id`
Row = tuple[str, str]  # table, primary key


@dataclass
class Facts:
    """What the store holds at one moment: every row, and what it says."""

    rows: Mapping[Row, tuple[Any, ...]] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)
    consents: Mapping[str, tuple[Consent, ...]] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    appointments: tuple[Appointment, ...] = ()


def seen(unit: Unit, before: Facts) -> Facts:
    """Every row and what it says; `before` itself where nothing is another."""
    rows: dict[Row, tuple[Any, ...]] = {}
    for table in SQLModel.metadata.sorted_tables:
        if table.name not in UNWATCHED:
            keys = [table.columns.keys().index(column.name) for column in table.primary_key]
            for row in unit.connection.execute(select(table)):
                rows[table.name, "/".join(str(row[key]) for key in keys)] = tuple(row)
    if rows == before.rows:
        return before
    ledger, ids = UnitLedger(unit), [key for name, key in rows if name == "case_file"]
    return Facts(
        rows,
        {one: case for one in ids if (case := unit.casebook.load(one)) is not None},
        {one: tuple(unit.casebook.consents(one)) for one in ids},
        ledger.people(),
        tuple(ledger.all_appointments()),
    )


def case_of(row: Row, values: tuple[Any, ...]) -> str:
    """The case that a row belongs to, "" for none."""
    table = SQLModel.metadata.tables[row[0]]
    column = CASE_OF.get(row[0], "case_id")
    return str(values[table.columns.keys().index(column)] or "") if column in table.columns else ""
