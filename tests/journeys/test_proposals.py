"""Proposals: whom to buy what from, in sold packs, by her priority; compared, explained, changed by hand."""

import re

import pytest

from tests.journeys.asking import ASK, RIGHT, answers_as_listed, answers_in_words, asks_for, asks_for_risotto
from tests.journeys.town import Town
from tests.kit.person import Person
from tests.kit.screen import Message

HALF_AN_HOUR = 31 * 60
NOW = "Show what there is now"


async def risotto_proposal(town: Town) -> tuple[Person, Message]:
    mia = await asks_for_risotto(town)
    await answers_as_listed(town, "jonas", "aylin", "chiara")
    return mia, await mia.sees("My proposal", anywhere=True)


@pytest.mark.feature("M14")
async def test_one_job_is_split_over_the_sellers_that_have_its_parts(town: Town) -> None:
    _, proposal = await risotto_proposal(town)
    sommer, _, marini = proposal.text.partition("Feinkost Marini")
    assert "Risotto rice Arborio, 500 g — €2.29" in sommer
    assert "Pinot Grigio, dry white wine, 750 ml — €8.99" in marini
    assert "Delivery from here: €4.90" in sommer
    assert "Delivery from here: €3.50" in marini
    assert re.search(r"Total €40\.18 \(goods €31\.78, delivery €8\.40\)", proposal.text)


@pytest.mark.feature("M15")
async def test_amounts_stand_in_sold_packs_with_what_is_left_over(town: Town) -> None:
    mia = await asks_for(town, "250 g flour", "150 ml dry white wine", "500 g risotto rice")
    await answers_as_listed(town, "jonas", "aylin", "chiara")
    proposal = await mia.sees("My proposal", anywhere=True)
    assert re.search(r"1 × .*[Ff]lour.*\(.* left over\)", proposal.text)
    assert re.search(r"1 × .*rice.*500 g — €\d+\.\d\d\n", proposal.text)


