"""The other doors: whom a wish goes to, that it is no consent, its answer, and never a closed one (Aku 11(3), S6)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.errors import Refused
from bot.handlers.stress_check.rules import wishes
from bot.handlers.stress_check.rules.moves import ANSWERED, ASKED, KEPT, READ, TAKEN, TOLD
from bot.handlers.stress_check.rules.wishes import CLINIC, COUNSELLING, LATE, Wished
from bot.handlers.stress_check.views import wishes as views
from bot.rules.cases import Case, Decision
from bot.rules.people import Role
from bot.sandbox.strictness import check_view
from tests.fakes import NOW, OFFICE, FakeLedger, appointment, click
from tests.handlers.stress_check.cases import EXAMINEE, check_case, round_case, wish_case

TODAY = OFFICE.day(NOW)
OVER = NOW + timedelta(days=31)
JOINT_CLERK, IMPLEMENTER = "U0JOINT", "U0IMPL"
NOBODY = FakeLedger(
    roster=(
        appointment(JOINT_CLERK, Role.JOINT_CLERK), appointment(IMPLEMENTER, Role.IMPLEMENTER),
        appointment("U0CLERK", Role.CLERK), appointment("U0STAFF", Role.AFFAIRS_STAFF),
    )
)  # fmt: skip
WHO = {COUNSELLING: JOINT_CLERK, CLINIC: JOINT_CLERK, LATE: IMPLEMENTER}
EMPTY = Case("e" * 32, "stress_check", "", "", 0, "2026-10", "v1")


def received(state: str = READ, **body: Any) -> Case:
    return check_case(state, NOBODY, TODAY, high=True, body=body)


def town(*cases: Case) -> FakeLedger:
    return replace(NOBODY, cases=(round_case(TOLD, NOBODY, TODAY), *cases))


@pytest.mark.parametrize("what", [COUNSELLING, CLINIC])
def test_a_wish_reaches_the_joint_clerk_alone_and_consents_to_nothing(what: str) -> None:
    check = received()
    done = wishes.wish(Wished(what, "word"), check, town(check), NOW)
    assert isinstance(done, Decision)
    (spawn,) = done.spawns
    assert spawn.consents == ()
    assert (spawn.body, spawn.identity) == (
        {"what": what, "text": "word", "on": "2026-09-02"}, {"requester": EXAMINEE},
    )  # fmt: skip
    assert [(n.recipient, n.about, n.topic, n.due_on and n.due_on.isoformat()) for n in done.notices] == [
        (JOINT_CLERK, spawn.id, "wish_case", "2026-09-07")
    ]
    assert [(one.kind, one.stage) for one in spawn.deadlines] == [("wish", 1), ("wish", 2)]
    assert done.body
    assert done.body["wish"] == spawn.id
    assert done.cancels == ("window",)


@pytest.mark.parametrize("state", [READ, KEPT])
def test_a_late_wish_reaches_the_implementer(state: str) -> None:
    check = received(state)
    if state == READ:
        done = wishes.wish(Wished(LATE, ""), check, town(check), OVER)
    else:
        done = wishes.wish_later(Wished(LATE, ""), EXAMINEE, check.id, EMPTY, town(check), OVER)
    assert isinstance(done, Decision)
    assert {one.recipient for one in done.notices} == {IMPLEMENTER}


def test_after_the_last_day_counselling_is_still_there() -> None:
    check = received(KEPT)
    done = wishes.wish_later(Wished(CLINIC, ""), EXAMINEE, check.id, EMPTY, town(check), OVER)
    assert isinstance(done, Decision)
    assert done.opens
    assert (done.opens.kind, done.body and done.body["what"]) == ("wish", CLINIC)


def test_only_ones_own_result_opens_a_door_and_only_one_that_says_so() -> None:
    kept, calm = received(KEPT), check_case(READ, NOBODY, TODAY)
    for done in (
        wishes.wish_later(Wished(LATE, ""), "U0OTHER", kept.id, EMPTY, town(kept), OVER),
        wishes.wish_later(Wished(LATE, ""), EXAMINEE, "unknown", EMPTY, town(kept), OVER),
        wishes.wish(Wished(COUNSELLING, ""), calm, town(calm), NOW),
        wishes.wish(Wished(COUNSELLING, ""), received(TAKEN), town(), NOW),
        wishes.wish(Wished(LATE, ""), received(), town(), NOW),  # the days still run: the application is the door
    ):
        assert isinstance(done, Refused)
        assert done.reason == "not-shown"


def test_one_at_a_time_and_none_to_an_empty_office() -> None:
    check = received()
    twice = wishes.wish(Wished(CLINIC, ""), check, town(check, wish_case(day=TODAY)), NOW)
    assert isinstance(twice, Refused)
    assert twice.reason == "stress-wish-twice"
    nobody = wishes.wish(Wished(CLINIC, ""), check, replace(town(check), roster=()), NOW)
    assert isinstance(nobody, Refused)
    assert nobody.reason == "stress-wish-nobody"
    answered = received(wish="f1" * 16, wishes=1)
    done = wishes.wish(Wished(CLINIC, ""), answered, town(answered, wish_case(ANSWERED, day=TODAY)), NOW)
    assert isinstance(done, Decision)  # after an answer one may ask again


@pytest.mark.parametrize("what", [COUNSELLING, LATE])
def test_only_its_own_office_answers(what: str) -> None:
    case = wish_case(what=what, day=TODAY)
    for person in (JOINT_CLERK, IMPLEMENTER, "U0CLERK"):
        done = wishes.answer("Thursday at two", person, case, town(case), NOW)
        assert isinstance(done, Decision) is (person == WHO[what])
    empty = wishes.answer("", WHO[what], case, town(case), NOW)
    assert isinstance(empty, Refused)
    assert (empty.reason, empty.field) == ("stress-wish-reply-needed", "reply")


def test_an_answer_is_news_without_content() -> None:
    case = wish_case(day=TODAY)
    done = wishes.answer("Thursday at two", JOINT_CLERK, case, town(case), NOW)
    assert isinstance(done, Decision)
    assert done.body
    assert (done.body["reply"], done.body["answered_on"]) == ("Thursday at two", "2026-09-02")
    assert [(n.klass, n.recipient) for n in done.notices] == [("news", EXAMINEE)]


def test_only_its_person_takes_it_back() -> None:
    case = wish_case(day=TODAY)
    mine, others = wishes.withdraw(EXAMINEE, case), wishes.withdraw(JOINT_CLERK, case)
    assert isinstance(mine, Decision)
    assert mine.ends_route
    assert isinstance(others, Refused)


def test_the_answer_is_asked_for_until_it_is_given() -> None:
    check = received()
    asked = wishes.wish(Wished(COUNSELLING, ""), check, town(check), NOW)
    assert isinstance(asked, Decision)
    case = wish_case(day=TODAY)
    first, last = (replace(one, subject=case.id) for one in asked.spawns[0].deadlines)
    early = wishes.on_wish(case, first, town(case), first.due_at)
    assert early
    assert ([n.due_on and n.due_on.isoformat() for n in early.notices], early.deadlines) == (["2026-09-07"], ())
    late = wishes.on_wish(case, last, town(case), last.due_at)
    assert late
    assert [(one.stage, OFFICE.day(one.due_at).isoformat()) for one in late.deadlines] == [(3, "2026-09-10")]
    later = wishes.on_wish(case, late.deadlines[0], town(case), late.deadlines[0].due_at)
    assert later
    assert [n.due_on and n.due_on.isoformat() for n in later.notices] == ["2026-09-10"]
    assert wishes.on_wish(replace(case, state=ANSWERED), last, town(case), last.due_at) is None


def test_each_office_has_its_own_list() -> None:
    one, late = wish_case(day=TODAY), wish_case(what=LATE, day=TODAY, case_id="f2" * 16)
    done = wish_case(ANSWERED, day=TODAY, case_id="f3" * 16)
    assert wishes.waiting(Role.JOINT_CLERK, town(one, late, done)) == (one,)
    assert wishes.waiting(Role.IMPLEMENTER, town(one, late, done)) == (late,)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("what", [COUNSELLING, CLINIC, LATE])
def test_the_form_says_who_reads_it_and_that_it_is_no_consent(language: str, what: str) -> None:
    check = received()
    view = views.form(click(EXAMINEE, language), check, what, town(check))
    check_view(view)
    assert "同意でもありません" in str(view) or "nor consent" in str(view)
    for case in (wish_case(what=what, day=TODAY), wish_case(ANSWERED, what=what, day=TODAY, body={"reply": "yes"})):
        check_view(views.own(click(EXAMINEE, language), case, town(case)))
        check_view(views.handled(click(JOINT_CLERK, language), case, town(case)))
    check_view(views.listed(click(JOINT_CLERK, language), [wish_case(day=TODAY)]))
    assert "wish-canary" not in str(views.listed(click(JOINT_CLERK, language), [wish_case(ASKED, day=TODAY)]))
