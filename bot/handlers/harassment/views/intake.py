"""The pages on which a consultation is told, one for each thing that may be said; every field may stay empty (G5)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.fields import Fields, choice, choices, text
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.circle import OFFICES
from bot.handlers.harassment.rules.doors import Doors
from bot.handlers.harassment.rules.entry import FOR_OTHERS, NO_WISHES, NOBODY_NAMED, NOTHING_TOLD, Part
from bot.rules.cases import Case
from bot.rules.people import Person
from bot.rules.policy import Policy
from bot.rules.policy_rows import Labelled

EXCLUDED, KEPT_OUT, AFFECTED, WISHED = "excluded", "kept_out", "affected", "wished"
ENTRY, KINDS, PLACES, WHEN, STORY, NAMED = "entry", "kinds", "places", "when", "story", "named"
DAYS, PLACE, MEANS, SEX, NURSE, WANTED = "days", "place", "means", "sex", "nurse", "wanted"
SHOWN, HIDDEN = "shown", "hidden"
LEFT_OPEN = ""
LONGEST_LINE = 200

People = Mapping[str, Person]


@dataclass(frozen=True)
class Lists:
    """What can be chosen from: the words of the policy, the people of the roster, who stands behind the doors."""

    policy: Policy
    people: People
    doors: Doors


class Page(NamedTuple):
    """One page: its inputs, holding what was told before, and what is read from them."""

    inputs: Callable[[Click, Mapping[str, Any], Lists], list[Block]]
    read: Callable[[Fields, Lists], Part]
    holds: tuple[str, ...]  # its fields


def label(row: Labelled, language: str) -> str:
    """A row of the policy in the reader's language."""
    return row.ja if language == "ja" else row.en


def options(rows: Sequence[Labelled], language: str) -> list[blocks.Option]:
    """Rows of the policy as choices."""
    return [(row.key, label(row, language)) for row in rows]


def told(case: Case) -> dict[str, Any]:
    """Everything that a case holds of what was told, by field; what was left open is there too."""
    body, identity = {**NOTHING_TOLD, **case.body}, {**NOBODY_NAMED, **case.identity}
    return {**identity, **body, **NO_WISHES, **body["wishes"]}


# ---- who must not see this ----


def who_inputs(click: Click, known: Mapping[str, Any], lists: Lists) -> list[Block]:
    """People by name, and the quick ticks for those whose name one does not know."""
    say = click.say
    return [
        blocks.section(say("harassment-who-about")),
        tick_input(click, known),
        blocks.several(
            EXCLUDED, say("harassment-who-people"), by_unit(click, lists.people), initial=known[EXCLUDED],
            hint=say("harassment-who-people-hint"),
        ),
    ]  # fmt: skip


def tick_input(click: Click, known: Mapping[str, Any]) -> Block:
    """The four quick ticks."""
    ticks = [(office, click.say(f"harassment-office-{office}")) for office in OFFICES]
    return blocks.checkboxes(
        KEPT_OUT, click.say("harassment-who-ticks"), ticks, initial=known[KEPT_OUT],
        hint=click.say("harassment-who-ticks-hint"),
    )  # fmt: skip


def read_who(fields: Fields, lists: Lists) -> Part:
    """Raises Refused at the field that does not fit."""
    excluded = choices(fields, EXCLUDED, lists.people.keys())
    return Part(identity={EXCLUDED: list(excluded), KEPT_OUT: read_ticks(fields)})


def read_ticks(fields: Fields) -> list[str]:
    """The ticked offices. Raises Refused for what was never offered."""
    return list(choices(fields, KEPT_OUT, OFFICES.keys()))


def by_unit(click: Click, people: People) -> list[tuple[str, list[blocks.Option]]]:
    """Everybody on the roster under their unit."""
    groups: dict[str, list[blocks.Option]] = {}
    for row in people.values():
        groups.setdefault(row.unit or click.say("harassment-no-unit"), []).append((row.id, row.name))
    return list(groups.items())


