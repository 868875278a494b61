"""The clicks and forms of an examinee: the first screen, the pages, paper, no reminders, sent (Aku 7, 14, 19(1))."""

from dataclasses import replace
from functools import partial

from bot.casework import Casework, Decide, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.rules import results
from bot.handlers.stress_check.rules import taking as rules
from bot.handlers.stress_check.rules.moves import CHECK, FLOW, INVITED, OPEN
from bot.handlers.stress_check.rules.rounds import round_of
from bot.handlers.stress_check.views import results as shown
from bot.handlers.stress_check.views import taking as views
from bot.handlers.stress_check.views.pages import BLOCK_IDS, Sheet, page_form, place, read_page
from bot.handlers.tokens import new_nonce
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

PERSON = (Role.EMPLOYEE,)


async def case(click: Click, casework: Casework) -> Answer:
    """Home and every notice about a check lead here: begin, go on, thank you, or the result."""
    case_id, is_open = await casework.look(partial(_where, click))
    if is_open:
        return await _result(click, casework, case_id)
    return Show(await casework.read(click, _door(Act.READ, "taken", case_id), partial(_screen, click)))


async def open_page(click: Click, casework: Casework) -> Answer:
    """Begin, go on, look again: a page with what was chosen before."""
    case_id, page = place(click)

    def show(case: Case, ledger: Ledger) -> View | Refused:
        return _page(click, case, page, ledger)

    return Show(await casework.read(click, _door(Act.READ, "answers", case_id), show))


async def write(click: Click, casework: Casework) -> Answer:
    """A page is kept, and the next one follows."""
    return await _keep(click, casework, 1)


async def back(click: Click, casework: Casework) -> Answer:
    """The page is kept, and the one before it follows."""
    return await _keep(click, casework, -1)


async def pause(click: Click, casework: Casework) -> Answer:
    """The page is kept; the rest another day."""
    after = await _saved(click, casework)
    return Show(
        await casework.look(lambda ledger: views.screen(click, after, _round(after, ledger), ledger, saved=True))
    )


async def paper(click: Click, casework: Casework) -> Answer:
    """Rather on paper: the clerk is asked to bring a form and an envelope."""
    return await _said(click, casework, rules.ask_paper)


async def quiet(click: Click, casework: Casework) -> Answer:
    """No more reminders, in one tap."""
    return await _said(click, casework, rules.stop_reminding)


async def submit(click: Click, casework: Casework) -> Answer:
    """Sent; what was looked over is what is sent, otherwise it is shown again as it is."""
    door = replace(_door(Act.CREATE, "answers", click.row), rev=click.rev)
    done = await casework.act(click, door, rules.submit)
    return Show(await casework.look(partial(_screen, click, done.case)), refreshes_home=True)


async def _keep(click: Click, casework: Casework, step: int) -> Answer:
    after = await _saved(click, casework)
    _, page = place(click)
    return Show(await casework.look(partial(_page, click, after, page + step)))


async def _saved(click: Click, casework: Casework) -> Case:
    """The check with this page in it. The same page sent again is kept again: nothing that was changed is lost."""
    case_id, page = place(click)
    part = read_page(click.fields, page)
    once = replace(click, key=f"page:{new_nonce()}")
    done = await casework.act(once, _door(Act.CREATE, "answers", case_id), partial(rules.save_page, part))
    return done.case


async def _said(click: Click, casework: Casework, decide: Decide) -> Answer:
    done = await casework.act(click, _door(Act.CREATE, "answers", click.row), decide)
    return Show(await casework.look(partial(_screen, click, done.case)))


async def _result(click: Click, casework: Casework, case_id: str) -> Answer:
    """The first opening is the receipt (S5)."""

    def show(case: Case, ledger: Ledger) -> View:
        return shown.own(click, case, round_of(case.period, ledger), ledger)

    view = await casework.read(click, _door(Act.READ, "result", case_id), show, results.receive)
    return Show(view, refreshes_home=True)


def _where(click: Click, ledger: Ledger) -> tuple[str, bool]:
    case_id = click.row or rules.own_check(click.who.person, ledger, click.now)
    found = ledger.case(case_id)
    return case_id, found is not None and results.is_open(found, ledger)


def _screen(click: Click, case: Case, ledger: Ledger, *, saved: bool = False) -> View:
    return views.screen(click, case, _round(case, ledger), ledger, saved=saved)


def _page(click: Click, case: Case, page: int, ledger: Ledger) -> View:
    """A page, while there is something to answer; otherwise what there is to say instead."""
    found = _round(case, ledger)
    if case.state != INVITED or found.state != OPEN:
        return views.screen(click, case, found, ledger)
    return page_form(click, views.WAY, Sheet(case, case.body, found), page)


def _round(case: Case, ledger: Ledger) -> Case:
    found = round_of(case.period, ledger)
    if found is None:
        raise Refused("not-shown")
    return found


def _door(act: Act, obj: str, case_id: str) -> Door:
    return Door(FLOW, CHECK.kind, PERSON, act, obj, case_id)


ACTIONS: dict[str, Action] = {
    views.CASE: case,
    views.START: case,
    views.OPEN_PAGE: open_page,
    views.BACK: back,
    views.PAUSE: pause,
    views.ON_PAPER: paper,
    views.NO_REMINDERS: quiet,
}
FORMS: dict[str, Action] = {views.PAGE: write, views.SUBMIT: submit}
FIELDS = tuple(Field(views.PAGE, one, "body") for one in BLOCK_IDS)
