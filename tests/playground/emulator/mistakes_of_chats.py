"""Mistakes with chats, messages, callbacks and the profile of the bot."""

from tests.playground.emulator.api import Api, Json
from tests.playground.emulator.mistakes import (
    ADA,
    Mistake,
    Step,
    act,
    after,
    asked_inline,
    button,
    call,
    edit,
    in_turn,
    keys,
    later,
    picture,
    say,
    tapped,
)

_DAY = 86_400


async def _to_somebody_unstarted(api: Api, ada: int) -> None:
    bob = await api.person("Bob", started=False)
    await api("sendMessage", chat_id=bob, text="a")


async def _edit_hers(api: Api, ada: int) -> None:
    said = await api.say(ada, "mine")
    number = said["messages"][0]["message_id"]
    await api("editMessageText", chat_id=ada, message_id=number, text="yours")


async def _delete_hers(api: Api, ada: int) -> None:
    said = await api.say(ada, "mine")
    await api("deleteMessage", chat_id=ada, message_id=said["messages"][0]["message_id"])


def _article(number: str) -> Json:
    return {
        "type": "article",
        "id": number,
        "title": "Rice",
        "input_message_content": {"message_text": "Rice"},
    }


def _results(*ids: str) -> list[Json]:
    return [_article(number) for number in ids]


def _many(count: int) -> list[Json]:
    return _results(*map(str, range(count)))


def _edited(number: int) -> Step:
    return call("editMessageText", message_id=number, text="b")


def _moved(number: int) -> Step:
    return call("editMessageLiveLocation", message_id=number, latitude=2, longitude=2)


def _commands(*names: str) -> Step:
    return call("setMyCommands", commands=[{"command": name, "description": "x"} for name in names])


def _names(count: int) -> list[str]:
    return [f"c{number}" for number in range(count)]


def _reaction(number: int, *emoji: str) -> Step:
    kinds = [{"type": "emoji", "emoji": one} for one in emoji]
    return call("setMessageReaction", message_id=number, reaction=kinds)


SENDING = [
    Mistake("chat never met", say(chat_id=987654321), "chat not found", say()),
    Mistake("chat that is no number", say(chat_id="ada"), "chat not found", say()),
    Mistake("person who never started", _to_somebody_unstarted, "bot can't initiate conversation", say()),
    Mistake(
        "person who blocked the bot",
        in_turn(act("block", {}), say()),
        "bot was blocked by the user",
        in_turn(act("block", {}), act("unblock", {}), say()),
    ),
    Mistake(
        "answer to nothing",
        say(reply_parameters={"message_id": 9999}),
        "message to be replied not found",
        say(reply_parameters={"message_id": 9999, "allow_sending_without_reply": True}),
    ),
    Mistake(
        "quotation that is none",
        after(
            say(text="one two"), lambda number: say(reply_parameters={"message_id": number, "quote": "three"})
        ),
        "QUOTE_TEXT_INVALID",
        after(
            say(text="one two"), lambda number: say(reply_parameters={"message_id": number, "quote": "two"})
        ),
    ),
    Mistake("topic in a private chat", say(message_thread_id=5), "message thread not found", say()),
    Mistake(
        "unknown action",
        call("sendChatAction", action="thinking"),
        "wrong parameter action in request",
        call("sendChatAction", action="typing"),
    ),
    Mistake(
        "place beyond the pole",
        call("sendLocation", latitude=91, longitude=0),
        "wrong location specified",
        call("sendLocation", latitude=90, longitude=0),
    ),
    Mistake(
        "live for half a minute",
        call("sendLocation", latitude=1, longitude=1, live_period=30),
        "wrong live location period specified",
        call("sendLocation", latitude=1, longitude=1, live_period=60),
    ),
    Mistake(
        "copy of nothing",
        call("copyMessage", from_chat_id=1, message_id=1),
        "chat not found",
        after(say(), lambda number: call("forwardMessage", from_chat_id=ADA, message_id=number)),
    ),
    Mistake(
        "forwarding what is protected",
        after(
            say(protect_content=True),
            lambda number: call("forwardMessage", from_chat_id=ADA, message_id=number),
        ),
        "message has protected content and can't be forwarded",
        after(say(), lambda number: call("copyMessage", from_chat_id=ADA, message_id=number)),
    ),
    Mistake(
        "unknown parameter",
        say(parse_modus="HTML"),
        "unknown parameter 'parse_modus'",
        say(parse_mode="HTML"),
    ),
    Mistake(
        "number where a flag belongs",
        call("sendMessage", text="a", link_preview_options={"is_disabled": 1}),
        "link_preview_options.is_disabled must be Boolean",
        call("sendMessage", text="a", link_preview_options={"is_disabled": True}),
    ),
    Mistake("text left out", call("sendMessage"), "message text is empty", say()),
    Mistake(
        "method that does not exist",
        call("sendTelepathy"),
        "Not Found: method not found",
        call("SENDMESSAGE", text="a", chat_id=ADA),
    ),
]

