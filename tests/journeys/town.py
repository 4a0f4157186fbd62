"""The demo world as a stage for journeys: its people by name, and shortcuts to well-known points."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.dialogue import Dialogue, Endpoint, Progress, RasaProcess
from bot.playground import town as demo
from bot.playground.home import keep_time, kept_time
from bot.playground.play import Play, open_play
from bot.playground.script.headless import brisk
from bot.playground.server import OpenPlayground
from bot.settings import ROOT, Settings, read_settings
from tests.kit.person import Person
from tests.kit.rasa import RunningRasa
from tests.kit.wire import Wire

__all__ = ["RISOTTO", "SharedRasa", "Town", "open_town", "quick"]

MORNING = time(9, 30)
RISOTTO = ("simmerandspoon.example", "basil-risotto")


@dataclass
class Town:
    play: Play
    opened: OpenPlayground
    wire: Wire
    met: dict[str, Person] = field(default_factory=dict)

    async def person(self, key: str) -> Person:
        """Somebody of the demo world: mia, jonas, aylin, …"""
        if key not in self.met:
            self.met[key] = await self.wire.meet(demo.account_of(key))
        return self.met[key]

    async def newcomer(self, first_name: str, role: str = "consumer", language: str = "en") -> Person:
        """Somebody whom the demo world does not have yet."""
        pane = await self.play.new_person(first_name, role, language)
        return await self.wire.meet(pane.user_id)

    def page(self, host: str, path: str) -> str:
        return self.opened.page_address(host, path)


def quick() -> Settings:
    """The settings as delivered, but for an outbox that writes at no human pace."""
    return brisk(read_settings(environment={}))


@asynccontextmanager
async def open_town(
    settings: Settings, home: Path, engine: RasaProcess | None = None, *, starts: time = MORNING
) -> AsyncIterator[Town]:
    """`engine` understands free text; one that tests share is a `SharedRasa`.

    In a new home the shop's clock `starts` at this time of its day, whenever the test runs: a journey just
    before midnight would read "tomorrow" where "today" was said.
    """
    if not kept_time(home):
        now = datetime.now(UTC)
        next_day = settings.shop.day(now) + timedelta(days=1)
        keep_time(home, datetime.combine(next_day, starts, ZoneInfo(settings.shop.time_zone)) - now)
    async with open_play(settings, home=home, engine=engine) as (play, opened):
        assert play.emulator is not None
        async with Wire.attached(opened.address, play.emulator.token, play.emulator) as wire:
            yield Town(play, opened, wire)


class SharedRasa(RasaProcess):
    """The session's one dialogue process as the engine of a town: the town neither starts nor ends it."""

    def __init__(self, shared: RunningRasa) -> None:
        super().__init__(ROOT)
        self._shared = shared

    @property
    def progress(self) -> Progress:
        return self._shared.progress

    @property
    def endpoint(self) -> Endpoint | None:
        return self._shared.endpoint

    async def start(self) -> None:
        """Nobody in this town has talked to it before: what it remembers of other tests is forgotten."""
        dialogue = Dialogue(self)
        for account in demo.accounts().values():
            await dialogue.forget(str(account))
        await dialogue.close()

    async def stop(self) -> None:
        return
