"""The clicks around a picture: what a file in Slack means first, then it is sent to whoever asked (Aku 8(1), 15)."""

from datetime import datetime
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.listeners.analysis import door, held
from bot.handlers.stress_check.rules import picture as rules
from bot.handlers.stress_check.rules.analysis import nothing_shown
from bot.handlers.stress_check.rules.moves import CHECK, FLOW
from bot.handlers.stress_check.rules.results import is_open
from bot.handlers.stress_check.views import picture as views
from bot.handlers.stress_check.views.analysis import PICTURE as GROUP_PICTURE
from bot.handlers.stress_check.views.profile import has_levels
from bot.handlers.stress_check.views.results import PICTURE
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role


async def show(click: Click, casework: Casework) -> Answer:
    """Before one's own profile is sent."""
    return await _before(click, casework, _own(click), views.SEND)


async def show_groups(click: Click, casework: Casework) -> Answer:
    """Before the job-stress chart is sent."""
    return await _before(click, casework, await _groups(click, casework), views.SEND_GROUPS)


async def send(click: Click, casework: Casework) -> Answer:
    """To the person it is about."""
    return await _send(click, casework, _own(click))


async def send_groups(click: Click, casework: Casework) -> Answer:
    """To whoever may read the figures."""
    return await _send(click, casework, await _groups(click, casework))


async def _before(click: Click, casework: Casework, way: Door, action: str) -> Answer:
    minutes = casework.policy.stress_check.picture_minutes

    def view(case: Case, ledger: Ledger) -> View | Refused:
        return views.before(click, case, action, minutes) if _has_one(case, ledger) else Refused("not-shown")

    return Show(await casework.read(click, way, view), on_top=True)


async def _send(click: Click, casework: Casework, way: Door) -> Answer:
    def decide(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        return rules.send(click.who.person, case, ledger, now) if _has_one(case, ledger) else Refused("not-shown")

    await casework.act(click, way, decide)
    return Show(views.sent(click, casework.policy.stress_check.picture_minutes))


def _has_one(case: Case, ledger: Ledger) -> bool:
    """Whether there is something to draw, and it is open to be seen."""
    if case.kind == CHECK.kind:
        return is_open(case, ledger) and has_levels(case)
    return not nothing_shown(case.body)


def _own(click: Click) -> Door:
    return Door(FLOW, CHECK.kind, (Role.EMPLOYEE,), Act.READ, "result", click.row)


async def _groups(click: Click, casework: Casework) -> Door:
    """Under the offices that this person holds, otherwise as anybody of the house."""
    mine = await casework.look(partial(held, click))
    return door(tuple(role for role in rules.OFFICES if role in mine) or (Role.EMPLOYEE,), Act.READ, click.row)


ACTIONS: dict[str, Action] = {
    PICTURE: show,
    GROUP_PICTURE: show_groups,
    views.SEND: send,
    views.SEND_GROUPS: send_groups,
}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
