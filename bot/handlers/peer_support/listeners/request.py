"""The clicks and forms around a request."""

from datetime import datetime
from functools import partial

from bot.casework import Casework
from bot.handlers import blocks
from bot.handlers.fields import choice
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners import month as months
from bot.handlers.peer_support.listeners.adviser_report import report_screen
from bot.handlers.peer_support.listeners.case import ASKING, HANDLING, door, name_of, open_case, own_case
from bot.handlers.peer_support.rules import referral
from bot.handlers.peer_support.rules import request as rules
from bot.handlers.peer_support.rules.adviser_report import owed
from bot.handlers.peer_support.rules.sight import NAME, sight
from bot.handlers.peer_support.views import request as views
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger


async def accept(click: Click, casework: Casework) -> Answer:
    """The supporter takes it on (Yam 10(1))."""
    opened = door(HANDLING, Act.CHANGE, click)
    outcome = await casework.act(click, opened, rules.accept)
    if outcome.repeated:
        return await open_case(click, casework)
    name = await casework.look(partial(_name_seen, click, outcome.case))
    thanks = click.say("peer_support-accepted", name=name) if name else click.say("peer_support-accepted-nameless")
    next_ = click.say("peer_support-now-2" if name else "peer_support-now-2-nameless")
    done = views.notice(click, "peer_support-accepted-title", thanks, next_, click.say("peer_support-now-3"))
    return Show(done, refreshes_home=True)


async def aside(click: Click, casework: Casework) -> Answer:
    """The supporter asks for the list of reasons."""
    rev = click.token.rev if click.token else 0
    return Show(views.aside_form(click, click.row, rev, casework.policy), on_top=True)


async def step_aside(click: Click, casework: Casework) -> Answer:
    """Stepping aside with a listed reason (P4)."""
    reason = choice(click.fields, views.REASON, {row.key for row in casework.policy.step_aside_reasons})
    opened = door(HANDLING, Act.CHANGE, click)
    await casework.act(click, opened, lambda case, ledger, now: referral.step_aside(case, reason, ledger, now))
    done = views.notice(click, "peer_support-aside-done-title", click.say("peer_support-aside-done"))
    return Show(done, refreshes_home=True)


async def wait(click: Click, casework: Casework) -> Answer:
    """The person gives more time."""
    outcome = await casework.act(click, door(ASKING, Act.CHANGE, click), rules.wait)
    return await own_case(click, casework, outcome.case.id)


async def withdraw(click: Click, casework: Casework) -> Answer:
    """The person takes it back; who asked whom is destroyed at once."""
    opened = door(ASKING, Act.CLOSE, click)

    def withdrawn(case: Case, ledger: Ledger, now: datetime) -> Decision:
        return owed(rules.withdraw(case, now), case, ledger, now)

    await casework.act(click, opened, withdrawn)
    done = views.notice(click, "peer_support-withdrawn-title", click.say("peer_support-withdrawn"))
    return Show(done, refreshes_home=True)


async def withdrawn(click: Click, casework: Casework) -> Answer:
    """A supporter's notice leads here: a request is no more, and nothing of it is left to be shown."""
    said = click.say("peer_support-taken-back")
    return Show(views.notice(click, "peer_support-taken-back-title", said), refreshes_home=True)


async def end(click: Click, casework: Casework) -> Answer:
    """The supporter says it is done, and is led on to writing it down (Yam 11(1)), an adviser to the report (11(2))."""
    outcome = await casework.act(click, door(HANDLING, Act.CHANGE, click), rules.end)
    if "report" in outcome.answer:
        said = blocks.section(click.say("peer_support-report-ended"))
        report = await report_screen(click, casework, outcome.answer["report"], before=[said])
        return Show(report, refreshes_home=True)
    ended = click.say("peer_support-ended")
    before = [blocks.section(ended), blocks.section(click.say("peer_support-ended-record"))]
    form = await months.record_form(click, casework, before=before, row=outcome.case.id)
    return Show(form or views.notice(click, "peer_support-ended-title", ended), refreshes_home=True)


async def forget(click: Click, casework: Casework) -> Answer:
    """The person has it erased now (G8)."""
    opened = door(ASKING, Act.CLOSE, click)
    await casework.act(click, opened, lambda case, ledger, now: rules.forget(case))
    done = views.notice(click, "peer_support-forgotten-title", click.say("peer_support-forgotten"))
    return Show(done, refreshes_home=True)


def _name_seen(click: Click, case: Case, ledger: Ledger) -> str:
    """The person's name, "" where this supporter may not see it (G7, Yam 10(2)(3))."""
    return name_of(ledger, case.requester) if NAME in sight(case, click.who.person, ledger, click.now) else ""


ACTIONS: dict[str, Action] = {
    "peer_support.accept": accept,
    "peer_support.aside": aside,
    "peer_support.wait": wait,
    "peer_support.withdraw": withdraw,
    "peer_support.withdrawn": withdrawn,
    "peer_support.end": end,
    "peer_support.forget": forget,
}
FORMS: dict[str, Action] = {
    "peer_support.step_aside": step_aside,
}
FIELDS = (Field("peer_support.step_aside", "reason", "body"),)
