"""The screens of consent: the question to the person, the list of what was agreed to, what the supporter learns."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import choices
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.consents import (
    ASKED_FOR,
    RECORD,
    SUBTOPIC,
    SUPERIOR,
    TEXT,
    Ask,
    answered,
    live,
    pending,
)
from bot.handlers.peer_support.rules.sight import MESSAGE, NAME, REFERRAL, TALK, TOPIC
from bot.handlers.peer_support.views.request import MARK, case_in
from bot.rules.cases import Case
from bot.rules.consent import Consent
from bot.rules.ledger import Ledger

FIELDS = "fields"
IN_ORDER = (NAME, TOPIC, MESSAGE, TALK, SUBTOPIC, TEXT)
AGREE = {REFERRAL: "peer_support.agree_referral"}  # the form of a yes; the others move nothing


@dataclass(frozen=True)
class Line:
    """One line of the ledger of consents as the person reads it; `reader` is a name with its role, or an office."""

    consent: Consent
    reader: str
    live: bool


def own_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """On the person's own screen: there is a question, and a button that leads to it."""
    say, question = click.say, pending(case)
    if question is None:
        return []
    button = blocks.button(
        say("peer_support-question-button"),
        "peer_support.question",
        click.token_for("peer_support.question", row=case.id, rev=case.rev),
        style="primary",
    )
    return [blocks.section(say("peer_support-question-there", day=question.answer_by)), blocks.actions(button)]


def question(click: Click, case: Case, asks: Ask, supporter: str, reader: str, warning: str = "") -> View:
    """The whole question: who will read, what for, which fields, until when, and that a no changes nothing."""
    say, kind = click.say, AGREE.get(asks.purpose, "peer_support.consent")
    values = {"name": supporter, "reader": reader, "day": asks.expires_on}
    no = blocks.button(
        say("peer_support-not-now-button"),
        "peer_support.not_now",
        click.token_for("peer_support.not_now", row=case.id, rev=case.rev),
    )
    return blocks.modal(
        say("peer_support-question-title"),
        [
            blocks.section(say(f"peer_support-question-{asks.purpose}", **values)),
            blocks.section(say(f"peer_support-question-{asks.purpose}-reader", **values)),
            *([blocks.section(warning)] if warning else []),
            *_ticks(click, asks.fields, say("peer_support-question-fields"), asks.fields),
            blocks.section(say("peer_support-question-until", **values)),
            blocks.context(say("peer_support-question-free", day=asks.answer_by)),
            blocks.actions(no),
        ],
        close=say("close-button"),
        submit=say("peer_support-question-submit"),
        callback_id=kind,
        token=click.token_for(kind, row=case.id, rev=case.rev),
    )


def read_fields(click: Click) -> tuple[str, ...]:
    """The ticked fields. Raises Refused for what no form offers."""
    return choices(click.fields, FIELDS, frozenset().union(*ASKED_FOR.values()))


def record_form(click: Click, fields: Collection[str]) -> View:
    """The supporter asks what may stand in the record for the welfare head (Yam 11(3))."""
    say = click.say
    return blocks.modal(
        say("peer_support-record_consent-title"),
        [
            blocks.section(say("peer_support-record_consent-about")),
            *_ticks(click, fields, say("peer_support-record_consent-fields"), ()),
            blocks.context(say("peer_support-ask-about")),
        ],
        close=say("cancel-button"),
        submit=say("peer_support-ask-submit"),
        callback_id="peer_support.ask_record",
        token=click.token_for("peer_support.ask_record", row=case_in(click.row), rev=click.rev),
    )


