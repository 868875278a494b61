"""What the end of a supporter's term does to a request: by the calendar, by a renewal, by a new roster (Yam 6)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.handlers.peer_support.rules import request as rules
from bot.handlers.peer_support.rules.moves import REQUEST
from bot.rules.cases import Decision, NoticeClass
from tests import fakes
from tests.fakes import ASKER, NOW, SUPPORTER, FakeLedger, appointment
from tests.handlers.peer_support.test_request_rules import asked, case, receivers


class TestYam6TermsEnd:
    def test_the_case_is_looked_at_on_the_day_after_the_term(self) -> None:
        decision = asked(FakeLedger())

        assert isinstance(decision, Decision)
        ends = [d for d in decision.deadlines if d.kind == rules.TERM_END]
        assert [fakes.OFFICE.day(d.due_at) for d in ends] == [date(2027, 4, 1)]

    def test_an_adviser_in_post_has_no_such_day(self) -> None:
        decision = asked(FakeLedger(roster=[replace(fakes.APPOINTMENTS[0], ends_on=None)]))

        assert isinstance(decision, Decision)
        assert [d for d in decision.deadlines if d.kind == rules.TERM_END] == []

    def test_a_renewed_supporter_goes_on_without_a_gap(self) -> None:  # P3
        again = appointment(SUPPORTER, starts_on=date(2027, 4, 1), ends_on=date(2028, 3, 31))
        after = datetime(2027, 3, 31, 15, 0, tzinfo=UTC)  # 0:00 of 1 April in Japan
        decision = rules.on_term_end(case("accepted"), FakeLedger(roster=[*fakes.APPOINTMENTS, again]), after)

        assert decision is not None
        assert decision.notices == ()
        assert [fakes.OFFICE.day(d.due_at) for d in decision.deadlines] == [date(2028, 4, 1)]

    def test_a_roster_that_ends_the_term_earlier_has_the_case_looked_at_on_the_day_after(self) -> None:  # P14
        first = asked(FakeLedger())
        assert isinstance(first, Decision)
        ends = {(d.kind, d.period) for d in first.deadlines if d.kind == rules.TERM_END}
        shortened = replace(fakes.APPOINTMENTS[0], released_on=date(2026, 10, 1))
        released = replace(fakes.APPOINTMENTS[0], released_on=date(2026, 9, 2))
        for appointment_now, day in ((shortened, date(2026, 10, 1)), (released, date(2026, 9, 2))):
            (again,) = rules.on_roster(case(), FakeLedger(roster=[appointment_now]), NOW)

            assert (again.kind, fakes.OFFICE.local(again.due_at).date()) == (rules.TERM_END, day)
            assert (again.kind, again.period) not in ends  # otherwise it would be taken for the one that exists

    def test_a_roster_that_leaves_the_term_as_it_is_asks_for_nothing_new(self) -> None:
        first = asked(FakeLedger())
        assert isinstance(first, Decision)

        assert set(rules.on_roster(case("accepted"), FakeLedger(), NOW)) <= set(first.deadlines)

    @pytest.mark.parametrize("state", ["stepped_aside", "closing"])
    def test_a_case_that_waits_for_no_supporter_is_left_alone(self, state: str) -> None:
        assert rules.on_roster(case(state), FakeLedger(roster=[]), NOW) == ()

    def test_otherwise_the_person_chooses_anew(self) -> None:
        after = datetime(2027, 3, 31, 15, 0, tzinfo=UTC)
        decision = rules.on_term_end(case("accepted"), FakeLedger(), after)

        assert receivers(decision) == [(ASKER, NoticeClass.NEWS)]
        assert decision is not None
        assert REQUEST.target("accepted", decision.act) == "stepped_aside"
