"""Lives are tables: what may follow, follows; nothing else does."""

from enum import StrEnum

import pytest

from commerce.states import CannotMove, check_life, move


class Light(StrEnum):
    RED = "red"
    GREEN = "green"
    OFF = "off"


NEXT = {Light.RED: {Light.GREEN, Light.OFF}, Light.GREEN: {Light.RED}, Light.OFF: set[Light]()}


def test_what_may_follow_follows() -> None:
    assert move(NEXT, "light", Light.RED, Light.GREEN) is Light.GREEN


def test_anything_else_is_refused_with_both_states() -> None:
    with pytest.raises(CannotMove) as caught:
        move(NEXT, "light", Light.OFF, Light.RED)
    assert (caught.value.kind, caught.value.state, caught.value.wished) == ("light", Light.OFF, Light.RED)


def test_a_complete_life_passes_and_one_with_a_gap_does_not() -> None:
    check_life(Light, NEXT)
    with pytest.raises(AssertionError):
        check_life(Light, {Light.RED: {Light.GREEN}, Light.GREEN: {Light.RED}})
    with pytest.raises(AssertionError):
        check_life(Light, NEXT | {Light.RED: {Light.GREEN}})
