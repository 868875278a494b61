"""What disposal needs: destroyed keys that are not yet noted outside, and finding what has been kept long enough."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "tombstone",
        sa.Column("key_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key_id", name="tombstone_pkey"),
        sqlite_with_rowid=False,
    )
    kept = sa.text("retention_until IS NOT NULL")
    op.create_index("case_kept", "case_file", ["retention_until"], sqlite_where=kept, postgresql_where=kept)


def downgrade() -> None:
    op.drop_index("case_kept", "case_file")
    op.drop_table("tombstone")
