"""The taps of whoever calls: the person for themselves, a supporter for somebody they deal with."""

from dataclasses import replace
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.danger.rules import call as rules
from bot.handlers.danger.rules.call import Call
from bot.handlers.danger.rules.duty import on_duty
from bot.handlers.danger.rules.fact import RAISERS
from bot.handlers.danger.rules.moves import FLOW, KIND, OPEN
from bot.handlers.danger.views import call as views
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.conflicts import superiors_of
from bot.rules.ledger import Ledger
from bot.rules.people import Role

CALLERS = (Role.EMPLOYEE, *RAISERS)


async def call(click: Click, casework: Casework) -> Answer:
    """The one tap that calls (G5): nothing is asked, and a number can be given afterwards."""
    return await _called(click, casework, Call(click.who.person))


async def again(click: Click, casework: Casework) -> Answer:
    """Nobody was in touch: everybody on duty is told anew."""
    door = Door(FLOW, KIND, CALLERS, Act.CREATE, "danger", click.row, rev=click.rev)
    outcome = await casework.act(click, door, rules.call_again)
    return await status(click, casework, outcome.case.id)


async def give_phone(click: Click, casework: Casework) -> Answer:
    """The person adds under which number to be reached."""
    phone = views.read_phone(click.fields)
    door = Door(FLOW, KIND, (Role.EMPLOYEE,), Act.CREATE, "danger", click.row)
    outcome = await casework.act(click, door, lambda case, ledger, now: rules.give_phone(phone, case))
    return await status(click, casework, outcome.case.id)


async def show_crime(click: Click, casework: Casework) -> Answer:
    """The card for crime; nobody is told."""
    return Show(views.crime_card(click))


async def crime(click: Click, casework: Casework) -> Answer:
    """From the card somebody is called only where danger is ticked as well (G5)."""
    if not views.read_ticks(click.fields, views.TICKS, {views.DANGER}):
        raise Refused("danger-crime-unticked", views.TICKS)
    return await _called(click, casework, Call(click.who.person, crime=True))


async def show_raise(click: Click, casework: Casework) -> Answer:
    """A supporter's button: the numbers first, then the ticks. It takes the place of what was there."""
    return Show(views.raise_form(click, click.row, casework.policy))


async def raise_for(click: Click, casework: Casework) -> Answer:
    """A supporter calls for somebody they deal with; no code is asked for (G5)."""
    ticked = views.read_ticks(click.fields, views.TICKS, {views.DANGER, views.CRIME})
    services = views.read_ticks(click.fields, views.SERVICES, {views.CALLED})
    if views.CRIME in ticked and views.DANGER not in ticked:
        return Show(views.crime_numbers(click))
    if views.DANGER not in ticked:
        raise Refused("danger-raise-unticked", views.TICKS)
    made = partial(
        rules.raised, click.row, click.who.person, crime=views.CRIME in ticked, services=views.CALLED in services
    )
    found = await casework.look(lambda ledger: rules.open_call(made(ledger), ledger))
    door = Door(FLOW, KIND, RAISERS, Act.CREATE, "danger", found, about=click.row)
    outcome = await casework.act(click, door, lambda case, ledger, now: rules.call(made(ledger), case, ledger, now))
    return await status(click, casework, outcome.case.id)


async def status(click: Click, casework: Casework, case_id: str) -> Answer:
    """What became of a call, for who called."""
    door = Door(FLOW, KIND, CALLERS, Act.READ, "danger", case_id)
    return Show(await casework.read(click, door, partial(_status, click)), refreshes_home=True)


async def _called(click: Click, casework: Casework, made: Call) -> Answer:
    found = await casework.look(lambda ledger: rules.open_call(made, ledger))
    door = Door(FLOW, KIND, (Role.EMPLOYEE,), Act.CREATE, "danger", found)
    outcome = await casework.act(once(click), door, lambda case, ledger, now: rules.call(made, case, ledger, now))
    return await status(click, casework, outcome.case.id)


def once(click: Click) -> Click:
    """A tap for which no revision stands: the same button within a minute is the same tap, later a new one (E2)."""
    nonce = click.token.nonce if click.token else ""
    return replace(click, key=f"tap:{nonce}:{click.now.isoformat(timespec='minutes')}")


def _status(click: Click, case: Case, ledger: Ledger) -> View | Refused:
    own = case.requester == click.who.person
    if case.state not in OPEN or (own and not case.body["by_person"]):
        return Refused("not-shown")
    taker = ledger.person(next(iter(case.handlers), ""))
    person = ledger.person(case.requester)
    listed = on_duty(case.requester, rules.raisers_of(case), ledger, ledger.office.day(click.now))
    shown = views.Standing(
        own=own,
        taker=taker.name if taker else "",
        taker_phone=taker.phone if taker else "",
        phone=person.phone if person else "",
        superior=bool({*listed} & {*superiors_of(case.requester, ledger.people())}),
    )
    return views.status(click, case, shown, ledger.policy)


ACTIONS: dict[str, Action] = {
    "danger.call": call,
    "danger.again": again,
    "danger.crime": show_crime,
    "danger.raise": show_raise,
}
FORMS: dict[str, Action] = {"danger.phone": give_phone, "danger.crime": crime, "danger.raise": raise_for}
FIELDS = (
    Field("danger.phone", views.PHONE, "identity"),
    Field("danger.crime", views.TICKS, "body"),
    Field("danger.raise", views.TICKS, "body"),
    Field("danger.raise", views.SERVICES, "body"),
)
