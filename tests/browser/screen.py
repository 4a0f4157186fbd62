"""The playground's page as a person at the screen uses it."""

import re
from pathlib import Path

from playwright.async_api import ConsoleMessage, Locator, Page, expect

PATIENCE_MILLISECONDS = 15_000


class Chat:
    """One pane: the chat of one person with the bot."""

    def __init__(self, page: Page, root: Locator) -> None:
        self.page = page
        self.root = root

    @property
    def bubbles(self) -> Locator:
        return self.root.locator("li[data-message]")

    @property
    def from_bot(self) -> Locator:
        return self.root.locator("li[data-message].in")

    @property
    def field(self) -> Locator:
        return self.root.get_by_role("textbox", name=re.compile("^Write as"))

    def bubble(self, words: str | re.Pattern[str]) -> Locator:
        """The newest message that holds these words."""
        return self.bubbles.filter(has_text=words).last

    def button(self, label: str | re.Pattern[str]) -> Locator:
        """The newest inline button with this label."""
        return self.root.locator(".key").filter(has_text=label).last

    async def start(self) -> None:
        await self.root.get_by_role("button", name="Start", exact=True).click()

    async def says(self, words: str) -> None:
        await self.field.fill(words)
        await self.field.press("Enter")

    async def taps(self, label: str | re.Pattern[str]) -> None:
        await self.button(label).click()

    async def replies(self, to: str | re.Pattern[str], words: str) -> None:
        bubble = self.bubble(to)
        await bubble.scroll_into_view_if_needed()
        await bubble.hover()
        await bubble.get_by_role("button", name="Reply to this message").click()
        await self.says(words)

    async def sees(self, words: str | re.Pattern[str]) -> Locator:
        bubble = self.bubble(words)
        await expect(bubble).to_be_visible(timeout=PATIENCE_MILLISECONDS)
        return bubble

    async def sees_button(self, label: str | re.Pattern[str]) -> None:
        await expect(self.button(label)).to_be_visible(timeout=PATIENCE_MILLISECONDS)


class Screen:
    """The whole page. `pictures` is the folder that screenshots go to."""

    def __init__(self, page: Page, address: str, pictures: Path) -> None:
        self.page = page
        self.address = address
        self.pictures = pictures
        self.requested: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requested.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._listen)

    def _listen(self, line: ConsoleMessage) -> None:
        """Errors, except for a refusal by the server, which the page shows to the person itself."""
        refused = re.search(r"/(play|control)/", line.location["url"])
        if line.type == "error" and not (refused and line.text.startswith("Failed to load resource")):
            self.complaints.append(line.text)

    async def open(self, path: str = "/") -> None:
        await self.page.goto(self.address + path)
        await expect(self.page.locator(".bar")).to_be_visible(timeout=PATIENCE_MILLISECONDS)

    def chip(self, title: str) -> Locator:
        return self.page.get_by_role("navigation", name="People").get_by_role("button", name=title)

    def chat(self, title: str) -> Chat:
        """The pane of one person, by the title shown on it; it must be shown."""
        named = self.page.get_by_role("heading", name=title, exact=True)
        return Chat(self.page, self.page.locator("section.pane").filter(has=named))

    async def bring(self, title: str) -> Chat:
        """Show a person's pane and wait until it is on the screen."""
        await self.chip(title).click()
        chat = self.chat(title)
        await expect(chat.root).to_be_in_viewport(timeout=PATIENCE_MILLISECONDS)
        return chat

    async def panel(self, tab: str) -> Locator:
        """The side panel at one of its tabs."""
        switch = self.page.get_by_role("button", name="Guide, reasons and log", exact=True)
        if await switch.get_attribute("aria-pressed") != "true":
            await switch.click()
        await self.page.get_by_role("tab", name=tab).click()
        return self.page.get_by_role("tabpanel")

    async def picture(self, name: str) -> None:
        self.pictures.mkdir(parents=True, exist_ok=True)
        await self.page.screenshot(path=self.pictures / f"{name}.png", animations="disabled")

    def asked_outside(self) -> list[str]:
        """Addresses that the page asked of anybody but its own server."""
        own = (self.address, self.address.replace("127.0.0.1", "localhost"), "data:", "blob:")
        return [url for url in self.requested if not url.startswith(own)]
