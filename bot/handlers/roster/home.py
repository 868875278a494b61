"""What of the roster waits for whoever names: terms that end, supporters that are missing, accounts to look at."""

from collections.abc import Sequence
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click, Waiting
from bot.handlers.roster.rules.check import unchecked
from bot.handlers.roster.rules.gaps import gaps, of_offices, of_units
from bot.handlers.roster.rules.offices import AGAINST_HARASSMENT, decided_by, units_headed
from bot.handlers.roster.rules.terms import SCREENS, ending
from bot.handlers.roster.views.terms import term, who
from bot.rules.ledger import Ledger
from bot.rules.people import GUEST_HATS, Role

SHOWN = 6  # names on Home; the rest stands on the screen behind the button


def home(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Sequence[Block]:
    """The unit head's own supporters, the next to end first, and the door to each screen."""
    body: list[Block] = []
    today = ledger.office.day(click.now)
    if Role.UNIT_HEAD in hats:
        held = decided_by(click.who.person, Role.UNIT_HEAD, ledger, today)
        lines = [f"{who(click, a, ledger.people())} {term(click, a)}" for a in held[:SHOWN]]
        body.append(blocks.header(click.say("roster-home-unit")))
        body += blocks.sections(lines) or [blocks.section(click.say("roster-unit-nobody"))]
        body.append(_door(click, "unit"))
    if Role.WELFARE_HEAD in hats:
        body.append(_door(click, "overview"))
    return body


def waiting(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
    """What is due, the nearest day first: terms without a decision, then gaps, then accounts."""
    today, person = ledger.office.day(click.now), click.who.person
    duties = []
    for hat, screen in SCREENS.items():
        near = ending(decided_by(person, hat, ledger, today), ledger, click.now) if hat in hats else ()
        if near and (last := near[0].last_day):
            duties.append(_row(click, screen, click.say("roster-duty-term", day=last)))
    if Role.UNIT_HEAD in hats and of_units(units_headed(person, ledger, today), ledger, today):
        duties.append(_row(click, "unit", click.say("roster-duty-gap")))
    if Role.WELFARE_HEAD in hats:
        duties += _of_welfare(click, ledger, today)
    elif Role.AFFAIRS_HEAD in hats:
        duties += _of_affairs(click, ledger, today)
    return Waiting(duties)


def _of_welfare(click: Click, ledger: Ledger, today: date) -> list[Block]:
    rows = []
    count = len(gaps(ledger, today))
    if count:
        rows.append(_row(click, "gaps", click.say("roster-duty-gaps", count=count)))
    if any(a.role in GUEST_HATS for a in unchecked(click.who.person, ledger, today)):
        rows.append(_row(click, "overview", click.say("roster-duty-check")))
    return rows


def _of_affairs(click: Click, ledger: Ledger, today: date) -> list[Block]:
    """Whoever is missing for Aki 7 and 9 (K10)."""
    found = of_offices(ledger.appointments(today), ledger.policy, today)
    count = sum(gap.role in AGAINST_HARASSMENT for gap in found)
    return [_row(click, "gaps", click.say("roster-duty-offices", count=count))] if count else []


def _door(click: Click, screen: str) -> Block:
    return _row(click, screen, click.say(f"roster-home-{screen}-button"))


def _row(click: Click, screen: str, words: str) -> Block:
    action = f"roster.{screen}"
    return blocks.actions(blocks.button(words, action, click.token_for(action)))
