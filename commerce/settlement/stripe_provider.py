"""Stripe as a settlement provider: Checkout Sessions, refunds, signed webhooks, by Stripe's own SDK.

Stripe's words are translated here and nowhere else. `api_base` points the SDK at a stand-in. Every call
that changes something carries an idempotency key made of our id, so that a lost answer may be asked again;
a key lives for a day, so a refund is looked for by our id before it is asked for.
Source: docs.stripe.com/api, docs.stripe.com/currencies (minor units), docs.stripe.com/webhooks.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

import aiohttp
import stripe
from stripe.checkout import Session as StripeSession

from commerce.money import Money, minor_digits
from commerce.settlement.provider import (
    BadSignature,
    Checkout,
    CheckoutRequest,
    CheckoutState,
    CheckoutStatus,
    KeyRefused,
    ProviderDown,
    ProviderEvent,
    ProviderEventKind,
    ProviderRefused,
    RefundReceipt,
    RefundRequest,
    RefundStatus,
    UnknownCheckout,
)

__all__ = ["NotChargeable", "StripeProvider", "stripe_amount"]

if TYPE_CHECKING:
    from stripe.params.checkout import SessionCreateParams

T = TypeVar("T")
NAME = "stripe"

_CHECKOUT_EVENTS = {
    "checkout.session.completed",
    "checkout.session.expired",
    "checkout.session.async_payment_succeeded",
    "checkout.session.async_payment_failed",
}
_REFUND_EVENTS = {"refund.created", "refund.updated", "refund.failed"}
_REFUND_STATUS = {
    "succeeded": RefundStatus.DONE,
    "failed": RefundStatus.FAILED,
    "canceled": RefundStatus.FAILED,
}

_NO_DIGITS = {
    *("BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF")
}
_THREE_DIGITS = {"BHD", "JOD", "KWD", "OMR", "TND"}


class NotChargeable(ProviderRefused):
    """Stripe takes no amount as fine as this one in its currency."""

    def __init__(self, money: Money) -> None:
        super().__init__(NAME, "amount", f"{money.minor} {money.currency}")
        self.money = money


class StripeProvider:
    """The port `SettlementProvider`, over Stripe. Give it a `session` to share, else it opens its own."""

    name = NAME

    def __init__(
        self,
        api_key: str,
        webhook_secret: str,
        *,
        api_base: str | None = None,
        session: aiohttp.ClientSession | None = None,
        timeout_seconds: int = 20,
        retries: int = 1,
    ) -> None:
        self._secret = webhook_secret
        self._transport = AiohttpTransport(session, timeout_seconds)
        self._client = stripe.StripeClient(
            api_key,
            http_client=self._transport,
            max_network_retries=retries,
            base_addresses=None if api_base is None else {"api": api_base.rstrip("/")},
        )

    async def open_checkout(self, request: CheckoutRequest) -> Checkout:
        creating = self._client.v1.checkout.sessions.create_async(
            _session_params(request), {"idempotency_key": _checkout_key(request)}
        )
        session = await _asked(creating, str(request.payment_id))
        if session.url is None or session.expires_at is None:
            raise ProviderRefused(NAME, "no_url", f"checkout {session.id} is {session.status}")
        return Checkout(session.id, session.url, datetime.fromtimestamp(session.expires_at, UTC))

    async def state_of(self, external_id: str) -> CheckoutState:
        session = await _asked(self._client.v1.checkout.sessions.retrieve_async(external_id), external_id)
        return _state(session)

    async def expire(self, external_id: str) -> CheckoutState:
        try:
            session = await _asked(self._client.v1.checkout.sessions.expire_async(external_id), external_id)
        except UnknownCheckout:
            raise
        except ProviderRefused:
            return await self.state_of(external_id)  # it is complete or expired: only open ones can be closed
        return _state(session)

    async def refund(self, request: RefundRequest) -> RefundReceipt:
        session = await _asked(
            self._client.v1.checkout.sessions.retrieve_async(request.external_id), request.external_id
        )
        if session.payment_intent is None:
            raise ProviderRefused(NAME, "not_paid", request.external_id)
        intent = (
            session.payment_intent if isinstance(session.payment_intent, str) else session.payment_intent.id
        )
        known = await _asked(self._refund_of(intent, request.refund_id), request.external_id)
        if known is not None:
            return _receipt(known)
        creating = self._client.v1.refunds.create_async(
            {
                "payment_intent": intent,
                "amount": stripe_amount(Money(request.amount_minor, request.currency)),
                "metadata": {"refund_id": str(request.refund_id)},
            },
            {"idempotency_key": f"refund-{request.refund_id}"},
        )
        return _receipt(await _asked(creating, request.external_id))

    async def _refund_of(self, intent: str, refund_id: UUID) -> stripe.Refund | None:
        made = await self._client.v1.refunds.list_async({"payment_intent": intent, "limit": 100})
        async for refund in made.auto_paging_iter():
            if refund.metadata is not None and refund.metadata.to_dict().get("refund_id") == str(refund_id):
                return refund
        return None

    async def state_of_refund(self, external_id: str) -> RefundReceipt:
        return _receipt(await _asked(self._client.v1.refunds.retrieve_async(external_id), external_id))

    def read_webhook(self, body: bytes, signature: str) -> ProviderEvent:
        try:
            event = self._client.construct_event(body, signature, self._secret)
        except (stripe.SignatureVerificationError, ValueError) as error:
            raise BadSignature(str(error)) from error
        about = event.to_dict()["data"]["object"]
        kind = ProviderEventKind.OTHER
        if event.type in _CHECKOUT_EVENTS:
            kind = ProviderEventKind.CHECKOUT_CHANGED
        elif event.type in _REFUND_EVENTS:
            kind = ProviderEventKind.REFUND_CHANGED
        return ProviderEvent(event.id, kind, str(about.get("id", "")), _payment_id(about.get("metadata")))

    async def close(self) -> None:
        await self._transport.close_async()


def _checkout_key(request: CheckoutRequest) -> str:
    """One page for a payment. Where the shop has moved meanwhile (other return pages), another one: Stripe
    refuses a known key with other parameters, and nobody was ever told of the first page."""
    pages = hashlib.sha256(f"{request.success_url} {request.cancel_url}".encode()).hexdigest()
    return f"checkout-{request.payment_id}-{pages[:12]}"


def _session_params(request: CheckoutRequest) -> "SessionCreateParams":
    ids = {"payment_id": str(request.payment_id), "order_id": str(request.order_id)}
    return {
        "mode": "payment",
        "allowed_payment_method_types": ["card"],
        "line_items": [
            {
                "quantity": 1,
                "price_data": {
                    "currency": request.currency.lower(),
                    "unit_amount": stripe_amount(Money(request.amount_minor, request.currency)),
                    "product_data": {"name": request.title},
                },
            }
        ],
        "client_reference_id": str(request.payment_id),
        "metadata": {**ids},
        "payment_intent_data": {"transfer_group": f"order_{request.order_id}", "metadata": {**ids}},
        "success_url": request.success_url,
        "cancel_url": request.cancel_url,
        "expires_at": int(request.expires_at.timestamp()),
    }


def stripe_amount(money: Money) -> int:
    """The amount as Stripe counts it, which is not everywhere in minor units. Raises `NotChargeable`."""
    up, down = _scales(money.currency)
    amount, rest = divmod(money.minor * up, down)
    if rest or (money.currency in _THREE_DIGITS and amount % 10):
        raise NotChargeable(money)
    return amount


def minor_amount(amount: int, currency: str) -> int:
    """What Stripe counts as `amount`, in our minor units."""
    up, down = _scales(currency)
    return amount * down // up


def _scales(currency: str) -> tuple[int, int]:
    """Our minor units times the first by the second are Stripe's."""
    digits = 0 if currency in _NO_DIGITS else 3 if currency in _THREE_DIGITS else 2
    own = minor_digits(currency)
    return int(10 ** max(digits - own, 0)), int(10 ** max(own - digits, 0))


