"""The few questions a rule may ask of stored facts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from bot.rules.cases import Case, Purpose, Record
from bot.rules.consent import Consent
from bot.rules.office import OfficeCalendar
from bot.rules.people import Appointment, Person
from bot.rules.policy import Policy


class Ledger(Protocol):
    """Answers from within the unit of work that will also write."""

    policy: Policy
    office: OfficeCalendar

    def appointments(self, on: date) -> Sequence[Appointment]:
        """Every appointment in force on that day, roster order."""
        ...

    def all_appointments(self) -> Sequence[Appointment]:
        """Every appointment ever stored, past and future ones too."""
        ...

    def appointments_of(self, person: str) -> Sequence[Appointment]:
        """Every appointment of one person, past and future ones too."""
        ...

    def person(self, person: str) -> Person | None:
        """The roster's row for somebody, or None: the unit is then unknown."""
        ...

    def people(self) -> Mapping[str, Person]:
        """Everybody on the roster by id."""
        ...

    def open_cases(self, person: str, purpose: Purpose, flow: str) -> Sequence[Case]:
        """The person's open cases of a flow under a purpose, oldest first."""
        ...

    def case(self, case_id: str) -> Case | None:
        """A case by its id."""
        ...

    def records(self, case_id: str) -> Sequence[Record]:
        """The sealed entries of a case, in no telling order."""
        ...

    def consents(self, case_id: str) -> Sequence[Consent]:
        """Every line of the ledger of consents that belongs to a case, taken back and ended ones too."""
        ...

    def listed(
        self, flow: str, kind: str, period: str, state: str, *, after: str = "", limit: int | None = None
    ) -> Sequence[Case]:
        """The cases of a kind and period in a state by their ids: those after `after`, `limit` at most."""
        ...

    def tally(self, flow: str, kind: str, period: str) -> Mapping[str, int]:
        """How many cases of a kind and period there are in each state; nothing of them is opened."""
        ...

    def counts(self, flow: str, month: str) -> Mapping[str, int]:
        """The counters of a flow's month by category; numbers only, never who."""
        ...

    def kept_long_enough(self, flow: str, kind: str, states: Iterable[str], today: date, year: int) -> int:
        """How many ended cases of a kind, in these states, ended in `year` or earlier and need not be kept any more."""
        ...

    def case_ref(self, case: Case, viewer: str) -> str:
        """A short reference to a case for one viewer; two viewers of one case have different ones."""
        ...

    def case_id_for(self, flow: str, kind: str, person: str, period: str) -> str:
        """The id that the case of this person and period has, whether or not it exists yet."""
        ...
