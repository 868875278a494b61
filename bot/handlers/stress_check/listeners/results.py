"""The joint clerk's clicks: who gets a sealed sheet, and on which day it was handed over (S5)."""

from functools import partial

from bot.casework import Casework, Door
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.rules import results as rules
from bot.handlers.stress_check.rules.moves import CHECK, FLOW, ROUND, TOLD
from bot.handlers.stress_check.rules.rounds import rounds
from bot.handlers.stress_check.views import results as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

JOINT_CLERK = (Role.JOINT_CLERK,)


async def paper_list(click: Click, casework: Casework) -> Answer:
    """Home and the notice lead here: what is to be handed over, and signed forms that came in."""
    return Show(await _list(click, casework))


async def deliver(click: Click, casework: Casework) -> Answer:
    """The form for one of them."""
    door = Door(FLOW, CHECK.kind, JOINT_CLERK, Act.READ, "result", click.row)
    return Show(await casework.read(click, door, partial(views.deliver_form, click)), on_top=True)


async def save_delivered(click: Click, casework: Casework) -> Answer:
    """Handed over: the days of the application run from that day on."""
    door = Door(FLOW, CHECK.kind, JOINT_CLERK, Act.NOTIFY, "result", click.row)
    await casework.act(click, door, partial(rules.deliver, views.read_day(click.fields)))
    return Show(await _list(click, casework), refreshes_home=True)


async def _list(click: Click, casework: Casework) -> View:
    def show(case: Case, ledger: Ledger) -> View:
        return views.paper_list(click, rules.on_paper(case, ledger) if case.exists else (), ledger)

    told = await casework.look(partial(_told, click))
    door = Door(FLOW, ROUND.kind, JOINT_CLERK, Act.READ, "result", told)
    return await casework.read(click, door, show)


def _told(click: Click, ledger: Ledger) -> str:
    """The newest round whose results are open, "" for none."""
    return next((one.id for one in rounds(ledger, click.now) if one.state == TOLD), "")


ACTIONS: dict[str, Action] = {views.PAPER_LIST: paper_list, views.DELIVER: deliver}
FORMS: dict[str, Action] = {views.SAVE_DELIVERED: save_delivered}
FIELDS = (Field(views.SAVE_DELIVERED, views.DAY, "body"),)
