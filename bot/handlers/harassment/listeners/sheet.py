"""The clicks and forms with which the two responders write form 1 and give it to the person (Aki 7(8))."""

from dataclasses import replace
from functools import partial

from bot.casework import Casework, Door
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.case import KIND, after
from bot.handlers.harassment.rules import confirming
from bot.handlers.harassment.rules import sheet as rules
from bot.handlers.harassment.rules.moves import FLOW
from bot.handlers.harassment.views import sheet as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role
from bot.rules.policy_harassment import MOST_LINES

RESPONDING = (Role.COUNSELLOR,)


async def sheet(click: Click, casework: Casework) -> Answer:
    """Going on where it was stopped, by whichever of the two; where every page is saved, all of it."""
    return Show(await casework.read(click, _door(Act.READ, click.row), partial(_next, click)))


async def page(click: Click, casework: Casework) -> Answer:
    """One page once more."""
    number = views.page_in(click.row)
    shown = _door(Act.READ, views.case_in(click.row))
    return Show(await casework.read(click, shown, lambda case, ledger: views.page(click, case, ledger, number)))


async def save(click: Click, casework: Casework) -> Answer:
    """A page is saved; where both have written into one line, the page comes back with both."""
    number, case_id = views.page_in(click.row), views.case_in(click.row)
    typed = views.read_page(click.fields, number, casework.policy)
    saves = _door(Act.APPEND, case_id)
    outcome = await casework.act(click, saves, partial(rules.write, typed, click.rev))
    crossed = outcome.answer.get("crossed", ())

    def show(case: Case, ledger: Ledger) -> View:
        if crossed:
            return views.page(click, case, ledger, number, typed=typed, crossed=crossed)
        return _next(click, case, ledger)

    return Show(await casework.read(click, _door(Act.READ, case_id), show))


async def give(click: Click, casework: Casework) -> Answer:
    """To the person, who reads it back."""
    gives = replace(_door(Act.CHANGE, click.row), rev=click.rev)
    outcome = await casework.act(click, gives, confirming.give)
    return await after(click, casework, outcome.case.id)


async def guide(click: Click, casework: Casework) -> Answer:
    """What to do and to avoid; a page below stays with what is typed there."""
    return Show(views.guide(click), on_top=True)


def _next(click: Click, case: Case, ledger: Ledger) -> View:
    number = rules.next_page(case, ledger.policy)
    return views.overview(click, case, ledger) if number is None else views.page(click, case, ledger, number)


def _door(act: Act, case_id: str) -> Door:
    """At whatever revision was shown: what somebody has typed is lost to no conflict."""
    return Door(FLOW, KIND, RESPONDING, act, "intake_sheet", case_id)


ACTIONS: dict[str, Action] = {
    "harassment.sheet": sheet,
    views.PAGE: page,
    views.GUIDE: guide,
    "harassment.give_sheet": give,
}
FORMS: dict[str, Action] = {"harassment.save_sheet": save}
FIELDS = tuple(Field("harassment.save_sheet", views.block_of(place), "body") for place in range(MOST_LINES))
