"""Weak lines: which are asked about, what an answer in words means, and that it is remembered."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from sqlmodel import Session, select

from commerce.methods.checking import (
    Answer,
    answer_line,
    answer_read,
    is_weak,
    leave_out_line,
    others_in,
    to_check,
)
from commerce.methods.lines import Doubt, Kind
from commerce.methods.models import Alias, Component, ComponentList, Remembered
from commerce.methods.reading import read_text
from commerce.methods.service import BadScale, components_of, read_lines, scale_to, sort_as
from commerce.people.models import Person
from commerce.people.service import arrive
from commerce.units import Amount, Unit

TEXT = "Soup\n1 kg tomatoes\n2 onions\nsalt\nbutter or margarine\n3 blorps of quinoa\n3 eggs"


@pytest.fixture
def mia(session: Session, now: datetime) -> Person:
    return arrive(session, 7, "Mia", "en", now)


@pytest.fixture
def soup(session: Session, mia: Person, now: datetime) -> ComponentList:
    return read_lines(session, mia, read_text(TEXT), now)


def line(session: Session, component_list: ComponentList, name: str) -> Component:
    return next(one for one in components_of(session, component_list.id) if one.name == name)


def again(session: Session, person: Person, text: str, now: datetime) -> Component:
    """The first line of a later list of the person."""
    later = now + timedelta(days=1)
    other = read_lines(session, person, read_text(f"{text}\n1 kg rice\n2 lemons"), later)
    return components_of(session, other.id)[0]


def test_the_weakest_lines_are_asked_about_first_and_only_weak_ones(
    session: Session, soup: ComponentList
) -> None:
    lines = to_check(components_of(session, soup.id))
    assert [one.name for one in lines] == ["quinoa", "salt", "butter"]
    assert [is_weak(one) for one in lines] == [True, False, False]


def test_what_is_not_needed_is_not_asked_about(session: Session, soup: ComponentList, now: datetime) -> None:
    leave_out_line(session, line(session, soup, "quinoa"), now)
    assert [one.name for one in to_check(components_of(session, soup.id))] == ["salt", "butter"]


@pytest.mark.parametrize(
    ("said", "language", "name", "qty", "unit"),
    [
        ("2 cups of flour", "en", "flour", 2, Unit.CUP),
        ("200 g", "en", "quinoa", 200, Unit.G),
        ("1 packet", "en", "quinoa", 1, Unit.PACKET),
        ("no, it's 3 cans of chickpeas", "en", "chickpeas", 3, Unit.CAN),
        ("2 Tassen Mehl", "de", "Mehl", 2, Unit.CUP),
        ("eine Packung", "de", "quinoa", 1, Unit.PACKET),
        ("2 sachets", "fr", "quinoa", 2, Unit.PACKET),
    ],
)
def test_free_words_are_an_answer(
    session: Session, soup: ComponentList, said: str, language: str, name: str, qty: int, unit: Unit
) -> None:
    answer = answer_read(said, line(session, soup, "quinoa"), language)
    assert answer == Answer(name, Amount(Decimal(qty), unit))


@pytest.mark.parametrize(
    ("said", "language", "name"),
    [
        ("it's vegetable stock", "en", "vegetable stock"),
        ("mushrooms", "en", "mushrooms"),
        ("das ist Gemüsebrühe", "de", "Gemüsebrühe"),
        ("c'est du bouillon de légumes", "fr", "bouillon de légumes"),
    ],
)
def test_a_name_alone_keeps_an_amount_that_was_read(
    session: Session, soup: ComponentList, said: str, language: str, name: str
) -> None:
    quinoa, eggs = line(session, soup, "quinoa"), line(session, soup, "eggs")
    assert answer_read(said, eggs, language) == Answer(name, Amount(Decimal(3), Unit.PIECE))
    assert answer_read(said, quinoa, language) == Answer(name, None)


@pytest.mark.parametrize("said", ["???", "…", "", "12 34 / 56", "flour\nsugar"])
def test_what_names_nothing_is_no_answer(session: Session, soup: ComponentList, said: str) -> None:
    answer = answer_read(said, line(session, soup, "quinoa"), "en")
    assert answer is None or answer.name == "quinoa"


def test_an_answer_clears_the_doubt_and_scales_with_the_list(
    session: Session, soup: ComponentList, now: datetime
) -> None:
    quinoa = line(session, soup, "quinoa")
    scale_to(session, soup, Decimal(2), now)
    answer_line(session, quinoa, Answer("quinoa", Amount(Decimal(300), Unit.G)), now)
    assert (quinoa.doubt, quinoa.qty, quinoa.base_qty) == (None, Decimal(300), Decimal(150))
    scale_to(session, soup, Decimal(4), now)
    assert quinoa.qty == 600


def test_an_absurd_amount_is_refused(session: Session, soup: ComponentList, now: datetime) -> None:
    with pytest.raises(BadScale):
        answer_line(
            session, line(session, soup, "salt"), Answer("salt", Amount(Decimal(10**7), Unit.KG)), now
        )


def test_what_the_line_offers_itself_can_be_taken(session: Session, soup: ComponentList) -> None:
    assert others_in(line(session, soup, "butter"), "en") == ("margarine",)


def test_an_answer_is_remembered_for_the_name(
    session: Session, mia: Person, soup: ComponentList, now: datetime
) -> None:
    answer_line(
        session, line(session, soup, "salt"), Answer("sea salt", Amount(Decimal(1), Unit.PACKET)), now
    )
    read = again(session, mia, "SALT", now)
    assert (read.name, read.amount, read.doubt) == ("sea salt", Amount(Decimal(1), Unit.PACKET), None)
    assert read.remembered is Remembered.OWN


def test_an_amount_that_the_page_gives_is_kept(
    session: Session, mia: Person, soup: ComponentList, now: datetime
) -> None:
    answer_line(
        session, line(session, soup, "salt"), Answer("sea salt", Amount(Decimal(1), Unit.PACKET)), now
    )
    read = again(session, mia, "5 g salt", now)
    assert (read.name, read.amount) == ("sea salt", Amount(Decimal(5), Unit.G))


def test_an_unknown_unit_is_remembered_for_that_line_only(
    session: Session, mia: Person, soup: ComponentList, now: datetime
) -> None:
    answer_line(session, line(session, soup, "quinoa"), Answer("quinoa", Amount(Decimal(300), Unit.G)), now)
    assert again(session, mia, "3 blorps of quinoa", now).amount == Amount(Decimal(300), Unit.G)
    other = again(session, mia, "5 blorps of quinoa", now)
    assert (other.doubt, other.remembered) == (Doubt.UNKNOWN_UNIT, None)


def test_taking_what_a_line_offers_says_nothing_of_the_name(
    session: Session, mia: Person, soup: ComponentList, now: datetime
) -> None:
    answer_line(session, line(session, soup, "butter"), Answer("margarine", None), now, of_line=True)
    assert again(session, mia, "butter or margarine", now).name == "margarine"
    assert again(session, mia, "100 g butter", now).name == "butter"


def test_a_thing_named_for_an_unknown_unit_leaves_the_amount_open(
    session: Session, soup: ComponentList, now: datetime
) -> None:
    quinoa = line(session, soup, "quinoa")
    answer_line(session, quinoa, Answer("bulgur", None), now)
    assert (quinoa.name, quinoa.amount, quinoa.doubt) == ("bulgur", None, Doubt.NO_AMOUNT)


def test_a_later_answer_replaces_an_earlier_one(
    session: Session, mia: Person, soup: ComponentList, now: datetime
) -> None:
    salt = line(session, soup, "salt")
    answer_line(session, salt, Answer("sea salt", None), now)
    other = again(session, mia, "salt", now)
    assert other.name == "sea salt"
    salt.name, salt.doubt = "salt", Doubt.NO_AMOUNT
    answer_line(session, salt, Answer("rock salt", None), now)
    assert again(session, mia, "salt", now).name == "rock salt"
    assert len(session.exec(select(Alias)).all()) == 1


def test_an_answer_holds_for_all_once_three_persons_gave_it(session: Session, now: datetime) -> None:
    stranger = arrive(session, 99, "Zoe", "en", now)
    for account in (1, 2, 3):
        assert again(session, stranger, "stk", now).name == "stk"
        person = arrive(session, account, "P", "en", now)
        asked = again(session, person, "stk", now)
        answer_line(
            session, asked, Answer("Vegetable stock" if account == 1 else "vegetable stock", None), now
        )
    read = again(session, stranger, "stk", now)
    assert (read.name.lower(), read.remembered, read.doubt) == ("vegetable stock", Remembered.COMMON, None)


def test_ones_own_answer_wins_over_the_common_one(session: Session, now: datetime) -> None:
    for account in (1, 2, 3, 4):
        person = arrive(session, account, "P", "en", now)
        asked = again(session, person, "stk", now)
        asked.name = "stk"
        answer_line(session, asked, Answer("chicken stock" if account == 4 else "vegetable stock", None), now)
    assert again(session, arrive(session, 4, "P", "en", now), "stk", now).name == "chicken stock"


def test_a_tool_is_not_bought_unless_asked_and_what_is_none_is(
    session: Session, soup: ComponentList, now: datetime
) -> None:
    salt = line(session, soup, "salt")
    sort_as(session, soup, [salt], Kind.TOOL, now)
    assert (salt.kind, salt.needed, salt.doubt) == (Kind.TOOL, False, None)
    sort_as(session, soup, [salt], Kind.MATERIAL, now)
    assert (salt.kind, salt.needed) == (Kind.MATERIAL, True)
    leave_out_line(session, salt, now)
    sort_as(session, soup, [salt], Kind.INGREDIENT, now)
    assert not salt.needed
