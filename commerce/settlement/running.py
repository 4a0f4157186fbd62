"""Settlement's due work: opening, closing and checking card pages, refunds, and what webhooks announce.

A runner asks the provider outside a unit of work and writes what it heard in one. `ProviderDown` goes up
to the scheduler, which tries again later; every runner may run twice.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, select

from commerce.database import Units
from commerce.due import DueWork
from commerce.settlement import refunds, service
from commerce.settlement.books import ALIVE, locked
from commerce.settlement.models import Payment, ProviderNote, Refund
from commerce.settlement.provider import (
    CheckoutRequest,
    CheckoutState,
    CheckoutStatus,
    KeyRefused,
    ProviderEventKind,
    ProviderRefused,
    RefundReceipt,
    RefundRequest,
    RefundStatus,
    SettlementProvider,
    UnknownCheckout,
)
from commerce.settlement.states import PaymentFailure, PaymentState, RefundState

__all__ = ["AmountDiffers", "ReturnPages", "Runner", "receive", "runners"]

Runner = Callable[[DueWork], Awaitable[None]]
LEAST_TIME_TO_PAY = timedelta(minutes=30, seconds=30)
"""Providers open no page for less than half an hour."""


class AmountDiffers(Exception):
    """The provider was paid another amount than was asked: nothing is entered, a person has to look."""

    def __init__(self, payment: Payment, state: CheckoutState) -> None:
        super().__init__(
            f"payment {payment.id}: {payment.amount_minor} {payment.currency}, "
            f"paid {state.amount_minor} {state.currency}"
        )
        self.payment = payment
        self.state = state


@dataclass(frozen=True)
class ReturnPages:
    """Where the browser goes from the card page."""

    success_url: str = "https://t.me/"
    cancel_url: str = "https://t.me/"


async def receive(
    provider: SettlementProvider, units: Units, clock: Callable[[], datetime], body: bytes, signature: str
) -> bool:
    """A webhook: verified and kept once, looked into by due work. True if it was new and is ours.

    Answer the provider only after this returned. Raises `BadSignature`.
    """
    event = provider.read_webhook(body, signature)
    return await units.run(lambda session: service.note(session, event, clock()))


def runners(
    provider: SettlementProvider,
    units: Units,
    clock: Callable[[], datetime],
    *,
    pages: ReturnPages | Callable[[Payment], ReturnPages] = ReturnPages(),
) -> dict[str, Runner]:
    """The runners by kind of due work, for the scheduler. What they find out is told as events."""
    desk = _Desk(provider, units, clock, pages)
    return {
        service.OPEN_CHECKOUT: desk.open_checkout,
        service.EXPIRE_CHECKOUT: desk.expire_checkout,
        service.CHECK_PAYMENT: desk.check_payment,
        service.SETTLEMENT_EVENT: desk.look_into_event,
        refunds.REFUND_PAYMENT: desk.refund_payment,
    }


@dataclass(frozen=True)
class _Desk:
    provider: SettlementProvider
    units: Units
    clock: Callable[[], datetime]
    pages: ReturnPages | Callable[[Payment], ReturnPages]

    async def open_checkout(self, work: DueWork) -> None:
        payment = await self._payment(work.subject_id)
        now = self.clock()
        if payment.state is not PaymentState.REQUESTED:
            return
        if payment.expires_at is None or payment.expires_at - now < LEAST_TIME_TO_PAY:
            await self.units.run(lambda session: service.lapse(session, payment.id, now))
            return
        pages = self.pages if isinstance(self.pages, ReturnPages) else self.pages(payment)
        request = CheckoutRequest(
            payment_id=payment.id,
            order_id=payment.order_id,
            amount_minor=payment.amount_minor,
            currency=payment.currency,
            title=str(work.facts.get("title") or "Your order"),
            success_url=pages.success_url,
            cancel_url=pages.cancel_url,
            expires_at=payment.expires_at,
        )
        try:
            checkout = await self.provider.open_checkout(request)
        except ProviderRefused:
            await self.units.run(
                lambda session: service.fail(session, payment.id, PaymentFailure.REFUSED, self.clock()),
            )
            return
        await self.units.run(lambda session: service.opened(session, payment.id, checkout, self.clock()))

    async def expire_checkout(self, work: DueWork) -> None:
        """Close the page of a payment that is off; paid at the last moment, its money goes back."""
        payment = await self._payment(work.subject_id)
        if payment.external_id is not None:
            await self._apply(payment, await self.provider.expire(payment.external_id))

    async def check_payment(self, work: DueWork) -> None:
        """Webhooks get lost: look by ourselves, and close what was not paid in time."""
        payment = await self._payment(work.subject_id)
        if payment.state not in ALIVE:
            return
        if payment.external_id is None:
            failure = PaymentFailure.UNREACHABLE
            await self.units.run(lambda session: service.fail(session, payment.id, failure, self.clock()))
            return
        state = await self.provider.state_of(payment.external_id)
        if state.status is CheckoutStatus.OPEN and self._is_over(payment):
            state = await self.provider.expire(payment.external_id)
        await self._apply(payment, state)
        n = work.facts.get("n")
        if n and state.status in {CheckoutStatus.OPEN, CheckoutStatus.PENDING}:
            await self.units.run(lambda session: service.check_again(session, payment, int(n), self.clock()))

    async def look_into_event(self, work: DueWork) -> None:
        """The note says what changed; how it is now is asked, so the order of notes does not matter."""
        note = await self.units.run(lambda session: session.get_one(ProviderNote, work.subject_id))
        if note.kind == ProviderEventKind.REFUND_CHANGED:
            await self._look_into_refund(note.external_id)
            return
        state = await self.provider.state_of(note.external_id)
        payment = await self.units.run(lambda session: _paid_by(session, state))
        if payment is not None:
            await self._apply(payment, state)

    async def refund_payment(self, work: DueWork) -> None:
        refund = await self.units.run(lambda session: session.get_one(Refund, work.subject_id))
        payment = await self._payment(refund.payment_id)
        if refund.state is not RefundState.ASKED or payment.external_id is None:
            return
        if refund.external_id is not None:  # it is on its way: only look
            receipt = await self.provider.state_of_refund(refund.external_id)
            await self._apply_receipt(payment, refund, receipt)
            return
        request = RefundRequest(refund.id, payment.external_id, refund.amount_minor, payment.currency)
        try:
            receipt = await self.provider.refund(request)
        except KeyRefused:
            raise  # the money is not refused: tried again, until somebody mends the key
        except ProviderRefused:
            await self.units.run(lambda session: refunds.refund_refused(session, refund.id, self.clock()))
            return
        await self._apply_receipt(payment, refund, receipt)

    async def _look_into_refund(self, external_id: str) -> None:
        def find(session: Session) -> Refund | None:
            return session.exec(select(Refund).where(Refund.external_id == external_id)).first()

        refund = await self.units.run(find)
        if refund is None or refund.state is not RefundState.ASKED:
            return  # ours are known by number once the provider answered; until then the asker hears it
        try:
            receipt = await self.provider.state_of_refund(external_id)
        except UnknownCheckout:
            return
        await self._apply_receipt(await self._payment(refund.payment_id), refund, receipt)

    async def _apply_receipt(self, payment: Payment, refund: Refund, receipt: RefundReceipt) -> None:
        def write(session: Session) -> object:
            if receipt.status is RefundStatus.DONE:
                return refunds.refund_done(session, refund.id, receipt.external_id, self.clock())
            if receipt.status is RefundStatus.FAILED:
                return refunds.refund_refused(session, refund.id, self.clock())
            return refunds.refund_pending(session, refund.id, receipt.external_id, self.clock())

        await self.units.run(write)

    async def _apply(self, payment: Payment, state: CheckoutState) -> None:
        """What the provider says about a checkout becomes the state of its payment."""
        if (state.amount_minor, state.currency) != (payment.amount_minor, payment.currency):
            raise AmountDiffers(payment, state)
        if state.status is CheckoutStatus.PAID:
            await self.units.run(lambda session: _paid(session, payment, state, self.clock()))
        elif state.status is CheckoutStatus.EXPIRED:
            await self.units.run(lambda session: service.lapse(session, payment.id, self.clock()))
        elif state.status is CheckoutStatus.PENDING and self._is_over(payment):
            failure = PaymentFailure.DECLINED
            await self.units.run(lambda session: service.fail(session, payment.id, failure, self.clock()))

    async def _payment(self, payment_id: UUID) -> Payment:
        return await self.units.run(lambda session: session.get_one(Payment, payment_id))

    def _is_over(self, payment: Payment) -> bool:
        return payment.expires_at is not None and payment.expires_at <= self.clock()


def _paid_by(session: Session, state: CheckoutState) -> Payment | None:
    """The payment behind a checkout, by its number or, before the opening was recorded, by our own id."""
    query = select(Payment).where(Payment.external_id == state.external_id)
    known = session.exec(query).first()
    if known is None and state.payment_id is not None:
        known = session.get(Payment, state.payment_id)
    return known


def _paid(session: Session, payment: Payment, state: CheckoutState, now: datetime) -> Payment:
    """Paid, possibly before the answer that opened the page came back: keep the checkout's number too."""
    current = locked(session, payment.id)
    if current.external_id is None:
        current.external_id = state.external_id
        session.add(current)
    return service.paid(session, payment.id, now)
