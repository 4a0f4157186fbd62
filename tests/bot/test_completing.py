"""What is said while an order is completed, in English, German and French."""

from datetime import date

import pytest

from bot import commands as c
from bot.arrivals import Arrival, ArrivalKind
from bot.understanding import Before, understand
from bot.understanding.addressed import address_said
from bot.understanding.completing import places_plainly, said_at_checkout
from bot.understanding.wishes import WISHES
from commerce.orders.models import Handover, PayBy
from commerce.people.models import Role

TODAY = date(2026, 11, 20)
BROUGHT = c.SetHandover(Handover.DELIVERY)
NO_SUCH_DAY = c.SetWindow("", "any")


@pytest.mark.feature("M2", "X15", "X21")
@pytest.mark.parametrize(
    "text",
    [
        "no, bring it please", "yes but not today", "nein, noch nicht", "bring it to my door", "wait",
        "is that all?",
        "nee, bringt es mir doch lieber", "ja aber nicht heute", "ich zahl bar", "non, livrez-le moi plutôt",
        "ne commande pas encore", "pas maintenant",
    ],
)  # fmt: skip
def test_words_that_take_something_back_or_are_of_something_else_place_no_order(text: str) -> None:
    assert not places_plainly(text)


@pytest.mark.parametrize(
    "text",
    [
        "ok, order it", "place the order", "yes", "perfect", "I'll take it", "do it before I change my mind",
        "ok jetzt bestellen", "bestelle hiermit zahlungspflichtig", "passt", "vas-y",
        "c'est bon, passe la commande",
    ],
)  # fmt: skip
def test_plain_words_place_it(text: str) -> None:
    assert places_plainly(text)


@pytest.mark.feature("X15", "X21")
@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("no, bring it please", BROUGHT), ("I'd rather have it delivered", BROUGHT),
        ("nee, bringt es mir doch lieber", BROUGHT), ("lieber Lieferung", BROUGHT),
        ("non, livrez-le moi plutôt", BROUGHT), ("plutôt la livraison", BROUGHT),
        ("don't order yet", c.Checkout()), ("nein noch nicht bestellen", c.Checkout()),
        ("non ne commande pas encore", c.Checkout()),
        ("ok, order it", c.PlaceOrder()), ("place the order please", c.PlaceOrder()),
        ("ok jetzt bestellen", c.PlaceOrder()), ("c'est bon, passe la commande", c.PlaceOrder()),
        ("wait, the address is Gartenweg 41", c.GiveAddress("Gartenweg 41")),
        ("warte, die Adresse ist Gartenweg 41", c.GiveAddress("Gartenweg 41")),
        ("attends, l'adresse c'est Gartenweg 41", c.GiveAddress("Gartenweg 41")),
        ("99955", c.AmendAddress("99955")), ("plz is 99955", c.AmendAddress("99955")),
        ("le code postal c'est 99955", c.AmendAddress("99955")),
        ("the postcode is 99955 Lindenau", c.AmendAddress("99955 Lindenau")),
        ("it's in Lindenau", c.AmendAddress("Lindenau")), ("das ist in Lindenau", c.AmendAddress("Lindenau")),
        ("c'est à Lindenau", c.AmendAddress("Lindenau")),
        ("ring twice, my bell says Winter", c.NoteForCourier("ring twice, my bell says Winter")),
        ("bitte bei Nachbarin Müller abgeben", c.NoteForCourier("bitte bei Nachbarin Müller abgeben")),
        *((note, c.NoteForCourier(note)) for note in (
            "leave it at the door", "put it in front of the garage", "please leave it with my neighbour",
            "stell es vor die Tür", "leg es auf die Treppe", "laissez-le devant la porte",
            "déposez chez le voisin", "second floor, on the left", "im 2. Stock",
            "the door code is A12", "code is 4711",
            "knock please", "bitte hinter dem Haus abstellen", "klingel zweimal",
        )),
        ("sonnez deux fois, c'est au 3e étage", c.NoteForCourier("sonnez deux fois, c'est au 3e étage")),
        ("yesterday", c.SetWindow("2026-11-19", "any")), ("gestern", c.SetWindow("2026-11-19", "any")),
        ("hier", NO_SUCH_DAY), ("livrez hier", NO_SUCH_DAY), ("vorgestern", NO_SUCH_DAY),
        ("31 February", NO_SUCH_DAY), ("am 31.2.", NO_SUCH_DAY), ("le 31 février", NO_SUCH_DAY),
        ("can I pay with paypal?", c.Help("payment")), ("do you take american express", c.Help("payment")),
        ("geht auch auf Rechnung?", c.Help("payment")), ("on peut payer par virement ?", c.Help("payment")),
    ],
)  # fmt: skip
def test_plain_words_at_the_checkout(text: str, command: c.Command) -> None:
    assert said_at_checkout(text, None, TODAY) == (command,)


