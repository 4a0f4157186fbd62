"""Invoices and the questions before a payment."""

from typing import Any

from ..calls import Call
from ..chats import send
from ..currencies import CURRENCIES, STARS, shown_amount
from ..desk import Desk
from ..errors import BadRequest
from ..spec import Json
from .receiving import TOO_OLD
from .registry import method

PRE_CHECKOUT_SECONDS = 10
_LIMITS = (("title", 32, "INVOICE_TITLE_INVALID"), ("description", 255, "INVOICE_DESCRIPTION_INVALID"))
_PAYLOAD_BYTES = 128
_GREATEST_AMOUNT = 9_999 * 10**9
_MOST_TIPS = 4
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
        answer["shipping_options"] = _shipping_options(call)
    return _answer(desk, "shipping", call.values.get("shipping_query_id"), answer)


def _shipping_options(call: Call) -> list[Json]:
    if call.values.get("shipping_options") in (None, ""):
        raise BadRequest('parameter "shipping_options" is required')
    options = call.objects("shipping_options", "expected an Array of shipping options")
    where = "Can't parse shipping option: "
    for option in options:
        if not isinstance(option, dict):
            raise _wrong(where, "ShippingOption must be an Object")
        for name, shown in (("id", "identifier"), ("title", "title")):
            if not _text(option, name, where):
                raise _wrong(where, f"ShippingOption {shown} must be non-empty")
        if "prices" not in option:
            raise _wrong(where, 'Can\'t find field "prices"')
        _prices(option["prices"], f"{where}Can't parse shipping option prices: ")
    if not options:
        raise BadRequest("there must be at least one shipping option")
    ids = [option["id"] for option in options]
    if len(set(ids)) != len(ids):
        raise BadRequest("SHIPPING_ID_DUPLICATE")
    return options


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
    """What the person is asked to pay; amounts in minor units of the currency. Raises BadRequest."""
    currency = call.text("currency")
    prices = _prices(call.values.get("prices"))
    total = sum(price["amount"] for price in prices)
    if total <= 0:
        raise BadRequest("total price must be positive")
    if total > _GREATEST_AMOUNT:
        raise BadRequest("total price is too big")
    tips = _tips(call)
    for name, most, words in _LIMITS:
        if not 1 <= len(call.text(name)) <= most:
            raise BadRequest(words)
    if not 1 <= len(call.text("payload").encode()) <= _PAYLOAD_BYTES:
        raise BadRequest("INVOICE_PAYLOAD_INVALID")
    if currency not in CURRENCIES:
        raise BadRequest("CURRENCY_INVALID")
    asked = {name: call.flag(name) for name in _ORDER}
    if currency == STARS:
        _check_stars(call, prices, {**asked, **tips})
    elif not call.text("provider_token"):
        raise BadRequest("PAYMENT_PROVIDER_INVALID")
    asked["need_shipping_address"] |= asked["is_flexible"]
    asked["need_phone_number"] |= call.flag("send_phone_number_to_provider")
    asked["need_email"] |= call.flag("send_email_to_provider")
    named = {name: call.text(name) for name in ("title", "description", "payload", "start_parameter")}
    amounts = {"currency": currency, "total_amount": total, "total_text": shown_amount(total, currency)}
    return {**named, **amounts, "prices": prices, **tips, **asked, "photo_url": call.text("photo_url")}


def _check_stars(call: Call, prices: list[Json], asked: Json) -> None:
    """Digital goods: one price, no provider, nothing to deliver and no tip. Raises BadRequest."""
    if len(prices) != 1 or call.text("provider_token"):
        raise BadRequest("STARS_INVOICE_INVALID")
    call.violations.extend(
        f"parameter {name!r} does nothing for a payment in Telegram Stars"
        for name, given in asked.items()
        if given
    )


def _tips(call: Call) -> Json:
    """The greatest tip, and those that are offered. Raises BadRequest."""
    most = call.values.get("max_tip_amount", 0)
    if not isinstance(most, int):
        raise BadRequest('can\'t parse "max_tip_amount" as Number')
    if not 0 <= most <= _GREATEST_AMOUNT:
        raise BadRequest("invalid max_tip_amount of the currency specified")
    offered = call.objects("suggested_tip_amounts", "expected an Array of suggested tip amounts")
    if not all(isinstance(amount, int) for amount in offered):
        raise BadRequest("suggested tip amount must be of type Number or String")
    if any(amount <= 0 for amount in offered):
        raise BadRequest("suggested tip amount must be positive")
    if any(amount > most for amount in offered):
        raise BadRequest("suggested tip amount can't be bigger than max_tip_amount")
    if len(offered) > _MOST_TIPS:
        raise BadRequest("there can be at most 4 suggested tip amounts")
    if offered != sorted(set(offered)):
        call.violations.append("suggested_tip_amounts must be passed in a strictly increased order")
    return {"max_tip_amount": most, "suggested_tip_amounts": offered}


def _prices(prices: Any, where: str = "") -> list[Json]:
    """Labelled prices with whole amounts. Raises BadRequest; `where` stands before its words."""
    if not isinstance(prices, list):
        raise _wrong(where, "Expected an Array of labeled prices")
    for price in prices:
        if not isinstance(price, dict):
            raise _wrong(where, "Can't parse labeled price: LabeledPrice must be an Object")
        if not _text(price, "label", f"{where}Can't parse labeled price: "):
            raise _wrong(where, "Can't parse labeled price: LabeledPrice label must be non-empty")
        if "amount" not in price:
            raise _wrong(where, "Can't parse labeled price: Can't find field \"amount\"")
        if not isinstance(price["amount"], int):
            raise _wrong(where, 'Can\'t parse labeled price: Field "amount" must be a Number')
    if not prices:
        raise _wrong(where, "There must be at least one price")
    if any(abs(price["amount"]) > _GREATEST_AMOUNT for price in prices):
        raise BadRequest("too big amount of the currency specified")
    return prices


def _text(fields: Json, name: str, where: str) -> str:
    if name not in fields:
        raise _wrong(where, f'Can\'t find field "{name}"')
    if not isinstance(fields[name], str):
        raise _wrong(where, f'Field "{name}" must be of type String')
    return str(fields[name])


def _wrong(where: str, words: str) -> BadRequest:
    """Telegram begins its sentences small."""
    sentence = where + words
    return BadRequest(sentence[0].lower() + sentence[1:])
