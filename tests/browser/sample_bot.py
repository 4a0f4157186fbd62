"""A small bot of its own that shows everything the page must be able to draw. It knows nothing of Errand."""

import asyncio
from typing import Any

from telegram import (
    BotCommand,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    LabeledPrice,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    Update,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    PreCheckoutQueryHandler,
    ShippingQueryHandler,
    filters,
)
from telegram.request import HTTPXRequest

from tests.browser import sample_rare
from tests.browser.sample_rare import picture

COMPONENTS = ("Rice", "Stock", "Lemon", "Basil")
ZOO = (
    "<b>bold <i>and italic</i></b> <s>struck</s> <u>under</u> <code>code</code> "
    '<tg-spoiler>hidden</tg-spoiler> <a href="https://shop.example/x">link</a>\n'
    '<pre><code class="language-offer">rice  3.20\nstock 4.58</code></pre>\n'
    "<blockquote>quoted words</blockquote>\n"
    "😀 /help me@shop.example"
)


def build(address: str, token: str) -> Application[Any, Any, Any, Any, Any, Any]:
    request = {"httpx_kwargs": {"trust_env": False}}
    bot = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{address}/bot")
        .base_file_url(f"{address}/file/bot")
        .request(HTTPXRequest(**request))
        .get_updates_request(HTTPXRequest(**request))
        .build()
    )
    bot.bot_data["address"] = address
    bot.add_handler(CommandHandler("start", greet))
    edited = filters.UpdateType.EDITED_MESSAGE
    bot.add_handler(MessageHandler(edited & filters.LOCATION, sample_rare.told_of_move))
    bot.add_handler(MessageHandler(edited, echo_edit))
    for words, handler in (SAID | sample_rare.RARELY_SAID).items():
        bot.add_handler(MessageHandler(filters.Regex(f"^{words}$"), handler))
    bot.add_handler(PreCheckoutQueryHandler(judge_payment))
    bot.add_handler(ShippingQueryHandler(sample_rare.tell_shipping))
    bot.add_handler(InlineQueryHandler(sample_rare.look_up))
    bot.add_handler(MessageHandler(filters.LOCATION, take_location))
    bot.add_handler(MessageHandler(filters.CONTACT, sample_rare.thank_for_contact))
    bot.add_handler(MessageHandler(filters.StatusUpdate.WEB_APP_DATA, sample_rare.take_app_data))
    bot.add_handler(MessageHandler(filters.PHOTO | filters.Document.ALL, describe_file))
    bot.add_handler(MessageHandler(filters.TEXT, echo))
    bot.add_handler(CallbackQueryHandler(tapped))
    return bot


async def introduce(bot: Application[Any, Any, Any, Any, Any, Any]) -> None:
    await bot.bot.set_my_commands(
        [
            BotCommand("start", "Begin"),
            BotCommand("orders", "My orders"),
            BotCommand("help", "What can be done"),
        ]
    )
    await bot.bot.set_my_description("Send a page, get everything it needs.")


