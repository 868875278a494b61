"""The month of report and opinion counted by hand, both told when late; measures decided, followed up and closed."""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.errors import Refused
from bot.handlers.stress_check.rules import measures, opinion
from bot.handlers.stress_check.rules.measures import Measure
from bot.handlers.stress_check.rules.moves import HELD, MEASURED, OVER, REPORTED
from bot.handlers.stress_check.rules.opinion import Opinion, Report
from bot.handlers.stress_check.rules.slip import Slip, checked
from bot.rules.cases import Case, Deadline
from bot.rules.consent import state_of
from bot.rules.people import Role
from tests.fakes import OFFICE
from tests.handlers.stress_check.interviews import (
    AFFAIRS,
    CLERK,
    DOCTOR,
    JOINT,
    PERSON,
    WEDNESDAY,
    interview,
    ledger,
    made,
    moment,
    to,
    told,
)

OWED = [(DOCTOR, "duty"), (CLERK, "duty"), (JOINT, "duty")]
REPORT = Report("残業が月60時間", "抑うつ感が強い", "よく眠れない")
ADVICE = Opinion("restricted", needed=True, measures=("overtime",), until=date(2027, 1, 31), text="残業をなくす")


def reported(**body: object) -> Case:
    return interview(REPORTED, body={"opinion": {"needed": True, "measures": ["overtime"]}, "report": {}} | body)


def measured(*taken: dict[str, str]) -> Case:
    return replace(reported(measures=list(taken)), state=MEASURED)


def taken(follow_on: str = "2026-12-02", done_on: str = "") -> dict[str, str]:
    return {"key": "overtime", "text": "定時退庁", "on": "2026-11-04", "follow_on": follow_on, "done_on": done_on}


# ---- the month of Aku 13 ----


@pytest.mark.parametrize(
    ("held_on", "last"),
    [
        (date(2026, 11, 4), date(2026, 12, 4)),
        (date(2026, 10, 31), date(2026, 11, 30)),  # no 31 November: the end of the month
        (date(2027, 1, 30), date(2027, 2, 28)),
        (date(2026, 12, 1), date(2027, 1, 1)),  # closed, and moves nothing
    ],
)
def test_report_and_opinion_are_asked_for_within_a_civil_month(held_on: date, last: date) -> None:
    found = opinion.clock("x", held_on, ledger(), moment(held_on.year, held_on.month, held_on.day, 1))
    assert opinion.opinion_by(held_on, ledger()) == last
    (over,) = (one.due_at for one in found if one.kind == opinion.OPINION_LATE)
    assert (OFFICE.day(over), OFFICE.local(over).hour) == (date.fromordinal(last.toordinal() + 1), 0)


def test_it_is_called_for_after_7_and_21_days() -> None:
    found = opinion.clock("x", date(2026, 11, 4), ledger(), WEDNESDAY)
    days = [OFFICE.day(one.due_at) for one in found if one.kind == opinion.OPINION]
    assert days == [date(2026, 11, 11), date(2026, 11, 25)]


def test_physician_and_clerks_hear_the_day_and_when_it_is_over_the_person_first() -> None:
    case = interview(HELD, body={"held_on": "2026-11-04", "opinion_by": "2026-12-04"})
    called = made(opinion.on_opinion(case, Deadline(case.id, "opinion", WEDNESDAY, 1), ledger(case), WEDNESDAY))
    assert told(called) == OWED
    assert {one.due_on for one in called.notices} == {date(2026, 12, 4)}
    missed = Deadline(case.id, "opinion_late", moment(2026, 12, 4, 15))
    late = made(opinion.on_late(case, missed, ledger(case), missed.due_at))
    assert told(late) == [(PERSON, "news"), *OWED]
    assert to(late, DOCTOR).not_before == moment(2026, 12, 6, 23, 35)
    (again,) = late.deadlines
    assert again.due_at == moment(2026, 12, 7, 23, 30)
    once_more = made(opinion.on_late(replace(case, body=late.body or {}), again, ledger(case), again.due_at))
    assert told(once_more) == OWED
    assert opinion.on_late(reported(), missed, ledger(case), missed.due_at) is None


# ---- report and opinion ----


def test_what_is_handed_in_names_its_doctor_and_asks_general_affairs_to_decide() -> None:
    case = interview(HELD)
    decision = made(opinion.report(REPORT, ADVICE, DOCTOR, case, ledger(case), WEDNESDAY))
    assert decision.body is not None
    assert decision.body["report"]["doctor"] == f"Name of {DOCTOR}"
    assert decision.body["report"]["strain"] == "抑うつ感が強い"
    assert decision.body["opinion"] == {
        "kind": "restricted", "needed": True, "measures": ["overtime"], "until": "2027-01-31", "text": "残業をなくす",
    }  # fmt: skip
    assert told(decision) == [(PERSON, "news"), (AFFAIRS, "duty")]
    assert {one.kind for one in decision.deadlines} == {measures.MEASURES}
    assert set(decision.cancels) == {opinion.OPINION, opinion.OPINION_LATE}


@pytest.mark.parametrize(
    ("found", "advice", "field"),
    [
        (replace(REPORT, strain=""), ADVICE, "strain"),
        (REPORT, replace(ADVICE, until=date(2026, 11, 3)), "until"),
        (REPORT, Opinion("restricted", needed=True), "measures"),
        (REPORT, Opinion("leave", needed=False), "needed"),
        (REPORT, Opinion("ordinary", needed=False, measures=("place",)), "needed"),
    ],
)
def test_what_does_not_fit_together_is_refused_at_its_field(found: Report, advice: Opinion, field: str) -> None:
    refused = opinion.report(found, advice, DOCTOR, interview(HELD), ledger(), WEDNESDAY)
    assert isinstance(refused, Refused)
    assert refused.field == field


