"""Chromium puts every printed sheet on A4, in both languages: nothing runs over the edge, forms fit their pages."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.commands.print_own import print_own
from bot.commands.print_sheets import print_sheets
from bot.commands.prints import print_directory
from bot.handlers.harassment.rules.moves import HEARING
from bot.sandbox.town import Town
from tests.handlers.harassment.cases import put
from tests.journeys import people as p

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

A4_TEXT = {"width": 673, "height": 1000}  # CSS pixels between the margins of sheet.html
MOST_PAGES = {"intake-sheet": 2, "fact-sheet": 1, "record": 1, "slip": 1}


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_every_sheet_fits_on_a4(browser: Browser, town: Town, tmp_path: Path, language: str) -> None:
    await p.ask(town, message="夜に眠れません。" * 200)
    await put(town, HEARING, body={"story": "x" * 3000})  # one word without a place to break
    store, folder = town.program.store, tmp_path / "sheets"
    sheets = [
        print_directory(store, folder, language),
        print_own(store, folder, p.ASKER, language),
        *print_sheets(store, folder, language),
    ]
    context = await browser.new_context(viewport=A4_TEXT)  # type: ignore[arg-type]
    page = await context.new_page()
    for sheet in sheets:
        await page.goto(sheet.as_uri())
        await page.emulate_media(media="print")
        over = (
            "[...document.querySelectorAll('body *')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth)"
        )
        assert await page.evaluate(f"{over}.map(e => e.tagName + e.className)") == [], sheet.name
        pdf = await page.pdf(prefer_css_page_size=True)
        assert 1 <= pages(pdf) <= MOST_PAGES.get(sheet.name.partition("-2026")[0], 6), sheet.name
    await context.close()
