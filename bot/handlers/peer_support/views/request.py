"""The forms of a request: asking, choosing again, stepping aside."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choice, text
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.request import Intake, Offer
from bot.rules.cases import Case
from bot.rules.people import Person
from bot.rules.policy import Policy, Row, Topic

TOPIC, SUPPORTER, MEANS, MESSAGE, REASON = "topic", "supporter", "means", "message", "reason"
LEFT_OPEN = ""  # everything but the receiver is optional (G5)
MARK = 8  # so much of an offer's id fits into a token and tells one of a list from the others


def label(row: Row | Topic, language: str) -> str:
    """A row of the policy in the reader's language."""
    return row.ja if language == "ja" else row.en


def options(rows: Sequence[Row] | Sequence[Topic], language: str) -> list[blocks.Option]:
    """Rows of the policy as choices."""
    return [(row.key, label(row, language)) for row in rows]


def topics(policy: Policy) -> list[Row | Topic]:
    """The three groups of Yam 3 and what they hold."""
    rows: list[Row | Topic] = []
    for topic in policy.topics:
        rows += (topic, *topic.subtopics)
    return rows


def named(rows: Sequence[Row | Topic], key: str, language: str) -> str:
    """The label of the row with this key; the key itself where the policy no longer has it, "none" for no choice."""
    return next((label(row, language) for row in rows if row.key == key), key or "none")


def read_intake(fields: Fields, policy: Policy, offer_ids: Sequence[str]) -> Intake:
    """What was typed and chosen in the form. Raises Refused at the field that does not fit."""
    return Intake(
        topic=choice(fields, TOPIC, {LEFT_OPEN, *(row.key for row in policy.topics)}),
        offer=choice(fields, SUPPORTER, set(offer_ids), gone="field-not-available"),
        means=choice(fields, MEANS, {LEFT_OPEN, *(row.key for row in policy.means)}),
        message=text(fields, MESSAGE),
    )


def request_form(
    click: Click,
    policy: Policy,
    offers: Sequence[Offer],
    people: Mapping[str, Person],
    *,
    superior: Offer | None = None,
) -> View:
    """The form of Yam 9. With `superior` it says that the chosen one is that and asks for a second tap (P6)."""
    say, typed = click.say, click.fields
    if not offers:
        return blocks.modal(
            say("peer_support-form-title"), [blocks.section(say("peer_support-nobody"))], close=say("close-button")
        )
    return blocks.modal(
        say("peer_support-form-title"),
        [
            *_warning(click, superior, people),
            blocks.section(say("peer_support-form-readers")),
            blocks.context(say("peer_support-form-detriment")),
            blocks.radio(TOPIC, say("peer_support-form-topic"), options(policy.topics, click.language),
                         initial=str(typed.get(TOPIC, "")), optional=True),
            _supporters(click, offers, people),
            blocks.radio(MEANS, say("peer_support-form-means"), options(policy.means, click.language),
                         initial=str(typed.get(MEANS, "")), optional=True),
            blocks.text_input(MESSAGE, say("peer_support-form-message"), hint=say("peer_support-form-message-hint"),
                              initial=str(typed.get(MESSAGE, ""))),
            blocks.context(say("peer_support-form-stored")),
        ],
        close=say("cancel-button"),
        submit=say("peer_support-form-submit"),
        callback_id="peer_support.request",
        token=click.token_for("peer_support.request", row=row_of("", superior)),
    )  # fmt: skip


def choose_form(
    click: Click, case: Case, offers: Sequence[Offer], people: Mapping[str, Person], *, superior: Offer | None = None
) -> View:
    """Choosing somebody else for a request that stays as it is; a superior by a second tap, as above (P6)."""
    say = click.say
    return blocks.modal(
        say("peer_support-choose-title"),
        [*_warning(click, superior, people), _supporters(click, offers, people)],
        close=say("cancel-button"),
        submit=say("peer_support-form-submit"),
        callback_id="peer_support.choose_again",
        token=click.token_for("peer_support.choose_again", row=row_of(case.id, superior), rev=case.rev),
    )


def row_of(case_id: str, warned_of: Offer | None) -> str:
    """What the form of a choice remembers: its case, and the superior whom it has warned of (P6)."""
    return f"{case_id}:{warned_of.id[:MARK]}" if warned_of else case_id


def case_in(row: str) -> str:
    """The case of such a form, "" for a new one."""
    return row.partition(":")[0]


def has_warned(row: str, offer: Offer) -> bool:
    """Whether such a form stood in front of the person with a warning of this very superior."""
    return row.partition(":")[2] == offer.id[:MARK]


def sent(click: Click, supporter: str, promised_on: date) -> View:
    """The confirmation: it stands in the modal only, never in a message (G2)."""
    say = click.say
    return notice(
        click, "peer_support-sent-title",
        say("peer_support-sent", name=supporter),
        say("peer_support-sent-promise", name=supporter, day=promised_on),
        say("peer_support-sent-anytime"),
    )  # fmt: skip


def aside_form(click: Click, case_id: str, rev: int, policy: Policy) -> View:
    """Stepping aside with a listed reason (P4)."""
    say = click.say
    return blocks.modal(
        say("peer_support-aside-title"),
        [
            blocks.section(say("peer_support-aside-about")),
            blocks.radio(REASON, say("peer_support-aside-reason"), options(policy.step_aside_reasons, click.language)),
        ],
        close=say("cancel-button"),
        submit=say("peer_support-aside-submit"),
        callback_id="peer_support.step_aside",
        token=click.token_for("peer_support.step_aside", row=case_id, rev=rev),
    )


def notice(click: Click, title: str, *sentences: str) -> View:
    """A screen that only says something."""
    return blocks.modal(click.say(title), [blocks.section(s) for s in sentences], close=click.say("close-button"))


def _warning(click: Click, superior: Offer | None, people: Mapping[str, Person]) -> list[Block]:
    if superior is None:
        return []
    return [blocks.section(click.say("peer_support-superior", name=people[superior.candidate.person].name))]


def _supporters(click: Click, offers: Sequence[Offer], people: Mapping[str, Person]) -> Block:
    say = click.say
    groups: dict[str, list[blocks.Option]] = {}
    for offer in offers:
        near = "superior" if offer.candidate.superior else str(int(offer.candidate.nearness))
        person = people[offer.candidate.person]
        name = say("peer_support-person", name=person.name, unit=person.unit)
        groups.setdefault(say(f"peer_support-near-{near}"), []).append((offer.id, name))
    return blocks.select(
        SUPPORTER, say("peer_support-form-supporter"), list(groups.items()),
        initial=str(click.fields.get(SUPPORTER, "")), hint=say("peer_support-form-supporter-hint"),
    )  # fmt: skip
