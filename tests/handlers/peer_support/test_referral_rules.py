"""Handing on by Yam 10(2)(3): to whom, only with consent, and where it goes when that ends."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.errors import Refused
from bot.handlers.peer_support.rules import referral as rules
from bot.handlers.peer_support.rules.moves import FLOW, REQUEST
from bot.handlers.peer_support.rules.request import ANSWER, TERM_END, choose_again
from bot.handlers.peer_support.rules.sight import MESSAGE, NAME, REFERRAL, TOPIC, sight
from bot.rules.cases import Case, Deadline, Decision, NoticeClass, Party, Purpose
from bot.rules.consent import Consent
from bot.rules.people import Appointment, Role
from tests import fakes
from tests.fakes import ASKER, BOSS, NOW, OTHER, SUPPORTER, FakeLedger, appointment

HQ, ADVISER, STRANGER = "U0HQ", "U0ADVISER", "U0STRANGER"
LAST, AFTER = date(2026, 12, 1), datetime.fromisoformat("2026-12-02T00:00:00+09:00")
CHECKED = date(2026, 4, 2)
TO_HQ = appointment(HQ, Role.HQ_SUPPORTER)
TO_ADVISER = appointment(ADVISER, Role.EXTERNAL_ADVISER, checked_on=CHECKED)
ROSTER = (*fakes.APPOINTMENTS, TO_HQ, TO_ADVISER, appointment(STRANGER, Role.EXTERNAL_ADVISER))


def town(*lines: Consent, roster: tuple[Appointment, ...] = ROSTER) -> FakeLedger:
    return FakeLedger(roster=roster, agreed={"c1": lines})


def to(person: str, *fields: str, **other: object) -> Consent:
    """The person's consent to be handed on."""
    made = Consent(person, REFERRAL, frozenset(fields or (TOPIC,)), NOW - timedelta(days=1), LAST, id=f"to-{person}")
    return replace(made, **other)  # type: ignore[arg-type]


def case(handler: str = SUPPORTER, *before: str, state: str = "accepted", **body: object) -> Case:
    kept = {"topic": "work", "means": "phone", "message": "", "round": 2, "promised_on": "2026-09-04",
            "told_at": "2026-09-02T00:05:00+00:00"}  # fmt: skip
    identity = {"requester": ASKER, "handlers": [handler], **({"referred_from": list(before)} if before else {})}
    return Case("c1", FLOW, "request", state, 3, "2026-09", "v1", body=kept | body, identity=identity)


def asked(recipient: Appointment = TO_HQ, fields: tuple[str, ...] = (NAME, TOPIC)) -> Case:
    decision = rules.ask(recipient.id, fields, case(), town(), NOW)
    assert isinstance(decision, Decision)
    return replace(case(), body=decision.body or {})


def done(decision: Decision | Refused | None) -> Decision:
    assert isinstance(decision, Decision)
    return decision


def handler_after(decision: Decision | Refused | None) -> list[str]:
    return list((done(decision).identity or {})["handlers"])


class TestToWhom:
    @pytest.mark.parametrize(
        ("supporter", "reached"),
        [(SUPPORTER, {HQ, ADVISER}), (HQ, {ADVISER}), (ADVISER, set()), (ASKER, set())],  # Yam 10(2), 10(3)
    )
    def test_upwards_only_and_to_checked_accounts(self, supporter: str, reached: set[str]) -> None:
        assert {a.person for a in rules.reach(supporter, town(), date(2026, 9, 2))} == reached

    def test_nobody_whose_term_is_over(self) -> None:
        assert rules.reach(SUPPORTER, town(), date(2027, 4, 1)) == ()

    @pytest.mark.parametrize("chosen", ["gone", fakes.APPOINTMENTS[1].id, f"a-{STRANGER}-external_adviser-2026-04-01"])
    def test_asking_for_anybody_else_is_refused(self, chosen: str) -> None:
        refused = rules.ask(chosen, {TOPIC}, case(), town(), NOW)

        assert isinstance(refused, Refused)
        assert refused.field == "recipient"


