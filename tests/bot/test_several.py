"""Several wishes of one sentence, taken apart; what is one wish stays whole."""

from datetime import date
from decimal import Decimal

import pytest

from bot import commands as c
from bot.arrivals import Arrival, ArrivalKind
from bot.dialogue.client import Dialogue
from bot.dialogue.reading import Reading
from bot.understanding import understand
from bot.understanding.before import Before
from bot.understanding.several import counted_thing, wanted_instead, wishes_apart
from bot.understanding.wishes import counted
from commerce.people.models import Role

TODAY = date(2026, 11, 20)
LIST = Before(frozenset({Role.CONSUMER}), "list", has_list=True)


@pytest.mark.feature("X16", "X21")
@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("no wine and 3 onions", ("no wine", "3 onions")),
        ("with no wine, and one onion please", ("with no wine", "one onion please")),
        ("no onions, 3 carrots and 200 g peas", ("no onions", "3 carrots", "200 g peas")),
        ("no wine, 3 onions, 2 carrots, 200 g peas, 1 l milk",
         ("no wine", "3 onions", "2 carrots", "200 g peas", "1 l milk")),
        ("ohne Wein und eine Zwiebel", ("ohne Wein", "eine Zwiebel")),
        ("sans vin, trois oignons", ("sans vin", "trois oignons")),
        ("make it for 6 and no onions", ("make it for 6", "no onions")),
        ("add 1.5 l milk. drop the eggs", ("add 1.5 l milk", "drop the eggs")),
        ("Mehl und Zucker hab ich schon, und mach es für 12 Stück",
         ("Mehl und Zucker hab ich schon", "mach es für 12 Stück")),
        ("flour and sugar we have already, make it for six",
         ("flour and sugar we have already", "make it for six")),
        ("du sel on en a, et mets le pour 6", ("du sel on en a", "mets le pour 6")),
        ("more salt, less pepper", ("more salt", "less pepper")),
        ("verdopple es und frag die Läden", ("verdopple es", "frag die Läden")),
        ("demain soir et par carte", ("demain soir", "par carte")),
        ("no rum but lemon", ("no rum", "but lemon")),
        ("ich brauch kein Salz, aber Pfeffer", ("ich brauch kein Salz", "aber Pfeffer")),
        ("kein Rum, sondern Zitrone", ("kein Rum", "sondern Zitrone")),
        ("pas de rhum mais du citron", ("pas de rhum", "mais du citron")),
    ],
)  # fmt: skip
def test_wishes_are_taken_apart(text: str, wishes: tuple[str, ...]) -> None:
    assert wishes_apart(text, LIST) == wishes


@pytest.mark.feature("X16", "X21")
@pytest.mark.parametrize(
    "text",
    [
        "no salt and pepper", "salt and pepper and make it for six", "flour, sugar and eggs we have",
        "was haben wir, und was fehlt?", "what do I have, and for how many?",
        "remove 2 eggs and 3 onions", "add bread without gluten",
        "what do I need for lasagne without meat?", "Pfannkuchen ohne Milch", "pas de sel, pas de poivre",
        "no wine and tender beef", "no wine and one of them", "no wine, 3 people",
        "no idea, 3 maybe", "no thanks. add milk", "no card, cash", "kein Problem, 3 Tage",
        "sans doute, ajoute du lait", "no wine, but please soon", "no onions but later", "nice but expensive",
    ],
)  # fmt: skip
def test_one_wish_or_a_turn_of_phrase_stays_whole(text: str) -> None:
    assert wishes_apart(text, LIST) == ()


