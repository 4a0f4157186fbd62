"""Whether the price of all is asked for, and of nothing else, in English, German and French."""

import pytest

from bot.understanding.costs import asks_cost, asks_how_soon


@pytest.mark.parametrize(
    "text",
    [
        "how much?", "and how much is it?", "How much for everything", "what would it cost with delivery?",
        "what does it come to", "total?", "what's the total price please",
        "was kostet es mit Lieferung?", "Was macht das zusammen?", "was wird das alles kosten?",
        "was würde es mit Versand kosten", "was muss ich zahlen?", "wie viel ist das?", "wie teuer wird das",
        "combien ?", "c’est combien ?", "ça fait combien", "combien ça coûte avec la livraison ?",
        "combien est-ce que ça coûte",
        "how much will it cost me?", "how much is it now", "what will it cost roughly?",
        "how much do I have to pay",
        "was kostet mich das ungefähr?", "wie viel muss ich zahlen?", "was kostet das jetzt",
        "wie viel ist es bisher",
        "ça me coûtera combien ?", "je dois payer combien ?", "combien je dois payer ?",
        "combien dois-je payer",
        "ça va me coûter combien ?", "combien ça va coûter", "ça fait combien maintenant ?",
    ],
)  # fmt: skip
def test_the_price_of_all_is_asked_for(text: str) -> None:
    assert asks_cost(text)


@pytest.mark.parametrize(
    "text",
    [
        "how much is the butter?", "what's the price of rice", "what is it", "what will you bring",
        "was ist das?", "was ist", "was wird", "was machst du", "was kostet die Butter", "was soll ich tun?",
        "combien coûte la livraison", "c’est quoi ?",
    ],
)  # fmt: skip
def test_another_question_is_none_about_the_price_of_all(text: str) -> None:
    assert not asks_cost(text)


@pytest.mark.feature("X15", "X21")
@pytest.mark.parametrize(
    "text",
    [
        "when could you come earliest?", "how long does it take until it's here?", "how soon can I have it",
        "what's the earliest you can deliver", "when can you deliver?",
        "hmm when could you come earliest?",
        "wie lange dauert das bis es da ist?", "wann könnt ihr frühestens?", "wann könnt ihr liefern?",
        "wie schnell ist es da", "ça prend combien de temps ?", "quand pouvez-vous au plus tôt ?",
        "combien de temps pour la livraison ?", "quand pouvez-vous livrer ?",
    ],
)  # fmt: skip
def test_how_soon_it_can_be_there_is_asked_for(text: str) -> None:
    assert asks_how_soon(text)


@pytest.mark.parametrize(
    "text",
    [
        "tomorrow evening", "when is my order coming?", "how long do I cook it", "wann",
        "wie lange kocht man das",
        "combien de temps cuire le riz", "how many are there", "wann habt ihr offen",
    ],
)  # fmt: skip
def test_another_question_is_none_about_how_soon(text: str) -> None:
    assert not asks_how_soon(text)