async def greet(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    keys = [
        [InlineKeyboardButton("Say it briefly", callback_data="toast")],
        [InlineKeyboardButton("Say it loudly", callback_data="alert")],
        [InlineKeyboardButton("Copy", copy_text=CopyTextButton("ER-4K7Q"))],
    ]
    await update.effective_chat.send_message(
        "Hello <b>there</b>! Send me a page.", ParseMode.HTML, reply_markup=InlineKeyboardMarkup(keys)
    )


def _list(ticked: set[int]) -> tuple[str, InlineKeyboardMarkup]:
    lines = [f"{n + 1} · {name if n in ticked else f'<s>{name}</s>'}" for n, name in enumerate(COMPONENTS)]
    keys = [
        InlineKeyboardButton(f"{'☑' if n in ticked else '☐'} {name}", callback_data=_tick(ticked ^ {n}))
        for n, name in enumerate(COMPONENTS)
    ]
    return "<b>Risotto</b> for 4\n" + "\n".join(lines), InlineKeyboardMarkup([keys[:2], keys[2:]])


def _tick(ticked: set[int]) -> str:
    return "tick:" + "".join(map(str, sorted(ticked)))


async def show_list(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = await update.effective_chat.send_message("Reading the page …")
    text, keys = _list({0, 1, 2, 3})
    await message.edit_text(text, ParseMode.HTML, reply_markup=keys)


async def tapped(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query.data == "toast":
        await query.answer("Brief words")
    elif query.data == "silence":
        return
    elif query.data == "alert":
        await query.answer("Loud words", show_alert=True)
    else:
        text, keys = _list({int(n) for n in query.data.removeprefix("tick:")})
        await query.answer()
        await query.edit_message_text(text, ParseMode.HTML, reply_markup=keys)


async def send_photo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.effective_chat.send_photo(picture("#2f6f5e", "Risotto"), caption="What it may look like")


async def send_album(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    pictures = [picture(colour, colour) for colour in ("#b0473a", "#3a6db0", "#c9972f")]
    await update.effective_chat.send_media_group(
        [InputMediaPhoto(picture) for picture in pictures], caption="Three"
    )


async def send_file(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.effective_chat.send_document(b"code,price\nA1,320\n", filename="items.csv")


async def offer_card(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    keys = [[InlineKeyboardButton("Pay €23.30", url=f"{context.bot_data['address']}/sites/card.example/pay")]]
    await update.effective_chat.send_message("Pay by card", reply_markup=InlineKeyboardMarkup(keys))


async def send_invoice(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.effective_chat.send_invoice(
        "Risotto for six",
        "All that it needs",
        "order-1",
        "EUR",
        [LabeledPrice("Goods", 2330)],
        provider_token="t:1",
    )


async def judge_payment(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.pre_checkout_query.invoice_payload == "refuse":
        await update.pre_checkout_query.answer(ok=False, error_message="The rice is gone")
        return
    await update.pre_checkout_query.answer(ok=True)


async def offer_keyboard(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    keys = ReplyKeyboardMarkup(
        [[KeyboardButton("Share my place", request_location=True), KeyboardButton("Type it")]],
        resize_keyboard=True,
        input_field_placeholder="Where to?",
    )
    await update.effective_chat.send_message("Where to?", reply_markup=keys)


async def show_zoo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.effective_chat.send_message(ZOO, ParseMode.HTML)


async def err(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    try:
        await update.effective_chat.send_message("<b>never closed", ParseMode.HTML)
    except BadRequest as refused:
        await update.effective_chat.send_message(f"Refused: {refused.message}")


async def take_location(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    place = update.message.location
    await update.effective_chat.send_message(
        f"To {place.latitude:.4f}, {place.longitude:.4f}", reply_markup=ReplyKeyboardRemove()
    )


async def think(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.effective_chat.send_action(ChatAction.TYPING)
    await asyncio.wait_for(context.bot_data["thought"].wait(), 20)
    await update.effective_chat.send_message("Thought of it.")


async def tell(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    for chat_id in context.bot_data["others"]:
        await context.bot.send_message(chat_id, "An inquiry: 2 lines, by 17:30")


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.effective_chat.send_message(
        f"You said: {update.message.text}", reply_parameters=ReplyParameters(update.message.message_id)
    )


async def echo_edit(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.effective_chat.send_message(f"You changed it to: {update.edited_message.text}")


async def describe_file(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    sent = update.message
    kind = "picture" if sent.photo else f"file {sent.document.file_name}"
    await update.effective_chat.send_message(f"Got a {kind}: {sent.caption or 'no words'}")


SAID = {
    "list": show_list,
    "photo": send_photo,
    "album": send_album,
    "file": send_file,
    "card": offer_card,
    "keys": offer_keyboard,
    "invoice": send_invoice,
    "zoo": show_zoo,
    "err": err,
    "think": think,
    "tell": tell,
}
