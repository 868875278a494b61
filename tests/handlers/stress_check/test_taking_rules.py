"""Taking the check: what each act leaves behind, who is reminded and when, and what the pages ask (Aku 7, 8, 19)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.errors import Refused
from bot.handlers.stress_check.questionnaire import questionnaire
from bot.handlers.stress_check.rules import taking
from bot.handlers.stress_check.rules.moves import (
    AWAY,
    CHECK,
    CLOSING,
    HANDED_IN,
    INVITED,
    OPEN,
    PREPARED,
    REVIEWING,
    TAKEN,
    TOLD,
)
from bot.handlers.stress_check.rules.sheets import Part, open_items, with_part
from bot.handlers.stress_check.views import pages
from bot.handlers.stress_check.views.taking import WAY, screen
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.people import Role
from bot.sandbox.strictness import check_view
from tests.fakes import NOW, OFFICE, FakeLedger, appointment, click
from tests.handlers.stress_check.cases import EXAMINEE, ON_PAPER, answers, check_case, round_case
from tests.journeys.watch import JAPANESE

TODAY = OFFICE.day(NOW)
NOBODY = FakeLedger()
ADDED = [
    {"key": "extra_hours", "ja": "残業が多い", "en": "I work long hours"},
    {"key": "sex", "ja": "休める", "en": "I can rest"},
]
CLERK = "U0OTHER"


def town(
    state: str = INVITED, in_round: str = OPEN, *, added: list[dict[str, str]] | None = None, **body: Any
) -> tuple[FakeLedger, Case]:
    """A round and somebody's check in it."""
    check = check_case(state, NOBODY, TODAY, body=body)
    found = round_case(in_round, NOBODY, TODAY, body={"added": added or []})
    roster = (appointment(CLERK, Role.CLERK), appointment("U0BOSS", Role.IMPLEMENTER))
    return replace(NOBODY, cases=(found, check), roster=roster), check


WHOLE: dict[str, Any] = {"answers": answers(high=True), "extra": {}, "sex": "female"}


# ---- pages are kept ----


def test_a_page_is_added_to_what_is_there_and_takes_nothing_away() -> None:
    ledger, check = town(answers={"A1": 1, "A2": 2}, sex="male")

    kept = taking.save_page(Part({"A2": 4, "A3": 3}), check, ledger, NOW)

    assert isinstance(kept, Decision)
    assert kept.body is not None
    assert kept.body["answers"] == {"A1": 1, "A2": 4, "A3": 3}
    assert kept.body["sex"] == "male"
    assert (kept.notices, kept.deadlines, kept.cancels) == ((), (), ())


def test_an_added_item_is_kept_under_its_own_key_apart_from_the_form() -> None:
    body = with_part({}, Part({}, {0: 1, 1: 2, 7: 3}, ""), ADDED)

    assert body == {"answers": {}, "extra": {"extra_hours": 1, "sex": 2}, "sex": ""}


@pytest.mark.parametrize("state", [PREPARED, CLOSING, REVIEWING, TOLD])
@pytest.mark.parametrize("act", [taking.submit, taking.ask_paper, lambda *given: taking.save_page(Part(), *given)])
def test_outside_the_days_of_the_round_nothing_is_taken(state: str, act: Any) -> None:
    ledger, check = town(in_round=state, **WHOLE)

    refused = act(check, ledger, NOW)

    assert isinstance(refused, Refused)
    assert refused.reason == "stress-taking-over"


@pytest.mark.parametrize("act", ["save_page", "submit", "ask_paper", "stop_reminding", "remind"])
@pytest.mark.parametrize("state", [AWAY, HANDED_IN, TAKEN])
def test_what_is_sent_or_not_asked_for_is_changed_no_more(state: str, act: str) -> None:
    assert CHECK.target(state, act) is None


# ---- sent ----


@pytest.mark.parametrize("missing", [*answers(high=True), "sex", "extra_hours"])
def test_only_a_whole_sheet_can_be_sent(missing: str) -> None:
    whole: dict[str, Any] = {**WHOLE, "answers": dict(WHOLE["answers"]), "extra": {"extra_hours": 1}}
    for part in (whole, whole["answers"], whole["extra"]):
        part.pop(missing, None)
    ledger, check = town(added=ADDED[:1], **whole)

    refused = taking.submit(check, ledger, NOW)

    assert isinstance(refused, Refused)
    assert refused.reason == "stress-taking-open-items"
    assert open_items(whole, ADDED[:1]) == (missing,)


