"""Sellers' answers: one tap, or words that are read back and bind after a tap; and all that can go wrong."""

import re
from datetime import time
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.playground.emulator import people as chat_people
from commerce.catalogue.models import Seller, SellerMember
from commerce.people.service import person_of
from commerce.quotes.models import Quote, QuoteState
from tests.journeys.asking import (
    LISTED,
    RIGHT,
    answers_as_listed,
    answers_in_words,
    asks_for,
    asks_for_risotto,
    seller,
)
from tests.journeys.town import Town, open_town, quick
from tests.kit.person import Person

HALF_AN_HOUR = 31 * 60
WRONG = "✏️ Wrong"
NOTHING = "✖️ Nothing this time"


async def quotes(town: Town) -> list[Quote]:
    assert town.play.shop is not None
    return await town.play.shop.units.run(
        lambda session: list(session.exec(select(Quote).order_by(Quote.created_at, Quote.version)))  # type: ignore[arg-type]
    )


async def colleague(town: Town, at: str) -> Person:
    """Somebody else who works for the same shop."""
    assert town.play.shop is not None
    pane = await town.play.new_person("Bea", "seller", "en")

    def employ(session: Session) -> None:
        person = person_of(session, pane.user_id)
        shop = session.exec(select(Seller).where(Seller.key == at)).one()
        assert person is not None
        session.merge(SellerMember(seller_id=shop.id, person_id=person.id))

    await town.play.shop.units.run(employ)
    bea = await town.wire.meet(pane.user_id)
    await bea.starts()
    await bea.sees("Hello")
    return bea


@pytest.mark.feature("X5")
async def test_one_tap_offers_every_line_at_its_list_price(town: Town) -> None:
    mia = await asks_for_risotto(town)
    aylin, inquiry = await seller(town, "aylin")
    await aylin.taps("✅ Offer as listed: €5.74")
    await aylin.sees("Your offer of €5.74")
    answered = await aylin.sees("This is your offer")
    assert answered.id == inquiry.id
    assert answered.buttons == ["✖️ Take the offer back"]
    await mia.sees("✅ Grüne Kiste: 5 of 5 lines, €5.74, ready today", anywhere=True)


@pytest.mark.feature("X5")
async def test_after_midnight_today_is_the_day_where_the_shop_is(tmp_path: Path) -> None:
    """Half past midnight in Berlin: the day before, by UTC."""
    async with open_town(quick(), tmp_path, starts=time(0, 30)) as town:
        mia = await asks_for_risotto(town)
        aylin, _ = await seller(town, "aylin")
        await aylin.taps("✅ Offer as listed: €5.74")
        await mia.sees("✅ Grüne Kiste: 5 of 5 lines, €5.74, ready today", anywhere=True)


@pytest.mark.feature("X5")
async def test_one_sentence_in_reply_to_the_push_is_read_back_line_by_line(town: Town) -> None:
    mia = await asks_for_risotto(town)
    read = await answers_in_words(town, "chiara", "rice 3.20, no basil, rest ok, tomorrow")
    assert "1 × Arborio risotto rice, cotton bag, 500 g — €3.20" in read.text
    assert "Fresh basil from Albenga, bunch not offered" in read.text
    assert "1 × Pinot Grigio, dry white wine, 750 ml — €8.99" in read.text
    assert "Ready tomorrow" in read.text
    assert "0 of 3 sellers answered" in str(mia.screen)
    chiara = await town.person("chiara")
    await chiara.taps(RIGHT)
    await chiara.sees("Your offer of €53.72")
    await mia.sees("✅ Feinkost Marini: 8 of 9 lines, €53.72, ready tomorrow", anywhere=True)


@pytest.mark.feature("X5")
@pytest.mark.feature("M15")
async def test_a_price_by_the_kilo_is_of_the_packs_sold_not_of_the_less_needed(town: Town) -> None:
    await asks_for(town, "200 g flour", "2 tbsp olive oil", "10 eggs")
    read = await answers_in_words(town, "aylin", "flour 2.00 a kilo, rest ok")
    assert "1 × Wheat flour from the mill, Type 405, 1 kg — €2.00" in read.text


