"""Who may do what: the whole matrix against a table written separately, and the cases people would name."""

from dataclasses import fields, replace
from itertools import product

import pytest

from bot.rules.access import MATRIX, Act, Condition, Denial, Standing, may, may_be_told, why_not
from bot.rules.access.hats import hat_card
from bot.rules.people import CASE_ROLES, GUEST_HATS, UNAPPOINTED, Principal, Role
from tests.rules.oracle_access import CONDITIONS, HATS, read_oracle

ORACLE = read_oracle()
OBJECTS = sorted({obj for obj, _, _ in ORACLE} | set(MATRIX) | {"nothing_we_know"})
ALL_TRUE = dict.fromkeys(CONDITIONS.values(), True)
SOMEBODY = Principal("U1", "T1")
PEOPLE_HATS = sorted(frozenset(Role) - {Role.OPERATOR, Role.SCHEDULER})


def standing(hat, *met, roles=None, **facts):
    """A sworn holder of the hat, in term, for whom the conditions in `met` hold."""
    facts = {"oath_given": True, "checked": True, **dict.fromkeys(met, True), **facts}
    return Standing(SOMEBODY, Role(hat), frozenset({Role(hat)}) if roles is None else roles, **facts)


def fullest(hat, **facts):
    return standing(hat, *ALL_TRUE, **facts)


def test_the_oracle_knows_every_hat_act_and_condition():
    assert set(HATS.values()) == {r.value for r in Role}
    assert set(CONDITIONS.values()) == {c.value for c in Condition}
    assert set(ALL_TRUE) <= {f.name for f in fields(Standing)}
    assert {act for _, _, act in ORACLE} == {a.value for a in Act}


def test_matrix_and_oracle_agree_on_every_cell_with_its_conditions():
    matrix = {}
    for obj, row in MATRIX.items():
        for hat, grants in row.items():
            for grant in grants:
                for act in grant.acts:
                    way = frozenset(c.value for c in grant.conditions)
                    matrix.setdefault((obj, hat.value, act.value), set()).add(way)
    assert matrix == ORACLE


@pytest.mark.parametrize("hat", sorted(Role))
def test_every_cell_answers_as_the_oracle_whatever_the_relation_consent_term_and_conflict(hat):
    rest = {name: True for name in ALL_TRUE if name not in ("own", "assigned", "consented")}
    for own, assigned, consented, in_term, conflicted in product((False, True), repeat=5):
        met = {**rest, "own": own, "assigned": assigned, "consented": consented}
        roles = frozenset({hat}) if in_term or hat is Role.EMPLOYEE else frozenset()
        who = standing(hat, roles=roles, conflicted=conflicted, **met)
        holds = {name for name, value in met.items() if value}
        open_door = (in_term or hat is Role.EMPLOYEE) and not (conflicted and hat is not Role.EMPLOYEE)
        for obj, act in product(OBJECTS, Act):
            ways = ORACLE.get((obj, hat.value, act.value), ())
            expected = open_door and any(way <= holds for way in ways)
            assert may(who, act, obj) == expected, (obj, hat, act, met, in_term, conflicted)


def test_each_condition_of_each_way_is_needed_and_all_of_them_are_enough():
    for (obj, hat, act), ways in ORACLE.items():
        for way in ways:
            assert may(standing(hat, *way), Act(act), obj), (obj, hat, act)
            for condition in way:
                without = standing(hat, *(way - {condition}))
                assert not may(without, Act(act), obj), (obj, hat, act, condition)


def test_what_the_matrix_does_not_name_is_allowed_to_nobody():
    for obj, hat, act in product(OBJECTS, Role, Act):
        if (obj, hat.value, act.value) not in ORACLE:
            assert why_not(fullest(hat), act, obj) is Denial.UNGRANTED


def test_the_rights_of_two_hats_are_never_merged():
    everything = frozenset(Role) - {Role.ADMINISTRATOR, Role.AUDITOR, Role.CLERK, Role.OPERATOR}
    for obj, hat, act in product(OBJECTS, everything - {Role.SCHEDULER}, Act):
        one, many = fullest(hat), fullest(hat, roles=everything)
        assert may(one, act, obj) == may(many, act, obj), (obj, hat, act)


@pytest.mark.parametrize("flaw", ["bot", "deleted", "external"])
def test_strangers_bots_and_deleted_accounts_are_refused_under_every_hat(flaw):
    nobody = replace(SOMEBODY, **{flaw: True})
    for hat, obj, act in product(PEOPLE_HATS, OBJECTS, Act):
        assert why_not(replace(fullest(hat), principal=nobody), act, obj) is Denial.STRANGER


