"""A call in danger by its articles: who is paged in which order, what each act brings, what is left (Yam 10(4)(2))."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.errors import Refused
from bot.handlers.danger.flow import PASSED, Danger
from bot.handlers.danger.rules import call as rules
from bot.handlers.danger.rules import fact
from bot.handlers.danger.rules.call import Call
from bot.handlers.danger.rules.duty import on_duty, reviewers
from bot.handlers.danger.rules.fact import Review
from bot.handlers.danger.rules.moves import OPEN, PAGE
from bot.rules.cases import Case, Deadline, Decision, NoticeClass, Party, Purpose
from bot.rules.people import Person, Role
from tests import fakes
from tests.fakes import ASKER, BOSS, HEAD, NOW, SUPPORTER, FakeLedger, appointment

ONE, TWO, AUDITOR = "U0ONE", "U0TWO", "U0AUDITOR"
DUTY = (
    appointment(ONE, Role.COORDINATOR),
    appointment(TWO, Role.HQ_SUPPORTER),  # coordinator by office (Yam 5(5))
    appointment(HEAD, Role.WELFARE_HEAD, ends_on=None),
    appointment(AUDITOR, Role.AUDITOR, ends_on=None),
    appointment(SUPPORTER),
)
NOTHING_YET = Case("c1", "danger", "page", "", 0, "2026-09", "v1")
REQUEST = Case("r1", "peer_support", "request", "accepted", 3, "2026-09", "v1",
               identity={"requester": ASKER, "handlers": [SUPPORTER]})  # fmt: skip
TODAY = date(2026, 9, 2)


def ledger(*cases: Case, roster: tuple[object, ...] = DUTY, **other: object) -> FakeLedger:
    return FakeLedger(roster=roster, cases=(REQUEST, *cases), **other)  # type: ignore[arg-type]


def decided(made: Call, case: Case = NOTHING_YET, book: FakeLedger | None = None, now: datetime = NOW) -> Decision:
    decision = rules.call(made, case, book or ledger(), now)
    assert isinstance(decision, Decision)
    return decision


def after(decision: Decision, case: Case = NOTHING_YET) -> Case:
    """The case as the store would have it."""
    state = PAGE.target(case.state, decision.act)
    assert state, (case.state, decision.act)
    return replace(
        case, state=state, rev=case.rev + 1,
        body=case.body if decision.body is None else decision.body,
        identity=case.identity if decision.identity is None else decision.identity,
    )  # fmt: skip


def receivers(decision: Decision | None) -> list[tuple[str, NoticeClass, str]]:
    assert decision is not None
    return [(n.recipient, n.klass, n.topic) for n in decision.notices]


OWN, RAISED = Call(ASKER), Call(ASKER, SUPPORTER)


class TestWhoIsPaged:
    @pytest.mark.parametrize(
        ("about", "raisers", "listed"),
        [
            (ASKER, (), (ONE, TWO, HEAD)),
            (ONE, (), (TWO, HEAD)),  # not the person
            (ASKER, (TWO,), (ONE, HEAD)),  # nor who called for them
            ("", (SUPPORTER,), (ONE, TWO, HEAD)),  # whom it is about is unknown
        ],
    )
    def test_the_policys_offices_in_order_without_who_called(
        self, about: str, raisers: tuple[str, ...], listed: tuple[str, ...]
    ) -> None:
        assert on_duty(about, raisers, ledger(), TODAY) == listed

    def test_another_organisation_has_another_order(self) -> None:
        assert on_duty(ASKER, (), ledger(policy=fakes.COMPANY), TODAY) == (HEAD, ONE, TWO)

    def test_superiors_come_last_and_who_is_away_before_them(self) -> None:  # Yam 10(4)(1)
        away = replace(DUTY[1], away_until=TODAY)
        boss = appointment(BOSS, Role.COORDINATOR)
        roster = (boss, away, *DUTY[2:])
        assert on_duty(ASKER, (), ledger(roster=roster), TODAY) == (HEAD, TWO, BOSS)

    def test_neither_a_lapsed_term_nor_a_closed_account_is_paged(self) -> None:
        gone = Person(ONE, "One", "Welfare", left=True)
        book = ledger(roster=(DUTY[0], replace(DUTY[1], ends_on=date(2026, 8, 31))), rows=(*fakes.PEOPLE, gone))
        assert on_duty(ASKER, (), book, TODAY) == ()

    def test_a_reviewer_had_no_part_in_it(self) -> None:
        case = after(rules.confirm(HEAD, after(decided(OWN)), ledger(), NOW), after(decided(OWN)))
        assert reviewers(case, ledger(), TODAY) == (ONE, TWO, AUDITOR)
        assert reviewers(after(decided(Call(ASKER, ONE))), ledger(), TODAY) == (HEAD, TWO, AUDITOR)


class TestCalling:
    def test_the_first_is_paged_at_once_and_looked_at_again_after_the_interval(self) -> None:
        decision = decided(OWN)

        assert receivers(decision) == [(ONE, NoticeClass.DANGER, "page")]
        assert decision.notices[0].while_in == ("calling",)
        assert [(d.kind, d.stage, d.due_at - NOW) for d in decision.deadlines if d.kind == "page"] == [
            ("page", 1, timedelta(minutes=15))
        ]
        assert decision.identity is not None
        assert decision.identity["paged"] == [ONE]
        assert set(decision.parties) == {Party(ASKER, Purpose.REQUESTER), Party(ONE, Purpose.HANDLER)}
        assert [(c.category, c.month) for c in decision.counts] == [("danger.raised", "2026-09")]

    def test_a_supporter_is_the_raiser_and_the_person_hears_nothing_yet(self) -> None:
        decision = decided(rules.raised("r1", SUPPORTER, ledger(), services=True))

        assert Party(SUPPORTER, Purpose.RAISER) in decision.parties
        assert Party(ASKER, Purpose.REQUESTER) in decision.parties
        assert decision.body is not None
        assert (decision.body["raised_by"], decision.body["by_person"], decision.body["services"]) == (
            "supporter", False, True,
        )  # fmt: skip
        confirmed = rules.confirm(ONE, after(decision), ledger(), NOW)
        assert receivers(confirmed) == [(SUPPORTER, NoticeClass.DANGER, "page")]

    def test_what_names_somebody_stands_in_the_identity_alone(self) -> None:
        for made in (OWN, RAISED):
            body = str(decided(made).body)
            assert not any(who in body for who in (ASKER, SUPPORTER, ONE))

    def test_with_nobody_on_the_list_that_is_known_at_once(self) -> None:
        decision = decided(OWN, book=ledger(roster=(DUTY[4],)))

        assert decision.act == "call_nobody"
        assert receivers(decision) == []
        assert after(decision).state == "unanswered"

    @pytest.mark.parametrize("made", [OWN, RAISED])
    @pytest.mark.parametrize("state", ["calling", "confirmed"])
    def test_while_one_is_open_a_second_one_is_the_same(self, made: Call, state: str) -> None:
        open_one = replace(after(decided(OWN)), state=state)
        decision = decided(made, open_one, ledger(open_one))

        assert decision.act == "join"
        assert receivers(decision) == []
        assert rules.open_call(made, ledger(open_one)) == open_one.id
        refused = rules.call(made, replace(NOTHING_YET, id="c2"), ledger(open_one), NOW)
        assert isinstance(refused, Refused)

    def test_an_unanswered_one_is_paged_anew(self) -> None:
        before = replace(after(decided(OWN)), state="unanswered")
        decision = decided(OWN, before, ledger(before))

        assert decision.act == "call"
        assert {d.period for d in decision.deadlines if d.kind in {"page", "forget"}} == {"2"}

    def test_the_promise_is_when_everybody_on_the_list_has_been_told(self) -> None:
        body = decided(OWN).body
        assert body is not None
        assert datetime.fromisoformat(body["until"]) - NOW == timedelta(minutes=3 * 3 * 15 + 5)
        one = decided(OWN, book=ledger(roster=DUTY[:1])).body
        assert one is not None
        assert datetime.fromisoformat(one["until"]) - NOW == timedelta(minutes=3 * 15 + 5)


class TestPagingGoesOn:
    @pytest.mark.parametrize(
        ("stage", "person"),
        [(1, ONE), (2, ONE), (3, TWO), (5, TWO), (6, HEAD), (8, HEAD), (9, ONE), (12, TWO)],
    )
    def test_each_so_often_then_the_next_round_and_round(self, stage: int, person: str) -> None:
        now = NOW + timedelta(minutes=15 * stage)
        decision = rules.on_page(after(decided(OWN)), Deadline("c1", "page", now, stage, "1"), ledger(), now)

        assert receivers(decision) == [(person, NoticeClass.DANGER, "page")]
        assert decision is not None
        assert [(d.stage, d.due_at) for d in decision.deadlines] == [(stage + 1, now + timedelta(minutes=15))]

    @pytest.mark.parametrize(("hours", "act"), [(23.9, "page"), (24, "give_up"), (48, "give_up")])
    def test_after_the_hours_of_the_policy_it_is_given_up_and_told(self, hours: float, act: str) -> None:
        now = NOW + timedelta(hours=hours)
        decision = rules.on_page(after(decided(OWN)), Deadline("c1", "page", now, 95, "1"), ledger(), now)

        assert decision is not None
        assert decision.act == act
        if act == "give_up":
            assert receivers(decision) == [(ASKER, NoticeClass.DANGER, "page")]

    def test_taken_on_nobody_is_paged_any_more(self) -> None:
        calling = after(decided(OWN))
        taken = rules.confirm(ONE, calling, ledger(), NOW)

        assert "page" in taken.cancels
        assert rules.on_page(after(taken, calling), Deadline("c1", "page", NOW, 3, "1"), ledger(), NOW) is None
        assert [c.category for c in taken.counts] == ["danger.confirmed"]

    @pytest.mark.parametrize(("state", "may"), [("calling", True), ("confirmed", False), ("unanswered", False)])
    def test_only_an_open_page_is_taken_on(self, state: str, may: bool) -> None:
        assert (PAGE.target(state, "confirm") is not None) is may


class TestWhoMaySee:
    @pytest.mark.parametrize(
        ("person", "facts"),
        [
            (ASKER, (True, False, False)),
            (SUPPORTER, (False, True, False)),
            (ONE, (False, False, True)),
            (TWO, (False, False, False)),  # on the list, but not paged yet
        ],
    )
    def test_the_person_the_raiser_and_who_has_been_paged(self, person: str, facts: tuple[bool, ...]) -> None:
        found = Danger().facts(after(decided(RAISED)), person, Role.COORDINATOR, ledger(), NOW)
        assert (found["own"], found["assigned"], found["on_call"]) == facts

    def test_who_took_on_a_call_for_somebody_unknown_does_not_own_it(self) -> None:
        calling = after(decided(Call("", SUPPORTER)))
        taken = after(rules.confirm(ONE, calling, ledger(), NOW), calling)
        assert not Danger().facts(taken, ONE, Role.COORDINATOR, ledger(), NOW)["own"]


class TestAfterwards:
    def test_the_reviewer_asks_whether_the_person_may_be_told(self) -> None:
        case = after(decided(RAISED))
        told = fact.review(Review(True, fact.TELL), HEAD, case, ledger(), NOW)
        unsafe = fact.review(Review(True, fact.UNSAFE), HEAD, case, ledger(), NOW)

        assert isinstance(told, Decision)
        assert isinstance(unsafe, Decision)
        assert receivers(told) == [(ASKER, NoticeClass.NEWS, "told")]
        assert receivers(unsafe) == []

    @pytest.mark.parametrize(
        ("reviewer", "review", "reason"),
        [
            (SUPPORTER, Review(True, fact.TELL), "danger-review-other"),
            (ONE, Review(True, fact.TELL), "danger-review-other"),
            (ASKER, Review(True, fact.TELL), "danger-review-other"),
            (HEAD, Review(True, ""), "field-choose"),
        ],
    )
    def test_a_review_by_somebody_with_a_part_in_it_or_without_an_answer_is_refused(
        self, reviewer: str, review: Review, reason: str
    ) -> None:
        calling = after(decided(RAISED))
        case = after(rules.confirm(ONE, calling, ledger(), NOW), calling)
        refused = fact.review(review, reviewer, case, ledger(), NOW)

        assert isinstance(refused, Refused)
        assert refused.reason == reason

    def test_what_is_called_again_after_its_review_is_looked_at_once_more(self) -> None:  # G5
        called = after(decided(OWN))
        taken = after(rules.confirm(ONE, called, ledger(), NOW), called)
        reviewed = fact.review(Review(True, ""), HEAD, taken, ledger(), NOW)
        assert isinstance(reviewed, Decision)
        case, later = after(reviewed, taken), NOW + timedelta(hours=60)

        again = rules.call_again(case, ledger(), later)

        asked = [d for d in again.deadlines if d.kind == rules.REVIEW]
        hours = fakes.POLICY.danger.review_hours
        assert [(d.stage, d.due_at - later) for d in asked] == [(n, timedelta(hours=hours * n / 2)) for n in (1, 2)]
        # what the store has set already it would leave out
        set_before = {(d.kind, d.stage, d.period) for d in decided(OWN).deadlines}
        assert not set_before & {(d.kind, d.stage, d.period) for d in again.deadlines}
        assert fact.on_review(after(again, case), asked[0], ledger(), asked[0].due_at) is not None

    def test_a_second_review_is_refused(self) -> None:
        case = after(decided(OWN))
        once = fact.review(Review(True, ""), HEAD, case, ledger(), NOW)
        assert isinstance(once, Decision)
        again = fact.review(Review(False, ""), TWO, after(once, case), ledger(), NOW)
        assert isinstance(again, Refused)

    @pytest.mark.parametrize(
        ("stage", "asked"),
        [
            (0, [(HEAD, NoticeClass.DUTY)]),
            (1, [(HEAD, NoticeClass.DANGER)]),
            (2, [(HEAD, NoticeClass.DANGER), (ONE, NoticeClass.DANGER)]),
        ],
    )
    def test_a_review_is_asked_for_until_it_is_made(self, stage: int, asked: list[tuple[str, NoticeClass]]) -> None:
        case = after(decided(OWN))
        deadline = Deadline("c1", "review", NOW, stage)
        decision = fact.on_review(case, deadline, ledger(), NOW)
        assert decision is not None
        assert [(n.recipient, n.klass) for n in decision.notices] == asked
        done = fact.review(Review(True, ""), HEAD, case, ledger(), NOW)
        assert isinstance(done, Decision)
        assert fact.on_review(after(done, case), deadline, ledger(), NOW) is None

    @pytest.mark.parametrize(
        ("made", "telling", "told"),
        [(OWN, "", "known"), (RAISED, fact.TELL, "told"), (RAISED, fact.UNSAFE, "unsafe"), (RAISED, None, "not_told")],
    )
    def test_what_is_left_names_nobody(self, made: Call, telling: str | None, told: str) -> None:
        case = after(decided(made))
        if telling is not None:
            reviewed = fact.review(Review(True, telling), HEAD, case, ledger(), NOW)
            assert isinstance(reviewed, Decision)
            case = after(reviewed, case)
        decision = fact.forget(case, ledger(), NOW + timedelta(hours=72))

        assert decision.ends_identity
        assert (decision.body, decision.identity) == ({}, {})
        assert {p.purpose for p in decision.drops_parties} == {Purpose.REQUESTER, Purpose.HANDLER}
        (record,) = decision.records
        assert record.body == {
            "month": "2026-09", "raised_by": "supporter" if made.raiser else "person",
            "crime": False, "confirmed": False, "told": told,
        }  # fmt: skip

    @pytest.mark.parametrize(("uses", "told"), [(1, []), (2, []), (3, [AUDITOR]), (4, [AUDITOR])])
    def test_the_auditor_hears_of_more_uses_than_the_policy_has(self, uses: int, told: list[str]) -> None:
        before = [replace(after(decided(RAISED)), id=f"d{n}", state="past") for n in range(uses - 1)]
        other_month = replace(after(decided(RAISED)), id="old", state="past", opened_month="2026-08")
        decision = decided(RAISED, book=ledger(*before, other_month))

        often = [n for n in decision.notices if n.topic == "often"]
        assert [n.recipient for n in often] == told
        assert [n.about for n in often] == [""] * len(told)

    def test_the_trace_of_uses_ends_with_the_month(self) -> None:
        decision = fact.forget(after(decided(RAISED)), ledger(), NOW + timedelta(hours=72))
        assert [(d.kind, d.due_at) for d in decision.deadlines] == [("unlink", datetime(2026, 9, 30, 15, tzinfo=UTC))]
        assert Party(SUPPORTER, Purpose.RAISER) in fact.unlink(NOTHING_YET, ledger()).drops_parties


def test_every_act_stands_in_the_table_so_that_none_is_possible_in_a_state_it_was_not_meant_for() -> None:
    acts = {"call", "call_nobody", "page", "join", "give_phone", "confirm", "give_up", "review", "remind", "forget"}
    assert {move.act for move in PAGE.table} == acts | {"unlink"}
    assert all(PAGE.target(state, "forget") == "past" for state in OPEN)
    assert all(PAGE.target("past", act) is None for act in acts)
    assert Danger().scheduled.keys() == PASSED.keys() == {"page", "review", "forget", "unlink"}
