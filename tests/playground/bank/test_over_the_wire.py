"""An order is settled through the real SDK, the stand-in bank and its webhooks."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import stripe
from aiohttp import web

from commerce.database import Table, Units, open_engine
from commerce.settlement import refunds, running
from commerce.settlement.ledger import AccountKind
from commerce.settlement.provider import BadSignature
from commerce.settlement.states import PaymentState
from tests.commerce.settlement.desk import Desk
from tests.playground.bank.conftest import Town


class ShoppingTown(Town):
    """A town whose shop keeps webhooks as the product does."""

    desk: Desk

    async def take_webhook(self, request: web.Request) -> web.Response:
        body, signature = await request.read(), request.headers.get("Stripe-Signature", "")
        try:
            await running.receive(self.provider, self.desk.units, self.clock, body, signature)
        except BadSignature:
            return web.Response(status=400)
        self.taken.append(stripe.Webhook.construct_event(body, signature, "whsec_test"))
        return web.Response()


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[ShoppingTown]:
    town = ShoppingTown(tmp_path / "bank.sqlite")
    await town.open()
    engine = open_engine(f"sqlite:///{tmp_path / 'errand.sqlite'}")
    Table.metadata.create_all(engine)
    units = Units(engine)
    town.desk = Desk(units, town.provider, datetime.now(UTC))
    yield town
    await town.close()
    units.close()


async def opened(town: ShoppingTown) -> str:
    town.desk.request()
    await town.desk.work_off()
    url = town.desk.payment().url
    assert url is not None
    return url


async def test_a_card_pays_an_order(town: ShoppingTown) -> None:
    url = await opened(town)
    assert (await town.send_card(url, number="4000 0000 0000 0002"))[0] == 200
    assert (await town.send_card(url))[0] == 303
    await town.webhooks("checkout.session.completed")
    town.desk.now = datetime.now(UTC)
    await town.desk.work_off()
    assert town.desk.payment().state is PaymentState.PAID
    assert town.desk.in_hand() == 2350


@pytest.mark.parametrize("webhooks", ["lost", "twice", "held"])
async def test_however_the_webhooks_come_the_money_is_entered_once(town: ShoppingTown, webhooks: str) -> None:
    url = await opened(town)
    await town.faults(webhooks=webhooks)
    await town.send_card(url)
    await town.faults(webhooks="once")
    if webhooks != "lost":
        await town.webhooks("charge.succeeded", 2 if webhooks == "twice" else 1)
    await asyncio.sleep(0.05)
    await town.desk.later(minutes=2)
    assert town.desk.payment().state is PaymentState.PAID
    assert town.desk.in_hand() == 2350
    assert town.desk.told().count("PaymentPaid") == 1


async def test_lost_answers_open_one_page_and_refund_once(town: ShoppingTown) -> None:
    await town.faults(lose_answers=1)
    town.desk.request()
    await town.desk.later(seconds=10)
    assert len(town.bank.store.every("checkout.session")) == 1
    await town.send_card(str(town.desk.payment().url))
    await town.desk.later(minutes=2)
    payment_id = town.desk.payment_id()
    town.desk.units.run_here(
        lambda session: refunds.refund(session, payment_id, town.desk.now, reason="cancelled")
    )
    await town.faults(lose_answers=1)
    await town.desk.later(seconds=10)
    assert [refund["amount"] for refund in town.bank.store.every("refund")] == [2350]
    assert town.desk.in_hand() == 0
    assert town.desk.balance(AccountKind.PERSON, town.desk.person_id) == 0


async def test_an_order_changed_at_the_last_moment_gets_its_money_back(town: ShoppingTown) -> None:
    url = await opened(town)
    await town.send_card(url)
    town.desk.request(shares=town.desk.shares[:2])
    await town.desk.work_off()
    first, second = town.bank.store.every("checkout.session")
    assert (first["status"], second["status"]) == ("complete", "open")
    assert [refund["amount"] for refund in town.bank.store.every("refund")] == [2350]
    assert town.desk.payment().state is PaymentState.OPEN


async def test_after_a_time_jump_the_page_is_over_on_both_sides(town: ShoppingTown) -> None:
    await opened(town)
    town.jump = timedelta(hours=3)
    await town.webhooks("checkout.session.expired")
    town.desk.now += town.jump
    await town.desk.work_off()
    assert town.desk.payment().state is PaymentState.LAPSED


async def test_a_forged_webhook_is_answered_400(town: ShoppingTown) -> None:
    async with town.browser.post(
        town.server.make_url("/hook"), data=b"{}", headers={"Stripe-Signature": "t=1,v1=00"}
    ) as answer:
        assert answer.status == 400
