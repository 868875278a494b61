"""What a month's digest may say: attacked over a year, frozen, alike when empty, and told to its readers alone."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.handlers.hr_digest.rules.digest import days_ahead, digest_id, frozen, only_totals, plan, publish
from bot.handlers.hr_digest.rules.figures import entries_of, of_month
from bot.handlers.hr_digest.views.digest import lines
from bot.rules.cases import Case, Count, Decision
from bot.rules.counted import published_on, still_counts, with_promise_counted
from bot.rules.disclosure import disclose
from bot.rules.duties import Dated, Duty, State
from bot.rules.people import Role
from tests import fakes

K = fakes.POLICY.minimum_cell + fakes.POLICY.known_to_reader
TOPICS = [topic.key for topic in fakes.POLICY.topics]
NOW = datetime(2026, 10, 13, 0, 0, tzinfo=UTC)
MONTH = "2026-09"
Counts = dict[tuple[str, str], Mapping[str, int]]


def peer(*topics: int, entries: tuple[int, ...] = (4, 4, 4)) -> Mapping[str, int]:
    shares = {f"share.{n}": entries.count(n) for n in set(entries)}
    return {f"topic.{key}": n for key, n in zip(TOPICS, topics, strict=False)} | shares


def body(counted: Counts, *roster: object, now: datetime = NOW, duties: tuple[Duty, ...] = ()) -> str:
    ledger = fakes.FakeLedger(counted=counted, roster=roster or (reader(),))  # type: ignore[arg-type]
    return json.dumps(frozen(MONTH, duties, (), ledger, now), sort_keys=True)


def reader(person: str = "U0HR", **other: object) -> object:
    return fakes.appointment(person, Role.DIGEST_READER, **other)


def text(language: str, counted: Counts) -> str:
    ledger = fakes.FakeLedger(counted=counted, roster=(reader(),))  # type: ignore[arg-type]
    say = fakes.click(language=language).say
    return "\n".join(lines(say, language, frozen(MONTH, (), (), ledger, NOW), fakes.POLICY))


# ---- when ----


@pytest.mark.parametrize(
    ("month", "day"),
    [("2026-08", date(2026, 9, 11)), ("2026-09", date(2026, 10, 13)), ("2026-11", date(2026, 12, 11)),
     ("2026-12", date(2027, 1, 12)), ("2027-02", date(2027, 3, 11))],
)  # fmt: skip
def test_it_comes_on_the_first_office_day_after_the_tenth(month: str, day: date) -> None:  # D1
    assert published_on(month, fakes.OFFICE, fakes.POLICY) == day


def test_the_last_month_and_a_year_of_months_are_planned_each_for_its_own_digest() -> None:
    ledger = fakes.FakeLedger()
    planned = plan(ledger, NOW)
    assert [deadline.period for deadline in planned][:2] == ["2026-09", "2026-10"]
    assert len({deadline.subject for deadline in planned}) == len(planned) == 12


def test_its_dates_begin_where_the_last_digest_ended() -> None:
    assert days_ahead(MONTH, fakes.FakeLedger()) == (date(2026, 10, 14), date(2026, 11, 30))


def test_it_goes_to_its_readers_of_that_day_once_each() -> None:
    gone = reader("U0GONE", ends_on=date(2026, 9, 30))
    ledger = fakes.FakeLedger(roster=(reader("U0HR"), gone, *fakes.APPOINTMENTS))  # type: ignore[arg-type]
    done = publish(MONTH, (), (), ledger, NOW)
    assert [(notice.recipient, notice.about) for notice in done.notices] == [("U0HR", digest_id(MONTH, ledger))]


# ---- what ----


def test_entries_are_told_apart_by_who_sent_them_and_by_nothing_else() -> None:
    assert entries_of({"share.0": 5, "share.1": 2, "share.4": 1, "topic.work": 6}) == [1, 1, 4]


def test_peer_figures_need_three_supporters_and_none_with_more_than_half() -> None:  # D2
    shown = of_month({"peer_support": peer(12, 0, 0, entries=(4, 4, 4))}, fakes.POLICY)[0].shown
    assert shown.total == 12
    for entries in ((6, 6), (7, 3, 2), (12,)):
        hidden = of_month({"peer_support": peer(12, 0, 0, entries=entries)}, fakes.POLICY)[0].shown
        assert hidden.total is None


@pytest.mark.parametrize("few", range(K))
def test_an_empty_month_and_one_with_few_are_the_same_byte_for_byte(few: int) -> None:
    counted: Counts = {
        ("peer_support", MONTH): peer(few, entries=(1,) * few),
        ("harassment", MONTH): {"group.power": few, "promise.kept": few},
        ("stress_check", MONTH): {"request.interview": few},
    }
    assert body(counted) == body({})
    assert text("ja", counted) == text("ja", {})


def test_asked_again_it_is_the_same_bytes() -> None:
    counted: Counts = {("harassment", MONTH): {"group.power": 9, "group.sexual": 7}}
    assert body(counted) == body(dict(reversed(counted.items())))


def test_a_promise_is_told_only_beside_a_shown_total_and_never_as_a_small_number() -> None:  # D2
    for kept, missed, told in ((9, 7, {"kept": 9, "missed": 7}), (16, 0, {}), (12, 4, {}), (3, 2, {})):
        counts = {"group.power": 16, "promise.kept": kept, "promise.missed": missed}
        assert of_month({"harassment": counts}, fakes.POLICY)[1].promises == told
    hidden = {"group.power": K - 1, "promise.kept": 9, "promise.missed": 9}
    assert of_month({"harassment": hidden}, fakes.POLICY)[1].promises == {}


def test_a_reader_who_deals_with_such_matters_gets_the_total_alone() -> None:
    both = fakes.appointment("U0HR", Role.AFFAIRS_HEAD, ends_on=None)
    ledger = fakes.FakeLedger(roster=(reader(), both))  # type: ignore[arg-type]
    assert only_totals(ledger, NOW) == {"harassment"}
    counted: Counts = {("harassment", MONTH): {"group.power": 9, "group.sexual": 7}}
    found = json.loads(body(counted, reader(), both))
    assert found["flows"][1] == {"flow": "harassment", "total": 16, "cells": [], "promises": []}


def test_what_leads_stands_first_and_what_does_not_is_left_out() -> None:
    gap = Duty("Yam 6(1)", "hr_digest-none", State.LATE, (Role.WELFARE_HEAD,), {"n": 2}, leads=True)
    quiet = replace(gap, key="quiet", leads=False)
    assert [row["key"] for row in json.loads(body({}, duties=(gap, quiet)))["leads"]] == ["hr_digest-none"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_layout_is_the_same_when_everything_is_hidden(language: str) -> None:
    full = text(language, {("harassment", MONTH): {"group.power": 9, "group.sexual": 7}})
    empty = text(language, {})
    headings = [line for line in full.splitlines() if line.startswith("■")]
    assert headings == [line for line in empty.splitlines() if line.startswith("■")]
    assert "16" in full
    assert "16" not in empty


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_date_of_the_flows_stands_with_its_day(language: str) -> None:
    row = Dated(date(2026, 10, 20), "hr_digest-button", "Yam 4(3)")
    ledger = fakes.FakeLedger(roster=(reader(),))  # type: ignore[arg-type]
    told = lines(fakes.click(language=language).say, language, frozen(MONTH, (), (row,), ledger, NOW), fakes.POLICY)
    assert any("20" in line for line in told)


# ---- attacks ----


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 2 * K), min_size=6, max_size=6))
def test_every_group_goes_through_the_closed_form_also_those_with_nobody(numbers: list[int]) -> None:
    """Its posterior is attacked in tests/rules/test_disclosure_oracles.py, also by who knows a matter."""
    groups = [*dict.fromkeys(kind.group for kind in fakes.POLICY.harassment.kinds), "several"]
    cells = dict(zip(groups, numbers, strict=True))
    found = of_month({"harassment": {f"group.{group}": n for group, n in cells.items() if n}}, fakes.POLICY)[1]
    assert found.shown == disclose(cells, K)


def test_a_year_of_digests_gives_no_difference_below_the_threshold() -> None:
    """Nothing is summed over months or flows, so all that can be subtracted is a month's own figures."""
    months = [dict(zip(("power", "sexual", "family", "other"), cells, strict=True)) for cells in (
        (9, 0, 1, 0), (9, 1, 1, 0), (8, 7, 6, 0), (12, 3, 4, 2), (20, 6, 0, 0), (5, 5, 5, 5), (6, 6, 6, 6),
        (7, 2, 3, 4), (30, 1, 0, 0), (6, 5, 5, 0), (11, 10, 9, 8), (6, 0, 0, 0),
    )]  # fmt: skip
    for cells in months:
        counts = {f"group.{group}": n for group, n in cells.items()}
        told = of_month({"harassment": counts}, fakes.POLICY)[1].as_json()
        shown = [n for _, n in told["cells"] if n is not None]
        assert all(n >= K for n in shown)
        rest = (told["total"] or 0) - sum(shown)
        assert told["total"] is None or not shown or rest == 0 or rest >= K


# ---- what is counted ----


def test_what_comes_after_the_digest_counts_in_none() -> None:
    ledger = fakes.FakeLedger()
    morning = fakes.OFFICE.opening(published_on(MONTH, fakes.OFFICE, fakes.POLICY))
    assert still_counts(MONTH, ledger, morning.replace(minute=morning.minute - 1))
    assert not still_counts(MONTH, ledger, morning)


def test_a_promise_counts_once_in_the_life_of_a_matter() -> None:
    ledger = fakes.FakeLedger()
    case = Case("c", "harassment", "consultation", "received", 1, MONTH, "v")
    early = datetime(2026, 9, 20, 1, 0, tzinfo=UTC)
    first = with_promise_counted(Decision(act="miss"), case, MONTH, ledger, early, kept=False)
    assert first.counts == (Count("promise.missed", MONTH),)
    after = replace(case, body=first.body or {})
    assert with_promise_counted(Decision(act="settle"), after, MONTH, ledger, early, kept=True).counts == ()
