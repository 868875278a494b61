"""Consent by the articles of Yam: what may be asked, what a yes covers, when it ends (Yam 10(2)-(4), 11(3))."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.errors import Refused
from bot.handlers.peer_support.rules import consents as rules
from bot.handlers.peer_support.rules import draft, reveal
from bot.handlers.peer_support.rules.moves import DRAFT, FLOW, REQUEST
from bot.handlers.peer_support.rules.sight import MESSAGE, NAME, REFERRAL, TALK, TOPIC, sight
from bot.rules.cases import Case, Deadline, Decision, NoticeClass
from bot.rules.consent import Consent
from bot.rules.people import Role
from tests import fakes
from tests.fakes import ASKER, NOW, OTHER, SUPPORTER, FakeLedger

LAST = date(2026, 12, 1)  # ninety days from Wednesday, 2 September
ANSWER_BY = date(2026, 9, 9)


def case(state: str = "accepted", **body: object) -> Case:
    kept = {"topic": "work", "means": "phone", "message": "", "round": 1, "promised_on": "2026-09-04",
            "told_at": "2026-09-02T01:05:00+00:00"}  # fmt: skip
    identity = {"requester": ASKER, "handlers": [SUPPORTER]}
    return Case("c1", FLOW, "request", state, 3, "2026-09", "v1", body=kept | body, identity=identity)


def asked(purpose: str = rules.RECORD, fields: frozenset[str] | None = None, **body: object) -> Case:
    """The case after the supporter has asked."""
    before = case(**body)
    decision = rules.ask(purpose, OTHER, fields or rules.ASKED_FOR[purpose], before, FakeLedger(), NOW)
    assert isinstance(decision, Decision)
    return replace(before, body=decision.body or {})


def consent(fields: set[str], recipient: str = Role.WELFARE_HEAD, purpose: str = rules.RECORD, **o: object) -> Consent:
    made = Consent(recipient, purpose, frozenset(fields), NOW - timedelta(days=1), LAST, id="k1")
    return replace(made, **o)  # type: ignore[arg-type]


class TestAsking:
    def test_it_names_recipient_purpose_fields_and_last_day_and_tells_only_the_person(self) -> None:
        decision = rules.ask(rules.RECORD, Role.WELFARE_HEAD, {"subtopic"}, case(), FakeLedger(), NOW)

        assert isinstance(decision, Decision)
        question = rules.pending(replace(case(), body=decision.body or {}))
        assert question == rules.Ask(rules.RECORD, Role.WELFARE_HEAD, frozenset({"subtopic"}), LAST, ANSWER_BY, 1)
        assert [(n.recipient, n.klass) for n in decision.notices] == [(ASKER, NoticeClass.NEWS)]
        assert (decision.consents, decision.identity, decision.parties) == ((), None, ())  # nothing moves

    @pytest.mark.parametrize(
        ("purpose", "fields", "kept"),
        [
            (REFERRAL, {NAME, TOPIC}, {NAME, TOPIC}),
            (REFERRAL, {TOPIC, "subtopic"}, {TOPIC}),  # what belongs to another purpose falls away
            (rules.RECORD, {NAME, "text"}, {"text"}),
            (rules.SUPERIOR, {"contact"}, {"contact"}),
            (rules.RECORD, {NAME, MESSAGE}, None),
            (REFERRAL, set(), None),
        ],
    )
    def test_each_purpose_has_its_own_fields(self, purpose: str, fields: set[str], kept: set[str] | None) -> None:
        decision = rules.ask(purpose, OTHER, fields, case(), FakeLedger(), NOW)

        assert isinstance(decision, Decision) == (kept is not None)
        if isinstance(decision, Decision):
            assert set((decision.body or {})["asked"]["fields"]) == kept

    def test_the_name_of_a_person_who_keeps_it_back_is_never_asked_for(self) -> None:  # G7
        nameless = case(named=False)

        assert rules.allowed(REFERRAL, nameless) == {TOPIC, MESSAGE, TALK}
        assert isinstance(rules.ask(REFERRAL, OTHER, {NAME}, nameless, FakeLedger(), NOW), Refused)

    def test_there_is_one_question_at_a_time(self) -> None:
        refused = rules.ask(rules.SUPERIOR, rules.SUPERIOR, {"contact"}, asked(), FakeLedger(), NOW)

        assert isinstance(refused, Refused)
        assert refused.reason == "peer_support-consent-pending"

    @pytest.mark.parametrize(("state", "turn", "open_"), [
        ("accepted", 1, True), ("accepted", 2, False), ("requested", 1, False), ("closing", 1, False),
    ])  # fmt: skip
    def test_a_question_dies_with_the_turn_of_who_asked(self, state: str, turn: int, open_: bool) -> None:
        there = asked()

        assert (rules.pending(replace(there, state=state, body={**there.body, "round": turn})) is not None) == open_


class TestTheAnswer:
    @pytest.mark.parametrize(
        ("ticked", "covered"),
        [
            ({"subtopic", "text"}, {"subtopic", "text"}),
            ({"text"}, {"text"}),  # the person may take away
            (set(), None),  # nothing ticked is no yes
            ({"subtopic", "text", "name"}, None),  # and nobody adds anything
        ],
    )
    def test_the_person_may_narrow_and_never_widen(self, ticked: set[str], covered: set[str] | None) -> None:
        decision = rules.agree(ticked, asked(), FakeLedger(), NOW)

        if covered is None:
            assert isinstance(decision, Refused)
        else:
            assert isinstance(decision, Decision)
            assert decision.consents == (Consent(OTHER, rules.RECORD, frozenset(covered), NOW, LAST),)

    def test_a_single_field_has_nothing_to_untick(self) -> None:
        there = asked(rules.SUPERIOR)
        decision = rules.agree((), there, FakeLedger(), NOW)

        assert isinstance(decision, Decision)
        assert decision.consents[0].fields == {"contact"}

    def test_a_yes_to_being_handed_on_is_another_act(self) -> None:
        assert isinstance(rules.agree({NAME}, asked(REFERRAL), FakeLedger(), NOW), Refused)

    def test_a_no_and_no_answer_write_no_consent_and_read_the_same(self) -> None:
        there = asked()
        no = rules.not_now(there, FakeLedger(), NOW)
        silence = rules.on_ask_ends(there, Deadline("c1", rules.ASK_ENDS, NOW, period="1"), FakeLedger(), NOW)

        assert isinstance(no, Decision)
        assert silence is not None
        assert no.consents == silence.consents == ()
        after = [rules.answered(replace(there, body=decision.body or {})) for decision in (no, silence)]
        assert after[0] == after[1] == {"purpose": rules.RECORD, "agreed": False, "round": 1}
        assert [n.recipient for n in (*no.notices, *silence.notices)] == [SUPPORTER, SUPPORTER]

    def test_an_answer_to_an_old_question_is_refused_and_its_deadline_is_stale(self) -> None:
        over = case()

        assert isinstance(rules.agree({"text"}, over, FakeLedger(), NOW), Refused)
        assert isinstance(rules.not_now(over, FakeLedger(), NOW), Refused)
        old = Deadline("c1", rules.ASK_ENDS, NOW, period="0")
        assert rules.on_ask_ends(asked(), old, FakeLedger(), NOW) is None


class TestYam11TheRecord:
    @pytest.mark.parametrize(
        ("line", "now", "may"),
        [
            (consent({"subtopic"}), NOW, {"subtopic"}),
            (consent({"subtopic", "text"}), NOW, {"subtopic", "text"}),
            (consent({"text"}, withdrawn_at=NOW), NOW, set()),  # from the very instant
            (consent({"text"}, withdrawn_at=NOW + timedelta(seconds=1)), NOW, {"text"}),
            (consent({"text"}), datetime(2026, 12, 1, 14, 59, tzinfo=UTC), {"text"}),  # the last minute of the last day
            (consent({"text"}), datetime(2026, 12, 1, 15, 0, tzinfo=UTC), set()),
            (consent({"text"}, recipient=OTHER), NOW, set()),
            (consent({"text"}, purpose=REFERRAL), NOW, set()),
        ],
    )
    def test_only_what_a_live_consent_covers(self, line: Consent, now: datetime, may: set[str]) -> None:
        assert rules.may_record(case(), FakeLedger(agreed={"c1": [line]}), now) == may

    def test_without_a_consent_nothing(self) -> None:
        assert rules.may_record(case(), FakeLedger(), NOW) == frozenset()

    def test_taking_it_back_ends_that_line_at_that_instant(self) -> None:
        line = consent({"text"})
        decision = rules.end_one("k1", case(), FakeLedger(agreed={"c1": [line]}), NOW)

        assert isinstance(decision, Decision)
        assert decision.consents == (replace(line, withdrawn_at=NOW),)
        for gone in ("", "k2"):
            assert isinstance(rules.end_one(gone, case(), FakeLedger(agreed={"c1": [line]}), NOW), Refused)

    def test_whom_the_person_chooses_next_inherits_nothing(self) -> None:
        lines = [consent({"text"}), consent({"contact"}, rules.SUPERIOR, rules.SUPERIOR, withdrawn_at=NOW)]

        ended = rules.all_ended(case(), FakeLedger(agreed={"c1": lines}), NOW)

        assert ended == (replace(lines[0], withdrawn_at=NOW),)


class TestOpening:
    def handed_on(self, **other: object) -> tuple[Case, FakeLedger]:
        there = case()
        there = replace(there, identity={**there.identity, "handlers": [OTHER], "referred_from": [SUPPORTER]})
        return there, FakeLedger(agreed={"c1": [consent({TOPIC}, OTHER, REFERRAL, **other)]})

    @pytest.mark.parametrize(
        ("viewer", "other", "marked"),
        [(OTHER, {}, True), (SUPPORTER, {}, False), (ASKER, {}, False), (OTHER, {"opened_at": NOW}, False)],
    )
    def test_the_first_opening_by_the_recipient_leaves_a_mark(
        self, viewer: str, other: dict[str, object], marked: bool
    ) -> None:
        there, ledger = self.handed_on(**other)
        decision = rules.on_opening(viewer, there, ledger, NOW)

        assert (decision is not None) == marked
        if decision:
            assert decision.consents[0].opened_at == NOW
            assert decision.keeps_rev

    def test_a_name_that_is_told_afterwards_is_seen_by_whom_it_was_handed_on_to(self) -> None:  # G7
        there, ledger = self.handed_on()
        there = replace(there, body={**there.body, "named": False})
        assert sight(there, OTHER, ledger, NOW) == {TOPIC}

        told = reveal.reveal(there, ledger, NOW)

        after = replace(there, body=told.body or {})
        assert sight(after, OTHER, FakeLedger(agreed={"c1": told.consents}), NOW) == {TOPIC, NAME}


class TestYam10TheDraft:
    NEW = Case("d1", FLOW, "draft", "", 0, "2026-09", "v1")

    def kept(self) -> Case:
        made = draft.keep("words", ASKER, self.NEW, FakeLedger(), NOW)
        assert isinstance(made, Decision)
        return replace(self.NEW, state="kept", rev=1, body=made.body or {}, identity=made.identity or {})

    def test_it_is_the_writers_alone_and_sends_nothing(self) -> None:
        decision = draft.keep("words", ASKER, self.NEW, FakeLedger(), NOW)

        assert isinstance(decision, Decision)
        assert [party.person for party in decision.parties] == [ASKER]
        assert decision.notices == ()
        assert draft.kept_until(self.kept()) == date(2026, 9, 16)
        assert [fakes.OFFICE.day(d.due_at) for d in decision.deadlines] == [date(2026, 9, 17)]

    def test_there_is_one_and_not_an_empty_one(self) -> None:
        again = draft.keep("other", ASKER, self.NEW, FakeLedger(cases=[self.kept()]), NOW)
        assert isinstance(again, Refused)
        assert isinstance(draft.keep("", ASKER, self.NEW, FakeLedger(), NOW), Refused)
        written_on = draft.keep("other", ASKER, self.kept(), FakeLedger(cases=[self.kept()]), NOW)
        assert isinstance(written_on, Decision)
        assert (written_on.body or {})["text"] == "other"

    @pytest.mark.parametrize(("state", "ends"), [("kept", True), ("gone", False)])
    def test_thrown_away_or_forgotten_nothing_stays(self, state: str, ends: bool) -> None:
        assert draft.throw_away(self.kept()).ends_route
        decision = draft.on_draft_ends(replace(self.kept(), state=state))
        assert (decision is not None and decision.ends_route) == ends


def test_every_act_has_its_arrows() -> None:
    everywhere = ("requested", "unanswered", "accepted")
    for act, states in {
        "ask_consent": ("accepted",), "consent": ("accepted",), "not_now": ("accepted",), "ask_ends": ("accepted",),
        "introduce": ("accepted",), "refer": ("accepted",), "take_back": everywhere, "hand_back": everywhere,
        "leave_open": everywhere,
    }.items():  # fmt: skip
        assert [s for s in ("", *REQUEST.states()) if REQUEST.target(s, act)] == [
            s for s in REQUEST.states() if s in states
        ], act
    assert DRAFT.final() == {"gone"}
