"""A person in front of her chat: says, taps, sees. Every wait follows the stream of events and has an end."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import aiohttp

from .group import Group
from .screen import Json, Message, Screen
from .stage import WITHIN_SECONDS, ActRefused, Answer, Stage

_Found = TypeVar("_Found")
Wanted = str | re.Pattern[str]
Label = Wanted | Sequence[Wanted]
"""A whole label, or a pattern found in it; of several the first that stands in the chat."""


class NotSeen(Exception):
    """What a person waited for did not come; the chat as it stood is in the text."""

    def __init__(self, person: Person, wanted: str) -> None:
        super().__init__(f"{person.name} did not see {wanted}; her chat:\n{person.screen}")


class Person:
    """`sees` looks at what the bot wrote or changed since her last act; `screen` shows the whole chat. She is
    in her chat with the bot; `at` gives her in a group, and `chat=` does for one act."""

    def __init__(self, stage: Stage, user: Json, chat: Group | None = None) -> None:
        self.stage = stage
        self.user = user
        self.id = int(user["id"])
        self.name = str(user["first_name"])
        self._chat = chat
        self._elsewhere: dict[int, Person] = {}
        self._since = 0
        self._inline_query = ""

    def at(self, chat: Group) -> Person:
        """The same person in a group."""
        return self._elsewhere.setdefault(chat.id, Person(self.stage, self.user, chat))

    @property
    def screen(self) -> Screen:
        return self.stage.screen(self.id if self._chat is None else self._chat.id)

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

    def said(self, text: Wanted) -> Message:
        """Her own newest message that holds this text."""
        for message in self.screen.newest_first():
            if not message.from_bot and _matches(text, message.text):
                return message
        raise NotSeen(self, f"a message of her own with {_shown(text)}")

    def looks_away(self) -> None:
        """What stands in the chat now is old news to `sees`."""
        self._since = self.stage.tick

    async def starts(self, payload: str = "") -> None:
        await self._act("start", {"payload": payload})

    async def says(
        self, text: str, *, reply_to: Message | int | None = None, chat: Group | None = None, **details: Any
    ) -> Message:
        """`details`: `entities` of her own making, `forwarded_from` a name, `preview` an address."""
        if chat is not None:
            return await self.at(chat).says(text, reply_to=reply_to, **details)
        given = await self._act("say", {"text": text, "reply_to_message_id": _id(reply_to), **details})
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

    async def sends_voice(self, content: Path | bytes, name: str = "voice.ogg") -> None:
        await self._act("voice", _form((content,), name, ""))

    async def blocks(self) -> None:
        await self._act("block", {})

    async def unblocks(self) -> None:
        await self._act("unblock", {})

    async def deletes(self, message: Message) -> None:
        await self._act("delete", {"message_id": message.id})

    async def reacts(self, message: Message, *emoji: str) -> None:
        await self._act("react", {"message_id": message.id, "emoji": list(emoji)})

    async def pays(self, message: Message, **details: Any) -> str:
        """Pay an invoice of Telegram Payments; the outcome: paid, refused or timeout."""
        return str((await self._act("pay", {"message_id": message.id, **details}))["outcome"])

    async def taps(
        self,
        label: Label,
        *,
        on: Message | int | None = None,
        nth: int = 1,
        within: float = WITHIN_SECONDS,
        chat: Group | None = None,
    ) -> Answer:
        """Tap the newest button with this label, inline or under the input; `nth` of those in its message.
        Waits until the button is there, and until the bot has answered the tap."""
        if chat is not None:
            return await self.at(chat).taps(label, on=on, nth=nth, within=within)

        def found() -> tuple[Message | None, str, int] | None:
            return self._inline(label, _id(on), nth) or (None if on else self._key(label))

        message, text, place = await self._wait(found, f"a button {_shown(label)}", within)
        if message is None:
            given = await self._act("press", {"text": text})
            return Answer(given["kind"], url=given.get("url"))
        row, column = message.place(place)
        given = await self._act("tap", {"message_id": message.id, "row": row, "column": column})
        if given["kind"] != "callback":
            return Answer(given["kind"], text=given.get("text"), url=given.get("url"))
        return await self._answer(given["callback_query_id"], text, within)

    async def taps_twice(self, label: Wanted) -> list[str]:
        """Two taps at once on the same button, before the bot answers either; their callback ids."""
        message, text, _ = await self._wait(lambda: self._inline(label), f"a button {_shown(label)}")
        assert message is not None
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
        button: Label | None = None,
        showing: str | None = None,
        chat: Group | None = None,
    ) -> Message:
        """Wait for a message of the bot that holds this text (or matches this pattern), and this button;
        `showing` wants a field of the message, like `photo`."""
        if chat is not None:
            there = self.at(chat)
            return await there.sees(text, within=within, anywhere=anywhere, button=button, showing=showing)

        def found() -> Message | None:
            for message in self.screen.newest_first():
                fresh = anywhere or message.changed_at > self._since
                fits = _matches(text, message.text) and _has(message, button)
                if message.of_bot and fresh and fits and (showing is None or showing in message.raw):
                    return message
            return None

        wanted = _shown(text) + (f" with a button {_shown(button)}" if button is not None else "")
        wanted += f" showing a {showing}" if showing is not None else ""
        return await self._wait(found, wanted, within)

    async def sees_button(self, label: Label, *, within: float = WITHIN_SECONDS) -> None:
        """Wait for a button that can be tapped, inline or under the input."""
        await self._wait(lambda: self._inline(label) or self._key(label), f"a button {_shown(label)}", within)

    async def sees_no_button(self, label: Label, *, within: float = WITHIN_SECONDS) -> None:
        """Wait until no such button stands in the chat."""

        def gone() -> bool | None:
            return None if self._inline(label) or self._key(label) else True

        await self._wait(gone, f"no button {_shown(label)}", within)

    async def asks_inline(self, query: str) -> list[Json]:
        """Ask the bot from the input of any chat; the results that it offers."""
        asked = await self._act("inline", {"query": query})
        self._inline_query = str(asked["inline_query_id"])

        def answered() -> Json | None:
            for event in reversed(self.stage.events):
                if event["kind"] == "inline_answer" and event["inline_query_id"] == self._inline_query:
                    return event
            return None

        await self._wait(answered, f"results for {query!r}")
        return await self._results()

    async def chooses(self, title: Wanted) -> None:
        """Choose one of the results of her last inline query, by its title."""
        for result in await self._results():
            if _matches(title, str(result.get("title", ""))):
                await self._choose(str(result["id"]))
                return
        raise NotSeen(self, f"a result {_shown(title)}")

    async def _results(self) -> list[Json]:
        given = await self.stage.get(f"/inline/{self._inline_query}")
        results: list[Json] = given["results"]
        return results

    async def picks(self, query: str, result_id: str, *, chat: Group | None = None) -> Message:
        """Call the bot inline, wait for its results, and send one of them."""
        if chat is not None:
            return await self.at(chat).picks(query, result_id)
        await self.asks_inline(query)
        return await self._choose(result_id)

    async def _choose(self, result_id: str) -> Message:
        chosen = await self._act(f"inline/{self._inline_query}/choose", {"result_id": result_id})
        return self.screen.messages[chosen["messages"][0]["message_id"]]

    async def sees_nothing_of(self, text: Wanted) -> None:
        """Let the bot settle; then nothing that it wrote since her last act may hold this text."""
        await self.stage.settles()
        for message in self.messages:
            if message.from_bot and message.changed_at > self._since and _matches(text, message.text):
                raise AssertionError(f"{self.name} should not see {_shown(text)}:\n{self.screen}")

    async def commands(self) -> list[str]:
        """The command menu of her chat."""
        chat_id = self.id if self._chat is None else self._chat.id
        menu = await self.stage.get(f"/chats/{chat_id}/commands?user_id={self.id}")
        return [row["command"] for row in menu["commands"]]

    async def downloads(self, file_id: str) -> bytes:
        content: bytes = await self.stage.get(f"/files/{file_id}")
        return content

    async def _act(self, act: str, body: Json | aiohttp.FormData) -> Any:
        self._since = self.stage.tick
        if self._chat is not None:
            if isinstance(body, aiohttp.FormData):
                body.add_field("chat_id", str(self._chat.id))
            else:
                body = {**body, "chat_id": self._chat.id}
        try:
            return await self.stage.post(f"/users/{self.id}/{act}", body)
        except ActRefused as error:
            words = f"{self.name} cannot {act}: {error}; her chat:\n{self.screen}"
            raise ActRefused(words, error.status) from error

    async def _answer(self, callback_query_id: str, label: str, within: float) -> Answer:
        def found() -> Answer | None:
            for event in reversed(self.stage.events):
                if event["kind"] == "callback_answer" and event["callback_query_id"] == callback_query_id:
                    return Answer("callback", event["text"], event["show_alert"], event["url"])
            return None

        return await self._wait(found, f"an answer to her tap on {label!r}", within)

    async def _wait(
        self, found: Callable[[], _Found | None], wanted: str, within: float = WITHIN_SECONDS
    ) -> _Found:
        try:
            return await self.stage.until(found, wanted, within)
        except TimeoutError as error:
            raise NotSeen(self, f"{wanted} within {within:g} s") from error

    def _inline(
        self, label: Label, message_id: int | None = None, nth: int = 1
    ) -> tuple[Message, str, int] | None:
        """The message, the label, and the button's place among all of the message."""
        for wanted in _alternatives(label):
            for message in self.screen.newest_first():
                if message_id is None or message.id == message_id:
                    fitting = [n for n, text in enumerate(message.buttons) if _is_label(wanted, text)]
                    if len(fitting) >= nth:
                        place = fitting[nth - 1]
                        return message, message.buttons[place], place
        return None

    def _key(self, label: Label) -> tuple[None, str, int] | None:
        for wanted in _alternatives(label):
            for row in (self.keyboard or {}).get("keyboard", []):
                for key in row:
                    text = key if isinstance(key, str) else str(key["text"])
                    if _is_label(wanted, text):
                        return None, text, 0
        return None


def _id(message: Message | int | None) -> int | None:
    return message.id if isinstance(message, Message) else message


def _matches(wanted: Wanted, text: str) -> bool:
    return wanted in text if isinstance(wanted, str) else wanted.search(text) is not None


def _is_label(wanted: Wanted, text: str) -> bool:
    return wanted == text if isinstance(wanted, str) else wanted.search(text) is not None


def _has(message: Message, button: Label | None) -> bool:
    return button is None or any(
        _is_label(wanted, text) for wanted in _alternatives(button) for text in message.buttons
    )


def _alternatives(label: Label) -> Sequence[Wanted]:
    return [label] if isinstance(label, str | re.Pattern) else label


def _shown(wanted: Label) -> str:
    if isinstance(wanted, str):
        return repr(wanted)
    return f"/{wanted.pattern}/" if isinstance(wanted, re.Pattern) else _shown(wanted[-1])


def _form(contents: tuple[Path | bytes, ...], name: str, caption: str) -> aiohttp.FormData:
    form = aiohttp.FormData({"caption": caption})
    for content in contents:
        data = content.read_bytes() if isinstance(content, Path) else content
        form.add_field("file", data, filename=content.name if isinstance(content, Path) else name)
    return form
