"""What `python -m bot board` does: the board of duties of a fiscal year as a table, evidence without any case in it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from bot.commands.prints import Say, say_in
from bot.errors import Misconfigured
from bot.handlers.hr_digest.articles import articles
from bot.handlers.hr_digest.rules.board import Line, joined
from bot.handlers.hr_digest.views.board import article_of, roles, standing, what_of
from bot.handlers.registry import FLOWS
from bot.rules.office import OfficeCalendar
from bot.rules.people import Role, end_of_fiscal_year
from bot.rules.policy import Policy
from bot.store.keyfiles import new_file
from bot.store.ledger import UnitLedger
from bot.store.unit import Store, Unit
from bot.tables import as_csv
from bot.words import Words

ACT = "board"
COLUMNS = ("article", "what", "holder", "state", "words", "as-of")
FIRST_YEAR, LAST_YEAR = 2000, 9998


def export(store: Store, target: Path, year: int, language: str) -> int:
    """Write the board as it stands, or as it stood at the end of a year that is over; gives how many rows.

    What is reserved to its holders is said to be, and nothing more. People and rooms are today's roster also for a
    year that is over. The file is private, and the audit log has a line. Raises Misconfigured, StoreFailed.
    """
    say = partial(say_in, Words.load(store.house.office.zone), language, store.house.policy)

    def work(unit: Unit) -> list[list[str]]:
        at = _moment(year, unit.now, unit.house.office)
        ledger = UnitLedger(unit)
        duties = [duty for flow in FLOWS for duty in flow.duties(ledger, at)]
        unit.audit.append(
            actor="operator", hat=Role.OPERATOR, act=ACT, obj=f"{ACT}:{year}", outcome="done", rev=0, digest=b""
        )
        day = unit.house.office.day(at)
        return list(_rows(say, language, joined(articles(), duties, ()), unit.house.policy, day))

    with new_file(target) as file:
        found = store.run_now(work)
        file.write(as_csv([[say(f"hr_digest-csv-{name}") for name in COLUMNS], *found]))
    return len(found)


def _moment(year: int, now: datetime, office: OfficeCalendar) -> datetime:
    """Now, or the last moment of a fiscal year that is over. Raises Misconfigured for one that has not begun."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Misconfigured([f"--year: must be a fiscal year such as {office.fiscal_year(office.day(now))}"])
    begins, ends = date(year, 4, 1), end_of_fiscal_year(date(year, 4, 1))
    if office.day(now) < begins:
        raise Misconfigured([f"--year: the fiscal year {year} has not begun"])
    return now if office.day(now) <= ends else office.closing(ends)


def _rows(say: Say, language: str, lines: Sequence[Line], policy: Policy, day: date) -> Iterator[list[str]]:
    """A row for each thing that is told of an article, so that each can be filtered."""
    for line in lines:
        article, what = article_of(say, language, line), what_of(line, language)
        holders = roles(say, language, line.row.owes, policy)
        for state, words in standing(say, language, line, policy):
            yield [article, what, holders, state, words, day.isoformat()]
