"""Delivery of webhooks: signed as Stripe signs them, repeated with growing pauses until they are taken."""

import asyncio
import json
import time
from contextlib import suppress

import aiohttp
import stripe

from bot.playground.bank.checkout import expire_overdue
from bot.playground.bank.desk import Bank
from bot.playground.bank.store import Notice

__all__ = ["deliver_forever", "signature_of"]

MOST_TRIES = 12
LONGEST_PAUSE_SECONDS = 300.0
LOOK_SECONDS = 0.5
ANSWER_SECONDS = 10


async def deliver_forever(bank: Bank) -> None:
    """Until cancelled: expire what is overdue, deliver what is due."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS)) as session:
        while True:
            with bank.store.whole():
                expire_overdue(bank)
            notice = None if bank.webhook_url is None else bank.store.due_notice(time.time())
            if notice is not None:
                await _deliver(bank, session, notice)
                continue
            bank.bell.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(min(LOOK_SECONDS, bank.retry_seconds)):
                    await bank.bell.wait()


def signature_of(body: str, secret: str) -> str:
    """The `Stripe-Signature` header, by the SDK's own scheme."""
    return str(stripe.WebhookSignature.generate_signature_header(body, secret))


async def _deliver(bank: Bank, session: aiohttp.ClientSession, notice: Notice) -> None:
    body = json.dumps(notice.event, indent=2)
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Stripe-Signature": signature_of(body, bank.secret),
        "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    }
    error = None
    try:
        async with session.post(bank.webhook_url or "", data=body.encode(), headers=headers) as answer:
            if not 200 <= answer.status < 300:
                error = f"HTTP {answer.status}"
    except (aiohttp.ClientError, TimeoutError, OSError) as failure:
        error = f"{type(failure).__name__}: {failure}"
    tries = notice.tries + 1
    state = "done" if error is None else "waiting" if tries < MOST_TRIES else "given_up"
    pause = min(bank.retry_seconds * 2 ** min(tries, 12), LONGEST_PAUSE_SECONDS)
    bank.store.settle_notice(notice.seq, state, time.time() + pause, error)
    told = {"type": notice.event["type"], "event": notice.event["id"], "ok": error is None, "tries": tries}
    bank.told("webhook", told if error is None else {**told, "error": error})
