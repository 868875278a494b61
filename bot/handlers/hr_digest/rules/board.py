"""The board of duties: every article as a row with how it stands now, and the calendar of who acts when; pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.rules.counted import published_on
from bot.rules.counting import add_months
from bot.rules.duties import Dated, Duty, each_month
from bot.rules.ledger import Ledger
from bot.rules.office import previous_month
from bot.rules.people import Role, may_be_clerk, roles_of

REGULATIONS = ("yam", "aki", "aku")
MONTHS = 12  # of the calendar
DIGEST_DAY = "D1"  # the monthly digest is the organisation's own, no regulation asks for it


class Kept(StrEnum):
    """How it is seen to that an article is kept."""

    DUTY = "duty"  # a flow tells how it stands
    PROGRAM = "program"  # the program itself keeps to it
    PEOPLE = "people"  # people do it, the program only helps


@dataclass(frozen=True)
class Row:
    """One article: where it stands ("Yam 6(1)", and `at` as the regulation counts), what it asks, who owes it."""

    article: str
    at: str
    ja: str
    en: str
    owes: tuple[Role, ...]
    kept: Kept

    @property
    def regulation(self) -> str:
        """The key of its regulation."""
        return self.article.split()[0].lower()


@dataclass(frozen=True)
class Line:
    """A row as one reader may see it: its duties, and the holders of those that are shown to these alone."""

    row: Row
    duties: tuple[Duty, ...]
    hidden: tuple[tuple[Role, ...], ...]


def joined(rows: Iterable[Row], duties: Sequence[Duty], hats: Collection[Role]) -> tuple[Line, ...]:
    """The rows with their duties, for somebody who wears these hats; without any, as everybody may see it."""
    return tuple(_line(row, [duty for duty in duties if duty.article == row.article], set(hats)) for row in rows)


def _line(row: Row, duties: Sequence[Duty], hats: set[Role]) -> Line:
    shown = tuple(duty for duty in duties if not duty.reserved or hats & set(duty.holders))
    hidden = (duty.holders for duty in duties if duty not in shown)
    return Line(row, shown, tuple(dict.fromkeys(hidden)))


def sworn_hats(person: str, ledger: Ledger, today: date) -> frozenset[Role]:
    """The offices under which somebody may see what is reserved to these: promised secrecy, no clerk by Aku 5."""
    row = ledger.person(person)
    hats = roles_of([a for a in ledger.appointments_of(person) if a.sworn_on], person, today)
    return hats if row is not None and may_be_clerk(row) else hats - {Role.CLERK}


def days_of_calendar(today: date) -> tuple[date, date]:
    """The first and the last day of the calendar."""
    return today, add_months(today, MONTHS)


def acting(dates: Iterable[Dated], hats: Collection[Role], *, everybody: bool) -> list[Dated]:
    """What the calendar of these hats holds, in order of time; `everybody`: with what is for everybody."""
    mine = (one for one in dates if set(one.roles) & set(hats) or (everybody and not one.roles))
    return sorted(mine, key=lambda one: (one.day, one.article, one.key))


def dates(ledger: Ledger, first: date, last: date) -> tuple[Dated, ...]:
    """The days of the monthly digest (D1)."""
    months = (previous_month(month) for month in each_month(first, last))
    days = (published_on(month, ledger.office, ledger.policy) for month in months)
    roles = (Role.DIGEST_READER,)
    return tuple(Dated(day, "hr_digest-date-digest", DIGEST_DAY, roles) for day in days if first <= day <= last)
