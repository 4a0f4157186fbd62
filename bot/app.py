"""The composition root: one asyncio loop with the bot, the web, the scheduler and the dialogue engine."""

import asyncio
import contextlib
import logging
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from aiohttp import web
from sqlalchemy import Engine
from sqlmodel import Session

from bot.clock import Clock
from bot.courier import Courier
from bot.desk import ErrandDesk
from bot.dialogue.client import Dialogue
from bot.dialogue.process import RasaProcess
from bot.intake import ALLOWED_UPDATES, Intake
from bot.roles import SHOW_MENU, menu_runner, show_menus
from bot.running import given_up, runners
from bot.running.reading import AwaitedLists
from bot.settings import ROOT, BadSettings, Settings
from bot.sweeping import SWEEP_EVERY_SECONDS, sweeper
from bot.transport import AiohttpRequest, ShopBot
from bot.web.routes import SHOP_WEB, ShopWeb, add_routes
from commerce.database import SWITCH_SECONDS, Stir, Units, open_engine
from commerce.methods.fetching import Guard
from commerce.migrating import upgrade
from commerce.settlement.provider import SettlementProvider
from commerce.settlement.running import ReturnPages
from commerce.settlement.running import runners as settlement_runners
from commerce.settlement.stripe_provider import StripeProvider
from commerce.vault import Vault
from scheduler.working import Runner, Scheduler

__all__ = ["Errand", "Surroundings", "open_shop", "run"]

Prepare = Callable[[Session, datetime], object]
log = logging.getLogger(__name__)

POLL_READ_SECONDS = 40.0


@dataclass(frozen=True)
class Surroundings:
    """What differs between real life, the playground and tests."""

    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    guard: Guard = field(default_factory=Guard)
    stripe_base: str | None = None
    pages: ReturnPages = field(default_factory=ReturnPages)
    engine: RasaProcess | None = None
    dialogue: Callable[[RasaProcess], Dialogue] = Dialogue


class PartEnded(Exception):
    """The courier or the polling ended although nobody asked it to: the process has to be started anew."""