# ---- what it is about (Aki 2, 5(2), 7(9)) ----


def about_inputs(click: Click, known: Mapping[str, Any], lists: Lists) -> list[Block]:
    """How it stands, and its kinds in the words of Aki 2(3)-(5): more than one, or none; nobody decides here."""
    say, rules = click.say, lists.policy.harassment
    groups: dict[str, list[blocks.Option]] = {}
    for kind in rules.kinds:
        heading = say("harassment-kind-group", group=kind.group)
        groups.setdefault(heading, []).append((kind.key, label(kind, click.language)))
    return [
        blocks.radio(
            ENTRY, say("harassment-entry"), options(rules.entries, click.language), initial=known[ENTRY], optional=True
        ),
        blocks.several(
            KINDS,
            say("harassment-kinds"),
            list(groups.items()),
            initial=known[KINDS],
            hint=say("harassment-kinds-hint"),
        ),
    ]


def read_about(fields: Fields, lists: Lists) -> Part:
    """Raises Refused at the field that does not fit."""
    rules = lists.policy.harassment
    kinds = choices(fields, KINDS, {kind.key for kind in rules.kinds})
    return Part(body={ENTRY: choice(fields, ENTRY, _keys(rules.entries)), KINDS: list(kinds)})


# ---- what happened ----


def story_inputs(click: Click, known: Mapping[str, Any], lists: Lists) -> list[Block]:
    """What happened; for somebody who saw or heard it also whom it happens to."""
    for_others = [affected_input(click, known, lists)] if known[ENTRY] in FOR_OTHERS else []
    return [*for_others, *what_inputs(click, known, lists)]


def affected_input(click: Click, known: Mapping[str, Any], lists: Lists) -> Block:
    """Whom it happens to, where that is known (Aki 5(2))."""
    say = click.say
    return blocks.select(
        AFFECTED, say("harassment-affected"), by_unit(click, lists.people), initial=known[AFFECTED],
        hint=say("harassment-affected-hint"), optional=True,
    )  # fmt: skip


def what_inputs(click: Click, known: Mapping[str, Any], lists: Lists) -> list[Block]:
    """In one's own words, when, and where (Aki 2(2))."""
    say, places = click.say, options(lists.policy.harassment.places, click.language)
    return [
        story_input(click, known),
        blocks.line_input(WHEN, say("harassment-when"), max_length=LONGEST_LINE, optional=True, initial=known[WHEN]),
        blocks.checkboxes(PLACES, say("harassment-places"), places, initial=known[PLACES]),
    ]


def story_input(click: Click, known: Mapping[str, Any]) -> Block:
    """In one's own words."""
    say = click.say
    return blocks.text_input(STORY, say("harassment-story"), hint=say("harassment-story-hint"), initial=known[STORY])


def read_story(fields: Fields, lists: Lists) -> Part:
    """Raises Refused at the field that does not fit."""
    affected = {AFFECTED: choice(fields, AFFECTED, {LEFT_OPEN, *lists.people})} if AFFECTED in fields else {}
    places = choices(fields, PLACES, {row.key for row in lists.policy.harassment.places})
    when = text(fields, WHEN, max_length=LONGEST_LINE)
    return Part(body={STORY: text(fields, STORY), WHEN: when, PLACES: list(places)}, identity=affected)


# ---- wishes first (Aki 7(6)(7)) ----


