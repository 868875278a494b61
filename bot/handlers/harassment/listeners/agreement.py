"""The clicks of the person who agrees to the hearing or stops it; by telephone a responder notes the answer (G6)."""

from dataclasses import replace
from functools import partial

from bot.casework import Casework, Decide
from bot.errors import Refused
from bot.handlers.flow import Action, Answer, Click, Field
from bot.handlers.harassment.listeners.case import ASKING, after, door
from bot.handlers.harassment.rules import agreement as rules
from bot.rules.access import Act
from bot.rules.people import Role

NOTING = (Role.COUNSELLOR,)


async def answer(decide: Decide, click: Click, casework: Casework) -> Answer:
    """The person answers, whatever has moved on since the question was shown: a no counts at once."""
    await casework.act(click, replace(door(ASKING, Act.CHANGE, "intake_sheet", click), rev=0), decide)
    return await after(click, casework, click.row)


async def note(decide: Decide, click: Click, casework: Casework) -> Answer:
    """A responder notes the answer of somebody who has no account."""
    by_phone: Decide = lambda case, ledger, now: (  # noqa: E731 - who has an account answers alone
        Refused("not-shown") if case.requester else decide(case, ledger, now)
    )
    await casework.act(click, replace(door(NOTING, Act.CHANGE, "intake_sheet", click), rev=0), by_phone)
    return await after(click, casework, click.row)


ACTIONS: dict[str, Action] = {
    "harassment.consent_hearing": partial(answer, rules.agree),
    "harassment.stop_hearing": partial(answer, rules.stop),
    "harassment.note_consent": partial(note, rules.agree),
    "harassment.note_refusal": partial(note, rules.stop),
}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