@pytest.mark.feature("X16", "X21")
@pytest.mark.parametrize(
    ("note", "wishes"),
    [
        ("no bell", ()), ("3. Stock, ohne Klingel", ()), ("sans interphone", ()),
        ("put it in the shed", ()), ("tomorrow evening", ("tomorrow evening",)),
        ("pay by card", ("pay by card",)),
    ],
)  # fmt: skip
def test_what_the_courier_is_to_know_stays_with_the_address(note: str, wishes: tuple[str, ...]) -> None:
    asked = Before(frozenset({Role.CONSUMER}), "checkout", asks="address")
    address = "Gartenweg 14, 99955 Lindenau"
    assert wishes_apart(f"{address}, {note}", asked) == ((address, *wishes) if wishes else ())


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("also three onions, please", "3 onions"), ("noch eine Zwiebel", "1 Zwiebel"),
        ("200 g de farine svp", "200 g de farine"), ("3 onions instead", "3 onions"),
        ("3", None), ("onions", None), ("six of them", None), ("tender beef", None),
    ],
)  # fmt: skip
def test_what_is_counted_is_known_without_courtesy(text: str, thing: str | None) -> None:
    assert counted_thing(text) == thing


class DropsWine(Dialogue):
    """Reads every sentence as a wish to leave out the wine, surely where a list is before the person."""

    def __init__(self) -> None: ...

    async def read(
        self,
        chat: str,
        text: str,
        *,
        role: str = "consumer",
        pending: str = "none",
        today: date | None = None,
    ) -> Reading:
        sure = 0.95 if pending == "list" else 0.2
        ranking = (("drop_components", sure),)
        return Reading("drop_components", sure, ranking, (), {"components": ["wine"]})


def said(text: str) -> Arrival:
    return Arrival(1, ArrivalKind.TEXT, account=7, name="Mia", language="en", text=text)


@pytest.mark.feature("X16")
async def test_what_is_counted_beside_another_wish_is_set_in_any_language() -> None:
    wish = await understand(said("no wine, and drei Zwiebeln bitte"), LIST, DropsWine(), TODAY)
    assert wish.commands == (
        c.DropLines(("wine",), text="no wine"),
        c.ChangeQuantity("Zwiebeln", "3 Zwiebeln", qty=Decimal(3), unit="piece"),
    )


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("8 fl oz milk", c.ChangeQuantity("milk", "8 fl oz milk", qty=Decimal(8), unit="fl_oz")),
        ("2-3 onions", c.ChangeQuantity("onions", "2-3 onions", qty=Decimal(3), unit="piece")),
        ("12 screws 4x40", c.ChangeQuantity("screws 4x40", "12 screws 4x40", qty=Decimal(12), unit="piece")),
    ],
)
def test_what_is_counted_keeps_its_unit_and_its_size(text: str, wish: c.ChangeQuantity) -> None:
    assert counted(text, "en") == wish


@pytest.mark.feature("X16")
async def test_two_wishes_after_a_search_return_to_what_was_before_it() -> None:
    searching = Before(frozenset({Role.CONSUMER}), "search", behind="list", has_list=True)
    assert (await understand(said("no wine, and 3 onions"), searching, DropsWine(), TODAY)).returns


@pytest.mark.parametrize(
    "text",
    [
        "but hurry", "but cheap", "but organic if possible", "aber scharf", "aber bio", "mais bon",
        "mais épicé", "but later", "aber schnell",
    ],
)  # fmt: skip
def test_how_it_is_to_be_is_nothing_to_buy(text: str) -> None:
    assert wanted_instead(text) is None


@pytest.mark.feature("X16", "X21")
@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("no wine but fresh basil", "fresh basil"),
        ("no wine but lemon juice", "lemon juice"),
        ("kein Wein, aber den Pfeffer bitte", "Pfeffer"),
        ("pas de vin mais du citron", "citron"),
    ],
)
async def test_what_stands_behind_a_but_is_wanted(text: str, thing: str) -> None:
    dropped, added = (await understand(said(text), LIST, DropsWine(), TODAY)).commands
    assert isinstance(dropped, c.DropLines)
    assert added == c.AddLines((thing,))


async def test_while_the_dialogue_is_away_no_half_of_a_sentence_is_done() -> None:
    text = "no wine, and 3 onions"
    assert (await understand(said(text), LIST, None, TODAY)).commands == (c.EngineAway("off", text),)
