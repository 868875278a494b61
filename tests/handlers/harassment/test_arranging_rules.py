"""Who proposes whom, who says yes, what is owed and told: the rules of Aki 7(6)(7), yes and no."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.errors import Refused
from bot.handlers.harassment.rules import ahead, arranging, doors, idle, meeting, nurse, promise
from bot.handlers.harassment.rules.arranging import Proposal
from bot.handlers.harassment.rules.clocks import FORM_1, RESPONDERS
from bot.handlers.harassment.rules.meeting import Meeting
from bot.handlers.harassment.rules.moves import AFTER_FORM_1, BEFORE_FORM_1, CONSENT_HELD, CONSULTATION
from bot.rules.cases import Case, Deadline, Decision, NoticeClass
from bot.rules.people import Person, Role
from tests.fakes import FakeLedger, appointment
from tests.handlers.harassment.cases import (
    ASKER,
    COUNSELLORS,
    DESK,
    HEAD,
    NURSE,
    ONE,
    OTHER_DESK,
    THIRD,
    TWO,
    consultation,
)

TOKYO = ZoneInfo("Asia/Tokyo")
TODAY = date(2026, 9, 7)
NOW = datetime(2026, 9, 7, 10, 0, tzinfo=TOKYO)  # a Monday
NEXT = Meeting(date(2026, 9, 14), time(14, 0), "Room 2", "in_person")

ROSTER = (
    *(appointment(who, Role.COUNSELLOR) for who in COUNSELLORS),
    *(appointment(who, Role.DESK_OFFICER, ends_on=None) for who in (DESK, OTHER_DESK)),
    appointment(NURSE, Role.RESPONSE_NURSE, ends_on=None),
    appointment(HEAD, Role.AFFAIRS_HEAD, ends_on=None),
)
LEDGER = FakeLedger(roster=ROSTER, rows=(Person(ASKER, "Asker", "Citizens"),))


def case(state: str, ledger: FakeLedger = LEDGER, body: Any = None, **identity: Any) -> Case:
    return consultation(state, ledger, TODAY, body=body, identity=identity)


def arrange(one: Case, *pair: str, by: str = DESK, reason: str = "", when: Meeting = NEXT) -> Decision | Refused:
    return arranging.arrange(Proposal(when, pair, reason), by, one, LEDGER, NOW)


def confirm(person: str, one: Case, now: datetime = NOW, *, seen: int = 99) -> Decision | Refused:
    return arranging.confirm(person, one, LEDGER, now, seen=seen)


def decided(found: Decision | Refused | None) -> Decision:
    assert isinstance(found, Decision), getattr(found, "reason", found)
    return found


def refused(found: Decision | Refused | None) -> tuple[str, str]:
    assert isinstance(found, Refused)
    return found.reason, found.field


def told(decision: Decision) -> list[tuple[str, NoticeClass]]:
    return [(notice.recipient, notice.klass) for notice in decision.notices]


def done(one: Case, decision: Decision) -> Case:
    """The case as the house would write it."""
    state = CONSULTATION.target(one.state, decision.act)
    assert state is not None, (one.state, decision.act)
    body = one.body if decision.body is None else decision.body
    identity = one.identity if decision.identity is None else decision.identity
    return replace(one, state=state, rev=one.rev + 1, body=body, identity=identity)


class TestAki76TwoAreProposed:
    def test_the_desk_proposes_and_the_two_and_the_person_are_told(self) -> None:
        one = case("received", body={"promised_on": "2026-09-08"})
        decision = decided(arrange(one, ONE, TWO))

        assert told(decision) == [(ASKER, NoticeClass.NEWS), (ONE, NoticeClass.DUTY), (TWO, NoticeClass.DUTY)]
        assert {notice.due_on for notice in decision.notices} == {None, date(2026, 9, 8)}
        after = done(one, decision)
        assert after.state == "arranging"
        assert after.body["arrangement"] == {
            "day": "2026-09-14", "time": "14:00", "place": "Room 2", "means": "in_person"
        }  # fmt: skip
        assert set(after.handlers) == {DESK, OTHER_DESK, ONE, TWO}

    def test_the_chosen_counsellor_who_proposes_oneself_has_said_yes(self) -> None:  # K2
        one = case("received", door="counsellor", receiver=ONE)
        assert arranging.suggested(one, LEDGER, NOW) == (ONE,)
        after = done(one, decided(arrange(one, ONE, TWO, by=ONE)))

        assert arranging.unconfirmed(after) == (TWO, ASKER)
        assert DESK not in after.handlers

    @pytest.mark.parametrize(
        ("pair", "by", "when", "reason"),
        [
            ((ONE,), DESK, NEXT, ("harassment-arrange-two", "responders")),
            ((ONE, ONE), DESK, NEXT, ("harassment-arrange-two", "responders")),
            ((ONE, TWO, THIRD), DESK, NEXT, ("harassment-arrange-two", "responders")),
            ((ONE, ONE, TWO), DESK, NEXT, ("harassment-arrange-two", "responders")),
            ((ONE, HEAD), DESK, NEXT, ("field-not-available", "responders")),
            ((ONE, ""), DESK, NEXT, ("field-not-available", "responders")),
            ((ONE, TWO), THIRD, NEXT, ("not-shown", "")),
            ((ONE, TWO), DESK, replace(NEXT, day=date(2026, 9, 6)), ("harassment-meeting-past", "day")),
            ((ONE, TWO), DESK, replace(NEXT, day=TODAY, time=time(9, 59)), ("harassment-meeting-past", "time")),
            ((ONE, TWO), DESK, replace(NEXT, place=""), ("harassment-meeting-nowhere", "place")),
        ],
    )
    def test_what_cannot_be_proposed(
        self, pair: tuple[str, ...], by: str, when: Meeting, reason: tuple[str, str]
    ) -> None:
        assert refused(arrange(case("received"), *pair, by=by, when=when)) == reason

    @pytest.mark.parametrize(
        "identity",
        [{"excluded": [THIRD]}, {"stepped_aside": [THIRD]}, {"refused_by": [THIRD]}, {"requester": THIRD}],
    )
    def test_who_is_kept_out_or_has_refused_is_not_offered(self, identity: dict[str, Any]) -> None:
        one = case("received", **identity)

        assert THIRD not in arranging.candidates(one, LEDGER, NOW)
        assert refused(arrange(one, ONE, THIRD)) == ("field-not-available", "responders")


class TestAki77TheWishedCounsellor:
    def test_stands_first_and_in_the_form_already(self) -> None:
        one = case("received", wished=[THIRD])

        assert arranging.candidates(one, LEDGER, NOW)[0] == THIRD
        assert arranging.suggested(one, LEDGER, NOW) == (THIRD,)

    @pytest.mark.parametrize(
        ("wished", "pair", "needed"),
        [
            ([THIRD], (ONE, THIRD), False),
            ([THIRD], (ONE, TWO), True),
            ([ONE, THIRD], (ONE, TWO), True),
            ([ONE, TWO, THIRD], (ONE, TWO), False),  # two are all there can be
            ([HEAD], (ONE, TWO), False),  # no counsellor any more
            ([], (ONE, TWO), False),
        ],
    )
    def test_passing_over_one_needs_a_reason_that_the_person_reads(
        self, wished: list[str], pair: tuple[str, str], needed: bool
    ) -> None:
        one = case("received", wished=wished)
        without, given = arrange(one, *pair), decided(arrange(one, *pair, reason="away"))

        assert isinstance(without, Refused) is needed
        assert given.body is not None
        assert given.body["refusals"] == (["away"] if needed else [])


class TestTheyAllSayYes:
    def test_the_last_yes_settles_it_and_the_clock_stops(self) -> None:
        one = case("arranging")
        acts = []
        for person in (TWO, ASKER, ONE):
            decision = decided(confirm(person, one))
            acts.append(decision.act)
            one = done(one, decision)

        assert acts == ["confirm", "confirm", "settle"]
        assert (one.state, one.identity["responders"], one.identity["asked"]) == ("arranged", [ONE, TWO], [])
        assert RESPONDERS in decision.cancels
        assert {who for who, _ in told(decision)} == {ASKER, TWO, DESK, OTHER_DESK}

    def test_for_who_has_no_account_the_two_are_enough(self) -> None:  # G6
        one = case("arranging", requester="", caller="caller", confirmed=[ONE])

        assert decided(confirm(TWO, one)).act == "settle"

    @pytest.mark.parametrize("person", [THIRD, DESK, ONE])
    def test_nobody_else_says_yes_and_nobody_twice(self, person: str) -> None:
        assert refused(confirm(person, case("arranging", confirmed=[ONE]))) == ("not-shown", "")

    def test_a_yes_counts_for_what_was_read_also_when_another_came_first(self) -> None:
        read = case("received")
        one = done(read, decided(arrange(read, ONE, TWO)))
        first = done(one, decided(confirm(ONE, one, seen=one.rev)))
        again = done(first, decided(arrange(first, ONE, TWO, when=replace(NEXT, place="Room 3"))))

        assert decided(confirm(TWO, first, seen=one.rev)).act == "confirm"
        assert refused(confirm(TWO, again, seen=one.rev)) == ("harassment-moved-on", "")

    def test_who_cannot_is_not_asked_again_and_sees_it_no_more(self) -> None:
        one = case("arranging", confirmed=[ASKER])
        decision = decided(arranging.refuse("away", ONE, one, LEDGER, NOW))
        after = done(one, decision)

        assert (after.state, after.body["refusals"], after.body["round"]) == ("received", ["away"], 2)
        assert after.identity["refused_by"] == [ONE]
        assert after.identity["confirmed"] == []
        assert ONE not in after.handlers
        assert {who for who, _ in told(decision)} == {DESK, OTHER_DESK, ASKER}
        assert refused(arranging.refuse("away", THIRD, one, LEDGER, NOW)) == ("not-shown", "")

    def test_where_no_two_are_left_it_is_stranded_and_said_so(self) -> None:
        others = [who for who in COUNSELLORS if who not in (ONE, TWO)]
        one = case("arranging", excluded=others[1:], refused_by=others[:1])
        decision = decided(arranging.refuse("health", ONE, one, LEDGER, NOW))

        assert done(one, decision).state == "stranded"
        assert told(decision) == [(ASKER, NoticeClass.NEWS)]
        assert done(one, decision).handlers == ()

    def test_the_person_asks_for_something_else_and_the_clock_begins_anew(self) -> None:
        one = case("arranging")
        decision = decided(arranging.ask_other(("day",), "words", one, LEDGER, NOW))
        after = done(one, decision)

        assert (after.state, after.body["asked_other"]) == ("received", {"what": ["day"], "text": "words"})
        assert [deadline.stage for deadline in decision.deadlines if deadline.kind == RESPONDERS] == [1, 2, 3]
        assert ASKER not in {who for who, _ in told(decision)}
        assert refused(arranging.ask_other((), "words", case("arranged"), LEDGER, NOW))[1] == "text"


class TestAki76Promptly:
    def test_the_stages_pass_over_a_weekend(self) -> None:
        friday = datetime(2026, 9, 11, 16, 0, tzinfo=TOKYO)
        decision = decided(arranging.ask_other((), "", case("arranging"), LEDGER, friday))
        planned = [(deadline.stage, deadline.due_at) for deadline in decision.deadlines if deadline.kind == RESPONDERS]
        rest = timedelta(hours=4) - (LEDGER.office.closing(friday.date()) - friday)  # what was left of Friday counts
        monday, tuesday = (LEDGER.office.opening(date(2026, 9, day)) for day in (14, 15))

        # four hours and the first working day both lie on Monday: one of them speaks; the last is at opening (G13)
        assert planned == [(2, monday + rest), (3, tuesday)]
        assert decision.body is not None
        assert decision.body["promised_on"] == "2026-09-14"

    @pytest.mark.parametrize(
        ("one", "owe"),
        [
            (case("received"), [DESK, OTHER_DESK]),
            (case("received", door="counsellor", receiver=ONE), [ONE]),
            (case("arranging", confirmed=[ONE]), [TWO]),
            (case("arranging", confirmed=[ASKER]), [ONE, TWO]),
        ],
    )
    def test_whoever_owes_the_act_is_reminded_and_the_person_hears_it_last_stage(
        self, one: Case, owe: list[str]
    ) -> None:
        nudge, missed = (decided(promise.on_responders(one, self.stage(n), LEDGER, NOW)) for n in (1, 3))

        assert (nudge.act, told(nudge)) == ("nudge_responders", [(who, NoticeClass.DUTY) for who in owe])
        assert missed.act == "miss_promise"
        assert told(missed) == [(ASKER, NoticeClass.NEWS), *((who, NoticeClass.DUTY) for who in owe)]
        assert promise.is_missed(done(one, missed))

    @pytest.mark.parametrize("one", [case("arranging", confirmed=[ONE, TWO]), case("arranged"), case("met")])
    def test_where_only_the_persons_yes_is_awaited_or_it_is_settled_nobody_is_pressed(self, one: Case) -> None:
        assert promise.on_responders(one, self.stage(1), LEDGER, NOW) is None
        assert promise.on_responders(one, self.stage(3), LEDGER, NOW) is None

    def test_the_person_waits_and_a_new_day_is_promised(self) -> None:
        one = case("received", body={"missed_on": "2026-09-07", "promised_on": "2026-09-04"})
        after = done(one, decided(promise.wait(one, LEDGER, NOW)))

        assert not promise.is_missed(after)
        assert after.body["promised_on"] == "2026-09-08"
        assert refused(promise.wait(after, LEDGER, NOW)) == ("not-shown", "")

    def test_where_no_two_counsellors_are_left_the_clock_says_so(self) -> None:
        one = case("received", excluded=list(COUNSELLORS[1:]))
        decision = decided(promise.on_responders(one, self.stage(1), LEDGER, NOW))

        assert (decision.act, told(decision)) == ("strand", [(ASKER, NoticeClass.NEWS)])

    def test_another_door_begins_with_everybody_who_may(self) -> None:
        one = case("arranging", body={"missed_on": "2026-09-07"}, refused_by=[THIRD])
        after = done(one, decided(doors.choose_door(THIRD, one, LEDGER, NOW)))

        assert (after.state, after.identity["asked"], after.handlers) == ("received", [], (THIRD,))
        assert THIRD in arranging.candidates(after, LEDGER, NOW)

    @staticmethod
    def stage(number: int) -> Deadline:
        return Deadline("c", RESPONDERS, NOW, number, "1")


class TestTheMeeting:
    def settled(self, when: Meeting = NEXT, now: datetime = NOW) -> tuple[Case, Decision]:
        one = case("arranging", body={"arrangement": when.kept()}, confirmed=[ONE, TWO])
        decision = decided(confirm(ASKER, one, now))
        return done(one, decision), decision

    def test_is_reminded_of_on_the_office_day_before_and_asked_after_on_the_next(self) -> None:
        _, decision = self.settled()
        planned = {d.stage: d.due_at for d in decision.deadlines if d.kind == meeting.MEETING}

        assert planned == {
            meeting.BEFORE: LEDGER.office.opening(date(2026, 9, 11)),  # a Friday before a Monday
            meeting.AFTER: LEDGER.office.opening(date(2026, 9, 15)),
        }

    def test_of_today_needs_no_reminder(self) -> None:
        _, decision = self.settled(replace(NEXT, day=TODAY))

        assert [d.stage for d in decision.deadlines if d.kind == meeting.MEETING] == [meeting.AFTER]

    def test_all_three_are_reminded_without_a_date_and_the_two_asked_whether_it_took_place(self) -> None:
        one, decision = self.settled()
        before, after = (d for d in decision.deadlines if d.kind == meeting.MEETING)
        reminded = decided(meeting.on_meeting(one, before, LEDGER, before.due_at))
        asked = decided(meeting.on_meeting(one, after, LEDGER, after.due_at))

        assert told(reminded) == [(who, NoticeClass.NEWS) for who in (ASKER, ONE, TWO)]
        assert {notice.not_after for notice in reminded.notices} == {NEXT.begins(LEDGER)}
        assert told(asked) == [(ONE, NoticeClass.DUTY), (TWO, NoticeClass.DUTY)]
        assert meeting.on_meeting(case("met"), after, LEDGER, NOW) is None

    @pytest.mark.parametrize(("by", "others"), [(ASKER, {ONE, TWO}), (ONE, {TWO, ASKER})])
    def test_another_day_from_either_side_is_confirmed_by_the_others(self, by: str, others: set[str]) -> None:
        one = case("arranged")
        decision = decided(meeting.reschedule(replace(NEXT, day=date(2026, 9, 18)), by, one, LEDGER, NOW))
        after = done(one, decision)

        assert (after.state, after.body["arrangement"]["day"]) == ("arranging", "2026-09-18")
        assert set(arranging.unconfirmed(after)) == others == {who for who, _ in told(decision)}
        assert meeting.MEETING in decision.cancels
        assert refused(meeting.reschedule(NEXT, by, case("met"), LEDGER, NOW))[0] == "harassment-reschedule-late"

    def test_took_place_and_form_1_is_owed(self) -> None:  # Aki 7(8)
        one = case("arranged", body={"arrangement": replace(NEXT, day=TODAY).kept()})
        decision = decided(meeting.meet(ONE, one, LEDGER, NOW))

        assert done(one, decision).state == "met"
        assert [d.stage for d in decision.deadlines if d.kind == FORM_1] == [1, 2]
        assert told(decision) == [(TWO, NoticeClass.DUTY)]
        assert refused(meeting.meet(DESK, one, LEDGER, NOW)) == ("not-shown", "")
        early = case("arranged", body={"arrangement": NEXT.kept()})
        assert refused(meeting.meet(ONE, early, LEDGER, NOW)) == ("harassment-meet-early", "")


class TestG8Idle:
    @pytest.mark.parametrize("state", BEFORE_FORM_1)
    def test_every_act_before_form_1_begins_the_days_anew(self, state: str) -> None:
        one = case(state, body={ahead.ASKED: "2026-10-01"})
        decision = idle.carry_on(one, LEDGER, NOW)

        assert decision.body is not None
        assert ahead.ASKED not in decision.body
        assert {ahead.IDLE_ASK, ahead.IDLE_END} <= set(decision.cancels)
        assert [LEDGER.office.day(d.due_at) for d in decision.deadlines if d.kind == ahead.IDLE_ASK] == [
            TODAY + timedelta(days=LEDGER.policy.harassment.idle_asks_days)
        ]

    @pytest.mark.parametrize("state", AFTER_FORM_1)
    def test_nothing_ends_by_itself_once_form_1_is_reported(self, state: str) -> None:
        one = case(state, body={ahead.ASKED: "2026-10-01"})

        assert not idle.is_asked(one)
        asked = idle.on_idle_ask(one, Deadline(one.id, ahead.IDLE_ASK, NOW), LEDGER, NOW)
        assert (asked is not None) is (state == CONSENT_HELD)  # where no clock runs, because nobody agreed (K1)
        assert idle.on_idle_end(one) is None

    def test_a_held_hearing_is_asked_about_time_and_again_and_never_ends_of_it(self) -> None:
        one = case(CONSENT_HELD, body={"hearing_agreed": False})
        moment, heard = NOW, set()
        for _ in range(3):
            asked = decided(idle.on_idle_ask(one, Deadline(one.id, ahead.IDLE_ASK, moment), LEDGER, moment))
            (again,) = asked.deadlines
            assert {who for who, _ in told(asked)} == {ASKER, ONE, TWO, HEAD}
            assert LEDGER.office.day(again.due_at) == LEDGER.office.day(moment) + timedelta(days=30)
            assert (asked.body, asked.ends_route) == (None, False)
            heard |= {(again.period, *(notice.once for notice in asked.notices))}
            moment = again.due_at
        assert len(heard) == 3  # each time another one

    def test_both_sides_are_asked_and_the_days_until_the_end_count_from_then(self) -> None:
        one = case("arranging")
        asked = decided(idle.on_idle_ask(one, Deadline(one.id, ahead.IDLE_ASK, NOW), LEDGER, NOW))
        after = done(one, asked)

        assert {who for who, _ in told(asked)} == {ASKER, ONE, TWO, DESK, OTHER_DESK}
        assert [LEDGER.office.day(d.due_at) for d in asked.deadlines] == [date(2026, 10, 7)]
        assert after.body[ahead.ASKED] == "2026-10-06"
        ended = decided(idle.on_idle_end(after))
        assert (ended.ends_route, {notice.about for notice in ended.notices}) == (True, {""})
        assert idle.on_idle_end(one) is None


class TestAki710TheNurse:
    def test_is_proposed_and_comes_only_when_the_person_agrees(self) -> None:
        one = case("arranged")
        invited = done(one, decided(nurse.invite(one, LEDGER, NOW)))
        assert NURSE not in invited.handlers
        assert refused(nurse.invite(invited, LEDGER, NOW)) == ("harassment-nurse-already", "")

        for answer, comes, reads in (("sheet", True, True), ("present", True, False), ("no", False, False)):
            after = done(invited, decided(nurse.answer(answer, invited, LEDGER, NOW)))
            assert (NURSE in after.handlers, after.body["nurse_agreed"]) == (comes, reads), answer
            assert not nurse.may_invite(after)  # asked once only, whatever was said

    def test_is_taken_back_at_any_time(self) -> None:
        one = case("hearing", body={"nurse_agreed": True}, nurse=NURSE)
        after = done(one, decided(nurse.answer("no", one, LEDGER, NOW)))

        assert (NURSE in one.handlers, NURSE in after.handlers, after.body["nurse_agreed"]) == (True, False, False)

    @pytest.mark.parametrize("identity", [{"excluded": [NURSE]}, {"responders": [NURSE, ONE]}, {"requester": NURSE}])
    def test_is_nobody_who_is_kept_out_or_listens_already(self, identity: dict[str, Any]) -> None:
        one = case("arranged", **identity)

        assert nurse.nurse_for(one, LEDGER, NOW) == ""
        assert isinstance(nurse.answer("sheet", one, LEDGER, NOW), Refused)


def test_a_term_in_force_since_april_is_in_sight_from_the_first_act() -> None:
    decision = decided(arrange(case("received"), ONE, TWO))
    ends = [LEDGER.office.day(d.due_at) for d in decision.deadlines if d.kind == ahead.TERM_END]

    assert ends == [date(2027, 4, 1)]
