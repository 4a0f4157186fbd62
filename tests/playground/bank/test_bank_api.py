"""The stand-in bank answers the real SDK as Stripe would."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import stripe

from commerce.settlement.provider import (
    CheckoutStatus,
    KeyRefused,
    ProviderDown,
    ProviderRefused,
    RefundRequest,
)
from commerce.settlement.stripe_provider import StripeProvider
from tests.playground.bank.conftest import CARD, KEY, SECRET, Town


async def post(
    town: Town, path: str, body: str, **headers: str
) -> tuple[int, dict[str, Any], dict[str, str]]:
    """A call past the SDK, for what the SDK would never send."""
    headers = {"Authorization": f"Bearer {KEY}"} | headers
    async with town.browser.post(f"{town.base}/v1/{path}", data=body, headers=headers) as answer:
        return answer.status, await answer.json(), dict(answer.headers)


LINE = (
    "line_items[0][quantity]=1&line_items[0][price_data][currency]=eur"
    "&line_items[0][price_data][unit_amount]=900&line_items[0][price_data][product_data][name]=Rice"
)
SESSION = f"mode=payment&success_url=https://shop.example/&{LINE}"


@pytest.mark.parametrize(
    ("body", "code", "param"),
    [
        (f"{SESSION}&colour=red", "parameter_unknown", "colour"),
        (f"{SESSION}&line_items[0][prise]=x", "parameter_unknown", "line_items[0][prise]"),
        (f"{SESSION}&payment_method_types[0]=card", "parameter_unknown", "payment_method_types"),
        (f"{SESSION}&expires_at=soon", "parameter_invalid", "expires_at"),
        (f"{SESSION}&expires_at=1000", None, "expires_at"),
        (f"{SESSION}&allowed_payment_method_types[0]=shells", "parameter_invalid", None),
        (f"{SESSION}&phone_number_collection[enabled]=true", "parameter_unknown", None),
        (SESSION.replace("unit_amount]=900", "unit_amount]=9"), "amount_too_small", None),
        (SESSION.replace("unit_amount]=900", "unit_amount]=-900"), None, "line_items"),
        (SESSION.replace("=eur", "=EUR"), None, None),
        (SESSION.replace("success_url=https", "success_url=ftp"), "url_invalid", "success_url"),
        ("mode=payment&success_url=https://shop.example/", None, "line_items"),
        ("mode=subscription", None, "mode"),
        ("a[b=1", "parameter_unknown", None),
        ("&&&==", None, None),
        (f"{SESSION}&" + "[x]" * 30 + "=1", None, None),
    ],
)
async def test_a_session_with_bad_parameters_is_refused(
    town: Town, body: str, code: str | None, param: str | None
) -> None:
    status, answer, _ = await post(town, "checkout/sessions", body)
    assert status == 400, answer
    assert answer["error"]["type"] == "invalid_request_error"
    assert code in {None, answer["error"].get("code")}
    assert param in {None, answer["error"].get("param")}
    assert town.bank.store.every("checkout.session") == []


async def test_the_same_key_replays_and_another_body_is_an_error(town: Town) -> None:
    first = await post(town, "checkout/sessions", SESSION, **{"Idempotency-Key": "k1"})
    again = await post(town, "checkout/sessions", SESSION, **{"Idempotency-Key": "k1"})
    assert again[1] == first[1]
    assert again[2]["Idempotent-Replayed"] == "true"
    other = await post(town, "checkout/sessions", SESSION + "&locale=de", **{"Idempotency-Key": "k1"})
    assert other[0] == 400
    assert other[1]["error"]["type"] == "idempotency_error"
    assert len(town.bank.store.every("checkout.session")) == 1


async def test_a_refusal_is_not_remembered_under_the_key(town: Town) -> None:
    assert (await post(town, "checkout/sessions", "mode=payment", **{"Idempotency-Key": "k1"}))[0] == 400
    assert (await post(town, "checkout/sessions", SESSION, **{"Idempotency-Key": "k1"}))[0] == 200


async def test_a_wrong_key_gets_nowhere(town: Town) -> None:
    stranger = StripeProvider("sk_test_other", SECRET, api_base=town.base)
    with pytest.raises(KeyRefused, match="AuthenticationError"):
        await stranger.open_checkout(town.request())
    await stranger.close()


async def test_unknown_places_and_numbers_are_404(town: Town) -> None:
    assert (await post(town, "invoices", ""))[0] == 404
    with pytest.raises(stripe.InvalidRequestError) as missing:
        await town.sdk.v1.refunds.retrieve_async("re_nothing")
    assert missing.value.code == "resource_missing"


@pytest.mark.parametrize("minutes", [5, 25 * 60])
async def test_a_page_is_open_for_half_an_hour_to_a_day(town: Town, minutes: int) -> None:
    with pytest.raises(ProviderRefused, match="30 minutes"):
        await town.checkout(expires_at=town.clock() + timedelta(minutes=minutes))


async def test_a_page_expires_by_the_banks_clock_and_tells(town: Town) -> None:
    checkout = await town.checkout()
    town.jump = timedelta(hours=2)
    [event] = await town.webhooks("checkout.session.expired")
    assert event.data.object["id"] == checkout.external_id
    assert (await town.provider.state_of(checkout.external_id)).status is CheckoutStatus.EXPIRED
    status, text, _ = await town.send_card(checkout.url)
    assert status == 200
    assert "expired" in text
    assert town.bank.store.every("charge") == []


async def test_yen_and_dinars_are_counted_as_stripe_counts_them(town: Town) -> None:
    for currency, minor, counted in (("JPY", 1200, 1200), ("KWD", 1250, 1250), ("ISK", 900, 90000)):
        checkout = await town.checkout(currency=currency, amount_minor=minor)
        assert town.bank.get("checkout.session", checkout.external_id)["amount_total"] == counted
        state = await town.provider.state_of(checkout.external_id)
        assert (state.amount_minor, state.currency) == (minor, currency)
    with pytest.raises(ProviderRefused):
        await town.checkout(currency="KWD", amount_minor=1255)


async def test_a_refund_is_sent_once_though_its_key_is_long_forgotten(town: Town) -> None:
    checkout = await paid(town)
    many = [RefundRequest(uuid4(), checkout, 10, "EUR") for _ in range(3)]
    first = [await town.provider.refund(request) for request in many]
    town.jump = timedelta(days=2)
    assert [await town.provider.refund(request) for request in many] == first
    assert len(town.bank.store.every("refund")) == 3


async def test_a_key_is_forgotten_after_a_day(town: Town) -> None:
    first = await post(town, "accounts", "type=express", **{"Idempotency-Key": "k1"})
    town.jump = timedelta(hours=23)
    assert (await post(town, "accounts", "type=express", **{"Idempotency-Key": "k1"}))[1] == first[1]
    town.jump = timedelta(hours=25)
    later = await post(town, "accounts", "type=express", **{"Idempotency-Key": "k1"})
    assert later[0] == 200
    assert later[1] != first[1]


async def test_a_list_comes_in_pages(town: Town) -> None:
    checkout = await paid(town)
    for _ in range(3):
        await town.provider.refund(RefundRequest(uuid4(), checkout, 10, "EUR"))
    page = await town.sdk.v1.refunds.list_async({"limit": 2})
    assert [len(page.data), page.has_more] == [2, True]
    every = [refund.id async for refund in page.auto_paging_iter()]
    assert sorted(every) == sorted(refund["id"] for refund in town.bank.store.every("refund"))


async def test_refunds_never_exceed_the_charge(town: Town) -> None:
    checkout = await paid(town)
    for amount in (2000, 350):
        await town.provider.refund(RefundRequest(uuid4(), checkout, amount, "EUR"))
    with pytest.raises(ProviderRefused) as over:
        await town.provider.refund(RefundRequest(uuid4(), checkout, 1, "EUR"))
    assert over.value.code == "charge_already_refunded"
    [charge] = town.bank.store.every("charge")
    assert (charge["amount_refunded"], charge["refunded"]) == (2350, True)
    listed = await town.sdk.v1.refunds.list_async({"payment_intent": charge["payment_intent"]})
    assert sorted(refund.amount for refund in listed.data) == [350, 2000]


async def test_transfers_never_exceed_their_charge_and_come_back(town: Town) -> None:
    await paid(town)
    [charge] = town.bank.store.every("charge")
    accounts = [await town.sdk.v1.accounts.create_async({"type": "express", "country": "DE"}) for _ in "ab"]

    async def move(amount: int, account: int, **more: Any) -> stripe.Transfer:
        return await town.sdk.v1.transfers.create_async(
            {"amount": amount, "currency": "eur", "destination": accounts[account].id, **more}
        )

    first = await move(1500, 0, source_transaction=charge["id"])
    assert first.transfer_group == charge["transfer_group"]
    await move(850, 1, source_transaction=charge["id"])
    with pytest.raises(stripe.InvalidRequestError, match="exceed"):
        await move(1, 1, source_transaction=charge["id"])
    with pytest.raises(stripe.InvalidRequestError) as poor:
        await move(1, 1)
    assert poor.value.code == "balance_insufficient"
    await town.sdk.v1.transfers.reversals.create_async(first.id, {"amount": 400})
    with pytest.raises(stripe.InvalidRequestError, match="unreversed"):
        await town.sdk.v1.transfers.reversals.create_async(first.id, {"amount": 1101})
    balance = await town.sdk.v1.balance.retrieve_async()
    assert [(part.amount, part.currency) for part in balance.available] == [(400, "eur")]
    with pytest.raises(stripe.InvalidRequestError, match="No such account"):
        await town.sdk.v1.transfers.create_async({"amount": 1, "currency": "eur", "destination": "acct_x"})


async def test_everything_goes_on_after_a_restart(town: Town) -> None:
    request = town.request()
    checkout = await town.provider.open_checkout(request)
    town.refuse_webhooks = 10**6
    await town.send_card(checkout.url)
    await town.restart()
    town.refuse_webhooks = 0
    assert (await town.provider.state_of(checkout.external_id)).status is CheckoutStatus.PAID
    assert await town.provider.open_checkout(request) == checkout
    [event] = await town.webhooks("checkout.session.completed")
    assert event.data.object["id"] == checkout.external_id


async def test_a_webhook_not_taken_comes_again(town: Town) -> None:
    town.refuse_webhooks = 3
    await paid(town)
    await town.webhooks("checkout.session.completed")
    assert town.refuse_webhooks == 0


async def test_webhooks_are_lost_doubled_or_shuffled_as_wished(town: Town) -> None:
    await town.faults(webhooks="lost")
    await paid(town)
    await town.faults(webhooks="twice")
    await paid(town)
    await town.webhooks("checkout.session.completed", 2)
    await asyncio.sleep(0.05)
    assert len({event.id for event in town.taken}) == 3
    town.taken.clear()
    await town.faults(webhooks="held")
    await paid(town)
    assert town.taken == []
    await town.faults(webhooks="once")
    await town.webhooks("charge.succeeded")
    kinds = [event.type for event in town.taken]
    assert kinds == ["checkout.session.completed", "payment_intent.succeeded", "charge.succeeded"]


async def test_a_bank_that_declines_is_slow_or_broken_says_so(town: Town) -> None:
    checkout = await town.checkout()
    await town.faults(decline_all=True)
    assert "declined" in (await town.send_card(checkout.url))[1]
    await town.faults(decline_all=False, break_down=1)
    with pytest.raises(ProviderDown, match="breakdown"):
        await town.checkout()
    hurried = StripeProvider(KEY, SECRET, api_base=town.base, timeout_seconds=1, retries=0)
    await town.faults(slow_seconds=30)
    with pytest.raises(ProviderDown, match="Timeout"):
        await hurried.state_of(checkout.external_id)
    await town.faults(slow_seconds=0)
    await hurried.close()
    assert dict(town.bank.hits) == {"decline_all": 1, "break_down": 1, "slow_seconds": 1}


async def test_a_bank_that_is_down_until_it_is_switched_on_again_stays_down(town: Town) -> None:
    await town.faults(break_down=-1)
    for _ in range(3):
        with pytest.raises(ProviderDown, match="breakdown"):
            await town.checkout()
    await town.faults(break_down=0)
    assert (await town.checkout()).url


async def test_nonsense_for_faults_is_refused(town: Town) -> None:
    for body in ("no json", '{"webhooks": "eaten"}', '{"weather": 1}', "[1]"):
        async with town.browser.post(f"{town.base}/faults", data=body) as answer:
            assert answer.status == 400


async def test_the_books_show_what_happened(town: Town) -> None:
    await paid(town)
    await town.webhooks("checkout.session.completed")
    async with town.browser.get(f"{town.base}/books") as answer:
        books = await answer.json()
    assert books["charge"][0]["amount"] == 2350
    assert books["balance"][0]["amount"] == 2350
    assert {row["type"] for row in books["webhooks"]} >= {"checkout.session.completed"}


async def paid(town: Town) -> str:
    """The number of a session that was paid."""
    checkout = await town.checkout()
    status, _, place = await town.send_card(checkout.url, **CARD)
    assert status == 303
    assert place.endswith("/paid")
    return checkout.external_id
