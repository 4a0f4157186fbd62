"""Keyboards under and beside messages: what Telegram takes, and in which words it refuses."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from .errors import BadRequest
from .spec import Json
from .texts.links import checked_link

CALLBACK_DATA_BYTES = 64
MOST_BUTTONS = 100
COPY_TEXT_CHARACTERS = 256
_INLINE = "can't parse inline keyboard button"
_PLAIN = "can't parse keyboard button"
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_ACTIONS = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
)


@dataclass(frozen=True)
class Markup:
    """`kind`: inline, keyboard, remove or force_reply; `body`: as Telegram gives it back."""

    kind: str
    body: Json


def read_markup(given: Any, *, inline_only: bool = False, pay: bool = False) -> Markup | None:
    """None for no markup and for an empty keyboard. `pay`: the message is an invoice. Raises BadRequest."""
    if given is None or given == "":
        return None
    if not isinstance(given, dict):
        words = "object expected as reply markup"
        raise BadRequest("can't parse reply keyboard markup JSON object" if isinstance(given, str) else words)
    markup = _read(given, pay=pay)
    if inline_only and markup is not None and markup.kind != "inline":
        raise BadRequest("inline keyboard expected")
    return markup


def _read(given: Json, *, pay: bool) -> Markup | None:
    rows = _rows(given.get("keyboard"), 'field "keyboard" must be an Array of Arrays')
    if rows:
        keyboard = [[_plain_button(button) for button in row] for row in rows]
        return Markup("keyboard", {**given, "keyboard": keyboard})
    words = 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
    rows = _rows(given.get("inline_keyboard"), words)
    if rows:
        if sum(map(len, rows)) > MOST_BUTTONS:
            raise BadRequest("reply markup is too long")
        keyboard = [[_inline_button(button, pay=pay) for button in row] for row in rows]
        if pay and "pay" not in keyboard[0][0]:
            raise BadRequest("REPLY_MARKUP_BUY_EMPTY")
        return Markup("inline", {"inline_keyboard": keyboard})
    if given.get("remove_keyboard") or given.get("hide_keyboard"):
        return Markup("remove", dict(given))
    if given.get("force_reply") or given.get("force_reply_keyboard"):
        return Markup("force_reply", dict(given))
    return None


def _rows(given: Any, words: str) -> list[list[Any]]:
    if given is None:
        return []
    if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
        raise BadRequest(words)
    return [row for row in given if row]


def _text_of(button: Json, words: str) -> str:
    if "text" not in button:
        raise BadRequest(f'{words}: Can\'t find field "text"')
    text = button["text"]
    if not isinstance(text, str):
        raise BadRequest(f'{words}: Field "text" must be of type String')
    if not text.strip():
        kind = "keyboard" if words == _PLAIN else "inline keyboard"
        raise BadRequest(f"{kind} button text must be non-empty")
    return text


def _plain_button(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise BadRequest(f"{_PLAIN}: KeyboardButton must be a String or an Object")
    _text_of(button, _PLAIN)
    if isinstance(button.get("web_app"), dict):
        check_web_app(button["web_app"].get("url"), "keyboard button Web App")
    return button


def _inline_button(button: Any, *, pay: bool) -> Json:
    if not isinstance(button, dict):
        raise BadRequest(f"{_INLINE}: InlineKeyboardButton must be an Object")
    text = _text_of(button, _INLINE)
    action = next(
        (name for name in _ACTIONS if button.get(name) not in (None, "") or _is_empty(button, name)), None
    )
    if action is None:
        raise BadRequest(f"{_INLINE}: Text buttons are unallowed in the inline keyboard")
    value = button[action]
    if action == "callback_data":
        _check_callback_data(value)
    elif action == "url":
        value = _checked_url(value)
    elif action == "web_app":
        check_web_app(value.get("url") if isinstance(value, dict) else None, "inline keyboard button Web App")
    elif action == "copy_text":
        _check_copy_text(value)
    elif action == "pay" and not pay:
        raise BadRequest("BUTTON_TYPE_INVALID")
    kept = {name: button[name] for name in ("icon_custom_emoji_id", "style") if name in button}
    return {"text": text, **kept, action: value}


def _is_empty(button: Json, name: str) -> bool:
    """An empty switch_inline_query is one all the same."""
    return name.startswith("switch_inline_query") and button.get(name) == ""


def _check_callback_data(data: Any) -> None:
    if not isinstance(data, str):
        raise BadRequest(f'{_INLINE}: Field "callback_data" must be of type String')
    if len(data.encode()) > CALLBACK_DATA_BYTES:
        raise BadRequest("BUTTON_DATA_INVALID")


def _checked_url(url: Any) -> str:
    if not isinstance(url, str):
        raise BadRequest(f'{_INLINE}: Field "url" must be of type String')
    link = checked_link(url)
    if link is None:
        raise BadRequest(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return link


def check_web_app(url: Any, words: str) -> None:
    """https only; on loopback http passes, as it does in Telegram's test environment."""
    parts = urlsplit(str(url or ""))
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme != "http" or parts.hostname not in _LOOPBACK:
        raise BadRequest(f"{words} URL '{url}' is invalid: Only HTTPS links are allowed")


def _check_copy_text(value: Any) -> None:
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= COPY_TEXT_CHARACTERS:
        raise BadRequest("BUTTON_COPY_TEXT_INVALID")
