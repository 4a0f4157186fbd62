"""Every switch for what goes wrong: what it does, how often, for how long, to whom."""

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.playground.emulator import Emulator
from bot.playground.emulator.faults import CALL_KINDS, UPDATE_KINDS
from tests.playground.emulator.api import Api, Json


async def switch(api: Api, kind: str, **details: Any) -> Json:
    given: Json = await api.control("/faults", {"kind": kind, **details})
    assert "error" not in given, given
    return given


async def sent(api: Api, chat_id: int, text: str = "a") -> str:
    """What came of a message: `ok`, the error, or `no answer`."""
    try:
        reply = await api("sendMessage", chat_id=chat_id, text=text)
    except aiohttp.ClientError:
        return "no answer"
    return "ok" if reply.body["ok"] else reply.error


async def texts(api: Api, chat_id: int) -> list[str]:
    return [
        message["text"] for message in await api.control(f"/users/{chat_id}/messages") if message["from_bot"]
    ]


@pytest.mark.parametrize(
    ("kind", "outcome", "arrives"),
    [
        ("too_many_requests", "429 Too Many Requests: retry after 3", False),
        ("outage", "502 Bad Gateway", False),
        ("internal", "500 Internal Server Error: a fault was switched on", False),
        ("blocked", "403 Forbidden: bot was blocked by the user", False),
        ("drop", "no answer", False),
        ("drop_answer", "no answer", True),
        ("slow", "ok", True),
    ],
)
async def test_a_call_suffers_once_and_the_next_does_not(
    api: Api, kind: str, outcome: str, arrives: bool
) -> None:
    ada = await api.person()
    await switch(api, kind, delay_ms=1)
    assert await sent(api, ada, "first") == outcome
    assert await sent(api, ada, "second") == "ok"
    assert await texts(api, ada) == (["first", "second"] if arrives else ["second"])
    assert await api.control("/faults") == []


async def test_429_says_when_to_come_again_in_the_body_and_in_a_header(api: Api) -> None:
    ada = await api.person()
    await switch(api, "too_many_requests", retry_after=17)
    reply = await api("sendMessage", chat_id=ada, text="a")
    assert reply.body["parameters"] == {"retry_after": 17}
    assert reply.headers["Retry-After"] == "17"


@pytest.mark.parametrize("kind", sorted({*CALL_KINDS} - {"refuse", "slow", "drop_answer"}))
async def test_a_fault_lasts_for_its_seconds(api: Api, kind: str) -> None:
    ada = await api.person()
    await switch(api, kind, seconds=30)
    assert [await sent(api, ada) == "ok" for _ in range(3)] == [False] * 3
    api.clock.seconds += 29
    assert await sent(api, ada) != "ok"
    api.clock.seconds += 2
    assert await sent(api, ada) == "ok"


async def test_a_fault_lasts_until_it_is_taken_away(api: Api) -> None:
    ada = await api.person()
    fault = await switch(api, "outage", count=0)
    api.clock.seconds += 1_000_000
    assert [await sent(api, ada) for _ in range(5)] == ["502 Bad Gateway"] * 5
    async with api.session.delete(f"{api.url}/control/faults/{fault['id']}") as response:
        assert response.status == 200
    assert await sent(api, ada) == "ok"


async def test_a_fault_happens_as_often_as_it_is_told(api: Api) -> None:
    ada = await api.person()
    await switch(api, "internal", count=2)
    assert [await sent(api, ada) == "ok" for _ in range(3)] == [False, False, True]


async def test_a_fault_hits_the_methods_and_the_chat_that_it_names(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    await switch(api, "too_many_requests", methods=["SendMessage"], chat_id=ada, count=0)
    assert (await sent(api, ada)).startswith("429")
    assert await sent(api, bob) == "ok"
    assert (await api("sendChatAction", chat_id=ada, action="typing")).result is True


async def test_a_slow_answer_takes_its_time(api: Api) -> None:
    await switch(api, "slow", delay_ms=80)
    loop = asyncio.get_running_loop()
    began = loop.time()
    await api("getMe")
    assert loop.time() - began >= 0.08


async def _connects_for_ever(url: str) -> None:
    async with asyncio.timeout(10):
        while True:
            async with aiohttp.request("GET", f"{url}/control"):
                pass


async def test_while_connections_are_refused_nobody_listens(api: Api) -> None:
    """The clock of the emulator ends it: its own control API cannot be reached either."""
    ada = await api.person()
    await switch(api, "refuse", seconds=30)
    with pytest.raises(aiohttp.ClientConnectorError):
        await _connects_for_ever(api.url)
    assert await sent(api, ada, "into the void") == "no answer"
    api.clock.seconds += 31
    async with asyncio.timeout(10):
        while await sent(api, ada, "heard") != "ok":
            pass
    assert await texts(api, ada) == ["heard"]


async def test_an_emulator_without_a_server_of_its_own_says_that_it_cannot_refuse() -> None:
    async with Emulator() as emulator:
        with pytest.raises(Exception, match="shares its server with others; use drop"):
            emulator.desk.faults.add({"kind": "refuse", "seconds": 1})


async def test_a_confirmed_update_comes_once_more(api: Api) -> None:
    ada = await api.person()
    await api.say(ada, "one")
    await switch(api, "duplicate_update")
    first = (await api("getUpdates")).result[0]
    again = (await api("getUpdates", offset=first["update_id"] + 1)).result
    assert again == [first]
    assert (await api("getUpdates", offset=first["update_id"] + 1)).result == []


async def test_the_first_updates_change_places_until_it_is_taken_away(api: Api) -> None:
    ada = await api.person()
    await switch(api, "reorder_updates", count=0)
    for text in ("one", "two", "three"):
        await api.say(ada, text)
    for _ in range(2):
        updates = (await api("getUpdates")).result
        assert [update["message"]["text"] for update in updates] == ["two", "one", "three"]
    async with api.session.delete(f"{api.url}/control/faults"):
        pass
    updates = (await api("getUpdates")).result
    assert [update["message"]["text"] for update in updates] == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"kind": "outage", "seconds": "long"}, "seconds must be a number from 0 on, not 'long'"),
        ({"kind": "outage", "count": -1}, "count must be a number from 0 on, not -1"),
        ({"kind": "outage", "methods": "sendMessage"}, "methods must be a list of names of the Bot API"),
        ({"kind": "outage", "methods": ["sendMesage"]}, "the Bot API has no method sendMesage"),
        ({"kind": "refuse"}, "say for how many seconds: nobody could take it away"),
        ({}, f"no fault of kind None; there are {', '.join(CALL_KINDS + UPDATE_KINDS)}"),
    ],
)
async def test_a_switch_that_would_never_fire_is_refused_in_words(api: Api, body: Json, words: str) -> None:
    assert await api.control("/faults", body) == {"error": words}


async def test_the_page_hears_of_every_change(api: Api) -> None:
    seq = (await api.control(""))["seq"]
    await switch(api, "outage", seconds=5)
    api.clock.seconds += 6
    assert await api.control("/faults") == []
    events = api.emulator.desk.journal.since(seq)
    assert events is not None
    assert [len(event["faults"]) for event in events if event["kind"] == "fault"] == [1, 0]
