"""Mistakes that bots make, each with the words in which it is caught and with the right way beside it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image

from tests.playground.emulator.api import Api, Json

Step = Callable[[Api, int], Awaitable[Any]]
ADA = object()
"""Stands for the person's chat in the values of a call."""
_OF_A_CHAT = ("send", "edit", "delete", "copy", "forward", "pin", "setMessage", "stop")


@dataclass(frozen=True)
class Mistake:
    """`wrong` is caught in words that match `words`; `right` is complained about by nobody."""

    name: str
    wrong: Step
    words: str
    right: Step


def call(method: str, files: dict[str, bytes] | None = None, **values: Any) -> Step:
    """One call; in the person's chat where it needs one."""

    async def step(api: Api, ada: int) -> Json:
        placed = {name: ada if value is ADA else value for name, value in values.items()}
        if method.startswith(_OF_A_CHAT) and method != "deleteWebhook":
            placed.setdefault("chat_id", ada)
        return (await api(method, files, **placed)).body

    return step


def after(first: Step, then: Callable[[int], Step]) -> Step:
    """A call about the message that the first one sent."""

    async def step(api: Api, ada: int) -> None:
        sent = await first(api, ada)
        await then(sent["result"]["message_id"])(api, ada)

    return step


def in_turn(*steps: Step) -> Step:
    async def step(api: Api, ada: int) -> None:
        for one in steps:
            await one(api, ada)

    return step


def later(seconds: float) -> Step:
    async def step(api: Api, ada: int) -> None:
        api.clock.seconds += seconds

    return step


def act(name: str, body: Json) -> Step:
    """What the person does."""

    async def step(api: Api, ada: int) -> None:
        await api.control(f"/users/{ada}/{name}", body)

    return step


def tapped(then: Callable[[str], Step]) -> Step:
    """A tap of hers, and what the bot does about it."""

    async def step(api: Api, ada: int) -> None:
        sent = await say(reply_markup=button(callback_data="x"))(api, ada)
        where = {"message_id": sent["result"]["message_id"], "data": "x"}
        tap = await api.control(f"/users/{ada}/tap", where)
        await then(tap["callback_query_id"])(api, ada)

    return step


def asked_inline(then: Callable[[str], Step]) -> Step:
    async def step(api: Api, ada: int) -> None:
        asked = await api.control(f"/users/{ada}/inline", {"query": "rice"})
        await then(asked["inline_query_id"])(api, ada)

    return step


def say(**values: Any) -> Step:
    return call("sendMessage", **{"text": "a", **values})


def edit(first: Step, method: str = "editMessageText", **values: Any) -> Step:
    return after(first, lambda number: call(method, message_id=number, **values))


def button(**fields: Any) -> Json:
    return {"inline_keyboard": [[{"text": "Go", **fields}]]}


def keys(**fields: Any) -> Json:
    return {"keyboard": [["a"]], **fields}


def picture(width: int = 90, height: int = 60) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "PNG")
    return out.getvalue()


INVOICE: Json = {
    "title": "Rice",
    "description": "Two bags",
    "payload": "order-1",
    "provider_token": "1:TEST:x",
    "currency": "EUR",
    "prices": [{"label": "Rice", "amount": 640}],
}
_STARS: Json = {**INVOICE, "currency": "XTR", "provider_token": ""}


def invoice(**changes: Any) -> Step:
    return call("sendInvoice", **{**INVOICE, **changes})


def stars(**changes: Any) -> Step:
    return call("sendInvoice", **{**_STARS, **changes})


def album(*kinds: str) -> Step:
    files = {f"p{number}": picture() for number, _ in enumerate(kinds)}
    media = [{"type": kind, "media": f"attach://p{number}"} for number, kind in enumerate(kinds)]
    return call("sendMediaGroup", files, media=media)


