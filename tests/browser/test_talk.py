"""A request under way at the page: written both ways, handed on with consent, taken back."""

import pytest
from playwright.async_api import expect

from bot.sandbox.town import Town
from tests.browser.visitor import Visitor
from tests.journeys import test_referral as referral
from tests.journeys.people import ASKER, HQ_SUPPORTER, NOT_SHOWN, SUPPORTER

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.long,
]  # its screens are also journeys

ASKED = "お昼休みに、15分ほど話せますか。"
ANSWERED = "はい。分庁舎の前でどうでしょう。"


async def test_what_is_written_reaches_the_other_side_both_ways_and_never_a_message(
    visitor: Visitor, town: Town
) -> None:
    await referral.accepted(town)
    await visitor.be(ASKER)
    await visitor.press("お願いした件")
    await visitor.see("林 さくらさんが引き受けました")
    await visitor.press("やり取り")
    await visitor.write(ASKED)
    await visitor.see("送りました", "あなた・9月7日 10:00", ASKED)
    await visitor.move_clock("次の予定まで")

    await visitor.be(SUPPORTER)
    await visitor.open_notification()
    await visitor.see("石川 葵さん・9月7日 10:00", ASKED)
    await visitor.write(ANSWERED)
    await visitor.see("送りました")
    await visitor.move_clock("次の予定まで")

    await visitor.be(ASKER)
    await visitor.open_notification()
    await visitor.see(ASKED, ANSWERED)
    await visitor.page.locator("#kept").get_by_text("Slack に残るもの").click()
    for words in (ASKED, ANSWERED):
        await expect(visitor.page.locator("#kept")).not_to_contain_text(words)


async def test_a_request_is_handed_on_with_consent_and_comes_back_with_one_press(visitor: Visitor, town: Town) -> None:
    await referral.accepted(town, "お金のことで困っています")
    await referral.ask_to_refer(town, "松本 正", "name", "topic", "message")
    await visitor.be(ASKER)
    await visitor.press("お願いした件")
    await visitor.see("確かめたいことが一つあります")
    await visitor.press("読んで決める")
    await visitor.see("読むのは、この方だけです：松本 正さん（本部ピアサポーター）")
    await visitor.dialog.get_by_label("お名前と所属").uncheck()
    await visitor.press("同意する")
    await visitor.see("松本 正さんにお願いしています")
    await visitor.move_clock("次の予定まで")

    await visitor.be(HQ_SUPPORTER)
    await visitor.open_notification()
    await visitor.see("お名前を出していない方", "お金のことで困っています")
    await expect(visitor.dialog).not_to_contain_text("石川")

    await visitor.be(ASKER)
    await visitor.press("お願いした件")
    await visitor.see("松本 正さんにお願いしています")
    await visitor.press("取り次ぎを取り消す")
    await visitor.see("林 さくらさんが引き受けました")
    await visitor.be(HQ_SUPPORTER)
    await visitor.page.locator("#tab-messages").click()
    await visitor.press("開く")
    await visitor.see(NOT_SHOWN)
