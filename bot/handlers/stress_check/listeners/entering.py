"""The clicks of the clerk, who sees answered or not and notes envelopes, and of the joint clerk, who enters them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.casework import Casework, Decide, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.rules import entering as rules
from bot.handlers.stress_check.rules.moves import CHECK, FLOW, HANDED_IN, PREPARED, ROUND
from bot.handlers.stress_check.rules.rounds import round_id, round_of, rounds
from bot.handlers.stress_check.views import entering as views
from bot.handlers.stress_check.views.pages import BLOCK_IDS, Sheet, place, read_page
from bot.handlers.tokens import new_nonce
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role

CLERK, JOINT_CLERK = (Role.CLERK,), (Role.JOINT_CLERK,)


# ---- the clerk ----


async def taken_list(click: Click, casework: Casework) -> Answer:
    """Home, a notice and the arrows lead here."""
    case_id, _, first = click.row.partition(".")
    return Show(await _taken(click, casework, case_id, lambda found, ledger: int(first or 0)))


async def taken_unit(click: Click, casework: Casework) -> Answer:
    """From the first of a unit on."""
    return Show(await _taken(click, casework, click.row, partial(views.read_unit, click.fields)))


async def envelope(click: Click, casework: Casework) -> Answer:
    """A sealed envelope is here (Aku 7(3))."""
    return await _note(click, casework, rules.hand_in)


async def no_envelope(click: Click, casework: Casework) -> Answer:
    """It was somebody else's."""
    return await _note(click, casework, rules.not_handed_in)


async def _note(click: Click, casework: Casework, decide: Decide) -> Answer:
    case_id, first = place(click)
    door = Door(FLOW, CHECK.kind, CLERK, Act.CHANGE, "taken", case_id)
    done = await casework.act(click, door, decide)
    listed = await casework.look(lambda ledger: _id(click, done.case, ledger))
    return Show(await _taken(click, casework, listed, lambda found, ledger: first))


async def _taken(click: Click, casework: Casework, case_id: str, first: Callable[[Case, Ledger], int]) -> View:
    """The list is one reading, whoever stands on it: the clerk reads no check."""
    found = case_id or await casework.look(partial(_newest, click))

    def show(case: Case, ledger: Ledger) -> View:
        return views.taken_list(click, case, first(case, ledger), ledger)

    kind = ROUND.kind if found else ""
    return await casework.read(click, Door(FLOW, kind, CLERK, Act.READ, "taken", found), show)


# ---- the joint clerk ----


async def enter_list(click: Click, casework: Casework) -> Answer:
    """The envelopes that wait."""
    return Show(await _waiting(click, casework, click.row or await casework.look(partial(_newest, click))))


async def enter(click: Click, casework: Casework) -> Answer:
    """A page of a sheet, with what is entered so far."""
    case_id, page = place(click)

    def show(case: Case, ledger: Ledger) -> View | Refused:
        return _page(click, case, page, ledger)

    return Show(await casework.read(click, _door(Act.READ, case_id), show))


async def enter_page(click: Click, casework: Casework) -> Answer:
    """A page is kept, and the next one follows."""
    return await _keep(click, casework, 1)


async def enter_back(click: Click, casework: Casework) -> Answer:
    """The page is kept, and the one before it follows."""
    return await _keep(click, casework, -1)


async def entered(click: Click, casework: Casework) -> Answer:
    """The sheet is whole; the next envelope follows."""
    return await _end(click, casework, rules.enter)


async def set_aside(click: Click, casework: Casework) -> Answer:
    """It is not whole and cannot be any more."""
    return await _end(click, casework, rules.set_aside)


async def _keep(click: Click, casework: Casework, step: int) -> Answer:
    case_id, page = place(click)
    part = read_page(click.fields, page)
    once = replace(click, key=f"page:{new_nonce()}")
    done = await casework.act(once, _door(Act.CREATE, case_id), partial(rules.save_entry, part))
    view = await casework.look(lambda ledger: _page(click, done.case, page + step, ledger))
    if isinstance(view, Refused):
        raise view
    return Show(view)


async def _end(click: Click, casework: Casework, decide: Decide) -> Answer:
    """What was looked over is what ends: another hand may have been at the same sheet meanwhile."""

    def as_seen(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        return decide(case, ledger, now) if case.rev == click.rev else Refused("stress-enter-moved")

    done = await casework.act(click, _door(Act.CREATE, click.row), as_seen)
    listed = await casework.look(lambda ledger: _id(click, done.case, ledger))
    return Show(await _waiting(click, casework, listed), refreshes_home=True)


async def _waiting(click: Click, casework: Casework, case_id: str) -> View:
    def show(case: Case, ledger: Ledger) -> View:
        count = ledger.tally(FLOW, CHECK.kind, case.period).get(HANDED_IN, 0) if case.exists else 0
        some = ledger.listed(FLOW, CHECK.kind, case.period, HANDED_IN, limit=views.ROWS) if count else ()
        return views.enter_list(click, case, some, count, ledger)

    kind = ROUND.kind if case_id else ""
    return await casework.read(click, Door(FLOW, kind, JOINT_CLERK, Act.READ, "answers", case_id), show)


def _page(click: Click, case: Case, page: int, ledger: Ledger) -> View | Refused:
    found = round_of(case.period, ledger)
    if case.state != HANDED_IN or found is None:
        return Refused("stress-enter-moved")
    return views.page(click, Sheet(case, rules.entry_of(case), found), page)


def _newest(click: Click, ledger: Ledger) -> str:
    """The round that people answer or have answered last; "" where none has opened yet."""
    return next((one.id for one in rounds(ledger, click.now) if one.state != PREPARED), "")


def _id(click: Click, case: Case, ledger: Ledger) -> str:
    """The round of a check; one whose route has ended no longer tells."""
    return round_id(case.period, ledger) if case.period else _newest(click, ledger)


def _door(act: Act, case_id: str) -> Door:
    return Door(FLOW, CHECK.kind, JOINT_CLERK, act, "answers", case_id)


ACTIONS: dict[str, Action] = {
    views.TAKEN_LIST: taken_list,
    views.BEFORE: taken_list,
    views.AFTER: taken_list,
    views.ENVELOPE: envelope,
    views.UNDO: no_envelope,
    views.ENTER_LIST: enter_list,
    views.ENTER: enter,
    views.ENTER_BACK: enter_back,
    views.SET_ASIDE: set_aside,
}
FORMS: dict[str, Action] = {views.UNIT_FORM: taken_unit, views.ENTER_PAGE: enter_page, views.ENTERED: entered}
FIELDS = (
    Field(views.UNIT_FORM, views.UNIT, "nothing"),
    *(Field(views.ENTER_PAGE, one, "body") for one in BLOCK_IDS),
)
