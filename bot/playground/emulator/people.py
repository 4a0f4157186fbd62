"""What people do in their chats, and the updates it makes. The control API and the load call these."""

from collections.abc import Sequence
from typing import Any

from .calls import Upload
from .chats import chat_of, delete, keep_edit, post, reply_to, save, shown, shown_callback
from .desk import Desk, shown_person
from .errors import ControlError
from .files import keep_document, keep_photo
from .spec import Json
from .state import Chat, Person, Posted, Question
from .texts.found import found_in
from .texts.marks import Mark
from .updates import CHOSEN_SECONDS, INLINE_SECONDS, MESSAGE_SECONDS, QUERY_SECONDS

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
    answer_to: int | None = None,
    entities: Sequence[Json] | None = None,
) -> tuple[list[Posted], list[int]]:
    """Long texts are cut as clients do. The posted messages, and the ids of the updates that the bot will
    get."""
    if not text.strip():
        raise ControlError("an empty text cannot be sent")
    posted, ids = [], []
    for begin in range(0, len(text), MESSAGE_CHARACTERS):
        part = text[begin : begin + MESSAGE_CHARACTERS]
        shown_entities = entities if entities is not None else [_entity(mark) for mark in found_in(part)]
        content: Json = {"text": part} | ({"entities": list(shown_entities)} if shown_entities else {})
        one, update_id = send(desk, person, content, answer_to=answer_to)
        posted.append(one)
        ids += [update_id] if update_id is not None else []
    return posted, ids


def send(
    desk: Desk, person: Person, content: Json, *, answer_to: int | None = None
) -> tuple[Posted, int | None]:
    """Post a person's message and make its update."""
    if person.blocked:
        raise ControlError("she has blocked the bot; unblock it first", status=409)
    if not person.started:
        person.started = True
        desk.save_person(person)
    chat = chat_of(desk, person)
    if answer_to is not None and answer_to not in chat.messages:
        raise ControlError(f"no message {answer_to} in this chat", status=404)
    posted = post(desk, person, chat, {**reply_to(chat, answer_to), **content}, from_bot=False)
    return posted, desk.updates.make(
        "message", posted.message, queue=f"chat:{chat.id}", seconds=MESSAGE_SECONDS
    )


def send_photos(
    desk: Desk, person: Person, uploads: Sequence[Upload], caption: str = "", answer_to: int | None = None
) -> tuple[list[Posted], list[int]]:
    """One photo, or several as an album; the caption stands under the first."""
    group = {"media_group_id": desk.world.next_question_id()} if len(uploads) > 1 else {}
    posted: list[Posted] = []
    ids: list[int] = []
    for upload in uploads:
        content: Json = {"photo": keep_photo(desk, upload), **group}
        if caption and not posted:
            content["caption"] = caption
            found = [_entity(mark) for mark in found_in(caption)]
            content |= {"caption_entities": found} if found else {}
        one, update_id = send(desk, person, content, answer_to=answer_to)
        posted.append(one)
        ids += [update_id] if update_id is not None else []
    return posted, ids


def send_file(
    desk: Desk, person: Person, upload: Upload, kind: str, caption: str = "", **extra: Any
) -> tuple[Posted, int | None]:
    content: Json = {kind: keep_document(desk, upload, kind, **extra)}
    if caption:
        content["caption"] = caption
    return send(desk, person, content)


def edit(desk: Desk, person: Person, message_id: int, changed: Json) -> tuple[Posted, int | None]:
    """Change her own message: a text, or a live location."""
    chat, posted = _message(desk, person, message_id)
    if posted.from_bot:
        raise ControlError("only her own messages can be edited", status=409)
    message = {**posted.message, **changed, "edit_date": int(desk.now())}
    if "text" in changed:
        message.pop("entities", None)
        found = [_entity(mark) for mark in found_in(changed["text"])]
        message |= {"entities": found} if found else {}
    keep_edit(desk, chat, posted, message)
    return posted, desk.updates.make(
        "edited_message", message, queue=f"chat:{chat.id}", seconds=MESSAGE_SECONDS
    )


def remove(desk: Desk, person: Person, message_id: int) -> None:
    """Delete a message for both; Telegram does not tell the bot."""
    chat, _ = _message(desk, person, message_id)
    delete(desk, chat, [message_id])


def react(desk: Desk, person: Person, message_id: int, emoji: Sequence[str]) -> int | None:
    chat, posted = _message(desk, person, message_id)
    before, posted.reactions["user"] = posted.reactions["user"], list(emoji)
    save(desk, chat, posted)
    reactions = shown(desk, posted)["reactions"]
    desk.journal.publish("reaction", chat_id=chat.id, message_id=posted.id, reactions=reactions)
    body: Json = {
        "chat": person.chat(),
        "message_id": posted.id,
        "user": person.user(),
        "date": int(desk.now()),
        "old_reaction": [{"type": "emoji", "emoji": one} for one in before],
        "new_reaction": [{"type": "emoji", "emoji": one} for one in emoji],
    }
    return desk.updates.make("message_reaction", body, queue=f"chat:{chat.id}", seconds=MESSAGE_SECONDS)


def tap(desk: Desk, person: Person, posted: Posted, data: str) -> Question:
    """Tap a callback button; the update is made at once, the answer comes as an event."""
    if person.blocked:
        raise ControlError("she has blocked the bot; unblock it first", status=409)
    chat = chat_of(desk, person)
    question = desk.ask("callback", person, QUERY_SECONDS, message_id=posted.id, data=data)
    posted.callbacks.append(question.id)
    save(desk, chat, posted)
    body: Json = {
        "id": question.id,
        "from": person.user(),
        "message": posted.message,
        "chat_instance": str(-(person.id * 7919)),
        "data": data,
    }
    desk.journal.publish(
        "callback", chat_id=chat.id, message_id=posted.id, callback_query_id=question.id, data=data
    )
    desk.updates.make("callback_query", body, queue=f"callback:{person.id}", seconds=QUERY_SECONDS)
    return question


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


def ask_inline(desk: Desk, person: Person, query: str, offset: str = "") -> Question:
    question = desk.ask("inline", person, INLINE_SECONDS, data=query)
    body: Json = {
        "id": question.id,
        "from": person.user(),
        "query": query,
        "offset": offset,
        "chat_type": "sender",
    }
    desk.updates.make("inline_query", body, queue=f"inline:{person.id}", seconds=INLINE_SECONDS)
    return question


def choose_inline(desk: Desk, person: Person, question: Question, result_id: str) -> int | None:
    answer = question.answer or {}
    if not any(result.get("id") == result_id for result in answer.get("results", [])):
        raise ControlError(f"no result {result_id!r} in the answer", status=404)
    body: Json = {"result_id": result_id, "from": person.user(), "query": question.data or ""}
    return desk.updates.make(
        "chosen_inline_result", body, queue=f"chosen:{person.id}", seconds=CHOSEN_SECONDS
    )


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


def _message(desk: Desk, person: Person, message_id: int) -> tuple[Chat, Posted]:
    chat = chat_of(desk, person)
    posted = chat.messages.get(message_id)
    if posted is None:
        raise ControlError(f"no message {message_id} in this chat", status=404)
    return chat, posted


def _entity(mark: Mark) -> Json:
    return {"offset": mark.offset, "length": mark.length, "type": mark.type}
