"""Roles and terms: who holds what on which day, and when it ends."""

from datetime import date

import pytest

from bot.rules.people import (
    BARRED_PAIRS,
    CASE_ROLES,
    SUPPORTERS,
    Appointment,
    Person,
    Role,
    Scope,
    barred_with,
    held_in_month,
    holders,
    may_be_clerk,
    may_still_report,
    renewed,
    roles_of,
    term_end,
)

US, HS, CO, EA = Role.UNIT_SUPPORTER, Role.HQ_SUPPORTER, Role.COORDINATOR, Role.EXTERNAL_ADVISER


def appointed(start, end, *, person="U1", role=US, released=None, id="a1"):
    day = date.fromisoformat
    return Appointment(id, person, role, day(start), end and day(end), released_on=released and day(released))


TERM_ENDS = [
    ("Yam 6(5)", "unit_supporter", "2026-04-01", "2027-03-31"),
    ("Yam 6(5)", "unit_supporter", "2027-03-20", "2027-03-31"),
    ("Yam 6(5)", "unit_supporter", "2027-03-31", "2027-03-31"),
    ("Yam 6(5)", "unit_supporter", "2027-01-04", "2027-03-31"),
    ("Yam 7(5)", "coordinator", "2026-12-31", "2027-03-31"),
    ("Yam 8(3)", "external_adviser", "2026-09-01", "2027-03-31"),
    ("Yam 5(3)", "hq_supporter", "2026-04-01", "2027-03-31"),
    ("Aki 7(4)", "counsellor", "2026-07-01", "2027-06-30"),
    ("Aki 7(4)", "counsellor", "2026-04-01", "2027-03-31"),
    ("Aki 7(4)", "counsellor", "2028-02-29", "2029-02-28"),
    ("Aki 7(4)", "counsellor", "2027-03-01", "2028-02-29"),
    ("Aki 10", "committee_member", "2026-04-01", "2027-03-31"),
    ("Aki 9(6)", "chair", "2026-04-01", None),
    ("Aku 4", "implementer", "2026-04-01", None),
    ("Yam 4(2)", "welfare_head", "2026-04-01", None),
]


@pytest.mark.parametrize(("article", "role", "start", "end"), TERM_ENDS)
def test_a_term_ends_on_the_day_its_article_says(article, role, start, end):
    assert term_end(Role(role), date.fromisoformat(start)) == (end and date.fromisoformat(end)), article


def test_committee_seats_one_and_two_are_held_while_in_post_and_the_others_for_the_year():
    start = date(2026, 10, 1)
    ends = [term_end(Role.COMMITTEE_MEMBER, start, seat=seat) for seat in range(1, 7)]
    assert ends == [None, None, *[date(2027, 3, 31)] * 4]


def test_a_replacement_on_the_committee_serves_the_rest_of_the_predecessors_term():
    until = date(2027, 1, 31)
    assert term_end(Role.COMMITTEE_MEMBER, date(2026, 10, 1), seat=5, predecessor_until=until) == until


@pytest.mark.parametrize(
    ("day", "held"),
    [("2026-03-31", False), ("2026-04-01", True), ("2027-03-31", True), ("2027-04-01", False)],
)
def test_an_appointment_holds_from_its_first_day_through_its_last(day, held):
    assert appointed("2026-04-01", "2027-03-31").in_force(date.fromisoformat(day)) is held


def test_an_unchecked_appointment_is_valid_from_its_day():
    assert appointed("2026-04-01", "2027-03-31").checked_on is None
    assert appointed("2026-04-01", "2027-03-31").in_force(date(2026, 4, 1))


def test_a_release_ends_the_role_at_once_and_never_lengthens_it():
    released = appointed("2026-04-01", "2027-03-31", released="2026-09-10")
    assert released.in_force(date(2026, 9, 9))
    assert not released.in_force(date(2026, 9, 10))
    assert not appointed("2026-04-01", "2027-03-31", released="2027-06-01").in_force(date(2027, 4, 1))
    assert appointed("2026-04-01", None).in_force(date(2040, 1, 1))