class AiohttpTransport(stripe.HTTPClient):
    """The SDK's network over aiohttp. The whole exchange, body included, has to end in `timeout_seconds`."""

    name = "aiohttp"

    def __init__(self, session: aiohttp.ClientSession | None, timeout_seconds: int) -> None:
        super().__init__()
        self._shared = session
        self._own: aiohttp.ClientSession | None = None
        self._timeout = aiohttp.ClientTimeout(total=timeout_seconds)

    async def request_async(
        self, method: str, url: str, headers: Mapping[str, str], post_data: Any = None
    ) -> tuple[bytes, int, Mapping[str, str]]:
        if self._shared is None and self._own is None:
            self._own = aiohttp.ClientSession()
        session = self._shared or self._own
        assert session is not None
        try:
            async with session.request(
                method, url, headers=headers, data=post_data, timeout=self._timeout
            ) as answer:
                return await answer.read(), answer.status, answer.headers
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            message = f"{type(error).__name__}: {error}"
            raise stripe.APIConnectionError(message, should_retry=True) from error  # type: ignore[no-untyped-call]

    def sleep_async(self, secs: float) -> Awaitable[None]:
        return asyncio.sleep(secs)

    async def close_async(self) -> None:
        if self._own is not None:
            await self._own.close()
            self._own = None


async def _asked(asking: Awaitable[T], about: str) -> T:
    """The SDK's answer, or one of the port's errors."""
    try:
        return await asking
    except stripe.InvalidRequestError as error:
        if error.http_status == 404:
            raise UnknownCheckout(NAME, about) from error
        raise ProviderRefused(NAME, error.code or "invalid_request", _words(error)) from error
    except (stripe.APIConnectionError, stripe.RateLimitError, stripe.APIError) as error:
        raise ProviderDown(NAME, _words(error)) from error
    except (stripe.AuthenticationError, stripe.PermissionError) as error:
        raise KeyRefused(NAME, error.code or type(error).__name__, _words(error)) from error
    except stripe.StripeError as error:
        raise ProviderRefused(NAME, error.code or type(error).__name__, _words(error)) from error


def _words(error: stripe.StripeError) -> str:
    return error.user_message or str(error) or type(error).__name__


def _state(session: StripeSession) -> CheckoutState:
    if session.payment_status in {"paid", "no_payment_required"}:
        status = CheckoutStatus.PAID
    elif session.status == "open":
        status = CheckoutStatus.OPEN
    else:
        status = CheckoutStatus.EXPIRED if session.status == "expired" else CheckoutStatus.PENDING
    currency = (session.currency or "").upper()
    return CheckoutState(
        session.id,
        _payment_id(None if session.metadata is None else session.metadata.to_dict()),
        status,
        minor_amount(session.amount_total or 0, currency),
        currency,
    )


def _receipt(refund: stripe.Refund) -> RefundReceipt:
    return RefundReceipt(refund.id, _REFUND_STATUS.get(refund.status or "", RefundStatus.PENDING))


def _payment_id(metadata: Mapping[str, str] | None) -> UUID | None:
    """Our id in what Stripe carries for us; None in what is not ours."""
    text = (metadata or {}).get("payment_id")
    try:
        return None if text is None else UUID(text)
    except ValueError:
        return None
