"""The clicks of planner and clerk around a round: prepared, changed, the list of examinees (Aku 2, 3, 6)."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.rules import calling, planning
from bot.handlers.stress_check.rules.moves import FLOW, PREPARED, ROUND
from bot.handlers.stress_check.rules.rounds import round_id, rounds
from bot.handlers.stress_check.views import round as views
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role

PLANNER, CLERK = (Role.PLANNER,), (Role.CLERK,)


async def show(click: Click, casework: Casework) -> Answer:
    """Home leads here: the newest round, or that there is none."""
    door = Door(FLOW, "", PLANNER, Act.READ, "plan")
    return Show(
        await casework.read(click, door, lambda _, ledger: views.overview(click, _newest(click, ledger), ledger))
    )


async def plan(click: Click, casework: Casework) -> Answer:
    """The form of a round; what is planned stands in it."""

    def form(_: Case, ledger: Ledger) -> View:
        return views.plan_form(click, _prepared(click, ledger), ledger)

    return Show(await casework.read(click, Door(FLOW, "", PLANNER, Act.READ, "plan"), form), on_top=True)


async def save_plan(click: Click, casework: Casework) -> Answer:
    """Planned or changed; it opens by itself on its first day."""
    found = views.read_plan(click.fields)
    period = str(found.opens_on.year)
    case_id = await casework.look(lambda ledger: round_id(period, ledger))

    def decide(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        return planning.prepare(found, replace(case, period=period), ledger, now)

    done = await casework.act(click, Door(FLOW, "", PLANNER, Act.CREATE, "plan", case_id), decide)
    view = await casework.look(lambda ledger: views.overview(click, done.case, ledger))
    return Show(view, refreshes_home=True)


async def people(click: Click, casework: Casework) -> Answer:
    """The list of today, for the clerk."""
    return Show(await _list(click, casework, await casework.look(lambda ledger: _id(click, ledger))))


async def add_person(click: Click, casework: Casework) -> Answer:
    """Somebody beside the classes (Aku 2(1)(5))."""
    form = partial(views.add_form, click)
    return Show(await casework.read(click, _door(Act.READ, click.row), form), on_top=True)


async def save_person(click: Click, casework: Casework) -> Answer:
    """On the list, and called at once where the round is open."""
    rows = await casework.look(lambda ledger: ledger.people())
    added = views.read_added(click.fields, rows)
    await casework.act(click, _door(Act.CREATE, click.row, click.rev), partial(calling.add, added))
    return Show(await _list(click, casework, click.row), refreshes_home=True)


async def add_leave(click: Click, casework: Casework) -> Answer:
    """The form of a leave, which asks for two days and no reason (S11)."""
    form = partial(views.leave_form, click)
    return Show(await casework.read(click, _door(Act.READ, click.row), form), on_top=True)


async def save_leave(click: Click, casework: Casework) -> Answer:
    """Off the list for these days."""
    rows = await casework.look(lambda ledger: ledger.people())
    leave = views.read_leave(click.fields, rows)
    await casework.act(click, _door(Act.CREATE, click.row, click.rev), partial(calling.note_leave, leave))
    return Show(await _list(click, casework, click.row))


async def end_leave(click: Click, casework: Casework) -> Answer:
    """On the list again from today."""
    case_id, _, person = click.row.partition(".")
    await casework.act(click, _door(Act.CREATE, case_id, click.rev), partial(calling.end_leave, person))
    return Show(await _list(click, casework, case_id))


async def _list(click: Click, casework: Casework, case_id: str) -> View:
    def show(case: Case, ledger: Ledger) -> View:
        found = calling.examinees(case, ledger, ledger.office.day(click.now))
        return views.listed(click, case, found, ledger)

    return await casework.read(click, _door(Act.READ, case_id), show)


def _newest(click: Click, ledger: Ledger) -> Case | None:
    return next(iter(rounds(ledger, click.now)), None)


def _prepared(click: Click, ledger: Ledger) -> Case | None:
    found = _newest(click, ledger)
    return found if found is not None and found.state == PREPARED else None


def _id(click: Click, ledger: Ledger) -> str:
    found = _newest(click, ledger)
    return found.id if found else round_id(str(ledger.office.day(click.now).year), ledger)


def _door(act: Act, case_id: str, rev: int = 0) -> Door:
    return Door(FLOW, ROUND.kind, CLERK, act, "examinee_list", case_id, rev=rev)


ACTIONS: dict[str, Action] = {
    views.ROUND: show,
    views.PLAN: plan,
    views.LIST: people,
    views.ADD: add_person,
    views.AWAY: add_leave,
    views.BACK: end_leave,
}
FORMS: dict[str, Action] = {views.SAVE: save_plan, views.SAVE_ADDED: save_person, views.SAVE_AWAY: save_leave}
FIELDS = (
    *(Field(views.SAVE, field, "body") for field in (views.OPENS_ON, views.CLOSES_ON, views.METHOD)),
    *(Field(views.SAVE_ADDED, field, "body") for field in (views.PERSON, views.NAME, views.UNIT, views.REASON)),
    *(Field(views.SAVE_AWAY, field, "body") for field in (views.PERSON, views.FIRST, views.LAST)),
)
