"""The clicks around the end: done, keep a contact, go on or not, and what can be done with a kept contact."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from bot.casework import Casework, Door
from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners import choice as choices
from bot.handlers.peer_support.listeners import month as months
from bot.handlers.peer_support.listeners.case import ASKING, HANDLING, door, name_of, own_case, screen
from bot.handlers.peer_support.rules import contact as rules
from bot.handlers.peer_support.rules import idle
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.rules.receipt import receipt
from bot.handlers.peer_support.views import contact as views
from bot.handlers.peer_support.views.request import MESSAGE, SUPPORTER, notice
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

Screen = Callable[..., View]  # of a contact: click, case, the supporter's name, whether they can be asked


async def finish(click: Click, casework: Casework) -> Answer:
    """The person says that it is done, and chooses what is kept of it (G8)."""
    outcome = await casework.act(click, door(ASKING, Act.CLOSE, click), rules.finish)
    return await own_case(click, casework, outcome.case.id)


async def keep(click: Click, casework: Casework) -> Answer:
    """The person keeps a contact; what was said is destroyed (G8)."""
    outcome = await casework.act(click, door(ASKING, Act.CLOSE, click), rules.keep)
    if outcome.repeated:  # the request is gone already, and with it the way to its contact: Home has it
        return Show(notice(click, "peer_support-contact-title", click.say("peer_support-kept")), refreshes_home=True)
    shown = await casework.read(click, _door(Act.READ, outcome.answer["contact"]), partial(_screen, click, views.kept))
    return Show(shown, refreshes_home=True)


async def open_contact(click: Click, casework: Casework) -> Answer:
    """Home or the later check's notice leads to a kept contact."""
    return Show(await casework.read(click, _door(Act.READ, click.row), partial(_screen, click, views.kept)))


async def reopen(click: Click, casework: Casework) -> Answer:
    """The person asks the same supporter again: a new request under the same rules, the receiver filled in."""
    return await _ask_again(click, casework, message="")


async def forget_contact(click: Click, casework: Casework) -> Answer:
    """The person has the contact erased now (G8)."""
    await casework.act(
        click, _door(Act.CLOSE, click.row, click.rev), lambda case, ledger, now: rules.forget_contact(case)
    )
    done = notice(click, "peer_support-forgotten-title", click.say("peer_support-forgotten"))
    return Show(done, refreshes_home=True)


async def checked(click: Click, casework: Casework) -> Answer:
    """Same or better: the check is closed and nothing of the answer is kept (P13)."""
    await _answered(click, casework)
    thanks = notice(click, "peer_support-checked-title", click.say("peer_support-checked"))
    return Show(thanks, refreshes_home=True)


async def worse(click: Click, casework: Casework) -> Answer:
    """Worse: nothing is sent yet. Who is to hear of it is the person's choice (Yam 12, P13)."""
    case_id = await _answered(click, casework)
    shown = await casework.read(click, _door(Act.READ, case_id), partial(_screen, click, views.worse))
    return Show(shown, refreshes_home=True)


async def worse_same(click: Click, casework: Casework) -> Answer:
    """It is told to the same supporter, in a request with a first sentence that can be changed."""
    return await _ask_again(click, casework, message=click.say("peer_support-worse-message"))


async def worse_other(click: Click, casework: Casework) -> Answer:
    """It is told to somebody whom the person chooses."""
    fields = {MESSAGE: click.say("peer_support-worse-message")}
    return await choices.start(replace(click, fields=fields), casework)


async def show_receipt(click: Click, casework: Casework) -> Answer:
    """The receipt of a request that is under way."""

    def show(case: Case, ledger: Ledger) -> View:
        return views.receipt_screen(click, case, receipt(case, ledger))

    return Show(await casework.read(click, door(ASKING, Act.READ, click), show), on_top=True)


async def carry_on(click: Click, casework: Casework) -> Answer:
    """Either side says that it goes on."""
    hats = (*ASKING, *HANDLING)
    await casework.act(click, door(hats, Act.CHANGE, click), idle.carry_on)
    return Show(await casework.read(click, door(hats, Act.READ, click), partial(screen, click)), refreshes_home=True)


async def idle_over(click: Click, casework: Casework) -> Answer:
    """The person's notice leads here: it has ended because nothing happened, and nothing of it is left."""
    return Show(notice(click, "peer_support-idle-title", click.say("peer_support-idle-over")), refreshes_home=True)


async def over(click: Click, casework: Casework) -> Answer:
    """A supporter's notice leads here: something they took on is over; what they did can be written down."""
    said = click.say("peer_support-over")
    before = [blocks.section(said), blocks.section(click.say("peer_support-ended-record"))]
    form = await months.record_form(click, casework, before=before)
    return Show(form or notice(click, "peer_support-over-title", said), refreshes_home=True)


async def _answered(click: Click, casework: Casework) -> str:
    """The check is answered: one act for every answer, so that the audit log does not tell them apart."""
    answered = _door(Act.CHANGE, click.row, click.rev)
    await casework.act(click, answered, lambda case, ledger, now: rules.check(case))
    return click.row


async def _ask_again(click: Click, casework: Casework, *, message: str) -> Answer:
    def prefilled(case: Case, ledger: Ledger) -> Mapping[str, str] | None:
        offer = rules.offer_of(case, ledger, ledger.office.day(click.now))
        return {SUPPORTER: offer.id, MESSAGE: message} if offer else None

    fields = await casework.read(click, _door(Act.READ, click.row), prefilled)
    if fields is None:  # gone since the screen was shown: it says so and leads to choosing
        return await open_contact(click, casework)
    return await choices.start(replace(click, fields=fields), casework)


def _screen(click: Click, shown: Screen, case: Case, ledger: Ledger) -> View:
    available = rules.offer_of(case, ledger, ledger.office.day(click.now)) is not None
    return shown(click, case, name_of(ledger, rules.supporter_of(case)), available=available)


def _door(act: Act, case_id: str, rev: int = 0) -> Door:
    return Door(FLOW, "contact", ASKING, act, "contact", case_id, rev=rev)


ACTIONS: dict[str, Action] = {
    "peer_support.finish": finish,
    "peer_support.keep": keep,
    "peer_support.contact": open_contact,
    "peer_support.reopen": reopen,
    "peer_support.forget_contact": forget_contact,
    "peer_support.check_same": checked,
    "peer_support.check_better": checked,
    "peer_support.check_worse": worse,
    "peer_support.worse_same": worse_same,
    "peer_support.worse_other": worse_other,
    "peer_support.receipt": show_receipt,
    "peer_support.carry_on": carry_on,
    "peer_support.idle_over": idle_over,
    "peer_support.over": over,
}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
