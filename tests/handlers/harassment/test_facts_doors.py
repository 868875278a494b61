"""Who is let in to the order, the fact sheets, the outcome and the affected person's answer, and who never is."""

import pytest

from bot.handlers.harassment.rules.moves import CLOSING, CONFIRMING, CONSENT_HELD, FOUND, HEARING, REPORTED
from bot.sandbox.town import Town
from tests.handlers.harassment.cases import (
    ASKER,
    CHAIR,
    DEPUTY,
    DESK,
    HEAD,
    ONE,
    RESPONDENT,
    SECRETARY,
    THIRD,
    put,
    stored,
)  # fmt: skip
from tests.journeys import people as p

ORDER = {"heard": ["affected"], "known": False, "note": "note-canary", "danger": False, "on": "2026-09-02"}
BODY = {"order": ORDER, "outcome": "outcome-canary", "outcome_due_on": "2026-12-01", "entry": "saw"}
CANARIES = ("note-canary", "outcome-canary", "facts-canary", "story-canary")
OUT = (ASKER, DEPUTY, DESK, CHAIR, SECRETARY, THIRD, RESPONDENT)
VERBS = (
    "fact_sheets", "fact_page", "report_facts", "read_order", "order", "outcome", "tell_outcome", "affected_said",
    "note_consent", "note_request", "note_request_back", "affected",
)  # fmt: skip


async def test_whoever_has_no_part_in_it_gets_the_same_sentence_for_every_button(town: Town) -> None:
    case = await put(town, HEARING, body=BODY)
    for person in OUT:
        for verb in VERBS:
            who = await p.press_forged(town, person, f"harassment.{verb}", case.id)
            if "home.swear" in str(who.modal):
                await p.press(town, person, "home.swear")
            assert p.NOT_SHOWN in who.text(), (person, verb)
            assert not [word for word in CANARIES if word in who.text()], (person, verb)


@pytest.mark.parametrize(
    ("state", "person", "verb"),
    [
        (HEARING, HEAD, "fact_page"),  # the head reads, the responders write
        (HEARING, HEAD, "report_facts"),
        (HEARING, HEAD, "tell_outcome"),
        (HEARING, HEAD, "affected_said"),  # the head learns whether it may go on, not what was said
        (FOUND, ONE, "order"),  # only the head orders and ends
        (FOUND, ONE, "close_after_facts"),
        (CLOSING, ASKER, "outcome"),  # before it was told
        (REPORTED, ONE, "fact_sheets"),  # nothing was ordered
        (CONFIRMING, ONE, "note_consent"),  # who has an account answers alone
        (CONFIRMING, ONE, "note_request_back"),
    ],
)
async def test_nobody_does_what_is_another_ones_part(town: Town, state: str, person: str, verb: str) -> None:
    case = await put(town, state, body=BODY | ({} if state != REPORTED else {"order": {}}))
    who = await p.press_forged(town, person, f"harassment.{verb}", case.id)
    if "home.swear" in str(who.modal):
        await p.press(town, person, "home.swear")

    assert p.NOT_SHOWN in who.text()
    assert await stored(town, case.id) == case


async def test_for_somebody_who_telephoned_a_responder_notes_the_answer(town: Town) -> None:  # G6
    case = await put(town, HEARING, identity={"requester": "", "caller": "caller-canary"}, body={"order": ORDER})
    await p.go_home(town, ONE)
    who = await p.press(town, ONE, "harassment.case")
    if "home.swear" in str(who.modal):
        await p.press(town, ONE, "home.swear")
    await p.press(town, ONE, "harassment.note_refusal")

    after = await stored(town, case.id)
    assert after is not None
    assert (after.state, after.body["hearing_agreed"]) == (CONSENT_HELD, False)


async def test_who_telephoned_asks_for_the_committee_through_a_responder_who_reads_it_out(town: Town) -> None:  # G6
    case = await put(town, REPORTED, identity={"requester": "", "caller": "caller-canary", "recipient": HEAD})
    await p.go_home(town, ONE)
    who = await p.press(town, ONE, "harassment.case")
    if "home.swear" in str(who.modal):
        await p.press(town, ONE, "home.swear")
    await p.press(town, ONE, "harassment.more")
    await p.press(town, ONE, "harassment.note_request")
    assert "田中 誠一" in who.text()
    assert "読み上げ" in who.text()
    await who.submit({})
    await town.sandbox.quiet()

    asked = await stored(town, case.id)
    assert asked is not None
    assert asked.body["committee_requested_on"] == "2026-09-07"
    await p.slot(town)
    assert p.sentences(town, HEAD) == [p.duty("9月9日")]
    await p.go_home(town, ONE)
    for verb in ("harassment.case", "harassment.more", "harassment.note_request_back"):
        await p.press(town, ONE, verb)
    back = await stored(town, case.id)
    assert back is not None
    assert "committee_requested_on" not in back.body


@pytest.mark.parametrize(("said", "state"), [("go_on", HEARING), ("talk", CONSENT_HELD), ("silent", CONSENT_HELD)])
async def test_an_affected_person_without_a_name_is_asked_in_person(town: Town, said: str, state: str) -> None:  # K5
    case = await put(town, HEARING, body={"order": ORDER, "entry": "told"})
    await p.go_home(town, ONE)
    who = await p.press(town, ONE, "harassment.case")
    if "home.swear" in str(who.modal):
        await p.press(town, ONE, "home.swear")
    await p.press(town, ONE, "harassment.affected_said")
    assert "harassment.ask_affected" not in str(who.modal)
    await who.submit({"answer": said})
    await town.sandbox.quiet()

    after = await stored(town, case.id)
    assert after is not None
    assert (after.state, after.body["affected_agreed"]) == (state, said == "go_on")
