"""The taps and forms of consent: asked by the supporter, given, refused and taken back by the person."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bot.casework import Casework
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners.case import (
    ASKING,
    HANDLING,
    door,
    handled_case,
    name_of,
    open_case,
    own_case,
)
from bot.handlers.peer_support.rules import consents as rules
from bot.handlers.peer_support.rules import referral
from bot.handlers.peer_support.rules.sight import REFERRAL
from bot.handlers.peer_support.views import consent as views
from bot.handlers.peer_support.views import referral as referral_views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.conflicts import superiors_of
from bot.rules.ledger import Ledger
from bot.rules.people import HANDLERS, Role, holders


async def question(click: Click, casework: Casework) -> Answer:
    """The person reads what is asked: who, what for, which fields, until when."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        asks = rules.pending(case)
        if asks is None:
            return Refused("peer_support-consent-over")
        reader = reader_words(click, ledger, asks.purpose, asks.recipient)
        above = asks.recipient in superiors_of(case.requester, ledger.people())
        warning = click.say("peer_support-question-superior-warning") if above else ""
        return views.question(click, case, asks, name_of(ledger, case.handlers[0]), reader, warning)

    return Show(await casework.read(click, door(ASKING, Act.READ, click, "consent"), show), on_top=True)


async def agree(click: Click, casework: Casework) -> Answer:
    """Yes to what moves nothing by itself: a contact by a human, words in the record (Yam 10(4)(1), 11(3))."""
    decide = partial(rules.agree, views.read_fields(click))
    outcome = await casework.act(click, door(ASKING, Act.CREATE, click, "consent"), decide)
    return await own_case(click, casework, outcome.case.id)


async def agree_referral(click: Click, casework: Casework) -> Answer:
    """Yes to being handed on: only now it moves (Yam 10(2)(3))."""
    decide = partial(referral.refer, views.read_fields(click))
    outcome = await casework.act(click, door(ASKING, Act.CREATE, click, "referral"), decide)
    return await own_case(click, casework, outcome.case.id)


async def not_now(click: Click, casework: Casework) -> Answer:
    """No, without a reason."""
    outcome = await casework.act(click, door(ASKING, Act.CHANGE, click, "consent"), rules.not_now)
    return await own_case(click, casework, outcome.case.id)


async def take_back(click: Click, casework: Casework) -> Answer:
    """One tap, whatever has happened since the screen was shown: from this instant nothing of it holds."""
    mark = click.row.partition(":")[2]
    decide = partial(referral.take_back_one, mark) if mark else referral.take_back
    opened = replace(door(ASKING, Act.CHANGE, click, "consent"), rev=0)
    outcome = await casework.act(click, opened, decide)
    return await own_case(click, casework, outcome.case.id)


async def listed(click: Click, casework: Casework) -> Answer:
    """The person looks at what they have agreed to in this matter."""

    def show(case: Case, ledger: Ledger) -> View:
        live = {consent.id for consent in rules.live(case, ledger, click.now)}
        lines = sorted(ledger.consents(case.id), key=lambda consent: consent.given_at)
        return views.listed(
            click,
            case,
            [views.Line(c, reader_words(click, ledger, c.purpose, c.recipient), c.id in live) for c in lines],
        )

    return Show(await casework.read(click, door(ASKING, Act.READ, click, "consent"), show), on_top=True)


async def record_consent(click: Click, casework: Casework) -> Answer:
    """The supporter opens the form that asks what may stand in the record."""

    def show(case: Case, ledger: Ledger) -> View:
        return views.record_form(click, rules.allowed(rules.RECORD, case))

    return await handled_case(click, casework, show)


async def ask_record(click: Click, casework: Casework) -> Answer:
    """The person is asked what may stand in the record (Yam 11(3))."""
    asks = partial(rules.ask, rules.RECORD, Role.WELFARE_HEAD, views.read_fields(click))
    await casework.act(click, door(HANDLING, Act.CHANGE, click), asks)
    return Show(referral_views.done(click, click.say("peer_support-ask-done")), refreshes_home=True)


async def superior_guide(click: Click, casework: Casework) -> Answer:
    """The supporter reads how to help the person tell the superior themselves (Yam 10(4)(1))."""

    def show(case: Case, ledger: Ledger) -> View:
        return views.guide(click, case, may_ask=rules.pending(case) is None)

    return await handled_case(click, casework, show)


async def ask_superior(click: Click, casework: Casework) -> Answer:
    """The person is asked whether the supporter may speak to the superior; the program itself cannot (P8)."""
    asks = partial(rules.ask, rules.SUPERIOR, rules.SUPERIOR, {rules.CONTACT})
    outcome = await casework.act(click, door(HANDLING, Act.CHANGE, click), asks)
    if outcome.repeated:
        return await open_case(click, casework)
    return Show(referral_views.done(click, click.say("peer_support-ask-done")), refreshes_home=True)


def reader_words(click: Click, ledger: Ledger, purpose: str, recipient: str) -> str:
    """Who would read, by name and role: of the office the one who holds it now, of the superior only the word."""
    return READERS[purpose](click, ledger, recipient)


def _somebody(click: Click, ledger: Ledger, recipient: str) -> str:
    today = ledger.office.day(click.now)
    held = [a for a in ledger.appointments_of(recipient) if a.role in HANDLERS]
    now_held = next((a for a in held if a.in_force(today)), next(iter(held), None))
    role = referral_views.role_words(click, ledger, now_held) if now_held else ""
    return click.say("peer_support-with-role", name=name_of(ledger, recipient) or "none", role=role or "none")


def _welfare_head(click: Click, ledger: Ledger, _: str) -> str:
    today = ledger.office.day(click.now)
    rule = ledger.policy.roles[Role.WELFARE_HEAD]
    role = rule.ja if click.language == "ja" else rule.en
    heads = holders(ledger.appointments(today), {Role.WELFARE_HEAD}, today)
    names = click.say("peer_support-fields-and").join(name_of(ledger, head) for head in heads)
    return click.say("peer_support-with-role", name=names or "none", role=role)


READERS: dict[str, Callable[[Click, Ledger, str], str]] = {
    REFERRAL: _somebody,
    rules.RECORD: _welfare_head,
    rules.SUPERIOR: lambda click, ledger, _: click.say("peer_support-reader-superior"),
}


ACTIONS: dict[str, Action] = {
    "peer_support.question": question,
    "peer_support.not_now": not_now,
    "peer_support.take_back": take_back,
    "peer_support.consents": listed,
    "peer_support.record_consent": record_consent,
    "peer_support.superior_guide": superior_guide,
    "peer_support.ask_superior": ask_superior,
}
FORMS: dict[str, Action] = {
    "peer_support.consent": agree,
    "peer_support.agree_referral": agree_referral,
    "peer_support.ask_record": ask_record,
}
FIELDS = (
    Field("peer_support.consent", "fields", "body"),
    Field("peer_support.agree_referral", "fields", "body"),
    Field("peer_support.ask_record", "fields", "body"),
)
