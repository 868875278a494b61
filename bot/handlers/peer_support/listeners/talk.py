"""The clicks and forms of a talk: reading it, adding to it, proposing, saying yes; and telling one's name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners.case import ASKING, HANDLING, door
from bot.handlers.peer_support.rules import reveal as reveal_rules
from bot.handlers.peer_support.rules import talk as rules
from bot.handlers.peer_support.rules.choice import HANDLED
from bot.handlers.peer_support.views import talk as views
from bot.handlers.peer_support.views.paging import number_in
from bot.handlers.peer_support.views.request import notice
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role


async def talk(click: Click, casework: Casework) -> Answer:
    """A notice or the request leads here: what was said, and room to add something."""
    return Show(await _read(click, casework, partial(views.talk, page=number_in(click.row))))


async def propose(click: Click, casework: Casework) -> Answer:
    """The same with fields for day, place and means; what is typed already stays."""
    return Show(await _read(click, casework, partial(views.talk, proposing=True)))


async def write(click: Click, casework: Casework) -> Answer:
    """The person adds something."""
    return await _added(click, casework, ASKING, Act.CREATE)


async def reply(click: Click, casework: Casework) -> Answer:
    """The supporter adds something."""
    return await _added(click, casework, HANDLING, Act.APPEND)


async def agree(click: Click, casework: Casework) -> Answer:
    """The person says yes to what the supporter has proposed."""
    return await _agreed(click, casework, ASKING, Act.CREATE)


async def confirm(click: Click, casework: Casework) -> Answer:
    """The supporter says yes to what the person has proposed."""
    return await _agreed(click, casework, HANDLING, Act.APPEND)


async def reveal(click: Click, casework: Casework) -> Answer:
    """The person tells the name that was kept back (G7)."""
    await casework.act(click, door(ASKING, Act.CHANGE, click), reveal_rules.reveal)
    return Show(notice(click, "peer_support-revealed-title", click.say("peer_support-revealed")), refreshes_home=True)


async def _added(click: Click, casework: Casework, hats: tuple[Role, ...], act: Act) -> Answer:
    text, proposal = views.read_line(click.fields, casework.policy)
    person = click.who.person

    def decide(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        return rules.write(text, proposal, person, case, ledger, now)

    await casework.act(click, _door(click, hats, act), decide)
    return Show(await _read(click, casework, views.sent), refreshes_home=True)


async def _agreed(click: Click, casework: Casework, hats: tuple[Role, ...], act: Act) -> Answer:
    """What has been typed already stays in the form."""
    number, person = number_in(click.row), click.who.person

    def decide(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        return rules.agree(number, person, case, ledger, now)

    await casework.act(click, _door(click, hats, act), decide)
    return Show(await _read(click, casework, views.talk), refreshes_home=True)


async def _read(click: Click, casework: Casework, view: Callable[[Click, Case, Ledger], View]) -> View:
    """The talk for whoever opens it; opening is what the other side may see."""
    person = click.who.person

    def show(case: Case, ledger: Ledger) -> View | Refused:
        hidden = case.requester != person and case.state not in HANDLED
        return Refused("not-shown") if hidden else view(click, case, ledger)

    def marks(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
        return rules.opened(person, case, ledger, now)

    return await casework.read(click, _door(click, (*ASKING, *HANDLING), Act.READ), show, marks)


def _door(click: Click, hats: tuple[Role, ...], act: Act) -> Door:
    """Whatever revision was shown: what somebody has typed is lost to no conflict."""
    return replace(door(hats, act, click, "message"), rev=0)


ACTIONS: dict[str, Action] = {
    "peer_support.talk": talk,
    "peer_support.propose": propose,
    "peer_support.agree": agree,
    "peer_support.confirm": confirm,
    "peer_support.reveal": reveal,
}
FORMS: dict[str, Action] = {"peer_support.write": write, "peer_support.reply": reply}
FIELDS = tuple(
    Field(form, block_id, "record") for form in FORMS for block_id in (rules.TEXT, rules.DAY, views.PLACE, views.MEANS)
)
