"""`errand play`: the emulator, the stand-in bank, the page and the real bot in one process.

The page answers as soon as its socket is open; the shop behind it migrates, moves in and starts meanwhile.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp.web import HTTPServiceUnavailable
from sqlmodel import Session

from bot.app import Errand, Surroundings, open_shop
from bot.clock import Clock
from bot.desk import ErrandDesk
from bot.dialogue.process import RasaProcess, Stage
from bot.playground import town
from bot.playground.agenda import agenda
from bot.playground.bank import BANK, Bank, make_bank
from bot.playground.bank.faults import BadFaults, Faults, changed
from bot.playground.emulator import Emulator
from bot.playground.emulator import Settings as EmulatorSettings
from bot.playground.emulator import people as chat_people
from bot.playground.home import PLAY_KEY, hook_secret, keep_time, kept_time, play_settings, wipe
from bot.playground.readings import NotedDialogue, NotingDesk, Readings
from bot.playground.script.recording import Record
from bot.playground.script.routes import Scripts
from bot.playground.server import OpenPlayground, make_app, open_playground
from bot.playground.shop import CannotBeDone, Due, Pane, ShopStarting, UnknownMessage
from bot.playground.why import Said, why
from bot.playground.world import world
from bot.roles import show_menus
from bot.settings import ROOT, Settings
from bot.web.routes import SHOP_WEB, ShopWeb, stripe_webhook
from commerce.methods.fetching import Guard
from commerce.people.models import Role
from commerce.settlement.running import ReturnPages

__all__ = ["Play", "open_play", "play"]

STRIPE_HOOK = "/stripe"
PROJECT_NAME = "Errand"
SETTLE_SECONDS = 20.0
OPENING = "opening the shop"
OPENING_DETAIL = "The town, its sellers and its shelves are being put in place."
OPENING_FRACTION = 0.05
HINTS = {
    Role.CONSUMER: "Say hello, or send a page: the guide has some.",
    Role.SELLER: "Answers inquiries: one tap, or a reply in words.",
    Role.CARRIER: "Collects and delivers.",
    Role.COORDINATOR: "Puts combinations together.",
    Role.ADMIN: "/orders, /order CODE, /sites.",
}


class Play:
    """What the playground's page shows that only Errand knows: the port `Shop` of bot/playground/shop.py."""

    def __init__(self, settings: Settings, home: Path, engine: RasaProcess | None) -> None:
        self.home = home
        self.engine = engine
        self.clock = Clock(kept_time(home))
        self.readings = Readings(home / "readings.jsonl")
        self.shop: Errand | None = None
        self.emulator = Emulator(
            EmulatorSettings(
                first_name=PROJECT_NAME,
                username="errand_play_bot",
                database=home / "chats.sqlite",
                clock=lambda: self.clock().timestamp(),
            )
        )
        signed_with = hook_secret(home)
        self.bank_app = make_bank(home / "bank.sqlite", None, signed_with, PLAY_KEY, clock=self.clock)
        self.bank.told = self._tell_of_bank
        self._opening_since = time.monotonic()
        self._settings = play_settings(settings, home, self.emulator.token, signed_with)
        self._around = Surroundings()
        self._sites_address = ""
        self._open = AsyncExitStack()
        self._changing = asyncio.Lock()
        self._resetting: asyncio.Task[None] | None = None

    @property
    def bank(self) -> Bank:
        return self.bank_app[BANK]

    def meet(self, opened: OpenPlayground) -> None:
        """Say where everything is: the shop, once it starts, talks to this playground alone."""
        self.bank.webhook_url = opened.address + STRIPE_HOOK
        self._sites_address = f"{opened.address}/sites"
        self._around = Surroundings(
            base_url=f"{opened.address}/bot",
            base_file_url=f"{opened.address}/file/bot",
            guard=Guard(openings=frozenset({(opened.host, opened.port)})),
            stripe_base=opened.bank_address,
            pages=ReturnPages(opened.back_address("paid"), opened.back_address("cancelled")),
            engine=self.engine,
            dialogue=lambda rasa: NotedDialogue(rasa, self.readings),
        )

    async def start(self) -> None:
        """Open the shop: what an earlier process left unfinished goes on."""
        async with self._changing:
            _wake_up_town(self.emulator)
            opening = open_shop(self._settings, self._around, self.clock, prepare=self._move_in)
            shop = await self._open.enter_async_context(opening)
            assert isinstance(shop.intake.desk, ErrandDesk)
            shop.intake.desk = NotingDesk(shop.intake.desk, self.readings)
            self.shop = shop

    def _move_in(self, session: Session, now: datetime) -> None:
        town.move_in(session, now)
        town.settle_sites(session, now, self._sites_address)

    async def stop(self) -> None:
        if self._resetting is not None:
            await asyncio.wait({self._resetting})
        async with self._changing:
            self.shop = None
            await self._open.aclose()

    async def panes(self) -> list[Pane]:
        """The people of the demo world in its order, then whoever came later."""
        known = list(town.accounts().values())
        people = {one.account: one for one in await self._running().units.run(town.residents)}
        panes = []
        for card, account in zip(world.people(), known, strict=True):
            works_for = people[account].works_for if account in people else ""
            name = f"{card.first_name} {card.last_name}" if not works_for else card.first_name
            panes.append(_pane(town.Resident(account, name, Role(card.role.value), works_for)))
        return panes + [_pane(one) for account, one in people.items() if account not in known]

    async def progress(self) -> dict[str, Any]:
        if self.shop is None:
            seconds = time.monotonic() - self._opening_since
            return _progress(OPENING, OPENING_FRACTION, OPENING_DETAIL, seconds)
        if self.engine is None:
            return _progress("off", 1.0, "free text is switched off", 0.0)
        progress = self.engine.progress
        return _progress(progress.stage.value, progress.fraction, progress.detail, self.engine.stage_seconds)

    async def retry_engine(self) -> None:
        if self.engine is None or self.engine.progress.stage is not Stage.FAILED:
            raise CannotBeDone("The dialogue engine has not failed: there is nothing to try again.")
        await self.engine.stop()
        await self.engine.start()

    async def why(self, chat_id: int, message_id: int, update_id: int | None = None) -> dict[str, Any]:
        """What became of a person's message or tap, or which facts a message of the shop shows."""
        desk, said = self._desk(), self._said(chat_id, message_id)
        told = await self._running().units.run(
            lambda session: why(
                desk.stage(session), self.readings, chat_id, message_id, update=update_id, said=said
            )
        )
        if not told:
            raise UnknownMessage(chat_id, message_id)
        return told

    def _desk(self) -> ErrandDesk:
        """The shop's own, behind the one that takes notes."""
        noting = self._running().intake.desk
        assert isinstance(noting, NotingDesk)
        return noting.desk

    def _said(self, chat_id: int, message_id: int) -> Said | None:
        chat = self.emulator.desk.world.chats.get(chat_id)
        posted = chat.messages.get(message_id) if chat is not None else None
        if posted is None or not posted.from_bot:
            return None
        text = posted.message.get("text") or posted.message.get("caption") or ""
        return Said(str(text), datetime.fromtimestamp(posted.message["date"], UTC))

    async def now(self) -> datetime:
        return self.clock().astimezone(ZoneInfo(self._settings.shop.time_zone))

    async def jump(self, seconds: int) -> datetime:
        self._running()
        return await self._jumped(self.clock.jump(timedelta(seconds=seconds)))

    async def jump_to_next(self) -> datetime:
        ahead = await self._running().scheduler.next_due()
        now = self.clock()
        if ahead is not None and ahead > now:
            now = self.clock.jump(ahead - now + timedelta(seconds=1))
        return await self._jumped(now)

    async def agenda(self) -> list[Due]:
        shop = self._running()
        kinds = shop.scheduler.runners.keys()
        return await shop.units.run(lambda session: agenda(session, kinds))

    async def bank_faults(self) -> dict[str, Any]:
        return self.bank.shown_faults()

    async def set_bank_faults(self, wished: Mapping[str, object]) -> dict[str, Any]:
        try:
            self.bank.set_faults(changed(self.bank.faults, wished))
        except BadFaults as bad:
            raise CannotBeDone(str(bad)) from bad
        return self.bank.shown_faults()

    async def everything_works(self) -> None:
        self.bank.set_faults(Faults())
        desk = self.emulator.desk
        desk.faults.remove()
        desk.delay_ms = 0
        for person in desk.world.people.values():
            if person.blocked:
                chat_people.unblock(desk, person)
        desk.store.commit()

    async def restart(self) -> None:
        """What the shop had not written down is gone, as after a crash; unlike in a crash, what a task was
        just committing is."""
        self._running()
        async with self._changing:
            self.shop = None
            self._opening_since = time.monotonic()
            await self._open.aclose()
        await self.start()

    async def new_person(self, first_name: str, role: str, language: str, works_for: str = "") -> Pane:
        """Somebody new; with a role other than consumer she is registered at once, as an admin would."""
        shop = self._running()
        if role not in set(Role):
            raise CannotBeDone(f"There is no part called “{role}”: {', '.join(Role)}.")
        wished = Role(role)
        if works_for and not await shop.units.run(partial(town.is_workplace, role=wished, name=works_for)):
            raise CannotBeDone(f"No {wished} works at “{works_for}”. Choose a place from the list.")
        made = chat_people.add(self.emulator.desk, first_name, language_code=language)
        enter = partial(
            town.register, account=made.id, name=first_name, language=language, role=wished, now=self.clock(),
            works_for=works_for,
        )  # fmt: skip
        resident = await shop.units.run(enter)
        if wished is not Role.CONSUMER:
            await show_menus(shop.bot, shop.units, shop.settings.shop)
        return _pane(resident)

    async def reset(self) -> None:
        """A clean town. It goes through to its end even if the page that asked for it is closed meanwhile."""
        if self._resetting is None or self._resetting.done():
            self._running()
            self._resetting = asyncio.create_task(self._begin_anew(), name="reset")
        await asyncio.shield(self._resetting)

    def web(self) -> ShopWeb:
        """What the webhook routes need; 503 while the shop starts, so that a webhook comes again."""
        shop = self.shop
        if shop is None:
            raise HTTPServiceUnavailable
        return ShopWeb(shop.intake, shop.units, shop.clock, shop.provider, shop.settings, self.engine)

    def _tell_of_bank(self, kind: str, fields: dict[str, Any]) -> None:
        """The page follows one stream of events: the emulator's."""
        self.emulator.desk.journal.publish(f"bank_{kind}", **fields)

    async def _begin_anew(self) -> None:
        async with self._changing:
            self.shop = None
            self._opening_since = time.monotonic()
            await self._open.aclose()
            wipe(self.home)
            self.clock.ahead = timedelta()
            self.readings.forget()
            self.bank.reset()
            self.emulator.desk.reset(keep_people=False)
        await self.start()

    def _running(self) -> Errand:
        if self.shop is None:
            raise ShopStarting(OPENING)
        return self.shop

    async def _jumped(self, now: datetime) -> datetime:
        shop = self._running()
        keep_time(self.home, self.clock.ahead)
        shop.scheduler.wake()
        async with asyncio.timeout(SETTLE_SECONDS):
            await shop.settled()
        return now


