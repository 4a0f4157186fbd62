"""Keyboards under and beside messages: what Telegram takes, and in which words it refuses."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from .errors import BadRequest
from .spec import Json
from .texts.links import WrongLink, check_link, mentioned_user

CALLBACK_DATA_BYTES = 64
MOST_BUTTONS = 100
COPY_TEXT_CHARACTERS = 256
_INLINE = "can't parse inline keyboard button"
_PLAIN = "can't parse keyboard button"
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_STYLES = ("", "default", "primary", "danger", "success")
TEXT_ACTIONS = ("url", "callback_data")
ACTIONS = (
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
    text = _string(button, "text", words, required=True)
    if not text.strip():
        kind = "keyboard" if words == _PLAIN else "inline keyboard"
        raise BadRequest(f"{kind} button text must be non-empty")
    if _string(button, "style", words).lower() not in _STYLES:
        raise BadRequest(f"{words}: invalid button style specified")
    return text


def _string(fields: Json, name: str, words: str, *, required: bool = False) -> str:
    value = fields.get(name)
    if value is None and required:
        raise BadRequest(f'{words}: Can\'t find field "{name}"')
    if value is not None and not isinstance(value, str):
        raise BadRequest(f'{words}: Field "{name}" must be of type String')
    return value or ""


def _object(button: Json, name: str, words: str) -> Json:
    value = button[name]
    if not isinstance(value, dict):
        raise BadRequest(f'{words}: Field "{name}" must be of type Object')
    return value


def _plain_button(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise BadRequest(f"{_PLAIN}: KeyboardButton must be a String or an Object")
    _text_of(button, _PLAIN)
    if "web_app" in button:
        url = _string(_object(button, "web_app", _PLAIN), "url", _PLAIN, required=True)
        _check_https(url, "keyboard button Web App", "Web App URL")
    return button


def _inline_button(button: Any, *, pay: bool) -> Json:
    if not isinstance(button, dict):
        raise BadRequest(f"{_INLINE}: InlineKeyboardButton must be an Object")
    text = _text_of(button, _INLINE)
    action = next((name for name in TEXT_ACTIONS if _string(button, name, _INLINE)), None)
    action = action or next((name for name in ACTIONS if name in button), None)
    if action is None:
        raise BadRequest(f"{_INLINE}: Text buttons are unallowed in the inline keyboard")
    value = _checked_action(action, button, pay=pay)
    kept = {name: button[name] for name in ("icon_custom_emoji_id", "style") if name in button}
    return {"text": text, **kept, action: value}


def _checked_action(action: str, button: Json, *, pay: bool) -> Any:
    """What the button does, as Telegram gives it back. Raises BadRequest."""
    value = button[action]
    if action == "url":
        return _checked_url(value)
    if action == "callback_data" and len(value.encode()) > CALLBACK_DATA_BYTES:
        raise BadRequest("BUTTON_DATA_INVALID")
    if action in ("switch_inline_query", "switch_inline_query_current_chat"):
        _string(button, action, _INLINE, required=True)
    elif action == "switch_inline_query_chosen_chat":
        _object(button, action, _INLINE)
    elif action == "login_url":
        url = _string(_object(button, action, _INLINE), "url", _INLINE, required=True)
        _check_https(url, "inline keyboard button login", "login URL")
    elif action == "web_app":
        url = _string(_object(button, action, _INLINE), "url", _INLINE, required=True)
        _check_https(url, "inline keyboard button Web App", "Web App URL")
    elif action == "copy_text":
        copied = _string(_object(button, action, _INLINE), "text", _INLINE, required=True)
        if not 1 <= len(copied) <= COPY_TEXT_CHARACTERS:
            raise BadRequest("BUTTON_COPY_TEXT_INVALID")
    elif action == "pay" and not pay:
        raise BadRequest("BUTTON_TYPE_INVALID")
    return value


def _checked_url(url: str) -> str:
    if mentioned_user(url) is not None:
        return f"tg://user?id={mentioned_user(url)}"
    try:
        return check_link(url)
    except WrongLink as error:
        raise BadRequest(f"inline keyboard button URL '{url}' is invalid: {error}") from error


def check_web_app(url: object, words: str) -> None:
    """The address of a Mini App. Raises BadRequest."""
    _check_https(str(url or ""), words, "Web App URL")


def _check_https(url: str, words: str, kind: str) -> None:
    """https only; on loopback http passes, as it does in Telegram's test environment."""
    if mentioned_user(url) is not None:
        raise BadRequest(f"link to a user can't be used in {kind} buttons")
    parts = urlsplit(url)
    if parts.scheme == "http" and parts.hostname in _LOOPBACK:
        return
    try:
        link = check_link(url)
    except WrongLink as error:
        raise BadRequest(f"{words} URL '{url}' is invalid: {error}") from error
    if not link.startswith("https://"):
        raise BadRequest(f"{words} URL '{url}' is invalid: Only HTTPS links are allowed")
