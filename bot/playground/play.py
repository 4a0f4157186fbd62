"""`errand play`: the emulator, the stand-in bank, the page and the real bot in one process."""

import asyncio
import json
import secrets
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from aiohttp.web import HTTPServiceUnavailable
from pydantic import SecretStr
from sqlmodel import Session, col, select

from bot.app import Errand, Surroundings, open_shop
from bot.clock import Clock
from bot.dialogue.process import RasaProcess
from bot.inbox import InboxRow
from bot.playground import town
from bot.playground.bank import BANK, make_bank
from bot.playground.emulator import Emulator
from bot.playground.emulator import Settings as EmulatorSettings
from bot.playground.emulator import people as chat_people
from bot.playground.server import OpenPlayground, make_app, open_playground
from bot.playground.shop import Pane, ShopStarting, UnknownMessage
from bot.playground.world import world
from bot.roles import show_menus
from bot.settings import ROOT, Settings
from bot.web.routes import SHOP_WEB, ShopWeb, stripe_webhook
from commerce.events import history
from commerce.methods.fetching import Guard
from commerce.outbox import Outgoing, Shown
from commerce.people.models import Focus, Person, PersonRole, Role
from commerce.people.service import arrive, grant
from commerce.settlement.running import ReturnPages

__all__ = ["Play", "open_play", "play"]

STRIPE_HOOK = "/stripe"
PLAY_KEY = "sk_test_playground"
PROJECT_NAME = "Errand"
SETTLE_SECONDS = 20.0


class Play:
    """What the playground's page shows that only Errand knows: the port `Shop` of bot/playground/shop.py."""

    def __init__(self, home: Path, engine: RasaProcess | None) -> None:
        self.home = home
        self.engine = engine
        self.clock = Clock(_kept_time(home))
        self.shop: Errand | None = None
        self.emulator: Emulator | None = None
        self.stage = "starting"

    async def panes(self) -> list[Pane]:
        shop = self._running()
        known = {
            account: card for card, account in zip(world.people(), town.accounts().values(), strict=True)
        }
        panes = [Pane(a, _title(card), card.role.value, _hint(card)) for a, card in known.items()]
        people = await shop.units.run(
            lambda session: list(
                session.exec(
                    select(Person, PersonRole)
                    .join(PersonRole, col(PersonRole.person_id) == col(Person.id))
                    .where(col(Person.account).not_in(known))
                )
            )
        )
        newcomers: dict[int, Pane] = {}
        for person, role in people:
            if person.account not in newcomers or role.role is not Role.CONSUMER:
                newcomers[person.account] = Pane(person.account, person.name, role.role.value, "")
        return panes + list(newcomers.values())

    async def progress(self) -> dict[str, Any]:
        if self.engine is None:
            return {"stage": "off", "fraction": 1.0, "detail": "free text is switched off"}
        progress = self.engine.progress
        return {
            "stage": progress.stage.value,
            "fraction": progress.fraction,
            "detail": progress.detail,
        }

    async def why(self, chat_id: int, message_id: int) -> dict[str, Any]:
        """What became of a person's message, or which facts a message of the shop shows."""
        shop = self._running()

        def look(session: Session) -> dict[str, Any]:
            told: dict[str, Any] = {}
            for row in session.exec(
                select(InboxRow)
                .where(InboxRow.lane == chat_id)
                .order_by(col(InboxRow.update_id).desc())
                .limit(200)
            ):
                message = row.payload.get("message") or {}
                if message.get("message_id") == message_id:
                    told["It became"] = {"command": row.command or "waiting", "state": row.state.value}
                    break
            shown = session.exec(
                select(Shown).where(Shown.chat == chat_id, Shown.message == message_id)
            ).first()
            if shown is not None:
                told |= _why_shown(session, shown)
            person = session.exec(select(Person).where(Person.account == chat_id)).first()
            focus = session.get(Focus, person.id) if person else None
            if focus is not None:
                told["Before the person"] = {"what": focus.kind.value, "open question": focus.asks or "none"}
            return told

        told = await shop.units.run(look)
        if not told:
            raise UnknownMessage(chat_id, message_id)
        return told

    async def now(self) -> datetime:
        return self.clock()

    async def jump(self, seconds: int) -> datetime:
        self._running()
        now = self.clock.jump(timedelta(seconds=seconds))
        return await self._jumped(now)

    async def jump_to_next(self) -> datetime:
        shop = self._running()
        ahead = await shop.scheduler.next_due()
        now = self.clock()
        if ahead is not None and ahead > now:
            now = self.clock.jump(ahead - now + timedelta(seconds=1))
        return await self._jumped(now)

    async def new_person(self, first_name: str, role: str, language: str) -> Pane:
        """Somebody new; with a role other than consumer she is registered at once, as an admin would."""
        shop = self._running()
        assert self.emulator is not None
        made = chat_people.add(self.emulator.desk, first_name, language_code=language)
        wished = Role(role)

        def register(session: Session) -> None:
            person = arrive(session, made.id, first_name, language, self.clock())
            grant(session, person.id, wished)

        await shop.units.run(register)
        if wished is not Role.CONSUMER:
            await show_menus(
                shop.bot, shop.units, shop.settings.shop.locale_place, shop.settings.shop.time_zone
            )
        return Pane(made.id, first_name, role, "")

    async def reset(self) -> None:
        """A clean town: the process is asked to begin anew."""
        raise ShopStarting("reset")

    def web(self) -> ShopWeb:
        """What the webhook routes need; 503 while the shop starts, so that a webhook comes again."""
        shop = self.shop
        if shop is None:
            raise HTTPServiceUnavailable
        return ShopWeb(shop.intake, shop.units, shop.clock, shop.provider, shop.settings, self.engine)

    def _running(self) -> Errand:
        if self.shop is None:
            raise ShopStarting(self.stage)
        return self.shop

    async def _jumped(self, now: datetime) -> datetime:
        shop = self._running()
        (self.home / "clock.json").write_text(json.dumps({"ahead": self.clock.ahead.total_seconds()}))
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
) -> AsyncIterator[tuple[Play, OpenPlayground]]:
    """The whole playground; its page answers before the shop behind it is ready."""
    home = home or settings.var / "play"
    home.mkdir(parents=True, exist_ok=True)
    rasa = engine
    own = Play(home, rasa)
    emulator = Emulator(
        EmulatorSettings(
            first_name=PROJECT_NAME,
            username="errand_play_bot",
            database=home / "chats.sqlite",
            clock=lambda: own.clock().timestamp(),
        )
    )
    own.emulator = emulator
    hook_secret = _secret(home)
    bank = make_bank(home / "bank.sqlite", None, hook_secret, PLAY_KEY, clock=own.clock)
    app = make_app(own, emulator, bank=bank)
    app[SHOP_WEB] = own.web
    app.router.add_post(STRIPE_HOOK, stripe_webhook)
    opened = await open_playground(app, host=host, port=port)
    try:
        bank[BANK].webhook_url = opened.address + STRIPE_HOOK
        await emulator.start()
        _wake_up_town(emulator)
        around = Surroundings(
            base_url=f"{opened.address}/bot",
            base_file_url=f"{opened.address}/file/bot",
            guard=Guard(openings=frozenset({(opened.host, opened.port)})),
            stripe_base=opened.bank_address,
            pages=ReturnPages(opened.back_address("paid"), opened.back_address("cancelled")),
            engine=rasa,
        )
        play_settings = _play_settings(settings, home, emulator.token, hook_secret)
        async with open_shop(play_settings, around, own.clock, prepare=town.move_in) as shop:
            own.shop = shop
            yield own, opened
            own.shop = None
    finally:
        await opened.close()
        await emulator.stop()


