"""Who must not deal with a case, and whom a person is offered."""

from datetime import date

import pytest

from bot.rules.conflicts import (
    Candidate,
    Involved,
    Nearness,
    candidates,
    conflicted,
    reports_to_any,
    section_is_out,
    superiors_of,
)
from bot.rules.people import Appointment, Person, Role

DAY = date(2026, 9, 1)
CASE = Involved(
    requester="asker",
    affected="victim",
    excluded=frozenset({"respondent", "kept-out"}),
    superiors=frozenset({"boss", "boss-of-boss"}),
    stepped_aside=frozenset({"spouse"}),
    acted_as={"responder": frozenset({Role.COUNSELLOR}), "hq": frozenset({Role.HQ_SUPPORTER})},
)


@pytest.mark.parametrize(
    ("person", "hat", "expected"),
    [
        ("someone", "unit_supporter", False),
        ("asker", "employee", False),
        ("victim", "counsellor", True),  # for whom somebody else asks
        ("victim", "employee", False),
        ("asker", "unit_supporter", True),  # one's own case is out of sight under another hat
        ("asker", "coordinator", True),
        ("respondent", "counsellor", True),
        ("respondent", "affairs_head", True),
        ("kept-out", "unit_supporter", True),
        ("boss", "unit_supporter", True),
        ("boss-of-boss", "affairs_head", True),
        ("spouse", "counsellor", True),
        ("responder", "counsellor", False),
        ("responder", "committee_member", True),
        ("responder", "chair", True),
        ("responder", "affairs_head", True),
        ("responder", "affairs_deputy", True),
        ("hq", "coordinator", True),
        ("hq", "hq_supporter", False),
    ],
)
def test_a_conflict_is_seen_for_each_reason(person, hat, expected):
    assert conflicted(person, Role(hat), CASE) is expected


def test_a_superior_chosen_by_a_second_tap_is_no_conflict_but_the_next_one_stays_out():
    case = Involved("asker", superiors=frozenset({"boss", "boss-of-boss"}), chosen=frozenset({"boss"}))
    assert not conflicted("boss", Role.UNIT_SUPPORTER, case)
    assert conflicted("boss-of-boss", Role.UNIT_SUPPORTER, case)


def test_being_kept_out_is_stronger_than_being_chosen():
    case = Involved("asker", excluded=frozenset({"boss"}), superiors=frozenset({"boss"}), chosen=frozenset({"boss"}))
    assert conflicted("boss", Role.UNIT_SUPPORTER, case)


@pytest.mark.parametrize("excluded", ["head", "director", "staff-1"])
def test_the_whole_desk_leaves_the_case_when_one_of_its_section_is_kept_out(excluded):
    section = frozenset({"head", "director", "staff-1", "staff-2"})
    case = Involved("asker", excluded=frozenset({excluded}), section=section, named_clerks=frozenset({"new"}))
    assert section_is_out(case)
    assert conflicted("staff-2", Role.DESK_OFFICER, case)
    assert conflicted("staff-2", Role.SECRETARIAT, case)
    assert not conflicted("new", Role.SECRETARIAT, case)
    assert not conflicted("staff-2", Role.COUNSELLOR, case)


def test_the_desk_stays_when_somebody_else_is_kept_out():
    case = Involved("asker", excluded=frozenset({"elsewhere"}), section=frozenset({"head", "staff-1"}))
    assert not conflicted("staff-1", Role.DESK_OFFICER, case)


def person(id, unit="roads", room="1", superior=""):
    return Person(id, f"name of {id}", unit, room, superior=superior)


def named(who, role=Role.UNIT_SUPPORTER, start=date(2026, 4, 1), end=date(2027, 3, 31), **more):
    return Appointment(f"{who}-{role}", who, role, start, end, **more)