class Errand:
    """The running shop."""

    def __init__(
        self,
        settings: Settings,
        around: Surroundings,
        clock: Clock,
        database: Engine,
        provider: SettlementProvider | None,
        vault: Vault,
    ) -> None:
        token = settings.secrets.bot_token
        if token is None:
            raise BadSettings("TELEGRAM_BOT_TOKEN is not set: get a token from @BotFather and export it.")
        self.settings = settings
        self.clock = clock
        self.around = around
        self.provider = provider
        self.units = Units(database)
        self.dialogue = around.dialogue(around.engine) if around.engine else None
        self.desk = ErrandDesk(self.units, settings, vault, clock, self.dialogue)
        self.bot = ShopBot(
            token.get_secret_value(),
            base_url=around.base_url,
            base_file_url=around.base_file_url,
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(connection_pool_size=2, read_timeout=POLL_READ_SECONDS),
        )
        self.courier = Courier(
            self.bot,
            self.units,
            clock,
            per_second=settings.chat.per_chat_per_second,
            burst=settings.chat.per_chat_burst,
            broadcast_per_second=settings.chat.broadcast_per_second,
        )
        self.intake = Intake(self.bot, self.units, self.desk, clock)
        lists = AwaitedLists(self.units, clock, settings.asking.confirmed_by)
        self.scheduler = Scheduler(self.units, clock, self._runners(lists), given_up(clock))
        self.units.announce = self.desk.announce
        self.units.after_commit = self._wake
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self, *, poll: bool = True) -> None:
        """Start everything; what an earlier process left unfinished goes on."""
        await self.bot.initialize()
        await show_menus(self.bot, self.units, self.settings.shop)
        if self.around.engine is not None:
            await self.around.engine.start()
        self.scheduler.every(SWEEP_EVERY_SECONDS, sweeper(self.units, self.clock), "sweep")
        self.scheduler.start()
        self._tasks.append(asyncio.create_task(self.courier.run(), name="courier"))
        replayed = await self.intake.replay()
        if replayed:
            log.info("%s updates of an earlier process are handled", replayed)
        if poll:
            await self.bot.delete_webhook()
            self._tasks.append(asyncio.create_task(self.intake.poll(), name="polling"))

    async def stop(self) -> None:
        """Stop cleanly; nothing is lost, the next start goes on."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.intake.stop()
        await self.scheduler.stop()
        if self.dialogue is not None:
            await self.dialogue.close()
        if self.around.engine is not None:
            await self.around.engine.stop()
        if self.provider is not None:
            await self.provider.close()
        await self.bot.shutdown()
        self.units.close()

    async def watched(self) -> None:
        """Wait for ever; a part of the shop that ends by itself ends this with its error, never silently."""
        ended, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in ended:
            task.result()
            raise PartEnded(task.get_name())

    async def settled(self) -> None:
        """Wait until nothing that is due is left to do (the playground's clock, tests)."""
        await self.intake.idle()
        await self.scheduler.idle()

    def _wake(self, stirred: frozenset[Stir]) -> None:
        if Stir.MESSAGE in stirred:
            self.courier.wake()
        if Stir.WORK in stirred:
            self.scheduler.wake()

    def _runners(self, lists: AwaitedLists) -> dict[str, Runner]:
        known = runners(lists, self.around.guard, self.bot)
        known[SHOW_MENU] = menu_runner(self.bot, self.units, self.settings.shop)
        if self.provider is not None:
            known |= settlement_runners(self.provider, self.units, self.clock, pages=self.around.pages)
        return known


def vault_of(settings: Settings) -> Vault:
    """The vault by ERRAND_VAULT_KEY; without one, a key file of this installation, made on first use."""
    key = settings.secrets.vault_key
    if key is not None:
        return Vault.from_text(key.get_secret_value())
    path = settings.var / "vault.key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(Vault.new_key_text(), encoding="ascii")
    return Vault.from_text(path.read_text(encoding="ascii").strip())


def provider_of(settings: Settings, stripe_base: str | None) -> SettlementProvider | None:
    """Stripe, if there is a key; without one, card payment cannot be offered."""
    key, secret = settings.secrets.stripe_key, settings.secrets.stripe_webhook_secret
    if key is None or secret is None:
        return None
    return StripeProvider(key.get_secret_value(), secret.get_secret_value(), api_base=stripe_base)


@asynccontextmanager
async def open_shop(
    settings: Settings,
    around: Surroundings,
    clock: Clock | None = None,
    *,
    poll: bool = True,
    prepare: Prepare | None = None,
) -> AsyncIterator[Errand]:
    """Migrate, `prepare` the data in a unit, start, and stop at the end."""
    sys.setswitchinterval(SWITCH_SECONDS)
    engine = open_engine(settings.database_url)
    await asyncio.to_thread(upgrade, engine)
    shop = Errand(
        settings,
        around,
        clock or Clock(),
        engine,
        provider_of(settings, around.stripe_base),
        vault_of(settings),
    )
    try:
        if prepare is not None:
            await shop.units.run(lambda session: prepare(session, shop.clock()))
        await shop.start(poll=poll)
        yield shop
    finally:
        await shop.stop()


async def run(settings: Settings, *, host: str = "127.0.0.1", port: int = 8080) -> None:
    """The real thing: polling, or a webhook where ERRAND_PUBLIC_URL is set. Until cancelled."""
    engine = RasaProcess(ROOT, memory=settings.var / "dialogue.sqlite")
    public = settings.public_url
    pages = ReturnPages(f"{public}/paid", f"{public}/not-paid") if public else ReturnPages()
    around = replace(Surroundings(), engine=engine, pages=pages)
    async with open_shop(settings, around, poll=not public) as shop:
        app = web.Application()
        routes = ShopWeb(shop.intake, shop.units, shop.clock, shop.provider, settings, engine)
        app[SHOP_WEB] = lambda: routes
        add_routes(app)
        server = web.AppRunner(app, access_log=None)
        await server.setup()
        await web.TCPSite(server, host, port).start()
        try:
            if public:
                await _set_webhook(shop, public)
            await shop.watched()
        finally:
            with contextlib.suppress(asyncio.CancelledError):
                await server.cleanup()


async def _set_webhook(shop: Errand, public: str) -> None:
    secret = shop.settings.secrets.webhook_secret
    if secret is None:
        raise BadSettings("ERRAND_WEBHOOK_SECRET is not set: a webhook needs one (A-Z a-z 0-9 _ -).")
    await shop.bot.set_webhook(
        f"{public}/telegram", secret_token=secret.get_secret_value(), allowed_updates=ALLOWED_UPDATES
    )
