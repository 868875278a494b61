"""The click and the form of a request that came from somebody without an account, for whoever answers it (Aku 18)."""

from collections.abc import Sequence
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.own_records.rules import entered as rules
from bot.handlers.own_records.rules.desk import DESKS
from bot.handlers.own_records.rules.moves import FLOW, REQUEST
from bot.handlers.own_records.views import entered as views
from bot.handlers.own_records.views.request import ENTER, ENTERING, SUBJECT, TEXT, WHAT, handled
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.policy_own import Subject

DOOR = Door(FLOW, REQUEST.kind, DESKS, Act.CREATE, "own_request")


async def entering(click: Click, casework: Casework) -> Answer:
    """The empty form, for nobody but whoever may answer what is entered."""
    subjects = await casework.read(click, DOOR, partial(_offered, click))
    return Show(views.enter_form(click, subjects, casework.office.day(click.now)), on_top=True)


async def enter(click: Click, casework: Casework) -> Answer:
    """It is taken; from the day on which it came the clock runs."""
    subjects = await casework.read(click, DOOR, partial(_offered, click))
    entered = views.read_entered(click.fields, {row.key for row in subjects})
    outcome = await casework.act(click, DOOR, partial(rules.enter, entered, click.who.person))
    view = await casework.look(lambda ledger: handled(click, outcome.case, ledger))
    return Show(view, refreshes_home=True)


def _offered(click: Click, _: Case, ledger: Ledger) -> Sequence[Subject] | Refused:
    """Denied like what does not exist where the policy names none of this person's offices."""
    return rules.offered(click.who.person, ledger, ledger.office.day(click.now)) or Refused("not-shown")


ACTIONS: dict[str, Action] = {ENTERING: entering}
FORMS: dict[str, Action] = {ENTER: enter}
FIELDS = (
    Field(ENTER, views.CALLER, "identity"),
    *(Field(ENTER, field, "body") for field in (views.WAY, views.RECEIVED, WHAT, SUBJECT, TEXT)),
)
