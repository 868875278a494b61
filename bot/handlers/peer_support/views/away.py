"""A supporter's absence and reminders: the form, and the lines that both sides read on a request."""

from collections.abc import Sequence
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.away import handler_away_until
from bot.handlers.peer_support.rules.choice import HANDLED
from bot.handlers.peer_support.rules.reminders import next_reminder, put_off_until
from bot.handlers.tokens import new_nonce
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

UNTIL = "until"


def away_form(click: Click, today: date) -> View:
    """Until when somebody is away; nobody is asked why."""
    say = click.say
    return blocks.modal(
        say("peer_support-away-title"),
        [
            blocks.section(say("peer_support-away-about")),
            blocks.day_input(UNTIL, say("peer_support-away-until"), initial=today.isoformat()),
        ],
        close=say("cancel-button"),
        submit=say("peer_support-away-submit"),
        callback_id="peer_support.be_away",
        token=click.token_for("peer_support.be_away"),
    )


def door(click: Click, until: date | None) -> list[Block]:
    """Home: a supporter tells an absence, or changes or ends the one that was told."""
    say, token = click.say, click.token_for("peer_support.away")
    if until is None:
        return [blocks.actions(blocks.button(say("peer_support-away-button"), "peer_support.away", token))]
    over = click.token_for("peer_support.back", row=new_nonce())  # no case whose revision could tell two taps apart
    return [
        blocks.context(say("peer_support-away-now", day=until)),
        blocks.actions(
            blocks.button(say("peer_support-away-change-button"), "peer_support.away", token),
            blocks.button(say("peer_support-back-button"), "peer_support.back", over),
        ),
    ]


def absence(click: Click, case: Case, ledger: Ledger) -> Sequence[Block]:
    """Until when the supporter is away, for the person who waits or is being helped."""
    until = handler_away_until(case, ledger, click.now) if case.state in HANDLED else None
    supporter = ledger.person(case.handlers[0]) if until else None
    return [blocks.context(click.say("peer_support-case-away", name=supporter.name, day=until))] if supporter else ()


def reminder(click: Click, case: Case, ledger: Ledger) -> Sequence[Block]:
    """The supporter may put the next reminder off; until when the person was promised to hear does not move."""
    say, kind = click.say, "peer_support.snooze"
    until = put_off_until(case, ledger) if case.state == "requested" else None
    if until and until > ledger.office.day(click.now):
        promised_on = date.fromisoformat(case.body["promised_on"])
        return [blocks.context(say("peer_support-snoozed", until=until, day=promised_on))]
    if next_reminder(case, ledger, click.now) is None:
        return ()
    token = click.token_for(kind, row=case.id, rev=case.rev)
    return [blocks.actions(blocks.button(say("peer_support-snooze-button"), kind, token))]
