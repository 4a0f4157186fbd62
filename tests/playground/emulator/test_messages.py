"""Sending, editing, deleting: what Telegram refuses and in which words."""

import pytest

from tests.playground.emulator.api import Api, Json

ONE_BUTTON = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


async def test_a_chat_never_met_is_not_found(api: Api) -> None:
    assert (await api("sendMessage", chat_id=424242, text="hi")).error == "400 Bad Request: chat not found"


async def test_the_bot_cannot_begin_a_conversation(api: Api) -> None:
    ada = await api.person(started=False)
    refused = (await api("sendMessage", chat_id=ada, text="hi")).error
    assert refused == "403 Forbidden: bot can't initiate conversation with a user"


async def test_a_blocked_bot_is_told_so_until_it_is_unblocked(api: Api) -> None:
    ada = await api.person()
    await api.control(f"/users/{ada}/block", {})
    assert (await api("sendMessage", chat_id=ada, text="hi")).error == (
        "403 Forbidden: bot was blocked by the user"
    )
    await api.control(f"/users/{ada}/unblock", {})
    assert (await api("sendMessage", chat_id=ada, text="hi")).status == 200


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "a", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"text": "a", "reply_parameters": {"message_id": 999_999}}, "message to be replied not found"),
        ({"text": "a", "message_thread_id": 5}, "message thread not found"),
    ],
)
async def test_a_bad_text_is_refused(api: Api, values: Json, words: str) -> None:
    ada = await api.person()
    assert (await api("sendMessage", chat_id=ada, **values)).error == f"400 Bad Request: {words}"


async def test_length_counts_code_points_after_parsing(api: Api) -> None:
    ada = await api.person()
    text = "<b>" + "😀" * 4096 + "</b>"
    sent = (await api("sendMessage", chat_id=ada, text=text, parse_mode="HTML")).result
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 8192}]


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "a", "callback_data": "ü" * 33}, "BUTTON_DATA_INVALID"),
        (
            {"text": "a"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"callback_data": "a"}, "can't parse inline keyboard button: Can't find field \"text\""),
        ({"text": "", "callback_data": "a"}, "inline keyboard button text must be non-empty"),
        (
            {"text": "a", "url": "http://localhost/x"},
            "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "a", "web_app": {"url": "http://example.com/"}},
            "inline keyboard button Web App URL 'http://example.com/' is invalid: "
            "Only HTTPS links are allowed",
        ),
        ({"text": "a", "pay": True}, "BUTTON_TYPE_INVALID"),
    ],
)
async def test_a_bad_button_is_refused(api: Api, button: dict[str, object], words: str) -> None:
    ada = await api.person()
    reply = await api("sendMessage", chat_id=ada, text="a", reply_markup={"inline_keyboard": [[button]]})
    assert reply.error == f"400 Bad Request: {words}"


async def test_callback_data_may_have_64_bytes(api: Api) -> None:
    ada = await api.person()
    keyboard = {"inline_keyboard": [[{"text": "a", "callback_data": "x" * 64}]]}
    assert (await api("sendMessage", chat_id=ada, text="a", reply_markup=keyboard)).status == 200


