"""The clicks of an affected person who is asked first, and of the responders who ask (K5)."""

from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.case import ASKING, KIND, after
from bot.handlers.harassment.rules import affected as rules
from bot.handlers.harassment.rules.moves import FLOW
from bot.handlers.harassment.views import affected as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

RESPONDING = (Role.COUNSELLOR,)


async def affected(click: Click, casework: Casework) -> Answer:
    """A notice or Home leads here."""
    return Show(await _question(click, casework))


async def answer(chosen: str, click: Click, casework: Casework) -> Answer:
    """The affected person answers, or changes the answer."""
    await casework.act(click, _own(click, Act.CHANGE), partial(rules.answer, chosen))
    return Show(await _question(click, casework), refreshes_home=True)


async def affected_said(click: Click, casework: Casework) -> Answer:
    """The responders see what the affected person has said."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        return views.said(click, case, ledger) if rules.by_another(case) else Refused("not-shown")

    return Show(await casework.read(click, _consultation(click, Act.READ), show))


async def ask_affected(click: Click, casework: Casework) -> Answer:
    """The responders let the affected person be asked."""
    await casework.act(click, _consultation(click, Act.CREATE), rules.ask)
    return await after(click, casework, click.row)


async def note_affected(click: Click, casework: Casework) -> Answer:
    """A responder has asked in person."""
    await casework.act(click, _consultation(click, Act.CHANGE), partial(rules.heard, views.read_said(click.fields)))
    return await after(click, casework, click.row)


async def _question(click: Click, casework: Casework) -> View:
    return await casework.read(click, _own(click, Act.READ), partial(views.question, click))


def _own(click: Click, act: Act) -> Door:
    """The affected person's own case, whatever has moved on: a no is never too late to be said."""
    return Door(FLOW, rules.KIND, ASKING, act, rules.OBJECT, click.row)


def _consultation(click: Click, act: Act) -> Door:
    return Door(FLOW, KIND, RESPONDING, act, rules.OBJECT, click.row)


ACTIONS: dict[str, Action] = {
    views.SCREEN: affected,
    **{f"harassment.affected_{chosen}": partial(answer, chosen) for chosen in rules.ANSWERS},
    "harassment.affected_said": affected_said,
    "harassment.ask_affected": ask_affected,
}
FORMS: dict[str, Action] = {"harassment.note_affected": note_affected}
FIELDS = (Field("harassment.note_affected", views.ANSWER, "body"),)
