"""After the end: forgotten or a contact kept, later checks, a witness, taken up again (Aki 4(2), 11; G8, K8)."""

from dataclasses import asdict, replace
from datetime import timedelta

from bot.handlers.harassment.rules.hearing import SHEET, Sheet
from bot.handlers.harassment.rules.moves import CLOSING, FOUND
from bot.rules.cases import Record
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.models import CaseKeyRow, CaseRow, PartyRow
from bot.store.unit import Unit
from tests.handlers.harassment.cases import ASKER, ASKER_IN_ENGLISH, HEAD, ONE, RESPONDENT, TWO, put, stored
from tests.journeys import people as p
from tests.journeys import test_harassment_facts as facts
from tests.journeys.watch import Watch

WITNESS = "U0KONDO"
CONTACT = "harassment.contact"
REPORTED = {"reported": {"facts": "reported-canary"}, "forgotten_on": "2026-09-21"}


async def over(town: Town, person: str = ASKER) -> str:
    """Somebody's consultation whose handling has ended."""
    case = await put(town, CLOSING, body=REPORTED, identity={"requester": person})
    return case.id


async def open_mine(town: Town, person: str = ASKER) -> Driver:
    await p.go_home(town, person)
    return await p.press(town, person, "harassment.case")


async def later(town: Town, days: int) -> None:
    """So many days after the journey began, early; then the working day begins."""
    town.clock.move_to(p.at(2026, 9, 7, 8, 0) + timedelta(days=days))
    await town.step_by(hours=1)


@p.on_sqlite
async def test_forgotten_the_name_is_gone_for_everybody_and_the_record_stays(town: Town, watch: Watch) -> None:
    case_id = await over(town)
    who = await open_mine(town)
    assert "すでに報告された受付票" in who.text()  # what stays and what goes, before the tap
    who = await p.press(town, ASKER, "harassment.copy")
    assert "story-canary" in who.text()
    await who.close()
    who = await p.press(town, ASKER, "harassment.forget")
    assert "消しました" in who.text()
    kept = await stored(town, case_id)
    assert kept is not None
    assert (kept.state, dict(kept.identity)) == ("ended", {})
    assert kept.body["reported"] == REPORTED["reported"]
    assert "story-canary" not in str(kept.body)
    assert [row.purpose for row in await p.rows(town, CaseKeyRow, case_id=case_id)] == ["case"]
    assert await p.rows(town, PartyRow, case_id=case_id) == []
    for person in (ASKER, ONE, TWO, HEAD):
        assert "harassment.case" not in str((await p.go_home(town, person)).home)
        assert p.sentences(town, person) == []


@p.on_sqlite
async def test_forgotten_what_was_written_into_form_2_and_never_reported_goes_too(town: Town) -> None:  # K8
    case = await put(
        town, CLOSING, body=REPORTED | {"facts_reported": {"1": 2}, "earlier": [{"facts_reported": {"2": 1}}]}
    )
    words = ("draft-canary", "handed-canary", "earlier-canary", "later-canary", "minutes-canary")
    sheets = [Sheet(1, 1, "affected"), Sheet(1, 2, "affected"), Sheet(2, 1, "affected"), Sheet(2, 2, "affected")]
    records = [
        Record(SHEET, asdict(replace(one, lines={"said": said}))) for one, said in zip(sheets, words, strict=False)
    ]

    def work(unit: Unit) -> None:
        for record in (*records, Record("sitting", {"minutes": words[-1]})):
            unit.casebook.add_record(case, record)

    await town.program.store.run(work)
    await open_mine(town)
    await p.press(town, ASKER, "harassment.forget")

    kept = str(await town.program.store.read(lambda unit: unit.casebook.records(case.id)))
    assert [word for word in words if word in kept] == ["handed-canary", "earlier-canary", "minutes-canary"]


@p.on_sqlite
async def test_what_is_not_chosen_is_forgotten_after_the_days_and_what_came_of_it_stays(town: Town) -> None:
    case_id = (await put(town, FOUND, body={"reported": REPORTED["reported"]})).id
    await facts.send(town, await facts.at(town, HEAD, "harassment.close_after_facts"), outcome="outcome-canary")
    await p.slot(town)
    who = await open_mine(town)
    assert "9月21日" in who.text()
    await later(town, 14)
    before = await stored(town, case_id)
    assert before is not None
    assert before.state == CLOSING
    await later(town, 15)
    after = await stored(town, case_id)
    assert after is not None
    assert (after.state, dict(after.identity)) == ("ended", {})
    assert (after.body["outcome"], after.body["reported"]) == ("outcome-canary", REPORTED["reported"])
    assert "story-canary" not in str(after.body)