def test_a_headquarters_supporter_is_a_coordinator_as_well_and_only_while_in_force():
    rows = [appointed("2026-04-01", "2027-03-31", role=HS)]
    assert roles_of(rows, "U1", date(2026, 9, 1)) == {HS, CO}
    assert roles_of(rows, "U1", date(2027, 4, 1)) == frozenset()
    assert roles_of(rows, "U2", date(2026, 9, 1)) == frozenset()
    assert holders(rows, [CO], date(2026, 9, 1)) == ("U1",)


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.OPERATOR, Role.SCHEDULER])
def test_nobody_is_appointed_to_what_everybody_or_a_process_is(role):
    assert roles_of([appointed("2026-04-01", None, role=role)], "U1", date(2026, 9, 1)) == frozenset()


def test_next_years_naming_waits_for_its_first_of_april_and_leaves_no_gap():
    now = appointed("2026-05-01", "2027-03-31")
    following = appointed("2027-04-01", "2028-03-31", id="a2")
    assert renewed(now, [now, following])
    assert roles_of([now, following], "U1", date(2027, 3, 31)) == {US}
    assert roles_of([now, following], "U1", date(2027, 4, 1)) == {US}
    assert not following.in_force(date(2027, 3, 31))


def test_a_term_with_a_gap_another_role_or_another_holder_is_not_renewed():
    now = appointed("2026-05-01", "2027-03-31")
    for other in (
        appointed("2027-04-02", "2028-03-31", id="a2"),
        appointed("2027-04-01", "2028-03-31", id="a2", role=HS),
        appointed("2027-04-01", "2028-03-31", id="a2", person="U2"),
    ):
        assert not renewed(now, [now, other])
    assert not renewed(appointed("2026-05-01", None), [])


@pytest.mark.parametrize(
    ("start", "end", "released", "asked"),
    [
        ("2026-04-01", "2027-03-31", None, True),
        ("2026-09-30", "2027-03-31", None, True),
        ("2026-10-01", "2027-03-31", None, False),
        ("2025-04-01", "2026-03-31", None, False),
        ("2026-04-01", "2027-03-31", "2026-09-02", True),
        ("2026-04-01", "2027-03-31", "2026-09-01", False),
        ("2026-09-15", "2027-03-31", "2026-09-15", False),
        ("2026-04-01", None, None, True),
    ],
)
def test_whoever_held_the_role_on_a_day_of_the_month_is_asked_about_it(start, end, released, asked):
    rows = [appointed(start, end, released=released)]
    assert held_in_month(rows, SUPPORTERS, "2026-09") == (("U1",) if asked else ())


def test_somebody_with_two_terms_in_a_month_is_asked_once():
    rows = [appointed("2026-04-01", "2026-09-10"), appointed("2026-09-11", None, role=HS, id="a2")]
    assert held_in_month(rows, SUPPORTERS, "2026-09") == ("U1",)


@pytest.mark.parametrize(
    ("month", "today", "may"),
    [
        ("2027-03", "2027-03-31", False),  # still in office: the ordinary right
        ("2027-03", "2027-04-01", True),
        ("2027-03", "2027-04-10", True),
        ("2027-03", "2027-04-11", True),  # late, as from everybody
        ("2027-02", "2027-04-01", True),  # late as well
        ("2026-04", "2027-04-01", True),
        ("2026-03", "2027-04-01", False),  # was none then
        ("2027-04", "2027-04-01", False),
        ("2027-05", "2027-04-01", False),
    ],
)
def test_a_supporter_whose_term_ended_may_report_the_months_of_that_term_and_nothing_else(month, today, may):
    rows = [appointed("2026-04-01", "2027-03-31")]
    assert may_still_report(rows, "U1", US, month, date.fromisoformat(today)) is may
    assert not may_still_report(rows, "U2", US, month, date.fromisoformat(today))


