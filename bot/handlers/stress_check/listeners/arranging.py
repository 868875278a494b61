"""The clicks of those who arrange the health appointment: a day, an answer on paper, another physician (Aku 12(2))."""

from collections.abc import Callable
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.rules import arranging as rules
from bot.handlers.stress_check.rules.interview import ANSWERABLE
from bot.handlers.stress_check.rules.moves import FLOW, HELD, INTERVIEW, TO_BE_HELD
from bot.handlers.stress_check.rules.periods import periods
from bot.handlers.stress_check.views import arranging as views
from bot.handlers.stress_check.views.interview import TEXT
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

OBJECT = "schedule"

Form = Callable[[Case, Ledger], View]


async def show(click: Click, casework: Casework) -> Answer:
    """A notice, Home or the list leads here."""

    def shown(case: Case, ledger: Ledger) -> View | Refused:
        return views.screen(click, case, ledger) if case.body else Refused("not-shown")  # nothing is left of it

    return Show(await casework.read(click, _door(Act.READ, click), shown), on_top=True)


async def show_list(click: Click, casework: Casework) -> Answer:
    """All whose day or report is still to come."""
    found = await listed(click, casework, Door(FLOW, INTERVIEW.kind, ANSWERABLE, Act.READ, OBJECT), views.LISTED)
    return Show(await casework.look(partial(views.listed, click, found)))


async def propose(click: Click, casework: Casework) -> Answer:
    """The form of a day, as it stands now."""
    return await _form(click, casework, TO_BE_HELD, partial(views.slot_form, click))


async def save_slot(click: Click, casework: Casework) -> Answer:
    """Proposed: the person hears that there is something to read."""
    slot = views.read_slot(click.fields, await casework.look(lambda ledger: ledger.people()))
    await casework.act(click, _door(Act.CHANGE, click), partial(rules.propose, slot))
    return await _after(click, casework)


async def note_said(click: Click, casework: Casework) -> Answer:
    """The form for what somebody without an account has answered."""

    def form(case: Case, ledger: Ledger) -> View:
        return views.said_form(click, case, ledger.office.day(click.now))

    return await _form(click, casework, TO_BE_HELD, form)


async def save_said(click: Click, casework: Casework) -> Answer:
    """Noted."""
    await casework.act(click, _door(Act.CHANGE, click), partial(rules.note_said, views.read_said(click.fields)))
    return await _after(click, casework)


async def assign(click: Click, casework: Casework) -> Answer:
    """The form for another physician."""
    return await _form(click, casework, (HELD,), partial(views.assign_form, click))


async def save_assigned(click: Click, casework: Casework) -> Answer:
    """Another physician writes it."""
    chosen = views.read_physician(click.fields, await casework.look(lambda ledger: ledger.people()))
    await casework.act(click, _door(Act.CHANGE, click), partial(rules.assign, chosen))
    return await _after(click, casework)


async def listed(click: Click, casework: Casework, door: Door, states: tuple[str, ...]) -> list[Case]:
    """The cases of this year and the last in these states that the person may read through this door."""
    found: list[Case] = []
    for period in await casework.look(lambda ledger: periods(ledger, click.now)):
        for state in states:
            of_a_year = Door(door.flow, door.kind, door.hats, door.act, door.obj, period=period)
            found += await casework.read_listed(click, of_a_year, state, lambda cases, _: list(cases))
    return found


async def _form(click: Click, casework: Casework, states: tuple[str, ...], form: Form) -> Answer:
    def show_form(case: Case, ledger: Ledger) -> View | Refused:
        return form(case, ledger) if case.state in states else Refused("not-shown")

    return Show(await casework.read(click, _door(Act.READ, click), show_form), on_top=True)


async def _after(click: Click, casework: Casework) -> Answer:
    view = await casework.read(click, _door(Act.READ, click), partial(views.screen, click))
    return Show(view, refreshes_home=True)


def _door(act: Act, click: Click) -> Door:
    rev = 0 if act is Act.READ else click.rev
    return Door(FLOW, INTERVIEW.kind, ANSWERABLE, act, OBJECT, click.row, rev=rev)


ACTIONS: dict[str, Action] = {
    views.SCREEN: show,
    views.LIST: show_list,
    views.PROPOSE: propose,
    views.SAID: note_said,
    views.ASSIGN: assign,
}
FORMS: dict[str, Action] = {
    views.SAVE_SLOT: save_slot,
    views.SAVE_SAID: save_said,
    views.SAVE_ASSIGNED: save_assigned,
}
FIELDS = (
    *(Field(views.SAVE_SLOT, one, "body") for one in (views.DAY, views.TIME, views.PLACE)),
    Field(views.SAVE_SLOT, views.PHYSICIAN, "identity"),
    *(Field(views.SAVE_SAID, one, "body") for one in (views.ANSWER, views.WAY, views.ON, TEXT)),
    Field(views.SAVE_ASSIGNED, views.PHYSICIAN, "identity"),
)
