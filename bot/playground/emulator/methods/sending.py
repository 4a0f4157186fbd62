"""Sending what needs no file: text, places, contacts, actions; copying and forwarding."""

from ..calls import Call
from ..chats import formatted, message_of, person_of, post, send, words_of, writable
from ..desk import Desk
from ..errors import BadRequest
from ..spec import Json
from ..state import Posted
from .registry import method

_LISTED = (
    "typing upload_photo record_video upload_video record_voice upload_voice record_audio upload_audio "
    "upload_document choose_sticker find_location record_video_note upload_video_note pick_up_location "
)
ACTIONS = frozenset(_LISTED.split())
ACTION_SECONDS = 5
_LIVE_PERIODS = (60, 86_400)
_LIVE_FOREVER = 0x7FFFFFFF
_MOST_IDS = 100
_SERVICE = ("pinned_message", "successful_payment", "invoice")
_OF_MESSAGE = frozenset(
    {"message_id", "from", "chat", "date", "edit_date", "reply_to_message", "reply_markup"}
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
    location = place(call)
    period = call.number("live_period")
    if period:
        if not _LIVE_PERIODS[0] <= period <= _LIVE_PERIODS[1] and period != _LIVE_FOREVER:
            raise BadRequest("wrong live location period specified")
        location["live_period"] = period
    return send(desk, call, {"location": location}).message


def place(call: Call) -> Json:
    latitude, longitude = call.real("latitude"), call.real("longitude")
    if not -90 <= latitude <= 90 or not -180 <= longitude <= 180:
        raise BadRequest("wrong location specified")
    location: Json = {"latitude": latitude, "longitude": longitude}
    for name in ("horizontal_accuracy", "heading", "proximity_alert_radius"):
        if name in call.values:
            location[name] = call.values[name]
    return location


@method("sendVenue")
def send_venue(desk: Desk, call: Call) -> Json:
    location = place(call)
    names = ("title", "address", "foursquare_id", "foursquare_type", "google_place_id", "google_place_type")
    venue = {"location": location} | {name: call.text(name) for name in names if call.text(name)}
    return send(desk, call, {"venue": venue, "location": location}).message


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
    _, chat = writable(desk, call.values.get("chat_id"))
    chat.action = {"action": action, "until": desk.now() + ACTION_SECONDS}
    desk.journal.publish("action", chat_id=chat.id, action=action)
    return True


@method("copyMessage")
def copy_message(desk: Desk, call: Call) -> Json:
    posted = _source(desk, call, "message to copy")
    content = {name: value for name, value in posted.message.items() if name not in _OF_MESSAGE}
    if any(name in content for name in _SERVICE):
        raise BadRequest("message can't be copied")
    content.pop("forward_origin", None)
    if "caption" in call.values and "text" not in content:
        content = {
            name: value for name, value in content.items() if name not in ("caption", "caption_entities")
        }
        content |= words_of(formatted(desk, call.values, caption=True), caption=True)
    return {"message_id": send(desk, call, content).id}


@method("copyMessages")
def copy_messages(desk: Desk, call: Call) -> list[Json]:
    return [{"message_id": one.id} for one in _repeat(desk, call, forward=False)]


@method("forwardMessage")
def forward_message(desk: Desk, call: Call) -> Json:
    posted = _source(desk, call, "message to forward")
    return _forward(desk, call, posted).message


@method("forwardMessages")
def forward_messages(desk: Desk, call: Call) -> list[Json]:
    return [{"message_id": one.id} for one in _repeat(desk, call, forward=True)]


def _source(desk: Desk, call: Call, purpose: str) -> Posted:
    person = person_of(desk, call.values.get("from_chat_id"))
    chat = desk.world.chats.get(person.id)
    if chat is None:
        raise BadRequest(f"{purpose} not found")
    return message_of(chat, call.values.get("message_id"), purpose)


def _repeat(desk: Desk, call: Call, *, forward: bool) -> list[Posted]:
    ids = message_ids(call)
    chat = desk.world.chats.get(person_of(desk, call.values.get("from_chat_id")).id)
    found = [chat.messages[one] for one in ids if chat is not None and one in chat.messages]
    if not found:
        raise BadRequest(f"message to {'forward' if forward else 'copy'} not found")
    if forward:
        return [_forward(desk, call, posted) for posted in found]
    kept = _OF_MESSAGE | {"forward_origin"}
    return [
        send(desk, call, {name: value for name, value in posted.message.items() if name not in kept})
        for posted in found
    ]


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
    if "pinned_message" in posted.message:
        raise BadRequest("message can't be forwarded")
    person, chat = writable(desk, call.values.get("chat_id"))
    content = {name: value for name, value in posted.message.items() if name not in _OF_MESSAGE}
    origin = {"type": "user", "date": posted.message["date"], "sender_user": posted.message["from"]}
    content["forward_origin"] = posted.message.get("forward_origin", origin)
    return post(desk, person, chat, content, from_bot=True, forwarded=True)
