"""The harassment flow in English, later on: a promise missed, the committee, taken back, what is asked afterwards.

The way in, and what is not told twice, are in `test_harassment_in_english`.
"""

import pytest

from bot.handlers.harassment.rules.moves import (
    AFTER_FORM_1,
    ARRANGING,
    BEFORE_FORM_1,
    FOUND,
    PROPOSED,
    RECEIVED,
    REFERRED,
)  # fmt: skip
from bot.sandbox.town import Town
from bot.store.models import CaseKeyRow, CaseRow
from tests.handlers.harassment.cases import (
    ASKER,
    CHAIR,
    DESK,
    HEAD,
    MEMBERS,
    ONE,
    RESPONDENT,
    SECRETARY,
    TWO,
    put,
    stored,
)  # fmt: skip
from tests.journeys import people as p
from tests.journeys.test_harassment_after import CONTACT, WITNESS, later, over
from tests.journeys.test_harassment_committee import ASKED, look
from tests.journeys.test_harassment_committee import press as unlocked
from tests.journeys.test_harassment_entry import open_own, submit
from tests.journeys.test_harassment_in_english import GONE, NEWS, WAITING, as_the_policy_has_them, duty, english
from tests.journeys.watch import Watch, actions

pytestmark = [p.on_sqlite, pytest.mark.long]  # the same ways are gone in Japanese in every run

MEETING = {"arrangement": {"day": "2026-09-14", "time": "14:00", "place": "Room 2", "means": "in_person"}}


async def test_a_missed_promise_is_told_at_opening_with_a_number_and_ways_on(town: Town, watch: Watch) -> None:
    await english(town)
    case = await put(town, ARRANGING, body=MEETING)
    await open_own(town, ASKER)
    asker = await p.press(town, ASKER, "harassment.ask_other")
    assert "you are told of a new proposal" in asker.text()
    await submit(town, asker, what=["day"], text="rather a morning")
    assert "By Tuesday 8 September you will be told of a day and a place to talk." in asker.text()
    await town.step(p.at(2026, 9, 8, 16, 0))
    assert p.sentences(town, ASKER) == []

    await town.step(p.at(2026, 9, 9, 12, 0))
    assert p.arrived(town, ASKER)[-1].startswith("09-09 08:3")  # at opening, not in the evening (G13)
    asker = await p.open_notice(town, ASKER)
    assert "We have not settled it by the day we promised. We are sorry to keep you waiting." in asker.text()
    assert "You can also call (加藤 美咲 2012, 小林 健 2011)." in asker.text()
    assert {"harassment.choose_door", "harassment.withdraw"} <= actions(asker.modal or {})
    await p.press(town, ASKER, "harassment.wait")
    assert "By Thursday 10 September you will be told of a day and a place to talk." in asker.text()
    assert p.sentences(town, HEAD) == []
    after = await stored(town, case.id)
    assert after is not None
    assert after.state == RECEIVED


async def test_the_committee_makes_its_proposal_on_day_60_and_the_words_stay_with_it(town: Town, watch: Watch) -> None:
    await english(town)
    case = await put(town, FOUND)
    await open_own(town, ASKER)
    await p.press(town, ASKER, "harassment.more")
    asker = await p.press(town, ASKER, "harassment.request_committee")
    for said in (
        "makes a proposal to the mayor (the head of the organisation), within 60 days of the referral",
        "Only you can ask for this.",
        "In the chair: 田中 誠一",
        "Nobody who is not named here reads them.",
        "Nobody may treat you worse for asking, or for not asking.",
    ):
        assert said in asker.text()
    await submit(town, asker)
    await look(town, HEAD, "harassment.case")
    await unlocked(town, HEAD, "harassment.refer")
    await p.slot(town)
    for person in (CHAIR, MEMBERS[3], SECRETARY):
        assert duty("6 November") in p.sentences(town, person), person

    await town.step(p.at(2026, 11, 6, 10, 0))
    chair = await look(town, CHAIR, "harassment.case")
    await unlocked(town, CHAIR, "harassment.propose")
    assert "The proposal itself is read by members and secretariat." in chair.text()
    await submit(town, chair, text="proposal-canary", told="told-canary")
    before = {person: len(p.sentences(town, person)) for person in (ASKER, ONE, TWO)}
    await p.slot(town)
    for person, heard in before.items():
        assert p.sentences(town, person)[heard:] == [NEWS], person
        who = await look(town, person, "harassment.case")
        await p.press(town, person, "harassment.committee_notice")
        assert "On Friday 6 November the committee made its proposal to the mayor" in who.text()
        assert "told-canary" in who.text()
        assert "proposal-canary" not in watch.text(person)
    after = await stored(town, case.id)
    assert after is not None
    assert after.state == PROPOSED


