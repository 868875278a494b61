"""The taps and the form of the private draft to one's superior (Yam 10(4)(1), P8)."""

from functools import partial

from bot.casework import Casework, Door
from bot.handlers.fields import text
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners.case import ASKING
from bot.handlers.peer_support.rules import draft as rules
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.views import draft as views
from bot.handlers.peer_support.views.request import notice
from bot.rules.access import Act


async def draft(click: Click, casework: Casework) -> Answer:
    """One's own draft where there is one; otherwise the form, with which nothing is kept yet."""
    found = await _own(click, casework)
    if not found:
        return Show(views.form(click, None))
    return await _shown(click, casework, found)


async def edit_draft(click: Click, casework: Casework) -> Answer:
    """Writing on."""
    case_door = _door(Act.READ, click.row)
    return Show(await casework.read(click, case_door, lambda case, ledger: views.form(click, case)))


async def keep_draft(click: Click, casework: Casework) -> Answer:
    """Kept for the person alone, and shown for copying."""
    written = text(click.fields, views.TEXT)
    act = Act.CHANGE if click.row else Act.CREATE
    outcome = await casework.act(click, _door(act, click.row), partial(rules.keep, written, click.who.person))
    return await _shown(click, casework, outcome.case.id)


async def throw_away(click: Click, casework: Casework) -> Answer:
    """Sent by the person's own hand, or not needed: gone."""
    await casework.act(click, _door(Act.CLOSE, click.row), lambda case, ledger, now: rules.throw_away(case))
    gone = notice(click, "peer_support-draft-gone-title", click.say("peer_support-draft-gone"))
    return Show(gone, refreshes_home=True)


async def _own(click: Click, casework: Casework) -> str:
    own = await casework.look(lambda ledger: rules.own(click.who.person, ledger))
    return own.id if own else ""


async def _shown(click: Click, casework: Casework, case_id: str) -> Answer:
    view = await casework.read(
        click, _door(Act.READ, case_id), lambda case, ledger: views.kept(click, case, rules.kept_until(case))
    )
    return Show(view, refreshes_home=True)


def _door(act: Act, case_id: str) -> Door:
    """Typed text is never lost to a conflict, so the revision does not matter."""
    return Door(FLOW, rules.DRAFT_KIND, ASKING, act, "draft", case_id)


ACTIONS: dict[str, Action] = {
    "peer_support.draft": draft,
    "peer_support.edit_draft": edit_draft,
    "peer_support.draft_sent": throw_away,
    "peer_support.draft_thrown": throw_away,
}
FORMS: dict[str, Action] = {"peer_support.keep_draft": keep_draft}
FIELDS = (Field("peer_support.keep_draft", "text", "body"),)
