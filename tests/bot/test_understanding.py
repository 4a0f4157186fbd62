"""Arrival and reading -> commands, with what needs no dialogue at all."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot import commands as c
from bot.arrivals import Arrival, ArrivalKind
from bot.dialogue.reading import Reading
from bot.links import urls_in
from bot.understanding import Understood, commands_of, understand
from bot.understanding.before import Before
from commerce.orders.models import Handover, PayBy
from commerce.people.models import Role
from commerce.quotes.choosing import Priority

CONSUMER = Before(frozenset({Role.CONSUMER}))
TODAY = date(2026, 11, 20)


def text_of(text: str, **details: Any) -> Arrival:
    links = tuple(urls_in(text))
    return Arrival(
        1, ArrivalKind.TEXT, account=7, name="Mia", language="en", text=text, links=links, **details
    )


async def wish_of(text: str, before: Before = CONSUMER) -> Understood:
    return await understand(text_of(text), before, None, TODAY)


def read(
    intent: str, text: str, confidence: float = 0.9, before: Before = CONSUMER, **slots: Any
) -> c.Command:
    rivals = ((intent, confidence), ("track_order", 0.2), ("help", 0.1))
    (command,) = commands_of(Reading(intent, confidence, rivals, (), slots), text, before)
    return command


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ({"part_of_day": "evening"}, "evening"),
        ({"part_of_day": "noon"}, "afternoon"),
        ({"from": "09:00", "to": "11:00"}, "morning"),
        ({"from": "14:00", "to": "18:00"}, "afternoon"),
        ({"to": "11:30"}, "morning"),
        ({"from": "18:30"}, "evening"),
        ({"from": "17:00"}, "any"),
        ({"from": "11:00", "to": "13:00"}, "any"),
        ({"from": "17:00", "to": "07:00"}, "any"),
        ({}, "any"),
    ],
)
def test_hours_within_a_part_of_the_day_choose_it(said: dict[str, str], part: str) -> None:
    wish = read("choose_delivery_window", "on friday, then", date="2026-11-27", **said)
    assert wish == c.SetWindow("2026-11-27", part)


@pytest.mark.parametrize(
    ("text", "place"),
    [("the last of them", -1), ("no, the last one", -1), ("nein, die letzte", -1), ("non, la dernière", -1)],
)
def test_an_offer_named_by_its_place_is_chosen(text: str, place: int) -> None:
    assert read("choose_seller", text, index=place) == c.ChooseNth(place)


@pytest.mark.parametrize(
    "text",
    [
        "not the last one",
        "nicht die letzte",
        "pas la dernière",
        "anything but the last",
        "pas l'avant-dernière",
    ],
)
def test_an_offer_that_is_refused_by_its_place_is_not_chosen(text: str) -> None:
    assert read("choose_seller", text, index=-1) == c.DidYouMean(text)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/help", c.Help()),
        ("/start from_a_poster", c.Start("from_a_poster")),
        ("/search  olive oil", c.Search("olive oil")),
        ("/language", c.SetLanguage("")),
        ("/order 7KQ2M", c.AdminOrderHistory("7KQ2M")),
        ("/track@errand_bot 7KQ2M", c.Track("7KQ2M")),
        ("/what", c.UnknownCommand("what")),
        ("\u200b \u2800", c.CannotRead()),
        ("wine and cheese", c.EngineAway("off", "wine and cheese")),
        ("read https://a.example/x, please", c.ReadPage("https://a.example/x")),
        ("hello", c.EngineAway("off", "hello")),
        ("/ hello", c.EngineAway("off", "/ hello")),
    ],
)
async def test_what_needs_no_dialogue_is_understood_without_it(text: str, command: c.Command) -> None:
    assert (await wish_of(text)).commands == (command,)


async def test_the_pages_of_one_message_go_together_and_the_fourth_is_said_to_wait() -> None:
    page = "https://a.example/{}"
    links = tuple(page.format(n) for n in (1, 2, 3, 4))
    arrival = Arrival(1, ArrivalKind.TEXT, account=7, name="Mia", language="en", text="these", links=links)
    wish = await understand(arrival, CONSUMER, None, TODAY)
    assert wish.commands == (c.ReadPages(links[:3]), c.TooManyLinks(4, 3))
    twice = replace(arrival, links=links[:1] * 2)
    assert (await understand(twice, CONSUMER, None, TODAY)).commands == (c.ReadPage(links[0]),)


@pytest.mark.parametrize(
    ("text", "number"), [("6", "6"), ("for 6 people", "6"), ("-3", "-3"), ("1,5", "1.5"), ("1e9", "1e9")]
)
async def test_a_number_answers_the_question_for_how_many(text: str, number: str) -> None:
    wish = await wish_of(text, Before(frozenset({Role.CONSUMER}), "list", asks="servings"))
    assert wish.commands == (c.ScaleTo(Decimal(number)),)


async def test_an_address_of_three_lines_is_no_list_while_the_address_is_asked() -> None:
    asked = Before(frozenset({Role.CONSUMER}), "checkout", asks="address")
    (command,) = (await wish_of("Gartenweg 14\n99955 Lindenau\nGermany", asked)).commands
    assert isinstance(command, c.GiveAddress)


async def test_lines_of_a_list_are_read_and_a_letter_is_not() -> None:
    assert (await wish_of("500 g rice\n2 onions\n1 l milk")).commands == (
        c.ReadText("500 g rice\n2 onions\n1 l milk"),
    )


@pytest.mark.parametrize(
    "text", ["what's open?", "What do I have to pack?", "my deliveries", "anything waiting"]
)
async def test_those_who_work_here_ask_for_their_work(text: str) -> None:
    seller = Before(frozenset({Role.CONSUMER, Role.SELLER}))
    assert (await wish_of(text, seller)).commands == (c.ShowWork(),)
    assert (await wish_of(text)).commands == (c.EngineAway("off", text),)


@pytest.mark.feature("X15", "X21")
@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("back to the list", c.ShowList()), ("zeig mir meine Liste", c.ShowList()),
        ("qu'est-ce qu'il y a sur ma liste ?", c.ShowList()),
        ("are you a bot or a person?", c.Help("who")), ("bist du ein Mensch?", c.Help("who")),
        ("tu es un robot ?", c.Help("who")),
    ],
)  # fmt: skip
async def test_the_list_is_shown_and_who_speaks_is_told(text: str, command: c.Command) -> None:
    assert (await wish_of(text)).commands == (command,)


@pytest.mark.feature("F13", "X21")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("I'll take the first one", 1), ("das zweite bitte", 2), ("je prends le dernier", -1),
        ("I'll take it", 0), ("ja den nehm ich", 0), ("oui je le prends", 0),
    ],
)  # fmt: skip
async def test_one_of_the_results_is_chosen_in_words(text: str, place: int) -> None:
    found = Before(frozenset({Role.CONSUMER}), "search", behind="list", has_list=True)
    assert (await wish_of(text, found)).commands == (c.AddFound(place),)


@pytest.mark.feature("X15", "X21")
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("no, I meant three", 3), ("no, 4", 4), ("sorry, I mean 2", 2), ("wait, make it six", 6),
        ("ach nee, ich meinte drei", 3), ("nein, lieber 5", 5), ("ah non, je voulais dire trois", 3),
    ],
)  # fmt: skip
async def test_a_number_that_was_wrong_is_amended(text: str, number: int) -> None:
    looking = Before(frozenset({Role.CONSUMER}), "list", has_list=True)
    assert (await wish_of(text, looking)).commands == (c.AmendNumber(Decimal(number), text),)


@pytest.mark.parametrize("text", ["three", "I meant the red one", "no, three eggs", "nein, drei Eier", "one"])
async def test_another_sentence_amends_no_number(text: str) -> None:
    looking = Before(frozenset({Role.CONSUMER}), "list", has_list=True)
    assert not any(isinstance(one, c.AmendNumber) for one in (await wish_of(text, looking)).commands)


@pytest.mark.parametrize(
    ("intent", "text", "slots", "command"),
    [
        ("pay_cash", "cash please", {}, c.Pay(PayBy.CASH)),
        ("scale_job", "twice as much rice", {"factor": 2}, c.ScaleBy(Decimal(2), "twice as much rice")),
        ("add_component", "add 500 g rice and two lemons", {"components": ["rice", "lemons"], "qty": 500},
         c.AddLines(("500 g rice", "two lemons"))),
        ("keep_components", "I need the salt after all", {"components": ["salt"], "all": "true"},
         c.KeepLines(("salt",))),
        ("keep_components", "I need everything again", {}, c.KeepLines(())),
        ("keep_components", "remove everything", {},
         c.DropLines((), text="remove everything", everything=True)),
        ("keep_components", "wirf alles raus", {}, c.DropLines((), text="wirf alles raus", everything=True)),
        ("keep_components", "enlève tout", {}, c.DropLines((), text="enlève tout", everything=True)),
        ("search_product", "do you have gluten-free pasta?", {"query": "pasta"},
         c.Search("gluten-free pasta")),
        ("search_product", "habt ihr glutenfreie Nudeln", {"query": "nudeln"},
         c.Search("glutenfreie Nudeln")),
        ("search_product", "vous avez des pâtes sans gluten ?", {"query": "pâtes"},
         c.Search("pâtes sans gluten")),
        ("keep_components", "ja den nehm ich", {}, c.DidYouMean("ja den nehm ich")),
        ("keep_components", "finalement non, annule tout", {}, c.DidYouMean("finalement non, annule tout")),
        ("keep_components", "only the butter I don't need", {"components": ["butter"], "only": "true"},
         c.DropLines(("butter",), text="only the butter I don't need")),
        ("keep_components", "nur die Butter brauch ich nicht", {"components": ["butter"], "only": "true"},
         c.DropLines(("Butter",), text="nur die Butter brauch ich nicht")),
        ("keep_components", "ich brauche alles außer Butter", {"components": ["butter"], "only": "true"},
         c.DropLines(("Butter",), text="ich brauche alles außer Butter")),
        ("keep_components", "everything but the butter", {"components": ["butter"], "all": "true"},
         c.DropLines(("butter",), text="everything but the butter")),
        ("keep_components", "I have everything but the butter", {"components": ["butter"], "only": "true"},
         c.KeepLines(("butter",), only=True)),
        ("drop_components", "I have everything but the butter", {"components": ["butter"]},
         c.KeepLines(("butter",), only=True)),
        ("drop_components", "remove everything except the salt", {"components": ["salt"]},
         c.KeepLines(("salt",), only=True)),
        ("keep_components", "streich alles außer Salz", {"components": ["salz"]},
         c.KeepLines(("Salz",), only=True)),
        ("drop_components", "enlève tout sauf le sel", {"components": ["sel"]},
         c.KeepLines(("sel",), only=True)),
        ("drop_components", "alles außer Mehl, das hab ich noch", {"components": ["mehl"]},
         c.DropLines(("Mehl",), text="alles außer Mehl, das hab ich noch")),
        ("keep_components", "tout sauf le sel, j'en ai", {"components": ["sel"], "only": "true"},
         c.DropLines(("sel",), text="tout sauf le sel, j'en ai")),
        ("keep_components", "tout sauf le 2 et le 7", {"numbers": [2, 7], "only": "true"},
         c.DropLines((), (2, 7), "tout sauf le 2 et le 7")),
        ("keep_components", "j'ai tout sauf le beurre", {"components": ["beurre"], "only": "true"},
         c.KeepLines(("beurre",), only=True)),
        ("keep_components", "nur die Butter brauche ich noch", {"components": ["butter"], "only": "true"},
         c.KeepLines(("Butter",), only=True)),
        ("drop_components", "Mehl und Zucker hab ich", {"components": ["mehl", "zucker"]},
         c.DropLines(("Mehl", "Zucker"), text="Mehl und Zucker hab ich")),
        ("correction", "no, I meant three", {"field": "number", "to": 3},
         c.AmendNumber(Decimal(3), "no, I meant three")),
        ("search_product", "do you have olive oil?", {}, c.Search("olive oil")),
        ("search_product", "rice under 3", {"query": "rice", "max_price": 3}, c.Search("rice", Decimal(3))),
        ("set_priority", "always the nearest", {"priorities": ["nearest"]}, c.SetPriority(Priority.NEAREST)),
        ("delete_data", "delete my data", {}, c.NotYet("delete_data")),
    ],
)  # fmt: skip
def test_readings_become_commands(intent: str, text: str, slots: dict[str, Any], command: c.Command) -> None:
    assert read(intent, text, **slots) == command


def test_a_doubtful_change_is_asked_back_and_a_doubtful_look_is_not() -> None:
    assert read("drop_components", "olive oil", 0.45, components=["oil"]) == c.DidYouMean(
        "olive oil", ("drop_components", "track_order", "help")
    )
    assert read("search_product", "olive oil", 0.45, query="olive oil") == c.Search("olive oil")


def test_words_that_can_only_leave_out_never_keep() -> None:
    assert read("keep_components", "drop the onion", 0.46, components=["onion"]) == c.DropLines(
        ("onion",), (), "drop the onion"
    )


def test_a_correction_restates_its_wish() -> None:
    assert read("correction", "no, three", wish="scale_job", servings=3) == c.ScaleTo(
        Decimal(3), text="no, three"
    )


def test_an_open_question_is_asked_again_after_a_digression() -> None:
    ranking = (("track_order", 1.0),)
    reading = Reading("track_order", 1.0, ranking, (), {}, asks="address", asks_for="give_address")
    assert commands_of(reading, "where is my order?", CONSUMER) == (
        c.Track(""),
        c.AskBack("address", "give_address"),
    )


def test_floor_and_bell_belong_to_the_address() -> None:
    said = "deliver it to Gartenweg 14, 99955 Lindenau, second floor"
    command = read("give_address", said, address="gartenweg 14, 99955 lindenau")
    assert command == c.GiveAddress("Gartenweg 14, 99955 Lindenau, second floor")
    noted = read(
        "give_address", "Gartenweg 14 ring at Winter", address="Gartenweg 14, Lindenau", note="Winter"
    )
    assert noted == c.GiveAddress("Gartenweg 14, Lindenau, Winter")


@pytest.mark.feature("X15")
def test_a_doubtful_wish_for_something_to_come_is_asked_back_not_turned_down() -> None:
    doubtful = read("who_made", "how does this work?", 0.36)
    assert doubtful == c.DidYouMean("how does this work?", ("who_made", "track_order", "help"))
    assert read("who_made", "who made this?", 0.9) == c.NotYet("who_made")


@pytest.mark.feature("X15")
@pytest.mark.parametrize(
    ("text", "pending", "commands"),
    [
        ("skip that", "checkout", (c.Skip(),)),
        ("weiter", "none", (c.Resume(),)),
        ("same as last time", "none", (c.SameAsLast("basket"),)),
        ("same as last time", "checkout", (c.SameAsLast("all"),)),
        ("an dieselbe Adresse", "checkout", (c.SameAsLast("address"),)),
        ("je le prends", "proposal", (c.Checkout(),)),
        ("ich nehm das", "checkout", (c.PlaceOrder(),)),
        ("ich zahle im Laden", "checkout", (c.SetHandover(Handover.COLLECT), c.Pay(PayBy.AT_SHOP))),
        ("not 6 but 4", "list", (c.AmendNumber(Decimal(4), "not 6 but 4"),)),
        ("nicht 4, sondern 6", "list", (c.AmendNumber(Decimal(6), "nicht 4, sondern 6"),)),
        ("pas 6, 4", "list", (c.AmendNumber(Decimal(4), "pas 6, 4"),)),
        ("gartenweg 14, 99955 lindenau", "round", (c.GiveAddress("gartenweg 14, 99955 lindenau"),)),
        ("laisse tomber", "list", (c.NeverMind(),)),
    ],
)
async def test_plain_sentences_need_no_dialogue(
    text: str, pending: str, commands: tuple[c.Command, ...]
) -> None:
    assert (await wish_of(text, Before(frozenset({Role.CONSUMER}), pending=pending))).commands == commands


@pytest.mark.feature("X15")
async def test_plain_words_answer_the_question_that_is_open() -> None:
    asked = Before(frozenset({Role.CONSUMER}), pending="checkout", asks="address")
    assert (await wish_of("wie letztes Mal", asked)).commands == (c.SameAsLast("address"),)
    undecided = Before(frozenset({Role.CONSUMER}), pending="proposal", asks="substitute")
    assert (await wish_of("keine Ahnung", undecided)).commands == (c.Skip(),)
    searching = Before(frozenset({Role.CONSUMER}), pending="search", asks="query")
    assert (await wish_of("passe", searching)).commands == (c.Skip(),)
    assert (await wish_of("olive oil", searching)).commands == (c.Search("olive oil"),)
