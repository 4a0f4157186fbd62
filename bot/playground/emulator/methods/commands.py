"""The bot's commands, by scope and language, and which of them somebody sees in a chat.

In a private chat the first of these that is set counts, each in her language before any other: the chat,
all private chats, the default. In a group: the member, for administrators the chat's administrators, the
chat, for administrators all administrators, all groups, the default. Source: "Determining list of commands"
at core.telegram.org/bots/api#botcommandscope.
"""

import re
from typing import Any

from ..calls import Call
from ..desk import Desk
from ..errors import BadRequest
from ..rooms import member_of, readable
from ..spec import Json
from ..state import Chat, Person
from .registry import method

MOST_COMMANDS = 100
_OF_A_CHAT = ("chat", "chat_administrators", "chat_member")
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators", *_OF_A_CHAT)
_NO_SCOPE = "can't parse BotCommandScope: "


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


def commands_in(desk: Desk, chat: Chat | None, person: Person | None) -> list[Json]:
    """The menu that a person finds in a chat; without a chat, the default one."""
    language = person.language_code if person and person.language_code else ""
    for scope in _scopes_of(desk, chat, person):
        for code in (language, ""):
            commands = desk.world.commands.get(f"{scope}|{code}")
            if commands:
                return commands
    return []


def _scopes_of(desk: Desk, chat: Chat | None, person: Person | None) -> list[str]:
    if chat is None or not chat.is_group:
        own = [f"chat:{chat.id}"] if chat else []
        return [*own, "all_private_chats", "default"]
    leads = person is not None and member_of(desk, chat, person.id).leads
    scopes = [f"chat_member:{chat.id}:{person.id}"] if person else []
    scopes += [f"chat_administrators:{chat.id}"] if leads else []
    scopes += [f"chat:{chat.id}"]
    scopes += ["all_chat_administrators"] if leads else []
    return [*scopes, "all_group_chats", "default"]


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
        raise BadRequest(_NO_SCOPE + "Unsupported type specified")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise BadRequest("BOT_COMMAND_LANGUAGE_CODE_INVALID")
    if kind in _OF_A_CHAT:
        kind = _of_a_chat(desk, kind, scope)
    return f"{kind}|{language}"


def _of_a_chat(desk: Desk, kind: str, scope: Json) -> str:
    if scope.get("chat_id") in (None, ""):
        raise BadRequest(_NO_SCOPE + "Empty chat_id specified")
    user_id = scope.get("user_id")
    if kind == "chat_member" and (not isinstance(user_id, int) or user_id <= 0):
        raise BadRequest(_NO_SCOPE + "Invalid user_id specified")
    chat = readable(desk, scope["chat_id"], members=True)
    if kind != "chat" and not chat.is_group:
        raise BadRequest("can't use specified scope in private chats")
    return f"{kind}:{chat.id}" + (f":{user_id}" if kind == "chat_member" else "")
