"""Each switch of the page's tab "Faults", over the page's own routes, and what the shop makes of it."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlmodel import Session, select

from commerce.orders.models import OrderState
from commerce.settlement.ledger import Account, AccountKind, balance
from commerce.settlement.models import Payment
from commerce.settlement.states import PaymentState
from tests.journeys.ordering import (
    ASK,
    CLOSE,
    ONE_SHOP,
    PLACE,
    books,
    checkout,
    pay_link,
    pays_on_the_page,
    state_of_page,
    states_of_orders,
)
from tests.journeys.town import Town, open_town, quick
from tests.kit.person import Person

SAYING = ["sendMessage", "editMessageText"]
CARD = re.compile("💳 Card")
PAY_NOW = re.compile("💳 Pay €")


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with open_town(quick(), tmp_path) as opened:
        yield opened


@pytest.fixture
async def mia(town: Town) -> Person:
    person = await town.person("mia")
    await person.starts()
    await person.sees("Hello Mia")
    return person


async def asks(town: Town, method: str, path: str, body: object = None) -> Any:
    """A call as the page makes it; the answer."""
    async with (
        aiohttp.ClientSession(town.opened.address, trust_env=False) as page,
        page.request(method, path, json=body) as answer,
    ):
        assert answer.status < 300, await answer.text()
        return await answer.json()


async def at_the_bank(town: Town, **faults: object) -> Any:
    return await asks(town, "POST", "/play/faults", faults)


async def struck(town: Town, kind: str) -> int:
    return int((await town.wire.get(""))["fault_hits"].get(kind, 0))


async def places_by_card(town: Town, mia: Person) -> None:
    await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(CARD)
    await mia.sees("Paid by card")
    await mia.taps(PLACE)


async def test_told_to_wait_the_shop_waits_for_that_chat_alone_and_loses_nothing(
    town: Town, mia: Person
) -> None:
    jonas = await town.person("jonas")
    await town.wire.fault("too_many_requests", retry_after=3, chat_id=mia.id, methods=SAYING)
    await mia.says(ONE_SHOP)
    await mia.says("/help")
    await jonas.says("/help")
    await jonas.sees("How it works", within=2.5)  # before her three seconds are over
    assert said_to(mia, "Your list") == []
    await mia.sees("Your list", button=ASK, anywhere=True)
    await mia.sees("How it works")
    await town.wire.settles()
    assert len(said_to(mia, "Your list")) == 1
    assert said_to(mia, "Your list")[0] < said_to(mia, "How it works")[0]
    assert await struck(town, "too_many_requests") == 1


async def test_an_outage_delays_everything_and_loses_nothing(town: Town, mia: Person) -> None:
    await town.wire.fault("outage", seconds=2)
    await mia.says(ONE_SHOP)
    await mia.says("/help")
    await mia.sees("Your list", button=ASK, anywhere=True)
    await mia.sees("How it works")
    assert await struck(town, "outage") > 0
    assert (await town.wire.get(""))["faults"] == []
    assert len(said_to(mia, "How it works")) == 1


async def test_a_slow_telegram_holds_up_the_slow_chat_only(town: Town, mia: Person) -> None:
    jonas = await town.person("jonas")
    await town.wire.fault("slow", delay_ms=3000, count=1, chat_id=mia.id, methods=SAYING)
    await mia.says("/help")
    await jonas.says("/help")
    await jonas.sees("How it works", within=2.5)
    assert said_to(mia, "How it works") == []
    await mia.sees("How it works")
    await town.wire.settles()
    assert len(said_to(mia, "How it works")) == 1


async def test_lost_answers_place_one_order(town: Town, mia: Person) -> None:
    await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(re.compile("Cash at the door"))
    await mia.sees("Paid in cash", button=PLACE)
    await town.wire.fault("drop_answer", count=3, methods=[*SAYING, "answerCallbackQuery"])
    town.wire.allows_refusal("message is not modified|query is too old")  # the second try of what was done
    await mia.taps(PLACE)
    await mia.sees("is confirmed")
    await town.wire.settles()
    assert await struck(town, "drop_answer") == 3
    assert len(await books(town, states_of_orders)) == 1


async def test_what_is_delivered_twice_is_done_once(town: Town, mia: Person) -> None:
    await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(re.compile("Cash at the door"))
    await mia.sees("Paid in cash", button=PLACE)
    await town.wire.fault("duplicate_update", count=5)
    await mia.taps(PLACE)
    await mia.sees("is confirmed")
    await mia.says("/help")
    await mia.sees("How it works")
    await town.wire.settles()
    assert await struck(town, "duplicate_update") >= 2
    assert len(await books(town, states_of_orders)) == 1
    assert len(said_to(mia, "How it works")) == 1
    chiara = await town.person("chiara")
    assert len(said_to(chiara, "Pick list")) == 1


async def test_updates_that_change_places_are_all_answered(town: Town, mia: Person) -> None:
    jonas = await town.person("jonas")
    await town.wire.fault("outage", seconds=1, methods=["getUpdates"])  # so that several wait at once
    await town.wire.fault("reorder_updates", count=2)
    await mia.says(ONE_SHOP)
    await jonas.says("/help")
    await mia.says("/help")
    await mia.sees("Your list", button=ASK, anywhere=True)
    await mia.sees("How it works", anywhere=True)
    await jonas.sees("How it works")
    assert await struck(town, "reorder_updates") >= 1


async def test_whoever_blocks_the_bot_keeps_nobody_waiting(town: Town, mia: Person) -> None:
    chiara, jonas = await town.person("chiara"), await town.person("jonas")
    await mia.says(ONE_SHOP)
    await mia.taps(ASK)
    await mia.sees("sellers answered")
    await jonas.blocks()
    await chiara.taps(re.compile("Offer as listed"))
    await chiara.sees("is with the customer")
    await mia.sees("Kaufhaus Sommer: couldn't be reached", anywhere=True)
    await mia.sees("My proposal", anywhere=True)  # nobody is waited for any more
    await mia.blocks()
    town.wire.allows_refusal("bot was blocked by the user")
    await chiara.says("/help")
    await chiara.sees("How it works")
    await asks(town, "DELETE", "/play/faults")
    assert not any(user["blocked"] for user in await town.wire.get("/users"))
    await mia.says("/list")
    await mia.sees("olive oil")


async def test_a_bank_that_declines_everything_charges_nothing_and_lets_her_try_again(
    town: Town, mia: Person
) -> None:
    await places_by_card(town, mia)
    await mia.sees("is held for you", button=PAY_NOW)
    await at_the_bank(town, decline_all=True)
    assert "declined" in await pays_on_the_page(pay_link(mia))
    assert (await asks(town, "GET", "/play/faults"))["hits"] == {"decline_all": 1}
    assert await books(town, states_of_orders) == [OrderState.AWAITING_PAYMENT]
    await asks(town, "DELETE", "/play/faults")
    await pays_on_the_page(pay_link(mia))
    await mia.sees("is confirmed")


async def test_while_the_bank_is_slow_everybody_else_is_answered(town: Town, mia: Person) -> None:
    jonas = await town.person("jonas")
    await at_the_bank(town, slow_seconds=3)
    await places_by_card(town, mia)
    await jonas.says("/help")
    await jonas.sees("How it works", within=2.5)
    await mia.sees("is held for you", button=PAY_NOW)
    await at_the_bank(town, slow_seconds=0)
    await pays_on_the_page(pay_link(mia))
    await mia.sees("is confirmed")
    assert await one_payment_of_all_that_is_owed(town)


async def test_a_bank_that_is_down_for_a_while_opens_its_page_afterwards(town: Town, mia: Person) -> None:
    await at_the_bank(town, break_down=-1)
    await places_by_card(town, mia)
    await mia.sees("One moment")
    await asks(town, "DELETE", "/play/faults")
    await town.play.jump(60)
    await mia.sees("is held for you", button=PAY_NOW, anywhere=True)
    await pays_on_the_page(pay_link(mia))
    await mia.sees("is confirmed", anywhere=True)
    assert await one_payment_of_all_that_is_owed(town)


async def test_when_the_banks_answer_is_lost_there_is_one_card_page(town: Town, mia: Person) -> None:
    await at_the_bank(town, lose_answers=1)
    await places_by_card(town, mia)
    await mia.sees("is held for you", button=PAY_NOW, anywhere=True)
    assert (await asks(town, "GET", "/play/faults"))["hits"] == {"lose_answers": 1}
    await pays_on_the_page(pay_link(mia))
    await mia.sees("is confirmed", anywhere=True)
    async with (
        aiohttp.ClientSession(trust_env=False) as page,
        page.get(f"{town.opened.bank_address}/books") as told,
    ):
        assert len((await told.json())["checkout.session"]) == 1


@pytest.mark.parametrize("how", ["lost", "twice", "held"])
async def test_however_the_banks_news_comes_the_money_is_entered_once(
    town: Town, mia: Person, how: str
) -> None:
    await places_by_card(town, mia)
    await mia.sees("is held for you", button=PAY_NOW)
    link = pay_link(mia)
    await at_the_bank(town, webhooks=how)
    await pays_on_the_page(link)
    if how == "held":
        await asks(town, "DELETE", "/play/faults")
    elif how == "lost":
        assert await books(town, states_of_orders) == [OrderState.AWAITING_PAYMENT]
        await asks(town, "POST", "/play/jump", {"to": "next"})  # it asks the bank by itself
    await mia.sees("is confirmed", anywhere=True)
    await town.wire.settles()
    assert await state_of_page(link) == "complete"
    assert await one_payment_of_all_that_is_owed(town)
    assert len(said_to(mia, "is confirmed")) == 1


async def test_closed_in_the_middle_and_opened_again_the_shop_goes_on(town: Town, mia: Person) -> None:
    await mia.says(ONE_SHOP)
    await mia.taps(ASK)
    await mia.sees("sellers answered")
    await mia.says("/help")
    town.wire.allows_refusal("message is not modified")  # closed after an edit and before it was noted
    await asks(town, "POST", "/play/restart")
    await mia.sees("How it works", anywhere=True)
    chiara = await town.person("chiara")
    await chiara.taps(re.compile("Offer as listed"))
    await chiara.sees("is with the customer")
    await mia.taps(CLOSE)
    await mia.sees("My proposal")
    assert len(said_to(mia, "How it works")) == 1


@pytest.mark.parametrize(
    ("wished", "said"),
    [
        ({"weather": "bad"}, "no fault 'weather'; there are decline_all, slow_seconds"),
        ({"slow_seconds": 100_000}, "slow_seconds: Input should be less than or equal to 120"),
        ({"break_down": -7}, "break_down: Input should be greater"),
        ({"webhooks": "thrice"}, "webhooks: Input should be 'once', 'twice', 'lost' or 'held'"),
    ],
)
async def test_a_fault_that_makes_no_sense_is_refused_in_words(
    town: Town, wished: dict[str, object], said: str
) -> None:
    before = await asks(town, "GET", "/play/faults")
    async with (
        aiohttp.ClientSession(town.opened.address, trust_env=False) as page,
        page.post("/play/faults", json=wished) as refused,
    ):
        assert refused.status == 400
        assert said in (await refused.json())["error"]
    assert await asks(town, "GET", "/play/faults") == before


async def test_the_page_is_told_of_faults_set_elsewhere_and_of_the_banks_deliveries(
    town: Town, mia: Person
) -> None:
    await places_by_card(town, mia)
    await mia.sees("is held for you", button=PAY_NOW)
    await at_the_bank(town, webhooks="twice")
    await pays_on_the_page(pay_link(mia))
    await mia.sees("is confirmed")
    await town.wire.settles()
    told = [event for event in town.wire.events if event["kind"] == "bank_faults"]
    assert told[0]["faults"]["webhooks"] == "twice"
    assert told[-1]["faults"]["hits"]["webhooks"] == 3
    delivered = [
        event["type"] for event in town.wire.events if event["kind"] == "bank_webhook" and event["ok"]
    ]
    assert delivered.count("checkout.session.completed") == 2


async def test_what_is_due_next_is_told_in_words(town: Town, mia: Person) -> None:
    await mia.says(ONE_SHOP)
    await mia.taps(ASK)
    await mia.sees("sellers answered")
    due = await asks(town, "GET", "/play/agenda")
    assert [one["what"] for one in due] == ["The round of Mia Winter closes"]
    await asks(town, "POST", "/play/jump", {"to": due[0]["at"]})
    assert await asks(town, "GET", "/play/agenda") == []


def said_to(who: Person, words: str) -> list[int]:
    """The numbers of the bot's messages that hold these words."""
    return [message.id for message in who.messages if message.from_bot and words in message.text]


async def one_payment_of_all_that_is_owed(town: Town) -> bool:
    """The order is paid by one card payment, which stands in the books once."""

    def look(session: Session) -> bool:
        payment = session.exec(select(Payment)).one()
        received = balance(session, Account(AccountKind.PROVIDER, payment.provider or ""), payment.currency)
        return payment.state is PaymentState.PAID and received == payment.amount_minor

    return await books(town, look)
