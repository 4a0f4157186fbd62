"""The reasons beside a message: asked by pointing, drawn by their kinds, and a way to whatever they name."""

import re
from typing import Any

import pytest
from playwright.async_api import Locator, expect

from tests.browser.conftest import OpenScreen, Playing
from tests.browser.screen import Chat, Screen
from tests.browser.test_frame import stumbling

LIFE = {
    "kind": "life",
    "what": "order",
    "past": [{"state": "draft", "at": "Fri 10:00:00"}, {"state": "confirmed", "at": "Fri 10:01:00"}],
    "next": ["cancelled", "done"],
}
LEDGER = {
    "kind": "ledger",
    "debit": "€26.08",
    "credit": "€26.08",
    "balanced": True,
    "entries": [
        {
            "at": "Fri 10:01:00",
            "what": "paid",
            "balanced": True,
            "lines": [
                {"account": "provider · stripe", "debit": "€26.08", "credit": ""},
                {"account": "seller · Marini", "debit": "", "credit": "€26.08"},
            ],
        }
    ],
    "open": [{"account": "seller · Marini", "amount": "€26.08", "means": "to be paid out"}],
}
READING = {
    "kind": "reading",
    "text": "no 😀 basil please",
    "light": "as a consumer with a list before her",
    "asks": "",
    "entities": [{"name": "components", "value": "basil", "start": 5, "end": 10}],
    "ranking": [["drop_components", 0.97], ["keep_components", 0.02]],
    "slots": [{"slot": "components", "before": "", "after": "basil"}],
}
EVENTS = {"kind": "events", "rows": [{"at": "Fri 10:00", "what": "list changed", "detail": "basil"}]}


async def number_of(bubble: Locator) -> int:
    return int(await bubble.get_attribute("data-message") or 0)


async def asks_why(screen: Screen, bubble: Locator) -> Locator:
    await bubble.hover()
    await bubble.get_by_role("button", name="What happened and why").click()
    return screen.page.get_by_role("tabpanel")


async def with_answer(screen: Screen) -> tuple[Chat, Locator]:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("no basil please")
    return mia, await mia.sees("You said: no basil please")


async def test_why_is_told_for_the_message_pointed_at(screen: Screen, playing: Playing) -> None:
    mia, answer = await with_answer(screen)
    number = await number_of(answer)
    playing.shop.reasons[playing.people["Mia Winter"], number] = {
        "understood": {"intent": "drop_components", "confidence": 0.97, "slots": {"components": ["basil"]}},
        "ledger": [{"account": "consumer", "debit": "€23.30"}, {"account": "shop", "credit": "€23.30"}],
        "sent because of it": [],
    }
    why = await asks_why(screen, answer)
    await expect(why).to_contain_text("drop_components")
    await expect(why.get_by_role("row")).to_have_count(3)
    await asks_why(screen, mia.bubble("Hello there!"))
    await expect(why).to_contain_text("Nothing is recorded")


@pytest.mark.parametrize(("width", "dark"), [(1600, False), (1600, True), (390, False)])
async def test_each_kind_of_reason_is_drawn(
    open_screen: OpenScreen, playing: Playing, width: int, dark: bool
) -> None:
    screen = await open_screen(dark=dark, width=width)
    _, answer = await with_answer(screen)
    reasons: dict[str, Any] = {
        "Rasa's reading": READING,
        "It became": [{"kind": "command", "name": "DropLines", "fields": {"names": "basil"}}],
        "Life of the order": [LIFE],
        "Money that moved": LEDGER,
        "Recorded": EVENTS,
        "Address": {"kind": "sealed", "words": "Mia Winter, Gartenweg 14", "who": "for the carrier only"},
    }
    playing.shop.reasons[playing.people["Mia Winter"], await number_of(answer)] = reasons
    why = await asks_why(screen, answer)
    await expect(why.locator(".read-words mark")).to_have_text(re.compile("^basil"))
    await expect(why.locator(".ranking li").first).to_contain_text("97 %")
    await expect(why.get_by_role("list", name="Life of order").locator(".now")).to_contain_text("confirmed")
    await expect(why.locator(".next-state")).to_have_count(2)
    await expect(why.get_by_role("row", name="✓ balances €26.08 €26.08")).to_have_count(1)
    await expect(why.locator(".sealed")).to_contain_text("sealed Mia Winter")
    assert await screen.page.evaluate("document.documentElement.scrollWidth") == width
    assert await stumbling(screen.page) == []
    await screen.picture(f"why, every kind, {width} {'dark' if dark else 'light'}")


async def test_a_message_that_was_caused_is_one_click_away(screen: Screen, playing: Playing) -> None:
    mia, answer = await with_answer(screen)
    said = mia.root.locator("li[data-message].out").last
    row = {
        "chat": playing.people["Mia Winter"], "to": "Mia Winter", "what": "words", "message": None,
        "words": "You said: no basil please", "at": "Fri 10:00:00", "posted": 0, "state": "sent", "tries": 2,
        "error": "",
    }  # fmt: skip
    lost = {
        **row,
        "words": "Never arrived",
        "state": "refused",
        "error": "Forbidden: bot was blocked by the user",
    }
    playing.shop.reasons[playing.people["Mia Winter"], await number_of(said)] = {
        "Sent because of it": {"kind": "messages", "rows": [row, lost]}
    }
    why = await asks_why(screen, said)
    await expect(why).to_contain_text("2 tries failed before")
    await expect(why).to_contain_text("bot was blocked")
    await expect(why.get_by_role("button", name="To Mia Winter: Never arrived")).to_be_disabled()
    await why.get_by_role("button", name="To Mia Winter: You said").click()
    await expect(answer).to_have_class(re.compile("pointed"))


async def test_a_tap_is_chosen_from_those_on_the_message(screen: Screen, playing: Playing) -> None:
    mia = screen.chat("Mia Winter")
    await mia.start()
    await mia.says("list")
    card = await mia.sees("Risotto for 4")
    key = (playing.people["Mia Winter"], await number_of(card))
    playing.shop.reasons[key] = {
        "Taps on it": {
            "kind": "taps",
            "rows": [{"update": 5, "label": "✅ rice", "at": "Fri 10:00", "became": "toggle line"}],
        }
    }
    playing.shop.taps[5] = {"It became": [{"kind": "command", "name": "ToggleLine", "fields": {"needed": 0}}]}
    why = await asks_why(screen, card)
    await why.get_by_role("button", name=re.compile("✅ rice")).click()
    await expect(why).to_contain_text("ToggleLine")
    await why.get_by_role("button", name="About the message itself").click()
    await expect(why.locator(".taps li")).to_have_count(1)
