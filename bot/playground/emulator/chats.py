"""What a chat holds: posting, changing and deleting messages, and how they look to the bot and to the
page."""

from typing import Any

from .calls import Call
from .desk import Desk
from .errors import BadRequest, Forbidden
from .markup import Markup, read_markup
from .spec import Json
from .state import Chat, Person, Posted
from .texts.formatting import CAPTION, MESSAGE, Formatted, Limits, format_text

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_NOT_EMULATED = ("business_connection_id", "direct_messages_topic_id", "suggested_post_parameters")


def person_of(desk: Desk, chat_id: Any) -> Person:
    """Whoever has this chat. Raises BadRequest when the bot never met her."""
    try:
        person = desk.world.people.get(int(chat_id))
    except (TypeError, ValueError):
        person = None
    if person is None:
        raise BadRequest("chat not found")
    return person


def writable(desk: Desk, chat_id: Any) -> tuple[Person, Chat]:
    """Raises BadRequest or Forbidden when the bot may not write there."""
    person = person_of(desk, chat_id)
    if person.blocked:
        raise Forbidden("bot was blocked by the user")
    if not person.started:
        raise Forbidden("bot can't initiate conversation with a user")
    return person, chat_of(desk, person)


def chat_of(desk: Desk, person: Person) -> Chat:
    chat = desk.world.chats.get(person.id)
    if chat is None:
        chat = desk.world.chats[person.id] = Chat(person.id)
    return chat


def message_of(chat: Chat, message_id: Any, purpose: str) -> Posted:
    """Raises BadRequest `message to edit not found` and the like."""
    posted = chat.messages.get(message_id) if isinstance(message_id, int) else None
    if posted is None:
        raise BadRequest(f"{purpose} not found")
    return posted


def formatted(desk: Desk, values: Json, *, caption: bool = False) -> Formatted:
    """The text (or caption) of a call or of one InputMedia."""
    name, limits = ("caption", CAPTION) if caption else ("text", MESSAGE)
    entities = values.get("caption_entities" if caption else "entities")
    text = values.get(name) or ""
    mode = values.get("parse_mode")
    entities = entities if isinstance(entities, list) else None
    return format_text(
        text if isinstance(text, str) else str(text),
        mode if isinstance(mode, str) else None,
        entities,
        limits,
        desk.known_user,
    )


def words_of(shown: Formatted, *, caption: bool = False) -> Json:
    """The fields of a message for a text or a caption."""
    text_field, entities_field = ("caption", "caption_entities") if caption else ("text", "entities")
    fields: Json = {text_field: shown.text} if shown.text else {}
    return fields | ({entities_field: shown.entities} if shown.entities else {})


def send(desk: Desk, call: Call, content: Json, *, invoice: Json | None = None) -> Posted:
    """Post the bot's message with what all send methods share: chat, answer-to, keyboard, protection."""
    person, chat = writable(desk, call.values.get("chat_id"))
    extra = _options(desk, call, chat)
    markup = read_markup(call.values.get("reply_markup"), pay=invoice is not None)
    if invoice is not None and markup is None:
        markup = Markup(
            "inline", {"inline_keyboard": [[{"text": f"Pay {invoice['total_text']}", "pay": True}]]}
        )
    return post(desk, person, chat, {**extra, **content}, from_bot=True, markup=markup, invoice=invoice)


def _options(desk: Desk, call: Call, chat: Chat) -> Json:
    for name in _NOT_EMULATED:
        if name in call.values:
            call.violations.append(f"parameter {name!r} is not emulated")
    if call.number("message_thread_id"):
        raise BadRequest("message thread not found")
    extra: Json = {}
    reply = call.object("reply_parameters", "object expected as reply parameters")
    if reply is not None:
        extra |= _reply(desk, reply, chat)
    if call.flag("protect_content"):
        extra["has_protected_content"] = True
    if call.text("message_effect_id"):
        extra["effect_id"] = call.text("message_effect_id")
    return extra


def _reply(desk: Desk, reply: Json, chat: Chat) -> Json:
    target = desk.world.chats.get(person_of(desk, reply["chat_id"]).id) if "chat_id" in reply else chat
    posted = target.messages.get(reply.get("message_id", 0)) if target else None
    if posted is None:
        if reply.get("allow_sending_without_reply"):
            return {}
        raise BadRequest("message to be replied not found")
    extra: Json = {"reply_to_message": _quoted(posted)}
    quote = reply.get("quote")
    if quote:
        limits = Limits(1024, "text must be non-empty", "QUOTE_TEXT_INVALID")
        shown = format_text(
            quote, reply.get("quote_parse_mode"), reply.get("quote_entities"), limits, desk.known_user
        )
        whole = posted.message.get("text") or posted.message.get("caption") or ""
        if shown.text not in whole:
            raise BadRequest("QUOTE_TEXT_INVALID")
        extra["quote"] = {"text": shown.text, "position": whole.index(shown.text), "is_manual": True}
    return extra


