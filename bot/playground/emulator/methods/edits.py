"""Changing and deleting messages."""

from typing import Any

from ..calls import Call
from ..chats import change, delete, editable, formatted, message_of, words_of
from ..desk import Desk
from ..errors import BadRequest
from ..markup import Markup, read_markup
from ..places import LIVE_FOREVER, has_ended, is_live_period, place
from ..rooms import bot_in, may, readable, writable
from ..spec import Json
from ..state import PRIVATE, SUPERGROUP, Chat, Posted
from .media import input_media
from .registry import method
from .sending import message_ids

DELETE_SECONDS = 48 * 3600
DICE_SECONDS = 24 * 3600
_MOST_LIVE_SECONDS = 90 * 86_400
_MEDIA = ("photo", "document", "video", "audio", "animation", "voice")


def _target(desk: Desk, call: Call) -> tuple[Chat, Posted]:
    """The message that the call names: the bot's own in a chat, or one that came by way of it anywhere.
    Raises BadRequest or Forbidden."""
    chat_id, message_id = call.values.get("chat_id"), call.values.get("message_id")
    inline_id = call.text("inline_message_id")
    if chat_id in (None, "") and message_id in (None, "", 0):
        if not inline_id:
            raise BadRequest("message identifier is not specified")
        place_of = desk.world.inline_messages.get(inline_id)
        if place_of is None:
            raise BadRequest("MESSAGE_ID_INVALID")
        chat = desk.world.chats[place_of[0]]
        return chat, chat.messages[place_of[1]]
    if chat_id in (None, ""):
        raise BadRequest("chat_id is empty")
    if message_id in (None, ""):
        raise BadRequest("message identifier is not specified")
    chat = writable(desk, chat_id)
    posted = message_of(chat, message_id, "message to edit")
    editable(posted)
    return chat, posted


def _changed(
    desk: Desk, call: Call, target: tuple[Chat, Posted], content: Json, markup: Markup | None
) -> Json | bool:
    """The message as it now is, or True for one that is named by its `inline_message_id`."""
    message = change(desk, *target, content, markup)
    return message if call.values.get("chat_id") not in (None, "") else True


@method("editMessageText")
def edit_message_text(desk: Desk, call: Call) -> Json | bool:
    shown = formatted(desk, call.values)
    markup = read_markup(call.values.get("reply_markup"), inline_only=True)
    target = _target(desk, call)
    if "text" not in target[1].message:
        raise BadRequest("there is no text in the message to edit")
    preview = call.object("link_preview_options", "object expected as link preview options")
    content = {"entities": None, "link_preview_options": preview, **words_of(shown)}
    return _changed(desk, call, target, content, markup)


@method("editMessageCaption")
def edit_message_caption(desk: Desk, call: Call) -> Json | bool:
    shown = formatted(desk, call.values, caption=True)
    markup = read_markup(call.values.get("reply_markup"), inline_only=True)
    target = _target(desk, call)
    if not any(name in target[1].message for name in _MEDIA):
        raise BadRequest("there is no caption in the message to edit")
    above = True if call.flag("show_caption_above_media") else None
    content = {"caption": None, "caption_entities": None, "show_caption_above_media": above}
    return _changed(desk, call, target, {**content, **words_of(shown, caption=True)}, markup)


@method("editMessageMedia")
async def edit_message_media(desk: Desk, call: Call) -> Json | bool:
    media = call.object("media", "can't parse input media JSON object")
    if media is None:
        raise BadRequest("input media is not specified")
    markup = read_markup(call.values.get("reply_markup"), inline_only=True)
    target = _target(desk, call)
    if "media_group_id" in target[1].message and media.get("type") not in ("photo", "video"):
        raise BadRequest("message can't be edited")
    if target[1].inline_message_id is not None and str(media.get("media")).startswith("attach://"):
        raise BadRequest("wrong file identifier/HTTP URL specified")
    content = await input_media(desk, call, media)
    emptied = dict.fromkeys(
        ("caption", "caption_entities", "text", "entities", "link_preview_options", *_MEDIA)
    )
    return _changed(desk, call, target, {**emptied, **content}, markup)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(desk: Desk, call: Call) -> Json | bool:
    markup = read_markup(call.values.get("reply_markup"), inline_only=True)
    return _changed(desk, call, _target(desk, call), {}, markup)


