"""A shop and a chat server that are there only as far as the page's server needs them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web

from bot.playground.shop import Pane, ShopStarting, UnknownMessage

OPENED = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


class QuietChats:
    def add_routes(self, app: web.Application) -> None:
        async def control(request: web.Request) -> web.Response:
            return web.json_response({"boot": "b", "seq": 1})

        app.router.add_get("/control", control)


class SmallShop:
    """Records what it was asked; `starting` makes it answer as a shop that is not open yet."""

    def __init__(self, *, panes: list[Pane] | None = None, starting: str | None = None) -> None:
        self.people = panes if panes is not None else [Pane(7, "Mia Winter", "consumer", "Cooks tonight")]
        self.starting = starting
        self.fraction = 1.0
        self.time = OPENED
        self.resets = 0
        self.reasons: dict[tuple[int, int], dict[str, Any]] = {}

    def _open(self) -> None:
        if self.starting is not None:
            raise ShopStarting(self.starting)

    async def panes(self) -> list[Pane]:
        self._open()
        return self.people

    async def progress(self) -> dict[str, Any]:
        return {"stage": "training", "fraction": self.fraction, "detail": "Learning"}

    async def why(self, chat_id: int, message_id: int) -> dict[str, Any]:
        self._open()
        if (chat_id, message_id) not in self.reasons:
            raise UnknownMessage(chat_id, message_id)
        return self.reasons[chat_id, message_id]

    async def now(self) -> datetime:
        self._open()
        return self.time

    async def jump(self, seconds: int) -> datetime:
        self._open()
        self.time += timedelta(seconds=seconds)
        return self.time

    async def jump_to_next(self) -> datetime:
        return await self.jump(1800)

    async def new_person(self, first_name: str, role: str, language: str) -> Pane:
        self._open()
        self.people = [*self.people, Pane(100 + len(self.people), first_name, role, language)]
        return self.people[-1]

    async def reset(self) -> None:
        self.resets += 1
