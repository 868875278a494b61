"""When somebody else reports, the affected person is asked first and can stop it; never told who it was (K5)."""

from dataclasses import replace
from typing import Any

import pytest

from bot.handlers.harassment.rules.affected import (
    ANSWERED,
    ASK_ENDS,
    GO_ON,
    KIND,
    LOOK,
    SILENT,
    STOP,
    TALK,
    agreed_first,
    answer,
    ask,
    asking,
    by_another,
    heard,
    on_answered,
    on_ask_ends,
    on_look,
)
from bot.handlers.harassment.rules.ahead import IDLE_ASK, TERM_END
from bot.handlers.harassment.rules.moves import (
    AFFECTED,
    CLOSING,
    CONFIRMING,
    CONSENT_HELD,
    CONSULTATION,
    FLOW,
    FOUND,
    HEARING,
    MET,
    REFERRED,
    REPORTED,
)
from bot.rules.cases import Case, NoticeClass
from tests.fakes import NOW, OFFICE, FakeLedger
from tests.handlers.harassment.cases import ASKER, HEAD, ONE, TWO, consultation
from tests.handlers.harassment.decisions import body_of, decided, refusal, told
from tests.handlers.harassment.roster import town_ledger

LEDGER, TODAY = town_ledger(), OFFICE.day(NOW)
AFFECTED_PERSON = "U0KONDO"
DANGER = {"order": {"heard": ["respondent"], "known": False, "note": "", "danger": True, "on": TODAY.isoformat()}}


def witness(state: str, who: dict[str, Any] | None = None, **body: Any) -> Case:
    """A consultation in which somebody tells what they saw."""
    identity = {"affected": AFFECTED_PERSON} | (who or {})
    return consultation(state, LEDGER, TODAY, body={"entry": "saw"} | body, identity=identity)


def own_case(about: Case, **body: Any) -> Case:
    """What the affected person is asked about that consultation."""
    asked = {"about": about.id, "answer_by": TODAY.isoformat()} | body
    return Case(
        asking(about, LEDGER), FLOW, KIND, "asked", 3, "2026-09", "v1", body=asked,
        identity={"requester": AFFECTED_PERSON},
    )  # fmt: skip


def with_cases(*cases: Case) -> FakeLedger:
    return town_ledger(cases=cases)


class TestWhoIsAskedFirst:
    @pytest.mark.parametrize(
        ("entry", "affected", "first"),
        [("saw", "", True), ("told", "", True), ("happening", AFFECTED_PERSON, True), ("happening", "", False),
         ("not_sure", "", False)],
    )  # fmt: skip
    def test_where_somebody_else_has_reported(self, entry: str, affected: str, first: bool) -> None:
        case = witness(MET, {"affected": affected}, entry=entry)

        assert by_another(case) is first
        assert agreed_first(case) is not first
        assert agreed_first(replace(case, body={**case.body, "affected_agreed": True}))

    def test_they_are_asked_in_a_case_of_their_own_that_names_nobody(self) -> None:
        made = decided(ask(witness(MET), LEDGER, NOW))
        (question,) = made.spawns
        (notice,) = made.notices

        assert question.identity == {"requester": AFFECTED_PERSON}
        assert question.body.keys() == {"about", "answer_by"}
        assert not {ASKER, ONE, TWO} & {str(value) for value in question.body.values()}
        assert (notice.recipient, notice.about, notice.klass) == (AFFECTED_PERSON, question.id, NoticeClass.NEWS)
        assert {deadline.kind for deadline in made.deadlines} == {ASK_ENDS, IDLE_ASK, TERM_END}

    @pytest.mark.parametrize(
        ("who", "body", "refused"),
        [
            ({"affected": ""}, {}, "harassment-affected-in-person"),
            ({"affected": "U0NOBODY"}, {}, "harassment-affected-in-person"),
            ({"excluded": [AFFECTED_PERSON]}, {}, "harassment-affected-in-person"),
            ({}, {"affected_due_on": "2026-09-09"}, "harassment-affected-asked"),
            ({}, {"affected_agreed": False}, "harassment-affected-asked"),
            ({"affected": ""}, {"entry": "happening"}, "harassment-affected-asked"),
        ],
    )
    def test_otherwise_the_responders_ask_in_person_or_nobody_does(
        self, who: dict[str, Any], body: dict[str, Any], refused: str
    ) -> None:
        assert refusal(ask(witness(MET, who, **body), LEDGER, NOW)) == (refused, "")


