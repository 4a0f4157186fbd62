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


async def test_a_pre_checkout_answer_after_10_seconds_is_too_late_and_she_sees_it(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendInvoice", chat_id=ada, **INVOICE)).result
    paying = asyncio.create_task(api.control(f"/users/{ada}/pay", {"message_id": sent["message_id"]}))
    checkout = await asked(api, "pre_checkout_query")
    api.clock.seconds += 11
    late = await api("answerPreCheckoutQuery", pre_checkout_query_id=checkout["id"], ok=True)
    assert late.error.startswith("400 Bad Request: query is too old and response timeout expired")
    assert await paying == {"outcome": "timeout"}


async def test_the_ways_to_ship_can_be_seen_first_and_the_bot_is_asked_once(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendInvoice", chat_id=ada, **INVOICE, is_flexible=True)).result
    body = {"message_id": sent["message_id"], "shipping_address": {"city": "Ulm"}}
    looking = asyncio.create_task(api.control(f"/users/{ada}/shipping", body))
    shipping = await asked(api, "shipping_query")
    options = [
        {"id": name, "title": name, "prices": [{"label": name, "amount": amount}]}
        for name, amount in (("van", 300), ("bike", 200))
    ]
    await api("answerShippingQuery", shipping_query_id=shipping["id"], ok=True, shipping_options=options)
    seen = await looking
    assert (seen["outcome"], [one["id"] for one in seen["options"]]) == ("options", ["van", "bike"])
    chosen = {"shipping_query_id": seen["shipping_query_id"], "shipping_option_id": "bike"}
    paying = asyncio.create_task(api.control(f"/users/{ada}/pay", body | chosen))
    checkout = await asked(api, "pre_checkout_query")
    assert (checkout["total_amount"], checkout["shipping_option_id"]) == (840, "bike")
    await api("answerPreCheckoutQuery", pre_checkout_query_id=checkout["id"], ok=True)
    assert (await paying)["outcome"] == "paid"


async def test_an_answer_within_10_seconds_is_in_time(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendInvoice", chat_id=ada, **INVOICE)).result
    paying = asyncio.create_task(api.control(f"/users/{ada}/pay", {"message_id": sent["message_id"]}))
    checkout = await asked(api, "pre_checkout_query")
    api.clock.seconds += 9
    await api("answerPreCheckoutQuery", pre_checkout_query_id=checkout["id"], ok=True)
    assert (await paying)["outcome"] == "paid"


async def test_a_tip_is_paid_on_top_up_to_the_greatest(api: Api) -> None:
    ada = await api.person()
    sent = (await api("sendInvoice", chat_id=ada, **INVOICE, max_tip_amount=200)).result
    body = {"message_id": sent["message_id"], "tip": 201}
    assert await api.control(f"/users/{ada}/pay", body) == {"error": "this invoice takes tips from 0 to 200"}
    paying = asyncio.create_task(api.control(f"/users/{ada}/pay", {**body, "tip": 200}))
    checkout = await asked(api, "pre_checkout_query")
    assert checkout["total_amount"] == 840
    await api("answerPreCheckoutQuery", pre_checkout_query_id=checkout["id"], ok=True)
    assert (await paying)["message"]["successful_payment"]["total_amount"] == 840


async def test_what_the_provider_is_to_know_she_is_asked_for(api: Api) -> None:
    ada = await api.person()
    wanted = {"need_name": True, "send_phone_number_to_provider": True, "need_email": True}
    sent = (await api("sendInvoice", chat_id=ada, **INVOICE, **wanted)).result
    given = {
        "name": "Ada",
        "phone_number": "+44 1",
        "email": "ada@ex.com",
        "shipping_address": {"city": "Ulm"},
    }
    paying = api.control(f"/users/{ada}/pay", {"message_id": sent["message_id"], **given})
    async with api.doing(paying):
        order = (await asked(api, "pre_checkout_query"))["order_info"]
    assert order == {"name": "Ada", "phone_number": "+44 1", "email": "ada@ex.com"}


@pytest.mark.parametrize(
    ("currency", "amount", "label"),
    [("EUR", 640, "Pay 6.40 EUR"), ("JPY", 640, "Pay 640 JPY"), ("BHD", 640, "Pay 0.640 BHD")],
)
async def test_amounts_are_in_the_smallest_unit_of_the_currency(
    api: Api, currency: str, amount: int, label: str
) -> None:
    ada = await api.person()
    prices = [{"label": "Rice", "amount": amount}]
    sent = (
        await api("sendInvoice", chat_id=ada, **{**INVOICE, "currency": currency, "prices": prices})
    ).result
    assert sent["reply_markup"]["inline_keyboard"][0][0]["text"] == label


async def test_digital_goods_are_paid_in_stars_without_a_provider(api: Api) -> None:
    ada = await api.person()
    stars = {**INVOICE, "currency": "XTR", "provider_token": "", "prices": [{"label": "Song", "amount": 5}]}
    sent = (await api("sendInvoice", chat_id=ada, **stars)).result
    assert sent["reply_markup"]["inline_keyboard"][0][0]["text"] == "Pay 5 ⭐"
    paying = asyncio.create_task(api.control(f"/users/{ada}/pay", {"message_id": sent["message_id"]}))
    checkout = await asked(api, "pre_checkout_query")
    assert (checkout["currency"], checkout["total_amount"]) == ("XTR", 5)
    await api("answerPreCheckoutQuery", pre_checkout_query_id=checkout["id"], ok=True)
    assert (await paying)["outcome"] == "paid"


async def test_a_link_to_an_invoice_follows_the_same_rules(api: Api) -> None:
    assert (await api("createInvoiceLink", **INVOICE)).result.startswith("https://t.me/$")
    refused = await api("createInvoiceLink", **{**INVOICE, "title": "x" * 33})
    assert refused.error == "400 Bad Request: INVOICE_TITLE_INVALID"
