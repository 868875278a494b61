"""The forms of handing on and of introducing somebody (Yam 10(2)(3))."""

from functools import partial

from bot.casework import Casework
from bot.handlers.blocks import View
from bot.handlers.fields import choice
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners.case import HANDLING, door, handled_case
from bot.handlers.peer_support.rules import consents
from bot.handlers.peer_support.rules import referral as rules
from bot.handlers.peer_support.rules.sight import REFERRAL
from bot.handlers.peer_support.views import consent as consent_views
from bot.handlers.peer_support.views import referral as views
from bot.handlers.peer_support.views.request import notice
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger


async def refer(click: Click, casework: Casework) -> Answer:
    """The supporter opens the form: to whom, and what of it."""

    def show(case: Case, ledger: Ledger) -> View:
        reach = rules.reach(click.who.person, ledger, ledger.office.day(click.now))
        cards = [views.card(click, ledger, rules.Contact(a.id, a)) for a in reach]
        return views.refer_form(click, cards, consents.allowed(REFERRAL, case))

    return await handled_case(click, casework, show)


async def ask_referral(click: Click, casework: Casework) -> Answer:
    """The person is asked; nothing has moved (Yam 10(2))."""

    def reach(ledger: Ledger) -> set[str]:
        return {a.id for a in rules.reach(click.who.person, ledger, ledger.office.day(click.now))}

    chosen = choice(click.fields, views.RECIPIENT, await casework.look(reach), gone="field-not-available")
    asks = partial(rules.ask, chosen, consent_views.read_fields(click))
    await casework.act(click, door(HANDLING, Act.CHANGE, click), asks)
    return Show(views.done(click, click.say("peer_support-ask-done")), refreshes_home=True)


async def introduce(click: Click, casework: Casework) -> Answer:
    """The supporter opens the list of contacts that everybody may know."""

    def show(case: Case, ledger: Ledger) -> View:
        return views.introduce_form(click, _contacts(click, ledger))

    return await handled_case(click, casework, show)


async def introduce_contact(click: Click, casework: Casework) -> Answer:
    """The person is handed the contact, and nobody else hears of it (Yam 10(3))."""
    offered = await casework.look(lambda ledger: {card.id for card in _contacts(click, ledger)})
    chosen = choice(click.fields, views.CONTACT, offered, gone="field-not-available")
    await casework.act(click, door(HANDLING, Act.CHANGE, click), partial(rules.introduce, chosen))
    return Show(views.done(click, click.say("peer_support-introduce-done")), refreshes_home=True)


async def handed_on(click: Click, casework: Casework) -> Answer:
    """A supporter's news leads here: the person has agreed, and somebody else has it now."""
    return Show(notice(click, "peer_support-handed-on-title", click.say("peer_support-handed-on")), refreshes_home=True)


def _contacts(click: Click, ledger: Ledger) -> list[views.Card]:
    return [views.card(click, ledger, one) for one in rules.contacts(ledger, ledger.office.day(click.now))]


ACTIONS: dict[str, Action] = {
    "peer_support.refer": refer,
    "peer_support.introduce": introduce,
    "peer_support.handed_on": handed_on,
}
FORMS: dict[str, Action] = {
    "peer_support.ask_referral": ask_referral,
    "peer_support.introduce_contact": introduce_contact,
}
FIELDS = (
    Field("peer_support.ask_referral", "recipient", "body"),
    Field("peer_support.ask_referral", "fields", "body"),
    Field("peer_support.introduce_contact", "contact", "body"),
)
