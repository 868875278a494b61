"""Opens the list of everybody who can be asked (Yam 4(3)(1), 6(7))."""

from bot.casework import Casework
from bot.errors import Refused
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.roster.rules.directory import directory
from bot.handlers.roster.views import directory as views
from bot.rules.ledger import Ledger


async def show(click: Click, casework: Casework) -> Answer:
    """Home, an announcement, or the button under it: the first page."""
    return await _page(click, casework, 0)


async def show_page(click: Click, casework: Casework) -> Answer:
    """A later page of it."""
    if not click.row.isdecimal():
        raise Refused("token-wrong")
    return await _page(click, casework, int(click.row))


async def _page(click: Click, casework: Casework, number: int) -> Answer:
    def view(ledger: Ledger) -> Answer:
        pages = views.pages(click, directory(ledger, ledger.office.day(click.now)))
        return Show(views.directory(click, pages, min(number, len(pages) - 1)))

    return await casework.look(view)


ACTIONS: dict[str, Action] = {"roster.directory": show, "roster.directory_page": show_page}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
