"""How what is held about a person is told to them, alike in every flow: days with their year, names, yes and no."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.handlers.flow import Click
from bot.rules.ledger import Ledger


def people(click: Click, value: str | Sequence[str], ledger: Ledger) -> str:
    """Names; whom the roster has no more is a former colleague."""
    rows, ids = ledger.people(), [value] if isinstance(value, str) else value
    return joined(click, (rows[one].name if one in rows else click.say("held-gone") for one in ids))


def day(click: Click, value: date | str) -> str:
    """A day with its year."""
    on = date.fromisoformat(value) if isinstance(value, str) else value
    return click.say("held-dated", day=on, year=str(on.year))


def yes_no(click: Click, value: bool) -> str:
    return click.say("held-yes" if value else "held-no")


def role(click: Click, value: str, ledger: Ledger) -> str:
    """An office as the policy calls it."""
    rule = ledger.policy.roles.get(value)
    return value if rule is None else rule.ja if click.language == "ja" else rule.en


def ends(click: Click, value: date | str) -> str:
    """Until which day something holds."""
    return click.say("held-ends", day=day(click, value))


def joined(click: Click, parts: Iterable[str]) -> str:
    return click.say("held-and").join(part for part in parts if part)
