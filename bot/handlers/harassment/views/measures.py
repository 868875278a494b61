"""The measures as who keeps the file sees them: date and kind, a tick, never a detail of discipline (Aki 12, K7)."""

from datetime import date

from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choices, day
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.circle import keepers
from bot.handlers.harassment.rules.measures import STATES, Decided, Taken, measures_of, open_ones
from bot.handlers.harassment.views.case import button
from bot.handlers.harassment.views.committee import act_form
from bot.handlers.harassment.views.intake import label, options
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.policy import Policy

DECIDED_ON, KINDS, LOOK_AGAIN, DONE = "decided_on", "kinds", "look_again_on", "done"
WEEKS = 4 * 7  # what is put in for the next look, to be changed by whoever writes


def measures_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """On the first screen of who keeps the file: enter the decision, tick, close."""
    if case.state not in STATES or click.who.person not in keepers(case, ledger, ledger.office.day(click.now)):
        return []
    left = bool(open_ones(case))
    verbs = ["decide", *(["follow_up"] if left else ["close_measures"])]
    said = blocks.section(click.say("harassment-measures-open" if left else "harassment-measures-enter"))
    return [said, blocks.actions(*(button(click, case, verb) for verb in verbs))]


def decide_form(click: Click, case: Case, ledger: Ledger) -> View:
    """The day and the kinds of the mayor's decision, and when to look at them again (K7)."""
    say, today = click.say, ledger.office.day(click.now)
    later = ledger.office.on_or_after(today + WEEKS * DAY)
    rows = options(ledger.policy.harassment.measures, click.language)
    body = [
        blocks.section(say("harassment-decide-about")),
        *_listed(click, case, ledger),
        blocks.day_input(DECIDED_ON, say("harassment-decide-on"), initial=today.isoformat()),
        blocks.several(
            KINDS, say("harassment-decide-kinds-label"), [(say("harassment-decide-kinds-heading"), rows)],
            optional=False,
        ),
        blocks.day_input(LOOK_AGAIN, say("harassment-decide-again"), initial=later.isoformat()),
    ]  # fmt: skip
    return act_form(click, case, "decide", "harassment.measures_decided", body)


def read_decision(fields: Fields, policy: Policy) -> Decided:
    """What was decided. Raises Refused at the field that does not fit."""
    decided_on, again = day(fields, DECIDED_ON), day(fields, LOOK_AGAIN)
    if decided_on is None:
        raise Refused("field-choose", DECIDED_ON)
    if again is None:
        raise Refused("field-choose", LOOK_AGAIN)
    return Decided(decided_on, choices(fields, KINDS, {row.key for row in policy.harassment.measures}), again)


def follow_up_form(click: Click, case: Case, ledger: Ledger) -> View:
    """Which of them have been carried out, and when to look at the others again."""
    say, office = click.say, ledger.office
    later = office.on_or_after(office.day(click.now) + WEEKS * DAY)
    taken = measures_of(case)
    left = [(str(place), _line(click, taken[place], ledger)) for place in open_ones(case)]
    body = [
        blocks.several(DONE, say("harassment-follow-up-done"), [(say("harassment-follow-up-heading"), left)]),
        blocks.day_input(LOOK_AGAIN, say("harassment-decide-again"), initial=later.isoformat(), optional=True),
    ]
    return act_form(click, case, "follow-up", "harassment.followed_up", body)


def read_follow_up(fields: Fields) -> tuple[frozenset[int], date | None]:
    """The places of what is done, and the next day. Raises Refused at the field that does not fit."""
    ticked = choices(fields, DONE, [str(place) for place in range(blocks.OPTIONS)])
    return frozenset(map(int, ticked)), day(fields, LOOK_AGAIN)


def _listed(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    lines = [_line(click, one, ledger) for one in measures_of(case)]
    return blocks.sections([click.say("harassment-measures-so-far"), *lines]) if lines else []


def _line(click: Click, one: Taken, ledger: Ledger) -> str:
    """The day and the kind; a tick where it is carried out."""
    row = next((row for row in ledger.policy.harassment.measures if row.key == one["kind"]), None)
    kind, on = label(row, click.language) if row else one["kind"], date.fromisoformat(one["decided_on"])
    key = "harassment-measure-done" if one["done_on"] else "harassment-measure-open"
    return click.say(key, day=on, kind=kind)


def closed(click: Click) -> View:
    """It has ended; the person chooses what is kept."""
    said = blocks.section(click.say("harassment-measures-closed"))
    return blocks.modal(click.say("harassment-measures-closed-title"), [said], close=click.say("close-button"))