def _quoted(posted: Posted) -> Json:
    return {name: value for name, value in posted.message.items() if name != "reply_to_message"}


def post(
    desk: Desk,
    person: Person,
    chat: Chat,
    content: Json,
    *,
    from_bot: bool,
    markup: Markup | None = None,
    invoice: Json | None = None,
    forwarded: bool = False,
) -> Posted:
    """Append a message to the chat; tell the page. Making the update for a person's message is the act's
    part."""
    message: Json = {
        "message_id": desk.world.next_message_id(),
        "from": desk.bot_user if from_bot else person.user(),
        "chat": person.chat(),
        "date": int(desk.now()),
        **content,
    }
    if markup is not None and markup.kind == "inline":
        message["reply_markup"] = markup.body
    posted = Posted(
        message, from_bot, markup=markup.kind if markup else None, invoice=invoice, forwarded=forwarded
    )
    chat.messages[posted.id] = posted
    chat.action = None
    desk.store.put("message", f"{chat.id}/{posted.id}", posted)
    desk.store.put("single", "counters", desk.world.counters())
    if desk.journal.record:
        desk.journal.publish("message", chat_id=chat.id, message=shown(desk, posted))
    _follow_keyboard(desk, chat, posted, markup)
    if from_bot:
        desk.bot_wrote(chat.id)
    return posted


def _follow_keyboard(desk: Desk, chat: Chat, posted: Posted, markup: Markup | None) -> None:
    before = chat.keyboard
    if posted.from_bot:
        if markup is not None and markup.kind != "inline":
            chat.keyboard = None if markup.kind == "remove" else {**markup.body, "message_id": posted.id}
    elif before is not None and (before.get("one_time_keyboard") or before.get("force_reply")):
        chat.keyboard = None
    if chat.keyboard is not before:
        desk.store.put("chat", chat.id, chat)
        desk.journal.publish("keyboard", chat_id=chat.id, keyboard=chat.keyboard)


def reply_to(chat: Chat, message_id: int | None) -> Json:
    """What a person's answer to a message carries."""
    posted = chat.messages.get(message_id) if message_id else None
    return {"reply_to_message": _quoted(posted)} if posted else {}


def editable(posted: Posted) -> None:
    """Only the bot's own messages, and none that carries a reply keyboard. Raises BadRequest."""
    if not posted.from_bot or posted.forwarded or posted.markup in ("keyboard", "remove", "force_reply"):
        raise BadRequest("message can't be edited")


def change(desk: Desk, chat: Chat, posted: Posted, content: Json, markup: Markup | None) -> Json:
    """Replace the content fields and the inline keyboard. Raises BadRequest when nothing would change."""
    kept = {
        name: value for name, value in posted.message.items() if name not in ("reply_markup", "edit_date")
    }
    changed = {name: value for name, value in {**kept, **content}.items() if value is not None}
    before, after = posted.message.get("reply_markup"), markup.body if markup else None
    if changed == kept and before == after:
        raise BadRequest(NOT_MODIFIED)
    changed["edit_date"] = int(desk.now())
    if after is not None:
        changed["reply_markup"] = after
    posted.markup = markup.kind if markup else None
    keep_edit(desk, chat, posted, changed)
    return changed


def keep_edit(desk: Desk, chat: Chat, posted: Posted, message: Json) -> None:
    posted.message = message
    posted.edits += 1
    save(desk, chat, posted)
    desk.journal.publish("edit", chat_id=chat.id, message=shown(desk, posted))


def save(desk: Desk, chat: Chat, posted: Posted) -> None:
    desk.store.put("message", f"{chat.id}/{posted.id}", posted)


def delete(desk: Desk, chat: Chat, message_ids: list[int]) -> None:
    for message_id in message_ids:
        chat.messages.pop(message_id, None)
        desk.store.drop("message", f"{chat.id}/{message_id}")
    if message_ids:
        desk.journal.publish("delete", chat_id=chat.id, message_ids=message_ids)


def shown(desk: Desk, posted: Posted) -> Json:
    """A ChatMessage of the control API."""
    return {
        **posted.message,
        "from_bot": posted.from_bot,
        "edits": posted.edits,
        "pinned": posted.pinned,
        "reactions": {side: list(emoji) for side, emoji in posted.reactions.items()},
        "answers": [shown_callback(desk, question_id) for question_id in posted.callbacks],
    }


def shown_callback(desk: Desk, question_id: str) -> Json:
    question = desk.world.questions[question_id]
    asked = {
        "id": question.id,
        "user_id": question.user_id,
        "message_id": question.message_id,
        "data": question.data,
        "at": question.asked_at,
    }
    return {**asked, "answered": question.answer is not None, **(question.answer or {})}
