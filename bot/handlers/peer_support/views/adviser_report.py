"""The form in which an external adviser reports one support: closed choices only, like a supporter's record."""

from collections.abc import Sequence

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.adviser_report import due_on
from bot.handlers.peer_support.views.month import choices, entry
from bot.rules.cases import Case, Record
from bot.rules.policy import Policy


def report_form(click: Click, case: Case, policy: Policy, *, before: Sequence[Block] = ()) -> View:
    """What was done, never for whom (Yam 11(2)(3))."""
    say = click.say
    return blocks.modal(
        say("peer_support-report-title"),
        [
            *before,
            blocks.section(say("peer_support-report-about")),
            blocks.context(say("peer_support-report-by", day=due_on(case))),
            *choices(click, policy),
        ],
        close=say("cancel-button"),
        submit=say("peer_support-report-submit"),
        callback_id="peer_support.report_support",
        token=click.token_for("peer_support.report_support", row=case.id, rev=case.rev),
    )


def reported(click: Click, records: Sequence[Record], policy: Policy) -> View:
    """The report as it was sent."""
    lines = [entry(click, record, policy) for record in records]
    return blocks.modal(
        click.say("peer_support-report-sent-title"),
        [blocks.section(click.say("peer_support-report-sent")), *blocks.sections(lines)],
        close=click.say("close-button"),
    )
