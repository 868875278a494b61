"""Peer support on Home: what waits for me, and the doors; nothing that a glance over the shoulder may not see."""

from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click, Waiting
from bot.handlers.peer_support.rules.adviser_report import due_on, unreported
from bot.handlers.peer_support.rules.choice import absent_until, appointment_of
from bot.handlers.peer_support.rules.consents import pending
from bot.handlers.peer_support.rules.contact import is_checked
from bot.handlers.peer_support.rules.month import last_day_of, months_of, unsent
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.views import away, care
from bot.handlers.peer_support.views.choice import families
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
        *([blocks.section(click.say("peer_support-door-about"))] if Role.EMPLOYEE in hats else []),
        *([blocks.actions(*doors)] if doors else []),
        families(click, ledger.policy),
        *_absence(click, ledger, hats),
        *care.own_load(click, ledger, hats),
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


def _absence(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[Block]:
    """A supporter's own absence, to be told or ended."""
    today = ledger.office.day(click.now)
    held = appointment_of(click.who.person, ledger, today) if hats & HANDLERS else None
    return away.door(click, absent_until(held, today)) if held else []


def _own(click: Click, ledger: Ledger) -> list[Button]:
    own = ledger.open_cases(click.who.person, Purpose.REQUESTER, FLOW)
    return [
        *(("peer_support.case", case.id, _own_words(click, case)) for case in own if case.kind == "request"),
        *(("peer_support.contact", case.id, _contact_words(click, case)) for case in own if case.kind == "contact"),
        *(("peer_support.draft", one.id, click.say("peer_support-mine-draft")) for one in own if one.kind == "draft"),
        *care.own(click, own),
    ]


def _own_words(click: Click, case: Case) -> str:
    if case.state == "requested":
        return click.say("peer_support-mine", day=date.fromisoformat(case.body["promised_on"]))
    if case.state in {"unanswered", "stepped_aside"} or pending(case) is not None:
        return click.say("peer_support-mine-choose")
    return click.say("peer_support-mine-open")


def _contact_words(click: Click, case: Case) -> str:
    if is_checked(case):
        return click.say("peer_support-contact-mine-asked")
    return click.say("peer_support-contact-mine", day=date.fromisoformat(case.body["until"]))


def _duties(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[Button]:
    """What waits for the supporter: requests without an answer first, then those under way, then the months."""
    all_handled = ledger.open_cases(click.who.person, Purpose.HANDLER, FLOW)
    handled = [case for case in all_handled if case.kind == "request" and hats & HANDLERS]
    asked = [case for case in handled if case.state in {"requested", "unanswered"}]
    under_way = [case for case in handled if case.state == "accepted"]
    return [
        *(("peer_support.case", case.id, _asked_words(click, case)) for case in asked),
        *(("peer_support.case", case.id, click.say("peer_support-under-way")) for case in under_way),
        *care.handled(click, all_handled, hats),
        *_reports(click, ledger),
        *_months(click, ledger),
    ]


def _asked_words(click: Click, case: Case) -> str:
    if case.state == "unanswered":
        return click.say("peer_support-asked-late")
    return click.say("peer_support-asked", day=date.fromisoformat(case.body["promised_on"]))


def _reports(click: Click, ledger: Ledger) -> list[Button]:
    """The reports that an external adviser owes, also when the office has ended meanwhile (Yam 11(2))."""
    return [
        ("peer_support.adviser_report", case.id, click.say("peer_support-report-due", day=due_on(case)))
        for case in unreported(click.who.person, ledger)
    ]


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
