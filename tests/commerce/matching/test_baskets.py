"""Baskets of pages: merged and had apart again, scaled by page, and nothing of it lost."""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from sqlmodel import Session

from commerce import events
from commerce.matching.baskets import (
    change_line,
    gather,
    keep_apart,
    pages_of,
    parts_of,
    put_together,
    scale_basket_by,
    scale_basket_to,
)
from commerce.matching.leaving import leave_page
from commerce.methods.agreeing import CONFIRMED_BY
from commerce.methods.checking import Answer, answer_line
from commerce.methods.events import PageJoined, PageLeft, PagesParted
from commerce.methods.lines import Doubt, read_line
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.reading import read_text
from commerce.methods.service import (
    ListClosed,
    TooManyLines,
    add_component,
    components_of,
    need,
    page_read,
    read_lines,
    start_reading,
)
from commerce.people.models import Person
from commerce.people.service import arrive
from commerce.units import Amount, Unit

BREAD = "Bread\n200 g flour\n1 tsp salt\n2 eggs\n1 onion"
CAKE = "Cake\n250 g plain flour\nsalt\n3 eggs\n1 red onion"


@pytest.fixture
def mia(session: Session, now: datetime) -> Person:
    return arrive(session, 7, "Mia", "en", now)


@pytest.fixture
def pages(session: Session, mia: Person, now: datetime) -> list[ComponentList]:
    made = [
        read_lines(session, mia, read_text(text), now + timedelta(minutes=n))
        for n, text in enumerate((BREAD, CAKE))
    ]
    for page in made:
        page.servings = Decimal(4)
    return made


@pytest.fixture
def basket(session: Session, pages: list[ComponentList], now: datetime) -> ComponentList:
    return put_together(session, *pages, now)


def line(session: Session, component_list: ComponentList, name: str) -> Component:
    return next(one for one in components_of(session, component_list.id) if one.name == name)


def told(session: Session, component_list: ComponentList) -> dict[str, str]:
    return {
        one.name: f"{one.qty:f} {one.unit}" if one.qty is not None else "open"
        for one in components_of(session, component_list.id)
    }


def test_two_pages_become_one_list(
    session: Session, basket: ComponentList, pages: list[ComponentList]
) -> None:
    assert told(session, basket) == {
        "flour": "450 g", "salt": "1 tsp", "eggs": "5 piece", "onion": "1 piece", "red onion": "1 piece",
    }  # fmt: skip
    assert line(session, basket, "salt").open_parts == 1
    assert [page.state for page in pages] == [ListState.IN_BASKET] * 2
    assert [page.id for page in pages_of(session, basket.id)] == [page.id for page in pages]
    assert len([one for one in events.fresh(session) if isinstance(one, PageJoined)]) == 2


def test_a_third_page_joins_the_basket(
    session: Session, mia: Person, basket: ComponentList, now: datetime
) -> None:
    third = read_lines(session, mia, read_text("Pie\n1 kg flour\n2 red onions\n1 bunch salt"), now)
    assert put_together(session, basket, third, now) is basket
    assert told(session, basket)["flour"] == "1.45 kg"
    assert told(session, basket)["red onion"] == "3 piece"
    parts = parts_of(session, components_of(session, basket.id))
    assert len(parts[line(session, basket, "flour").id]) == 3


def test_the_portions_of_one_page_change_its_share_only(
    session: Session, basket: ComponentList, pages: list[ComponentList], now: datetime
) -> None:
    scale_basket_to(session, pages[0], Decimal(8), now)
    assert told(session, basket)["flour"] == "650 g"
    assert told(session, basket)["red onion"] == "1 piece"
    scale_basket_to(session, basket, Decimal(4), now)
    assert told(session, basket)["flour"] == "450 g"
    scale_basket_by(session, basket, Decimal(2), now)
    assert told(session, basket)["flour"] == "900 g"
    assert told(session, basket)["eggs"] == "10 piece"


def test_what_was_added_by_hand_is_scaled_with_the_whole_basket_only(
    session: Session, basket: ComponentList, pages: list[ComponentList], now: datetime
) -> None:
    add_component(session, basket, read_line("500 g rice"), now, confirmed_by=CONFIRMED_BY)
    scale_basket_to(session, pages[0], Decimal(8), now)
    assert told(session, basket)["rice"] == "500 g"
    scale_basket_by(session, basket, Decimal(2), now)
    assert told(session, basket)["rice"] == "1000 g"


def test_an_amount_said_for_a_line_is_shared_out_to_its_pages(
    session: Session, basket: ComponentList, pages: list[ComponentList], now: datetime
) -> None:
    change_line(session, line(session, basket, "flour"), Amount(Decimal(900), Unit.G), now)
    assert told(session, pages[0])["flour"] == "400 g"
    assert told(session, pages[1])["plain flour"] == "500 g"
    scale_basket_to(session, pages[1], Decimal(8), now)
    assert told(session, basket)["flour"] == "1400 g" or told(session, basket)["flour"] == "1.4 kg"


def test_pages_had_apart_keep_what_was_done_in_the_basket(
    session: Session, basket: ComponentList, pages: list[ComponentList], now: datetime
) -> None:
    need(session, basket, [line(session, basket, "eggs")], False, now)
    add_component(session, basket, read_line("500 g rice"), now, confirmed_by=CONFIRMED_BY)
    scale_basket_to(session, pages[1], Decimal(8), now)
    assert keep_apart(session, basket, now) == pages
    assert [page.state for page in pages] == [ListState.OPEN] * 2
    assert basket.state is ListState.DROPPED
    assert told(session, pages[0])["flour"] == "200 g"
    assert told(session, pages[1])["plain flour"] == "500 g"
    assert told(session, pages[0])["rice"] == "500 g"
    assert not line(session, pages[0], "eggs").needed
    assert not line(session, pages[1], "eggs").needed
    assert [one for one in events.fresh(session) if isinstance(one, PagesParted)]


