"""Free words, understood by the real dialogue process: the list changes, open questions stay open."""

import re

import pytest

from tests.journeys.test_lists import ASK_SELLERS, with_risotto
from tests.journeys.town import RISOTTO, Town

pytestmark = pytest.mark.rasa


@pytest.mark.feature("X16")
async def test_no_basil_please_leaves_it_out_and_the_list_comes_below_the_words(talking_town: Town) -> None:
    mia = await with_risotto(talking_town)
    old = mia.last
    said = await mia.says("no basil please")
    card = await mia.sees("Left out: fresh basil", button=re.compile("⬜️ .*basil"))
    assert card.id > said.id
    await talking_town.wire.settles()
    assert mia.screen.messages[old.id].buttons == []


@pytest.mark.feature("M10")
async def test_what_she_has_is_left_out(talking_town: Town) -> None:
    mia = await with_risotto(talking_town)
    await mia.says("I have salt and olive oil")
    card = await mia.sees("Left out:")
    assert re.search(r"⬜️ .*Salt", card.text) and re.search(r"⬜️ .*olive oil", card.text)


@pytest.mark.feature("M10")
async def test_only_the_named_are_kept(talking_town: Town) -> None:
    mia = await with_risotto(talking_town)
    await mia.says("only the rice and the oil")
    card = await mia.sees("Only these now:")
    assert len(re.findall("✅", card.text)) == 2


@pytest.mark.feature("M10")
async def test_make_it_for_six_scales_every_amount(talking_town: Town) -> None:
    mia = await with_risotto(talking_town)
    before = re.search(r"✅ (\d+) g.*rice", mia.last.text)
    servings = re.search(r"for (\d+)", mia.last.text)
    assert before and servings
    await mia.says("make it for six")
    card = await mia.sees("Now for 6.", button=ASK_SELLERS)
    after = re.search(r"✅ (\d+) g.*rice", card.text)
    assert after and int(after[1]) * int(servings[1]) == int(before[1]) * 6


@pytest.mark.feature("X16")
async def test_olive_oil_is_added_as_said_with_its_amount(talking_town: Town) -> None:
    mia = await with_risotto(talking_town)
    await mia.says("add 200 ml cream and two limes")
    card = await mia.sees("Added: cream, limes", button=ASK_SELLERS)
    assert "200 ml cream" in card.text and "2 limes" in card.text
    await mia.says("add two lemons")
    await mia.sees("3 lemon", button=ASK_SELLERS)  # beside the one of the page


