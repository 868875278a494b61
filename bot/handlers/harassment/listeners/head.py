"""The clicks and forms of what the section head decides in writing, and of telling the person what came of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.case import ASKING, after, door
from bot.handlers.harassment.rules import head as rules
from bot.handlers.harassment.views import head as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import AFFAIRS_HEADS, Role

TELLING = (Role.COUNSELLOR,)
ORDER = "fact_finding_order"


async def order(click: Click, casework: Casework) -> Answer:
    """The head opens the form of the order (Aki 8(1))."""
    return await _form(click, casework, views.order_form)


async def send_order(click: Click, casework: Casework) -> Answer:
    """The head orders people to be heard, in writing."""
    wanted = views.read_order(click.fields)
    await casework.act(click, _typed(click, Act.CREATE), partial(rules.order, wanted))
    return await after(click, casework, click.row)


async def close_after_facts(click: Click, casework: Casework) -> Answer:
    """The head opens the form with which it ends."""
    return await _form(click, casework, views.close_form)


async def send_close(click: Click, casework: Casework) -> Answer:
    """The head ends it, with what came of it."""
    outcome = views.read_outcome(click.fields)
    await casework.act(click, _typed(click, Act.CHANGE), partial(rules.close, outcome))
    return await after(click, casework, click.row)


async def read_order(click: Click, casework: Casework) -> Answer:
    """The responders and the head read what was ordered."""
    opened = door((*TELLING, *AFFAIRS_HEADS), Act.READ, ORDER, click)
    return Show(await casework.read(click, opened, lambda case, ledger: views.order_shown(click, case)), on_top=True)


async def outcome(click: Click, casework: Casework) -> Answer:
    """The person reads what came of it, once told; a responder reads it to tell it (K7)."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        own = case.requester == click.who.person
        told = rules.may_read_outcome(case, ledger.office.day(click.now)) if own else bool(case.body.get("outcome"))
        return views.outcome(click, case) if told else Refused("not-shown")

    return Show(await casework.read(click, door((*ASKING, *TELLING), Act.READ, "outcome", click), show), on_top=True)


async def tell_outcome(click: Click, casework: Casework) -> Answer:
    """A responder has told the person."""
    await casework.act(click, door(TELLING, Act.CREATE, "outcome", click), rules.tell_outcome)
    return await after(click, casework, click.row)


async def head_late(click: Click, casework: Casework) -> Answer:
    """The desk reads that a decision is late, and nothing of the matter."""
    return Show(views.late_decision(click))


async def _form(click: Click, casework: Casework, form: Callable[[Click, Case], View]) -> Answer:
    def show(case: Case, ledger: Ledger) -> View | Refused:
        return form(click, case) if case.state in rules.DECIDING else Refused("not-shown")

    return Show(await casework.read(click, door(AFFAIRS_HEADS, Act.READ, ORDER, click), show))


def _typed(click: Click, act: Act) -> Door:
    """Whatever revision was shown: what the head has written is lost to no conflict."""
    return replace(door(AFFAIRS_HEADS, act, ORDER, click), rev=0)


ACTIONS: dict[str, Action] = {
    "harassment.order": order,
    "harassment.close_after_facts": close_after_facts,
    "harassment.read_order": read_order,
    "harassment.outcome": outcome,
    "harassment.tell_outcome": tell_outcome,
    "harassment.head_late": head_late,
}
FORMS: dict[str, Action] = {"harassment.send_order": send_order, "harassment.send_close": send_close}
FIELDS = (
    *(Field("harassment.send_order", block_id, "body") for block_id in views.ORDERED),
    Field("harassment.send_close", views.OUTCOME, "body"),
)
