"""A component that a page names more than once is one line."""

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from commerce.matching.repeats import unite_repeats
from commerce.methods.agreeing import CONFIRMED_BY
from commerce.methods.lines import Doubt, read_line
from commerce.methods.models import Component, ComponentList
from commerce.methods.reading import MethodReading
from commerce.methods.service import add_component, components_of, read_lines, scale_by
from commerce.people.models import Person
from commerce.people.service import arrive
from commerce.units import Unit, convert


@pytest.fixture
def mia(session: Session, now: datetime) -> Person:
    return arrive(session, 7, "Mia", "en", now)


def listed(session: Session, mia: Person, now: datetime, *texts: str) -> ComponentList:
    lines = tuple(read_line(text) for text in texts)
    return read_lines(session, mia, MethodReading("Cake", Decimal(4), None, "en", lines, "pasted"), now)


def united(
    session: Session, mia: Person, now: datetime, *texts: str
) -> tuple[ComponentList, list[Component]]:
    made = listed(session, mia, now, *texts)
    unite_repeats(session, made.id)
    return made, components_of(session, made.id)


def told(lines: list[Component]) -> list[tuple[int, str, str | None]]:
    return [
        (line.n, line.name, f"{line.qty:f} {line.unit}" if line.qty is not None else None) for line in lines
    ]


def test_flour_for_the_dough_and_for_the_crumble_is_one_line(
    session: Session, mia: Person, now: datetime
) -> None:
    texts = ("400 g flour", "80 g butter", "1 egg", "250 g flour", "150 g butter", "1 egg")
    _, lines = united(session, mia, now, *texts)
    assert told(lines) == [(1, "flour", "650 g"), (2, "butter", "230 g"), (3, "egg", "2 piece")]
    assert [line.united for line in lines] == [True, True, True]
    assert lines[0].text.split("\n") == ["400 g flour", "250 g flour"]


def test_a_united_line_is_scaled_as_its_parts_were(session: Session, mia: Person, now: datetime) -> None:
    made, _ = united(session, mia, now, "400 g flour", "100 g flour", "2 eggs")
    scale_by(session, made, Decimal(2), now)
    assert told(components_of(session, made.id))[0] == (1, "flour", "1000 g")
    scale_by(session, made, Decimal("0.25"), now)
    assert told(components_of(session, made.id))[0] == (1, "flour", "250 g")


def test_what_is_open_joins_what_is_measured_and_is_counted(
    session: Session, mia: Person, now: datetime
) -> None:
    _, lines = united(session, mia, now, "80 g butter", "2 eggs", "butter")
    assert told(lines) == [(1, "butter", "80 g"), (2, "eggs", "2 piece")]
    assert (lines[0].open_parts, lines[0].doubt) == (1, None)


def test_salt_twice_without_an_amount_stays_open(session: Session, mia: Person, now: datetime) -> None:
    _, lines = united(session, mia, now, "2 eggs", "salt", "salt")
    assert told(lines) == [(1, "eggs", "2 piece"), (2, "salt", None)]
    assert lines[1].doubt is Doubt.NO_AMOUNT


@pytest.mark.parametrize(
    "texts",
    [
        ("1 onion", "1 red onion"),
        ("1 bunch basil", "20 g basil"),
        ("100 g almonds", "50 g almonds (optional)"),
        ("2 boards 38x89", "2 boards 18x89"),
    ],
)
def test_what_is_not_the_same_or_cannot_be_added_stays_apart(
    session: Session, mia: Person, now: datetime, texts: tuple[str, str]
) -> None:
    made = listed(session, mia, now, *texts)
    before = told(components_of(session, made.id))
    unite_repeats(session, made.id)
    assert told(components_of(session, made.id)) == before
    assert len(before) == 2


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(("flour", "sugar", "rice")), st.integers(1, 900)), min_size=1, max_size=12
    )
)
def test_nothing_is_lost_and_each_thing_stands_once(
    session: Session, mia: Person, now: datetime, wanted: list[tuple[str, int]]
) -> None:
    _, lines = united(session, mia, now, *(f"{grams} g {name}" for name, grams in wanted))
    sums = {name: sum(grams for other, grams in wanted if other == name) for name, _ in wanted}
    amounts = {line.name: line.amount for line in lines}
    assert {name: amount and convert(amount, Unit.G).qty for name, amount in amounts.items()} == sums
    assert [line.name for line in lines] == list(sums)
    assert [line.n for line in lines] == list(range(1, len(lines) + 1))


def test_what_was_added_by_hand_stays_by_itself(session: Session, mia: Person, now: datetime) -> None:
    made = listed(session, mia, now, "400 g flour")
    add_component(session, made, read_line("100 g flour"), now, confirmed_by=CONFIRMED_BY)
    unite_repeats(session, made.id)
    assert [line.qty for line in components_of(session, made.id)] == [400, 100]


def test_uniting_twice_changes_nothing(session: Session, mia: Person, now: datetime) -> None:
    made, lines = united(session, mia, now, "400 g flour", "250 g flour", "salt", "salt")
    before = told(lines)
    unite_repeats(session, made.id)
    assert told(components_of(session, made.id)) == before
