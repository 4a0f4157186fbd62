"""The port to settlement providers. Network lives here: never call it inside a unit of work."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

__all__ = [
    "BadSignature", "Checkout", "CheckoutRequest", "CheckoutState", "CheckoutStatus", "KeyRefused",
    "ProviderDown", "ProviderEvent", "ProviderEventKind", "ProviderRefused", "RefundReceipt", "RefundRequest",
    "RefundStatus", "SettlementProvider", "UnknownCheckout",
]  # fmt: skip


@dataclass(frozen=True)
class CheckoutRequest:
    """A page to pay `amount_minor` on. The same `payment_id` with the same terms gives the same page.

    `expires_at` is 30 minutes to 24 hours ahead; `title` is shown on the page; the browser goes to
    `success_url` or `cancel_url` afterwards. Nothing here is personal data.
    """

    payment_id: UUID
    order_id: UUID
    amount_minor: int
    currency: str
    title: str
    success_url: str
    cancel_url: str
    expires_at: datetime


@dataclass(frozen=True)
class Checkout:
    external_id: str
    url: str
    expires_at: datetime


class CheckoutStatus(StrEnum):
    OPEN = "open"
    PENDING = "pending"
    """The consumer is done; the money is not there yet."""
    PAID = "paid"
    EXPIRED = "expired"


@dataclass(frozen=True)
class CheckoutState:
    external_id: str
    payment_id: UUID | None
    status: CheckoutStatus
    amount_minor: int
    currency: str


@dataclass(frozen=True)
class RefundRequest:
    """Send back `amount_minor` of a paid checkout. The same `refund_id` is done once."""

    refund_id: UUID
    external_id: str
    amount_minor: int
    currency: str


class RefundStatus(StrEnum):
    DONE = "done"
    PENDING = "pending"
    FAILED = "failed"


@dataclass(frozen=True)
class RefundReceipt:
    external_id: str
    status: RefundStatus


class ProviderEventKind(StrEnum):
    CHECKOUT_CHANGED = "checkout_changed"
    REFUND_CHANGED = "refund_changed"
    OTHER = "other"


@dataclass(frozen=True)
class ProviderEvent:
    """A signed note that something changed; `external_id` is the checkout's or the refund's number."""

    id: str
    kind: ProviderEventKind
    external_id: str
    payment_id: UUID | None


class ProviderDown(Exception):
    """The provider could not be reached, was too slow or had a fault of its own: try again later."""

    def __init__(self, provider: str, reason: str) -> None:
        super().__init__(f"{provider}: {reason}")
        self.provider = provider
        self.reason = reason


class ProviderRefused(Exception):
    """The provider answered and will not do it; asking again changes nothing."""

    def __init__(self, provider: str, code: str, message: str) -> None:
        super().__init__(f"{provider}: {code}: {message}")
        self.provider = provider
        self.code = code
        self.message = message


class KeyRefused(ProviderRefused):
    """The provider does not take our key. About what was asked that says nothing."""


class UnknownCheckout(ProviderRefused):
    """The provider knows no checkout or refund of this number."""

    def __init__(self, provider: str, external_id: str) -> None:
        super().__init__(provider, "unknown", external_id)
        self.external_id = external_id


class BadSignature(Exception):
    """The webhook was not signed by the provider, or too long ago."""


class SettlementProvider(Protocol):
    """Raises `ProviderDown` or `ProviderRefused` from everything that goes over the network."""

    @property
    def name(self) -> str: ...

    async def open_checkout(self, request: CheckoutRequest) -> Checkout: ...

    async def state_of(self, external_id: str) -> CheckoutState:
        """Raises `UnknownCheckout`."""

    async def expire(self, external_id: str) -> CheckoutState:
        """Close an open checkout so that nobody can pay it; tells what it is then (it may be paid)."""

    async def refund(self, request: RefundRequest) -> RefundReceipt: ...

    async def state_of_refund(self, external_id: str) -> RefundReceipt:
        """Raises `UnknownCheckout`."""

    def read_webhook(self, body: bytes, signature: str) -> ProviderEvent:
        """Raises `BadSignature`."""

    async def close(self) -> None: ...