TEXTS = [
    Mistake(
        "unescaped <", say(text="2 < 3", parse_mode="HTML"), 'Unsupported start tag ""', say(text="2 &lt; 3")
    ),
    Mistake("tag left open", say(text="<b>a", parse_mode="HTML"), "Can't find end tag", say(text="<b>a</b>")),
    Mistake(
        "tags that cross",
        say(text="<b><i>a</b></i>", parse_mode="HTML"),
        'expected "</i>", found "</b>"',
        say(text="<b><i>a</i></b>", parse_mode="HTML"),
    ),
    Mistake("unknown parse mode", say(parse_mode="BBCode"), "unsupported parse_mode", say(parse_mode="HTML")),
    Mistake("4097 characters", say(text="x" * 4097), "message is too long", say(text="😀" * 4096)),
    Mistake("nothing but blanks", say(text=" \n"), "text must be non-empty", say(text=" a ")),
    Mistake(
        "more than 32 KB",
        say(text="a" * 32_769),
        "text is too long",
        say(text="<b>a</b>" * 500, parse_mode="HTML"),
    ),
    Mistake(
        "entity past the end",
        say(text="abc", entities=[{"type": "bold", "offset": 2, "length": 5}]),
        "ends after the end of the text at UTF-16 offset 7",
        say(text="abc", entities=[{"type": "bold", "offset": 2, "length": 1}]),
    ),
    Mistake(
        "entity that begins behind the end",
        say(text="abc", entities=[{"type": "bold", "offset": 5, "length": 1}]),
        "entity begins after the end of the text",
        say(text="abcdef", entities=[{"type": "bold", "offset": 5, "length": 1}]),
    ),
    Mistake(
        "entity in half an emoji",
        say(text="😀a", entities=[{"type": "bold", "offset": 1, "length": 2}]),
        "entity begins in a middle of a UTF-16 symbol at byte offset 4",
        say(text="😀a", entities=[{"type": "bold", "offset": 2, "length": 1}]),
    ),
    Mistake(
        "entity of no kind",
        say(text="abc", entities=[{"type": "fat", "offset": 0, "length": 1}]),
        "can't parse MessageEntity: Unsupported type specified",
        say(text="abc", entities=[{"type": "spoiler", "offset": 0, "length": 1}]),
    ),
    Mistake(
        "entity that is a text",
        say(text="abc", entities=["bold"]),
        "can't parse MessageEntity: expected an Object",
        say(text="abc", entities=[]),
    ),
    Mistake(
        "link to nowhere",
        say(
            text="abc", entities=[{"type": "text_link", "offset": 0, "length": 1, "url": "http://localhost/"}]
        ),
        "entity URL 'http://localhost/' is invalid: Wrong HTTP URL",
        say(text="abc", entities=[{"type": "text_link", "offset": 0, "length": 1, "url": "http://ex.com/"}]),
    ),
    Mistake(
        "parse mode and entities at once",
        say(text="abc", parse_mode="HTML", entities=[{"type": "bold", "offset": 0, "length": 1}]),
        "parse_mode and entities are given both",
        say(text="abc", parse_mode="HTML"),
    ),
]

