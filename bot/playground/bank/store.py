"""The bank's memory: objects as JSON, remembered answers, and webhooks to deliver, in one SQLite file."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Answered", "Notice", "Store"]

Json = dict[str, Any]

SCHEMA = """
CREATE TABLE IF NOT EXISTS object (
    seq INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS answer (
    key TEXT PRIMARY KEY, asked TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
    at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS notice (
    seq INTEGER PRIMARY KEY, event_id TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
    due_at REAL NOT NULL, last_error TEXT);
"""


@dataclass(frozen=True)
class Answered:
    """What a call with an idempotency key was answered, and what it had asked."""

    asked: str
    status: int
    body: Json


@dataclass(frozen=True)
class Notice:
    """One delivery of an event. `due_at` is in seconds of the wall clock."""

    seq: int
    event: Json
    tries: int


class Store:
    """`path` None keeps everything in memory."""

    def __init__(self, path: Path | None) -> None:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._file = sqlite3.connect(path or ":memory:", isolation_level=None)
        self._file.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;" + SCHEMA)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """All of the block or nothing of it."""
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._file.execute("ROLLBACK")
            raise
        self._file.execute("COMMIT")

    def put(self, body: Json) -> Json:
        self._file.execute(
            "INSERT INTO object (id, kind, body) VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            (body["id"], body["object"], json.dumps(body)),
        )
        return body

    def get(self, kind: str, number: str) -> Json | None:
        row = self._file.execute(
            "SELECT body FROM object WHERE id = ? AND kind = ?", (number, kind)
        ).fetchone()
        return None if row is None else json.loads(row[0])

    def every(self, kind: str, **wanted: Any) -> list[Json]:
        """The objects of a kind whose fields equal `wanted`, the oldest first."""
        tests = "".join(f" AND json_extract(body, '$.{name}') = ?" for name in wanted)
        rows = self._file.execute(
            f"SELECT body FROM object WHERE kind = ?{tests} ORDER BY seq",  # noqa: S608 - names of the code
            (kind, *wanted.values()),
        )
        return [json.loads(row[0]) for row in rows]

    def answered(self, key: str, since: int) -> Answered | None:
        """What was answered under the key at `since` (Unix seconds) or later."""
        row = self._file.execute(
            "SELECT asked, status, body FROM answer WHERE key = ? AND at >= ?", (key, since)
        ).fetchone()
        return None if row is None else Answered(row[0], row[1], json.loads(row[2]))

    def remember(self, key: str, answer: Answered, at: int) -> None:
        self._file.execute(
            "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?)",
            (key, answer.asked, answer.status, json.dumps(answer.body), at),
        )

    def notify(self, event: Json, state: str, due_at: float) -> None:
        self._file.execute(
            "INSERT INTO notice (event_id, state, due_at) VALUES (?, ?, ?)", (event["id"], state, due_at)
        )

    def release(self, due_at: float) -> None:
        """What was held goes out, the last first."""
        rows = self._file.execute("SELECT seq FROM notice WHERE state = 'held' ORDER BY seq DESC").fetchall()
        for n, (seq,) in enumerate(rows):
            self._file.execute(
                "UPDATE notice SET state = 'waiting', due_at = ? WHERE seq = ?", (due_at + n / 1000, seq)
            )

    def due_notice(self, now: float) -> Notice | None:
        row = self._file.execute(
            "SELECT notice.seq, body, tries FROM notice JOIN object ON object.id = event_id "
            "WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, notice.seq LIMIT 1",
            (now,),
        ).fetchone()
        return None if row is None else Notice(row[0], json.loads(row[1]), row[2])

    def settle_notice(self, seq: int, state: str, due_at: float, error: str | None) -> None:
        self._file.execute(
            "UPDATE notice SET state = ?, tries = tries + 1, due_at = ?, last_error = ? WHERE seq = ?",
            (state, due_at, error, seq),
        )

    def notices(self) -> list[Json]:
        """Every delivery, the last first, for whoever looks on."""
        rows = self._file.execute(
            "SELECT event_id, json_extract(body, '$.type'), state, tries, last_error FROM notice "
            "JOIN object ON object.id = event_id ORDER BY notice.seq DESC LIMIT 200"
        )
        return [
            dict(zip(("event", "type", "state", "tries", "last_error"), row, strict=True)) for row in rows
        ]

    def clear(self) -> None:
        with self.whole():
            for table in ("object", "answer", "notice"):
                self._file.execute(f"DELETE FROM {table}")  # noqa: S608 - the names stand above

    def close(self) -> None:
        self._file.close()
