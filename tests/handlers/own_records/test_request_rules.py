"""Requests about own records: who answers, until when, what the person hears, and that nothing of it stays (Aku 18)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.errors import Refused
from bot.handlers.own_records.rules import desk, entered
from bot.handlers.own_records.rules import request as rules
from bot.handlers.own_records.rules.entered import Entered
from bot.handlers.own_records.rules.moves import ANSWERED, FLOW, RECEIVED
from bot.handlers.own_records.rules.request import Asked
from bot.handlers.own_records.views import entered as entered_views
from bot.handlers.own_records.views import request as views
from bot.rules.cases import Case, Deadline, Decision, NoticeClass
from bot.rules.people import Role
from bot.sandbox.strictness import check_view
from tests import fakes
from tests.fakes import ASKER, BOSS, HEAD, NOW, OFFICE, OTHER, POLICY, FakeLedger

CLERK, ADMINISTRATOR = OTHER, BOSS
LEDGER = FakeLedger(
    roster=[
        fakes.appointment(ADMINISTRATOR, Role.ADMINISTRATOR, ends_on=None),
        fakes.appointment(HEAD, Role.ADMINISTRATOR, ends_on=None),
        fakes.appointment(CLERK, Role.JOINT_CLERK, ends_on=None),
    ]
)
DUE = date(2026, 10, 2)  # 30 days after 2 September, that day itself not counted
PERSON = "山田 花子 090-0000-0000"
TODAY = date(2026, 9, 2)
WORDS = "部屋が前の階のままです。"


def asked(state: str = RECEIVED, subject: str = "roster", **other: Any) -> Case:
    answers = {row.key: row.answered_by for row in POLICY.own_records.subjects}.get(subject, "operator")
    body = {"what": "correct", "subject": subject, "text": WORDS, "answered_by": answers,
            "asked_on": "2026-09-02", "due_on": DUE.isoformat()}  # fmt: skip
    return Case("r1", FLOW, "request", state, 1, "2026-09", "v1", body=body | other, identity={"requester": ASKER})


def answered(outcome: str = "partly") -> Case:
    return asked(ANSWERED, answer={"outcome": outcome, "reason": "階だけ直しました。", "on": "2026-09-10"})


def decided(found: Decision | Refused) -> Decision:
    assert isinstance(found, Decision), found
    return found


def refused(found: Decision | Refused) -> tuple[str, str]:
    assert isinstance(found, Refused), found
    return found.reason, found.field


def ask(subject: str = "roster", text: str = WORDS, person: str = ASKER, ledger: FakeLedger = LEDGER) -> (
    Decision | Refused
):  # fmt: skip
    empty = Case("r1", FLOW, "request", "", 0, "2026-09", "v1")
    return rules.ask(Asked("correct", subject, text), person, empty, ledger, NOW)


class TestAsking:
    def test_the_clock_runs_from_the_next_day_and_both_sides_know_the_last_one(self) -> None:
        done = decided(ask())

        assert (done.body or {})["due_on"] == DUE.isoformat()
        assert {(n.recipient, n.klass, n.due_on) for n in done.notices} == {
            (ADMINISTRATOR, NoticeClass.DUTY, DUE), (HEAD, NoticeClass.DUTY, DUE),
        }  # fmt: skip
        nudges = [d for d in done.deadlines if d.kind == rules.CLOCK]
        assert len(nudges) == 3
        assert all(OFFICE.is_open(OFFICE.day(d.due_at)) and OFFICE.day(d.due_at) <= DUE for d in nudges)
        (late,) = [d for d in done.deadlines if d.kind == rules.LATE]
        assert late.due_at == OFFICE.opening(date(2026, 10, 5))  # a Monday, at its opening (G13)

    def test_stress_records_go_to_the_joint_clerk_and_to_nobody_else(self) -> None:
        assert [n.recipient for n in decided(ask("stress")).notices] == [CLERK]

    def test_nobody_answers_their_own(self) -> None:
        assert [n.recipient for n in decided(ask(person=ADMINISTRATOR)).notices] == [HEAD]

    def test_where_nobody_could_answer_it_says_so_and_keeps_the_words(self) -> None:
        assert refused(ask(ledger=FakeLedger(roster=()))) == ("own_records-nobody", "subject")
        assert refused(ask("stress", person=CLERK)) == ("own_records-nobody", "subject")

    def test_nothing_written_is_no_request(self) -> None:
        assert refused(ask(text="")) == ("own_records-text-needed", "text")


class TestAnswering:
    def test_done_needs_no_reason_and_everything_else_does(self) -> None:
        assert decided(rules.answer("done", "", asked(), LEDGER, NOW)).act == "answer"
        for outcome in ("partly", "refused", "longer"):
            assert refused(rules.answer(outcome, "", asked(), LEDGER, NOW)) == ("own_records-reason-needed", "reason")

    def test_the_person_hears_of_it_and_it_is_destroyed_after_the_policys_days(self) -> None:
        done = decided(rules.answer("refused", "法令の定めです。", asked(), LEDGER, NOW))

        assert [(n.recipient, n.klass) for n in done.notices] == [(ASKER, NoticeClass.NEWS)]
        assert set(done.cancels) == {rules.CLOCK, rules.LATE}
        (forgets,) = done.deadlines
        assert OFFICE.day(forgets.due_at) == date(2026, 9, 2) + timedelta(days=POLICY.own_records.kept_days + 1)
        gone = rules.on_forget(answered())
        assert gone is not None
        assert gone.ends_route

    def test_more_time_once_from_the_first_last_day_and_the_person_is_told_why(self) -> None:
        longer = decided(rules.answer("longer", "控えを探しています。", asked(), LEDGER, NOW))

        until = date(2026, 11, 1)
        assert (longer.body or {})["due_on"] == until.isoformat()
        assert [n.recipient for n in longer.notices] == [ASKER]
        assert {d.period for d in longer.deadlines} == {until.isoformat()}
        again = replace(asked(), body=longer.body or {})
        assert refused(rules.answer("longer", "まだです。", again, LEDGER, NOW)) == (
            "own_records-extend-late",
            "outcome",
        )

    def test_no_more_time_after_the_last_day(self) -> None:
        late = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)

        assert isinstance(rules.answer("longer", "理由", asked(), LEDGER, late), Refused)


class TestTheClock:
    def stage(self, kind: str, period: str = DUE.isoformat(), stage: int = 0) -> Deadline:
        return Deadline("r1", kind, NOW, stage, period)

    def test_whoever_answers_is_reminded_and_nobody_once_it_is_answered_or_extended(self) -> None:
        told = rules.on_stage(asked(), self.stage(rules.CLOCK), LEDGER, NOW)
        assert told is not None
        assert {n.recipient for n in told.notices} == {ADMINISTRATOR, HEAD}
        assert rules.on_stage(answered(), self.stage(rules.CLOCK), LEDGER, NOW) is None
        assert rules.on_stage(asked(), self.stage(rules.CLOCK, "2026-09-30"), LEDGER, NOW) is None

    def test_a_missed_promise_is_told_once_and_asked_for_again_and_again(self) -> None:
        first = rules.on_late(asked(), self.stage(rules.LATE), LEDGER, NOW)
        assert first is not None
        assert [n.recipient for n in first.notices if n.klass is NoticeClass.NEWS] == [ASKER]
        (again,) = first.deadlines
        assert again.stage == 1
        second = rules.on_late(asked(missed_on="2026-10-05"), again, LEDGER, NOW)
        assert second is not None
        assert [n.klass for n in second.notices] == [NoticeClass.DUTY] * 2
        assert (second.body or {})["missed_on"] == "2026-10-05"
        assert rules.on_late(answered(), again, LEDGER, NOW) is None


class TestWho:
    @pytest.mark.parametrize(
        ("person", "hat", "expected"),
        [
            (ADMINISTRATOR, Role.ADMINISTRATOR, True),
            (CLERK, Role.JOINT_CLERK, False),
            (ASKER, Role.ADMINISTRATOR, False),
        ],
    )
    def test_only_the_office_of_the_subject_has_it_in_hand(self, person: str, hat: Role, expected: bool) -> None:
        assert desk.facts(asked(), person, hat, LEDGER, NOW) == {"assigned": expected}

    def test_of_a_request_that_is_gone_nothing_is_told(self) -> None:
        gone = replace(asked("ended"), body={}, identity={})
        assert desk.facts(gone, ADMINISTRATOR, Role.ADMINISTRATOR, LEDGER, NOW) == {}

    def test_each_office_lists_its_own_and_never_ones_own_request(self) -> None:
        ledger = replace(LEDGER, cases=[asked(), replace(asked(subject="stress"), id="r2")])

        def listed(person: str, role: Role) -> list[str]:
            return [case.id for case in desk.in_hand(person, frozenset({role}), ledger)]

        assert listed(ADMINISTRATOR, Role.ADMINISTRATOR) == ["r1"]
        assert listed(CLERK, Role.JOINT_CLERK) == ["r2"]
        assert listed(ASKER, Role.ADMINISTRATOR) == []
        assert listed(ADMINISTRATOR, Role.UNIT_HEAD) == []


def came(caller: str = PERSON, subject: str = "roster", text: str = WORDS, on: date = TODAY) -> Entered:
    return Entered(caller, "phone", on, Asked("correct", subject, text))


def enter(what: Entered, by: str = ADMINISTRATOR, ledger: FakeLedger = LEDGER) -> Decision | Refused:
    return entered.enter(what, by, Case("r1", FLOW, "request", "", 0, "2026-09", "v1"), ledger, NOW)


def on_paper(state: str = RECEIVED, **other: Any) -> Case:
    body = {**asked().body, "way": "paper", **other}
    return replace(asked(state), body=body, identity={"caller": PERSON})


class TestEnteringForWhoHasNoAccount:
    def test_the_clock_runs_from_the_day_it_came_and_only_whoever_answers_hears_of_it(self) -> None:
        done = decided(enter(came(on=date(2026, 8, 25))))

        until = date(2026, 9, 24)
        body = done.body or {}
        assert (body["asked_on"], body["due_on"], body["way"]) == ("2026-08-25", until.isoformat(), "phone")
        assert {(n.recipient, n.klass, n.due_on) for n in done.notices} == {
            (ADMINISTRATOR, NoticeClass.DUTY, until), (HEAD, NoticeClass.DUTY, until),
        }  # fmt: skip
        assert (done.identity, done.parties) == ({"caller": PERSON}, ())
        assert "山田" not in str(body)
        (late,) = [d for d in done.deadlines if d.kind == rules.LATE]
        assert late.due_at == OFFICE.opening(date(2026, 9, 25))

    def test_today_counts_and_tomorrow_has_not_come(self) -> None:
        assert decided(enter(came())).act == "enter"
        assert refused(enter(came(on=TODAY + timedelta(days=1)))) == ("own_records-received-later", "received")

    def test_one_that_is_late_already_is_asked_for_at_once(self) -> None:
        done = decided(enter(came(on=date(2026, 3, 2))))
        (late,) = done.deadlines
        assert (late.kind, late.due_at < NOW) == (rules.LATE, True)

    def test_without_a_name_or_a_word_it_cannot_be_answered(self) -> None:
        assert refused(enter(came(caller=""))) == ("own_records-caller-needed", "caller")
        assert refused(enter(came(text=""))) == ("own_records-text-needed", "text")

    def test_nobody_enters_what_another_office_answers(self) -> None:
        def may(person: str) -> list[str]:
            return [row.key for row in entered.offered(person, LEDGER, TODAY)]

        assert may(ADMINISTRATOR) == ["roster", "other"]
        assert may(CLERK) == ["stress"]
        assert may(ASKER) == []
        assert refused(enter(came(subject="stress"))) == ("not-shown", "")
        assert refused(enter(came(), by=CLERK)) == ("not-shown", "")
        assert refused(enter(came(), by=ASKER)) == ("not-shown", "")

    def test_answers_more_time_and_a_missed_day_are_told_to_nobody_in_the_persons_place(self) -> None:
        case = on_paper()
        assert decided(rules.answer("refused", "法令の定めです。", case, LEDGER, NOW)).notices == ()
        assert decided(rules.answer("longer", "探しています。", case, LEDGER, NOW)).notices == ()
        late = Deadline("r1", rules.LATE, NOW, 0, DUE.isoformat())
        missed = rules.on_late(case, late, LEDGER, NOW)
        assert missed is not None
        assert {(n.recipient, n.klass) for n in missed.notices} == {
            (ADMINISTRATOR, NoticeClass.DUTY), (HEAD, NoticeClass.DUTY),
        }  # fmt: skip

    def test_it_is_in_the_hands_of_its_office_and_destroyed_like_any_other(self) -> None:
        case = on_paper()
        assert desk.facts(case, ADMINISTRATOR, Role.ADMINISTRATOR, LEDGER, NOW) == {"assigned": True}
        assert desk.facts(case, CLERK, Role.JOINT_CLERK, LEDGER, NOW) == {"assigned": False}
        ledger = replace(LEDGER, cases=[case])
        assert [one.id for one in desk.in_hand(ADMINISTRATOR, frozenset({Role.ADMINISTRATOR}), ledger)] == ["r1"]
        gone = rules.on_forget(on_paper(ANSWERED))
        assert gone is not None
        assert gone.ends_route

    def test_its_number_finds_it_and_no_request_of_somebody_with_an_account(self) -> None:
        ledger = replace(LEDGER, cases=[asked(), replace(on_paper(), id="R2PAPER")])
        wanted = entered.number(ledger.cases[1], ledger)
        assert entered.numbered(wanted.upper(), replace(ledger, cases=[ledger.cases[0]])) is None
        assert entered.numbered(entered.number(asked(), ledger).upper(), ledger) is None


def test_paper_is_in_the_log_and_the_person_hears_of_it() -> None:
    empty = Case("r1", FLOW, "", "", 0, "2026-09", "v1")
    done = rules.printed(ASKER, empty, LEDGER, NOW)

    assert [(n.recipient, n.klass) for n in done.notices] == [(ASKER, NoticeClass.NEWS)]
    assert [d.kind for d in done.deadlines] == [rules.FORGET]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_slack_takes_every_screen(language: str) -> None:
    click, long = fakes.click(language=language), "あ" * 3000
    paper = asked(ANSWERED, answer={"outcome": "done", "reason": "", "on": "2026-09-10"}, subject="paper")
    cases = [asked(), asked(text=long), asked(missed_on="2026-10-05"), answered(), answered("refused"), paper]

    for case in cases:
        for screen in (views.own, views.handled):
            check_view(screen(click, case, LEDGER))
    for case in (on_paper(), on_paper(text=long), on_paper(ANSWERED, answer=answered().body["answer"])):
        check_view(views.handled(click, case, LEDGER))
        check_view(views.answer_form(click, case, date(2026, 9, 3), POLICY))
    check_view(entered_views.enter_form(click, POLICY.own_records.subjects, TODAY))
    check_view(views.form(click, LEDGER))
    check_view(views.answer_form(click, asked(), date(2026, 9, 3), POLICY))
    check_view(views.log(click, [asked()] * 90, [answered()], LEDGER))
    check_view(views.log(click, [], [], LEDGER))