@pytest.mark.parametrize(("month", "may"), [("2026-08", True), ("2026-09", True), ("2026-10", False)])
def test_who_was_released_within_a_month_still_reports_it(month, may):
    released = appointed("2026-04-01", "2027-03-31", released="2026-09-15")
    assert may_still_report([released], "U1", US, month, date(2026, 9, 15)) is may
    assert may_still_report([released], "U1", US, month, date(2026, 12, 1)) is may
    assert not may_still_report([released], "U1", US, month, date(2026, 9, 14))  # still in office


@pytest.mark.parametrize(
    ("month", "may"), [("2026-03", False), ("2026-04", True), ("2027-03", True), ("2027-04", False)]
)
def test_an_adviser_whose_term_ended_may_report_the_supports_of_that_term_as_an_adviser_alone(month, may):  # Yam 11(2)
    rows, day = [appointed("2026-04-01", "2027-03-31", role=EA)], date(2027, 4, 1)
    assert may_still_report(rows, "U1", EA, month, day) is may
    assert not may_still_report(rows, "U2", EA, month, day)
    assert not any(may_still_report(rows, "U1", hat, month, day) for hat in set(Role) - {EA})
    assert not may_still_report(rows, "U1", EA, month, date(2027, 3, 31))  # still in office


def test_a_supporters_past_opens_nothing_under_another_hat():
    rows = [appointed("2026-04-01", "2027-03-31")]
    hats = {hat for hat in Role if may_still_report(rows, "U1", hat, "2027-03", date(2027, 4, 1))}
    assert hats == SUPPORTERS


def test_the_right_to_report_is_a_supporters_and_gives_way_to_a_new_term():
    day = date(2027, 4, 5)
    assert not may_still_report([appointed("2026-04-01", "2027-03-31", role=CO)], "U1", CO, "2027-03", day)
    rows = [appointed("2026-04-01", "2027-03-31"), appointed("2027-04-01", "2028-03-31", role=HS, id="a2")]
    assert not may_still_report(rows, "U1", US, "2027-03", day)  # in office: the ordinary right
    assert not may_still_report([appointed("2027-05-01", None)], "U1", US, "2027-05", day)  # not yet


def test_nobody_with_authority_over_personnel_is_a_clerk():
    assert may_be_clerk(Person("U1", "n", "u"))
    assert not may_be_clerk(Person("U1", "n", "u", personnel_authority=True))


@pytest.mark.parametrize(
    ("one", "other", "scope", "barred"),
    [
        ("administrator", "unit_supporter", "always", True),
        ("administrator", "auditor", "always", True),
        ("auditor", "committee_member", "always", True),
        ("affairs_head", "clerk", "always", True),
        ("affairs_staff", "clerk", "always", False),
        ("affairs_head", "committee_member", "always", False),
        ("hq_supporter", "coordinator", "always", False),
        ("hq_supporter", "coordinator", "same_case", True),
        ("counsellor", "committee_member", "same_case", True),
        ("counsellor", "affairs_head", "same_case", True),
        ("counsellor", "affairs_head", "always", False),
        ("counsellor", "committee_member", "always", False),
        ("digest_reader", "unit_supporter", "always", False),
        ("administrator", "digest_reader", "always", False),
    ],
)
def test_two_roles_exclude_each_other_where_they_must_and_in_both_directions(one, other, scope, barred):
    one, other = Role(one), Role(other)
    assert bool(barred_with(one, {other}, Scope(scope))) is barred
    assert bool(barred_with(other, {one}, Scope(scope))) is barred


def test_no_role_is_barred_with_itself_and_case_roles_are_told_from_the_house():
    assert all(pair.one != pair.other for pair in BARRED_PAIRS)
    assert {Role.EMPLOYEE, Role.ADMINISTRATOR, Role.AUDITOR, Role.DIGEST_READER}.isdisjoint(CASE_ROLES)
