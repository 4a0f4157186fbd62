"""The control API: what the page lives on; and what survives a restart."""

import asyncio
import json
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.playground.emulator import TOKEN, Emulator, Settings
from tests.kit import Wire
from tests.playground.emulator.api import Api, Clock
from tests.playground.emulator.bots import polling
from tests.playground.emulator.test_files import picture


async def test_events_come_in_order_and_can_be_resumed(api: Api) -> None:
    ada = await api.person()
    await api("sendMessage", chat_id=ada, text="one")
    seq = (await api.control(""))["seq"]
    await api("sendMessage", chat_id=ada, text="two")
    url = f"{api.url}/control/events?since={seq}&kinds=message,call"
    events = []
    async with api.session.get(url) as stream:
        async for line in stream.content:
            if line.startswith(b"data: "):
                events.append(json.loads(line[6:]))
            if len(events) == 3:
                break
    assert [event["kind"] for event in events] == ["hello", "message", "call"]
    assert events[1]["message"]["text"] == "two"
    assert events[1]["message"]["from_bot"] is True
    assert events[2]["call"]["method"] == "sendMessage"
    assert events[1]["seq"] > seq


async def test_the_log_shows_calls_with_their_answers_and_uploads_by_size(api: Api) -> None:
    ada = await api.person()
    await api("sendPhoto", {"photo": picture(90, 90)}, chat_id=ada)
    await api("sendMessage", chat_id=ada, text="")
    sent, failed = (await api.control("/calls"))[-2:]
    assert sent["params"]["photo"]["file_name"] == "photo.png"
    assert sent["ok"] is True
    assert (failed["error_code"], failed["description"]) == (400, "Bad Request: message text is empty")
    assert await api.control("/calls?errors=1") == [failed]
    assert [row["seq"] for row in await api.control(f"/calls?chat_id={ada}&limit=1")] == [failed["seq"]]


async def test_buttons_that_open_something_say_what(api: Api) -> None:
    ada = await api.person()
    row = [
        {"text": "Site", "url": "https://example.com/a"},
        {"text": "App", "web_app": {"url": "https://example.com/app"}},
        {"text": "Copy", "copy_text": {"text": "ERR-1"}},
        {"text": "Find", "switch_inline_query_current_chat": "rice"},
    ]
    sent = (await api("sendMessage", chat_id=ada, text="a", reply_markup={"inline_keyboard": [row]})).result
    taps = [
        await api.control(f"/users/{ada}/tap", {"message_id": sent["message_id"], "column": column, "row": 0})
        for column in range(4)
    ]
    opened = taps.pop(1)
    assert (opened["kind"], opened["url"].partition("#")[0]) == ("web_app", "https://example.com/app")
    assert taps == [
        {"kind": "url", "url": "https://example.com/a"},
        {"kind": "copy", "text": "ERR-1"},
        {"kind": "inline", "query": "rice", "current_chat": True},
    ]


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("/users/5/say", {"text": "a"}, "no user 5"),
        ("/users", {}, "first_name is missing"),
        ("/users/{ada}/tap", {"message_id": 77, "data": "x"}, "no message 77 in this chat"),
        ("/users/{ada}/dance", {}, "no act 'dance'"),
        ("/users/{ada}/say", {}, "the request does not fit: KeyError 'text'"),
        ("/users/{ada}/location", {"latitude": "north"}, "the request does not fit: ValueError"),
        ("/faults", {"kind": "earthquake"}, "no fault of kind 'earthquake'"),
    ],
)
async def test_acts_that_cannot_be_are_refused_in_words(
    api: Api, path: str, body: dict[str, object], words: str
) -> None:
    ada = await api.person()
    refused = await api.control(path.format(ada=ada), body)
    assert refused["error"].startswith(words)


