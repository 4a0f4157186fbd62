"""What the dialogue understood of one message."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


class NotAReading(ValueError):
    """The dialogue process answered with something that is not a reading."""

    def __init__(self, answer: object) -> None:
        super().__init__(f"not a reading: {answer!r}")
        self.answer = answer


@dataclass(frozen=True)
class Entity:
    """A stretch `text[start:end]` of the message, and its value in normal form (dates ISO, digits)."""

    name: str
    value: Json
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """What a person wants, and what is still to be asked.

    `intent` is one of the domain's; `ranking` its best rivals, best first, itself included. `slots` are named
    as in nlu/domain/slots.yml. `asks` is the open question ("servings", "quantity", "address", "window") and
    `asks_for` the wish it belongs to: after a digression (`intent` is another wish, complete) the question is
    still open. A `correction` of a wish that was complete carries that wish's name in `slots["wish"]` and its
    slots as corrected.
    """

    intent: str
    confidence: float
    ranking: tuple[tuple[str, float], ...]
    entities: tuple[Entity, ...]
    slots: Mapping[str, Json]
    asks: str | None = None
    asks_for: str | None = None

    @property
    def is_complete(self) -> bool:
        """Whether `intent` can be acted on now."""
        return self.asks is None or self.asks_for != self.intent

    def corrected(self) -> "Reading | None":
        """The wish that a correction restates, ready to be acted on; None where none is corrected."""
        wish = self.slots.get("wish")
        if self.intent != "correction" or not isinstance(wish, str):
            return None
        about = ("wish", "field", "from", "to")
        kept = {name: value for name, value in self.slots.items() if name not in about}
        return replace(self, intent=wish, slots=kept)


def reading_of(answer: Json) -> Reading:
    """Reads the dialogue process's JSON object (see nlu/channels/errand.py). Raises NotAReading."""
    match answer:
        case {
            "intent": str() as intent,
            "confidence": int() | float() as confidence,
            "ranking": list() as ranking,
            "entities": list() as entities,
            "slots": dict() as slots,
            "asks": (str() | None) as asks,
            "asks_for": (str() | None) as asks_for,
        }:
            return Reading(
                intent=intent,
                confidence=float(confidence),
                ranking=tuple(_rival_of(rival) for rival in ranking),
                entities=tuple(_entity_of(entity) for entity in entities),
                slots=slots,
                asks=asks,
                asks_for=asks_for,
            )
        case _:
            raise NotAReading(answer)


def _rival_of(rival: Json) -> tuple[str, float]:
    match rival:
        case [str() as name, (int() | float()) as confidence]:
            return name, float(confidence)
        case _:
            raise NotAReading(rival)


def _entity_of(entity: Json) -> Entity:
    match entity:
        case {"name": str() as name, "value": value, "start": int() as start, "end": int() as end}:
            return Entity(name, value, start, end)
        case _:
            raise NotAReading(entity)
