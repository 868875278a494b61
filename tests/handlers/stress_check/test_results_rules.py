"""Results: told alike whatever they say, received once, on paper where unopened, lapsed by date (Aku 9, 11, S5)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.errors import Refused
from bot.handlers.stress_check.rules import results
from bot.handlers.stress_check.rules.moves import CLOSING, INVITED, KEPT, OVER, READ, REVIEWING, TAKEN, TOLD
from bot.handlers.stress_check.views import results as views
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.people import Role
from bot.sandbox.strictness import check_view
from tests.fakes import NOW, OFFICE, POLICY, FakeLedger, appointment, click
from tests.handlers.stress_check.cases import EXAMINEE, ON_PAPER, check_case, round_case

TODAY = OFFICE.day(NOW)
JOINT_CLERK = "U0OTHER"
NOBODY = FakeLedger(roster=(appointment(JOINT_CLERK, Role.JOINT_CLERK),))
TOLD_AT = "2026-09-02T10:00:00+09:00"
VERDICTS: tuple[dict[str, Any], ...] = (
    {"verdict": True, "advised": True}, {"verdict": True, "advised": False}, {"verdict": False, "advised": False},
    {"verdict": None, "advised": True},
)  # fmt: skip


def town(checks: Sequence[Case], state: str = TOLD, **body: Any) -> tuple[FakeLedger, Case]:
    """A round whose results are open, with these checks in it; those with `advised` in its review."""
    review = {one.id: one.body["advised"] for one in checks if one.body.get("verdict") is not False}
    found = round_case(state, NOBODY, TODAY, body={"review": review, "told_at": TOLD_AT, "told_after": "", **body})
    bare = [replace(one, body={k: v for k, v in one.body.items() if k != "advised"}) for one in checks]
    return replace(NOBODY, cases=(found, *bare)), found


def taken(person: str = EXAMINEE, **body: Any) -> Case:
    return check_case(TAKEN, NOBODY, TODAY, person=person, body={"verdict": False, "advised": False, **body})


def only(ledger: FakeLedger) -> Case:
    return ledger.cases[1]


def due(decision: Decision | None) -> list[tuple[str, str]]:
    assert decision
    return [(one.kind, OFFICE.local(one.due_at).isoformat()[:16]) for one in decision.deadlines]


# ---- open ----


@pytest.mark.parametrize("state", [INVITED, TAKEN, READ, KEPT])
@pytest.mark.parametrize("in_round", [CLOSING, REVIEWING, TOLD, OVER])
def test_a_result_is_open_from_the_order_on_and_once_received_for_ever(state: str, in_round: str) -> None:
    ledger, _ = town([replace(taken(), state=state)], in_round)
    assert results.is_open(only(ledger), ledger) is (
        state in (READ, KEPT) or (state == TAKEN and in_round in (TOLD, OVER))
    )


def test_a_check_of_another_vendor_is_open_without_any_round() -> None:
    assert results.is_open(replace(taken(), state=READ), NOBODY)
    assert not results.is_open(taken(), NOBODY)


# ---- the telling ----


def test_so_many_at_a_time_are_told_and_none_is_lost_or_doubled_however_it_is_cut() -> None:
    rate = POLICY.stress_check.result_notices_per_minute * POLICY.notice_slot_minutes
    checks = sorted((taken(f"U0P{n:04}") for n in range(2 * rate + 7)), key=lambda one: one.id)
    ledger, round_ = town(checks)
    told: list[str] = []
    deadline, now, stages = Deadline(round_.id, "telling", NOW), NOW, 0
    while True:
        done = results.on_telling(round_, deadline, ledger, now)
        assert done
        assert done.body is not None
        stages += 1
        told += [one.subject for one in done.deadlines if one.kind == "tell"]
        round_ = replace(round_, body=done.body)
        following = [one for one in done.deadlines if one.kind == "telling"]
        if not following:
            break
        (deadline,) = following
        assert deadline.due_at == now + timedelta(minutes=POLICY.notice_slot_minutes)
        now = deadline.due_at
    assert told == [one.id for one in checks]
    assert stages == 3
    assert results.on_telling(round_, deadline, ledger, now) is None  # a copy of the last stage does nothing more


def test_the_telling_rests_outside_working_hours() -> None:
    rate = POLICY.stress_check.result_notices_per_minute * POLICY.notice_slot_minutes
    ledger, round_ = town([taken(f"U0P{n:04}") for n in range(rate + 1)])
    evening = datetime.fromisoformat("2026-09-04T17:14:00+09:00")  # a Friday
    done = results.on_telling(round_, Deadline(round_.id, "telling", evening), ledger, evening)
    assert due(done)[-1] == ("telling", "2026-09-07T08:30")


@pytest.mark.parametrize("verdict", VERDICTS)
def test_everybody_is_told_in_the_same_way_whatever_the_verdict(verdict: dict[str, Any]) -> None:
    ledger, _ = town([taken(**verdict)])
    told = results.on_tell(only(ledger), Deadline(only(ledger).id, "tell", NOW), ledger, NOW)
    assert told
    assert told.body
    assert (told.body["advised"], told.body["told_on"]) == (verdict["advised"], "2026-09-02")
    assert [(n.klass, n.recipient, n.topic, n.due_on, n.not_before) for n in told.notices] == [
        ("news", EXAMINEE, "case", None, None)
    ]
    # fourteen days on, and the one reminder of the twentieth day: 22 September is a holiday, and so is the 21st
    assert due(told) == [("to_paper", "2026-09-16T08:30"), ("window", "2026-09-18T08:30")]


def test_who_has_opened_it_or_was_told_already_is_not_told_again() -> None:
    for check in (replace(taken(), state=READ), taken(told_on="2026-09-02")):
        ledger, _ = town([check])
        assert results.on_tell(only(ledger), Deadline(check.id, "tell", NOW), ledger, NOW) is None


@pytest.mark.parametrize(("person", "paper"), [(ON_PAPER, {}), (EXAMINEE, {"paper": True})])
def test_paper_goes_out_at_once_to_who_has_no_account_or_took_it_on_paper(person: str, paper: dict[str, Any]) -> None:
    ledger, round_ = town([taken(person, **paper)])
    told = results.on_tell(only(ledger), Deadline(only(ledger).id, "tell", NOW), ledger, NOW)
    assert told
    assert told.body
    assert told.body["to_paper_on"] == "2026-09-02"
    assert [(n.recipient, n.about, n.topic) for n in told.notices if n.recipient != EXAMINEE] == [
        (JOINT_CLERK, round_.id, "paper_list")
    ]
    assert [kind for kind, _ in due(told)] == ["window"]


def test_all_sheets_of_a_day_are_one_duty() -> None:
    ledger, _ = town([taken(f"U0P{n}") for n in range(5)])
    found = [results.on_to_paper(one, Deadline(one.id, "to_paper", NOW), ledger, NOW) for one in ledger.cases[1:]]
    assert len({notice.once for done in found if done for notice in done.notices}) == 1
    assert all(done and done.body and done.body["to_paper_on"] == "2026-09-02" for done in found)


# ---- the receipt ----


@pytest.mark.parametrize("verdict", VERDICTS)
def test_the_first_opening_is_the_receipt_and_begins_the_same_days_for_all(verdict: dict[str, Any]) -> None:
    ledger, _ = town([taken(**verdict)])
    opened = results.receive(only(ledger), ledger, NOW)
    assert opened
    assert opened.body
    assert opened.act == "receive"
    assert {key: opened.body[key] for key in ("received_on", "receipt", "apply_by", "told_on", "advised")} == {
        "received_on": "2026-09-02", "receipt": "screen", "apply_by": "2026-10-02", "told_on": "2026-09-02",
        "advised": verdict["advised"],
    }  # fmt: skip
    assert due(opened) == [("lapse", "2026-10-03T00:00"), ("window", "2026-09-18T08:30")]
    assert opened.cancels == ("to_paper",)


@pytest.mark.parametrize("state", [INVITED, READ, KEPT])
def test_a_second_opening_and_one_before_the_order_begin_nothing(state: str) -> None:
    ledger, _ = town([replace(taken(), state=state)])
    assert results.receive(only(ledger), ledger, NOW) is None
    early, _ = town([taken()], REVIEWING)
    assert results.receive(only(early), early, NOW) is None


def test_a_closed_last_day_moves_to_the_next_office_day() -> None:
    """Aku 11(1) with the Civil Code 142: 30 days after 2 December is New Year's Day."""
    day = datetime.fromisoformat("2026-12-02T16:40:00+09:00")
    ledger, _ = town([taken()], told_at="2026-12-02T09:00:00+09:00")
    opened = results.receive(only(ledger), ledger, day)
    assert opened
    assert opened.body
    assert opened.body["apply_by"] == "2027-01-04"
    assert due(opened)[0] == ("lapse", "2027-01-05T00:00")


