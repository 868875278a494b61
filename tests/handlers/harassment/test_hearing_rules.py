"""The person's word on the hearing, and form 2: who is heard, what is saved, what the head reads (Aki 8(1), K1, K9)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.errors import Refused
from bot.handlers.harassment.rules.agreement import CONSENT_ASK, agree, is_open, stop
from bot.handlers.harassment.rules.ahead import IDLE_ASK, TERM_END
from bot.handlers.harassment.rules.asking import on_consent_ask, with_question
from bot.handlers.harassment.rules.clocks import FORM_2, HEAD_DECISION
from bot.handlers.harassment.rules.hearing import (
    SHEET,
    begin_sheet,
    lines_for,
    not_yet,
    on_form_2,
    report_facts,
    reported,
    sheets,
    write_sheet,
)
from bot.handlers.harassment.rules.moves import (
    CONFIRMING,
    CONSENT_HELD,
    CONSULTATION,
    FOUND,
    HEARING,
    HELD,
    REFERRED,
    REPORTED,
)
from bot.rules.access import MATRIX, Act
from bot.rules.cases import Case, Deadline, Decision, NoticeClass, Record
from bot.rules.people import Role
from tests.fakes import COMPANY, NOW, OFFICE, POLICY
from tests.handlers.harassment.cases import ASKER, HEAD, ONE, TWO, consultation
from tests.handlers.harassment.decisions import decided, refusal, told
from tests.handlers.harassment.roster import town_ledger

LEDGER, TODAY = town_ledger(), OFFICE.day(NOW)
ORDER = {"heard": ["affected", "respondent"], "known": True, "note": "", "danger": False, "on": TODAY.isoformat()}


def case_in(state: str, **body: Any) -> Case:
    return consultation(state, LEDGER, TODAY, body=body)


def after(found: Decision | Refused | None, case: Case) -> Case:
    """The case as it is once the decision is written."""
    made = decided(found)
    state = CONSULTATION.target(case.state, made.act)
    assert state is not None
    return replace(case, state=state, body=case.body if made.body is None else made.body)


class Hearing:
    """A consultation that is being heard, with the sheets that were saved."""

    def __init__(self, **body: Any) -> None:
        self.case = case_in(HEARING, order=ORDER, **body)
        self.entries: list[Record] = []

    @property
    def ledger(self) -> Any:
        return town_ledger(entries={self.case.id: self.entries})

    def save(self, found: Decision | Refused) -> int:
        made = decided(found)
        self.entries.extend(made.records)
        assert made.keeps_rev
        return int(made.answer["number"])

    def begin(self, heard: str, name: str = "") -> int:
        return self.save(begin_sheet(heard, name, self.case, self.ledger))

    def write(self, number: int, **lines: str) -> None:
        self.save(write_sheet(number, lines, self.case, self.ledger))


class TestTheQuestion:  # K1
    @pytest.mark.parametrize(
        ("state", "open_"),
        [(CONFIRMING, True), (HELD, True), (REPORTED, True), (HEARING, True), (FOUND, False), (REFERRED, False)],
    )
    def test_it_waits_for_an_answer_from_the_reading_back_on(self, state: str, open_: bool) -> None:
        assert is_open(case_in(state)) is open_
        assert not is_open(case_in(state, hearing_agreed=False))

    def test_the_report_counts_the_days_for_the_answer(self) -> None:
        made = with_question(Decision(act="report"), case_in(CONFIRMING), LEDGER, NOW)
        last = TODAY + timedelta(days=POLICY.harassment.consent_ask_days)

        assert decided(made).body == case_in(CONFIRMING).body | {"consent_due_on": last.isoformat()}
        (ends,) = made.deadlines
        assert (ends.kind, OFFICE.day(ends.due_at)) == (CONSENT_ASK, last + timedelta(days=1))

    @pytest.mark.parametrize(
        ("body", "waits"),
        [
            ({"hearing_agreed": True}, "nothing"),
            ({"hearing_agreed": True, "entry": "saw", "affected_agreed": True}, "nothing"),
            ({"hearing_agreed": True, "entry": "saw"}, "days"),  # K5
            ({"entry": "saw", "affected_agreed": True}, "days"),
            ({"hearing_agreed": False}, "now"),
            ({"hearing_agreed": True, "entry": "saw", "affected_agreed": False}, "now"),
        ],
    )
    def test_who_has_agreed_is_not_waited_for_and_a_no_counts_at_once(self, body: dict[str, Any], waits: str) -> None:
        made = with_question(Decision(act="report"), case_in(CONFIRMING, **body), LEDGER, NOW)

        moments = ["now" if deadline.due_at == NOW else "days" for deadline in made.deadlines]
        assert moments == ([] if waits == "nothing" else [waits])


class TestYesAndNo:  # K1
    @pytest.mark.parametrize("state", [CONFIRMING, HELD, REPORTED, HEARING])
    def test_a_yes_changes_nothing_else(self, state: str) -> None:
        agreed = after(agree(case_in(state), LEDGER, NOW), case_in(state))

        assert (agreed.state, agreed.body["hearing_agreed"]) == (state, True)

    @pytest.mark.parametrize(
        ("state", "then"),
        [(CONFIRMING, CONFIRMING), (HELD, HELD), (REPORTED, CONSENT_HELD), (HEARING, CONSENT_HELD),
         (CONSENT_HELD, CONSENT_HELD)],
    )  # fmt: skip
    def test_a_no_stops_at_once_what_is_under_way(self, state: str, then: str) -> None:
        stopped = after(stop(case_in(state), LEDGER, NOW), case_in(state))

        assert (stopped.state, stopped.body["hearing_agreed"]) == (then, False)

    @pytest.mark.parametrize("state", [REPORTED, HEARING])
    def test_it_stops_the_clocks_of_head_and_responders_and_tells_them(self, state: str) -> None:
        made = stop(case_in(state), LEDGER, NOW)

        assert {HEAD_DECISION, FORM_2, CONSENT_ASK} <= set(made.cancels)
        assert told(made) == dict.fromkeys((HEAD, ONE, TWO), NoticeClass.NEWS)

    def test_a_yes_after_all_starts_the_heads_clock_again(self) -> None:
        made = agree(case_in(CONSENT_HELD, hearing_agreed=False), LEDGER, NOW)

        assert {deadline.kind for deadline in made.deadlines} == {HEAD_DECISION, IDLE_ASK, TERM_END}
        assert told(made) == {HEAD: NoticeClass.DUTY}

    @pytest.mark.parametrize(
        ("state", "body", "stops"),
        [
            (REPORTED, {}, True),
            (REPORTED, {"hearing_agreed": False}, True),  # said before the report
            (REPORTED, {"hearing_agreed": True}, False),
            (REPORTED, {"hearing_agreed": True, "entry": "saw"}, True),  # K5
            (REPORTED, {"hearing_agreed": True, "entry": "saw", "affected_agreed": True}, False),
            (HEARING, {}, False),
            (FOUND, {}, False),
        ],
    )
    def test_no_answer_in_time_is_no_consent(self, state: str, body: dict[str, Any], stops: bool) -> None:
        case = case_in(state, **body)
        made = on_consent_ask(case, LEDGER, NOW)

        assert (made is not None) is stops
        if stops:
            assert after(made, case).state == CONSENT_HELD
            assert after(made, case).body["hearing_agreed"] is body.get("hearing_agreed", False)


class TestForm2:  # Aki 8(1)
    def test_one_sheet_for_each_person_heard_and_each_page_keeps_the_others(self) -> None:
        hearing = Hearing()
        first, second = hearing.begin("affected"), hearing.begin("respondent", "name-canary")
        hearing.write(second, asked="asked-canary", statement="first words")
        hearing.write(second, statement="other words", asked="")  # a page that was open since before

        one, two = sheets(hearing.case, hearing.ledger)
        assert (one.number, one.lines) == (first, {})
        assert (two.number, two.name) == (second, "name-canary")
        assert two.lines == {"asked": "asked-canary", "statement": "other words"}

    def test_only_who_was_ordered_to_be_heard_has_a_sheet(self) -> None:
        hearing = Hearing()

        made = begin_sheet("third_party", "", hearing.case, hearing.ledger)
        assert refusal(made) == ("harassment-sheet-not-ordered", "heard")
        assert not_yet(hearing.case, hearing.ledger) == ("affected", "respondent")
        hearing.begin("affected")
        assert not_yet(hearing.case, hearing.ledger) == ("respondent",)

    @pytest.mark.parametrize(
        ("heard", "there", "missing"),
        [
            ("respondent", {"statement", "explanation"}, {"seen"}),
            ("third_party", {"statement", "seen"}, {"explanation"}),
            ("affected", {"statement"}, {"seen", "explanation"}),
        ],
    )
    def test_its_lines_are_the_policys_for_that_person(self, heard: str, there: set[str], missing: set[str]) -> None:
        found = {line.key for line in lines_for(heard, POLICY)}

        assert there <= found
        assert not missing & found
        assert len(lines_for("affected", COMPANY)) == 3

    def test_while_it_is_stopped_what_was_begun_is_written_to_its_end_and_nothing_new(self) -> None:
        hearing = Hearing()
        number = hearing.begin("affected")
        hearing.case = replace(hearing.case, state=CONSENT_HELD)
        hearing.write(number, statement="heard before")

        assert sheets(hearing.case, hearing.ledger)[0].lines == {"statement": "heard before"}
        stopped = begin_sheet("respondent", "", hearing.case, hearing.ledger)
        assert refusal(stopped) == ("harassment-sheet-stopped", "")
        assert CONSULTATION.target(CONSENT_HELD, "write_fact_sheet") == CONSENT_HELD
        assert CONSULTATION.target(FOUND, "write_fact_sheet") is None


class TestTheReport:  # Aki 8(1), K1
    def test_the_head_reads_what_was_reported_and_nothing_written_since(self) -> None:
        hearing = Hearing()
        number = hearing.begin("affected")
        hearing.begin("respondent")  # nothing was written into it
        hearing.write(number, statement="reported words")
        assert reported(hearing.case, hearing.ledger) == ()

        found = after(report_facts(hearing.case, hearing.ledger, NOW), hearing.case)
        hearing.case = replace(found, state=HEARING)
        hearing.write(number, statement="later words")
        (sheet,) = reported(hearing.case, hearing.ledger)
        assert sheet.lines == {"statement": "reported words"}

    def test_it_is_the_heads_duty_and_news_to_the_person(self) -> None:
        hearing = Hearing()
        hearing.write(hearing.begin("affected"), statement="x")
        made = report_facts(hearing.case, hearing.ledger, NOW)

        assert after(made, hearing.case).state == FOUND
        assert told(made) == {HEAD: NoticeClass.DUTY, ASKER: NoticeClass.NEWS}
        assert HEAD_DECISION in {deadline.kind for deadline in decided(made).deadlines}
        assert FORM_2 in decided(made).cancels

    def test_an_empty_sheet_is_no_report(self) -> None:
        hearing = Hearing()
        hearing.begin("affected")

        assert refusal(report_facts(hearing.case, hearing.ledger, NOW)) == ("harassment-facts-none", "")

    def test_on_the_first_stage_the_responders_are_reminded_and_on_the_last_the_person_hears(self) -> None:
        case = case_in(HEARING, order=ORDER, facts_due_on=TODAY.isoformat())
        first = on_form_2(case, Deadline(case.id, FORM_2, NOW, 1), LEDGER, NOW)
        last = on_form_2(case, Deadline(case.id, FORM_2, NOW, 2), LEDGER, NOW)

        assert told(first) == {ONE: NoticeClass.DUTY, TWO: NoticeClass.DUTY}
        assert decided(last).notices[0].recipient == ASKER
        assert told(last).keys() == {ASKER, HEAD, ONE, TWO}
        assert on_form_2(replace(case, state=FOUND), Deadline(case.id, FORM_2, NOW, 2), LEDGER, NOW) is None


def test_nobody_but_responders_head_and_committee_ever_reads_a_sheet() -> None:  # K9, features 2.5
    readers = {hat for hat, grants in MATRIX[SHEET].items() if any(Act.READ in grant.acts for grant in grants)}

    assert readers == {
        Role.COUNSELLOR, Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY, Role.COMMITTEE_MEMBER, Role.CHAIR,
    }  # fmt: skip
