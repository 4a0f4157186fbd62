"""Playing a guided tour at the screen: by clicking what the guide offers, until it says that it is done."""

import re
import time

from playwright.async_api import Locator, expect

from tests.browser.screen import Chat, Screen

STEP_MILLISECONDS = 30_000
MOST_CLICKS = 80


class Stuck(AssertionError):
    """A step of a tour was not seen to be done; carries the tour, the step, and what its chats show."""


class Guide:
    """The guide's tab in the side panel."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.page = screen.page
        self.took: dict[str, float] = {}

    @property
    def next_step(self) -> Locator:
        return self.page.locator(".tour li.next")

    async def open(self) -> None:
        await self.screen.panel("Guide")

    async def tours(self) -> list[str]:
        """The ids of all tours, in the order of the picker."""
        cards = self.page.locator(".tour-card")
        await expect(cards.first).to_be_visible()
        return [str(await card.get_attribute("data-tour")) for card in await cards.all()]

    async def enter(self, tour: str) -> None:
        await self.page.locator(f'.tour-card[data-tour="{tour}"]').click()
        await expect(self.page.locator(".tour")).to_be_visible(timeout=STEP_MILLISECONDS)

    async def enter_on_phone(self, tour: str) -> None:
        """There the guide gives way to the chats at once."""
        await self.page.locator(f'.tour-card[data-tour="{tour}"]').click()

    async def started(self, title: str) -> Chat:
        """The chat of a person who has pressed Start, in this test or in one before it."""
        chat = await self.screen.bring(title)
        start = chat.root.get_by_role("button", name="Start", exact=True)
        await expect(start.or_(chat.field)).to_be_visible()
        if await start.count():
            await start.click()
            await chat.sees("Hello")
        return chat

    async def leave(self) -> None:
        await self.page.get_by_role("button", name="All tours").first.click()
        await expect(self.page.locator(".tours")).to_be_visible()

    async def plays(self, tour: str, *, picture_each: str = "") -> None:
        """From the picker to the end of the tour, and back to the picker."""
        began = time.monotonic()
        await self.enter(tour)
        finished = self.page.locator(".finished")
        for _ in range(MOST_CLICKS):
            if await finished.count():
                break
            await self.does_next_step(tour, picture_each)
        await expect(finished).to_be_visible()
        self.took[tour] = time.monotonic() - began
        await self.leave()

    async def does_next_step(self, tour: str = "", picture_each: str = "") -> None:
        """Click what the next step offers, and wait until it counts as done by itself."""
        number = await self._number()
        if number is None:
            return
        step = self.page.locator(f'.tour li.next[data-step="{number}"]')
        any_state = self.page.locator(f'.tour li[data-step="{number}"] p').first
        words = await any_state.text_content(timeout=STEP_MILLISECONDS) or ""
        offers = step.locator(".go, .goto")
        asks = step.locator("p").filter(has_text="Press the ?")
        ready = offers.or_(asks.or_(self._later_step(number)))
        await expect(ready.first).to_be_attached(timeout=STEP_MILLISECONDS)
        if not await step.count():
            return  # it was so already
        try:
            if await asks.count():
                await self._ask_why()
            elif await offers.count():  # else it has come true meanwhile
                await self._wait_for_its_button(step)
                await offers.click(timeout=STEP_MILLISECONDS)
            if "card page opens" in words:
                await self._pays()
            await expect(step).to_have_count(0, timeout=STEP_MILLISECONDS)
        except AssertionError as error:
            raise Stuck(f"{tour}, step {number}: {words}\n{await self._chats()}") from error
        if picture_each:
            await self.page.wait_for_timeout(350)
            await self.screen.picture(f"{picture_each} {number:02}")

    def _later_step(self, number: int) -> Locator:
        return self.page.locator(f'.tour li.done[data-step="{number}"]')

    async def _number(self) -> int | None:
        await expect(self.page.locator(".tour li.next, .finished").first).to_be_visible()
        if not await self.next_step.count():
            return None
        return int(str(await self.next_step.get_attribute("data-step")))

    async def _wait_for_its_button(self, step: Locator) -> None:
        """A person taps a button when it is there."""
        label = step.locator(".key-hint")
        if await label.count():
            words = (await label.inner_text()).strip()
            key = self.page.locator(".pane .key").filter(has_text=words).last
            await expect(key).to_be_attached(timeout=STEP_MILLISECONDS)

    async def _ask_why(self) -> None:
        message = self.page.locator(".pane.active li[data-message].in").last
        await message.scroll_into_view_if_needed()
        await message.hover()
        await message.get_by_role("button", name="What happened and why").click()
        await self.open()

    async def _pays(self) -> None:
        """On the card page over the chats; it closes by itself."""
        sheet = self.page.get_by_role("dialog", name="Page")
        pay = sheet.frame_locator("iframe").get_by_role("button", name=re.compile("^Pay"))
        await pay.click(timeout=STEP_MILLISECONDS)
        await expect(sheet).to_have_count(0, timeout=STEP_MILLISECONDS)

    async def _chats(self) -> str:
        panes = self.page.locator("section.pane")
        shown = [(await pane.inner_text())[-900:] for pane in await panes.all()]
        return "\n-----\n".join(shown)
