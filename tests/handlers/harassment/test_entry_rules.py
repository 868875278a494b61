"""How a consultation comes in: every entry kind, every door, out of hours, nobody left, who has called (Aki 7)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.errors import Refused
from bot.handlers.harassment.rules.circle import OFFICES
from bot.handlers.harassment.rules.clocks import RESPONDERS
from bot.handlers.harassment.rules.doors import choose_door, doors
from bot.handlers.harassment.rules.entry import (
    DRAFT_END,
    Part,
    about_customers,
    begin,
    enter,
    kept_until,
    on_draft_end,
    own_draft,
    send,
    throw_away,
    write,
)
from bot.handlers.harassment.rules.moves import ARRANGING, CONSULTATION, DRAFT, FLOW, RECEIVED, STRANDED
from bot.rules.cases import Case, Decision, NoticeClass
from bot.rules.slots import told_at
from tests.fakes import COMPANY, NOW, OFFICE, POLICY
from tests.handlers.harassment.cases import (
    ASKER,
    COUNSELLORS,
    DESK,
    HEAD,
    MEMBERS,
    ONE,
    OTHER_DESK,
    RESPONDENT,
    TWO,
    consultation,
)
from tests.handlers.harassment.decisions import body_of, decided, refusal, told
from tests.handlers.harassment.roster import town_ledger

LEDGER, TODAY = town_ledger(), OFFICE.day(NOW)
NEW = Case("c0ffee" * 5 + "02", FLOW, "consultation", "", 0, "2026-09", "v1")
MORNING = datetime(2026, 9, 2, 1, 0, tzinfo=UTC)  # Wednesday, 10:00
NEW_YEARS_EVE = datetime(2026, 12, 30, 14, 0, tzinfo=UTC)  # 23:00, the office opens again on Monday 4 January


def draft(**identity: Any) -> Case:
    return consultation(DRAFT, LEDGER, TODAY, identity=identity)


def who(decision: Decision | Refused) -> dict[str, Any]:
    return dict(decided(decision).identity or {})


class TestTheDraft:
    def test_it_is_its_writers_alone_until_the_policys_day(self) -> None:
        begun = begin(Part({"story": "story-canary"}), ASKER, NEW, LEDGER, NOW)

        assert [(party.person, party.purpose.value) for party in begun.parties] == [(ASKER, "requester")]
        assert begun.notices == ()
        assert begun.body
        assert begun.body["story"] == "story-canary"
        assert (begun.body["kept_until"], begun.deadlines[0].kind) == ("2026-10-02", DRAFT_END)
        assert begun.deadlines[0].due_at == OFFICE.start_of(date(2026, 10, 3))

    def test_every_page_leaves_the_others_as_they_are_and_begins_the_days_anew(self) -> None:
        later = OFFICE.opening(date(2026, 9, 10))
        written = write(Part({"entry": "saw"}, {"excluded": [RESPONDENT]}), draft(kept_out=["head"]), LEDGER, later)

        assert written.body
        assert written.identity
        assert (written.body["entry"], written.body["story"]) == ("saw", "story-canary")
        assert (written.identity["excluded"], written.identity["kept_out"]) == ([RESPONDENT], ["head"])
        assert (written.body["kept_until"], written.cancels) == ("2026-10-10", (DRAFT_END,))
        assert kept_until(replace(draft(), body=written.body)) == date(2026, 10, 10)

    def test_thrown_away_or_run_out_nothing_of_it_stays(self) -> None:
        for ended, act in ((throw_away(draft()), "throw_away"), (on_draft_end(draft()), "run_out")):
            assert ended is not None
            assert (ended.act, ended.ends_route, ended.notices) == (act, True, ())
            assert CONSULTATION.target(DRAFT, act) in CONSULTATION.final()

    @pytest.mark.parametrize("state", [RECEIVED, STRANDED])
    def test_what_was_sent_does_not_run_out(self, state: str) -> None:
        assert on_draft_end(consultation(state, LEDGER, TODAY)) is None

    @pytest.mark.parametrize(("state", "found"), [(DRAFT, True), (RECEIVED, False)])
    def test_home_leads_back_to_it(self, state: str, found: bool) -> None:
        case = consultation(state, LEDGER, TODAY)
        assert (own_draft(ASKER, replace(LEDGER, cases=[case])) == case) is found
        assert own_draft(TWO, replace(LEDGER, cases=[case])) is None


class TestSending:
    @pytest.mark.parametrize("entry", [row.key for row in POLICY.harassment.entries])
    def test_every_entry_kind_is_taken(self, entry: str) -> None:  # Aki 5(2), 7(9)
        sent = send(Part({"entry": entry}), "desk", ASKER, NEW, LEDGER, NOW)

        assert body_of(sent)["entry"] == entry
        assert told(sent) == {DESK: NoticeClass.DUTY, OTHER_DESK: NoticeClass.DUTY}

    def test_everything_but_the_door_may_be_left_open(self) -> None:  # G5
        body = body_of(send(Part(), "desk", ASKER, NEW, LEDGER, NOW))

        assert (body["entry"], body["kinds"], body["story"], body["named"]) == ("", [], "", False)
        assert body["wishes"] == {"days": "", "place": "", "means": "", "sex": "", "nurse": False, "wanted": []}

    @pytest.mark.parametrize("counsellor", [ONE, TWO])
    def test_a_counsellor_by_name_is_told_alone(self, counsellor: str) -> None:  # K2
        sent = send(Part(), counsellor, ASKER, NEW, LEDGER, NOW)

        assert told(sent) == {counsellor: NoticeClass.DUTY}
        assert who(sent)["handlers"] == [counsellor]
        assert (who(sent)["door"], who(sent)["receiver"]) == ("counsellor", counsellor)

    def test_a_draft_is_sent_as_it_stands_and_kept_no_longer_as_one(self) -> None:
        sent = decided(send(Part(), "desk", ASKER, draft(excluded=[TWO], wished=[ONE, TWO]), LEDGER, NOW))

        assert sent.opens is None
        assert DRAFT_END in sent.cancels
        assert body_of(sent)["story"] == "story-canary"
        assert "kept_until" not in body_of(sent)
        assert who(sent)["wished"] == [ONE]  # nobody is wished for and kept out

    @pytest.mark.parametrize(
        ("now", "promised", "first_notice"),
        [
            (MORNING, "2026-09-03", datetime(2026, 9, 2, 1, 5, tzinfo=UTC)),
            (NEW_YEARS_EVE, "2027-01-05", datetime(2027, 1, 3, 23, 35, tzinfo=UTC)),
        ],
    )
    def test_out_of_hours_the_promise_counts_from_the_next_opening(
        self, now: datetime, promised: str, first_notice: datetime
    ) -> None:  # Aki 7(5)
        sent = decided(send(Part(), "desk", ASKER, NEW, LEDGER, now))

        assert body_of(sent)["promised_on"] == promised
        assert (
            datetime.fromisoformat(body_of(sent)["told_at"])
            == first_notice
            == datetime.fromisoformat(told_at(LEDGER, now))
        )
        assert {notice.due_on for notice in sent.notices} == {date.fromisoformat(promised)}
        clock = [deadline for deadline in sent.deadlines if deadline.kind == RESPONDERS]
        assert clock
        assert all(OFFICE.is_working(deadline.due_at) for deadline in clock)
        assert all(OFFICE.day(deadline.due_at) > date.fromisoformat(promised) for deadline in clock[-1:])

    @pytest.mark.parametrize("door", ["", "committee", RESPONDENT, HEAD, "nobody"])
    def test_there_is_no_other_door(self, door: str) -> None:
        assert refusal(send(Part(), door, ASKER, NEW, LEDGER, NOW)) == ("field-not-available", "door")

    @pytest.mark.parametrize(("kinds", "about"), [(["customer"], True), (["sexual"], False), ([], False)])
    def test_of_customers_the_sentence_stands_beside_it(self, kinds: list[str], about: bool) -> None:  # K3
        sent = send(Part({"kinds": kinds}), "desk", ASKER, NEW, LEDGER, NOW)
        assert about_customers(replace(NEW, body=body_of(sent)), POLICY) is about
        assert not about_customers(replace(NEW, body={"kinds": []}), COMPANY)


class TestWhoIsKeptOut:
    @pytest.mark.parametrize(
        ("ticks", "desk", "counsellors"),
        [
            ([], True, 6),
            (["desk"], False, 6),
            (["counsellors"], False, 0),
            (["head"], False, 6),  # one of the desk's own section (Aki 7(2), K6)
            (["committee"], False, 6),  # the director and the head sit on it (Aki 9(4))
        ],
    )
    def test_every_tick_closes_the_doors_behind_which_they_are(
        self, ticks: list[str], desk: bool, counsellors: int
    ) -> None:
        found = doors(draft(kept_out=ticks), LEDGER, TODAY)

        assert (bool(found.desk), len(found.counsellors)) == (desk, counsellors)
        assert found.closed is (counsellors < 2)
        assert set(ticks) <= OFFICES.keys()

    @pytest.mark.parametrize(
        ("person", "desk", "counsellors"),
        [(DESK, False, 6), (ONE, True, 5), (MEMBERS[2], True, 6), (RESPONDENT, True, 6), (HEAD, False, 6)],
    )
    def test_every_name_as_well(self, person: str, desk: bool, counsellors: int) -> None:
        found = doors(draft(excluded=[person]), LEDGER, TODAY)

        assert (bool(found.desk), len(found.counsellors)) == (desk, counsellors)
        assert person not in (*found.desk, *found.counsellors)

    @pytest.mark.parametrize("left", [0, 1])
    @pytest.mark.parametrize("door", ["desk", COUNSELLORS[-1]])
    def test_without_two_counsellors_nothing_is_sent_anywhere(self, left: int, door: str) -> None:  # Aki 7(6)
        out = list(COUNSELLORS[: 6 - left])
        case = draft(excluded=out)

        assert doors(case, LEDGER, TODAY).closed
        assert refusal(send(Part(), door, ASKER, case, LEDGER, NOW)) == ("harassment-nobody-left", "door")
        assert refusal(choose_door(door, replace(case, state=STRANDED), LEDGER, NOW)) == (
            "harassment-nobody-left", "door",
        )  # fmt: skip

    def test_whoever_is_kept_out_cannot_be_chosen(self) -> None:
        part = Part(identity={"excluded": [ONE], "kept_out": ["desk"]})
        for door in (ONE, "desk"):
            assert refusal(send(part, door, ASKER, NEW, LEDGER, NOW)) == ("field-not-available", "door")
        assert told(send(part, TWO, ASKER, NEW, LEDGER, NOW)) == {TWO: NoticeClass.DUTY}

    def test_nobody_behind_a_door_is_the_person_or_whom_it_is_about(self) -> None:
        found = doors(replace(NEW, identity={"requester": ONE, "affected": TWO}), LEDGER, TODAY)
        assert not {ONE, TWO} & set(found.counsellors)
        assert len(found.counsellors) == 4


class TestAnotherDoor:
    @pytest.mark.parametrize("state", [RECEIVED, STRANDED, ARRANGING])
    def test_who_had_it_before_has_it_no_more_and_the_promise_begins_anew(self, state: str) -> None:
        case = consultation(state, LEDGER, TODAY)
        later = OFFICE.opening(date(2026, 9, 10))
        chosen = decided(choose_door(TWO, case, LEDGER, later))

        assert who(chosen)["handlers"] == [TWO]
        assert {party.person for party in chosen.drops_parties} == set(case.handlers) - {TWO}
        assert told(chosen) == {TWO: NoticeClass.DUTY}
        assert (body_of(chosen)["promised_on"], body_of(chosen)["round"]) == ("2026-09-11", case.body["round"] + 1)
        assert RESPONDERS in chosen.cancels
        assert CONSULTATION.target(state, "choose_door") == RECEIVED


class TestWhoHasCalled:  # G6
    def test_the_desk_writes_it_down_and_is_the_door(self) -> None:
        entered = enter(Part({"story": "story-canary"}), "山田 090", DESK, NEW, LEDGER, NOW)

        assert (who(entered)["door"], who(entered)["caller"], who(entered)["requester"]) == ("desk", "山田 090", "")
        assert told(entered) == {OTHER_DESK: NoticeClass.DUTY}  # who wrote it knows
        assert {party.person for party in decided(entered).parties} == {DESK, OTHER_DESK}

    def test_a_counsellor_writes_it_down_and_is_told_alone(self) -> None:
        entered = enter(Part(), "山田 090", ONE, NEW, LEDGER, NOW)

        assert (who(entered)["door"], who(entered)["receiver"], who(entered)["handlers"]) == ("counsellor", ONE, [ONE])
        assert told(entered) == {}

    @pytest.mark.parametrize(
        ("by", "part", "caller", "reason"),
        [
            (DESK, Part(), "", ("harassment-caller-needed", "caller")),
            (DESK, Part(identity={"kept_out": ["desk"]}), "x", ("harassment-enter-not-you", "kept_out")),
            (DESK, Part(identity={"excluded": [HEAD]}), "x", ("harassment-enter-not-you", "kept_out")),
            (ONE, Part(identity={"excluded": [ONE]}), "x", ("harassment-enter-not-you", "kept_out")),
            (ONE, Part(identity={"affected": ONE}), "x", ("harassment-enter-not-you", "kept_out")),
            (DESK, Part(identity={"kept_out": ["counsellors"]}), "x", ("harassment-nobody-left", "kept_out")),
        ],
    )
    def test_nobody_takes_what_they_are_kept_out_of(
        self, by: str, part: Part, caller: str, reason: tuple[str, str]
    ) -> None:
        assert refusal(enter(part, caller, by, NEW, LEDGER, NOW)) == reason
