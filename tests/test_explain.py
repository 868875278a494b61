"""`explain deadline`: hand-counted dates, and clear words for what cannot be counted."""

import json
from pathlib import Path

import pytest

from bot.commands.explain import deadline
from bot.errors import Misconfigured
from bot.policy import load
from bot.rules.deadlines import RULES

HERE = Path(__file__).parent
POLICY = load(HERE.parent / "policy.toml")
COMPANY = load(HERE / "policies" / "company.toml")
VECTORS = json.loads((HERE / "vectors" / "deadlines.json").read_text())


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: f"{row['rule']} {row['start']}")
def test_a_deadline_is_counted_as_by_hand(row: dict[str, str]) -> None:
    found = deadline(row["rule"], row["start"], POLICY)
    assert {key: found[key] for key in ("counted_day", "due_day", "last_office_day")} == {
        key: row[key] for key in ("counted_day", "due_day", "last_office_day")
    }, row["why"]


def test_every_rule_has_hand_counted_dates() -> None:
    assert {row["rule"] for row in VECTORS} == set(RULES)


def test_the_answer_has_its_six_keys_in_order() -> None:
    found = deadline("committee", "2026-03-04T10:00:00+09:00", POLICY)
    assert list(found) == ["counted_day", "due_day", "expires_at", "last_office_day", "article", "reason"]
    assert found["article"] == "Aki 9(3)"
    assert found["reason"].endswith(".")


@pytest.mark.parametrize(
    ("rule", "start", "expires_at"),
    [
        ("interview_request", "2026-12-02", "2027-01-05T00:00:00+09:00"),
        ("committee", "2026-03-04T10:00:00+09:00", "2026-05-04T00:00:00+09:00"),
        ("monthly_report", "2026-09", "2026-10-11T00:00:00+09:00"),
        ("fiscal_year_end", "2026-04-01", "2027-04-01T00:00:00+09:00"),
    ],
)
def test_the_first_moment_too_late_is_the_midnight_after(rule: str, start: str, expires_at: str) -> None:
    assert deadline(rule, start, POLICY)["expires_at"] == expires_at


def test_the_reason_says_when_and_why_a_day_moved() -> None:
    assert "2027-01-01 is closed" in deadline("interview_request", "2026-12-02", POLICY)["reason"]
    assert "closed" not in deadline("interview_delivery", "2026-12-02", POLICY)["reason"]


def test_another_organisation_counts_by_its_own_numbers_and_articles() -> None:
    found = deadline("interview_request", "2026-10-06", COMPANY)  # 21 days: a Tuesday, closed; Wednesday too
    assert (found["counted_day"], found["due_day"]) == ("2026-10-27", "2026-10-29")
    assert found["article"] == "CR 7"
    assert deadline("monthly_report", "2026-09", COMPANY)["due_day"] == "2026-10-15"


@pytest.mark.parametrize(
    ("rule", "start", "says"),
    [
        ("holiday", "2026-10-05", "choose one of interview_request, interview_delivery, physician_opinion"),
        ("committee", "2026-10-05T09:00:00", "without an offset"),
        ("committee", "2026-10", "a day such as"),
        ("monthly_report", "2026-10-05", "a month such as"),
        ("monthly_report", "2026-13", "a month such as"),
        ("monthly_report", "2026-10-05T09:00:00+09:00", "a month such as"),
        ("committee", "2027-02-29", "must be written"),
        ("committee", "2026-10-05T25:00:00+09:00", "must be written"),
        ("committee", "2026-10-05T09:00:00+99:00", "must be written"),
        ("committee", "2026-W40-1", "must be written"),
        ("committee", "20261005", "must be written"),
        ("committee", "yesterday", "must be written"),
        ("committee", "", "must be written"),
        ("committee", "２０２６-10-05", "must be written"),
        ("committee", " 2026-10-05", "must be written"),
        ("committee", "0001-01-01", "years 1950 to 2099"),
        ("retention_civil", "9999-12-31", "years 1950 to 2099"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_one_sentence(rule: str, start: str, says: str) -> None:
    with pytest.raises(Misconfigured) as refusal:
        deadline(rule, start, POLICY)
    assert len(refusal.value.mistakes) == 1
    assert says in refusal.value.mistakes[0]
