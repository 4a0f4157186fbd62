"""Sending what needs no file: text, places, contacts, actions; copying and forwarding."""

import random

from ..calls import Call
from ..chats import formatted, message_of, options_of, post, send, words_of
from ..desk import Desk
from ..errors import BadRequest
from ..places import live_location, place, venue_of
from ..privacy import SERVICE
from ..rooms import check_may_send, readable, writable
from ..spec import Json
from ..state import Posted
from .registry import method

_LISTED = (
    "typing upload_photo record_video upload_video record_voice upload_voice record_audio upload_audio "
    "upload_document choose_sticker find_location record_video_note upload_video_note pick_up_location "
)
ACTIONS = frozenset(_LISTED.split())
ACTION_SECONDS = 5
DICE = {"🎲": 6, "🎯": 6, "🏀": 5, "⚽": 5, "🎳": 6, "🎰": 64}
_MOST_IDS = 100
_OF_MESSAGE = frozenset(
    {
        "message_id",
        "from",
        "sender_chat",
        "chat",
        "date",
        "edit_date",
        "reply_to_message",
        "external_reply",
        "quote",
        "reply_markup",
        "via_bot",
        "has_protected_content",
        "effect_id",
    }
)


@method("sendMessage")
def send_message(desk: Desk, call: Call) -> Json:
    content = words_of(formatted(desk, call.values))
    preview = call.object("link_preview_options", "object expected as link preview options")
    if preview is not None:
        content["link_preview_options"] = preview
    return send(desk, call, content).message


@method("sendLocation")
def send_location(desk: Desk, call: Call) -> Json:
    return send(desk, call, {"location": live_location(call)}).message


@method("sendVenue")
def send_venue(desk: Desk, call: Call) -> Json:
    location = place(call)
    return send(desk, call, {"venue": venue_of(call, location), "location": location}).message


@method("sendDice")
def send_dice(desk: Desk, call: Call) -> Json:
    emoji = call.text("emoji", "🎲").replace("\ufe0f", "")
    if emoji not in DICE:
        raise BadRequest("EMOTICON_INVALID")
    return send(desk, call, {"dice": {"emoji": emoji, "value": random.randint(1, DICE[emoji])}}).message


@method("sendContact")
def send_contact(desk: Desk, call: Call) -> Json:
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: call.text(name) for name in names if call.text(name)}
    return send(desk, call, {"contact": contact}).message


@method("sendChatAction")
def send_chat_action(desk: Desk, call: Call) -> bool:
    action = call.text("action")
    if action not in ACTIONS:
        raise BadRequest("wrong parameter action in request")
    chat = writable(desk, call.values.get("chat_id"))
    chat.action = {"action": action, "until": desk.now() + ACTION_SECONDS}
    desk.journal.publish("action", chat_id=chat.id, action=action)
    return True


@method("copyMessage")
def copy_message(desk: Desk, call: Call) -> Json:
    posted = _source(desk, call, "message to copy")
    content = _copied(posted)
    if content is None:
        raise BadRequest("message can't be copied")
    words = words_of(formatted(desk, call.values, caption=True), caption=True)
    if "caption" in call.values and "text" not in content:
        dropped = ("caption", "caption_entities")
        content = {name: value for name, value in content.items() if name not in dropped} | words
    if call.flag("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return {"message_id": send(desk, call, content).id}


@method("copyMessages")
def copy_messages(desk: Desk, call: Call) -> list[Json]:
    contents = [_copied(posted) for posted in _sources(desk, call, "copy")]
    if call.flag("remove_caption"):
        dropped = ("caption", "caption_entities")
        contents = [
            content and {name: value for name, value in content.items() if name not in dropped}
            for content in contents
        ]
    return [{"message_id": send(desk, call, content).id} for content in contents if content is not None]


@method("forwardMessage")
def forward_message(desk: Desk, call: Call) -> Json:
    posted = _source(desk, call, "message to forward")
    return _forward(desk, call, posted).message


@method("forwardMessages")
def forward_messages(desk: Desk, call: Call) -> list[Json]:
    found = [posted for posted in _sources(desk, call, "forward") if _copied(posted) is not None]
    return [{"message_id": _forward(desk, call, posted).id} for posted in found]


def _source(desk: Desk, call: Call, purpose: str) -> Posted:
    chat = readable(desk, call.values.get("from_chat_id"))
    return message_of(chat, call.values.get("message_id"), purpose)


def _sources(desk: Desk, call: Call, purpose: str) -> list[Posted]:
    ids = message_ids(call)
    messages = readable(desk, call.values.get("from_chat_id")).messages
    found = [messages[one] for one in ids if one in messages]
    if not found:
        raise BadRequest(f"message to {purpose} not found")
    return found


def _copied(posted: Posted) -> Json | None:
    """The content that a copy carries; None for what cannot be copied: service messages and invoices."""
    kept = _OF_MESSAGE | {"forward_origin"}
    content = {name: value for name, value in posted.message.items() if name not in kept}
    return None if content.keys() & (SERVICE | {"invoice"}) else content


def message_ids(call: Call) -> list[int]:
    ids = call.objects("message_ids", "expected an Array of message identifiers")
    if not ids:
        raise BadRequest("message identifiers are not specified")
    if len(ids) > _MOST_IDS:
        raise BadRequest("too many message identifiers specified")
    if not all(isinstance(one, int) and one > 0 for one in ids):
        raise BadRequest("invalid message identifier specified")
    return ids


def _forward(desk: Desk, call: Call, posted: Posted) -> Posted:
    if posted.message.get("has_protected_content"):
        raise BadRequest("message has protected content and can't be forwarded")
    if posted.message.keys() & SERVICE:
        raise BadRequest("message can't be forwarded")
    chat = writable(desk, call.values.get("chat_id"))
    content = {name: value for name, value in posted.message.items() if name not in _OF_MESSAGE - {"via_bot"}}
    check_may_send(desk, chat, content)
    origin = {"type": "user", "date": posted.message["date"], "sender_user": posted.message["from"]}
    content["forward_origin"] = posted.message.get("forward_origin", origin)
    return post(desk, chat, {**options_of(desk, call, chat), **content}, forwarded=True)
