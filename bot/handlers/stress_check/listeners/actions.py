"""The clicks and forms of what is done after the group analysis: added, followed on its day, closed (Aku 16(2))."""

from functools import partial

from bot.casework import Casework
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.listeners.analysis import KEEPING, OFFICES, door, held
from bot.handlers.stress_check.rules import actions as rules
from bot.handlers.stress_check.rules.moves import PROVIDED
from bot.handlers.stress_check.views import actions as views
from bot.handlers.stress_check.views.analysis import ACTIONS as LIST
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role


async def show(click: Click, casework: Casework) -> Answer:
    """The list; a notice on a day of follow-up leads here."""
    return Show(await _list(click, casework, click.row))


async def add(click: Click, casework: Casework) -> Answer:
    """The form of a new one."""

    def form(case: Case, ledger: Ledger) -> View | Refused:
        return views.form(click, case) if case.state == PROVIDED else Refused("conflict")

    return Show(await casework.read(click, door(KEEPING, Act.READ, click.row), form), on_top=True)


async def save(click: Click, casework: Casework) -> Answer:
    """It is written down with its day."""
    case = await casework.read(click, door(KEEPING, Act.READ, click.row), lambda case, ledger: case)
    planned = views.read_form(click.fields, case)
    await casework.act(click, door(KEEPING, Act.APPEND, click.row, click.rev), partial(rules.add, planned))
    return Show(await _list(click, casework, click.row), refreshes_home=True)


async def follow(click: Click, casework: Casework) -> Answer:
    """The form of what came of one."""
    case_id, _, key = click.row.partition(":")

    def form(case: Case, ledger: Ledger) -> View | Refused:
        found = rules.action_of(case, key)
        gone = found is None or found["done_on"] or case.state != PROVIDED
        return Refused("stress-action-gone") if gone or found is None else views.follow_form(click, case, found)

    return Show(await casework.read(click, door(KEEPING, Act.READ, case_id), form), on_top=True)


async def save_followed(click: Click, casework: Casework) -> Answer:
    """It is done, or has another day."""
    case_id, _, key = click.row.partition(":")
    followed = views.read_followed(click.fields)
    await casework.act(click, door(KEEPING, Act.APPEND, case_id, click.rev), partial(rules.follow, key, followed))
    return Show(await _list(click, casework, case_id), refreshes_home=True)


async def finish(click: Click, casework: Casework) -> Answer:
    """Nothing is open: it is closed."""
    await casework.act(
        click, door(KEEPING, Act.APPEND, click.row, click.rev), lambda case, ledger, now: rules.finish(case)
    )
    return Show(await _list(click, casework, click.row), refreshes_home=True)


async def _list(click: Click, casework: Casework, case_id: str) -> View:
    mine = await casework.look(partial(held, click))

    def view(case: Case, ledger: Ledger) -> View:
        return views.listed(click, case, keeping=Role.AFFAIRS_STAFF in mine)

    hats = tuple(role for role in OFFICES if role in mine) or OFFICES
    return await casework.read(click, door(hats, Act.READ, case_id), view)


ACTIONS: dict[str, Action] = {
    LIST: show,
    views.ADD: add,
    views.FOLLOW: follow,
    views.FINISH: finish,
}
FORMS: dict[str, Action] = {views.SAVE: save, views.SAVE_FOLLOWED: save_followed}
FIELDS = (
    *(Field(views.SAVE, field, "body") for field in (views.GROUP, views.TEXT, views.FOLLOW_ON)),
    *(Field(views.SAVE_FOLLOWED, field, "body") for field in (views.HOW, views.FOLLOW_ON, views.SEEN)),
)
