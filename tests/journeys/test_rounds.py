"""A round of inquiries: who is asked for what, answers as they come, and every way in which it ends."""

import re

import pytest

from tests.journeys.asking import (
    ASK,
    LISTED,
    answers_as_listed,
    answers_in_words,
    asks_for,
    asks_for_risotto,
    seller,
)
from tests.journeys.ordering import ONE_SHOP, checkout
from tests.journeys.town import RISOTTO, Town

HALF_AN_HOUR = 31 * 60
SHOW_NOW = "Show what there is now"


@pytest.mark.feature("M11")
async def test_every_fitting_seller_is_asked_for_what_it_sells_in_its_packs(town: Town) -> None:
    await asks_for_risotto(town)
    _, sommer = await seller(town, "jonas")
    _, kiste = await seller(town, "aylin")
    _, marini = await seller(town, "chiara")
    assert "1 × Risotto rice Arborio, 500 g (needs 320 g)" in sommer.text
    assert "Vegetable stock cubes" in sommer.text
    assert "wine" not in sommer.text.lower()
    assert "rice" not in kiste.text.replace("prices", "")
    assert "Basil, cut, bunch" in kiste.text
    assert "3 × Vegetable stock in a jar (ready to use), 400 ml — €10.47" in marini.text
    piotr = await town.person("piotr")
    await piotr.sees_nothing_of("Inquiry")


@pytest.mark.feature("M11")
async def test_an_inquiry_never_says_who_asks(town: Town) -> None:
    mia = await asks_for_risotto(town)
    for key in ("jonas", "aylin", "chiara"):
        person, _ = await seller(town, key)
        assert mia.name not in str(person.screen)


@pytest.mark.feature("M11")
async def test_answers_change_one_message_as_they_come(town: Town) -> None:
    mia = await asks_for_risotto(town)
    asked = await mia.sees("0 of 3 sellers answered")
    count = len(mia.messages)
    await answers_as_listed(town, "jonas")
    one = await mia.sees("1 of 3 sellers answered", anywhere=True)
    await answers_as_listed(town, "aylin")
    two = await mia.sees("2 of 3 sellers answered", anywhere=True)
    assert asked.id == one.id == two.id
    assert len(mia.messages) == count
    assert re.search(r"Kaufhaus Sommer: 11 of 11 lines, €22\.79, ready tomorrow", two.text)
    assert "⏳ Feinkost Marini: asked for 9 lines" in two.text


@pytest.mark.feature("M11")
async def test_a_component_that_nobody_sells_is_said_while_the_rest_is_asked_for(town: Town) -> None:
    mia = await asks_for(town, "500 g risotto rice", "4 copper corner caps", "1 bunch fresh basil")
    asked = await mia.sees("sellers answered")
    assert "Nobody here sells: copper corner caps" in asked.text


