"""Run by Alembic: takes each step in one transaction, on the connection of bot/store/migrate.py."""

from alembic import context

from bot.store.models import CaseRow

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=CaseRow.metadata,
    transactional_ddl=True,  # Alembic takes SQLite for unable; with our BEGIN IMMEDIATE it is not
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