class TestHandingOn:
    def test_with_a_yes_it_is_a_new_request_with_its_own_promise(self) -> None:
        decision = done(rules.refer({TOPIC}, asked(), town(), NOW))

        assert decision.consents == (Consent(HQ, REFERRAL, frozenset({TOPIC}), NOW, LAST),)
        assert decision.identity == {"requester": ASKER, "handlers": [HQ], "referred_from": [SUPPORTER]}
        assert decision.parties == (Party(HQ, Purpose.HANDLER),)
        assert decision.drops_parties == (Party(SUPPORTER, Purpose.HANDLER),)
        assert REQUEST.target("accepted", decision.act) == "requested"
        assert [(n.recipient, n.klass, bool(n.about)) for n in decision.notices] == [
            (HQ, NoticeClass.DUTY, True), (SUPPORTER, NoticeClass.NEWS, False),
        ]  # fmt: skip
        ends = {d.kind: d.due_at for d in decision.deadlines if d.kind == rules.CONSENT_ENDS}
        assert ends == {rules.CONSENT_ENDS: AFTER}
        assert {ANSWER, TERM_END} <= set(decision.cancels)

    @pytest.mark.parametrize("ticked", [set(), {NAME, TOPIC, MESSAGE}])
    def test_nothing_ticked_or_more_than_was_asked_moves_nothing(self, ticked: set[str]) -> None:
        assert isinstance(rules.refer(ticked, asked(), town(), NOW), Refused)

    def test_without_a_question_nothing_moves(self) -> None:
        assert isinstance(rules.refer({TOPIC}, case(), town(), NOW), Refused)

    def test_a_recipient_who_has_left_office_meanwhile_gets_nothing(self) -> None:
        refused = rules.refer({TOPIC}, asked(), town(roster=fakes.APPOINTMENTS), NOW)

        assert isinstance(refused, Refused)
        assert refused.reason == "peer_support-consent-gone"

    def test_an_older_wider_consent_to_the_same_one_does_not_come_to_life_again(self) -> None:
        old = to(HQ, NAME, TOPIC, MESSAGE)
        decision = done(rules.refer({TOPIC}, asked(), town(old), NOW))

        after = replace(asked(), identity=decision.identity or {})
        assert sight(after, HQ, town(*decision.consents), NOW) == {TOPIC}

    def test_what_was_agreed_with_the_earlier_supporter_ends(self) -> None:
        boss = Consent("superior", "superior", frozenset({"contact"}), NOW - timedelta(days=1), LAST)
        decision = done(rules.refer({TOPIC}, asked(), town(boss), NOW))

        assert replace(boss, withdrawn_at=NOW) in decision.consents


