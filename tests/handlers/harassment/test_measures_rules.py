"""What follows the proposal: the mayor's decision by date and kind, its follow-up, and nothing of discipline (K7)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.handlers.harassment.rules.clocks import MEASURES as CLOCK
from bot.handlers.harassment.rules.measures import (
    FOLLOW_UP,
    Decided,
    close,
    decide,
    follow_up,
    measures_of,
    on_clock,
    on_follow_up,
    open_ones,
    told_to_person,
)
from bot.handlers.harassment.rules.moves import CLOSING, CONSULTATION, FOUND, HANDLED, MEASURES, PROPOSED, REFERRED
from bot.handlers.harassment.rules.sittings import MEASURES_LATE
from bot.handlers.harassment.views.measures import decide_form, follow_up_form
from bot.handlers.harassment.views.sittings import notice
from bot.rules.cases import Case, Deadline, NoticeClass
from tests.fakes import COMPANY, NOW, OFFICE, click
from tests.handlers.harassment.cases import ASKER, HEAD, ONE, SECRETARY, TWO, consultation
from tests.handlers.harassment.decisions import Found, body_of, decided, refusal, told
from tests.handlers.harassment.roster import town_ledger

LEDGER, TODAY = town_ledger(), OFFICE.day(NOW)
LATER = TODAY + timedelta(days=28)
BOTH = Decided(TODAY, ("discipline", "transfer"), LATER)


def measure(kind: str, *, done: bool = False, again: date = LATER) -> dict[str, str]:
    return {
        "kind": kind, "decided_on": TODAY.isoformat(), "look_again_on": again.isoformat(),
        "done_on": TODAY.isoformat() if done else "",
    }  # fmt: skip


def case_in(state: str, *measures: dict[str, str], who: dict[str, Any] | None = None, **body: Any) -> Case:
    return consultation(state, LEDGER, TODAY, body={"measures": list(measures)} | body, identity=who)


def after(case: Case, made: Found, state: str) -> Case:
    return replace(case, state=state, body=body_of(made))


class TestTheDecision:  # Aki 12
    @pytest.mark.parametrize("state", HANDLED)
    def test_it_is_entered_after_a_proposal_only(self, state: str) -> None:
        assert (CONSULTATION.target(state, "decide") == MEASURES) is (state in {PROPOSED, MEASURES})

    def test_day_and_kinds_are_kept_and_nothing_else(self) -> None:
        made = decide(BOTH, case_in(PROPOSED), LEDGER, NOW)
        assert body_of(made)["measures"] == [measure("discipline"), measure("transfer")]
        assert (decided(made).counts, decided(made).records) == ((), ())

    def test_the_person_and_the_responders_hear_that_there_is_news(self) -> None:
        made = decide(BOTH, case_in(PROPOSED), LEDGER, NOW)
        assert told(made) == dict.fromkeys((ASKER, ONE, TWO), NoticeClass.NEWS)

    @pytest.mark.parametrize(
        ("entered", "why"),
        [
            (replace(BOTH, decided_on=TODAY + timedelta(days=1)), ("harassment-decide-day", "decided_on")),
            (replace(BOTH, decided_on=TODAY - timedelta(days=1)), ("harassment-decide-day", "decided_on")),
            (replace(BOTH, kinds=()), ("harassment-decide-kinds", "kinds")),
            (replace(BOTH, look_again_on=TODAY), ("harassment-decide-look-again", "look_again_on")),
        ],
    )
    def test_what_cannot_be_is_refused_at_its_field(self, entered: Decided, why: tuple[str, str]) -> None:
        assert refusal(decide(entered, case_in(PROPOSED), LEDGER, NOW)) == why

    def test_a_later_decision_adds_to_the_first(self) -> None:
        made = decide(replace(BOTH, kinds=("apology",)), case_in(MEASURES, measure("transfer")), LEDGER, NOW)
        assert [one["kind"] for one in body_of(made)["measures"]] == ["transfer", "apology"]


class TestWhatThePersonReads:  # K7
    def test_only_what_concerns_them_and_never_discipline(self) -> None:
        kinds = [measure(row.key) for row in LEDGER.policy.harassment.measures]
        case = case_in(MEASURES, *kinds)
        assert {row.key for row in told_to_person(case, LEDGER)} == {"relations", "transfer", "apology", "restore"}
        company = town_ledger(policy=COMPANY)
        assert {row.key for row in told_to_person(case, company)} == {"transfer", "apology"}

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_the_notice_shows_the_kinds_to_the_person_alone(self, language: str) -> None:
        case = case_in(MEASURES, measure("discipline"), measure("transfer"))
        discipline, transfer = (
            getattr(row, language) for row in LEDGER.policy.harassment.measures if row.key in {"discipline", "transfer"}
        )
        person, responder = (str(notice(click(who, language), case, LEDGER)) for who in (ASKER, ONE))
        assert transfer in person
        assert transfer not in responder
        assert discipline not in person + responder


class TestTheFollowUp:  # Aki 12, (*): a day to look again
    def test_it_is_asked_for_on_its_day_and_then_by_the_clock(self) -> None:
        made = decided(decide(BOTH, case_in(PROPOSED), LEDGER, NOW))
        (again,) = [d for d in made.deadlines if d.kind == FOLLOW_UP]
        assert OFFICE.day(again.due_at) == OFFICE.on_or_before(LATER)
        assert {CLOCK, FOLLOW_UP} <= set(made.cancels)
        nudge = on_follow_up(case_in(MEASURES, measure("transfer")), again, LEDGER, NOW)
        assert told(nudge) == {SECRETARY: NoticeClass.DUTY}
        assert CLOCK in {d.kind for d in decided(nudge).deadlines}

    def test_what_is_carried_out_is_ticked_and_the_rest_gets_another_day(self) -> None:
        case = case_in(MEASURES, measure("discipline"), measure("transfer"))
        made = follow_up({0}, LATER + timedelta(days=7), case, LEDGER, NOW)
        ticked = after(case, made, MEASURES)
        assert measures_of(ticked) == (
            measure("discipline", done=True),
            measure("transfer", again=LATER + timedelta(days=7)),
        )
        assert open_ones(ticked) == (1,)
        assert [d.kind for d in decided(made).deadlines] == [FOLLOW_UP]

    def test_with_the_last_tick_only_its_end_is_asked_for(self) -> None:
        case = case_in(MEASURES, measure("transfer"))
        made = follow_up({0}, None, case, LEDGER, NOW)
        assert {deadline.kind for deadline in decided(made).deadlines} == {CLOCK}
        assert open_ones(after(case, made, MEASURES)) == ()
        assert on_follow_up(after(case, made, MEASURES), Deadline("c", FOLLOW_UP, NOW), LEDGER, NOW) is None

    def test_what_is_left_needs_a_day_to_come_and_what_is_not_there_cannot_be_ticked(self) -> None:
        case = case_in(MEASURES, measure("transfer"))
        for day in (None, TODAY):
            assert refusal(follow_up((), day, case, LEDGER, NOW)) == ("harassment-decide-look-again", "look_again_on")
        assert refusal(follow_up({1}, LATER, case, LEDGER, NOW)) == ("not-shown", "")

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_the_forms_can_be_shown(self, language: str) -> None:
        case = case_in(MEASURES, measure("discipline"), measure("transfer", done=True))
        ticks = str(follow_up_form(click(SECRETARY, language), case, LEDGER))
        assert "9" in ticks
        assert len(decide_form(click(SECRETARY, language), case, LEDGER)["blocks"]) == 5


class TestTheClock:  # G13
    def test_the_secretariat_hears_twice_and_with_the_last_stage_the_person(self) -> None:
        case = case_in(PROPOSED)
        first, last = (on_clock(case, Deadline("c", CLOCK, NOW, stage, "1"), LEDGER, NOW) for stage in (1, 2))
        assert told(first) == {SECRETARY: NoticeClass.DUTY}
        assert told(last) == {SECRETARY: NoticeClass.DUTY, ASKER: NoticeClass.NEWS}
        assert body_of(last)[MEASURES_LATE] == TODAY.isoformat()
        assert MEASURES_LATE not in body_of(decide(BOTH, after(case, last, PROPOSED), LEDGER, NOW))

    def test_without_a_secretariat_whoever_received_form_1_hears_it(self) -> None:
        case = case_in(PROPOSED, who={"stepped_aside": [SECRETARY]})
        assert told(on_clock(case, Deadline("c", CLOCK, NOW, 1, "1"), LEDGER, NOW)) == {HEAD: NoticeClass.DUTY}

    @pytest.mark.parametrize(
        ("case", "owed"),
        [
            (case_in(MEASURES, measure("transfer")), True),
            (case_in(MEASURES, measure("transfer", done=True)), True),  # to be closed
            (case_in(CLOSING), False),
            (case_in(REFERRED), False),
        ],
    )
    def test_it_is_quiet_once_nothing_is_owed(self, case: Case, owed: bool) -> None:
        assert (on_clock(case, Deadline("c", CLOCK, NOW, 2, "1"), LEDGER, NOW) is not None) is owed


class TestTheEnd:
    @pytest.mark.parametrize(
        ("case", "why"),
        [
            (case_in(PROPOSED), ""),  # the mayor saw no need of measures
            (case_in(MEASURES, measure("transfer", done=True)), ""),
            (case_in(MEASURES, measure("transfer")), "harassment-close-open"),
        ],
    )
    def test_it_ends_when_nothing_is_left_to_be_carried_out(self, case: Case, why: str) -> None:
        made = close(case, LEDGER, NOW)
        assert refusal(made)[0] == why
        assert why or set(told(made)) == {ASKER}

    def test_before_a_proposal_this_end_does_not_exist(self) -> None:
        assert CONSULTATION.target(REFERRED, "close") is None
        assert CONSULTATION.target(FOUND, "decide") is None
