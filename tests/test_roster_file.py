"""A roster file is taken whole or refused with every mistake by its line; the difference is what an import writes."""

from dataclasses import replace
from datetime import date

import pytest

from bot.errors import Misconfigured
from bot.roster_difference import Difference, difference
from bot.roster_file import COLUMNS, RosterRow, read
from bot.rules.people import Appointment, Person, Role

HEAD = "person,name,unit,role,starts_on,ends_on,superior,personnel_authority,seat,basis,exception,field"
APRIL = date(2026, 4, 1)
TODAY = date(2026, 9, 2)


def rows(*lines: str, head: str = HEAD) -> tuple[RosterRow, ...]:
    width = len(head.split(","))
    return read("\n".join([head, *(line + "," * (width - 1 - line.count(",")) for line in lines)]).encode())


def mistakes(raw: str | bytes) -> list[str]:
    with pytest.raises(Misconfigured) as caught:
        read(raw if isinstance(raw, bytes) else raw.encode())
    assert "CANARY" not in str(caught.value)
    return list(caught.value.mistakes)


def test_a_line_becomes_a_person_and_a_role() -> None:
    text = (
        ",".join(COLUMNS)
        + "\nU0SUP,佐藤 花,警務課,警務部,2階,regular,2105,U0HEAD,no,"
        + "unit_supporter,2026-04-01,,U0HEAD,警務第12号,2026-03-25,,,,"
        + "\nU0HEAD,鈴木 一,警務課,,,,,,yes,,,,,,,,,,\n"
    )
    supporter, head = read(text.encode())

    assert supporter.person == Person(
        "U0SUP",
        "佐藤 花",
        "警務課",
        room="2階",
        employment="regular",
        superior="U0HEAD",
        phone="2105",
        division="警務部",
    )
    assert supporter.appointment == Appointment(
        "", "U0SUP", Role.UNIT_SUPPORTER, APRIL, date(2027, 3, 31), unit="警務課", room="2階",
        document="警務第12号", document_on=date(2026, 3, 25), appointed_by="U0HEAD",
    )  # fmt: skip
    assert head.appointment is None
    assert head.person.personnel_authority


