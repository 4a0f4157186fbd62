"""What every settlement provider does, whichever it is: Stripe's adapter over the wire, and the fake."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.playground.bank import BANK, Faults, make_bank
from commerce.settlement.provider import (
    BadSignature,
    Checkout,
    CheckoutRequest,
    CheckoutStatus,
    ProviderDown,
    ProviderEvent,
    ProviderEventKind,
    ProviderRefused,
    RefundRequest,
    RefundStatus,
    SettlementProvider,
    UnknownCheckout,
)
from commerce.settlement.stripe_provider import StripeProvider
from tests.commerce.settlement.fake_provider import FakeProvider


@dataclass
class Ground:
    """A provider, and what only its ground can do: pay as a consumer would, break, tell of webhooks."""

    provider: SettlementProvider
    pay: Callable[[Checkout], Awaitable[None]]
    fail_next: Callable[[str], None]
    notes: Callable[[], list[tuple[bytes, str]]]


@pytest.fixture(params=["fake", "stripe"])
async def ground(request: pytest.FixtureRequest) -> AsyncIterator[Ground]:
    if request.param == "fake":
        fake = FakeProvider()

        async def pay(checkout: Checkout) -> None:
            fake.becomes(checkout.external_id, CheckoutStatus.PAID)

        yield Ground(fake, pay, fake.fail_next, lambda: fake.notes)
        return
    async for made in stripe_ground():
        yield made


async def stripe_ground() -> AsyncIterator[Ground]:
    notes: list[tuple[bytes, str]] = []

    async def take_webhook(request: web.Request) -> web.Response:
        notes.append((await request.read(), request.headers["Stripe-Signature"]))
        return web.Response()

    app = web.Application()
    bank = make_bank(None, None, "whsec_test", "sk_test_key", retry_seconds=0.02)
    app.add_subapp("/bank", bank)
    app.router.add_post("/hook", take_webhook)
    server = TestServer(app)
    await server.start_server()
    bank[BANK].webhook_url = str(server.make_url("/hook"))
    provider = StripeProvider("sk_test_key", "whsec_test", api_base=str(server.make_url("/bank")), retries=0)

    async def pay(checkout: Checkout) -> None:
        card = {"number": "4242 4242 4242 4242", "expiry": "12 / 44", "code": "123"}
        async with (
            aiohttp.ClientSession() as browser,
            browser.post(checkout.url, data=card, allow_redirects=False) as answer,
        ):
            assert answer.status == 303

    def fail_next(kind: str) -> None:
        bank[BANK].set_faults(Faults(break_down=kind == "down", lose_answers=kind == "lost"))

    yield Ground(provider, pay, fail_next, lambda: notes)
    await provider.close()
    await server.close()


def a_request() -> CheckoutRequest:
    return CheckoutRequest(
        payment_id=uuid4(),
        order_id=uuid4(),
        amount_minor=2350,
        currency="EUR",
        title="Order R7KQ2",
        success_url="https://shop.example/paid",
        cancel_url="https://shop.example/back",
        expires_at=(datetime.now(UTC) + timedelta(hours=1)).replace(microsecond=0),
    )


async def test_a_checkout_opens_with_a_link_until_the_wished_time(ground: Ground) -> None:
    request = a_request()
    checkout = await ground.provider.open_checkout(request)
    assert checkout.url.startswith("http")
    assert checkout.expires_at == request.expires_at
    state = await ground.provider.state_of(checkout.external_id)
    assert state.status is CheckoutStatus.OPEN
    assert (state.amount_minor, state.currency) == (2350, "EUR")
    assert state.payment_id == request.payment_id


async def test_the_same_request_again_opens_no_second_checkout(ground: Ground) -> None:
    request = a_request()
    first = await ground.provider.open_checkout(request)
    assert await ground.provider.open_checkout(request) == first


async def test_a_shop_that_moved_still_opens_a_checkout(ground: Ground) -> None:
    request = a_request()
    await ground.provider.open_checkout(request)
    moved = await ground.provider.open_checkout(
        replace(request, success_url="https://shop.example:8081/paid")
    )
    assert (await ground.provider.state_of(moved.external_id)).status is CheckoutStatus.OPEN


async def test_an_answer_that_was_lost_is_had_by_asking_again(ground: Ground) -> None:
    request = a_request()
    ground.fail_next("lost")
    with pytest.raises(ProviderDown):
        await ground.provider.open_checkout(request)
    first = await ground.provider.open_checkout(request)
    assert await ground.provider.open_checkout(request) == first


async def test_a_breakdown_is_an_outage_and_not_a_refusal(ground: Ground) -> None:
    ground.fail_next("down")
    with pytest.raises(ProviderDown) as down:
        await ground.provider.open_checkout(a_request())
    assert down.value.provider == ground.provider.name


async def test_an_amount_too_small_to_charge_is_refused(ground: Ground) -> None:
    with pytest.raises(ProviderRefused) as refused:
        await ground.provider.open_checkout(replace(a_request(), amount_minor=1))
    assert refused.value.code == "amount_too_small"


async def test_an_unknown_checkout_is_named(ground: Ground) -> None:
    with pytest.raises(UnknownCheckout) as unknown:
        await ground.provider.state_of("cs_test_nothing")
    assert unknown.value.external_id == "cs_test_nothing"
    with pytest.raises(UnknownCheckout):
        await ground.provider.expire("cs_test_nothing")
    with pytest.raises(UnknownCheckout):
        await ground.provider.state_of_refund("re_nothing")


async def test_a_paid_checkout_is_paid_and_cannot_be_closed(ground: Ground) -> None:
    checkout = await ground.provider.open_checkout(a_request())
    await ground.pay(checkout)
    assert (await ground.provider.state_of(checkout.external_id)).status is CheckoutStatus.PAID
    assert (await ground.provider.expire(checkout.external_id)).status is CheckoutStatus.PAID


async def test_closing_twice_leaves_it_closed(ground: Ground) -> None:
    checkout = await ground.provider.open_checkout(a_request())
    assert (await ground.provider.expire(checkout.external_id)).status is CheckoutStatus.EXPIRED
    assert (await ground.provider.expire(checkout.external_id)).status is CheckoutStatus.EXPIRED


async def test_a_refund_is_done_once_however_often_it_is_asked(ground: Ground) -> None:
    checkout = await ground.provider.open_checkout(a_request())
    await ground.pay(checkout)
    part = RefundRequest(uuid4(), checkout.external_id, 350, "EUR")
    ground.fail_next("lost")
    with pytest.raises(ProviderDown):
        await ground.provider.refund(part)
    receipt = await ground.provider.refund(part)
    assert receipt.status is RefundStatus.DONE
    assert await ground.provider.refund(part) == receipt
    assert await ground.provider.state_of_refund(receipt.external_id) == receipt
    rest = RefundRequest(uuid4(), checkout.external_id, 2000, "EUR")
    assert (await ground.provider.refund(rest)).status is RefundStatus.DONE


async def test_more_than_was_paid_is_never_sent_back(ground: Ground) -> None:
    checkout = await ground.provider.open_checkout(a_request())
    await ground.pay(checkout)
    await ground.provider.refund(RefundRequest(uuid4(), checkout.external_id, 2000, "EUR"))
    with pytest.raises(ProviderRefused):
        await ground.provider.refund(RefundRequest(uuid4(), checkout.external_id, 351, "EUR"))


async def test_an_unpaid_checkout_has_nothing_to_send_back(ground: Ground) -> None:
    checkout = await ground.provider.open_checkout(a_request())
    with pytest.raises(ProviderRefused):
        await ground.provider.refund(RefundRequest(uuid4(), checkout.external_id, 100, "EUR"))


async def test_a_webhook_tells_which_checkout_changed(ground: Ground) -> None:
    request = a_request()
    checkout = await ground.provider.open_checkout(request)
    await ground.pay(checkout)
    changed = await first_note(ground, ProviderEventKind.CHECKOUT_CHANGED)
    assert changed.external_id == checkout.external_id
    assert changed.payment_id == request.payment_id


async def test_a_webhook_signed_by_somebody_else_or_changed_is_refused(ground: Ground) -> None:
    checkout = await ground.provider.open_checkout(a_request())
    await ground.pay(checkout)
    await first_note(ground, ProviderEventKind.CHECKOUT_CHANGED)
    body, signature = ground.notes()[-1]
    for forged in (("", body), ("t=1,v1=00", body), (signature, body + b" "), (signature, b"\xff\xfe")):
        with pytest.raises(BadSignature):
            ground.provider.read_webhook(forged[1], forged[0])


async def first_note(ground: Ground, kind: ProviderEventKind) -> ProviderEvent:
    """The first webhook of a kind, once it has come over the wire."""
    for _ in range(400):
        read = [ground.provider.read_webhook(body, signature) for body, signature in ground.notes()]
        wanted = [event for event in read if event.kind is kind]
        if wanted:
            return wanted[0]
        await asyncio.sleep(0.02)
    raise AssertionError(f"no webhook of kind {kind} came")
