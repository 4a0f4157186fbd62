"""The world of one bot as data: people, chats, files, pending updates, open questions.

Bot API objects are kept as they travel (`Json`). Times are seconds since the epoch by the emulator's clock.
In a private chat the chat's id is the person's id, groups have negative ids, and those of supergroups begin
with -100. Private chats and groups share one sequence of message ids; each supergroup has its own.
"""

import random
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from .spec import Json

FIRST_UPDATE_ID = (2_000_000, 1_000_000_000)
PRIVATE, GROUP, SUPERGROUP = "private", "group", "supergroup"
PEOPLE = "people"
"""Two people among themselves: the bot is not there, but what is sent by way of it can be."""
FIRST_GROUP_ID = 4_100_000_000
FIRST_SUPERGROUP_ID = 1_002_100_000_000
FIRST_PEOPLE_ID = 1 << 52
INSIDE = ("creator", "administrator", "member", "restricted")


@dataclass
class Person:
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    started: bool = False
    blocked: bool = False
    created_at: int = 0

    def user(self) -> Json:
        named = {"id": self.id, "is_bot": False, "first_name": self.first_name, "last_name": self.last_name}
        return _present(named | {"username": self.username, "language_code": self.language_code})

    def chat(self) -> Json:
        named = {"id": self.id, "first_name": self.first_name, "last_name": self.last_name}
        return _present(named | {"username": self.username, "type": "private"})


@dataclass
class Posted:
    """A message as the chat now shows it. `markup` is what came with it: inline, keyboard, remove,
    force_reply. `reactions` are those of a private chat's two sides; `by_person`, `votes` and `near` (who
    came near a live location) go by person."""

    message: Json
    from_bot: bool
    edits: int = 0
    markup: str | None = None
    pinned: bool = False
    forwarded: bool = False
    callbacks: list[str] = field(default_factory=list)
    reactions: dict[str, list[str]] = field(default_factory=lambda: {"bot": [], "user": []})
    invoice: Json | None = None
    inline_message_id: str | None = None
    by_person: dict[str, list[str]] = field(default_factory=dict)
    votes: dict[str, list[int]] = field(default_factory=dict)
    near: list[int] = field(default_factory=list)

    @property
    def id(self) -> int:
        return int(self.message["message_id"])


@dataclass
class Member:
    """`status` as the Bot API names it; `rights` are `can_…` of an administrator or of one restricted."""

    status: str
    rights: Json = field(default_factory=dict)
    until_date: int = 0
    title: str = ""

    @property
    def inside(self) -> bool:
        return self.status in INSIDE and bool(self.rights.get("is_member", True))

    @property
    def leads(self) -> bool:
        return self.status in ("creator", "administrator")


@dataclass
class Chat:
    """`keyboard` is what stands under everybody's input, `keyboards` what differs from it for one person
    (groups only). `members` counts the bot too; a private chat has none listed."""

    id: int
    messages: dict[int, Posted] = field(default_factory=dict)
    keyboard: Json | None = None
    action: Json | None = None
    kind: str = PRIVATE
    title: str = ""
    description: str = ""
    members: dict[int, Member] = field(default_factory=dict)
    permissions: Json = field(default_factory=dict)
    keyboards: dict[int, Json | None] = field(default_factory=dict)
    last_message_id: int = 0
    migrated_to: int | None = None

    @property
    def is_group(self) -> bool:
        return self.kind in (GROUP, SUPERGROUP)

    def keyboard_of(self, user_id: int) -> Json | None:
        return self.keyboards.get(user_id, self.keyboard)

    def kept(self) -> Json:
        """What is stored of it besides its messages."""
        names = ("keyboard", "kind", "title", "description", "permissions", "last_message_id", "migrated_to")
        fields = {name: getattr(self, name) for name in names}
        members = {str(user_id): vars(member) for user_id, member in self.members.items()}
        return {**fields, "members": members, "keyboards": dict(self.keyboards)}

    @classmethod
    def restored(cls, chat_id: int, body: Json) -> "Chat":
        chat = cls(chat_id, **{**body, "members": {}, "keyboards": {}})
        chat.members = {int(key): Member(**one) for key, one in body.get("members", {}).items()}
        chat.keyboards = {int(key): one for key, one in body.get("keyboards", {}).items()}
        return chat


