"""What of a consultation is destroyed at its end and what stays, who is asked later, and how it is taken up again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.errors import Refused
from bot.handlers.harassment.rules import contact, ending
from bot.handlers.harassment.rules.clocks import HEAD_DECISION
from bot.handlers.harassment.rules.moves import CLOSING, CONSULTATION, CONTACT, REPORTED
from bot.rules.cases import Case, Deadline, Decision, Purpose
from tests.fakes import COMPANY, NOW, FakeLedger
from tests.handlers.harassment.cases import ASKER, DEPUTY, HEAD, ONE, TWO, consultation
from tests.handlers.harassment.roster import TODAY, town_ledger

REPORTED_SHEET = {"facts": "reported-canary"}
DONE = {
    "reported": REPORTED_SHEET, "ordered_on": "2026-08-20", "order": {"note": "order-canary"}, "outcome": "done",
    "left_out": ["wishes"], "forgotten_on": "2026-09-20",
}  # fmt: skip


def closing(ledger: FakeLedger, **identity: object) -> Case:
    return consultation(CLOSING, ledger, TODAY, body=DONE, identity=identity)


def test_forgotten_the_name_and_the_words_go_and_the_record_stays() -> None:  # G8, K8
    ledger = town_ledger()
    case = closing(ledger)
    decision = ending.forget(case, ledger, NOW)
    assert decision.ends_identity
    assert not decision.ends_route
    assert decision.body is not None
    assert decision.body["reported"] == REPORTED_SHEET
    assert {"story", "wishes", "sheet", "left_out", "entry", "arrangement"}.isdisjoint(decision.body)
    assert ASKER not in str(decision.body)
    assert {(p.person, p.purpose) for p in decision.drops_parties} == {
        (ASKER, Purpose.REQUESTER), *((who, Purpose.HANDLER) for who in (ONE, TWO, HEAD)),
    }  # fmt: skip
    assert (decision.notices, decision.deadlines) == ((), ())  # nobody is told, nothing is left to come


def test_a_matter_that_came_by_phone_is_forgotten_as_well() -> None:  # G6
    ledger = town_ledger()
    case = closing(ledger, requester="", caller="canary")
    decision = ending.forget(case, ledger, NOW)
    assert decision.ends_identity
    assert all(p.purpose is Purpose.HANDLER for p in decision.drops_parties)


@pytest.mark.parametrize(
    ("state", "forgets"), [(CLOSING, True), ("stopped", True), (REPORTED, False), ("ended", False)]
)
def test_what_was_not_chosen_is_forgotten_and_what_goes_on_is_not(state: str, forgets: bool) -> None:
    ledger = town_ledger()
    assert (ending.on_forget(replace(closing(ledger), state=state), ledger, NOW) is not None) is forgets


def test_a_contact_holds_a_name_and_its_last_day_and_is_checked_three_times() -> None:  # Aki 4(2), 11
    ledger = town_ledger()
    case = closing(ledger)
    decision = ending.keep(case, ledger, NOW)
    (kept,) = decision.spawns
    assert decision.ends_identity
    assert kept.identity == {"requester": ASKER}
    assert kept.body == {"until": (TODAY + timedelta(days=200)).isoformat()}
    assert case.id not in str((kept.body, kept.identity))
    days = [ledger.office.day(d.due_at) for d in kept.deadlines if d.kind == contact.CHECK]
    assert days == [ledger.office.on_or_before(TODAY + timedelta(days=n)) for n in (30, 90, 180)]
    assert ledger.office.day(kept.deadlines[-1].due_at) == TODAY + timedelta(days=201)


def test_another_organisation_asks_on_other_days() -> None:
    ledger = town_ledger(policy=COMPANY)
    kept = ending.keep(closing(ledger), ledger, NOW).spawns[0]
    checks = [d for d in kept.deadlines if d.kind == contact.CHECK]
    assert len(checks) == len(COMPANY.harassment.later_checks)


def test_a_witness_keeps_the_same_contact_without_any_matter() -> None:  # Aki 4(2), K11
    ledger = town_ledger()
    new = Case("new", "harassment", "", "", 0, "2026-09", "v1")
    decision = contact.keep_as_witness("U0KONDO", new, ledger, NOW)
    assert isinstance(decision, Decision)
    assert decision.identity == {"requester": "U0KONDO"}
    assert decision.body == {"until": (TODAY + timedelta(days=200)).isoformat()}
    assert [d.kind for d in decision.deadlines] == [contact.CHECK] * 3 + [contact.EXPIRE]
    assert decision.notices == ()


def test_one_contact_is_enough() -> None:
    kept = Case("k", "harassment", "contact", "kept", 1, "2026-09", "v1", identity={"requester": "U0KONDO"})
    new = Case("new", "harassment", "", "", 0, "2026-09", "v1")
    found = contact.keep_as_witness("U0KONDO", new, town_ledger(cases=[kept]), NOW)
    assert isinstance(found, Refused)
    other = contact.keep_as_witness("U0MIURA", new, town_ledger(cases=[kept]), NOW)
    assert isinstance(other, Decision)


def test_each_check_asks_once_and_no_answer_is_kept() -> None:
    kept = Case(
        "k", "harassment", "contact", "kept", 2, "2026-09", "v1", body={"until": "2027-03-21"},
        identity={"requester": ASKER},
    )  # fmt: skip
    asked = [contact.on_check(kept, Deadline("k", contact.CHECK, NOW, stage)) for stage in (1, 2)]
    assert [notice.recipient for one in asked if one for notice in one.notices] == [ASKER, ASKER]
    assert len({notice.once for one in asked if one for notice in one.notices}) == 2
    waiting = replace(kept, body={**kept.body, contact.CHECK_ASKED: True})
    assert contact.is_checked(waiting)
    answered = contact.check(waiting)
    assert answered.body == kept.body
    assert (answered.notices, answered.records, answered.counts) == ((), (), ())


@pytest.mark.parametrize(("state", "asks"), [("kept", True), ("forgotten", False)])
def test_nobody_is_asked_after_the_contact_is_gone(state: str, asks: bool) -> None:
    gone = Case("k", "harassment", "contact", state, 2, "2026-09", "v1", identity={"requester": ASKER})
    assert (contact.on_check(gone, Deadline("k", contact.CHECK, NOW, 1)) is not None) is asks
    assert (contact.on_expire(gone) is not None) is asks


def test_reopened_it_is_with_the_head_again_and_the_clock_runs() -> None:  # Aki 8
    ledger = town_ledger()
    decision = ending.reopen(closing(ledger), ledger, NOW)
    assert isinstance(decision, Decision)
    assert decision.body is not None
    assert {"ordered_on", "order", "outcome", "forgotten_on"}.isdisjoint(decision.body)
    assert decision.body["earlier"] == [{key: DONE[key] for key in ("ordered_on", "order", "outcome")}]
    assert decision.body["reported"] == REPORTED_SHEET
    assert ending.FORGET in decision.cancels
    assert HEAD_DECISION in {d.kind for d in decision.deadlines}
    assert {n.recipient for n in decision.notices} == {HEAD, ONE, TWO}


def test_reopened_it_never_goes_to_a_head_who_is_kept_out() -> None:  # K6
    ledger = town_ledger()
    excluded = closing(ledger, excluded=[HEAD])
    decision = ending.reopen(excluded, ledger, NOW)
    assert isinstance(decision, Decision)
    assert decision.identity is not None
    assert decision.identity["recipient"] == DEPUTY
    assert HEAD not in {n.recipient for n in decision.notices}
    nobody = ending.reopen(closing(ledger, excluded=[HEAD, DEPUTY]), ledger, NOW)
    assert isinstance(nobody, Refused)


def test_the_choices_are_there_when_it_is_over_and_not_before() -> None:
    for state in CONSULTATION.states():
        assert (CONSULTATION.target(state, "keep") == "ended") is (state == CLOSING), state
        assert (CONSULTATION.target(state, "forget") == "ended") is (state in ending.CHOOSING), state
    assert CONTACT.final() == {"forgotten"}
