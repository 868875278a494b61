"""Taking the stress check: at once, over days, in two windows, on paper, not reminded; who sees what (Aku 7, 19)."""

import asyncio
from dataclasses import replace

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town, connect_bot
from bot.store.models import AuditRow, DeadlineRow
from bot.store.unit import Unit
from tests.handlers.stress_check.cases import (
    CLERK,
    EXAMINEE,
    EXAMINEE_IN_ENGLISH,
    IMPLEMENTER,
    JOINT_CLERK,
    ON_PAPER,
    OTHER,
    PLANNER,
    check_now,
    in_office,
    put_check,
    put_round,
)
from tests.journeys import people as p
from tests.journeys import sheets as s
from tests.journeys.watch import Watch

QUIET_ONE = "U0KONDO"
LIST, ENTER_LIST = "stress_check.taken_list", "stress_check.enter_list"


async def _list(town: Town) -> Driver:
    """The clerk opens the list from Home, after the oath."""
    await p.go_home(town, CLERK)
    clerk = await p.press(town, CLERK, LIST)
    if "home.swear" in str(clerk.modal):
        await p.press(town, CLERK, "home.swear")
    return clerk


@p.on_sqlite
async def test_from_home_to_thank_you_at_once_and_no_reminder_comes_after_it(town: Town, watch: Watch) -> None:
    await s.open_round(town, EXAMINEE, OTHER)
    who = await s.start(town, EXAMINEE)
    for word in (
        "佐々木 真", "和田 聡", "加藤 美咲", "遠藤 亮", "第14条", "第19条第1号", "不利益",
        "技術的には読むことができます",
        "上司にも総務課にも", "紙で答えたい", "お知らせは要らない", "9月27日", "紙の調査票と封筒",
    ):  # fmt: skip
        assert word in who.text(), word
    assert "第21条" not in who.text()  # S1: nobody has decided anything yet

    await p.press(town, EXAMINEE, s.OPEN_PAGE)
    assert "ストレスチェック 1/7" in who.text()
    await s.answer_pages(town, who, B1="4", B2="4", B3="4")
    assert "送ったあとは、答えを直せません" in who.text()
    assert (await check_now(town)).state == "invited"
    await s.send(town, who)
    assert "回答を受けとりました" in who.text()
    assert "受けた方全員に、同じときに" in who.text()

    check = await check_now(town)
    assert (check.state, check.body["verdict"], len(check.body["answers"])) == ("taken", False, 57)
    await p.go_home(town, EXAMINEE)
    assert "ストレスチェックの回答を受けとりました" in str(who.home)
    await town.step(p.at(2026, 9, 27, 12))
    assert p.NEWS not in p.sentences(town, EXAMINEE)
    told = zip(p.arrived(town, OTHER), p.sentences(town, OTHER), strict=True)
    assert [at for at, said in told if said == p.NEWS] == ["09-17 08:35", "09-18 08:35", "09-25 08:35"]
    other = await p.open_notice(town, OTHER)
    assert "答えはじめる" in other.text()
    assert not [title for title in watch.titles(EXAMINEE) if "高ストレス" in title or "面接" in title]


@p.on_sqlite
async def test_in_english_back_and_forth_without_saying_the_sex(town: Town, watch: Watch) -> None:
    added = [{"key": "overtime", "ja": "残業が多い", "en": "I often work late"}]
    await s.open_round(town, EXAMINEE_IN_ENGLISH, added=added)
    who = await s.start(town, EXAMINEE_IN_ENGLISH)
    assert "Nobody is treated worse" in who.text()
    for verb, said in (("paper", "will bring you the form"), ("quiet", "You will not be asked again")):
        await p.press(town, EXAMINEE_IN_ENGLISH, f"stress_check.{verb}")
        assert said in who.text()
    await p.press(town, EXAMINEE_IN_ENGLISH, s.OPEN_PAGE)
    await s.answer_page(town, who)
    await who.fill({"A10": "3"})
    await p.press(town, EXAMINEE_IN_ENGLISH, s.BACK)
    assert "Stress check 1/7" in who.text()
    assert who.values["A1"]["input"]["selected_option"]["value"] == "1"
    await s.answer_page(town, who, "2")
    assert who.values["A10"]["input"]["selected_option"]["value"] == "3"
    await who.submit({"A11": "4"})  # the others are left for later
    await town.sandbox.quiet()
    await s.answer_pages(town, who, 4)
    assert "I often work late" in who.text()
    await s.answer_page(town, who, sex="unsaid")
    assert "Questions still open: 6" in who.text()
    assert "Job stressors: 12, 13, 14, 15, 16, 17" in who.text()

    await p.press(town, EXAMINEE_IN_ENGLISH, s.OPEN_PAGE)
    assert "Stress check 2/7" in who.text()
    await s.answer_pages(town, who, 6, sex="unsaid")
    assert "the implementer looks at your result individually" in who.text()
    await s.send(town, who)
    assert "Your answers have come in" in who.text()
    check = await check_now(town, EXAMINEE_IN_ENGLISH)
    assert (check.body["verdict"], check.body["extra"], check.body["sex"]) == (None, {"overtime": 1}, "")
    assert check.body["answers"]["A1"] == 2