def test_a_guest_acts_only_under_a_guest_hat_with_a_checked_appointment():
    guest = replace(SOMEBODY, guest=True)
    for hat in PEOPLE_HATS:
        who = replace(fullest(hat), principal=guest)
        assert may(who, Act.READ, "directory") == (hat in GUEST_HATS), hat
        assert not may(replace(who, checked=False), Act.READ, "directory")


def test_a_full_member_needs_no_second_persons_check():
    assert may(standing("unit_supporter", "assigned", checked=False), Act.READ, "request")


def test_the_hats_of_a_process_are_not_for_people():
    for hat in ("operator", "scheduler"):
        for obj, act in product(OBJECTS, Act):
            assert not may(fullest(hat, roles=frozenset()), act, obj)


@pytest.mark.parametrize("post", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_whoever_runs_or_audits_the_house_has_no_case(post):
    for hat in CASE_ROLES:
        both = frozenset({post, hat})
        assert why_not(fullest(hat, roles=both), Act.READ, "directory") is Denial.BARRED
        assert why_not(fullest(post, roles=both), Act.READ, "directory") is Denial.BARRED


CASES = [
    # article, hat, what holds, act, object, expected
    ("Yam 9", "employee", "own", "create", "request", None),
    ("Yam 9", "employee", "own", "change", "request", None),
    ("Yam 9", "employee", "", "read", "request", "unrelated"),
    ("Yam 9", "coordinator", "consented assigned", "read", "request", "ungranted"),
    ("Yam 9", "welfare_head", "consented submitted stepped_up", "read", "request", "ungranted"),
    ("Yam 9", "unit_head", "own assigned consented", "read", "request", "ungranted"),
    ("Yam 10(1)", "unit_supporter", "assigned", "read", "request", None),
    ("Yam 10(1)", "unit_supporter", "", "read", "request", "unrelated"),
    ("Yam 10(2)", "unit_supporter", "assigned identity_free", "create", "advice", None),
    ("Yam 10(2)", "unit_supporter", "assigned", "create", "advice", "unmet"),
    ("Yam 10(2)", "unit_supporter", "assigned consented", "refer", "referral", None),
    ("Yam 10(2)", "unit_supporter", "assigned", "refer", "referral", "unconsented"),
    ("Yam 10(2)", "coordinator", "identity_free", "append", "advice", None),
    ("Yam 10(2)", "coordinator", "", "read", "advice", "unmet"),
    ("Yam 10(3)", "hq_supporter", "assigned", "refer", "referral", "unconsented"),
    ("Yam 10(4)(2)", "unit_supporter", "assigned", "create", "danger", None),
    ("Yam 10(4)(2)", "welfare_head", "on_call ephemeral stepped_up", "read", "danger", None),
    ("Yam 10(4)(2)", "welfare_head", "on_call ephemeral", "read", "danger", "not_stepped_up"),
    ("Yam 10(4)(2)", "welfare_head", "ephemeral stepped_up", "read", "danger", "unrelated"),
    ("Yam 10(4)(2)", "auditor", "on_call ephemeral stepped_up", "read", "danger", "ungranted"),
    ("Yam 10(4)(2)", "auditor", "", "read", "danger_fact", None),
    ("Yam 11(1)", "unit_supporter", "own", "close", "monthly_report", None),
    ("Yam 11(1)", "unit_supporter", "", "read", "monthly_report", "unrelated"),
    ("Yam 11(1)", "welfare_head", "submitted identity_free", "read", "monthly_report", None),
    ("Yam 11(1)", "welfare_head", "identity_free", "read", "monthly_report", "unmet"),
    ("Yam 11(1)", "coordinator", "submitted identity_free", "read", "monthly_report", "ungranted"),
    ("Yam 11(1)", "coordinator", "", "statistics", "monthly_report", None),
    ("Yam 11(2)", "external_adviser", "own", "create", "adviser_report", None),
    ("Yam 11(3)", "employee", "own", "read", "record", "ungranted"),
    ("Yam 11(3)", "employee", "own", "read", "note", "ungranted"),
    ("Yam 11(3)", "welfare_head", "submitted", "read", "record", "unmet"),
    ("Yam 11(3)", "welfare_head", "consented", "read", "consented_identity", None),
    ("Yam 11(3)", "welfare_head", "", "read", "consented_identity", "unconsented"),
    ("Yam 12", "digest_reader", "own assigned consented submitted", "read", "record", "ungranted"),
    ("Yam 12", "digest_reader", "", "statistics", "monthly_report", None),
    ("Aki 3(1)", "affairs_head", "", "create", "guideline", None),
    ("Aki 3(1)", "unit_head", "own", "create", "guideline", "ungranted"),
    ("Aki 3(2)", "employee", "", "read", "guideline", None),
    ("Aki 3(2)", "employee", "own", "create", "guideline_reading", None),
    ("Aki 3(2)", "affairs_head", "own assigned", "read", "guideline_reading", "ungranted"),
    ("Aki 3(3)", "unit_head", "own", "append", "guideline", None),
    ("Aki 3(3)", "employee", "own", "append", "guideline", "ungranted"),
    ("Aki 4(2)", "employee", "own", "read", "harassment_contact", None),
    ("Aki 4(2)", "counsellor", "own assigned consented", "read", "harassment_contact", "ungranted"),
    ("Aki 6(2)", "desk_officer", "own", "create", "training", None),
    ("Aki 6(2)", "desk_officer", "", "change", "training", "unrelated"),
    ("Aki 7(6)", "desk_officer", "", "read", "intake", "unrelated"),
    ("Aki 7(6)", "desk_officer", "assigned", "change", "intake", None),
    ("Aki 7(8)", "affairs_head", "assigned submitted stepped_up identity_free", "read", "intake_sheet", None),
    ("Aki 7(8)", "affairs_head", "assigned submitted stepped_up consented", "read", "intake_sheet", None),
    ("Aki 7(8)", "affairs_head", "assigned submitted stepped_up", "read", "intake_sheet", "unmet"),
    ("Aki 7(8)", "affairs_head", "assigned submitted identity_free", "read", "intake_sheet", "not_stepped_up"),
    ("K6", "affairs_head", "submitted stepped_up consented", "read", "intake_sheet", "unrelated"),  # it is the deputy's
    ("K6", "affairs_deputy", "assigned submitted stepped_up consented", "read", "intake_sheet", None),
    ("Aki 9(8)", "committee_member", "assigned referred stepped_up", "change", "committee_file", "unmet"),
    ("Aki 9(8)", "committee_member", "assigned referred stepped_up presiding", "change", "committee_file", None),
    ("Aki 7(10)", "response_nurse", "consented", "read", "intake_sheet", "unrelated"),
    ("Aki 8(1)", "counsellor", "assigned ordered", "create", "fact_sheet", None),
    ("Aki 8(1)", "counsellor", "assigned", "create", "fact_sheet", "unmet"),
    ("Aki 8(1)", "employee", "own", "read", "fact_sheet", "ungranted"),
    ("Aki 8(1)", "employee", "own", "read", "outcome", None),
    ("Aki 8(2)", "committee_member", "assigned stepped_up", "read", "fact_sheet", "unmet"),
    ("Aki 8(2)", "committee_member", "assigned referred stepped_up", "read", "fact_sheet", None),
    ("Aki 8(2)", "affairs_head", "stepped_up", "create", "committee_request", "ungranted"),
    ("Aki 9(11)", "secretariat", "assigned referred", "read", "committee_file", None),
    ("Aki 12", "secretariat", "assigned", "create", "measures", "unmet"),
    ("Aki 12", "secretariat", "assigned proposed", "create", "measures", None),
    ("Aku 7(4)", "clerk", "", "read", "taken", None),
    ("Aku 7(4)", "planner", "", "read", "taken", "ungranted"),
    ("Aku 7(4)", "planner", "", "statistics", "taken", None),
    ("Aku 7(4)", "joint_clerk", "", "read", "taken", "ungranted"),
    ("Aku 10", "clerk", "own assigned", "read", "interview_eligible", "ungranted"),
    ("Aku 11(2)", "affairs_staff", "applied consented", "read", "result", None),
    ("Aku 11(4)", "affairs_staff", "consented", "read", "result", "unmet"),
    ("Aku 11(4)", "affairs_staff", "applied", "read", "result", "unconsented"),
    ("Aku 11(4)", "affairs_staff", "applied consented", "read", "answers", "ungranted"),
    ("Aku 11(2)", "employee", "own unopened", "close", "application", None),
    ("Aku 11(2)", "employee", "own", "close", "application", "unmet"),
    ("Aku 11(3)", "affairs_staff", "applied consented", "read", "counselling_wish", "ungranted"),
    ("Aku 13", "employee", "own", "read", "opinion", None),
    ("Aku 13", "joint_clerk", "", "read", "opinion", None),
    ("Aku 13", "clerk", "applied consented", "read", "opinion", "ungranted"),
    ("Aku 16(1)", "joint_clerk", "ordered", "create", "group_analysis", None),
    ("Aku 16(1)", "joint_clerk", "", "create", "group_analysis", "unmet"),
    ("Aku 20(2)", "administrator", "", "change", "stress_keys", "ungranted"),
    ("Aku 20(2)", "operator", "own assigned consented", "read", "result", "ungranted"),
]


@pytest.mark.parametrize(("article", "hat", "holds", "act", "obj", "denial"), CASES)
def test_a_named_case_of_an_article_is_answered_for_the_right_reason(article, hat, holds, act, obj, denial):
    assert why_not(standing(hat, *holds.split()), Act(act), obj) == (denial and Denial(denial)), article


def test_a_clerk_with_personnel_authority_is_barred_at_each_access():
    clerk = standing("clerk", personnel_authority=True)
    assert why_not(clerk, Act.READ, "taken") is Denial.BARRED
    assert may(replace(clerk, personnel_authority=False), Act.READ, "taken")
    assert why_not(fullest("clerk", roles=frozenset({Role.CLERK, Role.AFFAIRS_HEAD})), Act.READ, "taken")


def test_an_office_reads_nothing_before_its_oath_but_may_give_it():
    for office in frozenset(Role) - UNAPPOINTED:
        unsworn = fullest(office, oath_given=False)
        assert why_not(unsworn, Act.READ, "directory") is Denial.UNSWORN
        assert may(unsworn, Act.CREATE, "oath")
    assert may(standing("employee", "own", oath_given=False), Act.CREATE, "request")


def test_after_the_term_only_the_last_months_report_is_left():
    lapsed = fullest("unit_supporter", roles=frozenset(), report_only=True)
    assert may(lapsed, Act.READ, "monthly_report")
    assert may(lapsed, Act.CLOSE, "monthly_report")
    allowed = {obj for obj, act in product(OBJECTS, Act) if may(lapsed, act, obj)}
    assert allowed == {"monthly_report", "oath"}
    assert why_not(replace(lapsed, report_only=False), Act.READ, "monthly_report") is Denial.OUT_OF_OFFICE


def test_after_the_term_only_the_report_that_is_owed_is_left_to_an_adviser():  # Yam 11(2)
    lapsed = fullest("external_adviser", roles=frozenset(), report_only=True)
    assert may(lapsed, Act.READ, "adviser_report")
    assert may(lapsed, Act.CLOSE, "adviser_report")
    assert may(replace(lapsed, principal=replace(lapsed.principal, guest=True)), Act.CLOSE, "adviser_report")
    allowed = {obj for obj, act in product(OBJECTS, Act) if may(lapsed, act, obj)}
    assert allowed == {"adviser_report", "oath"}
    assert why_not(replace(lapsed, own=False), Act.READ, "adviser_report") is Denial.UNRELATED
    assert why_not(replace(lapsed, oath_given=False), Act.READ, "adviser_report") is Denial.UNSWORN
    assert why_not(replace(lapsed, report_only=False), Act.READ, "adviser_report") is Denial.OUT_OF_OFFICE


def test_a_conflict_shuts_the_case_but_never_ones_own_data():
    assert why_not(standing("unit_supporter", "assigned", conflicted=True), Act.READ, "request") is Denial.CONFLICTED
    assert may(standing("employee", "own", conflicted=True), Act.READ, "request")
    assert may(standing("employee", "own", conflicted=True), Act.READ, "own_data")


def test_an_act_that_the_state_does_not_allow_is_refused():
    assert why_not(standing("employee", "own", possible=False), Act.CLOSE, "request") is Denial.IMPOSSIBLE


def test_a_notice_may_go_to_who_could_read_after_oath_and_second_factor():
    asked = standing("unit_supporter", "assigned", oath_given=False)
    assert may_be_told(asked, "request")
    assert not may_be_told(replace(asked, assigned=False), "request")
    assert not may_be_told(replace(asked, roles=frozenset()), "request")
    assert may_be_told(standing("welfare_head", "on_call"), "danger")
    assert may_be_told(standing("employee", "own"), "fact_sheet")
    assert not may_be_told(standing("coordinator", "assigned"), "request")


def test_every_hat_a_person_can_wear_has_its_own_card_with_articles():
    cards = [hat_card(hat) for hat in PEOPLE_HATS]
    sentences = [key for card in cards for key in (card.sees, card.sees_not)]
    assert len(set(sentences)) == 2 * len(PEOPLE_HATS)
    assert all(a.startswith(("Yam ", "Aki ", "Aku ")) for card in cards for a in card.articles)
    assert all(card.articles for card in cards)
    with pytest.raises(KeyError):
        hat_card(Role.OPERATOR)
