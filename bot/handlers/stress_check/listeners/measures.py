"""General affairs' clicks: who has applied, the result where it is needed, the measures (Aku 11(2), 13)."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.listeners.arranging import listed
from bot.handlers.stress_check.rules import measures as rules
from bot.handlers.stress_check.rules.moves import FLOW, INTERVIEW, MEASURED, REPORTED
from bot.handlers.stress_check.views import measures as views
from bot.handlers.stress_check.views.interview import MEASURES
from bot.handlers.stress_check.views.opinion import result
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role

AFFAIRS = (Role.AFFAIRS_STAFF,)
READERS = (Role.EMPLOYEE, *AFFAIRS, Role.PHYSICIAN)
OBJECT = "work_measures"

Form = Callable[[Case, Ledger], View]


async def show(click: Click, casework: Casework) -> Answer:
    """A notice, Home or the list leads general affairs here; the person and the physician read what was decided."""

    def shown(case: Case, ledger: Ledger) -> View | Refused:
        if not case.body:
            return Refused("not-shown")  # its years are over
        handles = _is_affairs(click, case, ledger)
        return views.handled(click, case, ledger) if handles else views.own(click, case, ledger)

    door = Door(FLOW, INTERVIEW.kind, READERS, Act.READ, OBJECT, click.row)
    return Show(await casework.read(click, door, shown), on_top=True)


async def show_list(click: Click, casework: Casework) -> Answer:
    """All who have applied and whose matter is not done."""
    door = Door(FLOW, INTERVIEW.kind, AFFAIRS, Act.READ, "application")
    found = await listed(click, casework, door, views.LISTED)
    return Show(await casework.look(partial(views.listed, click, found)))


async def open_result(click: Click, casework: Casework) -> Answer:
    """The result that the application hands over; its first opening ends the way back (Aku 11(2), S7)."""

    def shown(case: Case, ledger: Ledger) -> View | Refused:
        return result(click, case, ledger) if "opened_on" in case.body else Refused("not-shown")

    def marks(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
        return rules.open_result(Role.AFFAIRS_STAFF, case, ledger, now)

    door = Door(FLOW, INTERVIEW.kind, AFFAIRS, Act.READ, "result", click.row)
    return Show(await casework.read(click, door, shown, marks), on_top=True, refreshes_home=True)


async def decide(click: Click, casework: Casework) -> Answer:
    """The form of one measure."""
    return await _form(click, casework, partial(views.decide_form, click))


async def save_decided(click: Click, casework: Casework) -> Answer:
    """Decided: the person can read it."""
    measure = views.read_decided(click.fields, {row.key for row in casework.policy.stress_check.measures})
    await casework.act(click, _door(Act.CREATE, click), partial(rules.decide, measure))
    return await _after(click, casework)


async def follow(click: Click, casework: Casework) -> Answer:
    """The form with the measures that are not carried out yet."""
    return await _form(click, casework, partial(views.follow_form, click))


async def save_followed(click: Click, casework: Casework) -> Answer:
    """Ticked, or looked at again on another day."""
    done, again_on = views.read_followed(click.fields)
    await casework.act(click, _door(Act.CHANGE, click), partial(rules.follow, done, again_on))
    return await _after(click, casework)


async def finish(click: Click, casework: Casework) -> Answer:
    """The form that closes it."""
    return await _form(click, casework, lambda case, ledger: views.finish_form(click, case))


async def save_finished(click: Click, casework: Casework) -> Answer:
    """Closed: the years begin for which it is kept (Aku 17(3))."""
    why = views.read_finished(click.fields)
    await casework.act(click, _door(Act.CHANGE, click), partial(rules.finish, why))
    return await _after(click, casework)


async def _form(click: Click, casework: Casework, form: Form) -> Answer:
    def shown(case: Case, ledger: Ledger) -> View | Refused:
        return form(case, ledger) if case.state in (REPORTED, MEASURED) else Refused("not-shown")

    return Show(await casework.read(click, _door(Act.READ, click), shown), on_top=True)


async def _after(click: Click, casework: Casework) -> Answer:
    view = await casework.read(click, _door(Act.READ, click), partial(views.handled, click))
    return Show(view, refreshes_home=True)


def _is_affairs(click: Click, case: Case, ledger: Ledger) -> bool:
    """Whether this is an office's look and neither the person's own nor the physician's."""
    me, today = click.who.person, ledger.office.day(click.now)
    held = {one.role for one in ledger.appointments_of(me) if one.in_force(today)}
    return Role.AFFAIRS_STAFF in held and case.requester != me


def _door(act: Act, click: Click) -> Door:
    return Door(FLOW, INTERVIEW.kind, AFFAIRS, act, OBJECT, click.row, rev=0 if act is Act.READ else click.rev)


ACTIONS: dict[str, Action] = {
    MEASURES: show,
    views.LIST: show_list,
    views.OPEN: open_result,
    views.DECIDE: decide,
    views.FOLLOW: follow,
    views.FINISH: finish,
}
FORMS: dict[str, Action] = {
    views.SAVE_DECIDED: save_decided,
    views.SAVE_FOLLOWED: save_followed,
    views.SAVE_FINISHED: save_finished,
}
FIELDS = (
    *(Field(views.SAVE_DECIDED, one, "body") for one in (views.KEY, views.TEXT, views.FOLLOW_ON)),
    *(Field(views.SAVE_FOLLOWED, one, "body") for one in (views.DONE, views.FOLLOW_ON)),
    Field(views.SAVE_FINISHED, views.WHY, "body"),
)