EDITS = [
    Mistake(
        "unchanged edit",
        edit(say(), text="a"),
        "message is not modified",
        edit(say(), text="b"),
    ),
    Mistake(
        "unchanged keyboard",
        edit(
            say(reply_markup=button(callback_data="x")),
            "editMessageReplyMarkup",
            reply_markup=button(callback_data="x"),
        ),
        "message is not modified",
        edit(say(reply_markup=button(callback_data="x")), "editMessageReplyMarkup"),
    ),
    Mistake("her message edited", _edit_hers, "message can't be edited", _delete_hers),
    Mistake(
        "edit of what has a reply keyboard",
        edit(say(reply_markup=keys()), text="b"),
        "message can't be edited",
        edit(say(reply_markup=button(callback_data="x")), text="b"),
    ),
    Mistake(
        "reply keyboard put in by an edit",
        edit(say(), text="b", reply_markup=keys()),
        "inline keyboard expected",
        edit(say(), text="b", reply_markup=button(callback_data="x")),
    ),
    Mistake(
        "text of a photo",
        edit(call("sendPhoto", {"photo": picture()}), text="b"),
        "there is no text in the message to edit",
        edit(call("sendPhoto", {"photo": picture()}), "editMessageCaption", caption="b"),
    ),
    Mistake(
        "caption of a text",
        edit(say(), "editMessageCaption", caption="b"),
        "there is no caption in the message to edit",
        edit(say(), text="b"),
    ),
    Mistake(
        "edit of what was deleted",
        after(say(), lambda number: in_turn(call("deleteMessage", message_id=number), _edited(number))),
        "message to edit not found",
        after(say(), lambda number: in_turn(later(30 * _DAY), _edited(number))),
    ),
    Mistake(
        "deletion after two days",
        after(say(), lambda number: in_turn(later(2 * _DAY), call("deleteMessage", message_id=number))),
        "message can't be deleted for everyone",
        after(say(), lambda number: in_turn(later(2 * _DAY - 1), call("deleteMessage", message_id=number))),
    ),
    Mistake(
        "deletion of nothing",
        call("deleteMessage", message_id=9999),
        "message to delete not found",
        call("deleteMessages", message_ids=[9999]),
    ),
    Mistake(
        "101 deletions at once",
        call("deleteMessages", message_ids=list(range(1, 102))),
        "too many message identifiers specified",
        call("deleteMessages", message_ids=list(range(1000, 1100))),
    ),
    Mistake(
        "live location that is over",
        after(
            call("sendLocation", latitude=1, longitude=1, live_period=60),
            lambda number: in_turn(later(61), _moved(number)),
        ),
        "message can't be edited",
        after(
            call("sendLocation", latitude=1, longitude=1, live_period=60),
            lambda number: in_turn(later(59), _moved(number)),
        ),
    ),
]

ANSWERS = [
    Mistake(
        "late answer to a tap",
        tapped(lambda query: in_turn(later(151), call("answerCallbackQuery", callback_query_id=query))),
        "query is too old and response timeout expired or query ID is invalid",
        tapped(lambda query: in_turn(later(149), call("answerCallbackQuery", callback_query_id=query))),
    ),
    Mistake(
        "second answer to a tap",
        tapped(lambda query: in_turn(*[call("answerCallbackQuery", callback_query_id=query)] * 2)),
        "query is too old",
        tapped(lambda query: call("answerCallbackQuery", callback_query_id=query, text="x" * 200)),
    ),
    Mistake(
        "toast of 201 characters",
        tapped(lambda query: call("answerCallbackQuery", callback_query_id=query, text="x" * 201)),
        "MESSAGE_TOO_LONG",
        tapped(lambda query: call("answerCallbackQuery", callback_query_id=query, text="x", show_alert=True)),
    ),
    Mistake(
        "late answer to an inline query",
        asked_inline(
            lambda query: in_turn(later(31), call("answerInlineQuery", inline_query_id=query, results=[]))
        ),
        "query is too old",
        asked_inline(
            lambda query: call("answerInlineQuery", inline_query_id=query, results=_results("1", "2"))
        ),
    ),
    Mistake(
        "51 inline results",
        asked_inline(lambda query: call("answerInlineQuery", inline_query_id=query, results=_many(51))),
        "too many inline query results specified",
        asked_inline(lambda query: call("answerInlineQuery", inline_query_id=query, results=_many(50))),
    ),
    Mistake(
        "two inline results of one id",
        asked_inline(
            lambda query: call("answerInlineQuery", inline_query_id=query, results=_results("1", "1"))
        ),
        "RESULT_ID_DUPLICATE",
        asked_inline(
            lambda query: call("answerInlineQuery", inline_query_id=query, results=_results("x" * 64))
        ),
    ),
]

