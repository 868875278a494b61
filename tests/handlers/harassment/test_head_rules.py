"""What the section head may decide, and who hears when it takes too long (Aki 8, K1, K5, K7, G13)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.handlers.harassment.rules.agreement import CONSENT_ASK
from bot.handlers.harassment.rules.clocks import FORM_2, HEAD_DECISION
from bot.handlers.harassment.rules.head import (
    LATE_SCREEN,
    OUTCOME_LATE,
    Order,
    close,
    may_read_outcome,
    on_head_late,
    on_outcome_late,
    order,
    orders,
    tell_outcome,
)
from bot.handlers.harassment.rules.moves import CLOSING, CONSENT_HELD, CONSULTATION, FOUND, HEARING, REFERRED, REPORTED
from bot.rules.cases import Case, Deadline, NoticeClass
from tests.fakes import NOW, OFFICE, FakeLedger
from tests.handlers.harassment.cases import ASKER, DEPUTY, DESK, HEAD, ONE, OTHER_DESK, TWO, consultation
from tests.handlers.harassment.decisions import body_of, decided, refusal, told
from tests.handlers.harassment.roster import town_ledger

LEDGER, TODAY = town_ledger(), OFFICE.day(NOW)
HIDDEN = Order(("affected", "respondent"), known=False)
KNOWN = replace(HIDDEN, known=True)


def case_in(state: str, ledger: FakeLedger = LEDGER, identity: dict[str, Any] | None = None, **body: Any) -> Case:
    return consultation(state, ledger, TODAY, body=body, identity=identity)


def stage(kind: str, number: int) -> Deadline:
    return Deadline("c", kind, NOW, number)


class TestTheOrder:  # Aki 8(1)
    @pytest.mark.parametrize(
        ("state", "possible"), [(REPORTED, True), (FOUND, True), (CONSENT_HELD, True), (REFERRED, False)]
    )
    def test_it_is_given_where_the_head_has_the_case(self, state: str, possible: bool) -> None:
        assert (CONSULTATION.target(state, "order") == HEARING) is possible

    def test_it_is_written_and_dated_and_starts_the_clock_of_form_2(self) -> None:
        made = order(replace(HIDDEN, note="note-canary"), case_in(REPORTED), LEDGER, NOW)

        assert body_of(made)["order"] == {
            "heard": ["affected", "respondent"], "known": False, "note": "note-canary", "danger": False,
            "on": TODAY.isoformat(),
        }  # fmt: skip
        assert body_of(made)["ordered_on"] == TODAY.isoformat()
        assert FORM_2 in {deadline.kind for deadline in decided(made).deadlines}
        assert {HEAD_DECISION, CONSENT_ASK} <= set(decided(made).cancels)

    def test_both_responders_have_it_as_a_duty_and_the_person_hears_that_it_goes_on(self) -> None:
        made = order(HIDDEN, case_in(REPORTED), LEDGER, NOW)

        assert told(made) == {ONE: NoticeClass.DUTY, TWO: NoticeClass.DUTY, ASKER: NoticeClass.NEWS}

    def test_a_second_order_keeps_the_first_one(self) -> None:
        first = case_in(REPORTED)
        again = replace(first, state=FOUND, body=body_of(order(HIDDEN, first, LEDGER, NOW)))
        twice = replace(again, body=body_of(order(Order(("third_party",), known=False), again, LEDGER, NOW)))

        assert [one["heard"] for one in orders(twice)] == [["affected", "respondent"], ["third_party"]]

    def test_nobody_to_be_heard_is_no_order(self) -> None:
        assert refusal(order(Order((), known=False), case_in(REPORTED), LEDGER, NOW)) == ("field-choose", "heard")


class TestConsentComesFirst:  # K1
    @pytest.mark.parametrize(
        ("agreed", "wanted", "refused"),
        [
            ({"hearing_agreed": True}, KNOWN, ""),
            ({"hearing_agreed": True}, HIDDEN, ""),
            ({}, HIDDEN, ""),
            ({}, KNOWN, "harassment-order-unanswered"),
            ({"hearing_agreed": False}, KNOWN, "harassment-order-refused"),
            ({"hearing_agreed": False}, HIDDEN, "harassment-order-refused"),
        ],
    )
    @pytest.mark.parametrize("state", [REPORTED, CONSENT_HELD, FOUND])
    def test_where_the_name_becomes_known_only_with_a_yes(
        self, state: str, agreed: dict[str, bool], wanted: Order, refused: str
    ) -> None:
        made = order(wanted, case_in(state, **agreed), LEDGER, NOW)

        assert refusal(made)[0] == refused


class TestTheAffectedPersonFirst:  # K5
    @pytest.mark.parametrize(
        ("body", "danger", "refused"),
        [
            ({"entry": "saw"}, False, True),
            ({"entry": "told", "affected_agreed": False}, False, True),
            ({"entry": "saw", "affected_agreed": True}, False, False),
            ({"entry": "saw", "affected_agreed": False}, True, False),
            ({"entry": "happening"}, False, False),
        ],
    )
    def test_nobody_is_heard_against_their_word_except_in_danger(
        self, body: dict[str, Any], danger: bool, refused: bool
    ) -> None:
        made = order(replace(HIDDEN, danger=danger), case_in(REPORTED, **body), LEDGER, NOW)

        assert (refusal(made) == ("harassment-order-affected", "danger")) is refused

    def test_danger_does_not_outweigh_the_persons_own_no(self) -> None:
        case = case_in(REPORTED, entry="saw", hearing_agreed=False)

        assert refusal(order(replace(HIDDEN, danger=True), case, LEDGER, NOW)) == ("harassment-order-refused", "known")


class TestTheEnd:  # K1, K7
    @pytest.mark.parametrize(
        ("state", "possible"), [(FOUND, True), (CONSENT_HELD, True), (REPORTED, False), (HEARING, False)]
    )
    def test_it_ends_after_the_fact_finding_or_in_writing_without_one(self, state: str, possible: bool) -> None:
        assert (CONSULTATION.target(state, "close") == CLOSING) is possible

    def test_the_responders_are_asked_to_tell_the_outcome_by_a_day(self) -> None:
        made = close("outcome-canary", case_in(FOUND), LEDGER, NOW)

        assert body_of(made)["outcome"] == "outcome-canary"
        assert body_of(made)["outcome_due_on"] == OFFICE.add_open_days(TODAY, 3).isoformat()
        assert told(made)[ONE] == told(made)[TWO] == NoticeClass.DUTY
        assert {HEAD_DECISION, FORM_2} <= set(decided(made).cancels)

    @pytest.mark.parametrize(
        ("outcome", "body", "refused"),
        [
            ("", {}, "harassment-outcome-empty"),
            ("done", {"committee_requested_on": "2026-09-01"}, "harassment-close-requested"),  # Aki 8(2)
        ],
    )
    def test_not_without_a_word_and_not_past_a_request_for_the_committee(
        self, outcome: str, body: dict[str, Any], refused: str
    ) -> None:
        assert refusal(close(outcome, case_in(FOUND, **body), LEDGER, NOW)) == (refused, "outcome")

    def test_the_person_reads_it_once_told_or_when_nobody_told_them_in_time(self) -> None:
        due = TODAY + timedelta(days=5)
        waiting = case_in(CLOSING, outcome="outcome", outcome_due_on=due.isoformat())
        after = replace(waiting, body=body_of(tell_outcome(waiting, LEDGER, NOW)))

        assert not may_read_outcome(waiting, due)
        assert may_read_outcome(waiting, due + timedelta(days=1))
        assert may_read_outcome(after, TODAY)
        assert not may_read_outcome(replace(after, state=REPORTED), TODAY)

    def test_it_is_told_once_and_the_person_has_news_of_it(self) -> None:
        case = case_in(CLOSING, outcome="outcome", outcome_due_on=TODAY.isoformat())
        made = tell_outcome(case, LEDGER, NOW)

        assert told(made) == {ASKER: NoticeClass.NEWS}
        assert OUTCOME_LATE in decided(made).cancels
        assert refusal(tell_outcome(replace(case, body=body_of(made)), LEDGER, NOW)) == ("harassment-outcome-told", "")
        assert told(on_outcome_late(case)) == {ASKER: NoticeClass.NEWS}
        assert on_outcome_late(replace(case, body=body_of(made))) is None


class TestLate:  # Aki 8, G13
    def test_first_the_head_is_reminded_alone(self) -> None:
        assert told(on_head_late(case_in(REPORTED), stage(HEAD_DECISION, 1), LEDGER, NOW)) == {HEAD: NoticeClass.DUTY}

    def test_then_the_person_hears_it_and_the_desk_without_the_matter(self) -> None:
        made = on_head_late(case_in(REPORTED), stage(HEAD_DECISION, 2), LEDGER, NOW)

        assert decided(made).notices[0].recipient == ASKER
        assert told(made).keys() == {ASKER, HEAD, DESK, OTHER_DESK}
        assert {n.topic for n in decided(made).notices if n.recipient in {DESK, OTHER_DESK}} == {LATE_SCREEN}
        assert body_of(made)["head_late_on"] == TODAY.isoformat()

    def test_the_desk_hears_nothing_where_its_section_is_out(self) -> None:  # K6
        case = case_in(REPORTED, identity={"excluded": [HEAD], "recipient": DEPUTY})
        made = on_head_late(case, stage(HEAD_DECISION, 2), LEDGER, NOW)

        assert told(made).keys() == {ASKER, DEPUTY}

    @pytest.mark.parametrize(("state", "owed"), [(FOUND, True), (HEARING, False), (REFERRED, False), (CLOSING, False)])
    def test_only_where_the_heads_word_is_awaited(self, state: str, owed: bool) -> None:
        assert (on_head_late(case_in(state), stage(HEAD_DECISION, 1), LEDGER, NOW) is not None) is owed

    def test_a_decision_ends_what_was_late(self) -> None:
        late = case_in(REPORTED, head_late_on=TODAY.isoformat())

        assert "head_late_on" not in body_of(order(HIDDEN, late, LEDGER, NOW))
