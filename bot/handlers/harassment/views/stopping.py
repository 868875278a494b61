"""Taking it back: what goes and what stays is said before the tap, with a copy of one's own words first (K8, G8)."""

from collections.abc import Sequence
from datetime import timedelta

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.stopping import STOPPED
from bot.handlers.harassment.views.case import button, day_in
from bot.rules.cases import Case
from bot.rules.ledger import Ledger


def withdrawing(click: Click, case: Case, ledger: Ledger) -> View:
    """Before form 1 has been reported: everything goes."""
    say = click.say
    said = [say("harassment-withdraw-gone"), say("harassment-withdraw-told")]
    return _asking(click, case, "harassment-withdraw-title", said, "withdraw_now")


def stopping(click: Click, case: Case, ledger: Ledger) -> View:
    """After it: the handling ends, the record stays, and until when one can think again."""
    say = click.say
    last = ledger.office.day(click.now) + timedelta(days=ledger.policy.harassment.end_choice_days)
    said = [say("harassment-stop-ends"), say("harassment-stop-stays"), say("harassment-stop-goes", day=last)]
    return _asking(click, case, "harassment-stop-title", said, "stop_now")


def stopped_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """On the screen of what was stopped: until when it can be taken up again, and what happens then."""
    if case.state != STOPPED:
        return []
    return [blocks.section(click.say("harassment-stopped-until", day=day_in(case, "forgotten_on")))]


def _asking(click: Click, case: Case, title: str, said: Sequence[str], verb: str) -> View:
    body = [blocks.section(sentence) for sentence in said]
    buttons = blocks.actions(button(click, case, "copy"), button(click, case, verb))
    return blocks.modal(click.say(title), [*body, buttons], close=click.say("back-button"))
