"""From the report to the end of the fact-finding: ordered, heard, told; held; the affected person asked first."""

from typing import Any

import pytest

from bot.handlers.harassment.rules.moves import CLOSING, CONFIRMING, CONSENT_HELD, FOUND, HEARING, REPORTED
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.models import RecordRow
from tests.handlers.harassment.cases import ASKER, ASKER_IN_ENGLISH, DESK, HEAD, ONE, TWO, put, stored
from tests.journeys import people as p
from tests.journeys.watch import Watch

AFFECTED = "U0KONDO"
ORDER = {"heard": ["affected", "respondent"], "known": "yes", "note": "note-canary"}
ORDERED = {"order": ORDER | {"known": True, "danger": False, "on": "2026-09-02"}}
UNSEEN = ("statement-canary", "explanation-canary", "name-canary", "note-canary")


async def at(town: Town, person: str, *buttons: str) -> Driver:
    """Home, the matter, then these buttons; oath and code are given where they are asked."""
    await p.go_home(town, person)
    for button in ("harassment.case", *buttons):
        who = await p.press(town, person, button)
        await unlock(town, who)
    return who


async def unlock(town: Town, who: Driver) -> None:
    if "home.swear" in str(who.modal):
        await p.press(town, who.id, "home.swear")
    if (who.modal or {}).get("callback_id", "").startswith("step_up."):
        await send(town, who, code=await who.code())


async def send(town: Town, who: Driver, **fields: Any) -> Driver:
    await who.submit(fields)
    await town.sandbox.quiet()
    return who


def called(town: Town, person: str) -> list[str]:
    """What the bot wanted of somebody, without what goes to everybody."""
    return [sentence for sentence in p.sentences(town, person) if sentence.startswith("お")]


async def state_of(town: Town, case_id: str) -> str:
    case = await stored(town, case_id)
    return case.state if case else ""


async def write(town: Town, person: str, heard: str, name: str, *pages: dict[str, str]) -> Driver:
    """One sheet, page after page."""
    who = await at(town, person, "harassment.fact_sheets", "harassment.new_fact_sheet")
    await send(town, who, heard=heard, name=name)
    for page in pages:
        await send(town, who, **page)
    return who


@p.on_sqlite
@pytest.mark.parametrize("asker", [ASKER, ASKER_IN_ENGLISH])
async def test_ordered_heard_reported_closed_and_told(town: Town, watch: Watch, asker: str) -> None:
    case = await put(town, REPORTED, identity={"requester": asker})
    person = await at(town, asker, "harassment.consent_hearing")
    assert "harassment.stop_hearing" not in str(person.modal)  # one screen further, when it has been agreed to

    head = await at(town, HEAD)
    assert "事実の確認を対応者2人に指示してください" in head.text()
    head = await at(town, HEAD, "harassment.order")
    await send(town, head, **ORDER)
    assert await state_of(town, case.id) == HEARING

    one = await at(town, ONE, "harassment.read_order")
    assert "note-canary" in one.text()
    await write(town, ONE, "affected", "", {"fact_3": "statement-canary"}, {"fact_9": "interim-canary"})
    two = await write(town, TWO, "respondent", "name-canary", {"fact_4": "explanation-canary"}, {})
    assert "name-canary" in two.text()
    await p.press(town, TWO, "harassment.report_facts")
    assert await state_of(town, case.id) == FOUND

    await at(town, HEAD, "harassment.fact_sheets")
    head = await p.press(town, HEAD, "2. 行為者とされる方 name-canary")
    assert "explanation-canary" in head.text()
    head = await at(town, HEAD, "harassment.close_after_facts")
    await send(town, head, outcome="outcome-canary")
    assert await state_of(town, case.id) == CLOSING

    person = await at(town, asker)
    assert "harassment.outcome" not in str(person.modal)
    one = await at(town, ONE, "harassment.outcome")
    assert "outcome-canary" in one.text()
    await p.press(town, ONE, "harassment.tell_outcome")
    person = await at(town, asker, "harassment.outcome")
    assert "outcome-canary" in person.text()

    seen = watch.text(asker)
    assert [
        word for word in ("statement-canary", "explanation-canary", "name-canary", "note-canary") if word in seen
    ] == []
    assert p.sentences(town, "U0FUKUDA") == []  # nothing ever reaches the other side (K9)