@pytest.mark.feature("X16")
async def test_adding_without_a_list_begins_one(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await mia.says("add 500 g rice and two lemons")
    card = await mia.sees("Added: rice, lemons", button=ASK_SELLERS)
    assert "500 g rice" in card.text
    await mia.says("add olive oil")
    await mia.sees("Added: olive oil")
    await mia.says("add olive oil")
    await mia.sees("On your list already: olive oil")


@pytest.mark.feature("X16")
async def test_twice_as_much_of_one_thing_and_of_all(talking_town: Town) -> None:
    mia = await with_risotto(talking_town)
    rice = re.search(r"✅ (\d+) g.*rice", mia.last.text)
    stock = re.search(r"✅ ([\d.]+) (?:ml|l) .*(?:stock|broth)", mia.last.text)
    assert rice and stock, mia.last.text
    await mia.says("twice as much rice")
    card = await mia.sees("Changed:")
    assert f"{int(rice[1]) * 2} g" in card.text
    assert stock[0] in card.text
    await mia.says("twice as much")
    card = await mia.sees("Now for")
    assert stock[0] not in card.text


@pytest.mark.feature("X15")
async def test_no_i_meant_three_corrects_the_portions(talking_town: Town) -> None:
    mia = await with_risotto(talking_town)
    await mia.says("make it for six")
    await mia.sees("Now for 6.")
    await mia.says("no, I meant three")
    await mia.sees("Now for 3.")
    await mia.taps(re.compile(r"for 3 …"))
    await mia.sees("For how many?")
    await mia.says("5")
    await mia.sees("Now for 5.")
    await mia.says("no, I meant 4")
    await mia.sees("Now for 4.")


@pytest.mark.feature("X15")
async def test_a_digression_is_answered_and_the_question_stays_open(talking_town: Town) -> None:
    mia = await with_risotto(talking_town)
    await mia.says("scale it")
    await mia.sees("For how many?")
    await mia.says("do you have olive oil?")
    await mia.sees("For “olive oil” there is")
    await mia.sees("For how many?")
    await mia.says("six")
    await mia.sees("Now for 6.")


@pytest.mark.feature("X15")
async def test_where_is_my_order_is_answered_while_the_address_is_asked(talking_town: Town) -> None:
    mia, jonas = await talking_town.person("mia"), await talking_town.person("jonas")
    await with_risotto(talking_town)
    await mia.taps(ASK_SELLERS)
    await jonas.taps(re.compile("Offer as listed"))
    await mia.taps(re.compile("Show what there is now"))
    await mia.taps(re.compile("Order this"))
    await mia.taps(re.compile("Give the address"))
    await mia.sees("Where shall it be")
    await mia.says("where is my order?")
    await mia.sees("isn't placed yet")
    await mia.sees("Where shall it be")
    await mia.says("Gartenweg 14, 99955 Lindenau")
    await mia.sees("Gartenweg")


@pytest.mark.feature("X15")
async def test_never_mind_leaves_the_question_and_keeps_the_list(talking_town: Town) -> None:
    mia = await with_risotto(talking_town)
    await mia.taps(re.compile(r"for \d+ …"))
    await mia.sees("For how many?")
    await mia.says("never mind")
    await mia.sees("forget the question")
    await mia.says("no basil")
    await mia.sees("Left out: fresh basil")


@pytest.mark.feature("X15")
async def test_what_the_shop_does_not_do_gets_buttons_for_what_it_does(talking_town: Town) -> None:
    mia = await with_risotto(talking_town)
    for nonsense in ("what's the weather in Paris?", "asdf qwer", "👍", "🍕" * 2000):
        await mia.says(nonsense)
        await mia.sees(re.compile("I didn't get that|I'm not sure I got that"), button="How it works")


async def test_a_bare_name_is_looked_up_and_never_dropped(talking_town: Town) -> None:
    mia = await with_risotto(talking_town)
    await mia.says("olive oil")
    await mia.sees("For “olive oil” there is", button=re.compile("➕ .*oil", re.I))


async def test_a_wish_of_a_part_that_is_not_there_yet_is_told_plainly(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await mia.says("delete all my data please")
    await mia.sees("isn't here yet")


@pytest.mark.feature("X14")
async def test_greeting_help_language_and_thanks_in_words(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.says("hello there")
    await mia.sees("Hello Mia", button=re.compile("How it works"))
    await mia.says("how can I pay?")
    await mia.sees("in cash at the door")
    await mia.says("switch to polish")
    await mia.sees("These I do", button="English")
    await mia.says("thanks a lot!")
    await mia.sees("You're welcome")


@pytest.mark.feature("F12")
async def test_those_who_work_here_ask_for_their_work_in_words(talking_town: Town) -> None:
    jonas, tobias = await talking_town.person("jonas"), await talking_town.person("tobias")
    mia = await with_risotto(talking_town)
    await mia.taps(ASK_SELLERS)
    await jonas.sees("Inquiry")
    await jonas.says("what's open?")
    await jonas.sees(re.compile("inquir", re.I))
    await tobias.says("what's next?")
    await tobias.sees(re.compile("no deliver|nothing", re.I))


async def test_names_not_on_the_list_are_said_and_several_fitting_ones_asked_back(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await mia.says("2 red onions\n1 white onion\n500 g rice\n1 packet salt")
    await mia.sees("rice", button=ASK_SELLERS)
    await mia.says("no saffron please")
    await mia.sees("I don't see “saffron” on your list. There is: red onions")
    await mia.says("no onion please")
    await mia.sees("Which one do you mean by “onion”?")
    await mia.taps(re.compile("^white onion"))
    await mia.sees("Left out: white onion")
    await mia.says("drop 3 and 9")
    await mia.sees("I don't see these on your list: 9")
    await mia.sees("Left out: rice")


async def test_a_list_changed_in_words_while_sellers_are_asked_withdraws_the_inquiries(
    talking_town: Town,
) -> None:
    mia, jonas = await talking_town.person("mia"), await talking_town.person("jonas")
    await with_risotto(talking_town)
    await mia.taps(ASK_SELLERS)
    await jonas.sees("Inquiry")
    await mia.says("make it for six")
    await mia.sees("I've withdrawn the inquiries")
    await mia.sees("Now for 6.", button=ASK_SELLERS)
    await jonas.sees(re.compile("withdrawn|no longer needed|over", re.I))


async def test_words_go_to_the_list_that_was_looked_at_last(talking_town: Town) -> None:
    mia = await with_risotto(talking_town)
    await mia.says("1 kg potatoes\n2 leeks\n1 l milk")
    await mia.sees("potatoes", button=ASK_SELLERS)
    await mia.says(talking_town.page(*RISOTTO))
    await mia.sees("You sent that page already")
    await mia.says("no basil")
    await mia.sees("Left out: fresh basil")


@pytest.mark.feature("X16")
async def test_the_list_is_changed_in_words_after_a_search_too(talking_town: Town) -> None:
    mia = await with_risotto(talking_town)
    await mia.says("do you have screws?")
    await mia.sees("For “screws” there is")
    await mia.says("add saffron")
    await mia.sees("Added: saffron", button=ASK_SELLERS)
