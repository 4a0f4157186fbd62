"""What the bot does with the members of a group, and with the group itself."""

from typing import Any

from ..calls import Call
from ..chats import post
from ..desk import Desk
from ..errors import BadRequest
from ..groups import MEDIA_PERMISSIONS, PERMISSIONS, administrator_rights, save, set_member, take_out
from ..privacy import tell_bot
from ..rooms import bot_in, may, member_of, readable, writable
from ..spec import Json
from ..state import GROUP, SUPERGROUP, Chat, Member
from .registry import method

_TITLE_CHARACTERS = 128
_DESCRIPTION_CHARACTERS = 255
_BAN_SECONDS = (30, 366 * 86_400)
_OF_PRIVATE = "chat member status can't be changed in private chats"
_MANY_KINDS = "method is available for supergroup and channel chats only"
_SUPERGROUPS = "method is available only for supergroups"


@method("leaveChat")
def leave_chat(desk: Desk, call: Call) -> bool:
    chat = readable(desk, call.values.get("chat_id"))
    if not chat.is_group:
        raise BadRequest(_OF_PRIVATE)
    if bot_in(desk, chat).inside:
        take_out(desk, chat, desk.world.bot["id"], None, Member("left"))
    return True


@method("banChatMember")
def ban_chat_member(desk: Desk, call: Call) -> bool:
    chat = writable(desk, call.values.get("chat_id"))
    if not chat.is_group:
        raise BadRequest("can't ban members in private chats")
    user_id = _other_user(desk, chat, call)
    if chat.kind == GROUP and not bot_in(desk, chat).leads:
        raise BadRequest("need to be inviter of a user to kick it from a basic group")
    if chat.kind == SUPERGROUP:
        _check_restricts(desk, chat)
    take_out(desk, chat, user_id, None, Member("kicked", until_date=_until(desk, call)))
    return True


@method("unbanChatMember")
def unban_chat_member(desk: Desk, call: Call) -> bool:
    chat = _supergroup(desk, call, _MANY_KINDS)
    user_id = _other_user(desk, chat, call)
    member, only_if_banned = member_of(desk, chat, user_id), call.flag("only_if_banned")
    if member.status == "kicked":
        _check_restricts(desk, chat)
        set_member(desk, chat, None, user_id, Member("left"))
    elif member.inside and not only_if_banned:
        _check_restricts(desk, chat)
        take_out(desk, chat, user_id, None, Member("left"))
    return True


@method("restrictChatMember")
def restrict_chat_member(desk: Desk, call: Call) -> bool:
    permissions = _permissions(call)
    chat = _supergroup(desk, call, _SUPERGROUPS)
    user_id = _other_user(desk, chat, call)
    _check_restricts(desk, chat)
    member = member_of(desk, chat, user_id)
    free = all(permissions[name] for name in PERMISSIONS)
    rights = {**permissions, "is_member": member.inside}
    restricted = Member("restricted", rights, _until(desk, call))
    if free:
        restricted = Member("member" if member.inside else "left")
    set_member(desk, chat, None, user_id, restricted)
    return True


@method("promoteChatMember")
def promote_chat_member(desk: Desk, call: Call) -> bool:
    """All rights false make an administrator a member again."""
    names = [name for name in call.method.fields if name.startswith(("can_", "is_"))]
    asked = {name: call.flag(name) for name in names}
    chat = _supergroup(desk, call, _MANY_KINDS)
    user_id = call.number("user_id")
    member = _standing(desk, chat, user_id)
    own = bot_in(desk, chat)
    if user_id == desk.world.bot["id"]:
        raise BadRequest("can't promote self")
    if member.status == "creator":
        raise BadRequest("can't remove chat owner")
    if not own.rights.get("can_promote_members"):
        raise BadRequest("not enough rights")
    if not member.inside:
        raise BadRequest("USER_NOT_MUTUAL_CONTACT")
    known = administrator_rights(False)
    rights = known | {name: value for name, value in asked.items() if name in known}
    if any(rights[name] and not own.rights.get(name) for name in rights):
        raise BadRequest("RIGHT_FORBIDDEN")
    granted = any(asked.values())
    extra = {"can_be_edited": True, "is_anonymous": asked["is_anonymous"]}
    new = (
        Member("administrator", {**rights, **extra, "can_manage_chat": True}) if granted else Member("member")
    )
    set_member(desk, chat, None, user_id, new)
    return True


