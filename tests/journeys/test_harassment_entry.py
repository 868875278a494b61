"""The way in as the people of the town hall live it: short, in several sittings, by phone, to nobody, taken back."""

from bot.handlers.harassment.rules.moves import HEARING, REPORTED
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.models import CaseRow
from tests.handlers.harassment.cases import ASKER, ASKER_IN_ENGLISH, COUNSELLORS, DESK, HEAD, ONE, OTHER_DESK, put
from tests.journeys import people as p
from tests.journeys.watch import Watch

pytestmark = p.on_sqlite
BEHIND_THE_DESK = ("U0TANAKA", HEAD, DESK, OTHER_DESK)


async def start(town: Town, person: str) -> Driver:
    """Home, then the first screen."""
    await p.go_home(town, person)
    return await p.press(town, person, "harassment.start")


async def submit(town: Town, who: Driver, **values: object) -> Driver:
    """Send the form on top."""
    await who.submit(values)
    await town.sandbox.quiet()
    return who


async def open_own(town: Town, person: str) -> Driver:
    """Home, then one's own matter."""
    await p.go_home(town, person)
    return await p.press(town, person, "harassment.case")


async def test_from_home_to_sent_in_three_screens_with_nothing_but_the_door(town: Town, watch: Watch) -> None:
    who = await start(town, ASKER)
    first = who.text()
    for known_before in ("加藤 美咲、小林 健", "中村 由紀子さん", "第8条第1号", "不利な扱い", "9月8日（火）までに"):
        assert known_before in first  # who reads it, K1, no disadvantage, the promise
    await submit(town, who, door="desk")

    assert watch.titles(ASKER) == ["話してみる", "送りました"]
    assert "9月8日（火）までに" in who.text()
    await p.slot(town)
    assert p.sentences(town, ASKER) == []  # the confirmation stands on the screen only (G2)
    for officer in (DESK, OTHER_DESK):
        assert p.sentences(town, officer) == [p.duty("9月8日")]
    assert {person for person in COUNSELLORS if p.sentences(town, person)} == set()

    desk = await p.open_notice(town, DESK)
    assert "受け付けた件です" in desk.text()
    await p.press(town, DESK, "harassment.told")
    assert "石川 葵" in desk.text()


async def first_sitting(town: Town, person: str) -> None:
    """Whom to keep out, what it is about, what happened; then it is left for another day."""
    who = await start(town, person)
    await who.fill({"story": "springtime", "kept_out": ["head"]})
    await p.press(town, person, "harassment.begin")
    assert "Nothing has been sent yet. Only you can see it." in who.text()
    await p.press(town, person, "1  Whom to keep out (written)")
    await submit(town, who, excluded=["U0FUKUDA", "U0GOTO"])
    await submit(town, who, entry="told", kinds=["mental", "customer"])
    await submit(town, who, affected="U0HAYASHI", when="since-May", places=["workplace"])


async def second_sitting(town: Town, person: str) -> Driver:
    """What was written is there; wishes and the name follow, and the door."""
    who = await start(town, person)  # it leads back to the draft, and so does Home
    assert "Kept until Wednesday 7 October" in who.text()
    assert "article 2(3)" in who.text()  # K3: taken all the same
    await p.press(town, person, "3  What happened (written)")
    assert {"springtime", "since-May"} <= initial(who)
    await submit(town, who)
    assert "後藤 翼" not in who.text()  # who is kept out is in no list
    await submit(town, who, wished=[ONE], days="mornings", nurse=["nurse"], wanted=["listen"])
    await submit(town, who, named="hidden")
    return await p.press(town, person, "harassment.finish")


