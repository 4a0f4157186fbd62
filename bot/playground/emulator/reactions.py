"""The reactions that Telegram knows, and people's, of which the bot hears where it asked for them."""

from collections.abc import Sequence

from .chats import save, shown_reactions
from .desk import Desk
from .errors import ControlError
from .people import message_in
from .rooms import bot_in, shown_chat
from .spec import Json
from .state import PEOPLE, PRIVATE, Chat, Person
from .updates import MESSAGE_SECONDS

_LISTED = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 "
    "🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 "
    "😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 "
    "🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡 "
)
REACTIONS = frozenset(_LISTED.split())


def react(
    desk: Desk, person: Person, message_id: int, emoji: Sequence[str], chat: Chat | None = None
) -> int | None:
    """Set her reactions to a message. In a group the bot hears of it as an administrator only."""
    chat, posted = message_in(desk, person, message_id, chat)
    known = [one if one in REACTIONS else one.replace("\ufe0f", "") for one in emoji]
    unknown = [one for one in known if one not in REACTIONS]
    if unknown:
        raise ControlError(f"{unknown[0]!r} is no reaction of Telegram")
    if chat.kind == PRIVATE:
        before, posted.reactions["user"] = posted.reactions["user"], known
    else:
        before = posted.by_person.get(str(person.id), [])
        posted.by_person[str(person.id)] = known
    save(desk, chat, posted)
    desk.journal.publish("reaction", chat_id=chat.id, message_id=posted.id, reactions=shown_reactions(posted))
    if chat.kind == PEOPLE or (chat.is_group and not bot_in(desk, chat).leads):
        return None
    body: Json = {
        "chat": shown_chat(desk, chat),
        "message_id": posted.id,
        "user": person.user(),
        "date": int(desk.now()),
        "old_reaction": [{"type": "emoji", "emoji": one} for one in before],
        "new_reaction": [{"type": "emoji", "emoji": one} for one in known],
    }
    return desk.updates.make("message_reaction", body, queue=f"reaction:{chat.id}", seconds=MESSAGE_SECONDS)