@p.on_sqlite
async def test_over_three_days_with_a_restart_and_a_closed_window_in_between(town: Town) -> None:
    await s.open_round(town, EXAMINEE)
    who = await s.start(town, EXAMINEE)
    await p.press(town, EXAMINEE, s.OPEN_PAGE)
    await s.answer_page(town, who, "2")
    await who.fill({"A10": "4"})
    await p.press(town, EXAMINEE, s.PAUSE)
    assert "封をして保存しました" in who.text()

    await town.disconnect()
    again = await connect_bot(town.sandbox, town.clock, town.settings)
    await again.step(p.at(2026, 9, 8, 9))
    who = await s.start(again, EXAMINEE)
    assert "続きから答える" in who.text()
    await p.press(again, EXAMINEE, s.OPEN_PAGE)
    assert "ストレスチェック 2/7" in who.text()
    assert who.values["A10"]["input"]["selected_option"]["value"] == "4"
    await s.answer_pages(again, who, 3, A10="4")
    await who.fill({"B21": "3"})
    await who.close(everything=True)  # the connection is lost on the fifth page

    await again.step(p.at(2026, 9, 9, 9))
    who = await s.start(again, EXAMINEE)
    await p.press(again, EXAMINEE, s.OPEN_PAGE)
    assert "ストレスチェック 5/7" in who.text()
    await s.answer_pages(again, who, 3)
    await s.send(again, who)
    check = await check_now(again)
    assert (check.state, check.body["taken_on"]) == ("taken", "2026-09-09")
    assert [check.body["answers"][key] for key in ("A1", "A10", "A11", "B21")] == [2, 4, 1, 1]
    await again.disconnect()


@p.on_sqlite
async def test_pressing_twice_and_a_second_window_lose_and_change_nothing(town: Town, watch: Watch) -> None:
    await s.open_round(town, EXAMINEE)
    who = await s.start(town, EXAMINEE)
    await p.press(town, EXAMINEE, s.OPEN_PAGE)
    await s.answer_pages(town, who)
    check = await check_now(town)
    await p.press_forged(town, EXAMINEE, s.OPEN_PAGE, f"{check.id}.0")
    await s.answer_page(town, who, "2")  # in another window, after the end was looked over
    await p.press_forged(town, EXAMINEE, s.OPEN_PAGE, f"{check.id}.7")
    await asyncio.gather(who.submit(), who.submit(), return_exceptions=True)
    await town.sandbox.quiet()
    assert len(await p.rows(town, AuditRow, act="submit")) == 1
    assert "回答を受けとりました" in who.text()

    sent = await check_now(town)
    assert (sent.state, sent.body["answers"]["A1"]) == ("taken", 2)
    await p.press_forged(town, EXAMINEE, s.OPEN_PAGE, f"{check.id}.0")
    assert "回答を受けとりました" in who.text()
    await p.press_forged(town, EXAMINEE, s.BACK, f"{check.id}.3")
    assert "回答を受けとりました" in who.text()
    assert await check_now(town) == sent


@p.on_sqlite
async def test_who_asks_for_no_reminder_gets_none_and_nobody_sees_it(town: Town, watch: Watch) -> None:
    await s.open_round(town, EXAMINEE, QUIET_ONE)
    quiet = await s.start(town, QUIET_ONE)
    await p.press(town, QUIET_ONE, "stress_check.quiet")
    assert "ほかのだれにも見えません" in quiet.text()
    assert "stress_check.quiet" not in str(quiet.modal)
    assert "stress_check.open_page" in str(quiet.modal)

    clerk = await _list(town)
    lines = [b["text"]["text"] for b in (clerk.modal or {})["blocks"] if b["type"] == "section"][1:]
    assert lines == ["石川 葵：まだ", "近藤 陸：まだ"]
    waiting = [row.state for row in await p.rows(town, DeadlineRow, kind="taking")]
    assert waiting == ["pending"] * 6  # the timetable tells nothing either
    await town.step(p.at(2026, 9, 29, 9))
    assert p.NEWS not in p.sentences(town, QUIET_ONE)
    assert p.sentences(town, EXAMINEE).count(p.NEWS) == 3


