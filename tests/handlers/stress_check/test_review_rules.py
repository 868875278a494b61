"""The review: who is looked at, the order that waits for all of them, and the reminders until then (Aku 9, 10)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.errors import Refused
from bot.handlers.stress_check.rules import review
from bot.handlers.stress_check.rules.moves import CLOSING, REVIEWING, TOLD
from bot.handlers.stress_check.views import review as views
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.people import Role
from bot.sandbox.strictness import check_view
from tests.fakes import NOW, OFFICE, FakeLedger, appointment, click
from tests.handlers.stress_check.cases import check_case, round_case

TODAY = OFFICE.day(NOW)
DOCTOR = "U0BOSS"
NOBODY = FakeLedger(roster=(appointment(DOCTOR, Role.IMPLEMENTER),))


def round_in(state: str = REVIEWING, **entries: bool | None) -> Case:
    return round_case(state, NOBODY, TODAY, body={"review": entries})


def test_each_decision_stands_until_it_is_changed_and_others_stay_as_they_are() -> None:
    found = round_in(a=None, b=False)
    once = review.decide("a", True, found, NOBODY, NOW)
    assert isinstance(once, Decision)
    assert once.body
    assert once.body["review"] == {"a": True, "b": False}
    again = review.decide("a", False, replace(found, body=once.body), NOBODY, NOW)
    assert isinstance(again, Decision)
    assert again.body
    assert again.body["review"] == {"a": False, "b": False}


def test_nobody_is_decided_about_who_needs_no_decision() -> None:
    refused = review.decide("c", True, round_in(a=None), NOBODY, NOW)
    assert isinstance(refused, Refused)
    assert refused.reason == "not-shown"


@pytest.mark.parametrize("state", [CLOSING, TOLD])
def test_before_and_after_nothing_is_decided_or_ordered(state: str) -> None:
    for done in (
        review.decide("a", True, round_in(state, a=None), NOBODY, NOW),
        review.open_results(round_in(state, a=True), NOBODY, NOW),
    ):
        assert isinstance(done, Refused)


def test_the_order_waits_for_everybody() -> None:
    refused = review.open_results(round_in(a=True, b=None, c=None), NOBODY, NOW)
    assert isinstance(refused, Refused)
    assert (refused.reason, refused.values) == ("stress-review-left", {"count": 2})


@pytest.mark.parametrize("entries", [{}, {"a": True}, {"a": False}, {"a": True, "b": False}])
def test_the_order_leaves_the_same_whatever_was_decided(entries: dict[str, bool]) -> None:
    ordered = review.open_results(round_in(**entries), NOBODY, NOW)
    assert isinstance(ordered, Decision)
    assert ordered.body
    assert ordered.body["told_at"] == "2026-09-02T10:00:00+09:00"
    assert ordered.deadlines == (Deadline(round_in().id, "telling", NOW),)
    assert (ordered.cancels, ordered.notices) == (("review",), ())


def test_an_order_of_the_evening_is_told_about_in_the_morning() -> None:
    late = NOW + timedelta(hours=12)  # 22:00 in Japan
    ordered = review.open_results(round_in(a=True), NOBODY, late)
    assert isinstance(ordered, Decision)
    assert ordered.body
    assert ordered.body["told_at"] == "2026-09-02T22:00:00+09:00"  # the results themselves are open at once
    assert [OFFICE.local(one.due_at).isoformat() for one in ordered.deadlines] == ["2026-09-03T08:30:00+09:00"]


def test_the_implementer_is_reminded_at_the_stages_and_then_again_and_again() -> None:
    found = round_in(a=None)
    clock = review.review_clock(found, NOBODY, NOW)
    assert [(one.stage, OFFICE.day(one.due_at).isoformat()) for one in clock] == [(1, "2026-09-04"), (2, "2026-09-09")]
    first = review.on_review(found, clock[0], NOBODY, clock[0].due_at)
    assert first
    assert [(n.recipient, n.topic, n.due_on and n.due_on.isoformat()) for n in first.notices] == [
        (DOCTOR, "review", "2026-09-09")
    ]
    assert first.deadlines == ()
    last = review.on_review(found, clock[1], NOBODY, clock[1].due_at)
    assert last
    assert [(one.stage, OFFICE.day(one.due_at).isoformat()) for one in last.deadlines] == [(3, "2026-09-14")]
    later = review.on_review(found, last.deadlines[0], NOBODY, last.deadlines[0].due_at)
    assert later
    assert [n.due_on and n.due_on.isoformat() for n in later.notices] == ["2026-09-14"]
    assert review.on_review(round_in(TOLD), last.deadlines[0], NOBODY, NOW) is None


# ---- the screens ----


def texts(view: dict[str, Any]) -> str:
    check_view(view)
    return str(view)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_hundred_people_fit_on_pages_and_the_order_stands_only_where_all_are_decided(language: str) -> None:
    checks = [check_case("taken", NOBODY, TODAY, person=f"U0{n:03}", high=True) for n in range(100)]
    decided: dict[str, bool | None] = {one.id: n % 2 == 0 for n, one in enumerate(checks)}
    ledger = replace(NOBODY, cases=checks)
    for page in range(3):
        shown = texts(views.overview(click(language=language), round_in(**decided), page, ledger))
        assert views.ORDER in shown
        assert ((".2|" in shown) or (".1|" in shown)) is (page < 2)
    one_left = texts(views.overview(click(language=language), round_in(**decided | {"z": None}), 0, ledger))
    assert views.ORDER not in one_left
    assert views.ENTRY in one_left


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("sex", ["female", ""])
def test_somebodys_profile_has_sums_and_where_there_is_one_a_level(language: str, sex: str) -> None:
    check = check_case("taken", NOBODY, TODAY, high=True, sex=sex)
    shown = texts(views.entry(click(language=language), round_in(**{check.id: None}), check, NOBODY))
    assert "68" in shown  # the highest sum of area A
    assert ("■□□□□" in shown) is bool(sex)
    assert ("個別の確認" in shown or "Individual review" in shown) is not bool(sex)
    assert views.YES in shown
    assert views.NO in shown
    after = texts(views.entry(click(language=language), round_in(TOLD, **{check.id: True}), check, NOBODY))
    assert views.YES not in after
