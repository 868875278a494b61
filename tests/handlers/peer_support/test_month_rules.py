"""A supporter's month by Yam 11: who is asked, what may still be written, when it is nudged, closed and sent."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.errors import Refused
from bot.handlers.peer_support.rules import month as rules
from bot.handlers.peer_support.rules.month import Entry
from bot.handlers.peer_support.rules.moves import FLOW, MOVES
from bot.rules.cases import Case, Count, Deadline, Decision, NoticeClass, Record
from bot.rules.people import Role
from tests import fakes
from tests.fakes import BOSS, HEAD, NOW, OFFICE, OTHER, POLICY, SUPPORTER, FakeLedger, appointment

ENTRY = Entry("listening", "work", "phone", "up_to_30", "employee")
RECORD = Record(
    "activity",
    {"activity": "listening", "topic": "work", "means": "phone", "duration": "up_to_30", "requester": "employee"},
)
MONTH_ID = FakeLedger().case_id_for(FLOW, "month", SUPPORTER, "2026-09")
NOTHING_YET = Case(MONTH_ID, FLOW, "month", "", 0, "2026-09", "v1", period="2026-09")


def month(state: str) -> Case:
    return replace(NOTHING_YET, state=state, rev=2, identity={"handlers": [SUPPORTER]})


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=fakes.OFFICE.zone).astimezone(UTC)  # type: ignore[misc,arg-type]


class TestYam11WritingDown:
    @pytest.mark.parametrize(
        ("today", "months"),
        [
            (date(2026, 9, 2), ("2026-09", "2026-08")),
            (date(2026, 9, 10), ("2026-09", "2026-08")),
            (date(2026, 9, 11), ("2026-09",)),  # the report of August is overdue: it is closed
            (date(2027, 1, 1), ("2027-01", "2026-12")),
        ],
    )
    def test_this_month_and_the_last_until_the_10th(self, today: date, months: tuple[str, ...]) -> None:
        assert rules.loggable_months(today, fakes.OFFICE, fakes.POLICY) == months

    @pytest.mark.parametrize(
        ("starts_on", "ends_on", "today", "months"),
        [
            (fakes.FIRST, fakes.YEAR_END, date(2026, 9, 2), ("2026-09", "2026-08")),
            (fakes.FIRST, fakes.YEAR_END, date(2027, 4, 5), ("2027-03",)),  # Yam 6(5): the term is over
            (fakes.FIRST, fakes.YEAR_END, date(2027, 4, 11), ()),
            (fakes.FIRST, date(2026, 9, 1), date(2026, 9, 2), ("2026-09", "2026-08")),  # released within a month
            (fakes.FIRST, date(2026, 9, 1), date(2026, 10, 11), ()),
            (date(2026, 9, 1), fakes.YEAR_END, date(2026, 9, 2), ("2026-09",)),  # was none in August
            (date(2026, 9, 15), fakes.YEAR_END, date(2026, 9, 2), ()),  # not yet
        ],
    )
    def test_only_months_in_which_one_was_a_supporter(
        self, starts_on: date, ends_on: date, today: date, months: tuple[str, ...]
    ) -> None:
        ledger = FakeLedger(roster=[appointment(SUPPORTER, starts_on=starts_on, ends_on=ends_on)])

        assert rules.months_of(SUPPORTER, ledger, today) == months
        assert rules.months_of(OTHER, ledger, today) == ()

    def test_who_was_named_after_the_month_is_asked_for_it_with_the_first_entry(self) -> None:
        decision = rules.log(ENTRY, SUPPORTER, "2026-08", replace(NOTHING_YET, period="2026-08"), FakeLedger(), NOW)

        assert isinstance(decision, Decision)
        assert [(d.kind, d.period, d.due_at) for d in decision.deadlines] == [(rules.DRAFT, "2026-08", NOW)]

    def test_another_organisation_has_until_its_own_day(self) -> None:
        assert rules.loggable_months(date(2026, 9, 15), fakes.OFFICE, fakes.COMPANY) == ("2026-09", "2026-08")

    def test_the_first_entry_opens_the_month_and_the_next_does_not(self) -> None:
        first = rules.log(ENTRY, SUPPORTER, "2026-09", NOTHING_YET, FakeLedger(), NOW)
        second = rules.log(ENTRY, SUPPORTER, "2026-09", month("collecting"), FakeLedger(), NOW)

        assert isinstance(first, Decision)
        assert isinstance(second, Decision)
        assert first.opens is not None
        assert first.identity == {"handlers": [SUPPORTER]}
        assert (second.opens, second.identity) == (None, None)

    def test_an_entry_holds_closed_choices_and_nobody(self) -> None:  # Yam 11(3)
        decision = rules.log(ENTRY, SUPPORTER, "2026-09", NOTHING_YET, FakeLedger(), NOW)

        assert isinstance(decision, Decision)
        assert decision.records == (RECORD,)
        assert decision.parties == ()

    @pytest.mark.parametrize(("period", "state"), [("2026-07", ""), ("2026-09", "sent"), ("2026-09", "closed_empty")])
    def test_a_closed_month_takes_no_entry_and_says_so_at_its_field(self, period: str, state: str) -> None:
        refused = rules.log(ENTRY, SUPPORTER, period, replace(NOTHING_YET, state=state), FakeLedger(), NOW)

        assert isinstance(refused, Refused)
        assert (refused.reason, refused.field) == ("peer_support-month-closed", "month")


class TestYam11TheFirstOfTheMonth:
    def test_the_coming_month_ends_are_planned_ahead(self) -> None:
        planned = [(d.subject, d.period, d.due_at) for d in rules.plan(FakeLedger(), NOW)]

        assert len(planned) == rules.MONTHS_AHEAD
        assert planned[:3] == [
            (FLOW, "2026-09", at(2026, 10, 1)), (FLOW, "2026-10", at(2026, 11, 1)), (FLOW, "2026-11", at(2026, 12, 1)),
        ]  # fmt: skip

    def test_everybody_who_was_a_supporter_in_the_month_gets_a_draft(self) -> None:  # P9
        left = appointment("U0LEFT", ends_on=date(2026, 9, 1))
        came = appointment("U0CAME", starts_on=date(2026, 9, 30))
        later = appointment("U0LATER", starts_on=date(2026, 10, 1))
        ledger = FakeLedger(roster=[*fakes.APPOINTMENTS, left, came, later])
        decision = rules.on_month(Deadline(FLOW, rules.MONTH, NOW, period="2026-09"), ledger, at(2026, 10, 1))

        drafts = {ledger.case_id_for(FLOW, "month", p, "2026-09") for p in (SUPPORTER, OTHER, BOSS, "U0LEFT", "U0CAME")}
        assert {d.subject for d in decision.deadlines} == drafts

    @pytest.mark.parametrize("case", [NOTHING_YET, month("collecting")])
    def test_the_question_is_the_same_with_entries_and_without(self, case: Case) -> None:
        decision = rules.on_draft(case, Deadline(case.id, rules.DRAFT, NOW, period="2026-09"), FakeLedger(), NOW)

        assert decision is not None
        (notice,) = decision.notices
        assert (notice.recipient, notice.klass, notice.due_on) == (SUPPORTER, NoticeClass.DUTY, date(2026, 10, 10))
        assert notice.not_before == at(2026, 10, 1, 8, 30)
        reports = [d for d in decision.deadlines if d.kind == rules.REPORT]
        assert [fakes.OFFICE.day(d.due_at) for d in reports] == [date(2026, 10, 7), date(2026, 10, 9)]
        assert [d.due_at for d in decision.deadlines if d.kind == rules.CLOSE] == [at(2026, 10, 11)]

    def test_a_draft_without_a_case_finds_whose_it_is(self) -> None:
        decision = rules.on_draft(
            NOTHING_YET, Deadline(MONTH_ID, rules.DRAFT, NOW, period="2026-09"), FakeLedger(), NOW
        )

        assert decision is not None
        assert decision.identity == {"handlers": [SUPPORTER]}
        assert MOVES["month"].target("", "ask") == "asked"
        assert MOVES["month"].target("collecting", "ask") == "drafted"

    def test_a_draft_of_nobody_asks_nobody(self) -> None:
        nobodys = Deadline("no such month", rules.DRAFT, NOW, period="2026-09")

        assert rules.on_draft(replace(NOTHING_YET, id="no such month"), nobodys, FakeLedger(), NOW) is None


class TestYam11UntilThe10th:
    def test_a_drafted_month_is_nudged(self) -> None:
        stale = at(2026, 10, 9)
        nudge = Deadline(MONTH_ID, rules.REPORT, NOW, 2, "2026-09", stale)
        decision = rules.on_report(month("drafted"), nudge, FakeLedger(), at(2026, 10, 7, 9))

        assert decision is not None
        assert [(n.recipient, n.due_on, n.not_after) for n in decision.notices] == [
            (SUPPORTER, date(2026, 10, 10), stale)
        ]

    @pytest.mark.parametrize("state", ["asked", "sent"])
    def test_nothing_owed_is_not_nudged(self, state: str) -> None:
        nudge = Deadline(MONTH_ID, rules.REPORT, NOW, 2, "2026-09")

        assert rules.on_report(month(state), nudge, FakeLedger(), at(2026, 10, 7, 9)) is None

    def test_after_a_standstill_only_who_has_entries_is_told_and_of_no_day_that_is_past(self) -> None:
        late = at(2026, 10, 20, 9)
        month_over = Deadline(MONTH_ID, rules.DRAFT, NOW, period="2026-09")
        asked = rules.on_draft(NOTHING_YET, month_over, FakeLedger(), late)
        overdue = Deadline(MONTH_ID, rules.REPORT, NOW, 4, "2026-09")
        nudge = rules.on_report(month("drafted"), overdue, FakeLedger(), late)

        assert asked is not None
        assert asked.notices == ()
        assert [d.stage for d in asked.deadlines if d.kind == rules.REPORT] == [4]
        assert nudge is not None
        assert [(n.klass, n.due_on) for n in nudge.notices] == [(NoticeClass.NEWS, None)]

    def test_an_empty_month_closes_itself(self) -> None:
        decision = rules.on_close(month("asked"))

        assert decision is not None
        assert MOVES["month"].target("asked", decision.act) == "closed_empty"

    @pytest.mark.parametrize("state", ["drafted", "sent"])
    def test_a_month_with_entries_stays(self, state: str) -> None:
        assert rules.on_close(month(state)) is None

    @pytest.mark.parametrize(
        ("state", "now", "late"),
        [
            ("drafted", at(2026, 10, 10, 23, 59), False),
            ("drafted", at(2026, 10, 11), True),
            ("sent", at(2026, 10, 11), False),
        ],
    )
    def test_it_is_late_from_the_11th(self, state: str, now: datetime, late: bool) -> None:
        assert (rules.overdue_since(month(state), FakeLedger(), now) is not None) is late
        assert rules.last_day_of("2026-09", OFFICE, POLICY) == date(2026, 10, 10)

    def test_what_was_not_sent_stays_to_be_sent_however_late_and_whatever_became_of_its_supporter(self) -> None:
        cases = [
            replace(month(state), id=FakeLedger().case_id_for(FLOW, "month", SUPPORTER, period), period=period)
            for period, state in (("2026-06", "sent"), ("2026-07", "drafted"), ("2026-08", "drafted"))
        ]
        for ends_on in (fakes.YEAR_END, date(2026, 8, 31)):
            ledger = FakeLedger(roster=[appointment(SUPPORTER, ends_on=ends_on)], cases=cases)

            assert [c.period for c in rules.unsent(SUPPORTER, ledger, date(2026, 12, 2))] == ["2026-07", "2026-08"]
            assert rules.unsent(OTHER, ledger, date(2026, 12, 2)) == ()


class TestYam11Sending:
    def test_one_tap_tells_the_welfare_head_and_ends_the_nudges(self) -> None:
        decision = rules.send(month("drafted"), [RECORD, RECORD], FakeLedger(), at(2026, 10, 5, 10))

        assert [(n.recipient, n.klass) for n in decision.notices] == [(HEAD, NoticeClass.NEWS)]
        assert set(decision.cancels) == {rules.REPORT, rules.CLOSE}
        assert decision.body == {"sent_on": "2026-10-05"}

    def test_figures_count_groups_and_shares_never_people(self) -> None:
        decision = rules.send(month("drafted"), [RECORD, RECORD], FakeLedger(), NOW)

        assert decision.counts == (
            Count("topic.work", "2026-09"),
            Count("topic.work", "2026-09"),
            Count("share.2", "2026-09"),
        )

    def test_the_head_gets_one_notice_a_day_however_many_send(self) -> None:
        one = rules.send(month("drafted"), [RECORD], FakeLedger(), NOW)
        two = rules.send(replace(month("drafted"), id="other"), [RECORD], FakeLedger(), NOW)

        assert one.notices[0].once == two.notices[0].once

    def test_without_a_welfare_head_it_is_sent_all_the_same(self) -> None:
        nobody = [a for a in fakes.APPOINTMENTS if a.role is not Role.WELFARE_HEAD]

        assert rules.send(month("drafted"), [RECORD], FakeLedger(roster=nobody), NOW).notices == ()
