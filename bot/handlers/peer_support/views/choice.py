"""The forms in which a person says whom they would like to talk to, about what, and whom they would rather avoid."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choice, choices, text
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.choice import FREE, Offer, free_one, is_free, left_out
from bot.handlers.peer_support.rules.request import Intake
from bot.handlers.peer_support.views.request import (
    LEFT_OPEN,
    MEANS,
    MESSAGE,
    SUPPORTER,
    TOPIC,
    label,
    options,
    row_of,
    topics,
)
from bot.rules.cases import Case
from bot.rules.conflicts import Nearness
from bot.rules.ledger import Ledger
from bot.rules.people import Person
from bot.rules.policy import Contact, Policy

NAMED, AVOID = "named", "avoid"
SHOWN, HIDDEN = "shown", "hidden"
SHORT = 40  # the list stands twice on this form, and a view has an end
CHOOSES = frozenset({"unanswered", "stepped_aside"})  # the states in which the person chooses anew
People = Mapping[str, Person]
Groups = dict[str, list[blocks.Option]]


def read_intake(fields: Fields, policy: Policy, offers: Sequence[Offer]) -> Intake:
    """What was typed and chosen in the form. Raises Refused at the field that does not fit."""
    ids = {offer.id for offer in offers}
    free = {FREE} if any(map(is_free, offers)) else set()
    return Intake(
        offer=choice(fields, SUPPORTER, ids | free, gone="field-not-available"),
        named=choice(fields, NAMED, {LEFT_OPEN, SHOWN, HIDDEN}) != HIDDEN,
        avoided=choices(fields, AVOID, ids),
        **read_asked(fields, policy),
    )


def read_asked(fields: Fields, policy: Policy) -> dict[str, str]:
    """What it is about, how to talk, and the words. Raises Refused at the field that does not fit."""
    return {
        "topic": choice(fields, TOPIC, {LEFT_OPEN, *(row.key for row in topics(policy))}),
        "means": choice(fields, MEANS, {LEFT_OPEN, *(row.key for row in policy.means)}),
        "message": text(fields, MESSAGE),
    }


def request_form(
    click: Click, policy: Policy, offers: Sequence[Offer], people: People, *, superior: Offer | None = None
) -> View:
    """The form of Yam 9: who reads it stands before the words. With `superior` it asks for a second tap (P6).

    What was typed and chosen stays where it is; whom to avoid is there once it was unfolded.
    """
    say = click.say
    if not offers:
        body = [blocks.section(say("peer_support-nobody")), families(click, policy)]
        return blocks.modal(say("peer_support-form-title"), body, close=say("close-button"))
    return blocks.modal(
        say("peer_support-form-title"),
        [
            *_warning(click, superior, people),
            _receivers(click, policy, offers, people),
            blocks.section(say("peer_support-form-readers")),
            blocks.context(say("peer_support-form-detriment")),
            *asked_inputs(click, policy, click.fields),
            _named(click),
            *_avoid(click, policy, offers, people),
            blocks.context(say("peer_support-form-stored")),
            families(click, policy),
        ],
        close=say("cancel-button"),
        submit=say("peer_support-form-submit"),
        callback_id="peer_support.request",
        token=click.token_for("peer_support.request", row=row_of("", superior)),
    )


def choose_form(
    click: Click, policy: Policy, case: Case, offers: Sequence[Offer], people: People, *, superior: Offer | None = None
) -> View:
    """Choosing somebody else for a request that stays as it is; a superior by a second tap, as above (P6)."""
    say = click.say
    if not offers:
        body = [blocks.section(say("peer_support-nobody")), families(click, policy)]
        return blocks.modal(say("peer_support-choose-title"), body, close=say("close-button"))
    return blocks.modal(
        say("peer_support-choose-title"),
        [*_warning(click, superior, people), _receivers(click, policy, offers, people)],
        close=say("cancel-button"),
        submit=say("peer_support-form-submit"),
        callback_id="peer_support.choose_again",
        token=click.token_for("peer_support.choose_again", row=row_of(case.id, superior), rev=case.rev),
    )


def correction_form(click: Click, policy: Policy, case: Case) -> View:
    """What was asked, to be put right while nobody has taken it on."""
    say = click.say
    return blocks.modal(
        say("peer_support-correct-title"),
        [blocks.section(say("peer_support-correct-about")), *asked_inputs(click, policy, case.body)],
        close=say("cancel-button"),
        submit=say("peer_support-correct-submit"),
        callback_id="peer_support.correction",
        token=click.token_for("peer_support.correction", row=case.id),
    )


def asked_inputs(click: Click, policy: Policy, typed: Mapping[str, Any]) -> list[Block]:
    """What it is about (Yam 3), with where to go for what is not meant here; how to talk; the words. All optional."""
    say = click.say
    return [
        blocks.select(TOPIC, say("peer_support-form-topic"), _topics(click, policy),
                      initial=str(typed.get(TOPIC, "")), optional=True),
        blocks.context(say("peer_support-form-outside", **_desks(click, policy))),
        blocks.radio(MEANS, say("peer_support-form-means"), options(policy.means, click.language),
                     initial=str(typed.get(MEANS, "")), optional=True),
        blocks.text_input(MESSAGE, say("peer_support-form-message"), hint=say("peer_support-form-message-hint"),
                          initial=str(typed.get(MESSAGE, ""))),
    ]  # fmt: skip


def families(click: Click, policy: Policy) -> Block:
    """How families, and who does not use Slack, reach a supporter (Yam 1, 9)."""
    contact = contact_of(policy, "peer")
    ways = {"phone": contact.phone, "mail": contact.mail or "none"}
    return blocks.context(click.say("peer_support-families", desk=_desk(click, contact), **ways))


def contact_of(policy: Policy, key: str) -> Contact:
    """The contact outside Slack with this key, the first one where the policy has none."""
    return next((contact for contact in policy.contacts if contact.key == key), policy.contacts[0])


def who_is_next(click: Click, case: Case, ledger: Ledger) -> Sequence[Block]:
    """Where the person left it open, what happens next; where they choose anew, somebody who is free: one tap asks."""
    if case.state == "requested" and case.identity.get("free"):
        return [blocks.context(click.say("peer_support-case-free"))]
    if case.state not in CHOOSES:
        return ()
    today = ledger.office.day(click.now)
    proposed = free_one(case, case.requester, ledger, today, left_out(case))
    person = ledger.person(proposed.candidate.person) if proposed else None
    if proposed is None or person is None:
        return ()
    kind = "peer_support.substitute"
    token = click.token_for(kind, row=row_of(case.id, proposed), rev=case.rev)
    words = click.say("peer_support-substitute-button", name=person.name)
    return [blocks.actions(blocks.button(words, kind, token, style="primary"))]


def _topics(click: Click, policy: Policy) -> list[tuple[str, list[blocks.Option]]]:
    """The three groups of Yam 3; each can be chosen as a whole and told when you meet."""
    language = click.language
    return [
        (
            label(topic, language),
            [
                (topic.key, click.say("peer_support-form-later", topic=label(topic, language))),
                *options(topic.subtopics, language),
            ],
        )
        for topic in policy.topics
    ]


def _desks(click: Click, policy: Policy) -> dict[str, str]:
    """The other desks, with how to reach them."""
    found = {key: contact_of(policy, key) for key in ("harassment", "stress")}
    return {key: f"{_desk(click, contact)} {contact.phone}" for key, contact in found.items()}


def _desk(click: Click, contact: Contact) -> str:
    return contact.ja if click.language == "ja" else contact.en


def _named(click: Click) -> Block:
    """Whether the other side reads the name (G7); shown unless the person says otherwise."""
    say = click.say
    choices = [(SHOWN, say("peer_support-named-shown")), (HIDDEN, say("peer_support-named-hidden"))]
    chosen = str(click.fields.get(NAMED) or SHOWN)
    return blocks.radio(NAMED, say("peer_support-named"), choices, initial=chosen, hint=say("peer_support-named-hint"))


def _avoid(click: Click, policy: Policy, offers: Sequence[Offer], people: People) -> list[Block]:
    """Whom to avoid: folded in a button until it is wanted, and seen by nobody (P6)."""
    say, chosen = click.say, click.fields.get(AVOID)
    if chosen is None:
        token = click.token_for("peer_support.avoid", row=click.row)
        return [blocks.actions(blocks.button(say("peer_support-avoid-button"), "peer_support.avoid", token))]
    groups: Groups = {}
    for offer in offers:
        person = people[offer.candidate.person]
        told = say("peer_support-avoid-person", name=person.name, unit=person.unit or "none")
        groups.setdefault(_heading(click, policy, offer), []).append((offer.id, blocks.plain(told, SHORT)["text"]))
    initial = chosen if isinstance(chosen, list) else []
    return [
        blocks.several(AVOID, say("peer_support-avoid"), list(groups.items()), initial=initial,
                       hint=say("peer_support-avoid-hint"))
    ]  # fmt: skip


def _warning(click: Click, superior: Offer | None, people: People) -> list[Block]:
    if superior is None:
        return []
    return [blocks.section(click.say("peer_support-superior", name=people[superior.candidate.person].name))]


def _receivers(click: Click, policy: Policy, offers: Sequence[Offer], people: People) -> Block:
    """Everybody who can be asked, with unit and office; "whoever is free" before those who are away and superiors."""
    groups: Groups = {}
    for offer in offers:
        if (offer.away_until or offer.candidate.superior) and any(map(is_free, offers)):
            _free(click, groups)
        person = people[offer.candidate.person]
        groups.setdefault(_heading(click, policy, offer), []).append((offer.id, _told(click, policy, offer, person)))
    if any(map(is_free, offers)):
        _free(click, groups)
    say = click.say
    return blocks.select(
        SUPPORTER, say("peer_support-form-supporter"), list(groups.items()),
        initial=str(click.fields.get(SUPPORTER, "")), hint=say("peer_support-form-supporter-hint"),
    )  # fmt: skip


def _free(click: Click, groups: Groups) -> None:
    groups.setdefault(click.say("peer_support-near-free"), [(FREE, click.say("peer_support-free"))])


def _heading(click: Click, policy: Policy, offer: Offer) -> str:
    """How near somebody is; advisers from outside by their field (Yam 8(1))."""
    candidate = offer.candidate
    near = "superior" if candidate.superior else "away" if offer.away_until else str(int(candidate.nearness))
    return click.say(f"peer_support-near-{near}", field=_field(click, policy, candidate.field))


def _field(click: Click, policy: Policy, field: str) -> str:
    rows = policy.adviser_fields
    return label(next((row for row in rows if field in (row.key, row.ja, row.en)), rows[-1]), click.language)


def _told(click: Click, policy: Policy, offer: Offer, person: Person) -> str:
    """Who would read it: name, unit or field, and office (Yam 13)."""
    candidate, say = offer.candidate, click.say
    adviser = candidate.nearness is Nearness.ADVISER
    rule = policy.roles[candidate.role]
    office = rule.ja if click.language == "ja" else rule.en
    where = candidate.field if adviser else person.unit
    told = say("peer_support-person", name=person.name, where=where or "none", office=office)
    return say("peer_support-person-away", person=told, day=offer.away_until) if offer.away_until else told
