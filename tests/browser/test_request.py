"""A request at the page, as the people of the town hall see it in their browser."""

import pytest
from playwright.async_api import expect

from tests.browser.album import Album
from tests.browser.visitor import Visitor
from tests.journeys.people import ASKER, ASKER_IN_ENGLISH, SUPPORTER

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

CHOSEN = "林 さくら（市民課・所属ピアサポーター）"


async def test_a_request_goes_from_home_to_the_supporter_and_is_accepted(visitor: Visitor, album: Album) -> None:
    await visitor.be(ASKER)
    await album.take(visitor, "1-home")
    await visitor.fill_request(CHOSEN, "窓口の当番のことで、少し話を聞いてほしいです。")
    await visitor.dialog.get_by_text("上司や人事には伝わりません").scroll_into_view_if_needed()
    await album.take(visitor, "2-form")
    await visitor.press("送る")
    await visitor.see("送りました", "林 さくらさんにお願いしました", "9月9日（水）までに")
    await expect(visitor.clock).to_contain_text("お知らせ 1 件が待っています（9:55 に届きます）")
    await album.take(visitor, "3-sent")
    await visitor.close()
    await expect(visitor.home).to_contain_text("あなたの用件")

    await visitor.be(SUPPORTER)
    await expect(visitor.notifications).to_have_count(0)  # it leaves with the slot, not with the tap
    await visitor.move_clock("次の予定まで")
    await expect(visitor.clock).to_contain_text("9:55")
    await expect(visitor.notifications).to_have_count(1)
    await expect(visitor.notifications).to_contain_text("お願いがあります（9月9日まで）")
    await visitor.page.locator("#tab-messages").click()
    await album.take(visitor, "4-notice")
    await visitor.notifications.click()
    await visitor.press("開く")
    await visitor.see("秘密を守る約束")
    await visitor.press("約束します")
    await visitor.see("石川 葵さん（市民課）", "職場のこと", "電話", "窓口の当番のことで、少し話を聞いてほしいです。")
    await album.take(visitor, "5-request")
    await visitor.press("引き受ける")
    await visitor.see("引き受けました")

    await visitor.move_clock("次の予定まで")
    await visitor.be(ASKER)
    await expect(visitor.notifications).to_contain_text("お知らせがあります")
    await visitor.open_notification()
    await visitor.see("林 さくらさんが引き受けました")


async def test_without_an_answer_the_supporter_is_reminded_and_then_the_person_chooses(visitor: Visitor) -> None:
    await visitor.be(ASKER)
    await visitor.fill_request(CHOSEN, "")
    await visitor.press("送る")
    await visitor.see("送りました")

    await visitor.be(SUPPORTER)
    await visitor.move_clock("+1日")
    await expect(visitor.notifications).to_have_count(2)
    for text in await visitor.notifications.all_inner_texts():
        assert "お願いがあります（9月9日まで）" in text
    await visitor.move_clock("+1日")
    await visitor.move_clock("+1日")

    await visitor.be(ASKER)
    await expect(visitor.notifications).to_have_count(1)
    await visitor.open_notification()
    await visitor.see("林 さくらさんから、まだ返事がありません")
    await visitor.press("もう少し待つ")
    await visitor.see("林 さくらさんにお願いしています")
    await visitor.press("取りやめる")
    question = visitor.page.get_by_role("alertdialog")
    await expect(question).to_contain_text("元には戻せません")
    await question.get_by_role("button", name="戻る").click()
    await visitor.see("林 さくらさんにお願いしています")
    await visitor.press("取りやめる")
    await question.get_by_role("button", name="取りやめる").click()
    await visitor.see("取りやめました")
    await visitor.close()
    await expect(visitor.home).not_to_contain_text("あなたの用件")


