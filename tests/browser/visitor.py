"""Somebody at the page: sees, presses and types as a person does, by the words on the screen."""

from playwright.async_api import Locator, Page, expect


class Visitor:
    """One window with the page in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.dialog = page.get_by_role("dialog")
        self.home = page.locator("#panel-home")
        self.messages = page.locator("#panel-messages")
        self.clock = page.locator("#clock")
        self.notifications = page.locator("#phone .notification")

    def person(self, person: str) -> Locator:
        """Somebody in the list of people."""
        return self.page.locator(f'[data-person="{person}"]')

    async def be(self, person: str) -> None:
        """Choose a person, close what they left open, look at their Home tab."""
        await self.person(person).click()
        await expect(self.person(person)).to_have_attribute("aria-current", "true")
        await expect(self.page.locator("#client")).to_have_attribute("aria-busy", "false")
        await expect(self.page.get_by_role("tablist")).to_be_visible()
        if await self.dialog.count():
            await self.close()
        await self.page.locator("#tab-home").click()
        await expect(self.home.get_by_role("heading").first).to_be_visible()

    async def press(self, words: str) -> None:
        """Press a button: of the dialog if one is open, else of the tab in front, the latest one."""
        place = self.dialog if await self.dialog.count() else self.page.locator(".pane:visible")
        await place.get_by_role("button", name=words).last.click()

    async def see(self, *words: str) -> None:
        """Wait until the dialog says all of this."""
        for each in words:
            await expect(self.dialog).to_contain_text(each)

    async def close(self) -> None:
        """Close everything that is open in front of this person."""
        await self.dialog.locator(".dialog-head button").click()
        await expect(self.dialog).to_have_count(0)

    async def tick(self, question: str, choice: str) -> None:
        """Choose one answer of a question with round boxes."""
        await self.dialog.get_by_role("radiogroup", name=question).get_by_label(choice, exact=True).check()

    async def fill_request(self, supporter: str, words: str) -> None:
        """Open the request's form and fill it in."""
        await self.press("話を聞いてもらう")
        await self.dialog.get_by_label("だれに話しますか").select_option(label=supporter)
        await self.dialog.get_by_label("どんなことですか").select_option(label="職場のこと（くわしくは会ってから）")
        await self.tick("どうやって話すのがよいですか", "電話")
        await self.dialog.get_by_label("伝えておきたいこと").fill(words)

    async def move_clock(self, words: str) -> None:
        """Press one of the clock's buttons and wait until it stands again."""
        await self.clock.get_by_role("button", name=words).click()
        await expect(self.clock).not_to_have_attribute("aria-busy", "true")

    async def wait_for(self, notification: str, *, most: int = 6) -> None:
        """Press the clock's button for the next due moment until the lock screen says this."""
        said = self.notifications.filter(has_text=notification)
        for _ in range(most):
            if await said.count():
                break
            await self.move_clock("次の予定まで")
        await expect(said).to_have_count(1)

    async def open_notification(self) -> None:
        """Tap the newest notification on the lock screen, press the button of its message, promise where asked."""
        await self.notifications.first.click()
        await self.press("開く")
        await expect(self.dialog).to_be_visible()
        if await self.dialog.get_by_role("button", name="約束します").count():
            await self.press("約束します")
            await expect(self.dialog.get_by_role("button", name="約束します")).to_have_count(0)

    async def promise(self) -> None:
        """Give the oath and go back to the form that it lies on."""
        await self.press("約束します")
        await self.see("約束を受け取りました")
        await self.close()

    async def write(self, words: str) -> None:
        """Send some words in a talk."""
        await self.dialog.get_by_label("書く").fill(words)
        await self.press("送る")

    async def answer(self, words: str) -> None:
        """Press a button of the question that lies over everything."""
        await self.page.get_by_role("alertdialog").get_by_role("button", name=words, exact=True).click()

    async def code(self) -> str:
        """What the authenticator app on this person's phone shows."""
        return await self.page.locator("#phone .phone-code strong").inner_text()
