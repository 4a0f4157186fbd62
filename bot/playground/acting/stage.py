"""All chats of one playground as they stand and change, followed over HTTP; every wait has an end.

async with Stage.at("http://127.0.0.1:8080") as stage:
    ada = await stage.person("Ada")
    await ada.says("hello")
    await ada.sees("Send me a page")
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar

import aiohttp

from .group import Group
from .screen import Json, Message, Screen

if TYPE_CHECKING:
    from .person import Person

_Found = TypeVar("_Found")
WITHIN_SECONDS = 20.0
QUIET_SECONDS = 0.25
RETRY_SECONDS = 0.1


@dataclass(frozen=True)
class Answer:
    """What a tap gave: the toast or alert of a callback, or the address that a button opened."""

    kind: str
    text: str | None = None
    show_alert: bool = False
    url: str | None = None


@dataclass(frozen=True)
class Page:
    """A web page that somebody opened."""

    status: int
    text: str


class Stage:
    """`url` is the playground's address, without a slash at the end. See `at`."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.events: list[Json] = []
        self.tick = 0
        self.boot = ""
        self._known_boot = ""
        self._seq = 0
        self._session = session
        self._screens: dict[int, Screen] = {}
        self._changed = asyncio.Condition()

    @classmethod
    @asynccontextmanager
    async def at(cls, url: str) -> AsyncIterator[Self]:
        """The playground that answers at this address. Raises `aiohttp.ClientError`, `TimeoutError`."""
        async with aiohttp.ClientSession(trust_env=False) as session:
            stage = cls(url.rstrip("/"), session)
            async with stage.following():
                yield stage

    @asynccontextmanager
    async def following(self) -> AsyncIterator[None]:
        """Read the stream of events for as long as the body runs."""
        ready = asyncio.Event()
        pump = asyncio.create_task(self._pump(ready))
        try:
            await asyncio.wait_for(ready.wait(), WITHIN_SECONDS)
            yield
        finally:
            pump.cancel()
            with suppress(asyncio.CancelledError, aiohttp.ClientError):
                await pump

    async def person(self, first_name: str, **details: Any) -> Person:
        """Someone new, who has not started the bot yet. `username`, `language_code` and `id` may be given."""
        from .person import Person

        user = await self.post("/users", {"first_name": first_name, **details})
        person = Person(self, user)
        self.people[person.id] = person
        return person

    async def meet(self, user_id: int) -> Person:
        """Someone whom the emulator knows already."""
        from .person import Person

        if user_id not in self.people:
            self.people[user_id] = Person(self, await self.get(f"/users/{user_id}"))
        return self.people[user_id]

    async def group(
        self, title: str, owner: Person, *members: Person, kind: str = "group", with_bot: bool = True
    ) -> Group:
        """A new group, or a supergroup, with the bot in it."""
        body = {"title": title, "type": kind, "owner_id": owner.id, "with_bot": with_bot}
        facts = await self.post("/groups", {**body, "member_ids": [one.id for one in members]})
        return self.groups.setdefault(int(facts["id"]), Group(self, facts))

    def screen(self, chat_id: int) -> Screen:
        return self._screens.setdefault(chat_id, Screen())

    async def get(self, path: str) -> Any:
        return await self.ask("GET", f"/control{path}")

    async def post(self, path: str, body: Json | aiohttp.FormData | None = None) -> Any:
        """An act or a switch of the control API; its effects are in `events` afterwards."""
        given = await self.ask("POST", f"/control{path}", {} if body is None else body)
        await self.caught_up()
        return given

    async def ask(self, method: str, path: str, body: Json | aiohttp.FormData | None = None) -> Any:
        """Any route of the playground: what it answers, or `ActRefused` in its words."""
        form = body if isinstance(body, aiohttp.FormData) else None
        content = None if form is not None else body
        url = f"{self.url}{path}"
        async with self._session.request(method, url, data=form, json=content) as response:
            return await self._checked(response)

    async def page(self, url: str) -> Page:
        """Open a web page as a browser does."""
        async with self._session.get(url) as answer:
            return Page(answer.status, await answer.text())

    async def fault(self, kind: str, **details: Any) -> None:
        await self.post("/faults", {"kind": kind, **details})

    async def caught_up(self) -> None:
        """Wait until the events up to now are read."""
        seq = (await self.get(""))["seq"]
        await self.until(lambda: True if self._seq >= seq else None, "the events of an act")

    async def restarted(self, boot: str, within: float = 60.0) -> None:
        """Wait until the emulator is back with another `boot` than this one, and the chats are read."""
        await self.until(
            lambda: True if self.boot not in ("", boot) else None, "the emulator's return", within
        )

    async def until(
        self, found: Callable[[], _Found | None], wanted: str, within: float = WITHIN_SECONDS
    ) -> _Found:
        """Wait for events until `found` gives something. Raises TimeoutError naming what was wanted."""
        async with self._changed:
            try:
                async with asyncio.timeout(within):
                    while (value := found()) is None:
                        await self._changed.wait()
            except TimeoutError as error:
                raise TimeoutError(f"waited {within:g} s for {wanted}") from error
            return value

    async def settles(self, within: float = WITHIN_SECONDS) -> None:
        """Wait until the bot has taken every update and nothing has happened for a moment."""
        deadline = asyncio.get_running_loop().time() + within
        while True:
            before = self._seq
            with suppress(TimeoutError):
                await self.until(partial(self._moved_past, before), "something", QUIET_SECONDS)
            state = await self.get("")
            if self._seq == before == state["seq"] and not state["pending_updates"]:
                return
            if asyncio.get_running_loop().time() > deadline:
                raise TimeoutError(f"the bot did not settle: {state['pending_updates']} updates wait")

    def _moved_past(self, seq: int) -> bool | None:
        return True if self._seq > seq else None

    async def _checked(self, response: aiohttp.ClientResponse) -> Any:
        given = (
            await response.json() if response.content_type == "application/json" else await response.read()
        )
        if response.status >= 400:
            words = str(given.get("error") if isinstance(given, dict) else given)
            raise ActRefused(words, response.status)
        return given

    async def _pump(self, ready: asyncio.Event) -> None:
        """Read the stream for as long as the wire is open; when it breaks, wait for the emulator's return."""
        while True:
            with suppress(aiohttp.ClientError):
                await self._read_stream(ready)
            self.boot = ""
            await asyncio.sleep(RETRY_SECONDS)

    async def _read_stream(self, ready: asyncio.Event) -> None:
        timeout = aiohttp.ClientTimeout(total=None)
        url = f"{self.url}/control/events?since={self._seq}"
        async with self._session.get(url, timeout=timeout) as stream:
            async for line in stream.content:
                if line.startswith(b"data: "):
                    event = json.loads(line[6:])
                    if event["kind"] == "hello":
                        await self._greeted(event)
                        ready.set()
                    else:
                        await self._follow(event)

    async def _greeted(self, hello: Json) -> None:
        """A new life of the emulator counts its events anew; what stood in the chats is read again."""
        if hello["boot"] != self._known_boot:
            self._known_boot, self._seq = hello["boot"], 0
            for user in await self.get("/users"):
                screen = self._screens[user["id"]] = Screen()
                for message in await self.get(f"/users/{user['id']}/messages"):
                    screen.messages[message["message_id"]] = Message(message, self.tick)
                screen.keyboard = (await self.get(f"/users/{user['id']}"))["keyboard"]
            for group in await self.get("/groups"):
                screen = self._screens[group["id"]] = Screen()
                for message in await self.get(f"/chats/{group['id']}/messages"):
                    screen.messages[message["message_id"]] = Message(message, self.tick)
                screen.keyboards = {int(key): one for key, one in group["keyboards"].items()}
        async with self._changed:
            self.boot = hello["boot"]
            self._changed.notify_all()

    async def _follow(self, event: Json) -> None:
        async with self._changed:
            self.tick += 1
            self._seq = event["seq"]
            if event["kind"] == "reset":
                self._screens.clear()
            elif event["kind"] != "gap":
                self.events.append(event)
                if "chat_id" in event:
                    self.screen(event["chat_id"]).follow(event, self.tick)
            self._changed.notify_all()


class ActRefused(Exception):
    """The playground did not let a person do this; the words say why, `status` is that of HTTP."""

    def __init__(self, words: str, status: int = 400) -> None:
        super().__init__(words)
        self.status = status
