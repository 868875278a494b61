"""What a record may hold by consent (Yam 11(3)), and what an external adviser owes each time (Yam 11(2))."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.errors import Refused
from bot.handlers.peer_support.rules import adviser_report as reports
from bot.handlers.peer_support.rules import month as rules
from bot.handlers.peer_support.rules import referral
from bot.handlers.peer_support.rules import request as requests
from bot.handlers.peer_support.rules.month import Entry
from bot.handlers.peer_support.rules.moves import FLOW
from bot.rules.cases import Case, Count, Deadline, Decision, NoticeClass, Party, Purpose
from bot.rules.consent import Consent
from bot.rules.people import Person, Role
from tests import fakes
from tests.fakes import ASKER, HEAD, NOW, OFFICE, OTHER, SUPPORTER, FakeLedger, appointment

ADVISER = "U0ADVISER"
ENTRY = Entry("listening", "private", "phone", "up_to_30", "employee")
IN_FULL = replace(ENTRY, subtopic="health", text="眠れない")
EMPTY = Case("m1", FLOW, "month", "", 0, "2026-09", "v1", period="2026-09")
ENDED = Case(
    "c1", FLOW, "request", "closing", 5, "2026-09", "v1",
    body={"round": 1}, identity={"requester": ASKER, "handlers": [SUPPORTER]},
)  # fmt: skip


def agreed(*fields: str, **other: object) -> FakeLedger:
    """A ledger in which the person has agreed that these fields are recorded for the welfare head."""
    consent = Consent(Role.WELFARE_HEAD, "record", frozenset(fields), NOW, date(2026, 10, 1), **other)  # type: ignore[arg-type]
    return FakeLedger(cases=[ENDED], agreed={"c1": [consent]})


def logged(entry: Entry, ledger: FakeLedger, by: str = SUPPORTER, request: str = "c1") -> Decision | Refused:
    return rules.log(entry, by, "2026-09", EMPTY, ledger, NOW, request=request)


class TestYam11WhatConsentAdds:
    def test_a_record_notes_of_the_consent_only_that_it_was_given(self) -> None:
        decision = logged(IN_FULL, agreed("subtopic", "text"))

        assert isinstance(decision, Decision)
        (record,) = decision.records
        plain = ENTRY.as_record().body
        assert record.body == {**plain, "subtopic": "health", "text": "眠れない", "consented": True}
        assert "consented" not in plain
        assert (decision.parties, decision.identity) == ((), {"handlers": [SUPPORTER]})
        assert "c1" not in str(record.body)

    @pytest.mark.parametrize(
        ("entry", "fields", "refused_at"),
        [
            (IN_FULL, (), "subtopic"),
            (IN_FULL, ("subtopic",), "text"),
            (IN_FULL, ("text",), "subtopic"),
            (replace(ENTRY, text="x"), ("subtopic",), "text"),
        ],
    )
    def test_what_was_not_agreed_to_is_refused_at_its_field(
        self, entry: Entry, fields: tuple[str, ...], refused_at: str
    ) -> None:
        refused = logged(entry, agreed(*fields) if fields else FakeLedger(cases=[ENDED]))

        assert isinstance(refused, Refused)
        assert (refused.reason, refused.field) == ("peer_support-record-not-agreed", refused_at)

    def test_without_details_no_consent_is_asked_for(self) -> None:
        assert isinstance(logged(ENTRY, FakeLedger()), Decision)

    def test_a_consent_taken_back_or_over_lets_nothing_in(self) -> None:
        back = agreed("subtopic", "text", withdrawn_at=NOW)
        later = datetime(2026, 10, 5, tzinfo=UTC)

        assert rules.recordable("c1", SUPPORTER, back, NOW) == frozenset()
        assert rules.recordable("c1", SUPPORTER, agreed("text"), later) == frozenset()

    @pytest.mark.parametrize(("request_id", "by"), [("c1", OTHER), ("c2", SUPPORTER), ("", SUPPORTER)])
    def test_nobody_elses_request_lets_anything_in(self, request_id: str, by: str) -> None:
        assert isinstance(logged(IN_FULL, agreed("subtopic", "text"), by, request_id), Refused)

    def test_a_forgotten_request_lets_nothing_in(self) -> None:
        forgotten = replace(ENDED, state="ended", body={}, identity={})

        ledger = FakeLedger(cases=[forgotten], agreed=agreed("text").agreed)
        assert rules.recordable("c1", SUPPORTER, ledger, NOW) == frozenset()

    @pytest.mark.parametrize(("topic", "fits"), [("private", True), ("work", False), ("other", False)])
    def test_a_sub_topic_is_one_of_the_group_that_was_chosen(self, topic: str, *, fits: bool) -> None:
        entry = replace(ENTRY, topic=topic, subtopic="health")

        assert isinstance(logged(entry, agreed("subtopic")), Decision) == fits

    def test_words_that_may_tell_who_it_was_are_named_each_once(self) -> None:
        entry = replace(ENTRY, text="Citizens の Asker さん、Citizens")

        found = rules.telling(entry, "c1", SUPPORTER, agreed("text"), NOW)
        assert sorted(word.split()[0] for word in found) == ["Asker", "Citizens"]
        assert rules.telling(entry, "c1", SUPPORTER, FakeLedger(cases=[ENDED]), NOW) == ()


ROSTER = (*fakes.APPOINTMENTS, appointment(ADVISER, Role.EXTERNAL_ADVISER))
WITH_ADVISER = replace(
    ENDED, state="accepted", identity={"requester": ASKER, "handlers": [ADVISER]},
    body={"round": 1, "promised_on": "2026-09-04"},
)  # fmt: skip


def ended(ledger: FakeLedger, case: Case = WITH_ADVISER) -> Decision:
    return requests.end(case, ledger, NOW)


def owed_id(number: int = 1) -> str:
    return FakeLedger().case_id_for(FLOW, "adviser_report", ADVISER, f"2026-09:{number}")


def report_case(number: int = 1, state: str = "owed") -> Case:
    return Case(
        owed_id(number), FLOW, "adviser_report", state, 1, "2026-09", "v1", period="2026-09",
        body={"due_on": "2026-09-09"}, identity={"handlers": [ADVISER]},
    )  # fmt: skip


class TestYam11AnAdviserReportsEachTime:
    def test_the_end_of_a_support_owes_a_report_that_leads_back_to_nobody(self) -> None:
        decision = ended(FakeLedger(roster=ROSTER))

        (spawn,) = decision.spawns
        assert (spawn.id, spawn.opening.kind, spawn.opening.period) == (owed_id(), "adviser_report", "2026-09")
        assert (spawn.identity, spawn.parties) == ({"handlers": [ADVISER]}, (Party(ADVISER, Purpose.HANDLER),))
        assert not any(word in str(spawn) for word in (ASKER, "c1"))
        assert decision.answer["report"] == owed_id()

    @pytest.mark.parametrize(
        ("until", "today", "month"), [(date(2026, 8, 31), "2026-09-01", "2026-08"), (date(2026, 9, 1), NOW, "2026-09")]
    )
    def test_the_end_of_the_office_owes_it_of_its_last_month(self, until: date, today: object, month: str) -> None:
        now = NOW if today is NOW else NOW - timedelta(days=1)
        over = FakeLedger(roster=(appointment(ADVISER, Role.EXTERNAL_ADVISER, released_on=until + timedelta(days=1)),))

        decision = referral.on_term_end(WITH_ADVISER, over, now)

        assert decision is not None
        (spawn,) = decision.spawns
        assert (decision.act, spawn.opening.period, spawn.identity) == ("release", month, {"handlers": [ADVISER]})
        assert referral.on_term_end(replace(WITH_ADVISER, state="requested"), over, now) == replace(
            decision, spawns=(), answer={}
        )

    def test_nothing_is_owed_by_whose_account_is_closed(self) -> None:
        gone = Person(ADVISER, "Adviser", "Outside", left=True)
        decision = referral.on_term_end(WITH_ADVISER, FakeLedger(roster=ROSTER, rows=(*fakes.PEOPLE, gone)), NOW)

        assert decision is not None
        assert (decision.act, decision.spawns) == ("release", ())

    def test_an_advisers_past_owes_nothing_of_what_was_done_as_a_supporter(self) -> None:
        was = appointment(SUPPORTER, Role.EXTERNAL_ADVISER, starts_on=date(2025, 4, 1), ends_on=date(2026, 3, 31))
        of_a_supporter = replace(WITH_ADVISER, identity={"requester": ASKER, "handlers": [SUPPORTER]})

        assert ended(FakeLedger(roster=(*ROSTER, was)), of_a_supporter).spawns == ()

    def test_it_is_nudged_by_its_clock(self) -> None:
        (spawn,) = ended(FakeLedger(roster=ROSTER)).spawns

        # 2 September 2026 is a Wednesday: three days later is a Saturday, so the Friday before; then the Wednesday
        days = [OFFICE.day(deadline.due_at) for deadline in spawn.deadlines]
        assert days == [date(2026, 9, 4), date(2026, 9, 9)]
        assert {deadline.subject for deadline in spawn.deadlines} == {owed_id()}

    def test_a_second_report_of_a_month_is_another(self) -> None:
        ledger = FakeLedger(roster=ROSTER, cases=[report_case(1, "sent")])

        assert ended(ledger).spawns[0].id == owed_id(2)

    @pytest.mark.parametrize("state", ["requested", "unanswered", "stepped_aside", "closing"])
    def test_nothing_is_owed_where_nothing_was_taken_on(self, state: str) -> None:
        kept = reports.owed(Decision(act="x"), replace(WITH_ADVISER, state=state), FakeLedger(roster=ROSTER), NOW)

        assert kept == Decision(act="x")

    def test_a_supporter_reports_by_the_month(self) -> None:
        of_a_supporter = replace(WITH_ADVISER, identity={"requester": ASKER, "handlers": [SUPPORTER]})

        assert ended(FakeLedger(roster=ROSTER), of_a_supporter).spawns == ()

    def test_sending_counts_and_tells_the_welfare_head(self) -> None:
        decision = reports.report(ENTRY.as_record(), report_case(), FakeLedger(roster=ROSTER), NOW)

        assert set(decision.counts) == {Count("topic.private", "2026-09"), Count("share.1", "2026-09")}
        (news,) = decision.notices
        assert (news.recipient, news.klass, news.topic) == (HEAD, NoticeClass.NEWS, "adviser_reports")
        assert decision.records == (ENTRY.as_record(),)
        assert decision.drops_parties == (Party(ADVISER, Purpose.HANDLER),)

    def test_all_reports_of_an_adviser_in_a_month_are_one_contributors(self) -> None:  # D2
        other = replace(report_case(9, "sent"), id="x", identity={"handlers": ["U0ANOTHER"]})
        ledger = FakeLedger(roster=ROSTER, cases=[report_case(1, "sent"), report_case(2), other])

        decision = reports.report(ENTRY.as_record(), report_case(2), ledger, NOW)

        shares = {count for count in decision.counts if count.category.startswith("share")}
        assert shares == {Count("share.2", "2026-09"), Count("share.1", "2026-09", -1)}

    @pytest.mark.parametrize(
        ("now", "klass", "due_on"),
        [
            (NOW, NoticeClass.DUTY, date(2026, 9, 9)),
            (datetime(2026, 9, 20, tzinfo=UTC), NoticeClass.NEWS, None),  # after a standstill
        ],
    )
    def test_a_nudge_names_no_day_that_is_over(self, now: datetime, klass: NoticeClass, due_on: date | None) -> None:
        stage = Deadline(owed_id(), reports.NUDGE, now, 1, "2026-09")

        decision = reports.on_nudge(report_case(), stage, FakeLedger(roster=ROSTER), now)

        assert decision is not None
        (notice,) = decision.notices
        assert (notice.recipient, notice.klass, notice.due_on) == (ADVISER, klass, due_on)
        assert notice.while_in == ("owed",)

    def test_who_has_reported_is_left_alone(self) -> None:
        stage = Deadline(owed_id(), reports.NUDGE, NOW, 1, "2026-09")

        assert reports.on_nudge(report_case(state="sent"), stage, FakeLedger(roster=ROSTER), NOW) is None