@method("setChatAdministratorCustomTitle")
def set_chat_administrator_custom_title(desk: Desk, call: Call) -> bool:
    title = call.text("custom_title")
    chat = writable(desk, call.values.get("chat_id"))
    if not chat.is_group:
        raise BadRequest("method is available only for groups and supergroups")
    member = _standing(desk, chat, call.number("user_id"))
    if member.status == "creator":
        raise BadRequest("only the owner can edit their custom title")
    if member.status != "administrator":
        raise BadRequest("user is not an administrator")
    if not member.rights.get("can_be_edited"):
        raise BadRequest("not enough rights to change custom title of the user")
    if len(title) > 16:
        raise BadRequest("CUSTOM_TITLE_INVALID")
    member.title = title
    save(desk, chat)
    return True


@method("setChatPermissions")
def set_chat_permissions(desk: Desk, call: Call) -> bool:
    permissions = _permissions(call)
    chat = _group(desk, call, "can't change private chat permissions")
    if not _may(desk, chat, "can_restrict_members"):
        raise BadRequest("not enough rights to change chat permissions")
    chat.permissions = permissions
    save(desk, chat)
    return True


@method("setChatTitle")
def set_chat_title(desk: Desk, call: Call) -> bool:
    title = call.text("title").strip()
    if not 1 <= len(title) <= _TITLE_CHARACTERS:
        raise BadRequest("title must be non-empty" if not title else "CHAT_TITLE_TOO_LONG")
    chat = _group(desk, call, "can't change private chat title")
    if not _may(desk, chat, "can_change_info"):
        raise BadRequest("not enough rights to change chat title")
    if title != chat.title:
        chat.title = title
        save(desk, chat)
        tell_bot(desk, chat, post(desk, chat, {"new_chat_title": title}, forwarded=True))
    return True


@method("setChatDescription")
def set_chat_description(desk: Desk, call: Call) -> bool:
    description = call.text("description").strip()
    if len(description) > _DESCRIPTION_CHARACTERS:
        raise BadRequest("CHAT_ABOUT_TOO_LONG")
    chat = _group(desk, call, "can't change private chat description")
    if not _may(desk, chat, "can_change_info"):
        raise BadRequest("not enough rights to set chat description")
    if description == chat.description:
        raise BadRequest("chat description is not modified")
    chat.description = description
    save(desk, chat)
    return True


def _group(desk: Desk, call: Call, words: str) -> Chat:
    chat = writable(desk, call.values.get("chat_id"))
    if not chat.is_group:
        raise BadRequest(words)
    return chat


def _supergroup(desk: Desk, call: Call, words: str) -> Chat:
    chat = writable(desk, call.values.get("chat_id"))
    if chat.kind != SUPERGROUP:
        raise BadRequest(words)
    return chat


def _standing(desk: Desk, chat: Chat, user_id: int) -> Member:
    if desk.known_user(user_id) is None:
        raise BadRequest("member not found" if user_id > 0 else "invalid user_id specified")
    return member_of(desk, chat, user_id)


def _other_user(desk: Desk, chat: Chat, call: Call) -> int:
    """Whom the bot may not touch: itself, the owner, administrators that it did not make. Raises
    BadRequest."""
    user_id = call.number("user_id")
    member = _standing(desk, chat, user_id)
    if user_id == desk.world.bot["id"]:
        raise BadRequest("can't restrict self")
    if member.status == "creator":
        raise BadRequest("can't remove chat owner")
    if member.status == "administrator" and not member.rights.get("can_be_edited"):
        raise BadRequest("user is an administrator of the chat")
    return user_id


def _may(desk: Desk, chat: Chat, right: str) -> bool:
    return may(desk, chat, desk.world.bot["id"], right)


def _check_restricts(desk: Desk, chat: Chat) -> None:
    if not _may(desk, chat, "can_restrict_members"):
        raise BadRequest("not enough rights to restrict/unrestrict chat member")


def _until(desk: Desk, call: Call) -> int:
    """0 for ever: what ends in less than 30 seconds or more than 366 days does not end."""
    until = call.number("until_date")
    lasts = until - desk.now()
    return until if _BAN_SECONDS[0] <= lasts <= _BAN_SECONDS[1] else 0


def _permissions(call: Call) -> Json:
    """All sixteen, with the defaults of the server's `get_chat_permissions`; unless they are independent,
    other messages bring media with them, and those bring texts."""
    given: Any = call.object("permissions", "object expected as permissions") or {}
    permissions = {name: bool(given.get(name)) for name in PERMISSIONS}
    follows = {
        "can_manage_topics": "can_pin_messages",
        "can_edit_tag": "can_pin_messages",
        "can_react_to_messages": "can_send_messages",
    }
    permissions |= {name: permissions[other] for name, other in follows.items() if name not in given}
    if not call.flag("use_independent_chat_permissions"):
        if permissions["can_send_other_messages"] or permissions["can_add_web_page_previews"]:
            permissions |= dict.fromkeys((*MEDIA_PERMISSIONS, "can_send_messages"), True)
        if permissions["can_send_polls"]:
            permissions["can_send_messages"] = True
    return permissions
