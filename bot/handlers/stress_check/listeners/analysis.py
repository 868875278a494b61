"""The clicks around the group analysis: previewed, ordered, provided, read by the city and by all (Aku 15, 16)."""

from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.rules import analysis as rules
from bot.handlers.stress_check.rules.frozen import freeze
from bot.handlers.stress_check.rules.moves import ANALYSIS, FLOW, ROUND
from bot.handlers.stress_check.rules.rounds import analysis_id
from bot.handlers.stress_check.views import analysis as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role, roles_of

OBJECT = "group_analysis"
OFFICES = (Role.AFFAIRS_STAFF, Role.DIGEST_READER, Role.IMPLEMENTER, Role.JOINT_CLERK)
PREVIEWING = (*rules.ORDERING, *rules.PROVIDING)
KEEPING = (Role.AFFAIRS_STAFF,)


async def show(click: Click, casework: Casework) -> Answer:
    """What was provided: to the offices, and to everybody once it is published."""
    case_id, page = views.page_in(click.row)
    return Show(await shown(click, casework, case_id, page))


async def shown(click: Click, casework: Casework, case_id: str, page: int = 0) -> View:
    """The screen of an analysis for whoever looks; an office's part only under its hat."""
    mine = await casework.look(partial(held, click))
    offices = tuple(role for role in OFFICES if role in mine)

    def view(case: Case, ledger: Ledger) -> View:
        return views.shown(click, case, page, office=bool(offices), keeping=Role.AFFAIRS_STAFF in offices)

    return await casework.read(click, door(offices or (Role.EMPLOYEE,), Act.READ, case_id), view)


async def preview(click: Click, casework: Casework) -> Answer:
    """Before it is provided, to the implementer and, once it is ordered, to the joint clerk; after that what it is."""
    case_id, page = views.page_in(click.row)
    given = await casework.look(partial(_given, case_id))
    if given:
        return Show(await shown(click, casework, given))
    mine = await casework.look(partial(held, click))

    def view(case: Case, ledger: Ledger) -> View | Refused:
        if not rules.can_be_made(case):
            return views.said(click, "stress-analysis-late")
        ordering, providing = (set(roles) <= mine for roles in (rules.ORDERING, rules.PROVIDING))
        return views.preview(
            click, case, freeze(case, ledger), page, ordering=ordering, providing=providing
        )  # fmt: skip

    return Show(await casework.read(click, _of_round(PREVIEWING, Act.READ, case_id), view))


async def order(click: Click, casework: Casework) -> Answer:
    """The implementer orders it to be given to the city (Aku 16(1))."""
    await casework.act(click, _of_round(rules.ORDERING, Act.CHANGE, click.row), rules.order)
    return Show(views.said(click, "stress-analysis-ordered"), refreshes_home=True)


async def provide(click: Click, casework: Casework) -> Answer:
    """The joint clerk gives it to the city; from here on it stays as it is."""
    done = await casework.act(click, _of_round(rules.PROVIDING, Act.CREATE, click.row), rules.provide)
    given = await casework.look(lambda ledger: analysis_id(done.case.period, ledger))
    return Show(await shown(click, casework, given), refreshes_home=True)


async def publish(click: Click, casework: Casework) -> Answer:
    """General affairs lets everybody read the figures."""
    return await _published(click, casework, visible=True)


async def unpublish(click: Click, casework: Casework) -> Answer:
    """General affairs takes that back."""
    return await _published(click, casework, visible=False)


async def _published(click: Click, casework: Casework, *, visible: bool) -> Answer:
    await casework.act(
        click, door(KEEPING, Act.APPEND, click.row, click.rev), lambda case, ledger, now: rules.publish(visible, case)
    )
    return Show(await shown(click, casework, click.row), refreshes_home=True)


def held(click: Click, ledger: Ledger) -> frozenset[Role]:
    """The offices that this person holds today."""
    person = click.who.person
    return roles_of(ledger.appointments_of(person), person, ledger.office.day(click.now))


def door(hats: tuple[Role, ...], act: Act, case_id: str, rev: int = 0) -> Door:
    """To an analysis that was provided."""
    return Door(FLOW, ANALYSIS.kind, hats, act, OBJECT, case_id, rev=rev)


def _of_round(hats: tuple[Role, ...], act: Act, case_id: str) -> Door:
    """To a round, whose revision does not matter: it changes with every result that is read."""
    return Door(FLOW, ROUND.kind, hats, act, OBJECT, case_id)


def _given(round_id: str, ledger: Ledger) -> str:
    """The analysis that was made of a round, "" as long as there is none."""
    found = ledger.case(round_id)
    if found is None or found.kind != ROUND.kind:
        return ""
    given = ledger.case(analysis_id(found.period, ledger))
    return given.id if given else ""


ACTIONS: dict[str, Action] = {
    views.ANALYSIS: show,
    views.PREVIEW: preview,
    views.ORDER: order,
    views.PROVIDE: provide,
    views.PUBLISH: publish,
    views.UNPUBLISH: unpublish,
}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