PROFILE = [
    Mistake("command in capitals", _commands("Help"), "BOT_COMMAND_INVALID", _commands("help")),
    Mistake("command of 33 letters", _commands("x" * 33), "BOT_COMMAND_INVALID", _commands("x" * 32)),
    Mistake(
        "command without a description",
        call("setMyCommands", commands=[{"command": "help", "description": ""}]),
        "BOT_COMMAND_DESCRIPTION_INVALID",
        call("setMyCommands", commands=[{"command": "help", "description": "x" * 256}]),
    ),
    Mistake("101 commands", _commands(*_names(101)), "BOT_COMMANDS_TOO_MUCH", _commands(*_names(100))),
    Mistake(
        "scope of no kind",
        call("setMyCommands", commands=[], scope={"type": "everybody"}),
        "can't parse BotCommandScope",
        call("setMyCommands", commands=[], scope={"type": "all_private_chats"}),
    ),
    Mistake(
        "language by its name",
        call("setMyCommands", commands=[], language_code="english"),
        "BOT_COMMAND_LANGUAGE_CODE_INVALID",
        call("setMyCommands", commands=[], language_code="en"),
    ),
    Mistake(
        "menu button of no kind",
        call("setChatMenuButton", menu_button={"type": "pizza"}),
        "MenuButton has unsupported type",
        call("setChatMenuButton", menu_button={"type": "commands"}),
    ),
    Mistake(
        "name of 65 letters",
        call("setMyName", name="x" * 65),
        "BOT_TITLE_INVALID",
        call("setMyName", name="x" * 64),
    ),
    Mistake(
        "description of 513 letters",
        call("setMyDescription", description="x" * 513),
        "BOT_DESCRIPTION_TOO_LONG",
        call("setMyDescription", description="x" * 512),
    ),
    Mistake(
        "reaction that is none",
        after(say(), lambda number: _reaction(number, "🫖")),
        "REACTION_INVALID",
        after(say(), lambda number: _reaction(number, "👍")),
    ),
    Mistake(
        "two reactions",
        after(say(), lambda number: _reaction(number, "👍", "🔥")),
        "REACTIONS_TOO_MANY",
        after(say(), lambda number: _reaction(number)),
    ),
]

UPDATES = [
    Mistake(
        "polling while a webhook is set",
        in_turn(call("setWebhook", url="https://ex.com/hook"), call("getUpdates")),
        "can't use getUpdates method while webhook is active",
        in_turn(call("setWebhook", url="https://ex.com/hook"), call("deleteWebhook"), call("getUpdates")),
    ),
    Mistake(
        "webhook by http",
        call("setWebhook", url="http://ex.com/hook"),
        "An HTTPS URL must be provided for webhook",
        call("setWebhook", url="https://ex.com/hook"),
    ),
    Mistake(
        "webhook on port 8081",
        call("setWebhook", url="https://ex.com:8081/hook"),
        "Webhook can be set up only on ports 80, 88, 443 or 8443",
        call("setWebhook", url="https://ex.com:8443/hook"),
    ),
    Mistake(
        "secret with a blank",
        call("setWebhook", url="https://ex.com/", secret_token="a b"),
        "secret token contains unallowed characters",
        call("setWebhook", url="https://ex.com/", secret_token="aB_9-"),
    ),
    Mistake(
        "secret of 257 characters",
        call("setWebhook", url="https://ex.com/", secret_token="x" * 257),
        "secret token is too long",
        call("setWebhook", url="https://ex.com/", secret_token="x" * 256),
    ),
    Mistake(
        "kind of update that is none",
        call("getUpdates", allowed_updates=["message", "taps"]),
        "unknown field 'taps'",
        call("getUpdates", allowed_updates=["message", "callback_query"]),
    ),
    Mistake(
        "101 updates",
        call("getUpdates", limit=101),
        "limit must be 1-100, not 101",
        call("getUpdates", limit=100),
    ),
    Mistake(
        "a poll of a minute",
        in_turn(act("say", {"text": "a"}), call("getUpdates", timeout=60)),
        "timeout must be 0-50",
        call("getUpdates"),
    ),
]
