"""A request by the articles of Yam: who may be asked, what is promised, what each act and each passed day brings."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.errors import Refused
from bot.handlers.peer_support.rules import choice, idle, reminders
from bot.handlers.peer_support.rules import request as rules
from bot.handlers.peer_support.rules.moves import FLOW, REQUEST
from bot.handlers.peer_support.rules.request import Intake
from bot.rules.cases import Case, Deadline, Decision, NoticeClass, Party, Purpose
from bot.rules.people import Role
from tests import fakes
from tests.fakes import ASKER, BOSS, HEAD, NOW, OTHER, SUPPORTER, FakeLedger, appointment

PROMISED, TOLD_ON = (
    date(2026, 9, 4),
    date(2026, 9, 7),
)  # of a Wednesday the 2nd: on the third working day it is too late
TOLD_AT = "2026-09-02T01:05:00+00:00"  # the shared slot in which the notice leaves
NOTHING_YET = Case("c1", FLOW, "request", "", 0, "2026-09", "v1")
OFFER, OTHER_OFFER = fakes.APPOINTMENTS[0].id, fakes.APPOINTMENTS[1].id


def case(state: str = "requested", **other: object) -> Case:
    body = {"topic": "work", "means": "phone", "message": "", "round": 1, "promised_on": PROMISED.isoformat(),
            "told_at": TOLD_AT}  # fmt: skip
    handlers = [] if state == "stepped_aside" else [SUPPORTER]
    made = replace(NOTHING_YET, state=state, rev=3, body=body, identity={"requester": ASKER, "handlers": handlers})
    return replace(made, **other)  # type: ignore[arg-type]


def asked(ledger: FakeLedger, offer: str = OFFER, now: datetime = NOW) -> Decision | Refused:
    return rules.request(Intake("work", offer, "phone"), ASKER, NOTHING_YET, ledger, now)


def receivers(decision: Decision | None) -> list[tuple[str, NoticeClass]]:
    assert decision is not None
    return [(notice.recipient, notice.klass) for notice in decision.notices]


class TestYam9TheChoiceIsFree:
    def test_everybody_in_force_is_offered_nearest_first_and_superiors_last(self) -> None:
        found = choice.offers(ASKER, FakeLedger(), date(2026, 9, 2))

        assert [(o.candidate.person, o.candidate.superior) for o in found] == [
            (SUPPORTER, False), (OTHER, False), (BOSS, True),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("person", "day", "missing"),
        [
            (SUPPORTER, date(2026, 9, 2), SUPPORTER),  # nobody asks themselves
            (ASKER, date(2027, 4, 1), SUPPORTER),  # the term is over
            (ASKER, date(2026, 3, 31), SUPPORTER),  # it has not begun
            (ASKER, date(2026, 9, 2), HEAD),  # not a supporter at all
        ],
    )
    def test_who_cannot_be_asked_is_not_there(self, person: str, day: date, missing: str) -> None:
        assert missing not in {offer.candidate.person for offer in choice.offers(person, FakeLedger(), day)}

    def test_who_was_asked_before_is_left_out(self) -> None:
        found = choice.offers(ASKER, FakeLedger(), date(2026, 9, 2), [SUPPORTER])

        assert [offer.candidate.person for offer in found] == [OTHER, BOSS]

    def test_it_goes_to_the_chosen_one_alone_with_a_promise(self) -> None:
        decision = asked(FakeLedger())

        assert isinstance(decision, Decision)
        assert decision.identity == {"requester": ASKER, "handlers": [SUPPORTER]}
        assert set(decision.parties) == {Party(ASKER, Purpose.REQUESTER), Party(SUPPORTER, Purpose.HANDLER)}
        assert receivers(decision) == [(SUPPORTER, NoticeClass.DUTY)]
        assert decision.notices[0].due_on == PROMISED
        assert decision.answer == {"promised_on": PROMISED}

    def test_somebody_who_left_in_between_is_refused_at_the_field(self) -> None:
        refused = asked(FakeLedger(roster=fakes.APPOINTMENTS[1:]))

        assert isinstance(refused, Refused)
        assert (refused.reason, refused.field) == ("field-not-available", "supporter")

    def test_after_a_step_aside_somebody_else_is_asked_and_the_one_before_is_out(self) -> None:
        decision = rules.choose_again(OTHER_OFFER, case("unanswered"), FakeLedger(), NOW)

        assert isinstance(decision, Decision)
        assert decision.identity == {"requester": ASKER, "handlers": [OTHER]}
        assert decision.drops_parties == (Party(SUPPORTER, Purpose.HANDLER),)
        assert set(decision.cancels) == {rules.ANSWER, rules.TERM_END, *idle.KINDS}
        assert receivers(decision) == [(OTHER, NoticeClass.DUTY)]

    def test_an_adviser_from_outside_is_offered_once_the_account_is_checked(self) -> None:  # G6, P2
        adviser = appointment("U0ADVISER", Role.EXTERNAL_ADVISER)
        for checked_on, offered in ((None, False), (date(2026, 4, 2), True)):
            ledger = FakeLedger(roster=[replace(adviser, checked_on=checked_on)])
            found = choice.offers(ASKER, ledger, date(2026, 9, 2))

            assert [o.candidate.person for o in found] == ["U0ADVISER"] * offered

    @pytest.mark.parametrize("offer", ["gone", OFFER])  # OFFER is the one who has not answered
    def test_choosing_somebody_who_cannot_be_asked_is_refused(self, offer: str) -> None:
        refused = rules.choose_again(offer, case("unanswered"), FakeLedger(), NOW)

        assert isinstance(refused, Refused)

    def test_who_stepped_aside_is_not_asked_a_second_time(self) -> None:
        aside = rules.step_aside(case(), "away", FakeLedger(), NOW)
        before = case("stepped_aside", identity=aside.identity)

        assert isinstance(rules.choose_again(OFFER, before, FakeLedger(), NOW), Refused)
        assert isinstance(rules.choose_again(OTHER_OFFER, before, FakeLedger(), NOW), Decision)

    @pytest.mark.parametrize("asked_on", [date(2026, 9, day) for day in range(14, 28)])  # five closed days in a row
    def test_the_promised_day_is_over_before_the_person_hears_that_no_answer_came(self, asked_on: date) -> None:
        now = fakes.OFFICE.opening(asked_on) + timedelta(hours=2)
        decision = asked(FakeLedger(), now=now)

        assert isinstance(decision, Decision)
        promised = decision.answer["promised_on"]
        lapses = next(d.due_at for d in decision.deadlines if (d.kind, d.stage) == (rules.ANSWER, 3))
        assert fakes.OFFICE.is_open(promised)
        assert promised > asked_on
        assert fakes.OFFICE.next_working(fakes.OFFICE.closing(promised)) == lapses

    def test_taking_it_back_destroys_the_route(self) -> None:
        assert rules.withdraw(case(), NOW).ends_route

    @pytest.mark.parametrize(
        ("state", "after", "told"),
        [
            ("requested", timedelta(minutes=4), False),  # nothing has left: the notice is dropped with the case
            ("requested", timedelta(minutes=5), True),
            ("accepted", timedelta(minutes=1), True),  # seen at Home, before the notice
            ("unanswered", timedelta(days=6), True),
            ("stepped_aside", timedelta(days=1), False),  # nobody has it
        ],
    )
    def test_who_had_been_told_is_told_that_it_was_taken_back_and_not_whose_it_was(
        self, state: str, after: timedelta, told: bool
    ) -> None:
        decision = rules.withdraw(case(state), NOW + after)

        assert receivers(decision) == [(SUPPORTER, NoticeClass.NEWS)] * told
        assert [(n.about, n.topic, n.due_on) for n in decision.notices] == [("", "withdrawn", None)] * told

    @pytest.mark.parametrize(
        ("now", "leaves"),
        [
            (NOW, TOLD_AT),
            (NOW + timedelta(minutes=5), "2026-09-02T01:10:00+00:00"),
            (NOW - timedelta(hours=5), "2026-09-01T23:35:00+00:00"),  # before the office opens
            (NOW + timedelta(hours=7, minutes=12), "2026-09-02T23:35:00+00:00"),  # its slot ends with the office day
        ],
    )
    def test_it_is_known_when_the_first_notice_leaves(self, now: datetime, leaves: str) -> None:
        again = case("unanswered", body={**case().body, "told_at": ""})
        asked_now = (asked(FakeLedger(), now=now), rules.choose_again(OTHER_OFFER, again, FakeLedger(), now))

        for decision in asked_now:
            assert isinstance(decision, Decision)
            assert decision.body is not None
            assert decision.body["told_at"] == leaves

    @pytest.mark.parametrize("state", ["requested", "unanswered", "accepted"])
    def test_the_same_supporter_is_not_asked_twice_at_a_time(self, state: str) -> None:
        ledger = FakeLedger(cases=[case(state, id="other")])
        refusals = [asked(ledger), rules.choose_again(OFFER, case("stepped_aside"), ledger, NOW)]

        assert [(r.reason, r.field) for r in refusals if isinstance(r, Refused)] == [
            ("peer_support-already-asked", "supporter")
        ] * 2
        assert isinstance(asked(ledger, OTHER_OFFER), Decision)

    @pytest.mark.parametrize("state", ["closing", "stepped_aside"])
    def test_what_has_come_to_an_end_does_not_stand_in_the_way(self, state: str) -> None:
        assert isinstance(asked(FakeLedger(cases=[case(state, id="other")])), Decision)


class TestYam10AcceptingIsADuty:
    def test_one_stage_for_each_working_day_and_a_fresh_round_for_each_supporter(self) -> None:
        first, again = asked(FakeLedger()), rules.choose_again(OTHER_OFFER, case("unanswered"), FakeLedger(), NOW)

        assert isinstance(first, Decision)
        assert isinstance(again, Decision)
        days = [(d.stage, fakes.OFFICE.day(d.due_at)) for d in first.deadlines if d.kind == rules.ANSWER]
        assert days == [(1, date(2026, 9, 3)), (2, PROMISED), (3, TOLD_ON)]
        keys = [{(d.kind, d.stage, d.period) for d in decision.deadlines} for decision in (first, again)]
        assert keys[0].isdisjoint(keys[1])  # otherwise the second round would find its deadlines taken

    def test_another_organisation_has_other_days(self) -> None:
        decision = asked(FakeLedger(policy=fakes.COMPANY))

        assert isinstance(decision, Decision)
        assert [d.stage for d in decision.deadlines if d.kind == rules.ANSWER] == [1, 2]

    def test_the_person_is_told_of_an_acceptance_and_the_nudges_end(self) -> None:
        decision = rules.accept(case(), FakeLedger(), NOW)

        assert receivers(decision) == [(ASKER, NoticeClass.NEWS)]
        assert decision.cancels == (rules.ANSWER, *idle.KINDS)

    def test_stepping_aside_takes_the_supporter_out_and_tells_only_that_there_is_news(self) -> None:
        decision = rules.step_aside(case(), "away", FakeLedger(), NOW)

        assert decision.identity is not None
        assert decision.identity["handlers"] == []
        assert decision.drops_parties == (Party(SUPPORTER, Purpose.HANDLER),)
        assert receivers(decision) == [(ASKER, NoticeClass.NEWS)]
        assert set(decision.cancels) == {rules.ANSWER, rules.TERM_END, *idle.KINDS}

    @pytest.mark.parametrize("stage", [1, 2])
    def test_a_day_without_an_answer_nudges_the_supporter_while_it_is_owed(self, stage: int) -> None:
        stale = NOW + timedelta(days=1)
        decision = reminders.on_answer(case(), Deadline("c1", rules.ANSWER, NOW, stage, "1", stale), FakeLedger(), NOW)

        assert receivers(decision) == [(SUPPORTER, NoticeClass.DUTY)]
        assert decision is not None
        assert (decision.notices[0].due_on, decision.notices[0].not_after) == (PROMISED, stale)
        assert decision.notices[0].while_in == ("requested",)

    def test_after_the_last_day_the_person_is_told_instead(self) -> None:
        decision = reminders.on_answer(case(), Deadline("c1", rules.ANSWER, NOW, 3, "1"), FakeLedger(), NOW)

        assert decision is not None
        assert decision.act == "lapse"
        assert receivers(decision) == [(ASKER, NoticeClass.NEWS)]
        assert REQUEST.target("requested", "lapse") == "unanswered"

    def test_waiting_begins_the_stages_anew_and_reminds_the_same_one(self) -> None:
        later = datetime(2026, 9, 8, 1, 0, tzinfo=UTC)
        decision = rules.wait(case("unanswered"), FakeLedger(), later)

        assert receivers(decision) == [(SUPPORTER, NoticeClass.DUTY)]
        assert {d.period for d in decision.deadlines if d.kind == rules.ANSWER} == {"2"}
        assert decision.answer == {"promised_on": date(2026, 9, 10)}
        assert decision.body is not None
        assert decision.body["told_at"] == TOLD_AT  # the supporter has known of it since the first round


class TestYam11NothingIsKept:
    def test_the_end_is_told_and_forgotten_by_itself_after_the_days_of_the_policy(self) -> None:  # G8
        decision = rules.end(case("accepted"), FakeLedger(), NOW)
        days = fakes.POLICY.peer_support.end_choice_days

        assert receivers(decision) == [(ASKER, NoticeClass.NEWS)]
        assert [(d.kind, fakes.OFFICE.day(d.due_at)) for d in decision.deadlines] == [
            (rules.FORGET, date(2026, 9, 3) + timedelta(days=days))
        ]

    def test_forgetting_destroys_the_route(self) -> None:
        assert rules.forget(case("closing")).ends_route


@pytest.mark.parametrize("role", [Role.HQ_SUPPORTER, Role.EXTERNAL_ADVISER])
def test_under_two_roles_the_longer_one_counts(role: Role) -> None:
    longer = appointment(SUPPORTER, role, ends_on=None)
    held = choice.appointment_of(SUPPORTER, FakeLedger(roster=[*fakes.APPOINTMENTS, longer]), date(2026, 9, 2))

    assert held == longer
    assert choice.appointment_of(HEAD, FakeLedger(), date(2026, 9, 2)) is None
