"""The bank as one object: its store, its faults, its clock, and the events it announces."""

import asyncio
import secrets
import string
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

import stripe
from aiohttp import web

from bot.playground.bank.errors import missing
from bot.playground.bank.faults import Faults, Webhooks
from bot.playground.bank.store import Store

__all__ = ["BANK", "Bank", "Json"]

Json = dict[str, Any]
_SIGNS = string.ascii_letters + string.digits


@dataclass
class Bank:
    """`webhook_url` may be set once the address of the listener is known; until then webhooks wait."""

    store: Store
    clock: Callable[[], datetime]
    secret: str
    api_key: str
    webhook_url: str | None = None
    faults: Faults = field(default_factory=Faults)
    retry_seconds: float = 1.0
    bell: asyncio.Event = field(default_factory=asyncio.Event)
    """Rung when there may be something to deliver."""
    hits: Counter[str] = field(default_factory=Counter)
    """How often each fault has struck."""
    told: Callable[[str, Json], None] = lambda _kind, _fields: None
    """Whoever looks on is told of faults (`faults`) and of deliveries (`webhook`)."""

    def now(self) -> int:
        """Unix seconds, by the playground's clock."""
        return int(self.clock().timestamp())

    def new(self, prefix: str, kind: str, **fields: Any) -> Json:
        """A new object of Stripe's, with a number of its own, kept."""
        number = f"{prefix}_test_" + "".join(secrets.choice(_SIGNS) for _ in range(24))
        return self.store.put(
            {"id": number, "object": kind, "created": self.now(), "livemode": False, **fields}
        )

    def get(self, kind: str, number: str) -> Json:
        """Raises `StripeRefusal` (404)."""
        found = self.store.get(kind, number)
        if found is None:
            raise missing(kind.replace(".", " "), number)
        return found

    def announce(self, kind: str, about: Json) -> None:
        """An event is kept, and its webhook goes the way the faults say."""
        event = self.new(
            "evt",
            "event",
            type=kind,
            data={"object": about},
            api_version=stripe.api_version,
            pending_webhooks=1,
            request={"id": None, "idempotency_key": None},
        )
        mode = self.faults.webhooks
        state = {Webhooks.LOST: "lost", Webhooks.HELD: "held"}.get(mode, "waiting")
        for _ in range(2 if mode is Webhooks.TWICE else 1):
            self.store.notify(event, state, time.time())
        if mode is not Webhooks.ONCE:
            self.struck("webhooks")
        if mode is Webhooks.LOST:
            self.told(
                "webhook", {"type": kind, "event": event["id"], "ok": False, "error": "lost on the way"}
            )
        self.bell.set()

    def set_faults(self, faults: Faults) -> None:
        self.faults = faults
        if faults.webhooks is not Webhooks.HELD:
            self.store.release(time.time())
        self.bell.set()
        self.tell_faults()

    def struck(self, fault: str) -> None:
        self.hits[fault] += 1
        self.tell_faults()

    def shown_faults(self) -> Json:
        """Every fault with its setting, and `hits`: how often each has struck."""
        return {**asdict(self.faults), "hits": dict(self.hits)}

    def tell_faults(self) -> None:
        self.told("faults", {"faults": self.shown_faults()})

    def reset(self) -> None:
        """As on the first day; also without faults."""
        self.store.clear()
        self.hits.clear()
        self.set_faults(Faults())


BANK: web.AppKey[Bank] = web.AppKey("bank", Bank)
