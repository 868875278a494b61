"""The clicks around training and what supporters learn (Yam 7(4), 14)."""

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
from bot.rules.people import Role

HOLDERS = (Role.COORDINATOR,)


async def sessions(click: Click, casework: Casework) -> Answer:
    """The sessions, and what this supporter has written down; a notice and Home lead here."""
    door = Door(FLOW, "learning", rules.LEARNERS, Act.READ, "learning", period="learning")
    return Show(await casework.read(click, door, partial(_sessions, click)))


async def sessions_page(click: Click, casework: Casework) -> Answer:
    """A later page of the sessions."""
    if not click.row.isdecimal():
        raise Refused("token-wrong")
    number = int(click.row)

    def view(case: Case, ledger: Ledger) -> blocks.View:
        held = rules.sessions(ledger, ledger.office.day(click.now))
        return views.sessions_page(click, held, number, coordinates=_coordinates(click, ledger))

    door = Door(FLOW, "learning", rules.LEARNERS, Act.READ, "learning", period="learning")
    return Show(await casework.read(click, door, view))


async def hold(click: Click, casework: Casework) -> Answer:
    """A coordinator opens the form of a new session."""
    return Show(views.session_form(click), on_top=True)


async def announce_training(click: Click, casework: Casework) -> Answer:
    """The session is announced to everybody invited."""
    session = views.read_session(click.fields)
    door = Door(FLOW, "training", HOLDERS, Act.CREATE, "training")
    announced = partial(rules.announce, session, click.who.person)
    await casework.act(click, door, announced)
    return _said(click, "roster-hold-done-title", "roster-hold-done")


async def came(click: Click, casework: Casework) -> Answer:
    """The coordinator opens the list of those who were invited."""

    def form(case: Case, ledger: Ledger) -> blocks.View:
        invited = rules.invited(ledger, rules.day_of(case))
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
    held = rules.sessions(ledger, ledger.office.day(click.now))
    records: Sequence[Record] = ledger.records(case.id) if case.exists else ()
    return views.sessions(click, held, records, coordinates=_coordinates(click, ledger), learns=True)


def _coordinates(click: Click, ledger: Ledger) -> bool:
    today = ledger.office.day(click.now)
    mine = {appointment.role for appointment in ledger.appointments_of(click.who.person) if appointment.in_force(today)}
    return bool(mine & rules.COORDINATING)


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
    Field("roster.note_attendance", "came", "identity"),
    Field("roster.note_learned", "title", "record"),
    Field("roster.note_learned", "on", "record"),
    Field("roster.note_learned", "until", "record"),
)