class TestTheAnswer:
    @pytest.mark.parametrize("chosen", [GO_ON, STOP, TALK])
    def test_it_is_kept_with_them_and_reaches_the_consultation_at_once(self, chosen: str) -> None:
        about = witness(HEARING)
        made = decided(answer(chosen, own_case(about), with_cases(about), NOW))

        assert body_of(made)["answer"] == chosen
        (deadline,) = made.deadlines
        assert (deadline.subject, deadline.kind, deadline.due_at) == (about.id, ANSWERED, NOW)
        assert made.notices == ()

    def test_it_can_be_changed_and_nothing_else_can_be_said(self) -> None:
        about = witness(HEARING)

        assert AFFECTED.target("answered", "answer_affected") == "answered"
        assert refusal(answer(SILENT, own_case(about), with_cases(about), NOW)) == ("field-choose", "answer")

    @pytest.mark.parametrize("state", [CLOSING, "ended", "withdrawn"])
    def test_after_the_end_no_answer_is_needed(self, state: str) -> None:
        about = replace(witness(HEARING), state=state)

        assert refusal(answer(STOP, own_case(about), with_cases(about), NOW)) == ("harassment-affected-over", "")

    @pytest.mark.parametrize(
        ("chosen", "state", "then", "agreed"),
        [
            (GO_ON, HEARING, HEARING, True),
            (GO_ON, CONSENT_HELD, CONSENT_HELD, True),
            (STOP, CONFIRMING, CONFIRMING, False),
            (STOP, REPORTED, CONSENT_HELD, False),
            (STOP, HEARING, CONSENT_HELD, False),
            (TALK, HEARING, CONSENT_HELD, False),
            (STOP, FOUND, FOUND, False),
            (STOP, REFERRED, REFERRED, False),
        ],
    )
    def test_a_no_stops_what_is_under_way(self, chosen: str, state: str, then: str, agreed: bool) -> None:
        about = witness(state)
        made = decided(on_answered(about, with_cases(own_case(about, answer=chosen)), NOW))

        assert CONSULTATION.target(state, made.act) == then
        assert body_of(made)["affected_agreed"] is agreed
        assert {ONE, TWO} <= told(made).keys() or chosen == GO_ON

    def test_in_danger_it_goes_on(self) -> None:
        made = decided(heard(STOP, witness(HEARING, **DANGER), LEDGER, NOW))

        assert made.act == "hear_affected"
        assert body_of(made)["affected_agreed"] is False

    def test_a_yes_after_all_is_the_heads_turn_again(self) -> None:
        made = heard(GO_ON, witness(CONSENT_HELD, affected_agreed=False), LEDGER, NOW)

        assert told(made) == {ONE: NoticeClass.NEWS, TWO: NoticeClass.NEWS, HEAD: NoticeClass.DUTY}

    @pytest.mark.parametrize("state", [CONSENT_HELD, REPORTED])
    def test_but_not_while_the_one_who_reported_has_said_no(self, state: str) -> None:
        made = heard(GO_ON, witness(state, affected_agreed=False, hearing_agreed=False), LEDGER, NOW)

        assert HEAD not in told(made)
        resting = {IDLE_ASK} if state == CONSENT_HELD else set()  # no clock of the head's: only whether it goes on
        assert {deadline.kind for deadline in decided(made).deadlines} == {TERM_END, *resting}

    def test_responders_note_what_they_heard_in_person_also_that_nobody_could_be_asked(self) -> None:
        made = decided(heard(SILENT, witness(REPORTED, {"affected": ""}), LEDGER, NOW))

        assert made.act == "hold_hearing"
        assert refusal(heard(GO_ON, witness(REPORTED, {"affected": ""}, entry="happening"), LEDGER, NOW)) == (
            "not-shown",
            "",
        )
        assert refusal(heard("perhaps", witness(REPORTED), LEDGER, NOW)) == ("field-choose", "answer")

    @pytest.mark.parametrize(("body", "ends"), [({}, True), ({"affected_agreed": True}, False)])
    def test_no_answer_in_time_is_no_consent(self, body: dict[str, Any], ends: bool) -> None:
        made = on_ask_ends(witness(REPORTED, **body), LEDGER, NOW)

        assert (made is not None) is ends
        if made:
            assert made.act == "hold_hearing"
            assert body_of(made)["affected_agreed"] is False


class TestAfterwards:  # Aki 11
    def test_nothing_of_them_is_kept_once_the_consultation_is_over(self) -> None:
        about = witness(HEARING)
        still = decided(on_look(own_case(about), with_cases(about), NOW))
        over = decided(on_look(own_case(about), with_cases(replace(about, state="ended")), NOW))

        assert (still.act, still.ends_route, still.keeps_rev) == ("look_affected", False, True)
        assert {deadline.kind for deadline in still.deadlines} == {LOOK}
        assert (over.act, over.ends_route) == ("end_affected", True)
        assert AFFECTED.target("asked", "end_affected") in AFFECTED.final()
