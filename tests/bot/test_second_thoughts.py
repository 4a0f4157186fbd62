"""Second thoughts in plain words: one thing for another, goods that go back, sellers not to be asked."""

from datetime import date
from time import perf_counter

import pytest

from bot import commands as c
from bot.arrivals import Arrival, ArrivalKind
from bot.understanding import Before, understand
from bot.understanding.second_thoughts import number_amended, returns_goods, swapped
from bot.understanding.wishes import WISHES
from commerce.people.models import Role


@pytest.mark.feature("X16", "X21")
@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("swap the butter for margarine", "butter", "margarine"),
        ("instead of rice take barley", "rice", "barley"),
        ("tausch die Butter gegen Margarine", "Butter", "Margarine"),
        ("statt Reis nimm Graupen", "Reis", "Graupen"),
        ("remplace le beurre par de la margarine", "beurre", "margarine"),
        ("au lieu du riz prends de l'orge", "riz", "orge"),
    ],
)
def test_one_thing_is_swapped_for_another(text: str, old: str, new: str) -> None:
    assert swapped(text) == (old, new)


@pytest.mark.parametrize(
    "text", ["add butter for me", "replace it", "tausch das", "change the rice to 500 g"]
)
def test_other_changes_are_no_swap(text: str) -> None:
    assert swapped(text) is None


@pytest.mark.parametrize(
    "text",
    ["I want to return the wine", "can I send it back?", "ich will das zurückgeben", "je veux le retourner"],
)
def test_goods_that_go_back_are_known(text: str) -> None:
    assert returns_goods(text)


@pytest.mark.parametrize(
    "text", ["return to the list", "zurück zur Liste", "je voudrais retourner à la liste"]
)
def test_a_way_back_in_the_chat_returns_no_goods(text: str) -> None:
    assert not returns_goods(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("no, 5", 5), ("no. 5", None), ("No.5", None), ("oh no, I meant 5", 5), ("not 6 but 4", 4)],
)
def test_a_number_of_the_list_mends_no_amount(text: str, number: int | None) -> None:
    assert number_amended(text, answers=False) == number


@pytest.mark.feature("M11", "X21")
@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("ask everyone but not Marini", "Marini"),
        ("ask all the sellers except Feinkost Marini", "Feinkost Marini"),
        ("demande à tous sauf Marini, s'il te plaît", "Marini"),
        ("frag die läden aber nicht den marini", "marini"),
        ("frag alle läden außer marini", "marini"),
        ("demande à tous sauf marini", "marini"),
        ("demandez aux vendeurs mais pas à marini", "marini"),
        ("go ahead and ask", ""),
    ],
)
def test_a_seller_who_is_not_to_be_asked_is_heard(text: str, without: str) -> None:
    assert WISHES["ask_sellers"]({}, text) == c.AskSellers(without=without)


@pytest.mark.parametrize(("begins", "goes_on"), [("no ", " "), ("", "ja "), ("je ", ".")])
@pytest.mark.parametrize("pending", ["list", "order", "checkout", "search", "proposal"])
async def test_a_long_message_takes_no_more_than_its_length_tells(
    begins: str, goes_on: str, pending: str
) -> None:
    """Everyone waits while a message is read: ten times the text takes ten times as long, give or take, where
    a pattern that tries every pair of places would take a hundred times as long."""
    before = Before(frozenset({Role.CONSUMER}), pending, has_list=True)

    async def quickest(length: int) -> float:
        text = f"{begins}{goes_on * (length // len(goes_on))}z"
        arrival = Arrival(1, ArrivalKind.TEXT, account=7, name="Mia", language="en", text=text)
        took = []
        for _ in range(5):
            begun = perf_counter()
            await understand(arrival, before, None, date(2026, 11, 20))
            took.append(perf_counter() - begun)
        return min(took)

    assert await quickest(3990) < 40 * await quickest(399)
