"""What a chat holds: posting, changing and deleting messages, and how they look to the bot and to the
page."""

from typing import Any

from .calls import Call
from .desk import Desk
from .errors import BadRequest
from .keyboards import check_keyboard, follow_keyboard
from .markup import Markup, read_markup
from .rooms import check_may_send, known, shown_chat, writable
from .spec import Json
from .state import SUPERGROUP, Chat, Person, Posted
from .texts.formatting import CAPTION, MESSAGE, Formatted, Limits, format_text

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_MEDIA = ("photo", "document", "video", "audio", "animation", "voice", "location", "venue", "contact", "poll")


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
    chat = writable(desk, call.values.get("chat_id"))
    extra = options_of(desk, call, chat)
    markup = read_markup(call.values.get("reply_markup"), pay=invoice is not None)
    if invoice is not None and markup is None:
        markup = pay_button(invoice)
    check_keyboard(chat, markup)
    check_may_send(desk, chat, content)
    return post(desk, chat, {**extra, **content}, markup=markup, invoice=invoice)


def pay_button(invoice: Json) -> Markup:
    """The button that Telegram puts under an invoice of its own accord."""
    return Markup("inline", {"inline_keyboard": [[{"text": f"Pay {invoice['total_text']}", "pay": True}]]})


def options_of(desk: Desk, call: Call, chat: Chat) -> Json:
    """What a message takes from its call besides content and keyboard. Raises BadRequest."""
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
    target = known(desk, reply["chat_id"]) if "chat_id" in reply else chat
    message_id = reply.get("message_id", 0)
    if not isinstance(message_id, int):
        raise BadRequest('field "message_id" must be a valid Number')
    posted = target.messages.get(message_id)
    if posted is None:
        if reply.get("allow_sending_without_reply"):
            return {}
        raise BadRequest("message to be replied not found")
    extra: Json = {"reply_to_message": _quoted(posted)} if target is chat else _external(target, posted)
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


def _external(chat: Chat, posted: Posted) -> Json:
    """What an answer to a message of another chat carries: where it came from, and what media it had."""
    message = posted.message
    origin = {"type": "user", "date": message["date"], "sender_user": message["from"]}
    reply: Json = {"origin": message.get("forward_origin", origin)}
    if chat.kind == SUPERGROUP:
        reply |= {"chat": message["chat"], "message_id": posted.id}
    return {"external_reply": reply | {name: message[name] for name in _MEDIA if name in message}}


def post(
    desk: Desk,
    chat: Chat,
    content: Json,
    *,
    sender: Person | None = None,
    markup: Markup | None = None,
    invoice: Json | None = None,
    forwarded: bool = False,
    inline_message_id: str | None = None,
) -> Posted:
    """Append a message of a person, or of the bot (`sender` None), to the chat; tell the page. Making the
    update for it is the act's part."""
    message: Json = {
        "message_id": desk.world.next_message_id(chat),
        "from": desk.bot_user if sender is None else sender.user(),
        "chat": shown_chat(desk, chat),
        "date": int(desk.now()),
        **content,
    }
    if markup is not None and markup.kind == "inline":
        message["reply_markup"] = markup.body
    posted = Posted(
        message,
        sender is None,
        markup=markup.kind if markup else None,
        invoice=invoice,
        forwarded=forwarded,
        inline_message_id=inline_message_id,
    )
    chat.messages[posted.id] = posted
    chat.action = None
    if inline_message_id is not None:
        desk.world.inline_messages[inline_message_id] = (chat.id, posted.id)
    save(desk, chat, posted)
    desk.store.put("single", "counters", desk.world.counters())
    if chat.last_message_id:
        desk.store.put("chat", chat.id, chat)
    if desk.journal.record:
        desk.journal.publish("message", chat_id=chat.id, message=shown(desk, posted))
    follow_keyboard(desk, chat, posted, markup, sender)
    if sender is None:
        desk.bot_wrote(chat.id)
    return posted


def reply_to(chat: Chat, message_id: int | None) -> Json:
    """What a person's answer to a message carries."""
    posted = chat.messages.get(message_id) if message_id else None
    return {"reply_to_message": _quoted(posted)} if posted else {}


def editable(posted: Posted) -> None:
    """Only what the bot sent, or somebody by way of it, and nothing with a reply keyboard. Raises
    BadRequest."""
    own = posted.from_bot or "via_bot" in posted.message
    if not own or posted.forwarded or posted.markup in ("keyboard", "remove", "force_reply"):
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


def keep_edit(desk: Desk, chat: Chat, posted: Posted, message: Json, *, counted: bool = True) -> None:
    """Votes change a message, too, but do not count as edits."""
    posted.message = message
    posted.edits += counted
    save(desk, chat, posted)
    desk.journal.publish("edit", chat_id=chat.id, message=shown(desk, posted))


def save(desk: Desk, chat: Chat, posted: Posted) -> None:
    desk.store.put("message", f"{chat.id}/{posted.id}", posted)


def delete(desk: Desk, chat: Chat, message_ids: list[int]) -> None:
    for message_id in message_ids:
        gone = chat.messages.pop(message_id, None)
        if gone is not None and gone.inline_message_id is not None:
            desk.world.inline_messages.pop(gone.inline_message_id, None)
        desk.store.drop("message", f"{chat.id}/{message_id}")
    if message_ids:
        desk.journal.publish("delete", chat_id=chat.id, message_ids=message_ids)


def shown(desk: Desk, posted: Posted) -> Json:
    """A ChatMessage of the control API."""
    named = {"inline_message_id": posted.inline_message_id} if posted.inline_message_id else {}
    return {
        **posted.message,
        "from_bot": posted.from_bot,
        "edits": posted.edits,
        "pinned": posted.pinned,
        "reactions": shown_reactions(posted),
        "answers": [shown_callback(desk, question_id) for question_id in posted.callbacks],
        **named,
        **({"invoice_form": posted.invoice} if posted.invoice else {}),
    }


def shown_reactions(posted: Posted) -> Json:
    """The bot's, all people's, and in a group whose they are."""
    sides: Json = {side: list(emoji) for side, emoji in posted.reactions.items()}
    if posted.by_person:
        sides["user"] = [one for emoji in posted.by_person.values() for one in emoji]
        sides["by_user"] = dict(posted.by_person)
    return sides


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
