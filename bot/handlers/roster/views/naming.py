"""The forms of naming: the unit head's, and the one in which the head of welfare enters what the chief has signed."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choice, day, text
from bot.handlers.flow import Click
from bot.handlers.roster.rules.naming import Naming
from bot.handlers.roster.views.terms import notice, office, row, term
from bot.rules.people import Appointment, Person, Role
from bot.rules.policy import Policy

PERSON, ROOM, STARTS_ON, FIELD, BASIS, DOCUMENT, DOCUMENT_ON = (
    "person", "room", "starts_on", "field", "basis", "document", "document_on",
)  # fmt: skip
OWN_ROOM = "own"
LONGEST = 60  # of a document's number, an adviser's subject
LONGEST_BASIS = 200  # as in the roster file
AT_ONCE = 500  # people in one form, below Slack's 250,000 bytes; where there are more the unit is asked for first


def read_naming(fields: Fields, role: Role, people: Mapping[str, str], rooms: Mapping[str, str]) -> Naming:
    """What was chosen; `people` and `rooms` by the ids of the form. Raises Refused at the field that does not fit."""
    of_chief = role is not Role.UNIT_SUPPORTER
    room = choice(fields, ROOM, {OWN_ROOM, *rooms}) if fields.get(ROOM) else OWN_ROOM
    return Naming(
        person=people[choice(fields, PERSON, people.keys(), gone="roster-not-available")],
        role=role,
        starts_on=needed_day(fields, STARTS_ON),
        room=rooms.get(room, ""),
        field=needed_line(fields, FIELD) if role is Role.EXTERNAL_ADVISER else "",
        basis=text(fields, BASIS, max_length=LONGEST_BASIS),
        document=needed_line(fields, DOCUMENT) if of_chief else "",
        document_on=needed_day(fields, DOCUMENT_ON) if of_chief else None,
    )


def needed_day(fields: Fields, block_id: str) -> date:
    """The chosen day. Raises Refused where none was."""
    found = day(fields, block_id)
    if found is None:
        raise Refused("field-choose", block_id)
    return found


def needed_line(fields: Fields, block_id: str) -> str:
    """The typed line. Raises Refused where nothing visible was typed."""
    found = text(fields, block_id, max_length=LONGEST)
    if not found:
        raise Refused("roster-line-needed", block_id)
    return found


def name_form(
    click: Click, people: Sequence[tuple[str, Person]], rooms: Sequence[tuple[str, str]], today: date
) -> View:
    """The unit head's: who, for which room, from when (Yam 6(2)(3)). Ids are opaque and say nothing in Slack."""
    say = click.say
    if not people:
        return notice(click, "roster-name-title", say("roster-name-nobody"))
    here = [(OWN_ROOM, say("roster-name-own-room")), *rooms]
    return blocks.modal(
        say("roster-name-title"),
        [
            blocks.section(say("roster-name-about")),
            _people(click, people, by_room=True),
            *([blocks.select(ROOM, say("roster-name-room"), [(say("roster-name-room"), here)], initial=OWN_ROOM)]
              if len(rooms) > 1 else []),
            _first_day(click, today),
            blocks.context(say("roster-name-told")),
        ],
        close=say("cancel-button"), submit=say("roster-name-submit"),
        callback_id="roster.named", token=click.token_for("roster.named"),
    )  # fmt: skip


def units_list(click: Click, role: Role, units: Sequence[tuple[str, str]], *, page: int) -> View:
    """The step before it in a large organisation: of which unit the person is. `units` are ids and names."""
    say, action = click.say, "roster.enter_page"
    pages = blocks.pages(row(click, name, "enter", f"{role}.{unit}") for unit, name in units)
    number = min(page, len(pages) - 1)
    body: list[Block] = [blocks.section(say("roster-enter-unit")), *pages[number]]
    if number + 1 < len(pages):
        following = click.token_for(action, row=f"{role}.{number + 1}")
        body.append(blocks.actions(blocks.button(say("roster-next"), action, following)))
    return blocks.modal(say("roster-enter-title"), body, close=say("cancel-button"))


def enter_form(click: Click, role: Role, people: Sequence[tuple[str, Person]], today: date, policy: Policy) -> View:
    """The head of welfare's, for the chief: with number and day of the paper (P2)."""
    say = click.say
    body: list[Block] = [
        blocks.section(say(f"roster-enter-{role.value.replace('_', '-')}")),
        _people(click, people, by_room=False),
        _first_day(click, today),
    ]
    if role is Role.EXTERNAL_ADVISER:
        body.append(blocks.line_input(FIELD, say("roster-enter-field"), hint=say("roster-enter-field-hint"),
                                      max_length=LONGEST))  # fmt: skip
    if role is Role.COORDINATOR:
        body.append(blocks.text_input(BASIS, say("roster-enter-basis"), hint=say("roster-enter-basis-hint"),
                                      max_length=LONGEST_BASIS))  # fmt: skip
    return blocks.modal(
        say("roster-enter-title"),
        [*body, *paper(click)],
        close=say("cancel-button"), submit=say("roster-enter-submit"),
        callback_id="roster.entered", token=click.token_for("roster.entered", row=role),
    )  # fmt: skip


def paper(click: Click) -> list[Block]:
    """Number and day of what the chief has signed."""
    say = click.say
    return [
        blocks.line_input(DOCUMENT, say("roster-enter-document"), max_length=LONGEST),
        blocks.day_input(DOCUMENT_ON, say("roster-enter-document-on")),
    ]


def named(click: Click, held: Appointment, name: str, also: Sequence[Role], policy: Policy, *, title: str) -> View:
    """What was written, who is told, and what should be looked at again (R2)."""
    say = click.say
    told = "roster-named-unit" if held.role is Role.UNIT_SUPPORTER else "roster-named-office"
    sentences = [
        say("roster-named", name=name, office=office(click, held.role, policy), term=term(click, held)),
        say(told),
    ]
    if held.role is Role.EXTERNAL_ADVISER and not held.checked_on:
        sentences.append(say("roster-named-unchecked"))
    if also:
        offices = say("roster-and").join(office(click, role, policy) for role in also)
        sentences.append(say("roster-named-also", offices=offices))
    return notice(click, title, *sentences)


def _first_day(click: Click, today: date) -> Block:
    hint = click.say("roster-name-starts-hint")
    return blocks.day_input(STARTS_ON, click.say("roster-name-starts"), initial=today.isoformat(), hint=hint)


def _people(click: Click, people: Sequence[tuple[str, Person]], *, by_room: bool) -> Block:
    """The people of the roster under their room or unit."""
    groups: dict[str, list[blocks.Option]] = {}
    for option, person in people:
        heading = (person.room or person.unit) if by_room else person.unit
        groups.setdefault(heading, []).append((option, person.name))
    words = click.say("roster-name-person")
    if len(groups) > blocks.OPTIONS:  # more units than a list has room for headings: each name says its own
        told = [(o, click.say("roster-who-office", who=one.name, office=one.unit)) for o, one in people]
        groups = {words: told}
    return blocks.select(PERSON, words, list(groups.items()))
