"""The form for a request that came from somebody without an account, and what is told of it on paper."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.fields import Fields, choice, day, text
from bot.handlers.flow import Click, Holding
from bot.handlers.own_records.rules.entered import WAYS, Entered
from bot.handlers.own_records.rules.request import WHATS, Asked
from bot.handlers.own_records.views.request import ENTER, SUBJECT, TEXT, WHAT, lines
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.policy_own import Subject

CALLER, WAY, RECEIVED = "caller", "way", "received"
LONGEST_CALLER = 200  # a name, an address and a number


def enter_form(click: Click, subjects: Sequence[Subject], today: date) -> View:
    """Who, how and when it came, and what is asked, as it was heard or stands on the paper."""
    say = click.say
    labels = [(row.key, row.ja if click.language == "ja" else row.en) for row in subjects]
    return blocks.modal(
        say("own_records-enter-title"),
        [
            blocks.section(say("own_records-enter-about")),
            blocks.line_input(
                CALLER, say("own_records-caller"), hint=say("own_records-caller-hint"), max_length=LONGEST_CALLER
            ),
            blocks.radio(WAY, say("own_records-way"), [(way, say(f"own_records-way-{way}")) for way in WAYS]),
            blocks.day_input(
                RECEIVED, say("own_records-received"), initial=today.isoformat(), hint=say("own_records-received-hint")
            ),
            blocks.radio(WHAT, say("own_records-what"), [(what, say(f"own_records-what-{what}")) for what in WHATS]),
            blocks.radio(SUBJECT, say("own_records-subject"), labels),
            blocks.text_input(
                TEXT, say("own_records-text"), hint=say("own_records-enter-text-hint"), optional=False
            ),
        ],
        close=say("cancel-button"), submit=say("own_records-enter-submit"), callback_id=ENTER,
        token=click.token_for(ENTER),
    )  # fmt: skip


def read_entered(fields: Fields, subjects: Collection[str]) -> Entered:
    """Raises Refused at the field that does not fit."""
    caller, way = text(fields, CALLER, max_length=LONGEST_CALLER), choice(fields, WAY, WAYS)
    received = day(fields, RECEIVED)
    if received is None:
        raise Refused("field-choose", RECEIVED)
    asked = Asked(choice(fields, WHAT, WHATS), choice(fields, SUBJECT, subjects), text(fields, TEXT))
    return Entered(caller, way, received, asked)


def on_paper(click: Click, case: Case, ledger: Ledger) -> Holding:
    """Where it stands and what was answered, for the person's own hands."""
    return Holding(click.say("own_records-held"), lines(click, case, ledger))