@method("editMessageLiveLocation")
def edit_message_live_location(desk: Desk, call: Call) -> Json | bool:
    location = place(call)
    markup = read_markup(call.values.get("reply_markup"), inline_only=True)
    target = _live(desk, call)
    before = target[1].message
    location["live_period"] = _new_period(desk, before, call.number("live_period"))
    return _changed(desk, call, target, {"location": location}, markup)


def _new_period(desk: Desk, message: Json, asked: int) -> int:
    """The same period, or another that is no more than a day longer and ends within 90 days."""
    period: int = message["location"]["live_period"]
    if not asked or asked == LIVE_FOREVER:
        return asked or period
    ends = message["date"] + asked - desk.now()
    grows = period != LIVE_FOREVER and asked > period + 86_400
    if asked < 0 or grows or ends > _MOST_LIVE_SECONDS or not (is_live_period(asked) or asked > 86_400):
        raise BadRequest("wrong live location period specified")
    return asked


@method("stopMessageLiveLocation")
def stop_message_live_location(desk: Desk, call: Call) -> Json | bool:
    markup = read_markup(call.values.get("reply_markup"), inline_only=True)
    target = _live(desk, call)
    gone = ("live_period", "heading", "proximity_alert_radius")
    still = {name: value for name, value in target[1].message["location"].items() if name not in gone}
    return _changed(desk, call, target, {"location": still}, markup)


def _live(desk: Desk, call: Call) -> tuple[Chat, Posted]:
    chat, posted = _target(desk, call)
    if "live_period" not in posted.message.get("location", {}):
        raise BadRequest("there is no live location in the message to edit")
    if has_ended(posted.message, desk.now()):
        raise BadRequest("message can't be edited")
    return chat, posted


@method("deleteMessage")
def delete_message(desk: Desk, call: Call) -> bool:
    chat = _deleting_in(desk, call.values.get("chat_id"))
    posted = message_of(chat, call.values.get("message_id"), "message to delete")
    _check_deletable(desk, chat, posted)
    delete(desk, chat, [posted.id])
    return True


@method("deleteMessages")
def delete_messages(desk: Desk, call: Call) -> bool:
    ids = message_ids(call)
    chat = _deleting_in(desk, call.values.get("chat_id"))
    found = [chat.messages[one] for one in ids if one in chat.messages]
    for posted in found:
        _check_deletable(desk, chat, posted)
    delete(desk, chat, [posted.id for posted in found])
    return True


def _deleting_in(desk: Desk, chat_id: Any) -> Chat:
    """A chat of somebody who blocked the bot still lets it delete."""
    chat = readable(desk, chat_id)
    return chat if chat.kind == PRIVATE else writable(desk, chat_id)


def _check_deletable(desk: Desk, chat: Chat, posted: Posted) -> None:
    """Under 48 hours; a die in a private chat only after 24. Incoming messages in private chats, in groups as
    an administrator, in supergroups with the right to; never that a supergroup was made. Raises
    BadRequest."""
    age = desk.now() - posted.message["date"]
    foreign = chat.kind != PRIVATE and not posted.from_bot
    allowed = age < DELETE_SECONDS and "supergroup_chat_created" not in posted.message
    if chat.kind == PRIVATE and "dice" in posted.message:
        allowed = allowed and age > DICE_SECONDS
    if foreign and chat.kind == SUPERGROUP:
        allowed = allowed and may(desk, chat, desk.world.bot["id"], "can_delete_messages")
    elif foreign:
        allowed = allowed and bot_in(desk, chat).leads
    if not allowed:
        words = "message can't be deleted"
        raise BadRequest(words if chat.kind == SUPERGROUP or foreign else f"{words} for everyone")
