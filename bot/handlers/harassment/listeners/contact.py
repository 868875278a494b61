"""The clicks around a kept contact: opened, answered, erased, and kept by somebody who was heard (Aki 4(2), 11)."""

from functools import partial

from bot.casework import Casework, Door
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.case import ASKING
from bot.handlers.harassment.rules import contact as rules
from bot.handlers.harassment.rules.moves import CONTACT, FLOW
from bot.handlers.harassment.views import contact as views
from bot.handlers.harassment.views.case import notice
from bot.rules.access import Act


async def open_contact(click: Click, casework: Casework) -> Answer:
    """Home or the notice of a check leads here."""
    return Show(await casework.read(click, _door(Act.READ, click.row), lambda case, ledger: views.kept(click, case)))


async def check_fine(click: Click, casework: Casework) -> Answer:
    """All right: the check is closed, nothing of the answer is kept."""
    await _answered(click, casework)
    return Show(notice(click, "harassment-checked-title", click.say("harassment-checked")), refreshes_home=True)


async def check_worse(click: Click, casework: Casework) -> Answer:
    """Something is wrong: the doors are shown; nobody hears of it unless the person goes through one."""
    await _answered(click, casework)
    return Show(views.worse(click, casework.policy), refreshes_home=True)


async def forget_contact(click: Click, casework: Casework) -> Answer:
    """The person has the contact erased now."""
    await casework.act(
        click, _door(Act.CLOSE, click.row, click.rev), lambda case, ledger, now: rules.forget_contact(case)
    )
    return Show(notice(click, "harassment-forgotten-title", click.say("harassment-erased")), refreshes_home=True)


async def witness(click: Click, casework: Casework) -> Answer:
    """Somebody who was heard reads what could be kept; nothing is kept by looking."""
    return Show(await casework.look(partial(views.witness, click)), on_top=True)


async def witness_keep(click: Click, casework: Casework) -> Answer:
    """They keep a contact, which leads to no matter."""
    await casework.act(click, _door(Act.CREATE), partial(rules.keep_as_witness, click.who.person))
    return Show(notice(click, "harassment-contact-title", click.say("harassment-witness-kept")), refreshes_home=True)


async def _answered(click: Click, casework: Casework) -> None:
    """One act for either answer, so that the audit log does not tell them apart."""
    answered = _door(Act.CHANGE, click.row, click.rev)
    await casework.act(click, answered, lambda case, ledger, now: rules.check(case))


def _door(act: Act, case_id: str = "", rev: int = 0) -> Door:
    return Door(FLOW, CONTACT.kind, ASKING, act, "harassment_contact", case_id, rev=rev)


ACTIONS: dict[str, Action] = {
    "harassment.contact": open_contact,
    "harassment.check_fine": check_fine,
    "harassment.check_worse": check_worse,
    "harassment.forget_contact": forget_contact,
    "harassment.witness": witness,
    "harassment.witness_keep": witness_keep,
}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
