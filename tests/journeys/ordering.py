"""The way to an order in a few words, for journeys that are about what comes after."""

import re
from collections.abc import Callable
from typing import TypeVar

import aiohttp
from sqlmodel import Session, col, select

from bot import commands
from bot.playground.acting.card import pay_link, pays_on_the_page
from bot.playground.emulator import people as chat_people
from commerce.orders.models import Order, OrderState
from tests.journeys.town import Town
from tests.kit.person import Person
from tests.kit.screen import Message

__all__ = [
    "ADDRESS", "ADDRESS_BUTTON", "ASK", "CLOSE", "ONE_SHOP", "ORDER", "PLACE", "TWO_SHOPS", "bank_fault",
    "books", "checkout", "confirmed", "data_of", "forges", "packs_all", "pay_link", "pays_on_the_page",
    "proposal", "so_far", "state_of_page", "states_of_orders",
]  # fmt: skip

ADDRESS = "Gartenweg 14, 99955 Lindenau"
ONE_SHOP = "1 kg risotto rice\n500 ml olive oil\n400 g tinned plum tomatoes"
TWO_SHOPS = "1 kg risotto rice\n500 ml olive oil\n100 wood screws 4x40"

ASK = re.compile("Ask the sellers")
AS_LISTED = re.compile("Offer as listed")
CLOSE = re.compile("Show what there is now")
ORDER = re.compile("Order this")
ADDRESS_BUTTON = re.compile("Give the address")
PLACE = re.compile("Place the order")

T = TypeVar("T")


async def books(town: Town, work: Callable[[Session], T]) -> T:
    """Look into the shop's database, in a unit of work."""
    assert town.play.shop is not None
    return await town.play.shop.units.run(work)


async def proposal(town: Town, who: Person, wanted: str, *sellers: str) -> Message:
    """She sends a list, these sellers offer as listed, she closes the round: the proposal."""
    await who.says(wanted)
    await who.taps(ASK)
    for key in sellers:
        seller = await town.person(key)
        await seller.taps(AS_LISTED)
        await seller.sees("is with the customer")
    await who.taps(CLOSE)
    return await who.sees("My proposal")


async def checkout(town: Town, who: Person, wanted: str, *sellers: str, address: str = ADDRESS) -> Message:
    """From the proposal to the card on which only the way of paying is open."""
    await proposal(town, who, wanted, *sellers)
    await who.taps(ORDER)
    await who.taps(ADDRESS_BUTTON)
    await who.says(address)
    return await who.sees("Delivered to", button=PLACE)


async def confirmed(
    town: Town, who: Person, wanted: str, *sellers: str, pay: str = "Cash at the door"
) -> str:
    """An order paid in cash at the door (or otherwise without a card); its code."""
    await checkout(town, who, wanted, *sellers)
    await who.taps(re.compile(pay))
    await who.taps(PLACE)
    told = await who.sees("is confirmed")
    found = re.search(r"Order (\w+) is confirmed", told.text)
    assert found is not None, told.text
    await who.sees("getting it together")
    return found[1]


async def packs_all(seller: Person) -> None:
    await seller.taps("All picked")
    await seller.taps(re.compile("📦 Packed"))


async def state_of_page(url: str) -> str:
    """open, complete or expired."""
    async with aiohttp.ClientSession(trust_env=False) as browser, browser.get(url) as page:
        found = re.search(r'<body class="(\w+)">', await page.text())
        assert found is not None
        return found[1]


async def bank_fault(town: Town, **faults: object) -> None:
    """Something goes wrong at the bank (see bot/playground/bank/faults.py)."""
    async with (
        aiohttp.ClientSession(trust_env=False) as browser,
        browser.post(f"{town.opened.bank_address}/faults", json=faults) as answer,
    ):
        assert answer.status == 200, await answer.text()


async def forges(town: Town, who: Person, data: str) -> None:
    """A tap with data that no button before her carries, as a changed client could send it."""
    assert town.play.emulator is not None
    desk = town.play.emulator.desk
    person = desk.world.people[who.id]
    who.looks_away()
    posted = chat_people.chat_of(desk, person).messages[who.last.id]
    chat_people.tap(desk, person, posted, data)


def so_far(who: Person) -> str:
    """Everything that stands in her chat, buttons and their hidden data too."""
    parts: list[str] = []
    for message in who.messages:
        parts.append(message.text)
        parts += [str(button) for row in message.rows for button in row]
    return "\n".join(parts)


def states_of_orders(session: Session) -> list[OrderState]:
    return [order.state for order in session.exec(select(Order).order_by(col(Order.created_at)))]


def data_of(name: str, *values: object) -> str:
    """The hidden data of a button with this command."""
    return commands.encode(getattr(commands, name)(*values))
