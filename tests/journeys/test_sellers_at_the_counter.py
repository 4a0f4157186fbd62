"""What sellers do in a hurry: a photo, a voice message, prices without tax, a fee for the delivery."""

import pytest

from tests.journeys.asking import RIGHT, answers_in_words, asks_for_risotto, seller
from tests.journeys.town import Town

ONE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc00000"
    "0301010018dd8db00000000049454e44ae426082"
)


@pytest.mark.feature("X5")
async def test_a_photo_of_a_price_list_gets_a_next_step(town: Town) -> None:
    await asks_for_risotto(town)
    chiara, _ = await seller(town, "chiara")
    await chiara.sends_photo(ONE_PIXEL)
    told = await chiara.sees("I can't read prices off a photo. Nothing was sent.")
    assert "1: 3.20, 2: no, rest ok, tomorrow" in told.text


@pytest.mark.feature("X5")
async def test_a_voice_message_and_a_file_of_a_seller_get_a_next_step(town: Town) -> None:
    await asks_for_risotto(town)
    chiara, _ = await seller(town, "chiara")
    await chiara.sends_voice(b"OggS")
    await chiara.sees("I can't listen to voice messages. Nothing was sent.")
    await chiara.sends_document(b"%PDF-1.7", "prices.pdf")
    await chiara.sees("I can't read prices from a file. Nothing was sent.")


@pytest.mark.feature("X5")
@pytest.mark.parametrize("answer", ["7%", "3.21"])
async def test_a_price_without_tax_is_asked_back_and_the_rate_or_the_price_settles_it(
    town: Town, answer: str
) -> None:
    await asks_for_risotto(town)
    chiara, inquiry = await seller(town, "chiara")
    await chiara.says("rice 3.00 plus VAT, no basil, rest ok", reply_to=inquiry)
    await chiara.sees("“plus VAT”: prices here are with tax. What is it with tax?")
    await chiara.says(answer)
    read = await chiara.sees("Is this your offer")
    assert "cotton bag, 500 g — €3.21" in read.text
    assert "Pinot Grigio, dry white wine, 750 ml — €8.99" in read.text


@pytest.mark.feature("X5")
async def test_a_fee_for_the_delivery_is_not_added_and_the_seller_is_told(town: Town) -> None:
    mia = await asks_for_risotto(town)
    read = await answers_in_words(town, "chiara", "rice 3.20, no basil, rest ok, plus 7.40 shipping")
    assert "Total €53.72" in read.text
    chiara = await town.person("chiara")
    await chiara.sees("The €7.40 you wrote isn't added.")
    await chiara.taps(RIGHT)
    await mia.sees("✅ Feinkost Marini: 8 of 9 lines, €53.72", anywhere=True)


@pytest.mark.feature("X5")
async def test_what_stands_below_a_file_is_read(town: Town) -> None:
    await asks_for_risotto(town)
    chiara, _ = await seller(town, "chiara")
    await chiara.sends_document(b"%PDF-1.7", "prices.pdf", caption="rice 3.20, no basil, rest ok")
    read = await chiara.sees("Is this your offer")
    assert "cotton bag, 500 g — €3.20" in read.text


@pytest.mark.feature("X5")
async def test_a_free_delivery_that_the_terms_do_not_know_is_told(town: Town) -> None:
    await asks_for_risotto(town)
    await answers_in_words(town, "chiara", "rice 3.20, rest no, free delivery")
    chiara = await town.person("chiara")
    told = await chiara.sees("You wrote that it costs nothing more")
    assert "this shop delivers for €" in told.text


@pytest.mark.feature("X5")
async def test_a_reduction_on_a_condition_is_told_and_not_taken_off(town: Town) -> None:
    await asks_for_risotto(town)
    read = await answers_in_words(town, "chiara", "rice 3.20, no basil, rest ok, 10% off if you take it all")
    assert "Total €53.72" in read.text
    chiara = await town.person("chiara")
    await chiara.sees("Not carried over")
