"""The clicks behind a result: people to talk to, the application and its way back, signed forms (Aku 11)."""

from dataclasses import replace
from functools import partial

from bot.casework import Casework, Door, Outcome
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.rules import doors as rules
from bot.handlers.stress_check.rules.moves import CHECK, FLOW, INTERVIEW, KEPT
from bot.handlers.stress_check.rules.periods import periods
from bot.handlers.stress_check.rules.results import is_open, receive
from bot.handlers.stress_check.views import doors as views
from bot.handlers.stress_check.views.results import DAY, PAPER_APPLICATION, TALK
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

PERSON, JOINT_CLERK = (Role.EMPLOYEE,), (Role.JOINT_CLERK,)


async def talk(click: Click, casework: Casework) -> Answer:
    """Behind the one button that every result has."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        if not is_open(case, ledger):
            return Refused("not-shown")
        return views.talk(click, case, rules.way(case, ledger, click.now))

    return Show(await casework.read(click, _door(Act.READ, "result", click.row), show, receive), on_top=True)


async def apply_form(click: Click, casework: Casework) -> Answer:
    """What the application means, in full; where there is one already, that one."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        if not is_open(case, ledger):
            return Refused("not-shown")
        found = rules.way(case, ledger, click.now)
        if found.application is not None:
            return views.applied(click, found.application, withdrawable=views.may_withdraw(found.application))
        if not (found.advised and found.in_time):
            return views.talk(click, case, found)  # an old button: what there is instead
        return views.apply_form(click, case, ledger)

    return Show(await casework.read(click, _door(Act.READ, "result", click.row), show), on_top=True)


async def apply(click: Click, casework: Casework) -> Answer:
    """Applied: the consent begins, and with it the organisation's days (Aku 11(2), 12(1))."""
    done = await casework.act(click, _door(Act.CREATE, "application", click.row), rules.apply)
    return Show(await casework.look(partial(_applied, click, done.case)), refreshes_home=True)


async def withdraw(click: Click, casework: Casework) -> Answer:
    """Taken back, while nobody has opened it (S7); later the sentence that says why not."""
    person = click.who.person
    door = Door(FLOW, INTERVIEW.kind, PERSON, Act.READ, "application", click.row)
    if await casework.read(click, door, lambda case, _: "opened_on" in case.body):
        return Show(views.said(click, "consent-already-opened"))
    closing = replace(door, act=Act.CLOSE, rev=click.rev)
    await casework.act(click, closing, lambda case, ledger, now: rules.withdraw(person, case))
    return Show(views.said(click, "stress-withdrawn"), refreshes_home=True)


async def decline(click: Click, casework: Casework) -> Answer:
    """No, thank you."""
    await casework.act(click, _door(Act.CREATE, "counselling_wish", click.row), rules.decline)
    return Show(views.said(click, "stress-declined"))


async def paper_application(click: Click, casework: Casework) -> Answer:
    """The form for a signed sheet that came in."""
    door = Door(FLOW, "", JOINT_CLERK, Act.READ, "interview_eligible")

    def show(_: Case, ledger: Ledger) -> View:
        return views.paper_form(click, _advised(click, ledger), ledger)

    return Show(await casework.read(click, door, show), on_top=True)


async def save_paper_application(click: Click, casework: Casework) -> Answer:
    """Entered with the day on which it was handed in."""
    found = await casework.look(partial(_advised, click))
    check_id, day = views.read_paper(click.fields, found)
    check = next(one for one in found if one.id == check_id)
    if check.state == KEPT:
        case_id = await casework.look(partial(rules.next_id, check))
        late = Door(FLOW, "", JOINT_CLERK, Act.CREATE, "application", case_id)
        done = await casework.act(click, late, partial(rules.apply_late, day, check_id))
    else:
        door = Door(FLOW, CHECK.kind, JOINT_CLERK, Act.CREATE, "application", check_id)
        done = await casework.act(click, door, partial(rules.apply_on_paper, day))
    return Show(await casework.look(partial(_entered, click, done)), refreshes_home=True)


def _applied(click: Click, check: Case, ledger: Ledger) -> View:
    found = rules.application_of(check, ledger)
    if found is None:  # taken back between two copies of one press
        return views.said(click, "stress-withdrawn")
    return views.applied(click, found, withdrawable=views.may_withdraw(found))


def _entered(click: Click, done: Outcome, ledger: Ledger) -> View:
    found = done.case if done.case.kind == INTERVIEW.kind else rules.application_of(done.case, ledger)
    return views.applied(click, found, withdrawable=False) if found else views.said(click, "stress-withdrawn")


def _advised(click: Click, ledger: Ledger) -> tuple[Case, ...]:
    """Of this year and the last: a form of December may be entered in January."""
    return tuple(one for period in periods(ledger, click.now) for one in rules.advised_checks(period, ledger))


def _door(act: Act, obj: str, case_id: str) -> Door:
    return Door(FLOW, CHECK.kind, PERSON, act, obj, case_id)


ACTIONS: dict[str, Action] = {
    TALK: talk,
    views.APPLY: apply_form,
    views.WITHDRAW: withdraw,
    views.DECLINE: decline,
    PAPER_APPLICATION: paper_application,
}
FORMS: dict[str, Action] = {views.SEND_APPLICATION: apply, views.SAVE_PAPER_APPLICATION: save_paper_application}
FIELDS = (
    Field(views.SAVE_PAPER_APPLICATION, views.PERSON, "identity"),
    Field(views.SAVE_PAPER_APPLICATION, DAY, "body"),
)
