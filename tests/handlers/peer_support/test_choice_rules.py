"""Whom a person may ask, whom they keep out, who is asked when they leave it open, and what an absence changes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.errors import Refused
from bot.handlers.peer_support.rules import away, choice, idle, reminders
from bot.handlers.peer_support.rules import request as rules
from bot.handlers.peer_support.rules.choice import FREE
from bot.handlers.peer_support.rules.correct import correct
from bot.handlers.peer_support.rules.moves import FLOW, REQUEST
from bot.handlers.peer_support.rules.request import Intake
from bot.rules.cases import Case, Deadline, Decision, NoticeClass, Party, Purpose, Record
from bot.rules.people import Appointment, Person, Role
from tests import fakes
from tests.fakes import ASKER, BOSS, NOW, OTHER, SUPPORTER, FakeLedger, appointment

TODAY = date(2026, 9, 2)
NEAR, FAR, ADVISER, HQ = "U0NEAR", "U0FAR", "U0ADVISER", "U0HQ"
PEOPLE = (
    *fakes.PEOPLE,
    Person(NEAR, "Near", "Citizens", "2F"),
    Person(FAR, "Far", "Works", "3F"),
    Person(HQ, "Hq", ""),
    Person(ADVISER, "Adviser", "Outside"),
)
ROSTER = (*fakes.APPOINTMENTS, appointment(NEAR), appointment(FAR), appointment(HQ, Role.HQ_SUPPORTER),
          appointment(ADVISER, Role.EXTERNAL_ADVISER, checked_on=TODAY))  # fmt: skip
ID = {a.person: a.id for a in ROSTER}
NEW = Case("c1", FLOW, "request", "", 0, "2026-09", "v1")


def ledger(*, roster: Sequence[Appointment] = ROSTER, left: Sequence[str] = (), **other: object) -> FakeLedger:
    rows = [replace(person, left=person.id in left) for person in PEOPLE]
    return FakeLedger(roster=roster, rows=rows, **other)  # type: ignore[arg-type]


def away_until(person: str, until: date, roster: Sequence[Appointment] = ROSTER) -> list[Appointment]:
    return [replace(a, away_until=until) if a.person == person else a for a in roster]


def asked(intake: Intake, house: FakeLedger, now: datetime = NOW) -> Decision:
    decision = rules.request(intake, ASKER, NEW, house, now)
    assert isinstance(decision, Decision)
    return decision


def case(state: str = "requested", *, handler: str = SUPPORTER, **identity: object) -> Case:
    """A request as it stands after the first one was asked."""
    decision = asked(Intake("work", ID[SUPPORTER], "phone"), ledger())
    who = {"requester": ASKER, "handlers": [handler] if handler else [], **identity}
    return replace(NEW, state=state, rev=3, body=decision.body or {}, identity=who)


def handlers(decision: Decision | Refused) -> list[str]:
    assert isinstance(decision, Decision)
    assert decision.identity is not None
    return list(decision.identity["handlers"])


def names(house: FakeLedger, avoided: Sequence[str] = (), day: date = TODAY) -> list[str]:
    return [offer.candidate.person for offer in choice.offers(ASKER, house, day, avoided)]


class TestTheList:
    def test_it_goes_from_the_own_room_to_the_outside_and_superiors_are_last(self) -> None:
        assert names(ledger()) == [SUPPORTER, NEAR, OTHER, FAR, HQ, ADVISER, BOSS]

    def test_who_is_away_stands_after_all_others_but_before_superiors_and_is_marked(self) -> None:  # P6
        house = ledger(roster=away_until(SUPPORTER, TODAY))
        assert names(house) == [NEAR, OTHER, FAR, HQ, ADVISER, SUPPORTER, BOSS]
        marked = {o.candidate.person: o.away_until for o in choice.offers(ASKER, house, TODAY)}
        assert {person for person, until in marked.items() if until} == {SUPPORTER}

    def test_an_absence_ends_by_itself_on_the_day_after(self) -> None:
        house = ledger(roster=away_until(SUPPORTER, TODAY))
        assert names(house, day=TODAY + timedelta(days=1))[0] == SUPPORTER

    @pytest.mark.parametrize("gone", [SUPPORTER, OTHER, ADVISER, BOSS])
    def test_whose_account_is_closed_is_offered_to_nobody(self, gone: str) -> None:
        house = ledger(left=[gone])
        assert gone not in names(house)
        assert choice.appointment_of(gone, house, TODAY) is None
        assert choice.appointment_of(gone, ledger(), TODAY) is not None

    @pytest.mark.parametrize(("checked_on", "there"), [(TODAY, True), (None, False)])
    def test_an_adviser_from_outside_is_there_once_the_account_is_checked(
        self, checked_on: date | None, there: bool
    ) -> None:
        roster = [replace(a, checked_on=checked_on) if a.person == ADVISER else a for a in ROSTER]
        assert (ADVISER in names(ledger(roster=roster))) is there


class TestWhoeverIsFree:  # P5
    @pytest.mark.parametrize(
        ("house", "avoided", "expected"),
        [
            (ledger(), (), SUPPORTER),
            (ledger(), (SUPPORTER,), NEAR),  # whom the person avoids
            (ledger(roster=away_until(SUPPORTER, TODAY)), (), NEAR),
            (ledger(left=[SUPPORTER]), (), NEAR),
            (ledger(cases=[replace(NEW, state="accepted", rev=2, id="c0",
                                   identity={"requester": ASKER, "handlers": [SUPPORTER]})]), (), NEAR),
            (ledger(), (SUPPORTER, NEAR, OTHER, FAR), HQ),
            (ledger(), (SUPPORTER, NEAR, OTHER, FAR, HQ), None),  # no superior, no adviser from outside
        ],
    )  # fmt: skip
    def test_the_nearest_who_can(self, house: FakeLedger, avoided: Sequence[str], expected: str | None) -> None:
        found = choice.free_one(NEW, ASKER, house, TODAY, avoided)

        assert (found.candidate.person if found else None) == expected

    @pytest.mark.parametrize(
        ("state", "kind", "expected"),
        [
            ("requested", "request", FAR), ("unanswered", "request", FAR), ("accepted", "request", FAR),
            ("closing", "request", OTHER), ("accepted", "practice", OTHER),  # these are no load
        ],
    )  # fmt: skip
    def test_of_those_who_are_as_near_the_one_with_least_to_do(self, state: str, kind: str, expected: str) -> None:
        busy = replace(NEW, id="c9", kind=kind, state=state, rev=2, identity={"requester": "U0X", "handlers": [OTHER]})
        house = ledger(cases=[busy])
        idle = replace(busy, identity={"requester": "U0X", "handlers": [FAR]})

        def found(house: FakeLedger) -> str:
            offer = choice.free_one(NEW, ASKER, house, TODAY, (SUPPORTER, NEAR))
            assert offer is not None
            return offer.candidate.person

        by_key = found(ledger())
        assert found(house) == (FAR if expected == FAR else by_key)
        assert found(ledger(cases=[idle])) == (OTHER if expected == FAR else by_key)

    def test_equals_stand_in_an_order_that_is_fixed_for_a_case_and_comes_from_a_key(self) -> None:
        house = ledger()
        found = [choice.free_one(NEW, ASKER, house, TODAY, (SUPPORTER, NEAR)) for _ in range(3)]
        refs = {person: house.case_ref(NEW, person) for person in (OTHER, FAR)}

        assert {offer.candidate.person for offer in found if offer} == {min(refs, key=refs.__getitem__)}

    def test_the_one_is_asked_and_named_and_the_case_remembers_that_it_was_left_open(self) -> None:
        decision = asked(Intake("", FREE, ""), ledger())

        assert decision.identity == {"requester": ASKER, "handlers": [SUPPORTER], "free": True}
        assert [n.recipient for n in decision.notices] == [SUPPORTER]

    def test_where_nobody_is_free_it_is_said_at_the_field(self) -> None:
        refused = rules.request(Intake("", FREE, ""), ASKER, NEW, ledger(roster=[appointment(BOSS)]), NOW)

        assert isinstance(refused, Refused)
        assert (refused.reason, refused.field) == ("peer_support-nobody-free", "supporter")

    def test_who_steps_aside_hands_on_to_the_next_one_alone_and_the_person_is_told(self) -> None:
        decision = rules.pass_on(case(free=True), "away", ledger(), NOW)

        assert (decision.act, handlers(decision)) == ("ask_next", [NEAR])
        assert decision.identity is not None
        assert (decision.identity["stepped_aside"], decision.identity["free"]) == ([SUPPORTER], True)
        assert decision.drops_parties == (Party(SUPPORTER, Purpose.HANDLER),)
        assert decision.parties == (Party(NEAR, Purpose.HANDLER),)
        told = [(notice.recipient, notice.klass) for notice in decision.notices]
        assert told == [(NEAR, NoticeClass.DUTY), (ASKER, NoticeClass.NEWS)]
        assert set(decision.cancels) == {rules.ANSWER, rules.TERM_END, *idle.KINDS}
        assert decision.body is not None
        assert (decision.body["round"], decision.body["stepped_aside"]) == (2, ["away"])

    @pytest.mark.parametrize(
        ("given", "house"),
        [
            (case(), ledger()),  # the person chose this one by name
            (case("unanswered", free=True), ledger()),  # told already: the choice is the person's again
            (case(free=True, avoided=[NEAR, OTHER, FAR, HQ]), ledger()),  # nobody is left
        ],
    )
    def test_otherwise_the_person_chooses(self, given: Case, house: FakeLedger) -> None:
        decision = rules.pass_on(given, "away", house, NOW)

        assert (decision.act, handlers(decision)) == ("step_aside", [])

    @pytest.mark.parametrize(("offer", "left_open"), [(FREE, True), (ID[OTHER], False)])
    def test_choosing_anew_says_anew_whether_it_is_left_open(self, offer: str, left_open: bool) -> None:
        decision = rules.choose_again(offer, case("unanswered", free=not left_open), ledger(), NOW)

        assert isinstance(decision, Decision)
        assert decision.identity is not None
        assert decision.identity.get("free", False) is left_open
        assert SUPPORTER not in handlers(decision)


class TestWhomToAvoid:  # P6
    def test_it_is_kept_with_the_identity_and_nowhere_else(self) -> None:
        decision = asked(Intake("", ID[SUPPORTER], "", avoided=(ID[OTHER], ID[FAR])), ledger())

        assert decision.identity is not None
        assert decision.identity["avoided"] == sorted([OTHER, FAR])
        assert OTHER not in str((decision.body, decision.parties, decision.notices, decision.deadlines))

    def test_choosing_somebody_to_avoid_is_refused_at_the_field(self) -> None:
        refused = rules.request(Intake("", ID[OTHER], "", avoided=(ID[OTHER],)), ASKER, NEW, ledger(), NOW)

        assert isinstance(refused, Refused)
        assert (refused.reason, refused.field) == ("peer_support-avoided", "supporter")

    def test_they_are_in_no_list_and_are_asked_by_no_way(self) -> None:
        given = case("stepped_aside", handler="", stepped_aside=[SUPPORTER], avoided=[NEAR, OTHER])

        assert set(names(ledger(), sorted(choice.left_out(given)))).isdisjoint({SUPPORTER, NEAR, OTHER})
        assert isinstance(rules.choose_again(ID[NEAR], given, ledger(), NOW), Refused)
        assert handlers(rules.choose_again(FREE, given, ledger(), NOW)) == [FAR]
        assert handlers(rules.pass_on(case(free=True, avoided=[NEAR, OTHER]), "away", ledger(), NOW)) == [FAR]

    def test_who_is_avoided_has_not_stepped_aside(self) -> None:
        decision = rules.step_aside(case(avoided=[OTHER]), "away", FakeLedger(), NOW)

        assert decision.identity is not None
        assert decision.identity["stepped_aside"] == [SUPPORTER]


class TestAway:
    UNTIL = date(2026, 9, 11)

    def test_it_is_told_for_every_office_that_is_not_over(self) -> None:
        next_year = appointment(SUPPORTER, starts_on=date(2027, 4, 1), ends_on=date(2028, 3, 31))
        last_year = appointment(SUPPORTER, starts_on=date(2025, 4, 1), ends_on=date(2026, 3, 31))
        adviser = appointment(SUPPORTER, Role.COUNSELLOR)
        house = ledger(roster=[*ROSTER, next_year, last_year, adviser])
        decision = away.be_away(self.UNTIL, SUPPORTER, house, NOW)

        assert isinstance(decision, Decision)
        assert {(a.id, a.away_until) for a in decision.appointments} == {
            (a.id, self.UNTIL) for a in (ROSTER[0], next_year, adviser)
        }
        back = away.be_back(SUPPORTER, ledger(roster=decision.appointments), NOW)
        assert {a.away_until for a in back.appointments} == {None}

    @pytest.mark.parametrize(("until", "taken"), [(TODAY, True), (TODAY - timedelta(days=1), False)])
    def test_a_day_that_is_over_is_refused(self, until: date, taken: bool) -> None:
        assert isinstance(away.be_away(until, SUPPORTER, ledger(), NOW), Decision) is taken

    @pytest.mark.parametrize(
        ("given", "act"),
        [
            (case("requested"), "away"),
            (case("accepted"), "tell_away"),
            (case("unanswered"), None),  # chooses already
            (case("closing"), None),
        ],
    )
    def test_the_person_hears_of_it_where_it_is_news(self, given: Case, act: str | None) -> None:
        house = ledger(roster=away_until(SUPPORTER, self.UNTIL))
        deadlines = away.on_roster(given, house, NOW)
        assert len(deadlines) == (act is not None)
        longer = away.on_roster(given, ledger(roster=away_until(SUPPORTER, date(2026, 9, 18))), NOW)
        assert {d.period for d in deadlines}.isdisjoint({d.period for d in longer})  # another day is news again
        assert away.on_roster(given, house, NOW) == deadlines  # and the same one is not
        decision = away.on_away(given, Deadline("c1", away.AWAY, NOW), house, NOW)

        assert (decision.act if decision else None) == act
        if decision:
            assert [(n.recipient, n.klass) for n in decision.notices] == [(ASKER, NoticeClass.NEWS)]
            assert REQUEST.target(given.state, decision.act) == {"away": "unanswered"}.get(decision.act, given.state)

    def test_who_came_back_meanwhile_is_no_news(self) -> None:
        assert away.on_away(case(), Deadline("c1", away.AWAY, NOW), ledger(), NOW) is None
        assert away.on_roster(case(), ledger(), NOW) == ()

    def test_who_is_asked_all_the_same_has_until_they_are_back(self) -> None:
        house = ledger(roster=away_until(SUPPORTER, self.UNTIL))  # a Friday
        decision = asked(Intake("", ID[SUPPORTER], ""), house)
        given = replace(NEW, state="requested", rev=2, body=decision.body or {}, identity=decision.identity or {})

        days = [fakes.OFFICE.day(d.due_at) for d in decision.deadlines if d.kind == rules.ANSWER]
        assert min(days) > date(2026, 9, 14)
        assert decision.answer["promised_on"] == date(2026, 9, 16)
        assert away.on_roster(given, house, NOW) == ()  # the person has read until when
        longer = ledger(roster=away_until(SUPPORTER, date(2026, 9, 18)))
        assert away.on_roster(given, longer, NOW) != ()


class TestSnooze:
    def test_the_next_reminder_comes_a_morning_later_and_the_promise_stands(self) -> None:
        decision = reminders.snooze(case(), ledger(), NOW)

        assert isinstance(decision, Decision)
        assert [r.body for r in decision.records] == [{"round": 1, "until": "2026-09-04"}]
        assert decision.deadlines == ()  # a stage comes on that day anyway
        assert (decision.notices, decision.body) == ((), None)
        assert decision.keeps_rev  # nobody else's button is spoilt

    def test_where_no_stage_comes_on_that_morning_a_reminder_is_set(self) -> None:
        given = case()
        first, _ = given.body["reminders"]
        given = replace(given, body={**given.body, "reminders": [first], "promised_on": "2026-09-08"})
        decision = reminders.snooze(given, ledger(), NOW)

        assert isinstance(decision, Decision)
        assert [fakes.OFFICE.day(d.due_at) for d in decision.deadlines] == [date(2026, 9, 4)]
        nudge = reminders.on_snooze(given, decision.deadlines[0])
        assert nudge is not None
        assert [(n.recipient, n.klass) for n in nudge.notices] == [(SUPPORTER, NoticeClass.DUTY)]
        for over in (replace(given, state="accepted"), replace(given, body={**given.body, "round": 2})):
            assert reminders.on_snooze(over, decision.deadlines[0]) is None

    @pytest.mark.parametrize(
        ("given", "now", "put_off", "possible"),
        [
            (case(), NOW, False, True),
            (case(), NOW, True, False),  # once in a round
            (case(), NOW + timedelta(days=1), False, False),  # past the promised day, which does not move
            (case("unanswered"), NOW, False, False),
            (case("accepted"), NOW, False, False),
        ],
    )
    def test_once_and_never_past_the_promise(self, given: Case, now: datetime, put_off: bool, possible: bool) -> None:
        marks = [Record(reminders.SNOOZE, {"round": 1, "until": "2026-09-04"})] * put_off
        house = ledger(entries={"c1": marks})

        assert (reminders.next_reminder(given, house, now) is not None) is possible
        assert isinstance(reminders.snooze(given, house, now), Decision) is possible

    @pytest.mark.parametrize(
        ("day", "round_", "silent"),
        [(date(2026, 9, 3), 1, True), (date(2026, 9, 4), 1, False), (date(2026, 9, 3), 2, False)],
    )
    def test_it_ends_by_itself_and_with_its_round(self, day: date, round_: int, silent: bool) -> None:
        house = ledger(entries={"c1": [Record(reminders.SNOOZE, {"round": 1, "until": "2026-09-04"})]})
        given = replace(case(), body={**case().body, "round": round_})
        stage = Deadline("c1", rules.ANSWER, NOW, 1, str(round_))

        assert (reminders.on_answer(given, stage, house, fakes.OFFICE.opening(day)) is None) is silent

    def test_the_person_is_told_as_promised_all_the_same(self) -> None:
        house = ledger(entries={"c1": [Record(reminders.SNOOZE, {"round": 1, "until": "2026-09-30"})]})
        decision = reminders.on_answer(case(), Deadline("c1", rules.ANSWER, NOW, 3, "1"), house, NOW)

        assert decision is not None
        assert decision.act == "lapse"


class TestCorrecting:
    ASKED = {"topic": "health", "means": "", "message": "new"}  # noqa: RUF012 - a constant

    @pytest.mark.parametrize("state", ["requested", "unanswered", "stepped_aside"])
    def test_the_new_words_take_the_place_of_the_old_ones(self, state: str) -> None:
        given = case(state)
        decision = correct(self.ASKED, given)

        assert isinstance(decision, Decision)
        assert decision.body == {**given.body, **self.ASKED}
        assert REQUEST.target(state, "correct") == state

    @pytest.mark.parametrize("state", ["accepted", "closing", "withdrawn", "ended"])
    def test_what_comes_too_late_is_refused_at_the_words(self, state: str) -> None:
        refused = correct(self.ASKED, case(state))

        assert isinstance(refused, Refused)
        assert refused.field == "message"
        assert REQUEST.target(state, "correct") is None


def test_a_name_is_kept_back_only_where_the_person_said_so() -> None:  # G7
    for named in (True, False):
        assert (asked(Intake("", FREE, "", named=named), ledger()).body or {})["named"] is named
