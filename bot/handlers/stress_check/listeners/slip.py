"""The slip that everybody has on Home: made on the screen and kept nowhere (Aku 14, S9)."""

from functools import partial

from bot.casework import Casework
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.views import slip as views


async def show(click: Click, casework: Casework) -> Answer:
    """The empty form."""
    return Show(views.form(click, casework.office.day(click.now)), on_top=True)


async def make(click: Click, casework: Casework) -> Answer:
    """The text to show or to copy."""
    slip = views.read(click.fields)
    return Show(await casework.look(partial(views.made, click, slip)))


ACTIONS: dict[str, Action] = {views.SLIP: show}
FORMS: dict[str, Action] = {views.MAKE: make}
FIELDS = tuple(Field(views.MAKE, one, "nothing") for one in (views.DAY, views.BEGINS, views.ENDS, views.PLACE))
