"""Which inquiry a seller's words are for, where it replies to none; and words of hers that are no answer."""

import re

import pytest

from tests.journeys.asking import ASK, answers_in_words, asks_for, asks_for_risotto, seller
from tests.journeys.ordering import TWO_SHOPS, confirmed, packs_all
from tests.journeys.town import RISOTTO, Town
from tests.kit.person import Person
from tests.kit.screen import Message

RICE_AND_OIL = ("1 kg risotto rice", "500 ml olive oil", "250 g butter")


async def another_asks(town: Town, *lines: str) -> None:
    noah = await town.newcomer("Noah")
    await noah.says("\n".join(lines))
    await noah.sees("list prices", button=ASK)
    await noah.taps(ASK)
    await noah.sees("sellers answered")


def inquiries_of(person: Person) -> list[Message]:
    return [message for message in person.messages if message.text.startswith("Inquiry ")]


@pytest.mark.feature("X5")
async def test_words_that_fit_two_inquiries_are_placed_by_a_tap(town: Town) -> None:
    await asks_for(town, *RICE_AND_OIL)
    await another_asks(town, *RICE_AND_OIL, "400 g tinned plum tomatoes")
    chiara, newest = await seller(town, "chiara")
    code = newest.text.split()[1]
    await chiara.says("rice 7.20, oil 11, rest ok")
    await chiara.sees("Which inquiry is “rice 7.20, oil 11, rest ok” for?")
    await chiara.taps(re.compile(code))
    read = await chiara.sees("Is this your offer")
    assert code in read.text
    assert "€7.20" in read.text
    await chiara.taps(re.compile("✅ Right"))
    await chiara.sees(f"for {code} is with the customer")


@pytest.mark.feature("X5")
async def test_yes_means_the_read_back_just_shown_though_other_inquiries_wait(town: Town) -> None:
    await asks_for(town, *RICE_AND_OIL)
    await another_asks(town, *RICE_AND_OIL)
    read = await answers_in_words(town, "chiara", "rice 7.20, oil 11, no butter")
    found = re.search(r"for (\w+)\?", read.text)
    assert found is not None
    chiara = await town.person("chiara")
    await chiara.says("yes")
    await chiara.sees(f"Your offer of €18.20 for {found[1]} is with the customer")


@pytest.mark.feature("X5")
async def test_yes_is_not_guessed_once_another_inquiry_has_come_since(town: Town) -> None:
    await asks_for(town, *RICE_AND_OIL)
    await answers_in_words(town, "chiara", "rice 7.20, oil 11, no butter")
    await another_asks(town, *RICE_AND_OIL)
    chiara = await town.person("chiara")
    await chiara.sees("Inquiry")
    await chiara.says("ok")
    asked = await chiara.sees("Which inquiry is “ok” for?")
    assert len(asked.buttons) == 2
    await chiara.sees_nothing_of("is with the customer")


@pytest.mark.feature("X5")
async def test_words_about_what_only_one_inquiry_asks_for_go_there_though_another_is_being_answered(
    town: Town,
) -> None:
    await asks_for(town, *RICE_AND_OIL)
    await another_asks(town, "500 g spaghetti", "750 ml dry white wine", "1 kg risotto rice")
    chiara = await town.person("chiara")
    await chiara.sees("spaghetti", anywhere=True)
    rice_and_oil = next(one for one in inquiries_of(chiara) if "olive oil" in one.text.lower())
    await chiara.says("butter 3.50", reply_to=rice_and_oil)
    await chiara.sees("Is this your offer")
    await chiara.says("spaghetti 2.00, wine 8.00")
    read = await chiara.sees("Is this your offer")
    assert "Total €10.00" in read.text
    assert rice_and_oil.text.split()[1] not in read.text


@pytest.mark.feature("X5")
@pytest.mark.parametrize(
    ("language", "words", "price"),
    [
        ("fr", "à la place du beurre, margarine à 1,90", "1,90"),
        ("fr", "finalement le beurre c'est bon, 2,75", "2,75"),
        ("de", "Butter 2,5", "2,50"),
    ],
)
async def test_things_go_by_their_names_in_the_sellers_language_though_the_catalogue_lacks_them(
    town: Town, language: str, words: str, price: str
) -> None:
    """The farm butter's other names hold neither "beurre" nor "Butter" alone."""
    pane = await town.play.new_person("Luc", "seller", language, "Grüne Kiste")
    luc = await town.wire.meet(pane.user_id)
    await luc.starts()
    await asks_for(town, "250 g butter", "2 onions", "1 kg risotto rice")
    await luc.sees("butter")
    await luc.says(words)
    read = await luc.sees(re.compile("offre|Angebot"))
    assert f"{price}" in read.text.splitlines()[2]


