"""From another vendor's check come the person, the day of the notice and whether the interview is advised (S8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.handlers.stress_check.rules.moves import CHECK
from bot.handlers.stress_check.rules.results import IMPORT, Receipt, counted, reminder
from bot.rules.cases import Case, Decision, Opening, Party, Purpose
from bot.rules.ledger import Ledger
from bot.rules.people import Person


@dataclass(frozen=True)
class Notified:
    """One line of the vendor's list."""

    person: str
    on: date
    advised: bool = True


def period_of(on: date) -> str:
    """The year to which a notice belongs; our own round of that year may exist or not."""
    return str(on.year)


def names_nobody(found: Sequence[Notified]) -> bool:
    """Whether a message to everybody on a list would say nothing about them: not all were advised the same (S6)."""
    return len({one.advised for one in found}) > 1


def bring_in(found: Notified, row: Person, reminds: bool, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """A check whose result is with its person already: the doors of Aku 11 stand open from the day of the notice.

    `case` is the empty one under the check's id. Nobody gets a message for it; the one reminder of S6 only where the
    list holds people of both kinds, since otherwise it would single them out.
    """
    begun, lapse = counted(case.id, Receipt(found.on, IMPORT), ledger)
    told = {"advised": found.advised, "told_on": found.on.isoformat()}
    return Decision(
        act="import",
        opens=Opening(CHECK.kind, period_of(found.on)),
        body={"unit": row.unit, "division": row.division or row.unit} | told | begun,
        identity={"requester": row.id},
        parties=(Party(row.id, Purpose.REQUESTER),),
        deadlines=(lapse, *(reminder(case, ledger.office.opening(found.on), ledger, now) if reminds else ())),
    )
