"""The click that shows what is held about oneself: one reading of all flows, and nobody else's door leads here."""

from collections.abc import Mapping, Sequence

from bot.casework import Casework, Door
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Flow, Show
from bot.handlers.own_records.rules.moves import FLOW
from bot.handlers.own_records.views import records as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role


def actions(flows: Sequence[Flow]) -> Mapping[str, Action]:
    """The action that lets each of `flows` tell what it holds."""

    async def show(click: Click, casework: Casework) -> Answer:
        # it is no case: the month only gives the reading an id of the person's own for the audit log
        mine = Door(FLOW, "own_data", (Role.EMPLOYEE,), Act.READ, "own_data", period=casework.office.month(click.now))

        def view(_: Case, ledger: Ledger) -> View:
            held = [one for flow in flows for one in flow.held(click, ledger)]
            return views.records(click, held, ledger.policy, page=views.page_in(click.row))

        return Show(await casework.read(click, mine, view))

    return {views.SHOW: show}