@pytest.mark.feature("X5")
async def test_nothing_binds_before_the_read_back_is_confirmed(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_in_words(town, "chiara", "rice 3.20, rest ok")
    await town.wire.settles()
    assert "0 of 3 sellers answered" in str(mia.screen)
    await town.play.jump(HALF_AN_HOUR)
    await mia.sees("Nobody offered anything", anywhere=True)
    chiara = await town.person("chiara")
    lapsed = await chiara.sees("closed before this was confirmed", anywhere=True)
    assert lapsed.buttons == []


@pytest.mark.feature("X5")
async def test_wrong_sends_nothing_and_the_seller_writes_again(town: Town) -> None:
    mia = await asks_for_risotto(town)
    read = await answers_in_words(town, "chiara", "rice 32.00, rest ok")
    chiara = await town.person("chiara")
    await chiara.taps(WRONG)
    said = await chiara.sees("Nothing was sent")
    assert said.id == read.id
    assert said.buttons == []
    assert "0 of 3 sellers answered" in str(mia.screen)
    again = await answers_in_words(town, "chiara", "rice 3.20, rest ok")
    assert "€3.20" in again.text


@pytest.mark.feature("X5")
async def test_an_offer_can_be_revised_until_the_deadline_and_every_version_is_kept(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_in_words(town, "chiara", "rice 3.20, no basil, rest ok, tomorrow")
    chiara = await town.person("chiara")
    await chiara.taps(RIGHT)
    await mia.sees("8 of 9 lines, €53.72", anywhere=True)
    revised = await answers_in_words(town, "chiara", "make the rice 3.00")
    assert "cotton bag, 500 g — €3.00" in revised.text
    assert "bunch not offered" in revised.text
    await chiara.taps(RIGHT)
    await mia.sees("8 of 9 lines, €53.52", anywhere=True)
    versions = [(quote.version, quote.state, quote.words) for quote in await quotes(town)]
    assert versions == [
        (1, QuoteState.REPLACED, "rice 3.20, no basil, rest ok, tomorrow"),
        (2, QuoteState.BINDING, "make the rice 3.00"),
    ]


@pytest.mark.feature("X5")
async def test_an_offer_can_be_taken_back_and_made_again(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_as_listed(town, "aylin")
    await mia.sees("✅ Grüne Kiste", anywhere=True)
    aylin = await town.person("aylin")
    await aylin.taps("✖️ Take the offer back")
    await mia.sees("✖️ Grüne Kiste: nothing this time", anywhere=True)
    await aylin.taps(LISTED)
    await mia.sees("✅ Grüne Kiste: 5 of 5", anywhere=True)


@pytest.mark.feature("X5")
async def test_after_the_deadline_an_answer_is_refused_in_words(town: Town) -> None:
    await asks_for_risotto(town)
    chiara, inquiry = await seller(town, "chiara")
    listed = inquiry.buttons[0]
    await town.play.jump(HALF_AN_HOUR)
    await chiara.sees("Closed without your answer", anywhere=True)
    await chiara.says("rice 3.20, rest ok", reply_to=inquiry)
    await chiara.sees("is closed, so your answer couldn't be taken")
    assert listed not in str(chiara.screen)
    assert await quotes(town) == []


@pytest.mark.feature("X5")
@pytest.mark.parametrize("price", ["0", "-3", "1e9", "1000000000"])
async def test_a_price_that_cannot_be_right_is_asked_back(town: Town, price: str) -> None:
    await asks_for_risotto(town)
    chiara, inquiry = await seller(town, "chiara")
    await chiara.says(f"rice {price}, rest ok", reply_to=inquiry)
    await chiara.sees("can't be right")
    assert await quotes(town) == []


@pytest.mark.feature("X5")
async def test_a_total_below_the_prices_named_is_asked_back(town: Town) -> None:
    await asks_for_risotto(town)
    chiara, inquiry = await seller(town, "chiara")
    for total in ("rice 9.00, rest ok, total 5.00", "all for 0.02"):
        await chiara.says(total, reply_to=inquiry)
        await chiara.sees("The total doesn't fit")
    assert await quotes(town) == []


@pytest.mark.feature("X5")
async def test_nonsense_in_reply_to_the_push_is_asked_back_and_nothing_kept(town: Town) -> None:
    await asks_for_risotto(town)
    chiara, inquiry = await seller(town, "chiara")
    for nonsense in ("😀" * 400, "asdf 77 qwer", "§§§", "<b>rice</b> & co"):
        await chiara.says(nonsense, reply_to=inquiry)
        await chiara.sees(re.compile("Nothing was sent|Is this your offer"))
    assert [quote for quote in await quotes(town) if quote.state is QuoteState.BINDING] == []


@pytest.mark.feature("X5")
async def test_what_was_asked_back_can_be_answered_by_itself(town: Town) -> None:
    await asks_for_risotto(town)
    chiara, inquiry = await seller(town, "chiara")
    await chiara.says("3.20, rest ok, tomorrow", reply_to=inquiry)
    await chiara.sees("Which line is “3.20” for?")
    await chiara.says("for the rice")
    read = await chiara.sees("Is this your offer")
    assert "cotton bag, 500 g — €3.20" in read.text
    assert "Pinot Grigio" in read.text


@pytest.mark.feature("X5")
async def test_right_leaves_no_doubtful_words_behind_for_a_later_change(town: Town) -> None:
    await asks_for_risotto(town)
    chiara, inquiry = await seller(town, "chiara")
    await answers_in_words(town, "chiara", "no wine, rest ok, tomorrow")
    await chiara.says("3.20, rest as listed", reply_to=inquiry)
    await chiara.sees("Which line is “3.20” for?")
    await chiara.taps(RIGHT, on=await chiara.sees("Is this your offer", anywhere=True))
    await chiara.sees("is with the customer")
    await chiara.says("rice only 2.90", reply_to=inquiry)
    read = await chiara.sees("— €2.90")
    assert "wine" not in read.text.lower() or re.search(r"(?i)wine[^\n]*not offered", read.text)


@pytest.mark.feature("X5")
async def test_yes_in_words_confirms_what_was_read_back(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_in_words(town, "chiara", "wine 8.00, rest ok")
    chiara = await town.person("chiara")
    await chiara.says("Yes!")
    await chiara.sees("is with the customer")
    await mia.sees("1 of 3 sellers answered", anywhere=True)


@pytest.mark.feature("X5")
async def test_words_that_decline_are_read_back_too(town: Town) -> None:
    mia = await asks_for_risotto(town)
    aylin, inquiry = await seller(town, "aylin")
    await aylin.says("sorry, nothing today", reply_to=inquiry)
    await aylin.sees("Nothing from you for")
    assert "0 of 3 sellers answered" in str(mia.screen)
    await aylin.taps("✖️ Yes, nothing this time")
    await mia.sees("✖️ Grüne Kiste: nothing this time", anywhere=True)


@pytest.mark.feature("X5")
async def test_two_taps_at_once_make_one_offer(town: Town) -> None:
    mia = await asks_for_risotto(town)
    aylin, _ = await seller(town, "aylin")
    await aylin.taps_twice(LISTED)
    await mia.sees("1 of 3 sellers answered", anywhere=True)
    await town.wire.settles()
    assert len(await quotes(town)) == 1
    assert "couldn't be taken" not in str(aylin.screen)


@pytest.mark.feature("X5")
async def test_two_taps_on_right_confirm_once_even_if_the_first_closes_the_round(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_as_listed(town, "jonas", "aylin")
    await answers_in_words(town, "chiara", "wine 8.00, rest ok")
    chiara = await town.person("chiara")
    await chiara.taps_twice(RIGHT)
    await mia.sees("My proposal", anywhere=True)
    await town.wire.settles()
    assert "couldn't be taken" not in str(chiara.screen)


@pytest.mark.feature("X5")
async def test_a_button_of_another_sellers_inquiry_does_nothing(town: Town) -> None:
    mia = await asks_for_risotto(town)
    jonas, inquiry = await seller(town, "jonas")
    aylin, own = await seller(town, "aylin")
    data = await button_data(town, jonas, inquiry.id)
    tap_forged(town, aylin, own.id, data)
    await aylin.sees(re.compile("isn't yours|not yours", re.IGNORECASE), anywhere=True)
    assert "0 of 3 sellers answered" in str(mia.screen)
    assert await quotes(town) == []


@pytest.mark.feature("X5")
async def test_a_consumer_cannot_answer_an_inquiry(town: Town) -> None:
    mia = await asks_for_risotto(town)
    jonas, inquiry = await seller(town, "jonas")
    shown = await mia.sees("0 of 3")
    tap_forged(town, mia, shown.id, await button_data(town, jonas, inquiry.id))
    await mia.sees(re.compile("seller", re.IGNORECASE), anywhere=True)
    assert await quotes(town) == []


@pytest.mark.feature("X5")
async def test_a_colleague_who_answers_replaces_what_was_not_confirmed_yet(town: Town) -> None:
    bea = await colleague(town, "marini")
    mia = await asks_for_risotto(town)
    await answers_in_words(town, "chiara", "rice 3.20, rest ok")
    inquiry = await bea.sees("Inquiry", anywhere=True)
    await bea.says("rice 3.60, rest ok", reply_to=inquiry)
    await bea.sees("cotton bag, 500 g — €3.60")
    chiara = await town.person("chiara")
    replaced = await chiara.sees("A colleague of yours is answering", anywhere=True)
    assert replaced.buttons == []
    await bea.taps(RIGHT)
    await chiara.sees("is with the customer", anywhere=True)
    await mia.sees("Feinkost Marini: 9 of 9 lines, €57.01", anywhere=True)


@pytest.mark.feature("X5")
async def test_words_without_a_reply_answer_the_only_open_inquiry(town: Town) -> None:
    await asks_for_risotto(town)
    chiara, _ = await seller(town, "chiara")
    await chiara.says("rice 3.20, no basil, rest ok, tomorrow")
    await chiara.sees("Is this your offer")


@pytest.mark.feature("X5")
async def test_words_without_a_reply_are_not_guessed_where_several_inquiries_are_open(town: Town) -> None:
    await asks_for_risotto(town)
    pane = await town.play.new_person("Noah", "consumer", "en")
    noah = await town.wire.meet(pane.user_id)
    await noah.says("500 g risotto rice\n1 bunch fresh basil\n500 ml olive oil")
    await noah.taps(re.compile("Ask the sellers"))
    await noah.sees("sellers answered")
    chiara = await town.person("chiara")
    await chiara.says("rice 3.20, no basil, rest ok")
    await chiara.sees("Which inquiry is “rice 3.20, no basil, rest ok” for?", button=re.compile("basil"))
    await chiara.sees_nothing_of("Is this your offer")
    await chiara.says("wine 8.00, rest ok")
    read = await chiara.sees("Is this your offer")
    assert "Pinot Grigio" in read.text


@pytest.mark.feature("X5")
async def test_words_that_are_no_answer_are_not_taken_for_one(town: Town) -> None:
    await asks_for_risotto(town)
    chiara, _ = await seller(town, "chiara")
    for words in ("how are you?", "call me at 5", town.page("plankandscrew.example", "planter-box")):
        await chiara.says(words)
        await chiara.sees_nothing_of(re.compile("Is this your offer|no price or line"))
    assert await quotes(town) == []


async def button_data(town: Town, person: Person, message_id: int) -> str:
    shown = await town.wire.get(f"/users/{person.id}/messages")
    (message,) = [row for row in shown if row["message_id"] == message_id]
    return str(message["reply_markup"]["inline_keyboard"][0][0]["callback_data"])


def tap_forged(town: Town, person: Person, message_id: int, data: str) -> None:
    """A client that sends data which no button of this message carries."""
    assert town.play.emulator is not None
    desk = town.play.emulator.desk
    owner = desk.world.people[person.id]
    posted = desk.world.chats[person.id].messages[message_id]
    chat_people.tap(desk, owner, posted, data)


@pytest.mark.feature("M15")
async def test_a_length_before_what_is_sold_by_the_piece_is_its_size(town: Town) -> None:
    await asks_for(town, "40 cm zip", "20 cm metal zip", "1 m cotton fabric")
    _, inquiry = await seller(town, "marta")
    assert "1 × Coil zip 40 cm, black" in inquiry.text
    assert "1 × Metal zip 20 cm, brass" in inquiry.text


@pytest.mark.feature("X5", "X21")
async def test_the_example_of_an_answer_names_lines_by_number_where_the_list_is_in_another_language(
    town: Town,
) -> None:
    aylin = await town.person("aylin")
    await aylin.says("/language de")
    await aylin.sees("Ab jetzt schreibe ich Deutsch")
    await asks_for_risotto(town)
    inquiry = await aylin.sees("Anfrage", anywhere=True)
    assert re.search(r"antworte in Worten: „1: [\d,]+, 5: nein, Rest ok, morgen“", inquiry.text), inquiry.text


@pytest.mark.feature("X5")
async def test_all_that_a_doubtful_answer_can_mean_is_paged_through(town: Town) -> None:
    await asks_for_risotto(town)
    chiara, inquiry = await seller(town, "chiara")
    await chiara.says("pinolata 4.20, rest ok", reply_to=inquiry)
    doubt = await chiara.sees("I'm not sure about that", button="1/3")
    await chiara.taps("›")
    second = await chiara.sees("I'm not sure about that", button="2/3")
    assert second.id == doubt.id
    label = second.buttons[0]
    await chiara.taps(label)
    await chiara.sees("Is this your offer")