@p.on_sqlite
async def test_what_was_stopped_can_be_forgotten_at_once(town: Town, watch: Watch) -> None:
    case_id = (await put(town, "stopped", body=REPORTED)).id
    who = await open_mine(town)
    assert "harassment.reopen" in str(who.modal)
    await p.press(town, ASKER, "harassment.forget")
    after = await stored(town, case_id)
    assert after is not None
    assert (after.state, dict(after.identity)) == ("ended", {})


@p.on_sqlite
async def test_who_kept_a_contact_is_asked_three_times_and_worse_leads_to_doors_and_to_nobody(
    town: Town, watch: Watch
) -> None:
    case_id = await over(town)
    await open_mine(town)
    who = await p.press(town, ASKER, "harassment.keep")
    assert "連絡先を残しました" in who.text()
    [contact] = [row for row in await p.rows(town, CaseRow, kind="contact")]
    assert contact.id != case_id
    await later(town, 30)
    assert p.sentences(town, ASKER) == [p.NEWS]
    who = await p.open_notice(town, ASKER)
    assert "その後、お変わりありませんか" in who.text()
    who = await p.press(town, ASKER, "変わりありません")
    assert "ありがとう" in who.text()
    assert "お尋ねがあります" not in str((await p.go_home(town, ASKER)).home)
    await later(town, 91)
    assert p.sentences(town, ASKER) == [p.NEWS] * 2
    await p.open_notice(town, ASKER)
    who = await p.press(town, ASKER, "困ったことが起きている")
    assert "まだ、だれにも伝えていません" in who.text()
    assert "内線 2012" in who.text()  # the desk's telephone
    assert "窓口か相談員に話す" in str(who.modal)
    await town.step_by(hours=1)
    for other in (ONE, TWO, HEAD, RESPONDENT):  # the answer goes to nobody by itself
        assert p.sentences(town, other) == []
    kept = await stored(town, contact.id)
    assert kept is not None
    assert set(kept.body) == {"until"}
    await later(town, 182)
    assert p.sentences(town, ASKER) == [p.NEWS] * 3
    await later(town, 202)
    assert await p.rows(town, CaseKeyRow, case_id=contact.id) == []
    assert CONTACT not in str((await p.go_home(town, ASKER)).home)


@p.on_sqlite
async def test_a_witness_keeps_a_contact_that_leads_to_no_matter(town: Town, watch: Watch) -> None:
    await over(town)
    await p.go_home(town, WITNESS)
    await p.press(town, WITNESS, "harassment.guideline")
    who = await p.press(town, WITNESS, "harassment.witness")
    assert "どの件で話したかは残らず" in who.text()
    assert await p.rows(town, CaseRow, kind="contact") == []  # looking keeps nothing
    who = await p.press(town, WITNESS, "harassment.witness_keep")
    assert "連絡先を残しました" in who.text()
    [contact] = await p.rows(town, CaseRow, kind="contact")
    kept = await stored(town, contact.id)
    assert kept is not None
    assert dict(kept.identity) == {"requester": WITNESS}
    await later(town, 30)
    await p.open_notice(town, WITNESS)
    who = await p.press(town, WITNESS, "harassment.check_worse")
    assert "話を聞かれて答えたこと" in who.text()
    await p.press_forged(town, RESPONDENT, CONTACT, contact.id)
    assert "その後" not in watch.text(RESPONDENT)
    await p.go_home(town, WITNESS)
    await p.press(town, WITNESS, CONTACT)
    await p.press(town, WITNESS, "harassment.forget_contact")
    assert await p.rows(town, CaseKeyRow, case_id=contact.id) == []


@p.on_sqlite
async def test_taken_up_again_in_english_it_is_with_the_head_once_more(town: Town, watch: Watch) -> None:
    case_id = await over(town, ASKER_IN_ENGLISH)
    await open_mine(town, ASKER_IN_ENGLISH)
    await p.press(town, ASKER_IN_ENGLISH, "harassment.more")
    who = await p.press(town, ASKER_IN_ENGLISH, "harassment.reopen")
    assert "The intake sheet has been reported" in who.text()
    after = await stored(town, case_id)
    assert after is not None
    assert after.state == "reported"
    await p.slot(town)
    assert len(p.sentences(town, HEAD)) == 1