@pytest.mark.feature("X5")
@pytest.mark.parametrize(
    ("words", "read"),
    [("5% off everything", "Total €17.29"), ("pick up only", "Pick-up only"), ("butter is out", "€14.50")],
)
async def test_a_change_needs_no_reply_to_the_push(town: Town, words: str, read: str) -> None:
    await asks_for(town, *RICE_AND_OIL)
    await answers_in_words(town, "chiara", "rice 7.00, oil 7.50, butter 3.69")
    chiara = await town.person("chiara")
    await chiara.says(words)
    await chiara.sees(re.compile(f"Is this your offer[^$]*{re.escape(read)}"))


@pytest.mark.feature("X5")
@pytest.mark.parametrize("words", ["right?", "ok?", "ça va ?", "passt?"])
async def test_a_question_confirms_nothing(town: Town, words: str) -> None:
    await asks_for(town, *RICE_AND_OIL)
    await answers_in_words(town, "chiara", "rice 7.20, oil 11, no butter")
    chiara = await town.person("chiara")
    await chiara.says(words)
    await chiara.sees_nothing_of("is with the customer")


@pytest.mark.feature("X5")
@pytest.mark.parametrize("words", ["looks good", "ça va", "ja genau"])
async def test_other_ways_to_say_right(town: Town, words: str) -> None:
    await asks_for(town, *RICE_AND_OIL)
    await answers_in_words(town, "chiara", "rice 7.20, oil 11, no butter")
    chiara = await town.person("chiara")
    await chiara.says(words)
    await chiara.sees("Your offer of €18.20")


@pytest.mark.feature("X5")
@pytest.mark.parametrize("answer", ["yes", "rest ok", "oil 11, rice 7.49"])
async def test_of_what_is_out_the_rest_is_asked_and_answered(town: Town, answer: str) -> None:
    await asks_for(town, *RICE_AND_OIL)
    chiara, _ = await seller(town, "chiara")
    await chiara.says("butter is out")
    await chiara.sees("“butter is out” says nothing of the other lines", button="The rest as listed")
    await chiara.says(answer)
    read = await chiara.sees("Is this your offer")
    assert "2. 1 × Extra virgin olive oil, Liguria, 500 ml — €1" in read.text
    assert "Alpine butter, unsalted, 250 g not offered" in read.text


@pytest.mark.rasa
@pytest.mark.feature("X5")
async def test_words_that_are_no_answer_are_placed_or_left_and_never_taken_for_shopping(
    talking_town: Town,
) -> None:
    mia = await asks_for_risotto(talking_town)
    chiara, _ = await seller(talking_town, "chiara")
    await chiara.says("when would the customer need it?")
    await chiara.sees("If it's about this inquiry, tap it")
    await chiara.taps(re.compile("risotto rice"))
    await chiara.sees("I've passed your question on to the customer")
    await mia.sees("when would the customer need it?")


@pytest.mark.rasa
@pytest.mark.feature("X15")
@pytest.mark.parametrize("words", ["nobody home", "she refused the parcel", "I'm running 20 min late"])
async def test_a_courier_who_writes_sees_the_delivery_with_its_buttons(
    talking_town: Town, words: str
) -> None:
    await confirmed(talking_town, await talking_town.person("mia"), TWO_SHOPS, "jonas")
    await packs_all(await talking_town.person("jonas"))
    tobias = await talking_town.person("tobias")
    await tobias.taps(re.compile("Picked up"))
    await tobias.says(words)
    await tobias.sees("I didn't get that, so nothing was changed. Here is what waits for you")
    await tobias.sees("Delivery", button=re.compile("Nobody there"))


@pytest.mark.rasa
@pytest.mark.feature("X15")
async def test_a_seller_who_writes_that_it_is_packed_sees_the_pick_list(talking_town: Town) -> None:
    await confirmed(talking_town, await talking_town.person("mia"), TWO_SHOPS, "jonas")
    jonas = await talking_town.person("jonas")
    await jonas.says("packed")
    await jonas.sees("Pick list", button="All picked")
    await jonas.sees_nothing_of("There's no list yet")


