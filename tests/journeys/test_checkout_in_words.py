"""The checkout in free words, with the real dialogue: nothing is ordered or sent anywhere by mistake."""

import re
from dataclasses import dataclass

import pytest

from commerce.orders.models import OrderState
from tests.journeys.asking import answers_as_listed
from tests.journeys.ordering import ONE_SHOP, books, states_of_orders
from tests.journeys.town import Town


@dataclass(frozen=True)
class Script:
    """What is typed at the checkout, and what the card then says."""

    ask: str
    take: str
    checkout: str
    said: tuple[tuple[str, str], ...]
    place: str
    confirmed: str


ENGLISH = Script(
    ask="ask the sellers",
    take="I'll take it",
    checkout="Your order",
    said=(
        ("Gartenweg 14", "Delivered to Gartenweg 14"),
        ("it's in Lindenau", "Delivered to Gartenweg 14, Lindenau"),
        ("99955", "Delivered to Gartenweg 14, 99955 Lindenau"),
        ("tomorrow between 8 and 10", "tomorrow in the morning"),
        ("yesterday", "doesn't work"),
        ("can I pay with paypal?", "Paying"),
        ("can I pick it up myself?", "You collect at"),
        ("then I pay there", "Paid at the shop"),
        ("no, bring it please", "Delivered to Gartenweg 14, 99955 Lindenau"),
        ("ring twice, my bell says Winter", "99955 Lindenau, ring twice, my bell says Winter"),
        ("wait, the address is Gartenweg 41", "Delivered to Gartenweg 41, 99955 Lindenau, ring twice"),
        ("how much do I have to pay?", "With delivery it comes to"),
        ("cash", "Paid in cash"),
        ("don't order yet", "Your order"),
    ),
    place="ok, order it",
    confirmed="is confirmed",
)
GERMAN = Script(
    ask="frag die läden",
    take="das nehm ich",
    checkout="Deine Bestellung",
    said=(
        ("gartenweg 14 in lindenau", "Lieferung an gartenweg 14 in lindenau"),
        ("plz is 99955", "Lieferung an gartenweg 14, 99955 lindenau"),
        ("morgen zwischen 8 und 10 wär super", "morgen vormittags"),
        ("gestern", "geht nicht"),
        ("kann man bei euch mit paypal zahlen", "Bezahlen"),
        ("kann ich es auch selbst holen?", "Du holst ab bei"),
        ("und dann zahl ich da", "Zahlung im Laden"),
        ("nee, bringt es mir doch lieber", "Lieferung an gartenweg 14, 99955 lindenau"),
        ("bitte bei nachbarin müller abgeben", "lindenau, bitte bei nachbarin müller abgeben"),
        ("warte, die adresse ist gartenweg 41", "Lieferung an gartenweg 41, 99955 lindenau, bitte bei"),
        ("wie viel muss ich zahlen?", "Mit Lieferung macht das"),
        ("bar", "Bar an der Tür"),
        ("nein noch nicht bestellen", "Deine Bestellung"),
    ),
    place="ok jetzt bestellen",
    confirmed="ist bestätigt",
)
FRENCH = Script(
    ask="demande aux magasins",
    take="je le prends",
    checkout="Votre commande",
    said=(
        ("gartenweg 14 à lindenau", "Livraison : gartenweg 14 à lindenau"),
        ("le code postal c'est 99955", "Livraison : gartenweg 14, 99955 lindenau"),
        ("demain entre 8h et 10h ce serait bien", "demain le matin"),
        ("hier", "Je ne peux pas livrer un tel jour"),
        ("on peut payer par paypal ?", "Payer"),
        ("je peux venir le chercher ?", "À retirer chez"),
        ("et je paierai là-bas", "🏪 Au magasin"),
        ("non, livrez-le moi plutôt", "Livraison : gartenweg 14, 99955 lindenau"),
        ("sonnez deux fois, c'est au 3e étage", "lindenau, sonnez deux fois, c'est au 3e étage"),
        ("attends, l'adresse c'est gartenweg 41", "Livraison : gartenweg 41, 99955 lindenau, sonnez"),
        ("je dois payer combien ?", "Avec la livraison, cela fait"),
        ("en liquide", "En espèces à la porte"),
        ("non ne commande pas encore", "Votre commande"),
    ),
    place="c'est bon, passe la commande",
    confirmed="est confirmée",
)


@pytest.mark.rasa
@pytest.mark.feature("M2", "M6", "X15", "X21")
@pytest.mark.parametrize(
    ("language", "script"), [("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH)], ids=["en", "de", "fr"]
)
async def test_only_plain_words_place_an_order_and_only_an_address_is_one(
    talking_town: Town, language: str, script: Script
) -> None:
    town = talking_town
    uli = await town.newcomer("Uli", language=language)
    await uli.starts()
    await uli.says(ONE_SHOP)
    await uli.sees("risotto rice", button=re.compile("🔎"))
    await uli.says(script.ask)
    await answers_as_listed(town, "chiara")
    await uli.taps(re.compile("Zeig|Montrer ce|Show what"))
    await uli.sees_button(re.compile("🛒"))
    await uli.says(script.take)
    await uli.sees(script.checkout)
    for said, shown in script.said:
        await uli.says(said)
        await uli.sees(shown)
    assert await books(town, states_of_orders) == [OrderState.DRAFT]
    await uli.says(script.place)
    await uli.sees(script.confirmed)
    assert await books(town, states_of_orders) == [OrderState.CONFIRMED]


@pytest.mark.rasa
@pytest.mark.feature("M12", "X15", "X21")
@pytest.mark.parametrize(
    ("language", "ask", "not_there", "told"),
    [
        ("en", "ask the sellers", "not Marini", "without Feinkost Marini there's nothing to order"),
        ("de", "frag die läden", "nicht von Marini", "ohne Feinkost Marini gibt es also nichts"),
        ("fr", "demande aux magasins", "pas chez Marini", "sans Feinkost Marini il n’y a rien"),
    ],
    ids=["en", "de", "fr"],
)  # fmt: skip
async def test_the_only_seller_is_not_taken_out_of_the_proposal(
    talking_town: Town, language: str, ask: str, not_there: str, told: str
) -> None:
    town = talking_town
    uli = await town.newcomer("Uli", language=language)
    await uli.starts()
    await uli.says(ONE_SHOP)
    await uli.sees_button(re.compile("🔎"))
    await uli.says(ask)
    await answers_as_listed(town, "chiara")
    await uli.taps(re.compile("Zeig|Montrer ce|Show what"))
    await uli.sees_button(re.compile("🛒"))
    await uli.says(not_there)
    await uli.sees(told)
    await uli.sees_button(re.compile("🛒"))