@pytest.mark.parametrize(
    ("method", "sex", "verdict"),
    [("conversion", "female", True), ("conversion", "", None), ("sum", "", True), ("sum", "male", True)],
)
def test_what_is_sent_is_scored_by_the_method_of_the_round(method: str, sex: str, verdict: bool | None) -> None:
    ledger, check = town(**{**WHOLE, "sex": sex}, quiet=True, paper=True)
    found = replace(ledger.cases[0], body={**ledger.cases[0].body, "method": method})

    sent = taking.submit(check, replace(ledger, cases=(found, check)), NOW)

    assert isinstance(sent, Decision)
    assert sent.body is not None
    assert sent.body["verdict"] is verdict
    assert (sent.body["score"]["points"]["B"] is None) is (sex == "")
    assert sent.body["taken_on"] == TODAY.isoformat()
    assert {"quiet", "paper"} & sent.body.keys() == set()
    assert sent.cancels == (taking.TAKING,)  # the end of the round stays: it tells nothing and does nothing


# ---- reminded ----


def test_reminders_come_in_the_middle_and_before_the_end_and_never_after_it() -> None:
    planned = taking.reminders("id", date(2026, 9, 30), NOBODY, NOW)

    assert [(one.kind, one.subject, one.stage, OFFICE.day(one.due_at)) for one in planned] == [
        ("taking", "id", 1, date(2026, 9, 16)),
        ("taking", "id", 2, date(2026, 9, 18)),  # seven days before the end lies in the holidays
        ("taking", "id", 3, date(2026, 9, 28)),
    ]
    assert all(OFFICE.is_working(one.due_at) for one in planned)


def test_who_is_invited_late_is_not_reminded_of_days_that_are_over() -> None:
    planned = taking.reminders("id", date(2026, 9, 7), NOBODY, NOW)

    assert [one.stage for one in planned] == [3]  # the middle is the same day


def test_only_who_has_not_answered_and_wants_it_is_reminded() -> None:
    def reminded(state: str, **body: Any) -> Decision | None:
        ledger, check = town(state, **body)
        return taking.on_taking(check, Deadline(check.id, taking.TAKING, NOW, 2), ledger, NOW)

    told = reminded(INVITED)
    assert told is not None
    (notice,) = told.notices
    assert (told.act, notice.recipient, notice.topic, notice.due_on) == ("remind", EXAMINEE, "case", None)
    assert notice.while_in == (INVITED,)
    assert [reminded(state) for state in (AWAY, HANDED_IN, TAKEN)] == [None, None, None]
    assert reminded(INVITED, quiet=True) is None


def test_stopping_the_reminders_leaves_no_trace_in_the_timetable() -> None:
    ledger, check = town()

    stopped = taking.stop_reminding(check, ledger, NOW)

    assert (stopped.cancels, stopped.notices, stopped.body) == ((), (), {**check.body, "quiet": True})


def test_paper_is_asked_for_once_and_the_clerk_hears_of_it_without_a_name() -> None:
    ledger, check = town()

    asked = taking.ask_paper(check, ledger, NOW)
    assert isinstance(asked, Decision)
    (notice,) = asked.notices
    assert (notice.recipient, notice.topic, notice.about) == (CLERK, "taken_list", ledger.cases[0].id)

    again = taking.ask_paper(replace(check, body=asked.body or {}), ledger, NOW)
    assert isinstance(again, Decision)
    assert again.notices == ()


# ---- what is asked ----


def form(page: int, language: str = "ja", method: str = "conversion", **body: Any) -> dict[str, Any]:
    check = check_case(INVITED, NOBODY, TODAY, body=body)
    found = round_case(OPEN, NOBODY, TODAY, body={"added": ADDED, "method": method})
    return pages.page_form(click(EXAMINEE, language), WAY, pages.Sheet(check, check.body, found), page)


