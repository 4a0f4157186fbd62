"""A session in the playground as a person would have it, for tests of what is kept of it."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.journeys.town import RISOTTO, Town, open_town, quick

__all__ = ["ASK", "a_town", "from_a_link_to_an_order", "saved_script", "saved_test"]

ASK = re.compile("Ask the sellers")


@asynccontextmanager
async def a_town(home: Path) -> AsyncIterator[Town]:
    async with open_town(quick(), home) as town:
        yield town


async def from_a_link_to_an_order(town: Town) -> None:
    """A link, taps, one seller's tap and another's words, and an order to be paid in cash."""
    mia, jonas, aylin = await town.person("mia"), await town.person("jonas"), await town.person("aylin")
    await mia.starts()
    await mia.sees("Hello Mia")
    await mia.says(town.page(*RISOTTO))
    await mia.sees("list prices", button=ASK)
    await town.wire.settles()
    await mia.taps(re.compile("onion"))
    await town.wire.settles()
    await mia.taps(ASK)
    await mia.sees("0 of 3 sellers answered")
    await town.wire.settles()
    await jonas.taps(re.compile("Offer as listed"))
    await mia.sees("1 of 3")
    await aylin.says("butter 2.50, no basil, rest ok, tomorrow", reply_to=await aylin.sees("Inquiry"))
    await aylin.sees("Is this your offer")
    await aylin.taps(re.compile("Right"))
    await mia.sees("2 of 3")
    await town.wire.settles()
    await mia.taps(re.compile("Show what there is now"))
    await mia.sees("My proposal")
    await town.wire.settles()
    await mia.taps(re.compile("Order this"))
    await mia.sees("Your order")
    await mia.taps(re.compile("Give the address"))
    await mia.sees("Where shall it be")
    await mia.says("Gartenweg 14, 99955 Lindenau")
    await mia.sees("Delivered to Gartenweg")
    await mia.taps(re.compile("Cash at the door"))
    await mia.sees("Paid in cash")
    await mia.taps(re.compile("Place the order"))
    await mia.sees("getting it together")
    await town.wire.settles()
    await jonas.taps("All picked")
    await town.wire.settles()


async def saved_script(town: Town) -> str:
    return await _given(town, "/play/script?title=From+a+link+to+an+order")


async def saved_test(town: Town) -> str:
    return await _given(town, "/play/script/test?title=From+a+link+to+an+order")


async def _given(town: Town, path: str) -> str:
    content: bytes = await town.wire.ask("GET", path)
    return content.decode()
