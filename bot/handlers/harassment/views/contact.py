"""The screens of a kept contact: until when, the later check where it waits, and the doors where it got worse."""

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.harassment.rules import contact
from bot.handlers.harassment.views.case import button, day_in
from bot.handlers.harassment.views.entry import outside
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.policy import Policy

ANSWERS = ("check_fine", "check_worse")
ENTRANCE = "harassment.start"


def kept(click: Click, case: Case) -> View:
    """A kept contact: until when, the check where it waits, and the way out."""
    say, until = click.say, day_in(case, "until")
    body = [blocks.section(say("harassment-contact-until", day=until))]
    if contact.is_checked(case):
        body += [
            blocks.divider(),
            blocks.section(say("harassment-check")),
            blocks.actions(*(button(click, case, answer) for answer in ANSWERS)),
            blocks.divider(),
        ]
    body.append(blocks.actions(button(click, case, "forget_contact")))
    return blocks.modal(say("harassment-contact-title"), body, close=say("close-button"))


def worse(click: Click, policy: Policy) -> View:
    """Nobody has been told: the desk or a counsellor again, the telephone, and ways outside (Aki 4(2), 11)."""
    say, ja = click.say, click.language == "ja"
    desk = next((c for c in policy.contacts if c.key == "harassment"), None)
    body: list[Block] = [
        blocks.section(say("harassment-worse")),
        blocks.actions(blocks.button(say("harassment-worse-start"), ENTRANCE, click.token_for(ENTRANCE))),
        *([blocks.pair(desk.ja if ja else desk.en, desk.phone)] if desk else []),
        *outside(click, policy),
        blocks.context(say("harassment-worse-anytime")),
    ]
    return blocks.modal(say("harassment-worse-title"), body, close=say("close-button"))


def witness(click: Click, ledger: Ledger) -> View:
    """For somebody who was asked about what they saw or heard: what is kept, and that it leads to no matter (K11)."""
    say = click.say
    days = [say("harassment-day", day=day) for day in contact.check_days(ledger, click.now)]
    keep = blocks.button(
        say("harassment-witness-keep"), "harassment.witness_keep", click.token_for("harassment.witness_keep")
    )
    body = [
        blocks.section(
            say("harassment-witness-about", day=contact.kept_until(ledger, click.now), days="\n".join(days))
        ),
        blocks.actions(keep),
    ]
    return blocks.modal(say("harassment-witness-title"), body, close=say("close-button"))


def mine(click: Click, case: Case) -> Block:
    """The row on Home of a contact that is kept; where a check waits it says that there is a question."""
    words = "harassment-contact-asked" if contact.is_checked(case) else "harassment-contact-mine"
    token = click.token_for("harassment.contact", row=case.id)
    return blocks.actions(blocks.button(click.say(words), "harassment.contact", token))
