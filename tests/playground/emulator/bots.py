"""Foreign bots, written with python-telegram-bot as anybody would."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from telegram import (
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.transport import AiohttpRequest
from tests.kit import Wire

App = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE


async def start(update: Update, context: Context) -> None:
    assert update.message
    keyboard = ReplyKeyboardMarkup([[KeyboardButton("Where I am", request_location=True)], ["Never mind"]])
    await update.message.reply_html("Hello, <b>you</b>!", reply_markup=keyboard)


async def echo(update: Update, context: Context) -> None:
    """Echo a text with a counting button under it."""
    assert update.message
    button = InlineKeyboardButton("Count", callback_data="count:0")
    await update.message.reply_text(
        update.message.text or "", reply_markup=InlineKeyboardMarkup([[button]]), do_quote=True
    )


async def count(update: Update, context: Context) -> None:
    query = update.callback_query
    assert query
    assert query.data
    number = int(query.data.removeprefix("count:")) + 1
    await query.answer(f"{number}!")
    button = InlineKeyboardButton("Count", callback_data=f"count:{number}")
    await query.edit_message_text(f"counted {number}", reply_markup=InlineKeyboardMarkup([[button]]))


async def results(update: Update, context: Context) -> None:
    """One result that says what was asked, with the counting button."""
    query = update.inline_query
    assert query
    content = InputTextMessageContent(f"{query.query}, please")
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Count", callback_data="count:0")]])
    await query.answer([InlineQueryResultArticle("1", query.query, content, reply_markup=keyboard)])


async def place(update: Update, context: Context) -> None:
    assert update.message
    assert update.message.location
    found = f"{update.message.location.latitude:.1f}"
    await update.message.reply_text(f"north {found}", reply_markup=ReplyKeyboardRemove())


async def photo(update: Update, context: Context) -> None:
    """Download the picture and send it back twice: new, and by its id."""
    assert update.message
    size = update.message.photo[-1]
    file = await size.get_file()
    content = bytes(await file.download_as_bytearray())
    await update.message.reply_photo(content, caption=f"{len(content)} bytes")
    await update.message.reply_photo(size.file_id, caption="the same")


def build(wire: Wire) -> App:
    builder: Any = ApplicationBuilder().token(wire.token)
    builder = builder.base_url(wire.base_url).base_file_url(wire.base_file_url)
    builder = builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest(read_timeout=60))
    app: App = builder.build()
    app.add_handler(CommandHandler("start", start))
    app.add_handler(MessageHandler(filters.LOCATION, place))
    app.add_handler(MessageHandler(filters.PHOTO, photo))
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.add_handler(CallbackQueryHandler(count))
    app.add_handler(InlineQueryHandler(results))
    return app


@asynccontextmanager
async def polling(wire: Wire) -> AsyncIterator[App]:
    app = build(wire)
    async with app:
        await app.bot.set_my_commands([BotCommand("start", "Begin")])
        await app.start()
        assert app.updater
        await app.updater.start_polling(timeout=50)
        try:
            yield app
        finally:
            await app.updater.stop()
            await app.stop()


@asynccontextmanager
async def on_webhook(wire: Wire) -> AsyncIterator[App]:
    """The same bot behind a route of its own that checks the secret."""
    app = build(wire)
    secret = "a-secret"

    async def take(request: web.Request) -> web.Response:
        if request.headers.get("X-Telegram-Bot-Api-Secret-Token") != secret:
            return web.Response(status=403)
        await app.update_queue.put(Update.de_json(await request.json(), app.bot))
        return web.Response()

    server = web.Application()
    server.router.add_post("/hook", take)
    runner = web.AppRunner(server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with app:
        await app.start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        await app.bot.set_webhook(url, secret_token=secret)
        try:
            yield app
        finally:
            await app.bot.delete_webhook()
            await app.stop()
            await runner.cleanup()
