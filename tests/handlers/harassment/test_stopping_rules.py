"""Taken back in every state: before form 1 nothing stays, afterwards only the handling ends (K8, G8)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.handlers.harassment.rules.ending import FORGET, on_forget
from bot.handlers.harassment.rules.moves import (
    AFTER_FORM_1,
    BEFORE_FORM_1,
    CLOSING,
    CONSULTATION,
    DRAFT,
    HEARING,
    MET,
    RECEIVED,
    REPORTED,
)
from bot.handlers.harassment.rules.stopping import CLOCKS, OVER, STOPPED, Ends, for_caller, stop, withdraw
from bot.rules.cases import NoticeClass
from tests.fakes import NOW, OFFICE, POLICY
from tests.handlers.harassment.cases import DESK, ONE, OTHER_DESK, TWO, consultation
from tests.handlers.harassment.decisions import decided, refusal
from tests.handlers.harassment.roster import town_ledger

LEDGER, TODAY = town_ledger(), OFFICE.day(NOW)


class TestBeforeForm1:
    @pytest.mark.parametrize("state", BEFORE_FORM_1)
    def test_everything_is_destroyed_and_who_had_it_in_hand_is_told_that_one_is_over(self, state: str) -> None:
        case = consultation(state, LEDGER, TODAY)
        taken_back = withdraw(case, LEDGER, NOW)

        assert taken_back.ends_route
        assert {notice.recipient for notice in taken_back.notices} == set(case.handlers)
        assert {(notice.about, notice.topic, notice.klass) for notice in taken_back.notices} <= {
            ("", OVER, NoticeClass.NEWS)
        }
        assert CONSULTATION.target(state, "withdraw") == "withdrawn"
        assert CONSULTATION.target(state, "stop") is None

    @pytest.mark.parametrize(("minutes", "told"), [(-1, set()), (0, {DESK, OTHER_DESK})])
    def test_before_the_first_notice_has_left_nobody_hears_of_it(self, minutes: int, told: set[str]) -> None:
        case = consultation(RECEIVED, LEDGER, TODAY, body={"told_at": NOW.isoformat()})
        taken_back = withdraw(case, LEDGER, NOW + timedelta(minutes=minutes))

        assert {notice.recipient for notice in taken_back.notices} == told

    def test_who_listens_hears_of_it_whenever_the_first_notice_left(self) -> None:
        later = (NOW + timedelta(days=1)).isoformat()
        taken_back = withdraw(consultation(MET, LEDGER, TODAY, body={"told_at": later}), LEDGER, NOW)
        assert {notice.recipient for notice in taken_back.notices} == {ONE, TWO}


class TestForWhoHasCalled:  # G6
    @pytest.mark.parametrize(("state", "ending"), [(RECEIVED, withdraw), (MET, withdraw), (HEARING, stop)])
    def test_whoever_has_it_in_hand_does_it_and_hears_nothing_of_it(self, state: str, ending: Ends) -> None:
        case = consultation(state, LEDGER, TODAY, identity={"requester": "", "caller": "x"})
        (by, *others) = case.handlers
        ended = decided(for_caller(ending, by, case, LEDGER, NOW))

        assert (ended.act, ended.ends_route) == (ending(case, LEDGER, NOW).act, ending is withdraw)
        assert {notice.recipient for notice in ended.notices} == set(others)

    @pytest.mark.parametrize("ending", [withdraw, stop])
    def test_of_somebody_with_an_account_nobody_else_takes_it_back(self, ending: Ends) -> None:
        assert refusal(for_caller(ending, DESK, consultation(RECEIVED, LEDGER, TODAY), LEDGER, NOW)) == (
            "not-shown",
            "",
        )


class TestAfterForm1:
    @pytest.mark.parametrize("state", AFTER_FORM_1)
    def test_the_handling_ends_for_everybody_and_the_record_stays(self, state: str) -> None:
        case = consultation(state, LEDGER, TODAY)
        stopped = stop(case, LEDGER, NOW)

        assert not stopped.ends_route
        assert not stopped.ends_identity
        assert stopped.body
        assert stopped.identity
        assert {key: stopped.body[key] for key in case.body} == dict(case.body)
        assert stopped.identity["handlers"] == []
        assert {party.person for party in stopped.drops_parties} == set(case.handlers)
        assert {(notice.recipient, notice.about) for notice in stopped.notices} == {(who, "") for who in case.handlers}
        assert set(stopped.cancels) >= set(CLOCKS)
        assert CONSULTATION.target(state, "stop") == STOPPED
        assert CONSULTATION.target(state, "withdraw") is None

    def test_it_can_be_taken_up_again_until_the_stated_day_and_is_forgotten_after_it(self) -> None:
        stopped = stop(consultation(HEARING, LEDGER, TODAY), LEDGER, NOW)
        last = TODAY + timedelta(days=POLICY.harassment.end_choice_days)
        (forgotten,) = [deadline for deadline in stopped.deadlines if deadline.kind == FORGET]

        assert stopped.body
        assert date.fromisoformat(stopped.body["forgotten_on"]) == last
        assert forgotten.due_at == OFFICE.start_of(last + timedelta(days=1))
        assert CONSULTATION.target(STOPPED, "reopen") == REPORTED
        ended = on_forget(replace(consultation(HEARING, LEDGER, TODAY), state=STOPPED), LEDGER, forgotten.due_at)
        assert ended is not None
        assert ended.ends_identity

    @pytest.mark.parametrize("state", [DRAFT, CLOSING, STOPPED])
    def test_what_is_not_under_way_can_be_neither_taken_back_nor_stopped(self, state: str) -> None:
        assert CONSULTATION.target(state, "withdraw") is None
        assert CONSULTATION.target(state, "stop") is None