async def test_pins_reactions_and_descriptions_are_kept(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendMessage", chat_id=ada, text="a")).result["message_id"]
    await api("pinChatMessage", chat_id=ada, message_id=sent)
    await api("setMessageReaction", chat_id=ada, message_id=sent, reaction=[{"type": "emoji", "emoji": "👍"}])
    await api("setMyDescription", description="A shop")
    shown = (await api.control(f"/users/{ada}/messages"))[-2]
    assert (shown["pinned"], shown["reactions"]["bot"]) == (True, ["👍"])
    assert (await api.control(""))["bot"]["description"] == "A shop"
    assert (await api("getChat", chat_id=ada)).result["pinned_message"]["message_id"] == sent
    await api("unpinChatMessage", chat_id=ada)
    assert (await api.control(f"/users/{ada}"))["pinned"] == []
    assert await api.violations() == []


async def test_an_action_shows_until_a_message_or_five_seconds(api: Api) -> None:
    ada = await api.person()
    await api("sendChatAction", chat_id=ada, action="typing")
    assert (await api.control(f"/users/{ada}"))["action"]["action"] == "typing"
    api.clock.seconds += 6
    assert (await api.control(f"/users/{ada}"))["action"] is None


async def test_a_reset_empties_the_world_and_ids_go_on(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendMessage", chat_id=ada, text="a")).result["message_id"]
    await api.control("/reset", {"keep_users": True})
    assert (await api("sendMessage", chat_id=ada, text="a")).status == 403
    await api.control(f"/users/{ada}/start", {})
    assert (await api("sendMessage", chat_id=ada, text="a")).result["message_id"] > sent
    await api.control("/reset", {})
    assert await api.control("/users") == []


async def test_everything_survives_a_restart(tmp_path: Path) -> None:
    settings = Settings(database=tmp_path / "emulator.sqlite", clock=Clock())

    async with Emulator(settings) as emulator, aiohttp.ClientSession() as session:
        api = Api(await emulator.serve(), emulator, session, Clock())
        ada = await api.person()
        keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
        await api("sendMessage", chat_id=ada, text="Keys", reply_markup={"keyboard": [["A"]]})
        sent = (await api("sendPhoto", {"photo": picture(90, 90)}, chat_id=ada, reply_markup=keyboard)).result
        await api.control(f"/users/{ada}/tap", {"message_id": sent["message_id"], "data": "y"})
        await api("setMyCommands", commands=[{"command": "help", "description": "Help"}])
        before = await api.control(f"/users/{ada}/messages")
        overview = await api.control(f"/users/{ada}")

    async with Emulator(settings) as emulator, aiohttp.ClientSession() as session:
        api = Api(await emulator.serve(), emulator, session, Clock())
        assert await api.control(f"/users/{ada}/messages") == before
        assert await api.control(f"/users/{ada}") == overview
        update = (await api("getUpdates")).result[0]
        assert (
            await api("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])
        ).result is True
        assert (await api("sendPhoto", chat_id=ada, photo=sent["photo"][0]["file_id"])).status == 200
        again = (await api.say(ada, "hello"))["update_ids"][0]
        assert again == update["update_id"] + 1
        assert len((await api("getMyCommands")).result) == 1


async def test_the_load_measures_a_bot(wire: Wire) -> None:
    async with polling(wire):
        measured = await wire.post("/load", {"people": 4, "turns": 20, "text": "hello"})
    assert (measured["turns"], measured["unanswered"]) == (20, 0)


async def test_fast_settings_record_nothing_and_still_answer() -> None:
    emulator = Emulator(Settings(check=False, record=False, delay_ms=1))
    async with emulator, aiohttp.ClientSession() as session:
        api = Api(await emulator.serve(), emulator, session, Clock())
        ada = await api.person()
        sent = await asyncio.gather(*(api("sendMessage", chat_id=ada, text=str(one)) for one in range(20)))
        assert {reply.status for reply in sent} == {200}
        assert await api.control("/calls") == []


async def test_what_was_answered_outlives_a_killed_process(tmp_path: Path) -> None:
    async with aiohttp.ClientSession() as session:
        async with _process(tmp_path / "kept.sqlite") as url:
            ada = (await _post(session, f"{url}/control/users", {"first_name": "Ada"}))["id"]
            await _post(session, f"{url}/control/users/{ada}/start", {})
            sent = await _post(session, f"{url}/bot{TOKEN}/sendMessage", {"chat_id": ada, "text": "kept"})
        async with _process(tmp_path / "kept.sqlite") as url:
            edit = {"chat_id": ada, "message_id": sent["result"]["message_id"], "text": "changed"}
            assert (await _post(session, f"{url}/bot{TOKEN}/editMessageText", edit))["ok"] is True


@asynccontextmanager
async def _process(database: Path) -> AsyncIterator[str]:
    """`python -m bot.playground.emulator` on a free port; killed at the end."""
    arguments = ("-m", "bot.playground.emulator", "--port", "0", "--database", str(database))
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=asyncio.subprocess.PIPE)
    assert process.stdout
    try:
        line = await asyncio.wait_for(process.stdout.readline(), 30)
        yield re.findall(r"http://[0-9.:]+", line.decode())[0]
    finally:
        process.kill()
        await process.wait()


async def _post(session: aiohttp.ClientSession, url: str, body: dict[str, object]) -> dict[str, Any]:
    async with session.post(url, json=body) as response:
        given: dict[str, Any] = await response.json()
        return given


async def test_every_hit_of_a_fault_is_counted_and_told(api: Api) -> None:
    ada = await api.person()
    seq = (await api.control(""))["seq"]
    fault = {"kind": "too_many_requests", "count": 2, "chat_id": ada, "methods": ["sendMessage"]}
    await api.control("/faults", fault)
    for _ in range(2):
        assert (await api("sendMessage", chat_id=ada, text="hi")).error.startswith("429")
    assert (await api.control(""))["fault_hits"] == {"too_many_requests": 2}
    events = api.emulator.desk.journal.since(seq)
    told = [(one["hits"], len(one["faults"])) for one in events or () if one["kind"] == "fault"]
    assert told == [({}, 1), ({"too_many_requests": 1}, 1), ({"too_many_requests": 2}, 0)]
    await api.control("/reset", {})
    assert (await api.control(""))["fault_hits"] == {}


HALF = b'"a \\ud83d b"'


async def test_half_a_character_is_refused_and_spoils_no_database(tmp_path: Path) -> None:
    settings = Settings(database=tmp_path / "chats.sqlite")
    async with Emulator(settings) as emulator, aiohttp.ClientSession(trust_env=False) as session:
        api = Api(await emulator.serve(), emulator, session, Clock())
        ada = await api.person()
        kind = {"Content-Type": "application/json"}
        body = b'{"chat_id": %d, "text": %s}' % (ada, HALF)
        refused = await api.raw("sendMessage", data=body, headers=kind)
        assert refused.error == "400 Bad Request: strings must be encoded in UTF-8"
        for path in ("users", f"users/{ada}/say"):
            told = b'{"first_name": %s, "text": %s}' % (HALF, HALF)
            async with session.post(f"{api.url}/control/{path}", data=told, headers=kind) as answer:
                assert answer.status == 400
        emulator.desk.store.put("note", "1", "\ud83d")
        with pytest.raises(UnicodeEncodeError):
            emulator.desk.store.commit()
        assert (await api("sendMessage", chat_id=ada, text="whole")).status == 200
    async with Emulator(settings) as again:
        assert [one.message["text"] for one in again.desk.world.chats[ada].messages.values()][-1] == "whole"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("clock", b'{"ahead_seconds": NaN}'),
        ("clock", b'{"ahead_seconds": 1e999}'),
        ("delay", b'{"delay_ms": -5}'),
        ("users", b'{"first_name": "Ada", "id": "x"}'),
        ("users", b'{"first_name": "Ada", "id": 99999999999999999999}'),
        ("faults", b'{"kind": "slow", "dealy_ms": 5}'),
        ("reset", b"[" * 50_000),
        ("reset", b"{"),
    ],
)
async def test_what_a_switch_cannot_be_is_refused_with_words(api: Api, path: str, body: bytes) -> None:
    async with api.session.post(f"{api.url}/control/{path}", data=body) as answer:
        assert answer.status == 400
        assert len((await answer.json())["error"]) > 15
    assert await api.control("/users") == []


@pytest.mark.parametrize("payload", ["two words", "x" * 65, "ü"])
async def test_a_link_carries_only_what_telegram_lets_it(api: Api, payload: str) -> None:
    ada = await api.person(started=False)
    assert "a link carries" in (await api.control(f"/users/{ada}/start", {"payload": payload}))["error"]
    assert await api.heard() == []
    await api.control(f"/users/{ada}/start", {"payload": "ref_1-x"})
    assert await api.heard() == ["/start ref_1-x"]
