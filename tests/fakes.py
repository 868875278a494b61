"""A small town hall in memory: the Ledger of the rules over plain lists, and a click to make screens with."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import policy as policies
from bot.handlers.fields import Fields
from bot.handlers.flow import Click
from bot.handlers.tokens import LENGTH, Token
from bot.rules.cases import Case, Purpose, Record
from bot.rules.consent import Consent
from bot.rules.office import OfficeCalendar
from bot.rules.people import Appointment, Person, Principal, Role
from bot.rules.policy import Policy
from bot.words import Words

ROOT = Path(__file__).parent.parent
POLICY = policies.load(ROOT / "policy.toml")
COMPANY = policies.load(ROOT / "tests/policies/company.toml")
OFFICE = policies.office_calendar(POLICY)
WORDS = Words.load(ZoneInfo("Asia/Tokyo"))

TEAM = "T0HOME"
ASKER, SUPPORTER, OTHER, BOSS, HEAD = "U0ASKER", "U0SUPPORTER", "U0OTHER", "U0BOSS", "U0HEAD"
NOW = datetime(2026, 9, 2, 1, 0, tzinfo=UTC)  # Wednesday, 10:00 in Japan
FIRST, YEAR_END = date(2026, 4, 1), date(2027, 3, 31)

PEOPLE = (
    Person(ASKER, "Asker", "Citizens", "1F", superior=BOSS),
    Person(SUPPORTER, "Supporter", "Citizens", "1F", superior=BOSS, phone="2201", division="Town"),
    Person(OTHER, "Other", "Tax", "2F"),
    Person(BOSS, "Boss", "Citizens", "1F"),
    Person(HEAD, "Head", "Welfare", "2F"),
)


def appointment(person: str, role: Role = Role.UNIT_SUPPORTER, **other: object) -> Appointment:
    """Somebody's role for the fiscal year, sworn in, unless `other` says otherwise."""
    values: dict[str, object] = {"starts_on": FIRST, "ends_on": YEAR_END, "sworn_on": FIRST} | other
    return Appointment(id=f"a-{person}-{role}-{values['starts_on']}", person=person, role=role, **values)  # type: ignore[arg-type]


APPOINTMENTS = (
    appointment(SUPPORTER),
    appointment(OTHER),
    appointment(BOSS),
    appointment(HEAD, Role.WELFARE_HEAD, ends_on=None),
)


@dataclass
class FakeLedger:
    """Answers the questions of the rules from what a test put in."""

    policy: Policy = POLICY
    office: OfficeCalendar = OFFICE
    roster: Sequence[Appointment] = APPOINTMENTS
    rows: Sequence[Person] = PEOPLE
    cases: Sequence[Case] = ()
    entries: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    agreed: Mapping[str, Sequence[Consent]] = field(default_factory=dict)
    counted: Mapping[tuple[str, str], Mapping[str, int]] = field(default_factory=dict)
    kept: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def appointments(self, on: date) -> Sequence[Appointment]:
        return [a for a in self.roster if a.in_force(on)]

    def all_appointments(self) -> Sequence[Appointment]:
        return self.roster

    def appointments_of(self, person: str) -> Sequence[Appointment]:
        return [a for a in self.roster if a.person == person]

    def person(self, person: str) -> Person | None:
        return self.people().get(person)

    def people(self) -> Mapping[str, Person]:
        return {row.id: row for row in self.rows}

    def open_cases(self, person: str, purpose: Purpose, flow: str) -> Sequence[Case]:
        wanted = {
            Purpose.REQUESTER: lambda c: c.requester == person,
            Purpose.HANDLER: lambda c: person in c.handlers,
            Purpose.RAISER: lambda c: person in c.identity.get("raisers", ()),
        }
        return [case for case in self.cases if wanted[purpose](case)]

    def case(self, case_id: str) -> Case | None:
        return next((case for case in self.cases if case.id == case_id), None)

    def records(self, case_id: str) -> Sequence[Record]:
        return self.entries.get(case_id, ())

    def consents(self, case_id: str) -> Sequence[Consent]:
        return self.agreed.get(case_id, ())

    def listed(
        self, flow: str, kind: str, period: str, state: str, *, after: str = "", limit: int | None = None
    ) -> Sequence[Case]:
        wanted = (flow, kind, period, state)
        found = [case for case in self.cases if (case.flow, case.kind, case.period, case.state) == wanted]
        return [case for case in found if case.id > after][:limit]

    def tally(self, flow: str, kind: str, period: str) -> Mapping[str, int]:
        states = [case.state for case in self.cases if (case.flow, case.kind, case.period) == (flow, kind, period)]
        return Counter(states)

    def counts(self, flow: str, month: str) -> Mapping[str, int]:
        return self.counted.get((flow, month), {})

    def kept_long_enough(self, flow: str, kind: str, states: Iterable[str], today: date, year: int) -> int:
        return self.kept.get((flow, kind), 0)

    def case_ref(self, case: Case, viewer: str) -> str:
        return f"{case.id[:4]}-{viewer[2:6]}"

    def case_id_for(self, flow: str, kind: str, person: str, period: str) -> str:
        return f"{flow}/{kind}/{person}/{period}"


def click(person: str = ASKER, language: str = "ja", *, now: datetime = NOW, fields: Fields | None = None) -> Click:
    """A click whose tokens are readable for the test and as long as real ones."""

    def say(key: str, **values: object) -> str:
        return WORDS.say(key, language, **({"organisation": POLICY.organisation.ja, "phone": "0120"} | values))

    def token_for(kind: str, row: str = "", rev: int = 0) -> str:
        return f"{kind}|{row}|{rev}|".ljust(LENGTH, "0")

    token = Token("", "", person, 0, "", 0)
    return Click(Principal(person, TEAM), language, now, "key", say, token_for, token, fields or {})
