"""The person's clicks when it is over: forget, keep a contact, take it up again, a copy of the own words (G8, K8)."""

from bot.casework import Casework
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.case import ASKING, after, door
from bot.handlers.harassment.rules import ending as rules
from bot.handlers.harassment.views import ending as views
from bot.handlers.harassment.views.case import notice
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger


async def forget(click: Click, casework: Casework) -> Answer:
    """The name and the words are destroyed now; the record that was reported stays (K8)."""
    await casework.act(click, door(ASKING, Act.CLOSE, "intake", click), rules.forget)
    return Show(notice(click, "harassment-forgotten-title", click.say("harassment-forgotten")), refreshes_home=True)


async def keep(click: Click, casework: Casework) -> Answer:
    """The same, and the person is asked later whether everything has been all right."""
    await casework.act(click, door(ASKING, Act.CLOSE, "intake", click), rules.keep)
    return Show(notice(click, "harassment-contact-title", click.say("harassment-kept")), refreshes_home=True)


async def reopen(click: Click, casework: Casework) -> Answer:
    """The person wants it taken up again."""
    outcome = await casework.act(click, door(ASKING, Act.CHANGE, "intake", click), rules.reopen)
    return await after(click, casework, outcome.case.id)


async def copy(click: Click, casework: Casework) -> Answer:
    """What the person told and what was written down, before anything of it goes."""

    def show(case: Case, ledger: Ledger) -> View:
        return views.copy(click, case, ledger.policy.harassment)

    return Show(await casework.read(click, door(ASKING, Act.READ, "intake_sheet", click), show), on_top=True)


ACTIONS: dict[str, Action] = {
    "harassment.forget": forget,
    "harassment.keep": keep,
    "harassment.reopen": reopen,
    "harassment.copy": copy,
}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
