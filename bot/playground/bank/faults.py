"""What may go wrong at a bank, to be switched on by whoever plays or tests."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

__all__ = ["BadFaults", "Faults", "Webhooks", "changed"]

LONGEST_SECONDS = 120
Count = Annotated[int, Field(ge=-1, le=1_000_000)]
"""How many calls it hits; -1: all, until it is switched off."""


class Webhooks(StrEnum):
    """What happens to each webhook."""

    ONCE = "once"
    TWICE = "twice"
    LOST = "lost"
    HELD = "held"
    """Kept back until another setting; then they go out in the wrong order."""


@dataclass
class Faults:
    """`lose_answers` and `break_down` count down with each call of the API that changes something."""

    decline_all: bool = False
    slow_seconds: Annotated[int, Field(ge=0, le=LONGEST_SECONDS)] = 0
    lose_answers: Count = 0
    """The bank does what was asked, and its answer never arrives."""
    break_down: Count = 0
    """The bank answers 500 and does nothing."""
    webhooks: Webhooks = Webhooks.ONCE

    def takes(self, name: str) -> bool:
        """Whether a fault that counts down hits this call; one time less is left of it then."""
        left: int = getattr(self, name)
        if left > 0:
            setattr(self, name, left - 1)
        return left != 0


class BadFaults(ValueError):
    """There is no such fault, or not with this value; the text says what there is."""


_NAMES = [fault.name for fault in fields(Faults)]
_FAULTS = TypeAdapter(Faults)


def changed(faults: Faults, wished: Mapping[str, object]) -> Faults:
    """`faults` with those of `wished`; those not named stay as they are. Raises `BadFaults`."""
    unknown = sorted(set(wished) - set(_NAMES))
    if unknown:
        raise BadFaults(f"The bank has no fault {unknown[0]!r}; there are {', '.join(_NAMES)}.")
    try:
        return _FAULTS.validate_python({**asdict(faults), **wished})
    except ValidationError as error:
        first = error.errors()[0]
        raise BadFaults(f"{'.'.join(map(str, first['loc']))}: {first['msg']}.") from error
