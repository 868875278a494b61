"""The screens of the end: what can be chosen there, a kept contact, its later check, and what goes on or is over."""

from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules import contact, idle
from bot.handlers.peer_support.rules.receipt import RECEIPT, asked_on
from bot.handlers.peer_support.views.case import case_button
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

ANSWERS = ("check_same", "check_better", "check_worse")


def what_keeping_means(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """At the end: until when a contact would be kept, and that it is the person's choice (G8)."""
    if case.state != "closing":
        return []
    until = contact.kept_until(ledger, click.now)
    return [blocks.context(click.say("peer_support-keep-about", day=until))]


def going_on(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """To both sides, where nothing has happened for long: does it go on?"""
    if not idle.is_asked(case):
        return []
    return [blocks.section(click.say("peer_support-idle", day=date.fromisoformat(case.body[idle.ASKED])))]


def kept(click: Click, case: Case, name: str, *, available: bool) -> View:
    """A kept contact: with whom, until when, the check where it waits, the receipt, and the way out."""
    say, until = click.say, date.fromisoformat(case.body["until"])
    with_whom = "peer_support-contact-with" if available else "peer_support-contact-over"
    body = [blocks.section(say(with_whom, name=name, day=until))]
    if contact.is_checked(case):
        body += [
            blocks.divider(),
            blocks.section(say("peer_support-check")),
            blocks.actions(*(case_button(click, case, answer) for answer in ANSWERS)),
            blocks.divider(),
        ]
    again = case_button(click, case, "reopen") if available else _somebody_else(click)
    return blocks.modal(
        say("peer_support-contact-title"),
        [*body, *receipt(click, case, case.body[RECEIPT]), blocks.context(say("peer_support-contact-gone", day=until)),
         blocks.actions(again, case_button(click, case, "forget_contact"))],
        close=say("close-button"),
    )  # fmt: skip


def receipt(click: Click, case: Case, code: str) -> list[Block]:
    """The code, what it proves, and who can be asked whether it is genuine."""
    day = asked_on(case)
    return [blocks.section(click.say("peer_support-receipt", code=code, day=day))] if day else []


def receipt_screen(click: Click, case: Case, code: str) -> View:
    """The receipt while the request is under way."""
    say = click.say
    body = [*receipt(click, case, code), blocks.context(say("peer_support-receipt-about"))]
    return blocks.modal(say("peer_support-receipt-title"), body, close=say("close-button"))


def worse(click: Click, case: Case, name: str, *, available: bool) -> View:
    """Nothing has been sent: the person picks who hears of it, the same supporter or somebody else (P13)."""
    say = click.say
    body = [blocks.section(say("peer_support-worse"))]
    if available:
        words = say("peer_support-worse-same", name=name)
        token = click.token_for("peer_support.worse_same", row=case.id)
        body.append(blocks.actions(blocks.button(words, "peer_support.worse_same", token)))
    token = click.token_for("peer_support.worse_other", row=case.id)
    body.append(blocks.actions(blocks.button(say("peer_support-worse-other"), "peer_support.worse_other", token)))
    body.append(blocks.context(say("peer_support-worse-anytime")))
    return blocks.modal(say("peer_support-worse-title"), body, close=say("close-button"))


def _somebody_else(click: Click) -> dict[str, object]:
    kind = "peer_support.start"
    return blocks.button(click.say("peer_support-worse-other"), kind, click.token_for(kind))
