"""What the shop shows: a message with its buttons, as views build it and the outbox keeps it."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from bot.commands import Command, encode

__all__ = ["Button", "Message", "digest_of", "has_buttons", "to_payload"]

LONGEST_TEXT = 4096
LONGEST_LABEL = 60


@dataclass(frozen=True)
class Button:
    """A label with a command of ours, or with a link; `copies` puts a text on the clipboard."""

    label: str
    command: Command | None = None
    url: str | None = None


@dataclass(frozen=True)
class Message:
    """`text` is Telegram HTML. `ask_location` shows a key that shares a place, `no_keyboard` ends it.

    `copy_of`: instead of the text, a copy of that message (chat, number), whatever it holds; the text is for
    what Telegram does not copy.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    photo: str | None = None
    ask_location: str | None = None
    no_keyboard: bool = False
    location: tuple[float, float] | None = None
    quiet: bool = field(default=False)
    copy_of: tuple[int, int] | None = None


def to_payload(message: Message) -> dict[str, Any]:
    """As the outbox keeps it: plain JSON, buttons encoded."""
    rows = [[_button(button) for button in row] for row in message.buttons if row]
    payload: dict[str, Any] = {"text": fitted(message.text)}
    if rows:
        payload["buttons"] = rows
    if message.photo:
        payload["photo"] = message.photo
    if message.ask_location:
        payload["ask_location"] = message.ask_location
    if message.no_keyboard:
        payload["remove_keyboard"] = True
    if message.location:
        payload["location"] = list(message.location)
    if message.quiet:
        payload["quiet"] = True
    if message.copy_of:
        payload["copy_of"] = list(message.copy_of)
    return payload


def digest_of(payload: dict[str, Any]) -> str:
    """Equal for messages that look the same: an edit that changes nothing is not sent. See `has_buttons`."""
    seen = hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
    return f"{'b' if payload.get('buttons') else '-'}{seen[:62]}"


def has_buttons(digest: str) -> bool:
    """Whether the message of this digest carries buttons, which go when it is posted anew."""
    return digest.startswith("b")


def fitted(text: str) -> str:
    """At most 4,096 characters, cut at a line's end so that no tag is torn."""
    if len(text) <= LONGEST_TEXT:
        return text
    kept: list[str] = []
    length = 0
    for line in text.splitlines():
        length += len(line) + 1
        if length > LONGEST_TEXT - 4:
            break
        kept.append(line)
    return "\n".join([*kept, "…"]) if kept else _beginning(text)


def _beginning(line: str) -> str:
    """Of a single long line: up to the first tag that is too far on, and no sign (`&amp;`) torn."""
    room = LONGEST_TEXT - 6
    tag = line.find("<")
    cut = line[: min(room, tag if tag >= 0 else room)]
    sign = cut.rfind("&")
    return (cut[:sign] if sign > cut.rfind(";") else cut) + "…"


def _button(button: Button) -> dict[str, str]:
    label = button.label if len(button.label) <= LONGEST_LABEL else button.label[: LONGEST_LABEL - 1] + "…"
    if button.url is not None:
        return {"label": label, "url": button.url}
    assert button.command is not None
    return {"label": label, "data": encode(button.command)}
