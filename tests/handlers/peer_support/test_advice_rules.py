"""Advice without identity by the articles of Yam, a supporter's own load, and the practice request, as rules."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest

from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules import advice as rules
from bot.handlers.peer_support.rules import practice
from bot.handlers.peer_support.rules.moves import ADVICE, FLOW, PRACTICE
from bot.handlers.peer_support.views import advice as views
from bot.handlers.peer_support.views import care
from bot.handlers.peer_support.views import practice as practice_views
from bot.handlers.peer_support.views.identifying import marks
from bot.rules.cases import Case, Deadline, Decision, NoticeClass, Party, Purpose, Record
from bot.rules.people import Appointment, Person, Role
from bot.rules.policy import IdentifyingKind
from bot.sandbox.strictness import check_view
from tests import fakes
from tests.fakes import ASKER, HEAD, NOW, OTHER, SUPPORTER, FakeLedger, appointment

COORDINATOR, HQ = "U0COORDINATOR", "U0HQ"
ROSTER = (*fakes.APPOINTMENTS, appointment(COORDINATOR, Role.COORDINATOR), appointment(HQ, Role.HQ_SUPPORTER))
PEOPLE = (*fakes.PEOPLE, Person(COORDINATOR, "井上 直子", "厚生課"), Person(HQ, "松本 正", "厚生課"))
NEW = Case("c1", FLOW, "advice", "", 0, "2026-09", "v1")
OFFER, HQ_OFFER = ROSTER[-2].id, ROSTER[-1].id
PROMISED = date(2026, 9, 7)  # of a Wednesday the 2nd: on the fourth working day the supporter hears that none came


def ledger(**other: object) -> FakeLedger:
    return FakeLedger(**({"roster": ROSTER, "rows": PEOPLE} | other))  # type: ignore[arg-type]


def case(state: str = "asked", **body: object) -> Case:
    values = {"purpose": "guidance", "round": 1, "answer_by": PROMISED.isoformat(), "stages": 2,
              "told_at": "2026-09-02T01:05:00+00:00", "ends_on": "2026-11-01"} | body  # fmt: skip
    identity = {"requester": SUPPORTER, "handlers": [COORDINATOR]}
    return replace(NEW, state=state, rev=2, body=values, identity=identity)


def asked(text: str = "眠れないそうです。", purpose: str = "guidance", offer: str = OFFER) -> Decision | Refused:
    return rules.ask(rules.Asking(offer, purpose, text), SUPPORTER, NEW, ledger(), NOW)


def told(decision: Decision | None) -> list[tuple[str, NoticeClass]]:
    assert decision is not None
    return [(notice.recipient, notice.klass) for notice in decision.notices]


class TestYam10WithoutIdentity:
    @pytest.mark.parametrize(
        "text", ["井上 直子さんのことです", "厚生課の人です", "9月1日に会いました", "090-1234-5678"]
    )
    def test_what_may_identify_is_never_written_down_whatever_the_form_let_through(self, text: str) -> None:
        waiting = case("answered")
        refusals = [asked(text), asked(text, "load"), rules.add(text, waiting, ledger(), NOW)]

        assert [(r.reason, r.field) for r in refusals if isinstance(r, Refused)] == [
            ("peer_support-advice-identifying", "text")
        ] * 3

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_what_stands_in_its_place_may_be_written_down(self, language: str) -> None:
        click = fakes.click(SUPPORTER, language)
        assert set(marks(click)) == set(get_args(IdentifyingKind))
        found = rules.checked("井上 直子さん、厚生課、9月1日、090-1234-5678", marks(click), ledger())

        assert [kind for kind, _ in found.removed] == ["name", "unit", "when", "phone"]
        assert isinstance(asked(found.text), Decision)
        assert isinstance(asked("".join(marks(click).values())), Decision)

    def test_it_is_a_case_of_its_own_with_the_supporter_and_the_coordinator(self) -> None:
        decision = asked()

        assert isinstance(decision, Decision)
        assert decision.opens is not None
        assert decision.opens.kind == "advice"
        assert decision.identity == {"requester": SUPPORTER, "handlers": [COORDINATOR]}
        assert set(decision.parties) == {Party(SUPPORTER, Purpose.REQUESTER), Party(COORDINATOR, Purpose.HANDLER)}
        assert [record.body["text"] for record in decision.records] == ["眠れないそうです。"]
        assert "眠れない" not in str((decision.body, decision.identity, decision.notices, decision.deadlines))

    def test_few_people_are_warned_of_before_the_words_are_taken_out(self) -> None:
        assert rules.checked("Taxの方です", {k: "x" for k in get_args(IdentifyingKind)}, ledger()).few  # one person
        assert not rules.checked("眠れない方です", {}, ledger(rows=PEOPLE * 1)).few


class TestYam7WhoIsAsked:
    def test_every_coordinator_also_by_office_but_oneself(self) -> None:
        today = date(2026, 9, 2)
        assert [a.person for a in rules.coordinators(SUPPORTER, ledger(), today)] == [COORDINATOR, HQ]
        assert [a.person for a in rules.coordinators(HQ, ledger(), today)] == [COORDINATOR]

    @pytest.mark.parametrize("person", [ASKER, HEAD, COORDINATOR])
    def test_who_is_no_supporter_asks_nobody(self, person: str) -> None:
        assert rules.coordinators(person, ledger(), date(2026, 9, 2)) == ()

    def test_who_is_away_stands_last_and_who_has_left_is_not_there(self) -> None:
        away = replace(ROSTER[-2], away_until=date(2026, 9, 4))
        found = rules.coordinators(SUPPORTER, ledger(roster=[*ROSTER[:-2], away, ROSTER[-1]]), date(2026, 9, 2))
        assert [a.person for a in found] == [HQ, COORDINATOR]
        gone = [replace(one, left=one.id == HQ) for one in PEOPLE]
        assert [a.person for a in rules.coordinators(SUPPORTER, ledger(rows=gone), date(2026, 9, 2))] == [COORDINATOR]

    @pytest.mark.parametrize("offer", ["", "gone", fakes.APPOINTMENTS[1].id])
    def test_nobody_else_can_be_chosen(self, offer: str) -> None:
        refused = asked(offer=offer)

        assert isinstance(refused, Refused)
        assert (refused.reason, refused.field) == ("field-not-available", "coordinator")

    @pytest.mark.parametrize(
        ("person", "between"), [(SUPPORTER, True), (COORDINATOR, True), (HQ, False), (OTHER, False)]
    )
    def test_it_is_between_two_people_whatever_offices_others_hold(self, person: str, between: bool) -> None:
        facts = rules.facts(case(), person)
        assert (facts["assigned"], facts["identity_free"]) == (between, between)

    def test_another_coordinator_sees_what_was_asked_and_not_what_the_first_one_said(self) -> None:
        first = FakeLedger().case_ref(case(), COORDINATOR)
        entries = [Record(rules.LINE, {"number": n, "by": by, "text": by}) for n, by in ((2, first), (1, "own"))]
        moved = replace(case(), identity={"requester": SUPPORTER, "handlers": [HQ]})
        book = ledger(entries={"c1": entries})

        assert [line.by for line in rules.lines_of(SUPPORTER, moved, book)] == ["own", first]
        assert [line.by for line in rules.lines_of(HQ, moved, book)] == ["own"]


class TestTheClock:
    def test_the_coordinator_is_asked_until_a_day_and_reminded_on_office_days(self) -> None:
        decision = asked()

        assert isinstance(decision, Decision)
        assert told(decision) == [(COORDINATOR, NoticeClass.DUTY)]
        assert decision.notices[0].due_on == decision.answer["answer_by"] == PROMISED
        nudges = [(d.stage, fakes.OFFICE.day(d.due_at)) for d in decision.deadlines if d.kind == rules.NUDGE]
        assert nudges == [(1, date(2026, 9, 4)), (2, date(2026, 9, 8))]

    def test_another_organisation_has_other_days(self) -> None:
        book = ledger(policy=fakes.COMPANY)
        decision = rules.ask(rules.Asking(OFFER, "guidance", "x"), SUPPORTER, NEW, book, NOW)

        assert isinstance(decision, Decision)
        assert len([d for d in decision.deadlines if d.kind == rules.NUDGE]) == 3

    @pytest.mark.parametrize(
        ("stage", "state", "period", "roster", "act", "to"),
        [
            (1, "asked", "1", ROSTER, "remind_advice", (COORDINATOR, NoticeClass.DUTY)),
            (2, "asked", "1", ROSTER, "lapse_advice", (SUPPORTER, NoticeClass.NEWS)),
            (1, "asked", "1", ROSTER[:-2], "lapse_advice", (SUPPORTER, NoticeClass.NEWS)),  # no coordinator any more
            (1, "answered", "1", ROSTER, None, None),
            (1, "asked", "0", ROSTER, None, None),  # of the round before
        ],
    )
    def test_who_is_told_of_a_stage(
        self, stage: int, state: str, period: str, roster: tuple[Appointment, ...], act: str | None,
        to: tuple[str, NoticeClass] | None,
    ) -> None:  # fmt: skip
        due = Deadline("c1", rules.NUDGE, NOW, stage, period)
        decision = rules.on_nudge(case(state), due, ledger(roster=roster), NOW)

        assert (decision.act if decision else None) == act
        assert (told(decision) if decision else [None]) == [to]

    def test_an_answer_is_told_once_in_a_slot(self) -> None:
        first = rules.answer("まず聞いてください。", case(), ledger(), NOW)
        again = rules.answer("もう一つ。", case("answered"), ledger(), NOW + timedelta(seconds=90))
        later = rules.answer("さらに。", case("answered"), ledger(), NOW + timedelta(minutes=6))

        assert isinstance(first, Decision)
        assert isinstance(again, Decision)
        assert isinstance(later, Decision)
        assert told(first) == [(SUPPORTER, NoticeClass.NEWS)]
        assert first.notices[0].once == again.notices[0].once != later.notices[0].once

    def test_an_addition_begins_the_clock_anew(self) -> None:
        decision = rules.add("朝がつらいそうです。", case("answered"), ledger(), NOW)

        assert isinstance(decision, Decision)
        assert set(decision.cancels) == {rules.NUDGE, rules.IDLE}
        assert {d.period for d in decision.deadlines if d.kind == rules.NUDGE} == {"2"}
        assert told(decision) == [(COORDINATOR, NoticeClass.DUTY)]

    @pytest.mark.parametrize("state", ["asked", "unanswered", "answered"])
    def test_turning_to_somebody_else_takes_the_first_one_out(self, state: str) -> None:
        decision = rules.ask_other(HQ_OFFER, case(state), ledger(), NOW)

        assert isinstance(decision, Decision)
        assert decision.drops_parties == (Party(COORDINATOR, Purpose.HANDLER),)
        assert decision.identity == {"requester": SUPPORTER, "handlers": [HQ]}
        assert ADVICE.target(state, "ask_other") == "asked"
        assert isinstance(rules.ask_other(OFFER, case(state), ledger(), NOW), Refused)

    @pytest.mark.parametrize(("state", "owed"), [("asked", True), ("unanswered", True), ("answered", False)])
    def test_the_end_destroys_it_and_tells_who_still_owed_a_word(self, state: str, owed: bool) -> None:
        decision = rules.close(case(state))

        assert decision.ends_route
        assert told(decision) == [(COORDINATOR, NoticeClass.NEWS)] * owed
        assert [(n.about, n.topic) for n in decision.notices] == [("", "withdrawn")] * owed

    def test_nothing_written_for_the_days_of_the_policy_ends_it(self) -> None:
        decision = asked()

        assert isinstance(decision, Decision)
        (idle,) = [d for d in decision.deadlines if d.kind == rules.IDLE]
        days = fakes.POLICY.peer_support.idle_ends_days
        assert fakes.OFFICE.day(idle.due_at) == date(2026, 9, 3) + timedelta(days=days)
        assert rules.on_idle(case("answered")) == Decision(act="idle_advice", ends_route=True)


class TestCare:
    def test_a_word_for_the_coordinator_needs_no_words(self) -> None:
        assert isinstance(asked("", "load"), Decision)
        assert isinstance(asked("", "guidance"), Refused)
        assert isinstance(rules.answer("", case(), ledger(), NOW), Refused)

    def test_the_own_load_counts_what_was_taken_on_and_is_shown_to_supporters_only(self) -> None:
        handled = {"requester": ASKER, "handlers": [SUPPORTER]}
        cases = [
            Case(str(n), FLOW, kind, state, 1, "2026-09", "v1", identity=handled)
            for n, (kind, state) in enumerate(
                [("request", "accepted"), ("request", "accepted"), ("request", "requested"), ("practice", "accepted")]
            )
        ]
        month = "peer_support/month/U0SUPPORTER/2026-09"
        book = ledger(cases=cases, entries={month: [Record("activity", {})] * 3})
        click = fakes.click(SUPPORTER)

        assert "いま引き受けている件：2件。今月の記録：3件" in str(
            care.own_load(click, book, frozenset({Role.UNIT_SUPPORTER}))
        )
        assert care.own_load(click, book, frozenset({Role.COORDINATOR, Role.EXTERNAL_ADVISER})) == []


class TestP11Practice:
    def begun(self) -> Decision:
        new = replace(NEW, kind="practice")
        decision = practice.practise(SUPPORTER, new, ledger(), NOW)
        assert isinstance(decision, Decision)
        return decision

    def test_it_belongs_to_the_supporter_alone_and_tells_and_counts_nothing(self) -> None:
        decision = self.begun()

        assert decision.identity == {"handlers": [SUPPORTER]}
        assert decision.parties == (Party(SUPPORTER, Purpose.HANDLER),)
        everything = (decision, practice.accept(), practice.over("end"), practice.over("vanish"))
        assert [(d.notices, d.counts, d.records) for d in everything] == [((), (), ())] * 4

    def test_it_promises_what_a_request_would_and_vanishes_after_the_days_of_the_policy(self) -> None:
        decision = self.begun()

        assert decision.body is not None
        assert decision.body["promised_on"] == "2026-09-04"
        days = fakes.POLICY.peer_support.practice_days
        assert [fakes.OFFICE.day(d.due_at) for d in decision.deadlines] == [date(2026, 9, 2) + timedelta(days=days)]

    def test_one_at_a_time(self) -> None:
        open_one = Case("p1", FLOW, "practice", "requested", 1, "2026-09", "v1", identity={"handlers": [SUPPORTER]})
        refused = practice.practise(SUPPORTER, replace(NEW, kind="practice"), ledger(cases=[open_one]), NOW)

        assert isinstance(refused, Refused)
        assert practice.open_one(OTHER, ledger(cases=[open_one])) is None

    def test_every_way_out_leaves_nothing(self) -> None:
        for state, act in (
            ("requested", "step_aside"),
            ("accepted", "end"),
            ("requested", "vanish"),
            ("accepted", "vanish"),
        ):
            assert PRACTICE.target(state, act) in PRACTICE.final()
            assert practice.over(act).ends_route


LONG, TEXT = "𠮷" * 200, "あ" * 2000


def screens(click: Click) -> Iterator[View]:
    listed = rules.coordinators(SUPPORTER, ledger(), date(2026, 9, 2))
    crowd = {a.person: Person(a.person, LONG, LONG) for a in listed}
    removed = tuple((kind, word) for kind in get_args(IdentifyingKind) for word in (LONG, "林さん", TEXT))
    lines = [rules.Line(n, by, TEXT) for n, by in enumerate(("own", "mine", "other") * 20)]
    for preview in (
        None,
        views.Preview(rules.Checked(TEXT, removed, few=True), 1),
        views.Preview(rules.Checked(TEXT), 2),
    ):
        for purpose in rules.PURPOSES:
            yield views.ask_form(click, listed, crowd, purpose=purpose, preview=preview)
        for state in ("asked", "unanswered", "answered"):
            yield views.thread(click, case(state), lines, LONG, "mine", page=2, preview=preview)
    yield views.ask_form(click, (), {})
    yield views.other_form(click, case(), listed, crowd)
    yield views.other_form(click, case(), (), {})
    yield views.sent(click, LONG, PROMISED)
    for purpose in rules.PURPOSES:
        yield views.inbox(click, case(purpose=purpose), lines, LONG, "mine")
    for state in practice_views.VERBS:
        body = {"promised_on": "2026-09-04", "vanishes_on": "2026-09-09"}
        yield practice_views.practice(click, replace(NEW, kind="practice", state=state, rev=1, body=body), fakes.POLICY)
    yield practice_views.aside_form(click, fakes.POLICY)
    yield practice_views.said(click, "peer_support-ended-title", LONG)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_screen_is_one_that_slack_takes(language: str) -> None:
    click = fakes.click(SUPPORTER, language)
    for view in screens(click):
        check_view(view)
