"""Paying by card: the bank's page, opened and sent as a browser does."""

import re

import aiohttp

from bot.playground.acting.person import NotSeen, Person

__all__ = ["GOOD_CARD", "NotTheCardPage", "declined_because", "pay_link", "pays_on_the_page"]

GOOD_CARD = "4242 4242 4242 4242"
FIELDS = {"number", "expiry", "code"}
_TROUBLE = re.compile(r'<p class="trouble" role="alert">(.*?)</p>', re.DOTALL)


class NotTheCardPage(Exception):
    """What stands behind the link is no page of the bank that takes a card; the text is what came."""


def pay_link(who: Person) -> str:
    """Where the card is paid, from the newest such button of her chat. Raises `NotSeen`."""
    for message in who.screen.newest_first():
        for row in message.rows:
            for button in row:
                if "/bank/pay/" in str(button.get("url", "")):
                    return str(button["url"])
    raise NotSeen(who, "a button that leads to the card page")


async def pays_on_the_page(url: str, number: str = GOOD_CARD) -> str:
    """Fill in the form and send it: the text of the page that comes back, the shop's or the bank's."""
    async with aiohttp.ClientSession(trust_env=False) as browser:
        async with browser.get(url) as page:
            text = await page.text()
            if page.status != 200 or not FIELDS.issubset(re.findall(r'name="(\w+)"', text)):
                raise NotTheCardPage(text)
        form = {"number": number, "expiry": "12 / 34", "code": "123"}
        async with browser.post(url, data=form) as answer:
            text = await answer.text()
            if answer.status != 200:
                raise NotTheCardPage(text)
            return text


def declined_because(page: str) -> str | None:
    """Why the bank did not take the card, in its words; None when it did."""
    found = _TROUBLE.search(page)
    return found[1] if found else None
