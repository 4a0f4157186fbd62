"""People share where they are, still or live, and throw dice; who comes near a live location is told of."""

import random

from .chats import post
from .desk import Desk
from .errors import ControlError
from .methods.sending import DICE
from .people import edit, message_in, send
from .places import has_ended, is_live_period, metres_between
from .privacy import tell_bot
from .spec import Json
from .state import Chat, Person, Posted

_OPTIONAL = {
    "horizontal_accuracy": float,
    "live_period": int,
    "heading": int,
    "proximity_alert_radius": int,
}


def share(
    desk: Desk, person: Person, chat: Chat, body: Json, answer_to: int | None
) -> tuple[Posted, int | None]:
    """Send a location; one with a `live_period` can be moved until it ends. Raises ControlError."""
    location = _location(body)
    if "live_period" in location and not is_live_period(location["live_period"]):
        raise ControlError("live_period is 60 to 86400 seconds, or 2147483647 for ever")
    sent = send(desk, person, {"location": location}, chat=chat, answer_to=answer_to)
    _note_nearness(desk, person, chat, sent[0])
    return sent


def move(desk: Desk, person: Person, chat: Chat, message_id: int, body: Json) -> tuple[Posted, int | None]:
    """Move a live location or stop it; the bot gets an `edited_message`. Raises ControlError."""
    _, posted = message_in(desk, person, message_id, chat)
    before = posted.message.get("location", {})
    if "live_period" not in before:
        raise ControlError(f"message {message_id} is no live location", status=404)
    if has_ended(posted.message, desk.now()):
        raise ControlError("this live location has ended", status=409)
    if body.get("stop"):
        gone = ("live_period", "heading", "proximity_alert_radius")
        location = {name: value for name, value in before.items() if name not in gone}
        return edit(desk, person, message_id, {"location": location}, chat)
    location = {**_location(body), "live_period": before["live_period"]}
    moved = edit(desk, person, message_id, {"location": location}, chat)
    _note_nearness(desk, person, chat, moved[0])
    return moved


def throw(emoji: str) -> Json:
    """A Dice object. Raises ControlError."""
    emoji = emoji.replace("\ufe0f", "")
    if emoji not in DICE:
        raise ControlError(f"dice are {' '.join(DICE)}")
    return {"emoji": emoji, "value": random.randint(1, DICE[emoji])}


def _location(body: Json) -> Json:
    location: Json = {"latitude": float(body["latitude"]), "longitude": float(body["longitude"])}
    return location | {name: kind(body[name]) for name, kind in _OPTIONAL.items() if body.get(name)}


def _note_nearness(desk: Desk, person: Person, chat: Chat, moved: Posted) -> None:
    """The bot's live locations that ask to be told when somebody's live location comes so near, once each."""
    here = moved.message["location"]
    if "live_period" not in here:
        return
    for posted in list(chat.messages.values()):
        there = posted.message.get("location", {})
        radius = there.get("proximity_alert_radius")
        if not posted.from_bot or not radius or "live_period" not in there:
            continue
        if has_ended(posted.message, desk.now()) or person.id in posted.near:
            continue
        metres = metres_between(here, there)
        if metres <= radius:
            posted.near.append(person.id)
            alert = {"traveler": person.user(), "watcher": desk.bot_user, "distance": round(metres)}
            tell_bot(desk, chat, post(desk, chat, {"proximity_alert_triggered": alert}, sender=person))
