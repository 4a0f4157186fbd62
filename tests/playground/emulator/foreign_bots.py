"""Foreign bots in the manner of python-telegram-bot's examples, over its stock httpx transport: of the
emulator they know `base_url` and `base_file_url` alone."""

import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LabeledPrice,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ShippingOption,
    Update,
)
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChosenInlineResultHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    InlineQueryHandler,
    MessageHandler,
    PreCheckoutQueryHandler,
    ShippingQueryHandler,
    filters,
)
from telegram.helpers import escape_markdown

from tests.kit import Wire

App = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE
Furnish = Callable[[App], None]

TASTE, PLACE, NAME = range(3)


@asynccontextmanager
async def polling(wire: Wire, furnish: Furnish) -> AsyncIterator[App]:
    async with _built(wire, furnish) as app:
        assert app.updater
        await app.updater.start_polling()
        yield app


@asynccontextmanager
async def listening(wire: Wire, furnish: Furnish) -> AsyncIterator[App]:
    """Its own web server, as `run_webhook` starts it; the secret is checked by python-telegram-bot."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    async with _built(wire, furnish) as app:
        assert app.updater
        await app.updater.start_webhook(
            listen="127.0.0.1",
            port=port,
            url_path="hook",
            webhook_url=f"http://127.0.0.1:{port}/hook",
            secret_token="between-us",
        )
        yield app
        await app.bot.delete_webhook()


@asynccontextmanager
async def _built(wire: Wire, furnish: Furnish) -> AsyncIterator[App]:
    builder = Application.builder().token(wire.token)
    app: App = builder.base_url(wire.base_url).base_file_url(wire.base_file_url).build()
    furnish(app)
    async with app:
        await app.start()
        try:
            yield app
        finally:
            assert app.updater
            await app.updater.stop()
            await app.stop()


def survey(app: App) -> None:
    """A conversation: a choice on a reply keyboard, a place that may be skipped, a name, a summary."""

    async def begin(update: Update, context: Context) -> int:
        assert update.message
        keyboard = ReplyKeyboardMarkup(
            [["Sweet", "Salty"], ["Neither"]],
            one_time_keyboard=True,
            input_field_placeholder="Sweet or salty?",
        )
        await update.message.reply_text("Sweet or salty?", reply_markup=keyboard)
        return TASTE

    async def taste(update: Update, context: Context) -> int:
        assert update.message
        assert context.user_data is not None
        context.user_data["taste"] = update.message.text
        await update.message.reply_text("Where are you? Or /skip.", reply_markup=ReplyKeyboardRemove())
        return PLACE

    async def place(update: Update, context: Context) -> int:
        assert update.message
        assert context.user_data is not None
        location = update.message.location
        context.user_data["place"] = f"{location.latitude:.1f}" if location else "nowhere"
        await update.message.reply_text("And your name?")
        return NAME

    async def name(update: Update, context: Context) -> int:
        assert update.message
        assert context.user_data is not None
        said = escape_markdown(update.message.text or "", version=2)
        known = context.user_data
        await update.message.reply_text(
            f"*{said}*, {known['taste']}, at {escape_markdown(known['place'], version=2)}",
            parse_mode=ParseMode.MARKDOWN_V2,
        )
        return ConversationHandler.END

    async def cancel(update: Update, context: Context) -> int:
        assert update.message
        await update.message.reply_text("Bye!", reply_markup=ReplyKeyboardRemove())
        return ConversationHandler.END

    text = filters.TEXT & ~filters.COMMAND
    conversation = ConversationHandler(
        entry_points=[CommandHandler("start", begin)],
        states={
            TASTE: [MessageHandler(filters.Regex("^(Sweet|Salty|Neither)$"), taste)],
            PLACE: [MessageHandler(filters.LOCATION, place), CommandHandler("skip", place)],
            NAME: [MessageHandler(text, name)],
        },
        fallbacks=[CommandHandler("cancel", cancel)],
    )
    app.add_handler(conversation)


def stall(app: App) -> None:
    """Sells cheese: an invoice with shipping, questions answered, thanks said."""

    async def offer(update: Update, context: Context) -> None:
        assert update.effective_chat
        await context.bot.send_invoice(
            update.effective_chat.id,
            title="Cheese",
            description="A pound of cheddar",
            payload="cheddar",
            provider_token="1:TEST:x",
            currency="GBP",
            prices=[LabeledPrice("Cheddar", 800), LabeledPrice("Discount", -50)],
            need_name=True,
            is_flexible=True,
            max_tip_amount=300,
            suggested_tip_amounts=[100, 200, 300],
        )

    async def shipping(update: Update, context: Context) -> None:
        query = update.shipping_query
        assert query
        if query.shipping_address.country_code != "GB":
            await query.answer(ok=False, error_message="We deliver in Britain only")
            return
        van = ShippingOption("van", "By van", [LabeledPrice("Van", 300)])
        bike = ShippingOption("bike", "By bike", [LabeledPrice("Bike", 150), LabeledPrice("Helmet", 20)])
        await query.answer(ok=True, shipping_options=[van, bike])

    async def checkout(update: Update, context: Context) -> None:
        query = update.pre_checkout_query
        assert query
        if query.order_info and query.order_info.name == "Mallory":
            await query.answer(ok=False, error_message="Not to you")
        else:
            await query.answer(ok=True)

    async def thanks(update: Update, context: Context) -> None:
        assert update.message
        assert update.message.successful_payment
        total = update.message.successful_payment.total_amount
        await update.message.reply_text(f"Thank you for {total / 100:.2f}!")

    app.add_handler(CommandHandler("buy", offer))
    app.add_handler(ShippingQueryHandler(shipping))
    app.add_handler(PreCheckoutQueryHandler(checkout))
    app.add_handler(MessageHandler(filters.SUCCESSFUL_PAYMENT, thanks))


def shouter(app: App) -> None:
    """An inline bot: what is typed after its name, loud, bold and slanted."""

    async def offer(update: Update, context: Context) -> None:
        query = update.inline_query
        assert query
        if not query.query:
            return
        shapes = {
            "Loud": InputTextMessageContent(query.query.upper()),
            "Bold": InputTextMessageContent(f"<b>{query.query}</b>", parse_mode=ParseMode.HTML),
        }
        results = [InlineQueryResultArticle(name.lower(), name, text) for name, text in shapes.items()]
        await query.answer(results, cache_time=0)

    async def note(update: Update, context: Context) -> None:
        assert update.chosen_inline_result
        context.bot_data.setdefault("chosen", []).append(update.chosen_inline_result.result_id)

    app.add_handler(InlineQueryHandler(offer))
    app.add_handler(ChosenInlineResultHandler(note))


def timer(app: App) -> None:
    """Sets, shows and takes away a timer; rings by itself."""

    async def ring(context: Context) -> None:
        assert context.job
        assert context.job.chat_id
        await context.bot.send_message(context.job.chat_id, f"Beep! {context.job.data} s are over.")

    async def set_timer(update: Update, context: Context) -> None:
        assert update.message
        assert context.job_queue
        try:
            seconds = float((context.args or [""])[0])
        except ValueError:
            await update.message.reply_text("Usage: /set seconds")
            return
        chat_id = update.message.chat_id
        context.job_queue.run_once(ring, seconds, chat_id=chat_id, name=str(chat_id), data=seconds)
        button = InlineKeyboardButton("Stop", callback_data="stop")
        await update.message.reply_text("Set.", reply_markup=InlineKeyboardMarkup([[button]]))

    async def stop(update: Update, context: Context) -> None:
        query = update.callback_query
        assert query
        assert context.job_queue
        jobs = context.job_queue.get_jobs_by_name(str(query.from_user.id))
        for job in jobs:
            job.schedule_removal()
        await query.answer("Stopped" if jobs else "Nothing to stop", show_alert=not jobs)
        if jobs:
            await query.edit_message_text("Stopped.")

    app.add_handler(CommandHandler("set", set_timer))
    app.add_handler(CallbackQueryHandler(stop, pattern="^stop$"))
