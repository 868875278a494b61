"""The rules of a talk: who sees what of it, whose turn it is, what is agreed, what a private note is."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.errors import Refused
from bot.handlers.peer_support.rules import note as notes
from bot.handlers.peer_support.rules import talk as rules
from bot.handlers.peer_support.rules.moves import FLOW, REQUEST
from bot.handlers.peer_support.rules.sight import NAME, REFERRAL, TALK
from bot.handlers.peer_support.rules.talk import Proposal
from bot.rules.cases import Case, Deadline, Decision, NoticeClass, Record
from bot.rules.consent import Consent
from tests import fakes
from tests.fakes import ASKER, NOW, OTHER, SUPPORTER, FakeLedger

LATER = NOW + timedelta(hours=2)
PLAN = Proposal("2026-09-14", "Room 3", "phone")


def case(state: str = "accepted", **other: Any) -> Case:
    values: dict[str, Any] = {
        "body": {"topic": "work", "means": "phone", "message": "", "round": 1, "promised_on": "2026-09-07",
                 "told_at": "2026-09-02T01:05:00+00:00", "asked_on": "2026-09-02"},
        "identity": {"requester": ASKER, "handlers": [SUPPORTER]},
    } | other  # fmt: skip
    return Case("c1" * 16, FLOW, "request", state, 4, "2026-09", "v1", **values)


def ledger(*entries: Record, **other: Any) -> FakeLedger:
    return FakeLedger(entries={"c1" * 16: entries}, **other)


def said(decision: Decision | Refused | None) -> Record:
    assert isinstance(decision, Decision)
    (record,) = decision.records
    return record


def talked(*turns: tuple[str, str] | tuple[str, str, Proposal], about: Case | None = None) -> list[Record]:
    """What these people have written one after the other; the supporter of `about` is the one who is there."""
    entries: list[Record] = []
    for writer, text, *proposal in turns:
        asked = about or case()
        at = NOW + timedelta(hours=len(entries) + 1)
        entries.append(
            said(rules.write(text, proposal[0] if proposal else Proposal(), writer, asked, ledger(*entries), at))  # type: ignore[arg-type]
        )
    return entries


def texts(viewer: str, about: Case, entries: list[Record], **other: Any) -> list[str]:
    return [line.text for line in rules.talk_of(viewer, about, ledger(*entries, **other), LATER).lines]


class TestWhoSeesWhat:
    def test_both_sides_see_every_line_in_order_whatever_order_the_store_gives(self) -> None:
        entries = talked((ASKER, "one"), (SUPPORTER, "two"), (ASKER, "three"))

        for viewer in (ASKER, SUPPORTER):
            assert texts(viewer, case(), entries[::-1]) == ["one", "two", "three"]

    def test_no_record_names_anybody(self) -> None:
        entries = talked((ASKER, "x", PLAN), (SUPPORTER, "y"))
        entries.append(said(rules.opened(SUPPORTER, case(), ledger(*entries), LATER)))
        entries.append(said(notes.note("z", SUPPORTER, case(), ledger(), LATER)))

        assert [who for who in (ASKER, SUPPORTER) for entry in entries if who in str(entry.body)] == []

    def test_whoever_is_newly_chosen_begins_with_an_empty_page(self) -> None:
        entries = talked((ASKER, "to the first"), (SUPPORTER, "from the first"))
        again = case(identity={"requester": ASKER, "handlers": [OTHER]})

        assert texts(OTHER, again, entries) == []
        assert texts(ASKER, again, entries) == ["to the first", "from the first"]

    def test_what_was_written_while_nobody_was_there_waits_for_whoever_comes_next_and_no_further(self) -> None:
        nobody = case("stepped_aside", identity={"requester": ASKER, "handlers": []})
        first = talked((ASKER, "to the first"))
        waiting = said(rules.write("to the next", Proposal(), ASKER, nobody, ledger(*first), LATER))
        second = case(identity={"requester": ASKER, "handlers": [OTHER]})

        assert texts(OTHER, second, [*first, waiting]) == ["to the next"]
        answer = said(rules.write("hello", Proposal(), OTHER, second, ledger(*first, waiting), LATER))
        third = case(identity={"requester": ASKER, "handlers": [SUPPORTER]})
        assert texts(SUPPORTER, third, [*first, waiting, answer]) == ["to the first"]

    @pytest.mark.parametrize("gone", ["term", "account"])
    def test_who_can_no_longer_read_is_written_to_by_nobody(self, gone: str) -> None:
        left = [replace(row, left=True) if row.id == SUPPORTER else row for row in fakes.PEOPLE]
        roster = [a for a in fakes.APPOINTMENTS if a.person != SUPPORTER]
        changed = ledger(rows=left) if gone == "account" else ledger(roster=roster)
        decision = rules.write("are you there", Proposal(), ASKER, case(), changed, LATER)

        assert isinstance(decision, Decision)
        assert said(decision).body["with"] == ""
        assert decision.notices == ()
        assert rules.REPLY not in {deadline.kind for deadline in decision.deadlines}

    @pytest.mark.parametrize(("fields", "sees"), [({TALK}, ["before"]), ({NAME}, [])])
    def test_who_was_referred_to_sees_the_talk_before_only_by_consent(self, fields: set[str], sees: list[str]) -> None:
        consent = Consent(OTHER, REFERRAL, frozenset(fields), NOW)
        referred = case(identity={"requester": ASKER, "handlers": [OTHER], "referred_from": [SUPPORTER]})
        found = texts(OTHER, referred, talked((ASKER, "before")), agreed={"c1" * 16: (consent,)})

        assert found == sees


class TestWriting:
    @pytest.mark.parametrize("state", sorted(REQUEST.states()))
    def test_only_while_the_matter_is_open(self, state: str) -> None:
        person, supporter = (
            rules.write("x", Proposal(), who, case(state), ledger(), LATER) for who in (ASKER, SUPPORTER)
        )

        assert isinstance(person, Decision) == (state in {"requested", "unanswered", "stepped_aside", "accepted"})
        assert isinstance(supporter, Decision) == (state in {"requested", "unanswered", "accepted"})
        for decision in (person, supporter):
            assert isinstance(decision, Refused) or REQUEST.target(state, decision.act) == state

    def test_nothing_is_no_message_and_a_past_day_no_proposal(self) -> None:
        nothing = rules.write("", Proposal(), ASKER, case(), ledger(), LATER)
        past = rules.write("x", Proposal(day="2026-09-01"), ASKER, case(), ledger(), LATER)
        today = rules.write("", Proposal(day="2026-09-02"), ASKER, case(), ledger(), LATER)

        assert [(r.reason, r.field) for r in (nothing, past) if isinstance(r, Refused)] == [
            ("peer_support-talk-empty", "text"), ("peer_support-talk-past", "day"),
        ]  # fmt: skip
        assert isinstance(today, Decision)

    def test_to_somebody_whose_account_is_closed_nothing_is_written(self) -> None:
        left = [replace(row, left=True) if row.id == ASKER else row for row in fakes.PEOPLE]
        refused = rules.write("x", Proposal(), SUPPORTER, case(), ledger(rows=left), LATER)

        assert isinstance(refused, Refused)
        assert refused.reason == "peer_support-talk-gone"

    @pytest.mark.parametrize(("writer", "reader"), [(ASKER, SUPPORTER), (SUPPORTER, ASKER)])
    def test_the_other_side_hears_that_there_is_news_once_in_a_slot(self, writer: str, reader: str) -> None:
        minutes = (0, 4, 5)
        found = [
            rules.write("secret", Proposal(), writer, case(), ledger(), LATER + timedelta(minutes=m)) for m in minutes
        ]
        notices = [notice for decision in found if isinstance(decision, Decision) for notice in decision.notices]

        assert {(n.recipient, n.klass, n.topic) for n in notices} == {(reader, NoticeClass.NEWS, "talk")}
        assert [notices[0].once == notice.once for notice in notices] == [True, True, False]
        assert "secret" not in str(notices)
        assert all("accepted" in notice.while_in and "closing" not in notice.while_in for notice in notices)

    def test_before_the_request_itself_is_heard_of_nothing_else_is(self) -> None:
        decision = rules.write("x", Proposal(), ASKER, case("requested"), ledger(), NOW)

        assert isinstance(decision, Decision)
        assert decision.notices == ()

    def test_a_moment_is_told_in_steps_of_the_shared_slot(self) -> None:
        odd = datetime(2026, 9, 2, 3, 14, 27, tzinfo=UTC)

        assert (
            said(rules.write("x", Proposal(), ASKER, case(), ledger(), odd)).body["at"] == "2026-09-02T03:10:00+00:00"
        )


class TestAgreeing:
    def test_the_newest_proposal_of_the_other_side_waits_for_a_yes(self) -> None:
        entries = talked((ASKER, "a", PLAN), (SUPPORTER, "b"))
        views_of = [rules.talk_of(who, case(), ledger(*entries), LATER) for who in (ASKER, SUPPORTER)]

        assert [talk.offered and talk.offered.number for talk in views_of] == [None, 1]
        assert [talk.agreed for talk in views_of] == [None, None]

    def test_a_yes_stands_on_both_sides_until_the_next_one(self) -> None:
        entries = talked((ASKER, "a", PLAN))
        entries.append(said(rules.agree(1, SUPPORTER, case(), ledger(*entries), LATER)))
        entries.append(said(rules.write("b", Proposal(place="2F"), ASKER, case(), ledger(*entries), LATER)))

        for who in (ASKER, SUPPORTER):
            assert rules.talk_of(who, case(), ledger(*entries), LATER).agreed == PLAN
        entries.append(said(rules.agree(3, SUPPORTER, case(), ledger(*entries), LATER)))
        for who in (ASKER, SUPPORTER):
            assert rules.talk_of(who, case(), ledger(*entries), LATER).agreed == Proposal(place="2F")

    @pytest.mark.parametrize(("who", "number"), [(ASKER, 1), (SUPPORTER, 2), (SUPPORTER, 9)])
    def test_nobody_agrees_to_their_own_or_to_another_one(self, who: str, number: int) -> None:
        refused = rules.agree(number, who, case(), ledger(*talked((ASKER, "a", PLAN), (SUPPORTER, "b"))), LATER)

        assert isinstance(refused, Refused)
        assert refused.reason == "peer_support-talk-another"

    def test_twice_is_once(self) -> None:
        entries = talked((ASKER, "a", PLAN))
        entries.append(said(rules.agree(1, SUPPORTER, case(), ledger(*entries), LATER)))

        assert isinstance(rules.agree(1, SUPPORTER, case(), ledger(*entries), LATER), Refused)


class TestSeen:
    def test_an_opening_is_noted_for_news_and_for_another_day_only(self) -> None:
        entries = talked((ASKER, "a"))
        entries.append(said(rules.opened(SUPPORTER, case(), ledger(*entries), LATER)))
        minutes, tomorrow = LATER + timedelta(minutes=40), LATER + timedelta(days=1)

        assert rules.opened(SUPPORTER, case(), ledger(*entries), minutes) is None
        assert rules.opened(SUPPORTER, case(), ledger(*entries), tomorrow) is not None
        entries.append(said(rules.write("b", Proposal(), ASKER, case(), ledger(*entries), minutes)))
        assert rules.opened(SUPPORTER, case(), ledger(*entries), minutes) is not None

    def test_it_changes_no_revision_so_that_nobodys_buttons_are_spoiled(self) -> None:
        decision = rules.opened(SUPPORTER, case(), ledger(*talked((ASKER, "a"))), LATER)

        assert decision is not None
        assert decision.keeps_rev
        assert (decision.body, decision.identity, decision.notices, decision.parties) == (None, None, (), ())

    def test_nothing_is_noted_of_an_empty_talk_or_one_that_has_ended(self) -> None:
        assert rules.opened(ASKER, case(), ledger(), LATER) is None
        for state in ("closing", "withdrawn", "ended"):
            assert rules.opened(ASKER, case(state), ledger(*talked((ASKER, "a"))), LATER) is None

    def test_what_the_other_side_has_written_since_is_new(self) -> None:
        entries = talked((ASKER, "a"))
        assert [rules.talk_of(w, case(), ledger(*entries), LATER).unread for w in (ASKER, SUPPORTER)] == [False, True]
        entries.append(said(rules.opened(SUPPORTER, case(), ledger(*entries), LATER)))
        assert not rules.talk_of(SUPPORTER, case(), ledger(*entries), LATER).unread

    def test_the_other_side_sees_when_it_was_opened_but_not_what_an_earlier_supporter_did(self) -> None:
        entries = talked((ASKER, "a"))
        entries.append(said(rules.opened(SUPPORTER, case(), ledger(*entries), LATER)))
        again = case(identity={"requester": ASKER, "handlers": [OTHER]})

        assert rules.talk_of(ASKER, case(), ledger(*entries), LATER).opened_at == LATER
        assert rules.talk_of(ASKER, again, ledger(*entries), LATER).opened_at is None


class TestTheTurn:
    def reply(self, number: int) -> Deadline:
        return Deadline("c1" * 16, rules.REPLY, LATER, period=str(number))

    @pytest.mark.parametrize("policy", [fakes.POLICY, fakes.COMPANY])
    def test_it_is_remembered_after_the_policys_office_days(self, policy: Any) -> None:
        friday = datetime(2026, 9, 4, 1, 0, tzinfo=UTC)
        decision = rules.write("x", Proposal(), ASKER, case(), ledger(policy=policy), friday)

        assert isinstance(decision, Decision)
        (clock,) = [deadline for deadline in decision.deadlines if deadline.kind == rules.REPLY]
        days = policy.peer_support.reply_office_days
        assert fakes.OFFICE.day(clock.due_at) == fakes.OFFICE.add_open_days(date(2026, 9, 4), days)
        assert rules.REPLY in decision.cancels  # the clock before is over

    @pytest.mark.parametrize(("last", "awaited"), [(ASKER, SUPPORTER), (SUPPORTER, ASKER)])
    def test_whose_turn_it_is_hears_of_it(self, last: str, awaited: str) -> None:
        first = ASKER if last == SUPPORTER else SUPPORTER
        decision = rules.on_reply(case(), self.reply(2), ledger(*talked((first, "a"), (last, "b"))), LATER)

        assert decision is not None
        assert [(notice.recipient, notice.klass) for notice in decision.notices] == [(awaited, NoticeClass.NEWS)]

    def test_nobody_does_after_an_answer_or_a_yes_or_where_it_is_not_taken_on(self) -> None:
        entries = talked((ASKER, "a", PLAN))
        answered = talked((ASKER, "a"), (SUPPORTER, "b"))
        agreed = [*entries, said(rules.agree(1, SUPPORTER, case(), ledger(*entries), LATER))]

        assert rules.on_reply(case(), self.reply(1), ledger(*answered), LATER) is None
        assert rules.on_reply(case(), self.reply(1), ledger(*agreed), LATER) is None
        for state in ("requested", "unanswered", "stepped_aside", "closing"):
            assert rules.on_reply(case(state), self.reply(1), ledger(*entries), LATER) is None

    @pytest.mark.parametrize("last", [ASKER, SUPPORTER])
    def test_nobody_does_where_somebody_else_has_taken_it_on_who_cannot_see_what_was_said(self, last: str) -> None:
        taken_on = case(identity={"requester": ASKER, "handlers": [OTHER]})
        assert rules.on_reply(taken_on, self.reply(1), ledger(*talked((last, "a"))), LATER) is None


def test_who_took_it_on_before_the_notice_left_hears_of_what_is_written() -> None:
    early = NOW.replace(hour=1, minute=2)
    assert [n.recipient for n in rules.news(SUPPORTER, case("accepted"), ledger(), early)] == [SUPPORTER]
    assert rules.news(SUPPORTER, case("requested"), ledger(), early) == ()


def test_what_is_written_just_before_closing_and_after_it_is_heard_of_once() -> None:
    late, later = (datetime(2026, 9, 4, 8, minute, tzinfo=UTC) for minute in (12, 40))  # 17:12 and 17:40 in the office
    before, after = (rules.news(SUPPORTER, case(), ledger(), moment) for moment in (late, later))
    assert [notice.once for notice in before] == [notice.once for notice in after]
