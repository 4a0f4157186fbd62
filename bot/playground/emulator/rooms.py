"""Which chat a call means, and whether the bot may read or write there (the server's `check_chat_access`)."""

from typing import Any

from .desk import Desk
from .errors import BadRequest, Forbidden, Migrated
from .spec import Json, whole
from .state import GROUP, PEOPLE, PRIVATE, SUPERGROUP, Chat, Member, Person

_KIND_OF_CONTENT = {
    "photo": ("can_send_photos", "photos"),
    "video": ("can_send_videos", "videos"),
    "animation": ("can_send_other_messages", "animations"),
    "audio": ("can_send_audios", "music"),
    "document": ("can_send_documents", "documents"),
    "voice": ("can_send_voice_notes", "voice notes"),
    "poll": ("can_send_polls", "polls"),
    "dice": ("can_send_other_messages", "dice"),
    "contact": ("can_send_messages", "contacts"),
    "venue": ("can_send_messages", "venues"),
    "location": ("can_send_messages", "locations"),
}


def person_of(desk: Desk, user_id: Any) -> Person:
    """Whoever has this private chat. Raises BadRequest when the bot never met her."""
    number = whole(user_id)
    person = desk.world.people.get(number) if number is not None else None
    if person is None:
        raise BadRequest("chat not found")
    return person


def chat_of(desk: Desk, person: Person) -> Chat:
    """Her private chat with the bot."""
    chat = desk.world.chats.get(person.id)
    if chat is None:
        chat = desk.world.chats[person.id] = Chat(person.id)
    return chat


def known(desk: Desk, chat_id: Any) -> Chat:
    """A chat that the bot has met, whatever it may do there. Raises BadRequest."""
    number = whole(chat_id)
    if number is None:
        raise BadRequest("chat not found")
    if number in desk.world.people:
        return chat_of(desk, desk.world.people[number])
    chat = desk.world.chats.get(number)
    if chat is None or chat.kind == PEOPLE or desk.world.bot["id"] not in chat.members:
        raise BadRequest("chat not found")
    return chat


def readable(desk: Desk, chat_id: Any, *, members: bool = False) -> Chat:
    """`members`: also its list of members must be open to the bot. Raises BadRequest, Forbidden."""
    chat = known(desk, chat_id)
    if chat.kind == SUPERGROUP or (chat.kind == GROUP and members):
        _check_group(desk, chat)
    return chat


def writable(desk: Desk, chat_id: Any) -> Chat:
    """Raises BadRequest, Migrated or Forbidden when the bot may not write there."""
    chat = known(desk, chat_id)
    if chat.is_group:
        _check_group(desk, chat)
        return chat
    person = desk.world.people[chat.id]
    if person.blocked:
        raise Forbidden("bot was blocked by the user")
    if not person.started:
        raise Forbidden("bot can't initiate conversation with a user")
    return chat


def _check_group(desk: Desk, chat: Chat) -> None:
    if chat.migrated_to is not None:
        raise Migrated(chat.migrated_to)
    member = member_of(desk, chat, desk.world.bot["id"])
    if member.status == "kicked":
        raise Forbidden(f"bot was kicked from the {chat.kind} chat")
    if not member.inside:
        raise Forbidden(f"bot is not a member of the {chat.kind} chat")


def member_of(desk: Desk, chat: Chat, user_id: int) -> Member:
    """How somebody stands in a group now: bans and restrictions that are over count no more."""
    member = chat.members.get(user_id) or Member("left")
    if 0 < member.until_date <= desk.now():
        inside = member.status == "restricted" and member.inside
        member = chat.members[user_id] = Member("member" if inside else "left")
    return member


def bot_in(desk: Desk, chat: Chat) -> Member:
    return member_of(desk, chat, desk.world.bot["id"])


def may(desk: Desk, chat: Chat, user_id: int, right: str) -> bool:
    """Whether a member may do this: as an administrator, by her own restrictions, or by the group's."""
    member = member_of(desk, chat, user_id)
    if member.status == "creator":
        return True
    if member.status == "administrator":
        return right.startswith(("can_send", "can_react")) or bool(member.rights.get(right))
    permitted = bool(chat.permissions.get(right))
    if member.status == "restricted":
        return permitted and member.inside and bool(member.rights.get(right))
    return permitted and member.inside


def check_may_send(desk: Desk, chat: Chat, content: Json) -> None:
    """In a group the bot may be kept from sending some kinds of messages. Raises BadRequest."""
    if not chat.is_group:
        return
    kinds = [words for name, words in _KIND_OF_CONTENT.items() if name in content]
    right, words = kinds[0] if kinds else ("can_send_messages", "text messages")
    if not may(desk, chat, desk.world.bot["id"], right):
        raise BadRequest(f"not enough rights to send {words} to the chat")


def shown_chat(desk: Desk, chat: Chat) -> Json:
    """The Chat object of the Bot API."""
    if chat.is_group:
        return {"id": chat.id, "title": chat.title, "type": chat.kind}
    if chat.kind == PEOPLE:
        return {"id": chat.id, "first_name": chat.title, "type": PRIVATE}
    return desk.world.people[chat.id].chat()