def ids(view: dict[str, Any]) -> list[str]:
    return [block["block_id"] for block in view["blocks"] if block["type"] == "input"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_question_is_asked_once_in_the_order_of_the_form_on_pages_of_about_nine(language: str) -> None:
    views = [form(page, language) for page in range(pages.END)]

    asked = [ids(view) for view in views]
    assert [key for keys in asked for key in keys] == [*answers(high=True), "added_1", "added_2", "sex"]
    assert [len(keys) for keys in asked] == [9, 8, 10, 10, 9, 9, 5]
    for number, view in enumerate(views, start=1):
        check_view(view)
        assert f"{number}/7" in view["title"]["text"]
        assert language == "ja" or not JAPANESE.search(str(view))
        assert not any(block["optional"] is False for block in view["blocks"] if block["type"] == "input")


def test_the_words_are_the_forms_to_the_letter_and_its_answers_stand_in_its_order() -> None:
    for page in range(pages.END):
        shown = {block["block_id"]: block for block in form(page)["blocks"] if block["type"] == "input"}
        area = questionnaire().areas[pages.LAYOUT[page][0]]
        for item in area.items:
            if item.key in shown:
                options = shown[item.key]["element"]["options"]
                assert shown[item.key]["label"]["text"] == f"{item.key[1:]}. {item.ja}"
                assert [(one["value"], one["text"]["text"]) for one in options] == [
                    (str(at), answer.ja) for at, answer in enumerate(area.answers, start=1)
                ]


def test_who_reads_english_is_told_that_it_is_a_reference_translation() -> None:
    assert all("reference translation" in str(form(page, "en")) for page in range(pages.END))
    assert not any("参考訳" in str(form(page)) for page in range(pages.END))


def test_the_three_stems_are_sections_of_their_own() -> None:
    sections = [block["text"]["text"] for block in form(5)["blocks"] if block["type"] == "section"]

    assert sections[1:] == [stem.ja for stem in questionnaire().areas["C"].stems.values()]


def test_what_was_chosen_stands_there_again() -> None:
    view = form(6, answers={"D2": 3}, extra={"sex": 4}, sex="")

    chosen = {
        block["block_id"]: block["element"]["initial_option"]["value"]
        for block in view["blocks"]
        if "initial_option" in block.get("element", {})
    }
    assert chosen == {"D2": "3", "added_2": "4", "sex": "unsaid"}


def test_a_page_reads_what_it_offered_and_nothing_else() -> None:
    assert pages.read_page({"A1": "4", "A2": "", "B1": "2"}, 0) == Part({"A1": 4})
    assert pages.read_page({"D1": "1", "added_2": "3", "sex": "unsaid"}, pages.LAST) == Part({"D1": 1}, {1: 3}, "")
    for wrong in ({"A1": "5"}, {"A1": "0"}, {"A1": ["1"]}, {"A1": "１"}):
        with pytest.raises(Refused):
            pages.read_page(wrong, 0)
    with pytest.raises(Refused):
        pages.read_page({"sex": ""} | {"sex": "other"}, pages.LAST)


@pytest.mark.parametrize(("method", "says"), [("conversion", True), ("sum", False)])
def test_who_would_rather_not_say_the_sex_is_told_before_what_follows(method: str, says: bool) -> None:
    assert ("実施者が一人ひとり" in str(form(pages.LAST, method=method))) is says
    whole = {**WHOLE, "extra": {"extra_hours": 1, "sex": 1}, "sex": ""}
    assert ("実施者が一人ひとり" in str(form(pages.END, method=method, **whole))) is says


def test_the_end_names_what_is_open_and_leads_to_the_first_of_it() -> None:
    some = {key: 1 for key in answers(high=True) if key not in ("A17", "B3", "C9")}
    view = form(pages.END, answers=some, sex="male", extra={"sex": 1})

    said = "\n".join(block["text"]["text"] for block in view["blocks"] if block["type"] == "section")
    assert "submit" not in view
    assert "5" not in said
    assert [line for line in said.split("\n")[1:]] == [
        "仕事のストレス要因：17", "心身のストレス反応：3", "周囲のサポート：9", "そのほかの質問",
    ]  # fmt: skip
    assert any(f".{1}|" in str(block) for block in view["blocks"])


# ---- the first screen ----


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("state", [INVITED, AWAY, HANDED_IN, TAKEN])
def test_the_screen_of_a_check_fits_and_asks_for_nothing_where_nothing_is_asked(state: str, language: str) -> None:
    ledger, check = town(state)

    view = screen(click(EXAMINEE, language), check, ledger.cases[0], ledger)

    check_view(view)
    assert language == "ja" or not JAPANESE.search(str(view))
    assert ("stress_check.open_page" in str(view)) is (state == INVITED)


def test_it_says_by_which_decision_one_can_answer_here_where_there_is_one() -> None:
    ledger, check = town()
    decided = replace(ledger.policy.stress_check, electronic_form_decision="令和8年6月1日 総第30号")

    def said(one: FakeLedger) -> str:
        return str(screen(click(EXAMINEE), check, one.cases[0], one))

    assert "第21条" not in said(ledger)
    assert "令和8年6月1日 総第30号" in said(replace(ledger, policy=replace(ledger.policy, stress_check=decided)))


def test_somebody_without_an_account_has_no_message() -> None:
    check = check_case(INVITED, NOBODY, TODAY, person=ON_PAPER)
    found = taking.on_taking(check, Deadline(check.id, taking.TAKING, NOW, 1), NOBODY, NOW)

    assert found is not None
    assert found.notices == ()
