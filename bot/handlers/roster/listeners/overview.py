"""The head of welfare's screens: what the units report, the second look at an account, the gaps."""

from datetime import date, timedelta

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.roster.rules import check as checks
from bot.handlers.roster.rules import gaps as rules
from bot.handlers.roster.rules.moves import FLOW
from bot.handlers.roster.rules.naming import OVERVIEW
from bot.handlers.roster.rules.offices import decided_by, reported_since, welfare_heads
from bot.handlers.roster.rules.terms import ending
from bot.handlers.roster.views import overview as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role, holders

LOOKS = (Role.WELFARE_HEAD, Role.AFFAIRS_HEAD)  # the second also for what the first has entered
SEES_GAPS = (Role.WELFARE_HEAD, Role.AFFAIRS_HEAD, Role.DIGEST_READER)
REPORTED = timedelta(days=31)  # so far back the list of reports goes


async def show(click: Click, casework: Casework) -> Answer:
    """Home or a report leads here."""
    return Show(await _screen(click, casework))


async def show_page(click: Click, casework: Casework) -> Answer:
    """The offices that the first screen has no room for."""
    if not click.row.isdecimal():
        raise Refused("token-wrong")

    def view(case: Case, ledger: Ledger) -> View:
        held = decided_by(click.who.person, Role.WELFARE_HEAD, ledger, ledger.office.day(click.now))
        return views.offices_page(click, held, ledger.people(), ledger.policy, int(click.row))

    return Show(await casework.read(click, Door(FLOW, "", (Role.WELFARE_HEAD,), Act.READ, "gaps"), view))


async def check(click: Click, casework: Casework) -> Answer:
    """The account is the right one (P2)."""
    door, by = Door(FLOW, "", LOOKS, Act.CHANGE, "appointment", click.row), click.who.person
    await casework.act(click, door, lambda case, ledger, now: checks.check(by, case, ledger, now))
    return Show(await _screen(click, casework), refreshes_home=True)


async def gaps(click: Click, casework: Casework) -> Answer:
    """Where somebody is missing (Yam 4(2), 6(2))."""
    return Show(await _gaps(click, casework, 0), on_top=True)


async def gaps_page(click: Click, casework: Casework) -> Answer:
    """A later page of it."""
    if not click.row.isdecimal():
        raise Refused("token-wrong")
    return Show(await _gaps(click, casework, int(click.row)))


async def _screen(click: Click, casework: Casework) -> View:
    """Names and terms are no secret; what they are changed by asks for more."""

    def view(case: Case, ledger: Ledger) -> View:
        person, today = click.who.person, ledger.office.day(click.now)
        return views.overview(
            click,
            checks.unchecked(person, ledger, today),
            decided_by(person, Role.WELFARE_HEAD, ledger, today) if _enters(person, ledger, today) else None,
            reported_since(today - REPORTED, ledger),
            ledger.people(),
            ledger.policy,
        )

    return await casework.read(click, Door(FLOW, "", LOOKS, Act.READ, "gaps"), view)


def _heads_affairs(click: Click, ledger: Ledger) -> bool:
    held, today = ledger.appointments_of(click.who.person), ledger.office.day(click.now)
    return click.who.person in holders(held, {Role.AFFAIRS_HEAD}, today)


def _enters(person: str, ledger: Ledger, today: date) -> bool:
    return person in welfare_heads(ledger, today)


async def _gaps(click: Click, casework: Casework, page: int) -> View:
    def view(case: Case, ledger: Ledger) -> View:
        today, people = ledger.office.day(click.now), ledger.people()
        mine = decided_by(click.who.person, Role.AFFAIRS_HEAD, ledger, today) if _heads_affairs(click, ledger) else ()
        lines = [views.told(click, a, people, ledger.policy) for a in ending(mine, ledger, click.now)]
        found, without = rules.gaps(ledger, today), rules.exempted(ledger, today)
        return views.gaps(click, found, without, lines, ledger.policy, page=page)

    return await casework.read(click, Door(FLOW, "", SEES_GAPS, Act.READ, "gaps"), view)


ACTIONS: dict[str, Action] = {
    f"roster.{OVERVIEW}": show,
    "roster.overview_page": show_page,
    "roster.check": check,
    "roster.gaps": gaps,
    "roster.gaps_page": gaps_page,
}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
