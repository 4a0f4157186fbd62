"""What became of each update, kept beside the chats so that the page can tell why.

The shop itself keeps only a command's name. The playground puts a note-taking desk before the shop's own and
a note-taking dialogue before its dialogue: they change nothing, and write down what was read and done.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlmodel import Session

from bot.arrivals import Arrival
from bot.desk import ErrandDesk
from bot.dialogue.client import Dialogue, Whereabouts
from bot.dialogue.reading import Reading
from bot.playground.lines import add_lines, kept_lines
from bot.turn import Refusal
from bot.understanding import Understood

__all__ = ["Note", "NotedDialogue", "NotingDesk", "Readings"]

MOST_KEPT = 4000
Row = dict[str, Any]
_being_read: ContextVar[list[Row] | None] = ContextVar("being_read", default=None)


@dataclass(frozen=True)
class Note:
    """What is known of one update.

    `handled_at` is the time that its unit of work had: the same, to the microsecond, as that of every message
    and event of the unit. `commands`: `{"name", "fields"}`. `readings`: of free text, in the order in which
    the dialogue was asked; `before` is what was in the slots. `refused`: `{"name", "key", "facts"}`.
    """

    update_id: int
    chat: int
    handled_at: datetime | None
    commands: list[Row]
    readings: list[Row]
    refused: Row | None
    reference: str | None


class Readings:
    """A file of JSON lines, each something more about an update; later lines add to earlier ones."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._rows: dict[int, Row] = {}
        self._slots: dict[str, Row] = {}
        for row in kept_lines(path, MOST_KEPT):
            self._take(row)

    def put(self, update_id: int, **known: Any) -> None:
        row = {"update": update_id, **known}
        with self._lock:
            self._take(row)
            add_lines(self.path, [row])

    def of(self, update_id: int) -> Note | None:
        with self._lock:
            row = self._rows.get(update_id)
            return _note(row) if row is not None else None

    def at(self, moment: datetime) -> Note | None:
        """The update in whose unit of work this was written, if an update caused it."""
        with self._lock:
            for row in reversed(self._rows.values()):
                if row.get("handled_at") == moment.isoformat():
                    return _note(row)
        return None

    def slots_before(self, chat: str) -> Row:
        """What the dialogue had in its slots after the last message of a chat."""
        with self._lock:
            return dict(self._slots.get(chat, {}))

    def any(self) -> bool:
        """Whether the dialogue had to understand anything since the last reset."""
        with self._lock:
            return any(row.get("readings") for row in self._rows.values())

    def forget(self) -> None:
        with self._lock:
            self._rows, self._slots = {}, {}
            self.path.unlink(missing_ok=True)

    def _take(self, row: Row) -> None:
        known = self._rows.setdefault(int(row["update"]), {})
        known |= row
        for reading in row.get("readings", ()):
            self._slots[reading["chat"]] = reading["slots"]
        while len(self._rows) > MOST_KEPT:
            del self._rows[next(iter(self._rows))]


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
        kept = _being_read.get()
        if kept is not None:
            before = kept[-1]["slots"] if kept and kept[-1]["chat"] == chat else None
            kept.append(
                {
                    "chat": chat,
                    "text": text,
                    "role": role,
                    "pending": pending,
                    "intent": reading.intent,
                    "ranking": [[name, round(sure, 4)] for name, sure in reading.ranking],
                    "confidence": round(reading.confidence, 4),
                    "entities": [
                        {"name": one.name, "value": one.value, "start": one.start, "end": one.end}
                        for one in reading.entities
                    ],
                    "before": before if before is not None else self._readings.slots_before(chat),
                    "slots": {name: value for name, value in reading.slots.items() if value is not None},
                    "asks": reading.asks,
                    "asks_for": reading.asks_for,
                }
            )
        return reading


class NotingDesk:
    """Does what the shop's desk does, and writes down what came of it."""

    def __init__(self, desk: ErrandDesk, readings: Readings) -> None:
        self.desk = desk
        self._readings = readings

    async def understand(self, arrival: Arrival) -> object:
        with _reading() as read:
            wish = await self.desk.understand(arrival)
        commands = wish.commands if isinstance(wish, Understood) else ()
        shown = [{"name": type(command).__name__, "fields": _fields(command)} for command in commands]
        self._readings.put(arrival.update_id, chat=arrival.account, commands=shown, readings=read)
        return wish

    def handle(self, session: Session, arrival: Arrival, wish: object) -> str:
        done = self.desk.handle(session, arrival, wish)
        self._handled(session, arrival)
        return done

    def refuse(self, session: Session, arrival: Arrival, error: Exception) -> bool:
        told = self.desk.refuse(session, arrival, error)
        if told:
            facts = error.facts if isinstance(error, Refusal) else vars(error)
            refused = {
                "name": type(error).__name__,
                "key": error.key if isinstance(error, Refusal) else "",
                "facts": {name: str(value) for name, value in facts.items()},
            }
            self._handled(session, arrival, refused=refused)
        return told

    def apologise(self, session: Session, arrival: Arrival, reference: str) -> None:
        self.desk.apologise(session, arrival, reference)
        self._handled(session, arrival, reference=reference)

    def _handled(self, session: Session, arrival: Arrival, **known: Any) -> None:
        now = self.desk.stage(session).now
        self._readings.put(arrival.update_id, chat=arrival.account, handled_at=now.isoformat(), **known)


@contextmanager
def _reading() -> Iterator[list[Row]]:
    """What the dialogue reads within, in this task."""
    read: list[Row] = []
    token = _being_read.set(read)
    try:
        yield read
    finally:
        _being_read.reset(token)


def _fields(command: object) -> Row:
    """What a command says beyond what it says by default."""
    assert is_dataclass(command)
    told = {}
    for field in fields(command):
        value = getattr(command, field.name)
        if value is not None and value != _default(field):
            told[field.name] = list(map(str, value)) if isinstance(value, tuple) else _plain(value)
    return told


def _default(field: "Field[Any]") -> object:
    return None if field.default is MISSING else field.default


def _plain(value: object) -> object:
    return value if isinstance(value, bool | int) else str(value)


def _note(row: Row) -> Note:
    handled_at = row.get("handled_at")
    return Note(
        update_id=int(row["update"]),
        chat=int(row["chat"]),
        handled_at=datetime.fromisoformat(handled_at) if handled_at else None,
        commands=row.get("commands", []),
        readings=row.get("readings", []),
        refused=row.get("refused"),
        reference=row.get("reference"),
    )
