"""What offices do at the page: a call taken on with a code from the phone, a supporter named by the unit head."""

import pytest
from playwright.async_api import expect

from bot.sandbox.town import Town
from tests.browser.visitor import Visitor
from tests.journeys.people import ASKER, COORDINATOR

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

UNIT_HEAD, NEWLY_NAMED = "U0FUKUDA", "後藤 翼"


async def test_a_call_is_taken_on_with_the_code_that_the_phone_shows(visitor: Visitor, town: Town) -> None:
    await visitor.be(ASKER)
    await visitor.press("急ぐとき")
    await visitor.see("自動で連絡がいくことはありません")
    await visitor.press("連絡してほしい")
    await visitor.answer("知らせる")
    await visitor.see("当番に知らせました", "当番の3人に", "119番か110番")
    await town.settle()  # danger waits for no slot

    await visitor.be(COORDINATOR)
    await visitor.open_notification()
    await visitor.see("いま、助けを必要としている方がいます")
    await expect(visitor.dialog).not_to_contain_text("石川")
    await visitor.press("引き受ける")
    await visitor.see("認証アプリの番号")
    await visitor.dialog.get_by_label("認証アプリの番号").fill(await visitor.code())
    await visitor.press("確認する")
    await visitor.see("石川 葵さん（市民課）", "名簿の番号：2202", "すぐに電話してください")
    await town.settle()

    await visitor.be(ASKER)
    await visitor.open_notification()
    await visitor.see("井上 直子さんが引き受けました")


async def test_whom_the_unit_head_names_can_be_asked_from_the_first_day(visitor: Visitor) -> None:
    await visitor.be(UNIT_HEAD)
    await visitor.press("指名・更新・解除")
    await visitor.see("秘密を守る約束")
    await visitor.press("約束します")
    await visitor.see("所属のピアサポーターは、所属長が指名します")
    await visitor.press("指名する")
    await visitor.dialog.get_by_label("お願いする方").select_option(label=NEWLY_NAMED)
    await visitor.dialog.get_by_label("いつから").fill("2026-09-07")
    await visitor.press("指名する")
    await visitor.see(f"{NEWLY_NAMED}さん", "2026年9月7日から2027年3月31日まで")

    await visitor.be(ASKER)
    await visitor.press("話を聞いてもらう")
    await visitor.dialog.get_by_label("だれに話しますか").select_option(
        label=f"{NEWLY_NAMED}（市民課・所属ピアサポーター）"
    )
    await visitor.press("送る")
    await visitor.see(f"{NEWLY_NAMED}さんにお願いしました")
