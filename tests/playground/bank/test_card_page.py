"""The card page, as a browser without scripts meets it."""

import re
from datetime import timedelta

import pytest

from commerce.settlement.provider import CheckoutStatus
from tests.playground.bank.conftest import Town


async def page(town: Town, url: str) -> str:
    async with town.browser.get(url) as answer:
        assert answer.status == 200
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        return await answer.text()


async def test_a_card_is_paid_by_http_and_the_browser_goes_back(town: Town) -> None:
    checkout = await town.checkout()
    shown = await page(town, checkout.url)
    assert "€23.50" in shown
    assert "4242 4242 4242 4242" in shown
    status, _, place = await town.send_card(checkout.url)
    assert (status, place) == (303, str(town.server.make_url("/paid")))
    assert (await town.provider.state_of(checkout.external_id)).status is CheckoutStatus.PAID
    assert "Paid" in await page(town, checkout.url)


async def test_paying_twice_charges_once(town: Town) -> None:
    checkout = await town.checkout()
    for _ in range(2):
        assert (await town.send_card(checkout.url))[0] == 303
    assert len(town.bank.store.every("charge")) == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"number": "4000 0000 0000 0002"}, "declined"),
        ({"number": "4000-0000-0000-9995"}, "insufficient funds"),
        ({"number": "4242 4242 4242 4241"}, "not a card number"),
        ({"number": ""}, "not a card number"),
        ({"number": "٤٢٤٢"}, "not a card number"),
        ({"number": "4111 1111 1111 1111"}, "real cards are not taken"),
        ({"expiry": "12 / 20"}, "expired"),
        ({"expiry": "13/44"}, "expired"),
        ({"expiry": "soon"}, "month and year"),
        ({"code": "12"}, "security code"),
    ],
)
async def test_a_card_that_is_not_taken_gets_a_sentence_and_another_try(
    town: Town, typed: dict[str, str], words: str
) -> None:
    checkout = await town.checkout()
    status, text, _ = await town.send_card(checkout.url, **typed)
    assert status == 200
    assert words in text
    assert (await town.provider.state_of(checkout.external_id)).status is CheckoutStatus.OPEN
    assert (await town.send_card(checkout.url))[0] == 303


async def test_a_card_of_this_month_is_still_good(town: Town) -> None:
    checkout = await town.checkout()
    today = town.clock()
    assert (await town.send_card(checkout.url, expiry=f"{today:%m/%y}"))[0] == 303


async def test_what_others_wrote_is_shown_as_words_and_never_run(town: Town) -> None:
    checkout = await town.checkout(title='<script>alert("1")</script> & $amount')
    shown = await page(town, checkout.url)
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
    assert "$amount" in shown


async def test_the_page_asks_for_nothing_from_elsewhere(town: Town) -> None:
    checkout = await town.checkout()
    shown = await page(town, checkout.url)
    loaded = re.findall(r'(?:src|link rel="stylesheet" href)="([^"]+)"', shown)
    assert loaded == ["/bank/card.css"]
    async with town.browser.get(town.server.make_url("/bank/card.css")) as answer:
        style = await answer.text()
    assert answer.status == 200
    assert "url(" not in style
    assert "@import" not in style


async def test_the_way_back_leaves_the_page_open(town: Town) -> None:
    checkout = await town.checkout()
    back = re.search(r'class="back" href="([^"]+)"', await page(town, checkout.url))
    assert back is not None
    assert back[1] == str(town.server.make_url("/back"))
    assert (await town.provider.state_of(checkout.external_id)).status is CheckoutStatus.OPEN


async def test_an_expired_page_says_so_and_takes_nothing(town: Town) -> None:
    checkout = await town.checkout()
    town.jump = timedelta(hours=2)
    assert "expired" in await page(town, checkout.url)
    assert (await town.send_card(checkout.url))[0] == 200
    assert town.bank.store.every("charge") == []


async def test_an_unknown_page_is_404(town: Town) -> None:
    async with town.browser.get(f"{town.base}/pay/cs_test_nothing") as answer:
        assert answer.status == 404
