"""Paper: what the clerk notes and sees, and how the joint clerk's entry becomes a sheet like every other (S3)."""

from dataclasses import replace
from typing import Any

import pytest

from bot.errors import Refused
from bot.handlers.stress_check.rules import entering
from bot.handlers.stress_check.rules.moves import (
    AWAY,
    CHECK,
    CLOSING,
    HANDED_IN,
    INVITED,
    KEPT,
    OPEN,
    READ,
    REVIEWING,
    TAKEN,
    UNTAKEN,
)
from bot.handlers.stress_check.rules.sheets import Part
from bot.handlers.stress_check.views import entering as views
from bot.handlers.stress_check.views.pages import END, Sheet
from bot.rules.cases import Case, Decision
from bot.rules.people import Person
from bot.sandbox.strictness import check_view
from tests.fakes import NOW, OFFICE, PEOPLE, FakeLedger, click
from tests.handlers.stress_check.cases import CLERK, EXAMINEE, ON_PAPER, answers, check_case, round_case
from tests.journeys.watch import JAPANESE

TODAY = OFFICE.day(NOW)
NOBODY = FakeLedger()
WHOLE: dict[str, Any] = {"answers": answers(high=True), "extra": {}, "sex": "male"}
BEGUN: dict[str, Any] = {"answers": {"A1": 2}, "extra": {}, "sex": "female", "quiet": True}


def town(state: str = HANDED_IN, in_round: str = OPEN, **body: Any) -> tuple[FakeLedger, Case]:
    check = check_case(state, NOBODY, TODAY, body=body)
    return replace(NOBODY, cases=(round_case(in_round, NOBODY, TODAY), check)), check


# ---- the envelope ----


def test_the_envelope_is_noted_with_its_day_and_what_was_begun_on_the_screen_stays_apart() -> None:
    ledger, check = town(INVITED, **BEGUN)

    noted = entering.hand_in(check, ledger, NOW)

    assert isinstance(noted, Decision)
    assert noted.body == {**check.body, "handed_in_on": TODAY.isoformat()}
    assert (noted.notices, noted.cancels) == ((), ())
    assert CHECK.target(INVITED, "hand_in") == HANDED_IN


def test_taking_it_back_lets_its_person_go_on_where_they_were() -> None:
    ledger, check = town(**BEGUN, entry={"answers": {"A1": 4}})

    back = entering.not_handed_in(check, ledger, NOW)

    assert isinstance(back, Decision)
    assert back.body is not None
    assert back.body["answers"] == {"A1": 2}
    assert {"entry", "handed_in_on"} & back.body.keys() == set()


@pytest.mark.parametrize(
    ("act", "state", "in_round"),
    [
        (entering.hand_in, TAKEN, OPEN), (entering.hand_in, HANDED_IN, OPEN), (entering.hand_in, AWAY, OPEN),
        (entering.hand_in, INVITED, CLOSING), (entering.not_handed_in, INVITED, OPEN),
        (entering.not_handed_in, TAKEN, OPEN), (entering.not_handed_in, HANDED_IN, CLOSING),
        (entering.enter, INVITED, OPEN), (entering.enter, TAKEN, OPEN), (entering.enter, HANDED_IN, REVIEWING),
        (entering.set_aside, HANDED_IN, OPEN), (entering.set_aside, TAKEN, CLOSING),
    ],
)  # fmt: skip
def test_what_does_not_fit_any_more_is_refused_with_a_plain_sentence(act: Any, state: str, in_round: str) -> None:
    ledger, check = town(state, in_round, entry=WHOLE)

    assert isinstance(act(check, ledger, NOW), Refused)


# ---- the sheet ----


@pytest.mark.parametrize("in_round", [OPEN, CLOSING])
def test_a_whole_sheet_is_scored_like_every_other_and_nothing_of_the_screen_is_in_it(in_round: str) -> None:
    ledger, check = town(in_round=in_round, **BEGUN, entry=WHOLE)

    entered = entering.enter(check, ledger, NOW)

    assert isinstance(entered, Decision)
    assert entered.body is not None
    assert entered.body["answers"] == WHOLE["answers"]
    assert (entered.body["sex"], entered.body["verdict"], entered.body["paper"]) == ("male", True, True)
    assert entered.body["taken_on"] == check.body["handed_in_on"]
    assert {"entry", "quiet"} & entered.body.keys() == set()


def test_a_sheet_that_is_not_whole_is_never_filled_up() -> None:
    some = {key: value for key, value in WHOLE["answers"].items() if key != "B7"}
    ledger, check = town(entry={**WHOLE, "answers": some}, answers={"B7": 1})

    assert isinstance(entering.enter(check, ledger, NOW), Refused)


def test_a_page_of_the_entry_is_kept() -> None:
    ledger, check = town(**BEGUN)

    kept = entering.save_entry(Part({"A1": 4}, {}, ""), check, ledger, NOW)

    assert isinstance(kept, Decision)
    assert kept.body is not None
    assert kept.body["entry"] == {"answers": {"A1": 4}, "extra": {}, "sex": ""}
    assert kept.body["answers"] == {"A1": 2}


def test_after_the_last_day_a_sheet_that_is_not_whole_ends_as_not_taken_with_all_that_was_in_it() -> None:
    ledger, check = town(in_round=CLOSING, entry={"answers": {"A1": 4}})

    ended = entering.set_aside(check, ledger, NOW)

    assert isinstance(ended, Decision)
    assert ended.ends_route
    assert CHECK.target(HANDED_IN, "set_aside") == UNTAKEN


