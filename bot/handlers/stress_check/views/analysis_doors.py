"""The group analysis on Home: its door for whoever may read it, and what it asks of whom now (Aku 16)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click
from bot.handlers.stress_check.rules.analysis import GIVEN_TO, ORDERED, ORDERING, PROVIDING, can_be_made, newest
from bot.handlers.stress_check.rules.moves import PROVIDED
from bot.handlers.stress_check.rules.rounds import analysis_id, rounds
from bot.handlers.stress_check.views.analysis import ACTIONS, ANALYSIS, PREVIEW
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

READING = {*GIVEN_TO, *ORDERING, *PROVIDING}


def doors(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[dict[str, Any]]:
    """The button to what was provided last: for the offices, and for everybody once it is published."""
    found = newest(ledger, click.now) if hats & {*READING, Role.EMPLOYEE} else None
    if found is None or not (hats & READING or found.body["published"]):
        return []
    return [_button(click, "stress-analysis-door-button", ANALYSIS, found)]


def duties(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Iterator[Block]:
    """An order to give, an analysis to provide, an improvement whose day has come."""
    for one in rounds(ledger, click.now) if hats & {*ORDERING, *PROVIDING} else ():
        if can_be_made(one) and ledger.case(analysis_id(one.period, ledger)) is None:
            if ORDERED not in one.body and hats & set(ORDERING):
                yield blocks.actions(_button(click, "stress-analysis-duty-order", PREVIEW, one))
            if ORDERED in one.body and hats & set(PROVIDING):
                yield blocks.actions(_button(click, "stress-analysis-duty-provide", PREVIEW, one))
    found = newest(ledger, click.now) if Role.AFFAIRS_STAFF in hats else None
    if found is not None and _come(found, ledger.office.day(click.now)):
        yield blocks.actions(_button(click, "stress-actions-duty", ACTIONS, found))


def _come(case: Case, today: date) -> bool:
    """Whether the day of an open improvement is here."""
    return case.state == PROVIDED and any(
        not one["done_on"] and date.fromisoformat(one["follow_on"]) <= today for one in case.body["actions"]
    )


def _button(click: Click, words: str, action: str, case: Case) -> dict[str, Any]:
    return blocks.button(click.say(words), action, click.token_for(action, row=case.id))
