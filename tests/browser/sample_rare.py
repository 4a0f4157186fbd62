"""The rarer things that a bot can send, for the page to draw; part of the sample bot."""

import asyncio
import wave
from io import BytesIO

from PIL import Image, ImageDraw
from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultPhoto,
    InputMediaPhoto,
    InputTextMessageContent,
    KeyboardButton,
    LabeledPrice,
    ReplyKeyboardMarkup,
    ShippingOption,
    SwitchInlineQueryChosenChat,
    Update,
    WebAppInfo,
)
from telegram.constants import ParseMode
from telegram.ext import ContextTypes

Context = ContextTypes.DEFAULT_TYPE
RATIOS = ((640, 480), (480, 640), (640, 640), (900, 480), (480, 560))
COLOURS = ("#b0473a", "#3a6db0", "#c9972f", "#2f6f5e", "#7a4b9a")
LONG = (
    "<blockquote expandable>"
    + "\n".join(f"Line {n} of what was said" for n in range(1, 10))
    + '</blockquote>\n<pre><code class="language-python">print("rice")</code></pre>\n'
    '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji> and <tg-spoiler>a secret</tg-spoiler>'
)


def picture(colour: str, words: str, size: tuple[int, int] = (640, 480)) -> bytes:
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).text((40, size[1] // 2 - 30), words, fill="white", font_size=56)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


async def send_mosaic(update: Update, context: Context) -> None:
    count = int(update.message.text.split()[1])
    pictures = [picture(COLOURS[n % 5], str(n + 1), RATIOS[n % 5]) for n in range(count)]
    await update.effective_chat.send_media_group(
        [InputMediaPhoto(one, has_spoiler=count == 2) for one in pictures], caption=f"Album of {count}"
    )


async def send_rich(update: Update, context: Context) -> None:
    await update.effective_chat.send_message(LONG, ParseMode.HTML)


async def send_link(update: Update, context: Context) -> None:
    await update.effective_chat.send_message(f"Look: {context.bot_data['address']}/sites/card.example/pay")


async def pin(update: Update, context: Context) -> None:
    message = await update.effective_chat.send_message("Open until six")
    await message.pin()


async def ask_back(update: Update, context: Context) -> None:
    await update.effective_chat.send_message(
        "How many?", reply_markup=ForceReply(input_field_placeholder="A number")
    )


async def ask_phone(update: Update, context: Context) -> None:
    keys = ReplyKeyboardMarkup(
        [[KeyboardButton("My number", request_contact=True)]], one_time_keyboard=True, is_persistent=True
    )
    await update.effective_chat.send_message("Who are you?", reply_markup=keys)


async def thank_for_contact(update: Update, context: Context) -> None:
    await update.effective_chat.send_message(f"Noted {update.message.contact.phone_number}")


async def send_live(update: Update, context: Context) -> None:
    await update.effective_chat.send_location(51.2037, 10.6145, live_period=900, heading=90)


async def told_of_move(update: Update, context: Context) -> None:
    place = update.edited_message.location
    words = f"at {place.latitude:.4f}, {place.longitude:.4f}" if place.live_period else "Arrived"
    await update.effective_chat.send_message(words)


async def send_venue(update: Update, context: Context) -> None:
    await update.effective_chat.send_venue(51.2041, 10.6152, "Kaufhaus Sommer", "Marktplatz 3, Lindenau")


async def send_sound(update: Update, context: Context) -> None:
    out = BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(b"\x80" * 16_000)
    await update.effective_chat.send_audio(
        out.getvalue(), duration=2, title="Two seconds", filename="two.wav"
    )


async def react(update: Update, context: Context) -> None:
    await update.message.set_reaction("🔥")


async def forward(update: Update, context: Context) -> None:
    await update.message.forward(update.effective_chat.id)


async def send_and_withdraw(update: Update, context: Context) -> None:
    message = await update.effective_chat.send_message("Gone in a moment")
    await asyncio.sleep(0.5)
    await message.delete()


async def send_many(update: Update, context: Context) -> None:
    for n in range(1, int(update.message.text.split()[1]) + 1):
        await update.effective_chat.send_message(f"Note {n}")


async def tell_others_much(update: Update, context: Context) -> None:
    for chat_id in context.bot_data["others"]:
        for n in range(1, 26):
            await context.bot.send_message(chat_id, f"Note {n}")


async def offer_silence(update: Update, context: Context) -> None:
    keys = [[InlineKeyboardButton("Think long", callback_data="silence")]]
    await update.effective_chat.send_message("Wait for it", reply_markup=InlineKeyboardMarkup(keys))


async def offer_links(update: Update, context: Context) -> None:
    keys = [
        [InlineKeyboardButton("Out", url="https://shop.example/")],
        [InlineKeyboardButton("Look it up", switch_inline_query_current_chat="rice")],
        [
            InlineKeyboardButton(
                "Tell others", switch_inline_query_chosen_chat=SwitchInlineQueryChosenChat("x")
            )
        ],
    ]
    await update.effective_chat.send_message("Ways on", reply_markup=InlineKeyboardMarkup(keys))


async def send_full_invoice(update: Update, context: Context) -> None:
    await update.effective_chat.send_invoice(
        "Risotto for six",
        "Rice, stock, lemon, basil",
        update.message.text,
        "EUR",
        [LabeledPrice("Goods", 2330), LabeledPrice("Bag", 40)],
        provider_token="t:1",
        max_tip_amount=500,
        suggested_tip_amounts=[100, 300],
        need_name=True,
        need_email=True,
        need_phone_number=True,
        need_shipping_address=True,
        is_flexible=True,
    )


async def tell_shipping(update: Update, context: Context) -> None:
    query = update.shipping_query
    if query.shipping_address.city != "Lindenau":
        await query.answer(ok=False, error_message="We go to Lindenau only")
        return
    ways = [
        ShippingOption("bike", "Cargo bike", [LabeledPrice("Bike", 290)]),
        ShippingOption("van", "Van", [LabeledPrice("Van", 590)]),
    ]
    await query.answer(ok=True, shipping_options=ways)


async def offer_app(update: Update, context: Context) -> None:
    prices = [LabeledPrice("Shelf", 500)]
    about = ("A shelf", "Of oak", "shelf", "EUR")
    link = await context.bot.create_invoice_link(*about, prices, provider_token="t:1")
    url = f"{context.bot_data['address']}/sites/card.example/shelves?invoice={link.rpartition('$')[2]}"
    await update.effective_chat.send_message(
        "An app",
        reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Open the app", web_app=WebAppInfo(url))]]),
    )
    await update.effective_chat.send_message(
        "And below",
        reply_markup=ReplyKeyboardMarkup(
            [[KeyboardButton("Pick a shelf", web_app=WebAppInfo(url))]], resize_keyboard=True
        ),
    )


async def take_app_data(update: Update, context: Context) -> None:
    sent = update.message.web_app_data
    await update.effective_chat.send_message(f"From {sent.button_text}: {sent.data}")


async def look_up(update: Update, context: Context) -> None:
    """`pics` gives photos, anything else ten articles a page, of 25."""
    query = update.inline_query
    address = context.bot_data["address"]
    if query.query == "pics":
        await query.answer(
            [
                InlineQueryResultPhoto(f"p{n}", f"{address}/page/icon.svg", f"{address}/page/icon.svg")
                for n in range(6)
            ]
        )
        return
    begin = int(query.offset or 0)
    found = [
        InlineQueryResultArticle(
            f"a{n}",
            f"{query.query} {n}",
            InputTextMessageContent(f"Chosen {query.query} {n}"),
            description="€",
        )
        for n in range(begin, min(begin + 10, 25))
    ]
    await query.answer(found, next_offset=str(begin + 10) if begin + 10 < 25 else "", cache_time=0)


RARELY_SAID = {
    r"mosaic \d+": send_mosaic,
    "rich": send_rich,
    "link": send_link,
    "pin": pin,
    "ask": ask_back,
    "phone": ask_phone,
    "live": send_live,
    "venue": send_venue,
    "sound": send_sound,
    "react": react,
    "forward": forward,
    "withdraw": send_and_withdraw,
    r"many \d+": send_many,
    "tell much": tell_others_much,
    "silence": offer_silence,
    "ways": offer_links,
    "ship": send_full_invoice,
    "refuse": send_full_invoice,
    "app": offer_app,
}
