"""How the bot shows itself: menu button, name and descriptions. Its commands: `commands`."""

import re

from ..calls import Call
from ..desk import Desk
from ..errors import BadRequest
from ..markup import check_web_app
from ..miniapps import public_key
from ..rooms import person_of
from ..spec import Json
from ..state import World
from .registry import method

_LIMITS = {"name": 64, "description": 512, "short_description": 120}
_TOO_LONG = {
    "name": "BOT_TITLE_INVALID",
    "description": "BOT_DESCRIPTION_TOO_LONG",
    "short_description": "BOT_SHORT_DESCRIPTION_TOO_LONG",
}


@method("setChatMenuButton")
def set_chat_menu_button(desk: Desk, call: Call) -> bool:
    button: Json = call.object("menu_button", "MenuButton must be an Object") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise BadRequest("can't parse menu button: MenuButton has unsupported type")
    if button["type"] == "web_app":
        app = button.get("web_app")
        check_web_app(app.get("url") if isinstance(app, dict) else None, "menu button web app")
        if not button.get("text"):
            raise BadRequest("can't parse menu button: Can't find field \"text\"")
    key = _menu_key(desk, call)
    desk.world.menu_buttons[key] = button
    desk.store.put("menu_button", key, button)
    desk.journal.publish("commands")
    return True


@method("getChatMenuButton")
def get_chat_menu_button(desk: Desk, call: Call) -> Json:
    return desk.world.menu_buttons.get(_menu_key(desk, call)) or menu_button_for(desk.world, 0)


def menu_button_for(world: World, user_id: int) -> Json:
    """The person's own button, or the bot's, or the list of commands."""
    for key in (str(user_id), "0"):
        button = world.menu_buttons.get(key)
        if button is not None and button["type"] != "default":
            return button
    return {"type": "commands"}


def _menu_key(desk: Desk, call: Call) -> str:
    return str(person_of(desk, call.values["chat_id"]).id) if "chat_id" in call.values else "0"


@method("setMyName", "setMyDescription", "setMyShortDescription")
def set_my_text(desk: Desk, call: Call) -> bool:
    kind = _kind(call)
    text = call.text(kind)
    if len(text) > _LIMITS[kind]:
        raise BadRequest(_TOO_LONG[kind])
    key = f"{kind}|{call.text('language_code')}"
    desk.world.profile[key] = text
    desk.store.put("profile", key, text)
    desk.journal.publish("bot", bot=shown_bot(desk))
    return True


@method("getMyName", "getMyDescription", "getMyShortDescription")
def get_my_text(desk: Desk, call: Call) -> Json:
    kind = _kind(call)
    default = desk.world.bot["first_name"] if kind == "name" else ""
    own = desk.world.profile.get(f"{kind}|{call.text('language_code')}")
    return {kind: own or desk.world.profile.get(f"{kind}|") or default}


def shown_bot(desk: Desk) -> Json:
    profile = desk.world.profile
    return {
        **desk.bot_user,
        "token": desk.settings.token,
        "name": profile.get("name|") or desk.world.bot["first_name"],
        "description": profile.get("description|", ""),
        "short_description": profile.get("short_description|", ""),
        "menu_button": menu_button_for(desk.world, 0),
        "switches": {**desk.world.switches, "can_join_groups": desk.world.bot["can_join_groups"]},
        "mini_app_public_key": public_key(desk.settings.token),
    }


def _kind(call: Call) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", call.method.name[5:]).lower()
