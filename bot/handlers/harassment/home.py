"""Harassment on Home: the door, and what waits for me, in words that a glance over the shoulder may see."""

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click, Waiting
from bot.handlers.harassment.rules.moves import DRAFT, FLOW, HANDLED
from bot.rules.cases import Case, Purpose
from bot.rules.ledger import Ledger
from bot.rules.people import Role


def home(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[Block]:
    """The door that is open to every employee (Aki 7(9))."""
    return []


def waiting(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
    """Matters in hand, and one's own open ones, as buttons without content."""
    me = click.who.person
    handled = [case for case in ledger.open_cases(me, Purpose.HANDLER, FLOW) if case.state in HANDLED]
    own = ledger.open_cases(me, Purpose.REQUESTER, FLOW)
    return Waiting(
        [_row(click, "harassment-waiting", case) for case in handled],
        [_row(click, "harassment-draft" if case.state == DRAFT else "harassment-mine", case) for case in own],
    )


def _row(click: Click, words: str, case: Case) -> Block:
    token = click.token_for("harassment.case", row=case.id)
    return blocks.actions(blocks.button(click.say(words), "harassment.case", token))
