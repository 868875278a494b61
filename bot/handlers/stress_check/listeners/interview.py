"""The clicks of the person whose health appointment it is; and the way from any old button to one's own side of it."""

from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.listeners import arranging, measures, opinion
from bot.handlers.stress_check.rules import arranging as rules
from bot.handlers.stress_check.rules.interview import ANSWERABLE
from bot.handlers.stress_check.rules.moves import ARRANGED, FLOW, INTERVIEW, PROPOSED
from bot.handlers.stress_check.views import interview as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role, roles_of

PERSON = (Role.EMPLOYEE,)


async def show(click: Click, casework: Casework) -> Answer:
    """To each their own side: the person's, the physician's, the arranging one, general affairs'."""
    side = await casework.look(partial(_side, click))
    return await SIDES[side](click, casework)


async def show_own(click: Click, casework: Casework) -> Answer:
    """The person's: a notice, Home and the result lead here."""
    return Show(await casework.read(click, _door(Act.READ, click), partial(views.own, click)))


async def confirm(click: Click, casework: Casework) -> Answer:
    """It suits."""
    await casework.act(click, _door(Act.CHANGE, click), rules.confirm)
    return await _after(click, casework)


async def other_day(click: Click, casework: Casework) -> Answer:
    """The form for another day."""

    def form(case: Case, ledger: Ledger) -> View | Refused:
        return views.other_form(click, case) if case.state in (PROPOSED, ARRANGED) else Refused("not-shown")

    return Show(await casework.read(click, _door(Act.READ, click), form), on_top=True)


async def save_other_day(click: Click, casework: Casework) -> Answer:
    """Another day, with or without a word."""
    words = views.read_other(click.fields)
    await casework.act(click, _door(Act.CHANGE, click), partial(rules.ask_other, words))
    return await _after(click, casework)


async def call_off(click: Click, casework: Casework) -> Answer:
    """Rather not; asked once more before, and never why."""
    await casework.act(click, _door(Act.CLOSE, click), rules.call_off)
    return await _after(click, casework)


async def _after(click: Click, casework: Casework) -> Answer:
    view = await casework.read(click, _door(Act.READ, click), partial(views.own, click))
    return Show(view, refreshes_home=True)


def _side(click: Click, ledger: Ledger) -> str:
    me, case = click.who.person, ledger.case(click.row)
    hats = roles_of(ledger.appointments_of(me), me, ledger.office.day(click.now))
    if case is None or case.requester == me:
        return "own"
    if Role.PHYSICIAN in hats and me in case.handlers:
        return "physician"
    if hats & set(ANSWERABLE):
        return "arranging"
    return "affairs" if Role.AFFAIRS_STAFF in hats else "own"


def _door(act: Act, click: Click) -> Door:
    return Door(
        FLOW, INTERVIEW.kind, PERSON, act, "schedule", click.row, rev=0 if act is Act.READ else click.rev
    )  # fmt: skip


SIDES: dict[str, Action] = {
    "own": show_own,
    "physician": opinion.show,
    "arranging": arranging.show,
    "affairs": measures.show,
}
ACTIONS: dict[str, Action] = {
    views.SHOW: show,
    views.CONFIRM: confirm,
    views.OTHER: other_day,
    views.CALL_OFF: call_off,
}
FORMS: dict[str, Action] = {views.SAVE_OTHER: save_other_day}
FIELDS = (Field(views.SAVE_OTHER, views.TEXT, "body"),)
