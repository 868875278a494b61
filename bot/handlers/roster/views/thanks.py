"""The screens of thanking: what the welfare head sees, what the thanked read."""

from collections.abc import Mapping, Sequence

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.roster.rules.thanks import Service
from bot.rules.people import Person


def overview(click: Click, services: Sequence[Service], people: Mapping[str, Person]) -> View:
    """Who serves for how long and came to how many sessions; never how often somebody helped (P10)."""
    say = click.say
    lines = (_line(click, service, people[service.person]) for service in services if service.person in people)
    thank = blocks.button(say("roster-thank-button"), "roster.thank", click.token_for("roster.thank"), style="primary")
    body: list[Block] = [blocks.section(say("roster-thanks-about")), *blocks.sections(lines), blocks.actions(thank)]
    return blocks.modal(say("roster-thanks-title"), body, close=say("close-button"))


def thanked(click: Click, years: int) -> View:
    """What somebody who is thanked reads."""
    say = click.say
    return blocks.modal(
        say("roster-thanked-title"), [blocks.section(say("roster-thanked", years=years))], close=say("close-button")
    )


def _line(click: Click, service: Service, person: Person) -> str:
    return click.say(
        "roster-thanks-line", name=person.name, unit=person.unit, years=service.years, sessions=service.sessions
    )
