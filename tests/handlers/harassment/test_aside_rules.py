"""Who goes and who comes in their place: stepping aside at every state, and terms and accounts that end (Aki 7, 11)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.errors import Refused
from bot.handlers.harassment.listeners.case import screen
from bot.handlers.harassment.rules import ahead, aside, terms
from bot.handlers.harassment.rules.circle import facts
from bot.handlers.harassment.rules.clocks import FORM_1, RESPONDERS
from bot.handlers.harassment.rules.moves import AFTER_MEETING, HANDLED, STRANDED
from bot.rules.cases import Case, NoticeClass
from bot.rules.people import Person, Role
from bot.sandbox.words_seen import words_in
from tests.fakes import appointment, click
from tests.handlers.harassment.cases import (
    ASKER,
    COUNSELLORS,
    DEPUTY,
    DESK,
    HEAD,
    NURSE,
    ONE,
    OTHER_DESK,
    THIRD,
    TWO,
)  # fmt: skip
from tests.handlers.harassment.test_arranging_rules import LEDGER, NOW, ROSTER, case, decided, done, told

OTHERS = [who for who in COUNSELLORS if who not in (ONE, TWO)]


def shown(person: str, one: Case) -> str:
    """Every word of the first screen."""
    view = screen(click(person, now=NOW), one, LEDGER)
    assert isinstance(view, dict)
    return "\n".join(words_in(view["blocks"]))


class TestAki11SteppingAside:
    @pytest.mark.parametrize("state", [state for state in HANDLED if state != STRANDED])
    def test_takes_all_access_at_once_in_every_state(self, state: str) -> None:
        one = case(state)
        for person, hat in ((ONE, Role.COUNSELLOR), (DESK, Role.DESK_OFFICER)):
            if person not in one.handlers:
                continue
            after = done(one, decided(aside.step_aside(person, one, LEDGER, NOW)))
            known = facts(after, person, hat, LEDGER, NOW)
            assert person not in after.handlers
            assert (known["assigned"], known["conflicted"]) == (False, True)

    def test_who_alone_knows_a_caller_cannot_just_go(self) -> None:  # G6: the program cannot reach the caller
        alone = case("received", requester="", door="counsellor", receiver=ONE, caller="0800-000-0009")
        refused = aside.step_aside(ONE, alone, LEDGER, NOW)
        assert isinstance(refused, Refused)
        assert refused.reason == "harassment-leave-caller"
        at_the_desk = case("received", requester="", caller="0800-000-0009")  # the other desk officer goes on
        assert done(at_the_desk, decided(aside.step_aside(DESK, at_the_desk, LEDGER, NOW))).handlers == (OTHER_DESK,)

    @pytest.mark.parametrize("person", [THIRD, ASKER, ""])
    def test_is_for_who_has_a_part_only(self, person: str) -> None:
        assert isinstance(aside.step_aside(person, case("arranged"), LEDGER, NOW), Refused)

    @pytest.mark.parametrize("state", ["arranging", "arranged", "met"])
    def test_before_form_1_another_pair_is_sought_and_who_is_left_stays(self, state: str) -> None:
        one = case(state)
        decision = decided(aside.step_aside(ONE, one, LEDGER, NOW))
        after = done(one, decision)

        assert (after.state, after.body["round"]) == ("received", 2)
        assert {who for who, _ in told(decision)} == {DESK, OTHER_DESK, ASKER}
        assert {d.kind for d in decision.deadlines} >= {RESPONDERS}
        assert {"meeting", FORM_1} <= set(decision.cancels)
        assert (TWO in after.handlers) is (state != "arranging")

    def test_of_the_chosen_counsellor_leaves_it_with_the_other_whom_the_person_knows(self) -> None:  # K2
        one = case("arranged", door="counsellor", receiver=ONE)
        after = done(one, decided(aside.step_aside(ONE, one, LEDGER, NOW)))

        assert (after.identity["receiver"], after.handlers) == (TWO, (TWO,))

    def test_of_the_chosen_counsellor_before_anybody_else_knows_asks_the_person_to_choose(self) -> None:  # K2
        one = case("received", door="counsellor", receiver=ONE)
        decision = decided(aside.step_aside(ONE, one, LEDGER, NOW))

        assert (decision.act, done(one, decision).handlers) == ("leave", ())
        assert told(decision) == [(ASKER, NoticeClass.NEWS)]

    def test_of_one_desk_officer_leaves_it_with_the_other(self) -> None:
        one = case("received")
        decision = decided(aside.step_aside(DESK, one, LEDGER, NOW))

        assert done(one, decision).handlers == (OTHER_DESK,)
        assert told(decision) == []

    def test_where_no_two_are_left_is_said_to_the_person(self) -> None:
        one = case("arranged", excluded=OTHERS)
        decision = decided(aside.step_aside(ONE, one, LEDGER, NOW))

        assert done(one, decision).state == "stranded"
        assert told(decision) == [(ASKER, NoticeClass.NEWS)]

    @pytest.mark.parametrize("state", ["arranged", "hearing"])
    def test_of_the_nurse_is_told_to_the_person(self, state: str) -> None:
        one = case(state, nurse=NURSE)
        decision = decided(aside.step_aside(NURSE, one, LEDGER, NOW))

        assert done(one, decision).identity["nurse"] == ""
        assert told(decision) == [(ASKER, NoticeClass.NEWS)]


class TestOneForOneAfterForm1:
    @pytest.mark.parametrize("state", AFTER_MEETING)
    def test_the_other_acts_on_and_names_somebody(self, state: str) -> None:
        one = case(state)
        left = decided(aside.step_aside(ONE, one, LEDGER, NOW))
        after = done(one, left)
        assert (after.state, after.identity["responders"]) == (state, [TWO])
        assert told(left) == [(ASKER, NoticeClass.NEWS), (TWO, NoticeClass.DUTY)]
        assert aside.pickers(after, LEDGER, NOW) == (TWO,)

        chosen = decided(aside.take_place(THIRD, TWO, after, LEDGER, NOW))
        again = done(after, chosen)
        assert again.identity["responders"] == [TWO, THIRD]
        assert THIRD in again.handlers
        assert told(chosen) == [(THIRD, NoticeClass.DUTY), (ASKER, NoticeClass.NEWS)]
        assert not aside.is_short(again)
        assert isinstance(aside.take_place(OTHERS[0], TWO, again, LEDGER, NOW), Refused)

    @pytest.mark.parametrize(("chosen", "by"), [(ONE, TWO), (TWO, TWO), (HEAD, TWO), (THIRD, DESK), (THIRD, HEAD)])
    def test_nobody_else_names_and_nobody_else_is_named(self, chosen: str, by: str) -> None:
        one = case("reported", responders=[TWO], stepped_aside=[ONE])

        assert isinstance(aside.take_place(chosen, by, one, LEDGER, NOW), Refused)

    def test_where_both_have_gone_the_desk_finds_somebody_again(self) -> None:
        one = case("hearing", responders=[TWO], stepped_aside=[ONE])
        decision = decided(aside.step_aside(TWO, one, LEDGER, NOW))
        after = done(one, decision)

        assert set(aside.pickers(after, LEDGER, NOW)) == {DESK, OTHER_DESK}
        assert set(after.handlers) == {DESK, OTHER_DESK, HEAD}
        found = done(after, decided(aside.take_place(THIRD, DESK, after, LEDGER, NOW)))
        assert (DESK in found.handlers, found.identity["responders"]) == (False, [THIRD])

    def test_where_nobody_is_left_person_and_head_hear_it(self) -> None:
        one = case("hearing", responders=[TWO], stepped_aside=[ONE], excluded=OTHERS)
        decision = decided(aside.step_aside(TWO, one, LEDGER, NOW))

        assert told(decision) == [(ASKER, NoticeClass.NEWS), (HEAD, NoticeClass.NEWS)]
        after = done(one, decision)
        assert aside.pickers(after, LEDGER, NOW) == ()
        assert "対応者がいなくなり" in shown(HEAD, after)
        assert "代わりにお願いできる相談員が、いまはいません。お電話でどうぞ" in shown(ASKER, after)

    @pytest.mark.parametrize(
        ("person", "identity", "says"),
        [
            (ASKER, {"responders": [TWO]}, "もう1人が続け、代わりの相談員を選んでいます"),
            (ASKER, {"responders": [TWO], "excluded": OTHERS}, "もう1人が続けます"),
            (ASKER, {"responders": []}, "代わりの相談員を選んでいます"),
            (TWO, {"responders": [TWO]}, "代わりの相談員を選んでください"),
            (TWO, {"responders": [TWO], "excluded": OTHERS}, "代わりにお願いできる相談員が、いまはいません"),
            (DESK, {"responders": []}, "代わりの相談員を選んでください"),
        ],
    )
    def test_everybody_reads_how_it_goes_on(self, person: str, identity: dict[str, Any], says: str) -> None:
        assert says in shown(person, case("reported", stepped_aside=[ONE], **identity))


class TestAki74TermsEnd:
    after = datetime(2027, 3, 31, 15, 0, tzinfo=UTC)  # 0:00 of 1 April in Japan
    tomorrow = date(2027, 4, 1)

    def ledger(self, *renewed: str, left: str = "") -> Any:
        again = [appointment(w, Role.COUNSELLOR, starts_on=self.tomorrow, ends_on=date(2028, 3, 31)) for w in renewed]
        people = (*LEDGER.rows, *((Person(left, "Left", "", left=True),) if left else ()))
        return replace(LEDGER, roster=(*ROSTER, *again), rows=people)

    def test_a_renewed_term_runs_on_and_its_new_end_is_in_sight(self) -> None:
        decision = decided(terms.on_term_end(case("arranged"), self.ledger(*COUNSELLORS), self.after))

        assert (decision.act, decision.notices) == ("release", ())
        assert [LEDGER.office.day(d.due_at) for d in decision.deadlines if d.kind == ahead.TERM_END] == [
            date(2028, 4, 1)
        ]

    @pytest.mark.parametrize(
        ("state", "act", "responders"),
        [("arranged", "step_aside", [TWO]), ("met", "step_aside", [TWO]), ("reported", "pass_on", [TWO])],
    )
    def test_otherwise_somebody_else_is_found(self, state: str, act: str, responders: list[str]) -> None:
        one = case(state)
        decision = decided(terms.on_term_end(one, self.ledger(TWO, *OTHERS), self.after))

        assert decision.act == act
        assert done(one, decision).identity["responders"] == responders
        assert "stepped_aside" not in done(one, decision).identity  # nobody has declared anything

    def test_a_closed_account_is_the_same(self) -> None:
        one = case("arranged")
        decision = decided(terms.on_term_end(one, self.ledger(left=ONE), NOW))

        assert ONE not in done(one, decision).handlers

    def test_the_next_head_takes_the_place_of_the_one_before(self) -> None:
        one = case("reported")
        roster = (
            *(a for a in ROSTER if a.person != HEAD), appointment(DEPUTY, Role.AFFAIRS_HEAD, ends_on=None)
        )  # fmt: skip
        decision = decided(terms.on_term_end(one, replace(LEDGER, roster=roster), NOW))

        assert done(one, decision).identity["recipient"] == DEPUTY
        assert told(decision) == [(DEPUTY, NoticeClass.NEWS)]

    def test_a_changed_roster_has_the_case_looked_at_at_once_and_again_when_it_changes_again(self) -> None:
        one = case("arranged")
        first, second = (terms.on_roster(one, LEDGER, NOW + timedelta(minutes=n)) for n in (0, 1))

        assert first[0].due_at == NOW
        assert first[0].period != second[0].period
        assert [LEDGER.office.day(d.due_at) for d in first[1:]] == [self.tomorrow]

    @pytest.mark.parametrize("state", ["draft", "stopped", "ended", "withdrawn"])
    def test_what_nobody_deals_with_is_left_alone(self, state: str) -> None:
        one = replace(case("received"), state=state)

        assert terms.on_roster(one, LEDGER, NOW) == ()
        assert terms.on_term_end(one, LEDGER, NOW) is None

    def test_an_act_of_today_leaves_the_end_of_the_term_in_sight(self) -> None:
        decision = decided(aside.step_aside(ONE, case("arranged"), LEDGER, NOW))

        assert [LEDGER.office.day(d.due_at) for d in decision.deadlines if d.kind == ahead.TERM_END] == [self.tomorrow]
