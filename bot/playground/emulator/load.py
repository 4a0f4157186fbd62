"""A closed loop of people for benchmarks: each says something, waits for the bot's message, says it again."""

import asyncio
import statistics
import time
from collections.abc import Iterator

from . import people
from .desk import Desk
from .rooms import chat_of
from .spec import Json
from .state import Person

WAIT_SECONDS = 30


async def run_load(desk: Desk, count: int, turns: int, text: str) -> Json:
    """`turns` in all, `count` in flight. An answer is the first message of the bot in that chat
    afterwards."""
    crowd = [people.add(desk, f"Load {n}") for n in range(count)]
    left = iter(range(turns))
    waits: list[float] = []
    started = time.perf_counter()
    lost = sum(await asyncio.gather(*(_chat(desk, person, text, left, waits) for person in crowd)))
    seconds = time.perf_counter() - started
    for person in crowd:
        desk.world.people.pop(person.id, None)
        desk.world.chats.pop(person.id, None)
    quantiles = statistics.quantiles(waits, n=20) if len(waits) > 1 else [*waits, *[0.0] * 20]
    return {
        "turns": len(waits),
        "seconds": round(seconds, 3),
        "per_second": round(len(waits) / seconds, 1),
        "p50_ms": round(statistics.median(waits or [0]) * 1000, 1),
        "p95_ms": round(quantiles[18] * 1000, 1),
        "unanswered": lost,
    }


async def _chat(desk: Desk, person: Person, text: str, left: Iterator[int], waits: list[float]) -> int:
    lost = 0
    for _ in left:
        begun = time.perf_counter()
        arrived = desk.expect_bot_message(person.id)
        people.say(desk, person, text)
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                await arrived
        except TimeoutError:
            lost += 1
            continue
        waits.append(time.perf_counter() - begun)
        chat_of(desk, person).messages.clear()
    return lost
