"""Changing and deleting messages."""

from ..calls import Call
from ..chats import change, delete, editable, formatted, message_of, person_of, words_of, writable
from ..desk import Desk
from ..errors import BadRequest
from ..markup import read_markup
from ..spec import Json
from ..state import Chat, Posted
from .media import input_media
from .registry import method
from .sending import message_ids, place

DELETE_SECONDS = 48 * 3600
_MEDIA = ("photo", "document", "video", "audio", "animation", "voice")


def _target(desk: Desk, call: Call) -> tuple[Chat, Posted]:
    """The bot's message that the call names. Raises BadRequest or Forbidden."""
    if "inline_message_id" in call.values:
        raise BadRequest("MESSAGE_ID_INVALID")
    if call.values.get("chat_id") in (None, ""):
        raise BadRequest("chat_id is empty")
    if call.values.get("message_id") in (None, ""):
        raise BadRequest("message identifier is not specified")
    _, chat = writable(desk, call.values["chat_id"])
    posted = message_of(chat, call.values["message_id"], "message to edit")
    editable(posted)
    return chat, posted


@method("editMessageText")
def edit_message_text(desk: Desk, call: Call) -> Json:
    shown = formatted(desk, call.values)
    markup = read_markup(call.values.get("reply_markup"), inline_only=True)
    chat, posted = _target(desk, call)
    if "text" not in posted.message:
        raise BadRequest("there is no text in the message to edit")
    preview = call.object("link_preview_options", "object expected as link preview options")
    content = {"entities": None, "link_preview_options": preview, **words_of(shown)}
    return change(desk, chat, posted, content, markup)


@method("editMessageCaption")
def edit_message_caption(desk: Desk, call: Call) -> Json:
    shown = formatted(desk, call.values, caption=True)
    markup = read_markup(call.values.get("reply_markup"), inline_only=True)
    chat, posted = _target(desk, call)
    if not any(name in posted.message for name in _MEDIA):
        raise BadRequest("there is no caption in the message to edit")
    content = {"caption": None, "caption_entities": None, **words_of(shown, caption=True)}
    return change(desk, chat, posted, content, markup)


@method("editMessageMedia")
async def edit_message_media(desk: Desk, call: Call) -> Json:
    media = call.object("media", "can't parse input media JSON object")
    if media is None:
        raise BadRequest("input media is not specified")
    markup = read_markup(call.values.get("reply_markup"), inline_only=True)
    chat, posted = _target(desk, call)
    if "media_group_id" in posted.message and media.get("type") not in ("photo", "video"):
        raise BadRequest("message can't be edited")
    content = await input_media(desk, call, media)
    emptied = dict.fromkeys(
        ("caption", "caption_entities", "text", "entities", "link_preview_options", *_MEDIA)
    )
    return change(desk, chat, posted, {**emptied, **content}, markup)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(desk: Desk, call: Call) -> Json:
    markup = read_markup(call.values.get("reply_markup"), inline_only=True)
    chat, posted = _target(desk, call)
    return change(desk, chat, posted, {}, markup)


@method("editMessageLiveLocation")
def edit_message_live_location(desk: Desk, call: Call) -> Json:
    location = place(call)
    markup = read_markup(call.values.get("reply_markup"), inline_only=True)
    chat, posted = _live(desk, call)
    location["live_period"] = call.number("live_period") or posted.message["location"]["live_period"]
    return change(desk, chat, posted, {"location": location}, markup)


@method("stopMessageLiveLocation")
def stop_message_live_location(desk: Desk, call: Call) -> Json:
    markup = read_markup(call.values.get("reply_markup"), inline_only=True)
    chat, posted = _live(desk, call)
    still = {name: value for name, value in posted.message["location"].items() if name != "live_period"}
    return change(desk, chat, posted, {"location": still}, markup)


def _live(desk: Desk, call: Call) -> tuple[Chat, Posted]:
    chat, posted = _target(desk, call)
    location = posted.message.get("location", {})
    if "live_period" not in location:
        raise BadRequest("there is no live location in the message to edit")
    if desk.now() > posted.message["date"] + location["live_period"]:
        raise BadRequest("message can't be edited")
    return chat, posted


@method("deleteMessage")
def delete_message(desk: Desk, call: Call) -> bool:
    person = person_of(desk, call.values.get("chat_id"))
    chat = desk.world.chats.get(person.id, Chat(person.id))
    posted = message_of(chat, call.values.get("message_id"), "message to delete")
    if not _deletable(desk, posted):
        raise BadRequest("message can't be deleted for everyone")
    delete(desk, chat, [posted.id])
    return True


@method("deleteMessages")
def delete_messages(desk: Desk, call: Call) -> bool:
    ids = message_ids(call)
    person = person_of(desk, call.values.get("chat_id"))
    chat = desk.world.chats.get(person.id, Chat(person.id))
    found = [chat.messages[one] for one in ids if one in chat.messages]
    if any(not _deletable(desk, posted) for posted in found):
        raise BadRequest("message can't be deleted for everyone")
    delete(desk, chat, [posted.id for posted in found])
    return True


def _deletable(desk: Desk, posted: Posted) -> bool:
    """Under 48 hours old; in private chats the bot may delete incoming messages too."""
    return bool(desk.now() - posted.message["date"] < DELETE_SECONDS)