async def test_an_empty_keyboard_is_dropped(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendMessage", chat_id=ada, text="a", reply_markup={"inline_keyboard": [[]]})).result
    assert "reply_markup" not in sent


async def test_an_unchanged_edit_is_refused(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendMessage", chat_id=ada, text="a", reply_markup=ONE_BUTTON)).result
    where = {"chat_id": ada, "message_id": sent["message_id"]}
    same = await api("editMessageText", **where, text="a", reply_markup=ONE_BUTTON)
    assert same.error.startswith("400 Bad Request: message is not modified: specified new message content")
    changed = (await api("editMessageText", **where, text="a")).result
    assert "reply_markup" not in changed
    assert "edit_date" in changed
    unchanged = await api("editMessageReplyMarkup", **where)
    assert unchanged.error.startswith("400 Bad Request: message is not modified")


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(api: Api) -> None:
    ada = await api.person()
    sent = (
        await api("sendMessage", chat_id=ada, text="a", reply_markup={"keyboard": [["One", "Two"]]})
    ).result
    reply = await api("editMessageText", chat_id=ada, message_id=sent["message_id"], text="b")
    assert reply.error == "400 Bad Request: message can't be edited"


async def test_what_is_not_there_or_not_the_bots_cannot_be_edited(api: Api) -> None:
    ada = await api.person()
    said = (await api.say(ada, "mine"))["messages"][0]
    missing = await api("editMessageText", chat_id=ada, message_id=9999, text="b")
    assert missing.error == "400 Bad Request: message to edit not found"
    foreign = await api("editMessageText", chat_id=ada, message_id=said["message_id"], text="b")
    assert foreign.error == "400 Bad Request: message can't be edited"


async def test_the_bots_own_messages_can_be_edited_after_a_year(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendMessage", chat_id=ada, text="a")).result
    api.clock.seconds += 365 * 86_400
    assert (await api("editMessageText", chat_id=ada, message_id=sent["message_id"], text="b")).status == 200


async def test_only_messages_under_48_hours_can_be_deleted(api: Api) -> None:
    ada = await api.person()
    old = (await api("sendMessage", chat_id=ada, text="a")).result
    api.clock.seconds += 48 * 3600
    new = (await api("sendMessage", chat_id=ada, text="a")).result
    refused = await api("deleteMessage", chat_id=ada, message_id=old["message_id"])
    assert refused.error == "400 Bad Request: message can't be deleted for everyone"
    assert (await api("deleteMessage", chat_id=ada, message_id=new["message_id"])).result is True
    again = await api("deleteMessage", chat_id=ada, message_id=new["message_id"])
    assert again.error == "400 Bad Request: message to delete not found"
    assert (await api("deleteMessages", chat_id=ada, message_ids=[new["message_id"]])).result is True


async def test_text_and_caption_edits_want_a_text_and_a_caption(api: Api) -> None:
    ada = await api.person()
    text = (await api("sendMessage", chat_id=ada, text="a")).result["message_id"]
    place = (await api("sendLocation", chat_id=ada, latitude=51.5, longitude=-0.1)).result["message_id"]
    refused = await api("editMessageCaption", chat_id=ada, message_id=text, caption="b")
    assert refused.error == "400 Bad Request: there is no caption in the message to edit"
    refused = await api("editMessageText", chat_id=ada, message_id=place, text="b")
    assert refused.error == "400 Bad Request: there is no text in the message to edit"


async def test_answers_quote_the_message_without_its_own_quotation(api: Api) -> None:
    ada = await api.person()
    first = (await api("sendMessage", chat_id=ada, text="one")).result["message_id"]
    second = (
        await api("sendMessage", chat_id=ada, text="two", reply_parameters={"message_id": first})
    ).result
    third = await api(
        "sendMessage", chat_id=ada, text="3", reply_parameters={"message_id": second["message_id"]}
    )
    assert second["reply_to_message"]["text"] == "one"
    assert "reply_to_message" not in third.result["reply_to_message"]


async def test_a_tap_is_answered_once_and_in_time(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendMessage", chat_id=ada, text="Sure?", reply_markup=ONE_BUTTON)).result
    where = {"message_id": sent["message_id"], "row": 0, "column": 0}
    tap = await api.control(f"/users/{ada}/tap", where)
    query = tap["callback_query_id"]
    long = await api("answerCallbackQuery", callback_query_id=query, text="x" * 201)
    assert long.error == "400 Bad Request: MESSAGE_TOO_LONG"
    assert (await api("answerCallbackQuery", callback_query_id=query, text="ok")).result is True
    too_old = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert (await api("answerCallbackQuery", callback_query_id=query)).error == too_old
    late = (await api.control(f"/users/{ada}/tap", where))["callback_query_id"]
    api.clock.seconds += 151
    assert (await api("answerCallbackQuery", callback_query_id=late)).error == too_old
    shown = (await api.control(f"/callbacks/{query}"))["text"]
    assert shown == "ok"


async def test_a_reply_keyboard_stays_until_it_is_taken_away(api: Api) -> None:
    ada = await api.person()
    keys = {"keyboard": [[{"text": "Here", "request_location": True}], ["No"]], "one_time_keyboard": False}
    await api("sendMessage", chat_id=ada, text="Where?", reply_markup=keys)
    assert (await api.control(f"/users/{ada}/press", {"text": "Here"}))["kind"] == "location"
    pressed = await api.control(f"/users/{ada}/press", {"row": 1, "column": 0})
    assert pressed["messages"][0]["text"] == "No"
    await api("sendMessage", chat_id=ada, text="Fine", reply_markup={"remove_keyboard": True})
    assert (await api.control(f"/users/{ada}"))["keyboard"] is None


async def test_a_live_location_moves_until_it_is_stopped(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendLocation", chat_id=ada, latitude=1, longitude=2, live_period=900)).result
    where = {"chat_id": ada, "message_id": sent["message_id"]}
    moved = (await api("editMessageLiveLocation", **where, latitude=1.5, longitude=2)).result
    assert moved["location"] == {"latitude": 1.5, "longitude": 2.0, "live_period": 900}
    assert "live_period" not in (await api("stopMessageLiveLocation", **where)).result["location"]
    refused = await api("editMessageLiveLocation", **where, latitude=1, longitude=2)
    assert refused.error == "400 Bad Request: there is no live location in the message to edit"


async def test_copies_hide_their_origin_and_forwards_name_it(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    said = (await api.say(ada, "a secret"))["messages"][0]["message_id"]
    source = {"chat_id": bob, "from_chat_id": ada, "message_id": said}
    assert set((await api("copyMessage", **source)).result) == {"message_id"}
    forwarded = (await api("forwardMessage", **source)).result
    assert forwarded["forward_origin"]["sender_user"]["id"] == ada
    copied = (await api.control(f"/users/{bob}/messages"))[-2]
    assert copied["text"] == "a secret"
    assert "forward_origin" not in copied


async def test_too_many_requests_by_switch_says_when_to_come_back(api: Api) -> None:
    ada = await api.person()
    await api.control("/faults", {"kind": "too_many_requests", "retry_after": 7, "methods": ["sendMessage"]})
    assert (await api("getMe")).status == 200
    flooded = await api("sendMessage", chat_id=ada, text="a")
    assert flooded.error == "429 Too Many Requests: retry after 7"
    assert flooded.body["parameters"] == {"retry_after": 7}
    assert flooded.headers["Retry-After"] == "7"
    assert (await api("sendMessage", chat_id=ada, text="a")).status == 200


async def test_commands_are_resolved_by_scope_and_language(api: Api) -> None:
    ada = (await api.control("/users", {"first_name": "Ada", "language_code": "de"}))["id"]
    bob = (await api.control("/users", {"first_name": "Bob"}))["id"]

    async def menu(user_id: int) -> list[str]:
        given = await api.control(f"/commands?user_id={user_id}")
        return [row["command"] for row in given["commands"]]

    await api("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    german = [{"command": "hilfe", "description": "Hilfe"}]
    await api("setMyCommands", commands=german, language_code="de")
    assert (await menu(ada), await menu(bob)) == (["hilfe"], ["help"])
    own = {"type": "chat", "chat_id": bob}
    await api("setMyCommands", commands=[{"command": "orders", "description": "Orders"}], scope=own)
    assert await menu(bob) == ["orders"]
    await api("deleteMyCommands", scope=own)
    assert await menu(bob) == ["help"]
    bad = await api("setMyCommands", commands=[{"command": "Größe", "description": "x"}])
    assert bad.error == "400 Bad Request: BOT_COMMAND_INVALID"
    assert await api.violations() == []


async def test_a_method_that_is_not_emulated_fails_loudly(api: Api) -> None:
    reply = await api("sendGame", chat_id=1)
    assert reply.status == 501
    assert await api.violations() == ["method sendGame is not emulated"]
