"""Keeping somebody out in the middle of a consultation: possible in every state, and at once (Aki 11, K6)."""

import pytest

from bot.errors import Refused
from bot.handlers.harassment.rules import circle
from bot.handlers.harassment.rules.aside import step_aside
from bot.handlers.harassment.rules.clocks import HEAD_DECISION
from bot.handlers.harassment.rules.head import on_head_late
from bot.handlers.harassment.rules.keeping_out import exclude
from bot.handlers.harassment.rules.moves import (
    AFTER_FORM_1,
    AFTER_MEETING,
    CLOSING,
    HANDLED,
    MET,
    RECEIVED,
    REFERRED,
    REPORTED,
)
from bot.rules.cases import Deadline, Decision
from tests.fakes import NOW
from tests.handlers.harassment.cases import (
    ASKER,
    CHAIR,
    COUNSELLORS,
    DEPUTY,
    DESK,
    HEAD,
    MEMBERS,
    NURSE,
    ONE,
    OTHER_DESK,
    SECRETARY,
    THIRD,
    TWO,
    consultation,
)
from tests.handlers.harassment.roster import TODAY, town_ledger
from tests.handlers.harassment.test_circle import ANYBODY, as_if, can_read, in_hand


class TestKeepingOutAtAnyTime:
    @pytest.mark.parametrize("who", [ONE, DESK, HEAD, DEPUTY, CHAIR, SECRETARY, THIRD, NURSE, MEMBERS[2]])
    def test_it_is_possible_in_every_state_and_takes_effect_at_once(self, who: str) -> None:
        ledger = town_ledger()
        for state in HANDLED:
            case = consultation(state, ledger, TODAY, identity={"nurse": NURSE})
            decision = exclude([who], [], case, ledger, NOW)
            after = as_if(case, decision)
            assert who not in after.handlers, state
            assert can_read(who, after, ledger) == set(), state
            assert who not in {notice.recipient for notice in decision.notices}, state

    @pytest.mark.parametrize("state", AFTER_MEETING)
    def test_with_both_responders_out_whoever_was_told_first_finds_others(self, state: str) -> None:
        ledger = town_ledger()
        case = consultation(state, ledger, TODAY)
        decision = exclude([ONE, TWO], [], case, ledger, NOW)
        after = as_if(case, decision)
        assert (after.state, {ONE, TWO} & set(after.handlers)) == (state, set())
        assert {DESK, OTHER_DESK} <= set(after.handlers)
        assert {DESK, OTHER_DESK} <= {notice.recipient for notice in decision.notices}

    @pytest.mark.parametrize("state", AFTER_FORM_1)
    def test_with_the_head_out_the_deputy_path_opens_by_itself(self, state: str) -> None:  # K6
        ledger = town_ledger()
        case = consultation(state, ledger, TODAY)
        decision = exclude([HEAD], [], case, ledger, NOW)
        assert as_if(case, decision).identity["recipient"] == DEPUTY
        assert DEPUTY in {notice.recipient for notice in decision.notices}
        nobody = as_if(case, exclude([HEAD, DEPUTY], [], case, ledger, NOW))
        assert nobody.identity["recipient"] == ""

    def test_once_it_has_ended_nobody_new_comes_to_know_of_it(self) -> None:
        ledger = town_ledger()
        case = consultation(CLOSING, ledger, TODAY)
        decision = exclude([HEAD], [], case, ledger, NOW)
        assert (as_if(case, decision).handlers, decision.notices) == ((ONE, TWO), ())

    @pytest.mark.parametrize("state", AFTER_FORM_1)
    def test_a_head_who_steps_aside_is_followed_by_the_deputy_who_is_told(self, state: str) -> None:
        ledger = town_ledger()
        case = consultation(state, ledger, TODAY)
        decision = step_aside(HEAD, case, ledger, NOW)
        assert isinstance(decision, Decision)
        after = as_if(case, decision)
        assert after.identity["recipient"] == DEPUTY
        assert DEPUTY in {notice.recipient for notice in decision.notices}
        last = step_aside(DEPUTY, after, ledger, NOW)
        assert isinstance(last, Decision)
        assert as_if(after, last).identity["recipient"] == ""
        assert [notice.recipient for notice in last.notices] == [ASKER], "nobody is left, and the person hears so"

    def test_the_desk_hears_nothing_of_what_was_brought_to_a_counsellor(self) -> None:  # K2
        ledger = town_ledger()
        heard = {}
        for door in ("desk", "counsellor"):
            case = consultation(REPORTED, ledger, TODAY, identity={"door": door, "receiver": ONE})
            last = sum(len(numbers) for numbers in ledger.policy.clocks[HEAD_DECISION].stages.values())
            late = on_head_late(case, Deadline(case.id, HEAD_DECISION, NOW, last), ledger, NOW)
            assert late is not None
            heard[door] = {notice.recipient for notice in late.notices}
        assert heard["desk"] - heard["counsellor"] == {DESK, OTHER_DESK}

    def test_with_the_chair_out_the_members_are_asked_to_elect(self) -> None:  # Aki 9(8), K6
        ledger = town_ledger()
        case = consultation(REFERRED, ledger, TODAY, body={"committee_due_on": "2026-11-01"})
        decision = exclude([CHAIR], [], case, ledger, NOW)
        after = as_if(case, decision)
        asked = {notice.recipient for notice in decision.notices if notice.due_on}
        assert asked == set(circle.committee(after, ledger, TODAY)) != set()
        assert any(deadline.kind == "election" for deadline in decision.deadlines)

    def test_with_all_counsellors_out_it_stands_still_and_nobody_is_told(self) -> None:
        ledger = town_ledger()
        for state in (RECEIVED, MET):
            case = consultation(state, ledger, TODAY)
            decision = exclude([], ["counsellors"], case, ledger, NOW)
            assert as_if(case, decision).state == "stranded"
            assert not {notice.recipient for notice in decision.notices} & {*COUNSELLORS, DESK, OTHER_DESK}


def test_no_rule_of_keeping_out_refuses() -> None:
    ledger = town_ledger()
    for state in HANDLED:
        case = consultation(state, ledger, TODAY)
        assert not isinstance(exclude(list(ANYBODY), list(circle.OFFICES), case, ledger, NOW), Refused)
        assert in_hand(state, excluded=list(ANYBODY), kept_out=list(circle.OFFICES)) == set()
