"""A consultation at the page: from the door on Home to the desk, and back with a proposal that the person confirms."""

import pytest
from playwright.async_api import expect

from tests.browser.visitor import Visitor
from tests.handlers.harassment.cases import ASKER, DESK

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PAIR = ("齋藤 結衣", "𠮷野 光")


async def turn_to(visitor: Visitor, person: str) -> None:
    """On a phone the list of people is a screen of its own."""
    if await visitor.dialog.count():
        await visitor.close()
    await visitor.page.locator(".switch").get_by_role("button", name="人を選ぶ").click()
    await visitor.be(person)


@pytest.mark.parametrize("visitor", ["phone"], indirect=True)
async def test_what_is_sent_to_the_desk_comes_back_as_a_proposal_that_the_person_confirms(visitor: Visitor) -> None:
    await turn_to(visitor, ASKER)
    await expect(visitor.home).not_to_contain_text("ハラスメント")  # nothing for a glance over the shoulder
    await visitor.press("話してみる")
    await visitor.see("だれが読むか", "窓口職員（加藤 美咲、小林 健）", "相手方からも話を聞くことになっています")
    await visitor.dialog.get_by_label("だれに送りますか").select_option(label="窓口（総務課 職員係）")
    await visitor.dialog.get_by_label("話したいこと").fill("強い言い方をされて、つらいです。")
    assert await visitor.page.evaluate("document.documentElement.scrollWidth") <= 390
    await visitor.press("送る")
    await visitor.see("送りました", "9月8日（火）までに")
    await visitor.close()
    await visitor.press("自分の件を見る")
    await visitor.see("いま、この件は加藤 美咲さん、小林 健さんのところにあります")

    await turn_to(visitor, DESK)
    await visitor.press("手元にある件")
    await visitor.see("秘密を守る約束")
    await visitor.press("約束します")
    await visitor.see("日・場所・対応者2人の案を出してください")
    await visitor.press("書いたことを読む")
    await visitor.see("強い言い方をされて、つらいです。")
    await visitor.close()
    await visitor.press("手元にある件")
    await visitor.see("日・場所・対応者2人の案を出してください")
    await visitor.press("日・場所・対応者を決める")
    await visitor.dialog.get_by_label("日にち").fill("2026-09-10")
    await visitor.dialog.get_by_label("時間").fill("14:00")
    await visitor.dialog.get_by_label("場所").fill("第2会議室")
    for name in PAIR:
        await visitor.dialog.get_by_label(name).check()
    await visitor.press("案を出す")
    await visitor.see("案が出ています")

    await turn_to(visitor, ASKER)
    await visitor.press("自分の件を見る")
    await visitor.see("9月10日（木） 14:00・第2会議室", *(f"{name}さん" for name in PAIR))
    await visitor.press("これでよい")
    await visitor.see("お返事をいただきました")
