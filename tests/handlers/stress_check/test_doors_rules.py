"""The application: consent, last day, way back, on paper; and what everybody finds behind the button (Aku 11)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.errors import Refused
from bot.handlers.stress_check.rules import doors
from bot.handlers.stress_check.rules.moves import APPLIED, ARRANGED, HELD, KEPT, PROPOSED, READ, TAKEN, TOLD, WITHDRAWN
from bot.handlers.stress_check.rules.rounds import interview_id
from bot.handlers.stress_check.views import doors as views
from bot.rules.access import Act, Denial, Standing, why_not
from bot.rules.cases import Case, Decision, Purpose
from bot.rules.consent import DEEMED_ARTICLE
from bot.rules.people import Person, Principal, Role
from bot.sandbox.strictness import check_view
from tests.fakes import NOW, OFFICE, TEAM, FakeLedger, appointment, click
from tests.handlers.stress_check.cases import EXAMINEE, ON_PAPER, check_case, interview_case, round_case, wish_case

TODAY = OFFICE.day(NOW)
LAST = TODAY + timedelta(days=30)
STAFF, DOCTOR, CLERK, JOINT_CLERK = "U0STAFF", "U0DOCTOR", "U0CLERK", "U0JOINT"
ROWS = (
    Person(EXAMINEE, "石川 葵", "Citizens"),
    Person(STAFF, "Staff", "General"),
    Person("U0HR", "Personnel", "General"),
)
NOBODY = FakeLedger(
    roster=(
        appointment(STAFF, Role.AFFAIRS_STAFF), appointment(DOCTOR, Role.PHYSICIAN), appointment(CLERK, Role.CLERK),
        appointment(JOINT_CLERK, Role.JOINT_CLERK), appointment("U0IMPL", Role.IMPLEMENTER),
    ),
    rows=ROWS,
)  # fmt: skip


def town(check: Case, *others: Case) -> FakeLedger:
    return replace(NOBODY, cases=(round_case(TOLD, NOBODY, TODAY), check, *others))


def received(state: str = READ, person: str = EXAMINEE, **body: Any) -> Case:
    return check_case(state, NOBODY, TODAY, person=person, high=True, body=body)


def end_of(day: date) -> datetime:
    return OFFICE.start_of(day + timedelta(days=1)) - timedelta(seconds=1)


# ---- applying ----


def test_an_application_is_a_case_of_its_own_with_the_result_the_consent_and_no_answer() -> None:
    check = received()
    done = doors.apply(check, town(check), NOW)
    assert isinstance(done, Decision)
    (spawn,) = done.spawns
    assert spawn.id == interview_id(check, NOBODY)
    assert done.body
    assert done.body["application"] == spawn.id
    assert spawn.body["result"] == {key: check.body["score"][key] for key in ("scales", "points", "sums")}
    assert spawn.body["readers"] == ["affairs_staff"]
    assert (spawn.body["applied_on"], spawn.body["hold_by"]) == ("2026-09-02", "2026-10-02")
    assert not {"answers", "extra", "sex", "verdict"} & spawn.body.keys()
    assert "A1" not in str(spawn.body)
    (consent,) = spawn.consents
    assert (consent.recipient, consent.fields, consent.article) == (
        Role.AFFAIRS_STAFF, frozenset({"result"}), DEEMED_ARTICLE,
    )  # fmt: skip
    assert spawn.identity == {"requester": EXAMINEE, "handlers": [DOCTOR], "name": "石川 葵"}
    assert {(one.person, one.purpose) for one in spawn.parties} == {
        (EXAMINEE, Purpose.REQUESTER), (DOCTOR, Purpose.HANDLER),
    }  # fmt: skip
    assert {one.recipient for one in done.notices} == {CLERK, JOINT_CLERK}
    assert {one.about for one in done.notices} == {spawn.id}
    assert done.cancels == ("window",)
    assert spawn.deadlines


def test_until_the_end_of_the_last_day_and_not_a_second_longer() -> None:
    check = received()
    assert isinstance(doors.apply(check, town(check), end_of(LAST)), Decision)
    late = doors.apply(check, town(check), end_of(LAST) + timedelta(seconds=1))
    assert isinstance(late, Refused)
    assert (late.reason, late.field) == ("stress-apply-late", "")


@pytest.mark.parametrize(
    "check",
    [
        check_case(READ, NOBODY, TODAY),
        replace(received(), state=TAKEN),
        replace(received(), body={**received().body, "advised": False}),
    ],
)
def test_nobody_applies_without_being_advised_or_before_receiving(check: Case) -> None:
    done = doors.apply(check, town(check), NOW)
    assert isinstance(done, Refused)
    assert done.reason == "not-shown"


def test_twice_is_once() -> None:
    check = received()
    done = doors.apply(check, town(check, interview_case(APPLIED, NOBODY, TODAY, check)), NOW)
    assert isinstance(done, Refused)
    assert done.reason == "stress-apply-twice"


def test_after_taking_it_back_it_can_be_applied_for_again_as_another_case() -> None:
    first = received()
    check = received(application=interview_id(first, NOBODY), applications=1)
    gone = replace(interview_case(WITHDRAWN, NOBODY, TODAY, first), body={}, identity={})
    done = doors.apply(check, town(check, gone), NOW)
    assert isinstance(done, Decision)
    assert done.spawns[0].id != gone.id
    assert done.body
    assert (done.body["application"], done.body["applications"]) == (done.spawns[0].id, 2)


def test_after_a_no_thank_you_every_door_stays_open() -> None:
    check = received()
    no = doors.decline(check, town(check), NOW)
    assert no.body
    assert no.notices == ()
    assert isinstance(doors.apply(replace(check, body=no.body), town(check), NOW), Decision)


def test_the_person_holds_no_office_in_their_own_application() -> None:
    check = received(person=DOCTOR)
    done = doors.apply(check, town(check), NOW)
    assert isinstance(done, Decision)
    assert done.spawns[0].identity["handlers"] == []


# ---- taking it back ----


@pytest.mark.parametrize(
    ("state", "body", "person", "reason"),
    [
        (APPLIED, {"opened_on": "2026-09-03"}, EXAMINEE, "consent-already-opened"),
        (PROPOSED, {}, EXAMINEE, "stress-withdraw-arranged"),
        (APPLIED, {}, "U0OTHER", "not-shown"),
    ],
)
def test_what_cannot_be_taken_back_says_why(state: str, body: dict[str, Any], person: str, reason: str) -> None:
    done = doors.withdraw(person, interview_case(state, NOBODY, TODAY, received(), body=body))
    assert isinstance(done, Refused)
    assert done.reason == reason


def test_taken_back_nothing_of_it_is_left() -> None:
    done = doors.withdraw(EXAMINEE, interview_case(APPLIED, NOBODY, TODAY, received()))
    assert isinstance(done, Decision)
    assert done.ends_route


def test_an_application_without_an_account_is_nobodys_to_take_back() -> None:
    check = received(person=ON_PAPER)
    opened = interview_case(APPLIED, NOBODY, TODAY, check)
    assert isinstance(doors.withdraw(DOCTOR, opened), Refused)


# ---- on paper ----


@pytest.mark.parametrize("person", [EXAMINEE, ON_PAPER])
def test_a_signed_form_counts_from_the_day_it_was_handed_in(person: str) -> None:
    check = received(person=person)
    done = doors.apply_on_paper(TODAY + timedelta(days=3), check, town(check), NOW + timedelta(days=10))
    assert isinstance(done, Decision)
    assert (done.spawns[0].body["applied_on"], done.spawns[0].body["hold_by"]) == ("2026-09-05", "2026-10-05")
    assert done.spawns[0].identity["name"]


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (TODAY + timedelta(days=41), "stress-day-future"),
        (TODAY - timedelta(days=1), "stress-apply-early"),
        (LAST + timedelta(days=1), "stress-apply-late"),
    ],
)
def test_a_form_of_an_impossible_day_is_refused_at_its_field(day: date, reason: str) -> None:
    check = received()
    done = doors.apply_on_paper(day, check, town(check), NOW + timedelta(days=40))
    assert isinstance(done, Refused)
    assert (done.reason, done.field) == (reason, "day")


def test_a_form_that_came_in_time_is_entered_after_the_last_day_and_changes_no_kept_record() -> None:
    check = received(KEPT)
    empty = Case(doors.next_id(check, NOBODY), "stress_check", "", "", 0, "2026-10", "v1")
    done = doors.apply_late(LAST, check.id, empty, town(check), NOW + timedelta(days=40))
    assert isinstance(done, Decision)
    assert done.opens
    assert (done.opens.kind, done.act, done.spawns) == ("interview", "apply", ())
    assert done.body
    assert done.body["applied_on"] == LAST.isoformat()
    assert len(done.consents) == 1
    over = doors.apply_late(LAST + timedelta(days=1), check.id, empty, town(check), NOW + timedelta(days=40))
    assert isinstance(over, Refused)


def test_the_list_of_forms_has_only_who_was_advised_and_has_not_applied() -> None:
    one, other, calm = received(), received(KEPT, "U0OTHER"), check_case(READ, NOBODY, TODAY, person="U0CALM")
    ledger = town(one, other, calm, interview_case(HELD, NOBODY, TODAY, one))
    assert [found.id for found in doors.advised_checks("2026", ledger)] == [other.id]


# ---- who reads it (S7) ----


@pytest.mark.parametrize(
    ("rows", "includes"),
    [
        (ROWS, False),
        ((*ROWS[:1], replace(ROWS[1], personnel_authority=True)), True),
        ((*ROWS[:2], replace(ROWS[2], personnel_authority=True)), True),  # the same section
        ((*ROWS[:2], replace(ROWS[2], personnel_authority=True, unit="Elsewhere")), False),
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_consent_says_whether_those_in_charge_of_personnel_read_it(
    rows: tuple[Person, ...], includes: bool, language: str
) -> None:
    check = received()
    ledger = replace(town(check), rows=rows)
    view = views.apply_form(click(EXAMINEE, language), check, ledger)
    check_view(view)
    said = str(view)
    assert ("人事を担当" in said or "charge of personnel" in said) is includes
    wanted = {
        "ja": ("Staff", "第11条第2項", "回答は、渡りません", "取り消せます", "第19条第2号・第3号"),
        "en": ("Staff", "Aku 11(2)", "never handed over", "take the application back", "Aku 19(2)(3)"),
    }
    assert [word for word in wanted[language] if word not in said] == []


# ---- behind the button ----


def behind(check: Case, *others: Case, now: datetime = NOW, language: str = "ja") -> str:
    ledger = town(check, *others)
    view = views.talk(click(EXAMINEE, language), check, doors.way(check, ledger, now))
    check_view(view)
    assert "面接指導" not in view["title"]["text"]
    return str(view)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_people_to_talk_to_are_there_for_all_and_so_is_no_thank_you(language: str) -> None:
    for check in (received(), check_case(READ, NOBODY, TODAY)):
        shown = behind(check, language=language)
        assert ("ピアサポート" in shown) or ("Peer support" in shown)
        assert views.DECLINE in shown
        assert views.DECLINE not in behind(received(declined=True), language=language)


def test_only_who_is_advised_finds_the_physician() -> None:
    mine, calm = behind(received()), behind(check_case(READ, NOBODY, TODAY))
    for action in (views.APPLY, views.WISH):
        assert action in mine
        assert action not in calm


def test_after_the_last_day_there_is_still_a_way() -> None:
    for shown in (behind(received(), now=end_of(LAST) + timedelta(seconds=1)), behind(received(KEPT))):
        assert views.APPLY not in shown
        assert ".late|" in shown


def test_what_was_asked_for_stands_there_instead_of_its_button() -> None:
    check = received()
    applied = behind(check, interview_case(APPLIED, NOBODY, TODAY, check))
    assert views.APPLY not in applied
    assert views.WITHDRAW in applied
    assert views.INTERVIEW in applied
    opened = behind(check, interview_case(ARRANGED, NOBODY, TODAY, check, body={"opened_on": "2026-09-02"}))
    assert views.WITHDRAW not in opened
    wished = behind(check, wish_case(day=TODAY))
    assert views.WISH not in wished
    assert views.WISH_CASE in wished


# ---- never general affairs (Aku 11(4)) ----


@pytest.mark.parametrize("met", [(), ("applied",), ("consented",)])
def test_a_result_is_nothing_to_general_affairs_without_application_and_consent(met: tuple[str, ...]) -> None:
    roles = frozenset({Role.AFFAIRS_STAFF})
    standing = Standing(
        Principal(STAFF, TEAM), Role.AFFAIRS_STAFF, roles=roles, oath_given=True, stepped_up=True,
        **dict.fromkeys(met, True),
    )  # fmt: skip
    assert why_not(standing, Act.READ, "result") in (Denial.UNCONSENTED, Denial.UNMET)
    for obj in ("answers", "interview_eligible", "counselling_wish", "taken"):
        assert why_not(standing, Act.READ, obj) is Denial.UNGRANTED
