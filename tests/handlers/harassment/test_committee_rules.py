"""The committee of Aki 9 article by article: who brings it there, who presides, its days, its notices (K6, G13)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.harassment.rules.ahead import IDLE_ASK, TERM_END
from bot.handlers.harassment.rules.chair import ELECTION, clerks, elect, name_clerk, on_election, winner
from bot.handlers.harassment.rules.circle import chair, committee, facts, joined, secretariat
from bot.handlers.harassment.rules.clocks import COMMITTEE, HEAD_DECISION, MEASURES
from bot.handlers.harassment.rules.committee import OVERDUE, recuse, refer, request, seats, take_back
from bot.handlers.harassment.rules.moves import (
    BEFORE_FORM_1,
    CONFIRMING,
    CONSENT_HELD,
    CONSULTATION,
    FOUND,
    HEARING,
    HELD,
    MET,
    PROPOSED,
    REFERRED,
    REPORTED,
)
from bot.handlers.harassment.rules.sittings import Sitting, extend, on_committee, on_overdue, propose, sit
from bot.handlers.harassment.views.committee import committee_part, own_part, request_form
from bot.handlers.harassment.views.sittings import clerk_form, elect_form, extend_form, file, propose_form, sit_form
from bot.rules.cases import Case, Deadline, Decision, NoticeClass
from bot.rules.people import FOR_ONE_CASE, Appointment, Role
from tests.fakes import NOW, OFFICE, FakeLedger, click
from tests.handlers.harassment.cases import (
    ASKER,
    CHAIR,
    DEPUTY,
    DESK,
    HEAD,
    MEMBERS,
    ONE,
    SECRETARY,
    TWO,
    consultation,
)  # fmt: skip
from tests.handlers.harassment.decisions import Found, body_of, decided, refusal, told
from tests.handlers.harassment.roster import town_ledger

LEDGER, TODAY = town_ledger(), OFFICE.day(NOW)
DAY_60 = TODAY + timedelta(days=60)
ASKED = {"committee_requested_on": TODAY.isoformat()}
ACCUSED = {"excluded": [CHAIR], "acting_chair": MEMBERS[3]}
REST = MEMBERS[2:]  # neither the director nor the section head


def case_in(state: str, ledger: FakeLedger = LEDGER, who: Mapping[str, Any] | None = None, **body: Any) -> Case:
    return consultation(state, ledger, TODAY, body=body, identity=who)


def after(case: Case, made: Found, state: str = "") -> Case:
    """The case as the decision leaves it."""
    done = decided(made)
    return replace(
        case, state=state or case.state, rev=case.rev + 1,
        body=case.body if done.body is None else done.body,
        identity=case.identity if done.identity is None else done.identity,
    )  # fmt: skip


def with_office(ledger: FakeLedger, made: Appointment) -> FakeLedger:
    return replace(ledger, roster=(*ledger.roster, made))


def hears(made: Found) -> set[str]:
    return set(told(made))


def why_not(found: Found) -> str:
    return refusal(found)[0]


def due_of(made: Found, who: str) -> list[date | None]:
    return [n.due_on for n in decided(made).notices if n.recipient == who and n.klass is NoticeClass.DUTY]


class TestTheWayThere:  # Aki 8(2)
    @pytest.mark.parametrize(
        ("state", "possible"),
        [(MET, False), *((state, True) for state in (CONFIRMING, HELD, REPORTED, CONSENT_HELD, HEARING, FOUND)),
         (REFERRED, False)],
    )  # fmt: skip
    def test_it_can_be_asked_for_and_taken_back_from_form_1_until_the_referral(
        self, state: str, possible: bool
    ) -> None:
        assert (CONSULTATION.target(state, "request_committee") == state) is possible
        assert (CONSULTATION.target(state, "take_back_request") == state) is possible

    @pytest.mark.parametrize("state", [REPORTED, CONSENT_HELD, FOUND])
    def test_whoever_received_form_1_must_then_refer_and_has_a_day_for_it(self, state: str) -> None:
        made = request(case_in(state, who={"recipient": DEPUTY}), LEDGER, NOW)
        assert hears(made) == {DEPUTY}
        assert due_of(made, DEPUTY) == [date(2026, 9, 4)]
        assert HEAD_DECISION in {deadline.kind for deadline in decided(made).deadlines}

    @pytest.mark.parametrize("state", [CONFIRMING, HELD, HEARING])
    def test_before_the_head_can_refer_it_is_only_remembered(self, state: str) -> None:
        made = request(case_in(state), LEDGER, NOW)
        assert body_of(made)["committee_requested_on"] == TODAY.isoformat()
        idle = {IDLE_ASK} if state in BEFORE_FORM_1 else set()  # it goes on (G8)
        assert decided(made).notices == ()
        assert {deadline.kind for deadline in decided(made).deadlines} == {*idle, TERM_END}

    def test_where_nobody_may_sit_nothing_is_asked_of_anybody(self) -> None:
        case = case_in(FOUND, who={"kept_out": ["committee"]})
        assert why_not(request(case, LEDGER, NOW)) == "harassment-committee-nobody"
        assert why_not(refer(case_in(FOUND, who={"kept_out": ["committee"]}, **ASKED), LEDGER, NOW)) == (
            "harassment-refer-nobody"
        )

    def test_nobody_but_the_person_switches_it_on(self) -> None:
        assert why_not(refer(case_in(FOUND), LEDGER, NOW)) == "harassment-refer-unasked"
        asked = case_in(FOUND, **ASKED)
        assert why_not(refer(after(asked, take_back(asked, LEDGER, NOW)), LEDGER, NOW)) == "harassment-refer-unasked"

    def test_an_affected_person_for_whom_somebody_else_reported_comes_first_except_in_danger(self) -> None:
        seen = {"entry": "saw", **ASKED}
        assert why_not(refer(case_in(FOUND, **seen), LEDGER, NOW)) == "harassment-refer-affected"
        assert decided(refer(case_in(FOUND, **seen, affected_agreed=True), LEDGER, NOW)).act == "refer"
        assert decided(refer(case_in(FOUND, **seen, order={"danger": True}), LEDGER, NOW)).act == "refer"

    def test_with_the_referral_60_days_begin_and_everybody_there_knows_the_last(self) -> None:
        made = refer(case_in(FOUND, **ASKED), LEDGER, NOW)
        assert body_of(made)["committee_due_on"] == DAY_60.isoformat()
        assert {who for who in hears(made) if due_of(made, who)} == {*MEMBERS, SECRETARY}
        assert {tuple(due_of(made, who)) for who in (*MEMBERS, SECRETARY)} == {(DAY_60,)}
        assert hears(made) >= {ASKER, ONE, TWO}
        assert {d.kind for d in decided(made).deadlines} >= {COMMITTEE, OVERDUE}
        assert ELECTION not in {d.kind for d in decided(made).deadlines}

    def test_a_responder_who_sits_on_the_committee_is_not_of_it_in_this_case(self) -> None:
        both = with_office(LEDGER, Appointment("x", ONE, Role.COMMITTEE_MEMBER, date(2026, 4, 1), None, seat=7))
        assert ONE in committee(case_in(REFERRED, both, {"responders": [TWO, SECRETARY]}), both, TODAY)
        assert ONE not in committee(case_in(REFERRED, both), both, TODAY)


class TestWhoSits:  # Aki 9(4)(10), 10
    def test_the_seats_are_shown_by_their_kinds_without_whom_the_person_keeps_out(self) -> None:
        shown = seats(case_in(FOUND, who={"excluded": [MEMBERS[3]]}), LEDGER, TODAY)
        assert [row.key if row else "" for row, _ in shown] == [
            "director", "affairs_head", "environment", "schools", "union_man", "union_woman",
        ]  # fmt: skip
        assert [people for _, people in shown] == [(m,) if m != MEMBERS[3] else () for m in MEMBERS]

    def test_a_term_of_march_is_over_in_april_but_who_sits_by_post_stays(self) -> None:
        assert committee(case_in(REFERRED), LEDGER, date(2027, 4, 1)) == MEMBERS[:2]

    def test_an_empty_seat_blocks_nothing(self) -> None:
        alone = case_in(REFERRED, who={"excluded": [*MEMBERS[1:]]})
        made = sit(Sitting(TODAY, (CHAIR,), "", "minutes"), alone, LEDGER, NOW)
        assert [record.kind for record in decided(made).records] == ["sitting"]


class TestTheActingChair:  # Aki 9(6)(8)
    def test_the_director_presides_where_nothing_keeps_them_out(self) -> None:
        case = case_in(REFERRED)
        assert chair(case, LEDGER, TODAY) == CHAIR
        assert why_not(elect(REST[0], REST[1], case, LEDGER, NOW)) == "harassment-chair-there"

    @pytest.mark.parametrize("out", [{"excluded": [CHAIR]}, {"stepped_aside": [CHAIR]}])
    def test_without_the_director_the_members_who_may_sit_are_asked_to_elect(self, out: dict[str, Any]) -> None:
        made = refer(case_in(FOUND, who=out, **ASKED), LEDGER, NOW)
        case = after(case_in(FOUND, who=out, **ASKED), made, REFERRED)
        assert chair(case, LEDGER, TODAY) == ""
        assert all(date(2026, 9, 7) in due_of(made, who) for who in MEMBERS[1:])  # three office days
        assert CHAIR not in hears(made)

    def test_a_missing_director_is_replaced_the_same_way(self) -> None:
        vacant = replace(LEDGER, roster=tuple(a for a in LEDGER.roster if a.person != CHAIR))
        made = refer(case_in(FOUND, vacant, **ASKED), vacant, NOW)
        assert ELECTION in {deadline.kind for deadline in decided(made).deadlines}

    def test_more_than_half_decide_and_the_elected_one_presides(self) -> None:
        case = case_in(REFERRED, who={"excluded": [CHAIR]})
        for voter in MEMBERS[1:4]:
            assert chair(case, LEDGER, TODAY) == ""
            made = elect(voter, REST[1], case, LEDGER, NOW)
            case = after(case, made)
        assert chair(case, LEDGER, TODAY) == REST[1]
        assert due_of(made, REST[1]) == [DAY_60]
        assert "votes" not in case.identity
        assert facts(case, REST[1], Role.COMMITTEE_MEMBER, LEDGER, NOW)["presiding"]
        assert not facts(case, REST[0], Role.COMMITTEE_MEMBER, LEDGER, NOW)["presiding"]

    def test_each_votes_once_and_only_for_somebody_who_may_sit(self) -> None:
        case = case_in(REFERRED, who={"excluded": [CHAIR]})
        assert why_not(elect(REST[0], CHAIR, case, LEDGER, NOW)) == "field-not-available"
        assert why_not(elect(CHAIR, REST[0], case, LEDGER, NOW)) == "not-shown"
        voted = after(case, elect(REST[0], REST[0], case, LEDGER, NOW))
        assert why_not(elect(REST[0], REST[1], voted, LEDGER, NOW)) == "harassment-vote-cast"

    def test_when_the_time_is_up_the_votes_that_were_cast_decide(self) -> None:
        case = case_in(REFERRED, who={"excluded": [CHAIR], "votes": {REST[2]: REST[2]}})
        made = on_election(case, Deadline(case.id, ELECTION, NOW), LEDGER, NOW)
        assert decided(made).act == "elect"
        assert chair(after(case, made), LEDGER, TODAY) == REST[2]

    def test_without_any_vote_the_members_are_asked_again(self) -> None:
        case = case_in(REFERRED, who={"excluded": [CHAIR]})
        made = on_election(case, Deadline(case.id, ELECTION, NOW), LEDGER, NOW)
        assert decided(made).act == "nudge_committee"
        assert hears(made) == set(MEMBERS[1:])
        assert [(d.kind, d.stage) for d in decided(made).deadlines] == [(ELECTION, 1)]

    def test_an_acting_chair_who_steps_out_is_followed_by_another_election(self) -> None:
        case = case_in(REFERRED, who={"excluded": [CHAIR], "acting_chair": REST[0], "clerk": "x"})
        made = recuse(REST[0], case, LEDGER, NOW)
        assert chair(after(case, made), LEDGER, TODAY) == ""
        assert ELECTION in {deadline.kind for deadline in made.deadlines}
        assert REST[0] not in (made.identity or {})["handlers"]

    def test_where_the_last_member_steps_out_the_person_is_hears(self) -> None:
        case = case_in(REFERRED, who={"excluded": list(MEMBERS[:5]), "recipient": DEPUTY})
        made = recuse(MEMBERS[5], case, LEDGER, NOW)
        assert hears(made) == {ASKER}


@st.composite
def elections(draw: st.DrawFn) -> tuple[dict[str, str], tuple[str, ...]]:
    """Votes of anybody for anybody, and the members who may sit."""
    electors = draw(st.lists(st.sampled_from("abcdef"), unique=True, min_size=1, max_size=6))
    votes = draw(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))
    return votes, tuple(sorted(electors))


class TestTheVote:  # Aki 9(8)
    @given(elections())
    def test_nobody_elected_has_fewer_votes_than_another_and_none_is_kept_out(
        self, election: tuple[dict[str, str], tuple[str, ...]]
    ) -> None:
        votes, electors = election
        counted = Counter(to for who, to in votes.items() if who in electors and to in electors)
        elected = winner(votes, electors, closed=True)
        if not counted:
            assert elected == ""
            return
        best = [who for who in electors if counted[who] == max(counted.values())]
        assert elected == best[0]  # of equals the lowest seat

    @given(elections(), st.randoms(use_true_random=False))
    def test_the_order_of_the_votes_changes_nothing(
        self, election: tuple[dict[str, str], tuple[str, ...]], random: Any
    ) -> None:
        votes, electors = election
        shuffled = list(votes.items())
        random.shuffle(shuffled)
        for closed in (True, False):
            assert winner(dict(shuffled), electors, closed=closed) == winner(votes, electors, closed=closed)

    @given(elections())
    def test_what_is_decided_early_no_later_vote_could_have_changed(
        self, election: tuple[dict[str, str], tuple[str, ...]]
    ) -> None:
        votes, electors = election
        cast = {who: to for who, to in votes.items() if who in electors and to in electors}
        early = winner(cast, electors, closed=False)
        if early:
            for other in electors:
                late = cast | {who: other for who in electors if who not in cast}
                assert winner(late, electors, closed=True) == early


class TestAnotherClerk:  # K6, Aki 9(11)
    @pytest.mark.parametrize("out", [CHAIR, HEAD, DESK, SECRETARY])
    def test_the_section_leaves_when_one_of_it_is_kept_out(self, out: str) -> None:
        case = case_in(REFERRED, who={"excluded": [out]})
        assert secretariat(case, LEDGER, TODAY) == ()
        assert not {SECRETARY, DESK} & set(case.handlers)

    def test_otherwise_the_section_keeps_the_file_and_nobody_else_is_named(self) -> None:
        case = case_in(REFERRED)
        assert secretariat(case, LEDGER, TODAY) == (SECRETARY,)
        assert why_not(name_clerk("U0MIURA", "t", CHAIR, case, LEDGER, NOW)) == "harassment-clerk-there"

    def test_nobody_of_the_section_under_the_excluded_or_in_the_case_can_be_named(self) -> None:
        may = clerks(case_in(REFERRED, who=ACCUSED), LEDGER, TODAY)
        assert "U0MIURA" in may
        below = {"U0YAMAMOTO", "U0MATSUMOTO", "U0YOSHIDA"}  # the chair's own people, at every depth
        out = {CHAIR, HEAD, DESK, SECRETARY, ASKER, ONE, TWO, *REST, "U0SASAKI", "U0WADA", "U0ENDO", "U0AOKI", *below}
        assert not out & set(may)
        assert "U0FUKUDA" not in may  # the person's own superior

    def test_the_clerk_holds_the_office_from_today_and_has_the_case_at_once(self) -> None:
        case = case_in(REFERRED, who=ACCUSED)
        made = decided(name_clerk("U0MIURA", "term", REST[1], case, LEDGER, NOW))
        (office,) = made.appointments
        assert (office.role, office.basis, office.starts_on) == (Role.SECRETARIAT, FOR_ONE_CASE, TODAY)
        assert "U0MIURA" in (made.identity or {})["handlers"]
        assert [party.person for party in made.parties] == ["U0MIURA"]
        later = with_office(LEDGER, office)
        assert secretariat(after(case, made), later, TODAY) == ("U0MIURA",)
        assert secretariat(case_in(REFERRED), later, TODAY) == (SECRETARY,)  # of no other case

    def test_who_keeps_the_file_of_another_case_already_can_be_named_and_has_one_part(self) -> None:
        other = Appointment("other", "U0MIURA", Role.SECRETARIAT, TODAY, None, basis=FOR_ONE_CASE)
        made = decided(
            name_clerk("U0MIURA", "term", REST[1], case_in(REFERRED, who=ACCUSED), with_office(LEDGER, other), NOW)
        )
        assert [party.person for party in made.parties] == ["U0MIURA"]

    def test_the_office_ends_when_the_case_leaves_the_committee(self) -> None:
        office = Appointment("term", "U0MIURA", Role.SECRETARIAT, TODAY, None, basis=FOR_ONE_CASE)
        later = with_office(LEDGER, office)
        case = case_in(REFERRED, later, {**ACCUSED, "clerk": "U0MIURA", "clerk_term": "term"})
        assert joined(Decision(act="propose"), case, later, NOW, state=PROPOSED).appointments == ()
        stopped = joined(Decision(act="stop"), case, later, NOW, state="stopped")
        assert [(a.person, a.released_on) for a in stopped.appointments] == [("U0MIURA", TODAY)]
        assert "clerk" not in (stopped.identity or {})


class TestSittings:  # Aki 9(5)
    def test_only_who_may_sit_can_have_been_there_and_not_in_days_to_come(self) -> None:
        case = case_in(REFERRED, who={"excluded": [REST[0]]})
        assert why_not(sit(Sitting(TODAY, (REST[0],), "", ""), case, LEDGER, NOW)) == "harassment-sit-nobody"
        assert why_not(sit(Sitting(TODAY, (), "", ""), case, LEDGER, NOW)) == "harassment-sit-nobody"
        tomorrow = Sitting(TODAY + timedelta(days=1), (CHAIR,), "", "")
        assert why_not(sit(tomorrow, case, LEDGER, NOW)) == "harassment-sit-later"


class TestSixtyDays:  # Aki 9(3)
    def test_the_reminders_stand_30_14_7_and_1_days_before_the_last(self) -> None:
        made = decided(refer(case_in(FOUND, **ASKED), LEDGER, NOW))
        days = [OFFICE.day(d.due_at) for d in made.deadlines if d.kind == COMMITTEE]
        assert days == [OFFICE.on_or_before(DAY_60 - timedelta(days=n)) for n in (30, 14, 7, 1)]
        assert [OFFICE.day(d.due_at) for d in made.deadlines if d.kind == OVERDUE] == [
            OFFICE.on_or_after(DAY_60 + timedelta(days=1))
        ]

    @pytest.mark.parametrize(
        ("out", "owing"), [([], {CHAIR, SECRETARY}), ([CHAIR], set(MEMBERS[1:])), ([SECRETARY], {CHAIR})]
    )
    def test_who_presides_and_the_secretariat_hear_it_without_a_chair_the_members(
        self, out: list[str], owing: set[str]
    ) -> None:
        case = case_in(REFERRED, who={"excluded": out})
        assert hears(on_committee(case, Deadline(case.id, COMMITTEE, NOW, 1, "1"), LEDGER, NOW)) == owing
        past = case_in(REFERRED, committee_due_on=(TODAY - timedelta(days=1)).isoformat())
        assert on_committee(past, Deadline("c", COMMITTEE, NOW, 4, "1"), LEDGER, NOW) is None
        assert on_committee(case_in(PROPOSED), Deadline("c", COMMITTEE, NOW, 1, "1"), LEDGER, NOW) is None

    def test_after_the_limit_who_owes_it_hears_daily_and_the_person_once(self) -> None:
        past = (TODAY - timedelta(days=1)).isoformat()
        case = case_in(REFERRED, committee_due_on=past)
        first = on_overdue(case, Deadline(case.id, OVERDUE, NOW, 0, past), LEDGER, NOW)
        again = on_overdue(case, Deadline(case.id, OVERDUE, NOW, 1, past), LEDGER, NOW)
        assert hears(first) == {ASKER, CHAIR, SECRETARY}
        assert hears(again) == {CHAIR, SECRETARY}
        assert [OFFICE.day(d.due_at) for d in decided(first).deadlines] == [TODAY + timedelta(days=1)]

    def test_no_reminder_begins_an_election_anew_that_is_running(self) -> None:
        past = (TODAY - timedelta(days=1)).isoformat()
        case = case_in(REFERRED, who={"excluded": [CHAIR]}, committee_due_on=past)
        made = decided(on_overdue(case, Deadline(case.id, OVERDUE, NOW, 3, past), LEDGER, NOW))
        assert ELECTION not in {*made.cancels, *(deadline.kind for deadline in made.deadlines)}

    def test_nobody_is_called_late_after_an_extension_or_a_proposal(self) -> None:
        late = Deadline("c", OVERDUE, NOW, 0, (TODAY - timedelta(days=1)).isoformat())
        assert on_overdue(case_in(REFERRED), late, LEDGER, NOW) is None
        assert on_overdue(case_in(PROPOSED), late, LEDGER, NOW) is None

    @pytest.mark.parametrize(
        ("reason", "days", "why"),
        [
            ("", 90, "harassment-extend-reason-needed"),
            ("reason", 60, "harassment-extend-too-soon"),
            ("reason", 0, "harassment-extend-too-soon"),
        ],
    )
    def test_an_extension_needs_a_reason_and_a_later_day(self, reason: str, days: int, why: str) -> None:
        assert why_not(extend(reason, TODAY + timedelta(days=days), case_in(REFERRED), LEDGER, NOW)) == why

    def test_an_extension_tells_the_person_and_both_responders_in_the_same_act(self) -> None:
        until = TODAY + timedelta(days=90)
        made = extend("reason", until, case_in(REFERRED), LEDGER, NOW)
        assert hears(made) == {ASKER, ONE, TWO}
        assert body_of(made)["committee_due_on"] == until.isoformat()
        assert body_of(made)["extended"] == {"on": TODAY.isoformat(), "until": until.isoformat(), "reason": "reason"}
        assert {COMMITTEE, OVERDUE} <= set(decided(made).cancels)
        last = max(d.due_at for d in decided(made).deadlines if d.kind == COMMITTEE)
        assert OFFICE.day(last) == OFFICE.on_or_before(until - timedelta(days=1))


class TestTheProposal:  # Aki 9(2)
    def test_the_person_and_both_responders_hear_that_it_was_made_and_the_secretariat_has_the_next_duty(self) -> None:
        made = propose("proposal", "told", case_in(REFERRED), LEDGER, NOW)
        assert hears(made) == {ASKER, ONE, TWO, SECRETARY}
        assert due_of(made, SECRETARY)
        assert body_of(made)["committee_notice"] == "told"
        assert "proposal" not in str(decided(made).body)  # the file's alone
        assert [(r.kind, r.body["text"]) for r in decided(made).records] == [("proposal", "proposal")]
        assert {COMMITTEE, OVERDUE} <= set(decided(made).cancels)
        assert MEASURES in {deadline.kind for deadline in decided(made).deadlines}

    def test_an_empty_one_is_none(self) -> None:
        assert why_not(propose("", "told", case_in(REFERRED), LEDGER, NOW)) == "harassment-propose-text-needed"


class TestTheScreens:
    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_before_asking_the_person_reads_each_name_who_keeps_the_file_and_the_days(self, language: str) -> None:
        case = case_in(FOUND, who={"excluded": [MEMBERS[3]]})
        shown = str(request_form(click(ASKER, language), case, LEDGER))
        people = LEDGER.people()
        for who in (*MEMBERS[:3], *MEMBERS[4:], SECRETARY):
            assert people[who].name in shown, who
        assert people[MEMBERS[3]].name not in shown
        assert "60" in shown

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_where_nobody_may_preside_the_person_is_shown_ways_outside_and_no_way_to_send(self, language: str) -> None:
        case = case_in(FOUND, who={"kept_out": ["committee"]})
        shown = request_form(click(ASKER, language), case, LEDGER)
        assert "submit" not in shown
        assert "#9110" in str(shown)
        assert "#9110" in str(own_part(click(ASKER, language), case_in(FOUND, who=case.identity, **ASKED), LEDGER))
        assert "#9110" in str(own_part(click(ASKER, language), case_in(REFERRED, who=case.identity), LEDGER))

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_empty_seats_and_the_duty_of_balance_are_said_as_a_warning(self, language: str) -> None:
        full, short = (
            str(file(click(CHAIR, language), case_in(REFERRED, who={"excluded": out}), LEDGER))
            for out in ([], [MEMBERS[5]])
        )
        balance = "第9条第10項" if language == "ja" else "Article 9(10)"
        assert balance in full
        assert balance in short
        assert len(short) > len(full)

    @pytest.mark.parametrize("form", [sit_form, extend_form, propose_form, elect_form, clerk_form])
    def test_every_form_can_be_shown_in_both_languages(self, form: Any) -> None:
        case = case_in(REFERRED, who={"excluded": [CHAIR]})
        titles = {str(form(click(REST[0], language), case, LEDGER)["title"]) for language in ("ja", "en")}
        assert len(titles) == 2

    @pytest.mark.parametrize(
        ("me", "verbs"),
        [
            (CHAIR, ["sit", "propose", "committee_file"]),
            (MEMBERS[3], ["sit", "committee_file"]),
            (SECRETARY, ["sit", "committee_file"]),
            (ONE, []),
        ],
    )
    def test_each_finds_what_is_theirs_to_do(self, me: str, verbs: list[str]) -> None:
        shown = committee_part(click(me), case_in(REFERRED), LEDGER)
        assert [b["action_id"] for row in shown for b in row.get("elements", ())] == [f"harassment.{v}" for v in verbs]
