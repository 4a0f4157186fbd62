"""Invoices and the questions before a payment."""

from typing import Any

from ..calls import Call
from ..chats import send
from ..desk import Desk
from ..errors import BadRequest
from ..spec import Json
from .receiving import TOO_OLD
from .registry import method

PRE_CHECKOUT_SECONDS = 10
STARS = "XTR"
_LIMITS = (("title", 32, "INVOICE_TITLE_INVALID"), ("description", 255, "INVOICE_DESCRIPTION_INVALID"))
_PAYLOAD_BYTES = 128
_ORDER = ("need_name", "need_phone_number", "need_email", "need_shipping_address", "is_flexible")


@method("sendInvoice")
def send_invoice(desk: Desk, call: Call) -> Json:
    invoice = invoice_of(call)
    shown = {
        name: invoice[name]
        for name in ("title", "description", "start_parameter", "currency", "total_amount")
    }
    return send(desk, call, {"invoice": shown}, invoice=invoice).message


@method("createInvoiceLink")
def create_invoice_link(desk: Desk, call: Call) -> str:
    slug = f"i{desk.world.next_question_id()}"
    invoice = invoice_of(call)
    desk.world.invoice_links[slug] = invoice
    desk.store.put("invoice_link", slug, invoice)
    return f"https://t.me/${slug}"


@method("answerPreCheckoutQuery")
def answer_pre_checkout_query(desk: Desk, call: Call) -> bool:
    answer: Json = {"ok": call.flag("ok"), "error_message": call.text("error_message") or None}
    _must_explain(answer)
    return _answer(desk, "pre_checkout", call.values.get("pre_checkout_query_id"), answer)


@method("answerShippingQuery")
def answer_shipping_query(desk: Desk, call: Call) -> bool:
    answer: Json = {"ok": call.flag("ok"), "error_message": call.text("error_message") or None}
    _must_explain(answer)
    if answer["ok"]:
        options = call.objects("shipping_options", "expected an Array of shipping options")
        if not options:
            raise BadRequest("there must be at least one shipping option")
        for option in options:
            _total(option.get("prices"), "can't parse shipping option prices")
        answer["shipping_options"] = options
    return _answer(desk, "shipping", call.values.get("shipping_query_id"), answer)


def _answer(desk: Desk, kind: str, question_id: Any, answer: Json) -> bool:
    question = desk.open_question(kind, question_id)
    if question is None:
        raise BadRequest(TOO_OLD)
    desk.answer(question, answer)
    desk.journal.publish("question_answered", question_id=question.id, of=kind, **answer)
    return True


def _must_explain(answer: Json) -> None:
    if not answer["ok"] and not answer["error_message"]:
        raise BadRequest('parameter "error_message" is required')


def invoice_of(call: Call) -> Json:
    """What the person is asked to pay; amounts in minor units of the currency."""
    for name, most, words in _LIMITS:
        if not 1 <= len(call.text(name)) <= most:
            raise BadRequest(words)
    if not 1 <= len(call.text("payload").encode()) <= _PAYLOAD_BYTES:
        raise BadRequest("INVOICE_PAYLOAD_INVALID")
    currency = call.text("currency")
    if len(currency) != 3 or not currency.isupper():
        raise BadRequest("CURRENCY_INVALID")
    prices = call.objects("prices", "expected an Array of labeled prices")
    total = _total(prices, "can't parse labeled price")
    if currency == STARS and len(prices) != 1:
        raise BadRequest("STARS_INVOICE_INVALID")
    if currency != STARS and not call.text("provider_token"):
        raise BadRequest("PAYMENT_PROVIDER_INVALID")
    if total <= 0:
        raise BadRequest("CURRENCY_TOTAL_AMOUNT_INVALID")
    return {
        "title": call.text("title"),
        "description": call.text("description"),
        "payload": call.text("payload"),
        "start_parameter": call.text("start_parameter"),
        "currency": currency,
        "total_amount": total,
        "total_text": f"{total // 100}.{total % 100:02d} {currency}" if currency != STARS else f"{total} ⭐",
        "prices": prices,
        "max_tip_amount": call.number("max_tip_amount") or 0,
        "suggested_tip_amounts": call.values.get("suggested_tip_amounts") or [],
        "photo_url": call.text("photo_url"),
        **{name: call.flag(name) for name in _ORDER},
    }


def _total(prices: Any, words: str) -> int:
    if not isinstance(prices, list) or not prices:
        raise BadRequest("there must be at least one price")
    total = 0
    for price in prices:
        if not isinstance(price, dict) or not price.get("label") or not isinstance(price.get("amount"), int):
            raise BadRequest(f"{words}: LabeledPrice must have a label and an amount")
        total += price["amount"]
    return total