KEYBOARDS = [
    Mistake(
        "65 bytes of callback data",
        say(reply_markup=button(callback_data="x" * 65)),
        "BUTTON_DATA_INVALID",
        say(reply_markup=button(callback_data="ü" * 32)),
    ),
    Mistake(
        "callback data that is a number",
        say(reply_markup=button(callback_data=7)),
        'Field "callback_data" must be of type String',
        say(reply_markup=button(callback_data="7")),
    ),
    Mistake(
        "button that does nothing",
        say(reply_markup=button()),
        "Text buttons are unallowed in the inline keyboard",
        say(reply_markup=button(switch_inline_query="")),
    ),
    Mistake(
        "button that does two things",
        say(reply_markup=button(url="https://ex.com", callback_data="x")),
        "an inline button does one thing, not url and callback_data",
        say(reply_markup=button(url="https://ex.com")),
    ),
    Mistake(
        "button without a label",
        say(reply_markup={"inline_keyboard": [[{"text": "", "callback_data": "x"}]]}),
        "inline keyboard button text must be non-empty",
        say(reply_markup=button(callback_data="x")),
    ),
    Mistake(
        "keyboard that is one row",
        say(reply_markup={"inline_keyboard": [{"text": "a", "callback_data": "x"}]}),
        "must be an Array of Arrays",
        say(reply_markup={"inline_keyboard": []}),
    ),
    Mistake(
        "101 buttons",
        say(reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "x"}]] * 101}),
        "reply markup is too long",
        say(reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "x"}]] * 100}),
    ),
    Mistake(
        "257 characters to copy",
        say(reply_markup=button(copy_text={"text": "x" * 257})),
        "BUTTON_COPY_TEXT_INVALID",
        say(reply_markup=button(copy_text={"text": "x" * 256})),
    ),
    Mistake(
        "link to localhost",
        say(reply_markup=button(url="http://localhost/")),
        "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
        say(reply_markup=button(url="tg://user?id=42")),
    ),
    Mistake(
        "link by ftp",
        say(reply_markup=button(url="ftp://ex.com/")),
        "is invalid: Unsupported URL protocol",
        say(reply_markup=button(url="http://ex.com/")),
    ),
    Mistake(
        "Mini App by http",
        say(reply_markup=button(web_app={"url": "http://ex.com/"})),
        "inline keyboard button Web App URL 'http://ex.com/' is invalid: Only HTTPS links are allowed",
        say(reply_markup=button(web_app={"url": "https://ex.com/"})),
    ),
    Mistake(
        "Mini App by http beside the input",
        say(reply_markup={"keyboard": [[{"text": "a", "web_app": {"url": "http://ex.com/"}}]]}),
        "keyboard button Web App URL 'http://ex.com/' is invalid: Only HTTPS links are allowed",
        say(reply_markup={"keyboard": [[{"text": "a", "web_app": {"url": "https://ex.com/"}}]]}),
    ),
    Mistake(
        "login by http",
        say(reply_markup=button(login_url={"url": "http://ex.com/"})),
        "inline keyboard button login URL 'http://ex.com/' is invalid: Only HTTPS links are allowed",
        say(reply_markup=button(login_url={"url": "https://ex.com/"})),
    ),
    Mistake(
        "chosen chat that is a text",
        say(reply_markup=button(switch_inline_query_chosen_chat="rice")),
        'Field "switch_inline_query_chosen_chat" must be of type Object',
        say(reply_markup=button(switch_inline_query_chosen_chat={"query": "rice", "allow_user_chats": True})),
    ),
    Mistake(
        "button of no colour",
        say(reply_markup=button(callback_data="x", style="purple")),
        "invalid button style specified",
        say(reply_markup=button(callback_data="x", style="danger")),
    ),
    Mistake(
        "payment button without an invoice",
        say(reply_markup=button(pay=True)),
        "BUTTON_TYPE_INVALID",
        invoice(reply_markup=button(pay=True)),
    ),
    Mistake(
        "invoice whose first button pays nothing",
        invoice(reply_markup=button(callback_data="x")),
        "REPLY_MARKUP_BUY_EMPTY",
        invoice(),
    ),
    Mistake(
        "placeholder of 65 characters",
        say(reply_markup={"force_reply": True, "input_field_placeholder": "x" * 65}),
        "input_field_placeholder has more than 64 characters",
        say(reply_markup={"force_reply": True, "input_field_placeholder": "x" * 64}),
    ),
    Mistake(
        "two keyboards at once",
        say(reply_markup={**button(callback_data="x"), **keys()}),
        "reply_markup is one of inline_keyboard, keyboard",
        say(reply_markup=keys(resize_keyboard=True)),
    ),
    Mistake(
        "keyboard that is no JSON",
        say(reply_markup="{'keyboard': [['a']]}"),
        "can't parse reply keyboard markup JSON object",
        say(reply_markup='{"keyboard": [["a"]]}'),
    ),
    Mistake(
        "key that is a number",
        say(reply_markup={"keyboard": [[7]]}),
        "KeyboardButton must be a String or an Object",
        say(reply_markup={"keyboard": [["7"]]}),
    ),
]
