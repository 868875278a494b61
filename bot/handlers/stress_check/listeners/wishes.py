"""The clicks of a wish: asked and taken back by its person, answered by the one office it went to (Aku 11(3), S6)."""

from dataclasses import replace
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.rules import wishes as rules
from bot.handlers.stress_check.rules.doors import way, wish_of
from bot.handlers.stress_check.rules.moves import CHECK, FLOW, KEPT, WISH
from bot.handlers.stress_check.rules.results import is_open
from bot.handlers.stress_check.rules.rounds import office
from bot.handlers.stress_check.views import doors
from bot.handlers.stress_check.views import wishes as views
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role

PERSON = (Role.EMPLOYEE,)
OFFICES = (Role.JOINT_CLERK, Role.IMPLEMENTER)


async def wish_form(click: Click, casework: Casework) -> Answer:
    """The form; whoever has asked already sees that."""
    check_id, what = _row(click)

    def show(case: Case, ledger: Ledger) -> View | Refused:
        if not is_open(case, ledger):
            return Refused("not-shown")
        found = way(case, ledger, click.now)
        if found.wish is not None:
            return views.own(click, found.wish, ledger)
        if not found.advised or (what == rules.LATE and found.in_time):
            return doors.talk(click, case, found)  # an old button: what there is instead
        return views.form(click, case, what, ledger)

    return Show(await casework.read(click, Door(FLOW, CHECK.kind, PERSON, Act.READ, "result", check_id), show))


async def send(click: Click, casework: Casework) -> Answer:
    """Asked: it goes to one office, with a day by which somebody answers."""
    check_id, what = _row(click)
    wished, person = rules.Wished(what, views.read_text(click.fields)), click.who.person
    is_kept = await casework.look(lambda ledger: _state(check_id, ledger) == KEPT)
    if is_kept:
        later = Door(FLOW, "", PERSON, Act.CREATE, "counselling_wish")
        done = await casework.act(click, later, partial(rules.wish_later, wished, person, check_id))
    else:
        door = Door(FLOW, CHECK.kind, PERSON, Act.CREATE, "counselling_wish", check_id)
        done = await casework.act(click, door, partial(rules.wish, wished))
    return Show(await casework.look(partial(_sent, click, done.case)), refreshes_home=True)


async def wish_case(click: Click, casework: Casework) -> Answer:
    """Home and the notices lead here: its person sees where it stands, its office what is asked."""
    person = click.who.person

    def show(case: Case, ledger: Ledger) -> View | Refused:
        if case.requester == person:
            return views.own(click, case, ledger)
        if not rules.may_answer(person, case, ledger, click.now):
            return Refused("not-shown")
        return views.handled(click, case, ledger)

    return Show(await casework.read(click, _door((*PERSON, *OFFICES), Act.READ, click), show))


async def answer(click: Click, casework: Casework) -> Answer:
    """The form of the answer."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        if not rules.may_answer(click.who.person, case, ledger, click.now):
            return Refused("not-shown")
        return views.answer_form(click, case)

    return Show(await casework.read(click, _door(OFFICES, Act.READ, click), show), on_top=True)


async def save_answer(click: Click, casework: Casework) -> Answer:
    """Answered; the person is told that there is something to read."""
    decide = partial(rules.answer, views.read_reply(click.fields), click.who.person)
    done = await casework.act(click, _door(OFFICES, Act.CHANGE, click), decide)
    return Show(await casework.look(lambda ledger: views.handled(click, done.case, ledger)), refreshes_home=True)


async def withdraw(click: Click, casework: Casework) -> Answer:
    """Taken back: nothing of it is left."""
    person = click.who.person

    def decide(case: Case, ledger: Ledger, now: object) -> Decision | Refused:
        return rules.withdraw(person, case)

    await casework.act(click, _door(PERSON, Act.CLOSE, click), decide)
    return Show(doors.said(click, "stress-wish-withdrawn"), refreshes_home=True)


async def wishes(click: Click, casework: Casework) -> Answer:
    """What waits for an answer, for the office that owes it."""

    def show(_: Case, ledger: Ledger) -> View:
        mine = [one for one in OFFICES if click.who.person in office((one,), ledger, click.now)]
        return views.listed(click, [case for role in mine for case in rules.waiting(role, ledger)])

    return Show(await casework.read(click, Door(FLOW, "", OFFICES, Act.READ, "counselling_wish"), show))


def _row(click: Click) -> tuple[str, str]:
    """The check, and what is wished. Raises Refused for what no button of ours has."""
    check_id, _, what = click.row.partition(".")
    if what not in (*rules.WHATS, rules.LATE):
        raise Refused("not-shown")
    return check_id, what


def _sent(click: Click, after: Case, ledger: Ledger) -> View:
    found = after if after.kind == WISH.kind else wish_of(after, ledger)
    return views.own(click, found, ledger) if found else doors.said(click, "stress-wish-withdrawn")


def _state(case_id: str, ledger: Ledger) -> str:
    found = ledger.case(case_id)
    return found.state if found else ""


def _door(hats: tuple[Role, ...], act: Act, click: Click) -> Door:
    door = Door(FLOW, WISH.kind, hats, act, "counselling_wish", click.row)
    return door if act is Act.READ else replace(door, rev=click.rev)


ACTIONS: dict[str, Action] = {
    doors.WISH: wish_form,
    doors.WISH_CASE: wish_case,
    views.ANSWER: answer,
    views.WITHDRAW: withdraw,
    views.LIST: wishes,
}
FORMS: dict[str, Action] = {views.SEND: send, views.SAVE_ANSWER: save_answer}
FIELDS = (Field(views.SEND, views.TEXT, "body"), Field(views.SAVE_ANSWER, views.REPLY, "body"))