@pytest.mark.feature("X4")
async def test_offers_better_the_estimate_in_the_same_message(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says(town.page(*RISOTTO))
    estimate = await mia.sees(re.compile(r"About €[\d.]+ at today's list prices"), button=ASK)
    await mia.taps(ASK)
    asked = await mia.sees(re.compile(r"0 of 3 .*About €[\d.]+ at today's list prices", re.DOTALL))
    await answers_in_words(town, "chiara", "wine 4.00, rest ok")
    await (await town.person("chiara")).taps("✅ Right")
    bettered = await mia.sees(re.compile(r"offers so far, and list prices for \d+ still open"), anywhere=True)
    assert estimate.id == asked.id == bettered.id
    assert _total(bettered.text) == _total(asked.text) - 499


@pytest.mark.feature("X4")
async def test_the_estimate_stands_at_once_before_anybody_was_asked(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says(town.page(*RISOTTO))
    await mia.sees(re.compile(r"About €[\d.]+ at today's list prices, delivery included, from 2 sellers"))
    for key in ("jonas", "aylin", "chiara"):
        await (await town.person(key)).sees_nothing_of("Inquiry")


@pytest.mark.feature("M11")
async def test_the_deadline_closes_the_round_by_the_clock(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_as_listed(town, "jonas")
    await mia.sees("1 of 3", anywhere=True)
    await town.play.jump(HALF_AN_HOUR)
    await mia.sees("My proposal", anywhere=True)
    closed = await mia.sees("This round is closed", anywhere=True)
    assert "➖ Feinkost Marini: no answer" in closed.text
    chiara, _ = await seller(town, "chiara")
    late = await chiara.sees("Closed without your answer", anywhere=True)
    assert late.buttons == []
    jonas = await town.person("jonas")
    await jonas.sees("The round is closed; if you're chosen, you get a pick list", anywhere=True)


@pytest.mark.feature("M11")
async def test_she_can_close_the_round_by_a_tap_once_something_is_offered(town: Town) -> None:
    mia = await asks_for_risotto(town)
    assert SHOW_NOW not in (await mia.sees("0 of 3")).buttons
    await answers_as_listed(town, "aylin")
    await mia.sees("1 of 3", anywhere=True, button=SHOW_NOW)
    await mia.taps(SHOW_NOW)
    await mia.sees("My proposal")
    closed = await mia.sees("The others can still answer until")
    assert SHOW_NOW not in closed.buttons


@pytest.mark.feature("M11", "X4")
async def test_who_was_not_waited_for_is_named_and_a_late_answer_still_counts(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_as_listed(town, "aylin")
    await mia.taps(SHOW_NOW)
    shown = await mia.sees("My proposal")
    assert "Not heard from yet: Feinkost Marini, Kaufhaus Sommer" in shown.text
    assert "Risotto rice" not in shown.text
    await answers_as_listed(town, "jonas")
    await mia.sees("Kaufhaus Sommer has answered now. Here is the proposal made anew", anywhere=True)
    anew = await mia.sees("Not heard from yet: Feinkost Marini. What", anywhere=True)
    assert "Risotto rice" in anew.text
    await town.play.jump(HALF_AN_HOUR)
    closed = await mia.sees("This round is closed", anywhere=True)
    assert "➖ Feinkost Marini: no answer" in closed.text
    chiara, _ = await seller(town, "chiara")
    assert (await chiara.sees("Closed without your answer", anywhere=True)).buttons == []
    await town.wire.settles()
    assert "Not heard from yet" not in mia.last.text


@pytest.mark.feature("M11")
async def test_who_declines_late_is_waited_for_no_longer(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_as_listed(town, "aylin")
    await mia.taps(SHOW_NOW)
    await mia.sees("Not heard from yet: Feinkost Marini, Kaufhaus Sommer")
    jonas, _ = await seller(town, "jonas")
    await jonas.taps(re.compile("Nothing this time|Decline"))
    await mia.sees("Kaufhaus Sommer has answered now: nothing this time")
    await mia.sees("Not heard from yet: Feinkost Marini. What", anywhere=True)


@pytest.mark.feature("M11", "X15", "X21")
@pytest.mark.parametrize(
    "words", ["show me what you have so far", "Zeigen, was da ist", "montre ce qu’il y a"]
)
async def test_the_round_is_closed_in_words_once_something_is_offered(town: Town, words: str) -> None:
    mia = await asks_for_risotto(town)
    await mia.says(words)
    await mia.sees("Nobody has offered anything yet")
    await answers_as_listed(town, "aylin")
    await mia.sees("1 of 3", anywhere=True)
    await mia.says(words)
    await mia.sees("My proposal")


@pytest.mark.feature("M11")
async def test_an_order_ends_the_waiting_for_late_answers(town: Town) -> None:
    mia = await town.person("mia")
    await checkout(town, mia, ONE_SHOP, "chiara")
    await mia.taps(re.compile("Cash"))
    await mia.taps(re.compile("Place the order"))
    await mia.sees("is confirmed", anywhere=True)
    jonas, _ = await seller(town, "jonas")
    assert (await jonas.sees("Closed without your answer", anywhere=True)).buttons == []
    closed = await mia.sees("This round is closed", anywhere=True)
    assert "➖ Kaufhaus Sommer: no answer" in closed.text
    assert "⏳" not in closed.text


@pytest.mark.feature("M11")
async def test_when_all_have_answered_the_proposal_comes_at_once(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_as_listed(town, "jonas", "aylin", "chiara")
    await mia.sees("3 of 3 sellers answered", anywhere=True)
    await mia.sees("My proposal", anywhere=True)


@pytest.mark.feature("M11")
async def test_nobody_answers_and_they_can_be_asked_again(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await town.play.jump(HALF_AN_HOUR)
    await mia.sees("Nobody offered anything this time", anywhere=True, button=re.compile("Change the list"))
    await mia.taps(re.compile("Ask again"))
    await mia.sees("0 of 3 sellers answered")
    jonas = await town.person("jonas")
    pushed = [m for m in jonas.messages if m.from_bot and "Inquiry" in m.text]
    assert len(pushed) == 2
    await jonas.taps(LISTED)
    await mia.sees("1 of 3 sellers answered", anywhere=True)


@pytest.mark.feature("M11")
async def test_everybody_declines_and_that_is_said_at_once(town: Town) -> None:
    mia = await asks_for_risotto(town)
    for key in ("jonas", "aylin", "chiara"):
        person, _ = await seller(town, key)
        await person.taps("✖️ Nothing this time")
        await person.sees("Declined")
    await mia.sees("Nobody offered anything this time", anywhere=True)
    closed = await mia.sees("3 of 3 sellers answered", anywhere=True)
    assert closed.text.count("nothing this time") == 3


@pytest.mark.feature("M11")
async def test_the_round_does_not_wait_for_a_seller_who_blocked_the_bot(town: Town) -> None:
    chiara = await town.person("chiara")
    await chiara.sees("Hello Chiara", anywhere=True)
    await chiara.blocks()
    await town.wire.settles()
    mia = await town.person("mia")
    await mia.says(town.page(*RISOTTO))
    await mia.taps(ASK)
    await mia.sees("🚫 Feinkost Marini: couldn't be reached")
    await answers_as_listed(town, "jonas", "aylin")
    await mia.sees("My proposal", anywhere=True)


@pytest.mark.feature("M11")
async def test_a_seller_who_blocks_the_bot_while_asked_may_come_back_and_answer(
    town: Town,
) -> None:
    mia = await asks_for_risotto(town)
    chiara, _ = await seller(town, "chiara")
    await chiara.blocks()
    await mia.sees("🚫 Feinkost Marini: couldn't be reached", anywhere=True)
    await chiara.unblocks()
    await chiara.taps(LISTED)
    await mia.sees("✅ Feinkost Marini: 9 of 9 lines", anywhere=True)


@pytest.mark.feature("M11")
async def test_two_taps_at_once_ask_every_seller_once(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says(town.page(*RISOTTO))
    await mia.sees("list prices", button=ASK)
    await mia.taps_twice(ASK)
    await mia.sees("0 of 3 sellers answered")
    await town.wire.settles()
    jonas = await town.person("jonas")
    assert sum(1 for m in jonas.messages if m.from_bot and "Inquiry" in m.text) == 1


@pytest.mark.feature("M11")
async def test_a_list_taken_back_withdraws_its_inquiries_and_can_be_asked_for_anew(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_as_listed(town, "jonas")
    await mia.sees("1 of 3", anywhere=True)
    await mia.taps(re.compile("Change the list"))
    await mia.sees("withdrawn the inquiries")
    await mia.sees("list prices", button=ASK)
    for key in ("jonas", "aylin"):
        person = await town.person(key)
        await person.sees("The round is closed" if key == "jonas" else "Withdrawn", anywhere=True)
    await mia.taps(re.compile("onion"))
    await mia.taps(ASK)
    await mia.sees("0 of 3 sellers answered")


@pytest.mark.feature("M11")
async def test_a_seller_sees_what_waits_for_it(town: Town) -> None:
    await asks_for_risotto(town)
    aylin, _ = await seller(town, "aylin")
    await aylin.says("/work")
    again = await aylin.sees("Inquiry", button=LISTED)
    assert "Basil, cut, bunch" in again.text


def _total(text: str) -> int:
    """Minor units of the one total in a text."""
    found = re.search(r"(?:About|open,|so far) €(\d+)\.(\d\d)", text)
    assert found is not None, text
    return int(found[1]) * 100 + int(found[2])
