"""The closed union of commands: every one is handled, and a button carries what it was given."""

from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import commands
from bot.commands import BUTTONS, LONGEST, Command, NotAButton, decode, encode
from commerce.orders.models import Handover
from commerce.quotes.choosing import Priority

SLICES = [part for name, part in vars(commands).items() if name.endswith("Command") and part is not Command]
SIGNS = st.characters(codec="ascii", categories=("Lu", "Ll", "Nd"), include_characters="-.")
VALUES: dict[type, st.SearchStrategy[Any]] = {
    UUID: st.uuids(),
    int: st.integers(0, 999),
    Decimal: st.decimals("0.01", 999, places=2, allow_nan=False),
    str: st.text(SIGNS, min_size=1, max_size=10),
}


def value_of(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) in {Union, UnionType}:
        kinds = [kind for kind in get_args(hint) if kind is not NoneType]
        return st.none() | st.one_of([value_of(kind) for kind in kinds])
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return VALUES[hint]


def buttons(kind: type[Any]) -> st.SearchStrategy[Any]:
    hints = {name: hint for name, hint in get_type_hints(kind).items() if name != "code"}
    return st.builds(kind, **{name: value_of(hint) for name, hint in hints.items()})


def test_every_command_belongs_to_exactly_one_slice() -> None:
    handled = [kind for part in SLICES for kind in get_args(part)]
    assert sorted(kind.__name__ for kind in handled) == sorted(kind.__name__ for kind in get_args(Command))


def test_no_two_buttons_have_the_same_code() -> None:
    carried = [kind for kind in get_args(Command) if hasattr(kind, "code")]
    assert len(BUTTONS) == len(carried)


@pytest.mark.parametrize("kind", BUTTONS.values(), ids=lambda kind: kind.__name__)
@settings(max_examples=25)
@given(data=st.data())
def test_a_button_gives_back_its_command(kind: type[Any], data: st.DataObject) -> None:
    command = data.draw(buttons(kind))
    try:
        carried = encode(command)
    except ValueError:
        return  # too long: refused where the message is built; that real ones fit is shown below
    assert 1 <= len(carried.encode()) <= LONGEST
    assert decode(carried) == command


@pytest.mark.parametrize("kind", BUTTONS.values(), ids=lambda kind: kind.__name__)
def test_a_button_with_an_id_in_each_of_its_fields_fits(kind: type[Any]) -> None:
    hints = get_type_hints(kind)
    largest = {
        name: UUID(int=2**128 - 1)
        if UUID in (hint, *get_args(hint))
        else max(hint, key=len)
        if isinstance(hint, type) and issubclass(hint, StrEnum)
        else 99
        if hint is int
        else Decimal("12.5")
        if hint is Decimal
        else "2026-11-20"
        for name, hint in hints.items()
        if name != "code"
    }
    assert len(encode(kind(**largest)).encode()) <= LONGEST


@given(st.text(max_size=LONGEST))
def test_what_no_button_carries_is_refused_and_nothing_else_happens(data: str) -> None:
    try:
        command = decode(data)
    except NotAButton:
        return
    assert type(command) in BUTTONS.values()


@pytest.mark.parametrize(
    "forged",
    ["", ".", "zz", "tl", "tl.x", "tl." + "A" * 22 + ".x", "sp.dearest", "ho.teleport", "st.a.b", "tl.é"],
)
def test_forged_data_is_no_button(forged: str) -> None:
    with pytest.raises(NotAButton):
        decode(forged)


def test_a_command_that_only_words_can_say_is_no_button() -> None:
    with pytest.raises(ValueError, match="cannot be put on a button"):
        encode(next(kind for kind in get_args(Command) if kind.__name__ == "ReadText")("flour"))


def test_known_buttons_keep_their_data() -> None:
    """Messages that were sent before an update of the shop still carry these."""
    kinds = {kind.__name__: kind for kind in get_args(Command)}
    assert encode(kinds["SetPriority"](Priority.CHEAPEST)) == "sp.cheapest"
    assert encode(kinds["SetHandover"](Handover.COLLECT, UUID(int=7))) == "ho.collect.AAAAAAAAAAAAAAAAAAAABw"
    assert encode(kinds["ScaleTo"](Decimal("1.5"))) == "sc.1~5"
