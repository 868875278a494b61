"""In no state is anybody left without a day: who owes what after a no, a request, a missed promise, a change."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.handlers.harassment.rules import agreement, arranging, ending, meeting
from bot.handlers.harassment.rules.affected import SILENT, STOP, heard
from bot.handlers.harassment.rules.ahead import TERM_END
from bot.handlers.harassment.rules.arranging import Proposal
from bot.handlers.harassment.rules.asking import on_consent_ask
from bot.handlers.harassment.rules.circle import committee, joined, recipient
from bot.handlers.harassment.rules.clocks import HEAD_DECISION, RESPONDERS
from bot.handlers.harassment.rules.committee import take_back
from bot.handlers.harassment.rules.head import Order, close, order
from bot.handlers.harassment.rules.meeting import AFTER, MEETING, Meeting, on_meeting
from bot.handlers.harassment.rules.moves import (
    ARRANGED,
    ARRANGING,
    CONSENT_HELD,
    CONSULTATION,
    HEARING,
    RECEIVED,
    REFERRED,
    REPORTED,
)
from bot.handlers.harassment.rules.sittings import propose
from bot.handlers.harassment.rules.terms import on_term_end
from bot.rules.cases import Case, Deadline, Decision, NoticeClass
from bot.rules.people import Appointment, Role
from tests.fakes import NOW, OFFICE, FakeLedger
from tests.handlers.harassment.cases import (
    ASKER,
    DEPUTY,
    DESK,
    HEAD,
    ONE,
    SECRETARY,
    THIRD,
    TWO,
    consultation,
)
from tests.handlers.harassment.decisions import Found, body_of, decided, told
from tests.handlers.harassment.roster import TODAY, town_ledger

LEDGER = town_ledger()
ASKED: dict[str, Any] = {"committee_requested_on": TODAY.isoformat()}
TOMORROW = OFFICE.opening(OFFICE.add_open_days(TODAY, 1))
LATER = Meeting(TODAY + timedelta(days=7), NOW.time().replace(hour=14), "Room 2", "in_person")


def case_in(state: str, ledger: FakeLedger = LEDGER, *, who: dict[str, Any] | None = None, **body: Any) -> Case:
    return consultation(state, ledger, TODAY, body=body, identity=who)


def after(case: Case, made: Found) -> Case:
    """The case as the decision leaves it."""
    done = decided(made)
    state = CONSULTATION.target(case.state, done.act) or case.state
    return replace(
        case, state=state, rev=case.rev + 1, body=case.body if done.body is None else done.body,
        identity=case.identity if done.identity is None else done.identity,
    )  # fmt: skip


def runs(made: Found, clock: str) -> bool:
    """Whether the decision starts a clock."""
    return clock in {deadline.kind for deadline in decided(made).deadlines}


def without(ledger: FakeLedger, *people: str) -> FakeLedger:
    """The town hall after these people have left it."""
    return replace(ledger, rows=tuple(replace(row, left=row.id in people) for row in ledger.rows))


class TestAReferralIsOwed:  # Aki 8(2): a no to the hearing is none to the committee
    @pytest.mark.parametrize("state", [REPORTED, HEARING])
    def test_after_a_no_the_head_has_a_day_for_it(self, state: str) -> None:
        made = agreement.stop(case_in(state, **ASKED), LEDGER, NOW)

        assert (made.act, runs(made, HEAD_DECISION)) == ("hold_hearing", True)
        assert told(made) == {HEAD: NoticeClass.DUTY, ONE: NoticeClass.NEWS, TWO: NoticeClass.NEWS}
        assert body_of(made)["head_due_on"] > TODAY.isoformat()

    def test_and_where_no_answer_has_come(self) -> None:
        assert runs(on_consent_ask(case_in(REPORTED, **ASKED), LEDGER, NOW), HEAD_DECISION)

    def test_taken_back_nothing_is_owed_unless_the_hearing_may_go_on(self) -> None:
        held = case_in(CONSENT_HELD, hearing_agreed=False, head_late_on="2026-09-01", **ASKED)
        assert HEAD_DECISION in take_back(held, LEDGER, NOW).cancels
        assert "head_late_on" not in body_of(take_back(held, LEDGER, NOW))
        assert (
            HEAD_DECISION
            not in take_back(replace(held, body={**held.body, "hearing_agreed": True}), LEDGER, NOW).cancels
        )

    def test_where_the_affected_person_stops_it_the_head_can_end_it(self) -> None:  # K5
        stopped = case_in(CONSENT_HELD, entry="saw", affected_agreed=False, **ASKED)
        assert decided(close("outcome-canary", stopped, LEDGER, NOW)).act == "close"
        for agreed in (None, True):
            body = {"entry": "saw", **ASKED} | ({} if agreed is None else {"affected_agreed": agreed})
            owed = close("outcome-canary", consultation(CONSENT_HELD, LEDGER, TODAY, body=body), LEDGER, NOW)
            assert getattr(owed, "reason", "") == "harassment-close-requested"


class TestWhileTheHearingIsStopped:  # K1: the head's clock stands still
    def test_a_second_no_stops_the_clock_that_a_yes_had_begun(self) -> None:
        stopped = case_in(CONSENT_HELD, hearing_agreed=False)
        agreed = after(stopped, agreement.agree(stopped, LEDGER, NOW))
        made = agreement.stop(agreed, LEDGER, NOW)

        assert HEAD_DECISION in made.cancels
        assert made.body is not None
        assert {"head_due_on", "head_late_on"}.isdisjoint(made.body)
        assert not runs(made, HEAD_DECISION)

    @pytest.mark.parametrize("said", [STOP, SILENT])
    def test_the_affected_persons_as_well(self, said: str) -> None:  # K5
        stopped = case_in(CONSENT_HELD, entry="saw", hearing_agreed=True, affected_agreed=True)
        made = decided(heard(said, stopped, LEDGER, NOW))

        assert HEAD_DECISION in made.cancels
        assert told(made) == {ONE: NoticeClass.NEWS, TWO: NoticeClass.NEWS}

    def test_what_was_late_before_is_late_no_more(self) -> None:
        made = on_consent_ask(case_in(REPORTED, head_late_on="2026-09-01"), LEDGER, NOW)
        assert "head_late_on" not in body_of(made)

    def test_the_person_hears_it_who_did_not_stop_it(self) -> None:
        assert told(on_consent_ask(case_in(REPORTED), LEDGER, NOW))[ASKER] is NoticeClass.NEWS
        assert told(heard(STOP, case_in(HEARING, entry="saw"), LEDGER, NOW))[ASKER] is NoticeClass.NEWS
        assert ASKER not in told(agreement.stop(case_in(HEARING), LEDGER, NOW))


class TestNothingIsCalledLateThatHasBegunAnew:  # G13
    def test_another_order(self) -> None:
        before = case_in(CONSENT_HELD, hearing_agreed=True, facts_late_on="2026-09-01")
        assert "facts_late_on" not in body_of(order(Order(("affected",), known=False), before, LEDGER, NOW))

    def test_what_is_taken_up_again(self) -> None:
        late = {"head_late_on": "2026-06-01", "facts_late_on": "2026-06-01", "head_due_on": "2026-06-01"}
        body = body_of(ending.reopen(consultation("stopped", LEDGER, TODAY, body=late), LEDGER, NOW))

        assert {"head_late_on", "facts_late_on"}.isdisjoint(body)
        assert body["head_due_on"] > TODAY.isoformat()


class TestAfterAMissedPromise:  # Aki 7(6), G13
    def test_a_proposal_begins_the_clock_anew_for_those_who_are_asked(self) -> None:
        late = case_in(RECEIVED, missed_on="2026-08-20", promised_on="2026-08-19")
        made = decided(arranging.arrange(Proposal(LATER, (ONE, TWO)), DESK, late, LEDGER, NOW))

        assert runs(made, RESPONDERS)
        assert {n.due_on for n in made.notices if n.due_on} == {date.fromisoformat(body_of(made)["promised_on"])}
        assert body_of(made)["promised_on"] > TODAY.isoformat()

    def test_so_does_a_refusal(self) -> None:
        late = case_in(ARRANGING, missed_on="2026-08-20", promised_on="2026-08-19")
        made = arranging.refuse("too_close", ONE, late, LEDGER, NOW)

        assert runs(made, RESPONDERS)
        assert "missed_on" not in body_of(made)

    def test_in_time_the_clock_runs_on(self) -> None:
        made = arranging.arrange(Proposal(LATER, (ONE, TWO)), DESK, case_in(RECEIVED), LEDGER, NOW)
        assert not runs(made, RESPONDERS)


def test_whether_a_meeting_took_place_is_asked_each_office_day_until_it_is_said() -> None:  # Aki 7(8)
    over = case_in(ARRANGED)
    made = decided(on_meeting(over, Deadline(over.id, MEETING, NOW, AFTER, "1"), LEDGER, NOW))
    (again,) = made.deadlines

    assert (again.kind, again.due_at, again.stage, again.period) == (MEETING, TOMORROW, AFTER + 1, "1")
    assert set(told(decided(on_meeting(over, again, LEDGER, again.due_at)))) == {ONE, TWO}
    assert meeting.on_meeting(case_in(REPORTED), again, LEDGER, again.due_at) is None


class TestWhoComesAndGoes:  # Aki 7(4), 10, 11
    def test_whoever_has_listened_never_judges_it_also_after_their_term(self) -> None:  # Aki 9(2)
        seat = Appointment("x", ONE, Role.COMMITTEE_MEMBER, date(2026, 4, 1), None, seat=7)
        both = replace(LEDGER, roster=(*LEDGER.roster, seat))
        over = replace(both, roster=tuple(a for a in both.roster if (a.person, a.role) != (ONE, Role.COUNSELLOR)))
        case = case_in(REFERRED, both)
        assert ONE not in committee(case, both, TODAY)

        left = after(case, on_term_end(case, over, NOW))
        assert ONE not in left.identity["responders"]
        assert ONE not in committee(left, over, TODAY)
        assert ONE not in left.handlers

    def test_who_was_asked_and_refused_has_read_it_too(self) -> None:
        case = case_in(ARRANGING)
        refused = after(case, arranging.refuse("too_close", ONE, case, LEDGER, NOW))
        deputy = replace(LEDGER, roster=(*LEDGER.roster, Appointment("y", ONE, Role.AFFAIRS_HEAD, TODAY, None)))
        others_out = replace(refused, identity={**refused.identity, "excluded": [HEAD, DEPUTY]})
        assert recipient(others_out, deputy, TODAY) == ""

    def test_taken_up_again_it_is_looked_at_for_whoever_has_left_since(self) -> None:
        gone = without(LEDGER, ONE)
        case = replace(case_in("stopped", gone), identity={**case_in(REPORTED).identity, "handlers": []})
        made = decided(ending.reopen(case, gone, NOW))
        (look,) = (d for d in made.deadlines if (d.kind, d.due_at) == (TERM_END, NOW))

        found = on_term_end(after(case, made), gone, look.due_at)
        assert told(found)[TWO] is NoticeClass.DUTY  # finds another one
        assert THIRD not in told(found)

    def test_without_anybody_to_decide_it_is_looked_at_each_office_day_until_there_is(self) -> None:  # K6
        nobody = without(LEDGER, HEAD, DEPUTY)
        made = on_term_end(case_in(REPORTED), nobody, NOW)
        assert told(made) == {ASKER: NoticeClass.NEWS}
        (look,) = (d for d in decided(made).deadlines if d.due_at == TOMORROW)
        assert look.kind == TERM_END

        waiting = after(case_in(REPORTED), made)
        still = decided(on_term_end(waiting, nobody, look.due_at))
        assert still.notices == ()
        assert [d.kind for d in still.deadlines if d.due_at > look.due_at].count(TERM_END) >= 1

        found = on_term_end(waiting, LEDGER, look.due_at)
        assert decided(found).identity is not None
        assert (decided(found).identity or {})["recipient"] == HEAD
        assert told(found) == {HEAD: NoticeClass.DUTY}
        assert runs(found, HEAD_DECISION)

    def test_a_head_who_comes_in_while_all_goes_well_hears_it_and_the_clock_runs_on(self) -> None:
        found = on_term_end(case_in(REPORTED), without(LEDGER, HEAD), NOW)
        assert told(found) == {DEPUTY: NoticeClass.NEWS}
        assert not runs(found, HEAD_DECISION)


def test_without_a_secretariat_whoever_received_form_1_has_the_next_duty() -> None:  # K7
    case = case_in(REFERRED, who={"stepped_aside": [SECRETARY]})
    assert told(propose("proposal-canary", "", case, LEDGER, NOW))[HEAD] is NoticeClass.DUTY


def test_no_rule_of_the_circle_asks_for_a_daily_look_before_anything_was_reported() -> None:
    nobody = without(LEDGER, HEAD, DEPUTY)
    made = joined(Decision(act="release"), case_in(ARRANGED, nobody), nobody, NOW, state=ARRANGED)
    assert TOMORROW not in {d.due_at for d in made.deadlines if d.kind == TERM_END}
