"""The planner's numbers of a round: totals, and what the law's yearly report asks for (Aku 3, 7(4))."""

from bot.casework import Casework, Door
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.rules.figures import totals, yearly
from bot.handlers.stress_check.rules.moves import FLOW, ROUND
from bot.handlers.stress_check.views import figures as views
from bot.rules.access import Act
from bot.rules.people import Role

PLANNER = (Role.PLANNER,)


async def show(click: Click, casework: Casework) -> Answer:
    """Two readings, each under its own grant: the totals of who took it, and the round's plan."""
    counting = Door(FLOW, ROUND.kind, PLANNER, Act.STATISTICS, "taken", click.row)
    planning = Door(FLOW, ROUND.kind, PLANNER, Act.READ, "plan", click.row)
    counted = await casework.read(click, counting, totals)
    asked = await casework.read(click, planning, yearly)
    return Show(views.shown(click, counted, asked), on_top=True)


ACTIONS: dict[str, Action] = {views.FIGURES: show}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
