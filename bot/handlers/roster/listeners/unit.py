"""The unit head's screens: the own supporters, and the rooms that need none."""

from dataclasses import replace
from datetime import date

from bot.casework import Casework, Door
from bot.handlers.blocks import View
from bot.handlers.fields import choice
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.roster.rules import gaps as rules
from bot.handlers.roster.rules.directory import directory, of_unit
from bot.handlers.roster.rules.moves import EXEMPTION, FLOW
from bot.handlers.roster.rules.naming import SUPPORTERS
from bot.handlers.roster.rules.offices import decided_by, units_headed
from bot.handlers.roster.rules.terms import ending
from bot.handlers.roster.views import directory as list_view
from bot.handlers.roster.views import unit as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

HEADS = (Role.UNIT_HEAD,)


async def show(click: Click, casework: Casework) -> Answer:
    """Home or a notice leads here."""
    return Show(await screen(click, casework))


async def exempt(click: Click, casework: Casework) -> Answer:
    """A room needs no supporter of its own: why (Yam 6(2))."""

    def form(case: Case, ledger: Ledger) -> View:
        today = ledger.office.day(click.now)
        room = next((gap.room for key, gap in _gaps(click, ledger, today).items() if key == click.row), "")
        return views.exempt_form(click, click.row, room, ledger.policy.exemption_reasons)

    return Show(await casework.read(click, _door(Act.READ), form), on_top=True)


async def exempted(click: Click, casework: Casework) -> Answer:
    """The reason is chosen; it holds until 31 March."""
    reason = choice(click.fields, "reason", {row.key for row in casework.policy.exemption_reasons})
    by = click.who.person
    door = replace(_door(Act.CHANGE, click.row), kind="")  # the first one of a room is no case yet
    await casework.act(click, door, lambda case, ledger, now: rules.exempt(reason, by, case, ledger, now))
    return Show(await screen(click, casework), refreshes_home=True)


async def lift(click: Click, casework: Casework) -> Answer:
    """The room needs one after all."""
    await casework.act(click, _door(Act.CHANGE, click.row, click.rev), lambda case, ledger, now: rules.lift(case))
    return Show(await screen(click, casework), refreshes_home=True)


async def supporters(click: Click, casework: Casework) -> Answer:
    """The announcement leads here: the supporters of the own unit and how to reach them (Yam 6(7))."""

    def view(ledger: Ledger) -> View:
        person = ledger.person(click.who.person)
        entries = of_unit(directory(ledger, ledger.office.day(click.now)), person.unit if person else "")
        return list_view.directory(click, list_view.pages(click, entries)[:1], 0)

    return Show(await casework.look(view))


async def screen(click: Click, casework: Casework) -> View:
    """The unit head's screen as it stands now."""

    def view(case: Case, ledger: Ledger) -> View:
        person, today = click.who.person, ledger.office.day(click.now)
        held, units = decided_by(person, Role.UNIT_HEAD, ledger, today), units_headed(person, ledger, today)
        without = {
            rules.exemption_id(one.unit, one.room, ledger, today): one
            for one in rules.exempted(ledger, today)
            if one.unit in units
        }
        own = views.Own(held, ending(held, ledger, click.now), _gaps(click, ledger, today), without)
        return views.unit(click, own, ledger.people(), ledger.policy)

    return await casework.read(click, _door(Act.READ), view)


def _gaps(click: Click, ledger: Ledger, today: date) -> dict[str, rules.Gap]:
    mine = rules.of_units(units_headed(click.who.person, ledger, today), ledger, today)
    return {rules.exemption_id(gap.unit, gap.room, ledger, today): gap for gap in mine}


def _door(act: Act, exemption: str = "", rev: int = 0) -> Door:
    return Door(FLOW, EXEMPTION.kind if exemption else "", HEADS, act, "appointment", exemption, rev=rev)


ACTIONS: dict[str, Action] = {
    "roster.unit": show,
    "roster.exempt": exempt,
    "roster.lift": lift,
    f"roster.{SUPPORTERS}": supporters,
}
FORMS: dict[str, Action] = {"roster.exempted": exempted}
FIELDS = (Field("roster.exempted", "reason", "body"),)
