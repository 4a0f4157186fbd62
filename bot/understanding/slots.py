"""The values of what the dialogue understood, as commands take them."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

__all__ = ["as_said", "decimal_of", "names_in", "numbers_in", "text_of"]


def names_in(slots: Mapping[str, Any], key: str = "components") -> tuple[str, ...]:
    value = slots.get(key)
    if value is None:
        return ()
    return tuple(str(part) for part in value) if isinstance(value, list | tuple) else (str(value),)


def as_said(text: str, name: str) -> str:
    """A name, which the dialogue gives in small letters, in those it was typed in: "Mehl"."""
    begins = text.lower().find(name.lower())
    return text[begins : begins + len(name)] if begins >= 0 else name


def numbers_in(slots: Mapping[str, Any]) -> tuple[int, ...]:
    value = slots.get("numbers") or ()
    return tuple(int(part) for part in value if str(part).isdigit())


def decimal_of(value: Any) -> Decimal | None:
    if value is None or isinstance(value, bool):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def text_of(slots: Mapping[str, Any], key: str) -> str:
    value = slots.get(key)
    return "" if value is None else str(value)