PEOPLE = {
    p.id: p
    for p in (
        person("asker", superior="boss"),
        person("boss", superior="director"),
        person("director", unit="head", superior=""),
        person("room-mate"),
        person("next-door", room="2"),
        person("far", unit="water", room="1"),
        person("hq", unit="welfare"),
    )
}
ROSTER = [
    named("lawyer", Role.EXTERNAL_ADVISER, field="law"),
    named("hq", Role.HQ_SUPPORTER),
    named("boss"),
    named("far"),
    named("next-door"),
    named("room-mate"),
    named("asker"),
    named("coordinator", Role.COORDINATOR),
    named("lapsed", end=date(2026, 8, 31)),
    named("to-come", start=date(2026, 9, 2)),
    named("released", released_on=DAY),
]


def offered(who="asker", **more):
    return [c.person for c in candidates(who, PEOPLE, ROSTER, day=DAY, **more)]


def test_the_nearest_come_first_and_superiors_last_and_marked():
    found = candidates("asker", PEOPLE, ROSTER, day=DAY)
    assert [(c.person, c.nearness) for c in found] == [
        ("room-mate", Nearness.OWN_ROOM),
        ("next-door", Nearness.OWN_UNIT),
        ("far", Nearness.OTHER_UNIT),
        ("hq", Nearness.HEAD_OFFICE),
        ("lawyer", Nearness.ADVISER),
        ("boss", Nearness.OWN_ROOM),
    ]
    assert [c.person for c in found if c.superior] == ["boss"]
    assert found[4] == Candidate("lawyer", Role.EXTERNAL_ADVISER, Nearness.ADVISER, field="law")


@pytest.mark.parametrize("absent", ["asker", "lapsed", "to-come", "released", "coordinator"])
def test_oneself_lapsed_terms_and_those_one_does_not_ask_are_not_in_the_list(absent):
    assert absent not in offered()


def test_avoided_people_never_appear_superior_or_not():
    assert offered(avoided={"room-mate", "boss"}) == ["next-door", "far", "hq", "lawyer"]


def test_on_the_last_day_of_the_term_a_supporter_is_offered_and_the_day_after_not():
    rows = [named("far")]
    assert candidates("asker", PEOPLE, rows, day=date(2027, 3, 31))
    assert not candidates("asker", PEOPLE, rows, day=date(2027, 4, 1))


def test_without_a_roster_row_all_units_head_office_and_advisers_are_offered():
    assert offered("newcomer") == ["boss", "far", "next-door", "room-mate", "asker", "hq", "lawyer"]
    assert {c.nearness for c in candidates("newcomer", PEOPLE, ROSTER, day=DAY)}.isdisjoint(
        {Nearness.OWN_ROOM, Nearness.OWN_UNIT}
    )


def test_somebody_with_two_roles_is_offered_once_under_the_nearer():
    rows = [named("room-mate", Role.HQ_SUPPORTER), named("room-mate")]
    assert [(c.person, c.role) for c in candidates("asker", PEOPLE, rows, day=DAY)] == [
        ("room-mate", Role.UNIT_SUPPORTER)
    ]


def test_the_appointments_own_unit_and_room_count_before_the_roster_row():
    rows = [named("far", unit="roads", room="1")]
    assert candidates("asker", PEOPLE, rows, day=DAY)[0].nearness is Nearness.OWN_ROOM


def test_the_chain_of_superiors_is_followed_and_a_ring_ends():
    assert superiors_of("asker", PEOPLE) == ("boss", "director")
    ring = {p.id: p for p in (person("a", superior="b"), person("b", superior="c"), person("c", superior="a"))}
    assert superiors_of("a", ring) == ("b", "c")
    assert superiors_of("a", {"a": person("a", superior="a")}) == ()
    assert superiors_of("unknown", PEOPLE) == ()
    assert superiors_of("asker", {"asker": person("asker", superior="not-in-roster")}) == ("not-in-roster",)


def test_a_handler_directly_under_a_respondent_is_worth_a_word_to_the_person():
    assert reports_to_any("asker", {"boss"}, PEOPLE)
    assert not reports_to_any("asker", {"director"}, PEOPLE)
    assert not reports_to_any("unknown", {"boss"}, PEOPLE)
