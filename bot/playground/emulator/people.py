"""What people do in their chats, and the updates it makes. The control API and the load call these."""

from collections.abc import Sequence
from typing import Any

from .calls import Upload
from .chats import delete, keep_edit, post, reply_to, save, shown_callback
from .desk import Desk, shown_person
from .errors import ControlError
from .files import keep_document, keep_photo
from .privacy import tell_bot
from .rooms import chat_of, may, member_of
from .spec import Json
from .state import FIRST_PEOPLE_ID, PEOPLE, PRIVATE, Chat, Person, Posted, Question
from .texts.found import found_in
from .texts.marks import Mark
from .updates import MESSAGE_SECONDS, QUERY_SECONDS

MESSAGE_CHARACTERS = 4096


def add(
    desk: Desk,
    first_name: str,
    *,
    last_name: str | None = None,
    username: str | None = None,
    language_code: str | None = None,
    user_id: int | None = None,
) -> Person:
    """A new person who has not started the bot yet."""
    if user_id is None:
        desk.world.last_user_id += 1
        user_id = desk.world.last_user_id
        desk.save_singles()
    if isinstance(user_id, bool) or not isinstance(user_id, int) or user_id >= FIRST_PEOPLE_ID:
        raise ControlError(f"id is a whole number below {FIRST_PEOPLE_ID}, not {user_id!r}")
    if user_id in desk.world.people or user_id == desk.world.bot["id"] or user_id <= 0:
        raise ControlError(f"user {user_id} is taken", status=409)
    person = Person(user_id, first_name, last_name, username, language_code, created_at=int(desk.now()))
    desk.world.people[user_id] = person
    desk.save_person(person)
    return person


def start(desk: Desk, person: Person, payload: str = "") -> tuple[list[Posted], list[int]]:
    """Press START, or follow a link with a payload."""
    if person.blocked:
        unblock(desk, person)
    return say(desk, person, f"/start {payload}".strip())


def say(
    desk: Desk,
    person: Person,
    text: str,
    *,
    chat: Chat | None = None,
    answer_to: int | None = None,
    entities: Sequence[Json] | None = None,
    **besides: Json,
) -> tuple[list[Posted], list[int]]:
    """Long texts are cut as clients do; `besides` are further fields of the message. The posted messages, and
    the ids of the updates that the bot will get."""
    if not text.strip():
        raise ControlError("an empty text cannot be sent")
    posted, ids = [], []
    for begin in range(0, len(text), MESSAGE_CHARACTERS):
        part = text[begin : begin + MESSAGE_CHARACTERS]
        shown_entities = entities if entities is not None else [_entity(mark) for mark in found_in(part)]
        content: Json = {"text": part} | ({"entities": list(shown_entities)} if shown_entities else {})
        content |= besides
        one, update_id = send(desk, person, content, chat=chat, answer_to=answer_to)
        posted.append(one)
        ids += [update_id] if update_id is not None else []
    return posted, ids


def send(
    desk: Desk, person: Person, content: Json, *, chat: Chat | None = None, answer_to: int | None = None
) -> tuple[Posted, int | None]:
    """Post a person's message, in her chat with the bot where no other is given, and make its update."""
    chat = chat or chat_of(desk, person)
    check_writes(desk, person, chat, content)
    if chat.kind == PRIVATE and not person.started:
        person.started = True
        desk.save_person(person)
    if answer_to is not None and answer_to not in chat.messages:
        raise ControlError(f"no message {answer_to} in this chat", status=404)
    keyboard = chat.keyboard_of(person.id) if chat.is_group else None
    if answer_to is None and keyboard and keyboard.get("force_reply"):
        answer_to = keyboard["message_id"]
    posted = post(desk, chat, {**reply_to(chat, answer_to), **content}, sender=person)
    return posted, tell_bot(desk, chat, posted)


def check_writes(desk: Desk, person: Person, chat: Chat, content: Json) -> None:
    """Raises ControlError where she may not write."""
    if chat.kind == PRIVATE:
        if person.blocked:
            raise ControlError("she has blocked the bot; unblock it first", status=409)
    elif chat.migrated_to is not None:
        raise ControlError(f"this group has become the supergroup {chat.migrated_to}", status=409)
    elif not member_of(desk, chat, person.id).inside:
        raise ControlError("she is not in this chat", status=409)
    elif chat.kind != PEOPLE and not may(desk, chat, person.id, _right_for(content)):
        raise ControlError("she may not send this in the group", status=409)


def _right_for(content: Json) -> str:
    kinds = ("photo", "video", "document", "audio")
    return next((f"can_send_{kind}s" for kind in kinds if kind in content), "can_send_messages")


def send_photos(
    desk: Desk,
    person: Person,
    uploads: Sequence[Upload],
    caption: str = "",
    answer_to: int | None = None,
    chat: Chat | None = None,
) -> tuple[list[Posted], list[int]]:
    """One photo, or several as an album; the caption stands under the first."""
    group = {"media_group_id": desk.world.next_question_id()} if len(uploads) > 1 else {}
    posted: list[Posted] = []
    ids: list[int] = []
    for upload in uploads:
        content: Json = {"photo": keep_photo(desk, upload), **group}
        if not posted:
            content |= _captioned(caption)
        one, update_id = send(desk, person, content, chat=chat, answer_to=answer_to)
        posted.append(one)
        ids += [update_id] if update_id is not None else []
    return posted, ids


