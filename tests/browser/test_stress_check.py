"""The stress check at the page, on a phone: the first screen, the questions, the result as text, its doors."""

import os
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.sandbox.town import Town
from tests.browser.test_harassment import turn_to
from tests.browser.visitor import Visitor
from tests.handlers.stress_check.cases import EXAMINEE, IMPLEMENTER, in_office, put_check, put_round
from tests.journeys import sheets as s

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def keep(visitor: Visitor, name: str) -> None:
    """A picture to be looked at, where somebody asks for them."""
    if folder := os.environ.get("MADOGUCHI_LOOK"):
        await visitor.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


async def narrow(visitor: Visitor) -> None:
    assert await visitor.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("visitor", ["phone"], indirect=True)
async def test_a_page_is_answered_left_and_found_again(visitor: Visitor, town: Town) -> None:
    await s.open_round(town, EXAMINEE)
    await turn_to(visitor, EXAMINEE)
    await expect(visitor.home).not_to_contain_text("面接")
    await keep(visitor, "home")
    await visitor.press("ストレスチェックに答える（9月27日（日）まで）")
    await visitor.see("総務課にも", "不利益")
    await narrow(visitor)
    await keep(visitor, "first")
    await visitor.press("答えはじめる")
    await visitor.see("1/7", "非常にたくさんの仕事をしなければならない")
    await narrow(visitor)
    await keep(visitor, "page")
    for number in range(9):
        await visitor.dialog.get_by_label("まあそうだ", exact=True).nth(number).check()
    await visitor.press("次へ")
    await visitor.see("2/7")
    await visitor.press("前へ")
    await visitor.see("1/7")
    assert await visitor.dialog.get_by_label("まあそうだ", exact=True).first.is_checked()


@pytest.mark.parametrize("visitor", ["phone"], indirect=True)
@pytest.mark.parametrize("high", [True, False], ids=["advised", "not advised"])
async def test_the_result_is_read_as_text_and_the_same_button_leads_on(
    visitor: Visitor, town: Town, high: bool
) -> None:
    await in_office(town, IMPLEMENTER)
    check = await put_check(town, "taken", person=EXAMINEE, high=high)
    await put_round(town, "told", body={"review": {check.id: high}})
    await turn_to(visitor, EXAMINEE)
    await visitor.press("ストレスチェックの結果を見る")
    await visitor.see("■", "不利益")
    await narrow(visitor)
    await keep(visitor, f"result-{high}")
    await visitor.press("だれかと話す")
    await narrow(visitor)
    await keep(visitor, f"talk-{high}")
