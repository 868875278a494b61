"""The physician's clicks: whom to meet, the result, that it was held, report and opinion (Aku 12, 13)."""

from collections.abc import Callable
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.held import people
from bot.handlers.stress_check.rules import arranging
from bot.handlers.stress_check.rules import opinion as rules
from bot.handlers.stress_check.rules.moves import ARRANGED, FLOW, HELD, INTERVIEW, PROPOSED
from bot.handlers.stress_check.views import opinion as views
from bot.handlers.stress_check.views.interview import OPINION
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

PHYSICIAN = (Role.PHYSICIAN,)
READERS = (Role.EMPLOYEE, Role.PHYSICIAN, Role.AFFAIRS_STAFF, Role.JOINT_CLERK, Role.IMPLEMENTER)
"""Who may read report and opinion, each under their own condition (S13)."""

Form = Callable[[Case, Ledger], View]


async def show(click: Click, casework: Casework) -> Answer:
    """A notice or Home leads here."""
    view = await casework.read(click, _door(Act.READ, "schedule", click), partial(views.screen, click))
    return Show(view)


async def result(click: Click, casework: Casework) -> Answer:
    """What the application hands over."""
    view = await _read(click, casework, "application", views.SEES_RESULT, partial(views.result, click))
    return Show(view, on_top=True)


async def note_held(click: Click, casework: Casework) -> Answer:
    """The form for the day on which it was held."""

    def form(case: Case, ledger: Ledger) -> View:
        return views.held_form(click, case, ledger.office.day(click.now))

    return Show(await _read(click, casework, "schedule", (PROPOSED, ARRANGED), form), on_top=True)


async def save_held(click: Click, casework: Casework) -> Answer:
    """Held: the next month is report's and opinion's."""
    held_on = views.read_held(click.fields)
    await casework.act(click, _door(Act.CHANGE, "schedule", click), partial(arranging.hold, held_on))
    return await _after(click, casework)


async def write(click: Click, casework: Casework) -> Answer:
    """The form of report and opinion."""

    def form(case: Case, ledger: Ledger) -> View:
        return views.report_form(click, case, people(click, click.who.person, ledger), ledger)

    return Show(await _read(click, casework, "opinion", (HELD,), form), on_top=True)


async def save_report(click: Click, casework: Casework) -> Answer:
    """Handed in, sealed."""
    measures = {row.key for row in casework.policy.stress_check.measures}
    found, advice = views.read_report(click.fields, measures)
    decide = partial(rules.report, found, advice, click.who.person)
    await casework.act(click, _door(Act.CREATE, "opinion", click), decide)
    return await _after(click, casework)


async def read(click: Click, casework: Casework) -> Answer:
    """Report and opinion, to everybody who may read them."""
    door = Door(FLOW, INTERVIEW.kind, READERS, Act.READ, "opinion", click.row)

    def shown(case: Case, ledger: Ledger) -> View | Refused:
        return views.report(click, case, ledger) if "report" in case.body else Refused("not-shown")

    return Show(await casework.read(click, door, shown), on_top=True)


async def _read(click: Click, casework: Casework, obj: str, states: tuple[str, ...], form: Form) -> View:
    def shown(case: Case, ledger: Ledger) -> View | Refused:
        return form(case, ledger) if case.state in states else Refused("not-shown")

    return await casework.read(click, _door(Act.READ, obj, click), shown)


async def _after(click: Click, casework: Casework) -> Answer:
    view = await casework.read(click, _door(Act.READ, "schedule", click), partial(views.screen, click))
    return Show(view, refreshes_home=True)


def _door(act: Act, obj: str, click: Click) -> Door:
    return Door(FLOW, INTERVIEW.kind, PHYSICIAN, act, obj, click.row, rev=0 if act is Act.READ else click.rev)


ACTIONS: dict[str, Action] = {
    views.SCREEN: show,
    views.RESULT: result,
    views.NOTE_HELD: note_held,
    views.WRITE: write,
    OPINION: read,
}
FORMS: dict[str, Action] = {views.SAVE_HELD: save_held, views.SAVE_REPORT: save_report}
WRITTEN = (
    views.WORKING, views.STRAIN, views.CONDITION, views.OTHER, views.KIND, views.NEEDED, views.ADVISED, views.UNTIL,
    views.WORDS,
)  # fmt: skip
FIELDS = (Field(views.SAVE_HELD, views.HELD_ON, "body"), *(Field(views.SAVE_REPORT, one, "body") for one in WRITTEN))
