"""Counselling, a clinic, a late wish: the form, where it stands for its person, and the answer (Aku 11(3), S6)."""

from collections.abc import Sequence
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, text
from bot.handlers.flow import Click
from bot.handlers.held import day as dated
from bot.handlers.held import people, role
from bot.handlers.stress_check.rules.moves import ASKED
from bot.handlers.stress_check.rules.rounds import office
from bot.handlers.stress_check.rules.wishes import answering, due_on, waiting
from bot.handlers.stress_check.views.doors import WISH_CASE
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

SEND, WITHDRAW, LIST = "stress_check.wish", "stress_check.withdraw_wish", "stress_check.wishes"
ANSWER, SAVE_ANSWER = "stress_check.answer_wish", "stress_check.save_wish_answer"
TEXT, REPLY = "text", "reply"
LONGEST = 1000


def form(click: Click, check: Case, what: str, ledger: Ledger) -> View:
    """Who reads it, that it is no consent, and a sentence if one likes."""
    say = click.say
    return blocks.modal(
        say("stress-wish-title"),
        [
            blocks.section(say(f"stress-wish-about-{what}")),
            blocks.section(say("stress-wish-readers", who=_readers(click, what, ledger))),
            blocks.section(say("stress-wish-no-consent")),
            blocks.text_input(TEXT, say("stress-wish-text"), hint=say("stress-wish-text-hint"), max_length=LONGEST),
        ],
        close=say("cancel-button"), submit=say("stress-wish-submit"), callback_id=SEND,
        token=click.token_for(SEND, row=f"{check.id}.{what}"),
    )  # fmt: skip


def read_text(fields: Fields) -> str:
    """Raises Refused where it cannot be shown as it was typed."""
    return text(fields, TEXT, max_length=LONGEST)


def own(click: Click, case: Case, ledger: Ledger) -> View:
    """To the person: what was asked, by when somebody answers, or the answer."""
    say = click.say
    body: list[Block] = blocks.sections(asked(click, case))
    if case.state == ASKED:
        sure = blocks.confirmation(
            say("stress-withdraw-button"), say("stress-wish-withdraw-sure"), yes=say("stress-withdraw-button"),
            no=say("back-button"),
        )  # fmt: skip
        token = click.token_for(WITHDRAW, row=case.id, rev=case.rev)
        body.append(blocks.section(say("stress-wish-promise", day=due_on(case, ledger))))
        body.append(
            blocks.actions(blocks.button(say("stress-withdraw-button"), WITHDRAW, token, style="danger", confirm=sure))
        )
    else:
        body.append(blocks.header(say("stress-wish-reply")))
        body.append(blocks.section(case.body["reply"]))
    return blocks.modal(say("stress-wish-title"), body, close=say("close-button"))


def handled(click: Click, case: Case, ledger: Ledger) -> View:
    """To the office it went to: who asks what; the answer goes to the person word by word."""
    say = click.say
    body: list[Block] = [
        blocks.section(say("stress-wish-who", name=people(click, case.requester, ledger))),
        *blocks.sections(asked(click, case)),
        blocks.context(say("stress-wish-handled-about")),
    ]
    if case.state == ASKED:
        token = click.token_for(ANSWER, row=case.id, rev=case.rev)
        body.append(blocks.actions(blocks.button(say("stress-wish-answer-button"), ANSWER, token, style="primary")))
    else:
        body.append(blocks.section(case.body["reply"]))
    return blocks.modal(say("stress-wish-title"), body, close=say("close-button"))


def answer_form(click: Click, case: Case) -> View:
    """When, where, with whom, which telephone number: in words that the person reads."""
    say = click.say
    return blocks.modal(
        say("stress-wish-title"),
        [
            blocks.section(say("stress-wish-answer-about")),
            blocks.text_input(REPLY, say("stress-wish-reply"), hint=say("stress-wish-reply-hint"), optional=False),
        ],
        close=say("cancel-button"), submit=say("stress-wish-answer-submit"), callback_id=SAVE_ANSWER,
        token=click.token_for(SAVE_ANSWER, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_reply(fields: Fields) -> str:
    """Raises Refused where it cannot be shown as it was typed."""
    return text(fields, REPLY)


def listed(click: Click, found: Sequence[Case]) -> View:
    """What waits for an answer: the day alone; the button opens one."""
    say = click.say
    rows: list[Block] = []
    for case in found[: blocks.PAGE]:
        token = click.token_for(WISH_CASE, row=case.id)
        words = say("stress-wish-row", day=date.fromisoformat(case.body["on"]))
        rows.append(blocks.section(words) | {"accessory": blocks.button(say("stress-wish-open"), WISH_CASE, token)})
    body = rows or [blocks.section(say("stress-wish-none"))]
    return blocks.modal(say("stress-wish-title"), body, close=say("close-button"))


def duties(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[Block]:
    """On Home, for an office that owes an answer: one button, however many wishes there are."""
    waits = any(waiting(role, ledger) for role in (Role.JOINT_CLERK, Role.IMPLEMENTER) if role in hats)
    button = blocks.button(click.say("stress-duty-wishes"), LIST, click.token_for(LIST))
    return [blocks.actions(button)] if waits else []


def asked(click: Click, case: Case) -> list[str]:
    """What and when, and the sentence where there is one."""
    lines = [click.say("stress-wish-asked", what=click.say(f"stress-wish-what-{case.body['what']}"),
                       day=dated(click, case.body["on"]))]  # fmt: skip
    return [*lines, *([case.body["text"]] if case.body["text"] else [])]


def _readers(click: Click, what: str, ledger: Ledger) -> str:
    """Office and names of who reads it today."""
    names = people(click, office((answering(what),), ledger, click.now), ledger)
    return click.say("stress-round-office", office=role(click, answering(what).value, ledger), names=names)
