"""Peer support on Home: what waits for me, and the doors; nothing that a glance over the shoulder may not see."""

from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click, Waiting
from bot.handlers.peer_support.rules.month import last_day_of, months_of, unsent
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.views.month import number
from bot.rules.cases import Case, Purpose
from bot.rules.ledger import Ledger
from bot.rules.people import HANDLERS, Role

Button = tuple[str, str, str]  # action, case id, words


def home(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[Block]:
    """The door that is open to everybody (Yam 9), and the supporter's and the welfare head's."""
    doors = _doors(click, ledger, hats)
    return [
        blocks.header(click.say("peer_support-door")),
        blocks.section(click.say("peer_support-door-about")),
        *([blocks.actions(*doors)] if doors else []),
    ]


def waiting(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
    """The person's duties and open matters as buttons without content."""
    duties = [_row(click, *button) for button in _duties(click, ledger, hats)]
    return Waiting(duties, [_row(click, *button) for button in _own(click, ledger)])


def _doors(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[dict[str, object]]:
    doors = []
    if Role.EMPLOYEE in hats:  # a guest never asks (G6)
        doors.append(("peer_support.start", "peer_support-door-button", "primary"))
    if months_of(click.who.person, ledger, ledger.office.day(click.now)):  # also when the office has ended meanwhile
        doors.append(("peer_support.write_down", "peer_support-record-button", ""))
    if Role.WELFARE_HEAD in hats:
        doors.append(("peer_support.reports", "peer_support-reports-button", ""))
    return [
        blocks.button(click.say(words), action, click.token_for(action), style=style) for action, words, style in doors
    ]


def _own(click: Click, ledger: Ledger) -> list[Button]:
    own = ledger.open_cases(click.who.person, Purpose.REQUESTER, FLOW)
    return [("peer_support.case", case.id, _own_words(click, case)) for case in own if case.kind == "request"]


def _own_words(click: Click, case: Case) -> str:
    if case.state == "requested":
        return click.say("peer_support-mine", day=date.fromisoformat(case.body["promised_on"]))
    if case.state in {"unanswered", "stepped_aside"}:
        return click.say("peer_support-mine-choose")
    return click.say("peer_support-mine-open")


def _duties(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[Button]:
    """What waits for the supporter: requests without an answer first, then those under way, then the months."""
    handled = ledger.open_cases(click.who.person, Purpose.HANDLER, FLOW) if hats & HANDLERS else ()
    handled = [case for case in handled if case.kind == "request"]
    asked = [case for case in handled if case.state in {"requested", "unanswered"}]
    under_way = [case for case in handled if case.state == "accepted"]
    return [
        *(("peer_support.case", case.id, _asked_words(click, case)) for case in asked),
        *(("peer_support.case", case.id, click.say("peer_support-under-way")) for case in under_way),
        *_months(click, ledger),
    ]


def _asked_words(click: Click, case: Case) -> str:
    if case.state == "unanswered":
        return click.say("peer_support-asked-late")
    return click.say("peer_support-asked", day=date.fromisoformat(case.body["promised_on"]))


def _months(click: Click, ledger: Ledger) -> list[Button]:
    """The reports that are owed, also of somebody who is no supporter any more (Yam 11(1))."""
    return [
        (
            "peer_support.month",
            case.id,
            click.say(
                "peer_support-month-due",
                month=number(case.period),
                day=last_day_of(case.period, ledger.office, ledger.policy),
            ),
        )
        for case in unsent(click.who.person, ledger, ledger.office.day(click.now))
    ]


def _row(click: Click, action: str, case_id: str, words: str) -> Block:
    return blocks.actions(blocks.button(words, action, click.token_for(action, row=case_id)))