@pytest.mark.feature("X8")
@pytest.mark.feature("X5")
@pytest.mark.parametrize(
    "words", ["butter only 500 g packs 4.20, rest ok", "Butter nur im 500 g Block für 4,20, Rest ok"]
)
async def test_another_pack_is_read_back_as_what_it_is_and_the_customer_decides(
    town: Town, words: str
) -> None:
    mia = await asks_for(town, *RICE_AND_OIL)
    read = await answers_in_words(town, "chiara", words)
    assert "1 × butter, 500 g instead of Alpine butter, unsalted, 250 g — €4.20" in read.text
    chiara = await town.person("chiara")
    await chiara.taps(re.compile("✅ Right"))
    await mia.taps(re.compile("Show what there is now"))
    shown = await mia.sees("My proposal")
    assert "butter, 500 g" in shown.text
    assert "instead of" in shown.text


@pytest.mark.feature("X5")
async def test_a_pack_of_the_shops_own_catalogue_is_found_by_its_size(town: Town) -> None:
    """Sommer lists the olive oil in 500 ml and in 750 ml."""
    await asks_for(town, *RICE_AND_OIL)
    read = await answers_in_words(town, "jonas", "oil only 750 ml bottles 8.00, rest ok")
    assert "1 × Extra virgin olive oil, 750 ml instead of Extra virgin olive oil, 500 ml — €8.00" in read.text


@pytest.mark.feature("X5")
async def test_what_a_seller_says_while_she_shops_binds_no_offer_of_hers(town: Town) -> None:
    await asks_for(town, *RICE_AND_OIL)
    await answers_in_words(town, "chiara", "rice 7.20, oil 11, no butter")
    chiara = await town.person("chiara")
    await chiara.says(town.page(*RISOTTO))
    await chiara.sees("list prices", button=ASK)
    await chiara.says("perfect")
    await chiara.sees_nothing_of("is with the customer")


@pytest.mark.rasa
@pytest.mark.feature("X5")
async def test_two_taps_that_place_a_question_ask_it_once(talking_town: Town) -> None:
    mia = await asks_for_risotto(talking_town)
    chiara, _ = await seller(talking_town, "chiara")
    await chiara.says("when would the customer need it?")
    await chiara.sees("If it's about this inquiry, tap it")
    await chiara.taps(re.compile("risotto rice"))
    await chiara.sees("I've passed your question on to the customer")
    await chiara.taps(re.compile("risotto rice"))
    await chiara.sees("That read-back is no longer current")
    assert sum("when would the customer need it?" in message.text for message in mia.messages) == 1


@pytest.mark.rasa
@pytest.mark.feature("X5")
async def test_words_beside_what_was_asked_back_lose_nothing_said_before(talking_town: Town) -> None:
    await asks_for(talking_town, *RICE_AND_OIL)
    chiara, _ = await seller(talking_town, "chiara")
    await chiara.says("oil 11, butter 2.90 or 3.10, rice 7.20")
    await chiara.sees("two prices for line 3")
    await chiara.says("nice weather today")
    await chiara.sees_nothing_of("If it's about this inquiry")
    assert sum("two prices for line 3" in message.text for message in chiara.messages) == 2
    await chiara.says("3.10")
    read = await chiara.sees("Is this your offer")
    assert "€11.00" in read.text
    assert "€3.10" in read.text


@pytest.mark.feature("X5")
@pytest.mark.parametrize("words", ["yes", "ok"])
async def test_yes_to_what_was_asked_back_confirms_no_other_offer(town: Town, words: str) -> None:
    await asks_for(town, *RICE_AND_OIL)
    await another_asks(town, *RICE_AND_OIL)
    chiara, _ = await seller(town, "chiara")
    first, second = inquiries_of(chiara)
    await chiara.says("rice 7.20, oil 11, no butter", reply_to=first)
    await chiara.sees("Is this your offer")
    await chiara.says("butter is out", reply_to=second)
    await chiara.sees("says nothing of the other lines")
    await chiara.says(words)
    read = await chiara.sees("€20.39")
    assert second.text.split()[1] in read.text
    await chiara.sees_nothing_of("is with the customer")
