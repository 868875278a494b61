"""Asks for the code, and leads straight on to what was asked for when it was right."""

from datetime import datetime

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.fields import text
from bot.handlers.flow import Action, Answer, Click, Field, Onward, Show, way_of
from bot.handlers.step_up import views
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.step_up import CODE, FLOW, WITH_CODES, enter, stepped_up
from bot.store import codes

HATS = tuple(sorted(WITH_CODES))


async def ask(click: Click, casework: Casework) -> Answer:
    """Somewhere a second factor is needed: the form, or where to get one."""

    def enrolled(ledger: Ledger) -> bool:
        return ledger.case(ledger.case_id_for(FLOW, CODE, click.who.person, CODE)) is not None

    if not await casework.look(enrolled):
        return Show(views.told(click, click.say("step_up-unknown")), on_top=True)
    form = views.code_form(click, way_of(click), click.rev, casework.policy.step_up.minutes)
    return Show(form, on_top=True)  # a form below keeps what was typed


async def submit(click: Click, casework: Casework) -> Answer:
    """The code is typed: it counts once, and a wrong one is remembered (RFC 6238, 5.2)."""
    typed = text(click.fields, CODE, max_length=views.LONGEST)
    rule = casework.policy.step_up

    def entered(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        step = codes.step_of(case.body["secret"], typed, now) if case.exists else None
        return enter(step, case, rule, now)

    door = Door(FLOW, CODE, HATS, Act.CHANGE, "step_up_code", period=CODE)
    outcome = await casework.act(click, door, entered)
    if outcome.answer.get("right", stepped_up(outcome.case, click.now)):
        return Onward(click.row, click.rev, views.told(click, click.say("step_up-done")))
    return Show(views.code_form(click, click.row, click.rev, rule.minutes, wrong=True))


ACTIONS: dict[str, Action] = {"step_up.ask": ask}
FORMS: dict[str, Action] = {"step_up.enter": submit}
FIELDS = (Field("step_up.enter", CODE, "nothing"),)
