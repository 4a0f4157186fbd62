"""Updates: ids, offsets, long polling and its conflicts, lives, allowed kinds."""

import asyncio

import aiohttp

from tests.playground.emulator.api import Api


async def test_update_ids_begin_at_random_and_go_up_by_one(api: Api) -> None:
    ada = await api.person()
    first = (await api.say(ada, "one"))["update_ids"][0]
    second = (await api.say(ada, "two"))["update_ids"][0]
    assert 2_000_000 <= first <= 1_000_000_100
    assert second == first + 1


async def test_an_offset_confirms_all_updates_below_it(api: Api) -> None:
    ada = await api.person()
    for text in ("one", "two", "three"):
        await api.say(ada, text)
    updates = (await api("getUpdates")).result
    assert [update["message"]["text"] for update in updates] == ["one", "two", "three"]
    again = (await api("getUpdates", offset=updates[1]["update_id"])).result
    assert [update["message"]["text"] for update in again] == ["two", "three"]
    assert (await api("getUpdates", offset=updates[2]["update_id"] + 1)).result == []
    assert (await api("getUpdates")).result == []


async def test_a_negative_offset_keeps_the_last_ones(api: Api) -> None:
    ada = await api.person()
    for text in ("one", "two", "three"):
        await api.say(ada, text)
    kept = (await api("getUpdates", offset=-2)).result
    assert [update["message"]["text"] for update in kept] == ["two", "three"]
    assert len((await api("getUpdates")).result) == 2


async def test_limit_is_held_between_1_and_100(api: Api) -> None:
    ada = await api.person()
    for number in range(102):
        await api.say(ada, str(number))
    assert len((await api("getUpdates", limit=500)).result) == 100
    assert len((await api("getUpdates", limit=0)).result) == 1


async def test_a_long_poll_ends_with_the_first_update(api: Api) -> None:
    ada = await api.person()
    poll = asyncio.create_task(api("getUpdates", timeout=50))
    await api.polled()
    await api.say(ada, "hello")
    assert (await poll).result[0]["message"]["text"] == "hello"


async def test_a_second_poller_ends_the_first_with_409(api: Api) -> None:
    ada = await api.person()
    first = asyncio.create_task(api("getUpdates", timeout=50))
    await api.polled()
    second = asyncio.create_task(api("getUpdates", timeout=50))
    assert (await first).error == (
        "409 Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    await api.say(ada, "hello")
    assert len((await second).result) == 1


async def test_polling_is_refused_while_a_webhook_is_set(api: Api) -> None:
    await api("setWebhook", url="http://127.0.0.1:9/hook")
    assert (await api("getUpdates")).error.startswith(
        "409 Conflict: can't use getUpdates method while webhook"
    )
    await api("deleteWebhook")
    assert (await api("getUpdates")).result == []


async def test_allowed_updates_are_remembered_and_count_when_an_update_is_made(api: Api) -> None:
    ada = await api.person()
    await api("getUpdates", allowed_updates=["callback_query"])
    assert (await api.say(ada, "not wanted"))["update_ids"] == []
    await api("getUpdates")
    assert (await api("getWebhookInfo")).result["allowed_updates"] == ["callback_query"]
    await api("getUpdates", allowed_updates=[])
    await api.say(ada, "wanted")
    assert len((await api("getUpdates")).result) == 1


async def test_reactions_are_left_out_unless_asked_for(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendMessage", chat_id=ada, text="hi")).result
    body = {"message_id": sent["message_id"], "emoji": ["👍"]}
    assert (await api.control(f"/users/{ada}/react", body))["update_id"] is None
    await api("getUpdates", allowed_updates=["message_reaction"])
    assert (await api.control(f"/users/{ada}/react", body))["update_id"] is not None


async def test_a_message_lives_a_day_and_a_callback_150_seconds(api: Api) -> None:
    ada = await api.person()
    button = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    sent = (await api("sendMessage", chat_id=ada, text="Sure?", reply_markup=button)).result
    await api.control(f"/users/{ada}/tap", {"message_id": sent["message_id"], "text": "Yes"})
    await api.say(ada, "well")
    api.clock.seconds += 149
    assert len((await api("getUpdates")).result) == 2
    api.clock.seconds += 2
    assert ["message" in update for update in (await api("getUpdates")).result] == [True]
    api.clock.seconds += 86_400
    assert (await api("getUpdates")).result == []


async def test_an_edited_message_is_an_update_and_a_deleted_one_is_not(api: Api) -> None:
    ada = await api.person()
    said = (await api.say(ada, "helo"))["messages"][0]
    await api.control(f"/users/{ada}/edit", {"message_id": said["message_id"], "text": "hello"})
    await api.control(f"/users/{ada}/delete", {"message_id": said["message_id"]})
    kinds = [set(update) - {"update_id"} for update in (await api("getUpdates")).result]
    assert kinds == [{"message"}, {"edited_message"}]


async def test_blocking_tells_the_bot(api: Api) -> None:
    ada = await api.person()
    await api.control(f"/users/{ada}/block", {})
    update = (await api("getUpdates")).result[0]["my_chat_member"]
    assert update["new_chat_member"]["status"] == "kicked"
    assert await api.violations() == []


async def test_method_names_do_not_mind_their_case_and_unknown_ones_are_404(api: Api) -> None:
    assert (await api("GETME")).result["is_bot"] is True
    assert (await api("getMeNot")).error == "404 Not Found: method not found"


async def test_a_malformed_or_foreign_token_is_401(api: Api) -> None:
    assert (await api.raw("getMe", token="nonsense")).error == "401 Unauthorized: invalid token specified"
    assert (await api.raw("getMe", token="77:abc")).error == "401 Unauthorized"


async def test_duplicated_and_reordered_updates_by_switch(api: Api) -> None:
    ada = await api.person()
    await api.control("/faults", {"kind": "reorder_updates"})
    for text in ("one", "two"):
        await api.say(ada, text)
    updates = (await api("getUpdates")).result
    assert [update["message"]["text"] for update in updates] == ["two", "one"]
    await api.control("/faults", {"kind": "duplicate_update"})
    last = max(update["update_id"] for update in updates)
    doubled = (await api("getUpdates", offset=last + 1)).result
    assert [update["message"]["text"] for update in doubled] == ["one"]


async def test_a_poller_that_died_leaves_no_conflict_behind(api: Api) -> None:
    ada = await api.person()
    url = f"{api.url}/bot{api.emulator.token}/getUpdates?timeout=50"
    async with aiohttp.ClientSession() as dying:
        poll = asyncio.create_task(dying.get(url))
        await api.polled()
    poll.cancel()
    living = asyncio.create_task(api("getUpdates", timeout=50))
    await api("getMe")
    await api.say(ada, "hello")
    assert (await living).result[0]["message"]["text"] == "hello"
    assert await api.control("/calls?errors=1") == []