def wishes_inputs(click: Click, known: Mapping[str, Any], lists: Lists) -> list[Block]:
    """Day, place, means, which counsellors, of which sex, the nurse, what is wanted."""
    say, language, policy = click.say, click.language, lists.policy
    nurse = [(NURSE, say("harassment-wish-nurse-yes"))]
    wanted = options(policy.harassment.wanted, language)
    return [
        blocks.section(say("harassment-wishes-about")),
        blocks.line_input(
            DAYS, say("harassment-wish-days"), max_length=LONGEST_LINE, optional=True, initial=known[DAYS],
            hint=say("harassment-wish-days-hint"),
        ),
        blocks.line_input(
            PLACE, say("harassment-wish-place"), max_length=LONGEST_LINE, optional=True, initial=known[PLACE]
        ),
        blocks.radio(
            MEANS, say("harassment-wish-means"), options(policy.means, language), initial=known[MEANS], optional=True
        ),
        *_counsellors(click, known, lists),
        blocks.radio(
            SEX, say("harassment-wish-sex"), options(policy.harassment.sexes, language), initial=known[SEX],
            optional=True,
        ),
        blocks.checkboxes(NURSE, say("harassment-wish-nurse"), nurse, initial=[NURSE] if known[NURSE] else []),
        blocks.checkboxes(WANTED, say("harassment-wish-wanted"), wanted, initial=known[WANTED]),
    ]  # fmt: skip


def read_wishes(fields: Fields, lists: Lists) -> Part:
    """Raises Refused at the field that does not fit."""
    rules = lists.policy.harassment
    wishes = {
        DAYS: text(fields, DAYS, max_length=LONGEST_LINE),
        PLACE: text(fields, PLACE, max_length=LONGEST_LINE),
        MEANS: choice(fields, MEANS, _keys(lists.policy.means)),
        SEX: choice(fields, SEX, _keys(rules.sexes)),
        NURSE: bool(choices(fields, NURSE, {NURSE})),
        WANTED: list(choices(fields, WANTED, {row.key for row in rules.wanted})),
    }
    wished = choices(fields, WISHED, lists.doors.counsellors)
    return Part(body={"wishes": wishes}, identity={WISHED: list(wished)})


def _counsellors(click: Click, known: Mapping[str, Any], lists: Lists) -> list[Block]:
    found = [(who, click.say("harassment-person", name=lists.people[who].name, unit=lists.people[who].unit or "none"))
             for who in lists.doors.counsellors if who in lists.people]  # fmt: skip
    if not found:
        return []
    say = click.say
    group = [(say("harassment-all-counsellors"), found)]
    return [
        blocks.several(
            WISHED, say("harassment-wish-counsellors"), group, initial=known[WISHED],
            hint=say("harassment-wish-counsellors-hint"),
        )
    ]  # fmt: skip


# ---- named or not (K4, G7) ----


def name_inputs(click: Click, known: Mapping[str, Any], lists: Lists) -> list[Block]:
    """Whether form 1 may carry the name; the other side never reads it without a word from the person."""
    say = click.say
    ways = [(HIDDEN, say("harassment-named-hidden")), (SHOWN, say("harassment-named-shown"))]
    chosen = SHOWN if known[NAMED] else HIDDEN
    return [blocks.radio(NAMED, say("harassment-named"), ways, initial=chosen, hint=say("harassment-named-hint"))]


def read_name(fields: Fields, lists: Lists) -> Part:
    """Raises Refused for what was never offered."""
    return Part(body={NAMED: choice(fields, NAMED, {HIDDEN, SHOWN}) == SHOWN})


def _keys(rows: Sequence[Labelled]) -> set[str]:
    return {LEFT_OPEN, *(row.key for row in rows)}


PAGES: Mapping[str, Page] = {
    "who": Page(who_inputs, read_who, (EXCLUDED, KEPT_OUT)),
    "about": Page(about_inputs, read_about, (ENTRY, KINDS)),
    "story": Page(story_inputs, read_story, (AFFECTED, STORY, WHEN, PLACES)),
    "wishes": Page(wishes_inputs, read_wishes, (DAYS, PLACE, MEANS, WISHED, SEX, NURSE, WANTED)),
    "name": Page(name_inputs, read_name, (NAMED,)),
}
"""In this order: who must not see it comes before the first word."""
