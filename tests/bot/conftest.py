"""A courier and an intake on the emulator's wire, with a SQLite file and a desk that echoes."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

import bot.inbox  # noqa: F401 - its table belongs to the database too
from bot.arrivals import Arrival
from bot.courier import Courier
from bot.intake import Intake
from bot.transport import AiohttpRequest, ShopBot
from commerce import outbox
from commerce.database import Units, open_engine
from commerce.outbox import Outgoing
from commerce.people.service import arrive
from commerce.tables import METADATA
from tests.kit.fixtures import wire  # noqa: F401
from tests.kit.wire import Wire

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
PATIENCE_SECONDS = 10


class Cannot(Exception):
    """A refusal, as the business has them."""


class Broken(Exception):
    """A bug."""


@dataclass
class EchoDesk:
    """Says each text again and remembers what it handled. `refuse …` is refused; `break …` is a bug; while
    `broken_telling` not even that can be told."""

    handled: list[str] = field(default_factory=list)
    slow: dict[str, asyncio.Event] = field(default_factory=dict)
    broken_telling: bool = False
    something: asyncio.Event = field(default_factory=asyncio.Event)
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)

    async def understand(self, arrival: Arrival) -> object:
        if arrival.text in self.slow:
            await self.slow[arrival.text].wait()
        return arrival.text or arrival.data

    def handle(self, session: Session, arrival: Arrival, wish: object) -> str:
        words = str(wish)
        arrive(session, arrival.account, arrival.name, arrival.language, NOW)
        outbox.post(session, arrival.account, {"text": f"echo {words}"}, NOW)
        if words.startswith("refuse"):
            raise Cannot(words)
        if words.startswith("break"):
            raise Broken(words)
        self.handled.append(words)
        self.loop.call_soon_threadsafe(self.something.set)
        return "Echo"

    def refuse(self, session: Session, arrival: Arrival, error: Exception) -> bool:
        if self.broken_telling:
            raise Broken("telling")
        if isinstance(error, Cannot):
            outbox.post(session, arrival.account, {"text": "That cannot be done."}, NOW)
        return isinstance(error, Cannot)

    def apologise(self, session: Session, arrival: Arrival, reference: str) -> None:
        if self.broken_telling:
            raise Broken("telling")
        outbox.post(session, arrival.account, {"text": f"Sorry, our mistake: {reference}"}, NOW)


@dataclass
class Core:
    """Intake and courier over one wire and one database; `running` starts them, as a process would."""

    wire: Wire
    database: Path
    desk: EchoDesk = field(default_factory=EchoDesk)
    per_second: float = 1000.0
    burst: int = 1000
    broadcast_per_second: float = 1000.0
    ahead: timedelta = timedelta()
    began: float = field(default_factory=time.monotonic)
    units: Units = field(init=False)
    bot: ShopBot = field(init=False)
    intake: Intake = field(init=False)
    courier: Courier = field(init=False)

    def clock(self) -> datetime:
        return NOW + self.ahead + timedelta(seconds=time.monotonic() - self.began)

    async def open(self) -> None:
        engine = open_engine(f"sqlite:///{self.database}")
        METADATA.create_all(engine)
        self.units = Units(engine)
        self.bot = ShopBot(
            self.wire.token,
            base_url=self.wire.base_url,
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(connection_pool_size=2),
        )
        await self.bot.initialize()
        self.courier = Courier(
            self.bot, self.units, self.clock, per_second=self.per_second, burst=self.burst,
            broadcast_per_second=self.broadcast_per_second,
        )  # fmt: skip
        self.units.after_commit = lambda _stirred: self.courier.wake()
        self.intake = Intake(self.bot, self.units, self.desk, self.clock)

    async def close(self) -> None:
        await self.intake.stop()
        await self.bot.shutdown()
        self.units.close()

    @asynccontextmanager
    async def delivering(self, *, poll: bool = False) -> AsyncIterator[None]:
        """The courier runs, and the polling if wished."""
        tasks = [asyncio.create_task(self.courier.run())]
        if poll:
            tasks.append(asyncio.create_task(self.intake.poll()))
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            for task in tasks:
                with suppress(asyncio.CancelledError):
                    await task

    async def posts(self, chat: int, text: str, **details: Any) -> None:
        buttons = details.pop("buttons", None)
        payload = {"text": text} | ({"buttons": buttons} if buttons else {})
        await self.units.run(lambda session: outbox.post(session, chat, payload, self.clock(), **details))

    async def rows(self) -> list[Outgoing]:
        return await self.units.run(
            lambda session: list(session.exec(select(Outgoing).order_by(Outgoing.seq)))
        )

    async def states(self) -> list[str]:
        return [row.state.value for row in await self.rows()]


@pytest.fixture
async def core(wire: Wire, tmp_path: Path) -> AsyncIterator[Core]:  # noqa: F811
    made = Core(wire, tmp_path / "errand.sqlite")
    await made.open()
    yield made
    await made.close()


def message(update_id: int, chat: int, text: str) -> dict[str, Any]:
    """An update as it comes from Telegram."""
    person = {"id": chat, "is_bot": False, "first_name": f"P{chat}"}
    body = {"message_id": update_id, "date": 1, "chat": {"id": chat, "type": "private"}, "from": person}
    return {"update_id": update_id, "message": body | {"text": text}}
