"""Which of the answers that people gave before holds for somebody (pure)."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from commerce.methods.models import Remembered

__all__ = ["CONFIRMED_BY", "Held", "holding"]

CONFIRMED_BY = 3
"""So many persons must have given the same answer before it holds for others, unless the shop sets it."""

P = TypeVar("P", bound=Hashable)
A = TypeVar("A", bound=Hashable)


@dataclass(frozen=True)
class Held(Generic[A]):
    answer: A
    whose: Remembered


def holding(asks: P, answers: Mapping[P, A], confirmed_by: int = CONFIRMED_BY) -> Held[A] | None:
    """The answer that holds for the person `asks`, of each person's last answer to the same question.

    Her own holds always. Otherwise one that at least `confirmed_by` persons gave, and more than half of all
    who answered: who contradict each other confirm nothing.
    """
    if asks in answers:
        return Held(answers[asks], Remembered.OWN)
    if not answers:
        return None
    ((answer, count),) = Counter(answers.values()).most_common(1)
    if count >= confirmed_by and 2 * count > len(answers):
        return Held(answer, Remembered.COMMON)
    return None
