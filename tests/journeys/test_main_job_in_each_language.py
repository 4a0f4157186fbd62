"""The whole main job in German and in French, typed as people type; nobody reads a word of English."""

import re
from dataclasses import dataclass

import pytest

from bot.views.wording import words_for
from tests.journeys.ordering import ONE_SHOP
from tests.journeys.town import Town
from tests.kit.catalogue import sentences_of
from tests.kit.person import Person


@dataclass(frozen=True)
class Script:
    """What is typed, and what it is answered with."""

    more: tuple[str, str]
    no_more: tuple[str, str]
    ask: str
    proposed: str
    cheapest: str
    delivery: tuple[str, str]
    take: str
    checkout: str
    address: tuple[str, str]
    house: tuple[str, str]
    window: tuple[str, str]
    later: tuple[str, str]
    card: tuple[str, str]
    cash: tuple[str, str]
    collect: tuple[str, str]
    deliver: str
    place: tuple[str, str]
    where: tuple[str, str]
    cancel: tuple[str, str]
    yes: str
    cancelled: str
    resume: str
    person: tuple[str, str]
    there: str
    back: tuple[str, str]
    packed: str
    delivered: str
    again: tuple[str, str]
    thanks: tuple[str, str]


GERMAN = Script(
    more=("doppelt so viel bitte", "Jetzt"),
    no_more=("nein, ich meinte 1", "Jetzt"),
    ask="frag mal die läden",
    proposed="Mein Vorschlag",
    cheapest="das günstigere",
    delivery=("und was is mit der lieferung", "Lieferung bei diesem Vorschlag"),
    take="ok bestell das",
    checkout="Deine Bestellung",
    address=("gartenweg 14, 99955 lindenau", "Lieferung an gartenweg 14"),
    house=("nein, ich meinte nr 16", "Lieferung an gartenweg 16"),
    window=("übermorgen abend", "abends"),
    later=("nein, lieber vormittags übermorgen", "vormittags"),
    card=("ich zahl mit karte", "Jetzt mit Karte"),
    cash=("ne doch lieber bar", "Bar an der Tür"),
    collect=("ich hols selbst ab", "Du holst ab bei"),
    deliver="🏠",
    place=("bestellen", "ist bestätigt"),
    where=("wo is meine bestelung", "Bestellung"),
    cancel=("bestellung storniern bitte", "stornieren?"),
    yes="Ja",
    cancelled="ist storniert",
    resume="weiter",
    person=("ich will mit nem menschen reden", "Bescheid gesagt"),
    there="Ein Mensch von Errand",
    back=("zurück zum shop", "Du bist zurück im Shop"),
    packed="gepackt",
    delivered="ist geliefert",
    again=("dasselbe wie letztes mal", "Wie in Bestellung"),
    thanks=("danke dir", "Gern geschehen"),
)
FRENCH = Script(
    more=("fais le double", "Maintenant"),
    no_more=("non, je voulais dire 1", "Maintenant"),
    ask="demande aux magasins stp",
    proposed="Ma proposition",
    cheapest="le moins cher",
    delivery=("et la livraison ?", "Livraison pour cette proposition"),
    take="ok commande ça",
    checkout="Votre commande",
    address=("gartenweg 14, 99955 lindenau", "Livraison : gartenweg 14"),
    house=("non, je voulais dire le numéro 16", "Livraison : gartenweg 16"),
    window=("apres-demain soir", "le soir"),
    later=("non, plutôt après-demain matin", "le matin"),
    card=("je paie par carte", "Par carte maintenant"),
    cash=("non finalement en especes", "En espèces à la porte"),
    collect=("je viens le chercher", "À retirer chez"),
    deliver="🏠",
    place=("passer la commande", "est confirmée"),
    where=("ou est ma comande", "Commande"),
    cancel=("annule ma commande stp", "Annuler|annuler"),
    yes="Oui",
    cancelled="est annulée",
    resume="on en était où ?",
    person=("je veux parler a quelqu'un", "J’ai prévenu l’équipe"),
    there="Une personne chez Errand",
    back=("retour à la boutique", "de retour à la boutique"),
    packed="emballé",
    delivered="est livrée",
    again=("comme la derniere fois", "Comme dans la commande"),
    thanks=("merci bien", "Avec plaisir"),
)


