"""Asks the dialogue process what a person means."""

from datetime import date
from typing import Protocol

import aiohttp

from bot.dialogue.process import Endpoint, Progress, Stage, ask
from bot.dialogue.reading import Json, NotAReading, Reading, reading_of

TURN_TIMEOUT_SECONDS = 8
LONGEST_TEXT = 2000


class Away(Exception):
    """The dialogue is not to be had right now: it is being prepared, restarts, or has failed."""

    def __init__(self, stage: Stage, detail: str = "") -> None:
        super().__init__(f"the dialogue is away ({stage}) {detail}".rstrip())
        self.stage = stage
        self.detail = detail


class Whereabouts(Protocol):
    """Where the dialogue process is, and how far: a RasaProcess."""

    @property
    def endpoint(self) -> Endpoint | None: ...

    @property
    def progress(self) -> Progress: ...


class Dialogue:
    """The conversation that Rasa holds with each chat. One for the process; `close` it at the end."""

    def __init__(self, rasa: Whereabouts) -> None:
        self._rasa = rasa
        self._session: aiohttp.ClientSession | None = None

    async def read(
        self,
        chat: str,
        text: str,
        *,
        role: str = "consumer",
        pending: str = "none",
        today: date | None = None,
    ) -> Reading:
        """Reads one message of `chat`.

        `pending` says what the bot has just shown ("list", "proposal", …) or which question is open: "ask_"
        and the `asks` of the last reading. The caller decides: with any other `pending` no question is open.
        `role` weighs the reading, too. `today`, in the place of the shop, turns "friday" into a date; without
        it such words stay words. Only the first 2,000 characters are read. Raises Away.
        """
        answer = await self._ask(
            "turn",
            {
                "chat": chat,
                "text": text[:LONGEST_TEXT],
                "role": role,
                "pending": pending,
                "today": today.isoformat() if today else None,
            },
        )
        try:
            return reading_of(answer)
        except NotAReading as error:
            raise Away(self._rasa.progress.stage, str(error)) from error

    async def note(self, chat: str, *, asked: str | None) -> None:
        """Tells the dialogue which question is now open, where that was decided without it, by a button.

        `asked`: "ask_servings", "ask_quantity", "ask_address", "ask_window", or None when none is open.
        Raises Away.
        """
        await self._ask("note", {"chat": chat, "asked": asked})

    async def forget(self, chat: str) -> None:
        """Erases whatever the dialogue remembers of `chat`. Raises Away."""
        await self._ask("forget", {"chat": chat})

    async def close(self) -> None:
        """Closes the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _ask(self, what: str, body: dict[str, Json]) -> Json:
        endpoint = self._rasa.endpoint
        if endpoint is None:
            raise Away(self._rasa.progress.stage, self._rasa.progress.detail)
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TURN_TIMEOUT_SECONDS))
        try:
            return await ask(self._session, endpoint, what, body)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise Away(self._rasa.progress.stage, str(error)) from error
