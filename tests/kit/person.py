"""A person in front of her chat: says, taps, sees. Every wait follows the stream of events and has an end."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import aiohttp

from .group import Group
from .screen import Json, Message, Screen
from .wire import WITHIN_SECONDS, ActRefused, Answer, Wire

_Found = TypeVar("_Found")
Wanted = str | re.Pattern[str]


class NotSeen(AssertionError):
    """What a person waited for did not come; the chat as it stood is in the text."""

    def __init__(self, person: Person, wanted: str) -> None:
        super().__init__(f"{person.name} did not see {wanted}; her chat:\n{person.screen}")


class Person:
    """`sees` looks at what the bot wrote or changed since her last act; `screen` shows the whole chat. She is
    in her chat with the bot; `at` gives her in a group, and `chat=` does for one act."""

    def __init__(self, wire: Wire, user: Json, chat: Group | None = None) -> None:
        self.wire = wire
        self.user = user
        self.id = int(user["id"])
        self.name = str(user["first_name"])
        self._chat = chat
        self._elsewhere: dict[int, Person] = {}
        self._since = 0

    def at(self, chat: Group) -> Person:
        """The same person in a group."""
        return self._elsewhere.setdefault(chat.id, Person(self.wire, self.user, chat))

    @property
    def screen(self) -> Screen:
        return self.wire.screen(self.id if self._chat is None else self._chat.id)

    @property
    def keyboard(self) -> Json | None:
        """What stands under her input."""
        return self.screen.keyboard_of(self.id)

    @property
    def messages(self) -> list[Message]:
        """Oldest first."""
        return [self.screen.messages[number] for number in sorted(self.screen.messages)]

    @property
    def last(self) -> Message:
        """The newest message of the bot."""
        for message in self.screen.newest_first():
            if message.from_bot:
                return message
        raise NotSeen(self, "any message of the bot")

    def looks_away(self) -> None:
        """What stands in the chat now is old news to `sees`."""
        self._since = self.wire.tick

    async def starts(self, payload: str = "") -> None:
        await self._act("start", {"payload": payload})

    async def says(
        self, text: str, *, reply_to: Message | int | None = None, chat: Group | None = None
    ) -> Message:
        if chat is not None:
            return await self.at(chat).says(text, reply_to=reply_to)
        given = await self._act("say", {"text": text, "reply_to_message_id": _id(reply_to)})
        return self.screen.messages[given["messages"][0]["message_id"]]

    async def edits(self, message: Message, text: str) -> None:
        await self._act("edit", {"message_id": message.id, "text": text})

    async def sends_location(self, latitude: float, longitude: float, **details: Any) -> None:
        await self._act("location", {"latitude": latitude, "longitude": longitude, **details})

    async def sends_contact(self, phone_number: str = "") -> None:
        await self._act("contact", {"phone_number": phone_number})

    async def sends_photo(self, *photos: Path | bytes, caption: str = "") -> None:
        """One photo, or several as an album."""
        await self._act("photo", _form(photos, "photo.jpg", caption))

    async def sends_document(self, content: Path | bytes, name: str = "file", caption: str = "") -> None:
        await self._act("document", _form((content,), name, caption))

    async def blocks(self) -> None:
        await self._act("block", {})

    async def unblocks(self) -> None:
        await self._act("unblock", {})

    async def reacts(self, message: Message, *emoji: str) -> None:
        await self._act("react", {"message_id": message.id, "emoji": list(emoji)})

    async def pays(self, message: Message, **details: Any) -> str:
        """Pay an invoice of Telegram Payments; the outcome: paid, refused or timeout."""
        return str((await self._act("pay", {"message_id": message.id, **details}))["outcome"])

    async def taps(
        self,
        label: Wanted,
        *,
        on: Message | int | None = None,
        within: float = WITHIN_SECONDS,
        chat: Group | None = None,
    ) -> Answer:
        """Tap the newest button with this label (the whole label, or a pattern found in it), inline or under
        the input. Waits until the button is there, and until the bot has answered the tap."""
        if chat is not None:
            return await self.at(chat).taps(label, on=on, within=within)

        def found() -> tuple[Message | None, str] | None:
            return self._inline(label, _id(on)) or (None if on else self._key(label))

        message, text = await self._wait(found, f"a button {_shown(label)}", within)
        if message is None:
            given = await self._act("press", {"text": text})
            return Answer(given["kind"], url=given.get("url"))
        given = await self._act("tap", {"message_id": message.id, "text": text})
        if given["kind"] != "callback":
            return Answer(given["kind"], text=given.get("text"), url=given.get("url"))
        return await self._answer(given["callback_query_id"], text, within)

    async def taps_twice(self, label: Wanted) -> list[str]:
        """Two taps at once on the same button, before the bot answers either; their callback ids."""
        message, text = await self._wait(lambda: self._inline(label, None), f"a button {_shown(label)}")
        taps = [await self._act("tap", {"message_id": message.id, "text": text}) for _ in range(2)]
        return [given["callback_query_id"] for given in taps]

    async def taps_data(self, message: Message | int, data: str) -> Answer:
        """Tap a button by its callback data, for buttons whose label is not known."""
        given = await self._act("tap", {"message_id": _id(message), "data": data})
        return await self._answer(given["callback_query_id"], data, WITHIN_SECONDS)

    async def sees(
        self,
        text: Wanted,
        *,
        within: float = WITHIN_SECONDS,
        anywhere: bool = False,
        button: Wanted | None = None,
        chat: Group | None = None,
    ) -> Message:
        """Wait for a message of the bot that holds this text (or matches this pattern), and this button."""
        if chat is not None:
            return await self.at(chat).sees(text, within=within, anywhere=anywhere, button=button)

        def found() -> Message | None:
            for message in self.screen.newest_first():
                fresh = anywhere or message.changed_at > self._since
                if message.of_bot and fresh and _matches(text, message.text) and _has(message, button):
                    return message
            return None

        wanted = _shown(text) + (f" with a button {_shown(button)}" if button is not None else "")
        return await self._wait(found, wanted, within)

    async def picks(self, query: str, result_id: str, *, chat: Group | None = None) -> Message:
        """Call the bot inline, wait for its results, and send one of them."""
        if chat is not None:
            return await self.at(chat).picks(query, result_id)
        asked = await self._act("inline", {"query": query})
        number = asked["inline_query_id"]

        def found() -> bool | None:
            return (
                any(
                    event["kind"] == "inline_answer" and event["inline_query_id"] == number
                    for event in self.wire.events
                )
                or None
            )

        await self._wait(found, f"results for {query!r}")
        chosen = await self._act(f"inline/{number}/choose", {"result_id": result_id})
        return self.screen.messages[chosen["messages"][0]["message_id"]]

    async def sees_nothing_of(self, text: Wanted) -> None:
        """Let the bot settle; then nothing that it wrote since her last act may hold this text."""
        await self.wire.settles()
        for message in self.messages:
            if message.from_bot and message.changed_at > self._since and _matches(text, message.text):
                raise AssertionError(f"{self.name} should not see {_shown(text)}:\n{self.screen}")

    async def commands(self) -> list[str]:
        """The command menu of her chat."""
        chat_id = self.id if self._chat is None else self._chat.id
        menu = await self.wire.get(f"/chats/{chat_id}/commands?user_id={self.id}")
        return [row["command"] for row in menu["commands"]]

    async def downloads(self, file_id: str) -> bytes:
        content: bytes = await self.wire.get(f"/files/{file_id}")
        return content

    async def _act(self, act: str, body: Json | aiohttp.FormData) -> Any:
        self._since = self.wire.tick
        if self._chat is not None and isinstance(body, dict):
            body = {**body, "chat_id": self._chat.id}
        elif self._chat is not None:
            body.add_field("chat_id", str(self._chat.id))
        try:
            return await self.wire.post(f"/users/{self.id}/{act}", body)
        except ActRefused as error:
            raise ActRefused(f"{self.name} cannot {act}: {error}; her chat:\n{self.screen}") from error

    async def _answer(self, callback_query_id: str, label: str, within: float) -> Answer:
        def found() -> Answer | None:
            for event in reversed(self.wire.events):
                if event["kind"] == "callback_answer" and event["callback_query_id"] == callback_query_id:
                    return Answer("callback", event["text"], event["show_alert"], event["url"])
            return None

        return await self._wait(found, f"an answer to her tap on {label!r}", within)

    async def _wait(
        self, found: Callable[[], _Found | None], wanted: str, within: float = WITHIN_SECONDS
    ) -> _Found:
        try:
            return await self.wire.until(found, wanted, within)
        except TimeoutError as error:
            raise NotSeen(self, f"{wanted} within {within:g} s") from error

    def _inline(self, label: Wanted, message_id: int | None) -> tuple[Message, str] | None:
        for message in self.screen.newest_first():
            if message_id is None or message.id == message_id:
                for text in message.buttons:
                    if _is_label(label, text):
                        return message, text
        return None

    def _key(self, label: Wanted) -> tuple[None, str] | None:
        for row in (self.keyboard or {}).get("keyboard", []):
            for key in row:
                text = key if isinstance(key, str) else key["text"]
                if _is_label(label, text):
                    return None, str(text)
        return None


def _id(message: Message | int | None) -> int | None:
    return message.id if isinstance(message, Message) else message


def _matches(wanted: Wanted, text: str) -> bool:
    return wanted in text if isinstance(wanted, str) else wanted.search(text) is not None


def _is_label(wanted: Wanted, text: str) -> bool:
    return wanted == text if isinstance(wanted, str) else wanted.search(text) is not None


def _has(message: Message, button: Wanted | None) -> bool:
    return button is None or any(_is_label(button, text) for text in message.buttons)


def _shown(wanted: Wanted) -> str:
    return repr(wanted) if isinstance(wanted, str) else f"/{wanted.pattern}/"


def _form(contents: tuple[Path | bytes, ...], name: str, caption: str) -> aiohttp.FormData:
    form = aiohttp.FormData({"caption": caption})
    for content in contents:
        data = content.read_bytes() if isinstance(content, Path) else content
        form.add_field("file", data, filename=content.name if isinstance(content, Path) else name)
    return form
