"""Inline mode: queries, answers that are kept, results in any chat, edits and taps by `inline_message_id`."""

from typing import Any

import pytest

from tests.kit import Wire
from tests.playground.emulator.api import Api, Json
from tests.playground.emulator.bots import polling
from tests.playground.emulator.test_files import picture

BUTTONS = {"inline_keyboard": [[{"text": "Claim", "callback_data": "claim"}]]}


def article(number: str = "1", text: str = "Rice", **more: Any) -> Json:
    content = {"message_text": text}
    return {"type": "article", "id": number, "title": "Rice", "input_message_content": content, **more}


async def asked(api: Api, person: int, query: str = "rice", chat: int | None = None, **more: Any) -> Json:
    """Type a query; the bot's `inline_query`, or nothing when a kept answer serves."""
    await api.act(person, "inline", chat, query=query, **more)
    found = [one["inline_query"] for one in await api.updates() if "inline_query" in one]
    return found[0] if found else {}


async def chosen(api: Api, person: int, results: list[Json], chat: int | None = None) -> Json:
    """Ask in a chat, have the results answered, choose the first; what the choice gave."""
    query = await asked(api, person, chat=chat)
    answered = await api("answerInlineQuery", inline_query_id=query["id"], results=results, cache_time=0)
    assert answered.result is True
    return await api.control(f"/users/{person}/inline/{query['id']}/choose", {"result_id": results[0]["id"]})