@asynccontextmanager
async def open_play(
    settings: Settings,
    *,
    home: Path | None = None,
    host: str = "127.0.0.1",
    port: int = 0,
    engine: RasaProcess | None = None,
    page_answers: Callable[[OpenPlayground], None] = lambda _: None,
) -> AsyncIterator[tuple[Play, OpenPlayground]]:
    """The whole playground. `page_answers` is called before the shop is ready, the body runs after that.

    Raises `OSError` when the port is taken.
    """
    home = home or settings.var / "play"
    home.mkdir(parents=True, exist_ok=True)
    own = Play(settings, home, engine)
    app = make_app(own, own.emulator, bank=own.bank_app)
    app[SHOP_WEB] = own.web
    app.router.add_post(STRIPE_HOOK, stripe_webhook)
    scripts = Scripts(own.emulator.desk, Record(own.emulator.desk, home / "played.jsonl"), own.readings.any)
    scripts.add_to(app)
    async with AsyncExitStack() as closing:
        closing.push_async_callback(own.emulator.stop)
        opened = await open_playground(app, host=host, port=port)
        closing.push_async_callback(opened.close)
        own.meet(opened)
        await own.emulator.start()
        page_answers(opened)
        closing.push_async_callback(own.stop)
        closing.push_async_callback(scripts.close)
        await scripts.start()
        await own.start()
        yield own, opened