def test_an_answer_given_in_the_basket_goes_back_to_the_page(
    session: Session, mia: Person, now: datetime
) -> None:
    one, other = (
        read_lines(session, mia, read_text(f"{text}\n1 kg rice\n2 lemons"), now)
        for text in ("3 blorps of quinoa", "500 g pasta")
    )
    basket = put_together(session, one, other, now)
    asked = line(session, basket, "quinoa")
    assert asked.doubt is Doubt.UNKNOWN_UNIT
    answer_line(session, asked, Answer("quinoa flakes", asked.amount), now)
    keep_apart(session, basket, now)
    assert line(session, one, "quinoa flakes").doubt is None


def test_what_was_unticked_stays_apart_from_what_is_needed(
    session: Session, pages: list[ComponentList], now: datetime
) -> None:
    need(session, pages[0], [line(session, pages[0], "flour")], False, now)
    basket = put_together(session, *pages, now)
    lines = {one.name: (one.needed, one.qty) for one in components_of(session, basket.id)}
    assert lines["flour"] == (False, Decimal(200))
    assert lines["plain flour"] == (True, Decimal(250))


def test_a_list_that_is_asked_about_at_sellers_cannot_join(
    session: Session, pages: list[ComponentList], now: datetime
) -> None:
    pages[0].state = ListState("asking")
    with pytest.raises(ListClosed):
        put_together(session, *pages, now)


def test_a_basket_holds_no_more_lines_than_a_list(session: Session, mia: Person, now: datetime) -> None:
    one, other = (
        read_lines(session, mia, read_text("\n".join(f"{n} g {word}{n}" for n in range(1, 71))), now)
        for word in ("herb", "weed")
    )
    with pytest.raises(TooManyLines):
        put_together(session, one, other, now)
    assert (one.state, other.state) == (ListState.OPEN, ListState.OPEN)


def test_pages_of_one_message_gather_as_they_are_read(session: Session, mia: Person, now: datetime) -> None:
    company = uuid4()
    made = [start_reading(session, mia, f"https://a.example/{n}", now, together=company) for n in range(3)]
    page_read(session, made[1].id, read_text(CAKE), now)
    gather(session, made[1].id, now)
    assert made[1].state is ListState.OPEN
    page_read(session, made[0].id, read_text(BREAD), now)
    gather(session, made[0].id, now)
    assert made[0].basket_id == made[1].basket_id is not None
    assert made[0].state is made[1].state is ListState.IN_BASKET
    assert made[2].state is ListState.READING


def test_the_lines_stand_in_the_order_of_the_pages_whichever_was_read_first(
    session: Session, mia: Person, now: datetime
) -> None:
    company = uuid4()
    texts = [BREAD, "Soup\n1 leek\n2 onions\n1 l stock", "Salad\n1 cucumber\n1 leek\n1 lemon"]
    made = [
        start_reading(session, mia, f"https://a.example/{n}", now + timedelta(seconds=n), together=company)
        for n in range(3)
    ]
    for n in (1, 2, 0):
        page_read(session, made[n].id, read_text(texts[n]), now)
        gather(session, made[n].id, now)
    assert made[0].basket_id is not None
    lines = components_of(session, made[0].basket_id)
    names = [one.name for one in lines]
    assert names == ["flour", "salt", "eggs", "onions", "leek", "stock", "cucumber", "lemon"]
    assert [one.n for one in lines] == list(range(1, 9))


def test_a_page_read_while_another_list_is_open_asks_whether_to_join(
    session: Session, pages: list[ComponentList], now: datetime
) -> None:
    gather(session, pages[1].id, now)
    assert pages[1].may_join == pages[0].id
    assert [page.state for page in pages] == [ListState.OPEN] * 2
    late = now + timedelta(days=2)
    pages[1].may_join = None
    gather(session, pages[1].id, late)
    assert pages[1].may_join is None


def test_a_page_that_leaves_takes_its_share_and_what_only_it_needs(
    session: Session, mia: Person, basket: ComponentList, pages: list[ComponentList], now: datetime
) -> None:
    soup = read_lines(session, mia, read_text("Soup\n50 g flour\n1 leek\n1 egg"), now + timedelta(minutes=3))
    put_together(session, basket, soup, now)
    leave_page(session, pages[0], now)
    assert told(session, basket) == {
        "flour": "300 g", "salt": "open", "eggs": "4 piece", "red onion": "1 piece", "leek": "1 piece",
    }  # fmt: skip
    assert pages_of(session, basket.id) == [pages[1], soup]
    assert (pages[0].state, pages[0].basket_id) == (ListState.DROPPED, None)
    assert [one.list_id for one in events.fresh(session) if isinstance(one, PageLeft)] == [pages[0].id]


def test_the_last_page_is_a_list_of_its_own_when_the_other_leaves(
    session: Session, basket: ComponentList, pages: list[ComponentList], now: datetime
) -> None:
    need(session, basket, [line(session, basket, "eggs")], False, now)
    leave_page(session, pages[0], now)
    bread, cake = pages
    assert (bread.state, cake.state, basket.state) == (ListState.DROPPED, ListState.OPEN, ListState.DROPPED)
    assert told(session, cake) == {
        "plain flour": "250 g", "salt": "open", "eggs": "3 piece", "red onion": "1 piece",
    }  # fmt: skip
    assert [one.name for one in components_of(session, cake.id) if not one.needed] == ["eggs"]
