"""What Home says to a supporter alone: how much they carry, where to turn with it (Yam 4(2)), what waits of that."""

from collections.abc import Iterable
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.month import MONTH
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.tokens import new_nonce
from bot.rules.cases import Case, Purpose
from bot.rules.ledger import Ledger
from bot.rules.people import SUPPORTERS, Role

BUTTONS = ("advice", "load", "practise")
Button = tuple[str, str, str]  # action, case id, words
MINE = {"answered": "peer_support-advice-mine-answered", "unanswered": "peer_support-advice-mine-unanswered"}


def own_load(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[Block]:
    """The requests taken on and this month's entries, seen by nobody else; nothing to who is no supporter."""
    if not hats & SUPPORTERS:
        return []
    person = click.who.person
    handled = ledger.open_cases(person, Purpose.HANDLER, FLOW)
    taken_on = sum(case.kind == "request" and case.state == "accepted" for case in handled)
    entries = len(ledger.records(ledger.case_id_for(FLOW, MONTH, person, ledger.office.month(click.now))))
    say = click.say
    own = new_nonce()  # no case whose revision could tell two taps apart
    buttons = [
        blocks.button(say(f"peer_support-{verb}-button"), kind, click.token_for(kind, row=own))
        for verb in BUTTONS
        if (kind := f"peer_support.{verb}")
    ]
    return [
        blocks.context(say("peer_support-care-load", taken_on=taken_on, entries=entries)),
        blocks.actions(*buttons),
    ]


def own(click: Click, cases: Iterable[Case]) -> list[Button]:
    """The supporter's own questions to a coordinator."""
    asked = [case for case in cases if case.kind == "advice"]
    return [
        ("peer_support.advice_case", case.id, click.say(MINE.get(case.state, "peer_support-advice-mine")))
        for case in asked
    ]


def handled(click: Click, cases: Iterable[Case], hats: frozenset[Role]) -> list[Button]:
    """What a coordinator is asked, without a word of what it is; and the request to practise with."""
    say, cases = click.say, list(cases)
    asked = [case for case in cases if case.kind == "advice" and Role.COORDINATOR in hats]
    practised = [case for case in cases if case.kind == "practice" and hats & SUPPORTERS]
    return [
        *(("peer_support.advice_case", case.id, _advice(click, case)) for case in asked),
        *(("peer_support.practice", case.id, say("peer_support-practice-row")) for case in practised),
    ]


def _advice(click: Click, case: Case) -> str:
    if case.state == "asked":
        return click.say("peer_support-advice-due", day=date.fromisoformat(case.body["answer_by"]))
    return click.say("peer_support-advice-open" if case.state == "answered" else "peer_support-advice-late")
