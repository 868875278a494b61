"""What the head of a unit sees: the own supporters, whose term ends next, and where one is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.roster.rules.gaps import UNIT, Exempted, Gap
from bot.handlers.roster.views.terms import row, term, who
from bot.rules.people import Appointment, Person
from bot.rules.policy import Policy
from bot.rules.policy_rows import Row

MOST = 40  # rows of one kind: more supporters, or more rooms, no unit has


@dataclass(frozen=True)
class Own:
    """What a unit head looks after: namings, those of them to decide on now, and rooms by their exemption's id."""

    held: Sequence[Appointment]
    near: Sequence[Appointment]
    gaps: Mapping[str, Gap]
    without: Mapping[str, Exempted]


def unit(click: Click, own: Own, people: Mapping[str, Person], policy: Policy) -> View:
    """The screen: what is due stands first."""
    say = click.say
    later = [a for a in own.held if a not in own.near]
    name = blocks.button(say("roster-name-button"), "roster.name", click.token_for("roster.name"), style="primary")
    body: list[Block] = [blocks.section(say("roster-unit-about")), blocks.actions(name)]
    if own.near:
        body.append(blocks.header(say("roster-unit-ending")))
        body += [_supporter(click, a, people) for a in own.near[:MOST]]
    if own.gaps:
        body.append(blocks.header(say("roster-unit-gaps")))
        body += [_gap(click, exemption, gap) for exemption, gap in list(own.gaps.items())[:MOST]]
    body.append(blocks.header(say("roster-unit-supporters")))
    body += [_supporter(click, a, people) for a in later[:MOST]] or [blocks.section(say("roster-unit-nobody"))]
    body += [_without(click, exemption, one, policy.exemption_reasons) for exemption, one in own.without.items()]
    return blocks.modal(say("roster-unit-title"), body[:90], close=say("close-button"))


def exempt_form(click: Click, exemption: str, room: str, reasons: Sequence[Row]) -> View:
    """Yam 6(2): why this room needs no supporter of its own."""
    say = click.say
    return blocks.modal(
        say("roster-exempt-title"),
        [
            blocks.section(say("roster-exempt-about", room=room)),
            blocks.radio("reason", say("roster-reason"), options(reasons, click.language)),
        ],
        close=say("cancel-button"), submit=say("roster-exempt-submit"),
        callback_id="roster.exempted", token=click.token_for("roster.exempted", row=exemption),
    )  # fmt: skip


def options(rows: Sequence[Row], language: str) -> list[blocks.Option]:
    """Rows of the policy as choices."""
    return [(one.key, label(one, language)) for one in rows]


def label(one: Row, language: str) -> str:
    return one.ja if language == "ja" else one.en


def _supporter(click: Click, held: Appointment, people: Mapping[str, Person]) -> Block:
    return row(click, f"{who(click, held, people)}\n{term(click, held)}", "appointment", held.id)


def _gap(click: Click, exemption: str, gap: Gap) -> Block:
    if gap.kind == UNIT:
        return blocks.section(click.say("roster-gap-unit", unit=gap.unit))
    return row(click, click.say("roster-gap-room", unit=gap.unit, room=gap.room), "exempt", exemption)


def _without(click: Click, exemption: str, one: Exempted, reasons: Sequence[Row]) -> Block:
    reason = next((label(r, click.language) for r in reasons if r.key == one.reason), one.reason)
    return row(
        click, click.say("roster-without", unit=one.unit, room=one.room, reason=reason), "lift", exemption, one.rev
    )
