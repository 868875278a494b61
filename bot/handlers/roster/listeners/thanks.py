"""The clicks around thanking supporters and coordinators (Yam 4(3)(2))."""

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.roster.rules import thanks as rules
from bot.handlers.roster.rules.moves import FLOW
from bot.handlers.roster.views import thanks as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

HEAD = (Role.WELFARE_HEAD,)


async def overview(click: Click, casework: Casework) -> Answer:
    """Home or the yearly reminder: who serves, for how long."""

    def show(case: Case, ledger: Ledger) -> blocks.View:
        return views.overview(click, rules.service(ledger, ledger.office.day(click.now)), ledger.people())

    return Show(await casework.read(click, Door(FLOW, "thanks", HEAD, Act.READ, "thanks"), show))


async def thank(click: Click, casework: Casework) -> Answer:
    """Everybody in office is thanked in the same words."""
    await casework.act(click, Door(FLOW, "thanks", HEAD, Act.CREATE, "thanks"), rules.thank)
    say = click.say
    return Show(blocks.modal(say("roster-thanks-title"), [blocks.section(say("roster-thank-done"))],
                             close=say("close-button")))  # fmt: skip


async def thanked(click: Click, casework: Casework) -> Answer:
    """A supporter's notice leads here."""

    def years(ledger: Ledger) -> int:
        return rules.years_of_service(ledger.appointments_of(click.who.person), ledger.office.day(click.now))

    found = await casework.look(years)
    if not found:
        raise Refused("not-shown")
    return Show(views.thanked(click, found))


ACTIONS: dict[str, Action] = {"roster.thanks": overview, "roster.thank": thank, "roster.thanked": thanked}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
