"""The clicks around who has a part: stepping aside, taking somebody's place, and the nurse (Aki 7(1), 11)."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.casework import Casework
from bot.errors import Refused
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.arranging import ARRANGING, READING, RESPONDING
from bot.handlers.harassment.listeners.case import ASKING, after, door
from bot.handlers.harassment.rules import aside as rules
from bot.handlers.harassment.rules import nurse as nurses
from bot.handlers.harassment.rules.arranging import RESPONDERS_FIELD
from bot.handlers.harassment.views import proposing as forms
from bot.handlers.harassment.views.case import notice
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import AFFAIRS_HEADS


async def step_aside(click: Click, casework: Casework) -> Answer:
    """One tap, and the case is out of sight at once; whatever revision was shown, it always goes through."""
    away = replace(door((*READING, *AFFAIRS_HEADS), Act.CLOSE, "consultation", click), rev=0)
    await casework.act(click, away, partial(rules.step_aside, click.who.person))
    return Show(notice(click, "harassment-aside-title", click.say("harassment-aside")), refreshes_home=True)


async def open_take_place(click: Click, casework: Casework) -> Answer:
    """Who could take the place of a responder who has gone."""
    opened = door(ARRANGING, Act.READ, "intake", click)
    return Show(await casework.read(click, opened, partial(forms.take_place_form, click)), on_top=True)


async def take_place(click: Click, casework: Casework) -> Answer:
    """Another counsellor is named in that place."""

    def decide(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        chosen = forms.read_substitute(click.fields, case, ledger, now)
        return rules.take_place(chosen, click.who.person, case, ledger, now)

    outcome = await casework.act(click, replace(door(ARRANGING, Act.CHANGE, "intake", click), rev=0), decide)
    return await after(click, casework, outcome.case.id)


async def invite_nurse(click: Click, casework: Casework) -> Answer:
    """Somebody who deals with it would have the nurse there; the person is asked."""
    outcome = await casework.act(click, door(RESPONDING, Act.CHANGE, "intake", click), nurses.invite)
    return await after(click, casework, outcome.case.id)


async def open_answer_nurse(click: Click, casework: Casework) -> Answer:
    """To the person: who she is, and what she would read."""
    opened = door(ASKING, Act.READ, "intake", click)
    return Show(await casework.read(click, opened, partial(forms.nurse_form, click)), on_top=True)


async def answer_nurse(click: Click, casework: Casework) -> Answer:
    """The person says whether she is there."""
    chosen = forms.read_answer(click.fields)
    answered = replace(door(ASKING, Act.CHANGE, "intake", click), rev=0)
    outcome = await casework.act(click, answered, partial(nurses.answer, chosen))
    return await after(click, casework, outcome.case.id)


ACTIONS: dict[str, Action] = {
    "harassment.step_aside": step_aside,
    "harassment.take_place": open_take_place,
    "harassment.invite_nurse": invite_nurse,
    "harassment.answer_nurse": open_answer_nurse,
}
FORMS: dict[str, Action] = {"harassment.take_place": take_place, "harassment.answer_nurse": answer_nurse}
FIELDS: tuple[Field, ...] = (
    Field("harassment.take_place", RESPONDERS_FIELD, "identity"),
    Field("harassment.answer_nurse", nurses.ANSWER, "body"),
)
