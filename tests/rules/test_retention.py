"""How long records are kept (Aku 17, K8)."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.policy import load, office_calendar
from bot.rules.retention import ended_by, kept_until, last_of_year, may_dispose

POLICY = load(Path(__file__).parents[2] / "policy.toml")
OFFICE = office_calendar(POLICY)


@pytest.mark.parametrize(
    ("made_on", "last"),
    [
        (date(2026, 10, 5), date(2032, 3, 31)),  # the fiscal count is the later one
        (date(2027, 3, 31), date(2032, 3, 31)),  # both counts end together
        (date(2027, 4, 1), date(2033, 3, 31)),
        (date(2028, 2, 29), date(2033, 3, 31)),
    ],
)
def test_a_record_is_kept_until_the_later_of_both_counts(made_on: date, last: date) -> None:
    assert kept_until(POLICY.retention["peer"], made_on, OFFICE) == last
    assert kept_until(POLICY.retention["stress_affairs"], made_on, OFFICE) == last


def test_disposal_begins_on_the_day_after_the_last_one() -> None:
    last = date(2032, 3, 31)
    for name in ("peer", "stress_joint_clerk", "stress_affairs"):
        rule = POLICY.retention[name]
        assert not may_dispose(rule, date(2026, 10, 5), last, OFFICE)
        assert may_dispose(rule, date(2026, 10, 5), last + timedelta(days=1), OFFICE)


def test_harassment_records_stay_while_the_organisation_has_not_decided() -> None:
    undecided = POLICY.retention["harassment"]
    assert undecided.at_the_end == "undecided"
    assert kept_until(undecided, date(2026, 10, 5), OFFICE) is None
    assert not may_dispose(undecided, date(2026, 10, 5), date(2099, 1, 1), OFFICE)


def test_a_company_that_has_decided_disposes_by_its_own_years() -> None:
    company = load(Path(__file__).parents[1] / "policies" / "company.toml")
    calendar = office_calendar(company)
    assert kept_until(company.retention["harassment"], date(2026, 10, 5), calendar) == date(2034, 3, 31)
    assert kept_until(company.retention["peer"], date(2026, 10, 5), calendar) == date(2030, 3, 31)


def test_the_joint_clerk_returns_and_general_affairs_waits_for_an_order() -> None:  # Aku 17(2)(3), S12
    assert POLICY.retention["stress_joint_clerk"].at_the_end == "return"
    assert POLICY.retention["stress_affairs"].at_the_end == "by_order"


def test_the_fiscal_year_of_its_end_says_as_much_as_the_day() -> None:  # so the day need not be kept
    rule = POLICY.retention["peer"]
    for ended in (date(2026, 4, 1), date(2027, 3, 31), date(2028, 2, 29), date(2026, 12, 31)):
        year = OFFICE.fiscal_year(ended)
        assert last_of_year(rule, year, OFFICE) == kept_until(rule, ended, OFFICE)
        for today in (date(year + 6, 3, 31), date(year + 6, 4, 1), date(year + 1, 4, 1), date(year + 9, 1, 1)):
            years = ended_by(rule, today, OFFICE)
            assert years is not None
            assert (year <= years) is may_dispose(rule, ended, today, OFFICE), (ended, today)
    assert ended_by(POLICY.retention["harassment"], date(2099, 1, 1), OFFICE) is None  # K8
