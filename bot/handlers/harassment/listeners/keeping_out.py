"""The click and the form in which a person keeps somebody out, at any time (Aki 11)."""

from functools import partial

from bot.casework import Casework, Door
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.case import ASKING, KIND, after
from bot.handlers.harassment.listeners.entry import lists_for
from bot.handlers.harassment.rules.keeping_out import exclude as rule
from bot.handlers.harassment.rules.moves import FLOW
from bot.handlers.harassment.views import keeping_out as views
from bot.handlers.harassment.views.intake import EXCLUDED, KEPT_OUT, read_who
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger


async def exclude(click: Click, casework: Casework) -> Answer:
    """Who is kept out now, to be changed."""

    def form(case: Case, ledger: Ledger) -> View:
        return views.form(click, case, lists_for(click, case, ledger))

    return Show(await casework.read(click, _door(Act.READ, click), form))


async def keep_out(click: Click, casework: Casework) -> Answer:
    """It takes effect at once."""
    lists = await casework.read(click, _door(Act.READ, click), partial(lists_for, click))
    who = read_who(click.fields, lists).identity
    changed = partial(rule, who[EXCLUDED], who[KEPT_OUT])
    outcome = await casework.act(click, _door(Act.CHANGE, click), changed)
    return await after(click, casework, outcome.case.id)


def _door(act: Act, click: Click) -> Door:
    """Whom to keep out is never lost to a conflict, so the revision does not matter."""
    return Door(FLOW, KIND, ASKING, act, "excluded_people", click.row)


ACTIONS: dict[str, Action] = {"harassment.exclude": exclude}
FORMS: dict[str, Action] = {"harassment.keep_out": keep_out}
FIELDS = (
    Field("harassment.keep_out", EXCLUDED, "identity"),
    Field("harassment.keep_out", KEPT_OUT, "identity"),
)
