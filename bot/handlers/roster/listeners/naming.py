"""Naming: the unit head's form, the head of welfare's for the chief, and what the named person reads."""

from datetime import date

from bot.casework import Casework, Door, Outcome
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.roster.rules import naming as rules
from bot.handlers.roster.rules.moves import FLOW
from bot.handlers.roster.rules.offices import APPOINTED_BY, ENTERED
from bot.handlers.roster.views import naming as views
from bot.handlers.roster.views.mine import mine as mine_view
from bot.handlers.roster.views.terms import notice
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Appointment, Person, Role

RECENT_DAYS = 31


async def name(click: Click, casework: Casework) -> Answer:
    """The unit head's form (Yam 6(3))."""

    def form(case: Case, ledger: Ledger) -> View:
        today = ledger.office.day(click.now)
        people = _options(click, Role.UNIT_SUPPORTER, ledger)
        return views.name_form(click, list(people.items()), _rooms(people, ledger), today)

    return Show(await casework.read(click, _door(Role.UNIT_SUPPORTER, Act.READ), form), on_top=True)


async def named(click: Click, casework: Casework) -> Answer:
    """Somebody of the own unit is named: valid from its day, told, reported and announced (Yam 6(5)(7))."""
    return await _name(click, casework, Role.UNIT_SUPPORTER, "roster-named-title")


async def enter(click: Click, casework: Casework) -> Answer:
    """The head of welfare enters what the chief has signed (Yam 5(2), 7(2), 8(1), P2)."""
    role, unit = _role(click), click.row.partition(".")[2]

    def form(case: Case, ledger: Ledger) -> View:
        people = _options(click, role, ledger)
        if len(people) > views.AT_ONCE and not unit:
            return views.units_list(click, role, _units(people, ledger), page=0)
        there = [one for one in people.items() if not unit or _unit_id(one[1].unit, ledger) == unit]
        return views.enter_form(click, role, there, ledger.office.day(click.now), ledger.policy)

    return Show(await casework.read(click, _door(role, Act.READ), form), on_top=not unit)


async def enter_page(click: Click, casework: Casework) -> Answer:
    """A later page of the units. Raises Refused for a row that is none of ours."""
    role, number = _role(click), click.row.partition(".")[2]
    if not number.isdecimal():
        raise Refused("token-wrong")

    def listed(case: Case, ledger: Ledger) -> View:
        return views.units_list(click, role, _units(_options(click, role, ledger), ledger), page=int(number))

    return Show(await casework.read(click, _door(role, Act.READ), listed))


async def entered(click: Click, casework: Casework) -> Answer:
    """The chief's naming is written."""
    return await _name(click, casework, _role(click), "roster-entered-title")


async def mine(click: Click, casework: Casework) -> Answer:
    """The notice of a naming or release leads here: the own offices, and the way to the oath."""

    def view(ledger: Ledger) -> View:
        today = ledger.office.day(click.now)
        return mine_view(click, _own(click, ledger, today), today, ledger.policy)

    return Show(await casework.look(view))


async def promise(click: Click, casework: Casework) -> Answer:
    """The hat's three lines and the oath, before the first access (G10, G11); they lead on to the own offices."""

    def hats(ledger: Ledger) -> list[Role]:
        today = ledger.office.day(click.now)
        return [a.role for a in _own(click, ledger, today) if a.in_force(today)]

    for hat in await casework.look(hats):  # whoever has not promised yet is asked here, by the house
        await casework.read(click, Door(FLOW, "", (hat,), Act.READ, "directory"), lambda case, ledger: None)
    return await mine(click, casework)


def _own(click: Click, ledger: Ledger, today: date) -> list[Appointment]:
    return [
        a
        for a in ledger.appointments_of(click.who.person)
        if a.role in APPOINTED_BY and (a.last_day is None or (today - a.last_day).days <= RECENT_DAYS)
    ]


def done(click: Click, outcome: Outcome, people: dict[str, Person], casework: Casework, title: str) -> View:
    """What was written; a second submit of the same form says the same in fewer words."""
    held: Appointment | None = outcome.answer.get("appointment")
    if held is None:
        return notice(click, title, click.say("roster-done-before"))
    name = people[held.person].name if held.person in people else ""
    return views.named(click, held, name, outcome.answer.get("also", ()), casework.policy, title=title)


async def _name(click: Click, casework: Casework, role: Role, title: str) -> Answer:
    by = click.who.person
    people, rooms = await casework.look(lambda ledger: _choices(click, role, ledger))
    naming = views.read_naming(click.fields, role, {key: person.id for key, person in people.items()}, rooms)
    outcome = await casework.act(
        click, _door(role, Act.CREATE), lambda case, ledger, now: rules.name(naming, by, case, ledger, now)
    )
    known = {person.id: person for person in people.values()}
    return Show(done(click, outcome, known, casework, title), refreshes_home=True)


def _choices(click: Click, role: Role, ledger: Ledger) -> tuple[dict[str, Person], dict[str, str]]:
    people = _options(click, role, ledger)
    return people, dict(_rooms(people, ledger))


def _options(click: Click, role: Role, ledger: Ledger) -> dict[str, Person]:
    """The people who can be chosen, by an id that says nothing in Slack."""
    found = rules.candidates(role, click.who.person, ledger, ledger.office.day(click.now))
    return {ledger.case_id_for(FLOW, "person", person.id, ""): person for person in found}


def _rooms(people: dict[str, Person], ledger: Ledger) -> list[tuple[str, str]]:
    """The rooms of these people, by an id that says nothing in Slack."""
    rooms = dict.fromkeys(person.room for person in people.values() if person.room)
    return [(ledger.case_id_for(FLOW, "room", room, ""), room) for room in rooms]


def _units(people: dict[str, Person], ledger: Ledger) -> list[tuple[str, str]]:
    """The units of these people, by an id that says nothing in Slack."""
    units = dict.fromkeys(person.unit for person in people.values())
    return [(_unit_id(unit, ledger), unit) for unit in units]


def _unit_id(unit: str, ledger: Ledger) -> str:
    return ledger.case_id_for(FLOW, "unit", unit, "")


def _role(click: Click) -> Role:
    """The office that the form is for. Raises Refused for one that is not entered here."""
    found = next((role for role in ENTERED if role == click.row.partition(".")[0]), None)
    if found is None:
        raise Refused("token-wrong")
    return found


def _door(role: Role, act: Act) -> Door:
    return Door(FLOW, "", (APPOINTED_BY[role],), act, "appointment")


ACTIONS: dict[str, Action] = {
    "roster.name": name,
    "roster.enter": enter,
    "roster.enter_page": enter_page,
    f"roster.{rules.MINE}": mine,
    "roster.promise": promise,
}
FORMS: dict[str, Action] = {"roster.named": named, "roster.entered": entered}
FIELDS = (
    Field("roster.named", views.PERSON, "appointment"),
    Field("roster.named", views.ROOM, "appointment"),
    Field("roster.named", views.STARTS_ON, "appointment"),
    Field("roster.entered", views.PERSON, "appointment"),
    Field("roster.entered", views.STARTS_ON, "appointment"),
    Field("roster.entered", views.FIELD, "appointment"),
    Field("roster.entered", views.BASIS, "appointment"),
    Field("roster.entered", views.DOCUMENT, "appointment"),
    Field("roster.entered", views.DOCUMENT_ON, "appointment"),
)
