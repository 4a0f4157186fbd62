"""Components: what a job needs, as one line of its page tells it."""

from dataclasses import dataclass
from enum import StrEnum

from commerce.units import Amount

__all__ = ["ComponentLine", "Doubt", "Kind"]


class Kind(StrEnum):
    """What a component is in its job."""

    INGREDIENT = "ingredient"
    MATERIAL = "material"
    TOOL = "tool"


class Doubt(StrEnum):
    """Why a line is shown as unsure."""

    NO_AMOUNT = "no_amount"
    UNKNOWN_UNIT = "unknown_unit"
    UNSURE_NAME = "unsure_name"
    FROM_PROSE = "from_prose"


@dataclass(frozen=True)
class ComponentLine:
    """One component as its line tells it; `text` is the line itself, `name` is never empty.

    `size` is what tells one such thing from another ("large", "14 oz", "38x89"), not how much is needed.
    """

    text: str
    name: str
    amount: Amount | None
    kind: Kind
    size: str | None
    preparation: str | None
    optional: bool
    alternatives: tuple[str, ...]
    doubt: Doubt | None
