"""Where the process keeps what it must not mix up: locks per conversation, and open questions."""

import asyncio
import json
import sqlite3
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field
from typing import Any, AsyncGenerator, Dict, Optional
from weakref import WeakValueDictionary

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore

CONVERSATIONS_HELD = 5000


class ConversationLocks(InMemoryLockStore):
    """One `asyncio.Lock` per conversation, held only while it is used. (Rasa's own polls once a second.)"""

    def __init__(self, endpoint_config: Any = None) -> None:
        super().__init__()
        self._locks: "WeakValueDictionary[str, asyncio.Lock]" = WeakValueDictionary()

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME, wait_time_in_seconds: float = 1
    ) -> AsyncGenerator[TicketLock, None]:
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        async with lock:
            yield TicketLock(conversation_id)


@dataclass
class Conversation:
    """What the dialogue remembers of a chat: the open form with what it has, and the last complete wish.

    `wish` and `wish_slots` are those of the last complete wish that a correction could mean.
    """

    form: Optional[str] = None
    slots: Dict[str, Any] = field(default_factory=dict)
    wish: Optional[str] = None
    wish_slots: Dict[str, Any] = field(default_factory=dict)


class Conversations:
    """The conversations, in memory and, where `path` is given, in an SQLite file that survives a restart."""

    def __init__(self, path: Optional[str] = None) -> None:
        self._held: Dict[str, Conversation] = {}
        self._database = sqlite3.connect(path or ":memory:", isolation_level=None)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=NORMAL")
        self._database.execute("PRAGMA secure_delete=ON")
        self._database.execute(
            "CREATE TABLE IF NOT EXISTS conversation (chat TEXT PRIMARY KEY, state TEXT NOT NULL)"
        )

    def get(self, chat: str) -> Conversation:
        """What is remembered of `chat`; a fresh conversation where that is nothing."""
        if chat not in self._held:
            row = self._database.execute("SELECT state FROM conversation WHERE chat = ?", (chat,)).fetchone()
            self._hold(chat, Conversation(**json.loads(row[0])) if row else Conversation())
        return self._held[chat]

    def put(self, chat: str, conversation: Conversation) -> None:
        """Remembers."""
        self._hold(chat, conversation)
        self._database.execute(
            "INSERT INTO conversation VALUES (?, ?) ON CONFLICT (chat) DO UPDATE SET state = excluded.state",
            (chat, json.dumps(asdict(conversation))),
        )

    def forget(self, chat: str) -> None:
        """Erases what is remembered of `chat`."""
        self._held.pop(chat, None)
        self._database.execute("DELETE FROM conversation WHERE chat = ?", (chat,))

    def _hold(self, chat: str, conversation: Conversation) -> None:
        self._held.pop(chat, None)
        self._held[chat] = conversation
        if len(self._held) > CONVERSATIONS_HELD:
            self._held.pop(next(iter(self._held)))