def send_file(
    desk: Desk,
    person: Person,
    upload: Upload,
    kind: str,
    caption: str = "",
    chat: Chat | None = None,
    **extra: Any,
) -> tuple[Posted, int | None]:
    content: Json = {kind: keep_document(desk, upload, kind, **extra), **_captioned(caption)}
    return send(desk, person, content, chat=chat)


def _captioned(caption: str) -> Json:
    found = [_entity(mark) for mark in found_in(caption)]
    return ({"caption": caption} if caption else {}) | ({"caption_entities": found} if found else {})


def edit(
    desk: Desk, person: Person, message_id: int, changed: Json, chat: Chat | None = None
) -> tuple[Posted, int | None]:
    """Change her own message: a text, or a live location. Fields that are None go away."""
    chat, posted = message_in(desk, person, message_id, chat)
    if posted.from_bot or posted.message["from"]["id"] != person.id or "via_bot" in posted.message:
        raise ControlError("only her own messages can be edited", status=409)
    message = {**posted.message, **changed, "edit_date": int(desk.now())}
    if "text" in changed:
        message.pop("entities", None)
        found = [_entity(mark) for mark in found_in(changed["text"])]
        message |= {"entities": found} if found else {}
    keep_edit(desk, chat, posted, message)
    return posted, tell_bot(desk, chat, posted, "edited_message")


def remove(desk: Desk, person: Person, message_id: int, chat: Chat | None = None) -> None:
    """Delete a message for all; Telegram does not tell the bot. In a group, one's own or as an
    administrator."""
    chat, posted = message_in(desk, person, message_id, chat)
    own = posted.message["from"]["id"] == person.id
    if chat.is_group and not own and not may(desk, chat, person.id, "can_delete_messages"):
        raise ControlError("only her own messages can be deleted", status=409)
    delete(desk, chat, [message_id])


def tap(desk: Desk, person: Person, posted: Posted, data: str, chat: Chat | None = None) -> Question:
    """Tap a callback button; the update is made at once, the answer comes as an event. A message that came by
    way of the bot is named by its `inline_message_id`, wherever it stands."""
    chat = chat or chat_of(desk, person)
    if chat.kind == PRIVATE and person.blocked:
        raise ControlError("she has blocked the bot; unblock it first", status=409)
    inline_id = posted.inline_message_id
    question = desk.ask(
        "callback",
        person,
        QUERY_SECONDS,
        message_id=posted.id,
        data=data,
        chat_id=chat.id,
        inline_message_id=inline_id,
    )
    posted.callbacks.append(question.id)
    save(desk, chat, posted)
    body: Json = {
        "id": question.id,
        "from": person.user(),
        "chat_instance": chat_instance(chat),
        "data": data,
    }
    body |= {"message": posted.message} if inline_id is None else {"inline_message_id": inline_id}
    desk.journal.publish(
        "callback",
        chat_id=chat.id,
        message_id=posted.id,
        callback_query_id=question.id,
        data=data,
        user_id=person.id,
    )
    desk.updates.make("callback_query", body, queue=f"callback:{person.id}", seconds=QUERY_SECONDS)
    return question


def chat_instance(chat: Chat) -> str:
    """A number that stands for the chat, the same for all who are in it."""
    return str(-(chat.id * 7919))


def block(desk: Desk, person: Person) -> None:
    if not person.blocked:
        person.blocked = True
        desk.save_person(person)
        _tell_membership(desk, person, "member", "kicked")


def unblock(desk: Desk, person: Person) -> None:
    if person.blocked:
        person.blocked = False
        person.started = True
        desk.save_person(person)
        _tell_membership(desk, person, "kicked", "member")


def _tell_membership(desk: Desk, person: Person, before: str, after: str) -> None:
    def member(status: str) -> Json:
        return {"status": status, "user": desk.bot_user} | ({"until_date": 0} if status == "kicked" else {})

    body: Json = {
        "chat": person.chat(),
        "from": person.user(),
        "date": int(desk.now()),
        "old_chat_member": member(before),
        "new_chat_member": member(after),
    }
    desk.updates.make("my_chat_member", body, queue=f"member:{person.id}", seconds=MESSAGE_SECONDS)


def overview(desk: Desk, person: Person) -> Json:
    """User of the control API with the state of her chat."""
    chat = desk.world.chats.get(person.id, Chat(person.id))
    action = chat.action if chat.action and chat.action["until"] > desk.now() else None
    pinned = [posted.id for posted in chat.messages.values() if posted.pinned]
    return {**shown_person(person), "keyboard": chat.keyboard, "pinned": pinned, "action": action}


def callback_of(desk: Desk, question_id: str) -> Json:
    question = desk.world.questions.get(question_id)
    if question is None or question.kind != "callback":
        raise ControlError(f"no callback {question_id}", status=404)
    return shown_callback(desk, question_id)


def message_in(desk: Desk, person: Person, message_id: int, chat: Chat | None = None) -> tuple[Chat, Posted]:
    """A message that she sees. Raises ControlError."""
    chat = chat or chat_of(desk, person)
    posted = chat.messages.get(message_id)
    if posted is None:
        raise ControlError(f"no message {message_id} in this chat", status=404)
    return chat, posted


def _entity(mark: Mark) -> Json:
    return {"offset": mark.offset, "length": mark.length, "type": mark.type}
