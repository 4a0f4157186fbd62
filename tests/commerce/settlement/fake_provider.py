"""A settlement provider in memory, for tests that are not about the network."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from uuid import UUID

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

LEAST_AMOUNT = 50


class FakeProvider:
    """Keeps what it was asked for; `notes` are the webhooks it would send, signed, the oldest first."""

    name = "fake"

    def __init__(self, secret: str = "whsec_fake") -> None:
        self.secret = secret
        self.checkouts: dict[str, CheckoutState] = {}
        self.refunds: dict[UUID, RefundReceipt] = {}
        self.refunded: dict[str, int] = {}
        self.notes: list[tuple[bytes, str]] = []
        self.refund_ends_as = RefundStatus.DONE
        self.calls: list[str] = []
        self._opened: dict[UUID, Checkout] = {}
        self._numbers = count(1)
        self._failures: list[str] = []

    def fail_next(self, *kinds: str) -> None:
        """For the next calls in turn: "down" does nothing, "key" refuses the shop's own, "lost" does it and
        loses the answer."""
        self._failures += kinds

    async def open_checkout(self, request: CheckoutRequest) -> Checkout:
        with self._call("open_checkout"):
            if request.amount_minor < LEAST_AMOUNT:
                raise ProviderRefused(self.name, "amount_too_small", str(request.amount_minor))
            if request.payment_id not in self._opened:
                number = f"fake_{next(self._numbers)}"
                self._opened[request.payment_id] = Checkout(
                    number, f"https://pay.example/{number}", request.expires_at
                )
                self.checkouts[number] = CheckoutState(
                    number, request.payment_id, CheckoutStatus.OPEN, request.amount_minor, request.currency
                )
            return self._opened[request.payment_id]

    async def state_of(self, external_id: str) -> CheckoutState:
        with self._call("state_of"):
            return self._known(external_id)

    async def expire(self, external_id: str) -> CheckoutState:
        with self._call("expire"):
            if self._known(external_id).status is CheckoutStatus.OPEN:
                self.becomes(external_id, CheckoutStatus.EXPIRED)
            return self.checkouts[external_id]

    async def refund(self, request: RefundRequest) -> RefundReceipt:
        with self._call("refund"):
            if request.refund_id not in self.refunds:
                state = self._known(request.external_id)
                left = state.amount_minor - self.refunded.get(request.external_id, 0)
                if state.status is not CheckoutStatus.PAID or request.amount_minor > left:
                    raise ProviderRefused(self.name, "over_refund", f"{request.amount_minor} of {left}")
                self.refunded[request.external_id] = state.amount_minor - left + request.amount_minor
                receipt = RefundReceipt(f"fake_refund_{next(self._numbers)}", self.refund_ends_as)
                self.refunds[request.refund_id] = receipt
            return self.refunds[request.refund_id]

    async def state_of_refund(self, external_id: str) -> RefundReceipt:
        with self._call("state_of_refund"):
            for receipt in self.refunds.values():
                if receipt.external_id == external_id:
                    return receipt
            raise UnknownCheckout(self.name, external_id)

    def read_webhook(self, body: bytes, signature: str) -> ProviderEvent:
        if not hmac.compare_digest(signature, self._sign(body)):
            raise BadSignature(signature)
        read = json.loads(body)
        payment_id = None if read["payment_id"] is None else UUID(read["payment_id"])
        return ProviderEvent(read["id"], ProviderEventKind(read["kind"]), read["about"], payment_id)

    async def close(self) -> None:
        self.calls.append("close")

    def becomes(self, external_id: str, status: CheckoutStatus) -> None:
        """The consumer or the time did something; a webhook tells of it."""
        state = replace(self._known(external_id), status=status)
        self.checkouts[external_id] = state
        self._note(ProviderEventKind.CHECKOUT_CHANGED, external_id, state.payment_id)

    def refund_becomes(self, external_id: str, status: RefundStatus) -> None:
        for refund_id, receipt in self.refunds.items():
            if receipt.external_id == external_id:
                self.refunds[refund_id] = replace(receipt, status=status)
        self._note(ProviderEventKind.REFUND_CHANGED, external_id, None)

    def opened_for(self, payment_id: UUID) -> str:
        """The number of the checkout of a payment."""
        return self._opened[payment_id].external_id

    def _known(self, external_id: str) -> CheckoutState:
        if external_id not in self.checkouts:
            raise UnknownCheckout(self.name, external_id)
        return self.checkouts[external_id]

    @contextmanager
    def _call(self, name: str) -> Iterator[None]:
        self.calls.append(name)
        failure = self._failures.pop(0) if self._failures else ""
        if failure == "down":
            raise ProviderDown(self.name, "switched off")
        if failure == "key":
            raise KeyRefused(self.name, "invalid_key", "not yours")
        yield
        if failure == "lost":
            raise ProviderDown(self.name, "the answer was lost")

    def _note(self, kind: ProviderEventKind, about: str, payment_id: UUID | None) -> None:
        text = {"id": f"note_{next(self._numbers)}", "kind": kind, "about": about}
        body = json.dumps(text | {"payment_id": None if payment_id is None else str(payment_id)}).encode()
        self.notes.append((body, self._sign(body)))

    def _sign(self, body: bytes) -> str:
        return hmac.new(self.secret.encode(), body, hashlib.sha256).hexdigest()

    async def open_checkout_again(self, payment_id: UUID) -> Checkout:
        """What an answer that was lost said."""
        return self._opened[payment_id]

    def with_amount(self, external_id: str, amount_minor: int) -> CheckoutState:
        return replace(self._known(external_id), amount_minor=amount_minor)
