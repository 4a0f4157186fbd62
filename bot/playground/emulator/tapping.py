"""Which button a person means, inline or under the input, and what comes of it."""

from typing import Any

from . import miniapps, people
from .desk import Desk
from .errors import ControlError
from .spec import Json
from .state import Chat, Person

_SWITCHES = (
    "switch_inline_query_current_chat",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
)


def tap(desk: Desk, person: Person, body: Json, chat: Chat) -> Json:
    """Tap an inline button: `{kind, …}` of the control API. Raises ControlError when it is not there."""
    message_id = int(body["message_id"])
    _, posted = people.message_in(desk, person, message_id, chat)
    rows = posted.message.get("reply_markup", {}).get("inline_keyboard", [])
    button = _button(rows, body)
    if "callback_data" in button:
        question = people.tap(desk, person, posted, button["callback_data"], chat)
        return {
            "kind": "callback",
            "callback_query_id": question.id,
            "update_id": desk.world.last_update_id,
        }
    if "url" in button:
        return {"kind": "url", "url": button["url"]}
    if "web_app" in button:
        return miniapps.from_button(desk, person, button["web_app"]["url"])
    if "copy_text" in button:
        return {"kind": "copy", "text": button["copy_text"]["text"]}
    if "pay" in button:
        return {"kind": "pay", "message_id": message_id}
    if "login_url" in button:
        return {"kind": "login", "url": button["login_url"]["url"]}
    for name in _SWITCHES:
        if name in button:
            query = button[name] if isinstance(button[name], str) else button[name].get("query", "")
            return {"kind": "inline", "query": query, "current_chat": name.endswith("current_chat")}
    raise ControlError("this button does nothing here", status=409)


def press(desk: Desk, person: Person, body: Json, chat: Chat) -> tuple[Json, Json | None, int | None]:
    """Press a button of the reply keyboard: what it is, the message that it sends, if it sends one, and the
    message that this answers: in a group, the one that brought the keyboard."""
    keyboard = chat.keyboard_of(person.id) or {}
    button = _button(keyboard.get("keyboard", []), body)
    answered = keyboard["message_id"] if chat.is_group else None
    if button.get("request_contact"):
        phone = f"+44 7700 9{person.id % 100_000:05d}"
        contact = {"phone_number": phone, "first_name": person.first_name, "user_id": person.id}
        return {"kind": "contact"}, {"contact": contact}, answered
    if button.get("request_location"):
        return {"kind": "location"}, None, answered
    if "web_app" in button:
        return miniapps.from_keyboard(desk, person, button["web_app"]["url"], button["text"]), None, None
    return {"kind": "text"}, {"text": button["text"]}, answered


def _button(rows: list[list[Any]], body: Json) -> Json:
    if "row" in body:
        try:
            return _as_button(rows[int(body["row"])][int(body.get("column", 0))])
        except IndexError as error:
            raise ControlError("no button at that place (any more)", status=409) from error
    name = "callback_data" if "data" in body else "text"
    wanted = body["data"] if "data" in body else body["text"]
    for row in rows:
        for given in row:
            button = _as_button(given)
            if button.get(name) == wanted:
                return button
    raise ControlError(f"no button with {name} {wanted!r} (any more)", status=409)


def _as_button(given: Any) -> Json:
    return {"text": given} if isinstance(given, str) else given