@pytest.mark.rasa
@pytest.mark.feature("X15", "X16", "X21")
@pytest.mark.parametrize(("language", "script"), [("de", GERMAN), ("fr", FRENCH)], ids=["de", "fr"])
async def test_the_whole_main_job_in_free_words_and_no_word_of_english(
    talking_town: Town, language: str, script: Script
) -> None:
    town = talking_town
    uli = await town.newcomer("Uli", language=language)
    seller = await _works(town, "Sina", "seller", language, "Feinkost Marini")
    courier = await _works(town, "Kim", "carrier", language, "Radkurier Lindenau")
    admin = await _works(town, "Ada", "admin", language)
    everybody = [uli, seller, courier, admin]
    for who in everybody:
        await who.starts()
    await _chooses(uli, seller, script)
    await _completes(uli, script)
    await _cancels_and_orders_again(uli, script)
    await _is_brought(uli, seller, courier, script)
    await _talks(uli, admin, script)
    await town.wire.settles()
    for who in everybody:
        _reads_no_english(who, language)


async def _works(town: Town, name: str, role: str, language: str, place: str = "") -> Person:
    pane = await town.play.new_person(name, role, language, place)
    return await town.wire.meet(pane.user_id)


async def _says(who: Person, exchange: tuple[str, str]) -> None:
    await who.says(exchange[0])
    await who.sees(re.compile(exchange[1]))


async def _chooses(uli: Person, seller: Person, script: Script) -> None:
    await uli.says(ONE_SHOP)
    await uli.sees("risotto rice", button=re.compile("🔎"))
    await _says(uli, script.more)
    await _says(uli, script.no_more)
    await uli.says(script.ask)
    await seller.taps(re.compile("^✅"))
    await uli.taps(re.compile("Zeig|Montrer ce"))
    await uli.sees(script.proposed)
    await uli.says(script.cheapest)
    await uli.sees(script.proposed)
    await _says(uli, script.delivery)


async def _completes(uli: Person, script: Script) -> None:
    await uli.says(script.take)
    await uli.sees(script.checkout)
    for exchange in (script.address, script.house, script.window, script.later, script.card, script.cash):
        await _says(uli, exchange)
    await _says(uli, script.collect)
    await uli.taps(re.compile(script.deliver))
    await _says(uli, script.cash)


async def _cancels_and_orders_again(uli: Person, script: Script) -> None:
    await _says(uli, script.place)
    await _says(uli, script.where)
    await _says(uli, script.cancel)
    await uli.taps(re.compile(script.yes))
    await uli.sees(script.cancelled)
    await uli.says(script.resume)
    await uli.sees(script.proposed)
    await uli.says(script.take)
    await uli.sees(script.checkout)
    await _says(uli, script.cash)
    await _says(uli, script.place)


async def _is_brought(uli: Person, seller: Person, courier: Person, script: Script) -> None:
    await seller.taps(re.compile("Alles|Tout"))
    await seller.taps(re.compile("^📦"))
    await uli.sees(re.compile(script.packed))
    await courier.taps(re.compile("^📦.*Feinkost Marini"))
    await courier.taps(re.compile("^🏠"))
    await uli.sees(re.compile(script.delivered))
    await _says(uli, script.again)


async def _talks(uli: Person, admin: Person, script: Script) -> None:
    await _says(uli, script.person)
    await admin.taps(re.compile("^🙋"))
    await uli.sees("👤")
    await uli.says("12345?")
    await admin.sees("12345?")
    await admin.says("54321!")
    await uli.sees(re.compile(f"{script.there}[^!]*54321!"))
    await _says(uli, script.back)
    await admin.says("/orders")
    await admin.sees("Feinkost Marini")
    await _says(uli, script.thanks)


def _reads_no_english(who: Person, language: str) -> None:
    english = sentences_of("en") - sentences_of(language)
    shown = "\n".join(
        "\n".join([message.text, *message.buttons]) for message in who.messages if message.from_bot
    )
    assert {sentence for sentence in english if sentence in shown} == set()


def test_an_english_sentence_in_a_chat_would_be_found() -> None:
    words = words_for("en", "DE", "Europe/Berlin")
    for language in ("de", "fr"):
        english = sentences_of("en") - sentences_of(language)
        for shown in (
            words("welcome", name="Uli", shop="Errand"),
            words("order-packed", seller="A", code="B"),
        ):
            assert any(sentence in shown for sentence in english)
        assert len(english) > 500
