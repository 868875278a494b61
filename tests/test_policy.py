"""The policy file: both shipped ones load, and every mistake in a broken one is named by its key path."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from bot.errors import Misconfigured
from bot.policy import ASKED_BY_INIT, load, office_calendar
from bot.rules.policy_checks import CLOCKS
from bot.rules.policy_harassment import MOST_LINES
from bot.rules.policy_rows import LABEL_LIMIT

SHIPPED = Path(__file__).parents[1] / "policy.toml"
COMPANY = Path(__file__).parent / "policies" / "company.toml"
TEXT = SHIPPED.read_text()
POLICY = load(SHIPPED)

# The eighteen clocks of the three regulations: name, article, days or months, stages.
CLOCKS_OF_THE_REGULATIONS = [
    ("request_answer", "Yam 10(1)", None, {"working_days": (1, 2, 3)}),
    ("advice_answer", "Yam 7(4), 10(2)", None, {"working_days": (2, 4)}),
    ("danger", "Yam 10(4)(2)", None, {"minutes": (0,)}),
    ("monthly_report", "Yam 11(1)", 10, {"day_of_next_month": (1, 7, 9, 10)}),
    ("adviser_report", "Yam 11(2)", None, {"days": (3, 7)}),
    ("term_end", "Yam 6(5), 7(5), 8(3); Aki 7(4), 10", None, {"days_left": (45, 14, 3)}),
    ("gaps", "Yam 6(1)(2)", None, {"days": (3, 14, 45)}),
    ("responders", "Aki 7(6)", None, {"working_hours": (4,), "working_days": (1, 2)}),
    ("form1", "Aki 7(8)", None, {"working_days": (1, 2)}),
    ("head_decision", "Aki 8", None, {"working_days": (1, 3)}),
    ("form2", "Aki 8(1)", None, {"days": (7, 14)}),
    ("committee", "Aki 9(3)", 60, {"days_left": (30, 14, 7, 1)}),
    ("measures", "Aki 12", None, {"days": (7, 30)}),
    ("stress_taking", "Aku 7(4)", None, {"window_percent": (50,), "days_left": (7, 2)}),
    ("stress_review", "Aku 9, 10", None, {"working_days": (2, 5)}),
    ("interview_request", "Aku 11(1)", 30, {"days": (20,)}),  # S6: one reminder, alike to all takers
    ("stress_wish", "Aku 11(3)", None, {"working_days": (1, 3)}),
    ("interview_delivery", "Aku 12(1)", 30, {"days": (5, 15, 25, 29)}),
    ("physician_opinion", "Aku 13", 1, {"days": (7, 21)}),
    ("stress_measures", "Aku 13", None, {"days": (7, 30)}),
    ("stress_groups", "Aku 16(1)", None, {"working_days": (3, 8)}),
    ("stress_improvement", "Aku 16(2)", None, {"days_left": (0,)}),
    ("retention", "Aku 17", 5, {"days_left": (90, 30, 0)}),
]
OF_THE_LAW = "own_request"  # Aku 18 leaves its days to the law


@pytest.mark.parametrize(("name", "article", "length", "stages"), CLOCKS_OF_THE_REGULATIONS)
def test_every_clock_stands_in_the_policy_with_its_article(name, article, length, stages) -> None:  # type: ignore[no-untyped-def]
    rule = POLICY.clocks[name]
    assert (rule.article, rule.length, dict(rule.stages)) == (article, length, stages)
    assert rule.nudges


def test_there_are_twenty_three_clocks_of_the_regulations_one_of_the_law_and_no_other() -> None:
    assert {OF_THE_LAW, *(name for name, *_ in CLOCKS_OF_THE_REGULATIONS)} == CLOCKS == set(POLICY.clocks)
    assert len(CLOCKS) == 24
    assert POLICY.clocks[OF_THE_LAW].length == 30  # the Act's 83(1), 94(1), 102(1)


def test_only_what_an_employee_files_moves() -> None:
    assert [name for name, rule in POLICY.clocks.items() if rule.last_day == "moves"] == ["interview_request"]


def test_the_town_hall_has_the_numbers_of_its_regulations() -> None:
    assert (POLICY.minimum_cell, POLICY.known_to_reader, POLICY.notice_slot_minutes) == (5, 1, 5)
    assert POLICY.clocks["danger"].repeat_minutes == 15
    danger = POLICY.danger
    assert (danger.on_call, danger.pages_each) == (("coordinator", "welfare_head"), 3)
    assert (danger.review_hours, danger.identity_hours, danger.reported_above) == (24, 72, 2)  # G5
    assert POLICY.clocks["committee"].overdue_days == 1
    seats = {name: role.seats for name, role in POLICY.roles.items() if role.seats}
    assert (seats["counsellor"], seats["response_nurse"], seats["committee_member"]) == (6, 1, 6)  # Aki 7, 9
    assert seats["responder"] == 2  # Aki 7(6)
    assert [len(topic.subtopics) for topic in POLICY.topics] == [3, 5, 0]  # Yam 3
    assert POLICY.stress_check.electronic_form_decision == ""  # S1: nobody has decided it for them


def test_every_topic_and_every_office_names_its_article() -> None:
    for policy in (POLICY, load(COMPANY)):
        assert all(topic.article for topic in policy.topics)
        assert all(role.article for role in policy.roles.values())
        assert all(rule.article for rule in policy.retention.values())


def test_a_company_has_other_numbers_under_the_same_keys() -> None:
    company = load(COMPANY)
    assert company.minimum_cell == 10
    assert company.clocks["committee"].length == 45
    assert not {topic.key for topic in company.topics} <= {topic.key for topic in POLICY.topics}
    assert office_calendar(company).is_open(date(2026, 11, 22))  # a Sunday


def test_the_version_names_the_bytes_of_the_file(tmp_path: Path) -> None:  # G12
    copy = tmp_path / "policy.toml"
    copy.write_bytes(SHIPPED.read_bytes())
    assert load(copy).version == POLICY.version
    copy.write_text(TEXT + "# a remark\n")
    assert load(copy).version != POLICY.version
    assert load(COMPANY).version != POLICY.version


def test_what_init_asks_is_there_to_be_filled() -> None:  # R1
    keys = tomllib.loads(TEXT)
    rows = {row["key"]: row for row in keys["contacts"]}
    for path in ASKED_BY_INIT:
        section, *rest = path.split(".")
        place = rows if section == "contacts" else keys[section]
        for part in rest:
            place = place[part]
        assert place not in ("", None)


MANY_LINES = "".join(f'{{ key = "line_{n}", ja = "x", en = "x" }}, ' for n in range(MOST_LINES))
BROKEN = [
    ("minimum_cell = 5", "minimum_cell = 1", "minimum_cell: must be a number from 2"),
    ("minimum_cell = 5", 'minimum_cell = "many"', "minimum_cell: must be a whole number"),
    ("minimum_cell = 5", "", "minimum_cell: is missing; add it"),
    ("minimum_cell = 5", "minimum_cel = 5", "minimum_cel: is not known"),
    ("notice_slot_minutes = 5", "notice_slot_minutes = 0", "notice_slot_minutes: must be a number from 1"),
    ("closes = 17:15:00", 'closes = "evening"', "office.closes: must be a time such as"),
    ('zone = "Asia/Tokyo"', 'zone = "Asia/Edo"', "office.zone: is not a known time zone"),
    ("opens = 08:30:00", "opens = 18:30:00", "office.closes: must be later"),
    ('["saturday", "sunday"]', '["saturdays"]', "office.closed_weekdays.0: must be one of"),
    ('"12-29", ', '"12-32", ', "office.closed_yearly.0: must be a month and a day"),
    ("closed_on = []", 'closed_on = ["soon"]', "office.closed_on.0: "),
    ("open_on = []", "open_on = []\nlunch = 12:00:00", "office.lunch: is not known"),
    ("[30, 14, 7, 1]", "[7, 14, 30]", "clocks.committee.stages.days_left: must not be empty"),
    ("[30, 14, 7, 1]", "[60, 14]", "clocks.committee.stages.days_left: reaches past the limit"),
    ("[5, 15, 25, 29]", "[5, 31]", "clocks.interview_delivery.stages.days: reaches past the limit"),
    ("[5, 15, 25, 29]", "[]", "clocks.interview_delivery.stages.days: must not be empty"),
    ("[1, 7, 9, 10]", "[1, 7, 11]", "clocks.monthly_report.stages.day_of_next_month: reaches past"),
    ("days = [3, 7] }", "days_left = [3] }", "clocks.adviser_report.stages.days_left: cannot be counted"),
    ("days = [3, 7] }", "weeks = [1] }", "clocks.adviser_report.stages.weeks: must be one of"),
    ("length = 60", "", "clocks.committee.length: must be a number from 1"),
    ("length = 60", 'length = "sixty"', "clocks.committee.length: must be a whole number"),
    ("repeat_minutes = 15", "repeat_minutes = 0", "clocks.danger.repeat_minutes: must be at least 1"),
    ("[clocks.form1]", "[clocks.form_1]", "clocks.form1: is missing"),
    ('article = "Aki 9(3)"\n', "", "clocks.committee.article: is missing"),
    ('key = "private", ja', 'key = "work", ja', "topics.1.key: must be a word of its own"),
    ('key = "family", ja = "家庭"', 'key = "health", ja = "家庭"', "topics.1.subtopics.1.key: must be"),
    ('key = "mail", ja = "電子メール"', 'key = "e mail", ja = "電子メール"', "means.2.key: must be a word"),
    ('ja = "対面"', f'ja = "{"対" * (LABEL_LIMIT + 1)}"', "means.0.ja: must have 1 to 75"),
    ('en = "In person"', 'en = " "', "means.0.en: must have 1 to 75"),
    ('en = "In person"', 'fr = "En personne"', "means.0.en: is missing"),
    ('one_year = "Aki 7(4)"', "", "roles.counsellor.term: has no article"),
    ('term = "one_year"', 'term = "for_ever"', "roles.counsellor.term: must be one of"),
    ("smallest = 2, seats = 6", "smallest = 7, seats = 6", "roles.counsellor.seats: must be"),
    ('"hq_supporter", "coordinator"', '"hq_supporter", "mayor"', "doublings.0.roles: names an office"),
    ('years = 5, at_the_end = "return"', 'at_the_end = "return"', "retention.stress_joint_clerk.years: must be"),
    ("idle_ends_days = 60", "idle_ends_days = 30", "peer_support.idle_ends_days: must be more"),
    ("election_office_days = 3", "election_office_days = 0", "harassment.election_office_days: must be"),
    ("smallest = 6, seats = 6", "smallest = 6, seats = 7", "harassment.seats: must hold a row for each"),
    ("[30, 90, 180]", "[30, 30]", "harassment.later_checks: must be days that grow"),
    ("intake_sheet = [", f"intake_sheet = [{MANY_LINES}", "harassment.intake_sheet: must hold at most 24 lines"),
    ("[7, 21, 45]", "[30, 7]", "harassment.guideline_days: must be days that grow"),
    ("make_known_days = [7, 21]", "make_known_days = [0, 21]", "harassment.make_known_days: must be days that grow"),
    ("later_checks = [30] ", "later_checks = [30, 60] ", "peer_support.later_checks: must hold one day at most"),
    ("contact_days = 180", "contact_days = 20", "peer_support.contact_days: must not be less than"),
    ("contact_days = 180", "contact_days = 0", "peer_support.contact_days: must be a number from 1"),
    ("window = [9, 12]", "window = [9, 13]", "stress_check.window: must hold two months"),
    ("window = [9, 12]", "window = [9]", "stress_check.window.1: "),
    ("group_size = 5", "group_size = 1", "stress_check.group_size: must be a number from 2"),
    ('selection = "conversion"', 'selection = "guess"', "stress_check.selection: must be one of"),
    ("checked_on = 2025-10-01", 'checked_on = "lately"', "help_lines.6.checked_on: "),
    ("[danger] ", "[dangers] ", "danger: is missing"),
    ('on_call = ["coordinator", "welfare_head"]', "on_call = []", "danger.on_call: must name at least one office"),
    ('["coordinator", "welfare_head"]', '["coordinator", "coordinator"]', "danger.on_call: must name at least one"),
    ('["coordinator", "welfare_head"]', '["unit_head"]', "danger.on_call.0: must be one of"),
    ("pages_each = 3", "pages_each = 0", "danger.pages_each: must be a number from 1"),
    ("identity_hours = 72", "identity_hours = 12", "danger.identity_hours: must not be less than danger.review_hours"),
    ("'\\([月火", "'([月火", "identifying.patterns.7.pattern: is not a regular expression"),
    ("'<[@#!][^<>\\s]{1,200}>'", "'x*'", "identifying.patterns.15.pattern: must not fit the empty"),
    ("wrong_codes = 5", "wrong_codes = 0", "step_up.wrong_codes: must be a number from 1"),
]


@pytest.mark.parametrize(("right", "wrong", "says"), BROKEN, ids=[says for *_, says in BROKEN])
def test_a_mistake_is_named_by_its_key_path(right: str, wrong: str, says: str, tmp_path: Path) -> None:
    assert right in TEXT
    broken = tmp_path / "policy.toml"
    broken.write_text(TEXT.replace(right, wrong, 1))
    with pytest.raises(Misconfigured) as refusal:
        load(broken)
    assert [mistake for mistake in refusal.value.mistakes if mistake.startswith(says)], refusal.value.mistakes


def test_all_mistakes_are_named_at_once_whatever_their_kind(tmp_path: Path) -> None:
    text = TEXT
    for right, wrong in (
        ("minimum_cell = 5", "minimum_cell = 1"),  # out of range
        ('zone = "Asia/Tokyo"', 'zone = "Asia/Edo"'),  # wrong by meaning
        ("length = 60", 'length = "sixty"'),  # wrong type
        ("[danger] ", "[dangers] "),  # unknown and missing
        ("sent_message_days = 7", ""),  # missing
    ):
        text = text.replace(right, wrong, 1)
    broken = tmp_path / "policy.toml"
    broken.write_text(text)
    with pytest.raises(Misconfigured) as refusal:
        load(broken)
    places = {mistake.partition(":")[0] for mistake in refusal.value.mistakes}
    assert places == {
        "minimum_cell",
        "office.zone",
        "clocks.committee.length",
        "danger",
        "dangers",
        "sent_message_days",
    }


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"minimum_cell = ", "is not valid TOML"),
        (b"\xff\xfe", "is not UTF-8"),
        (TEXT.encode() + b'\n[version]\nx = "1"\n', "version: is not known"),
        (b"minimum_cell = 5\nminimum_cell = 6\n", "is not valid TOML"),
    ],
)
def test_a_file_that_is_no_policy_is_refused(content: bytes, says: str, tmp_path: Path) -> None:
    broken = tmp_path / "policy.toml"
    broken.write_bytes(content)
    with pytest.raises(Misconfigured, match=says):
        load(broken)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"policy\.toml: cannot be read"):
        load(tmp_path / "policy.toml")
