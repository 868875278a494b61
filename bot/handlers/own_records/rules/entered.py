"""A request about own records that came on paper, by telephone or in person, from somebody without an account."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.own_records.rules.desk import answering
from bot.handlers.own_records.rules.moves import ANSWERED, FLOW, RECEIVED, REQUEST
from bot.handlers.own_records.rules.request import Asked, on_the_clock
from bot.rules.cases import Case, Decision, Opening
from bot.rules.ledger import Ledger
from bot.rules.people import Role
from bot.rules.policy_own import Subject

WAYS = ("paper", "phone", "counter")


@dataclass(frozen=True)
class Entered:
    """What was written down: who asks, as typed, how and when it came, and what is asked."""

    caller: str
    way: str
    received: date
    asked: Asked


def offered(person: str, ledger: Ledger, day: date) -> Sequence[Subject]:
    """What this person may enter: only what they answer themselves, so that nobody else reads it on the way."""
    return [row for row in ledger.policy.own_records.subjects if person in answering(row.answered_by, "", ledger, day)]


def enter(entered: Entered, by: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """It is taken; the clock runs from the day on which it came."""
    today = ledger.office.day(now)
    found = (row.answered_by for row in offered(by, ledger, today) if row.key == entered.asked.subject)
    desk = next(found, None)
    if desk is None:
        return Refused("not-shown")
    if not entered.caller:
        return Refused("own_records-caller-needed", "caller")
    if entered.received > today:
        return Refused("own_records-received-later", "received")
    if not entered.asked.text:
        return Refused("own_records-text-needed", "text")
    decision = Decision(
        act="enter",
        opens=Opening(REQUEST.kind),
        body={**asdict(entered.asked), "answered_by": desk, "way": entered.way},
        identity={"caller": entered.caller},
    )
    return on_the_clock(decision, entered.received, case, ledger, now)


def number(case: Case, ledger: Ledger) -> str:
    """By which whoever prints on the host finds an entered request; it names nobody."""
    return ledger.case_ref(case, Role.OPERATOR.value)


def numbered(wanted: str, ledger: Ledger) -> Case | None:
    """The entered request of that number that is still there."""
    kept = (case for state in (RECEIVED, ANSWERED) for case in ledger.listed(FLOW, REQUEST.kind, "", state))
    return next((case for case in kept if not case.requester and number(case, ledger) == wanted.upper()), None)
