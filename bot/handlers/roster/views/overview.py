"""What the head of welfare sees: what to look at, the offices entered here, what units report, who is missing."""

from collections.abc import Mapping, Sequence

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.roster.rules.gaps import Exempted, Gap
from bot.handlers.roster.rules.offices import ENTERED
from bot.handlers.roster.views.terms import day, office, row, term, who
from bot.handlers.roster.views.unit import label
from bot.rules.people import Appointment, Person
from bot.rules.policy import Policy

MOST = 20  # rows of one kind on the first screen


def overview(
    click: Click, unchecked: Sequence[Appointment], held: Sequence[Appointment] | None, reported: Sequence[Appointment],
    people: Mapping[str, Person], policy: Policy,
) -> View:  # fmt: skip
    """What waits first; then the offices that end next; then what the unit heads have reported (Yam 6(7)).

    `held` is None for whoever only gives the second look.
    """
    say = click.say
    body: list[Block] = [_button(click, "gaps")]
    if unchecked:
        body += [
            blocks.header(say("roster-overview-unchecked")),
            blocks.context(say("roster-overview-unchecked-about")),
        ]
        body += [_to_check(click, a, people, policy) for a in unchecked[:MOST]]
        if len(unchecked) > MOST:
            body.append(blocks.context(say("roster-overview-more", count=len(unchecked) - MOST)))
    if held is not None:
        body += _offices(click, held, people, policy, 0)
        doors = {role: f"roster-enter-{role.value.replace('_', '-')}-button" for role in ENTERED}
        body += [_button(click, "enter", role, words) for role, words in doors.items()]
    body.append(blocks.header(say("roster-overview-reported")))
    lines = [_reported(click, a, people) for a in reported] or [say("roster-overview-reported-none")]
    body += blocks.sections(lines)[:MOST]
    return blocks.modal(say("roster-overview-title"), body, close=say("close-button"))


def offices_page(
    click: Click, held: Sequence[Appointment], people: Mapping[str, Person], policy: Policy, page: int
) -> View:
    """Those of the offices for which the first screen has no room, so many at a time."""
    say = click.say
    body = _offices(click, held, people, policy, min(page, max(len(held) - 1, 0) // MOST))
    return blocks.modal(say("roster-overview-title"), body, close=say("close-button"))


def gaps(
    click: Click, found: Sequence[Gap], without: Sequence[Exempted], ending: Sequence[str], policy: Policy, *,
    page: int = 0,
) -> View:  # fmt: skip
    """Every gap as a line, then the rooms that are exempt, with the reason, page by page.

    `ending` are terms that near their end, as lines, for whoever brings them back with the roster's file.
    """
    say = click.say
    lines = [_gap(click, gap, policy) for gap in found] or [say("roster-gaps-none")]
    sections = blocks.sections(lines)
    if ending:
        sections += blocks.sections([say("roster-gaps-ending"), *ending])
    if without:
        sections += blocks.sections([say("roster-gaps-without"), *(_without(click, one, policy) for one in without)])
    pages = blocks.pages(sections)
    number = min(page, len(pages) - 1)
    body: list[Block] = [blocks.context(say("roster-gaps-about")), *pages[number]]
    if number + 1 < len(pages):
        action = "roster.gaps_page"
        body.append(
            blocks.actions(blocks.button(say("roster-next"), action, click.token_for(action, row=str(number + 1))))
        )
    return blocks.modal(say("roster-gaps-title"), body, close=say("close-button"))


def _offices(
    click: Click, held: Sequence[Appointment], people: Mapping[str, Person], policy: Policy, page: int
) -> list[Block]:
    shown = held[page * MOST : (page + 1) * MOST]
    body: list[Block] = [blocks.header(click.say("roster-overview-offices"))]
    body += [row(click, told(click, a, people, policy), "appointment", a.id) for a in shown]
    if len(held) > (page + 1) * MOST:
        body.append(_button(click, "overview_page", str(page + 1), "roster-next"))
    return body


def _gap(click: Click, gap: Gap, policy: Policy) -> str:
    names = {rule: (one.ja if click.language == "ja" else one.en) for rule, one in policy.roles.items()}
    seats = policy.harassment.seats
    return click.say(
        f"roster-gap-{gap.kind}", unit=gap.unit, room=gap.room, office=names.get(gap.role, gap.role),
        there=gap.there, seats=gap.seats, seat=label(seats[gap.seat - 1], click.language) if gap.seat else "",
    )  # fmt: skip


def _without(click: Click, one: Exempted, policy: Policy) -> str:
    reason = next((label(r, click.language) for r in policy.exemption_reasons if r.key == one.reason), one.reason)
    return click.say("roster-without", unit=one.unit, room=one.room, reason=reason)


def _to_check(click: Click, held: Appointment, people: Mapping[str, Person], policy: Policy) -> Block:
    made = row(click, told(click, held, people, policy), "check", held.id)
    yes = click.say("roster-check-button")
    made["accessory"]["confirm"] = blocks.confirmation(
        yes, click.say("roster-check-sure"), yes=yes, no=click.say("back-button")
    )
    return made


def told(click: Click, held: Appointment, people: Mapping[str, Person], policy: Policy) -> str:
    """Who holds which office until when."""
    name = click.say("roster-who-office", who=who(click, held, people), office=office(click, held.role, policy))
    return f"{name}\n{term(click, held)}"


def _reported(click: Click, held: Appointment, people: Mapping[str, Person]) -> str:
    name = who(click, held, people)
    if held.released_on:
        return click.say("roster-reported-released", unit=held.unit, who=name, day=day(click, held.released_on))
    return click.say("roster-reported-named", unit=held.unit, who=name, term=term(click, held))


def _button(click: Click, verb: str, row_id: str = "", words: str = "") -> Block:
    action = f"roster.{verb}"
    text = click.say(words or f"roster-{verb}-button")
    return blocks.actions(blocks.button(text, action, click.token_for(action, row=row_id)))
