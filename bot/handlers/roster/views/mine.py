"""What somebody reads who was named or released: the office and its term, and the way to the oath (G10)."""

from collections.abc import Sequence
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.roster.rules.offices import is_over
from bot.handlers.roster.views.terms import day, office, term
from bot.rules.people import Appointment, Role
from bot.rules.policy import Policy


def mine(click: Click, held: Sequence[Appointment], today: date, policy: Policy) -> View:
    """Own offices; where one is in force and not sworn in, the button to its three lines and the oath."""
    say = click.say
    body: list[Block] = [blocks.section(_told(click, a, today, policy)) for a in held]
    if any(a.in_force(today) and not a.sworn_on for a in held):
        action = "roster.promise"
        promise = blocks.button(say("roster-promise-button"), action, click.token_for(action), style="primary")
        body += [blocks.section(say("roster-promise-about")), blocks.actions(promise)]
    if not held:
        body.append(blocks.section(say("roster-mine-none")))
    return blocks.modal(say("roster-mine-title"), body, close=say("close-button"))


def _told(click: Click, held: Appointment, today: date, policy: Policy) -> str:
    name, last = office(click, Role(held.role), policy), held.last_day
    if is_over(held, today) and last:
        return click.say("roster-mine-over", office=name, day=day(click, last))
    return click.say("roster-mine-held", office=name, term=term(click, held))
