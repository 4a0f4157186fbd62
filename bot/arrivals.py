"""What arrived: an update reduced to what the shop reads from it."""

from dataclasses import dataclass
from typing import Any

from bot.links import links_in

__all__ = ["Arrival", "ArrivalKind", "SentFile", "arrival_of", "lane_of"]

_GROUPS = ("group", "supergroup")
_CHATTY = ("message", "edited_message", "channel_post", "edited_channel_post")


class ArrivalKind:
    TEXT = "text"
    BUTTON = "button"
    LOCATION = "location"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    GROUP = "group"
    FILE = "file"
    OTHER = "other"


@dataclass(frozen=True)
class SentFile:
    """A document that was sent: how Telegram knows it, and what it says of itself."""

    file_id: str
    name: str
    kind: str
    size_bytes: int


@dataclass(frozen=True)
class Arrival:
    """One update of a private chat, or of a group that turns to the bot (`group` is its id).

    `reply_to` is the message id answered, `message_id` the message's own, or the tapped one. `is_bare`: the
    text is all there is to it (no picture above a caption, nothing forwarded). `forwarded` words are somebody
    else's; of an `edited` message only the links count. `sent`: what is no text, "photo", "voice" or "file".
    """

    update_id: int
    kind: str
    account: int
    name: str
    language: str
    text: str = ""
    links: tuple[str, ...] = ()
    data: str = ""
    query_id: str = ""
    message_id: int | None = None
    reply_to: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    group: int | None = None
    is_bare: bool = False
    forwarded: bool = False
    edited: bool = False
    file: SentFile | None = None
    sent: str = ""


def lane_of(payload: dict[str, Any]) -> int:
    """The chat an update belongs to; 0 where there is none."""
    for kind in _CHATTY:
        if kind in payload:
            return int(payload[kind]["chat"]["id"])
    if "callback_query" in payload:
        query = payload["callback_query"]
        return int(query.get("message", {}).get("chat", {}).get("id") or query["from"]["id"])
    if "my_chat_member" in payload:
        return int(payload["my_chat_member"]["chat"]["id"])
    return 0


def arrival_of(payload: dict[str, Any]) -> Arrival | None:
    """None for what the shop does not listen to: talk in groups, channels, other bots, and edits other than
    those that hold a link."""
    if "callback_query" in payload:
        return _from_button(payload["update_id"], payload["callback_query"])
    if "my_chat_member" in payload:
        return _from_membership(payload["update_id"], payload["my_chat_member"])
    message, edited = payload.get("message"), payload.get("edited_message")
    if edited is not None:
        private = edited["chat"]["type"] == "private" and "from" in edited
        links = links_in(edited) if private else ()
        return _from_message(payload["update_id"], edited, edited=True) if links else None
    if message is None:
        return None
    if message["chat"]["type"] != "private":
        return _from_group(payload["update_id"], message)
    return _from_message(payload["update_id"], message) if "from" in message else None


def _from_message(update_id: int, message: dict[str, Any], *, edited: bool = False) -> Arrival:
    place = message.get("location") or {}
    text = message.get("text") or message.get("caption") or ""
    links, file = links_in(message), _file_in(message)
    kind = ArrivalKind.TEXT if text else ArrivalKind.LOCATION if place else ArrivalKind.OTHER
    if file is not None and not links:
        kind = ArrivalKind.FILE
    return Arrival(
        update_id=update_id,
        kind=kind,
        text=text,
        links=links,
        message_id=message["message_id"],
        reply_to=(message.get("reply_to_message") or {}).get("message_id"),
        latitude=place.get("latitude"),
        longitude=place.get("longitude"),
        is_bare="text" in message and "forward_origin" not in message,
        forwarded="forward_origin" in message,
        edited=edited,
        file=file,
        sent=_sent_in(message),
        **_sender(message["from"]),
    )


def _sent_in(message: dict[str, Any]) -> str:
    """What was sent beside a text: a photo, something spoken, a file."""
    kinds = {"photo": "photo", "voice": "voice", "audio": "voice", "video_note": "voice", "document": "file"}
    return next((kind for field, kind in kinds.items() if field in message), "")


def _file_in(message: dict[str, Any]) -> SentFile | None:
    """A document; an animation is one too, but nothing to read."""
    document = message.get("document")
    if document is None or "animation" in message:
        return None
    return SentFile(
        file_id=str(document["file_id"]),
        name=str(document.get("file_name") or ""),
        kind=str(document.get("mime_type") or ""),
        size_bytes=int(document.get("file_size") or 0),
    )


def _from_group(update_id: int, message: dict[str, Any]) -> Arrival | None:
    """A command is meant for the bot; other talk is left alone."""
    command = (message.get("text") or "").startswith("/")
    if not command or message["chat"]["type"] not in _GROUPS or message.get("from", {}).get("is_bot", True):
        return None
    group = message["chat"]["id"]
    return Arrival(update_id=update_id, kind=ArrivalKind.GROUP, group=group, **_sender(message["from"]))


def _from_button(update_id: int, query: dict[str, Any]) -> Arrival:
    return Arrival(
        update_id=update_id,
        kind=ArrivalKind.BUTTON,
        data=query.get("data") or "",
        query_id=query["id"],
        message_id=(query.get("message") or {}).get("message_id"),
        **_sender(query["from"]),
    )


def _from_membership(update_id: int, change: dict[str, Any]) -> Arrival | None:
    if change["chat"]["type"] != "private":
        joined = change["new_chat_member"]["status"] in {"member", "administrator"}
        was_out = change["old_chat_member"]["status"] in {"left", "kicked"}
        if not (joined and was_out and change["chat"]["type"] in _GROUPS):
            return None
        return Arrival(
            update_id=update_id,
            kind=ArrivalKind.GROUP,
            group=change["chat"]["id"],
            **_sender(change["from"]),
        )
    blocked = change["new_chat_member"]["status"] in {"kicked", "left"}
    return Arrival(
        update_id=update_id,
        kind=ArrivalKind.BLOCKED if blocked else ArrivalKind.UNBLOCKED,
        **_sender(change["from"]),
    )


def _sender(user: dict[str, Any]) -> dict[str, Any]:
    name = " ".join(part for part in (user.get("first_name"), user.get("last_name")) if part)
    return {"account": user["id"], "name": name, "language": (user.get("language_code") or "en")[:2]}
