"""The screens of handing on and of introducing somebody (Yam 10(2)(3))."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.referral import Contact, introduced
from bot.handlers.peer_support.rules.sight import TOPIC
from bot.handlers.peer_support.views.consent import ticks
from bot.handlers.peer_support.views.request import case_in
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Appointment

RECIPIENT, CONTACT = "recipient", "contact"


@dataclass(frozen=True)
class Card:
    """Somebody as everybody may know them (Yam 4(3)(1)); `role` is in words, an adviser's field with it."""

    id: str
    name: str
    role: str
    phone: str = ""


def refer_form(click: Click, cards: Sequence[Card], fields: Collection[str]) -> View:
    """The supporter chooses to whom and what; the person is asked before anything moves."""
    say = click.say
    if not cards:
        return _told(click, "peer_support-refer-title", say("peer_support-refer-nobody"))
    return blocks.modal(
        say("peer_support-refer-title"),
        [
            blocks.section(say("peer_support-refer-about")),
            blocks.select(RECIPIENT, say("peer_support-refer-to"), _by_role(cards)),
            ticks(click, fields, say("peer_support-refer-fields"), (TOPIC,)),
            blocks.context(say("peer_support-ask-about")),
        ],
        close=say("cancel-button"),
        submit=say("peer_support-ask-submit"),
        callback_id="peer_support.ask_referral",
        token=click.token_for("peer_support.ask_referral", row=case_in(click.row), rev=click.rev),
    )


def introduce_form(click: Click, cards: Sequence[Card]) -> View:
    """The supporter chooses whose contact the person gets; the person decides what to do with it (Yam 10(3))."""
    say = click.say
    return blocks.modal(
        say("peer_support-introduce-title"),
        [
            blocks.section(say("peer_support-introduce-about")),
            blocks.select(CONTACT, say("peer_support-introduce-whom"), _by_role(cards)),
        ],
        close=say("cancel-button"),
        submit=say("peer_support-introduce-submit"),
        callback_id="peer_support.introduce_contact",
        token=click.token_for("peer_support.introduce_contact", row=case_in(click.row), rev=click.rev),
    )


def own_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """On the person's own screen: whom the supporter has named, and how to reach them."""
    say, today = click.say, ledger.office.day(click.now)
    cards = [card(click, ledger, one) for one in introduced(case, ledger, today)]
    if case.state != "accepted" or not cards:
        return []
    lines = (say("peer_support-introduced-one", name=c.name, role=c.role, number=c.phone or "none") for c in cards)
    return blocks.sections([say("peer_support-introduced"), *lines])


def done(click: Click, said: str) -> View:
    """What the supporter reads after asking or introducing."""
    return _told(click, "peer_support-ask-done-title", said)


def card(click: Click, ledger: Ledger, contact: Contact) -> Card:
    """A contact in the reader's language."""
    held = contact.appointment
    if held is None:
        row = next(row for row in ledger.policy.contacts if row.key == contact.id)
        name = row.ja if click.language == "ja" else row.en
        return Card(row.key, name, click.say("peer_support-introduce-desk"), row.phone)
    person = ledger.person(held.person)
    role = role_words(click, ledger, held)
    return Card(held.id, person.name, role, person.phone) if person else Card(held.id, role, role)


def role_words(click: Click, ledger: Ledger, held: Appointment) -> str:
    """An office in the reader's language, an adviser's with the field (Yam 8(1))."""
    rule = ledger.policy.roles[held.role]
    role = rule.ja if click.language == "ja" else rule.en
    return click.say("peer_support-role-field", role=role, field=held.field) if held.field else role


def _by_role(cards: Sequence[Card]) -> list[tuple[str, list[blocks.Option]]]:
    groups: dict[str, list[blocks.Option]] = {}
    for card in cards:
        groups.setdefault(card.role, []).append((card.id, card.name))
    return list(groups.items())


def _told(click: Click, title: str, said: str) -> View:
    return blocks.modal(click.say(title), [blocks.section(said)], close=click.say("close-button"))
