"""A supporter tells an absence, comes back, puts a reminder off."""

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.fields import day
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners.case import HANDLING, door, open_case
from bot.handlers.peer_support.rules import away as rules
from bot.handlers.peer_support.rules import reminders
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.views import away as views
from bot.handlers.peer_support.views.request import notice
from bot.rules.access import Act

ABSENCE = Door(FLOW, "", HANDLING, Act.CREATE, "absence")


async def away(click: Click, casework: Casework) -> Answer:
    """Home: the supporter is asked until when."""
    return Show(views.away_form(click, casework.office.day(click.now)))


async def be_away(click: Click, casework: Casework) -> Answer:
    """The absence is told; whose request waits is told before anybody else is asked (Yam 9)."""
    until = day(click.fields, views.UNTIL)
    if until is None:
        raise Refused("field-choose", views.UNTIL)
    person = click.who.person
    await casework.act(click, ABSENCE, lambda case, ledger, now: rules.be_away(until, person, ledger, now))
    said = click.say("peer_support-away-done", day=until)
    return Show(notice(click, "peer_support-away-done-title", said), refreshes_home=True)


async def back(click: Click, casework: Casework) -> Answer:
    """The supporter is back before that day."""
    person = click.who.person
    await casework.act(click, ABSENCE, lambda case, ledger, now: rules.be_back(person, ledger, now))
    done = notice(click, "peer_support-back-done-title", click.say("peer_support-back-done"))
    return Show(done, refreshes_home=True)


async def snooze(click: Click, casework: Casework) -> Answer:
    """The supporter puts the next reminder off by an office morning."""
    await casework.act(click, door(HANDLING, Act.CHANGE, click), reminders.snooze)
    return await open_case(click, casework)


ACTIONS: dict[str, Action] = {
    "peer_support.away": away,
    "peer_support.back": back,
    "peer_support.snooze": snooze,
}
FORMS: dict[str, Action] = {"peer_support.be_away": be_away}
FIELDS = (Field("peer_support.be_away", "until", "nothing"),)