@p.on_sqlite
async def test_on_paper_the_wish_reaches_the_clerk_who_notes_the_envelope_and_opens_nothing(
    town: Town, watch: Watch
) -> None:
    await s.open_round(town, EXAMINEE, OTHER)
    who = await s.start(town, EXAMINEE)
    await p.press(town, EXAMINEE, "stress_check.paper")
    assert "加藤 美咲が、調査票と封筒をお渡しします" in who.text()
    await p.slot(town)
    assert p.sentences(town, CLERK) == [p.duty("9月10日")]

    clerk = await p.open_notice(town, CLERK)
    assert "石川 葵：まだ（紙を希望）" in clerk.text()
    for verb in ("envelope", "no_envelope", "envelope"):  # of the first in the list
        await p.press(town, CLERK, f"stress_check.{verb}")
    assert "封筒を受けとり" in clerk.text()
    states = {person: (await check_now(town, person)).state for person in (EXAMINEE, OTHER)}
    assert sorted(states.values()) == ["handed_in", "invited"]
    on_paper = next(person for person, state in states.items() if state == "handed_in")
    who = await s.start(town, on_paper)
    assert "開けるのは、共同実施事務従事者だけです" in who.text()
    check = await check_now(town, on_paper)
    for person in (CLERK, PLANNER, p.ADMINISTRATOR, JOINT_CLERK):  # the last one's account nobody has looked at
        refused = await p.press_forged(town, person, "stress_check.enter", f"{check.id}.0")
        assert p.NOT_SHOWN in refused.text()


@p.on_sqlite
async def test_on_paper_the_joint_clerk_enters_the_sheet_page_by_page(town: Town, watch: Watch) -> None:
    await s.open_round(town, EXAMINEE)
    await in_office(town, JOINT_CLERK)
    check = await put_check(town, person=OTHER, state="handed_in", body={"answers": {"A1": 4}})
    await put_check(town, person=ON_PAPER, state="handed_in", name="山田 花子")
    await p.go_home(town, JOINT_CLERK)
    joint = await p.press(town, JOINT_CLERK, ENTER_LIST)
    assert "山田 花子" in joint.text()
    await p.press_forged(town, JOINT_CLERK, "stress_check.enter", f"{check.id}.0")
    assert "紙の入力 1/7" in joint.text()
    await s.answer_pages(town, joint, 6)
    await joint.submit({"D1": "1", "D2": "1"})
    await town.sandbox.quiet()
    assert "推測で埋めないでください" in joint.text()
    await p.press(town, JOINT_CLERK, "stress_check.enter")
    await s.answer_page(town, joint)
    await s.send(town, joint)
    assert "封筒の回答" in joint.text()
    assert "後藤 翼" not in joint.text()

    entered = await check_now(town, OTHER)
    assert (entered.state, entered.body["paper"], entered.body["answers"]["A1"]) == ("taken", True, 1)
    who = await s.start(town, OTHER)
    assert "回答を受けとりました" in who.text()


@p.on_sqlite
async def test_who_gets_authority_over_personnel_loses_the_list_at_once(town: Town) -> None:
    await s.open_round(town, EXAMINEE)
    clerk = await _list(town)
    assert "石川 葵" in clerk.text()

    def promote(unit: Unit) -> None:
        row = unit.roster.person(CLERK)
        assert row is not None
        unit.roster.save_people([replace(row, personnel_authority=True)])

    await town.program.store.run(promote)
    check = await check_now(town)
    await clerk.close(everything=True)
    for kind, row in ((LIST, ""), ("stress_check.envelope", f"{check.id}.0")):
        await p.press_forged(town, CLERK, kind, row)
        assert p.NOT_SHOWN in clerk.text()
        assert "石川" not in clerk.text()
    assert (await check_now(town)).state == "invited"
    for person in (PLANNER, IMPLEMENTER, JOINT_CLERK, p.SUPERIOR, p.ADMINISTRATOR):
        refused = await p.press_forged(town, person, LIST)
        assert "石川" not in refused.text()


@p.on_sqlite
async def test_once_the_results_are_open_the_same_door_leads_to_ones_own_and_that_is_the_receipt(town: Town) -> None:
    await put_round(town, "told")
    await put_check(town, "taken")
    who = await s.start(town, EXAMINEE)
    assert "回答を受けとりました" not in who.text()
    check = await check_now(town)
    assert (check.state, check.body["receipt"]) == ("read", "screen")
    for person in (OTHER, CLERK, p.SUPERIOR):
        other = await p.press_forged(town, person, s.CASE, check.id)
        assert p.NOT_SHOWN in other.text()
