"""Who may be named to what, by whom and for how long; released, and looked at by a second person (Yam 5-8, P2, P3)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.errors import Refused
from bot.handlers.roster.rules import check, naming, offices, release
from bot.handlers.roster.rules.naming import Naming
from bot.rules.cases import Case, Decision, Notice, NoticeClass
from bot.rules.people import Appointment, Person, Role
from tests import fakes
from tests.fakes import FakeLedger, appointment

TODAY, NOW = date(2026, 9, 2), fakes.NOW
UNIT_HEAD, CLERK, TAX_HEAD, LEFT, ADMIN = "U0UNITHEAD", "U0CLERK", "U0TAXHEAD", "U0LEFT", "U0ADMIN"
PEOPLE = (
    Person(UNIT_HEAD, "Head", "Citizens", "1F"),
    Person(CLERK, "Clerk", "Citizens", "1F"),
    Person("U0UPSTAIRS", "Upstairs", "Citizens", "2F"),
    Person(LEFT, "Left", "Citizens", "1F", left=True),
    Person(ADMIN, "Admin", "Citizens", "2F"),
    Person(TAX_HEAD, "Tax head", "Tax", "2F"),
    Person("U0TAX", "Tax", "Tax", "2F"),
    Person(fakes.HEAD, "Welfare head", "Welfare", "2F"),
    Person("U0WELFARE", "Welfare", "Welfare", "2F"),
    Person("U0OUTSIDE", "Outside", "Outside", ""),
)
ROSTER = (
    appointment(UNIT_HEAD, Role.UNIT_HEAD, ends_on=None, unit="Citizens"),
    appointment(TAX_HEAD, Role.UNIT_HEAD, ends_on=None, unit="Tax"),
    appointment(fakes.HEAD, Role.WELFARE_HEAD, ends_on=None),
    appointment(ADMIN, Role.ADMINISTRATOR, ends_on=None),
)
CASE = Case("new-id", "roster", "", "", 0, "2026-09", "v")


def ledger(*more: Appointment, people: Sequence[Person] = PEOPLE) -> FakeLedger:
    return FakeLedger(roster=(*ROSTER, *more), rows=people)


def named(wish: Naming, by: str = UNIT_HEAD, *more: Appointment, now: datetime = NOW) -> Decision | Refused:
    return naming.name(wish, by, CASE, ledger(*more), now)


def supporter(person: str = CLERK, starts_on: date = TODAY, **other: object) -> Naming:
    return Naming(person, Role.UNIT_SUPPORTER, starts_on, **other)  # type: ignore[arg-type]


def held(person: str = CLERK, role: Role = Role.UNIT_SUPPORTER, **other: object) -> Appointment:
    return appointment(person, role, **({"unit": "Citizens"} | other))


def made(decision: Decision | Refused) -> Appointment:
    assert isinstance(decision, Decision), decision
    (one,) = decision.appointments
    return one


def to(decision: Decision | Refused, klass: NoticeClass) -> dict[str, Notice]:
    assert isinstance(decision, Decision)
    return {notice.recipient: notice for notice in decision.notices if notice.klass is klass}


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [
        (date(2026, 9, 2), date(2027, 3, 31)),
        (date(2027, 3, 20), date(2027, 3, 31)),  # P3: also for who is named on the 20th
        (date(2027, 4, 1), date(2028, 3, 31)),  # P3: next year's naming, in advance
        (date(2026, 4, 1), date(2027, 3, 31)),
    ],
)
def test_a_naming_is_valid_from_its_day_until_the_fiscal_year_ends(starts_on: date, ends_on: date) -> None:
    one = made(named(supporter(starts_on=starts_on)))

    assert (one.id, one.starts_on, one.ends_on) == ("new-id", starts_on, ends_on)  # Yam 6(5)
    assert (one.unit, one.room, one.entered_by, one.checked_on) == ("Citizens", "1F", UNIT_HEAD, None)
    assert one.in_force(starts_on)


OUTSIDER = {"field": "law", "document": "7", "document_on": TODAY}
REFUSED = [
    # article, what is wished, by whom, what is held already, why not (None: it is written)
    ("Yam 6(2)", supporter(), UNIT_HEAD, (), None),
    ("Yam 6(2)", supporter("U0UPSTAIRS"), UNIT_HEAD, (), None),
    ("Yam 6(2)", supporter("U0TAX"), UNIT_HEAD, (), "roster-not-available"),  # of another unit
    ("Yam 6(2)", supporter(LEFT), UNIT_HEAD, (), "roster-not-available"),  # no account any more
    ("Yam 6(2)", supporter("U0NOBODY"), UNIT_HEAD, (), "roster-not-available"),
    ("Yam 6(2)", supporter(room="2F"), UNIT_HEAD, (), None),
    ("Yam 6(2)", supporter(room="9F"), UNIT_HEAD, (), "roster-room-elsewhere"),
    ("Yam 6(3)", supporter(), TAX_HEAD, (), "roster-not-available"),
    ("Yam 6(3)", supporter(), fakes.HEAD, (), "roster-not-available"),
    ("Yam 6(5)", supporter(starts_on=date(2026, 3, 31)), UNIT_HEAD, (), "roster-day-too-far"),
    ("Yam 6(5)", supporter(starts_on=date(2028, 4, 1)), UNIT_HEAD, (), "roster-day-too-far"),
    ("Yam 6(5)", supporter(), UNIT_HEAD, (held(),), "roster-term-overlaps"),
    ("Yam 6(5)", supporter(starts_on=date(2027, 4, 1)), UNIT_HEAD, (held(),), None),
    ("Yam 6(6)", supporter(), UNIT_HEAD, (held(released_on=TODAY),), None),
    ("R2", supporter(ADMIN), UNIT_HEAD, (), "roster-barred"),
    ("Yam 5(2)", Naming("U0WELFARE", Role.HQ_SUPPORTER, TODAY), fakes.HEAD, (), None),
    ("Yam 5(2)", Naming("U0WELFARE", Role.HQ_SUPPORTER, TODAY), UNIT_HEAD, (), "roster-not-available"),
    ("Yam 5(5)", Naming("U0WELFARE", Role.HQ_SUPPORTER, TODAY), fakes.HEAD,
     (held("U0WELFARE", Role.COORDINATOR),), None),
    ("Yam 5(5)", Naming("U0WELFARE", Role.COORDINATOR, TODAY), fakes.HEAD,
     (held("U0WELFARE", Role.HQ_SUPPORTER),), "roster-term-overlaps"),  # is one already, by office
    ("Yam 7(2)", Naming("U0WELFARE", Role.COORDINATOR, TODAY), fakes.HEAD, (), None),
    ("Yam 7(3)", Naming(CLERK, Role.COORDINATOR, TODAY), fakes.HEAD, (), "roster-basis-needed"),
    ("Yam 7(3)", Naming(CLERK, Role.COORDINATOR, TODAY, basis="psychologist"), fakes.HEAD, (), None),
    ("Yam 8(1)", Naming("U0OUTSIDE", Role.EXTERNAL_ADVISER, TODAY, **OUTSIDER), fakes.HEAD, (), None),
    ("Yam 8(1)", Naming("U0OUTSIDE", Role.EXTERNAL_ADVISER, TODAY, **OUTSIDER), TAX_HEAD, (), "roster-not-available"),
]  # fmt: skip


@pytest.mark.parametrize(("article", "wish", "by", "more", "reason"), REFUSED)
def test_who_may_be_named_by_whom(
    article: str, wish: Naming, by: str, more: tuple[Appointment, ...], reason: str | None
) -> None:
    found = named(wish, by, *more)

    assert (found.reason if isinstance(found, Refused) else None) == reason, article


def test_the_same_act_tells_the_person_reports_upward_and_announces_to_the_unit() -> None:  # Yam 6(7)
    decision = named(supporter())

    news, announced = to(decision, NoticeClass.NEWS), to(decision, NoticeClass.ANNOUNCEMENT)
    assert {who: notice.topic for who, notice in news.items()} == {CLERK: "mine", fakes.HEAD: "overview"}
    assert announced.keys() == {"U0UPSTAIRS", ADMIN}  # not who did it, who is named, who has left, another unit
    assert {notice.topic for notice in announced.values()} == {"supporters"}
    assert all(notice.about == "" and notice.due_on is None for notice in (*news.values(), *announced.values()))


def test_the_unit_hears_of_a_naming_in_advance_on_its_day() -> None:
    announced = to(named(supporter(starts_on=date(2027, 4, 1))), NoticeClass.ANNOUNCEMENT)

    assert {notice.not_before for notice in announced.values()} == {datetime(2027, 3, 31, 15, tzinfo=UTC)}


def test_several_namings_of_one_day_are_one_announcement() -> None:
    keys = [
        {n.once for n in to(named(supporter(who)), NoticeClass.ANNOUNCEMENT).values() if n.recipient == ADMIN}
        for who in (CLERK, "U0UPSTAIRS")
    ]

    assert keys[0] == keys[1]


def test_a_naming_after_that_announcement_has_left_is_announced_as_well() -> None:  # Yam 6(7)
    keys = [
        {n.once for n in to(named(supporter(who), now=now), NoticeClass.ANNOUNCEMENT).values() if n.recipient == ADMIN}
        for who, now in ((CLERK, NOW), ("U0UPSTAIRS", NOW + timedelta(hours=2)))
    ]

    assert keys[0].isdisjoint(keys[1])


def test_an_office_of_the_whole_organisation_is_announced_to_no_unit() -> None:
    decision = named(Naming("U0WELFARE", Role.HQ_SUPPORTER, TODAY), fakes.HEAD)

    assert to(decision, NoticeClass.ANNOUNCEMENT) == {}
    assert to(decision, NoticeClass.NEWS).keys() == {"U0WELFARE"}


def test_offices_that_nobody_has_said_go_together_are_named_and_the_allowed_ones_are_not() -> None:  # R2
    counsellor, coordinator = held(CLERK, Role.COUNSELLOR), held("U0WELFARE", Role.COORDINATOR)

    assert naming.also_held(made(named(supporter(), UNIT_HEAD, counsellor)), ledger(counsellor)) == (Role.COUNSELLOR,)
    doubled = made(named(Naming("U0WELFARE", Role.HQ_SUPPORTER, TODAY), fakes.HEAD, coordinator))
    assert naming.also_held(doubled, ledger(coordinator)) == ()


# ---- release (Yam 6(6)) ----


def released(on: date, one: Appointment | None = None, *, now: datetime = NOW) -> Decision | Refused:
    one = one or held()
    return release.release(on, "health", UNIT_HEAD, replace(CASE, id=one.id), ledger(one), now)


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        (TODAY, None),
        (date(2027, 3, 31), None),
        (TODAY - timedelta(days=1), "roster-day-outside"),  # what was done yesterday was done in office
        (date(2027, 4, 1), "roster-day-outside"),
    ],
)
def test_a_release_is_from_today_to_the_end_of_the_term(on: date, reason: str | None) -> None:
    found = released(on)

    assert (found.reason if isinstance(found, Refused) else None) == reason
    if reason is None:
        one = made(found)
        assert (one.released_on, one.release_reason) == (on, "health")
        assert not one.in_force(on)


def test_a_release_tells_upward_and_the_unit_and_says_no_reason_to_anybody() -> None:  # Yam 6(7)
    decision = released(TODAY)

    assert to(decision, NoticeClass.NEWS).keys() == {CLERK, fakes.HEAD}
    assert to(decision, NoticeClass.ANNOUNCEMENT).keys() == {"U0UPSTAIRS", ADMIN}
    assert isinstance(decision, Decision)
    assert "health" not in str(decision.notices)


def test_next_years_naming_can_be_taken_back_and_never_begins() -> None:
    ahead = held(starts_on=date(2027, 4, 1), ends_on=date(2028, 3, 31))

    one = made(released(TODAY, ahead))
    assert not any(one.in_force(day) for day in (TODAY, date(2027, 4, 1), date(2028, 3, 31)))
    assert offices.is_over(one, TODAY)


def test_what_is_over_is_not_released_again() -> None:
    over = held(released_on=TODAY)

    assert isinstance(released(TODAY, over), Refused)
    assert isinstance(release.release(TODAY, "health", UNIT_HEAD, CASE, ledger(), NOW), Refused)


# ---- the second look (P2) ----


def test_the_second_look_is_by_another_person_and_is_noted_once() -> None:
    adviser = held("U0OUTSIDE", Role.EXTERNAL_ADVISER, entered_by=fakes.HEAD)
    here = ledger(adviser)
    case = replace(CASE, id=adviser.id)

    own = check.check(fakes.HEAD, case, here, NOW)
    assert isinstance(own, Refused)
    assert own.reason == "roster-check-by-another"
    assert made(check.check("U0OTHERHEAD", case, here, NOW)).checked_on == TODAY
    seen = ledger(replace(adviser, checked_on=date(2026, 8, 1)))
    assert check.check("U0OTHERHEAD", case, seen, NOW) == Decision(act="check")


def test_outsiders_wait_first_for_the_look_and_never_for_who_entered_them() -> None:
    adviser = held("U0OUTSIDE", Role.EXTERNAL_ADVISER, entered_by=fakes.HEAD)
    here = ledger(held(), adviser, held("U0UPSTAIRS", checked_on=TODAY))

    assert [a.person for a in check.unchecked("U0OTHERHEAD", here, TODAY)] == ["U0OUTSIDE", CLERK]
    assert [a.person for a in check.unchecked(fakes.HEAD, here, TODAY)] == [CLERK]


def test_a_look_at_what_is_no_office_of_peer_support_is_refused() -> None:
    assert isinstance(check.check(fakes.HEAD, replace(CASE, id=ROSTER[3].id), ledger(), NOW), Refused)


# ---- whose own it is ----


@pytest.mark.parametrize(("person", "own"), [(UNIT_HEAD, True), (TAX_HEAD, False), (CLERK, False), (fakes.HEAD, False)])
def test_an_appointment_is_the_own_of_the_head_of_its_unit(person: str, own: bool) -> None:
    one = held()

    assert offices.facts(replace(CASE, id=one.id), person, ledger(one), NOW) == {"own": own}


def test_a_unit_without_a_head_is_decided_on_by_nobody_else_but_the_head_of_welfare_hears() -> None:
    here = FakeLedger(roster=(ROSTER[2], held()), rows=PEOPLE)

    assert offices.appointing(held(), here, TODAY) == (fakes.HEAD,)
    assert offices.decided_by(fakes.HEAD, Role.UNIT_HEAD, here, TODAY) == ()


def test_reports_are_listed_from_the_latest_with_what_begins_later() -> None:
    ahead, old = held("U0UPSTAIRS", starts_on=date(2027, 4, 1), ends_on=None), held("U0TAX")
    ended = held(released_on=TODAY)

    assert offices.reported_since(date(2026, 8, 2), ledger(old, ended, ahead)) == (ahead, ended)
