"""Groups and supergroups: who is in them, and the service messages and updates that changes make."""

from collections.abc import Sequence

from .chats import post
from .desk import Desk
from .errors import ControlError
from .privacy import tell_bot
from .rooms import bot_in, may, member_of, shown_chat
from .spec import Json
from .state import GROUP, SUPERGROUP, Chat, Member, Person
from .updates import MESSAGE_SECONDS

ADMINISTRATOR_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_manage_tags",
)
MEDIA_PERMISSIONS = (
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
)
PERMISSIONS = (
    "can_send_messages",
    *MEDIA_PERMISSIONS,
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
_TITLE_CHARACTERS = 128
_ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


def create(
    desk: Desk, owner: Person, title: str, kind: str, people: Sequence[Person], *, with_bot: bool
) -> Chat:
    """A new group. A bot that comes at once is told of the creation in a group, of being added in a
    supergroup (where it cannot be at the creation)."""
    if not 1 <= len(title.strip()) <= _TITLE_CHARACTERS:
        raise ControlError(f"a title of 1 to {_TITLE_CHARACTERS} characters is needed")
    if kind not in (GROUP, SUPERGROUP):
        raise ControlError(f"type is {GROUP} or {SUPERGROUP}")
    chat = Chat(desk.world.next_chat_id(kind), kind=kind, title=title.strip())
    chat.permissions = dict.fromkeys(PERMISSIONS, True) | {"can_manage_topics": False}
    chat.members[owner.id] = Member("creator")
    chat.members |= {one.id: Member("member") for one in people if one.id != owner.id}
    desk.world.chats[chat.id] = chat
    desk.save_singles()
    if with_bot and kind == GROUP:
        _check_bot_joins(desk)
        _set(desk, chat, owner.user(), desk.world.bot["id"], Member("member"))
    save(desk, chat)
    created = post(desk, chat, {f"{kind}_chat_created": True}, sender=owner)
    tell_bot(desk, chat, created)
    if with_bot and kind == SUPERGROUP:
        add(desk, chat, desk.world.bot["id"], owner)
    return chat


def add(desk: Desk, chat: Chat, user_id: int, by: Person) -> None:
    """Somebody adds another, or joins by the group's link."""
    _check_alive(chat)
    member, joins = member_of(desk, chat, user_id), by.id == user_id
    if member.inside:
        raise ControlError("already in the group", status=409)
    if member.status == "kicked" and not member_of(desk, chat, by.id).leads:
        raise ControlError("banned from the group; only an administrator can bring them back", status=409)
    if not joins and not may(desk, chat, by.id, "can_invite_users"):
        raise ControlError("may not add members to this group", status=409)
    if user_id == desk.world.bot["id"]:
        _check_bot_joins(desk)
    comes = Member("member")
    if member.status == "restricted":
        comes = Member("restricted", {**member.rights, "is_member": True}, member.until_date)
    _set(desk, chat, by.user(), user_id, comes)
    tell_bot(desk, chat, post(desk, chat, {"new_chat_members": [desk.known_user(user_id)]}, sender=by))


def remove(desk: Desk, chat: Chat, user_id: int, by: Person) -> None:
    """Somebody leaves, or an administrator removes them; in a supergroup that bans them."""
    _check_alive(chat)
    if not member_of(desk, chat, user_id).inside:
        raise ControlError("not in the group", status=409)
    leaves = by.id == user_id
    if not leaves and not may(desk, chat, by.id, "can_restrict_members"):
        raise ControlError("only an administrator can remove members", status=409)
    if not leaves and member_of(desk, chat, user_id).status == "creator":
        raise ControlError("the owner cannot be removed", status=409)
    take_out(desk, chat, user_id, by, Member("left" if leaves else "kicked"))


def take_out(desk: Desk, chat: Chat, user_id: int, by: Person | None, member: Member) -> None:
    """`by` None: the bot does it. Those who were outside already are banned without a word; who leaves while
    restricted is so on coming back."""
    before = member_of(desk, chat, user_id)
    was_inside = before.inside
    if member.status == "left" and before.status == "restricted":
        member = Member("restricted", {**before.rights, "is_member": False}, before.until_date)
    heard = bot_in(desk, chat).inside
    _set(desk, chat, _user_of(desk, by), user_id, member)
    if not was_inside:
        return
    posted = post(desk, chat, {"left_chat_member": desk.known_user(user_id)}, sender=by)
    if heard:
        desk.updates.make("message", posted.message, queue=f"chat:{chat.id}", seconds=MESSAGE_SECONDS)


def promote(desk: Desk, chat: Chat, user_id: int, by: Person, status: str, rights: Json) -> None:
    _check_alive(chat)
    member = member_of(desk, chat, user_id)
    if not member.inside or member.status == "creator":
        raise ControlError("only members who are not the owner can be promoted", status=409)
    if not may(desk, chat, by.id, "can_promote_members"):
        raise ControlError("may not name administrators of this group", status=409)
    if status not in ("administrator", "member"):
        raise ControlError("status is administrator or member")
    granted = {**administrator_rights(True), "can_promote_members": False, **rights}
    set_member(desk, chat, by, user_id, Member(status, granted if status == "administrator" else {}))


def migrate(desk: Desk, chat: Chat, by: Person) -> Chat:
    """A group becomes a supergroup with another id; the old one takes no more messages."""
    _check_alive(chat)
    if chat.kind != GROUP or member_of(desk, chat, by.id).status != "creator":
        raise ControlError("only the owner of a group can make it a supergroup", status=409)
    new = Chat(desk.world.next_chat_id(SUPERGROUP), kind=SUPERGROUP, title=chat.title)
    new.members, new.permissions = dict(chat.members), dict(chat.permissions)
    desk.world.chats[new.id] = new
    desk.save_singles()
    tell_bot(desk, chat, post(desk, chat, {"migrate_to_chat_id": new.id}, sender=by))
    chat.migrated_to = new.id
    come = {"from": _ANONYMOUS, "sender_chat": shown_chat(desk, new), "migrate_from_chat_id": chat.id}
    tell_bot(desk, new, post(desk, new, come, sender=by))
    save(desk, chat)
    save(desk, new)
    return new


def set_member(desk: Desk, chat: Chat, by: Person | None, user_id: int, member: Member) -> None:
    """Change how somebody stands; `by` None: the bot does it."""
    _set(desk, chat, _user_of(desk, by), user_id, member)


def administrator_rights(granted: bool) -> Json:
    return dict.fromkeys(ADMINISTRATOR_RIGHTS, granted)


def shown_member(desk: Desk, chat: Chat, user_id: int, member: Member) -> Json:
    """The ChatMember object of the Bot API. In a group, who was removed has left."""
    status = "left" if chat.kind == GROUP and member.status == "kicked" else member.status
    shown: Json = {"status": status, "user": desk.known_user(user_id)}
    title = {"custom_title": member.title} if member.title else {}
    if status == "creator":
        return {**shown, "is_anonymous": False, **title}
    if status == "administrator":
        rights = administrator_rights(False) | {"can_be_edited": False, "is_anonymous": False}
        return {**shown, **rights, **member.rights, **title}
    if status == "restricted":
        rights = dict.fromkeys(PERMISSIONS, False) | {"is_member": True}
        return {**shown, **rights, **member.rights, "until_date": member.until_date}
    return {**shown, "until_date": member.until_date} if status == "kicked" else shown


def shown_group(desk: Desk, chat: Chat) -> Json:
    """A group of the control API; `members` are the people who are in it."""
    people: list[Json] = [
        {"user_id": user_id, "status": member_of(desk, chat, user_id).status}
        for user_id in list(chat.members)
        if user_id in desk.world.people and member_of(desk, chat, user_id).inside
    ]
    return {
        "id": chat.id,
        "title": chat.title,
        "type": chat.kind,
        "members": people,
        "bot_status": bot_in(desk, chat).status,
        "migrated_to": chat.migrated_to,
        "pinned": [posted.id for posted in chat.messages.values() if posted.pinned],
        "keyboards": {str(one["user_id"]): chat.keyboard_of(one["user_id"]) for one in people},
    }


def _set(desk: Desk, chat: Chat, by: Json, user_id: int, member: Member) -> None:
    """`my_chat_member` always; `chat_member` to a bot that is an administrator and asked for it."""
    before, bot_id = member_of(desk, chat, user_id), desk.world.bot["id"]
    chat.members[user_id] = member
    save(desk, chat)
    if user_id != bot_id and not bot_in(desk, chat).leads:
        return
    body: Json = {
        "chat": shown_chat(desk, chat),
        "from": by,
        "date": int(desk.now()),
        "old_chat_member": shown_member(desk, chat, user_id, before),
        "new_chat_member": shown_member(desk, chat, user_id, member),
    }
    kind, queue = "chat_member", f"members:{user_id}"
    if user_id == bot_id:
        kind, queue = "my_chat_member", f"member:{chat.id}"
    desk.updates.make(kind, body, queue=queue, seconds=MESSAGE_SECONDS)


def _user_of(desk: Desk, person: Person | None) -> Json:
    return desk.bot_user if person is None else person.user()


def save(desk: Desk, chat: Chat) -> None:
    """Keep a group, and show how it now is."""
    desk.store.put("chat", chat.id, chat)
    desk.journal.publish("group", group=shown_group(desk, chat), chat_id=chat.id)


def _check_alive(chat: Chat) -> None:
    if chat.migrated_to is not None:
        raise ControlError(f"this group has become the supergroup {chat.migrated_to}", status=409)


def _check_bot_joins(desk: Desk) -> None:
    if not desk.world.bot["can_join_groups"]:
        raise ControlError("this bot does not join groups", status=409)
