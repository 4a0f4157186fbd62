"""How the bot shows itself: commands by scope and language, menu button, name and descriptions."""

import re
from typing import Any

from ..calls import Call
from ..chats import person_of
from ..desk import Desk
from ..errors import BadRequest
from ..spec import Json
from ..state import World
from .registry import method

MOST_COMMANDS = 100
_PERSONAL = ("chat", "chat_administrators", "chat_member")
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators", *_PERSONAL)
_LIMITS = {"name": 64, "description": 512, "short_description": 120}
_TOO_LONG = {
    "name": "BOT_TITLE_INVALID",
    "description": "BOT_DESCRIPTION_TOO_LONG",
    "short_description": "BOT_SHORT_DESCRIPTION_TOO_LONG",
}


@method("setMyCommands")
def set_my_commands(desk: Desk, call: Call) -> bool:
    given = call.objects("commands", "expected an Array of BotCommand")
    if len(given) > MOST_COMMANDS:
        raise BadRequest("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(one) for one in given]
    key = _key(desk, call)
    if commands:
        desk.world.commands[key] = commands
        desk.store.put("commands", key, commands)
    else:
        _forget_commands(desk, key)
    desk.journal.publish("commands")
    return True


@method("getMyCommands")
def get_my_commands(desk: Desk, call: Call) -> list[Json]:
    return desk.world.commands.get(_key(desk, call), [])


@method("deleteMyCommands")
def delete_my_commands(desk: Desk, call: Call) -> bool:
    _forget_commands(desk, _key(desk, call))
    desk.journal.publish("commands")
    return True


def commands_for(world: World, user_id: int, language: str | None) -> list[Json]:
    """The menu of a private chat: the narrowest scope that has one, in the person's language before any
    other."""
    for scope in (f"chat:{user_id}", "all_private_chats", "default"):
        for code in (language or "", ""):
            commands = world.commands.get(f"{scope}|{code}")
            if commands:
                return commands
    return []


def _forget_commands(desk: Desk, key: str) -> None:
    desk.world.commands.pop(key, None)
    desk.store.drop("commands", key)


def _command(given: Any) -> Json:
    if not isinstance(given, dict):
        raise BadRequest("can't parse BotCommand: expected an Object")
    command, description = str(given.get("command", "")).removeprefix("/"), str(given.get("description", ""))
    if not re.fullmatch(r"[a-z0-9_]{1,32}", command):
        raise BadRequest("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise BadRequest("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def _key(desk: Desk, call: Call) -> str:
    scope: Json = call.object("scope", "BotCommandScope must be an Object") or {"type": "default"}
    kind, language = scope.get("type"), call.text("language_code")
    if kind not in _SCOPES:
        raise BadRequest("can't parse BotCommandScope: Unsupported type specified")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise BadRequest("BOT_COMMAND_LANGUAGE_CODE_INVALID")
    if kind in _PERSONAL:
        kind = f"{kind}:{person_of(desk, scope.get('chat_id')).id}"
    return f"{kind}|{language}"


@method("setChatMenuButton")
def set_chat_menu_button(desk: Desk, call: Call) -> bool:
    button: Json = call.object("menu_button", "MenuButton must be an Object") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise BadRequest("can't parse menu button: MenuButton has unsupported type")
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
    }


def _kind(call: Call) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", call.method.name[5:]).lower()
