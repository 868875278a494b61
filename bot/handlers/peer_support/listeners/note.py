"""The clicks and the form of a supporter's private note."""

from dataclasses import replace
from datetime import datetime

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.fields import text
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners.case import HANDLING, door
from bot.handlers.peer_support.rules import note as rules
from bot.handlers.peer_support.rules.choice import HANDLED
from bot.handlers.peer_support.views import note as views
from bot.handlers.peer_support.views.paging import number_in
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger


async def note(click: Click, casework: Casework) -> Answer:
    """The supporter opens what they have noted."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        if case.state not in HANDLED:
            return Refused("not-shown")
        return views.note(click, case, rules.notes_of(click.who.person, case, ledger), page=number_in(click.row))

    return Show(await casework.read(click, _door(click, Act.READ), show))


async def add_note(click: Click, casework: Casework) -> Answer:
    """The supporter adds something for themselves."""
    typed, person = text(click.fields, views.TEXT, max_length=views.LONGEST), click.who.person

    def decide(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        return rules.note(typed, person, case, ledger, now)

    def show(case: Case, ledger: Ledger) -> View:
        return views.saved(click, case, rules.notes_of(person, case, ledger))

    await casework.act(click, _door(click, Act.APPEND), decide)
    return Show(await casework.read(click, _door(click, Act.READ), show))


def _door(click: Click, act: Act) -> Door:
    """Whatever revision was shown; it leads to one's own words only (`notes_of`), so it is the author's."""
    return replace(door(HANDLING, act, click, "note"), rev=0, authors=True)


ACTIONS: dict[str, Action] = {"peer_support.note": note}
FORMS: dict[str, Action] = {"peer_support.add_note": add_note}
FIELDS = (Field("peer_support.add_note", views.TEXT, "record"),)
