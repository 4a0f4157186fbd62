"""Web routes of the shop: webhooks of Telegram and Stripe, health, and where the card page returns to."""

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web
from sqlmodel import select

from bot.dialogue.process import RasaProcess
from bot.inbox import InboxRow, InboxState
from bot.intake import Intake
from bot.settings import Settings
from commerce.database import Units
from commerce.settlement.provider import BadSignature, SettlementProvider
from commerce.settlement.running import receive

__all__ = ["SHOP_WEB", "ShopWeb", "add_routes", "stripe_webhook"]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


@dataclass(frozen=True)
class ShopWeb:
    """What the routes need of the running shop."""

    intake: Intake
    units: Units
    clock: Callable[[], datetime]
    provider: SettlementProvider | None
    settings: Settings
    engine: RasaProcess | None


SHOP_WEB: web.AppKey[Callable[[], ShopWeb]] = web.AppKey("shop_web")
"""Gives the running shop; in the playground it may still be starting."""


def add_routes(app: web.Application) -> None:
    app.add_routes(
        [
            web.post("/telegram", telegram_webhook),
            web.post("/stripe", stripe_webhook),
            web.get("/health", health),
            web.get("/paid", paid_page),
            web.get("/not-paid", paid_page),
        ]
    )


async def telegram_webhook(request: web.Request) -> web.Response:
    """Keep the update, then say that it arrived. 403 without the secret, 400 for what is no update."""
    shop = request.app[SHOP_WEB]()
    secret = shop.settings.secrets.webhook_secret
    given = request.headers.get(SECRET_HEADER, "")
    if secret is None or not hmac.compare_digest(given, secret.get_secret_value()):
        raise web.HTTPForbidden
    try:
        payload = json.loads(await request.read())
        int(payload["update_id"])
    except (ValueError, KeyError, TypeError) as error:
        raise web.HTTPBadRequest from error
    await shop.intake.take([payload])
    return web.Response()


async def stripe_webhook(request: web.Request) -> web.Response:
    """Verified and kept once; processed by due work. 400 for what Stripe did not sign."""
    shop = request.app[SHOP_WEB]()
    if shop.provider is None:
        raise web.HTTPNotFound
    body = await request.read()
    try:
        await receive(
            shop.provider, shop.units, shop.clock, body, request.headers.get("Stripe-Signature", "")
        )
    except BadSignature as error:
        raise web.HTTPBadRequest from error
    return web.Response()


async def health(request: web.Request) -> web.Response:
    """200 while the database answers; tells how far the dialogue engine is."""
    shop = request.app[SHOP_WEB]()
    waiting = await shop.units.run(
        lambda session: len(
            session.exec(select(InboxRow.update_id).where(InboxRow.state == InboxState.WAITING)).all()
        )
    )
    stage = shop.engine.progress.stage.value if shop.engine else "off"
    return web.json_response({"ok": True, "waiting_updates": waiting, "dialogue": stage})


async def paid_page(request: web.Request) -> web.Response:
    """The browser comes back from the card page: the news is in the chat."""
    return web.Response(text="Thank you. You can close this page: the chat tells you how it went.")
