"""The board's row of requests about own records: late or not, for the office alone that answers (Aku 18)."""

from datetime import UTC, datetime

from bot.handlers.own_records.rules import board
from bot.rules.duties import State
from bot.rules.people import Role
from tests.fakes import FakeLedger
from tests.handlers.own_records.test_request_rules import asked


def states(*cases: object, day: int = 3) -> dict[Role, State]:
    ledger = FakeLedger(cases=cases)  # type: ignore[arg-type]
    found = list(board.duties(ledger, datetime(2026, 10, day, 1, 0, tzinfo=UTC)))
    assert all(duty.reserved and not duty.leads and not duty.values for duty in found)
    return {duty.holders[0]: duty.state for duty in found}


def test_each_office_learns_of_its_own_requests_only() -> None:
    assert states() == {Role.ADMINISTRATOR: State.MET, Role.JOINT_CLERK: State.MET}
    assert states(asked(), day=2) == states()
    assert states(asked()) == {Role.ADMINISTRATOR: State.LATE, Role.JOINT_CLERK: State.MET}
    assert states(asked(subject="stress")) == {Role.ADMINISTRATOR: State.MET, Role.JOINT_CLERK: State.LATE}
