"""The 30 days of the interview: counted by hand, never moved, told when missed; the day proposed and answered."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from bot.errors import Refused
from bot.handlers.stress_check.rules import arranging, doors, interview
from bot.handlers.stress_check.rules.arranging import Said, Slot
from bot.handlers.stress_check.rules.moves import (
    APPLIED,
    ARRANGED,
    CALLED_OFF,
    HELD,
    INTERVIEW,
    OVER,
    PROPOSED,
    READ,
    REPORTED,
    TO_BE_HELD,
    WITHDRAWN,
)
from bot.rules.cases import Deadline, Decision, NoticeClass
from bot.rules.people import Role
from tests.fakes import OFFICE
from tests.handlers.stress_check.cases import check_case
from tests.handlers.stress_check.interviews import (
    AFFAIRS,
    CLERK,
    DOCTOR,
    IMPLEMENTER,
    JOINT,
    OTHER_DOCTOR,
    PERSON,
    ROSTER,
    WEDNESDAY,
    ledger,
    made,
    moment,
    to,
    told,
)
from tests.handlers.stress_check.interviews import interview as applied

ARRANGERS = [(CLERK, "duty"), (JOINT, "duty")]
ALL = [*ARRANGERS, (IMPLEMENTER, "duty")]
SLOT = Slot(date(2026, 11, 18), time(14, 0), "会議室", DOCTOR)


def late(case: object, stage: int = 0) -> Deadline:
    return Deadline(getattr(case, "id", ""), interview.HOLD_LATE, moment(2026, 12, 4, 15), stage)


# ---- the clock of Aku 12(1) ----


@pytest.mark.parametrize(
    ("applied_on", "last", "over"),
    [
        # the day after is the first: 5 November; the 30th is 4 December, a Friday
        (date(2026, 11, 4), date(2026, 12, 4), moment(2026, 12, 4, 15)),
        # 3 December to 1 January: New Year's Day is closed and moves nothing (the organisation's own duty)
        (date(2026, 12, 2), date(2027, 1, 1), moment(2027, 1, 1, 15)),
        # 30 October is a Friday; the 30th day is Sunday 29 November
        (date(2026, 10, 30), date(2026, 11, 29), moment(2026, 11, 29, 15)),
    ],
)
def test_thirty_days_end_where_the_hand_counts_them_and_closed_days_move_nothing(
    applied_on: date, last: date, over: datetime
) -> None:
    town = ledger()
    assert interview.hold_by(applied_on, town) == last
    (missed,) = (one for one in interview.clock("x", applied_on, town, WEDNESDAY) if one.kind == interview.HOLD_LATE)
    assert missed.due_at == over, "the first moment of the next day, at the office"


def test_it_is_called_for_after_5_15_25_and_29_days_on_office_days() -> None:
    found = interview.clock("x", date(2026, 11, 4), ledger(), WEDNESDAY)
    days = [OFFICE.day(one.due_at) for one in found if one.kind == interview.HOLD]
    # the 9th is a Monday; the 19th a Thursday; the 29th a Sunday: Friday the 27th; 3 December a Thursday
    assert days == [date(2026, 11, 9), date(2026, 11, 19), date(2026, 11, 27), date(2026, 12, 3)]


def test_a_form_that_is_entered_late_keeps_its_last_day_and_only_the_stages_that_are_left() -> None:
    found = interview.clock("x", date(2026, 11, 4), ledger(), moment(2026, 11, 20, 1))
    assert [one.stage for one in found if one.kind == interview.HOLD] == [3, 4]
    assert [one.due_at for one in found if one.kind == interview.HOLD_LATE] == [moment(2026, 12, 4, 15)]


def test_an_application_starts_the_clock_with_the_moment_after_its_last_day_and_calls_the_clerks() -> None:
    check = check_case(READ, ledger(), date(2026, 11, 4), person=PERSON, high=True)
    decision = made(doors.apply(check, ledger(check), WEDNESDAY))
    (spawn,) = decision.spawns
    assert [one.kind for one in spawn.deadlines] == ["hold"] * 4 + ["hold_late"]
    assert told(decision) == ARRANGERS
    assert {(one.topic, one.due_on) for one in decision.notices} == {(interview.ARRANGE, date(2026, 12, 4))}


def test_clerks_and_implementer_hear_the_last_day_and_the_person_nothing() -> None:
    case = applied()
    decision = made(interview.on_hold(case, Deadline(case.id, "hold", WEDNESDAY, 1), ledger(case), WEDNESDAY))
    assert told(decision) == ALL
    assert {notice.due_on for notice in decision.notices} == {date(2026, 12, 4)}
    assert {notice.while_in for notice in decision.notices} == {TO_BE_HELD}


@pytest.mark.parametrize(("day", "is_called"), [("2026-11-20", False), ("2026-11-10", True), ("2026-12-08", True)])
def test_while_a_day_in_time_is_arranged_and_still_to_come_nobody_is_called(day: str, is_called: bool) -> None:
    case = applied(ARRANGED, body={"slot": {"day": day, "time": "14:00", "place": "x"}})
    now = moment(2026, 11, 19, 0)
    decision = interview.on_hold(case, Deadline(case.id, "hold", now, 2), ledger(case), now)
    assert (decision is not None) is is_called


def test_the_clerk_who_applied_is_not_asked_to_arrange_their_own() -> None:
    case = applied(requester=CLERK)
    assert [person for person, _ in told(made(interview.on_hold(case, late(case), ledger(case), WEDNESDAY)))] == [
        JOINT, IMPLEMENTER,
    ]  # fmt: skip


@pytest.mark.parametrize("state", [APPLIED, PROPOSED])
def test_when_it_is_missed_the_person_is_told_once_and_first_and_the_others_until_it_is_held(state: str) -> None:
    case, now = applied(state), moment(2026, 12, 4, 15)  # midnight after Friday
    decision = made(interview.on_late(case, late(case), ledger(case), now))
    assert told(decision) == [(PERSON, "news"), *ALL]
    assert to(decision, PERSON).not_before is None, "at the next opening, like every message"
    assert to(decision, CLERK).not_before == moment(2026, 12, 6, 23, 35), "Monday's opening and one slot"
    assert to(decision, CLERK).due_on == date(2026, 12, 5), "late is today"
    assert decision.body is not None
    assert decision.body["missed_on"] == "2026-12-05"
    (again,) = decision.deadlines
    assert (again.stage, again.due_at) == (1, moment(2026, 12, 7, 23, 30)), "three days on: Tuesday's opening"

    missed = replace(case, body=decision.body)
    repeated = made(interview.on_late(missed, again, ledger(case), again.due_at))
    assert told(repeated) == ALL, "the person is told once"
    assert [one.once for one in repeated.notices] != [one.once for one in decision.notices[1:]]


def test_a_promise_that_was_most_likely_kept_is_asked_of_the_physician_not_told_as_missed() -> None:
    case = applied(ARRANGED, body={"slot": {"day": "2026-12-04", "time": "14:00", "place": "x"}})
    decision = made(interview.on_late(case, late(case), ledger(case), moment(2026, 12, 4, 15)))
    assert told(decision) == [(DOCTOR, "duty"), *ALL]
    assert decision.body is None


def test_a_day_after_the_last_one_is_no_kept_promise() -> None:
    case = applied(ARRANGED, body={"slot": {"day": "2026-12-08", "time": "14:00", "place": "x"}})
    decision = made(interview.on_late(case, late(case), ledger(case), moment(2026, 12, 4, 15)))
    assert told(decision)[0] == (PERSON, "news")


@pytest.mark.parametrize("state", [HELD, REPORTED, OVER, CALLED_OFF, WITHDRAWN])
def test_nothing_is_owed_any_more_once_it_was_held_or_called_off(state: str) -> None:
    case = applied(state)
    for decide in (interview.on_hold, interview.on_late, interview.on_eve, interview.on_after):
        assert decide(case, late(case), ledger(case), WEDNESDAY) is None


# ---- a day, and what is said to it ----


def test_a_proposed_day_is_news_to_the_person_alone_and_names_its_physician() -> None:
    case = applied()
    decision = made(arranging.propose(replace(SLOT, physician=OTHER_DOCTOR), case, ledger(case), WEDNESDAY))
    assert told(decision) == [(PERSON, "news")]
    assert decision.body is not None
    assert decision.body["slot"] == {"day": "2026-11-18", "time": "14:00", "place": "会議室"}
    assert (decision.identity or {})["handlers"] == [OTHER_DOCTOR]
    assert [one.person for one in decision.drops_parties] == [DOCTOR]
    assert [one.person for one in decision.parties] == [OTHER_DOCTOR]


@pytest.mark.parametrize(
    ("slot", "field"),
    [
        (replace(SLOT, day=date(2026, 11, 4), at=time(9, 59)), "day"),
        (replace(SLOT, place=""), "place"),
        (replace(SLOT, physician=CLERK), "physician"),
        (replace(SLOT, physician=PERSON), "physician"),
    ],
)
def test_a_day_that_is_over_without_place_or_with_somebody_else_is_refused_at_its_field(slot: Slot, field: str) -> None:
    case = applied()
    refused = arranging.propose(slot, case, ledger(case), WEDNESDAY)
    assert isinstance(refused, Refused)
    assert refused.field == field


def test_a_physician_does_not_interview_themself() -> None:
    case = applied(requester=DOCTOR)
    assert isinstance(arranging.propose(SLOT, case, ledger(case), WEDNESDAY), Refused)


def test_a_confirmed_day_is_told_to_its_physician_and_reminded_of_on_the_office_day_before() -> None:
    monday = {"slot": {"day": "2026-11-16", "time": "14:00", "place": "x"}}
    case = applied(PROPOSED, body=monday)
    decision = made(arranging.confirm(case, ledger(case), WEDNESDAY))
    assert told(decision) == [(DOCTOR, "news"), (CLERK, "news"), (JOINT, "news")]
    eve, after = decision.deadlines
    assert (eve.kind, eve.due_at) == (interview.EVE, moment(2026, 11, 12, 23, 30)), "Friday the 13th at 8:30"
    assert (after.kind, after.due_at) == (interview.AFTER, moment(2026, 11, 16, 23, 30)), "Tuesday the 17th at 8:30"
    arranged = applied(ARRANGED, body=monday)
    reminded = made(interview.on_eve(arranged, eve, ledger(case), eve.due_at))
    assert told(reminded) == [(PERSON, "news")]
    noting = made(interview.on_after(arranged, after, ledger(case), after.due_at))
    assert told(noting) == [(DOCTOR, "duty")]


def test_another_day_takes_the_day_away_and_asks_the_clerks_for_one_with_the_words() -> None:
    case = applied(ARRANGED)
    decision = arranging.ask_other("午後がよいです", case, ledger(case), WEDNESDAY)
    assert decision.body is not None
    assert "slot" not in decision.body
    assert decision.body["said"]["text"] == "午後がよいです"
    assert told(decision) == [*ARRANGERS, (DOCTOR, "news")]
    assert set(decision.cancels) == {interview.EVE, interview.AFTER}
    assert told(arranging.ask_other("", applied(PROPOSED), ledger(case), WEDNESDAY)) == ARRANGERS


def test_called_off_and_unopened_the_consent_ends_and_the_copy_is_gone() -> None:
    case = applied(ARRANGED)
    decision = arranging.call_off(case, ledger(case), WEDNESDAY)
    assert decision.body is not None
    assert "result" not in decision.body
    assert [one.withdrawn_at for one in decision.consents] == [WEDNESDAY]
    assert told(decision) == [(CLERK, "news"), (JOINT, "news"), (DOCTOR, "news")]
    assert "why" not in str(decision.body)


def test_called_off_after_general_affairs_has_opened_it_what_was_given_stays_given() -> None:
    case = applied(PROPOSED, body={"opened_on": "2026-11-05"})
    decision = arranging.call_off(case, ledger(case), WEDNESDAY)
    assert decision.body is not None
    assert "result" in decision.body
    assert decision.consents == ()


def test_only_for_somebody_without_an_account_the_clerk_notes_the_answer() -> None:
    said = Said(arranging.CONFIRMED, arranging.PHONE, date(2026, 11, 4))
    mine = applied(PROPOSED)
    assert isinstance(arranging.note_said(said, mine, ledger(mine), WEDNESDAY), Refused)
    case = applied(PROPOSED, requester="")
    decision = made(arranging.note_said(said, case, ledger(case), WEDNESDAY))
    assert decision.act == "confirm"
    assert decision.body is not None
    assert decision.body["told"] == {"way": "phone", "on": "2026-11-04"}
    other = made(arranging.note_said(replace(said, answer="another", text="朝"), case, ledger(case), WEDNESDAY))
    off = made(arranging.note_said(replace(said, answer="off"), case, ledger(case), WEDNESDAY))
    assert (other.act, off.act) == ("ask_other", "call_off")
    assert PERSON not in str([*decision.notices, *other.notices, *off.notices])
    for wrong, field in ((replace(said, on=date(2026, 11, 5)), "on"), (said, "answer")):
        there = case if field == "on" else applied(requester="")
        refused = arranging.note_said(wrong, there, ledger(case), WEDNESDAY)
        assert isinstance(refused, Refused)
        assert refused.field == field


def test_it_was_held_on_a_day_that_has_come_and_not_before_the_application() -> None:
    case, now = applied(ARRANGED), moment(2026, 11, 18, 8)
    for day in (date(2026, 11, 19), date(2026, 11, 3)):
        assert isinstance(arranging.hold(day, case, ledger(case), now), Refused)
    decision = made(arranging.hold(date(2026, 11, 18), case, ledger(case), now))
    assert decision.body is not None
    assert (decision.body["held_on"], decision.body["opinion_by"]) == ("2026-11-18", "2026-12-18")
    assert {interview.HOLD, interview.HOLD_LATE} <= set(decision.cancels)


def test_noted_late_but_held_in_time_the_promise_was_kept_after_all() -> None:
    case, now = applied(ARRANGED, body={"missed_on": "2026-12-05"}), moment(2026, 12, 9, 1)
    kept = made(arranging.hold(date(2026, 12, 4), case, ledger(case), now))
    broken = made(arranging.hold(date(2026, 12, 7), case, ledger(case), now))
    assert "missed_on" not in (kept.body or {})
    assert "missed_on" in (broken.body or {})


def test_when_no_physician_is_left_the_clerks_hear_so_and_another_one_can_be_named() -> None:
    without = tuple(one for one in ROSTER if one.person != DOCTOR)
    case = applied(HELD)
    assert interview.on_roster(case, ledger(case), WEDNESDAY) == ()
    (gone,) = interview.on_roster(case, ledger(case, roster=without), WEDNESDAY)
    decision = made(interview.on_gone(case, gone, ledger(case, roster=without), WEDNESDAY))
    assert told(decision) == ARRANGERS
    assert interview.on_gone(case, gone, ledger(case), WEDNESDAY) is None, "named again since"
    assigned = made(arranging.assign(OTHER_DOCTOR, case, ledger(case, roster=without), WEDNESDAY))
    assert (assigned.identity or {})["handlers"] == [OTHER_DOCTOR]
    assert told(assigned) == [(OTHER_DOCTOR, "duty")]
    assert isinstance(arranging.assign(DOCTOR, case, ledger(case, roster=without), WEDNESDAY), Refused)


# ---- who may see what of it ----


def test_the_consent_of_an_application_covers_the_offices_it_names_and_nobody_else() -> None:
    case = applied()
    town = ledger(case)
    found = {
        hat: interview.facts(case, person, hat, town, WEDNESDAY)["consented"]
        for person, hat in ((AFFAIRS, Role.AFFAIRS_STAFF), (CLERK, Role.CLERK), (AFFAIRS, Role.PLANNER))
    }
    assert found == {Role.AFFAIRS_STAFF: True, Role.CLERK: False, Role.PLANNER: False}


@pytest.mark.parametrize(
    ("state", "body", "expected"),
    [
        (APPLIED, {}, True),
        (OVER, {}, True),
        (WITHDRAWN, {}, False),
        (CALLED_OFF, {}, False),
        (CALLED_OFF, {"opened_on": "2026-11-05"}, True),
    ],
)
def test_what_was_taken_back_unopened_is_no_application_any_more(
    state: str, body: dict[str, str], expected: bool
) -> None:
    case = applied(state, body=body)
    found = interview.facts(case, AFFAIRS, Role.AFFAIRS_STAFF, ledger(case), WEDNESDAY)
    assert (found["applied"], found["unopened"]) == (expected, not body)


def test_only_the_named_physician_deals_with_it_and_without_an_account_it_is_nobodys_own() -> None:
    case, unnamed = applied(), applied(requester="")
    town = ledger(case)
    assert interview.facts(case, DOCTOR, Role.PHYSICIAN, town, WEDNESDAY)["assigned"]
    assert not interview.facts(case, OTHER_DOCTOR, Role.PHYSICIAN, town, WEDNESDAY)["assigned"]
    assert interview.facts(case, PERSON, Role.EMPLOYEE, town, WEDNESDAY)["own"]
    assert not interview.facts(unnamed, DOCTOR, Role.EMPLOYEE, town, WEDNESDAY)["own"]
    assert interview.facts(replace(case, rev=0), PERSON, Role.EMPLOYEE, town, WEDNESDAY) == {}


def test_every_act_of_the_rules_is_one_of_the_table() -> None:
    case = applied(PROPOSED)
    town = ledger(case)
    decisions = [
        (APPLIED, arranging.propose(SLOT, case, town, WEDNESDAY)),
        (PROPOSED, arranging.confirm(case, town, WEDNESDAY)),
        (PROPOSED, arranging.ask_other("", case, town, WEDNESDAY)),
        (ARRANGED, arranging.call_off(case, town, WEDNESDAY)),
        (PROPOSED, arranging.hold(date(2026, 11, 4), case, town, WEDNESDAY)),
        (HELD, arranging.assign(DOCTOR, applied(HELD), town, WEDNESDAY)),
        (APPLIED, interview.on_late(case, late(case), town, WEDNESDAY)),
    ]
    for state, decision in decisions:
        assert isinstance(decision, Decision)
        assert INTERVIEW.target(state, decision.act), decision.act
        assert {one.klass for one in decision.notices} <= {NoticeClass.NEWS, NoticeClass.DUTY}