@pytest.mark.feature("M15")
async def test_six_metres_of_timber_are_three_lengths_of_the_size_asked_for(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says(town.page("plankandscrew.example", "planter-box"))
    await mia.taps(ASK)
    await mia.sees("sellers answered")
    piotr = await town.person("piotr")
    inquiry = await piotr.sees("Inquiry", anywhere=True)
    assert "3 × Construction timber 38 x 89 mm, planed spruce, 2.4 m (needs 6 m)" in inquiry.text
    await answers_as_listed(town, "piotr")
    await mia.taps(NOW)
    proposal = await mia.sees("My proposal")
    timber = "3 × Construction timber 38 x 89 mm, planed spruce, 2.4 m — €15.57 (1.2 m left over)"
    assert timber in proposal.text


@pytest.mark.feature("M15")
async def test_fewer_packs_than_are_needed_are_told_as_such(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says(town.page("plankandscrew.example", "planter-box"))
    await mia.taps(ASK)
    await mia.sees("sellers answered")
    await answers_in_words(town, "piotr", "only 2 lengths of timber, rest ok")
    piotr = await town.person("piotr")
    await piotr.taps(RIGHT)
    await mia.taps(NOW)
    proposal = await mia.sees("My proposal")
    timber = "2 × Construction timber 38 x 89 mm, planed spruce, 2.4 m — €10.38"
    assert f"{timber} (only 2 of the 3 packs that you need)" in proposal.text


@pytest.mark.feature("M13")
async def test_the_priority_set_once_is_the_one_used(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says("/settings")
    await mia.taps(re.compile("Soonest"))
    await mia.sees("From now on I choose what's soonest")
    _, proposal = await risotto_proposal(town)
    assert "My proposal · soonest" in proposal.text
    assert "● ⏱ Soonest" in proposal.buttons
    assert "Everything is ready by" in proposal.text


@pytest.mark.feature("M13")
async def test_changing_the_priority_on_the_proposal_chooses_anew_in_place_and_says_why(town: Town) -> None:
    mia, proposal = await risotto_proposal(town)
    assert "It is the cheapest in all, delivery counted in." in proposal.text
    await mia.taps(re.compile("Fewest sellers"))
    changed = await mia.sees("My proposal · fewest sellers")
    assert changed.id == proposal.id
    assert "It takes 2 sellers; fewer can't cover as much." in changed.text
    assert "● 🛍 Fewest sellers" in changed.buttons


@pytest.mark.feature("M13")
async def test_why_not_is_answered_for_each_seller_not_chosen(town: Town) -> None:
    mia, _ = await risotto_proposal(town)
    await mia.taps(re.compile("Why"))
    why = await mia.sees("Why this way")
    assert "It is the cheapest in all" in why.text
    kiste = why.text.partition("Grüne Kiste:")[2]
    assert "€2.90 more for delivery" in kiste
    assert re.search(r"the proposal would come to €\d+\.\d\d more with it", kiste)
    assert "Kaufhaus Sommer:" not in why.text


@pytest.mark.feature("M12")
async def test_a_line_is_moved_to_another_seller_by_hand(town: Town) -> None:
    mia, before = await risotto_proposal(town)
    await mia.taps(re.compile("Move a line"))
    await mia.sees("Which line shall I move?")
    await mia.taps(re.compile("fresh basil · Kaufhaus Sommer"))
    offers = await mia.sees("fresh basil: from whom?")
    assert offers.buttons[:3] == [
        "Grüne Kiste · €1.49",
        "● Kaufhaus Sommer · €1.99",
        "Feinkost Marini · €2.89",
    ]
    await mia.taps("Grüne Kiste · €1.49")
    done = await mia.sees("Moved fresh basil to Grüne Kiste")
    assert done.id == offers.id
    assert done.buttons == []
    moved = await mia.sees("€1.49 ✋")
    assert moved.id > before.id
    assert re.search(r"Grüne Kiste.*\n• 1 × Basil, cut, bunch — €1\.49 ✋", moved.text)
    assert "You moved lines by hand" in moved.text


@pytest.mark.feature("M12")
async def test_a_move_below_a_sellers_minimum_is_said_before_anything_is_ordered(town: Town) -> None:
    mia, _ = await risotto_proposal(town)
    await mia.taps(re.compile("Move a line"))
    await mia.taps(re.compile("^fresh basil"))
    await mia.taps("Grüne Kiste · €1.49")
    moved = await mia.sees("€1.49 ✋")
    assert "⚠️ Grüne Kiste sells from €3.00 on" in moved.text
    await mia.taps(re.compile("Order this"))
    await mia.sees("€3.00")
    await mia.sees_nothing_of("Your order")


@pytest.mark.feature("M12")
async def test_a_priority_chosen_after_a_move_chooses_every_line_anew(town: Town) -> None:
    mia, _ = await risotto_proposal(town)
    await mia.taps(re.compile("Move a line"))
    await mia.taps(re.compile("^fresh basil"))
    await mia.taps("Feinkost Marini · €2.89")
    await mia.sees("€2.89 ✋")
    await mia.taps(re.compile("Cheapest"))
    again = await mia.sees("My proposal · cheapest in all")
    assert "✋" not in again.text


@pytest.mark.feature("M12")
async def test_a_move_to_where_it_is_already_changes_nothing(town: Town) -> None:
    mia, before = await risotto_proposal(town)
    await mia.taps(re.compile("Move a line"))
    await mia.taps(re.compile("^fresh basil"))
    await mia.taps("● Kaufhaus Sommer · €1.99")
    shown = await mia.sees("My proposal")
    assert shown.text == before.text


@pytest.mark.feature("X6")
async def test_the_priorities_are_compared_side_by_side_and_chosen_from_there(town: Town) -> None:
    mia, proposal = await risotto_proposal(town)
    await mia.taps(re.compile("Compare"))
    compared = await mia.sees("Side by side")
    assert re.search(r"cheapest in all: €40\.18 · 2 sellers · ready tomorrow ← now", compared.text)
    assert re.search(r"fewest sellers: €\d+\.\d\d · 2 sellers", compared.text)
    await mia.taps(re.compile("Nearest"), on=compared)
    chosen = await mia.sees("My proposal · nearest")
    assert chosen.id > proposal.id


@pytest.mark.feature("X6")
async def test_a_comparison_of_equal_choices_says_that_they_are_equal(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_as_listed(town, "chiara")
    await mia.taps(NOW)
    proposal = await mia.sees("My proposal")
    assert "Feinkost Marini is the only one that offered anything." in proposal.text
    await mia.taps(re.compile("Compare"))
    compared = await mia.sees("All ways lead to the same choice")
    assert compared.text.count("€") == 1
    await mia.says("the second one")
    await mia.sees("only this one choice", button=re.compile("Move a line"))
    await mia.taps("‹ Back", on=compared)
    await mia.sees("My proposal")


@pytest.mark.feature("M12")
async def test_offers_below_a_minimum_are_named_and_not_called_missing(town: Town) -> None:
    mia = await asks_for(town, "1 packet fine table salt", "45 g ground black pepper", "1 sewing kit")
    await answers_as_listed(town, "jonas")
    await mia.sees("1 of", anywhere=True)
    await town.play.jump(HALF_AN_HOUR)
    held = await mia.sees("but sells from €15.00 on", anywhere=True)
    assert "Nobody offered" not in held.text
    assert any("Change the list" in label for label in held.buttons)


@pytest.mark.feature("M12")
async def test_an_offer_for_pick_up_only_is_named_where_things_are_delivered(town: Town) -> None:
    mia = await asks_for_risotto(town)
    await answers_in_words(town, "chiara", "all ok, pickup only")
    await (await town.person("chiara")).taps(RIGHT)
    await mia.sees("pick-up only", anywhere=True)
    await answers_as_listed(town, "jonas", "aylin")
    proposal = await mia.sees("My proposal", anywhere=True)
    assert "Feinkost Marini offers for pick-up at the counter only" in proposal.text


@pytest.mark.feature("M12")
async def test_the_proposal_counts_no_more_once_the_list_is_changed(town: Town) -> None:
    mia, proposal = await risotto_proposal(town)
    await mia.taps(re.compile("Change the list"), on=proposal)
    gone = await mia.sees("This proposal counts no more")
    assert gone.id == proposal.id
    assert gone.buttons == []
    await mia.sees("list prices", button=ASK)


@pytest.mark.feature("M12")
async def test_two_taps_at_once_on_a_priority_leave_one_proposal(town: Town) -> None:
    mia, proposal = await risotto_proposal(town)
    await mia.taps_twice(re.compile("Soonest"))
    await mia.sees("My proposal · soonest")
    await town.wire.settles()
    shown = [m for m in mia.messages if m.from_bot and "My proposal" in m.text]
    assert [m.id for m in shown] == [proposal.id]


@pytest.mark.feature("X3")
async def test_cups_and_spoons_are_told_in_grams_and_open_amounts_as_such(town: Town) -> None:
    mia = await asks_for(town, "3 cups flour", "salt to taste", "3 tbsp olive oil")
    await answers_as_listed(town, "jonas", "aylin", "chiara")
    proposal = await mia.sees("My proposal", anywhere=True)
    assert re.search(
        r"[Ff]lour.*1 kg — €\d\.\d\d \(3 cups are about 3\d\d g; about 6\d\d g left over\)", proposal.text
    )
    assert re.search(r"[Ss]alt.*\(no amount was told, so one pack\)", proposal.text)
    assert "456 ml left over" in proposal.text


@pytest.mark.feature("X3")
@pytest.mark.parametrize(
    ("language", "wanted", "told"),
    [
        ("de", "3 EL Mehl\n2 TL Honig\n1 Zehe Knoblauch", r"3 EL sind etwa 2\d g; etwa 9\d\d g übrig"),
        (
            "fr",
            "1 tasse de farine\n2 c. à soupe de miel\n3 citrons",
            r"1 tasse, soit environ 1\d\d g; il restera",
        ),
    ],
)
async def test_local_spoons_and_cups_are_told_in_grams(
    town: Town, language: str, wanted: str, told: str
) -> None:
    uli = await town.wire.person("Uli", language_code=language)
    await uli.says(wanted)
    await uli.taps(re.compile("🔎"))
    await answers_as_listed(town, "aylin")
    await uli.taps(re.compile("Zeigen, was da ist|Montrer ce qu"))
    await uli.sees(re.compile(told))


@pytest.mark.feature("M15")
async def test_paint_by_coverage_and_lengths_to_cut_say_what_is_left_over(town: Town) -> None:
    mia = await asks_for(town, "40 m2 white wall paint", "5 m timber 38 x 89 mm", "100 wood screws 4x40")
    await answers_as_listed(town, "piotr")
    await mia.taps(NOW)
    proposal = await mia.sees("My proposal")
    assert re.search(
        r"paint.* — €\d+\.\d\d \(40 m² are about \d.* l(?:; about .* left over)?\)", proposal.text
    )
    assert re.search(r"3 × Construction timber 38 x 89 mm.*\(2\.2 m left over\)", proposal.text)


@pytest.mark.feature("X3")
async def test_a_range_of_cloves_is_bought_as_a_bulb_for_the_most_of_it(town: Town) -> None:
    mia = await asks_for(town, "2-3 cloves garlic", "250 g butter", "3 lemons")
    await answers_as_listed(town, "aylin")
    await mia.taps(NOW)
    proposal = await mia.sees("My proposal")
    told = "1 × Garlic bulb — €0.49 (for 2–3 cloves, by customary weights; about 0.7 heads left over)"
    assert told in proposal.text


@pytest.mark.feature("X16")
async def test_options_are_chosen_by_their_place_in_words(town: Town) -> None:
    mia, _ = await risotto_proposal(town)
    await mia.says("take the second one")
    await mia.sees("Nothing was numbered yet", anywhere=True)
    compared = await mia.sees("Side by side")
    second = compared.text.splitlines()[3].partition(":")[0].removeprefix("2. ")
    await mia.says("the second one")
    await mia.sees(f"My proposal · {second}")
    await mia.taps("⚖️ Compare")
    await mia.sees("Side by side")
    await mia.says("number 9")
    await mia.sees("There are only")


@pytest.mark.feature("X16")
@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("the cheaper one", "cheapest in all"),
        ("lieber schneller", "soonest"),
        ("le plus rapide", "soonest"),
    ],
)
async def test_the_cheaper_or_quicker_one_is_proposed(town: Town, words: str, way: str) -> None:
    mia, _ = await risotto_proposal(town)
    await mia.says(words)
    await mia.sees(f"My proposal · {way}")


@pytest.mark.feature("X16")
async def test_the_other_one_of_two_offers_for_a_line(town: Town) -> None:
    mia = await asks_for(town, "250 g butter", "3 lemons", "1 bunch parsley")
    await answers_as_listed(town, "aylin", "chiara")
    await mia.taps(NOW)
    await mia.sees("My proposal")
    await mia.taps("✋ Move a line")
    await mia.taps(re.compile("butter ·"))
    asked = await mia.sees("from whom?")
    now = next(button for button in asked.buttons if button.startswith("●"))
    other = next(b for b in asked.buttons if not b.startswith("●") and " · " in b).partition(" · ")[0]
    assert other not in now
    await mia.says("the other shop")
    await mia.sees(f"Moved butter to {other}", anywhere=True)


@pytest.mark.feature("X4", "M12")
async def test_the_estimate_names_what_no_price_holds_and_what_is_missing_to_a_smallest_order(
    town: Town,
) -> None:
    mia = await town.person("mia")
    await mia.says("20 sheets baking paper\n1 unicorn\n1 griffin")
    nothing = await mia.sees("less than any seller's smallest order")
    assert re.search(r"sells from €\d+\.00 on, and you're €[\d.]+ short", nothing.text), nothing.text
    await mia.says("2 sheets birch plywood 12 mm\n5 m dowel rod\n20 sheets baking paper")
    card = await mia.sees("Not in that price: baking paper")
    assert re.search(r"from €15\.00 on; you're €[\d.]+ short", card.text), card.text
    await mia.taps(ASK)
    asked = await mia.sees("of 2 sellers answered")
    assert "Not in that price: baking paper" in asked.text and "not offered" not in asked.text
