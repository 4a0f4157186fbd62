"""The lives of payments and refunds, and the kinds that settlement knows."""

from enum import StrEnum

from commerce.states import Life, check_life

__all__ = [
    "PAYMENT_LIFE", "REFUND_LIFE", "Method", "PayeeKind", "PaymentFailure", "PaymentState", "RefundState",
]  # fmt: skip


class Method(StrEnum):
    """How a consumer pays: by card beforehand, in cash at the door, or at the seller's shop."""

    CARD = "card"
    CASH = "cash"
    AT_SHOP = "at_shop"


class PayeeKind(StrEnum):
    """Who receives a share of a payment."""

    SELLER = "seller"
    CARRIER = "carrier"
    SHOP = "shop"


class PaymentFailure(StrEnum):
    REFUSED = "refused"
    """The provider would not open a checkout for it."""
    UNREACHABLE = "unreachable"
    """The provider could not be reached in time."""
    DECLINED = "declined"
    """The provider says for good that the money will not come."""


class PaymentState(StrEnum):
    REQUESTED = "requested"
    OPEN = "open"
    PAID = "paid"
    FAILED = "failed"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"
    LATE = "late"
    """The money came after the payment was off; it is on its way back."""
    PARTLY_REFUNDED = "partly_refunded"
    REFUNDED = "refunded"


_P = PaymentState
PAYMENT_LIFE: Life[PaymentState] = {
    _P.REQUESTED: {_P.OPEN, _P.PAID, _P.FAILED, _P.LAPSED, _P.CANCELLED},
    _P.OPEN: {_P.PAID, _P.FAILED, _P.LAPSED, _P.CANCELLED},
    _P.PAID: {_P.PARTLY_REFUNDED, _P.REFUNDED},
    _P.FAILED: {_P.LATE},
    _P.LAPSED: {_P.LATE},
    _P.CANCELLED: {_P.LATE},
    _P.LATE: {_P.REFUNDED},
    _P.PARTLY_REFUNDED: {_P.PARTLY_REFUNDED, _P.REFUNDED},
    _P.REFUNDED: set(),
}
check_life(PaymentState, PAYMENT_LIFE)


class RefundState(StrEnum):
    ASKED = "asked"
    DONE = "done"
    REFUSED = "refused"
    """The provider will not do it: the money stays owed to the person, an admin has to see to it."""


REFUND_LIFE: Life[RefundState] = {
    RefundState.ASKED: {RefundState.DONE, RefundState.REFUSED},
    RefundState.DONE: set(),
    RefundState.REFUSED: {RefundState.DONE},
}
check_life(RefundState, REFUND_LIFE)
