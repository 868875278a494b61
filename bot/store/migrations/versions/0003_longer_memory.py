"""What keeping and disposal remember: when a case ended, every kind of tombstone, certificates on their way outside."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("case_file", sa.Column("ended_year", sa.Integer(), nullable=True))
    op.execute("ALTER TABLE tombstone RENAME COLUMN key_id TO line")
    op.create_table(
        "disposal",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("policy_version", sa.String(), nullable=False),
        sa.Column("audit_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "name", name="disposal_pkey"),
    )


def downgrade() -> None:
    op.drop_table("disposal")
    op.execute("ALTER TABLE tombstone RENAME COLUMN line TO key_id")
    op.drop_column("case_file", "ended_year")
