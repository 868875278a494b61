"""The clicks and forms around a request."""

from collections.abc import Collection
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.fields import choice
from bot.handlers.flow import Answer, Click, Show
from bot.handlers.peer_support.listeners import month as months
from bot.handlers.peer_support.rules import request as rules
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.views import request as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import HANDLERS, Role

ASKING = (Role.EMPLOYEE,)
HANDLING = tuple(sorted(HANDLERS))


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
    outcome = await casework.act(click, _door("request", ASKING, Act.CREATE), asked)
    if outcome.repeated:
        return await _own(click, casework, outcome.case.id)
    name = people[chosen.candidate.person].name if chosen.candidate.person in people else ""
    return Show(views.sent(click, name, outcome.answer["promised_on"]), refreshes_home=True)


async def open_case(click: Click, casework: Casework) -> Answer:
    """A notice or Home leads here: the person sees where it stands, the supporter what is asked."""
    return Show(
        await casework.read(click, _door("request", (*ASKING, *HANDLING), Act.READ, click), partial(_screen, click))
    )


async def accept(click: Click, casework: Casework) -> Answer:
    """The supporter takes it on (Yam 10(1))."""
    door = _door("request", HANDLING, Act.CHANGE, click)
    outcome = await casework.act(click, door, lambda case, ledger, now: rules.accept(case))
    if outcome.repeated:
        return await open_case(click, casework)
    name = await casework.look(lambda ledger: _name(ledger, outcome.case.requester))
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
    door = _door("request", HANDLING, Act.CHANGE, click)
    await casework.act(click, door, lambda case, ledger, now: rules.step_aside(case, reason))
    done = views.notice(click, "peer_support-aside-done-title", click.say("peer_support-aside-done"))
    return Show(done, refreshes_home=True)


async def wait(click: Click, casework: Casework) -> Answer:
    """The person gives more time."""
    outcome = await casework.act(click, _door("request", ASKING, Act.CHANGE, click), rules.wait)
    return await _own(click, casework, outcome.case.id)


async def choose(click: Click, casework: Casework) -> Answer:
    """The person asks for the list again, without the one who was asked before."""

    return Show(await _choose_form(click, casework, _door("request", ASKING, Act.READ, click)), on_top=True)


async def choose_again(click: Click, casework: Casework) -> Answer:
    """Somebody else is asked; a superior only after a second tap (P6)."""
    offers = await casework.look(lambda ledger: _offers(click, ledger))
    offer_ids = {offer.id for offer in offers}
    offer_id = choice(click.fields, views.SUPPORTER, offer_ids, gone="field-not-available")
    chosen = next(offer for offer in offers if offer.id == offer_id)
    if _needs_second_tap(click, chosen):
        door = _door("request", ASKING, Act.READ, click)
        return Show(await _choose_form(click, casework, door, superior=chosen))
    door = _door("request", ASKING, Act.CHANGE, click)
    outcome = await casework.act(click, door, lambda case, ledger, now: rules.choose_again(case, offer_id, ledger, now))
    return await _own(click, casework, outcome.case.id)


async def withdraw(click: Click, casework: Casework) -> Answer:
    """The person takes it back; who asked whom is destroyed at once."""
    door = _door("request", ASKING, Act.CLOSE, click)
    await casework.act(click, door, lambda case, ledger, now: rules.withdraw(case, now))
    done = views.notice(click, "peer_support-withdrawn-title", click.say("peer_support-withdrawn"))
    return Show(done, refreshes_home=True)


async def withdrawn(click: Click, casework: Casework) -> Answer:
    """A supporter's notice leads here: a request is no more, and nothing of it is left to be shown."""
    said = click.say("peer_support-taken-back")
    return Show(views.notice(click, "peer_support-taken-back-title", said), refreshes_home=True)


async def end(click: Click, casework: Casework) -> Answer:
    """The supporter says it is done, and is led on to writing it down (Yam 11(1))."""
    await casework.act(click, _door("request", HANDLING, Act.CHANGE, click), rules.end)
    ended = click.say("peer_support-ended")
    before = [blocks.section(ended), blocks.section(click.say("peer_support-ended-record"))]
    form = await months.record_form(click, casework, before=before)
    return Show(form or views.notice(click, "peer_support-ended-title", ended), refreshes_home=True)


async def forget(click: Click, casework: Casework) -> Answer:
    """The person has it erased now (G8)."""
    door = _door("request", ASKING, Act.CLOSE, click)
    await casework.act(click, door, lambda case, ledger, now: rules.forget(case))
    done = views.notice(click, "peer_support-forgotten-title", click.say("peer_support-forgotten"))
    return Show(done, refreshes_home=True)


def _door(kind: str, hats: tuple[Role, ...], act: Act, click: Click | None = None) -> Door:
    """The request that a click is about, at the revision that was shown; without a click a new one."""
    token = click.token if click else None
    changes = act is not Act.READ
    case_id = views.case_in(token.row) if token else ""
    return Door(FLOW, kind, hats, act, "request", case_id, rev=token.rev if token and changes else 0)


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


async def _own(click: Click, casework: Casework, case_id: str) -> Answer:
    """The person's case as it stands after an act of theirs."""
    door = Door(FLOW, "request", ASKING, Act.READ, "request", case_id)
    return Show(await casework.read(click, door, partial(_screen, click)), refreshes_home=True)


def _screen(click: Click, case: Case, ledger: Ledger) -> View | Refused:
    own = case.requester == click.who.person
    if not own and case.state not in {"requested", "unanswered", "accepted"}:
        return Refused("not-shown")
    other = next(iter(case.handlers), "") if own else case.requester
    person = ledger.person(other)
    shown = views.Shown(
        other=_name(ledger, other),
        other_unit=person.unit if person else "",
        other_phone=person.phone if person else "",
        policy=ledger.policy,
    )
    return views.own_case(click, case, shown) if own else views.handled_case(click, case, shown)


def _name(ledger: Ledger, person: str) -> str:
    row = ledger.person(person)
    return row.name if row else ""
