"""The clicks and forms of a request about own records, for the person and for whoever answers (Aku 18)."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.own_records.rules import request as rules
from bot.handlers.own_records.rules.desk import DESKS
from bot.handlers.own_records.rules.moves import ANSWERED, FLOW, RECEIVED
from bot.handlers.own_records.views import request as views
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role

OBJECT, KIND = "own_request", "request"
PERSON = (Role.EMPLOYEE,)


async def ask(click: Click, casework: Casework) -> Answer:
    """The empty form; who reads what is said on it."""
    return Show(await casework.look(partial(views.form, click)), on_top=True)


async def send(click: Click, casework: Casework) -> Answer:
    """The person asks: from here on the clock runs."""
    asked = views.read_form(click.fields, casework.policy)
    person = click.who.person

    def decide(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        return rules.ask(asked, person, case, ledger, now)

    outcome = await casework.act(click, Door(FLOW, KIND, PERSON, Act.CREATE, OBJECT), decide)
    view = await casework.look(lambda ledger: views.own(click, outcome.case, ledger))
    return Show(view, refreshes_home=True)


async def open_case(click: Click, casework: Casework) -> Answer:
    """A notice or Home leads here: the person sees where it stands, the office what is asked."""

    def show(case: Case, ledger: Ledger) -> View:
        mine = case.requester == click.who.person
        return views.own(click, case, ledger) if mine else views.handled(click, case, ledger)

    return Show(await casework.read(click, _door((*PERSON, *DESKS), Act.READ, click), show))


async def answer(click: Click, casework: Casework) -> Answer:
    """The form of the answer."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        if case.state != RECEIVED:
            return Refused("conflict")
        return views.answer_form(click, case, ledger.office.day(click.now), ledger.policy)

    return Show(await casework.read(click, _door(DESKS, Act.READ, click), show), on_top=True)


async def save_answer(click: Click, casework: Casework) -> Answer:
    """It is answered, or more time is taken."""
    outcome, reason = views.read_answer(click.fields)

    def decide(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        return rules.answer(outcome, reason, case, ledger, now)

    done = await casework.act(click, _door(DESKS, Act.CHANGE, click), decide)
    view = await casework.look(lambda ledger: views.handled(click, done.case, ledger))
    return Show(view, refreshes_home=True)


async def withdraw(click: Click, casework: Casework) -> Answer:
    """The person takes it back."""
    await casework.act(click, _door(PERSON, Act.CLOSE, click), lambda case, ledger, now: rules.withdraw())
    return Show(views.over(click, "withdraw"), refreshes_home=True)


async def forget(click: Click, casework: Casework) -> Answer:
    """The person has read the answer and has it erased."""
    await casework.act(click, _door(PERSON, Act.CLOSE, click), lambda case, ledger, now: rules.forget())
    return Show(views.over(click, "forget"), refreshes_home=True)


async def log(click: Click, casework: Casework) -> Answer:
    """What waits for the office and what it has answered, each of them a reading."""
    door = Door(FLOW, KIND, DESKS, Act.READ, OBJECT)
    waits, answered = [await casework.read_listed(click, door, state, _listed) for state in (RECEIVED, ANSWERED)]
    return Show(await casework.look(lambda ledger: views.log(click, waits, answered, ledger)))


def _listed(cases: Sequence[Case], ledger: Ledger) -> Sequence[Case]:
    return cases


def _door(hats: tuple[Role, ...], act: Act, click: Click) -> Door:
    return Door(FLOW, KIND, hats, act, OBJECT, click.row, rev=click.rev)


ACTIONS: dict[str, Action] = {
    views.CASE: open_case,
    "own_records.ask": ask,
    views.ANSWERING: answer,
    "own_records.withdraw": withdraw,
    "own_records.forget": forget,
    "own_records.log": log,
}
FORMS: dict[str, Action] = {views.SEND: send, views.SAVE: save_answer}
FIELDS = (
    *(Field(views.SEND, field, "body") for field in (views.WHAT, views.SUBJECT, views.TEXT)),
    *(Field(views.SAVE, field, "body") for field in (views.OUTCOME, views.REASON)),
)
