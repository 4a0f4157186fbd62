"""A chat as a person sees it: messages that follow the emulator's events, rendered in plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
_PICTURES = (
    "photo",
    "document",
    "voice",
    "video",
    "audio",
    "location",
    "venue",
    "contact",
    "invoice",
    "poll",
)
_OTHERS = (
    "poll",
    "group_chat_created",
    "supergroup_chat_created",
    "new_chat_members",
    "left_chat_member",
    "pinned_message",
)


@dataclass
class Message:
    """One message as it stands now. `changed_at` counts the wire's events up to the last that touched it."""

    raw: Json
    changed_at: int

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def from_bot(self) -> bool:
        return bool(self.raw["from_bot"])

    @property
    def of_bot(self) -> bool:
        """Sent by the bot, or by a person by way of it."""
        return self.from_bot or "via_bot" in self.raw

    @property
    def text(self) -> str:
        """The text, or the caption, or the title of an invoice."""
        words = self.raw.get("text") or self.raw.get("caption") or ""
        invoice = self.raw.get("invoice")
        return f"{invoice['title']}: {invoice['description']}" if invoice else str(words)

    @property
    def edits(self) -> int:
        return int(self.raw["edits"])

    @property
    def rows(self) -> list[list[Json]]:
        """Rows of inline buttons."""
        rows: list[list[Json]] = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[str]:
        return [button["text"] for row in self.rows for button in row]

    def place(self, number: int) -> tuple[int, int]:
        """Row and column of one of `buttons`."""
        for row, keys in enumerate(self.rows):
            if number < len(keys):
                return row, number
            number -= len(keys)
        raise IndexError(number)

    @property
    def photo(self) -> str | None:
        """The file id of its largest size."""
        return self.raw["photo"][-1]["file_id"] if self.raw.get("photo") else None

    def __str__(self) -> str:
        kinds = "".join(f"[{name}] " for name in (*_PICTURES, *_OTHERS) if name in self.raw)
        answered = self.raw.get("reply_to_message")
        quoted = f"(to {answered['message_id']}) " if answered else ""
        edited = f" (edited {self.edits}×)" if self.edits else ""
        side = "bot" if self.from_bot else "   " + self.raw["from"]["first_name"]
        lines = [f"{self.id:>4} {side}: {quoted}{kinds}{self.text}{edited}"]
        lines += ["       " + " ".join(f"[ {button['text']} ]" for button in row) for row in self.rows]
        lines += [f"       toast: {one['text']}" for one in self.raw.get("answers", []) if one.get("text")]
        return "\n".join(lines)


@dataclass
class Screen:
    """One chat, kept by the events `message`, `edit`, `delete`, `keyboard` and `callback_answer`."""

    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: Json | None = None
    keyboards: dict[int, Json | None] = field(default_factory=dict)
    actions: list[str] = field(default_factory=list)

    def keyboard_of(self, user_id: int) -> Json | None:
        """In a group each may have another."""
        return self.keyboards.get(user_id, self.keyboard)

    def follow(self, event: Json, tick: int) -> None:
        match event["kind"]:
            case "message" | "edit":
                message = Message(event["message"], tick)
                self.messages[message.id] = message
            case "delete":
                for message_id in event["message_ids"]:
                    self.messages.pop(message_id, None)
            case "keyboard":
                if "user_ids" in event:
                    self.keyboards |= dict.fromkeys(event["user_ids"], event["keyboard"])
                else:
                    self.keyboard = event["keyboard"]
            case "action":
                self.actions.append(event["action"])
            case "callback_answer":
                self._note_answer(event)

    def _note_answer(self, event: Json) -> None:
        message = self.messages.get(event["message_id"])
        if message is not None:
            answer = {
                "id": event["callback_query_id"],
                "text": event["text"],
                "show_alert": event["show_alert"],
            }
            message.raw = {**message.raw, "answers": [*message.raw.get("answers", []), answer]}

    @property
    def keys(self) -> list[str]:
        """Labels of the keyboard under the input."""
        rows = (self.keyboard or {}).get("keyboard", [])
        return [key if isinstance(key, str) else str(key["text"]) for row in rows for key in row]

    def newest_first(self) -> Iterator[Message]:
        return iter(sorted(self.messages.values(), key=lambda message: -message.id))

    def __str__(self) -> str:
        lines = [str(self.messages[number]) for number in sorted(self.messages)]
        if self.keyboard is not None:
            rows = self.keyboard.get("keyboard", [])
            labels = [[one if isinstance(one, str) else one["text"] for one in row] for row in rows]
            lines += ["  keys " + " ".join(f"[ {label} ]" for label in row) for row in labels]
        return "\n".join(lines) or "(an empty chat)"