async def test_in_english_over_several_days_to_one_counsellor_alone(town: Town, watch: Watch) -> None:
    await first_sitting(town, ASKER_IN_ENGLISH)
    await town.step_by(days=3)
    who = await second_sitting(town, ASKER_IN_ENGLISH)
    assert headings(who, "door") == ["One counsellor"]  # the desk is of the head's own section
    assert "山本 恵 as head of general affairs" in who.text()  # the deputy stands in (K6)
    await submit(town, who, door=ONE)
    assert "It was sent to 齋藤 結衣 alone." in who.text()

    await p.slot(town)
    assert len(p.sentences(town, ONE)) == 1
    others = {*COUNSELLORS, *BEHIND_THE_DESK, "U0FUKUDA"} - {ONE}
    assert {person for person in others if p.sentences(town, person)} == set()
    await open_own(town, ASKER_IN_ENGLISH)
    await p.press(town, ASKER_IN_ENGLISH, "harassment.more")
    await p.press(town, ASKER_IN_ENGLISH, "harassment.told")
    for line in ("springtime", "since-May", "mornings", "Somebody told me", "林 さくら", "福田 隆", "Leave it out"):
        assert line in who.text()
    counsellor = await p.open_notice(town, ONE)
    await p.press(town, ONE, "harassment.told")
    assert "Emma Ogawa" in counsellor.text()
    assert "福田 隆" not in counsellor.text()


async def test_a_draft_is_thrown_away_in_one_tap_and_runs_out_by_itself(town: Town) -> None:
    who = await start(town, ASKER)
    await p.press(town, ASKER, "harassment.begin")
    await p.press(town, ASKER, "harassment.throw_away")
    assert "どこにも残っていません" in who.text()
    assert await p.route(town) == p.DESTROYED

    who = await start(town, ASKER)
    await who.fill({"story": "書きかけ"})
    await p.press(town, ASKER, "harassment.begin")
    await town.step_by(days=30)
    assert "書きかけを続ける" in str((await p.go_home(town, ASKER)).home)
    await town.step_by(days=1)
    assert "書きかけを続ける" not in str((await p.go_home(town, ASKER)).home)
    assert {row.state for row in await p.rows(town, CaseRow, kind="consultation")} == {"gone"}


async def test_on_the_eve_of_a_long_holiday_it_is_taken_with_the_next_opening_and_a_number(town: Town) -> None:
    await town.step(p.at(2026, 9, 18, 20, 0))  # Friday; closed from Saturday to Wednesday, 23 September
    who = await start(town, ASKER)
    for said in ("受付時間の外", "9月24日（木） 8:30", "9月25日（金）までに", "宿直室（夜間・休日）", "内線 2000"):
        assert said in who.text()
    await submit(town, who, door="desk")
    assert "9月24日（木） 8:30" in who.text()
    await town.step(p.at(2026, 9, 24, 8, 0))
    assert p.duty("9月25日") not in p.sentences(town, DESK)
    await town.step(p.at(2026, 9, 24, 8, 45))
    assert p.duty("9月25日") in p.sentences(town, DESK)


async def test_where_nobody_is_left_nothing_is_sent_and_the_ways_outside_are_shown(town: Town, watch: Watch) -> None:
    who = await start(town, ASKER)
    await submit(town, who, kept_out=["counsellors"], door="desk", story="書いたこと")
    assert "この画面からは、だれにも送っていません" in who.text()
    assert "#9110" in who.text()
    await who.close()
    await submit(town, who, kept_out=["head"], door="desk")
    assert list(who.errors) == ["door"]  # the desk is of the head's section
    await submit(town, who, door=ONE)
    assert "齋藤 結衣さんにだけ送りました" in who.text()
    await p.slot(town)

    await open_own(town, ASKER)
    await p.press(town, ASKER, "harassment.more")
    await p.press(town, ASKER, "harassment.exclude")
    await submit(town, who, kept_out=["head"], excluded=[ONE])
    assert "送り先を変える" in who.text()
    assert "この件を持っている人がいません" in who.text()
    assert "手元にある件" not in str((await p.go_home(town, ONE)).home)
    await open_own(town, ASKER)
    await p.press(town, ASKER, "harassment.choose_door")
    assert "齋藤" not in who.text()
    await submit(town, who, door="U0GOTO")
    assert "後藤 翼さんにだけ送りました" in who.text()
    await p.slot(town)
    assert len(p.sentences(town, "U0GOTO")) == len(p.sentences(town, ONE)) == 1


