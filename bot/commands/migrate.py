"""Brings the database to the form that this version of the program expects."""

from bot.settings import Settings
from bot.store import migrate


def run(settings: Settings) -> str:
    """Take every missing step; gives the sentence to print. Raises Misconfigured or StoreFailed."""
    if not migrate.needs_upgrade(settings.database_url):
        return "The database is up to date; nothing was changed."
    before = migrate.current(settings.database_url)
    migrate.upgrade(settings.database_url)
    return f"The database went from {before or 'empty'} to {migrate.current(settings.database_url)}."
