"""One appointment for whoever decides on it: what it is, and to renew it, let it end, or release."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.roster.views.naming import paper
from bot.handlers.roster.views.terms import day, notice, office, term, who
from bot.handlers.roster.views.unit import options
from bot.rules.people import Appointment, Person, Role
from bot.rules.policy import Policy
from bot.rules.policy_rows import Row

RELEASED_ON, REASON = "released_on", "reason"


@dataclass(frozen=True)
class Choices:
    """What can be decided now of an appointment."""

    renew: bool
    let_end: bool
    release: bool


def appointment(
    click: Click, held: Appointment, people: Mapping[str, Person], policy: Policy, choices: Choices, *, rev: int
) -> View:
    """The screen; a release stands last, because it cannot be taken back."""
    say = click.say
    lines = [who(click, held, people), office(click, held.role, policy), term(click, held)]
    if held.field:
        lines.append(say("roster-appointment-field", field=held.field))
    if held.document and held.document_on:
        lines.append(say("roster-appointment-document", number=held.document, day=day(click, held.document_on)))
    body: list[Block] = [blocks.section("\n".join(lines))]
    body += [blocks.context(say(sentence)) for sentence in _remarks(held)]
    buttons = [
        blocks.button(
            say(f"roster-{verb}-button"), f"roster.{verb}", click.token_for(f"roster.{verb}", held.id, rev), style=style
        )
        for verb, style, possible in (
            (renew_verb(held), "primary", choices.renew),
            ("let_end", "", choices.let_end),
            ("release", "danger", choices.release),
        )
        if possible
    ]  # fmt: skip
    if buttons:
        body.append(blocks.actions(*buttons))
    return blocks.modal(say("roster-appointment-title"), body, close=say("close-button"))


def renew_verb(held: Appointment) -> str:
    """A unit head renews with one tap; what the chief signs needs its paper (P2)."""
    return "renew" if held.role is Role.UNIT_SUPPORTER else "renew_form"


def release_form(click: Click, held: Appointment, name: str, reasons: Sequence[Row], today: date) -> View:
    """From when, and why (Yam 6(6))."""
    say = click.say
    return blocks.modal(
        say("roster-release-title"),
        [
            blocks.section(say("roster-release-about", name=name)),
            blocks.day_input(RELEASED_ON, say("roster-release-day"), initial=max(today, held.starts_on).isoformat(),
                             hint=say("roster-release-day-hint")),
            blocks.radio(REASON, say("roster-reason"), options(reasons, click.language)),
            blocks.context(say("roster-release-reason-hint")),
        ],
        close=say("cancel-button"), submit=say("roster-release-submit"),
        callback_id="roster.released", token=click.token_for("roster.released", row=held.id),
    )  # fmt: skip


def renew_form(click: Click, held: Appointment, name: str) -> View:
    """The chief's new paper for the same person and office."""
    say = click.say
    return blocks.modal(
        say("roster-renew-title"),
        [blocks.section(say("roster-renew-about", name=name)), *paper(click)],
        close=say("cancel-button"), submit=say("roster-renew-submit"),
        callback_id="roster.renewed", token=click.token_for("roster.renewed", row=held.id),
    )  # fmt: skip


def released(click: Click, held: Appointment, name: str) -> View:
    """What happens now."""
    last = held.last_day or held.starts_on
    told = "roster-released-unit" if held.role is Role.UNIT_SUPPORTER else "roster-released-office"
    return notice(
        click, "roster-released-title", click.say("roster-released", name=name, day=day(click, last)), click.say(told)
    )


def _remarks(held: Appointment) -> list[str]:
    remarks = []
    if not held.sworn_on:
        remarks.append("roster-remark-unsworn")
    if held.let_end:
        remarks.append("roster-remark-let-end")
    if held.released_on:
        remarks.append("roster-remark-released")
    return remarks