async def test_an_extension_and_its_reason_are_told_to_the_person_and_to_both_responders_at_once(
    town: Town, watch: Watch
) -> None:
    await english(town)
    case = await put(town, REFERRED, body=ASKED | {"committee_due_on": "2026-11-06"})
    await look(town, CHAIR, "harassment.case")
    await unlocked(town, CHAIR, "harassment.committee_file")
    chair = await p.press(town, CHAIR, "harassment.extend")
    assert "When you extend it, the person and the responders are told at once" in chair.text()
    await submit(town, chair, until="2026-12-25", reason=" ")
    assert "Please give a reason. The person reads it." in chair.text()
    await submit(town, chair, reason="reason-canary")
    await p.slot(town)
    for person in (ASKER, ONE, TWO):
        assert p.sentences(town, person) == [NEWS], person
        who = await look(town, person, "harassment.case")
        await p.press(town, person, "harassment.committee_notice")
        assert "the date was moved to Friday 25 December. The reason:" in who.text()
        assert "reason-canary" in who.text()
    assert "The committee now has until Friday 25 December." in (await open_own(town, ASKER)).text()
    assert p.sentences(town, DESK) == p.sentences(town, RESPONDENT) == []
    after = await stored(town, case.id)
    assert after is not None
    assert (after.state, after.body["committee_due_on"]) == (REFERRED, "2026-12-25")


@pytest.mark.parametrize("state", BEFORE_FORM_1)
async def test_taken_back_before_form_1_all_of_it_is_gone_and_that_is_said_first(
    town: Town, watch: Watch, state: str
) -> None:
    await english(town)
    case = await put(town, state, body=MEETING)
    await open_own(town, ASKER)
    asker = await p.press(town, ASKER, "harassment.withdraw")
    for said in (
        "Everything is erased at once: what you wrote, who was asked, any draft of the intake sheet.",
        "It cannot be brought back.",
        "Those who know of it are told only that one matter was taken back. Nobody asks you why.",
    ):
        assert said in asker.text()
    assert await stored(town, case.id) == case  # said before the tap
    await p.press(town, ASKER, "harassment.withdraw_now")
    assert "It is taken back. What you wrote and who was asked are erased." in asker.text()
    assert await p.route(town) == p.DESTROYED
    await p.slot(town)
    assert p.sentences(town, HEAD) == p.sentences(town, ASKER) == []
    for person in case.handlers:
        assert p.sentences(town, person) == [NEWS], person
        who = await p.open_notice(town, person)
        assert "One matter in your hands was taken back. There is nothing to do." in who.text()
        assert "石川" not in watch.text(person)
    as_the_policy_has_them(town, watch)  # stranded and held show them