# ---- the clerk's list ----


STATES = [INVITED, AWAY, HANDED_IN, TAKEN, READ, KEPT, UNTAKEN]


def crowd(in_round: str = OPEN, count: int = 0) -> tuple[FakeLedger, Case]:
    """One person in each state, somebody on paper, somebody who left, and `count` more."""
    people = [Person(f"U{state}", f"Name {state}", "Tax", "2F") for state in STATES]
    more = [Person(f"U{at:03}", f"Name {at:03}", f"Unit {at // 30}", "1F") for at in range(count)]
    checks = [
        check_case(one, NOBODY, TODAY, person=f"U{one}", high=True, body={"quiet": True, "paper": True})
        for one in STATES
    ]
    body = {
        "invited": [*(one.id for one in (*people, *more)), "UGONE", ON_PAPER],
        "added_people": [{"key": ON_PAPER, "name": "Hanako", "unit": "Works", "division": "Works", "reason": "x"}],
    }
    found = round_case(in_round, NOBODY, TODAY, body=body)
    return replace(NOBODY, rows=(*PEOPLE, *people, *more), cases=(found, *checks)), found


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_clerk_sees_yes_or_no_and_who_would_like_paper_and_nothing_else(language: str) -> None:
    ledger, found = crowd()

    view = views.taken_list(click(CLERK, language), found, 0, ledger)

    check_view(view)
    lines = {b["text"]["text"]: b.get("accessory") for b in view["blocks"] if b["type"] == "section"}
    colon = ":" if language == "en" else "："
    said = {name.removeprefix("Name "): words for name, _, words in (line.partition(colon) for line in lines)}
    assert len({said[state] for state in (TAKEN, READ, KEPT)}) == 1
    assert len({said[state] for state in STATES}) == 5
    assert {line.partition(colon)[0] for line, button in lines.items() if button} == {"Name handed_in", "Name invited"}
    assert "Hanako" in said
    for word in ("quiet", "high", "advised", "verdict", "お知らせ", "reminder"):
        assert word not in str(lines)
    assert language == "ja" or not JAPANESE.search(str(view))


def test_who_has_no_account_is_marked_for_paper() -> None:
    check = check_case(INVITED, NOBODY, TODAY, person=ON_PAPER)
    ledger, found = crowd()

    view = views.taken_list(click(CLERK), found, 0, replace(ledger, cases=(found, check)))

    assert "Hanako：まだ（紙を希望）" in str(view)


@pytest.mark.parametrize("in_round", [CLOSING, REVIEWING])
def test_after_the_last_day_nothing_can_be_noted(in_round: str) -> None:
    ledger, found = crowd(in_round)

    assert "accessory" not in str(views.taken_list(click(CLERK), found, 0, ledger))


def test_nobody_notes_their_own_envelope() -> None:
    ledger, found = crowd()

    assert "stress_check.envelope" not in str(views.taken_list(click(f"U{INVITED}"), found, 0, ledger))


def test_a_long_list_goes_on_and_leads_to_each_unit() -> None:
    ledger, found = crowd(count=100)
    everybody = views.called(found, ledger)

    seen: list[str] = []
    for first in range(0, len(everybody), views.ROWS):
        view = views.taken_list(click(CLERK), found, first, ledger)
        check_view(view)
        seen += [b["text"]["text"] for b in view["blocks"] if b["type"] == "section"][1:]
    assert len(seen) == len(everybody) == 109
    for group in view["blocks"][-1]["element"]["option_groups"]:
        for option in group["options"]:
            at = views.read_unit({"unit": option["value"]}, found, ledger)
            assert everybody[at].unit == option["text"]["text"] or everybody[at].unit == ""
            assert at == 0 or everybody[at - 1].unit != everybody[at].unit
    with pytest.raises(Refused):
        views.read_unit({"unit": "109"}, found, ledger)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_before_anybody_is_called_the_list_says_so(language: str) -> None:
    check_view(views.taken_list(click(CLERK, language), round_case(OPEN, NOBODY, TODAY), 0, NOBODY))
    nothing = Case("x", "stress_check", "", "", 0, "2026-09", "v1")
    check_view(views.taken_list(click(CLERK, language), nothing, 0, NOBODY))


# ---- the joint clerk's list ----


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_envelopes_stand_with_name_unit_and_number(language: str) -> None:
    ledger, check = town(entry={"answers": {"A1": 4}})
    other = check_case(HANDED_IN, NOBODY, TODAY, person=ON_PAPER, name="Hanako")
    found = ledger.cases[0]

    view = views.enter_list(click(CLERK, language), found, [check, other], 5, ledger)

    check_view(view)
    for word in (EXAMINEE, ON_PAPER, "Hanako", "3"):
        assert word in str(view)
    check_view(views.enter_list(click(CLERK, language), found, [], 0, ledger))


@pytest.mark.parametrize(
    ("in_round", "entry", "way_out"),
    [(CLOSING, {}, True), (OPEN, {}, False), (CLOSING, WHOLE, False)],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_only_a_sheet_that_can_be_completed_no_more_has_a_way_out(
    in_round: str, entry: dict[str, Any], way_out: bool, language: str
) -> None:
    ledger, check = town(in_round=in_round, entry=entry)

    view = views.page(click(CLERK, language), Sheet(check, entry, ledger.cases[0]), END)

    check_view(view)
    assert language == "ja" or not JAPANESE.search(str(view))
    assert (views.SET_ASIDE in str(view)) is way_out
