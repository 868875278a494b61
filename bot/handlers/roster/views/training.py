"""The screens around training: the sessions, who came, what one has learned."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from bot.errors import Refused
from bot.handlers import blocks, fields
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.roster.rules.training import EVERYBODY, SUPPORT, Learned, Session, attended, day_of
from bot.handlers.roster.views.terms import notice
from bot.rules.cases import Case, Record
from bot.rules.people import Person

TITLE, ON, PLACE, AUDIENCE, CAME, UNTIL = "title", "on", "place", "audience", "came", "until"
LINE = 75
MOST = 20  # sessions of one page


def read_session(given: fields.Fields, audiences: Sequence[str]) -> Session:
    """What was typed of a session for one of `audiences`. Raises Refused at the field that does not fit."""
    audience = fields.choice(given, AUDIENCE, audiences) if len(audiences) > 1 else SUPPORT
    return Session(_title(given), _day(given), fields.text(given, PLACE, max_length=LINE), audience)


def read_learned(given: fields.Fields) -> Learned:
    """What a supporter typed. Raises Refused at the field that does not fit."""
    return Learned(_title(given), _day(given), fields.day(given, UNTIL))


def sessions(
    click: Click, held: Sequence[Case], records: Sequence[Record], closes: Collection[str], *, holds: bool, learns: bool
) -> View:
    """The newest sessions of two years with whether one came, one's own entries, and what can be done.

    `closes` are the ids of those of which this reader notes who came.
    """
    say = click.say
    about = "roster-training-about" if learns else "roster-training-about-staff"
    body: list[Block] = [blocks.section(say(about)), *_page(click, held, 0, closes)]
    if not held:
        body.append(blocks.section(say("roster-training-none")))
    if learns:
        body += [blocks.divider(), blocks.header(say("roster-learned-heading"))]
        body += blocks.sections(_learned(click, record) for record in records)
    doors = [("roster.learn", "roster-learn-button")] if learns else []
    doors += [("roster.hold", "roster-hold-button")] if holds else []
    buttons = [blocks.button(say(words), kind, click.token_for(kind)) for kind, words in doors]
    body += [blocks.actions(*buttons)] if buttons else []
    return blocks.modal(say("roster-training-title"), body, close=say("close-button"))


def sessions_page(click: Click, held: Sequence[Case], page: int, closes: Collection[str]) -> View:
    """Older sessions, so many at a time."""
    body = _page(click, held, min(page, max(len(held) - 1, 0) // MOST), closes)
    return blocks.modal(click.say("roster-training-title"), body, close=click.say("close-button"))


def session_form(click: Click, audiences: Sequence[str]) -> View:
    """A session is announced for one of `audiences`: to supporters (Yam 7(4)), to the staff or a unit (Aki 6(2))."""
    say = click.say
    names = {SUPPORT: say("roster-hold-support"), EVERYBODY: say("roster-hold-everybody")}
    options = [(audience, names.get(audience, audience)) for audience in audiences]
    whom = blocks.select(AUDIENCE, say("roster-hold-audience"), [(say("roster-hold-audience"), options)])
    return blocks.modal(
        say("roster-hold-title"),
        [
            blocks.section(say("roster-hold-about" if len(audiences) == 1 else "roster-hold-about-staff")),
            *([whom] if len(audiences) > 1 else []),
            blocks.line_input(TITLE, say("roster-training-what")),
            blocks.day_input(ON, say("roster-training-on")),
            blocks.line_input(PLACE, say("roster-training-place")),
        ],
        close=say("cancel-button"), submit=say("roster-hold-submit"), callback_id="roster.announce_training",
        token=click.token_for("roster.announce_training"),
    )  # fmt: skip


def came_form(click: Click, case: Case, people: Sequence[Person]) -> View:
    """Who came: only names of those who were invited, if there is anybody."""
    say = click.say
    if not people:
        return notice(click, "roster-came-title", _line(click, case), say("roster-came-nobody"))
    options = [(person.id, f"{person.name}（{person.unit}）") for person in people]
    return blocks.modal(
        say("roster-came-title"),
        [
            blocks.section(_line(click, case)),
            blocks.several(CAME, say("roster-came-who"), [(say("roster-came-invited"), options)]),
        ],
        close=say("cancel-button"), submit=say("roster-came-submit"), callback_id="roster.note_attendance",
        token=click.token_for("roster.note_attendance", row=case.id, rev=case.rev),
    )  # fmt: skip


def learn_form(click: Click) -> View:
    """What a supporter has learned elsewhere (Yam 14)."""
    say = click.say
    return blocks.modal(
        say("roster-learn-title"),
        [
            blocks.section(say("roster-learn-about")),
            blocks.line_input(TITLE, say("roster-learn-what")),
            blocks.day_input(ON, say("roster-learn-on")),
            blocks.day_input(UNTIL, say("roster-learn-until"), hint=say("roster-learn-until-hint"), optional=True),
        ],
        close=say("cancel-button"), submit=say("roster-learn-submit"), callback_id="roster.note_learned",
        token=click.token_for("roster.note_learned"),
    )  # fmt: skip


def invited_people(people: Mapping[str, Person], invited: Sequence[str]) -> list[Person]:
    """The rows of those who were invited, in the roster's order."""
    return [people[person] for person in invited if person in people]


def _page(click: Click, held: Sequence[Case], page: int, closes: Collection[str]) -> list[Block]:
    body: list[Block] = []
    for case in held[page * MOST : (page + 1) * MOST]:
        body.append(blocks.section(_line(click, case)))
        if case.id in closes and case.state == "announced":
            body.append(blocks.actions(*(_button(click, case, verb) for verb in ("came", "call_off"))))
    if len(held) > (page + 1) * MOST:
        action = "roster.training_page"
        following = blocks.button(click.say("roster-next"), action, click.token_for(action, row=str(page + 1)))
        body.append(blocks.actions(following))
    return body


def _line(click: Click, case: Case) -> str:
    mine = "came" if attended(click.who.person, [case]) else case.state
    return click.say(f"roster-training-{mine}", title=case.body["title"], day=day_of(case), place=case.body["place"])


def _learned(click: Click, record: Record) -> str:
    on, until = date.fromisoformat(record.body["on"]), record.body["until"]
    values = {"title": record.body["title"], "year": str(on.year), "day": on}
    if not until:
        return click.say("roster-learned", **values)
    last = date.fromisoformat(until)
    return click.say("roster-learned-until", **values, last_year=str(last.year), last=last)


def _button(click: Click, case: Case, verb: str) -> dict[str, object]:
    say, kind = click.say, f"roster.{verb}"
    words = say(f"roster-{verb.replace('_', '-')}-button")
    question = None
    if verb == "call_off":
        question = blocks.confirmation(words, say("roster-call-off-sure"), yes=words, no=say("back-button"))
    return blocks.button(words, kind, click.token_for(kind, row=case.id, rev=case.rev), confirm=question)


def _title(given: fields.Fields) -> str:
    title = fields.text(given, TITLE, max_length=LINE)
    if not title:
        raise Refused("field-choose", TITLE)
    return title


def _day(given: fields.Fields) -> date:
    on = fields.day(given, ON)
    if on is None:
        raise Refused("field-choose", ON)
    return on
