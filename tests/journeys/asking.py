"""Steps that many journeys share: a list in words, the sellers asked, their answers."""

import re

from tests.journeys.town import RISOTTO, Town
from tests.kit.person import Person
from tests.kit.screen import Message

__all__ = [
    "ASK", "LISTED", "RIGHT", "answers_as_listed", "answers_in_words", "asks_for", "asks_for_risotto",
    "seller",
]  # fmt: skip

ASK = re.compile("Ask the sellers")
LISTED = re.compile("Offer as listed")
RIGHT = "✅ Right"


async def asks_for(town: Town, *lines: str) -> Person:
    """Mia pastes a list of at least three lines and asks the sellers."""
    mia = await town.person("mia")
    await mia.says("\n".join(lines))
    await mia.sees("list prices", button=ASK)
    await mia.taps(ASK)
    await mia.sees("sellers answered")
    return mia


async def asks_for_risotto(town: Town) -> Person:
    mia = await town.person("mia")
    await mia.says(town.page(*RISOTTO))
    await mia.sees("list prices", button=ASK)
    await mia.taps(ASK)
    await mia.sees("0 of 3 sellers answered")
    return mia


async def seller(town: Town, key: str) -> tuple[Person, Message]:
    """Somebody of a shop, and the inquiry that was pushed to her."""
    person = await town.person(key)
    return person, await person.sees("Inquiry", anywhere=True)


async def answers_as_listed(town: Town, *keys: str) -> None:
    for key in keys:
        person = await town.person(key)
        await person.taps(LISTED)
        await person.sees("is with the customer")


async def answers_in_words(town: Town, key: str, words: str) -> Message:
    """A reply to the push, and the read-back."""
    person, inquiry = await seller(town, key)
    await person.says(words, reply_to=inquiry)
    return await person.sees("Is this your offer")
