"""The sealed sheets of the stress check on A4: nothing runs over the edge, and as many pages whatever a result says."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.commands.print_results import print_results
from bot.sandbox.town import Town
from tests.browser.test_prints import A4_TEXT, pages
from tests.handlers.stress_check.cases import EXAMINEE, ON_PAPER, OTHER, put_check, put_round

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

OVER = "[...document.querySelectorAll('body *')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth)"


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_every_envelope_is_as_thick(browser: Browser, town: Town, tmp_path: Path, language: str) -> None:
    listed = {"to_paper_on": "2026-09-07"}
    high = await put_check(town, "taken", person=ON_PAPER, high=True, body=listed)
    await put_check(town, "taken", person=EXAMINEE, body=listed)
    await put_check(town, "taken", person=OTHER, sex="", high=True, body=listed)
    await put_round(town, "told", body={"review": {high.id: True}})
    *sheets, blank = print_results(town.program.store, tmp_path / "sheets", language)
    context = await browser.new_context(viewport=A4_TEXT)  # type: ignore[arg-type]
    page = await context.new_page()
    found = []
    for sheet in (*sheets, blank):
        await page.goto(sheet.as_uri())
        await page.emulate_media(media="print")
        assert await page.evaluate(f"{OVER}.map(e => e.tagName + e.className)") == [], sheet.name
        found.append(pages(await page.pdf(prefer_css_page_size=True)))
    assert found == [3, 3, 3, 1]
    await context.close()
