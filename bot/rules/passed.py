"""What a rule module says of a deadline that has passed: what the scheduler does then, and what is decided."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.ledger import Ledger


@dataclass(frozen=True)
class Passed:
    """`decide` is asked where the scheduler may do `act` to `obj`; None means that nothing is owed any more."""

    act: Act
    obj: str
    decide: Callable[[Case, Deadline, Ledger, datetime], Decision | None]
