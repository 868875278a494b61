"""The clicks around training and what supporters learn (Yam 7(4), 14; Aki 6(2))."""

from collections.abc import Sequence
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers import blocks, fields
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.roster.rules import training as rules
from bot.handlers.roster.rules.moves import FLOW
from bot.handlers.roster.views import training as views
from bot.rules.access import Act
from bot.rules.cases import Case, Record
from bot.rules.ledger import Ledger
from bot.rules.people import Role, roles_of

HOLDERS = (Role.COORDINATOR, *sorted(rules.PLANNING))


async def sessions(click: Click, casework: Casework) -> Answer:
    """The sessions, and what this supporter has written down; a notice and Home lead here."""
    return Show(await casework.read(click, await _reading(click, casework), partial(_sessions, click)))


async def sessions_page(click: Click, casework: Casework) -> Answer:
    """A later page of the sessions."""
    if not click.row.isdecimal():
        raise Refused("token-wrong")
    number = int(click.row)

    def view(case: Case, ledger: Ledger) -> blocks.View:
        held = rules.seen_by(click.who.person, ledger, ledger.office.day(click.now))
        return views.sessions_page(click, held, number, _closes(click, held, ledger))

    return Show(await casework.read(click, await _reading(click, casework), view))


async def hold(click: Click, casework: Casework) -> Answer:
    """Whoever holds sessions opens the form of a new one."""
    return Show(views.session_form(click, await casework.look(partial(_audiences, click))), on_top=True)


async def announce_training(click: Click, casework: Casework) -> Answer:
    """The session is announced to everybody invited."""
    session = views.read_session(click.fields, await casework.look(partial(_audiences, click)))
    door = Door(FLOW, "training", HOLDERS, Act.CREATE, "training")
    announced = partial(rules.announce, session, click.who.person)
    await casework.act(click, door, announced)
    return _said(click, "roster-hold-done-title", "roster-hold-done")


async def came(click: Click, casework: Casework) -> Answer:
    """The coordinator opens the list of those who were invited."""

    def form(case: Case, ledger: Ledger) -> blocks.View:
        invited = rules.invited_to(case, ledger)
        return views.came_form(click, case, views.invited_people(ledger.people(), invited))

    return Show(await casework.read(click, _of(click, Act.READ), form), on_top=True)


async def note_attendance(click: Click, casework: Casework) -> Answer:
    """Who came is kept, for the thanks at the end of the year and for everybody's own page."""
    people = await casework.look(lambda ledger: tuple(ledger.people()))
    found = fields.choices(click.fields, views.CAME, people)
    await casework.act(click, _of(click, Act.CHANGE), partial(rules.attend, found))
    return _said(click, "roster-came-done-title", "roster-came-done")


async def call_off(click: Click, casework: Casework) -> Answer:
    """The session does not take place."""
    await casework.act(click, _of(click, Act.CHANGE), lambda case, ledger, now: rules.call_off(case, ledger))
    return _said(click, "roster-call-off-done-title", "roster-call-off-done")


async def learn(click: Click, casework: Casework) -> Answer:
    """A supporter opens the form for what was learned elsewhere."""
    return Show(views.learn_form(click), on_top=True)


async def note_learned(click: Click, casework: Casework) -> Answer:
    """It stands on the supporter's own page; before it runs out there is a word."""
    learned = views.read_learned(click.fields)
    door = Door(FLOW, "learning", rules.LEARNERS, Act.CREATE, "learning", period="learning")
    await casework.act(click, door, partial(rules.note, learned, click.who.person))
    return _said(click, "roster-learn-done-title", "roster-learn-done")


def _sessions(click: Click, case: Case, ledger: Ledger) -> blocks.View:
    held = rules.seen_by(click.who.person, ledger, ledger.office.day(click.now))
    records: Sequence[Record] = ledger.records(case.id) if case.exists else ()
    holds, learns = bool(_audiences(click, ledger)), _learns(click, ledger)
    return views.sessions(click, held, records, _closes(click, held, ledger), holds=holds, learns=learns)


async def _reading(click: Click, casework: Casework) -> Door:
    """Supporters read their own page of it, everybody else the list of what they are invited to."""
    if await casework.look(partial(_learns, click)):
        return Door(FLOW, "learning", rules.LEARNERS, Act.READ, "learning", period="learning")
    return Door(FLOW, "", (Role.EMPLOYEE,), Act.READ, "training")


def _learns(click: Click, ledger: Ledger) -> bool:
    today, person = ledger.office.day(click.now), click.who.person
    return bool(roles_of(ledger.appointments_of(person), person, today) & set(rules.LEARNERS))


def _audiences(click: Click, ledger: Ledger) -> tuple[str, ...]:
    return rules.audiences(click.who.person, ledger, ledger.office.day(click.now))


def _closes(click: Click, held: Sequence[Case], ledger: Ledger) -> set[str]:
    today = ledger.office.day(click.now)
    return {case.id for case in held if rules.holds(click.who.person, case, ledger, today)}


def _of(click: Click, act: Act) -> Door:
    token = click.token
    rev = token.rev if token and act is not Act.READ else 0
    return Door(FLOW, "training", HOLDERS, act, "training", click.row, rev=rev)


def _said(click: Click, title: str, sentence: str) -> Answer:
    say = click.say
    view = blocks.modal(say(title), [blocks.section(say(sentence))], close=say("close-button"))
    return Show(view, refreshes_home=True)


ACTIONS: dict[str, Action] = {
    "roster.training": sessions,
    "roster.training_page": sessions_page,
    "roster.learning": sessions,
    "roster.hold": hold,
    "roster.came": came,
    "roster.call_off": call_off,
    "roster.learn": learn,
}
FORMS: dict[str, Action] = {
    "roster.announce_training": announce_training,
    "roster.note_attendance": note_attendance,
    "roster.note_learned": note_learned,
}
FIELDS = (
    Field("roster.announce_training", "title", "body"),
    Field("roster.announce_training", "on", "body"),
    Field("roster.announce_training", "place", "body"),
    Field("roster.announce_training", "audience", "body"),
    Field("roster.note_attendance", "came", "identity"),
    Field("roster.note_learned", "title", "record"),
    Field("roster.note_learned", "on", "record"),
    Field("roster.note_learned", "until", "record"),
)
