"""A real Chromium in front of the sandbox's page, with the real bot behind it and a clock that only the page moves."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from bot.sandbox.town import Town, open_town
from tests.browser.album import PICTURES_FOLDER, Album
from tests.browser.visitor import Visitor

SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
WIDE, PHONE = (1280, 800), (390, 844)
PATIENCE_MILLISECONDS = 15_000  # for a busy machine; what is there at once is not waited for

expect.set_options(timeout=PATIENCE_MILLISECONDS)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is. Without one the tests are skipped, or fail where they are obligatory."""
    found = shutil.which("chromium")
    if found:
        return found
    if os.environ.get("MADOGUCHI_BROWSER_TESTS") == "required":
        pytest.fail("no Chromium was found, but MADOGUCHI_BROWSER_TESTS=required", pytrace=False)
    return pytest.skip("no Chromium was found: install Debian's package `chromium` to run the browser tests")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """One Chromium with a user data directory of its own; every visitor gets a fresh context in it."""
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=chromium, args=SWITCHES, headless=True)
        yield launched
        await launched.close()


@pytest_asyncio.fixture(loop_scope="session")
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The town hall on Monday 7 September 2026 at 9:50, its month already planned."""
    opened = await open_town(tmp_path, database_url=sqlite_url)
    await opened.settle()
    yield opened
    await opened.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def visitor(browser: Browser, town: Town, request: pytest.FixtureRequest) -> AsyncIterator[Visitor]:
    """Somebody at the page, with the test's parameter "phone" in a narrow window. Errors of the page fail the test."""
    width, height = PHONE if getattr(request, "param", "") == "phone" else WIDE
    context = await browser.new_context(
        viewport={"width": width, "height": height}, locale="ja-JP", timezone_id="Asia/Tokyo", reduced_motion="reduce"
    )
    page = await context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    await page.goto(f"{town.sandbox.address}/")
    yield Visitor(page)
    await context.close()
    assert errors == []


@pytest.fixture
def album(tmp_path: Path) -> Album:
    """Takes the README's pictures: into docs/pictures with MADOGUCHI_PICTURES=write, else into a folder of the test."""
    return Album(PICTURES_FOLDER if os.environ.get("MADOGUCHI_PICTURES") == "write" else tmp_path)
