"""The clicks around the guideline: read, confirmed, made known, published (Aki 3)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.rules import guideline as rules
from bot.handlers.harassment.rules.moves import FLOW, MAKING_KNOWN, READING
from bot.handlers.harassment.views import guideline as views
from bot.handlers.harassment.views.case import notice
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role, fiscal_year, roles_of

Say = Callable[[Case, Case, Ledger, datetime], Decision | Refused]  # of the text that was seen
EVERYBODY, HEADS, PUBLISHING = (Role.EMPLOYEE,), (Role.UNIT_HEAD,), (Role.AFFAIRS_HEAD,)


async def show(click: Click, casework: Casework) -> Answer:
    """Home and every notice about it lead here."""
    return Show(await _screen(click, casework))


async def read(click: Click, casework: Casework) -> Answer:
    """Somebody confirms having read it; it is counted and stands on no list."""
    door = Door(FLOW, READING.kind, EVERYBODY, Act.CREATE, "guideline_reading")
    return await _said(click, casework, door, rules.confirm)


async def known(click: Click, casework: Casework) -> Answer:
    """A unit head says that it was made known (Aki 3(3))."""
    return await _said(click, casework, Door(FLOW, MAKING_KNOWN.kind, HEADS, Act.APPEND, "guideline"), rules.make_known)


async def write(click: Click, casework: Casework) -> Answer:
    """Its publisher opens the form, with what is valid now in it."""

    def form(case: Case, ledger: Ledger) -> View:
        return views.form(click, rules.current(ledger, ledger.office.day(click.now)))

    return Show(await casework.read(click, Door(FLOW, "", PUBLISHING, Act.READ, "guideline"), form), on_top=True)


async def publish(click: Click, casework: Casework) -> Answer:
    """It is valid from now; in the next slot everybody hears of it."""
    text = views.read_text(click.fields)
    year = fiscal_year(casework.office.day(click.now))
    case_id = await casework.look(lambda ledger: rules.guideline_id(year, ledger))
    opened = Door(FLOW, "", PUBLISHING, Act.CREATE, "guideline", case_id)
    await casework.act(click, opened, partial(rules.publish, text))
    done = notice(click, "harassment-guideline-title", click.say("harassment-guideline-done"))
    return Show(done, refreshes_home=True)


async def _said(click: Click, casework: Casework, door: Door, say: Say) -> Answer:
    """Something is said of the text that was shown: under an id of its own for each person and version."""
    seen = await casework.look(lambda ledger: rules.current(ledger, ledger.office.day(click.now)))
    if seen is None or (seen.id, seen.rev) != (click.row, click.rev):
        raise Refused("harassment-guideline-changed")
    await casework.act(click, replace(door, period=rules.version_of(seen)), partial(say, seen))
    return Show(await _screen(click, casework), refreshes_home=True)


async def _screen(click: Click, casework: Casework) -> View:
    def show(case: Case, ledger: Ledger) -> View:
        today = ledger.office.day(click.now)
        hats = roles_of(ledger.appointments_of(click.who.person), click.who.person, today)
        return views.screen(click, rules.current(ledger, today), ledger, hats)

    return await casework.read(click, Door(FLOW, "", EVERYBODY, Act.READ, "guideline"), show)


ACTIONS: dict[str, Action] = {
    "harassment.guideline": show,
    "harassment.guideline_read": read,
    "harassment.guideline_known": known,
    "harassment.guideline_write": write,
}
FORMS: dict[str, Action] = {"harassment.guideline_publish": publish}
FIELDS = tuple(Field("harassment.guideline_publish", name, "body") for name in (views.TITLE, *views.PARTS))
