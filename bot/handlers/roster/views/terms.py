"""How an appointment is told: who, which office, from when to when."""

from collections.abc import Mapping

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.roster.rules.offices import room_of
from bot.rules.people import Appointment, Person, Role
from bot.rules.policy import Policy


def term(click: Click, held: Appointment) -> str:
    """From when to when; an office without an end is held while in post."""
    first, last = held.starts_on, held.last_day
    values = {"first": first, "first_year": str(first.year)}
    if last is None:
        return click.say("roster-term-in-post", **values)
    return click.say("roster-term", **values, last=last, last_year=str(last.year))


def office(click: Click, role: Role, policy: Policy) -> str:
    """The name of an office in the reader's language."""
    rule = policy.roles.get(role)
    if rule is None:
        return click.say("roster-office-unit-head")
    return rule.ja if click.language == "ja" else rule.en


def who(click: Click, held: Appointment, people: Mapping[str, Person]) -> str:
    """The name, with the room for which a unit supporter was named."""
    person, room = people.get(held.person), room_of(held, people)
    name = person.name if person else click.say("roster-not-on-roster")
    return click.say("roster-who-room", name=name, room=room) if room else name


def row(click: Click, text: str, verb: str, row_id: str, rev: int = 0) -> Block:
    """One line with the button that opens or does something about it, below the text on a phone."""
    action = f"roster.{verb}"
    button = blocks.button(click.say(f"roster-{verb}-button"), action, click.token_for(action, row=row_id, rev=rev))
    return blocks.section(text) | {"accessory": button}


def notice(click: Click, title: str, *sentences: str) -> View:
    """A screen that only says something."""
    return blocks.modal(click.say(title), [blocks.section(s) for s in sentences], close=click.say("close-button"))


def day(click: Click, on: object) -> str:
    """A day with its year, as terms are told."""
    return click.say("roster-day", on=on, year=str(getattr(on, "year", "")))