async def test_a_query_says_in_what_kind_of_chat_it_was_typed(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    group, street = await api.group(ada), await api.group(ada, kind="supergroup")
    kinds = [(await asked(api, ada, chat=chat))["chat_type"] for chat in (None, bob, group, street)]
    assert kinds == ["sender", "private", "group", "supergroup"]
    assert await api.violations() == []


async def test_a_result_is_sent_into_the_private_chat_by_way_of_the_bot(api: Api) -> None:
    ada = await api.person()
    given = await chosen(api, ada, [article(reply_markup=BUTTONS)])
    (sent,) = given["messages"]
    assert (sent["text"], sent["from"]["id"], sent["from_bot"]) == ("Rice", ada, False)
    said, choice = await api.updates()
    assert said["message"]["via_bot"]["is_bot"] is True
    assert choice["chosen_inline_result"] == {
        "result_id": "1",
        "from": said["message"]["from"],
        "query": "rice",
        "inline_message_id": sent["inline_message_id"],
    }
    assert await api.violations() == []


async def test_a_result_in_a_group_reaches_the_bot_in_privacy_mode(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob)
    given = await chosen(api, ada, [article()], chat)
    assert given["chat_id"] == chat
    said, choice = await api.updates()
    assert said["message"]["chat"]["id"] == chat
    assert "inline_message_id" not in choice["chosen_inline_result"]
    await api.act(bob, "say", chat, text="good", reply_to_message_id=given["messages"][0]["message_id"])
    assert await api.heard() == ["good"]


async def test_a_result_between_two_people_is_seen_by_them_and_not_by_the_bot(api: Api) -> None:
    ada, bob, eve = await api.person(), await api.person("Bob", started=False), await api.person("Eve")
    given = await chosen(api, ada, [article(reply_markup=BUTTONS)], bob)
    (sent,) = given["messages"]
    assert [next(iter(one)) for one in await api.updates()] == ["chosen_inline_result"]
    shown = await api.control(f"/chats/{given['chat_id']}/messages")
    assert [message["text"] for message in shown] == ["Rice"]
    tap = {"message_id": sent["message_id"], "text": "Claim"}
    await api.act(bob, "tap", ada, **tap)
    (query,) = [one["callback_query"] for one in await api.updates()]
    assert (query["from"]["id"], query["inline_message_id"]) == (bob, sent["inline_message_id"])
    assert "message" not in query
    assert query["chat_instance"]
    assert (await api("answerCallbackQuery", callback_query_id=query["id"], text="yours")).result is True
    assert (await api.act(eve, "tap", given["chat_id"], **tap))["error"] == "she is not in this chat"
    assert (await api("sendMessage", chat_id=given["chat_id"], text="a")).error.endswith("chat not found")
    assert await api.violations() == []


async def test_edits_by_inline_message_id_answer_true_and_are_seen(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    given = await chosen(api, ada, [article(reply_markup=BUTTONS)], bob)
    where = {"inline_message_id": given["messages"][0]["inline_message_id"]}
    edited = await api("editMessageText", **where, text="Rice, claimed by Bob", reply_markup=BUTTONS)
    assert edited.result is True
    same = await api("editMessageText", **where, text="Rice, claimed by Bob", reply_markup=BUTTONS)
    assert same.error.startswith("400 Bad Request: message is not modified")
    assert (await api("editMessageReplyMarkup", **where)).result is True
    (shown,) = await api.control(f"/chats/{given['chat_id']}/messages")
    assert (shown["text"], shown["edits"], "reply_markup" in shown) == ("Rice, claimed by Bob", 2, False)
    unknown = await api("editMessageText", inline_message_id="x", text="b")
    assert unknown.error == "400 Bad Request: MESSAGE_ID_INVALID"
    nothing = await api("editMessageText", text="b")
    assert nothing.error == "400 Bad Request: message identifier is not specified"
    upload = await api(
        "editMessageMedia", {"a": picture(9, 9)}, **where, media={"type": "photo", "media": "attach://a"}
    )
    assert upload.status == 400
    assert await api.violations() == []


async def test_answers_are_kept_for_everybody_until_their_time_is_over(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    query = await asked(api, ada)
    await api("answerInlineQuery", inline_query_id=query["id"], results=[article()], cache_time=60)
    again = await api.act(bob, "inline", None, query=" rice ")
    assert again["update_id"] is None
    kept = await api.control(f"/inline/{again['inline_query_id']}")
    assert (kept["answered"], kept["results"][0]["id"]) == (True, "1")
    choose = f"/users/{bob}/inline/{again['inline_query_id']}/choose"
    assert (await api.control(choose, {"result_id": "1"}))["messages"][0]["text"] == "Rice"
    assert (await asked(api, bob, "rice", offset="50"))["offset"] == "50"
    assert (await asked(api, bob, "beans"))["query"] == "beans"
    api.clock.seconds += 61
    assert (await asked(api, bob))["query"] == "rice"


async def test_a_personal_answer_is_kept_for_her_alone_and_none_without_time(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    query = await asked(api, ada)
    await api("answerInlineQuery", inline_query_id=query["id"], results=[], is_personal=True)
    assert await asked(api, ada) == {}
    other = await asked(api, bob)
    await api("answerInlineQuery", inline_query_id=other["id"], results=[], cache_time=0)
    assert (await asked(api, bob))["query"] == "rice"


async def test_pages_of_results_follow_the_offset(api: Api) -> None:
    ada = await api.person()
    query = await asked(api, ada)
    page = [article(str(number)) for number in range(50)]
    await api("answerInlineQuery", inline_query_id=query["id"], results=page, next_offset="50")
    shown = await api.control(f"/inline/{query['id']}")
    assert (len(shown["results"]), shown["next_offset"]) == (50, "50")
    assert (await asked(api, ada, offset="50"))["offset"] == "50"


async def test_feedback_and_inline_mode_can_be_switched_off(api: Api) -> None:
    ada = await api.person()
    await api.control("/bot", {"inline_feedback": False})
    await chosen(api, ada, [article()])
    assert [next(iter(one)) for one in await api.updates()] == ["message"]
    await api.control("/bot", {"supports_inline_queries": False})
    refused = await api.act(ada, "inline", None, query="rice")
    assert refused["error"] == "inline mode is off for this bot"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"results": [article(str(n)) for n in range(51)]}, "too many inline query results specified"),
        ({"results": [article(), article()]}, "RESULT_ID_DUPLICATE"),
        ({"results": [article("x" * 65)]}, "RESULT_ID_INVALID"),
        ({"results": [article("")]}, "can't parse inline query result: Can't find field \"id\""),
        (
            {"results": [{"type": "article", "id": "1", "title": "a"}]},
            "can't parse inline query result: Can't find field \"message_text\"",
        ),
        (
            {"results": [{"type": "photo", "id": "1"}]},
            "can't parse inline query result: Can't find field \"photo_file_id\"",
        ),
        (
            {"results": [{"type": "poem", "id": "1"}]},
            'can\'t parse inline query result: type "poem" is unsupported for the inline query result',
        ),
        (
            {"results": [article(text="x" * 4097)]},
            "can't parse inline query result: message is too long",
        ),
        (
            {"results": [article(reply_markup={"inline_keyboard": [[{"text": "a"}]]})]},
            "can't parse inline query result: can't parse inline keyboard button: "
            "Text buttons are unallowed in the inline keyboard",
        ),
        ({"results": [], "next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
        (
            {"results": [], "button": {"text": "Go"}},
            "can't parse inline query results button: "
            "InlineQueryResultsButton must have exactly one optional field",
        ),
        ({"results": [], "button": {"text": "Go", "start_parameter": "a b"}}, "START_PARAM_INVALID"),
    ],
)
async def test_a_bad_answer_is_refused(api: Api, values: Json, words: str) -> None:
    query = await asked(api, await api.person())
    refused = await api("answerInlineQuery", inline_query_id=query["id"], **values)
    assert refused.error == f"400 Bad Request: {words}"


async def test_an_answer_after_30_seconds_or_a_second_one_is_too_late(api: Api) -> None:
    ada = await api.person()
    query, words = await asked(api, ada), "400 Bad Request: query is too old and response timeout expired"
    assert (await api("answerInlineQuery", inline_query_id=query["id"], results=[])).result is True
    again = await api("answerInlineQuery", inline_query_id=query["id"], results=[])
    assert again.error.startswith(words)
    late = await asked(api, ada, "beans")
    api.clock.seconds += 31
    assert (await api("answerInlineQuery", inline_query_id=late["id"], results=[])).error.startswith(words)


@pytest.mark.parametrize("kind", ["game", "sticker"])
async def test_results_that_are_not_emulated_fail_loudly(api: Api, kind: str) -> None:
    query = await asked(api, await api.person())
    result = {"type": kind, "id": "1", "game_short_name": "chess", "sticker_file_id": "x"}
    names = ("type", "id", "game_short_name" if kind == "game" else "sticker_file_id")
    refused = await api(
        "answerInlineQuery", inline_query_id=query["id"], results=[{name: result[name] for name in names}]
    )
    assert refused.status == 501
    assert await api.violations() == [f"inline results of type {kind} are not emulated"]


INVOICE = {
    "title": "Rice",
    "description": "A pound",
    "payload": "rice",
    "provider_token": "1:TEST",
    "currency": "GBP",
    "prices": [{"label": "Rice", "amount": 320}],
}
SOMEWHERE = {"latitude": 51.5, "longitude": -0.1}


@pytest.mark.parametrize(
    ("result", "field"),
    [
        (article(), "text"),
        (article(input_message_content=SOMEWHERE), "location"),
        (article(input_message_content={**SOMEWHERE, "title": "Shop", "address": "Road 1"}), "venue"),
        (article(input_message_content={"phone_number": "+44", "first_name": "Ada"}), "contact"),
        (article(input_message_content=INVOICE), "invoice"),
        ({"type": "location", "id": "1", "title": "Here", **SOMEWHERE}, "location"),
        ({"type": "venue", "id": "1", "title": "Shop", "address": "Road 1", **SOMEWHERE}, "venue"),
        ({"type": "contact", "id": "1", "phone_number": "+44", "first_name": "Ada"}, "contact"),
    ],
    ids=lambda value: value if isinstance(value, str) else "result",
)
async def test_every_content_that_needs_no_file_becomes_a_message(api: Api, result: Json, field: str) -> None:
    ada = await api.person()
    (sent,) = (await chosen(api, ada, [result]))["messages"]
    assert field in sent
    assert (await api.updates())[0]["message"]["via_bot"]["is_bot"] is True
    assert await api.violations() == []


async def test_media_results_are_sent_by_file_id_or_fetched(api: Api) -> None:
    ada = await api.person()
    photo = (await api("sendPhoto", {"photo": picture(90, 90)}, chat_id=ada)).result["photo"][-1]["file_id"]
    document = (await api("sendDocument", {"document": b"list"}, chat_id=ada)).result["document"]["file_id"]
    cached: Json = {"type": "photo", "id": "1", "photo_file_id": photo, "caption": "look"}
    (sent,) = (await chosen(api, ada, [cached]))["messages"]
    assert (sent["caption"], sent["photo"][-1]["width"]) == ("look", 90)
    given: Json = {"type": "document", "id": "1", "title": "List", "document_file_id": document}
    (sent,) = (await chosen(api, ada, [given]))["messages"]
    assert sent["document"]["file_id"] == document
    url = f"{api.url}/control/files/{photo}"
    fetched: Json = {"type": "photo", "id": "1", "photo_url": url, "thumbnail_url": url}
    (sent,) = (await chosen(api, ada, [fetched]))["messages"]
    assert sent["photo"][-1]["width"] == 90
    far: Json = {**fetched, "photo_url": "https://example.com/a.jpg"}
    refused = await chosen(api, ada, [far])
    assert refused["error"] == "the result cannot be sent: failed to get HTTP URL content"
    assert await api.violations() == []


async def test_the_button_above_the_results_leads_to_the_bot(api: Api) -> None:
    ada = await api.person()
    query = await asked(api, ada)
    button = {"text": "Sign in", "start_parameter": "from-inline"}
    await api("answerInlineQuery", inline_query_id=query["id"], results=[], button=button)
    assert (await api.control(f"/inline/{query['id']}"))["button"] == button
    pressed = await api.control(f"/users/{ada}/inline/{query['id']}/button", {})
    assert pressed["messages"][0]["text"] == "/start from-inline"


async def test_a_ptb_bot_is_called_in_a_group_and_counts_in_place(wire: Wire) -> None:
    async with polling(wire):
        ada, bob = await wire.person("Ada"), await wire.person("Bob")
        family = await wire.group("Family", ada, bob)
        picked = await ada.picks("rice", "1", chat=family)
        assert (picked.text, picked.buttons, picked.from_bot) == ("rice, please", ["Count"], False)
        assert (await bob.taps("Count", chat=family)).text == "1!"
        assert (await ada.sees("counted 1", chat=family)).id == picked.id
