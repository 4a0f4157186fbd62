"""The world on disk: one SQLite file of JSON documents, written through at the end of every call and act.

Without a path nothing is kept. `synchronous=OFF` survives the death of the process, though not that of the
machine.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .spec import Json
from .state import Chat, Pending, Person, Posted, Question, StoredFile, Webhook, World

_SCHEMA = """ CREATE TABLE IF NOT EXISTS document (kind TEXT, key TEXT, body TEXT NOT NULL, PRIMARY KEY (kind,
key)) WITHOUT ROWID; CREATE TABLE IF NOT EXISTS content (key TEXT PRIMARY KEY, body BLOB NOT NULL);
"""


class Store:
    """Collects what changed; `commit` writes it in one transaction."""

    def __init__(self, path: Path | None) -> None:
        self._db: sqlite3.Connection | None = None
        self._changed: dict[tuple[str, str], Any] = {}
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;" + _SCHEMA)

    def put(self, kind: str, key: str | int, body: Any) -> None:
        """`body` is read at the commit: an object's fields, or JSON as it is."""
        if self._db is not None:
            self._changed[kind, str(key)] = body

    def drop(self, kind: str, key: str | int) -> None:
        if self._db is not None:
            self._changed[kind, str(key)] = None

    def put_content(self, key: str, content: bytes) -> None:
        if self._db is not None:
            self._db.execute("INSERT OR REPLACE INTO content VALUES (?, ?)", (key, content))

    def commit(self) -> None:
        if self._db is None or not self._changed:
            return
        kept = [(*key, _encoded(body)) for key, body in self._changed.items() if body is not None]
        gone = [key for key, body in self._changed.items() if body is None]
        self._changed.clear()
        with self._db:  # a failure takes back what it began, so that the next commit can
            self._db.execute("BEGIN")
            self._db.executemany("INSERT OR REPLACE INTO document VALUES (?, ?, ?)", kept)
            self._db.executemany("DELETE FROM document WHERE kind = ? AND key = ?", gone)

    def clear(self) -> None:
        self._changed.clear()
        if self._db is not None:
            self._db.executescript("DELETE FROM document; DELETE FROM content;")

    def close(self) -> None:
        self.commit()
        if self._db is not None:
            self._db.close()
            self._db = None

    def documents(self, kind: str) -> Iterator[tuple[str, Any]]:
        if self._db is not None:
            for key, body in self._db.execute("SELECT key, body FROM document WHERE kind = ?", (kind,)):
                yield key, json.loads(body)

    def contents(self) -> Iterator[tuple[str, bytes]]:
        if self._db is not None:
            yield from self._db.execute("SELECT key, body FROM content")


def restore(world: World, store: Store) -> None:
    """Fill a fresh world with what the store kept."""
    for key, body in store.documents("single"):
        if key == "counters":
            for name, value in body.items():
                setattr(world, name, value)
        elif key == "webhook":
            world.webhook = Webhook(**body)
        elif key == "allowed_updates":
            world.allowed_updates = body["types"]
        elif key == "switches":
            world.switch(body)
            world.switched = body
    world.people = {int(key): Person(**body) for key, body in store.documents("person")}
    world.chats = {int(key): Chat.restored(int(key), body) for key, body in store.documents("chat")}
    posted = [Posted(**body) for _, body in store.documents("message")]
    for one in sorted(posted, key=lambda one: one.id):
        chat_id = one.message["chat"]["id"]
        world.chats.setdefault(chat_id, Chat(chat_id)).messages[one.id] = one
        if one.inline_message_id is not None:
            world.inline_messages[one.inline_message_id] = (chat_id, one.id)
    world.questions = {key: Question(**body) for key, body in store.documents("question")}
    world.files = {key: StoredFile(**body) for key, body in store.documents("file")}
    world.contents = dict(store.contents())
    pending = [Pending(**body) for _, body in store.documents("update")]
    world.pending.extend(sorted(pending, key=lambda one: one.id))
    world.commands = dict(store.documents("commands"))
    world.menu_buttons = dict(store.documents("menu_button"))
    world.profile = dict(store.documents("profile"))
    world.invoice_links = dict(store.documents("invoice_link"))


def _encoded(body: Any) -> str:
    if isinstance(body, Chat):
        body = body.kept()
    elif isinstance(body, Webhook):
        body = asdict(body)
    elif hasattr(body, "__dataclass_fields__"):
        body = vars(body)
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def single(store: Store, world: World) -> None:
    """Put the documents of which there is one."""
    store.put("single", "counters", world.counters())
    store.put("single", "webhook", world.webhook)
    types: Json = {"types": world.allowed_updates}
    store.put("single", "allowed_updates", types)
    store.put("single", "switches", world.switched)