async def play(
    settings: Settings,
    *,
    home: Path | None = None,
    host: str = "127.0.0.1",
    port: int = 8080,
    engine: bool = True,
) -> None:
    """Run the playground until cancelled, and say where it is."""
    home = home or settings.var / "play"
    rasa = RasaProcess(ROOT, memory=home / "dialogue.sqlite") if engine else None

    def tell(opened: OpenPlayground) -> None:
        print(f"Errand's playground is open at {opened.address}", flush=True)

    async with open_play(settings, home=home, host=host, port=port, engine=rasa, page_answers=tell):
        await asyncio.Event().wait()


def _wake_up_town(emulator: Emulator) -> None:
    """Everyone of the demo world is in the messenger; those who work there have started the bot."""
    for card, account in zip(world.people(), town.accounts().values(), strict=True):
        if account in emulator.desk.world.people:
            continue
        person = chat_people.add(
            emulator.desk,
            card.first_name,
            last_name=card.last_name,
            username=card.username,
            language_code=card.language_code,
            user_id=account,
        )
        if card.role is not world.Role.CONSUMER:
            chat_people.start(emulator.desk, person)


def _progress(stage: str, fraction: float, detail: str, seconds: float) -> dict[str, Any]:
    return {"stage": stage, "fraction": fraction, "detail": detail, "seconds": round(seconds, 1)}


def _pane(resident: town.Resident) -> Pane:
    title = f"{resident.works_for} · {resident.name}" if resident.works_for else resident.name
    return Pane(resident.account, title, resident.role.value, HINTS[resident.role], resident.works_for)