def test_delivery_begins_the_days_on_the_day_it_happened() -> None:
    later = NOW + timedelta(days=20)
    ledger, _ = town([taken(to_paper_on="2026-09-16")])
    done = results.deliver(date(2026, 9, 18), only(ledger), ledger, later)
    assert isinstance(done, Decision)
    assert done.body
    assert (done.act, done.body["receipt"], done.body["received_on"]) == ("deliver", "paper", "2026-09-18")
    assert done.body["apply_by"] == "2026-10-19"  # the 18th is a Sunday


@pytest.mark.parametrize(
    ("day", "state", "reason"),
    [
        (TODAY + timedelta(days=1), TAKEN, "stress-day-future"),
        (TODAY - timedelta(days=1), TAKEN, "stress-deliver-early"),
        (TODAY, READ, "stress-deliver-moved"),
    ],
)
def test_a_delivery_that_cannot_be_is_refused(day: date, state: str, reason: str) -> None:
    ledger, _ = town([replace(taken(), state=state)])
    done = results.deliver(day, only(ledger), ledger, NOW)
    assert isinstance(done, Refused)
    assert done.reason == reason


# ---- the one reminder, and the end ----


def remind(check: Case) -> int:
    ledger, _ = town([check])
    done = results.on_window(only(ledger), Deadline(check.id, "window", NOW), ledger, NOW)
    return len(done.notices) if done else 0