async def play(
    settings: Settings,
    *,
    home: Path | None = None,
    host: str = "127.0.0.1",
    port: int = 8080,
    engine: bool = True,
    fresh: bool = False,
) -> None:
    """Run the playground until cancelled, and say where it is."""
    home = home or settings.var / "play"
    if fresh and home.exists():
        shutil.rmtree(home)
    rasa = RasaProcess(ROOT, memory=home / "dialogue.sqlite") if engine else None
    async with open_play(settings, home=home, host=host, port=port, engine=rasa) as (_, opened):
        print(f"Errand's playground is open at {opened.address}", flush=True)
        await asyncio.Event().wait()


def _play_settings(settings: Settings, home: Path, token: str, hook_secret: str) -> Settings:
    held = settings.secrets.model_copy(
        update={
            "bot_token": SecretStr(token),
            "stripe_key": SecretStr(PLAY_KEY),
            "stripe_webhook_secret": SecretStr(hook_secret),
        }
    )
    shop = settings.shop.model_copy(update=_town_centre())
    return settings.model_copy(
        update={
            "secrets": held,
            "shop": shop,
            "var": home,
            "database_url": f"sqlite:///{home / 'errand.sqlite'}",
            "public_url": "",
        }
    )


def _town_centre() -> dict[str, float]:
    """The middle of the demo world's shops."""
    places = [card.place for card in world.sellers()]
    return {
        "latitude": sum(place.latitude for place in places) / len(places),
        "longitude": sum(place.longitude for place in places) / len(places),
    }


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


def _kept_time(home: Path) -> timedelta:
    path = home / "clock.json"
    return timedelta(seconds=json.loads(path.read_text())["ahead"]) if path.exists() else timedelta()


def _secret(home: Path) -> str:
    path = home / "bank.secret"
    if not path.exists():
        path.write_text("whsec_" + secrets.token_urlsafe(24))
    return path.read_text()


def _title(card: world.PersonCard) -> str:
    works_for = {seller.key: seller.name for seller in world.sellers()}
    works_for |= {carrier.key: carrier.name for carrier in world.carriers()}
    name = f"{card.first_name} {card.last_name}"
    return f"{works_for[card.works_for]} · {card.first_name}" if card.works_for else name


def _hint(card: world.PersonCard) -> str:
    return {
        world.Role.CONSUMER: "Say hello, or send a link from “Pages to send”.",
        world.Role.SELLER: "Answers inquiries: one tap, or a reply in words.",
        world.Role.CARRIER: "Collects and delivers.",
        world.Role.COORDINATOR: "Puts combinations together.",
        world.Role.ADMIN: "/orders, /order CODE.",
    }[card.role]


def _why_shown(session: Session, shown: Shown) -> dict[str, Any]:
    """The facts behind a message of the shop, and how often it was sent or edited."""
    kind, _, subject = shown.slot.partition(":")
    told: dict[str, Any] = {"It shows": {"what": kind, "id": subject}}
    try:
        rows = history(session, [UUID(subject)])
    except ValueError:
        rows = []
    told["What happened"] = [
        {"at": f"{row.at:%H:%M:%S}", "event": row.kind, "facts": json.dumps(row.facts)[:160]}
        for row in rows[-30:]
    ]
    sent = session.exec(
        select(Outgoing).where(Outgoing.chat == shown.chat, Outgoing.slot == shown.slot)
    ).all()
    told["Messages"] = {"posted": len(sent), "states": ", ".join(row.state.value for row in sent[-8:])}
    return told
