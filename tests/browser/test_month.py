"""A supporter's month at the page: recorded, summed up on the 1st, sent with one press, read by the welfare head."""

import pytest
from playwright.async_api import expect

from tests.browser.album import Album
from tests.browser.visitor import Visitor
from tests.journeys.people import OTHER_SUPPORTER, SUPPORTER, WELFARE_HEAD

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.long,
]  # its screens are also journeys

QUESTIONS = ("したこと", "どんなこと", "方法", "かかった時間", "だれと")
LISTENED = ("傾聴", "職場のこと", "対面", "30分まで", "職員")
NOTICED = ("気付き", "私生活のこと", "電話", "15分まで", "職員")


async def write_down(visitor: Visitor, answers: tuple[str, ...]) -> None:
    """Open the form for one support from Home, fill it in and send it."""
    await visitor.press("記録する")
    for question, answer in zip(QUESTIONS, answers, strict=True):
        await visitor.tick(question, answer)
    await visitor.press("記録する")


async def test_a_month_is_written_down_sent_and_read_without_saying_for_whom(visitor: Visitor, album: Album) -> None:
    await visitor.be(SUPPORTER)
    await write_down(visitor, LISTENED)
    await visitor.see("秘密を守る約束")  # an office gives it before its first access
    await visitor.promise()
    for support in (LISTENED, NOTICED):
        await write_down(visitor, support)
        await visitor.see("9月分に記録しました")
        await visitor.close()

    await visitor.wait_for("お願いがあります（10月10日まで）")  # the 1st begins, the office opens
    await expect(visitor.clock).to_contain_text("10月1日")
    await visitor.be(SUPPORTER)
    await expect(visitor.home).to_contain_text("あなたへのお願い")
    await expect(visitor.home).to_contain_text("9月分のまとめ（10月10日（土）まで）")
    await visitor.open_notification()
    await visitor.see("9月分は 2 件です", "傾聴・職場のこと・対面・30分まで（職員）")
    await album.take(visitor, "6-month")
    await visitor.press("報告する")
    await visitor.see("9月分は報告済みです")

    await visitor.be(OTHER_SUPPORTER)
    await visitor.open_notification()  # who has written nothing gets the same question and owes nothing
    await visitor.see("なければ、何もしなくてかまいません")

    await visitor.be(WELFARE_HEAD)
    await visitor.wait_for("お知らせがあります")
    await visitor.open_notification()
    await visitor.see("2026年9月分", "林 さくら（市民課）：2件")
    await album.take(visitor, "7-reports")