@pytest.mark.parametrize("state", [TAKEN, READ])
@pytest.mark.parametrize("verdict", VERDICTS)
def test_all_takers_are_reminded_once_whatever_the_verdict(state: str, verdict: dict[str, Any]) -> None:
    assert remind(replace(taken(**verdict), state=state)) == 1


@pytest.mark.parametrize("said", [{"declined": True}, {"application": "x"}, {"wish": "x"}])
def test_nobody_is_reminded_who_has_said_what_they_want(said: dict[str, Any]) -> None:
    assert remind(replace(taken(**said), state=READ)) == 0


def test_kept_at_the_end_of_the_last_day_and_only_then() -> None:
    for state, ends in ((READ, True), (TAKEN, False), (KEPT, False)):
        ledger, _ = town([replace(taken(), state=state)])
        assert bool(results.on_lapse(only(ledger), Deadline("x", "lapse", NOW), ledger, NOW)) is ends


def test_only_what_is_to_be_handed_over_is_on_the_list() -> None:
    ledger, round_ = town([taken("U0A"), taken("U0B", to_paper_on="2026-09-02")])
    assert [one.id for one in results.on_paper(round_, ledger)] == [taken("U0B").id]


# ---- the person's own screen ----


def shown(check: Case, language: str = "ja") -> dict[str, Any]:
    ledger, round_ = town([check])
    view = views.own(click(EXAMINEE, language), only(ledger), round_, ledger)
    check_view(view)
    return view


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_verdict_has_the_same_parts_and_the_same_buttons(language: str) -> None:
    seen = {
        tuple((block["type"], len(block.get("elements", ()))) for block in shown(taken(**one), language)["blocks"])
        for one in VERDICTS
        if one["verdict"] is not None
    }
    assert len(seen) == 1


@pytest.mark.parametrize(("language", "article"), [("ja", "第19条第4号"), ("en", "Aku 19(4)")])
def test_first_that_nobody_may_hold_it_against_them_then_the_profile_then_what_it_says(
    language: str, article: str
) -> None:
    view = shown(taken(verdict=True, advised=True), language)
    words = [block["text"]["text"] for block in view["blocks"] if "text" in block]
    assert article in words[0]
    levels = "\n".join(words).count("□") + "\n".join(words).count("■")
    assert levels == 19 * 5 + 1  # every scale has its bar, and the direction is explained
    assert views.TALK in str(view)
    assert views.PICTURE in str(view)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_without_a_sex_there_are_sums_and_the_implementers_word_and_no_picture(language: str) -> None:
    check = check_case(TAKEN, NOBODY, TODAY, sex="", high=True, body={"advised": False})
    view = str(shown(check, language))
    assert "68" in view
    assert "■" not in view
    assert "個別に確かめ" in view or "one by one" in view
    assert views.PICTURE not in view
    assert views.TALK in view


def test_the_stressed_word_stands_only_in_the_text_of_who_it_is_about_and_in_no_title_or_button() -> None:
    high, calm = (str(shown(taken(verdict=verdict))) for verdict in (True, False))
    assert "高ストレス" in high
    assert "高ストレス" not in calm
    view = shown(taken(verdict=True))
    labels = [e["text"]["text"] for b in view["blocks"] for e in b.get("elements", ()) if e["type"] == "button"]
    assert "高ストレス" not in str([view["title"], *labels])
    assert "面接指導" not in str([view["title"], *labels])
