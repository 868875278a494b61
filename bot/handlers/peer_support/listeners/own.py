"""The click on the person's own view: who has opened what, and what comes next."""

from bot.casework import Casework
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners.case import ASKING, door
from bot.handlers.peer_support.rules.own import openings
from bot.handlers.peer_support.views import own as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger


async def history(click: Click, casework: Casework) -> Answer:
    """Who has opened a request of one's own, and what happens next by itself."""

    def show(case: Case, ledger: Ledger) -> View:
        return views.history(click, case, openings(case, ledger), ledger)

    return Show(await casework.read(click, door(ASKING, Act.READ, click), show), on_top=True)


ACTIONS: dict[str, Action] = {"peer_support.history": history}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
