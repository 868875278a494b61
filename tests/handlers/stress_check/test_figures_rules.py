"""The numbers of a round: totals for the planner, and what the law's report asks for; never one about results."""

from dataclasses import fields, replace
from typing import Any

import pytest

from bot.handlers.stress_check.rules.figures import Totals, Yearly, totals, yearly
from bot.handlers.stress_check.rules.moves import CHECK, INTERVIEW
from bot.handlers.stress_check.views import figures as views
from bot.rules.cases import Case
from bot.rules.people import Person
from tests.fakes import POLICY, FakeLedger, click

ROWS = (
    Person("U1", "One", "A", employment="regular"), Person("U2", "Two", "A", employment="fiscal_year"),
    Person("U3", "Three", "A", employment="external"), Person("U4", "Gone", "A", employment="regular", left=True),
)  # fmt: skip


def many(kind: str, states: dict[str, int], period: str = "2026") -> list[Case]:
    return [
        Case(f"{kind}-{state}-{number}", "stress_check", kind, state, 1, "2026-09", "v1", period)
        for state, count in states.items()
        for number in range(count)
    ]


def round_in(state: str, **body: Any) -> Case:
    held = {"opens_on": "2026-09-20", "closes_on": "2026-10-17", "employment": ["regular", "fiscal_year"], **body}
    return Case("r", "stress_check", "round", state, 1, "2026-09", "v1", "2026", held)


RUNNING = FakeLedger(
    rows=ROWS,
    cases=[
        *many(CHECK.kind, {"invited": 5, "away": 2, "handed_in": 3, "taken": 11}),
        *many(CHECK.kind, {"invited": 7}, "2025"),
    ],
)
ENDED = FakeLedger(
    rows=ROWS,
    cases=[
        *many(CHECK.kind, {"taken": 2, "read": 3, "kept": 20, "untaken": 4}),
        *many(INTERVIEW.kind, {"applied": 1, "arranged": 1, "withdrawn": 1, "called_off": 1, "held": 1, "reported": 1,
                               "measured": 1, "over": 1}),
        *many(INTERVIEW.kind, {"over": 3}, "2025"),
        *many("analysis", {"provided": 1}),
    ],
)  # fmt: skip


def test_the_planner_gets_totals_and_who_is_away_is_no_examinee() -> None:
    assert totals(round_in("open"), RUNNING) == Totals(examinees=19, taken=11, on_paper=3, not_yet=5)
    assert totals(round_in("told"), ENDED) == Totals(examinees=29, taken=25, on_paper=0, not_yet=4)
    assert totals(round_in("prepared"), RUNNING) is None


def test_the_report_counts_staff_takers_and_interviews_that_were_held() -> None:
    found = yearly(round_in("over", takers=25), ENDED)

    assert (found.year, f"{found.month:%Y-%m}") == ("2026", "2026-10")
    assert (found.staff, found.took, found.interviews, found.analysed) == (2, 25, 4, True)
    assert found.report == POLICY.stress_check.report


@pytest.mark.parametrize(
    ("state", "so_far", "interviews"),
    [("open", False, None), ("told", False, None), ("told", True, 4), ("reviewing", True, None), ("over", False, 4)],
)
def test_interviews_are_not_seen_to_grow(state: str, so_far: bool, interviews: int | None) -> None:
    found = yearly(round_in(state, takers=25), ENDED, so_far=so_far)

    assert found.interviews == interviews
    assert (found.took is None) is (state not in {"told", "over"})


def test_after_a_round_the_classes_are_the_policys() -> None:
    over = round_in("over", takers=1)
    bare = replace(over, body={key: over.body[key] for key in ("opens_on", "closes_on", "takers")})

    assert yearly(bare, ENDED).staff == 2


def test_no_field_and_no_line_is_about_results() -> None:
    assert {one.name for one in fields(Yearly)} == {
        "year", "month", "staff", "took", "interviews", "analysed", "report",
    }  # fmt: skip
    assert {one.name for one in fields(Totals)} == {"examinees", "taken", "on_paper", "not_yet"}
    told = str(views.shown(click(), totals(round_in("told"), ENDED), yearly(round_in("told", takers=25), ENDED)))
    assert "高ストレス" not in told
    for words in ("対象者：29人", "受けた人：25人", "まだ受けていない人：4人", "在籍労働者数：2人",
                  "検査を受けた労働者数：25人", "面接指導を受けた労働者数：まだ出せません", "集団ごとの分析：行った",
                  "2026年10月", "市町村長"):  # fmt: skip
        assert words in told, words


@pytest.mark.parametrize("addressee", ["labour_office", "mayor", "personnel_commission"])
@pytest.mark.parametrize("doctor", ["own_physician", "own_staff", "contractor"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_setting_has_its_words(addressee: str, doctor: str, language: str) -> None:
    report = replace(POLICY.stress_check.report, addressee=addressee, implementer=doctor, physician=doctor)
    found = replace(yearly(round_in("over", takers=25), ENDED), report=report)

    assert views.shown(click(language=language), None, found)["blocks"]
