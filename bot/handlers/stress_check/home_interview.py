"""The health appointment on Home: a few words from which whoever glances at it learns nothing (Aku 12(2))."""

from collections.abc import Iterator
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click, Waiting
from bot.handlers.stress_check.rules.interview import ANSWERABLE, last_day, slot_day
from bot.handlers.stress_check.rules.measures import open_ones
from bot.handlers.stress_check.rules.moves import (
    APPLIED,
    ARRANGED,
    FLOW,
    HELD,
    INTERVIEW,
    MEASURED,
    PROPOSED,
    REPORTED,
    TO_BE_HELD,
)
from bot.handlers.stress_check.rules.opinion import last_day as opinion_day
from bot.handlers.stress_check.rules.periods import periods
from bot.handlers.stress_check.views import arranging, measures, opinion
from bot.handlers.stress_check.views.interview import MEASURES, SHOW
from bot.rules.cases import Case, Purpose
from bot.rules.ledger import Ledger
from bot.rules.people import Role

MINE = (*TO_BE_HELD, HELD, REPORTED, MEASURED)
"""While it is under way it stands on its person's Home; afterwards among the own records."""


def waiting(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
    """One's own appointment, and what others wait for: a day, a note, a report, a decision."""
    duties = [*_to_arrange(click, ledger, hats), *_physicians(click, ledger, hats), *_affairs(click, ledger, hats)]
    own = [_row(click, _mine(click, case), SHOW, case) for case in _own(click, ledger)]
    return Waiting(duties, own)


def _own(click: Click, ledger: Ledger) -> Iterator[Case]:
    for case in ledger.open_cases(click.who.person, Purpose.REQUESTER, FLOW):
        if case.kind == INTERVIEW.kind and case.state in MINE:
            yield case


def _mine(click: Click, case: Case) -> str:
    day = slot_day(case)
    if case.state == ARRANGED and day:
        return click.say("stress-home-mine-day", day=day)
    return click.say("stress-home-mine-proposed" if case.state == PROPOSED else "stress-home-mine")


def _to_arrange(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Iterator[Block]:
    """What has no day yet, the nearest last day first; the list of all is one row below."""
    if not hats & set(ANSWERABLE):
        return
    open_ones_ = [case for case in _listed(click, ledger, (APPLIED,)) if case.requester != click.who.person]
    for case in sorted(open_ones_, key=lambda one: (last_day(one), one.id)):
        yield _row(click, click.say("stress-home-arrange", day=last_day(case)), arranging.SCREEN, case)
    if count := _count(click, ledger, arranging.LISTED):
        words = click.say("stress-home-list", count=count)
        yield _door(click, words, arranging.LIST)


def _physicians(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Iterator[Block]:
    """The arranged days, the nearest first, and the reports that are still to come."""
    if Role.PHYSICIAN not in hats:
        return
    mine = [case for case in ledger.open_cases(click.who.person, Purpose.HANDLER, FLOW) if case.kind == INTERVIEW.kind]
    found: list[tuple[date, str, Case]] = []
    for case in mine:
        day = slot_day(case)
        if case.state in (PROPOSED, ARRANGED) and day:
            found.append((day, "stress-home-mine-day", case))
        elif case.state == HELD:
            found.append((opinion_day(case), "stress-home-report", case))
    for day, words, case in sorted(found, key=lambda one: (one[0], one[2].id)):
        yield _row(click, click.say(words, day=day), opinion.SCREEN, case)


def _affairs(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Iterator[Block]:
    """What is to be decided or looked at again; the list of all is one row below."""
    if Role.AFFAIRS_STAFF not in hats:
        return
    today = ledger.office.day(click.now)
    for case in _listed(click, ledger, (REPORTED, MEASURED)):
        if case.requester != click.who.person and _is_due(case, today):
            yield _row(click, click.say("stress-home-measures"), MEASURES, case)
    if count := _count(click, ledger, measures.LISTED):
        yield _door(click, click.say("stress-home-affairs", count=count), measures.LIST)


def _is_due(case: Case, today: date) -> bool:
    """Nothing is decided yet, all is carried out and not closed, or the day of a measure has come."""
    left = [case.body["measures"][place]["follow_on"] for place in open_ones(case)]
    return not left or min(left) <= today.isoformat()


def _listed(click: Click, ledger: Ledger, states: tuple[str, ...]) -> list[Case]:
    return [
        case
        for period in periods(ledger, click.now)
        for state in states
        for case in ledger.listed(FLOW, INTERVIEW.kind, period, state)
    ]


def _count(click: Click, ledger: Ledger, states: tuple[str, ...]) -> int:
    tallies = (ledger.tally(FLOW, INTERVIEW.kind, period) for period in periods(ledger, click.now))
    return sum(tally.get(state, 0) for tally in tallies for state in states)


def _row(click: Click, words: str, action: str, case: Case) -> Block:
    return blocks.actions(blocks.button(words, action, click.token_for(action, row=case.id)))


def _door(click: Click, words: str, action: str) -> Block:
    return blocks.actions(blocks.button(words, action, click.token_for(action)))
