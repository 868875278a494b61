"""The first tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

UNORDERED = {"sqlite_with_rowid": False}
PENDING = sa.text("state = 'pending'")
UNSETTLED = sa.text("state IN ('pending', 'sending', 'unknown')")

WORDS, NUMBER, SEALED, DAY = sa.String(), sa.Integer(), sa.LargeBinary(), sa.Date()
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    create_cases()
    create_work()
    create_roster()
    create_audit()
    create_keys()
    create_figures()


def create_cases() -> None:
    create(
        "case_file",
        key("id", WORDS),
        *columns(WORDS, "flow", "kind", "state"),
        *columns(NUMBER, "rev"),
        *columns(WORDS, "policy_version", "opened_month", "period"),
        *columns(SEALED, "body", "identity", nullable=True),
        *columns(DAY, "retention_until", nullable=True),
        **UNORDERED,
    )
    op.create_index("case_listed", "case_file", ["flow", "kind", "period", "state"])
    create(
        "record",
        key("id", WORDS),
        *columns(WORDS, "case_id", "kind"),
        *columns(NUMBER, "rev"),
        *columns(SEALED, "body"),
        **UNORDERED,
    )
    op.create_index("record_case_id_idx", "record", ["case_id"])
    create("party", key("case_id", WORDS), key("purpose", WORDS), key("bidx", SEALED), **UNORDERED)
    op.create_index("party_bidx_idx", "party", ["bidx"])
    create(
        "consent",
        key("id", WORDS),
        *columns(WORDS, "case_id", "state"),
        *columns(NUMBER, "rev"),
        *columns(DAY, "expires_on", nullable=True),
        *columns(SEALED, "body"),
        **UNORDERED,
    )
    op.create_index("consent_case_id_idx", "consent", ["case_id"])


def create_work() -> None:
    create(
        "deadline",
        key("id", WORDS),
        *columns(WORDS, "flow", "subject", "kind"),
        *columns(NUMBER, "stage"),
        *columns(WORDS, "period"),
        *columns(MOMENT, "due_at"),
        *columns(MOMENT, "not_after", nullable=True),
        *columns(WORDS, "state"),
        sa.UniqueConstraint("subject", "kind", "stage", "period"),
        **UNORDERED,
    )
    op.create_index("deadline_due", "deadline", ["due_at"], sqlite_where=PENDING, postgresql_where=PENDING)
    create(
        "outbox",
        key("id", WORDS),
        *columns(SEALED, "once"),
        *columns(WORDS, "klass"),
        *columns(SEALED, "payload"),
        *columns(WORDS, "state"),
        *columns(NUMBER, "attempt"),
        *columns(MOMENT, "lease_until", nullable=True),
        *columns(MOMENT, "not_before"),
        *columns(MOMENT, "not_after", nullable=True),
        *columns(DAY, "settled_on", nullable=True),
        sa.UniqueConstraint("once"),
        **UNORDERED,
    )
    op.create_index("outbox_open", "outbox", ["not_before"], sqlite_where=UNSETTLED, postgresql_where=UNSETTLED)
    create(
        "delivery",
        key("key", SEALED),
        *columns(WORDS, "case_id", nullable=True),
        *columns(DAY, "expires_on"),
        **UNORDERED,
    )
    op.create_index("delivery_expires_on_idx", "delivery", ["expires_on"])
    op.create_index("delivery_case_id_idx", "delivery", ["case_id"])
    create("heartbeat", key("name", WORDS), *columns(MOMENT, "at"))


def create_roster() -> None:
    create(
        "person",
        key("id", WORDS),
        *columns(SEALED, "bidx"),
        *columns(NUMBER, "rev"),
        *columns(SEALED, "body", "mac"),
        sa.UniqueConstraint("bidx"),
    )
    create("unit", key("id", WORDS), *columns(NUMBER, "rev"), *columns(SEALED, "body", "mac"))
    create(
        "appointment",
        key("id", WORDS),
        *columns(SEALED, "person_bidx"),
        *columns(NUMBER, "rev"),
        *columns(SEALED, "body", "mac"),
    )
    op.create_index("appointment_person_bidx_idx", "appointment", ["person_bidx"])
    head = create("roster_head", key("id", NUMBER), *columns(NUMBER, "rev"))
    op.bulk_insert(head, [{"id": 1, "rev": 0}])


def create_audit() -> None:
    create(
        "audit",
        key("seq", NUMBER),
        *columns(MOMENT, "hour"),
        *columns(SEALED, "actor"),
        *columns(WORDS, "hat", "act"),
        *columns(SEALED, "object"),
        *columns(WORDS, "outcome"),
        *columns(NUMBER, "rev"),
        *columns(SEALED, "digest", "previous", "mac"),
    )
    head = create("audit_head", key("id", NUMBER), *columns(NUMBER, "seq"), *columns(SEALED, "mac"))
    op.bulk_insert(head, [{"id": 1, "seq": 0, "mac": bytes(32)}])


def create_keys() -> None:
    create(
        "case_key",
        key("id", WORDS),
        *columns(WORDS, "case_id", "domain", "purpose"),
        *columns(NUMBER, "kek_version"),
        *columns(SEALED, "wrapped"),
        **UNORDERED,
    )
    op.create_index("case_key_case_id_idx", "case_key", ["case_id"])
    create("key_check", key("domain", WORDS), key("version", NUMBER), *columns(SEALED, "kcv"))


def create_figures() -> None:
    create("figure", key("flow", WORDS), key("month", WORDS), *columns(SEALED, "body"))
    create("count", key("flow", WORDS), key("month", WORDS), *columns(NUMBER, "rev"), *columns(SEALED, "body"))


def downgrade() -> None:
    for name in (
        *("count", "figure", "key_check", "case_key", "audit_head", "audit"),
        *("roster_head", "appointment", "unit", "person", "heartbeat", "delivery", "outbox", "deadline"),
        *("consent", "party", "record", "case_file"),
    ):
        op.drop_table(name)


def key(name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, primary_key=True, autoincrement=False)


def columns(kind: sa.types.TypeEngine[Any], *names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=nullable) for name in names]


def create(name: str, *parts: sa.schema.SchemaItem, **options: Any) -> sa.Table:
    return op.create_table(name, *parts, **options)