@pytest.mark.parametrize("state", AFTER_FORM_1)
async def test_stopped_after_form_1_the_report_stays_and_the_rest_can_be_had_back_for_two_weeks(
    town: Town, watch: Watch, state: str
) -> None:
    await english(town)
    case = await put(town, state, body=MEETING)
    await open_own(town, ASKER)
    asker = await p.press(town, ASKER, "harassment.stop")
    for said in (
        "Nothing goes on from here: no hearing, no committee, no measures.",
        "What stays: the intake sheet that was reported, and fact sheets and committee records that exist already.",
        "What goes: that it was you, and every word that was not reported.",
        "until Monday 21 September you can have it taken up again",
    ):
        assert said in asker.text()
    assert await stored(town, case.id) == case
    await p.press(town, ASKER, "harassment.stop_now")
    assert "The handling has been stopped." in asker.text()
    assert "only the record that was reported stays" in asker.text()
    await p.slot(town)
    for person in case.handlers:
        assert p.sentences(town, person) == [NEWS], person
        assert WAITING not in str((await p.go_home(town, person)).home), person
        assert "One matter in your hands was taken back." in (await p.open_notice(town, person)).text()
    after = await stored(town, case.id)
    assert after is not None
    assert (after.state, after.handlers, after.body["reported"]) == ("stopped", (), case.body["reported"])


async def test_a_witness_keeps_a_contact_and_no_word_of_which_matter_it_was(town: Town, watch: Watch) -> None:
    await english(town)
    await over(town)
    await p.go_home(town, WITNESS)
    await p.press(town, WITNESS, "harassment.guideline")
    who = await p.press(town, WITNESS, "harassment.witness")
    for said in (
        "Whoever told what they saw or heard may not be put at a disadvantage for it either",
        "Only your name is kept. Nothing says which matter it was, and nobody is told.",
        "you can erase it before",
    ):
        assert said in who.text()
    assert await p.rows(town, CaseRow, kind="contact") == []  # looking keeps nothing
    await p.press(town, WITNESS, "harassment.witness_keep")
    assert "The contact is kept. You can open it from Home and erase it at any time." in who.text()
    [contact] = await p.rows(town, CaseRow, kind="contact")
    kept = await stored(town, contact.id)
    assert kept is not None
    assert (dict(kept.identity), set(kept.body)) == ({"requester": WITNESS}, {"until"})

    await later(town, 30)
    assert p.sentences(town, WITNESS) == [NEWS]
    await p.open_notice(town, WITNESS)
    assert "Has everything been all right since? You need not answer." in who.text()
    assert GONE in (await p.press_forged(town, RESPONDENT, CONTACT, contact.id)).text()
    assert [p.sentences(town, other) for other in (ONE, TWO, HEAD, DESK)] == [[], [], [], []]
    await p.go_home(town, WITNESS)
    await p.press(town, WITNESS, CONTACT)
    await p.press(town, WITNESS, "harassment.forget_contact")
    assert "The contact is erased." in who.text()
    assert await p.rows(town, CaseKeyRow, case_id=contact.id) == []


async def test_worse_at_a_later_check_leads_to_the_doors_and_by_itself_to_nobody(town: Town, watch: Watch) -> None:
    await english(town)
    case_id = await over(town)
    who = await open_own(town, ASKER)
    assert "If you choose nothing, it is “Erase”." in who.text()
    assert "only your name is kept apart" in who.text()
    await p.press(town, ASKER, "harassment.keep")
    assert "The contact is kept." in who.text()
    ended = await stored(town, case_id)
    assert ended is not None
    assert (ended.state, dict(ended.identity)) == ("ended", {})
    assert "story-canary" not in str(ended.body)

    await later(town, 30)
    await p.open_notice(town, ASKER)
    assert "No answer is passed on to anybody or kept." in who.text()
    await p.press(town, ASKER, "harassment.check_worse")
    assert "Thank you for telling us. Nobody may be put at a disadvantage for having come forward" in who.text()
    assert "Nobody has been told yet. You can talk to the desk or a counsellor again." in who.text()
    assert "内線 2012" in who.text()  # the desk's telephone
    await town.step_by(hours=1)
    assert [p.sentences(town, other) for other in (ONE, TWO, HEAD, DESK, RESPONDENT)] == [[], [], [], [], []]
    [contact] = await p.rows(town, CaseRow, kind="contact")
    kept = await stored(town, contact.id)
    assert kept is not None
    assert set(kept.body) == {"until"}  # no answer is kept
    await p.press(town, ASKER, "Talk to the desk or a counsellor")
    assert "Who shall read it?" in who.text()
    as_the_policy_has_them(town, watch)
