"""Checkout Sessions: created, paid with a card, expired. Source: docs.stripe.com/api/checkout/sessions."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from stripe.params.checkout import SessionCreateParams

from bot.playground.bank.desk import Bank, Json
from bot.playground.bank.errors import bad_request
from bot.playground.bank.params import checked

__all__ = ["Card", "Decline", "create_session", "expire_overdue", "expire_session", "pay", "session_of"]

SUPPORTED = (
    "allowed_payment_method_types",
    "cancel_url",
    "client_reference_id",
    "customer_email",
    "expires_at",
    "line_items.price_data.currency",
    "line_items.price_data.product_data.name",
    "line_items.price_data.product_data.description",
    "line_items.price_data.unit_amount",
    "line_items.quantity",
    "locale",
    "metadata",
    "mode",
    "payment_intent_data.description",
    "payment_intent_data.metadata",
    "payment_intent_data.transfer_group",
    "submit_type",
    "success_url",
)
LEAST_SECONDS, MOST_SECONDS = 30 * 60, 24 * 3600
SLACK_SECONDS = 30
"""The request was some time under way."""
LEAST_AMOUNTS = {"eur": 50, "usd": 50, "chf": 50, "gbp": 30, "jpy": 50, "dkk": 250, "sek": 300, "nok": 300}
MOST_AMOUNT = 99_999_999


class Decline(StrEnum):
    """Why a card is not taken; the values are Stripe's decline codes."""

    GENERIC = "generic_decline"
    NO_FUNDS = "insufficient_funds"
    LOST = "lost_card"
    EXPIRED = "expired_card"
    WRONG_CVC = "incorrect_cvc"
    WRONG_NUMBER = "incorrect_number"
    LIVE_CARD = "live_mode_test_card"


_DECLINING = {
    "4000000000000002": Decline.GENERIC,
    "4000000000009995": Decline.NO_FUNDS,
    "4000000000009987": Decline.LOST,
    "4000000000000069": Decline.EXPIRED,
    "4000000000000127": Decline.WRONG_CVC,
}
_TAKEN = {"4242424242424242", "4000056655665556", "5555555555554444", "2223003122003222", "378282246310005"}


@dataclass(frozen=True)
class Card:
    """What was typed: the number's digits, month and full year, and the security code."""

    number: str
    month: int
    year: int
    code: str


def create_session(bank: Bank, fields: Json, page_base: str) -> Json:
    """`page_base` is where the bank answers to browsers. Raises `StripeRefusal`."""
    params = checked(SessionCreateParams, fields, SUPPORTED)
    if params.get("mode") != "payment":
        raise bad_request("The stand-in bank does sessions in `payment` mode only.", param="mode")
    if set(params.get("allowed_payment_method_types", ["card"])) != {"card"}:
        raise bad_request("The stand-in bank takes cards only.", param="allowed_payment_method_types")
    for name in ("success_url", "cancel_url"):
        _check_url(name, params.get(name), needed=name == "success_url")
    _check_metadata(params.get("metadata", {}))
    currency, amount = _total(params.get("line_items", []))
    session = bank.new(
        "cs",
        "checkout.session",
        amount_subtotal=amount,
        amount_total=amount,
        cancel_url=params.get("cancel_url"),
        client_reference_id=params.get("client_reference_id"),
        currency=currency,
        customer_email=params.get("customer_email"),
        expires_at=_expiry(bank, params.get("expires_at")),
        metadata=params.get("metadata", {}),
        mode="payment",
        payment_intent=None,
        payment_method_types=["card"],
        payment_status="unpaid",
        status="open",
        success_url=params["success_url"],
        ui_mode="hosted_page",
        shown_lines=[_shown(line) for line in params["line_items"]],
        intent_data=params.get("payment_intent_data", {}),
    )
    session["url"] = f"{page_base}/pay/{session['id']}"
    return _outside(bank.store.put(session))


def session_of(bank: Bank, number: str) -> Json:
    """As the API shows it; a page past its time is expired first."""
    _expire_if_over(bank, bank.get("checkout.session", number))
    return _outside(bank.get("checkout.session", number))


def expire_session(bank: Bank, number: str) -> Json:
    session = bank.get("checkout.session", number)
    _expire_if_over(bank, session)
    session = bank.get("checkout.session", number)
    if session["status"] != "open":
        raise bad_request(
            'Only Checkout Sessions with a status in ["open"] can be expired. '
            f"This Checkout Session has a status of {session['status']}."
        )
    return _expire(bank, session)


def expire_overdue(bank: Bank) -> None:
    for session in bank.store.every("checkout.session", status="open"):
        _expire_if_over(bank, session)


def pay(bank: Bank, number: str, card: Card) -> Decline | None:
    """Pay an open session; None when it is paid (also when it was paid before)."""
    session = bank.get("checkout.session", number)
    if session["status"] != "open":
        return None
    intent = _intent(bank, session)
    decline = _judge(bank, card)
    if bank.faults.decline_all:
        decline = Decline.GENERIC
        bank.struck("decline_all")
    charge = bank.new(
        "ch",
        "charge",
        amount=session["amount_total"],
        amount_captured=0 if decline else session["amount_total"],
        amount_refunded=0,
        currency=session["currency"],
        metadata=intent["metadata"],
        paid=decline is None,
        captured=decline is None,
        refunded=False,
        payment_intent=intent["id"],
        transfer_group=intent["transfer_group"],
        failure_code=None if decline is None else "card_declined",
        status="failed" if decline else "succeeded",
        payment_method_details={"type": "card", "card": {"last4": card.number[-4:]}},
    )
    intent["latest_charge"] = charge["id"]
    if decline is not None:
        intent["last_payment_error"] = {
            "type": "card_error",
            "code": "card_declined",
            "decline_code": decline.value,
        }
        bank.store.put(intent)
        bank.announce("charge.failed", charge)
        bank.announce("payment_intent.payment_failed", intent)
        return decline
    intent |= {"status": "succeeded", "amount_received": intent["amount"], "last_payment_error": None}
    session |= {"status": "complete", "payment_status": "paid", "url": None}
    bank.store.put(intent)
    bank.store.put(session)
    bank.announce("charge.succeeded", charge)
    bank.announce("payment_intent.succeeded", intent)
    bank.announce("checkout.session.completed", _outside(session))
    return None


