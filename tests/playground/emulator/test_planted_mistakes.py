"""Mistakes that bots make: each must be caught, as a violation or as a refusal, by the wire itself."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Message, ReplyKeyboardMarkup
from telegram.error import TelegramError

from tests.kit import Wire
from tests.kit.wire import Misbehaved
from tests.playground.emulator.bots import App, polling
from tests.playground.emulator.test_files import picture

Mistake = Callable[[App, int], Awaitable[Any]]


def _keyboard(**button: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Go", **button)]])


async def _sent(app: App, chat: int, text: str = "a", **details: Any) -> Message:
    message: Message = await app.bot.send_message(chat, text, **details)
    return message


async def unknown_parameter(app: App, chat: int) -> None:
    await app.bot.send_message(chat, "a", api_kwargs={"parse_modus": "HTML"})


async def wrong_type(app: App, chat: int) -> None:
    await app.bot.send_message(chat, "a", api_kwargs={"message_effect_id": "1", "reply_markup": "keyboard"})


async def unknown_field_of_a_button(app: App, chat: int) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "b", "colour": "red"}]]}
    await app.bot.do_api_request("sendMessage", {"chat_id": chat, "text": "a", "reply_markup": markup})


async def text_where_a_number_belongs(app: App, chat: int) -> None:
    values = {"chat_id": chat, "latitude": "north", "longitude": 1}
    await app.bot.do_api_request("sendLocation", values)


async def callback_data_of_68_bytes(app: App, chat: int) -> None:
    await _sent(app, chat, reply_markup=_keyboard(callback_data="ä" * 34))


async def unescaped_angle_bracket(app: App, chat: int) -> None:
    await _sent(app, chat, "2 < 3 onions", parse_mode="HTML")


async def unescaped_dot_in_markdown(app: App, chat: int) -> None:
    await _sent(app, chat, "3.50 EUR", parse_mode="MarkdownV2")


async def unclosed_tag(app: App, chat: int) -> None:
    await _sent(app, chat, "<b>total", parse_mode="HTML")


async def unchanged_edit(app: App, chat: int) -> None:
    message = await _sent(app, chat)
    await message.edit_text("a")


async def album_of_eleven(app: App, chat: int) -> None:
    await app.bot.send_media_group(chat, [InputMediaPhoto(picture(9, 9)) for _ in range(11)])


async def album_of_one(app: App, chat: int) -> None:
    await app.bot.send_media_group(chat, [InputMediaPhoto(picture(9, 9))])


async def second_callback_answer(app: App, chat: int) -> None:
    await app.bot.answer_callback_query("123")


async def long_text(app: App, chat: int) -> None:
    await _sent(app, chat, "x" * 4097)


async def empty_text(app: App, chat: int) -> None:
    await _sent(app, chat, "  ")


async def long_caption(app: App, chat: int) -> None:
    await app.bot.send_photo(chat, picture(9, 9), caption="x" * 1025)


async def button_without_action(app: App, chat: int) -> None:
    await _sent(app, chat, reply_markup=_keyboard())


async def link_to_localhost(app: App, chat: int) -> None:
    await _sent(app, chat, reply_markup=_keyboard(url="http://localhost:8080/"))


async def edit_under_a_reply_keyboard(app: App, chat: int) -> None:
    message = await _sent(app, chat, reply_markup=ReplyKeyboardMarkup([["a"]]))
    await message.edit_text("b")


async def edit_of_a_deleted_message(app: App, chat: int) -> None:
    message = await _sent(app, chat)
    await message.delete()
    await message.edit_text("b")


async def unknown_chat(app: App, chat: int) -> None:
    await _sent(app, 987654321)


async def reply_to_nothing(app: App, chat: int) -> None:
    await _sent(app, chat, reply_to_message_id=99999)


async def broken_file_id(app: App, chat: int) -> None:
    await app.bot.send_photo(chat, "AgACnothing")


async def command_with_capitals(app: App, chat: int) -> None:
    await app.bot.set_my_commands([("Help", "Help")])


async def secret_with_blanks(app: App, chat: int) -> None:
    await app.bot.do_api_request("setWebhook", {"url": "https://example.com/", "secret_token": "a b"})


async def invoice_without_provider(app: App, chat: int) -> None:
    prices = [{"label": "Rice", "amount": 320}]
    values = {"chat_id": chat, "title": "a", "description": "b", "payload": "c", "currency": "EUR"}
    await app.bot.do_api_request("sendInvoice", {**values, "prices": prices})


async def unknown_chat_action(app: App, chat: int) -> None:
    await app.bot.send_chat_action(chat, "thinking")


async def unknown_kind_of_update(app: App, chat: int) -> None:
    await app.bot.do_api_request("getWebhookInfo", {})
    await app.bot.do_api_request("setWebhook", {"url": "", "allowed_updates": ["message", "taps"]})


async def method_that_is_not_emulated(app: App, chat: int) -> None:
    await app.bot.send_game(chat, "chess")


async def method_that_does_not_exist(app: App, chat: int) -> None:
    await app.bot.do_api_request("sendTelepathy", {"chat_id": chat})


async def reaction_that_is_none(app: App, chat: int) -> None:
    message = await _sent(app, chat)
    await message.set_reaction("🫖")


async def missing_parameter(app: App, chat: int) -> None:
    await app.bot.do_api_request("sendMessage", {"chat_id": chat})


MISTAKES: list[tuple[Mistake, str]] = [
    (unknown_parameter, "unknown parameter 'parse_modus'"),
    (wrong_type, "reply_markup must be .*, not .keyboard"),
    (unknown_field_of_a_button, "has an unknown field 'colour'"),
    (text_where_a_number_belongs, "latitude must be Float, not"),
    (callback_data_of_68_bytes, "BUTTON_DATA_INVALID"),
    (unescaped_angle_bracket, "Unsupported start tag"),
    (unescaped_dot_in_markdown, "is reserved and must be escaped"),
    (unclosed_tag, "Can't find end tag corresponding"),
    (unchanged_edit, "message is not modified"),
    (album_of_eleven, "too many messages to send as an album"),
    (album_of_one, "an album has 2-10 items"),
    (second_callback_answer, "query is too old"),
    (long_text, "message is too long"),
    (empty_text, "text must be non-empty"),
    (long_caption, "message caption is too long"),
    (button_without_action, "Text buttons are unallowed"),
    (link_to_localhost, "Wrong HTTP URL"),
    (edit_under_a_reply_keyboard, "message can't be edited"),
    (edit_of_a_deleted_message, "message to edit not found"),
    (unknown_chat, "chat not found"),
    (reply_to_nothing, "message to be replied not found"),
    (broken_file_id, "wrong file identifier/HTTP URL specified"),
    (command_with_capitals, "BOT_COMMAND_INVALID"),
    (secret_with_blanks, "secret token contains unallowed characters"),
    (invoice_without_provider, "PAYMENT_PROVIDER_INVALID"),
    (unknown_chat_action, "wrong parameter action in request"),
    (unknown_kind_of_update, "unknown field 'taps'"),
    (method_that_is_not_emulated, "method sendGame is not emulated"),
    (method_that_does_not_exist, "method not found"),
    (reaction_that_is_none, "REACTION_INVALID"),
    (missing_parameter, "message text is empty"),
]


@pytest.mark.filterwarnings("ignore:Please use 'Bot")
@pytest.mark.parametrize(("mistake", "words"), MISTAKES, ids=[one.__name__ for one, _ in MISTAKES])
async def test_the_wire_catches(mistake: Mistake, words: str) -> None:
    with pytest.raises(Misbehaved, match=words):
        await _journey_with(mistake)


async def _journey_with(mistake: Mistake) -> None:
    async with Wire.opened() as wire, polling(wire) as app:
        ada = await wire.person("Ada")
        await ada.says("hello")
        await ada.sees("hello")
        await wire.check()
        with suppress(TelegramError, ValueError):  # a bot that swallows the error is caught all the same
            await mistake(app, ada.id)


async def test_an_expected_refusal_is_no_fault() -> None:
    async with Wire.opened() as wire, polling(wire) as app:
        wire.allows_refusal("chat not found")
        with pytest.raises(TelegramError, match="Chat not found"):
            await app.bot.send_message(987654321, "a")


async def _does_it_right(app: App, chat: int) -> None:
    """The right way of each mistake above."""
    bot = app.bot
    message = await _sent(app, chat, "2 &lt; 3 <b>onions</b>", parse_mode="HTML")
    await message.edit_text(
        "3\\.50 *EUR*", parse_mode="MarkdownV2", reply_markup=_keyboard(callback_data="ä" * 32)
    )
    await message.reply_text("x" * 4096, reply_markup=ReplyKeyboardMarkup([["a", "b"]]))
    await message.set_reaction("👍")
    await bot.send_media_group(chat, [InputMediaPhoto(picture(9, 9)) for _ in range(10)])
    photo = await bot.send_photo(chat, picture(9, 9), caption="x" * 1024)
    await bot.send_photo(chat, photo.photo[-1].file_id)
    await bot.send_location(chat, 52.5, 13.4)
    await bot.send_chat_action(chat, "typing")
    prices = [{"label": "Rice", "amount": 320}]
    values = {"chat_id": chat, "title": "a", "description": "b", "payload": "c", "currency": "EUR"}
    await bot.do_api_request("sendInvoice", {**values, "prices": prices, "provider_token": "1:TEST:x"})
    await bot.set_my_commands([("help", "Help")])
    await photo.delete()


async def test_a_well_behaved_bot_is_not_complained_about() -> None:
    async with Wire.opened() as wire, polling(wire) as app:
        ada = await wire.person("Ada")
        await ada.says("hello")
        await ada.sees("hello")
        await ada.taps("Count")
        await _does_it_right(app, ada.id)
        assert await wire.violations() == []
        assert await wire.refusals() == []
