"""PTB over aiohttp: what the transport makes of the network's moods."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InputFile
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.transport import AiohttpRequest
from tests.playground.emulator.api import Api


@pytest.fixture
async def bot(api: Api) -> AsyncIterator[Bot]:
    request = AiohttpRequest(read_timeout=5)
    made = Bot(
        api.emulator.token,
        base_url=f"{api.url}/bot",
        base_file_url=f"{api.url}/file/bot",
        request=request,
        get_updates_request=AiohttpRequest(),
    )
    async with made:
        yield made


async def test_refusals_keep_their_kind(api: Api, bot: Bot) -> None:
    ada = await api.person()
    with pytest.raises(BadRequest, match="Text must be non-empty"):
        await bot.send_message(ada, " ")
    await api.control(f"/users/{ada}/block", {})
    with pytest.raises(Forbidden):
        await bot.send_message(ada, "a")
    await api.control(f"/users/{ada}/unblock", {})
    await api.control("/faults", {"kind": "too_many_requests", "retry_after": 9})
    with pytest.raises(RetryAfter):
        await bot.send_message(ada, "a")


async def test_a_cut_connection_is_a_network_error(api: Api, bot: Bot) -> None:
    ada = await api.person()
    await api.control("/faults", {"kind": "drop"})
    with pytest.raises(NetworkError):
        await bot.send_message(ada, "lost before")
    await api.control("/faults", {"kind": "drop_answer"})
    with pytest.raises(NetworkError):
        await bot.send_message(ada, "lost after")
    texts = [message["text"] for message in await api.control(f"/users/{ada}/messages")]
    assert texts == ["/start", "lost after"]


async def test_a_slow_answer_times_out(api: Api, bot: Bot) -> None:
    ada = await api.person()
    await api.control("/faults", {"kind": "slow", "delay_ms": 400})
    with pytest.raises(TimedOut):
        await bot.send_message(ada, "a", read_timeout=0.05)


async def test_an_environment_proxy_is_not_trusted(
    api: Api, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert (await bot.get_me()).is_bot


async def test_uploads_and_downloads_carry_their_bytes(api: Api, bot: Bot) -> None:
    ada = await api.person()
    content = "größe,1\n".encode()
    message = await bot.send_document(ada, InputFile(content, filename='größe "1".csv'))
    assert message.document
    assert message.document.file_name == 'größe "1".csv'
    file = await bot.get_file(message.document.file_id)
    assert bytes(await file.download_as_bytearray()) == content


async def test_hundreds_of_requests_wait_side_by_side(api: Api, bot: Bot) -> None:
    """For the transport, that is: how long the answers take is up to the machine."""
    ada = await api.person()
    await api.control("/delay", {"delay_ms": 20})
    sent = await asyncio.gather(*(bot.send_message(ada, str(n), read_timeout=120) for n in range(200)))
    assert len({message.message_id for message in sent}) == 200


async def test_it_says_when_it_is_used_before_it_is_opened() -> None:
    with pytest.raises(RuntimeError, match="before initialize"):
        await AiohttpRequest().do_request("http://127.0.0.1:1/", "GET")
