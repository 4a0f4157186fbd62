"""Invoices: limits, shipping and pre-checkout questions, deadlines."""

import asyncio
from typing import Any

import pytest

from tests.playground.emulator.api import Api, Json

INVOICE: Json = {
    "title": "Rice",
    "description": "Two bags",
    "payload": "order-1",
    "provider_token": "1:TEST:x",
    "currency": "EUR",
    "prices": [{"label": "Rice", "amount": 640}],
}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": "x" * 33}, "INVOICE_TITLE_INVALID"),
        ({"description": "x" * 256}, "INVOICE_DESCRIPTION_INVALID"),
        ({"payload": "ü" * 65}, "INVOICE_PAYLOAD_INVALID"),
        ({"currency": "euro"}, "CURRENCY_INVALID"),
        ({"provider_token": ""}, "PAYMENT_PROVIDER_INVALID"),
        ({"prices": []}, "there must be at least one price"),
        ({"prices": [{"label": "a", "amount": -1}]}, "total price must be positive"),
    ],
)
async def test_a_bad_invoice_is_refused(api: Api, changes: Json, words: str) -> None:
    ada = await api.person()
    assert (
        await api("sendInvoice", chat_id=ada, **{**INVOICE, **changes})
    ).error == f"400 Bad Request: {words}"


async def asked(api: Api, kind: str) -> Json:
    """The next question of this kind; what came before is confirmed."""
    updates: list[Json] = (await api("getUpdates", timeout=5)).result
    await api("getUpdates", offset=updates[-1]["update_id"] + 1)
    question: Json = updates[-1][kind]
    return question


async def test_an_invoice_is_paid_after_shipping_and_pre_checkout(api: Api) -> None:
    ada = await api.person()
    sent = (
        await api("sendInvoice", chat_id=ada, **INVOICE, is_flexible=True, need_shipping_address=True)
    ).result
    assert sent["reply_markup"]["inline_keyboard"][0][0] == {"text": "Pay 6.40 EUR", "pay": True}
    address = {
        "country_code": "DE",
        "state": "",
        "city": "Ulm",
        "street_line1": "Gasse 1",
        "street_line2": "",
        "post_code": "89073",
    }
    body = {"message_id": sent["message_id"], "shipping_address": address}
    paying = asyncio.create_task(api.control(f"/users/{ada}/pay", body))
    shipping = await asked(api, "shipping_query")
    options = [{"id": "van", "title": "Van", "prices": [{"label": "Van", "amount": 300}]}]
    await api("answerShippingQuery", shipping_query_id=shipping["id"], ok=True, shipping_options=options)
    checkout = await asked(api, "pre_checkout_query")
    assert (checkout["total_amount"], checkout["shipping_option_id"]) == (940, "van")
    await api("answerPreCheckoutQuery", pre_checkout_query_id=checkout["id"], ok=True)
    assert (await paying)["outcome"] == "paid"
    message = (await api("getUpdates")).result[-1]["message"]
    assert message["successful_payment"]["invoice_payload"] == "order-1"
    assert await api.violations() == []


async def test_a_refusal_needs_words_and_is_shown(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendInvoice", chat_id=ada, **INVOICE)).result
    paying: asyncio.Task[Any] = asyncio.create_task(
        api.control(f"/users/{ada}/pay", {"message_id": sent["message_id"]})
    )
    checkout = await asked(api, "pre_checkout_query")
    silent = await api("answerPreCheckoutQuery", pre_checkout_query_id=checkout["id"], ok=False)
    assert silent.error == '400 Bad Request: parameter "error_message" is required'
    await api(
        "answerPreCheckoutQuery", pre_checkout_query_id=checkout["id"], ok=False, error_message="Sold out"
    )
    assert await paying == {"outcome": "refused", "error_message": "Sold out"}


async def test_a_pre_checkout_answer_after_10_seconds_is_too_late(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendInvoice", chat_id=ada, **INVOICE)).result
    paying = asyncio.create_task(api.control(f"/users/{ada}/pay", {"message_id": sent["message_id"]}))
    checkout = await asked(api, "pre_checkout_query")
    api.clock.seconds += 11
    late = await api("answerPreCheckoutQuery", pre_checkout_query_id=checkout["id"], ok=True)
    assert late.error.startswith("400 Bad Request: query is too old and response timeout expired")
    paying.cancel()
