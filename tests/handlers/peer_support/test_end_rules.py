"""The end by its rules: who ends it, what a contact keeps, the one later check, what is idle, the receipt (G8, P13)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.handlers.peer_support.rules import contact, idle, receipt
from bot.handlers.peer_support.rules import request as requests
from bot.handlers.peer_support.rules.moves import CONTACT, FLOW, MOVES, REQUEST
from bot.rules.cases import Case, Deadline, Decision, NoticeClass, Party, Purpose, Record, Spawn
from tests import fakes
from tests.fakes import ASKER, NOW, OFFICE, OTHER, SUPPORTER, FakeLedger
from tests.handlers.peer_support.test_request_rules import case as request_case
from tests.handlers.peer_support.test_request_rules import receivers

ASKED_ON = "2026-08-31"
TODAY = date(2026, 9, 2)  # a Wednesday


def case(state: str = "accepted", **body: object) -> Case:
    made = request_case(state)
    return replace(made, body={**made.body, "asked_on": ASKED_ON, **body})


def kept(state: str = "kept", **body: object) -> Case:
    return Case(
        "k1", FLOW, "contact", state, 2, "2026-09", "v1",
        body={"until": "2027-03-01", "receipt": "7K3M-Q2XD-5", "asked_on": ASKED_ON, **body},
        identity={"requester": ASKER, "supporter": SUPPORTER},
    )  # fmt: skip


def spawned(ledger: FakeLedger | None = None, now: datetime = NOW) -> Spawn:
    (spawn,) = contact.keep(case("closing"), ledger or FakeLedger(), now).spawns
    return spawn


class TestEitherSideEndsIt:
    def test_the_person_ends_it_with_the_same_choice_and_the_supporter_is_told_of_no_case(self) -> None:
        mine = contact.finish(case(), FakeLedger(), NOW)
        theirs = requests.end(case(), FakeLedger(), NOW)

        assert REQUEST.target("accepted", mine.act) == REQUEST.target("accepted", theirs.act) == "closing"
        assert (mine.body, mine.deadlines, mine.cancels) == (theirs.body, theirs.deadlines, theirs.cancels)
        assert receivers(mine) == [(SUPPORTER, NoticeClass.NEWS)]
        assert [(notice.about, notice.topic) for notice in mine.notices] == [("", "over")]
        assert receivers(theirs) == [(ASKER, NoticeClass.NEWS)]

    @pytest.mark.parametrize("act", ["finish", "keep", "forget"])
    def test_nobody_ends_what_has_not_begun(self, act: str) -> None:
        assert REQUEST.target("requested", act) is None
        assert REQUEST.target("stepped_aside", act) is None


class TestG8AContactIsKept:
    def test_of_the_request_nothing_is_left_and_only_the_person_finds_the_contact(self) -> None:
        decision = contact.keep(case("closing"), FakeLedger(), NOW)
        spawn = decision.spawns[0]

        assert decision.ends_route
        assert decision.notices == ()
        assert REQUEST.target("closing", decision.act) in REQUEST.final()
        assert CONTACT.target("", spawn.act) == "kept"
        assert spawn.identity == {"requester": ASKER, "supporter": SUPPORTER}
        assert spawn.parties == (Party(ASKER, Purpose.REQUESTER),)

    def test_it_holds_with_whom_until_when_and_the_day_and_nothing_that_was_said(self) -> None:
        days = fakes.POLICY.peer_support.contact_days

        assert set(spawned().body) == {"until", "receipt", "asked_on"}
        assert spawned().body["until"] == (TODAY + timedelta(days=days)).isoformat()
        assert spawned().body["asked_on"] == ASKED_ON

    def test_it_ends_after_its_stated_day_and_is_checked_once_on_an_office_day(self) -> None:
        due = {d.kind: OFFICE.local(d.due_at) for d in spawned().deadlines}

        assert set(due) == {contact.CHECK, contact.EXPIRE}
        assert due[contact.CHECK].date() == date(2026, 10, 2)
        assert due[contact.EXPIRE].date() == date(2027, 3, 2)
        assert {d.subject for d in spawned().deadlines} == {spawned().id}

    def test_a_check_that_falls_on_a_closed_day_comes_before_it(self) -> None:
        on_thursday = NOW + timedelta(days=1)  # thirty days later is a Saturday
        (check,) = (d for d in spawned(now=on_thursday).deadlines if d.kind == contact.CHECK)

        assert OFFICE.day(check.due_at) == date(2026, 10, 2)

    def test_another_organisation_keeps_it_for_another_time(self) -> None:
        other = spawned(FakeLedger(policy=fakes.COMPANY))

        assert other.body["until"] == (TODAY + timedelta(days=120)).isoformat()

    @pytest.mark.parametrize("decision", [contact.forget_contact(kept()), contact.on_expire(kept())])
    def test_both_ways_out_destroy_it(self, decision: Decision) -> None:
        assert decision.ends_route
        assert CONTACT.target("kept", decision.act) in CONTACT.final()

    def test_the_same_supporter_is_offered_while_there_is_an_office_and_not_after(self) -> None:
        there = contact.offer_of(kept(), FakeLedger(), TODAY)

        assert there is not None
        assert there.candidate.person == SUPPORTER
        assert contact.offer_of(kept(), FakeLedger(), date(2027, 4, 1)) is None
        assert contact.offer_of(kept(), FakeLedger(roster=fakes.APPOINTMENTS[1:]), TODAY) is None


class TestP13TheLaterCheck:
    def test_the_person_alone_is_asked(self) -> None:
        decision = contact.on_check(kept())

        assert receivers(decision) == [(ASKER, NoticeClass.NEWS)]
        assert contact.is_checked(kept(**dict(decision.body or {})))

    def test_the_answer_is_written_nowhere_and_told_to_nobody(self) -> None:
        decision = contact.check(kept(check_asked=True))

        assert decision == Decision(act="check", body=kept().body)

    @pytest.mark.parametrize("days", [(), (30,)])
    def test_there_is_one_or_none(self, days: tuple[int, ...]) -> None:
        peer = replace(fakes.POLICY.peer_support, later_checks=days)
        ledger = FakeLedger(policy=replace(fakes.POLICY, peer_support=peer))

        assert len([d for d in spawned(ledger).deadlines if d.kind == contact.CHECK]) == len(days)


class TestG8WhatIsIdle:
    @pytest.mark.parametrize(("policy", "days"), [(fakes.POLICY, 30), (fakes.COMPANY, 20)])
    def test_the_count_begins_with_every_act(self, policy: fakes.Policy, days: int) -> None:
        (deadline,) = idle.touched(case(), FakeLedger(policy=policy), NOW)

        assert (deadline.kind, OFFICE.day(deadline.due_at)) == (idle.IDLE_ASK, TODAY + timedelta(days=days))

    def test_an_act_on_the_same_day_sets_another_deadline_than_the_one_it_cancels(self) -> None:
        before = idle.touched(case(), FakeLedger(), NOW)
        said = FakeLedger(entries={"c1": [Record("message", {})]})  # written without a new revision

        assert idle.touched(replace(case(), rev=9), FakeLedger(), NOW)[0].period != before[0].period
        assert idle.touched(case(), said, NOW)[0].period != before[0].period

    @pytest.mark.parametrize("body", [{}, {idle.ASKED: "2026-10-31"}])
    def test_going_on_takes_the_question_back_and_tells_nobody(self, body: dict[str, object]) -> None:
        decision = idle.carry_on(case(**body), FakeLedger(), NOW)

        assert not idle.is_asked(replace(case(), body=case(**body).body if decision.body is None else decision.body))
        assert set(decision.cancels) >= {idle.IDLE_ASK, idle.IDLE_END}
        assert decision.notices == ()

    def test_a_mark_that_is_no_news_stays_so_unless_the_question_goes_with_it(self) -> None:
        mark = Decision(act="write", keeps_rev=True)

        assert idle.begun_anew(mark, case(), FakeLedger(), NOW).keeps_rev
        assert not idle.begun_anew(mark, case(**{idle.ASKED: "2026-10-31"}), FakeLedger(), NOW).keeps_rev

    def test_both_sides_are_asked_and_have_the_rest_of_the_days(self) -> None:
        passed = Deadline("c1", idle.IDLE_ASK, NOW, period="3.0")
        decision = idle.on_idle_ask(case(), passed, FakeLedger(), NOW)

        assert decision is not None
        assert receivers(decision) == [(ASKER, NoticeClass.NEWS), (SUPPORTER, NoticeClass.NEWS)]
        assert [(d.kind, OFFICE.local(d.due_at).date()) for d in decision.deadlines] == [
            (idle.IDLE_END, date(2026, 10, 2))
        ]
        assert (decision.body or {})[idle.ASKED] == "2026-10-01"

    def test_in_the_end_the_route_goes_and_the_notices_hang_on_nothing(self) -> None:
        decision = idle.on_idle_end(case())

        assert decision is not None
        assert decision.ends_route
        assert REQUEST.target("accepted", decision.act) in REQUEST.final()
        assert [(n.recipient, n.about, n.topic) for n in decision.notices] == [
            (ASKER, "", "idle_over"), (SUPPORTER, "", "over"),
        ]  # fmt: skip

    @pytest.mark.parametrize(("state", "topic"), [("unanswered", "withdrawn"), ("stepped_aside", "")])
    def test_what_waits_for_the_persons_choice_is_asked_of_them_alone_and_ends(self, state: str, topic: str) -> None:
        waiting = case(state)
        if not topic:
            waiting = replace(waiting, identity={**waiting.identity, "handlers": []})
        asked = idle.on_idle_ask(waiting, Deadline("c1", idle.IDLE_ASK, NOW, period="3.0"), FakeLedger(), NOW)
        ended = idle.on_idle_end(waiting)

        assert asked is not None
        assert [(n.recipient, n.while_in) for n in asked.notices] == [(ASKER, (state,))]
        assert idle.is_asked(replace(waiting, body=asked.body or {}))
        assert ended is not None
        assert ended.ends_route
        assert REQUEST.target(state, ended.act) in REQUEST.final()
        told = [(ASKER, "", "idle_over"), *([(SUPPORTER, "", topic)] if topic else [])]
        assert [(n.recipient, n.about, n.topic) for n in ended.notices] == told

    @pytest.mark.parametrize("state", ["requested", "closing"])
    def test_what_waits_for_a_promise_or_for_its_end_is_not_idle(self, state: str) -> None:
        passed = Deadline("c1", idle.IDLE_ASK, NOW)

        assert idle.on_idle_ask(case(state), passed, FakeLedger(), NOW) is None
        assert idle.on_idle_end(case(state)) is None

    def test_taking_on_begins_the_count_and_ending_stops_it(self) -> None:
        assert idle.IDLE_ASK in {d.kind for d in requests.accept(case("requested"), FakeLedger(), NOW).deadlines}
        assert set(requests.end(case(), FakeLedger(), NOW).cancels) >= set(idle.KINDS)


class TestTheReceipt:
    LEDGER = FakeLedger(cases=[case("requested"), replace(case(), id="c2"), kept()])

    def test_the_code_of_a_request_goes_on_into_its_contact(self) -> None:
        ledger = FakeLedger()

        assert spawned(ledger).body["receipt"] == receipt.receipt(case("closing"), ledger)

    def test_a_genuine_code_tells_its_day(self) -> None:
        for one in self.LEDGER.cases:
            assert receipt.look_up(receipt.receipt(one, self.LEDGER), self.LEDGER) == date.fromisoformat(ASKED_ON)

    @pytest.mark.parametrize("code", ["7k3m-q2xd-5", " 7K3MQ2XD5 ", "7K3M Q2XD 5"])
    def test_it_may_be_written_as_people_write_it(self, code: str) -> None:
        assert receipt.look_up(code, self.LEDGER) == date.fromisoformat(ASKED_ON)

    def test_letters_that_no_code_has_are_read_as_the_digits_they_look_like(self) -> None:
        ledger = FakeLedger(cases=[kept(receipt="0110-0000-1")])

        assert receipt.look_up("OIL0-oooo-l", ledger) == date.fromisoformat(ASKED_ON)

    @pytest.mark.parametrize("code", ["", "7K3M-Q2XD-6", "c1", ASKER])
    def test_any_other_is_unknown(self, code: str) -> None:
        assert receipt.look_up(code, self.LEDGER) is None

    @pytest.mark.parametrize("kind", receipt.KINDS)
    def test_what_has_ended_is_looked_for_no_more(self, kind: str) -> None:
        for state in MOVES[kind].final():
            ended = kept(state) if kind == "contact" else replace(case(), state=state)

            assert receipt.look_up(receipt.receipt(ended, FakeLedger()), FakeLedger(cases=[ended])) is None

    def test_what_somebody_else_wrote_down_for_a_person_has_none(self) -> None:
        assert receipt.asked_on(request_case()) is None


def test_the_day_of_asking_is_kept_with_the_request() -> None:
    offer = fakes.APPOINTMENTS[1].id
    night = datetime(2026, 9, 2, 15, 30, tzinfo=UTC)  # half past midnight of the 3rd at the office
    asked = requests.request(requests.Intake("", offer, ""), ASKER, Case("c9", FLOW, "", "", 0, "2026-09", "v1"),
                             FakeLedger(), night)  # fmt: skip

    assert isinstance(asked, Decision)
    assert (asked.identity or {})["handlers"] == [OTHER]
    assert (asked.body or {})["asked_on"] == "2026-09-03"