@pytest.mark.feature("M6", "X21")
@pytest.mark.parametrize(
    "text",
    [
        "then I pay there",
        "and I'll pay there",
        "und dann zahl ich da",
        "ich zahle dort",
        "et je paierai là-bas",
    ],
)
def test_who_pays_there_collects_and_pays_at_the_shop(text: str) -> None:
    said = said_at_checkout(text, None, TODAY)
    assert said == (c.SetHandover(Handover.COLLECT), c.Pay(PayBy.AT_SHOP))


@pytest.mark.parametrize(
    "text",
    [
        "it's in the morning", "es ist in der Küche", "tomorrow evening", "übermorgen", "put it on my card",
        "je paie par carte bleue", "Gartenweg 14, 99955 Lindenau", "what's in the order?", "no onion", "ok",
        # nothing is ordered by words that refuse, wait, or want another order
        "no order", "no, order later", "nein, bestellen", "wait, order", "order again", "bestell das wieder",
        # no town
        "das ist in Ordnung", "ist in Ordnung so", "it's in stock", "that's in order", "c'est à voir",
        "c'est à moi", "c'est à emporter", "das ist in Arbeit", "it's in German", "das ist in Dosen",
        # nothing for the courier
        "laisse tomber", "leave it", "leave it as it is", "put it back", "put them in the basket",
        "leave it out", "stell die Portionen auf 4", "stelle auf Karte um", "stellt ihr eine Rechnung aus",
        "stell das Mehl weg", "stelle 2 Liter Milch dazu", "mettez 3 oignons de plus", "leg es zurück",
        "stock up on rice",
        "the code is SUMMER10", "the bell peppers please drop", "ring binders, two", "knock 5 euros off",
        "wood floor cleaner too", "bitte im Warenkorb lassen", "mettez-le sur la liste",
        # "hier" is here, and of the past it is only told
        "hier ist alles richtig", "ich wohne hier", "zahlen hier", "same address as last week",
        "gleiche Adresse wie letzte Woche", "comme la semaine dernière", "wer hat gestern angerufen",
        # one way is refused, another named
        "card please, not paypal", "mit Karte, nicht auf Rechnung", "par carte, pas par virement",
    ],
)  # fmt: skip
def test_other_words_at_the_checkout_are_for_others_to_read(text: str) -> None:
    assert said_at_checkout(text, None, TODAY) == ()


@pytest.mark.feature("X15", "X21")
@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("tomorrow between 8 and 10 would be nice", "morning"),
        ("morgen zwischen 16 und 18 Uhr", "afternoon"),
        ("demain entre 8h et 10h ce serait bien", "morning"), ("tomorrow at 5", "afternoon"),
    ],
)  # fmt: skip
def test_a_day_with_its_hours_is_no_address_where_one_is_asked(text: str, part: str) -> None:
    said = said_at_checkout(text, "address", TODAY)
    assert said == (c.SetWindow("2026-11-21", part), c.AskBack("address"))


@pytest.mark.parametrize(
    "text", ["Gartenweg 14", "Straße des 17. Juni 135", "14 rue du 8 mai 1945, 75001 Paris"]
)
def test_an_address_with_a_day_in_its_name_stays_one(text: str) -> None:
    assert said_at_checkout(text, "address", TODAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "warte, die adresse ist gartenweg 41",
        "attends, l'adresse c'est gartenweg 41",
        "wait, it's gartenweg 41",
    ],
)
def test_a_correction_of_the_address_is_told_without_its_beginning(text: str) -> None:
    assert address_said(text) == "gartenweg 41"


def test_nothing_is_delivered_at_five_in_the_night() -> None:
    slots = {"date": "2026-11-21", "from": "04:00", "to": "06:00"}
    window = WISHES["choose_delivery_window"](slots, "tomorrow between 4 and 6")
    assert window == c.SetWindow("2026-11-21", "afternoon")


ORDERED = Before(frozenset({Role.CONSUMER}), "order")


@pytest.mark.feature("X15", "X21")
@pytest.mark.parametrize(
    "text",
    [
        "don't cancel it", "no, don't cancel", "keep it", "nein doch nicht stornieren",
        "storniere das bitte nicht", "behalten", "non, ne l'annule pas", "n'annulez pas", "je la garde",
    ],
)  # fmt: skip
async def test_a_cancellation_is_taken_back_in_words(text: str) -> None:
    arrival = Arrival(1, ArrivalKind.TEXT, account=7, name="Mia", language="en", text=text)
    assert (await understand(arrival, ORDERED, None, TODAY)).commands == (c.Track(),)


@pytest.mark.feature("X15", "X21")
@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("do you have maple syrup?", "maple syrup"), ("habt ihr auch Ahornsirup?", "Ahornsirup"),
        ("vous avez du sirop d'érable ?", "sirop d'érable"),
    ],
)  # fmt: skip
async def test_a_product_is_looked_for_while_the_address_is_asked(text: str, query: str) -> None:
    asked = Before(frozenset({Role.CONSUMER}), "checkout", asks="address")
    arrival = Arrival(1, ArrivalKind.TEXT, account=7, name="Mia", language="en", text=text)
    wish = await understand(arrival, asked, None, TODAY)
    assert wish.commands == (c.Search(query), c.AskBack("address"))
