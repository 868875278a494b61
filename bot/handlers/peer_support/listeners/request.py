"""The clicks and forms around a request."""

from collections.abc import Collection
from functools import partial

from bot.casework import Casework, Door
from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.fields import choice
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners import month as months
from bot.handlers.peer_support.listeners.case import ASKING, HANDLING, door, name_of, open_case, own_case
from bot.handlers.peer_support.rules import request as rules
from bot.handlers.peer_support.views import request as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger


async def start(click: Click, casework: Casework) -> Answer:
    """Home: open the form of Yam 9."""
    return Show(await casework.look(partial(_form, click)))


async def submit(click: Click, casework: Casework) -> Answer:
    """The form is sent: to the chosen one, directly (Yam 9); a superior only after a second tap (P6)."""
    offers, people = await casework.look(lambda ledger: (_offers(click, ledger), ledger.people()))
    intake = views.read_intake(click.fields, casework.policy, [offer.id for offer in offers])
    chosen = next(offer for offer in offers if offer.id == intake.offer)
    if _needs_second_tap(click, chosen):
        return Show(await casework.look(partial(_form, click, superior=chosen)))
    asked = partial(rules.request, intake, click.who.person)
    outcome = await casework.act(click, door(ASKING, Act.CREATE), asked)
    if outcome.repeated:
        return await own_case(click, casework, outcome.case.id)
    name = people[chosen.candidate.person].name if chosen.candidate.person in people else ""
    return Show(views.sent(click, name, outcome.answer["promised_on"]), refreshes_home=True)


async def accept(click: Click, casework: Casework) -> Answer:
    """The supporter takes it on (Yam 10(1))."""
    opened = door(HANDLING, Act.CHANGE, click)
    outcome = await casework.act(click, opened, lambda case, ledger, now: rules.accept(case))
    if outcome.repeated:
        return await open_case(click, casework)
    name = await casework.look(lambda ledger: name_of(ledger, outcome.case.requester))
    return Show(
        views.notice(click, "peer_support-accepted-title", click.say("peer_support-accepted", name=name),
                     click.say("peer_support-now-2"), click.say("peer_support-now-3")),
        refreshes_home=True,
    )  # fmt: skip


async def aside(click: Click, casework: Casework) -> Answer:
    """The supporter asks for the list of reasons."""
    rev = click.token.rev if click.token else 0
    return Show(views.aside_form(click, click.row, rev, casework.policy), on_top=True)


async def step_aside(click: Click, casework: Casework) -> Answer:
    """Stepping aside with a listed reason (P4)."""
    reason = choice(click.fields, views.REASON, {row.key for row in casework.policy.step_aside_reasons})
    opened = door(HANDLING, Act.CHANGE, click)
    await casework.act(click, opened, lambda case, ledger, now: rules.step_aside(case, reason))
    done = views.notice(click, "peer_support-aside-done-title", click.say("peer_support-aside-done"))
    return Show(done, refreshes_home=True)


async def wait(click: Click, casework: Casework) -> Answer:
    """The person gives more time."""
    outcome = await casework.act(click, door(ASKING, Act.CHANGE, click), rules.wait)
    return await own_case(click, casework, outcome.case.id)


async def choose(click: Click, casework: Casework) -> Answer:
    """The person asks for the list again, without the one who was asked before."""

    return Show(await _choose_form(click, casework, door(ASKING, Act.READ, click)), on_top=True)


async def choose_again(click: Click, casework: Casework) -> Answer:
    """Somebody else is asked; a superior only after a second tap (P6)."""
    offers = await casework.look(lambda ledger: _offers(click, ledger))
    offer_ids = {offer.id for offer in offers}
    offer_id = choice(click.fields, views.SUPPORTER, offer_ids, gone="field-not-available")
    chosen = next(offer for offer in offers if offer.id == offer_id)
    if _needs_second_tap(click, chosen):
        opened = door(ASKING, Act.READ, click)
        return Show(await _choose_form(click, casework, opened, superior=chosen))
    again = partial(rules.choose_again, offer_id)
    outcome = await casework.act(click, door(ASKING, Act.CHANGE, click), again)
    return await own_case(click, casework, outcome.case.id)


async def withdraw(click: Click, casework: Casework) -> Answer:
    """The person takes it back; who asked whom is destroyed at once."""
    opened = door(ASKING, Act.CLOSE, click)
    await casework.act(click, opened, lambda case, ledger, now: rules.withdraw(case, now))
    done = views.notice(click, "peer_support-withdrawn-title", click.say("peer_support-withdrawn"))
    return Show(done, refreshes_home=True)


async def withdrawn(click: Click, casework: Casework) -> Answer:
    """A supporter's notice leads here: a request is no more, and nothing of it is left to be shown."""
    said = click.say("peer_support-taken-back")
    return Show(views.notice(click, "peer_support-taken-back-title", said), refreshes_home=True)


async def end(click: Click, casework: Casework) -> Answer:
    """The supporter says it is done, and is led on to writing it down (Yam 11(1))."""
    await casework.act(click, door(HANDLING, Act.CHANGE, click), rules.end)
    ended = click.say("peer_support-ended")
    before = [blocks.section(ended), blocks.section(click.say("peer_support-ended-record"))]
    form = await months.record_form(click, casework, before=before)
    return Show(form or views.notice(click, "peer_support-ended-title", ended), refreshes_home=True)


async def forget(click: Click, casework: Casework) -> Answer:
    """The person has it erased now (G8)."""
    opened = door(ASKING, Act.CLOSE, click)
    await casework.act(click, opened, lambda case, ledger, now: rules.forget(case))
    done = views.notice(click, "peer_support-forgotten-title", click.say("peer_support-forgotten"))
    return Show(done, refreshes_home=True)


def _needs_second_tap(click: Click, chosen: rules.Offer) -> bool:
    """A superior is asked only from a form that has warned of this very one (P6)."""
    return chosen.candidate.superior and not views.has_warned(click.row, chosen)


def _form(click: Click, ledger: Ledger, *, superior: rules.Offer | None = None) -> View:
    return views.request_form(click, ledger.policy, _offers(click, ledger), ledger.people(), superior=superior)


async def _choose_form(click: Click, casework: Casework, door: Door, *, superior: rules.Offer | None = None) -> View:
    def form(case: Case, ledger: Ledger) -> View:
        offers = _offers(click, ledger, avoided=rules.left_out(case))
        return views.choose_form(click, case, offers, ledger.people(), superior=superior)

    return await casework.read(click, door, form)


def _offers(click: Click, ledger: Ledger, *, avoided: Collection[str] = ()) -> tuple[rules.Offer, ...]:
    return rules.offers(click.who.person, ledger, ledger.office.day(click.now), avoided)


ACTIONS: dict[str, Action] = {
    "peer_support.start": start,
    "peer_support.accept": accept,
    "peer_support.aside": aside,
    "peer_support.wait": wait,
    "peer_support.choose": choose,
    "peer_support.withdraw": withdraw,
    "peer_support.withdrawn": withdrawn,
    "peer_support.end": end,
    "peer_support.forget": forget,
}
FORMS: dict[str, Action] = {
    "peer_support.request": submit,
    "peer_support.step_aside": step_aside,
    "peer_support.choose_again": choose_again,
}
FIELDS = (
    Field("peer_support.request", "topic", "body"),
    Field("peer_support.request", "supporter", "identity"),
    Field("peer_support.request", "means", "body"),
    Field("peer_support.request", "message", "body"),
    Field("peer_support.step_aside", "reason", "body"),
    Field("peer_support.choose_again", "supporter", "identity"),
)
