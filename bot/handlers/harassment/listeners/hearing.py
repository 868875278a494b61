"""The clicks and forms of form 2: written by the responders, read by the head and, once referred, the committee."""

from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.fields import choice
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.case import KIND, after, door
from bot.handlers.harassment.rules import hearing as rules
from bot.handlers.harassment.rules.circle import responders
from bot.handlers.harassment.rules.moves import CONSENT_HELD, FLOW, HEARING
from bot.handlers.harassment.views import hearing as views
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role
from bot.rules.policy_harassment import MOST_LINES

WRITING = (Role.COUNSELLOR,)
READING = (*WRITING, Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY, Role.COMMITTEE_MEMBER, Role.CHAIR)


async def fact_sheets(click: Click, casework: Casework) -> Answer:
    """The responders see what they have written, whoever else may read what was reported."""
    return Show(await casework.read(click, _door(click, READING, Act.READ), partial(_list, click)))


async def fact_read(click: Click, casework: Casework) -> Answer:
    """One sheet is read."""
    number = views.spot_in(click.row).number

    def show(case: Case, ledger: Ledger) -> View | Refused:
        mine = click.who.person in responders(case)
        found = rules.sheets(case, ledger) if mine else rules.reported(case, ledger)
        sheet = next((one for one in found if one.number == number), None)
        return views.whole(click, sheet, ledger) if sheet else Refused("not-shown")

    return Show(await casework.read(click, _door(click, READING, Act.READ), show), on_top=True)


async def new_fact_sheet(click: Click, casework: Casework) -> Answer:
    """A responder begins the sheet of one more person."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        return views.begin_form(click, case) if case.state == HEARING else Refused("harassment-sheet-stopped")

    return Show(await casework.read(click, _door(click, WRITING, Act.READ), show))


async def begin_fact_sheet(click: Click, casework: Casework) -> Answer:
    """Who is heard is saved, and the first page opens."""
    heard, name = choice(click.fields, views.WHO, rules.HEARD), views.read_name(click.fields)

    outcome = await casework.act(
        click, _door(click, WRITING, Act.CREATE), lambda case, ledger, now: rules.begin_sheet(heard, name, case, ledger)
    )
    return await _page(click, casework, int(outcome.answer.get("number", 0)), 0)


async def fact_page(click: Click, casework: Casework) -> Answer:
    """A page of a sheet is opened again."""
    spot = views.spot_in(click.row)
    return await _page(click, casework, spot.number, spot.page)


async def save_fact_page(click: Click, casework: Casework) -> Answer:
    """One page is saved, and the next one opens; after the last the list."""
    spot = views.spot_in(click.row)

    def decide(case: Case, ledger: Ledger, _now: object) -> Decision | Refused:
        sheet = next((one for one in rules.sheets(case, ledger) if one.number == spot.number), None)
        if sheet is None:
            return Refused("not-shown")
        typed = views.read_page(click.fields, sheet.heard, spot.page, ledger.policy)
        return rules.write_sheet(spot.number, typed, case, ledger)

    await casework.act(click, _door(click, WRITING, Act.CREATE), decide)
    return await _page(click, casework, spot.number, spot.page + 1)


async def report_facts(click: Click, casework: Casework) -> Answer:
    """The responders report to the head (Aki 8(1))."""
    await casework.act(click, door(WRITING, Act.APPEND, rules.SHEET, click), rules.report_facts)
    return await after(click, casework, click.row)


async def _page(click: Click, casework: Casework, number: int, page: int) -> Answer:
    """A page of a sheet; past its last one, or where there is none, the list."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        sheet = next((one for one in rules.sheets(case, ledger) if one.number == number), None)
        writable = case.state in (HEARING, CONSENT_HELD)
        if sheet is None or not writable or page >= views.pages(sheet.heard, ledger.policy):
            return _list(click, case, ledger)
        return views.page(click, case, ledger, sheet, page)

    return Show(await casework.read(click, _door(click, WRITING, Act.READ), show))


def _list(click: Click, case: Case, ledger: Ledger) -> View:
    mine = click.who.person in responders(case)
    return views.for_responders(click, case, ledger) if mine else views.for_readers(click, case, ledger)


def _door(click: Click, hats: tuple[Role, ...], act: Act) -> Door:
    """Whatever revision was shown: what somebody has typed is lost to no conflict."""
    return Door(FLOW, KIND, hats, act, rules.SHEET, views.spot_in(click.row).case_id)


ACTIONS: dict[str, Action] = {
    "harassment.fact_sheets": fact_sheets,
    views.READ: fact_read,
    views.EDIT: fact_page,
    "harassment.new_fact_sheet": new_fact_sheet,
    "harassment.report_facts": report_facts,
}
FORMS: dict[str, Action] = {
    "harassment.begin_fact_sheet": begin_fact_sheet,
    "harassment.save_fact_page": save_fact_page,
}
FIELDS = (
    *(Field("harassment.begin_fact_sheet", block_id, "record") for block_id in (views.WHO, views.NAME)),
    *(Field("harassment.save_fact_page", views.block_of(place), "record") for place in range(MOST_LINES)),
)