class TestTheWayBack:
    @pytest.mark.parametrize("state", ["requested", "unanswered", "accepted"])
    def test_taken_back_it_is_closed_and_returns(self, state: str) -> None:
        decision = done(rules.take_back(case(HQ, SUPPORTER, state=state), town(to(HQ)), NOW))

        assert decision.act == "take_back"
        assert REQUEST.target(state, decision.act) == "accepted"
        assert handler_after(decision) == [SUPPORTER]
        assert decision.consents == (to(HQ, withdrawn_at=NOW),)
        assert decision.drops_parties == (Party(HQ, Purpose.HANDLER),)
        assert [(n.recipient, n.topic, bool(n.about)) for n in decision.notices] == [
            (HQ, "withdrawn", False), (SUPPORTER, "case", True),
        ]  # fmt: skip

    def test_whoever_has_not_heard_of_it_yet_is_not_told_that_it_is_over(self) -> None:
        there = case(HQ, SUPPORTER, state="requested", told_at=(NOW + timedelta(minutes=3)).isoformat())

        told = [n.recipient for n in done(rules.take_back(there, town(to(HQ)), NOW)).notices]

        assert told == [SUPPORTER]

    @pytest.mark.parametrize(
        ("there", "of"),
        [(case(), town()), (case(HQ, SUPPORTER, state="closing"), town(to(HQ)))],
    )
    def test_there_is_nothing_to_take_back(self, there: Case, of: FakeLedger) -> None:
        assert isinstance(rules.take_back(there, of, NOW), Refused)

    def test_it_returns_by_one_step_and_past_whom_may_read_it_no_more(self) -> None:
        chain = case(ADVISER, SUPPORTER, HQ)
        both = town(to(HQ), to(ADVISER))
        assert handler_after(rules.take_back(chain, both, NOW)) == [HQ]
        ended = town(to(HQ, withdrawn_at=NOW), to(ADVISER))
        assert handler_after(rules.take_back(chain, ended, NOW)) == [SUPPORTER]

    def test_where_it_returns_by_consent_that_end_is_watched_again(self) -> None:
        decision = done(rules.take_back(case(ADVISER, SUPPORTER, HQ), town(to(HQ), to(ADVISER)), NOW))

        assert [d.due_at for d in decision.deadlines if d.kind == rules.CONSENT_ENDS] == [AFTER]

    @pytest.mark.parametrize("taken_back", [True, False])
    def test_without_anybody_to_return_to_the_person_chooses(self, taken_back: bool) -> None:
        there, of = case(HQ, SUPPORTER), town(to(HQ), roster=(TO_HQ,))
        decision = done(rules.take_back(there, of, NOW) if taken_back else rules.step_aside(there, "away", of, NOW))

        assert (decision.act, handler_after(decision)) == ("leave_open", [])
        assert REQUEST.target("accepted", decision.act) == "stepped_aside"
        assert (ASKER in [n.recipient for n in decision.notices]) == (not taken_back)

    def test_stepping_aside_gives_it_back_and_is_remembered(self) -> None:
        decision = done(rules.step_aside(case(HQ, SUPPORTER), "away", town(to(HQ)), NOW))

        assert (decision.act, handler_after(decision)) == ("hand_back", [SUPPORTER])
        assert (decision.identity or {})["stepped_aside"] == [HQ]
        assert {n.recipient for n in decision.notices} == {ASKER, SUPPORTER}  # not the one who did it

    def test_stepping_aside_of_whom_the_person_chose_is_as_before(self) -> None:
        assert rules.step_aside(case(), "away", town(), NOW).act == "step_aside"

    @pytest.mark.parametrize(("roster", "act"), [
        (tuple(a for a in ROSTER if a is not TO_HQ), "hand_back"), (ROSTER, "go_on"),
    ])  # fmt: skip
    def test_the_end_of_the_recipients_office_gives_it_back(self, roster: tuple[Appointment, ...], act: str) -> None:
        decision = rules.on_term_end(case(HQ, SUPPORTER), town(to(HQ), roster=roster), NOW)

        assert done(decision).act == act

    @pytest.mark.parametrize(
        ("there", "now", "back"),
        [
            (case(HQ, SUPPORTER), AFTER, True),
            (case(HQ, SUPPORTER, state="unanswered"), AFTER, True),
            (case(HQ, SUPPORTER), AFTER - timedelta(minutes=1), False),  # its last day still counts
            (case(HQ, SUPPORTER, state="closing"), AFTER, False),
            (case(), AFTER, False),
        ],
    )
    def test_the_end_of_the_consent_gives_it_back(self, there: Case, now: datetime, back: bool) -> None:
        decision = rules.on_consent_ends(there, town(to(HQ)), now)

        assert (decision is not None) == back
        if decision:
            assert (decision.act, handler_after(decision)) == ("hand_back", [SUPPORTER])
            assert ASKER in {n.recipient for n in decision.notices}

    def test_whom_the_person_chooses_next_was_not_handed_anything(self) -> None:
        there = case(HQ, SUPPORTER, state="unanswered")
        decision = done(choose_again(fakes.APPOINTMENTS[1].id, there, town(to(HQ)), NOW))

        after = replace(there, identity=decision.identity or {})
        assert sight(after, OTHER, town(*decision.consents), NOW) >= {NAME, TOPIC, MESSAGE}
        assert decision.consents == (to(HQ, withdrawn_at=NOW),)


class TestIntroducing:
    def test_a_known_contact_is_handed_over_and_only_the_person_is_told(self) -> None:  # Yam 10(3)
        decision = done(rules.introduce(f"a-{STRANGER}-external_adviser-2026-04-01", case(), town(), NOW))

        assert [n.recipient for n in decision.notices] == [ASKER]
        assert (decision.consents, decision.identity) == ((), None)
        after = replace(case(), body=decision.body or {})
        named = rules.introduced(after, town(), date(2026, 9, 2))
        assert [one.appointment and one.appointment.person for one in named] == [STRANGER]

    @pytest.mark.parametrize("contact", ["gone", fakes.APPOINTMENTS[2].id])  # a unit's supporter, here the superior
    def test_nobody_else_is_on_the_list(self, contact: str) -> None:
        assert isinstance(rules.introduce(contact, case(), town(), NOW), Refused)


def test_nothing_here_tells_anybody_but_the_person_and_who_deals_with_it() -> None:  # Yam 10(4)(1)
    ledger = town(to(HQ))
    there = case(HQ, SUPPORTER)
    decisions = [
        rules.ask(TO_HQ.id, {NAME}, case(), town(), NOW),
        rules.refer({NAME}, asked(), town(), NOW),
        rules.take_back(there, ledger, NOW),
        rules.step_aside(there, "away", ledger, NOW),
        rules.on_consent_ends(there, ledger, AFTER),
        rules.on_term_end(there, town(to(HQ), roster=fakes.APPOINTMENTS), NOW),
        rules.introduce(TO_ADVISER.id, case(), ledger, NOW),
        rules.PASSED[rules.CONSENT_ENDS].decide(there, Deadline("c1", rules.CONSENT_ENDS, AFTER), ledger, AFTER),
    ]

    told = {notice.recipient for decision in decisions for notice in done(decision).notices}

    assert told == {ASKER, SUPPORTER, HQ}
    assert BOSS not in told
