"""Command menus: which of the seven scopes somebody sees in a chat, in her language before any other."""

import pytest

from tests.playground.emulator.api import Api, Json

NOT_IN_PRIVATE = "can't use specified scope in private chats"
PRIVATE = ("default", "all_private_chats", "chat")
GROUP = (
    "default",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
)


async def define(api: Api, scope: Json, command: str, language: str = "") -> None:
    commands = [{"command": command, "description": command}]
    given = await api("setMyCommands", commands=commands, scope=scope, language_code=language)
    assert given.result is True


async def menu(api: Api, chat: int, user: int) -> str | None:
    shown = (await api.control(f"/chats/{chat}/commands?user_id={user}"))["commands"]
    return shown[0]["command"] if shown else None


def scope_of(kind: str, chat: int, user: int) -> Json:
    scope: Json = {"type": kind}
    if kind.startswith("chat"):
        scope["chat_id"] = chat
    if kind == "chat_member":
        scope["user_id"] = user
    return scope


@pytest.mark.parametrize("language", ["", "de"])
@pytest.mark.parametrize("place", ["private", "group", "supergroup"])
async def test_the_narrower_scope_wins_and_each_language_before_none(
    api: Api, place: str, language: str
) -> None:
    ada = (await api.control("/users", {"first_name": "Ada", "language_code": "de"}))["id"]
    await api.act(ada, "start")
    chat = ada if place == "private" else await api.group(ada, kind=place)
    for kind in PRIVATE if place == "private" else GROUP:
        await define(api, scope_of(kind, chat, ada), kind, language)
        assert await menu(api, chat, ada) == kind
        if not language:
            await define(api, scope_of(kind, chat, ada), f"{kind}_de", "de")
            assert await menu(api, chat, ada) == f"{kind}_de"
    for kind in reversed(PRIVATE if place == "private" else GROUP):
        for code in ("de", language):
            await api("deleteMyCommands", scope=scope_of(kind, chat, ada), language_code=code)
    assert await menu(api, chat, ada) is None
    assert await api.violations() == []


async def test_members_do_not_see_the_administrators_commands(api: Api) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    chat = await api.group(ada, bob)
    await define(api, {"type": "all_group_chats"}, "list")
    await define(api, {"type": "all_chat_administrators"}, "settle")
    await define(api, {"type": "all_private_chats"}, "orders")
    assert [await menu(api, chat, one) for one in (ada, bob)] == ["settle", "list"]
    assert await menu(api, bob, bob) == "orders"
    await define(api, {"type": "chat_administrators", "chat_id": chat}, "close")
    await define(api, {"type": "chat_member", "chat_id": chat, "user_id": bob}, "claim")
    assert [await menu(api, chat, one) for one in (ada, bob)] == ["close", "claim"]
    own = (await api("getMyCommands", scope={"type": "chat_member", "chat_id": chat, "user_id": bob})).result
    assert own == [{"command": "claim", "description": "claim"}]


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ({"type": "everywhere"}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"type": "chat", "chat_id": 4242}, "chat not found"),
        ({"type": "chat_administrators", "chat_id": "{ada}"}, NOT_IN_PRIVATE),
        ({"type": "chat_member", "chat_id": "{ada}", "user_id": 1}, NOT_IN_PRIVATE),
        (
            {"type": "chat_member", "chat_id": "{ada}", "user_id": 0},
            "can't parse BotCommandScope: Invalid user_id specified",
        ),
    ],
)
async def test_a_scope_that_cannot_be_is_refused(api: Api, scope: Json, words: str) -> None:
    ada = await api.person()
    scope = {name: ada if value == "{ada}" else value for name, value in scope.items()}
    refused = await api("setMyCommands", commands=[{"command": "a", "description": "a"}], scope=scope)
    assert refused.error.startswith(f"400 Bad Request: {words}")
