"""Groups, chats of any kind, and what stands at BotFather, in the control API.

GET /control/groups      [group]; POST {title, type?: group | supergroup, owner_id, member_ids?, with_bot?}
GET /control/groups/{id} {id, title, type, members: [{user_id, status}], bot_status, migrated_to, pinned,
                        keyboards: {user_id: keyboard}}
POST /control/groups/{id}/add, remove {user_id | bot: true, by}; who adds herself follows the link, who
                        removes herself leaves
POST /control/groups/{id}/promote {user_id | bot: true, by, status: administrator | member, rights?: {can_…}}
POST /control/groups/{id}/migrate {by}   a group becomes a supergroup: the new one
GET /control/chats/{chat_id}/messages ?after=&limit=
GET /control/chats/{chat_id}/commands ?user_id=   {commands, menu_button} that this person finds there
POST /control/bot        {can_read_all_group_messages?, can_join_groups?, supports_inline_queries?,
                        inline_feedback?, apps?: {name: address}}
"""

from aiohttp import web

from . import groups
from .chats import shown
from .desk import Desk
from .errors import ControlError
from .methods.commands import commands_in
from .methods.profile import menu_button_for, shown_bot
from .requests import body_of, group_in
from .rooms import chat_of
from .spec import Json
from .state import GROUP, Chat, Person

_SWITCHES = (
    "can_read_all_group_messages",
    "can_join_groups",
    "supports_inline_queries",
    "inline_feedback",
    "apps",
)


class Groups:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def all(self, request: web.Request) -> list[Json]:
        return shown_groups(self._desk)

    async def one(self, request: web.Request) -> Json:
        return groups.shown_group(self._desk, group_in(self._desk, request))

    async def create(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        members = [self._person(user_id) for user_id in body.get("member_ids") or ()]
        chat = groups.create(
            self._desk,
            self._person(body["owner_id"]),
            str(body["title"]),
            str(body.get("type") or GROUP),
            members,
            with_bot=bool(body.get("with_bot", True)),
        )
        return web.json_response(groups.shown_group(self._desk, chat), status=201)

    async def act(self, request: web.Request) -> Json:
        desk, chat, body = self._desk, group_in(self._desk, request), await body_of(request)
        name, by = request.match_info["act"], self._person(body["by"])
        if name == "migrate":
            return groups.shown_group(desk, groups.migrate(desk, chat, by))
        user_id = desk.world.bot["id"] if body.get("bot") else self._person(body["user_id"]).id
        if name == "add":
            groups.add(desk, chat, user_id, by)
        elif name == "remove":
            groups.remove(desk, chat, user_id, by)
        elif name == "promote":
            rights = {str(right): bool(given) for right, given in (body.get("rights") or {}).items()}
            groups.promote(desk, chat, user_id, by, str(body["status"]), rights)
        else:
            raise ControlError(f"no act {name!r} on groups", status=404)
        return groups.shown_group(desk, chat)

    async def messages(self, request: web.Request) -> list[Json]:
        return chat_messages(self._desk, self._chat(request), request)

    async def commands(self, request: web.Request) -> Json:
        chat, user_id = self._chat(request), int(request.query.get("user_id") or 0)
        person = self._desk.world.people.get(user_id or chat.id)
        menu_button = menu_button_for(self._desk.world, 0 if chat.is_group else chat.id)
        return {"commands": commands_in(self._desk, chat, person), "menu_button": menu_button}

    async def switch(self, request: web.Request) -> Json:
        switches = await body_of(request)
        unknown = sorted(switches.keys() - set(_SWITCHES))
        if unknown:
            raise ControlError(f"no switch {unknown[0]!r}; there are {', '.join(_SWITCHES)}")
        world = self._desk.world
        world.switched |= switches
        world.switch(switches)
        self._desk.save_singles()
        bot = shown_bot(self._desk)
        self._desk.journal.publish("bot", bot=bot)
        return bot

    def _person(self, user_id: object) -> Person:
        person = self._desk.world.people.get(int(str(user_id)))
        if person is None:
            raise ControlError(f"no user {user_id}", status=404)
        return person

    def _chat(self, request: web.Request) -> Chat:
        number = int(request.match_info["chat_id"])
        if number in self._desk.world.people:
            return chat_of(self._desk, self._desk.world.people[number])
        chat = self._desk.world.chats.get(number)
        if chat is None:
            raise ControlError(f"no chat {number}", status=404)
        return chat


def shown_groups(desk: Desk) -> list[Json]:
    return [groups.shown_group(desk, chat) for chat in desk.world.chats.values() if chat.is_group]


def chat_messages(desk: Desk, chat: Chat, request: web.Request) -> list[Json]:
    """The chat as it now shows, oldest first: after a message, the last so many."""
    after, limit = int(request.query.get("after", 0)), int(request.query.get("limit", 0))
    found = [posted for posted in chat.messages.values() if posted.id > after]
    return [shown(desk, posted) for posted in found[-limit:]]
