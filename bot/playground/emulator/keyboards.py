"""The keyboard under people's input: whom a message shows one, takes it away from, and when it goes."""

from .desk import Desk
from .errors import BadRequest
from .markup import Markup
from .spec import Json
from .state import PRIVATE, Chat, Person, Posted

_PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_poll": "poll can be requested in private chats only",
    "request_users": "users can be requested in private chats only",
    "request_chat": "chats can be requested in private chats only",
    "request_managed_bot": "bots can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
}


def check_keyboard(chat: Chat, markup: Markup | None) -> None:
    """Some buttons work in private chats only. Raises BadRequest in TDLib's words."""
    if markup is None or chat.kind == PRIVATE:
        return
    if markup.kind == "inline":
        if any("web_app" in button for row in markup.body["inline_keyboard"] for button in row):
            raise BadRequest("BUTTON_TYPE_INVALID")
        return
    for row in markup.body.get("keyboard", []):
        for button in row:
            for name, words in _PRIVATE_ONLY.items():
                if isinstance(button, dict) and button.get(name):
                    raise BadRequest(words)


def follow_keyboard(
    desk: Desk, chat: Chat, posted: Posted, markup: Markup | None, sender: Person | None
) -> None:
    """A message of the bot (`sender` None) may change keyboards; a person's message ends a passing one."""
    if chat.is_group:
        _follow_in_group(desk, chat, posted, markup, sender)
        return
    before = chat.keyboard
    if sender is None:
        if markup is not None and markup.kind != "inline":
            chat.keyboard = None if markup.kind == "remove" else {**markup.body, "message_id": posted.id}
    elif _passes(before):
        chat.keyboard = None
    if chat.keyboard is not before:
        desk.store.put("chat", chat.id, chat)
        desk.journal.publish("keyboard", chat_id=chat.id, keyboard=chat.keyboard)


def _follow_in_group(
    desk: Desk, chat: Chat, posted: Posted, markup: Markup | None, sender: Person | None
) -> None:
    if sender is not None:
        if _passes(chat.keyboard_of(sender.id)):
            _change(desk, chat, None, [sender.id])
        return
    if markup is None or markup.kind == "inline":
        return
    keyboard = None if markup.kind == "remove" else {**markup.body, "message_id": posted.id}
    if markup.body.get("selective"):
        _change(desk, chat, keyboard, _selected(desk, posted))
        return
    chat.keyboard, chat.keyboards = keyboard, {}
    people = [user_id for user_id, member in chat.members.items() if member.inside]
    _tell(desk, chat, keyboard, [user_id for user_id in people if user_id != desk.world.bot["id"]])


def _change(desk: Desk, chat: Chat, keyboard: Json | None, user_ids: list[int]) -> None:
    for user_id in user_ids:
        chat.keyboards[user_id] = keyboard
    _tell(desk, chat, keyboard, user_ids)


def _tell(desk: Desk, chat: Chat, keyboard: Json | None, user_ids: list[int]) -> None:
    desk.store.put("chat", chat.id, chat)
    desk.journal.publish("keyboard", chat_id=chat.id, keyboard=keyboard, user_ids=user_ids)


def _passes(keyboard: Json | None) -> bool:
    return keyboard is not None and bool(keyboard.get("one_time_keyboard") or keyboard.get("force_reply"))


def _selected(desk: Desk, posted: Posted) -> list[int]:
    """Whom a selective keyboard is for: those mentioned in the text, and whose message it answers."""
    message = posted.message
    text = (message.get("text") or message.get("caption") or "").encode("utf-16-le")
    names, found = set(), set()
    for entity in message.get("entities") or message.get("caption_entities") or []:
        if entity["type"] == "text_mention":
            found.add(entity["user"]["id"])
        elif entity["type"] == "mention":
            begin, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
            names.add(text[begin:end].decode("utf-16-le").removeprefix("@").lower())
    found |= {person.id for person in desk.world.people.values() if (person.username or "").lower() in names}
    answered = message.get("reply_to_message", {}).get("from", {})
    if answered and not answered["is_bot"]:
        found.add(answered["id"])
    return sorted(found)
