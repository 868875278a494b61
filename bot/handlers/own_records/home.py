"""Own records on Home: one small door for everybody, what waits for whoever answers, and one's own requests."""

from collections.abc import Sequence

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click, Waiting
from bot.handlers.own_records.rules.desk import DESKS, in_hand
from bot.handlers.own_records.rules.moves import FLOW
from bot.handlers.own_records.rules.request import due_on
from bot.rules.cases import Case, Purpose
from bot.rules.ledger import Ledger
from bot.rules.people import Role


def home(click: Click, hats: frozenset[Role]) -> Sequence[Block]:
    """The door to one's own records; for whoever answers requests the log beside it."""
    doors = ["own_records.show"] if Role.EMPLOYEE in hats else []
    doors += ["own_records.log"] if hats & set(DESKS) else []
    words = {"own_records.show": "own_records-show-button", "own_records.log": "own_records-log-button"}
    buttons = [blocks.button(click.say(words[door]), door, click.token_for(door)) for door in doors]
    return [blocks.actions(*buttons)] if buttons else []


def waiting(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
    """Requests to answer, the nearest day first; and one's own."""
    me = click.who.person
    duties = [
        _row(click, case, click.say("own_records-waiting", day=due_on(case))) for case in in_hand(me, hats, ledger)
    ]
    own = ledger.open_cases(me, Purpose.REQUESTER, FLOW)
    return Waiting(duties, [_row(click, case, click.say(f"own_records-mine-{case.state}")) for case in own])


def _row(click: Click, case: Case, words: str) -> Block:
    action = "own_records.case"
    return blocks.actions(blocks.button(words, action, click.token_for(action, row=case.id)))
