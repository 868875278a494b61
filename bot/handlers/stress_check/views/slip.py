"""The slip for being away from one's desk: a small form, and the text to show or to copy (Aku 14, S9)."""

from datetime import date

from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.fields import Fields, day, hour, text
from bot.handlers.flow import Click
from bot.handlers.held import day as dated
from bot.handlers.held import joined
from bot.handlers.stress_check.rules.slip import Slip, checked
from bot.rules.ledger import Ledger

SLIP, MAKE = "stress_check.slip", "stress_check.make_slip"
DAY, BEGINS, ENDS, PLACE = "day", "begins", "ends", "place"
LONGEST_PLACE = 100


def form(click: Click, today: date) -> View:
    """Which appointment it is for is not asked."""
    say = click.say
    return blocks.modal(
        say("stress-slip-title"),
        [
            blocks.section(say("stress-slip-about")),
            blocks.day_input(DAY, say("stress-slip-day"), initial=today.isoformat()),
            blocks.time_input(BEGINS, say("stress-slip-begins")),
            blocks.time_input(ENDS, say("stress-slip-ends")),
            blocks.line_input(
                PLACE, say("stress-slip-place"), hint=say("stress-slip-place-hint"), max_length=LONGEST_PLACE,
                optional=True,
            ),
        ],
        close=say("cancel-button"), submit=say("stress-slip-submit"), callback_id=MAKE, token=click.token_for(MAKE),
    )  # fmt: skip


def read(fields: Fields) -> Slip:
    """Raises Refused at the field that does not fit."""
    on = day(fields, DAY)
    if on is None:
        raise Refused("field-choose", DAY)
    place = text(fields, PLACE, max_length=LONGEST_PLACE)
    return checked(Slip(on, hour(fields, BEGINS), hour(fields, ENDS), place))


def made(click: Click, slip: Slip, ledger: Ledger) -> View:
    """The same words as on the printed slip, whatever it is for."""
    say, row = click.say, ledger.person(click.who.person)
    who = joined(click, (row.unit, row.name)) if row else ""
    times = say(
        "stress-slip-times", day=dated(click, slip.day), begins=f"{slip.begins:%H:%M}", ends=f"{slip.ends:%H:%M}"
    )
    lines = [
        say("print-slip-heading"),
        say("print-slip-words"),
        say("stress-slip-line", label=say("print-slip-name"), value=who),
        say("stress-slip-line", label=say("print-slip-time"), value=times),
        *([say("stress-slip-line", label=say("stress-slip-place"), value=slip.place)] if slip.place else []),
        say("stress-slip-duty"),
    ]
    return blocks.modal(
        say("stress-slip-title"),
        [
            blocks.section("\n".join(lines)),
            blocks.context(say("print-slip-about")),
            blocks.context(say("stress-slip-kept")),
        ],
        close=say("close-button"),
    )
