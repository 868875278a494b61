"""The clicks and forms in which a person chooses: whom to ask, whom to avoid, somebody else, other words."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.fields import choice
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners.case import ASKING, door, name_of, own_case
from bot.handlers.peer_support.rules import choice as rules
from bot.handlers.peer_support.rules import request
from bot.handlers.peer_support.rules.choice import FREE, Offer, is_free, left_out
from bot.handlers.peer_support.rules.correct import correct
from bot.handlers.peer_support.views import choice as views
from bot.handlers.peer_support.views.request import SUPPORTER, has_warned, sent
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger


async def start(click: Click, casework: Casework) -> Answer:
    """Home: open the form of Yam 9."""
    return Show(await casework.look(partial(_form, click)))


async def avoid(click: Click, casework: Casework) -> Answer:
    """The form again, with whom to avoid unfolded and all that was typed (P6)."""
    unfolded = replace(click, fields={views.AVOID: [], **click.fields})
    return Show(await casework.look(partial(_form, unfolded, warned=click.row)))


async def submit(click: Click, casework: Casework) -> Answer:
    """The form is sent: to the chosen one, directly (Yam 9); a superior only after a second tap (P6)."""
    offers = await casework.look(lambda ledger: _offers(click, ledger))
    intake = views.read_intake(click.fields, casework.policy, offers)
    chosen = _superior_to_warn_of(click, intake.offer, offers)
    if chosen:
        return Show(await casework.look(partial(_form, click, superior=chosen)))
    asked = partial(request.request, intake, click.who.person)
    outcome = await casework.act(click, door(ASKING, Act.CREATE), asked)
    if outcome.repeated:
        return await own_case(click, casework, outcome.case.id)
    name = await casework.look(lambda ledger: name_of(ledger, outcome.case.handlers[0]))
    shown = sent(click, name, outcome.answer["promised_on"], one_at_a_time=intake.offer == FREE)
    return Show(shown, refreshes_home=True)


async def choose(click: Click, casework: Casework) -> Answer:
    """The person asks for the list again, without the one who was asked before."""
    return Show(await _choose_form(click, casework, door(ASKING, Act.READ, click)), on_top=True)


async def choose_again(click: Click, casework: Casework) -> Answer:
    """Somebody else is asked; a superior only after a second tap (P6)."""
    offers = await casework.look(lambda ledger: _offers(click, ledger))
    offer_ids = {FREE, *(offer.id for offer in offers)}
    offer_id = choice(click.fields, SUPPORTER, offer_ids, gone="field-not-available")
    chosen = _superior_to_warn_of(click, offer_id, offers)
    if chosen:
        return Show(await _choose_form(click, casework, door(ASKING, Act.READ, click), superior=chosen))
    again = partial(request.choose_again, offer_id)
    outcome = await casework.act(click, door(ASKING, Act.CHANGE, click), again)
    return await own_case(click, casework, outcome.case.id)


async def substitute(click: Click, casework: Casework) -> Answer:
    """One tap: the one who was proposed is asked, if that still stands."""

    def decide(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        standing = rules.offers(case.requester, ledger, ledger.office.day(now), left_out(case))
        chosen = next((offer for offer in standing if is_free(offer) and has_warned(click.row, offer)), None)
        return request.choose_again(chosen.id if chosen else "", case, ledger, now)

    outcome = await casework.act(click, door(ASKING, Act.CHANGE, click), decide)
    return await own_case(click, casework, outcome.case.id)


async def open_correction(click: Click, casework: Casework) -> Answer:
    """What was asked, to be put right; in the place of the list of further buttons, so that help fits on top."""

    def form(case: Case, ledger: Ledger) -> View:
        return views.correction_form(click, ledger.policy, case)

    return Show(await casework.read(click, door(ASKING, Act.READ, click), form))


async def correction(click: Click, casework: Casework) -> Answer:
    """Other words in the place of the first ones, while nobody has accepted."""
    asked = views.read_asked(click.fields, casework.policy)
    outcome = await casework.act(click, door(ASKING, Act.CHANGE, click), lambda case, ledger, now: correct(asked, case))
    return await own_case(click, casework, outcome.case.id)


def _superior_to_warn_of(click: Click, offer_id: str, offers: Sequence[Offer]) -> Offer | None:
    """The chosen superior, unless the form has warned of this very one (P6)."""
    chosen = next((offer for offer in offers if offer.id == offer_id), None)
    return chosen if chosen and chosen.candidate.superior and not has_warned(click.row, chosen) else None


def _form(click: Click, ledger: Ledger, *, superior: Offer | None = None, warned: str = "") -> View:
    """The form; `warned` is the row of the one that is shown anew, with the superior it has warned of."""
    offers = _offers(click, ledger)
    superior = superior or next((offer for offer in offers if has_warned(warned, offer)), None)
    return views.request_form(click, ledger.policy, offers, ledger.people(), superior=superior)


async def _choose_form(click: Click, casework: Casework, door: Door, *, superior: Offer | None = None) -> View:
    def form(case: Case, ledger: Ledger) -> View:
        offers = _offers(click, ledger, avoided=left_out(case))
        return views.choose_form(click, ledger.policy, case, offers, ledger.people(), superior=superior)

    return await casework.read(click, door, form)


def _offers(click: Click, ledger: Ledger, *, avoided: Collection[str] = ()) -> tuple[Offer, ...]:
    return rules.offers(click.who.person, ledger, ledger.office.day(click.now), avoided)


ACTIONS: dict[str, Action] = {
    "peer_support.start": start,
    "peer_support.avoid": avoid,
    "peer_support.choose": choose,
    "peer_support.substitute": substitute,
    "peer_support.correct": open_correction,
}
FORMS: dict[str, Action] = {
    "peer_support.request": submit,
    "peer_support.choose_again": choose_again,
    "peer_support.correction": correction,
}
FIELDS = (
    Field("peer_support.request", "supporter", "identity"),
    Field("peer_support.request", "topic", "body"),
    Field("peer_support.request", "means", "body"),
    Field("peer_support.request", "message", "body"),
    Field("peer_support.request", "named", "body"),
    Field("peer_support.request", "avoid", "identity"),
    Field("peer_support.choose_again", "supporter", "identity"),
    Field("peer_support.correction", "topic", "body"),
    Field("peer_support.correction", "means", "body"),
    Field("peer_support.correction", "message", "body"),
)
