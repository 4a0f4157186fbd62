"""A shop and a chat server that are there only as far as the page's server needs them."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web

from bot.playground.bank.faults import BadFaults, Faults, changed
from bot.playground.shop import CannotBeDone, Due, Pane, ShopStarting, UnknownMessage

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
        self.stage = "training"
        self.detail = "Learning"
        self.faults = Faults()
        self.due: list[Due] = []
        self.restarts = 0
        self.retries = 0
        self.time = OPENED
        self.resets = 0
        self.reasons: dict[tuple[int, int], dict[str, Any]] = {}
        self.taps: dict[int, dict[str, Any]] = {}

    def _open(self) -> None:
        if self.starting is not None:
            raise ShopStarting(self.starting)

    async def panes(self) -> list[Pane]:
        self._open()
        return self.people

    async def progress(self) -> dict[str, Any]:
        return {"stage": self.stage, "fraction": self.fraction, "detail": self.detail, "seconds": 65.0}

    async def retry_engine(self) -> None:
        if self.stage != "failed":
            raise CannotBeDone("It has not failed.")
        self.retries += 1
        self.stage, self.fraction, self.detail = "installing", 0.1, ""

    async def why(self, chat_id: int, message_id: int, update_id: int | None = None) -> dict[str, Any]:
        self._open()
        if update_id is not None:
            return self.taps[update_id]
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
        waiting = await self.agenda()
        return await self.jump(int((waiting[0].at - self.time).total_seconds()) if waiting else 1800)

    async def agenda(self) -> list[Due]:
        self._open()
        return [one for one in self.due if one.at > self.time]

    async def bank_faults(self) -> dict[str, Any]:
        return {**asdict(self.faults), "hits": {}}

    async def set_bank_faults(self, wished: Mapping[str, object]) -> dict[str, Any]:
        try:
            self.faults = changed(self.faults, wished)
        except BadFaults as bad:
            raise CannotBeDone(str(bad)) from bad
        return await self.bank_faults()

    async def everything_works(self) -> None:
        self.faults = Faults()

    async def restart(self) -> None:
        self._open()
        self.restarts += 1

    async def new_person(self, first_name: str, role: str, language: str, works_for: str = "") -> Pane:
        self._open()
        pane = Pane(100 + len(self.people), first_name, role, language, works_for)
        self.people = [*self.people, pane]
        return self.people[-1]

    async def reset(self) -> None:
        self.resets += 1
