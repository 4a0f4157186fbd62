"""What the dialogue engine read in each message, kept beside the chats so that the page can tell why."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.dialogue.client import Dialogue, Whereabouts
from bot.dialogue.reading import Reading

__all__ = ["NotedDialogue", "Readings"]

MOST_KEPT = 2000
RIVALS_SHOWN = 4


class Readings:
    """A file of JSON lines: when, which chat, which words, and what they were read as."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self.path = path
        self._clock = clock
        self._rows: list[dict[str, Any]] = []
        if path.exists():
            lines = path.read_text(encoding="utf-8").splitlines()[-MOST_KEPT:]
            self._rows = [json.loads(line) for line in lines if line.endswith("}")]

    def keep(self, chat: str, text: str, reading: Reading) -> None:
        row = {
            "at": self._clock().isoformat(),
            "chat": chat,
            "text": text,
            "reading": {
                "intent": reading.intent,
                "confidence": f"{reading.confidence:.0%}",
                "rivals": ", ".join(f"{name} {sure:.0%}" for name, sure in reading.ranking[1:RIVALS_SHOWN]),
                "entities": [
                    {"what": found.name, "value": found.value, "in the text": text[found.start : found.end]}
                    for found in reading.entities
                ],
                "slots": {name: value for name, value in reading.slots.items() if value is not None},
                "open question": reading.asks or "none",
            },
        }
        self._rows = [*self._rows[1 - MOST_KEPT :], row]
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")

    def find(self, chat: int, text: str, received_at: datetime) -> dict[str, Any] | None:
        """What this message was read as: the first reading of its words after it came in."""
        for row in self._rows:
            same = row["chat"] == str(chat) and row["text"] == text
            if same and datetime.fromisoformat(row["at"]) >= received_at:
                found: dict[str, Any] = row["reading"]
                return found
        return None

    def any(self) -> bool:
        """Whether anything had to be understood since the last reset."""
        return bool(self._rows)

    def forget(self) -> None:
        self._rows = []
        self.path.unlink(missing_ok=True)


class NotedDialogue(Dialogue):
    """The dialogue, with every reading kept."""

    def __init__(self, rasa: Whereabouts, readings: Readings) -> None:
        super().__init__(rasa)
        self._readings = readings

    async def read(
        self,
        chat: str,
        text: str,
        *,
        role: str = "consumer",
        pending: str = "none",
        today: date | None = None,
    ) -> Reading:
        reading = await super().read(chat, text, role=role, pending=pending, today=today)
        self._readings.keep(chat, text, reading)
        return reading
