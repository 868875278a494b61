"""Harassment on Home: the door, and what waits for me, in words that a glance over the shoulder may see."""

from collections.abc import Iterator

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click, Waiting
from bot.handlers.harassment.rules import guideline
from bot.handlers.harassment.rules.circle import hats_in
from bot.handlers.harassment.rules.moves import AFFECTED, CONTACT, DRAFT, FLOW
from bot.handlers.harassment.views import affected
from bot.handlers.harassment.views import contact as contacts
from bot.handlers.harassment.views import guideline as guidelines
from bot.rules.cases import Case, Purpose
from bot.rules.ledger import Ledger
from bot.rules.people import Role

ENTERING = frozenset({Role.DESK_OFFICER, Role.COUNSELLOR})  # whoever may be called, or met (G6)


def home(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[Block]:
    """The door that is open to every employee (Aki 7(9))."""
    if Role.EMPLOYEE not in hats:  # a guest never asks (G6)
        return []
    doors = [_button(click, "harassment.start", "harassment-start-button", style="primary"), guidelines.door(click)]
    if hats & ENTERING:
        doors.append(_button(click, "harassment.entering", "harassment-entering-button"))
    about = blocks.section(click.say("harassment-door-about"))
    return [blocks.header(click.say("harassment-door")), about, blocks.actions(*doors)]


def waiting(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
    """Matters in hand, and one's own open ones, as buttons without content."""
    me = click.who.person
    handled = [case for case in ledger.open_cases(me, Purpose.HANDLER, FLOW) if hats_in(me, case, ledger, click.now)]
    own = ledger.open_cases(me, Purpose.REQUESTER, FLOW)
    return Waiting(
        [*(_row(click, "harassment-waiting", case) for case in handled), *_guideline(click, ledger, hats)],
        [_mine(click, case) for case in own],
    )


def _guideline(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Iterator[Block]:
    """What is due of the guideline: to publish it, and to make it known (Aki 3(1)(3))."""
    today = ledger.office.day(click.now)
    if Role.AFFAIRS_HEAD in hats and guideline.is_due(ledger, today):
        yield guidelines.due(click)
    found = guideline.current(ledger, today) if Role.UNIT_HEAD in hats else None
    if found and not guideline.has_made_known(click.who.person, found, ledger):
        yield guidelines.unknown(click)


def _mine(click: Click, case: Case) -> Block:
    if case.kind == CONTACT.kind:
        return contacts.mine(click, case)
    if case.kind == AFFECTED.kind:
        return affected.mine(click, case)
    return _row(click, "harassment-draft" if case.state == DRAFT else "harassment-mine", case)


def _row(click: Click, words: str, case: Case) -> Block:
    token = click.token_for("harassment.case", row=case.id)
    return blocks.actions(blocks.button(click.say(words), "harassment.case", token))


def _button(click: Click, action: str, words: str, *, style: str = "") -> dict[str, object]:
    return blocks.button(click.say(words), action, click.token_for(action), style=style)
