"""The taps of people on duty, of who reviews a use, and of whoever is told of it."""

from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.danger.listeners.call import once, status
from bot.handlers.danger.rules import call as rules
from bot.handlers.danger.rules import fact
from bot.handlers.danger.rules.duty import ON_DUTY, REVIEWERS, involved
from bot.handlers.danger.rules.moves import FLOW, KIND
from bot.handlers.danger.views import duty as views
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger


async def page(click: Click, casework: Casework) -> Answer:
    """A notice or Home leads here: who called sees what became of it, who is on duty what is asked."""
    if await casework.look(partial(_is_callers, click)):
        return await status(click, casework, click.row)
    door = Door(FLOW, KIND, ON_DUTY, Act.READ, "danger_fact", click.row)
    return Show(await casework.read(click, door, partial(_page, click)), refreshes_home=True)


async def confirm(click: Click, casework: Casework) -> Answer:
    """Somebody on duty takes it on, and sees whom to call."""
    door = Door(FLOW, KIND, ON_DUTY, Act.CHANGE, "danger", click.row)
    taken = partial(rules.confirm, click.who.person)
    await casework.act(once(click), door, taken)
    return await who(click, casework)


async def who(click: Click, casework: Casework) -> Answer:
    """Whom to call, for nobody but who has taken it on."""
    door = Door(FLOW, KIND, ON_DUTY, Act.READ, "danger", click.row)
    return Show(await casework.read(click, door, partial(_who, click)), refreshes_home=True)


async def show_review(click: Click, casework: Casework) -> Answer:
    """The questions to somebody who had no part in it."""
    door = Door(FLOW, KIND, REVIEWERS, Act.READ, "danger_fact", click.row)
    return Show(await casework.read(click, door, partial(_review, click)))


async def review(click: Click, casework: Casework) -> Answer:
    """The answers; the person is told unless that is unsafe."""
    made = views.read_review(click.fields)
    door = Door(FLOW, KIND, REVIEWERS, Act.APPEND, "danger_fact", click.row)
    await casework.act(click, door, lambda case, ledger, now: fact.review(made, click.who.person, case, ledger, now))
    done = views.told(click, "danger-reviewed-title", click.say("danger-reviewed"))
    return Show(done, refreshes_home=True)


async def told(click: Click, casework: Casework) -> Answer:
    """The person's notice leads here: somebody was worried and called. Nothing of the case is opened for it."""
    hours = casework.policy.danger.identity_hours
    said = (click.say("danger-told"), click.say("danger-told-gone", hours=hours))
    return Show(views.told(click, "danger-told-title", *said))


async def often(click: Click, casework: Casework) -> Answer:
    """The auditor's notice leads here: that it was more often than the policy has, and of no case (G5)."""
    said = click.say("danger-often", limit=casework.policy.danger.reported_above)
    return Show(views.told(click, "danger-often-title", said))


def _is_callers(click: Click, ledger: Ledger) -> bool:
    case = ledger.case(click.row)
    return case is not None and click.who.person in {case.requester, *rules.raisers_of(case)}


def _page(click: Click, case: Case, ledger: Ledger) -> View:
    return views.page(click, case, _taker(case, ledger))


def _who(click: Click, case: Case, ledger: Ledger) -> View | Refused:
    if click.who.person not in case.handlers:
        return Refused("not-shown")
    known = views.Known(ledger.person(case.requester), [ledger.person(who) for who in rules.raisers_of(case)])
    return views.who(click, case, known, ledger.policy)


def _review(click: Click, case: Case, ledger: Ledger) -> View | Refused:
    if click.who.person in involved(case):
        return Refused("danger-review-other")
    return views.review_form(click, case, _taker(case, ledger))


def _taker(case: Case, ledger: Ledger) -> str:
    row = ledger.person(next(iter(case.handlers), ""))
    return row.name if row else ""


ACTIONS: dict[str, Action] = {
    "danger.page": page,
    "danger.confirm": confirm,
    "danger.who": who,
    "danger.review": show_review,
    "danger.told": told,
    "danger.often": often,
}
FORMS: dict[str, Action] = {"danger.review": review}
FIELDS = (Field("danger.review", views.HANDLED, "body"), Field("danger.review", views.TELLING, "body"))
