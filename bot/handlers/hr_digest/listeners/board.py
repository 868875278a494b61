"""Opens the board of duties and the calendar of the year; who reads the board is in the audit log."""

from collections.abc import Mapping, Sequence

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Flow, Show
from bot.handlers.hr_digest.articles import articles
from bot.handlers.hr_digest.rules import board as rules
from bot.handlers.hr_digest.rules.moves import FLOW
from bot.handlers.hr_digest.views import board as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import UNAPPOINTED, Role, roles_of

READERS = (
    Role.DIGEST_READER, Role.WELFARE_HEAD, Role.AFFAIRS_HEAD, Role.PLANNER, Role.ADMINISTRATOR, Role.AUDITOR,
)  # fmt: skip
HATS = (Role.EMPLOYEE, *(role for role in Role if role not in UNAPPOINTED))  # a guest has only the latter
CALENDAR = "calendar"  # makes the door one's own: it shows nothing but the days of one's own offices


def actions(flows: Sequence[Flow]) -> Mapping[str, Action]:
    """The board and the calendar of what these flows tell."""

    async def board(click: Click, casework: Casework) -> Answer:
        regulation = click.row or rules.REGULATIONS[0]
        if regulation not in rules.REGULATIONS:
            raise Refused("token-wrong")

        def screen(case: Case, ledger: Ledger) -> View:
            today = ledger.office.day(click.now)
            duties = [duty for flow in flows for duty in flow.duties(ledger, click.now)]
            hats = rules.sworn_hats(click.who.person, ledger, today)
            return views.board(click, regulation, rules.joined(articles(), duties, hats), ledger.policy)

        return Show(await casework.read(click, Door(FLOW, "", READERS, Act.READ, "duty_board"), screen))

    async def calendar(click: Click, casework: Casework) -> Answer:
        def screen(case: Case, ledger: Ledger) -> View:
            today, person = ledger.office.day(click.now), click.who.person
            found = [one for flow in flows for one in flow.dates(ledger, *rules.days_of_calendar(today))]
            hats = roles_of(ledger.appointments_of(person), person, today)
            return views.calendar(click, rules.acting(found, hats, everybody=not click.who.guest))

        return Show(await casework.read(click, Door(FLOW, "", HATS, Act.READ, "duties", period=CALENDAR), screen))

    return {views.BOARD: board, views.CALENDAR: calendar}


FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