@dataclass
class Question:
    """Something that the bot must answer by its id: a callback, an inline, shipping or pre-checkout query."""

    id: str
    kind: str
    user_id: int
    asked_at: float
    seconds: int
    message_id: int | None = None
    data: str | None = None
    answer: Json | None = None
    chat_id: int | None = None
    inline_message_id: str | None = None


@dataclass
class StoredFile:
    """What a file id stands for. Several sizes of a photo share `content`, each with its greatest side in
    pixels."""

    file_id: str
    file_unique_id: str
    kind: str
    content: str
    size: int
    mime_type: str
    name: str
    path: str
    side: int | None = None
    extra: Json = field(default_factory=dict)


@dataclass
class Pending:
    """An update that the bot has not confirmed. `queue` is the webhook queue whose order must be kept."""

    id: int
    type: str
    body: Json
    queue: str
    expires_at: float


@dataclass
class Webhook:
    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    ip_address: str = ""
    last_error_date: int | None = None
    last_error_message: str | None = None


@dataclass
class World:
    """`switches` is what stands at BotFather; `switched` what of it was set by the control API. `asked` are
    the offsets of inline queries, `kept_answers` (whose, query, offset) -> (until, answer): both are not
    stored, a restart only makes the bot answer again."""

    bot: Json
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    pending: deque[Pending] = field(default_factory=deque)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    menu_buttons: dict[str, Json] = field(default_factory=dict)
    profile: dict[str, str] = field(default_factory=dict)
    invoice_links: dict[str, Json] = field(default_factory=dict)
    webhook: Webhook = field(default_factory=Webhook)
    allowed_updates: list[str] | None = None
    inline_messages: dict[str, tuple[int, int]] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    kept_answers: dict[tuple[int | None, str, str], tuple[float, Json]] = field(default_factory=dict)
    switches: Json = field(default_factory=dict)
    switched: Json = field(default_factory=dict)
    last_message_id: int = 0
    last_update_id: int = field(default_factory=lambda: random.randint(*FIRST_UPDATE_ID) - 1)
    last_user_id: int = 1_000_000_000
    last_question_id: int = field(default_factory=lambda: random.randint(10**17, 10**18))
    last_chat_number: int = 0

    def switch(self, switches: Json) -> None:
        self.switches |= switches
        self.bot |= {name: value for name, value in switches.items() if name in self.bot}

    def counters(self) -> dict[str, int]:
        names = (
            "last_message_id",
            "last_update_id",
            "last_user_id",
            "last_question_id",
            "last_chat_number",
        )
        return {name: getattr(self, name) for name in names}

    def next_message_id(self, chat: Chat) -> int:
        if chat.kind in (SUPERGROUP, PEOPLE):
            chat.last_message_id += 1
            return chat.last_message_id
        self.last_message_id += 1
        return self.last_message_id

    def next_chat_id(self, kind: str) -> int:
        self.last_chat_number += 1
        if kind == PEOPLE:
            return FIRST_PEOPLE_ID + self.last_chat_number
        return -(FIRST_GROUP_ID if kind == GROUP else FIRST_SUPERGROUP_ID) - self.last_chat_number

    def next_question_id(self) -> str:
        self.last_question_id += random.randint(1, 10**6)
        return str(self.last_question_id)


def bot_of(token: str, *, first_name: str, username: str) -> Json:
    return {
        "id": int(token.split(":", 1)[0]),
        "is_bot": True,
        "first_name": first_name,
        "username": username,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_guest_queries": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def _present(fields: dict[str, Any]) -> Json:
    return {name: value for name, value in fields.items() if value is not None}
