"""The board: every article is a row, every duty has its row, what is reserved is shown to its holders, words hold."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from bot.handlers.hr_digest.articles import articles
from bot.handlers.hr_digest.rules import board as rules
from bot.handlers.hr_digest.rules.digest import frozen
from bot.handlers.hr_digest.views import board as views
from bot.handlers.registry import FLOWS
from bot.rules.duties import Dated, Duty, State, each_month, each_year
from bot.rules.people import Appointment, Person, Role
from tests import fakes

# The three texts, by hand: article -> its paragraphs (or the items that ask something), () where it has none.
ARTICLES: Mapping[str, Mapping[int, Sequence[str]]] = {
    "Yam": {
        1: (), 2: (), 3: (), 4: ("1", "2", "3)(1", "3)(2"), 5: "12345", 6: "1234567", 7: "12345", 8: "123", 9: (),
        10: ("1", "2", "3", "4)(1", "4)(2"), 11: "123", 12: (), 13: (), 14: (), 15: (),
    },
    "Aki": {
        1: (), 2: (), 3: "123", 4: "12", 5: "12", 6: "12", 7: ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"),
        8: "12", 9: ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"), 10: (), 11: (), 12: (), 13: (),
    },
    "Aku": {
        1: (), 2: "12", 3: (), 4: (), 5: (), 6: (), 7: "1234", 8: "12", 9: (), 10: (), 11: "1234", 12: "12", 13: (),
        14: (), 15: (), 16: "12", 17: "123", 18: (), 19: (), 20: "12", 21: (),
    },
}  # fmt: skip
TODAY = fakes.OFFICE.day(fakes.NOW)
GAP = Duty("Yam 6(1)", "roster-board-units", State.LATE, (Role.UNIT_HEAD,), {"n": 2}, leads=True)
SECRET = Duty("Yam 11(1)", "peer_support-board-reports", State.LATE, (Role.WELFARE_HEAD,), {"n": 4}, reserved=True)


def duties(ledger: fakes.FakeLedger | None = None) -> list[Duty]:
    ledger = ledger or fakes.FakeLedger()
    return [duty for flow in FLOWS for duty in flow.duties(ledger, fakes.NOW)]


def dates(ledger: fakes.FakeLedger | None = None) -> list[Dated]:
    span = rules.days_of_calendar(TODAY)
    return [one for flow in FLOWS for one in flow.dates(ledger or fakes.FakeLedger(), *span)]


def line_of(article: str, hats: Sequence[Role], *found: Duty) -> rules.Line:
    return next(line for line in rules.joined(articles(), found, hats) if line.row.article == article)


def texts(view: Mapping[str, Any]) -> str:
    return "\n".join(re.findall(r"'text': '([^']*)'", str(view["blocks"])))


# ---- every article ----


def test_every_article_and_paragraph_of_the_three_regulations_is_a_row() -> None:
    wanted = [
        f"{regulation} {number}{f'({one})' if one else ''}"
        for regulation, numbers in ARTICLES.items()
        for number, paragraphs in numbers.items()
        for one in paragraphs or ("",)
    ]
    assert [row.article for row in articles()] == wanted


def test_every_duty_names_a_row_that_says_so_and_every_such_row_has_a_duty() -> None:
    told = {duty.article for duty in duties()}
    assert told == {row.article for row in articles() if row.kept is rules.Kept.DUTY}


def test_every_date_names_a_row() -> None:
    assert {one.article for one in dates()} <= {row.article for row in articles()} | {rules.DIGEST_DAY}


def test_every_row_is_short_owed_by_somebody_and_in_both_languages() -> None:
    for row in articles():
        assert row.owes, row.article
        assert 0 < len(row.ja) <= 40, row.article
        assert 0 < len(row.en) <= 90, row.article
        assert not re.search(r"[぀-ヿ一-鿿]", row.en)
        assert row.at.startswith(f"第{re.search(r'[0-9]+', row.article)[0]}条")  # type: ignore[index]


def test_what_is_reserved_never_leads_in_the_digest() -> None:
    assert not [duty for duty in duties() if duty.reserved and duty.leads]


# ---- who sees what ----


def test_what_is_reserved_is_shown_to_its_holders_alone() -> None:
    assert line_of("Yam 11(1)", [Role.WELFARE_HEAD], SECRET).duties == (SECRET,)
    for hats in ([], [Role.DIGEST_READER, Role.AFFAIRS_HEAD, Role.AUDITOR, Role.ADMINISTRATOR]):
        line = line_of("Yam 11(1)", hats, SECRET)
        assert (line.duties, line.hidden) == ((), ((Role.WELFARE_HEAD,),))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_to_others_a_late_reserved_duty_reads_like_one_that_is_met(language: str) -> None:
    click = fakes.click(language=language)
    shown = set()
    for state, n in ((State.LATE, 4), (State.MET, 0)):
        duty = Duty(SECRET.article, SECRET.key, state, SECRET.holders, {"n": n}, date(2026, 9, 10), reserved=True)
        lines = rules.joined(articles(), [duty], [Role.DIGEST_READER])
        shown.add(str(views.board(click, "yam", lines, fakes.POLICY)))
    assert len(shown) == 1


def test_the_hats_that_count_are_sworn_and_no_clerk_has_authority_over_personnel() -> None:
    rows = (Person("U1", "One", "A"), Person("U2", "Two", "A", personnel_authority=True))
    roster: tuple[Appointment, ...] = (
        fakes.appointment("U1", Role.CLERK),
        fakes.appointment("U1", Role.COORDINATOR, sworn_on=None),
        fakes.appointment("U2", Role.CLERK),
        fakes.appointment("U2", Role.PLANNER),
    )
    ledger = fakes.FakeLedger(rows=rows, roster=roster)
    assert rules.sworn_hats("U1", ledger, TODAY) == {Role.CLERK}
    assert rules.sworn_hats("U2", ledger, TODAY) == {Role.PLANNER}
    assert rules.sworn_hats("U0NOBODY", ledger, TODAY) == frozenset()


# ---- the screens ----


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("regulation", rules.REGULATIONS)
def test_a_board_fits_into_slack_and_says_every_state_in_words(language: str, regulation: str) -> None:
    click = fakes.click(language=language)
    lines = rules.joined(articles(), duties(), list(Role))
    view = views.board(click, regulation, lines, fakes.POLICY)
    assert len(view["blocks"]) < 100
    assert len(str(view)) < 250_000
    told = [block["text"]["text"] for block in view["blocks"] if block["type"] == "section"]
    assert len(told) == sum(row.regulation == regulation for row in articles())
    assert all(len(text.splitlines()) >= 3 for text in told)
    buttons = [
        one["value"].split("|")[1] for block in view["blocks"] for one in block.get("elements", ()) if "value" in one
    ]
    assert sorted([regulation, *buttons]) == sorted(rules.REGULATIONS)


@pytest.mark.parametrize(
    ("language", "words"), [("ja", "この窓口からは分かりません"), ("en", "The program cannot tell")]
)
def test_a_row_of_which_no_flow_tells_says_so(language: str, words: str) -> None:
    view = views.board(fakes.click(language=language), "aku", rules.joined(articles(), [], []), fakes.POLICY)
    assert words in texts(view)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_duty_and_every_date_can_be_said(language: str) -> None:
    say = fakes.click(language=language).say
    for row in (*duties(), *dates()):
        assert say(row.key, **row.values)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_duty_that_leads_can_be_frozen_and_read_again(language: str) -> None:
    roster = (fakes.appointment("U0HR", Role.DIGEST_READER),)
    body = frozen("2026-08", duties(), dates(), fakes.FakeLedger(roster=roster), fakes.NOW)
    say = fakes.click(language=language).say
    assert body["leads"]
    assert all(say(row["key"], **row["values"]) for row in (*body["leads"], *body["dates"]))


# ---- the calendar ----


def test_the_calendar_holds_what_is_for_everybody_and_for_the_offices_of_the_person() -> None:
    found = rules.acting(dates(), [], everybody=True)
    assert {one.key for one in found} == {"roster-date-announcement"}
    head = {one.key for one in rules.acting(dates(), [Role.AFFAIRS_HEAD], everybody=False)}
    assert head == {"harassment-date-guideline"}
    administrator = rules.acting(dates(), [Role.ADMINISTRATOR], everybody=False)
    assert [(one.key, one.day) for one in administrator] == [("roster-date-keys", date(2027, 4, 15))]


def test_the_calendar_is_a_year_in_order() -> None:
    first, last = rules.days_of_calendar(TODAY)
    assert (first, last) == (TODAY, date(2027, 9, 2))
    found = rules.acting(dates(), list(Role), everybody=True)
    assert found == sorted(found, key=lambda one: one.day)
    assert all(first <= one.day <= last for one in found)
    assert sum(one.key == "roster-date-announcement" for one in found) == 12


def test_the_days_of_the_digest_are_its_readers() -> None:
    found = rules.dates(fakes.FakeLedger(), date(2026, 9, 11), date(2026, 10, 13))
    assert [(one.day, one.roles) for one in found] == [
        (date(2026, 9, 11), (Role.DIGEST_READER,)), (date(2026, 10, 13), (Role.DIGEST_READER,)),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_calendar_has_a_heading_for_each_month_and_fits(language: str) -> None:
    found = rules.acting(dates(), list(Role), everybody=True)
    view = views.calendar(fakes.click(language=language), found)
    headings = [block for block in view["blocks"] if block["type"] == "header"]
    assert len(headings) == len({(one.day.year, one.day.month) for one in found})
    assert len(view["blocks"]) < 100
    assert views.calendar(fakes.click(language=language), [])["blocks"][-1]["type"] == "section"


def test_months_and_yearly_days_are_counted_with_both_ends() -> None:
    first, last = date(2026, 11, 30), date(2027, 2, 1)
    assert list(each_month(first, last)) == ["2026-11", "2026-12", "2027-01", "2027-02"]
    assert list(each_year("02-01", first, last)) == [date(2027, 2, 1)]
    assert list(each_year("11-30", first, last)) == [date(2026, 11, 30)]
    assert list(each_year("03-01", first, last)) == []