async def test_a_form_that_lacks_an_answer_says_so_at_the_field_until_it_is_given(visitor: Visitor) -> None:
    await visitor.be(ASKER)
    await visitor.press("話を聞いてもらう")
    await visitor.dialog.get_by_label("伝えておきたいこと").fill("消えないでほしい文")
    await visitor.press("送る")
    missing = visitor.dialog.get_by_role("alert").filter(has_text="この項目は必須です。", visible=True)
    await expect(missing).to_have_count(1)  # only the receiver is asked for
    await visitor.dialog.get_by_label("だれに話しますか").select_option(label=CHOSEN)
    await expect(missing).to_have_count(0)
    await expect(visitor.dialog.get_by_label("伝えておきたいこと")).to_have_value("消えないでほしい文")


async def test_help_is_one_press_away_and_lies_over_a_form_that_keeps_its_text(visitor: Visitor) -> None:
    await visitor.be(ASKER)
    await visitor.press("急ぐとき")
    await visitor.see("119番", "110番", "0120-279-338", "自動で連絡がいくことはありません")
    await visitor.close()
    await visitor.press("話を聞いてもらう")
    await visitor.dialog.get_by_label("伝えておきたいこと").fill("途中まで")
    await visitor.press("急ぐとき")
    await visitor.see("0120-279-338")
    await visitor.press("閉じる")
    await expect(visitor.dialog.get_by_label("伝えておきたいこと")).to_have_value("途中まで")


async def test_somebody_whose_slack_is_english_reads_english_in_a_page_in_english(visitor: Visitor) -> None:
    await visitor.page.get_by_role("button", name="English").click()
    await visitor.be(ASKER_IN_ENGLISH)
    await visitor.press("Talk to somebody")
    await visitor.see("Whom would you like to talk to?", "Only the one person you choose above reads this.")
    await visitor.press("Cancel")
    await visitor.page.locator("#tab-messages").click()
    await expect(visitor.messages).to_contain_text("No messages yet.")
    overflowing = await visitor.page.evaluate(
        "[...document.querySelectorAll('button')].map(one => [one, one.parentElement])"
        ".filter(([one, box]) => one.getBoundingClientRect().right > box.getBoundingClientRect().right + 1).length"
    )
    assert overflowing == 0


@pytest.mark.parametrize("visitor", ["phone"], indirect=True)
async def test_on_a_phone_the_same_can_be_done_and_nothing_is_wider_than_the_screen(
    visitor: Visitor, album: Album
) -> None:
    await visitor.be(ASKER)
    await album.take(visitor, "8-phone")
    await visitor.fill_request(CHOSEN, "電話から書いています。")
    assert await visitor.page.evaluate("document.documentElement.scrollWidth") <= 390
    await visitor.press("送る")
    await visitor.see("送りました")
    await visitor.close()
    await visitor.page.locator(".switch").get_by_role("button", name="通知と時計").click()
    await visitor.move_clock("次の予定まで")
    assert await visitor.page.evaluate("document.documentElement.scrollWidth") <= 390
    await visitor.page.locator(".switch").get_by_role("button", name="人を選ぶ").click()
    await expect(visitor.person(SUPPORTER).locator(".badge")).to_have_text("1")


async def test_what_slack_keeps_is_neutral_sentences_and_what_people_typed_themselves(visitor: Visitor) -> None:
    canary = "kanaria-7f3e91"
    await visitor.be(ASKER)
    await visitor.fill_request(CHOSEN, canary)
    await visitor.press("送る")
    await visitor.see("送りました")
    await visitor.move_clock("次の予定まで")
    await visitor.be(SUPPORTER)
    await visitor.open_notification()
    await visitor.see(canary)
    await visitor.press("引き受ける")
    await visitor.see("引き受けました")
    await visitor.move_clock("次の予定まで")

    kept = visitor.page.locator("#kept")
    await kept.get_by_text("Slack に残るもの").click()
    await expect(kept.locator(".kept-entry")).to_have_count(2)
    said = set(await kept.locator("dd").all_inner_texts())
    assert said == {"お願いがあります（9月9日まで）", "お知らせがあります", "お願いがあります（9月9日まで）\n開く",
                    "お知らせがあります\n開く", "open"}  # fmt: skip
    assert canary not in await kept.inner_text()