@pytest.mark.parametrize(
    ("role", "starts_on", "ends_on"),
    [
        ("unit_supporter", "2026-04-01", date(2027, 3, 31)),  # Yam 6(5)
        ("unit_supporter", "2026-03-20", date(2026, 3, 31)),  # P3: even when named on 20 March
        ("coordinator", "2026-10-01", date(2027, 3, 31)),  # Yam 7(5)
        ("counsellor", "2026-05-01", date(2027, 4, 30)),  # Aki 7(4)
        ("welfare_head", "2026-04-01", None),  # while in post
    ],
)
def test_a_term_that_is_left_open_ends_where_its_article_says(role: str, starts_on: str, ends_on: date | None) -> None:
    (row,) = rows(f"U0AAA,A,Unit,{role},{starts_on}")

    assert row.appointment
    assert row.appointment.ends_on == ends_on


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_files_of_common_programs_are_read(mark: bytes, end: bytes) -> None:
    raw = mark + 'person,name,unit\nU0AAA, 山田 太郎 ,"総務課, 2係"\n\n'.encode().replace(b"\n", end)

    (row,) = read(raw)

    assert (row.person.name, row.person.unit) == ("山田 太郎", "総務課, 2係")


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("U0AAA,,Unit", "name is empty"),
        ("canary,CANARY,Unit", "person is not a Slack user id (U and capitals or digits)"),
        ("U0AAA,CANARY,Unit,king,2026-04-01", "role is not one that somebody is appointed to"),
        ("U0AAA,CANARY,Unit,employee,2026-04-01", "role is not one that somebody is appointed to"),
        ("U0AAA,CANARY,Unit,coordinator", "starts_on is empty"),
        ("U0AAA,CANARY,Unit,,2026-04-01", "starts_on stands without a role"),
        ("U0AAA,CANARY,Unit,coordinator,2026/4/1", "starts_on is not a date like 2026-04-01"),
        ("U0AAA,CANARY,Unit,coordinator,2026-02-30", "starts_on is not a date like 2026-04-01"),
        ("U0AAA,CANARY,Unit,coordinator,9999-12-31", "starts_on is not a date like 2026-04-01"),
        ("U0AAA,CANARY,Unit,coordinator,２０２６-04-01", "starts_on is not a date like 2026-04-01"),
        ("U0AAA,CANARY,Unit,physician,2026-04-01,2026-03-31", "ends_on is before starts_on"),
        (
            "U0AAA,CANARY,Unit,unit_supporter,2026-04-01,2027-04-01",
            "ends_on is after 2027-03-31, the end of the term (Yam 6(5))",
        ),
        ("U0AAA,CANARY,Unit,,,,U0NOBODY", "superior is not a person of this file"),
        ("U0AAA,CANARY,Unit,,,,U0AAA", "superior is the person's own id"),
        ("U0AAA,CANARY,Unit,clerk,2026-04-01,,,yes", "a clerk has no authority over personnel (Aku 5)"),
        ("U0AAA,CANARY,Unit,,,,,perhaps", "personnel_authority is neither yes nor no"),
        ("U0AAA,CANARY,Unit,chair,2026-04-01,,,,first", "seat is not a number from 1 to 99"),
        ("U0AAA,CANARY,Unit,clerk,2026-04-01,,,,1", "seat is only for committee_member and chair"),
        ("U0AAA,CANARY,Unit,clerk,2026-04-01,,,,,x", "basis is only for counsellor and response_nurse"),
        ("U0AAA,CANARY,Unit,counsellor,2026-04-01,,,,,,x", "exception is only for coordinator"),
        ("U0AAA,CANARY,Unit,counsellor,2026-04-01,,,,,,,x", "field is only for external_adviser"),
        (f"U0AAA,CANARY{'x' * 200},Unit", "name is too long or has characters that cannot be shown"),
        ("U0AAA,CANARY\u202e,Unit", "name is too long or has characters that cannot be shown"),
        ("U0AAA,CANARY\0,Unit", "name is too long or has characters that cannot be shown"),
    ],
)
def test_a_wrong_cell_is_named_by_line_and_column(line: str, mistake: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        rows("U0ZZZ,Z,Unit", line)

    assert mistake in " ".join(caught.value.mistakes).replace("line 3: ", "")
    assert all(m.startswith("line 3: ") for m in caught.value.mistakes)
    assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize(
    ("first", "second", "mistake"),
    [
        ("U0AAA,A,Unit", "U0AAA,A,Unit", "says the same as line 2"),
        ("U0AAA,A,Unit,planner,2026-04-01", "U0AAA,A,Unit,planner,2026-04-01", "says the same as line 2"),
        ("U0AAA,A,Unit", "U0AAA,B,Unit,planner,2026-04-01", "tells of the same person otherwise than line 2"),
        (
            "U0AAA,A,Unit,affairs_head,2026-04-01",
            "U0AAA,A,Unit,clerk,2026-10-01",
            "clerk cannot be held together with affairs_head (line 2)",  # Aku 5
        ),
        (
            "U0AAA,A,Unit,administrator,2026-04-01",
            "U0AAA,A,Unit,unit_supporter,2026-04-01",
            "unit_supporter cannot be held together with administrator (line 2)",
        ),
    ],
)
def test_lines_that_contradict_each_other_are_refused(first: str, second: str, mistake: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        rows(first, second)

    assert caught.value.mistakes == (f"line 3: {mistake}",)


def test_offices_that_do_not_overlap_may_follow_each_other() -> None:
    assert len(rows("U0AAA,A,U,administrator,2026-04-01,2026-06-30", "U0AAA,A,U,unit_supporter,2026-07-01")) == 2


def test_one_person_may_hold_several_offices() -> None:
    assert len(rows("U0AAA,A,U,hq_supporter,2026-04-01", "U0AAA,A,U,external_adviser,2026-04-01")) == 2


@pytest.mark.parametrize(
    ("raw", "mistake"),
    [
        ("", "line 1: the column person is missing"),
        ("person,name\nU0AAA,CANARY\n", "line 1: the column unit is missing"),
        ("person,name,unit,CANARY\n", "line 1: column 4 is not one of"),
        ("person,name,unit,unit\n", "line 1: the column unit stands twice"),
        ("person;name;unit\nU0AAA;CANARY;x\n", "line 1: the column person is missing"),
        ("person,name,unit\nU0AAA,CANARY\n", "line 2: has 2 cells instead of 3"),
        ("person,name,unit\nU0AAA,CANARY,x,y\n", "line 2: has 4 cells instead of 3"),
        ('person,name,unit\nU0AAA,"CANARY,x\n', "line 2: cannot be read"),
        ('person,name,unit\nU0AAA,"CANARY"y,x\n', "line 2: cannot be read"),
        ("person,name,unit\nU0AAA,山田,x\n".encode("cp932"), "line 1: the file is not UTF-8"),
        ("person,name,unit\nU0AAA,A,x\n".encode("utf-16"), "line 1: the file is not UTF-8"),
    ],
)
def test_a_file_that_is_no_roster_is_refused(raw: str | bytes, mistake: str) -> None:
    assert any(m.startswith(mistake) for m in mistakes(raw))


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines() -> None:
    found = mistakes("person,name,unit,role\nU0AAA,,x,\nu1,B,x,king\nU0CCC,C,,clerk\n")

    assert [m.split(":")[0] for m in found] == ["line 2", "line 3", "line 3", "line 4", "line 4"]


HOLDER = Appointment("a1", "U0AAA", Role.UNIT_SUPPORTER, APRIL, date(2027, 3, 31), unit="Old")
KNOWN = Person("U0AAA", "A", "Old")


def test_the_same_file_twice_changes_nothing() -> None:
    (row,) = rows("U0AAA,A,Old,unit_supporter,2026-04-01")

    assert difference([row], [KNOWN], [HOLDER], today=TODAY) == Difference()


def test_new_people_and_offices_are_added() -> None:
    found = difference(rows("U0BBB,B,Old,planner,2026-10-01"), [], [], today=TODAY)

    assert [p.id for p in found.added] == ["U0BBB"]
    assert [a.role for a in found.appointed] == [Role.PLANNER]
    assert found.writes_anything


def test_who_moves_to_another_unit_ends_here_and_begins_there() -> None:  # P14
    found = difference(rows("U0AAA,A,New,unit_supporter,2026-09-02"), [KNOWN], [HOLDER], today=TODAY)

    assert found.changed == (Person("U0AAA", "A", "New"),)
    assert found.ended == (replace(HOLDER, released_on=TODAY),)
    assert not found.ended[0].in_force(TODAY)
    assert [(a.unit, a.in_force(TODAY)) for a in found.appointed] == [("New", True)]


def test_who_is_left_out_keeps_the_row_and_loses_the_office() -> None:
    found = difference([], [KNOWN], [HOLDER], today=TODAY)

    assert (found.gone, found.ended) == ((KNOWN,), (replace(HOLDER, released_on=TODAY),))
    assert found.people == ()


def test_an_office_that_lies_ahead_never_begins_when_it_is_left_out() -> None:
    ahead = replace(HOLDER, starts_on=date(2027, 4, 1), ends_on=date(2028, 3, 31))

    (ended,) = difference([], [KNOWN], [ahead], today=TODAY).ended

    assert not ended.in_force(date(2027, 4, 1))


def test_a_term_that_is_over_is_left_alone() -> None:
    past = replace(HOLDER, starts_on=date(2025, 4, 1), ends_on=date(2026, 3, 31))

    assert difference([], [], [past], today=TODAY) == Difference()


def test_a_changed_line_keeps_what_only_the_program_knows() -> None:
    sworn = replace(HOLDER, sworn_on=date(2026, 4, 2), checked_on=date(2026, 4, 3))

    (altered,) = difference(
        rows("U0AAA,A,Old,unit_supporter,2026-04-01,2026-12-31"), [KNOWN], [sworn], today=TODAY
    ).altered

    assert altered == replace(sworn, ends_on=date(2026, 12, 31))


IN_SLACK = replace(HOLDER, starts_on=date(2026, 9, 1), entered_by="U0HEAD")


def test_a_naming_made_in_slack_stays_when_an_older_file_leaves_it_out_and_is_shown() -> None:
    found = difference(rows("U0AAA,A,Old"), [KNOWN], [IN_SLACK], today=TODAY)

    assert (found.ended, found.kept) == ((), (IN_SLACK,))
    assert not found.writes_anything


@pytest.mark.parametrize(
    "line",
    ["U0BBB,B,Old", "U0AAA,A,New", "U0AAA,A,New,unit_supporter,2026-09-02"],
    ids=["not in the file", "moved", "moved and named there"],
)
def test_it_ends_when_its_holder_is_gone_or_has_moved(line: str) -> None:
    found = difference(rows(line), [KNOWN], [IN_SLACK], today=TODAY)

    assert (found.ended, found.kept) == ((replace(IN_SLACK, released_on=TODAY),), ())


def test_an_adviser_entered_in_slack_moves_without_losing_the_office() -> None:
    adviser = replace(IN_SLACK, role=Role.EXTERNAL_ADVISER)

    assert difference(rows("U0AAA,A,New"), [KNOWN], [adviser], today=TODAY).kept == (adviser,)


def test_a_release_made_in_slack_is_not_undone_by_a_file_that_still_has_the_naming() -> None:
    released = replace(HOLDER, released_on=TODAY, release_reason="health")

    found = difference(rows("U0AAA,A,Old,unit_supporter,2026-04-01"), [KNOWN], [released], today=TODAY)

    assert (found.altered, found.kept) == ((), (released,))


def test_an_end_that_an_earlier_file_made_is_taken_back_by_a_file_that_has_the_naming_again() -> None:
    left_out = replace(HOLDER, released_on=date(2026, 8, 1))

    (altered,) = difference(rows("U0AAA,A,Old,unit_supporter,2026-04-01"), [KNOWN], [left_out], today=TODAY).altered

    assert altered == HOLDER


def test_what_was_released_before_it_began_does_not_stand_in_for_who_was_named_again_that_day() -> None:
    never = replace(IN_SLACK, id="a0", released_on=IN_SLACK.starts_on, release_reason="other")
    for held in ([never, IN_SLACK], [IN_SLACK, never]):
        assert difference(rows("U0AAA,A,Old"), [KNOWN], held, today=TODAY).kept == (IN_SLACK,)
