"""Answers the questions of the rules from within one unit of work."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.rules.cases import Case, Purpose, Record
from bot.rules.consent import Consent
from bot.rules.people import Appointment, Person
from bot.store.keeping import LongEnough
from bot.store.tally import tally
from bot.store.unit import Unit


class UnitLedger:
    """The `Ledger` of bot/rules/ledger.py over a unit of work."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self.policy = unit.house.policy
        self.office = unit.house.office

    def appointments(self, on: date) -> Sequence[Appointment]:
        return self._unit.roster.in_force(on)

    def all_appointments(self) -> Sequence[Appointment]:
        return self._unit.roster.appointments()

    def appointments_of(self, person: str) -> Sequence[Appointment]:
        return self._unit.roster.held_by(person)

    def person(self, person: str) -> Person | None:
        return self._unit.roster.person(person)

    def people(self) -> Mapping[str, Person]:
        return self._unit.roster.people()

    def open_cases(self, person: str, purpose: Purpose, flow: str) -> Sequence[Case]:
        return self._unit.casebook.open_cases(person, purpose, flow, self.office.month(self._unit.now))

    def case(self, case_id: str) -> Case | None:
        return self._unit.casebook.load(case_id)

    def records(self, case_id: str) -> Sequence[Record]:
        return self._unit.casebook.records(case_id)

    def consents(self, case_id: str) -> Sequence[Consent]:
        return self._unit.casebook.consents(case_id)

    def listed(
        self, flow: str, kind: str, period: str, state: str, *, after: str = "", limit: int | None = None
    ) -> Sequence[Case]:
        return self._unit.casebook.listed(flow, kind, period, state, after=after, limit=limit)

    def tally(self, flow: str, kind: str, period: str) -> Mapping[str, int]:
        return tally(self._unit.connection, flow, kind, period)

    def counts(self, flow: str, month: str) -> Mapping[str, int]:
        return self._unit.figures.of_month(flow, month)

    def kept_long_enough(self, flow: str, kind: str, states: Iterable[str], today: date, year: int) -> int:
        return self._unit.keeping.numbers(flow, kind, states, LongEnough(today, year))[1]

    def case_ref(self, case: Case, viewer: str) -> str:
        house = self._unit.house
        return house.ring.pseudonym(house.domains[case.flow], case.id, viewer)

    def case_id_for(self, flow: str, kind: str, person: str, period: str) -> str:
        return self._unit.casebook.case_id_for(flow, kind, person, period)
