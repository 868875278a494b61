"""The rounds whose interviews can still be under way."""

from datetime import datetime

from bot.rules.ledger import Ledger


def periods(ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """This year and the last: what began in December is measured in spring."""
    year = ledger.office.day(now).year
    return str(year), str(year - 1)
