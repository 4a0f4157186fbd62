"""The advised limits of sending, switched on: short bursts pass, then 429 says for how long."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.playground.emulator import Emulator, Settings
from bot.playground.emulator.errors import Flooded
from bot.playground.emulator.rates import Rates
from tests.playground.emulator.api import Api, Clock


@pytest.fixture
async def paced(clock: Clock) -> AsyncIterator[Api]:
    async with Emulator(Settings(clock=clock, rates=True)) as emulator:
        url = await emulator.serve()
        async with aiohttp.ClientSession(trust_env=False) as session:
            yield Api(url, emulator, session, clock)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def wait(rates: Rates, chat_id: int, method: str = "sendMessage", **values: object) -> int:
    """0 when it may be sent, else the seconds to wait."""
    try:
        rates.take(method, {"chat_id": chat_id, **values})
    except Flooded as error:
        return error.retry_after or -1
    return 0


async def test_a_burst_in_one_chat_passes_and_then_it_is_one_a_second(paced: Api) -> None:
    ada, bob = await paced.person(), await paced.person("Bob")
    replies = [await paced("sendMessage", chat_id=ada, text="a") for _ in range(6)]
    assert [reply.status for reply in replies] == [200] * 5 + [429]
    assert replies[-1].error == "429 Too Many Requests: retry after 1"
    assert replies[-1].headers["Retry-After"] == "1"
    assert (await paced("sendMessage", chat_id=bob, text="a")).status == 200
    assert (await paced("sendChatAction", chat_id=ada, action="typing")).status == 200
    paced.clock.seconds += 1
    assert [(await paced("sendMessage", chat_id=ada, text="a")).status for _ in range(2)] == [200, 429]


def test_thirty_a_second_in_all(clock: Clock) -> None:
    rates = Rates(clock)
    assert [wait(rates, chat_id) for chat_id in range(1, 31)] == [0] * 30
    assert wait(rates, 31) == 1
    clock.seconds += 0.5
    assert [wait(rates, chat_id) for chat_id in range(31, 47)] == [0] * 15 + [1]


def test_twenty_a_minute_in_a_group(clock: Clock) -> None:
    rates = Rates(clock)
    assert [wait(rates, -100) for _ in range(20)] == [0] * 20
    assert wait(rates, -100) == 3
    clock.seconds += 3
    assert [wait(rates, -100), wait(rates, -100)] == [0, 3]


def test_an_album_counts_by_its_items_and_what_was_refused_does_not(clock: Clock) -> None:
    rates = Rates(clock)
    assert wait(rates, 1, "sendMediaGroup", media=[{}] * 4) == 0
    assert [wait(rates, 1, "sendMediaGroup", media=[{}] * 4) for _ in range(3)] == [3, 3, 3]
    assert wait(rates, 1) == 0


async def test_without_the_switch_nobody_is_slowed_down(api: Api) -> None:
    ada = await api.person()
    assert {(await api("sendMessage", chat_id=ada, text="a")).status for _ in range(40)} == {200}
