"""The clicks and forms by which day, place and two responders are settled, by everybody who has a say in it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.case import ASKING, after, door
from bot.handlers.harassment.rules import arranging as rules
from bot.handlers.harassment.rules import idle, meeting, promise
from bot.handlers.harassment.views import arranging as views
from bot.handlers.harassment.views import proposing as forms
from bot.handlers.harassment.views.case import notice
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role

ARRANGING = (Role.DESK_OFFICER, Role.COUNSELLOR)
RESPONDING = (Role.COUNSELLOR,)
READING = (*ARRANGING, Role.RESPONSE_NURSE)
MEETING = (*ASKING, *RESPONDING)

Form = Callable[[Click, Case, Ledger], View]


# ---- what opens something ----


async def arrangement(click: Click, casework: Casework) -> Answer:
    """To who deals with it: who comes, with which wishes, and what is proposed or settled."""
    return await _opened(click, casework, READING, views.arrangement)


async def open_arrange(click: Click, casework: Casework) -> Answer:
    """To who was told of it: the wishes and the form."""
    return await _opened(click, casework, ARRANGING, forms.arrange_form)


async def open_refuse(click: Click, casework: Casework) -> Answer:
    """To one of the two: the listed reasons."""
    return await _opened(click, casework, RESPONDING, forms.refuse_form)


async def open_ask_other(click: Click, casework: Casework) -> Answer:
    """To the person: what should be otherwise."""
    return await _opened(click, casework, ASKING, forms.ask_other_form)


async def open_reschedule(click: Click, casework: Casework) -> Answer:
    """To the person and the two: another day or place."""
    return await _opened(click, casework, MEETING, forms.reschedule_form)


# ---- what is done ----


async def arrange(click: Click, casework: Casework) -> Answer:
    """Day, place and two responders are proposed."""
    what = forms.read_meeting(click.fields, casework.policy)
    why = forms.read_why(click.fields, casework.policy)

    def decide(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        people = forms.read_people(click.fields, case, ledger, now)
        moved_on = _moved_on(click, case)
        return moved_on or rules.arrange(rules.Proposal(what, people, why), click.who.person, case, ledger, now)

    return await _done(click, casework, ARRANGING, decide, fresh=False)


async def confirm(click: Click, casework: Casework) -> Answer:
    """The person, or one of the two, says yes."""
    return await _done(click, casework, MEETING, partial(rules.confirm, click.who.person, seen=click.rev), fresh=False)


async def refuse(click: Click, casework: Casework) -> Answer:
    """One of the two cannot; from then on the case is out of their sight."""
    reason = forms.read_reason(click.fields, casework.policy)
    changed = _door(click, RESPONDING, Act.CHANGE, fresh=False)
    await casework.act(click, changed, partial(rules.refuse, reason, click.who.person))
    said = click.say("harassment-refused")
    return Show(notice(click, "harassment-refused-title", said), refreshes_home=True)


async def ask_other(click: Click, casework: Casework) -> Answer:
    """The person would rather have another day, place or responder."""
    what, text = forms.read_other(click.fields)
    return await _done(click, casework, ASKING, partial(rules.ask_other, what, text), fresh=False)


async def reschedule(click: Click, casework: Casework) -> Answer:
    """Another day or place, to which the others say yes again."""
    what = forms.read_meeting(click.fields, casework.policy)

    def decide(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        return _moved_on(click, case) or meeting.reschedule(what, click.who.person, case, ledger, now)

    return await _done(click, casework, MEETING, decide, fresh=False)


async def meet(click: Click, casework: Casework) -> Answer:
    """One of the two says that it took place."""
    return await _done(click, casework, RESPONDING, partial(meeting.meet, click.who.person))


async def wait(click: Click, casework: Casework) -> Answer:
    """The person gives it more time after a missed promise."""
    return await _done(click, casework, ASKING, promise.wait)


async def carry_on(click: Click, casework: Casework) -> Answer:
    """Either side says that it goes on (G8)."""
    return await _done(click, casework, (*ASKING, *ARRANGING), idle.carry_on)


async def idle_over(click: Click, casework: Casework) -> Answer:
    """A notice leads here: it has ended because nothing happened, and nothing of it is left."""
    return Show(notice(click, "harassment-idle-over-title", click.say("harassment-idle-over")), refreshes_home=True)


# ---- shared ----


def _moved_on(click: Click, case: Case) -> Refused | None:
    """What is typed stays in the form, but nobody writes over a proposal that they have not seen."""
    return Refused("harassment-moved-on", meeting.DAY_FIELD) if click.rev != case.rev else None


async def _opened(click: Click, casework: Casework, hats: tuple[Role, ...], view: Form) -> Answer:
    return Show(await casework.read(click, _door(click, hats, Act.READ), partial(view, click)), on_top=True)


async def _done(
    click: Click,
    casework: Casework,
    hats: tuple[Role, ...],
    decide: Callable[[Case, Ledger, datetime], Decision | Refused],
    *,
    fresh: bool = True,
) -> Answer:
    """One act, and the case as it stands after it. `fresh`: it is about the very revision that was shown.

    What is typed is lost to no conflict, and of three who say yes none has to do it twice: there the rule looks.
    """
    outcome = await casework.act(click, _door(click, hats, Act.CHANGE, fresh=fresh), decide)
    return await after(click, casework, outcome.case.id)


def _door(click: Click, hats: tuple[Role, ...], act: Act, *, fresh: bool = True) -> Door:
    opened = door(hats, act, "intake", click)
    return opened if fresh else replace(opened, rev=0)


ACTIONS: dict[str, Action] = {
    "harassment.arrangement": arrangement,
    "harassment.arrange": open_arrange,
    "harassment.confirm": confirm,
    "harassment.refuse": open_refuse,
    "harassment.ask_other": open_ask_other,
    "harassment.reschedule": open_reschedule,
    "harassment.meet": meet,
    "harassment.wait": wait,
    "harassment.carry_on": carry_on,
    "harassment.idle_over": idle_over,
}
FORMS: dict[str, Action] = {
    "harassment.arrange": arrange,
    "harassment.refuse": refuse,
    "harassment.ask_other": ask_other,
    "harassment.reschedule": reschedule,
}
MEETING_FIELDS = (meeting.DAY_FIELD, meeting.TIME_FIELD, meeting.PLACE, meeting.MEANS)
FIELDS: tuple[Field, ...] = (
    *(
        Field(form, block_id, "body")
        for form in ("harassment.arrange", "harassment.reschedule")
        for block_id in MEETING_FIELDS
    ),
    Field("harassment.arrange", rules.RESPONDERS_FIELD, "identity"),
    Field("harassment.arrange", rules.REASON, "body"),
    Field("harassment.refuse", rules.REASON, "body"),
    Field("harassment.ask_other", forms.WHAT, "body"),
    Field("harassment.ask_other", rules.TEXT, "body"),
)
