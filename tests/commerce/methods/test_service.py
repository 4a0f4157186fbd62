"""Lists of components: filled, ticked, scaled and changed; each change told as an event."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from sqlmodel import Session

from commerce import events
from commerce.methods.agreeing import CONFIRMED_BY
from commerce.methods.events import ListChanged, PageRead
from commerce.methods.lines import Doubt, read_line
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.reading import read_text
from commerce.methods.service import (
    BadScale,
    ListClosed,
    TooManyLines,
    add_component,
    change_amount,
    components_of,
    current_list,
    drop_list,
    keep_only,
    list_of_page,
    need,
    page_read,
    page_turned_down,
    read_lines,
    scale_by,
    scale_to,
    start_reading,
    toggle,
)
from commerce.people.models import Person
from commerce.people.service import arrive
from commerce.units import Amount, Unit

TEXT = "Soup\n1 kg tomatoes\n2 onions\n2-3 cloves garlic\n200 ml cream\n1 pinch salt"


@pytest.fixture
def mia(session: Session, now: datetime) -> Person:
    return arrive(session, 7, "Mia", "en", now)


@pytest.fixture
def soup(session: Session, mia: Person, now: datetime) -> ComponentList:
    made = read_lines(session, mia, read_text(TEXT), now)
    events.fresh(session)
    return made


def amounts(session: Session, component_list: ComponentList) -> list[Decimal | None]:
    return [component.qty for component in components_of(session, component_list.id)]


def changes(session: Session) -> list[tuple[str, tuple[str, ...]]]:
    return [(event.what, event.names) for event in events.fresh(session) if isinstance(event, ListChanged)]


def test_a_page_is_read_once(session: Session, mia: Person, now: datetime) -> None:
    reading = start_reading(session, mia, "https://a.example/soup", now)
    page_read(session, reading.id, read_text(TEXT), now)
    page_read(session, reading.id, read_text(TEXT), now)
    page_turned_down(session, reading.id, "slow", now)
    assert reading.state is ListState.OPEN
    assert len(components_of(session, reading.id)) == 5


def test_a_page_too_long_for_a_list_says_how_many_lines_were_left_out(
    session: Session, mia: Person, now: datetime
) -> None:
    made = read_lines(session, mia, read_text("\n".join(f"{n} g herb{n}" for n in range(1, 131))), now)
    (told,) = [event for event in events.fresh(session) if isinstance(event, PageRead)]
    assert (len(components_of(session, made.id)), told.left_out) == (120, 10)


def test_the_list_of_a_page_is_found_while_it_can_be_changed(
    session: Session, mia: Person, now: datetime
) -> None:
    made = start_reading(session, mia, "https://a.example/soup", now)
    assert list_of_page(session, mia.id, "https://a.example/soup", now - timedelta(hours=1)) is made
    assert list_of_page(session, mia.id, "https://a.example/soup", now + timedelta(hours=1)) is None
    assert list_of_page(session, mia.id, "https://a.example/cake", now - timedelta(hours=1)) is None
    page_turned_down(session, made.id, "dead", now)
    assert list_of_page(session, mia.id, "https://a.example/soup", now - timedelta(hours=1)) is None


def test_doubling_and_halving_gives_the_amounts_back(
    session: Session, soup: ComponentList, now: datetime
) -> None:
    before = amounts(session, soup)
    scale_by(session, soup, Decimal(3), now)
    assert amounts(session, soup) == [qty and qty * 3 for qty in before]
    scale_to(session, soup, Decimal(1), now)
    assert amounts(session, soup) == before
    assert changes(session) == [("scaled", ()), ("scaled", ())]


@pytest.mark.parametrize("factor", ["0", "-1", "0.01", "1000000000"])
def test_nonsense_is_no_scale(session: Session, soup: ComponentList, now: datetime, factor: str) -> None:
    with pytest.raises(BadScale):
        scale_to(session, soup, Decimal(factor), now)


def test_what_is_added_is_as_wanted_now_and_scales_with_the_rest(
    session: Session, soup: ComponentList, now: datetime
) -> None:
    scale_to(session, soup, Decimal(2), now)
    oil = add_component(session, soup, read_line("50 ml olive oil"), now, confirmed_by=CONFIRMED_BY)
    assert (oil.qty, oil.base_qty, oil.by_hand) == (Decimal(50), Decimal(25), True)
    scale_to(session, soup, Decimal(4), now)
    assert oil.qty == Decimal(100)


def test_an_amount_that_was_said_settles_the_doubt(
    session: Session, soup: ComponentList, now: datetime
) -> None:
    salt = add_component(session, soup, read_line("salt"), now, confirmed_by=CONFIRMED_BY)
    assert salt.doubt is Doubt.NO_AMOUNT
    change_amount(session, salt, Amount(Decimal(1), Unit.PACKET), now)
    assert (salt.doubt, salt.amount) == (None, Amount(Decimal(1), Unit.PACKET))
    with pytest.raises(BadScale):
        change_amount(session, salt, Amount(Decimal(10_000_000), Unit.G), now)


def test_ticks_are_told_by_name(session: Session, soup: ComponentList, now: datetime) -> None:
    tomatoes, onions, *_ = components_of(session, soup.id)
    toggle(session, tomatoes.id, now)
    need(session, soup, [tomatoes], True, now)
    keep_only(session, soup, [onions], now)
    assert changes(session) == [
        ("dropped", ("tomatoes",)),
        ("needed", ("tomatoes",)),
        ("kept", ("onions",)),
    ]
    assert components_of(session, soup.id, needed=True) == [onions]


def test_a_list_holds_120_lines(session: Session, soup: ComponentList, now: datetime) -> None:
    for n in range(6, 121):
        session.add(Component(list_id=soup.id, n=n, text=f"x{n}", name=f"x{n}"))
    session.flush()
    with pytest.raises(TooManyLines):
        add_component(session, soup, read_line("1 kg more"), now, confirmed_by=CONFIRMED_BY)


def test_a_dropped_list_cannot_be_changed_and_is_no_more_current(
    session: Session, mia: Person, soup: ComponentList, now: datetime
) -> None:
    assert current_list(session, mia.id) is soup
    drop_list(session, soup)
    session.flush()
    assert current_list(session, mia.id) is None
    with pytest.raises(ListClosed):
        scale_to(session, soup, Decimal(2), now)
