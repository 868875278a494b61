"""The clicks around a practice request: everything a request has, and nobody hears of it (P11)."""

from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.fields import choice
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.rules import practice as rules
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.views import practice as views
from bot.handlers.peer_support.views.request import REASON
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import SUPPORTERS

HATS = tuple(sorted(SUPPORTERS))


async def practise(click: Click, casework: Casework) -> Answer:
    """Home: begin one, or go on with the one that is open."""
    person = click.who.person
    before = await casework.look(lambda ledger: rules.open_one(person, ledger))
    if before:
        return Show(await _read(click, casework, before.id))
    outcome = await casework.act(click, _door(Act.CREATE, ""), partial(rules.practise, person))
    return Show(await _read(click, casework, outcome.case.id), refreshes_home=True)


async def show(click: Click, casework: Casework) -> Answer:
    """Home: the one that is open."""
    return Show(await _read(click, casework, click.row))


async def accept(click: Click, casework: Casework) -> Answer:
    """Taking it on."""
    await casework.act(click, _door(Act.CHANGE, click.row, click.rev), lambda case, ledger, now: rules.accept())
    say = click.say
    accepted = say("peer_support-accepted", name=say("peer_support-practice-person"))
    done = views.said(
        click, "peer_support-accepted-title", accepted, say("peer_support-now-2"), say("peer_support-now-3")
    )
    return Show(done, refreshes_home=True)


async def aside(click: Click, casework: Casework) -> Answer:
    """The list of reasons."""
    return Show(views.aside_form(click, casework.policy), on_top=True)


async def step_aside(click: Click, casework: Casework) -> Answer:
    """Stepping aside; the reason is asked for, as in earnest, and kept nowhere."""
    choice(click.fields, REASON, {row.key for row in casework.policy.step_aside_reasons})
    await _over(click, casework, "step_aside")
    done = views.said(click, "peer_support-aside-done-title", click.say("peer_support-aside-done"))
    return Show(done, refreshes_home=True)


async def end(click: Click, casework: Casework) -> Answer:
    """It has come to an end; in earnest it would be written down now."""
    await _over(click, casework, "end")
    done = views.said(
        click, "peer_support-ended-title", click.say("peer_support-ended"), click.say("peer_support-practice-record")
    )
    return Show(done, refreshes_home=True)


async def _over(click: Click, casework: Casework, act: str) -> None:
    door = _door(Act.CLOSE, click.row, click.rev)
    await casework.act(click, door, lambda case, ledger, now: rules.over(act))


async def _read(click: Click, casework: Casework, case_id: str) -> View:
    def screen(case: Case, ledger: Ledger) -> View | Refused:
        open_now = case.kind == rules.PRACTICE and case.state in views.VERBS
        return views.practice(click, case, ledger.policy) if open_now else Refused("not-shown")

    return await casework.read(click, _door(Act.READ, case_id), screen)


def _door(act: Act, case_id: str, rev: int = 0) -> Door:
    return Door(FLOW, rules.PRACTICE, HATS, act, rules.PRACTICE, case_id, rev=rev)


ACTIONS: dict[str, Action] = {
    "peer_support.practise": practise,
    "peer_support.practice": show,
    "peer_support.practice_accept": accept,
    "peer_support.practice_aside": aside,
    "peer_support.practice_end": end,
}
FORMS: dict[str, Action] = {"peer_support.practice_step_aside": step_aside}
FIELDS = (Field("peer_support.practice_step_aside", "reason", "nothing"),)
