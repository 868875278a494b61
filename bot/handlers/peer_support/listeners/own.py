"""The clicks on the person's own view: who has opened what, and everything that is held about them."""

from bot.casework import Casework, Door
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners.case import ASKING, door
from bot.handlers.peer_support.rules.held import everything
from bot.handlers.peer_support.rules.moves import FLOW
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


async def own_data(click: Click, casework: Casework) -> Answer:
    """Everything that is held about oneself, in one reading; nobody else's door leads here."""
    person = click.who.person
    # it is no case: the month only gives the reading an id of the person's own for the audit log
    mine = Door(FLOW, "own_data", ASKING, Act.READ, "own_data", period=casework.office.month(click.now))

    def show(_: Case, ledger: Ledger) -> View:
        return views.everything(click, everything(person, ledger, click.now), ledger, page=views.page_in(click.row))

    return Show(await casework.read(click, mine, show))


ACTIONS: dict[str, Action] = {"peer_support.history": history, "peer_support.own_data": own_data}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
