"""The stress check on Home: the doors of each office, what waits, and one's own check, in words that everybody has."""

from collections.abc import Iterator

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click, Waiting
from bot.handlers.stress_check.rules.moves import (
    CHECK,
    CLOSING,
    FLOW,
    HANDED_IN,
    INVITED,
    OPEN,
    REVIEWING,
    TAKEN,
    WISH,
)
from bot.handlers.stress_check.rules.planning import days_of, is_wanted
from bot.handlers.stress_check.rules.results import is_open
from bot.handlers.stress_check.rules.rounds import round_of, rounds
from bot.handlers.stress_check.views import analysis_doors, wishes
from bot.rules.cases import Case, Purpose
from bot.rules.ledger import Ledger
from bot.rules.people import Role

DOORS: tuple[tuple[Role, str, str], ...] = (
    (Role.EMPLOYEE, "stress_check.slip", "stress-slip-button"),
    (Role.PLANNER, "stress_check.round", "stress-round-button"),
    (Role.CLERK, "stress_check.people", "stress-list-button"),
    (Role.CLERK, "stress_check.taken_list", "stress-taken-button"),
    (Role.JOINT_CLERK, "stress_check.paper_list", "stress-paper-button"),
)
"""Who finds which door on Home."""


def home(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[Block]:
    """The slip for everybody (S9), the doors of the offices."""
    doors = [
        blocks.button(click.say(words), action, click.token_for(action)) for hat, action, words in DOORS if hat in hats
    ]
    doors += analysis_doors.doors(click, ledger, hats)
    if not doors:
        return []
    about = blocks.section(click.say("stress-door-about"))
    return [blocks.header(click.say("stress-door")), about, blocks.actions(*doors)]


def own(click: Click, ledger: Ledger) -> Iterator[Block]:
    """One's own check, as long as there is something to do or to see; and what one has asked for."""
    for case in ledger.open_cases(click.who.person, Purpose.REQUESTER, FLOW):
        if case.kind == CHECK.kind:
            yield from _check(click, case, ledger)
        elif case.kind == WISH.kind:
            yield _row(click, click.say("stress-wish-mine"), "stress_check.wish_case", case)


def duties(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
    """What a round asks of the planner, the implementer and the joint clerk now."""
    found = []
    if Role.PLANNER in hats and is_wanted(ledger, click.now):
        token = click.token_for("stress_check.round")
        found.append(blocks.actions(blocks.button(click.say("stress-duty-round"), "stress_check.round", token)))
    for one in rounds(ledger, click.now) if hats & {Role.IMPLEMENTER, Role.JOINT_CLERK} else ():
        if Role.IMPLEMENTER in hats and one.state == REVIEWING:
            found.append(_row(click, click.say("stress-duty-review"), "stress_check.review", one))
        entries = ledger.tally(FLOW, CHECK.kind, one.period).get(HANDED_IN, 0)
        if Role.JOINT_CLERK in hats and one.state in (OPEN, CLOSING) and entries:
            words = click.say("stress-duty-entries", count=entries)
            found.append(_row(click, words, "stress_check.enter_list", one))
    found += wishes.duties(click, ledger, hats)
    return Waiting([*found, *analysis_doors.duties(click, ledger, hats)])


def _check(click: Click, case: Case, ledger: Ledger) -> Iterator[Block]:
    found = round_of(case.period, ledger)
    if is_open(case, ledger):
        yield _row(click, click.say("stress-mine-result"), "stress_check.case", case)
    elif case.state == INVITED and found is not None:
        yield _row(click, click.say("stress-mine-invited", day=days_of(found)[1]), "stress_check.case", case)
    elif case.state in (HANDED_IN, TAKEN):
        yield _row(click, click.say(f"stress-mine-{case.state}"), "stress_check.case", case)


def _row(click: Click, words: str, action: str, case: Case) -> Block:
    return blocks.actions(blocks.button(words, action, click.token_for(action, row=case.id)))