def _intent(bank: Bank, session: Json) -> Json:
    """The payment intent of a session is made when it is first tried to pay."""
    if session["payment_intent"] is not None:
        return bank.get("payment_intent", session["payment_intent"])
    data = session["intent_data"]
    intent = bank.new(
        "pi",
        "payment_intent",
        amount=session["amount_total"],
        amount_received=0,
        currency=session["currency"],
        description=data.get("description"),
        last_payment_error=None,
        latest_charge=None,
        metadata=data.get("metadata", {}),
        payment_method_types=["card"],
        status="requires_payment_method",
        transfer_group=data.get("transfer_group"),
    )
    session["payment_intent"] = intent["id"]
    bank.store.put(session)
    return intent


def _judge(bank: Bank, card: Card) -> Decline | None:
    now = datetime.fromtimestamp(bank.now(), bank.clock().tzinfo)
    if card.number in _DECLINING:
        return _DECLINING[card.number]
    if not _luhn(card.number):
        return Decline.WRONG_NUMBER
    if card.number not in _TAKEN:
        return Decline.LIVE_CARD
    if not 1 <= card.month <= 12 or (card.year, card.month) < (now.year, now.month):
        return Decline.EXPIRED
    if len(card.code) != (4 if card.number.startswith("3") else 3):
        return Decline.WRONG_CVC
    return None


def _luhn(number: str) -> bool:
    """The check digit of card numbers (ISO/IEC 7812-1)."""
    if not 12 <= len(number) <= 19:
        return False
    digits = [int(sign) for sign in reversed(number)]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _total(lines: list[Json]) -> tuple[str, int]:
    """Currency and amount of the lines. Raises `StripeRefusal`."""
    if not lines:
        raise bad_request("You must pass `line_items` in `payment` mode.", param="line_items")
    prices: list[Json] = [line.get("price_data") or {} for line in lines]
    if any("unit_amount" not in price for price in prices):
        raise bad_request("Each line needs `price_data` with `unit_amount`.", param="line_items")
    if any("product_data" not in price for price in prices):
        raise bad_request("Each `price_data` needs `product_data`.", param="line_items")
    currencies = {str(price["currency"]) for price in prices}
    if len(currencies) != 1:
        raise bad_request("All line items must have the same currency.", param="line_items")
    currency = currencies.pop()
    if len(currency) != 3 or not currency.isalpha() or not currency.islower():
        raise bad_request(f"Invalid currency: {currency}.", param="line_items[0][price_data][currency]")
    if any(
        price["unit_amount"] < 0 or line.get("quantity", 0) < 1
        for price, line in zip(prices, lines, strict=True)
    ):
        raise bad_request("Amounts and quantities must be positive.", param="line_items")
    amount = sum(price["unit_amount"] * line["quantity"] for price, line in zip(prices, lines, strict=True))
    least = LEAST_AMOUNTS.get(currency, 1)
    if amount < least:
        raise bad_request(
            f"The Checkout Session's total amount must convert to at least {least} {currency}.",
            code="amount_too_small",
        )
    if amount > MOST_AMOUNT:
        raise bad_request("The Checkout Session's total amount is too large.", code="amount_too_large")
    return currency, amount


def _shown(line: Json) -> Json:
    price = line["price_data"]
    return {
        "name": price["product_data"]["name"],
        "description": price["product_data"].get("description"),
        "quantity": line["quantity"],
        "amount": price["unit_amount"] * line["quantity"],
    }


def _expiry(bank: Bank, wished: int | None) -> int:
    now = bank.now()
    if wished is None:
        return now + MOST_SECONDS
    if not now + LEAST_SECONDS - SLACK_SECONDS <= wished <= now + MOST_SECONDS + SLACK_SECONDS:
        raise bad_request(
            "The `expires_at` timestamp must be at least 30 minutes and at most 24 hours from "
            "Checkout Session creation.",
            param="expires_at",
        )
    return wished


def _check_url(name: str, url: Any, *, needed: bool) -> None:
    if url is None and not needed:
        return
    parts = urlsplit(str(url or ""))
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise bad_request(f"Not a valid URL: {url}", code="url_invalid", param=name)


def _check_metadata(metadata: Json) -> None:
    if len(metadata) > 50 or any(len(key) > 40 or len(value) > 500 for key, value in metadata.items()):
        raise bad_request("Metadata is 50 keys of 40 signs with values of 500 at most.", param="metadata")


def _expire_if_over(bank: Bank, session: Json) -> None:
    if session["status"] == "open" and session["expires_at"] <= bank.now():
        _expire(bank, session)


def _expire(bank: Bank, session: Json) -> Json:
    session |= {"status": "expired", "url": None}
    bank.store.put(session)
    bank.announce("checkout.session.expired", _outside(session))
    return _outside(session)


def _outside(session: Json) -> Json:
    """Without what the bank keeps for itself."""
    return {name: value for name, value in session.items() if name not in {"shown_lines", "intent_data"}}
