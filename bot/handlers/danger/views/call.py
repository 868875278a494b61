"""The screens of whoever calls: the two doors on the help screen, what became of a call, the card for crime."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.danger.rules.moves import CALLING, CONFIRMED
from bot.handlers.danger.views.numbers import emergency, offices
from bot.handlers.fields import Fields, choices, text
from bot.handlers.flow import Click
from bot.rules.cases import Case
from bot.rules.policy import Policy

PHONE, TICKS, SERVICES = "phone", "ticks", "services"
DANGER, CRIME, CALLED = "danger", "crime", "called"
LONGEST_NUMBER = 40
CAN_BE_REPEATED = frozenset({"confirmed", "unanswered"})


@dataclass(frozen=True)
class Standing:
    """What the screen of a call needs besides the case.

    `own`: it is shown to the person; `taker` with `taker_phone` has taken it on; `phone` is the person's number on
    the roster; `superior`: one of the person's superiors is on the list.
    """

    own: bool
    taker: str
    taker_phone: str
    phone: str
    superior: bool


def call_door(click: Click, policy: Policy) -> list[Block]:
    """The tap that calls somebody, and nothing else does (G5). A guest is served by telephone (G6)."""
    if click.who.guest:
        return []
    say, roles = click.say, offices(click, policy)
    words = say("danger-call-button")
    sure = blocks.confirmation(
        words, say("danger-call-sure", roles=roles), yes=say("danger-call-yes"), no=say("back-button")
    )
    call = blocks.button(words, "danger.call", click.token_for("danger.call"), style="danger", confirm=sure)
    return [blocks.section(say("danger-call-about", roles=roles)), blocks.actions(call)]


def crime_door(click: Click) -> list[Block]:
    """The tap that shows the numbers for crime, and calls nobody (G5)."""
    if click.who.guest:
        return []
    say = click.say
    return [
        blocks.divider(),
        blocks.section(say("danger-crime-about")),
        blocks.actions(blocks.button(say("danger-crime-button"), "danger.crime", click.token_for("danger.crime"))),
    ]


def status(click: Click, case: Case, shown: Standing, policy: Policy) -> View:
    """What became of a call, honestly, with the numbers for who cannot wait; the person may add a number."""
    say = click.say
    body = [*_state(click, case, shown), *emergency(click, policy)]
    if case.state in CAN_BE_REPEATED:
        token = click.token_for("danger.again", row=case.id, rev=case.rev)
        body.append(blocks.actions(blocks.button(say("danger-again-button"), "danger.again", token)))
    if not shown.own:
        body.append(blocks.context(say("danger-status-raised")))
        return blocks.modal(say("danger-status-title"), body, close=say("close-button"))
    return blocks.modal(
        say("danger-status-title"),
        [*body, *_phone(click, case, shown)],
        close=say("close-button"),
        submit=say("danger-phone-submit"),
        callback_id="danger.phone",
        token=click.token_for("danger.phone", row=case.id),
    )


def crime_card(click: Click) -> View:
    """The numbers for crime; nobody is told unless danger is ticked too (G5)."""
    say = click.say
    return blocks.modal(
        say("danger-crime-title"),
        [
            *_crime_numbers(click),
            blocks.checkboxes(TICKS, say("danger-crime-ticks"), [(DANGER, say("danger-crime-tick"))]),
        ],
        close=say("close-button"),
        submit=say("danger-crime-submit"),
        callback_id="danger.crime",
        token=click.token_for("danger.crime"),
    )


def crime_numbers(click: Click) -> View:
    """The same card for a supporter who has ticked crime alone."""
    return blocks.modal(click.say("danger-crime-title"), _crime_numbers(click), close=click.say("close-button"))


def raise_form(click: Click, request: str, policy: Policy) -> View:
    """For a supporter: the numbers first, then the ticks; it shows nothing of the case."""
    say = click.say
    return blocks.modal(
        say("danger-raise-title"),
        [
            *emergency(click, policy),
            blocks.section(say("danger-raise-about", roles=offices(click, policy))),
            blocks.checkboxes(
                TICKS, say("danger-raise-what"),
                [(DANGER, say("danger-raise-danger")), (CRIME, say("danger-raise-crime"))],
            ),
            blocks.checkboxes(SERVICES, say("danger-raise-services"), [(CALLED, say("danger-raise-called"))]),
        ],
        close=say("cancel-button"),
        submit=say("danger-raise-submit"),
        callback_id="danger.raise",
        token=click.token_for("danger.raise", row=request),
    )  # fmt: skip


def read_ticks(fields: Fields, block_id: str, allowed: Collection[str]) -> frozenset[str]:
    """What was ticked. Raises Refused for what was never offered."""
    return frozenset(choices(fields, block_id, allowed))


def read_phone(fields: Fields) -> str:
    """The number as it was typed. Raises Refused where there is none."""
    found = text(fields, PHONE, max_length=LONGEST_NUMBER).strip()
    if not found:
        raise Refused("field-choose", PHONE)
    return found


def _state(click: Click, case: Case, shown: Standing) -> list[Block]:
    say = click.say
    if case.state == CALLING:
        told = [say("danger-status-calling", count=case.body["listed"])]
        told += [say("danger-status-until", until=datetime.fromisoformat(case.body["until"]))]
        told += [say("danger-status-superior")] if shown.own and shown.superior else []
    elif case.state == CONFIRMED:
        whom = "" if shown.own else "-raised"  # the person waits for the call, or the one who called for them
        told = [say(f"danger-status-confirmed{whom}", name=shown.taker)]
        told += [say("danger-status-confirmed-phone", number=shown.taker_phone)] if shown.taker_phone else []
        told += [say(f"danger-status-confirmed{whom}-again")]
    else:
        told = [say("danger-status-unanswered" if case.body["listed"] else "danger-status-nobody")]
    return [blocks.section(sentence) for sentence in told]


def _phone(click: Click, case: Case, shown: Standing) -> list[Block]:
    given, say = case.identity.get("phone", ""), click.say
    if given:
        sentence = say("danger-phone-given", number=given)
    elif shown.phone:
        sentence = say("danger-phone-roster", number=shown.phone)
    else:
        sentence = say("danger-phone-unknown")
    field = blocks.line_input(PHONE, say("danger-phone"), hint=say("danger-phone-hint"), max_length=LONGEST_NUMBER)
    return [blocks.divider(), blocks.context(sentence), field]


def _crime_numbers(click: Click) -> list[Block]:
    return [blocks.section(click.say("danger-crime-numbers")), blocks.context(click.say("danger-crime-nobody"))]
