"""The guideline: published, read and confirmed, made known by the unit heads, renewed in the next year (Aki 3)."""

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.sandbox.townhall import APPOINTMENTS, STAFF
from bot.store.models import CaseRow, PartyRow
from tests.journeys import people as p
from tests.journeys.watch import Watch

HEAD, UNIT_HEAD, OTHER_UNIT_HEAD = "U0NAKAMURA", "U0FUKUDA", "U0OTA"
HEADS = {one.person for one in APPOINTMENTS if one.role == "unit_head"}
TITLE, TEXT = "ハラスメントを防ぐために", "だれもが安心して働けるように。"


async def open_guideline(town: Town, person: str) -> Driver:
    await p.go_home(town, person)
    return await p.press(town, person, "harassment.guideline")


async def publish(town: Town, text: str = TEXT) -> Driver:
    """The head of general affairs publishes it from Home."""
    await open_guideline(town, HEAD)
    who = await p.press(town, HEAD, "harassment.guideline_write")
    if "home.swear" in str(who.modal):
        who = await p.press(town, HEAD, "home.swear")
    await who.submit({"title": TITLE, "part_1": text})
    await town.sandbox.quiet()
    return who


@p.on_sqlite
async def test_published_it_reaches_everybody_is_confirmed_and_made_known(town: Town, watch: Watch) -> None:
    who = await open_guideline(town, p.ASKER)
    assert "まだ公表されていません" in who.text()
    assert "今年度の指針を公表してください" in str((await p.go_home(town, HEAD)).home)
    await publish(town)
    assert "今年度の指針を公表してください" not in str((await p.go_home(town, HEAD)).home)
    await p.slot(town)
    told = {one.id: p.sentences(town, one.id) for one in STAFF}
    assert {len(sentences) for sentences in told.values()} == {1}
    assert {who for who, sentences in told.items() if sentences == [p.duty("9月28日")]} == HEADS

    who = await p.open_notice(town, p.ASKER)
    assert TITLE in who.text()
    assert TEXT in who.text()
    who = await p.press(town, p.ASKER, "harassment.guideline_read")
    assert "読んだことを確かめました" in who.text()
    assert "harassment.guideline_read" not in str((await open_guideline(town, p.ASKER)).modal)
    who = await open_guideline(town, HEAD)  # who has read it cannot be made out
    assert "個人が分からないように" in who.text()
    [reading] = await p.rows(town, CaseRow, kind="reading")
    assert reading.identity is None
    assert await p.rows(town, PartyRow, case_id=reading.id) == []

    assert "指針を所属に知らせてください" in str((await p.go_home(town, UNIT_HEAD)).home)
    await p.open_notice(town, UNIT_HEAD)
    who = await p.press(town, UNIT_HEAD, "harassment.guideline_known")
    if "home.swear" in str(who.modal):
        who = await p.press(town, UNIT_HEAD, "home.swear")
    assert "周知したことを確かめました" in who.text()
    assert "指針を所属に知らせてください" not in str((await p.go_home(town, UNIT_HEAD)).home)
    assert f"{len(HEADS)}人のうち1人" in (await open_guideline(town, HEAD)).text()

    town.clock.move_to(p.at(2026, 9, 14, 8, 0))
    await town.step_by(hours=1)
    assert len(p.sentences(town, OTHER_UNIT_HEAD)) == 2
    assert len(p.sentences(town, UNIT_HEAD)) == 1  # has done it
    await p.press_forged(town, p.ASKER, "harassment.guideline_write")
    assert "公表すると" not in watch.text(p.ASKER)


@p.on_sqlite
async def test_it_is_called_for_in_april_and_read_again_when_renewed(town: Town) -> None:
    await publish(town)
    await p.slot(town)
    await open_guideline(town, p.ASKER_IN_ENGLISH)
    who = await p.press(town, p.ASKER_IN_ENGLISH, "harassment.guideline_read")
    assert "You have confirmed that you read it" in who.text()
    town.clock.move_to(p.at(2027, 4, 8, 8, 0))
    await town.step_by(hours=1)
    assert p.sentences(town, HEAD).count(p.duty("5月17日")) == 1
    who = await open_guideline(town, HEAD)
    assert TITLE in who.text()  # the last one stays valid until then
    assert "まだ公表されていません" in who.text()
    await publish(town, "あらためて、だれもが安心して働けるように。")
    who = await open_guideline(town, p.ASKER_IN_ENGLISH)
    assert "harassment.guideline_read" in str(who.modal)  # another version: confirmed anew
    town.clock.move_to(p.at(2027, 5, 1, 8, 0))
    before = p.sentences(town, HEAD)
    await town.step_by(hours=5)
    assert p.duty("5月17日") not in p.sentences(town, HEAD)[len(before) :]
