"""What is held about somebody in matters of their own, for their own eyes; what others wrote down is not in it."""

from collections.abc import Iterator, Mapping
from datetime import date

from bot.handlers import held
from bot.handlers.flow import Click, Holding
from bot.handlers.harassment.rules.agreement import AGREED, REQUESTED
from bot.handlers.harassment.rules.moves import AFFECTED, AFTER_MEETING, CONSULTATION, CONTACT, FLOW
from bot.handlers.harassment.rules.sheet import written
from bot.handlers.harassment.views.intake import label
from bot.handlers.harassment.views.told import own_lines
from bot.rules.cases import Case, Purpose
from bot.rules.ledger import Ledger

Lines = Iterator[tuple[str, str]]
# What the person has agreed to or not; each is changed on the matter's own screen.
ANSWERS = (AGREED, "name_agreed", "nurse_agreed")
DAYS = ("promised_on", REQUESTED, "committee_due_on", "forgotten_on")
WITH_SHEET = (*AFTER_MEETING, "stopped")


def everything(click: Click, ledger: Ledger, screens: Mapping[str, str]) -> list[Holding]:
    """Own consultations, a kept contact, a question to an affected person; each leads to its screen."""
    kinds = {CONSULTATION.kind: _consultation, CONTACT.kind: _contact, AFFECTED.kind: _affected}
    told = [
        Holding(
            click.say(f"harassment-held-{case.kind}"),
            list(kinds[case.kind](click, case, ledger)),
            screens[case.kind],
            case.id,
        )
        for case in ledger.open_cases(click.who.person, Purpose.REQUESTER, FLOW)
        if case.kind in kinds
    ]
    return told or [Holding(click.say("harassment-held-nothing"))]


def _consultation(click: Click, case: Case, ledger: Ledger) -> Lines:
    """Where it stands, what was told, form 1 once its person has it, answers and days (Aki 7(6)(8), 8)."""
    say, body = click.say, case.body
    yield say("harassment-held-state"), say(f"harassment-own-{case.state.replace('_', '-')}")
    yield from own_lines(click, case, ledger)
    yield from _sheet(click, case, ledger)
    for key in (one for one in ANSWERS if one in body):
        yield say(f"harassment-held-{key}"), held.yes_no(click, bool(body[key]))
    for key in (one for one in DAYS if body.get(one)):
        yield say(f"harassment-held-{key}"), held.day(click, body[key])


def _sheet(click: Click, case: Case, ledger: Ledger) -> Lines:
    """Form 1 as the person may read it, and what they asked to be put right in it."""
    if case.state in WITH_SHEET:
        for line in ledger.policy.harassment.intake_sheet:
            if words := written(case).get(line.key):
                yield click.say("harassment-held-sheet", label=label(line, click.language)), words
    if words := case.body.get("correction"):
        yield click.say("harassment-held-correction"), words


def _contact(click: Click, case: Case, ledger: Ledger) -> Lines:
    yield click.say("harassment-held-until"), held.day(click, date.fromisoformat(case.body["until"]))


def _affected(click: Click, case: Case, ledger: Ledger) -> Lines:
    """That somebody is worried about them, and what they answered (K5); never who."""
    yield click.say("harassment-held-asked"), click.say("harassment-held-asked-about")
    if answer := case.body.get("answer"):
        yield click.say("harassment-held-answer"), click.say(f"harassment-affected-{answer.replace('_', '-')}")