def guide(click: Click, case: Case, *, may_ask: bool) -> View:
    """What a supporter can do so that the person tells the superior (Yam 10(4)(1))."""
    say, kind = click.say, "peer_support.ask_superior"
    button = blocks.button(say("peer_support-ask_superior-button"), kind, click.token_for(kind, case.id, case.rev))
    return blocks.modal(
        say("peer_support-guide-title"),
        [
            *(blocks.section(f"{n}. " + say(f"peer_support-guide-{n}")) for n in (1, 2, 3)),
            blocks.context(say("peer_support-guide-never")),
            *([blocks.actions(button)] if may_ask else []),
        ],
        close=say("close-button"),
    )


def listed(click: Click, case: Case, lines: Sequence[Line]) -> View:
    """Every consent that the person has given in this matter, with the way back of those that hold."""
    say = click.say
    body: list[Block] = [blocks.section(say(f"peer_support-consents-{'about' if lines else 'none'}"))]
    for line in lines:
        body += [blocks.divider(), blocks.section(_told(click, line))]
        if line.live:
            body.append(blocks.actions(_take_back(click, case, line.consent)))
    return blocks.modal(say("peer_support-consents-title"), body, close=say("close-button"))


def handled_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """On the supporter's: under which consent they have it, what they have asked, and what was agreed to."""
    say, asks, last, lines = click.say, pending(case), answered(case), live(case, ledger, click.now)
    told = [
        say("peer_support-handed-to-you", fields=names(click, consent.fields), day=_until(consent))
        for consent in lines
        if (consent.recipient, consent.purpose) == (click.who.person, REFERRAL)
    ]
    if asks is not None:
        told.append(say("peer_support-asked-consent", what=_what(click, asks.purpose), day=asks.answer_by))
    if last and not last["agreed"]:
        told.append(say("peer_support-not-agreed", what=_what(click, last["purpose"])))
    told += [
        say(f"peer_support-agreed-{consent.purpose}", fields=names(click, consent.fields), day=_until(consent))
        for consent in lines
        if consent.purpose in (SUPERIOR, RECORD)
    ]
    return [blocks.context(sentence) for sentence in told]


def names(click: Click, fields: Collection[str]) -> str:
    """Fields in words, in a fixed order."""
    named = (click.say(f"peer_support-field-{field}") for field in IN_ORDER if field in fields)
    return click.say("peer_support-fields-and").join(named)


def ticks(click: Click, fields: Collection[str], label: str, initial: Collection[str]) -> Block:
    """A checkbox for each field that may be ticked."""
    options = [(f, click.say(f"peer_support-field-{f}")) for f in IN_ORDER if f in fields]
    return blocks.checkboxes(FIELDS, label, options, initial=[f for f, _ in options if f in initial])


def _ticks(click: Click, fields: Collection[str], label: str, initial: Collection[str]) -> list[Block]:
    return [ticks(click, fields, label, initial)] if set(fields) & set(IN_ORDER) else []


def _take_back(click: Click, case: Case, consent: Consent) -> dict[str, object]:
    """Its revision does not matter: taking back is never too late."""
    kind = "peer_support.take_back"
    token = click.token_for(kind, row=f"{case.id}:{consent.id[:MARK]}")
    return blocks.button(click.say("peer_support-take-back-consent"), kind, token)


def _told(click: Click, line: Line) -> str:
    say, consent = click.say, line.consent
    state = "peer_support-consent-live" if line.live else "peer_support-consent-ended"
    told = [
        say("peer_support-consent-line", what=_what(click, consent.purpose), reader=line.reader),
        *([say("peer_support-consent-fields", fields=told)] if (told := names(click, consent.fields)) else []),
        say(state, day=_until(consent)),
    ]
    if consent.purpose == REFERRAL:
        opened = consent.opened_at
        told.append(say("peer_support-consent-opened", at=opened) if opened else say("peer_support-consent-unopened"))
    return "\n".join(told)


def _what(click: Click, purpose: str) -> str:
    return click.say(f"peer_support-purpose-{purpose}")


def _until(consent: Consent) -> date:
    if consent.expires_on is None:
        raise ValueError("every consent of this flow has its last day")
    return consent.expires_on
