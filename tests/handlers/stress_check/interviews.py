"""Interviews for the tests of their rules: a small town hall with the offices of Aku, and cases in any state."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from bot.handlers.stress_check.rules.moves import APPLIED, READ
from bot.rules.cases import Case, Decision, Notice
from bot.rules.consent import Consent, deemed_consent
from bot.rules.people import Person, Role
from tests.fakes import PEOPLE, FakeLedger, appointment
from tests.handlers.stress_check.cases import check_case, interview_case

PERSON, CLERK, JOINT, DOCTOR, OTHER_DOCTOR, IMPLEMENTER, AFFAIRS = (
    "U0ASKER", "U0CLERK", "U0JOINT", "U0DOCTOR", "U0SECOND", "U0CHIEF", "U0AFFAIRS",
)  # fmt: skip
OFFICES = {
    CLERK: Role.CLERK, JOINT: Role.JOINT_CLERK, DOCTOR: Role.PHYSICIAN, OTHER_DOCTOR: Role.PHYSICIAN,
    IMPLEMENTER: Role.IMPLEMENTER, AFFAIRS: Role.AFFAIRS_STAFF,
}  # fmt: skip
ROSTER = tuple(appointment(person, role, ends_on=None) for person, role in OFFICES.items())
ROWS = (*PEOPLE, *(Person(person, f"Name of {person}", "General") for person in OFFICES))
WEDNESDAY = datetime(2026, 11, 4, 1, 0, tzinfo=UTC)  # 10:00 in Japan


def moment(*parts: int) -> datetime:
    """A moment in UTC."""
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]


def interview(state: str = APPLIED, *, body: Mapping[str, Any] | None = None, requester: str = PERSON) -> Case:
    """An interview applied for on 4 November 2026: owed until 4 December."""
    check = check_case(READ, FakeLedger(), date(2026, 11, 4), person=requester or "paper:01", high=True)
    return interview_case(state, FakeLedger(), date(2026, 11, 4), check, body=body, handlers=(DOCTOR,))


def ledger(*cases: Case, roster: tuple[Any, ...] = ROSTER, consents: tuple[Consent, ...] | None = None) -> FakeLedger:
    """The town hall with these cases, each with the consents that its application amounts to."""
    deemed = tuple(replace(one, id="c1") for one in deemed_consent([Role.AFFAIRS_STAFF], WEDNESDAY, None))
    agreed = {case.id: deemed if consents is None else consents for case in cases}
    return FakeLedger(roster=roster, rows=ROWS, cases=cases, agreed=agreed)


def told(decision: Decision) -> list[tuple[str, str]]:
    """Who is told, as news or as a duty, in order."""
    return [(notice.recipient, notice.klass.value) for notice in decision.notices]


def to(decision: Decision, person: str) -> Notice:
    """The one message to somebody."""
    (found,) = (notice for notice in decision.notices if notice.recipient == person)
    return found


def made(decision: Any) -> Decision:
    """The decision; the test fails where the rule refused."""
    assert isinstance(decision, Decision), decision
    return decision
