"""The clicks and forms after the proposal: what the mayor decided, its follow-up, the end (Aki 12)."""

from collections.abc import Callable
from functools import partial

from bot.casework import Casework
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.case import after, door
from bot.handlers.harassment.rules import measures as rules
from bot.handlers.harassment.views import measures as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

KEEPING = (Role.SECRETARIAT, Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY)
OBJECT = "measures"

Form = Callable[[Click, Case, Ledger], View]


async def decide(click: Click, casework: Casework) -> Answer:
    """The form for the mayor's decision."""
    return await _form(click, casework, views.decide_form)


async def measures_decided(click: Click, casework: Casework) -> Answer:
    """Who keeps the file enters the mayor's decision by date and kind (K7)."""
    decided = views.read_decision(click.fields, casework.policy)
    await casework.act(click, door(KEEPING, Act.CREATE, OBJECT, click), partial(rules.decide, decided))
    return await after(click, casework, click.row)


async def follow_up(click: Click, casework: Casework) -> Answer:
    """The form with the measures that are not carried out yet."""
    return await _form(click, casework, views.follow_up_form)


async def followed_up(click: Click, casework: Casework) -> Answer:
    """Who keeps the file ticks what has been carried out."""
    done, again = views.read_follow_up(click.fields)
    await casework.act(click, door(KEEPING, Act.APPEND, OBJECT, click), partial(rules.follow_up, done, again))
    return await after(click, casework, click.row)


async def close_measures(click: Click, casework: Casework) -> Answer:
    """Everything is carried out, or no measure was needed."""
    await casework.act(click, door(KEEPING, Act.APPEND, OBJECT, click), rules.close)
    return Show(views.closed(click), refreshes_home=True)


async def _form(click: Click, casework: Casework, form: Form) -> Answer:
    """Never before a proposal (Aki 9(2), 12)."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        return form(click, case, ledger) if case.state in rules.STATES else Refused("not-shown")

    return Show(await casework.read(click, door(KEEPING, Act.READ, OBJECT, click), show), on_top=True)


ACTIONS: dict[str, Action] = {
    "harassment.decide": decide,
    "harassment.follow_up": follow_up,
    "harassment.close_measures": close_measures,
}
FORMS: dict[str, Action] = {
    "harassment.measures_decided": measures_decided,
    "harassment.followed_up": followed_up,
}
FIELDS = (
    *(Field("harassment.measures_decided", one, "body") for one in (views.DECIDED_ON, views.KINDS, views.LOOK_AGAIN)),
    *(Field("harassment.followed_up", one, "body") for one in (views.DONE, views.LOOK_AGAIN)),
)
