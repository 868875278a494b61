"""The screens of what the section head decides in writing, of the outcome, and of a decision that is late (Aki 8)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choice, choices, text
from bot.handlers.flow import Click
from bot.handlers.harassment.rules import affected
from bot.handlers.harassment.rules.agreement import AGREED, answer_by
from bot.handlers.harassment.rules.circle import responders
from bot.handlers.harassment.rules.head import DECIDING, Order, may_read_outcome, orders, untold
from bot.handlers.harassment.rules.hearing import AFFECTED, HEARD, RESPONDENT
from bot.handlers.harassment.rules.moves import CONSENT_HELD, FOUND, HEARING
from bot.handlers.harassment.views.arranging import numbers
from bot.handlers.harassment.views.case import button
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

WHO, KNOWN, DANGER, NOTE, OUTCOME = "heard", "known", "danger", "note", "outcome"
ORDERED = (WHO, KNOWN, DANGER, NOTE)
YES, NO = "yes", "no"
LONGEST = 2000


def order_form(click: Click, case: Case) -> View:
    """Who is to be heard (Aki 8(1)), and whether it makes the person known (K1)."""
    say = click.say
    heard = [(one, say(f"harassment-heard-{one.replace('_', '-')}")) for one in HEARD]
    known = [(one, say(f"harassment-order-known-{one}")) for one in (YES, NO)]
    return blocks.modal(
        say("harassment-order-title"),
        [
            blocks.section(say("harassment-order-about")),
            *(blocks.section(line) for line in _agreed(click, case)),
            blocks.checkboxes(WHO, say("harassment-order-heard"), heard, initial=(AFFECTED, RESPONDENT)),
            blocks.radio(KNOWN, say("harassment-order-known"), known),
            *_danger(click, case),
            blocks.text_input(NOTE, say("harassment-order-note"), hint=say("harassment-order-note-hint"),
                              max_length=LONGEST),
        ],
        close=say("cancel-button"),
        submit=say("harassment-order-submit"),
        callback_id="harassment.send_order",
        token=click.token_for("harassment.send_order", row=case.id),
    )  # fmt: skip


def read_order(fields: Fields) -> Order:
    """What was ordered. Raises Refused at the field that does not fit."""
    return Order(
        heard=choices(fields, WHO, HEARD),
        known=choice(fields, KNOWN, (YES, NO)) == YES,
        note=text(fields, NOTE, max_length=LONGEST),
        danger=bool(choices(fields, DANGER, (YES,))),
    )


def order_shown(click: Click, case: Case) -> View:
    """Every written order, the latest last."""
    say = click.say
    body = [block for one in orders(case) for block in _order(click, one)]
    return blocks.modal(
        say("harassment-order-read-title"),
        body or [blocks.section(say("harassment-order-none"))],
        close=say("close-button"),
    )


def close_form(click: Click, case: Case) -> View:
    """What came of it, in the head's words; a responder tells it to the person (K7)."""
    say = click.say
    return blocks.modal(
        say("harassment-close-title"),
        [
            blocks.section(say("harassment-close-about")),
            blocks.text_input(OUTCOME, say("harassment-close-outcome"), hint=say("harassment-close-hint"),
                              max_length=LONGEST, optional=False),
        ],
        close=say("cancel-button"),
        submit=say("harassment-close-submit"),
        callback_id="harassment.send_close",
        token=click.token_for("harassment.send_close", row=case.id),
    )  # fmt: skip


def read_outcome(fields: Fields) -> str:
    """What came of it. Raises Refused for what cannot be shown."""
    return text(fields, OUTCOME, max_length=LONGEST)


def outcome(click: Click, case: Case) -> View:
    """What came of it; to a responder who has still to tell it, with the button for that."""
    say = click.say
    telling = (blocks.section(say("harassment-outcome-tell-then")), blocks.actions(button(click, case, "tell_outcome")))
    mine = case.requester == click.who.person
    return blocks.modal(
        say("harassment-outcome-title"),
        [*blocks.sections([case.body["outcome"]]), *(telling if untold(case) and not mine else ())],
        close=say("close-button"),
    )


def late_decision(click: Click) -> View:
    """For the desk: somebody's decision is late; nothing of the matter."""
    say = click.say
    return blocks.modal(
        say("harassment-head-late-title"),
        [blocks.section(say("harassment-head-late-desk"))],
        close=say("close-button"),
    )


def own_part(click: Click, case: Case, ledger: Ledger) -> Sequence[Block]:
    """What is late (G13), what came of it, and how it reaches the person."""
    say, today = click.say, ledger.office.day(click.now)
    if case.state in DECIDING and "head_late_on" in case.body:
        return (blocks.section(say("harassment-head-late", phone=numbers(click, responders(case), ledger))),)
    if case.state == HEARING and "facts_late_on" in case.body:
        return (blocks.section(say("harassment-facts-late", phone=numbers(click, responders(case), ledger))),)
    if may_read_outcome(case, today):
        return (blocks.actions(button(click, case, "outcome")),)
    return (blocks.section(say("harassment-outcome-waits")),) if untold(case) else ()


def head_part(click: Click, case: Case, ledger: Ledger) -> Sequence[Block]:
    """What the head or deputy is to decide; where the person has asked for the committee, that is said instead."""
    if case.state not in DECIDING or "committee_requested_on" in case.body:
        return ()
    held = case.state == CONSENT_HELD and case.body.get(AGREED) is False
    what = "held" if held else "found" if case.state == FOUND else "reported"
    return (blocks.section(click.say(f"harassment-head-{what}")),)


def responders_part(click: Click, case: Case, ledger: Ledger) -> Sequence[Block]:
    """By when a responder tells the person what came of it (K7)."""
    if not untold(case):
        return ()
    day = date.fromisoformat(case.body["outcome_due_on"])
    return (
        blocks.section(click.say("harassment-outcome-tell", day=day)),
        blocks.actions(button(click, case, "outcome")),
    )


def _agreed(click: Click, case: Case) -> list[str]:
    """Whether the person, and where somebody else has reported the affected person, agrees (K1, K5)."""
    say, agreed = click.say, case.body.get(AGREED)
    day = answer_by(case)
    if agreed is None and day:
        person = say("harassment-order-asked-until", day=day)
    else:
        person = say("harassment-order-agreed" if agreed else "harassment-order-not-agreed")
    if not affected.by_another(case):
        return [person]
    if affected.agreed_first(case):
        return [person, say("harassment-order-affected-agreed")]
    if affected.to_ask(case):
        return [person, say("harassment-order-affected-unasked")]
    return [person, say("harassment-order-affected-no")]


def _danger(click: Click, case: Case) -> list[Block]:
    """Only danger lets it go on before the affected person has agreed (K5)."""
    if affected.agreed_first(case):
        return []
    label = click.say("harassment-order-danger")
    return [blocks.checkboxes(DANGER, label, [(YES, click.say("harassment-order-danger-yes"))])]


def _order(click: Click, one: Mapping[str, Any]) -> list[Block]:
    say = click.say
    heard = [say(f"harassment-heard-{who.replace('_', '-')}") for who in one["heard"]]
    lines = [
        say("harassment-order-on", day=date.fromisoformat(one["on"])),
        *(say("harassment-heard-one", who=who) for who in heard),
        say(f"harassment-order-told-{YES if one['known'] else NO}"),
    ]
    note = [blocks.section(one["note"])] if one["note"] else []
    return [blocks.section("\n".join(lines)), *note, blocks.context(say("harassment-order-respondent"))]
