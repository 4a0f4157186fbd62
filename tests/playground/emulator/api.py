"""Raw calls of the Bot API and of the control API."""

import asyncio
import json
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.playground.emulator import Emulator

Json = dict[str, Any]


class Clock:
    """Seconds since the epoch; a test moves it."""

    def __init__(self) -> None:
        self.seconds = 1_790_000_000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Reply:
    status: int
    body: Json
    headers: dict[str, str]

    @property
    def result(self) -> Any:
        assert self.body["ok"], self.body
        return self.body["result"]

    @property
    def error(self) -> str:
        assert not self.body["ok"], self.body
        return f"{self.body['error_code']} {self.body['description']}"


class Api:
    def __init__(self, url: str, emulator: Emulator, session: aiohttp.ClientSession, clock: Clock) -> None:
        self.url = url
        self.emulator = emulator
        self.session = session
        self.clock = clock

    async def __call__(self, method: str, files: dict[str, bytes] | None = None, **values: Any) -> Reply:
        """Call as a form, the way PTB does; uploads make it multipart."""
        form = aiohttp.FormData()
        for name, value in values.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        for name, content in (files or {}).items():
            form.add_field(name, content, filename=f"{name}.png", content_type="image/png")
        return await self.raw(method, data=form)

    async def json(self, method: str, **values: Any) -> Reply:
        return await self.raw(method, json=values)

    async def raw(self, method: str, *, token: str | None = None, **request: Any) -> Reply:
        url = f"{self.url}/bot{token or self.emulator.token}/{method}"
        async with self.session.post(url, **request) as response:
            return Reply(response.status, await response.json(), dict(response.headers))

    async def control(self, path: str, body: Json | None = None, *, data: Any = None) -> Any:
        """POST with a body or a form, else GET."""
        if body is None and data is None:
            async with self.session.get(f"{self.url}/control{path}") as response:
                return await _read(response)
        async with self.session.post(f"{self.url}/control{path}", json=body, data=data) as response:
            return await _read(response)

    async def person(self, first_name: str = "Ada", *, started: bool = True) -> int:
        """A new person; her start is taken from the queue."""
        user_id = int((await self.control("/users", {"first_name": first_name}))["id"])
        if started:
            await self.control(f"/users/{user_id}/start", {})
            await self("getUpdates", offset=-1)
            last = self.emulator.desk.world.last_update_id
            await self("getUpdates", offset=last + 1)
        return user_id

    async def group(self, owner: int, *members: int, kind: str = "group", with_bot: bool = True) -> int:
        """A new group; what the bot heard of it is taken from the queue."""
        body = {
            "title": "Family",
            "type": kind,
            "owner_id": owner,
            "member_ids": members,
            "with_bot": with_bot,
        }
        chat_id = int((await self.control("/groups", body))["id"])
        await self.updates()
        return chat_id

    async def act(self, user_id: int, name: str, chat: int | None = None, **body: Any) -> Json:
        """An act of a person, in her chat with the bot or in another."""
        given: Json = await self.control(f"/users/{user_id}/{name}", {**body, "chat_id": chat})
        return given

    async def updates(self) -> list[Json]:
        """The pending updates, without their ids; taken from the queue."""
        taken = (await self("getUpdates")).result
        if taken:
            await self("getUpdates", offset=taken[-1]["update_id"] + 1)
        return [{kind: body for kind, body in one.items() if kind != "update_id"} for one in taken]

    async def heard(self) -> list[str]:
        """The texts of the messages that wait for the bot."""
        return [one["message"].get("text", "") for one in await self.updates() if "message" in one]

    async def polled(self) -> None:
        """Until a long poll waits."""
        for _ in range(1000):
            if (await self.control(""))["polling"]:
                return
        raise AssertionError("nobody polls")

    async def say(self, user_id: int, text: str) -> Json:
        given: Json = await self.control(f"/users/{user_id}/say", {"text": text})
        return given

    @asynccontextmanager
    async def doing(self, going_on: Coroutine[Any, Any, Any]) -> AsyncIterator[asyncio.Task[Any]]:
        """Something that lasts, given up at the end of the block."""
        task = asyncio.create_task(going_on)
        try:
            yield task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def refusals(self) -> list[str]:
        """Every refused call of the bot, in Telegram's words."""
        return [row["description"] for row in await self.control("/calls?errors=1") if not row["ok"]]

    async def violations(self) -> list[str]:
        return [row["text"] for row in await self.control("/violations")]


async def _read(response: aiohttp.ClientResponse) -> Any:
    if response.content_type == "application/json":
        return await response.json()
    return await response.read()