def test_ordinary_work_without_measures_is_an_opinion_too() -> None:
    made(opinion.report(REPORT, Opinion("ordinary", needed=False), DOCTOR, interview(HELD), ledger(), WEDNESDAY))


# ---- general affairs ----


def test_the_first_opening_ends_the_way_back_and_the_second_changes_nothing() -> None:
    case = interview()
    town = ledger(case)
    decision = made(measures.open_result(Role.AFFAIRS_STAFF, case, town, WEDNESDAY))
    assert [one.opened_at for one in decision.consents] == [WEDNESDAY]
    assert [state_of(one, WEDNESDAY, OFFICE).value for one in decision.consents] == ["live"]
    assert measures.open_result(Role.AFFAIRS_STAFF, replace(case, body=decision.body or {}), town, WEDNESDAY) is None
    assert measures.open_result(Role.AFFAIRS_STAFF, interview(OVER), town, WEDNESDAY) is None


def test_a_measure_is_looked_at_again_on_its_day_and_the_person_can_read_it() -> None:
    case = reported()
    chosen = Measure("overtime", "定時退庁", date(2026, 12, 5))  # a Saturday
    decision = made(measures.decide(chosen, case, ledger(case), WEDNESDAY))
    assert decision.act == "measure"
    assert told(decision) == [(PERSON, "news")]
    assert [(one.kind, OFFICE.day(one.due_at)) for one in decision.deadlines] == [(measures.FOLLOW, date(2026, 12, 4))]
    assert made(measures.decide(chosen, measured(taken()), ledger(case), WEDNESDAY)).act == "follow"
    for wrong, field in (
        (replace(chosen, follow_on=date(2026, 11, 4)), "follow_on"),
        (replace(chosen, text=""), "text"),
    ):
        refused = measures.decide(wrong, case, ledger(case), WEDNESDAY)
        assert isinstance(refused, Refused)
        assert refused.field == field


def test_until_something_is_decided_general_affairs_is_reminded_after_7_and_30_days_and_every_30() -> None:
    found = measures.clock("x", "1", ledger(), WEDNESDAY)
    assert [OFFICE.day(one.due_at) for one in found] == [date(2026, 11, 11), date(2026, 12, 4)]
    case, last = reported(), found[-1]
    first = made(measures.on_measures(case, found[0], ledger(case), found[0].due_at))
    assert (told(first), first.deadlines) == ([(AFFAIRS, "duty")], ())
    second = made(measures.on_measures(case, last, ledger(case), last.due_at))
    assert [OFFICE.day(one.due_at) for one in second.deadlines] == [date(2027, 1, 4)], "3 January is closed"
    assert measures.on_measures(measured(taken()), last, ledger(case), last.due_at) is None


def test_what_is_carried_out_is_ticked_and_the_rest_gets_another_day() -> None:
    case = measured(taken(), taken())
    town, now = ledger(case), moment(2026, 12, 2, 1)
    assert isinstance(measures.follow({5}, None, case, town, now), Refused)
    assert isinstance(measures.follow({0}, None, case, town, now), Refused), "one is left without a day"
    decision = made(measures.follow({0}, date(2026, 12, 16), case, town, now))
    assert decision.body is not None
    assert [(one["done_on"], one["follow_on"]) for one in decision.body["measures"]] == [
        ("2026-12-02", "2026-12-02"), ("", "2026-12-16"),
    ]  # fmt: skip
    called = made(measures.on_follow(case, Deadline(case.id, measures.FOLLOW, now, 0, "1"), town, now))
    assert told(called) == [(AFFAIRS, "duty")]
    everything = made(measures.follow({0, 1}, None, case, town, now))
    assert {one.kind for one in everything.deadlines} == {measures.MEASURES}, "until it is closed"


def test_against_the_opinion_nothing_is_closed_without_a_reason_the_person_reads() -> None:
    case = reported()
    refused = measures.finish("", case, ledger(case), WEDNESDAY)
    assert isinstance(refused, Refused)
    assert refused.field == "why"
    decision = made(measures.finish("本人が望まない", case, ledger(case), WEDNESDAY))
    assert (decision.body or {})["why_none"] == "本人が望まない"
    assert told(decision) == [(PERSON, "news")]
    made(measures.finish("", reported(opinion={"needed": False, "measures": []}), ledger(case), WEDNESDAY))
    assert isinstance(measures.finish("", measured(taken()), ledger(case), WEDNESDAY), Refused)
    made(measures.finish("", measured(taken(done_on="2026-12-01")), ledger(case), WEDNESDAY))


def test_somebody_at_general_affairs_is_not_asked_about_their_own() -> None:
    case = replace(reported(), identity={"requester": AFFAIRS, "handlers": [DOCTOR], "name": "x"})
    assert measures.asked("reported", case, ledger(case), WEDNESDAY) == ()


# ---- the slip ----


def test_a_slip_ends_after_it_begins() -> None:
    slip = Slip(date(2026, 11, 4), time(9, 0), time(9, 30))
    assert checked(slip) == slip
    with pytest.raises(Refused) as refused:
        checked(replace(slip, ends=time(9, 0)))
    assert refused.value.field == "ends"
