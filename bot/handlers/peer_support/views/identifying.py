"""What stands in the place of something that may tell who somebody is, and the list of what was left out."""

from collections.abc import Mapping, Sequence
from typing import get_args

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click
from bot.rules.policy import IdentifyingKind

Removed = Sequence[tuple[IdentifyingKind, str]]


def marks(click: Click) -> Mapping[IdentifyingKind, str]:
    """The neutral mark of each kind in the writer's language."""
    return {kind: click.say(f"peer_support-mark-{kind}") for kind in get_args(IdentifyingKind)}


def left_out(click: Click, removed: Removed) -> list[Block]:
    """What was left out, by kind and each word once, to the one who has written it; nothing where nothing was."""
    kinds: dict[IdentifyingKind, dict[str, None]] = {}
    for kind, words in removed:
        kinds.setdefault(kind, {})[words] = None
    say = click.say
    listed = [
        say(
            "peer_support-left-out-kind",
            kind=say(f"peer_support-kind-{kind}"),
            words=say("peer_support-left-out-and").join(words),
        )
        for kind, words in kinds.items()
    ]
    return blocks.sections([say("peer_support-left-out"), *listed]) if listed else []
