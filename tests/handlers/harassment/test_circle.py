"""Attacks on the circle of a consultation: by superiors, by two hats, by a new post, by a term that is over."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.handlers.danger.rules.duty import on_duty, reviewers
from bot.handlers.harassment.rules import circle
from bot.handlers.harassment.rules.keeping_out import exclude
from bot.handlers.harassment.rules.moves import (
    CLOSING,
    CONFIRMING,
    CONSULTATION,
    DRAFT,
    HANDLED,
    MEASURES,
    MET,
    RECEIVED,
    REFERRED,
    REPORTED,
)
from bot.handlers.harassment.rules.terms import on_term_end
from bot.rules.access import Act, Standing, may
from bot.rules.cases import Case, Decision
from bot.rules.people import FOR_ONE_CASE, Principal, Role
from tests import fakes
from tests.fakes import NOW, FakeLedger, appointment
from tests.handlers.harassment.cases import (
    ASKER,
    CHAIR,
    COUNSELLORS,
    DEPUTY,
    DESK,
    HEAD,
    MEMBERS,
    NURSE,
    ONE,
    OTHER_DESK,
    RESPONDENT,
    SECRETARY,
    TWO,
    consultation,
)
from tests.handlers.harassment.roster import TODAY, town_ledger

LAST_MINUTE, NEXT_YEAR = datetime(2027, 3, 31, 14, 59, tzinfo=UTC), datetime(2027, 3, 31, 15, 0, tzinfo=UTC)
ANYBODY = tuple(row.id for row in town_ledger().rows)
OBJECTS = ("consultation", "intake", "intake_sheet", "fact_sheet", "committee_file", "outcome", "measures")


def with_offices(*more: tuple[str, Role], **other: Any) -> FakeLedger:
    """The town hall where some hold another office as well."""
    ledger = town_ledger(**other)
    return replace(ledger, roster=(*ledger.roster, *(appointment(who, role, ends_on=None) for who, role in more)))


def in_hand(state: str, ledger: FakeLedger | None = None, *, now: datetime = NOW, **identity: Any) -> set[str]:
    """Everybody who deals with a consultation in a state."""
    book = ledger or town_ledger()
    case = consultation(state, book, TODAY, identity=identity)
    hands = circle.takes_part(case, book, book.office.day(now))
    return {who for people in hands.values() for who in people}


def as_if(case: Case, decision: Decision) -> Case:
    """The case after a decision."""
    state = CONSULTATION.target(case.state, decision.act)
    assert state is not None, f"{decision.act} is not possible in {case.state}"
    return replace(
        case, rev=case.rev + 1, state=state, body=case.body if decision.body is None else decision.body,
        identity=case.identity if decision.identity is None else decision.identity,
    )  # fmt: skip


def can_read(who: str, case: Case, ledger: FakeLedger, *, now: datetime = NOW) -> set[tuple[str, str]]:
    """What somebody may read of a case, under which hat, sworn in and with a code."""
    found, day = set(), ledger.office.day(now)
    roles = frozenset(held.role for held in ledger.appointments_of(who) if held.in_force(day))
    for hat in (Role.EMPLOYEE, *sorted(roles)):
        facts = {"stepped_up": True, "roles": roles, "oath_given": True} | dict(
            circle.facts(case, who, hat, ledger, now)
        )
        standing = Standing(Principal(who, fakes.TEAM), hat, **facts)  # type: ignore[arg-type]
        found |= {(hat.value, obj) for obj in OBJECTS if may(standing, Act.READ, obj)}
    return found


class TestSuperiors:
    def test_a_superior_is_cut_as_counsellor_and_stays_where_the_office_decides(self) -> None:
        ledger = with_offices((RESPONDENT, Role.COUNSELLOR), (RESPONDENT, Role.COMMITTEE_MEMBER))
        case = consultation(REFERRED, ledger, TODAY)
        assert RESPONDENT not in circle.eligible(Role.COUNSELLOR, case, ledger, TODAY)
        assert RESPONDENT in circle.committee(case, ledger, TODAY)

    def test_a_superior_whom_the_person_wished_for_may_listen(self) -> None:
        ledger = with_offices((RESPONDENT, Role.COUNSELLOR))
        case = consultation(RECEIVED, ledger, TODAY, identity={"wished": [RESPONDENT]})
        assert RESPONDENT in circle.eligible(Role.COUNSELLOR, case, ledger, TODAY)

    def test_the_superiors_of_whom_it_happened_to_are_cut_as_well_as_those_of_who_reports_it(self) -> None:
        ledger = with_offices((RESPONDENT, Role.COUNSELLOR), ("U0OTA", Role.COUNSELLOR))
        case = consultation(RECEIVED, ledger, TODAY, identity={"affected": "U0HASEGAWA"})
        found = circle.eligible(Role.COUNSELLOR, case, ledger, TODAY)
        assert {RESPONDENT, "U0OTA"}.isdisjoint(found)


class TestOnesOwn:
    @pytest.mark.parametrize("part", ["requester", "affected"])
    @pytest.mark.parametrize("who", [ONE, DESK, HEAD, CHAIR, DEPUTY, NURSE, SECRETARY, MEMBERS[3]])
    def test_nobody_deals_with_what_is_their_own_or_happened_to_them(self, who: str, part: str) -> None:
        for state in HANDLED:
            everywhere = {"nurse": NURSE, "recipient": HEAD if who != HEAD else DEPUTY}
            assert who not in in_hand(state, **{**everywhere, part: who}), state

    def test_form_1_of_the_head_goes_to_the_deputy(self) -> None:
        ledger = town_ledger()
        own = consultation(CONFIRMING, ledger, TODAY, identity={"requester": HEAD})
        assert circle.recipient(own, ledger, TODAY) == DEPUTY

    def test_the_person_reads_the_own_case_under_no_office(self) -> None:
        ledger = town_ledger()
        case = consultation(REFERRED, ledger, TODAY, identity={"requester": CHAIR})
        assert {hat for hat, _ in can_read(CHAIR, case, ledger)} == {"employee"}


class TestTwoHats:
    def test_who_listened_does_not_judge(self) -> None:  # Aki 9(2)
        ledger = with_offices((ONE, Role.COMMITTEE_MEMBER), (ONE, Role.CHAIR))
        case = consultation(REFERRED, ledger, TODAY)
        assert ONE not in circle.committee(case, ledger, TODAY)
        assert circle.chair(case, ledger, TODAY) == CHAIR

    def test_nobody_reports_to_oneself(self) -> None:  # Aki 7(8)
        ledger = with_offices((HEAD, Role.COUNSELLOR))
        case = consultation(CONFIRMING, ledger, TODAY, identity={"responders": [HEAD, TWO]})
        assert circle.recipient(case, ledger, TODAY) == DEPUTY

    @pytest.mark.parametrize("post", [Role.ADMINISTRATOR, Role.AUDITOR, Role.DIGEST_READER, Role.UNIT_HEAD])
    def test_who_runs_or_audits_the_house_or_leads_a_unit_reads_no_consultation(self, post: Role) -> None:
        ledger = with_offices((RESPONDENT, post))
        for state in HANDLED:
            assert can_read(RESPONDENT, consultation(state, ledger, TODAY), ledger) == set()


class TestKeptOut:
    @pytest.mark.parametrize("who", [ONE, DESK, HEAD, NURSE, CHAIR, SECRETARY])
    def test_who_is_named_reads_nothing_in_any_state_under_any_hat(self, who: str) -> None:
        ledger = town_ledger()
        for state in HANDLED:
            case = consultation(state, ledger, TODAY, identity={"excluded": [who], "nurse": NURSE})
            assert can_read(who, case, ledger) == set(), state
            assert who not in case.handlers

    @pytest.mark.parametrize(
        ("tick", "out"),
        [
            ("desk", {DESK, OTHER_DESK, SECRETARY}),
            ("counsellors", set(COUNSELLORS)),
            ("head", {HEAD, DESK, SECRETARY}),
            ("committee", {*MEMBERS, CHAIR, HEAD, DESK}),
        ],
    )
    def test_a_tick_stands_for_everybody_in_that_office(self, tick: str, out: set[str]) -> None:
        for state in HANDLED:
            assert out.isdisjoint(in_hand(state, kept_out=[tick], nurse=NURSE)), state

    def test_with_the_head_the_section_goes_and_the_named_clerk_keeps_the_file(self) -> None:  # K6
        kondo = "U0KONDO"
        named = appointment(kondo, Role.SECRETARIAT, basis=FOR_ONE_CASE)
        ledger = replace(town_ledger(), roster=(*town_ledger().roster, named))
        case = consultation(REFERRED, ledger, TODAY, identity={"excluded": [HEAD], "recipient": DEPUTY, "clerk": kondo})
        assert circle.secretariat(case, ledger, TODAY) == (kondo,)
        another = consultation(REFERRED, ledger, TODAY)
        assert circle.secretariat(another, ledger, TODAY) == (SECRETARY,), "only the case the clerk was named for"
        for later in (CLOSING, REPORTED):
            assert kondo not in in_hand(later, ledger, excluded=[HEAD], clerk=kondo)

    def test_a_ticked_office_still_means_its_holder_after_a_change_of_posts(self) -> None:
        ledger = town_ledger()
        case = consultation(REPORTED, ledger, TODAY, identity={"recipient": DEPUTY})
        ticked = as_if(case, exclude([], ["head"], case, ledger, NOW))
        others = [a for a in ledger.roster if a.person != HEAD]
        moved = replace(
            ledger, roster=(*others, appointment(HEAD, Role.CHAIR), appointment("U0OTA", Role.AFFAIRS_HEAD))
        )
        later = replace(ticked, state=REFERRED)
        assert circle.chair(later, moved, TODAY) == CHAIR  # the director, not the head of yesterday
        assert can_read(HEAD, later, moved) == set()
        assert can_read("U0OTA", later, moved) == set(), "the new head holds the office that was ticked"

    def test_a_head_who_is_kept_out_and_changes_post_does_not_let_the_desk_back(self) -> None:  # K6
        ledger = town_ledger()
        case = consultation(RECEIVED, ledger, TODAY, identity={"door": "desk"})
        out = as_if(case, exclude([HEAD], [], case, ledger, NOW))
        moved = replace(ledger, roster=tuple(a for a in ledger.roster if a.person != HEAD))
        assert circle.receivers(out, moved, TODAY) == ()
        back = as_if(out, exclude([], [], out, moved, NOW))
        assert set(circle.receivers(back, moved, TODAY)) == {DESK, OTHER_DESK}

    def test_what_is_unticked_is_open_again(self) -> None:
        ledger = town_ledger()
        case = consultation(REPORTED, ledger, TODAY, identity={"recipient": DEPUTY})
        ticked = as_if(case, exclude([DEPUTY], ["head"], case, ledger, NOW))
        assert ticked.identity["recipient"] == ""
        back = as_if(ticked, exclude([DEPUTY], [], ticked, ledger, NOW))
        assert (back.identity["recipient"], HEAD in back.handlers) == (HEAD, True)


class TestTime:
    def test_a_term_holds_until_midnight_of_31_march_and_not_a_minute_longer(self) -> None:
        ledger = town_ledger()
        case = consultation(MET, ledger, TODAY)
        assert can_read(ONE, case, ledger, now=LAST_MINUTE) != set()
        assert can_read(ONE, case, ledger, now=NEXT_YEAR) == set()
        assert ONE not in in_hand(MET, ledger, now=NEXT_YEAR)

    def test_on_1_april_the_new_members_come_in_and_are_told(self) -> None:  # Aki 10
        ledger, old, new = town_ledger(), MEMBERS[4], "U0MIURA"
        seat = appointment(new, Role.COMMITTEE_MEMBER, starts_on=date(2027, 4, 1), ends_on=date(2028, 3, 31), seat=5)
        ledger = replace(ledger, roster=(*ledger.roster, seat))
        case = consultation(REFERRED, ledger, TODAY, identity={"excluded": [CHAIR]})
        assert (old in case.handlers, new in case.handlers) == (True, False)
        decision = on_term_end(case, ledger, NEXT_YEAR)
        assert decision is not None
        after = as_if(case, decision)
        assert (old in after.handlers, new in after.handlers) == (False, True)
        told = {notice.recipient for notice in decision.notices}
        assert new in told
        assert old not in told
        assert any(deadline.kind == "election" for deadline in decision.deadlines)

    def test_a_closed_account_has_no_part_though_its_term_runs(self) -> None:
        ledger = town_ledger()
        gone = replace(ledger, rows=[replace(row, left=row.id in {ONE, HEAD}) for row in ledger.rows])
        case = consultation(CONFIRMING, gone, TODAY)
        assert not circle.may_take_part(ONE, Role.COUNSELLOR, case, gone, TODAY)
        assert circle.recipient(case, gone, TODAY) == DEPUTY
        assert ONE not in in_hand(MET, gone)

    @pytest.mark.parametrize("state", ["ended", "withdrawn", "gone", "stopped", DRAFT])
    def test_what_is_over_or_not_yet_sent_is_nobodys_but_the_persons(self, state: str) -> None:
        ledger = town_ledger()
        case = consultation(
            state, ledger, TODAY, identity={"responders": [ONE, TWO], "recipient": HEAD, "nurse": NURSE}
        )
        assert case.handlers == ()
        readers = {who for who in (ASKER, *ANYBODY[:20]) if can_read(who, case, ledger)}
        assert readers == {ASKER}

    def test_what_came_by_phone_is_nobodys_own(self) -> None:  # G6
        ledger = town_ledger()
        case = consultation(REFERRED, ledger, TODAY, identity={"requester": "", "caller": "somebody"})
        assert not any(hat == "employee" for who in ANYBODY for hat, _ in can_read(who, case, ledger))

    def test_no_case_is_assigned_to_whoever_asks_for_one_that_does_not_exist(self) -> None:
        ledger, nothing = town_ledger(), Case("0" * 32, "harassment", "consultation", "", 0, "2026-09", "v1")
        offices = {hat for hat in Role if circle.facts(nothing, HEAD, hat, ledger, NOW).get("assigned")}
        assert offices == {Role.DESK_OFFICER, Role.COUNSELLOR}  # who enters what came by phone


class TestDanger:
    def test_nobody_is_called_in_danger_whom_the_person_keeps_out(self) -> None:
        """The head is on the company's list of who is paged, and may be the one it is about."""
        ledger = town_ledger(policy=fakes.COMPANY)
        assert HEAD in on_duty(ASKER, (), ledger, TODAY)
        case = consultation(RECEIVED, ledger, TODAY)
        kept = replace(ledger, cases=[as_if(case, exclude(["U0INOUE"], ["head"], case, ledger, NOW))])
        assert {HEAD, "U0INOUE"}.isdisjoint(on_duty(ASKER, (), kept, TODAY))
        call = Case("d" * 32, "danger", "page", "calling", 1, "2026-09", "v1", identity={"requester": ASKER})
        assert "U0INOUE" not in reviewers(call, kept, TODAY)


def test_terms_of_the_sandbox_are_what_these_tests_take_them_for() -> None:
    assert {a.ends_on for a in town_ledger().appointments_of(ONE)} == {date(2027, 3, 31)}
    assert MEASURES in HANDLED
