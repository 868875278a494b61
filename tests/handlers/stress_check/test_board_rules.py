"""The board's rows of the stress check: the round in its months, uptake that tells of nobody, late or not."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.handlers.stress_check.flow import StressCheck
from bot.handlers.stress_check.rules import board
from bot.rules.cases import Case
from bot.rules.duties import Duty, State
from bot.rules.people import Role
from tests.fakes import POLICY, FakeLedger
from tests.handlers.stress_check.interviews import interview

K = POLICY.minimum_cell + POLICY.known_to_reader


def round_(state: str, year: str = "2026", **body: Any) -> Case:
    days = {"opens_on": f"{year}-10-01", "closes_on": f"{year}-10-30"}
    return Case(f"stress_check/round//{year}", "stress_check", "round", state, 1, f"{year}-09", "v1", year, days | body)


def checks(state: str, number: int, year: str = "2026") -> list[Case]:
    return [
        Case(f"{state}{n}", "stress_check", "check", state, 1, f"{year}-10", "v1", year) for n in range(number)
    ]  # fmt: skip


def duties(ledger: FakeLedger, day: date) -> list[Duty]:
    return list(board.duties(ledger, datetime(day.year, day.month, day.day, 1, 0, tzinfo=UTC), StressCheck.kept))


def row(article: str, day: date, *cases: Case, **other: Any) -> Duty:
    found = [duty for duty in duties(FakeLedger(cases=cases, **other), day) if duty.article == article]
    return found[-1]


@pytest.mark.parametrize(
    ("day", "cases", "state", "leads"),
    [
        (date(2026, 8, 31), [], State.NOTHING_DUE, False),
        (date(2026, 9, 1), [], State.OPEN, True),
        (date(2026, 12, 31), [], State.OPEN, True),
        (date(2027, 1, 4), [], State.LATE, True),  # this fiscal year's was missed
        (date(2027, 4, 1), [], State.NOTHING_DUE, False),
        (date(2026, 8, 20), [round_("prepared")], State.OPEN, False),
        (date(2026, 9, 20), [round_("prepared")], State.OPEN, True),
        (date(2026, 10, 20), [round_("open")], State.OPEN, True),
        (date(2026, 11, 20), [round_("reviewing")], State.MET, False),
        (date(2027, 3, 31), [round_("told")], State.MET, False),
    ],
)
def test_one_round_a_year_in_its_months(day: date, cases: list[Case], state: State, leads: bool) -> None:  # Aku 6
    duty = row("Aku 6", day, *cases)
    assert (duty.state, duty.leads) == (state, leads)


@pytest.mark.parametrize(
    ("taken", "left", "percent"),
    [(14, 6, 70), (13, 7, 60), (6, 6, 50), (5, 15, None), (15, 5, None), (20, 0, None), (0, 20, None), (6, 94, 0)],
)
def test_uptake_is_told_in_tens_and_hidden_where_it_could_tell_of_one(taken: int, left: int, percent: int) -> None:
    day = date(2026, 10, 20)
    duty = row("Aku 7(4)", day, round_("open"), *checks("taken", taken), *checks("invited", left))
    assert duty.values.get("percent") == percent
    assert (duty.state, duty.leads) == (State.OPEN, True)
    assert (percent is None) is (taken < K or left < K)


@pytest.mark.parametrize("state", ["prepared", "closing", "reviewing", "told", "over"])
def test_when_no_round_is_open_there_is_no_uptake(state: str) -> None:
    duty = row("Aku 7(4)", date(2026, 11, 20), round_(state), *checks("taken", 14), *checks("untaken", 6))
    assert (duty.state, duty.values, duty.leads) == (State.NOTHING_DUE, {}, False)


@pytest.mark.parametrize(
    ("state", "stands"),
    [("open", State.NOTHING_DUE), ("closing", State.OPEN), ("reviewing", State.OPEN), ("told", State.MET)],
)
def test_what_waits_for_the_implementer_is_the_implementers(state: str, stands: State) -> None:  # Aku 9, 10
    for article in ("Aku 9", "Aku 10"):
        duty = row(article, date(2026, 11, 20), round_(state, review={"a": None, "b": True}))
        assert (duty.state, duty.values, duty.holders, duty.reserved) == (stands, {}, (Role.IMPLEMENTER,), True)


def test_interviews_and_opinions_are_late_or_not_whoever_and_however_many() -> None:  # Aku 12(1), 13
    in_time, late = date(2026, 12, 4), date(2026, 12, 5)
    waiting = interview("applied")
    held = interview("held", body={"opinion_by": "2026-12-04"})
    for article, case in (("Aku 12(1)", waiting), ("Aku 13", held)):
        nobody = row(article, late)
        assert nobody == row(article, in_time, case)
        one = row(article, late, case)
        assert one == row(article, late, case, replace(case, id="another"))
        assert (nobody.state, one.state) == (State.MET, State.LATE)
        assert one.reserved
        assert one.values == {}
    assert row("Aku 12(1)", late, interview("withdrawn")).state is State.MET


@pytest.mark.parametrize(
    ("state", "given", "stands"),
    [("reviewing", False, State.NOTHING_DUE), ("told", False, State.OPEN), ("told", True, State.MET)],
)
def test_the_analysis_of_the_groups(state: str, given: bool, stands: State) -> None:  # Aku 16(1)
    analysis = Case("a", "stress_check", "analysis", "provided", 1, "2026-12", "v1", "2026")
    assert row("Aku 16(1)", date(2026, 12, 20), round_(state), *([analysis] if given else [])).state is stands


def test_what_has_been_kept_long_enough_is_for_its_keeper_alone() -> None:  # Aku 17
    kept = {("stress_check", "round"): 1, ("stress_check", "check"): 40, ("stress_check", "interview"): 2}
    day = date(2032, 4, 1)
    for article, n, holder in (("Aku 17(1)", 41, Role.JOINT_CLERK), ("Aku 17(3)", 2, Role.AFFAIRS_STAFF)):
        duty = row(article, day, kept=kept)
        assert (duty.state, duty.values, duty.holders, duty.reserved) == (State.OPEN, {"n": n}, (holder,), True)
        assert row(article, day).state is State.NOTHING_DUE


def test_a_class_that_is_undecided_or_held_has_nothing_to_hand_back() -> None:  # K8
    rules = {
        "stress_joint_clerk": replace(POLICY.retention["stress_joint_clerk"], years=None),
        "stress_affairs": replace(POLICY.retention["stress_affairs"], hold_until=date(2040, 1, 1)),
    }
    policy, kept = replace(POLICY, retention={**POLICY.retention, **rules}), {("stress_check", "interview"): 2}
    day = date(2032, 4, 1)
    assert row("Aku 17(1)", day, policy=policy).key == "stress-board-undecided"
    assert row("Aku 17(3)", day, policy=policy, kept=kept).state is State.NOTHING_DUE
    ledger = FakeLedger(policy=policy)
    found = board.dates(ledger, date(2032, 1, 1), date(2032, 8, 31))
    assert [one for one in found if one.article.startswith("Aku 17")] == []


def test_answering_without_paper_needs_a_decision() -> None:  # Aku 21, S1
    day = date(2026, 9, 1)
    assert row("Aku 21", day).state is State.OPEN
    stress = replace(POLICY.stress_check, electronic_form_decision="2026-06-01 No. 3")
    assert row("Aku 21", day, policy=replace(POLICY, stress_check=stress)).state is State.MET


def test_its_days_are_the_round_for_everybody_and_before_it_the_planning() -> None:
    found = board.dates(FakeLedger(cases=[round_("prepared")]), date(2026, 9, 2), date(2027, 9, 2))
    assert [(one.day, one.key, one.roles) for one in found] == [
        (date(2026, 10, 1), "stress-date-opens", ()),
        (date(2026, 10, 30), "stress-date-closes", ()),
        (date(2027, 9, 1), "stress-date-plan", (Role.PLANNER,)),
        (date(2027, 4, 1), "stress-date-stress_joint_clerk", (Role.JOINT_CLERK,)),
        (date(2027, 4, 1), "stress-date-stress_affairs", (Role.AFFAIRS_STAFF,)),
    ]