async def test_who_phones_is_served_by_the_desk(town: Town, watch: Watch) -> None:  # G6
    await p.go_home(town, DESK)
    desk = await p.press(town, DESK, "harassment.entering")
    assert "第8条第1号" in desk.text()
    await submit(town, desk, caller="現場の山田 090-0000-1111", entry="happening", kinds=["mental"], days="夕方")
    await p.press(town, DESK, "home.swear")  # the oath comes first, and the form below keeps what was typed (G10)
    await desk.close()
    await submit(town, desk)
    assert "9月8日（火）までに" in desk.text()
    await p.slot(town)
    assert p.sentences(town, OTHER_DESK) == [p.duty("9月8日")]
    other = await p.open_notice(town, OTHER_DESK)
    await p.press(town, OTHER_DESK, "harassment.told")
    assert "現場の山田 090-0000-1111" in other.text()
    assert "夕方" in other.text()
    await other.close()
    await p.press(town, OTHER_DESK, "harassment.more")
    await p.press(town, OTHER_DESK, "harassment.caller_withdraws")
    assert "ご本人にお伝えください" in other.text()
    assert await p.route(town) == p.DESTROYED
    assert "話してみる" in str((await p.go_home(town, ASKER)).home)
    assert "電話や対面で受けた件を書く" not in str((await p.go_home(town, ASKER)).home)


async def test_taken_back_before_form_1_nothing_of_it_is_left(town: Town, watch: Watch) -> None:
    who = await start(town, ASKER)
    await submit(town, who, door=ONE, story="書いたこと")
    await p.slot(town)
    await open_own(town, ASKER)
    await p.press(town, ASKER, "harassment.withdraw")
    assert "すべてすぐに消えます" in who.text()
    assert await p.route(town) != p.DESTROYED  # said before the tap
    await p.press(town, ASKER, "harassment.copy")
    assert "書いたこと" in who.text()
    await who.close()
    await p.press(town, ASKER, "harassment.withdraw_now")
    assert await p.route(town) == p.DESTROYED
    await p.slot(town)
    assert p.sentences(town, ONE)[-1] == p.NEWS
    counsellor = await p.open_notice(town, ONE)
    assert "一件、取り下げになりました" in counsellor.text()


async def test_stopped_after_form_1_it_can_be_taken_up_again(town: Town, watch: Watch) -> None:
    case = await put(town, HEARING)
    who = await open_own(town, ASKER)
    await p.press(town, ASKER, "harassment.stop")
    for said in ("残るもの：報告された受付票", "消えるもの", "9月21日（月）まで"):
        assert said in who.text()
    await p.press(town, ASKER, "harassment.stop_now")
    assert "対応を止めました" in who.text()
    for person in (ONE, HEAD):
        assert "手元にある件" not in str((await p.go_home(town, person)).home)
    await p.slot(town)
    assert p.sentences(town, HEAD) == [p.NEWS]
    await open_own(town, ASKER)
    await p.press(town, ASKER, "harassment.reopen")
    (row,) = await p.rows(town, CaseRow, id=case.id)
    assert row.state == REPORTED
    assert "手元にある件" in str((await p.go_home(town, HEAD)).home)


def initial(who: Driver) -> set[str]:
    """What stands in the lines and fields of the form on top."""
    return {str(block.get("element", {}).get("initial_value")) for block in (who.modal or {})["blocks"]}


def headings(who: Driver, block_id: str) -> list[str]:
    """The headings of a list on the form on top."""
    (element,) = [block["element"] for block in (who.modal or {})["blocks"] if block.get("block_id") == block_id]
    return [group["label"]["text"] for group in element["option_groups"]]
