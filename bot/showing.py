"""One message of the outbox as calls of the Bot API: sent anew, or edited in place."""

import html
import logging
import re
from typing import Any

from telegram.error import BadRequest

from bot.messages import has_buttons
from bot.transport import ShopBot
from commerce.outbox import Claimed

__all__ = ["show"]

log = logging.getLogger(__name__)

UNCHANGED = "message is not modified"
NOT_THERE = "not found"
UNREADABLE = "can't parse entities"
NO_PREVIEW = {"is_disabled": True}
TAG = re.compile(r"<[^>]*>")


async def show(bot: ShopBot, claimed: Claimed, digest: str) -> int:
    """Make the chat show this message; the number of the message that does. Raises TelegramError."""
    if claimed.shown is None:
        return await _send(bot, claimed.chat, claimed.payload)
    message, shown = claimed.shown
    if claimed.fresh or not _can_be_edited_in(claimed.payload):
        if has_buttons(shown):
            await _strip(bot, claimed.chat, message)
        return await _send(bot, claimed.chat, claimed.payload)
    if shown == digest:
        return message
    try:
        await _edit(bot, claimed.chat, message, claimed.payload)
    except BadRequest as error:
        words = str(error).lower()
        if UNCHANGED in words:
            return message
        log.info("message %s of chat %s cannot be edited (%s): sent anew", message, claimed.chat, error)
        if has_buttons(shown) and NOT_THERE not in words:
            await _strip(bot, claimed.chat, message)
        return await _send(bot, claimed.chat, claimed.payload)
    return message


def _can_be_edited_in(payload: dict[str, Any]) -> bool:
    """Keyboards below the input, places and pictures come with a new message only."""
    return not payload.keys() & {"ask_location", "remove_keyboard", "location", "photo", "copy_of"}


async def _edit(bot: ShopBot, chat: int, message: int, payload: dict[str, Any]) -> None:
    await bot.call(
        "editMessageText",
        chat_id=chat,
        message_id=message,
        text=payload["text"],
        parse_mode="HTML",
        reply_markup=_inline(payload),
        link_preview_options=NO_PREVIEW,
    )


async def _send(bot: ShopBot, chat: int, payload: dict[str, Any]) -> int:
    if "copy_of" in payload:
        copied = await _copy(bot, chat, payload["copy_of"])
        if copied is not None:
            return copied
    if "location" in payload:
        latitude, longitude = payload["location"]
        await bot.call("sendLocation", chat_id=chat, latitude=latitude, longitude=longitude)
    method, content = "sendMessage", {"text": payload["text"], "link_preview_options": NO_PREVIEW}
    if "photo" in payload:
        method, content = "sendPhoto", {"photo": payload["photo"], "caption": payload["text"]}
    content |= {
        "chat_id": chat,
        "reply_markup": _markup(payload),
        "disable_notification": payload.get("quiet") or None,
    }
    try:
        sent = await bot.call(method, parse_mode="HTML", **content)
    except BadRequest as error:
        if UNREADABLE not in str(error).lower():
            raise
        log.error("a message for chat %s has broken markup (%s): sent as plain text", chat, error)
        words = "caption" if "photo" in payload else "text"
        sent = await bot.call(method, **content | {words: html.unescape(TAG.sub("", payload["text"]))})
    return int(sent["message_id"])


async def _copy(bot: ShopBot, chat: int, of: list[int]) -> int | None:
    """The number of the copy; None for what cannot be copied, or is no more."""
    from_chat, message = of
    try:
        sent = await bot.call("copyMessage", chat_id=chat, from_chat_id=from_chat, message_id=message)
    except BadRequest as error:
        log.info("message %s of chat %s is not copied: %s", message, from_chat, error)
        return None
    return int(sent["message_id"])


async def _strip(bot: ShopBot, chat: int, message: int) -> None:
    """The old message of a slot loses its buttons; if that fails, it merely keeps them."""
    try:
        await bot.call("editMessageReplyMarkup", chat_id=chat, message_id=message)
    except BadRequest as error:
        log.debug("message %s keeps its buttons: %s", message, error)


def _inline(payload: dict[str, Any]) -> dict[str, Any] | None:
    rows = payload.get("buttons")
    if not rows:
        return None
    return {"inline_keyboard": [[_button(button) for button in row] for row in rows]}


def _button(button: dict[str, str]) -> dict[str, str]:
    if "url" in button:
        return {"text": button["label"], "url": button["url"]}
    return {"text": button["label"], "callback_data": button["data"]}


def _markup(payload: dict[str, Any]) -> dict[str, Any] | None:
    if "ask_location" in payload:
        key = {"text": payload["ask_location"], "request_location": True}
        return {"keyboard": [[key]], "resize_keyboard": True, "one_time_keyboard": True}
    if payload.get("remove_keyboard"):
        return {"remove_keyboard": True}
    return _inline(payload)
