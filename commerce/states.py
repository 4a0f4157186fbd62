"""Lives as tables: a state machine is a mapping `state -> states that may follow`, and one `move`."""

from collections.abc import Mapping, Set
from enum import StrEnum
from typing import TypeVar

from commerce.refused import Refused

__all__ = ["CannotMove", "Life", "check_life", "move"]

S = TypeVar("S", bound=StrEnum)
Life = Mapping[S, Set[S]]


class CannotMove(Refused):
    """The thing is not in a state from which the wished one follows."""

    def __init__(self, kind: str, state: StrEnum, wished: StrEnum) -> None:
        super().__init__(f"{kind}: {state} -> {wished}")
        self.kind = kind
        self.state = state
        self.wished = wished


def move(life: Life[S], kind: str, state: S, wished: S) -> S:
    """`wished`, if it follows `state` in `life`; otherwise CannotMove."""
    if wished not in life[state]:
        raise CannotMove(kind, state, wished)
    return wished


def check_life(states: type[S], life: Life[S]) -> None:
    """Every state has its row, and every state but the first can be reached."""
    everything = set(states)
    first = next(iter(states))
    reached = {first}.union(*life.values())
    assert set(life) == everything, everything ^ set(life)
    assert reached == everything, everything - reached
