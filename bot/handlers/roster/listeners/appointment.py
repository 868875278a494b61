"""One appointment: renew it, let it end, release, by whoever names for that office."""

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.fields import choice
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.roster.listeners.naming import done
from bot.handlers.roster.rules import terms
from bot.handlers.roster.rules.moves import FLOW
from bot.handlers.roster.rules.naming import renewable
from bot.handlers.roster.rules.offices import APPOINTED_BY, appointment, is_over
from bot.handlers.roster.rules.release import release as decide_release
from bot.handlers.roster.views import appointment as views
from bot.handlers.roster.views.naming import DOCUMENT, DOCUMENT_ON, needed_day, needed_line
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Appointment, Person


async def show(click: Click, casework: Casework) -> Answer:
    """The own supporter, or an office that was entered here."""
    return Show(await _screen(click, casework), on_top=True)


async def renew(click: Click, casework: Casework) -> Answer:
    """The unit head's one tap: the same person goes on from the day after (P3)."""
    door, by = await _door(click, casework, Act.CREATE), click.who.person
    outcome = await casework.act(click, door, lambda case, ledger, now: terms.renew(by, case, ledger, now))
    view = done(click, outcome, await _people(casework), casework, "roster-renewed-title")
    return Show(view, refreshes_home=True)


async def renew_form(click: Click, casework: Casework) -> Answer:
    """The chief's new paper is asked for."""
    door = await _door(click, casework, Act.READ)
    return Show(await casework.read(click, door, lambda case, ledger: _form(click, case, ledger)), on_top=True)


async def renewed(click: Click, casework: Casework) -> Answer:
    """The chief's next naming of the same person is written."""
    number = needed_line(click.fields, DOCUMENT)
    on, by = needed_day(click.fields, DOCUMENT_ON), click.who.person
    outcome = await casework.act(
        click,
        await _door(click, casework, Act.CREATE),
        lambda case, ledger, now: terms.renew(by, case, ledger, now, document=number, document_on=on),
    )
    view = done(click, outcome, await _people(casework), casework, "roster-renewed-title")
    return Show(view, refreshes_home=True)


async def let_end(click: Click, casework: Casework) -> Answer:
    """It is not renewed; it ends by itself."""
    await casework.act(click, await _door(click, casework, Act.CHANGE), terms.let_end)
    return Show(await _screen(click, casework), refreshes_home=True)


async def release(click: Click, casework: Casework) -> Answer:
    """From when and why (Yam 6(6))."""

    def form(case: Case, ledger: Ledger) -> View:
        held = _found(case, ledger)
        today = ledger.office.day(click.now)
        return views.release_form(click, held, _name(held, ledger), ledger.policy.release_reasons, today)

    return Show(await casework.read(click, await _door(click, casework, Act.READ), form), on_top=True)


async def released(click: Click, casework: Casework) -> Answer:
    """The naming ends on that day; the person, the head of welfare and the unit hear of it (Yam 6(7))."""
    reason = choice(click.fields, views.REASON, {row.key for row in casework.policy.release_reasons})
    on, by = needed_day(click.fields, views.RELEASED_ON), click.who.person
    outcome = await casework.act(
        click,
        await _door(click, casework, Act.CHANGE),
        lambda case, ledger, now: decide_release(on, reason, by, case, ledger, now),
    )
    held: Appointment | None = outcome.answer.get("appointment")
    people = await _people(casework)
    if held is None:
        return await show(click, casework)
    name = people[held.person].name if held.person in people else ""
    return Show(views.released(click, held, name), refreshes_home=True)


async def _screen(click: Click, casework: Casework) -> View:
    def view(case: Case, ledger: Ledger) -> View:
        held, today = _found(case, ledger), ledger.office.day(click.now)
        open_now = not is_over(held, today)
        choices = views.Choices(
            renew=open_now and renewable(held, ledger),
            let_end=terms.is_undecided(held, ledger, today),
            release=open_now and not held.released_on,
        )
        # a next term that was stored and taken back again is stored anew by another button
        rev = len(ledger.appointments_of(held.person))
        return views.appointment(click, held, ledger.people(), ledger.policy, choices, rev=rev)

    return await casework.read(click, await _door(click, casework, Act.READ), view)


def _form(click: Click, case: Case, ledger: Ledger) -> View:
    held = _found(case, ledger)
    return views.renew_form(click, held, _name(held, ledger))


async def _door(click: Click, casework: Casework, act: Act) -> Door:
    """The appointment under the hat of whoever names for its office. Raises Refused where there is none."""
    held = await casework.look(lambda ledger: appointment(click.row, ledger))
    if held is None or held.role not in APPOINTED_BY:
        raise Refused("not-shown")
    return Door(FLOW, "", (APPOINTED_BY[held.role],), act, "appointment", held.id)


def _found(case: Case, ledger: Ledger) -> Appointment:
    held = appointment(case.id, ledger)
    if held is None:
        raise Refused("not-shown")
    return held


def _name(held: Appointment, ledger: Ledger) -> str:
    person = ledger.person(held.person)
    return person.name if person else ""


async def _people(casework: Casework) -> dict[str, Person]:
    return await casework.look(lambda ledger: dict(ledger.people()))


ACTIONS: dict[str, Action] = {
    "roster.appointment": show,
    "roster.renew": renew,
    "roster.renew_form": renew_form,
    "roster.let_end": let_end,
    "roster.release": release,
}
FORMS: dict[str, Action] = {"roster.released": released, "roster.renewed": renewed}
FIELDS = (
    Field("roster.released", views.RELEASED_ON, "appointment"),
    Field("roster.released", views.REASON, "appointment"),
    Field("roster.renewed", DOCUMENT, "appointment"),
    Field("roster.renewed", DOCUMENT_ON, "appointment"),
)