@p.on_sqlite
async def test_taken_back_it_stops_at_once_and_the_head_ends_it_in_writing_without_the_sheets(town: Town) -> None:
    case = await put(town, HEARING, body=ORDERED | {"hearing_agreed": True})
    await write(town, ONE, "affected", "", {"fact_3": "unreported-canary"})
    person = await at(town, ASKER, "harassment.more", "harassment.stop_hearing")
    assert "あなたの同意がないので" in person.text()
    assert await state_of(town, case.id) == CONSENT_HELD
    await p.slot(town)
    assert p.sentences(town, HEAD) == p.sentences(town, ONE) == [p.NEWS]

    head = await at(town, HEAD)
    assert "harassment.order" not in str(head.modal)
    head = await p.press(town, HEAD, "harassment.fact_sheets")
    await unlock(town, head)
    assert "調査票は、まだ報告されていません" in head.text()
    head = await p.press_forged(town, HEAD, "harassment.fact_read", f"{case.id}:1:0")
    await unlock(town, head)
    assert "unreported-canary" not in head.text()
    head = await at(town, HEAD, "harassment.close_after_facts")
    await send(town, head, outcome="outcome-canary")
    assert await state_of(town, case.id) == CLOSING


@p.on_sqlite
async def test_whatever_is_late_is_nudged_and_the_person_reads_a_telephone_number(town: Town) -> None:
    case = await put(town, REPORTED)
    head = await at(town, HEAD, "harassment.order")
    await send(town, head, **ORDER | {"known": "no"})
    await town.step_by(days=15)
    assert len(called(town, ONE)) == 3  # ordered, reminded after 7 and 14 days (Aki 8(1))
    person = await at(town, ASKER)
    assert "めやすより時間がかかっています" in person.text()
    assert "齋藤 結衣 2302、後藤 翼 2204 に" in person.text()  # who deals with it, whoever else may be kept out

    await write(town, ONE, "affected", "", {"fact_3": "statement-canary"})
    await at(town, ONE, "harassment.fact_sheets")
    await p.press(town, ONE, "harassment.report_facts")
    assert await state_of(town, case.id) == FOUND
    await town.step_by(days=8)
    assert len(called(town, HEAD)) >= 2
    assert called(town, DESK) == [p.NEWS]
    desk = await p.open_notice(town, DESK)
    assert "決定が遅れている件" in desk.text()
    person = await at(town, ASKER)
    assert "お待たせしています" in person.text()
    assert "齋藤 結衣 2302、後藤 翼 2204 に" in person.text()


@p.on_sqlite
async def test_somebody_who_saw_it_reports_and_the_affected_person_stops_it(town: Town, watch: Watch) -> None:
    case = await put(
        town, HEARING, body=ORDERED | {"entry": "saw", "hearing_agreed": True}, identity={"affected": AFFECTED}
    )
    await at(town, ONE, "harassment.affected_said", "harassment.ask_affected")
    await p.slot(town)
    assert p.sentences(town, AFFECTED) == [p.NEWS]
    affected = await p.open_notice(town, AFFECTED)
    assert "心配している方がいます" in affected.text()
    assert "石川" not in watch.text(AFFECTED)
    assert "story-canary" not in watch.text(AFFECTED)

    await p.go_home(town, AFFECTED)
    await p.press(town, AFFECTED, "自分の件を見る")
    await p.press(town, AFFECTED, "harassment.affected_stop")
    assert "いまのお返事：聞き取りも委員会への依頼もしないでほしい" in affected.text()
    await town.step_by(minutes=12)
    assert await state_of(town, case.id) == CONSENT_HELD
    one = await at(town, ONE, "harassment.affected_said")
    assert "聞き取りも委員会への依頼もしないでほしい" in one.text()
    head = await at(town, HEAD, "harassment.order")
    assert "被害を受けた方の同意：ありません。" in head.text()
    await send(town, head, **ORDER)
    assert "danger" in head.errors
    assert await state_of(town, case.id) == CONSENT_HELD


@p.on_sqlite
async def test_what_was_typed_into_a_sheet_is_in_the_database_sealed(town: Town) -> None:
    await put(town, HEARING, body=ORDERED)
    await write(town, ONE, "affected", "", {"fact_3": "statement-canary"})

    rows = await p.rows(town, RecordRow, kind="fact_sheet")
    assert len(rows) == 2
    assert "statement-canary" not in str(rows)


@p.on_sqlite
async def test_no_answer_in_time_stops_it_and_a_later_yes_is_the_heads_turn_again(town: Town) -> None:
    case = await put(town, CONFIRMING)
    await at(town, ASKER, "harassment.read_sheet", "harassment.preview")
    await p.press(town, ASKER, "harassment.report")
    assert await state_of(town, case.id) == REPORTED
    head = await at(town, HEAD, "harassment.order")
    await send(town, head, **ORDER)
    assert "known" in head.errors  # the name would become known, and nobody has said yes

    await town.step_by(days=8)
    assert await state_of(town, case.id) == CONSENT_HELD
    told = len(called(town, HEAD))
    person = await at(town, ASKER, "harassment.consent_hearing")
    assert "聞き取りに同意しています" in person.text()
    await town.step_by(hours=20)
    assert all("お願い" in sentence for sentence in called(town, HEAD)[told:])
    assert len(called(town, HEAD)) > told
    head = await at(town, HEAD, "harassment.order")
    await send(town, head, **ORDER)
    assert await state_of(town, case.id) == HEARING
