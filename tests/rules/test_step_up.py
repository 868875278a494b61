"""The second factor: each code once, good for so long, and a wait after wrong ones; the matrix says who needs it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.errors import Refused
from bot.rules.cases import Case, Decision
from bot.rules.people import Role
from bot.rules.policy import StepUp
from bot.rules.step_up import CODE, FLOW, WITH_CODES, enrol, enter, stepped_up

NOW = datetime(2026, 9, 7, 0, 50, tzinfo=UTC)
RULE = StepUp(minutes=30, wrong_codes=5, wrong_minutes=10)
NOBODY = Case("c1", FLOW, CODE, "", 0, "2026-09", "v1")


def enrolled() -> Case:
    return after(NOBODY, enrol("S", "U1", NOBODY, date(2026, 9, 1)))


def after(case: Case, decision: Decision | Refused) -> Case:
    assert isinstance(decision, Decision)
    return replace(case, rev=case.rev + 1, state="enrolled", body=decision.body or case.body)


def entered(step: int | None, case: Case, now: datetime = NOW) -> Decision:
    decision = enter(step, case, RULE, now)
    assert isinstance(decision, Decision)
    return decision


def test_a_right_code_is_good_for_as_long_as_the_policy_says() -> None:
    case = enrolled()
    assert not stepped_up(case, NOW)

    case = after(case, entered(100, case))

    assert stepped_up(case, NOW + timedelta(minutes=29, seconds=59))
    assert not stepped_up(case, NOW + timedelta(minutes=30))


def test_a_code_counts_once_and_no_earlier_one_after_it() -> None:
    case = enrolled()
    case = after(case, entered(100, case))

    assert [entered(step, case).answer["right"] for step in (99, 100, 101)] == [False, False, True]


def test_a_replaced_secret_begins_anew() -> None:
    case = enrolled()
    case = after(case, entered(100, case))
    again = enrol("T", "U1", case, date(2026, 9, 2))

    assert again.opens is None
    assert not stepped_up(after(case, again), NOW)


def test_after_five_wrong_ones_in_ten_minutes_even_a_right_one_waits() -> None:
    case = enrolled()
    for minute in range(5):
        case = after(case, entered(None, case, NOW + timedelta(minutes=minute)))

    refused = enter(100, case, RULE, NOW + timedelta(minutes=5))

    assert isinstance(refused, Refused)
    assert (refused.reason, refused.field, refused.values) == (
        "step_up-wait", "code", {"until": NOW + timedelta(minutes=10)}
    )  # fmt: skip
    assert entered(100, case, NOW + timedelta(minutes=10)).answer["right"]


def test_wrong_ones_that_are_far_apart_do_not_make_anybody_wait() -> None:
    case = enrolled()
    for minute in range(0, 50, 10):
        case = after(case, entered(None, case, NOW + timedelta(minutes=minute)))

    assert entered(100, case, NOW + timedelta(minutes=41)).answer["right"]


def test_a_right_one_clears_the_wrong_ones() -> None:
    case = enrolled()
    for _ in range(4):
        case = after(case, entered(None, case))
    case = after(case, entered(100, case))

    assert case.body["wrong"] == []


def test_who_has_no_secret_is_told_where_to_get_one() -> None:
    refused = enter(100, NOBODY, RULE, NOW)

    assert isinstance(refused, Refused)
    assert refused.reason == "step_up-unknown"


@pytest.mark.parametrize(
    ("role", "needs"),
    [
        (Role.WELFARE_HEAD, True), (Role.COORDINATOR, True), (Role.AFFAIRS_HEAD, True), (Role.PHYSICIAN, True),
        (Role.EMPLOYEE, False), (Role.UNIT_SUPPORTER, False), (Role.DESK_OFFICER, False), (Role.AUDITOR, False),
    ],
)  # fmt: skip
def test_the_matrix_says_whose_hats_need_codes(role: Role, needs: bool) -> None:
    assert (role in WITH_CODES) == needs
