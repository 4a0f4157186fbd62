"""Clauses of the honest emulator that no other file proves; docs/emulator.md says which test proves which."""

import asyncio

import pytest

from bot.playground.emulator import updates
from bot.playground.emulator.state import World, bot_of
from tests.playground.emulator.api import Api
from tests.playground.emulator.mistakes import INVOICE, button, picture

BOT = bot_of("1:x", first_name="Bot", username="a_bot")


def test_the_first_update_id_is_random_between_two_million_and_a_thousand_million() -> None:
    first = {World(BOT).last_update_id + 1 for _ in range(200)}
    assert len(first) > 190
    assert all(2_000_000 <= number <= 1_000_000_000 for number in first)


async def test_a_poll_ends_after_the_longest_time_whatever_is_asked(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert updates.LONGEST_POLL_SECONDS == 50
    monkeypatch.setattr(updates, "LONGEST_POLL_SECONDS", 0.05)
    async with asyncio.timeout(5):
        assert (await api("getUpdates", timeout=600)).result == []


async def test_setting_a_webhook_ends_the_poll_that_waits(api: Api) -> None:
    poll = asyncio.create_task(api("getUpdates", timeout=50))
    await api.polled()
    await api("setWebhook", url="https://ex.com/hook")
    assert (await poll).error == "409 Conflict: terminated by setWebhook request"


async def test_three_kinds_of_updates_come_only_when_asked_for(api: Api) -> None:
    left_out = ("chat_member", "message_reaction", "message_reaction_count")
    allows = api.emulator.desk.updates.allows
    assert [allows(kind) for kind in left_out] == [False] * 3
    assert all(allows(kind) for kind in ("message", "edited_message", "my_chat_member", "inline_query"))
    await api("getUpdates", allowed_updates=list(left_out))
    assert [allows(kind) for kind in left_out] == [True] * 3
    assert not allows("message")


async def test_allowed_kinds_outlast_a_call_that_does_not_speak_of_them(api: Api) -> None:
    await api("setWebhook", url="https://ex.com/hook", allowed_updates=["message"])
    await api("deleteWebhook")
    await api("setWebhook", url="https://ex.com/hook")
    assert (await api("getWebhookInfo")).result["allowed_updates"] == ["message"]


async def test_an_update_made_before_a_kind_was_allowed_still_comes(api: Api) -> None:
    """What is allowed counts when an update is made, not when it is fetched."""
    ada = await api.person()
    await api.say(ada, "made while wanted")
    updates_ = (await api("getUpdates", allowed_updates=["callback_query"])).result
    assert [update["message"]["text"] for update in updates_] == ["made while wanted"]


async def test_an_inline_query_lives_30_seconds(api: Api) -> None:
    ada = await api.person()
    await api.control(f"/users/{ada}/inline", {"query": "rice"})
    api.clock.seconds += 29
    assert len((await api("getUpdates")).result) == 1
    api.clock.seconds += 2
    assert (await api("getUpdates")).result == []


@pytest.mark.parametrize(("flexible", "kind"), [(False, "pre_checkout_query"), (True, "shipping_query")])
async def test_a_question_about_a_payment_lives_150_seconds(api: Api, flexible: bool, kind: str) -> None:
    ada = await api.person()
    sent = (await api("sendInvoice", chat_id=ada, **INVOICE, is_flexible=flexible)).result
    body = {"message_id": sent["message_id"], "shipping_address": {"country_code": "DE"}}
    async with api.doing(api.control(f"/users/{ada}/pay", body)):
        assert kind in (await api("getUpdates", timeout=5)).result[-1]
        api.clock.seconds += 149
        assert kind in (await api("getUpdates")).result[-1]
        api.clock.seconds += 2
        assert (await api("getUpdates")).result == []


async def test_text_is_counted_after_parsing_and_in_code_points(api: Api) -> None:
    ada = await api.person()
    marked = "<b>" + "😀" * 4096 + "</b>"
    message = (await api("sendMessage", chat_id=ada, text=marked, parse_mode="HTML")).result
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 8192}]
    longer = await api("sendMessage", chat_id=ada, text="😀" * 4097)
    assert longer.error == "400 Bad Request: message is too long"
    caption = {"caption": f"<i>{'é' * 1024}</i>", "parse_mode": "HTML"}
    assert (await api("sendPhoto", {"photo": picture()}, chat_id=ada, **caption)).body["ok"] is True


@pytest.mark.parametrize(
    "empty", [{"inline_keyboard": []}, {"inline_keyboard": [[]]}, {"keyboard": [[], []]}]
)
async def test_an_empty_keyboard_is_dropped(api: Api, empty: dict[str, object]) -> None:
    ada = await api.person()
    message = (await api("sendMessage", chat_id=ada, text="a", reply_markup=empty)).result
    assert "reply_markup" not in message
    assert (await api.control(f"/users/{ada}"))["keyboard"] is None


async def test_callback_data_is_measured_in_bytes(api: Api) -> None:
    ada = await api.person()
    for data, ok in (("ü" * 32, True), ("ü" * 32 + "x", False), ("x" * 64, True), ("🍚" * 17, False)):
        sent = await api("sendMessage", chat_id=ada, text="a", reply_markup=button(callback_data=data))
        assert sent.body["ok"] is ok


async def test_the_bot_edits_its_own_messages_without_any_limit_of_time(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendMessage", chat_id=ada, text="a")).result
    api.clock.seconds += 3 * 365 * 86_400
    edited = await api("editMessageText", chat_id=ada, message_id=sent["message_id"], text="b")
    assert edited.result["text"] == "b"


async def test_a_token_that_cannot_be_one_is_401(api: Api) -> None:
    for token in ("nonsense", "0:abc", "abc:def", "1000001:" + "x" * 80):
        assert (await api.raw("getMe", token=token)).error == "401 Unauthorized: invalid token specified"
    assert (await api.raw("getMe", token="77:abc")).error == "401 Unauthorized"


async def test_parameters_come_in_every_form(api: Api) -> None:
    """In the query, as a form, as multipart, as JSON."""
    ada = await api.person()
    texts = {"chat_id": str(ada), "text": "in the query"}
    await api.raw("sendMessage", params=texts)
    await api("sendMessage", chat_id=ada, text="as a form")
    await api.json("sendMessage", chat_id=ada, text="as JSON")
    await api("sendPhoto", {"photo": picture()}, chat_id=ada, caption="as multipart")
    messages = (await api.control(f"/users/{ada}/messages"))[-4:]
    shown = [message.get("text") or message["caption"] for message in messages]
    assert shown == ["in the query", "as a form", "as JSON", "as multipart"]
    assert await api.violations() == []
