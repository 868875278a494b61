"""Form 1: written by two, read back by one, seen by the section head exactly as it was shown before (Aki 7(8), K4)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refused
from bot.handlers.harassment.rules import confirming as rules
from bot.handlers.harassment.rules import report as reports
from bot.handlers.harassment.rules import sheet as sheets
from bot.handlers.harassment.rules.clocks import FORM_1, HEAD_DECISION
from bot.handlers.harassment.rules.moves import CONFIRMING, CONSULTATION, HELD, MET, REPORTED
from bot.handlers.harassment.views import report as views
from bot.handlers.harassment.views import sheet as sheet_views
from bot.rules.cases import Case, Deadline, Decision, NoticeClass
from bot.sandbox.words_seen import words_in
from tests.fakes import COMPANY, NOW, POLICY, FakeLedger, click
from tests.handlers.harassment.cases import ASKER, DEPUTY, HEAD, ONE, THIRD, TWO, consultation
from tests.handlers.harassment.roster import TODAY, town_ledger

LEDGER = town_ledger()
PHONED = {"requester": "", "caller": "caller-canary"}
DUE = date(2026, 9, 7)  # the third office day after Wednesday


def a_case(state: str, *, who: Mapping[str, Any] | None = None, **body: Any) -> Case:
    return consultation(state, LEDGER, TODAY, body=body, identity=who)


def done(decision: Decision | Refused | None) -> Decision:
    assert isinstance(decision, Decision), decision
    return decision


def after(case: Case, decision: Decision | Refused | None) -> Case:
    """The case as the decision leaves it."""
    made = done(decision)
    state = CONSULTATION.target(case.state, made.act)
    assert state is not None, made.act
    return replace(
        case, state=state, rev=case.rev + 1, body=case.body if made.body is None else made.body,
        identity=case.identity if made.identity is None else made.identity,
    )  # fmt: skip


def reason(found: object) -> str:
    assert isinstance(found, Refused), found
    return found.reason


def told(decision: Decision, klass: NoticeClass = NoticeClass.NEWS) -> set[str]:
    return {notice.recipient for notice in decision.notices if notice.klass is klass}


def asked(decision: Decision) -> dict[str, date | None]:
    return {notice.recipient: notice.due_on for notice in decision.notices if notice.klass is NoticeClass.DUTY}


def shown(blocks: list[dict[str, Any]]) -> str:
    return "\n".join(words_in(blocks))


# ---- two people write one sheet ----


def test_the_lines_are_the_organisations_own_and_come_in_pages() -> None:
    for policy in (POLICY, COMPANY):
        lines = [line for page in sheets.pages(policy) for line in page]
        assert lines == list(policy.harassment.intake_sheet)
    assert all(len(page) <= sheets.ON_A_PAGE for page in sheets.pages(POLICY))


def test_each_goes_on_where_the_other_stopped() -> None:
    case = a_case(MET)
    assert sheets.next_page(case, POLICY) == 0
    first = {line.key: "" for line in sheets.pages(POLICY)[0]}
    case = after(case, sheets.write(first, 1, case, LEDGER, NOW))
    assert sheets.next_page(case, POLICY) == 1  # left empty, but looked at
    for page in sheets.pages(POLICY)[1:]:
        case = after(case, sheets.write({line.key: "x" for line in page}, case.rev, case, LEDGER, NOW))
    assert sheets.next_page(case, POLICY) is None


def test_a_page_leaves_every_other_line_alone() -> None:
    case = a_case(MET, sheet={"facts": "theirs", "since": "theirs"})
    saved = after(case, sheets.write({"facts": "mine"}, case.rev, case, LEDGER, NOW))
    assert sheets.written(saved) == {"facts": "mine", "since": "theirs"}


@pytest.mark.parametrize(
    ("typed", "stays", "crossed"),
    [
        ("mine", "theirs", ["facts"]),  # both have written: shown, nothing is lost
        ("before", "theirs", []),  # I had not touched it
        ("theirs", "theirs", []),  # we agree
    ],
)
def test_a_line_that_both_changed_is_shown_and_not_overwritten(typed: str, stays: str, crossed: list[str]) -> None:
    opened = a_case(MET, sheet={"facts": "before", "since": ""})
    theirs = after(opened, sheets.write({"facts": "theirs", "since": ""}, opened.rev, opened, LEDGER, NOW))
    decision = done(sheets.write({"facts": typed, "since": "mine"}, opened.rev, theirs, LEDGER, NOW))
    assert decision.answer["crossed"] == crossed
    assert sheets.written(after(theirs, decision)) == {"facts": stays, "since": "mine"}


def test_who_saves_again_after_seeing_both_decides() -> None:
    opened = a_case(MET, sheet={"facts": "before"})
    theirs = after(opened, sheets.write({"facts": "theirs"}, opened.rev, opened, LEDGER, NOW))
    shown_both = after(theirs, sheets.write({"facts": "mine"}, opened.rev, theirs, LEDGER, NOW))
    kept = after(shown_both, sheets.write({"facts": "both"}, shown_both.rev, shown_both, LEDGER, NOW))
    assert sheets.written(kept)["facts"] == "both"


def test_nothing_typed_is_lost_where_the_sheet_has_gone_on_already() -> None:
    assert reason(sheets.write({"facts": "x"}, 1, a_case(CONFIRMING), LEDGER, NOW)) == "harassment-sheet-given-already"
    late = rules.correct("x", ASKER, a_case(REPORTED), LEDGER, NOW)
    assert isinstance(late, Refused)
    assert late.field == "words"  # the form stays open with it


def test_what_the_person_told_stands_in_the_lines_that_the_policy_says() -> None:
    case = a_case(MET, story="story-canary", when="when-canary", sheet={})
    words = {
        line.key: sheet_views.first_words(click(ONE), line, case, LEDGER) for line in POLICY.harassment.intake_sheet
    }
    assert {key for key, text in words.items() if text} == {"relation", "facts", "wishes"}  # no name: it was kept back
    assert all(part in words["facts"] for part in ("職場", "when-canary", "story-canary"))
    named = a_case(MET, named=True)
    assert "石川 葵" in sheet_views.first_words(click(ONE), POLICY.harassment.intake_sheet[0], named, LEDGER)


def test_no_first_words_are_longer_than_their_field() -> None:
    case = a_case(MET, story="x" * 3000)
    for policy in (POLICY, COMPANY):
        for line in policy.harassment.intake_sheet:
            words = sheet_views.first_words(click(ONE), line, case, replace(LEDGER, policy=policy))
            assert len(words) <= (sheets.LONGEST_LINE if line.input == "line" else sheets.LONGEST)


# ---- given to the person, and back ----


def test_given_the_person_has_the_office_days_of_the_policy() -> None:
    case = a_case(MET, sheet={"facts": "x"}, correction="y")
    decision = done(rules.give(case, LEDGER, NOW))
    assert asked(decision) == {ASKER: DUE}
    opening = LEDGER.office.opening
    assert [(d.stage, d.due_at) for d in decision.deadlines if d.kind == rules.SHEET_CONFIRM] == [
        (rules.LAST_DAY, opening(DUE)),
        (rules.OVER, opening(DUE + timedelta(days=1))),
    ]
    assert FORM_1 in decision.cancels  # it is the person's turn now
    assert "correction" not in after(case, decision).body
    company = done(rules.give(case, replace(LEDGER, policy=COMPANY), NOW))
    assert asked(company) == {ASKER: date(2026, 9, 9)}


def test_given_on_friday_evening_the_days_begin_on_monday() -> None:
    evening = NOW.replace(day=4, hour=12)
    assert asked(done(rules.give(a_case(MET, sheet={"facts": "x"}), LEDGER, evening))) == {ASKER: date(2026, 9, 10)}


def test_an_empty_sheet_is_given_to_nobody() -> None:
    assert reason(rules.give(a_case(MET, sheet={"facts": ""}), LEDGER, NOW)) == "harassment-sheet-empty"


def test_a_correction_goes_back_with_a_new_clock() -> None:
    case = a_case(CONFIRMING, sheet_due_on=DUE.isoformat(), left_out=["since"])
    decision = done(rules.correct("correct-canary", ASKER, case, LEDGER, NOW))
    back = after(case, decision)
    assert back.state == MET
    assert asked(decision).keys() == {ONE, TWO}
    assert FORM_1 in {d.kind for d in decision.deadlines}
    assert rules.SHEET_CONFIRM in decision.cancels
    assert rules.due_on(back) is None
    assert back.body["left_out"] == ["since"]  # what was taken out stays out
    assert "correct-canary" not in str(decision.notices)
    assert reason(rules.correct("", ASKER, case, LEDGER, NOW)) == "harassment-correct-empty"


@pytest.mark.parametrize("person", [ONE, TWO, HEAD, THIRD])
def test_nobody_but_the_person_confirms_corrects_names_or_takes_out(person: str) -> None:
    case = a_case(CONFIRMING)
    assert reason(rules.correct("x", person, case, LEDGER, NOW)) == "harassment-correct-late"
    assert reason(rules.take_out(["facts"], person, case, LEDGER, NOW)) == "not-shown"
    assert reason(rules.name(True, person, case, LEDGER, NOW)) == "not-shown"
    assert reason(rules.report(HEAD, person, case, LEDGER, NOW)) == "not-shown"


def test_for_somebody_without_an_account_the_responders_note_what_they_hear() -> None:  # G6
    given_to = done(rules.give(a_case(MET, who=PHONED, sheet={"facts": "x"}), LEDGER, NOW))
    assert given_to.notices == ()
    assert FORM_1 not in given_to.cancels  # their own clock goes on
    case = a_case(CONFIRMING, who=PHONED)
    nudge = Deadline(case.id, FORM_1, NOW, 1)
    assert asked(done(rules.on_form_1(case, nudge, LEDGER, NOW))).keys() == {ONE, TWO}
    decision = done(rules.report(HEAD, ONE, case, LEDGER, NOW))
    assert not after(case, decision).body["reported"]["least"]
    assert told(decision) == {TWO}
    assert reason(rules.report(HEAD, THIRD, case, LEDGER, NOW)) == "not-shown"


# ---- what the section head sees (K4) ----


def test_without_a_word_about_it_the_name_does_not_go() -> None:
    sent = reports.confirmed(a_case(CONFIRMING), POLICY)
    assert [(line.key, line.text) for line in sent.lines] == [("facts", "facts-canary"), ("wishes", "wishes-canary")]
    assert not sent.named


def test_agreed_the_name_goes_and_what_is_taken_out_is_marked() -> None:
    case = a_case(CONFIRMING)
    case = after(case, rules.name(True, ASKER, case, LEDGER, NOW))
    case = after(case, rules.take_out(["wishes", "nothing"], ASKER, case, LEDGER, NOW))
    lines = {line.key: line for line in reports.confirmed(case, POLICY).lines}
    assert lines["who"].text == "who-canary"
    assert lines["wishes"].omitted
    assert lines["wishes"].text == ""
    without = after(case, rules.name(False, ASKER, case, LEDGER, NOW))
    assert "who" not in {line.key for line in reports.confirmed(without, POLICY).lines}


def test_where_nobody_wrote_the_name_down_agreeing_adds_it_from_the_roster() -> None:
    case = a_case(CONFIRMING, sheet={"facts": "x"})
    named = after(case, rules.name(True, ASKER, case, LEDGER, NOW))
    assert "石川 葵" in reports.confirmed(named, POLICY).lines[0].text


def test_a_name_written_elsewhere_is_pointed_out_before_it_goes() -> None:
    case = a_case(CONFIRMING, sheet={"facts": "石川さんは断った"})
    assert reports.still_named(reports.confirmed(case, POLICY), "石川 葵")
    assert not reports.still_named(reports.confirmed(a_case(CONFIRMING), POLICY), "石川 葵")
    assert not reports.still_named(replace(reports.confirmed(case, POLICY), named=True), "石川 葵")


@given(
    out=st.sets(st.sampled_from([line.key for line in POLICY.harassment.intake_sheet])),
    filled=st.sets(st.sampled_from([line.key for line in POLICY.harassment.intake_sheet]), min_size=1),
    named=st.booleans(),
    least=st.booleans(),
    language=st.sampled_from(["ja", "en"]),
)
def test_no_word_that_was_taken_out_or_that_names_the_person_reaches_the_head(
    out: set[str], filled: set[str], named: bool, least: bool, language: str
) -> None:
    words = {key: f"canary-{number}-" for number, key in enumerate(filled)}
    case = a_case(CONFIRMING, sheet=words, left_out=sorted(out), name_agreed=named, least_asked_on="2026-09-08")
    person = ONE if least else ASKER
    preview = views.as_reported(click(person, language), reports.outgoing(person, case, POLICY), LEDGER)
    reported = after(case, rules.report(HEAD, person, case, LEDGER, NOW))
    seen = views.as_reported(click(HEAD, language), reports.outgoing(HEAD, reported, POLICY), LEDGER)
    assert seen == preview  # exactly what was shown
    for line in POLICY.harassment.intake_sheet:
        goes = line.key in filled - out and (named or not line.names) and not least
        assert (words.get(line.key, "never") in shown(seen)) is goes, line.key
    assert "story-canary" not in shown(seen)
    other_form = replace(LEDGER, policy=COMPANY)
    assert views.as_reported(click(HEAD, language), reports.outgoing(HEAD, reported, COMPANY), other_form) == seen


# ---- to whom it goes (K6) ----


@pytest.mark.parametrize(
    ("excluded", "to"),
    [((), HEAD), ((HEAD,), DEPUTY), ((DEPUTY,), HEAD)],
)
def test_it_goes_to_the_head_or_by_itself_to_the_deputy(excluded: tuple[str, ...], to: str) -> None:
    case = a_case(CONFIRMING, who={"excluded": list(excluded)})
    decision = done(rules.report(to, ASKER, case, LEDGER, NOW))
    reported = after(case, decision)
    assert reported.state == REPORTED
    assert reported.identity["recipient"] == to
    assert to in reported.handlers
    assert set(excluded).isdisjoint(reported.handlers)
    assert set(excluded).isdisjoint(notice.recipient for notice in decision.notices)
    assert asked(decision).keys() == {to}
    assert told(decision) == {ONE, TWO}
    assert {FORM_1, rules.SHEET_CONFIRM} <= set(decision.cancels)
    assert HEAD_DECISION in {d.kind for d in decision.deadlines}
    assert "canary" not in str(decision.notices)


def test_both_excluded_nothing_is_sent_and_it_is_held() -> None:
    case = a_case(CONFIRMING, who={"excluded": [HEAD, DEPUTY]})
    decision = done(rules.report("", ASKER, case, LEDGER, NOW))
    held = after(case, decision)
    assert held.state == HELD
    assert told(decision) == {ONE, TWO}
    assert not asked(decision)
    assert "recipient" not in held.identity
    assert "reported" not in held.body
    assert {HEAD, DEPUTY}.isdisjoint(held.handlers)


def test_whoever_would_receive_it_now_is_not_who_was_shown_nothing_goes() -> None:
    case = a_case(CONFIRMING, who={"excluded": [HEAD]})
    for before in (HEAD, ""):
        assert reason(rules.report(before, ASKER, case, LEDGER, NOW)) == "harassment-report-other-recipient"


def test_held_it_is_looked_at_each_office_day_until_somebody_may_receive_it() -> None:
    case = a_case(HELD, who={"excluded": [HEAD, DEPUTY]}, confirmed_on="2026-09-02")
    quiet = done(rules.on_look_again(case, LEDGER, NOW))
    assert quiet.notices == ()
    assert [d.due_at for d in quiet.deadlines] == [LEDGER.office.opening(date(2026, 9, 3))]
    assert reason(rules.report("", ONE, case, LEDGER, NOW)) == "harassment-report-nobody"

    free = replace(case, identity={**case.identity, "excluded": [HEAD]})
    decision = done(rules.on_look_again(free, LEDGER, NOW))
    assert asked(decision).keys() == {ONE, TWO}
    assert told(decision) == {ASKER}
    ready = after(free, decision)
    assert done(rules.on_look_again(ready, LEDGER, NOW)).notices == ()  # said once
    assert reason(rules.report(DEPUTY, ASKER, ready, LEDGER, NOW)) == "not-shown"  # it is the responders' tap
    sent = after(ready, rules.report(DEPUTY, TWO, ready, LEDGER, NOW))
    assert sent.identity["recipient"] == DEPUTY
    assert not sent.body["reported"]["least"]  # the person had confirmed it

    gone = done(rules.on_look_again(replace(ready, identity=case.identity), LEDGER, NOW))
    assert FORM_1 in gone.cancels
    assert rules.on_look_again(sent, LEDGER, NOW) is None


# ---- time passes ----


def confirming(case: Case, stage: int) -> Deadline:
    return Deadline(case.id, rules.SHEET_CONFIRM, NOW, stage)


def test_not_confirmed_the_responders_are_asked_and_send_no_more_than_the_minimum() -> None:
    case = a_case(CONFIRMING, sheet_due_on=DUE.isoformat(), name_agreed=True)
    assert reason(rules.report(HEAD, ONE, case, LEDGER, NOW)) == "not-shown"  # not before they are asked
    last_day = done(rules.on_confirm_passed(case, confirming(case, rules.LAST_DAY), LEDGER, NOW))
    assert asked(last_day).keys() == {ASKER}
    assert last_day.body is None
    decision = done(rules.on_confirm_passed(case, confirming(case, rules.OVER), LEDGER, NOW))
    assert asked(decision).keys() == {ONE, TWO}
    assert {d.kind for d in decision.deadlines} == {FORM_1}
    over = after(case, decision)
    assert over.state == CONFIRMING
    sent = after(over, done(rules.report(HEAD, ONE, over, LEDGER, NOW)))
    assert sent.body["reported"] == {
        "lines": [], "named": False, "least": True, "entry": "not_sure", "kinds": ["mental"], "day": "2026-09-09",
    }  # fmt: skip
    assert sent.body["name_agreed"] is False
    assert told(done(rules.report(HEAD, ONE, over, LEDGER, NOW))) == {ASKER, TWO}


def test_until_then_the_person_can_still_confirm_all_of_it() -> None:
    case = a_case(CONFIRMING, least_asked_on="2026-09-08")
    sent = after(case, rules.report(HEAD, ASKER, case, LEDGER, NOW))
    assert [line["key"] for line in sent.body["reported"]["lines"]] == ["facts", "wishes"]


def test_confirmed_in_time_nobody_is_asked_for_a_minimum() -> None:
    for state in (REPORTED, MET, HELD):
        case = a_case(state)
        for stage in (rules.LAST_DAY, rules.OVER):
            assert rules.on_confirm_passed(case, confirming(case, stage), LEDGER, NOW) is None


def test_the_clock_of_form_1_nudges_both_and_tells_the_person_on_its_last_stage() -> None:
    case = a_case(MET)
    first = done(rules.on_form_1(case, Deadline(case.id, FORM_1, NOW, 1), LEDGER, NOW))
    assert asked(first).keys() == {ONE, TWO}
    assert not told(first)
    last = done(rules.on_form_1(case, Deadline(case.id, FORM_1, NOW, 2), LEDGER, NOW))
    assert told(last) == {ASKER}
    late = after(case, last)
    part = shown(list(views.own_part(click(ASKER), late, LEDGER)))
    assert "2302" in part  # a number of those who listened, not of the desk
    assert not {n.once for n in first.notices} & {n.once for n in last.notices}


def test_it_is_nudged_each_office_day_until_it_is_done_and_the_person_is_told_once() -> None:
    case, friday = a_case(MET), NOW.replace(day=4)
    last = done(rules.on_form_1(case, Deadline(case.id, FORM_1, friday, 2, "7"), LEDGER, friday))
    assert last.deadlines == (Deadline(case.id, FORM_1, LEDGER.office.opening(date(2026, 9, 7)), 3, "7"),)
    again = done(rules.on_form_1(after(case, last), last.deadlines[0], LEDGER, NOW.replace(day=7)))
    assert asked(again) == {ONE: date(2026, 9, 7), TWO: date(2026, 9, 7)}
    assert not told(again)
    assert [d.stage for d in again.deadlines] == [4]
    assert not {n.once for n in last.notices} & {n.once for n in again.notices}


@pytest.mark.parametrize("state", [CONFIRMING, HELD, REPORTED])
def test_the_clock_is_silent_while_it_is_somebody_elses_turn(state: str) -> None:
    case = a_case(state)
    assert rules.on_form_1(case, Deadline(case.id, FORM_1, NOW, 1), LEDGER, NOW) is None


# ---- what is said before the tap ----


def test_before_the_tap_the_person_reads_who_receives_it_and_what_follows() -> None:
    case = a_case(CONFIRMING)
    words = shown(views.preview(click(ASKER), case, LEDGER)["blocks"])
    for said in (
        "総務課長の中村 由紀子さん",
        "相手の方や周りの方からも話を聞く",
        "聞き取りをしてほしくない",
        "対策委員会",
    ):
        assert said in words
    english = shown(views.preview(click(ASKER, "en"), case, LEDGER)["blocks"])
    assert "中村 由紀子" in english


def test_where_nobody_may_receive_it_the_preview_says_so_and_where_else_to_turn() -> None:
    case = a_case(CONFIRMING, who={"excluded": [HEAD, DEPUTY]})
    words = shown(views.preview(click(ASKER), case, LEDGER)["blocks"])
    assert "受け取れる人が組織の中にいません" in words
    assert "公平委員会" in words
    assert "中村" not in words


def test_a_ledger_of_another_organisation_has_its_own_lines() -> None:
    ledger: FakeLedger = replace(LEDGER, policy=COMPANY)
    page = sheet_views.page(click(ONE), a_case(MET, sheet={}), ledger, 0)
    labels = {block["label"]["text"] for block in page["blocks"] if block["type"] == "input"}
    assert labels == {line.ja for line in COMPANY.harassment.intake_sheet[:4]}
