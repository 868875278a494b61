"""The roster's doors on Home that need no unit: the list for everybody, training, thanks."""

from collections.abc import Sequence

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click, Waiting
from bot.handlers.roster.rules.training import INVITED, PLANNING
from bot.rules.ledger import Ledger
from bot.rules.people import Role

EVERYBODY = frozenset(Role)
DOORS: tuple[tuple[str, str, frozenset[Role]], ...] = (
    ("roster.directory", "roster-directory-button", EVERYBODY),
    ("roster.training", "roster-training-button", INVITED | PLANNING),
    ("roster.thanks", "roster-thanks-button", frozenset({Role.WELFARE_HEAD})),
)


def home(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
    """One button for each door that is open under today's hats."""
    buttons = [
        blocks.button(click.say(words), action, click.token_for(action))
        for action, words, wearers in DOORS
        if hats & wearers
    ]
    return [blocks.actions(*buttons)]


def waiting(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
    """Nothing waits behind these doors: what is due comes as a message."""
    return Waiting()
