"""A bank that listens, a shop that takes its webhooks, and a browser."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import aiohttp
import pytest
import stripe
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.playground.bank import BANK, Bank, Faults, make_bank
from commerce.settlement.provider import Checkout, CheckoutRequest
from commerce.settlement.stripe_provider import StripeProvider

SECRET, KEY = "whsec_test", "sk_test_key"
CARD = {"number": "4242 4242 4242 4242", "expiry": "12 / 44", "code": "123"}


@dataclass
class Town:
    """The bank and the shop's side of it. `jump` moves the bank's clock."""

    state: Path | None
    jump: timedelta = timedelta()
    taken: list[stripe.Event] = field(default_factory=list)
    refuse_webhooks: int = 0

    def clock(self) -> datetime:
        return datetime.now(UTC) + self.jump

    async def open(self) -> None:
        app = web.Application()
        self.app = make_bank(self.state, None, SECRET, KEY, clock=self.clock, retry_seconds=0.01)
        app.add_subapp("/bank", self.app)
        app.router.add_post("/hook", self.take_webhook)
        app.router.add_get("/paid", self.say_paid)
        self.server = TestServer(app)
        await self.server.start_server()
        self.bank.webhook_url = str(self.server.make_url("/hook"))
        self.provider = StripeProvider(KEY, SECRET, api_base=self.base, retries=0)
        self.sdk = stripe.StripeClient(
            KEY,
            base_addresses={"api": self.base},
            http_client=self.provider._transport,
            max_network_retries=0,
        )
        self.browser = aiohttp.ClientSession()

    async def close(self) -> None:
        await self.browser.close()
        await self.provider.close()
        await self.server.close()

    async def restart(self) -> None:
        await self.close()
        await self.open()

    @property
    def base(self) -> str:
        return str(self.server.make_url("/bank"))

    @property
    def bank(self) -> Bank:
        return self.app[BANK]

    async def take_webhook(self, request: web.Request) -> web.Response:
        body = await request.read()
        event = stripe.Webhook.construct_event(body, request.headers["Stripe-Signature"], SECRET)
        if self.refuse_webhooks > 0:
            self.refuse_webhooks -= 1
            return web.Response(status=503)
        self.taken.append(event)
        return web.Response()

    async def say_paid(self, request: web.Request) -> web.Response:
        return web.Response(text=f"paid {request.query_string}")

    def request(self, **changes: object) -> CheckoutRequest:
        values = {
            "payment_id": uuid4(),
            "order_id": uuid4(),
            "amount_minor": 2350,
            "currency": "EUR",
            "title": "Order R7KQ2",
            "success_url": str(self.server.make_url("/paid")),
            "cancel_url": str(self.server.make_url("/back")),
            "expires_at": self.clock() + timedelta(hours=1),
        }
        return CheckoutRequest(**(values | changes))  # type: ignore[arg-type]

    async def checkout(self, **changes: object) -> Checkout:
        return await self.provider.open_checkout(self.request(**changes))

    async def send_card(self, url: str, **changes: str) -> tuple[int, str, str]:
        """Status, text and place to go after the card form was sent."""
        async with self.browser.post(url, data=CARD | changes, allow_redirects=False) as answer:
            return answer.status, await answer.text(), answer.headers.get("Location", "")

    async def faults(self, **wished: object) -> None:
        async with self.browser.post(f"{self.base}/faults", json=wished) as answer:
            assert answer.status == 200
            assert Faults(**await answer.json()) == self.bank.faults

    async def webhooks(self, kind: str, number: int = 1) -> list[stripe.Event]:
        """The webhooks of a kind, once `number` of them have come."""
        for _ in range(400):
            found = [event for event in self.taken if event.type == kind]
            if len(found) >= number:
                return found
            await asyncio.sleep(0.01)
        raise AssertionError(f"{[event.type for event in self.taken]}")


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    town = Town(tmp_path / "bank.sqlite")
    await town.open()
    yield town
    await town.close()
